"""Random histories of a table that people and the toolkit both write, against a plain model.

The model knows of every cell only who owns it: the toolkit, until a person types something else.
What a person owns never changes; what the toolkit owns is what the source said last.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.living import THOUSANDS
from toolkit.detect import detect
from toolkit.layouts.follow_up import HEADERS
from toolkit.living.base import FIELDS, SHEET, Base, Kept, base_table, read_base
from toolkit.living.merging import Decision, Verdict, merge
from toolkit.living.planning import Choice, Conflict, News, Plan, plan
from toolkit.living.reading import Living, find_tables, read_living
from toolkit.living.seen import seen
from toolkit.model import Cell, Raw, Sheet, Workbook
from toolkit.profiles import Profile, load
from toolkit.values.likeness import identifier

NAME = "Theo_doi_phan_cong.xlsx"
TITLE = ["BẢNG THEO DÕI, PHÂN CÔNG GIẢI QUYẾT KIẾN NGHỊ"]
TYPED_IN = ("lead_unit", "response_text", "leader", "note", "document_no")
"""Fields that people and sources change."""
TAG = "Xe của ai"
RENAMED = {"Đơn vị chủ trì": "Cơ quan chủ trì", "Người kiến nghị": "Họ và tên người kiến nghị"}
TEXTS = ("", "Công an xã", "Phòng Kinh tế", "Đã trả lời bằng văn bản", "12/UBND", "chờ kinh phí")
MATTERS = ("sửa đường", "lắp đèn", "nạo vét kênh", "cấp nước sạch", "xây nhà văn hóa", "dọn rác")

words = st.sampled_from(TEXTS)
number = st.integers(0, 7)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("type"), number, st.sampled_from(TYPED_IN), words),
        st.tuples(st.just("change"), number, st.sampled_from(TYPED_IN), words),
        st.tuples(st.just("arrive")),
        st.tuples(st.just("vanish"), number),
        st.tuples(st.just("come_back")),
        st.tuples(st.just("sort"), st.randoms(use_true_random=False)),
        st.tuples(st.just("move"), number, number),
        st.tuples(st.just("rename"), st.sampled_from(sorted(RENAMED))),
        st.tuples(st.just("add_section"), number),
        st.tuples(st.just("tag"), number, words),
        st.tuples(st.just("own_row")),
        st.tuples(st.just("erase_id"), number),
        st.tuples(st.just("decide"), number, st.sampled_from([*Decision])),
        st.tuples(st.just("check")),
    ),
    max_size=25,
)


@cache
def profile() -> Profile:
    return load(date(2026, 10, 20))[0]


@dataclass
class Owned:
    """What the model knows of a cell: what stands there, and what the toolkit wrote last."""

    shows: str = ""
    written: str = ""


@dataclass
class History:
    """A table, its base and its sources; beside them the model."""

    headers: list[str] = field(default_factory=lambda: list(HEADERS.values()))
    rows: list[dict[str, Raw]] = field(default_factory=list)
    base: Base = field(default_factory=lambda: Base(is_there=True))
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    away: dict[str, dict[str, str]] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    waiting: dict[tuple[str, str], Conflict] = field(default_factory=dict)
    choices: dict[tuple[str, str], Choice] = field(default_factory=dict)
    model: dict[tuple[str, str], Owned] = field(default_factory=dict)
    tags: dict[str, Raw] = field(default_factory=dict)
    count: int = 0

    # ── What people do ──────────────────────────────────────────────────────────────────────

    def records(self) -> list[dict[str, Raw]]:
        return [row for row in self.rows if row.get(self.named("petition_id"))]

    def named(self, key: str) -> str:
        """What is written over a field now."""
        header = HEADERS[key]
        return header if header in self.headers else RENAMED[header]

    def type(self, at: int, key: str, text: str) -> None:
        if row := self.record(at):
            row[self.named(key)] = text or None
            self.owned(str(row[self.named("petition_id")]), key).shows = text

    def record(self, at: int) -> dict[str, Raw] | None:
        found = self.records()
        return found[at % len(found)] if found else None

    def owned(self, given: str, key: str) -> Owned:
        return self.model.setdefault((given, key), Owned())

    def own_row(self) -> None:
        self.count += 1
        text = f"Bà con tự ghi việc số {self.count} cần {MATTERS[self.count % len(MATTERS)]}"
        self.rows.append({self.named("content"): text, self.named("note"): "tự ghi"})

    def sort(self, random: Random) -> None:
        random.shuffle(self.rows)

    def move(self, at: int, to: int) -> None:
        self.headers.insert(to, self.headers.pop(at))

    def rename(self, header: str) -> None:
        if header in self.headers:
            self.headers[self.headers.index(header)] = RENAMED[header]
            for row in self.rows:
                row[RENAMED[header]] = row.pop(header, None)

    def add_section(self, at: int) -> None:
        self.rows.insert(at % (len(self.rows) + 1), {"STT": "II. Lĩnh vực đất đai"})

    def tag(self, at: int, text: str) -> None:
        """Write into a column of one's own."""
        if row := self.record(at):
            if TAG not in self.headers:
                self.headers.append(TAG)
            row[TAG] = text or None
            self.tags[str(row[self.named("petition_id")])] = text or None

    def erase_id(self, at: int) -> None:
        if row := self.record(at):
            row[self.named("petition_id")] = None

    def decide(self, at: int, decision: Decision) -> None:
        if self.waiting:
            conflict = list(self.waiting.values())[at % len(self.waiting)]
            self.choices[conflict.name] = Choice(decision, conflict.new)

    # ── What sources do ─────────────────────────────────────────────────────────────────────

    def arrive(self) -> None:
        self.count += 1
        matter = MATTERS[self.count % len(MATTERS)]
        text = f"Kiến nghị thứ {self.count}: đề nghị {matter} ở tổ {self.count}"
        self.sources[f"KN-2026-{self.count:03}"] = {"content": text, "lead_unit": "Công an xã"}

    def change(self, at: int, key: str, text: str) -> None:
        given = sorted(self.sources)
        if given:
            self.sources[given[at % len(given)]][key] = text

    def vanish(self, at: int) -> None:
        if self.sources:
            gone = sorted(self.sources)[at % len(self.sources)]
            self.away[gone] = self.sources.pop(gone)

    def come_back(self) -> None:
        if self.away:
            back = min(self.away)
            self.sources[back] = self.away.pop(back)

    # ── What the toolkit does ───────────────────────────────────────────────────────────────

    def run(self) -> Plan:
        book = self.workbook()
        found, _ = detect(book, profile().layouts, profile().codelists)
        living = read_living(book, find_tables(found, self.base), self.base, {})
        adopted = self.adopt(living)
        made = plan(living, self.base, self.news(living, adopted), self.choices, adopted)
        self.follow(made, adopted)
        return made

    def check(self) -> None:
        """Run, and hold the table against the model."""
        self.run()
        shown = {
            str(row[self.named("petition_id")]): row
            for row in self.rows
            if row.get(self.named("petition_id"))
        }
        assert shown.keys() >= self.sources.keys() | self.away.keys() & shown.keys()
        for (one, key), owned in self.model.items():
            if key in TYPED_IN:
                assert seen(shown[one].get(self.named(key))) == owned.shows, (one, key)
        for one, tag in self.tags.items():
            assert shown[one].get(TAG) == tag
        contents = [seen(row.get(self.named("content"))) for row in self.records()]
        assert len({*contents}) == len(contents)
        again = self.run()
        assert (again.values, again.appended, again.log, again.moved) == ({}, [], [], [])

    def workbook(self) -> Workbook:
        body = [tuple(row.get(header) for header in self.headers) for row in self.rows]
        rows = (tuple(TITLE), (), tuple(self.headers), *body)
        return Workbook(NAME, (Sheet("Theo dõi", rows),))

    def adopt(self, living: Living) -> dict[tuple[str, int], str]:
        adopted: dict[tuple[str, int], str] = {}
        for row in living.rows:
            if not row.known:
                self.count += 1
                adopted[row.sheet, row.number] = f"KN-2026-{self.count:03}"
        return adopted

    def news(self, living: Living, adopted: Mapping[tuple[str, int], str]) -> list[News]:
        found = [News(given, dict(cells)) for given, cells in self.sources.items()]
        for row in living.rows:
            given = adopted.get((row.sheet, row.number)) or row.known
            if given in self.own or (row.sheet, row.number) in adopted:
                here = Cell(NAME, row.sheet, row.number, 1)
                cells = {key: text for key, text in row.cells.items() if text}
                found.append(News(given, cells, dict.fromkeys(cells, here)))
        return found

    def follow(self, made: Plan, adopted: Mapping[tuple[str, int], str]) -> None:
        """Do what the plan says, and let the model say what should have come of it."""
        for (_, row, column), value in made.values.items():
            self.rows[row - 4][self.headers[column - 1]] = value  # type: ignore[assignment]
        for cells in made.appended:
            self.rows.append({self.named(key): cells.get(key) for key in HEADERS})  # type: ignore[misc]
        for (_, row), new in adopted.items():
            self.own.add(new)
            for key in FIELDS:
                text = seen(self.rows[row - 4].get(self.named(key)))
                self.owned(new, key).shows = text
        self.base = Base(made.kept, {}, is_there=True)
        self.expect(made)

    def expect(self, made: Plan) -> None:
        waiting = {}
        for one, cells in self.sources.items():
            for key in TYPED_IN:
                owned, new = self.owned(one, key), cells.get(key, "")
                choice = self.choices.get((identifier(one), key))
                decision = choice.decision if choice and choice.new == new else None
                if not new or owned.shows == new:
                    owned.written = new or owned.written
                elif owned.shows == owned.written or (
                    decision is Decision.TAKE and new != owned.written
                ):
                    owned.shows = owned.written = new
                elif new != owned.written:
                    if decision is Decision.KEEP:
                        owned.written = new
                    else:
                        waiting[identifier(one), key] = new
        assert {c.name: c.new for c in made.conflicts} == waiting
        self.waiting = {c.name: c for c in made.conflicts}
        self.choices = {}


@settings(max_examples=3000 if THOUSANDS else 15)
@given(steps)
def test_no_history_loses_moves_or_overwrites_what_people_did(
    made: list[tuple[object, ...]],
) -> None:
    history = History()
    for name, *arguments in [*[("arrive",)] * 3, ("check",), *made, ("check",)]:
        getattr(history, str(name))(*arguments)


values = st.sampled_from(["", "a", "b", "c"])


@given(base=values, typed=values, new=values, counted=st.booleans())
def test_a_merged_cell_shows_what_a_person_typed_or_what_is_new(
    *, base: str, typed: str, new: str, counted: bool
) -> None:
    merged = merge(base, typed, new, counted=counted)
    shows = new if merged.verdict is Verdict.TAKE else typed
    assert typed in {shows, base}
    assert shows or not typed or counted
    assert merge(merged.base, shows, new, counted=counted).verdict is not Verdict.TAKE


@given(values, values, values)
def test_a_conflict_is_settled_by_one_decision(base: str, typed: str, new: str) -> None:
    if merge(base, typed, new).verdict is Verdict.CONFLICT:
        kept = merge(base, typed, new, Decision.KEEP)
        taken = merge(base, typed, new, Decision.TAKE)
        assert merge(kept.base, typed, new).verdict is Verdict.KEEP
        assert merge(taken.base, new, new).verdict is Verdict.AGREED


def test_what_is_kept_survives_its_sheet() -> None:
    kept = Kept(
        "KN-1",
        dict.fromkeys(FIELDS, "") | {"content": "Đường\ntổ 3"},
        first_due="2026-11-03",
        pinned=frozenset({"due_state", "due_basis"}),
        says="Đường tổ 3",
    )
    book = Workbook(NAME, (Sheet(SHEET, base_table([kept])),))
    assert read_base(book) == Base({"kn-1": kept}, {"kn-1": 2}, is_there=True)
