"""`aggregate`: what many units sent → the workbook of the level above, and what goes back."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from toolkit import api, asking, dossier, excel, isolation, profiles, reading
from toolkit.aggregate import book as books
from toolkit.aggregate import returns
from toolkit.aggregate.changes import difference
from toolkit.aggregate.control import Control, Lock, read_control
from toolkit.aggregate.notices import (
    LOCKED,
    NOT_EXPECTED,
    NOTHING_USABLE,
    OLDER_CAME_LATER,
    ONLY_A_PART,
    SAME_CONTENT,
    SENT_AGAIN,
    Remark,
)
from toolkit.aggregate.rows import PETITION
from toolkit.aggregate.submissions import (
    Holding,
    Holdings,
    Receipt,
    Verdict,
    late_comers,
    merged,
)
from toolkit.aggregate.units import full_name
from toolkit.aggregate.view import KIND_NAMES, View, look
from toolkit.asking import Written
from toolkit.dossier import Dossier
from toolkit.isolation import Failure
from toolkit.levels import store
from toolkit.levels.gate import require_no_personal_numbers
from toolkit.levels.packages import Package, packages
from toolkit.levels.reading import Read, Reader, read_package
from toolkit.limits import LIMITS
from toolkit.model import ReportBook
from toolkit.settings import Asking, to_ask
from toolkit.summarize.labels import Codelists

LAST_RUN = "last-aggregate"
RETURNS, PARTS = "Phieu_tra_lai", "Don_vi"
Progress = Callable[[int, int, str], None]
Mapper = Callable[[Callable[[Package], Read], Sequence[Package]], Iterable[Read]]
"""What runs the reading of packages: in this process, in several, on other machines."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the workbook is to be made."""

    year: int | None = None
    as_reported: bool = False
    with_contacts: bool = False
    per_unit: bool = False


@dataclass(frozen=True, slots=True)
class Aggregated:
    """What came of a folder, what was written, and what is to be decided."""

    view: View
    deadline: date | None
    unreadable: int
    outputs: Mapping[str, str]
    wrote: bool
    asked: Asking = field(default_factory=Asking)
    questions: Written = field(default_factory=Written)


def aggregate(
    folder: Path,
    out: Path | None,
    as_of: date,
    options: Options | None = None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    mapper: Mapper | None = None,
) -> Aggregated:
    """Put together what the units below sent.

    A second run on the same files, settings and day writes nothing.

    Raises:
        NothingToReadError: There is no file at all.
        InputError: The control workbook cannot be read.
        OutputError: A result cannot be written, or would give personal numbers away.
    """
    wanted = options or Options()
    place = Dossier(folder.absolute(), (out or folder / dossier.RESULTS).absolute())
    control_book = reading.control_workbook(place)
    profile, _ = profiles.load(as_of, control_book)
    control = read_control(control_book, as_of)
    decisions = profile.settings.decisions
    meeting = profile.settings.meeting
    found = packages(place.root, lambda name: bool(control.units.mentioned(name, as_of)))
    reader = Reader(control, decisions, meeting.unit_name, as_of)
    state = _state(reader)
    reads = _read(found, reader, place, state, mapper, progress, remember=not dry_run)
    held, remarks = _counted(found, reads, control, place, remember=not dry_run)
    whole = _whole(control, meeting.unit_code or meeting.unit_name, as_of)
    view = look(
        held, control, as_of, whole=whole, year=wanted.year, as_reported=wanted.as_reported
    )
    view = replace(
        view, remarks=(*control.remarks, *remarks, *view.remarks, *_about(view, control))
    )
    questions = [remark.question for remark in view.remarks if remark.question]
    done = Aggregated(
        view,
        control.deadline(view.year),
        sum(read.unreadable for read in reads),
        {},
        wrote=False,
        asked=to_ask(questions, decisions),
    )
    if dry_run:
        return done
    key = _key(found, (*state, repr(wanted), str(place.results)))
    done = _write(place, done, profile.codelists, wanted, key)
    if done.asked.new:
        written = asking.ask(place, control_book, done.asked.new, as_of)
        if written.workbook:
            excel.put(place.root / written.workbook, written.content)
        done = replace(done, questions=written)
    return done


# ── Reading ─────────────────────────────────────────────────────────────────────────────────


def _read(
    found: Sequence[Package],
    reader: Reader,
    place: Dossier,
    state: Sequence[str],
    mapper: Mapper | None,
    progress: Progress | None,
    *,
    remember: bool,
) -> tuple[Read, ...]:
    """What all packages hold; those that were read before are not read again."""
    keys = [store.cache_key(package, state) for package in found]
    known = {key: read for key in keys if (read := store.recall_read(place, key)) is not None}
    fresh = [(key, package) for key, package in zip(keys, found, strict=True) if key not in known]
    run = mapper or _in_workers
    reads = run(partial(read_package, reader=reader), [package for _, package in fresh])
    for number, ((key, package), read) in enumerate(zip(fresh, reads, strict=True)):
        if progress:
            progress(number, len(fresh), package.source)
        known[key] = read
        if remember:
            store.remember_read(place, key, read)
    return tuple(known[key] for key in keys)


def _in_workers(read: Callable[[Package], Read], found: Sequence[Package]) -> Iterable[Read]:
    """All cores read, as workers that may be lost; results come in the order of the packages.

    A package that a worker was lost with is read once more, each file of it by itself.
    """
    most = max((len(package.files) for package in found), default=1)
    limits = replace(LIMITS, seconds=LIMITS.seconds * most)
    results = isolation.run(read, found, limits, os.cpu_count() or 1)
    for package, result in zip(found, results, strict=True):
        yield read(package) if isinstance(result, Failure) else result


def _state(reader: Reader) -> tuple[str, ...]:
    """What reading depends on besides the files."""
    answers = sorted(reader.decisions.answers.items())
    settings = repr((reader.control, answers, reader.parent))
    digest = hashlib.sha256(settings.encode()).hexdigest()
    return api.state_of_toolkit(), reader.as_of.isoformat(), digest


# ── What counts ─────────────────────────────────────────────────────────────────────────────


def _counted(
    found: Sequence[Package],
    reads: Sequence[Read],
    control: Control,
    place: Dossier,
    *,
    remember: bool,
) -> tuple[Holdings, tuple[Remark, ...]]:
    """What counts of each unit and year; locked periods stay as they were."""
    remarks = [remark for read in reads for remark in read.remarks]
    remarks += _copies(found)
    held = dict(merged(read.holdings for read in reads))
    for lock in control.locks:
        key = (lock.unit, lock.year)
        kept = store.recall_locked(place, key)
        if kept is not None:
            remarks += _refused(control, lock, kept, held.get(key))
            held[key] = kept
        elif key in held and remember:
            store.remember_locked(place, key, held[key])
    return dict(sorted(held.items())), tuple(remarks)


def _copies(found: Sequence[Package]) -> list[Remark]:
    first: dict[str, str] = {}
    remarks = []
    for package in found:
        other = first.setdefault(package.digest, package.source)
        if other != package.source:
            remarks.append(Remark(SAME_CONTENT, {"other": other}, source=package.source))
    return remarks


def _refused(control: Control, lock: Lock, kept: Holding, now: Holding | None) -> list[Remark]:
    known = {receipt.digest for receipt in kept.receipts}
    name = _name(control, lock.unit)
    return [
        Remark(
            LOCKED,
            {
                "year": lock.year,
                "unit": name,
                "who": lock.who,
                "when": lock.when,
                "received": _shown(receipt.received),
            },
            unit=lock.unit,
            source=receipt.source,
        )
        for receipt in (now.receipts if now else ())
        if receipt.digest not in known
    ]


def _whole(control: Control, told: str, as_of: date) -> str:
    """The code of the level above, as far as the settings tell it."""
    found = control.units.find(told, as_of) if told else ()
    return found[0].code if len({unit.code for unit in found}) == 1 else ""


def _about(view: View, control: Control) -> tuple[Remark, ...]:
    """What became of the submissions of the year, unit by unit."""
    remarks: list[Remark] = []
    total = len(view.now.petitions)
    invited = {unit.code for unit in control.expected} or {
        unit.code for unit in (view.units.parts(view.whole.code, view.day) if view.whole else ())
    }
    for one in view.expected:
        if one.holding is None:
            continue
        name = full_name(one.unit.name)
        remarks += _about_versions(one.holding, name, total)
        if invited and one.unit.code not in invited and one.shown not in invited:
            remarks.append(Remark(NOT_EXPECTED, {"unit": one.unit.name}, unit=one.unit.code))
    return tuple(remarks)


def _about_versions(part: Holding, name: str, total: int) -> list[Remark]:
    counted, before = part.counted, part.previous
    newest = part.versions[0].receipt
    received = _shown(newest.received)
    if newest.verdict is Verdict.RETURNED:
        return [Remark(NOTHING_USABLE, {"unit": name, "received": received}, counted.unit)]
    remarks = []
    if before is not None and _is_followed(before.receipt, newest):
        params = {
            "unit": _capital(name),
            "received": received,
            "difference": difference(before, counted).words(),
            "before": total - len(counted.petitions) + len(before.petitions),
            "after": total,
        }
        remarks.append(Remark(SENT_AGAIN, params, counted.unit, newest.source))
        kept = before.told - part.versions[0].told
        if PETITION in kept:
            gap = {"unit": name, "received": received, "missing": KIND_NAMES[PETITION]}
            remarks.append(Remark(ONLY_A_PART, gap, counted.unit, newest.source))
    remarks += [
        Remark(
            OLDER_CAME_LATER,
            {
                "unit": _capital(name),
                "received": _shown(receipt.received),
                "saved": _shown(receipt.saved),
                "newest": _shown(newest.saved),
            },
            counted.unit,
            receipt.source,
        )
        for receipt in late_comers(part)
    ]
    return remarks


def _is_followed(before: Receipt, newest: Receipt) -> bool:
    """Whether the newest came after what counted before, and that could be read."""
    return before.verdict is not Verdict.RETURNED and before.received <= newest.received


def _name(control: Control, code: str) -> str:
    unit = control.units.ever(code)
    return full_name(unit.name) if unit else code


def _shown(iso: str) -> str:
    """An ISO day or time as people read it."""
    return date.fromisoformat(iso[:10]).strftime("%d/%m/%Y")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# ── Writing ─────────────────────────────────────────────────────────────────────────────────


def _key(found: Sequence[Package], state: Sequence[str]) -> str:
    files = sorted((p.source, file.name, file.sha256) for p in found for file in p.files)
    return hashlib.sha256("\n".join((*state, repr(files))).encode()).hexdigest()


def _write(
    place: Dossier,
    done: Aggregated,
    codelists: Codelists,
    wanted: Options,
    key: str,
) -> Aggregated:
    """Write the results if anything changed; the same run, with where they lie."""
    last = place.recall(LAST_RUN)
    made = last.get("digests", {})
    if last.get("key") == key and all(
        dossier.digest(place.results / name) == known for name, known in made.items()
    ):
        return replace(done, outputs=last["outputs"])
    place.make_results()
    written: dict[str, ReportBook] = {
        dossier.SUMMARY: books.book(
            done.view, codelists, place.link_base, contacts=wanted.with_contacts
        ),
        returns.REMINDERS: returns.reminder_book(done.view, done.deadline),
    }
    written |= {f"{RETURNS}/{name}": page for name, page in returns.returns(done.view)}
    if wanted.per_unit or books.needs_parts(done.view):
        parts = books.parts(
            done.view, codelists, place.link_base + "../", contacts=wanted.with_contacts
        )
        written |= {f"{PARTS}/{name}": part for name, part in parts}
    for name, made_book in written.items():
        contents = excel.written(made_book)
        if not wanted.with_contacts:
            require_no_personal_numbers(contents, name)
        excel.put(place.results / name, contents)
    outputs = {
        "summary": place.result(dossier.SUMMARY),
        "reminders": place.result(returns.REMINDERS),
        "returns": place.result(RETURNS),
    }
    digests = {name: dossier.digest(place.results / name) for name in written}
    place.remember(LAST_RUN, {"key": key, "outputs": outputs, "digests": digests})
    return replace(done, outputs=outputs, wrote=True)
