"""The id under which a petition stays known from run to run.

An id is given once. Files may come in another order, be corrected, grow or be missing for a
while: what was known keeps its id, and an id that fell free is never given to another petition.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toolkit.identity.register import Changes, Known, Register
from toolkit.model import Cell, Entry, Finding, Notice, PartialDate, Severity, Value
from toolkit.values import hamlets
from toolkit.values.likeness import TextIndex, contained, identifier, likeness, numbers
from toolkit.values.texts import fold

REWORDED = 85
"""From which likeness on a text is an earlier one, corrected."""
SAME_NAME = 85
"""From which likeness on two petitioners are one, corrected."""
TELLING_WORDS = 8
"""From how many words on the same text is the same petition, even from another person."""
SAID_MORE = 95
"""From which the earlier text is contained in what the same person says now, or the reverse."""
NO_NAME = "KN"
"""The first part of an id where the unit is not known: kiến nghị."""

TAKEN = Notice(
    "DUP-21",
    Severity.WARNING,
    vi="Mã “{id}” đã được cấp cho kiến nghị tại {other} từ lần trước, nên kiến nghị này nhận mã "
    "{given}.",
    en="The id “{id}” was given to the petition at {other} in an earlier run. "
    "This petition gets the id {given}.",
    fix_vi="Hãy ghi mã {given} vào ô này; nếu là cùng một kiến nghị, hãy giữ một dòng.",
    fix_en="Write {given} into this cell; if it is the same petition, keep only one of the rows.",
    why="An id that has gone out in a notice or an answer must go on meaning the same petition.",
    good="A new row without an id: it gets the next one, e.g. KN-2026-002.",
    bad="A new row with the id KN-2026-001, which was given to another petition in an earlier "
    "run.",
)
NOTICES = (TAKEN,)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An entry that is to get its id. `own` is the id that staff gave it, for comparing."""

    entry: Entry
    content: str
    petitioner: str
    hamlet: str
    digest: str
    own: str

    @property
    def fingerprint(self) -> tuple[str, str, str]:
        return self.content, self.petitioner, self.hamlet

    @property
    def place(self) -> tuple[Cell, int]:
        """The first of its places by name, whatever the order in which files were read."""
        return min((record.cell("content"), record.part) for record in self.entry.sources)


def identify(
    petitions: Sequence[Entry], register: Register, unit_code: str, year: int
) -> tuple[tuple[Entry, ...], Register, Changes, tuple[Finding, ...]]:
    """The petitions with their ids, in the order given; what to remember; what changed.

    An id that staff gave is kept, unless it is another petition's. Else a petition has the id
    of the earlier run that has the same content, petitioner and hamlet, else of the one it most
    resembles, else the next number: unit, year, number. A blank unit code becomes `KN`.
    """
    drafts = [_draft(entry) for entry in petitions]
    ids = _known_ids(drafts, register)
    series = f"{unit_code or NO_NAME}-{year}"
    ids.update(_new_ids(drafts, ids, register, series))
    entries = tuple(replace(d.entry, id=ids[n]) for n, d in enumerate(drafts))
    remembered = _register([(ids[n], draft) for n, draft in enumerate(drafts)], register, series)
    changes = _changes([(ids[n], draft) for n, draft in enumerate(drafts)], register)
    return entries, remembered, changes, tuple(_taken(drafts, ids))


def unit_prefix(unit_code: str, unit_name: str) -> str:
    """What the ids of a unit begin with: its code, else the initials of its name.

    >>> unit_prefix("25498", "xã Tân Phong"), unit_prefix("", "UBND xã Tân Phong")
    ('25498', 'XTP')
    >>> unit_prefix("", "")
    'KN'
    """
    words = fold(unit_name).removeprefix("uy ban nhan dan").removeprefix("ubnd").split()
    return unit_code.strip() or "".join(word[0] for word in words).upper() or NO_NAME


def _draft(entry: Entry) -> _Draft:
    return _Draft(
        entry,
        fold(entry.text("content")),
        fold(entry.text("petitioner")),
        hamlets.key(entry.text("hamlet")),
        _digest(entry.values),
        identifier(entry.text("petition_id")),
    )


def _digest(values: Mapping[str, Value]) -> str:
    """Changes with any value but the number of the row, which every inserted row changes."""
    told = {key: value for key, value in values.items() if key != "seq" and value is not None}
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, default=_iso)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date | PartialDate) else str(value)


# ── Ids that are known ──────────────────────────────────────────────────────────────────────


class _Assignment:
    """Which draft has which id, while it is being found out. No id is given twice."""

    def __init__(self, drafts: Sequence[_Draft], register: Register) -> None:
        self.drafts = drafts
        self.ids: dict[int, str] = {}
        self.used: set[str] = set()
        self.known = sorted(register.petitions, key=lambda known: (not known.present, known.id))

    def give(self, number: int, given: str) -> None:
        self.ids[number] = given
        self.used.add(identifier(given))

    def open(self) -> list[int]:
        """The drafts without an id, in an order that does not depend on that of the files."""
        waiting = (n for n in range(len(self.drafts)) if n not in self.ids)
        return sorted(waiting, key=lambda n: self.drafts[n].place)

    def free(self) -> list[Known]:
        """The earlier petitions that have not been found again."""
        return [known for known in self.known if identifier(known.id) not in self.used]


def _known_ids(drafts: Sequence[_Draft], register: Register) -> dict[int, str]:
    """The ids that need no new number, by the position of the draft."""
    found = _Assignment(drafts, register)
    for exact in (True, False):
        before = {(identifier(k.id), *_sayings(k, exact=exact)) for k in found.known}
        _keep_own(found, before, exact=exact)
        _find_same(found, [n for n in found.open() if _has_no_own(found, n)], exact=exact)
    _keep_own(found)
    for exact in (True, False):
        _find_same(found, found.open(), exact=exact)
    _find_alike(found)
    return found.ids


def _keep_own(
    found: _Assignment, before: set[tuple[str, ...]] | None = None, *, exact: bool = False
) -> None:
    """Let drafts have the id that staff gave; with `before`, only where it is no news."""
    for number in found.open():
        draft = found.drafts[number]
        no_news = before is None or (draft.own, *_sayings(draft, exact=exact)) in before
        if draft.own and draft.own not in found.used and no_news:
            found.give(number, draft.entry.text("petition_id").strip())


def _has_no_own(found: _Assignment, number: int) -> bool:
    own = found.drafts[number].own
    return not own or own in found.used


def _find_same(found: _Assignment, positions: Iterable[int], *, exact: bool) -> None:
    """Give back the ids of earlier petitions that say the very same."""
    free: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for known in reversed(found.free()):
        free[_sayings(known, exact=exact)].append(known.id)
    for number in positions:
        if same := free[_sayings(found.drafts[number], exact=exact)]:
            found.give(number, same.pop())


def _sayings(petition: _Draft | Known, *, exact: bool) -> tuple[str, ...]:
    """What two runs have in common of one petition; `exact`: in all its values."""
    return (*petition.fingerprint, petition.digest) if exact else petition.fingerprint


def _find_alike(found: _Assignment) -> None:
    """Give back the ids of earlier petitions that were reworded; the most alike first."""
    free: dict[str, list[Known]] = defaultdict(list)
    for known in found.free():
        if known.present:
            free[fold(known.content)].append(known)
    index = TextIndex(free)
    scored = [
        (-score, known.id, number)
        for number in found.open()
        for text in [found.drafts[number].content, *index.near(found.drafts[number].content)]
        for known in free.get(text, ())
        if (score := _resemblance(found.drafts[number], known)) >= REWORDED
    ]
    for _, given, number in sorted(scored, key=lambda match: match[:2]):
        if number not in found.ids and identifier(given) not in found.used:
            found.give(number, given)


def _resemblance(draft: _Draft, known: Known) -> float:
    """How likely a draft is an earlier petition, corrected; from 0 to 100."""
    content, petitioner, hamlet = known.fingerprint
    named = bool(draft.petitioner and petitioner)
    same_person = named and likeness(draft.petitioner, petitioner) >= SAME_NAME
    elsewhere = bool(draft.hamlet and hamlet) and draft.hamlet != hamlet
    if draft.content == content:
        tells = not named or len(content.split()) >= TELLING_WORDS
        return 100.0 if same_person or (tells and not elsewhere) else 0.0
    if elsewhere or (named and not same_person):
        return 0.0
    short, long = sorted((draft.content, content), key=len)
    if same_person and short and contained(short, long) >= SAID_MORE:
        return SAID_MORE
    if not same_person and numbers(draft.content) != numbers(content):
        return 0.0
    return likeness(draft.content, content)


# ── New ids, and what is remembered ─────────────────────────────────────────────────────────


def _new_ids(
    drafts: Sequence[_Draft], ids: Mapping[int, str], register: Register, series: str
) -> dict[int, str]:
    """The next numbers of the series, in the order of the petitions."""
    every = [*ids.values(), *(known.id for known in register.petitions)]
    last = max(register.highest.get(series, 0), _highest(every, series))
    waiting = [number for number in range(len(drafts)) if number not in ids]
    return {number: f"{series}-{last + n:03}" for n, number in enumerate(waiting, start=1)}


def _highest(ids: Iterable[str], series: str) -> int:
    """The highest number among the ids of a series; 0 if there is none."""
    start = identifier(series) + "-"
    rests = (key.removeprefix(start) for key in map(identifier, ids) if key.startswith(start))
    return max((int(rest) for rest in rests if rest.isdecimal()), default=0)


def _register(given: Sequence[tuple[str, _Draft]], register: Register, series: str) -> Register:
    used = {identifier(own) for own, _ in given}
    gone = [replace(k, present=False) for k in register.petitions if identifier(k.id) not in used]
    here = [_remembered(own, draft) for own, draft in given]
    every = sorted([*here, *gone], key=lambda known: known.id)
    last = max(register.highest.get(series, 0), _highest((known.id for known in every), series))
    return Register(tuple(every), {**register.highest, **({series: last} if last else {})})


def _remembered(own: str, draft: _Draft) -> Known:
    content, petitioner, hamlet = map(draft.entry.text, ("content", "petitioner", "hamlet"))
    return Known(own, content, petitioner, hamlet, draft.digest)


def _changes(given: Sequence[tuple[str, _Draft]], register: Register) -> Changes:
    before = {identifier(known.id): known for known in register.petitions if known.present}
    now = {identifier(own) for own, _ in given}
    kept = [
        (own, draft, before[identifier(own)]) for own, draft in given if identifier(own) in before
    ]
    return Changes(
        new=tuple(own for own, _ in given if identifier(own) not in before),
        changed=tuple(own for own, draft, known in kept if draft.digest != known.digest),
        vanished=tuple(known.id for key, known in before.items() if key not in now),
        unchanged=tuple(own for own, draft, known in kept if draft.digest == known.digest),
    )


def _taken(drafts: Sequence[_Draft], ids: Mapping[int, str]) -> Iterator[Finding]:
    """Own ids that are another petition's; where staff typed both, other findings say so."""
    holders = {identifier(given): drafts[number] for number, given in ids.items()}
    for number, draft in enumerate(drafts):
        holder = holders.get(draft.own)
        if holder and holder is not draft and not holder.own:
            cell, other = draft.entry.places["petition_id"], holder.entry.place
            typed = draft.entry.text("petition_id")
            params = {"id": typed, "other": str(other), "given": ids[number]}
            yield Finding(TAKEN, cell, params, "petition_id", typed, (other,))
