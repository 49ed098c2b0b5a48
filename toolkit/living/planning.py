"""What a run changes in the follow-up table: single cells, and rows added below. Nothing moves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from toolkit.layouts.follow_up import COUNTED, HEADERS
from toolkit.living.base import DELETED, FIELDS, GONE, TYPED, Base, Kept
from toolkit.living.merging import Decision, Merged, Verdict, merge
from toolkit.living.reading import Living, Row
from toolkit.living.seen import seen
from toolkit.model import Cell, ReportCell
from toolkit.values.likeness import identifier

NO_SOURCE = "Không còn trong nguồn"
"""What “Tình trạng hạn” says of a petition that is in no source any more."""
WHOLE_ROW = "(cả dòng)"
"""The name of the column where a conflict is about a row."""
TAKEN_OUT = "(đã xóa dòng)"
"""What stands in a row that people took out."""

Place = tuple[str, int, int]
"""Sheet, row and column of a cell."""


@dataclass(frozen=True, slots=True)
class News:
    """What the sources say of one petition now, by field, and where they say it.

    `is_closed` tells whether nobody has to act any more: its deadline is not reckoned anew.
    """

    id: str
    cells: Mapping[str, ReportCell]
    places: Mapping[str, Cell] = field(default_factory=dict)
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that people and sources have changed; `key` is empty where it is a whole row.

    `cell` is where it stands in the table, `source` where the new value comes from.
    """

    id: str
    key: str
    base: str
    typed: str
    new: str
    cell: Cell | None = None
    source: Cell | None = None

    @property
    def column(self) -> str:
        """The name of the column."""
        return HEADERS.get(self.key, WHOLE_ROW)

    @property
    def name(self) -> tuple[str, str]:
        """What a decision about it is known by."""
        return identifier(self.id), self.key


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the log: what became of a cell, and why."""

    id: str
    key: str
    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a conflict whose new value was then `new`."""

    decision: Decision
    new: str


@dataclass(slots=True)
class Plan:
    """All that is to be written.

    `values` are cells to be changed, `appended` rows to be added, by field; `kept` is the base
    from now on. `moved` are the petitions whose deadline was reckoned anew.
    """

    values: dict[Place, ReportCell] = field(default_factory=dict)
    appended: list[Mapping[str, ReportCell]] = field(default_factory=list)
    kept: dict[str, Kept] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    log: list[Change] = field(default_factory=list)
    moved: list[Change] = field(default_factory=list)
    marked: dict[Place, str] = field(default_factory=dict)


def plan(
    living: Living,
    base: Base,
    news: Sequence[News],
    choices: Mapping[tuple[str, str], Choice],
    adopted: Mapping[tuple[str, int], str],
) -> Plan:
    """What is to be changed so that the table says what is new, and keeps what people typed.

    `adopted` maps the sheet and number of rows that people typed to the ids given to them.
    """
    made = Plan(kept=dict(base.kept))
    rows = _rows_by_id(living, adopted)
    work = _Work(living, base, choices, made)
    for one in news:
        row = rows.get(identifier(one.id))
        if row is None:
            work.without_row(one)
        else:
            work.merge(row, one, is_adopted=(row.sheet, row.number) in adopted)
    told = {identifier(one.id) for one in news}
    for key, kept in base.kept.items():
        if key not in told:
            work.vanished(kept, rows.get(key))
    return made


def together(first: Plan, then: Plan) -> Plan:
    """Two plans, one after the other; of two conflicts about a cell the first is shown."""
    waiting = {conflict.name: conflict for conflict in [*then.conflicts, *first.conflicts]}
    return Plan(
        {**first.values, **then.values},
        then.appended,
        then.kept,
        sorted(waiting.values(), key=lambda conflict: conflict.name),
        [*first.log, *then.log],
        then.moved,
        then.marked,
    )


def _rows_by_id(living: Living, adopted: Mapping[tuple[str, int], str]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in living.rows:
        given = row.known or adopted.get((row.sheet, row.number), "")
        if given:
            rows.setdefault(identifier(given), row)
    return rows


@dataclass(frozen=True, slots=True)
class _Work:
    """The plan while it is made."""

    living: Living
    base: Base
    choices: Mapping[tuple[str, str], Choice]
    made: Plan

    def merge(self, row: Row, news: News, *, is_adopted: bool) -> None:
        """Hold a row against what is new, cell by cell."""
        before = self.base.get(news.id)
        kept = before or Kept(news.id, origin=TYPED if is_adopted else "")
        kept = replace(kept, state="")
        cells = _frozen(news, kept) if news.is_closed else news.cells
        kept = self._identified(row, news.id, kept)
        for key in FIELDS[1:]:
            if key in self.living.columns[row.sheet] and key not in row.formulas:
                kept = self._merged(row, key, cells.get(key), kept, news)
        self.made.kept[identifier(news.id)] = _with_words(_with_first_due(kept, row), row)

    def without_row(self, news: News) -> None:
        """A petition that is new, or whose row people took out."""
        kept = self.base.get(news.id)
        if kept is None:
            self._append(news, Kept(news.id))
            return
        if kept.state == DELETED:
            return
        content = seen(news.cells.get("content"))
        conflict = Conflict(news.id, "", content, TAKEN_OUT, content, None, _source(news))
        choice = self._choice(conflict)
        if choice is Decision.TAKE:
            self._append(news, replace(kept, state=""))
        elif choice is Decision.KEEP:
            self.made.kept[identifier(news.id)] = replace(kept, state=DELETED)
        else:
            self.made.conflicts.append(conflict)

    def vanished(self, kept: Kept, row: Row | None) -> None:
        """A petition that is in no source any more is kept, and says so."""
        if row is None:
            if kept.state != DELETED:
                self.made.kept[identifier(kept.id)] = replace(kept, state=DELETED)
            return
        kept = self._identified(row, kept.id, kept)
        told = News(kept.id, {"due_state": NO_SOURCE, "days_overdue": None})
        for key in told.cells:
            if key in self.living.columns[row.sheet] and key not in row.formulas:
                kept = self._merged(row, key, told.cells[key], kept, told)
        if kept.state != GONE:
            self._mark(row)
            self.made.log.append(Change(kept.id, "", "", "", NO_SOURCE))
        self.made.kept[identifier(kept.id)] = replace(kept, state=GONE)

    def _mark(self, row: Row) -> None:
        """A note on the id, where the column that would say so is not there."""
        columns = self.living.columns[row.sheet]
        if "due_state" not in columns:
            place = (row.sheet, row.number, columns.get("petition_id", 1))
            self.made.marked[place] = NO_SOURCE

    def _identified(self, row: Row, given: str, kept: Kept) -> Kept:
        """Write the id where it is missing, or is that of the row that was copied."""
        column = self.living.columns[row.sheet].get("petition_id")
        if column and "petition_id" not in row.formulas and (not row.id or row.copied):
            self.made.values[row.sheet, row.number, column] = given
        return kept.with_value("petition_id", given)

    def _merged(self, row: Row, key: str, new: ReportCell, kept: Kept, news: News) -> Kept:
        """One cell. What people typed in this very table is no news to it."""
        place = news.places.get(key)
        is_own = place is not None and place.workbook == self.living.workbook
        typed, wanted = row.cells.get(key, ""), "" if is_own else seen(new, key)
        if key in kept.pinned and typed not in {"", wanted}:
            return kept
        before = kept.values.get(key, "")
        cell = self.living.cell(row, key)
        conflict = Conflict(news.id, key, before, typed, wanted, cell, place)
        choice = self._choice(conflict)
        merged = merge(before, typed, wanted, choice, counted=key in COUNTED)
        self._do(conflict, merged, new, choice)
        pinned = kept.pinned - {key}
        if choice is Decision.KEEP and key in COUNTED:
            pinned |= {key}
        return replace(kept.with_value(key, merged.base), pinned=pinned)

    def _do(
        self, conflict: Conflict, merged: Merged, new: ReportCell, choice: Decision | None
    ) -> None:
        """Note down what a verdict asks for."""
        key, cell = conflict.key, conflict.cell
        if merged.verdict is Verdict.CONFLICT:
            self.made.conflicts.append(conflict)
        if choice and merged.verdict in {Verdict.KEEP, Verdict.TAKE}:
            old, became = conflict.new, conflict.typed
            if choice is Decision.TAKE:
                old, became = became, old
            self.made.log.append(Change(conflict.id, key, old, became, f"quyết định: {choice}"))
        if merged.verdict is not Verdict.TAKE or cell is None:
            return
        self.made.values[cell.sheet, cell.row, cell.column] = new
        change = Change(conflict.id, key, conflict.typed, conflict.new, "nguồn thay đổi")
        if key == "due_date" and conflict.base:
            self.made.moved.append(change)
        if not choice and key not in COUNTED:
            self.made.log.append(change)

    def _choice(self, conflict: Conflict) -> Decision | None:
        """What was decided, if it was about this very value."""
        choice = self.choices.get(conflict.name)
        return choice.decision if choice and choice.new == conflict.new else None

    def _append(self, news: News, kept: Kept) -> None:
        cells = {key: news.cells.get(key) for key in FIELDS} | {"petition_id": news.id}
        number = self.living.last_number + len(self.made.appended) + 1
        self.made.appended.append({"seq": number, **cells})
        values = {key: seen(cell, key) for key, cell in cells.items()}
        self.made.kept[identifier(news.id)] = replace(kept, values=values)


def _frozen(news: News, kept: Kept) -> Mapping[str, ReportCell]:
    """The cells of a petition that is finished: its deadline stays what it was."""
    due = kept.values.get("due_date", "")
    if not due:
        return news.cells
    cells = dict(news.cells)
    cells["due_date"] = date.fromisoformat(due) if _is_day(due) else due
    cells["due_basis"] = kept.values.get("due_basis", "") or cells.get("due_basis")
    return cells


def _with_first_due(kept: Kept, row: Row) -> Kept:
    """Remember the first deadline as soon as people extend it."""
    first, typed = kept.values.get("due_date", ""), row.cells.get("due_date", "")
    if not kept.first_due and _is_day(first) and _is_day(typed) and typed > first:
        return replace(kept, first_due=first)
    return kept


def _with_words(kept: Kept, row: Row) -> Kept:
    """Remember what the row says, if that is not what was written."""
    content = row.cells.get("content", "")
    return replace(kept, says="" if content == kept.values.get("content", "") else content)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _source(news: News) -> Cell | None:
    return news.places.get("content")


def typed_fields(row: Row, kept: Kept | None) -> Iterator[str]:
    """The fields of a row in which people wrote something else than the toolkit."""
    for key, text in row.cells.items():
        if key in FIELDS and text != (kept.values.get(key, "") if kept else ""):
            yield key
