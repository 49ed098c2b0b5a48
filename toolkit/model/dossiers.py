"""What is put together: people, petitions and tasks of one meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum

from toolkit.model.findings import Cell, Finding, Notice, Value
from toolkit.model.tables import Record, Table


@dataclass(frozen=True, slots=True)
class Link:
    """A response and the petition that it answers. `how` is id, number, text or decided."""

    petition: Record
    response: Record
    how: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records that certainly speak of the same thing, in the order they were read."""

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or one petition, made of all the records that speak of it.

    `places` maps a field to the cell its value was taken from. `id` is empty for people.
    """

    values: Mapping[str, Value]
    places: Mapping[str, Cell]
    sources: tuple[Record, ...]
    id: str = ""

    def __getitem__(self, key: str) -> Value:
        return self.values.get(key)

    def text(self, key: str) -> str:
        """A value as text; empty if it is blank."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    @property
    def suspected(self) -> str:
        """What its words hint at in any of its sources (see `Record`)."""
        return next((record.suspected for record in self.sources if record.suspected), "")

    @property
    def place(self) -> Cell:
        """The cell that shows where the entry comes from: its main field, in its first source."""
        first = self.sources[0]
        main = first.table.layout.needs[0]
        return first.cell(main)


class DueState(StrEnum):
    """The third axis: how a task stands to its deadline. Computed, never typed."""

    DONE_IN_TIME = "Hoàn thành đúng hạn"
    DONE_LATE = "Hoàn thành quá hạn"
    DONE_UNDATED = "Hoàn thành (chưa rõ ngày)"
    """The deadline is past, and nothing says whether it was finished before or after."""
    DONE_WITHOUT_DEADLINE = "Hoàn thành, không có hạn"
    """Neither in time nor late, as is what has no day: both count in no rate of timeliness."""
    IN_TIME = "Còn trong hạn"
    SOON = "Sắp đến hạn"
    OVERDUE = "Quá hạn"
    NO_DEADLINE = "Chưa có hạn"

    @property
    def is_done(self) -> bool:
        """Whether nobody has to act any more."""
        return self.name.startswith("DONE_")


@dataclass(frozen=True, slots=True)
class Task:
    """A petition with who is to do what until when.

    `proposed` are the fields that the toolkit filled in, not a person. `basis` explains the
    due date in Vietnamese. `days_overdue` is None unless the task is or was late.
    """

    petition: Entry
    lead_unit: str
    support_units: tuple[str, ...]
    leader: str
    assignee: str
    due_date: date | None
    basis: str
    due_state: DueState
    days_overdue: int | None
    proposed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of the meeting. Unknown parts are empty or None.

    `unit_name` is as in a letterhead (“xã Tân Phong”), `unit_code` the official code of the
    commune. `parent` is the level above (“huyện Tân Biên”, “tỉnh Tây Ninh”).
    """

    unit_name: str = ""
    unit_code: str = ""
    parent: str = ""
    held_on: date | None = None
    year: int | None = None


class FileStatus(StrEnum):
    """What became of one input file."""

    OK = "ok"
    WARNINGS = "warnings"
    ERRORS = "errors"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"
    NO_TABLE = "no_table"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the inbox and what was found in it.

    `path` is below the folder given, with `/`, in NFC. `reason` says why the file was skipped
    or could not be read, with what fills its placeholders.
    """

    path: str
    sha256: str
    size: int
    status: FileStatus
    reason: Notice | None = None
    params: Mapping[str, object] = dataclass_field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def has_data(self) -> bool:
        """Whether a table of ours was read from it: such files are counted as used."""
        return any(not table.layout.foreign for table in self.tables)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """All that is known after one run over a dossier: what the summary sheets speak of.

    Every record of `files` is a source of exactly one of `attendees` and `tasks`, or is in
    `unlinked` (responses whose petition was not found) or `surveys`. `findings` are those of
    the files and those that only show across files.
    """

    meeting: Meeting
    as_of: date
    files: tuple[SourceFile, ...]
    attendees: tuple[Entry, ...]
    tasks: tuple[Task, ...]
    unlinked: tuple[Record, ...]
    surveys: tuple[Record, ...]
    findings: tuple[Finding, ...]
