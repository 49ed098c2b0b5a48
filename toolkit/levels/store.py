"""What a level above remembers: what packages held, and what counted when a period was locked.

What packages held is remembered by their content, the toolkit and the settings. Deleting it
changes nothing but time.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from toolkit.aggregate.notices import NOTICES, Remark
from toolkit.aggregate.rows import (
    PersonRow,
    PetitionRow,
    SurveyRow,
    as_json,
    from_json,
)
from toolkit.aggregate.submissions import (
    Correction,
    Holding,
    Holdings,
    Key,
    Receipt,
    SeenAt,
    Submission,
)
from toolkit.dossier import Dossier
from toolkit.levels.packages import Package
from toolkit.levels.reading import Read
from toolkit.model import Cell, Question

CACHE, LOCKED = "da-doc", "da-khoa"
"""Below the folder of what is remembered."""

Json = dict[str, Any]


def cache_key(package: Package, state: Sequence[str]) -> str:
    """What reading a package depends on, in one word: where it lies, what it holds, by whom."""
    files = sorted((file.name, file.sha256) for file in package.files)
    parts = (package.source, repr(files), *state)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def recall_read(place: Dossier, key: str) -> Read | None:
    """What a package held when it was read before; None if that is not known."""
    kept = place.recall(f"{CACHE}/{key}")
    try:
        return _read(kept) if kept else None
    except (KeyError, TypeError, ValueError):  # written by another version, or damaged
        return None


def remember_read(place: Dossier, key: str, read: Read) -> None:
    """Keep what a package holds.

    Raises:
        OutputError: The folder cannot be written to.
    """
    place.remember(
        f"{CACHE}/{key}",
        {
            "holdings": [_holding_json(part) for part in read.holdings.values()],
            "remarks": [_remark_json(remark) for remark in read.remarks],
            "unreadable": read.unreadable,
        },
    )


def recall_locked(place: Dossier, key: Key) -> Holding | None:
    """What counted when the period of a unit was locked; None if it never was."""
    kept = place.recall(_locked_name(key))
    try:
        return _holding(kept) if kept else None
    except (KeyError, TypeError, ValueError):
        return None


def remember_locked(place: Dossier, key: Key, part: Holding) -> None:
    """Keep what counts now.

    Raises:
        OutputError: The folder cannot be written to.
    """
    place.remember(_locked_name(key), _holding_json(part))


def _locked_name(key: Key) -> str:
    return f"{LOCKED}/{key[0]}-{key[1]}"


def _read(kept: Json) -> Read:
    parts = [_holding(part) for part in kept["holdings"]]
    holdings: Holdings = {part.versions[0].key: part for part in parts}
    return Read(holdings, tuple(map(_remark, kept["remarks"])), kept["unreadable"])


def _holding_json(part: Holding) -> Json:
    return {
        "versions": [_submission_json(version) for version in part.versions],
        "receipts": [asdict(receipt) for receipt in part.receipts],
    }


def _holding(kept: Json) -> Holding:
    return Holding(
        tuple(_submission(version) for version in kept["versions"]),
        tuple(Receipt(**receipt) for receipt in kept["receipts"]),
    )


_PLAIN = ("unit", "unit_name", "year", "is_nil", "version")


def _submission_json(sent: Submission) -> Json:
    return {name: getattr(sent, name) for name in _PLAIN} | {
        "held_on": sent.held_on.isoformat() if sent.held_on else None,
        "receipt": asdict(sent.receipt),
        "kinds": sorted(sent.kinds),
        "people": as_json(sent.people),
        "petitions": as_json(sent.petitions),
        "surveys": as_json(sent.surveys),
        "corrections": [asdict(one) for one in sent.corrections],
        "locations": dict(sent.locations),
        "seen_at": {kind: asdict(at) for kind, at in sent.seen_at.items()},
    }


def _submission(kept: Json) -> Submission:
    return Submission(
        **{name: kept[name] for name in _PLAIN},
        held_on=date.fromisoformat(kept["held_on"]) if kept["held_on"] else None,
        receipt=Receipt(**kept["receipt"]),
        kinds=frozenset(kept["kinds"]),
        people=from_json(PersonRow, kept["people"]),
        petitions=from_json(PetitionRow, kept["petitions"]),
        surveys=from_json(SurveyRow, kept["surveys"]),
        corrections=tuple(Correction(**one) for one in kept["corrections"]),
        locations=kept["locations"],
        seen_at={
            kind: SeenAt(at["path"], at["sheet"], tuple(at["rows"]))
            for kind, at in kept["seen_at"].items()
        },
    )


def _remark_json(remark: Remark) -> Json:
    question = remark.question
    return {
        "code": remark.notice.code,
        "params": dict(remark.params),
        "unit": remark.unit,
        "source": remark.source,
        "question": question and asdict(question),
    }


def _remark(kept: Json) -> Remark:
    notice = {notice.code: notice for notice in NOTICES}[kept["code"]]
    return Remark(
        notice, kept["params"], kept["unit"], kept["source"], _question(kept["question"])
    )


def _question(kept: Mapping[str, Any] | None) -> Question | None:
    if kept is None:
        return None
    cells = tuple(Cell(**cell) for cell in kept["cells"])
    return Question(kept["key"], kept["seen"], kept["proposal"], cells)
