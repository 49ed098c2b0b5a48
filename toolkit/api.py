"""The use cases: one function each, for the command line, the Excel buttons and the tests.

`toolkit.reading` reads the files of a run, `toolkit.stages` decides what follows what; here is
what a run writes.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from importlib import import_module
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import Any

from toolkit import (
    __version__,
    asking,
    dossier,
    excel,
    following,
    intake,
    isolation,
    journal,
    reading,
    summarize,
)
from toolkit.asking import Written
from toolkit.dossier import Dossier, InboxFile
from toolkit.errors import InputError, OutputError, ToolkitError
from toolkit.identity import Changes, Register
from toolkit.limits import LIMITS, Limits
from toolkit.living.planning import Change, Conflict, Plan
from toolkit.model import Consolidation, Meeting, Severity, Signers, SourceFile, Workbook
from toolkit.profiles import Profile
from toolkit.reading import Progress, records_of, with_findings
from toolkit.settings import Asking
from toolkit.stages import (
    REGISTER,
    Across,
    Assembled,
    Whole,
    across,
    across_all,
    assemble,
    discreet,
    numbering_of,
    put_together,
)
from toolkit.tracing import Summary, Traced
from toolkit.values.texts import fold

__all__ = [
    "Across",
    "Assembled",
    "Checked",
    "Consolidated",
    "Progress",
    "across",
    "assemble",
    "check",
    "consolidate",
    "gather",
    "mark",
    "numbering_of",
    "slips",
    "state_of_toolkit",
    "trace",
    "undo",
    "write_findings",
]

LAST_RUN = "last-run"
NOTHING_OPEN: Mapping[Path, Path] = {}
LATER = ("pandas", "holidays.countries")
"""Libraries that are slow to load, and of no use before the files are read."""
RESULTS = (dossier.SUMMARY, dossier.FOLLOW_UP, dossier.FINDINGS, dossier.SCHEDULE)


@dataclass(frozen=True, slots=True)
class Checked:
    """The files that were looked at, by name."""

    as_of: date
    meeting: Meeting
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """One dossier made one: what is known, what changed, and where the results lie.

    `outputs` maps summary, follow_up and findings to paths as messages show them. `conflicts` are
    cells of the follow-up table that wait for a decision, `moved` its deadlines that were reckoned
    anew; `obstacle` says why it could not be brought up to date. `asked` is what people are to
    decide, `questions` where they find what is new of it.
    """

    data: Consolidation
    counts: Mapping[str, int]
    changes: Changes
    outputs: Mapping[str, str]
    wrote: bool
    conflicts: tuple[Conflict, ...] = ()
    moved: tuple[Change, ...] = ()
    obstacle: ToolkitError | None = None
    asked: Asking = field(default_factory=Asking)
    questions: Written = field(default_factory=Written)

    @property
    def has_tables(self) -> bool:
        """Whether there was anything to consolidate."""
        return any(file.tables for file in self.data.files)

    @property
    def has_errors(self) -> bool:
        """Whether something in the files is to be put right."""
        return any(f.notice.severity is Severity.ERROR for f in self.data.findings)


def check(
    paths: Sequence[Path],
    as_of: date,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
    opened: Mapping[Path, Path] = NOTHING_OPEN,
    open_control: Workbook | None = None,
) -> Checked:
    """Look at workbooks and folders of workbooks; change none of them.

    What staff have set and decided in the control workbook of a single folder counts. `opened`
    maps workbooks that people have open, by absolute path, to the files to read instead;
    `open_control` is the control workbook if they have that open.

    Raises:
        NothingToReadError: There is no file at all.
    """
    isolation.start(intake.__name__)
    control = open_control or reading.control_of(paths, limits)
    inbox = dossier.stood_in(dossier.collect(paths, limits), opened, limits)
    read = reading.read_all(inbox, as_of, control, progress, limits)
    known = Register.from_json(dossier.recall_of(paths, REGISTER))
    found = across_all(records_of(read.files), read, known, as_of)
    files = with_findings(read.files, found.findings)
    return Checked(as_of, read.meeting, discreet(files, found))


def write_findings(checked: Checked, target: Path, language: str) -> None:
    """Write what `check` found to a workbook.

    Raises:
        OutputError: It cannot be written.
    """
    findings = tuple(chain.from_iterable(file.findings for file in checked.files))
    data = Consolidation(checked.meeting, checked.as_of, checked.files, (), (), (), (), findings)
    excel.write(summarize.findings_book(data, language), target)


def mark(
    files: Iterable[SourceFile], paths: Sequence[Path], folder: Path, language: str
) -> tuple[tuple[str, ...], tuple[ToolkitError, ...]]:
    """Write a copy of each workbook in which something was found, with the cells marked.

    `paths` are what was looked at. The names of the copies below `folder`, and why there is none
    of some workbooks.
    """
    where = {file.name: file.path for file in dossier.collect(paths)}
    made: list[str] = []
    failed: list[ToolkitError] = []
    for file in files:
        if not file.findings or file.path not in where:
            continue
        try:
            made.append(excel.mark(where[file.path], file.path, file.findings, folder, language))
        except (InputError, OutputError) as error:
            failed.append(error)
    return tuple(made), tuple(failed)


def consolidate(
    folder: Path,
    out: Path | None,
    as_of: date,
    language: str,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
    open_control: Workbook | None = None,
) -> Consolidated:
    """Make the summary, the follow-up table and the findings of one meeting.

    A follow-up table that is there already is brought up to date in place: what people typed in
    it stays, and counts. A run without news writes nothing; nor does one that finds no table.
    `open_control` is the control workbook if people have it open: it is read instead of the file,
    and whoever gave it has to write the new questions into it.

    Raises:
        NothingToReadError: There is no file at all.
        OutputError: A result cannot be written, or another run works on the dossier.
    """
    isolation.start(intake.__name__)
    Thread(target=_import_the_rest).start()
    place = Dossier(folder.absolute(), (out or folder / dossier.RESULTS).absolute())
    run = partial(_run, place, as_of, language, progress, limits, open_control)
    if dry_run:
        return replace(run()[0], questions=Written())
    with journal.locked(place):
        journal.recover(place)
        done, files = run()
        results = {path for path in files if path.name != f"{LAST_RUN}.json"}
        if not results or not any(journal.is_news(path, files[path]) for path in results):
            return done
        written = journal.commit(place, files)
        return replace(done, wrote=bool(results & {*written}))


def undo(folder: Path) -> tuple[str, ...]:
    """Take back what the last run over a dossier wrote; the names of the files.

    Raises:
        OutputError: There is nothing to take back, or somebody has edited a file since.
    """
    place = Dossier(folder.absolute(), (folder / dossier.RESULTS).absolute())
    with journal.locked(place):
        undone = journal.undo(place)
    return tuple(path.name for path in undone if path.parent != place.memory)


def slips(folder: Path, as_of: date) -> tuple[str, ...]:
    """Write a slip for each lead unit with what it still has to do; their names.

    A slip that lies there and was filled in is left alone; the new one has the day in its name.

    Raises:
        NothingToReadError: There is no file at all.
        OutputError: A slip cannot be written, or another run works on the dossier.
    """
    place = Dossier(folder.absolute(), (folder / dossier.RESULTS).absolute())
    with journal.locked(place):
        journal.recover(place)
        control = reading.control_workbook(place)
        inbox = dossier.collect([place.root])
        read = reading.read_all(inbox, as_of, control, None, LIMITS, place.root)
        whole = put_together(read, place, as_of)
        files = dict(_slips(place, whole.data, read.profile))
        journal.commit(place, files)
    return tuple(place.result(f"{dossier.SLIPS}/{path.name}") for path in files)


def trace(workbook: Path, cell: str) -> Traced:
    """The cells of the inbox that make a figure of the summary (`Theo lĩnh vực!D9`).

    Raises:
        InputError: The workbook cannot be read, or the cell holds no figure.
    """
    return Summary.read(workbook).trace(cell)


def gather(
    inbox: Sequence[InboxFile], place: Dossier, as_of: date
) -> tuple[Consolidation, Profile]:
    """All that is known from some files of a dossier, and by what it was read; writes nothing.

    Raises:
        InputError: The control workbook of the dossier cannot be read.
    """
    read = reading.read_all(inbox, as_of, reading.control_workbook(place), None)
    return put_together(read, place, as_of).data, read.profile


def _import_the_rest() -> None:
    """What `consolidate` needs last, loaded while the workers read."""
    for module in LATER:
        import_module(module)


# ── Writing ─────────────────────────────────────────────────────────────────────────────────


def _run(
    place: Dossier,
    as_of: date,
    language: str,
    progress: Progress | None,
    limits: Limits,
    open_control: Workbook | None,
) -> tuple[Consolidated, Mapping[Path, bytes]]:
    """All that a run finds out, and the files that it is to write; nothing is written yet."""
    control = open_control or reading.control_workbook(place, limits)
    inbox = dossier.collect([place.root], limits)
    read = reading.read_all(inbox, as_of, control, progress, limits, place.root)
    whole = put_together(read, place, as_of)
    done = _told(whole, read.profile)
    last = place.recall(LAST_RUN)
    key = _key(place, read.files, as_of, language)
    if is_up_to_date := _is_up_to_date(place, last, key):
        done = replace(done, outputs=last["outputs"])
    if not done.has_tables or (is_up_to_date and not done.asked.new):
        return done, {}
    files: dict[Path, bytes] = {}
    if not is_up_to_date:
        asks = bool(done.asked.new or done.asked.open)
        files, obstacle = _results(place, whole, read.profile, language, asks=asks)
        done = replace(done, outputs=_outputs(place), obstacle=done.obstacle or obstacle)
        files[place.kept(REGISTER)] = dossier.as_kept(whole.made.register.as_json())
    if done.asked.new and not open_control:
        done = replace(done, questions=asking.ask(place, control, done.asked.new, as_of))
    if done.questions.workbook:
        files[place.root / done.questions.workbook] = done.questions.content
        key = _key(place, read.files, as_of, language, done.questions.content)
    kept = {"key": "" if done.obstacle else key, "outputs": done.outputs}
    digests = {name: _digest(place.results / name, files) for name in RESULTS}
    files[place.kept(LAST_RUN)] = dossier.as_kept(kept | {"digests": digests})
    return done, files


def _told(whole: Whole, profile: Profile) -> Consolidated:
    """What a run tells, before anything is written."""
    changes = whole.plan or Plan()
    return Consolidated(
        whole.data,
        summarize.counts(whole.data),
        whole.made.changes,
        {},
        wrote=False,
        conflicts=tuple(changes.conflicts),
        moved=tuple(changes.moved),
        obstacle=whole.obstacle,
        asked=asking.questions(whole.data, profile.decisions),
    )


def _key(
    place: Dossier,
    files: Iterable[SourceFile],
    as_of: date,
    language: str,
    new_control: bytes = b"",
) -> str:
    """What the results depend on, in one word; `new_control` is about to be written."""
    control = dossier.digest(place.control) if place.control else ""
    if new_control:
        control = hashlib.sha256(new_control).hexdigest()
    inbox = (file for file in files if file.reason != dossier.CONTROL_WORKBOOK)
    read = sorted(
        (file.path, file.sha256, file.reason.code if file.reason else "") for file in inbox
    )
    parts = (
        state_of_toolkit(),
        as_of.isoformat(),
        language,
        str(place.results),
        control,
        repr(read),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def state_of_toolkit() -> str:
    """The version, and when its files changed: whoever edits a code list wants new results."""
    root = Path(__file__).parent
    files = (p for p in root.rglob("*") if p.suffix in {".py", ".csv", ".toml"})
    states = sorted((str(p.relative_to(root)), p.stat().st_mtime_ns) for p in files)
    return f"{__version__} {states}"


def _is_up_to_date(place: Dossier, last: Mapping[str, Any], key: str) -> bool:
    """Whether the last run was about the same, and the results it left still lie there."""
    made = last.get("digests", {})
    return (
        last.get("key") == key
        and made.keys() == {*RESULTS}
        and all(dossier.digest(place.results / name) == known for name, known in made.items())
    )


def _outputs(place: Dossier) -> Mapping[str, str]:
    names = {
        "summary": dossier.SUMMARY,
        "follow_up": dossier.FOLLOW_UP,
        "findings": dossier.FINDINGS,
    }
    return {kind: place.result(name) for kind, name in names.items()}


def _results(
    place: Dossier, whole: Whole, profile: Profile, language: str, *, asks: bool
) -> tuple[dict[Path, bytes], ToolkitError | None]:
    """The workbooks to be written, and why the follow-up table is not one of them.

    `asks` tells whether people are to decide something in the control workbook.
    """
    base, lists, data = place.link_base, profile.codelists, whole.data
    summary = replace(summarize.summary(data, lists, base), signers=_signers(profile))
    control = (place.control or Path(dossier.CONTROL[-1])).name
    findings = summarize.findings_book(data, language, base, control if asks else "")
    files = {
        place.results / dossier.SUMMARY: excel.written(summary),
        place.results / dossier.FINDINGS: excel.written(findings),
        place.results / dossier.SCHEDULE: summarize.schedule(data),
    }
    if whole.obstacle:
        return files, whole.obstacle
    path = place.results / dossier.FOLLOW_UP
    content = _follow_up(whole, profile)
    try:
        if journal.is_news(path, content):
            excel.require_free(path)
            files[path] = content
    except OutputError as error:
        return files, error
    return files, None


def _follow_up(whole: Whole, profile: Profile) -> bytes:
    """The follow-up table: the one that is there, brought up to date, or a new one."""
    data, lists = whole.data, profile.codelists
    units = [row.lead_unit for row in profile.assignments if row.is_in_force(profile.day)]
    book = replace(summarize.follow_up(data, lists, units), signers=_signers(profile))
    if whole.typed and whole.plan:
        return following.updated(whole.typed.table, whole.plan, data.as_of, book)
    rows = [summarize.followed(task, lists) for task in data.tasks]
    return following.created(book, rows, dossier.FOLLOW_UP)


def _signers(profile: Profile) -> Signers:
    settings = profile.settings
    return Signers(settings.prepared_by, settings.signer, settings.signer_title)


def _slips(place: Dossier, data: Consolidation, profile: Profile) -> Iterator[tuple[Path, bytes]]:
    lists = profile.codelists
    for unit, tasks in summarize.slips(data).items():
        name = f"Phieu_{'_'.join(fold(unit).split())}"
        path = place.results / dossier.SLIPS / f"{name}.xlsx"
        if following.read_slips([(path, path.name)], profile):
            path = path.with_name(f"{name}_{data.as_of.isoformat()}.xlsx")
        rows = [summarize.followed(task, lists) for task in tasks]
        book = replace(summarize.slip(data, lists, unit, tasks), signers=_signers(profile))
        yield path, following.slip_content(book, rows, path.name)


def _digest(path: Path, files: Mapping[Path, bytes]) -> str:
    """The SHA-256 of a file as it will be."""
    return hashlib.sha256(files[path]).hexdigest() if path in files else dossier.digest(path)
