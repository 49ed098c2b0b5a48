"""Every notice is held against its own examples, and its texts against the rules of style."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from toolkit import layouts, rules, settings
from toolkit.errors import DeclarationError
from toolkit.model import Cell, Finding, Notice, Record, Severity
from toolkit.reference import NOTICES, explain, nearest, rules_page
from toolkit.reference.examples import example, findings, settings_findings
from toolkit.rules import RULES, duplicates
from toolkit.rules.declare import BLAMED, Blame, Rule, Verdict, collect, rule, table_rule
from toolkit.rules.families import FAMILIES
from toolkit.rules.words import former_units, words
from toolkit.testing import blamed

SHEETS = [notice for notice in NOTICES if BLAMED in notice.bad]
FIELDS = {column.field for layout in layouts.load() for column in layout.columns}
PAGE = Path(str(rules.__file__)).with_name("README.md")

FORBIDDEN = re.compile(
    r"\b(traceback|null|none|nan|invalid|index|parse|encoding|regex|sheet|cell|field|row|column|"
    r"record|header|error|warning|file|workbook|format|string|code|user)\b",
    re.IGNORECASE,
)
"""Words that no clerk needs to know."""

ENGLISH = re.compile(r"\b(the|of|is|are|and|with|from|that|which|by|nothing)\b", re.IGNORECASE)

TEXTS = [
    pytest.param(text, id=f"{notice.code} {name}")
    for notice in NOTICES
    for name, text in (("vi", notice.vi), ("fix_vi", notice.fix_vi))
]


def by_code(notices: Iterable[Notice]) -> list[object]:
    return [pytest.param(notice, id=notice.code) for notice in notices]


def told(notice: Notice, text: str) -> list[Finding]:
    read = settings_findings if notice in settings.NOTICES else findings
    return [finding for finding in read(text) if finding.notice.code == notice.code]


# ── Examples ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("notice", by_code(SHEETS))
def test_the_wrong_example_is_told_at_exactly_the_marked_cells(notice: Notice) -> None:
    cells: list[Cell] = [finding.cell for finding in told(notice, notice.bad)]
    assert sorted(cells) == sorted(blamed(notice.bad))


@pytest.mark.parametrize("notice", by_code(SHEETS))
def test_the_right_example_is_not_told(notice: Notice) -> None:
    assert told(notice, notice.good) == []


@pytest.mark.parametrize("notice", by_code(SHEETS))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_placeholder_is_filled(notice: Notice, language: str) -> None:
    finding = example(notice)
    assert finding is not None
    for text in (finding.text(language), finding.fix(language)):
        assert "{" not in text
        assert not re.search(r"“\s*”|«\s*»|\bNone\b", text)
        assert len(text.split()) <= 45


# ── Texts ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_short_and_ends_as_a_sentence(text: str) -> None:
    assert len(text.split()) <= 45
    assert text[-1] in ".!…”}"
    assert len(re.findall(r"[.!?](?=\s+[A-ZĐÀ-Ỹ“])", text)) <= 1


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_proper_vietnamese(text: str) -> None:
    plain = re.sub(r"\{[^}]*\}|“[^”]*”|«[^»]*»|\([^)]*\)", "", text)
    assert unicodedata.is_normalized("NFC", text)
    assert not FORBIDDEN.search(plain)
    assert re.search(r"[à-ỹđ]", text)


@pytest.mark.parametrize("notice", by_code(NOTICES))
def test_a_fix_is_polite(notice: Notice) -> None:
    polite = ("Đề nghị", "Hãy", "Nếu", "Không", "Nên", "Ví dụ", "Có thể", "Cần")
    assert notice.fix_vi.startswith(polite)


def test_codes_are_unique_and_of_known_families() -> None:
    codes = [notice.code for notice in NOTICES]
    assert sorted(set(codes)) == sorted(codes)
    assert {code[:3] for code in codes} <= set(FAMILIES)
    assert all(re.fullmatch(r"[A-Z]{3}-\d\d", code) for code in codes)


# ── Declarations ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("declared", RULES, ids=lambda declared: declared.notice.code)
def test_every_field_of_a_rule_is_a_field_of_some_table(declared: Rule) -> None:
    """A misspelled parameter would otherwise make a rule that never finds anything."""
    assert set(declared.fields) <= FIELDS


def test_no_module_of_rules_is_forgotten() -> None:
    folder = Path(str(rules.__file__)).parent
    topics = {path.stem for path in folder.glob("[a-z]*.py")}
    declared = [r for topic in topics for r in collect(import_module(f"toolkit.rules.{topic}"))]
    assert {r.notice.code for r in declared} == {r.notice.code for r in RULES}


def declare(
    judge: Callable[..., Verdict],
    code: str = "DAT-99",
    vi: str = "Ngày {due_date} chưa đúng.",
    good: str = "STT",
    bad: str = ">>STT",
) -> Rule:
    return rule(
        code,
        Severity.ERROR,
        vi=vi,
        en="Wrong.",
        fix_vi="Hãy sửa lại.",
        fix_en="Correct it.",
        good=good,
        bad=bad,
    )(judge)


def in_time(due_date: date) -> Verdict:
    """Why."""
    return due_date.year > 0


def without_reason(due_date: date) -> Verdict:
    return due_date.year > 0


def about_nothing() -> Verdict:
    """Why."""
    return True


def without_type(due_date) -> Verdict:  # type: ignore[no-untyped-def]  # the mistake
    """Why."""
    return bool(due_date)


def test_a_right_declaration_is_a_rule() -> None:
    assert declare(in_time).fields == ("due_date",)


WRONG: dict[str, Callable[[], object]] = {
    "not a code of a known family": lambda: declare(in_time, code="ABC-01"),
    r"names \['day'\]": lambda: declare(in_time, vi="Ngày {day} sai."),
    "a text is empty": lambda: declare(in_time, vi=""),
    "no cell of the bad example is marked": lambda: declare(in_time, bad="STT"),
    "needs a good example without blame": lambda: declare(in_time, good=">>STT"),
    "has no docstring": lambda: declare(without_reason),
    "looks at no field": lambda: declare(about_nothing),
    "no type for": lambda: declare(without_type),
    "declared twice": lambda: collect(duplicates, duplicates),
}


@pytest.mark.parametrize("problem", WRONG)
def test_a_wrong_declaration_never_reaches_staff(problem: str) -> None:
    with pytest.raises(DeclarationError, match=problem):
        WRONG[problem]()


def test_a_rule_about_a_table_takes_its_records() -> None:
    def find(rows: list[Record]) -> Iterator[Blame]:
        """Why."""
        yield from (Blame(row, "seq") for row in rows)

    declared = table_rule(
        "DAT-99",
        Severity.ERROR,
        fields=("seq",),
        vi="Sai.",
        en="Wrong.",
        fix_vi="Hãy sửa lại.",
        fix_en="Correct it.",
        good="STT",
        bad=">>STT",
    )
    with pytest.raises(DeclarationError, match="takes records"):
        declared(find)


def test_lists_of_words_name_their_source() -> None:
    with pytest.raises(DeclarationError, match="no list 'weather'"):
        words("weather")
    assert former_units()[0][1] == "Phòng Kinh tế"
    assert former_units(in_ward=True)[0][1] == "Phòng Kinh tế, Hạ tầng và Đô thị"


# ── Pages ───────────────────────────────────────────────────────────────────────────────────


def test_a_code_is_explained_in_the_terminal() -> None:
    assert (
        explain("DAT-21", "vi")
        == """\
DAT-21 – Lỗi

Ngày trả lời 20/09/2026 sớm hơn ngày tiếp nhận 05/10/2026, nên một trong hai ngày chưa đúng.

Vì sao: Không thể trả lời trước khi nhận kiến nghị; có thể hai cột bị đổi chỗ cho nhau.
Cách sửa: Hãy đối chiếu văn bản rồi sửa ngày trả lời hoặc ngày tiếp nhận, ví dụ 20/10/2026; \
nếu chưa đối chiếu được, hãy gõ «Chưa rõ» vào ô này.

Ví dụ sai (ô có dấu ►):
  STT │ Nội dung kiến nghị         │ Ngày tiếp nhận │ Nội dung trả lời     │ Ngày trả lời
  1   │ Đề nghị sửa đường vào tổ 5 │ 05/10/2026     │ Đã dặm vá 30 m đường │ ► 20/09/2026

Ví dụ đúng:
  STT │ Nội dung kiến nghị         │ Ngày tiếp nhận │ Nội dung trả lời     │ Ngày trả lời
  1   │ Đề nghị sửa đường vào tổ 5 │ 05/10/2026     │ Đã dặm vá 30 m đường │ 20/10/2026"""
    )


def test_an_unknown_code_is_not_explained_but_its_like_are_named() -> None:
    assert explain("DAT-00", "vi") is None
    assert nearest("DAT-00") == ("DAT-01", "DAT-02", "DAT-03")
    assert nearest("dat 36") == ("DAT-35", "DAT-34", "DAT-33")
    assert nearest("ORG") == ("ORG-01", "ORG-02", "ORG-03")
    assert nearest("giờ nào") != ()


@pytest.mark.parametrize("notice", by_code(NOTICES))
def test_a_page_in_vietnamese_has_no_english_sentence(notice: Notice) -> None:
    """What is missing: a line in `locale/vi/LC_MESSAGES/reasons.po`; then compile it."""
    assert not ENGLISH.findall(explain(notice.code, "vi") or "")


def test_the_page_of_all_rules_is_up_to_date() -> None:
    """If this fails: `doithoai rules > toolkit/rules/README.md`, and read the diff aloud."""
    assert PAGE.read_text("utf-8") == rules_page("vi")


def test_families_of_codes_have_a_heading_in_both_languages() -> None:
    assert [family for family, titles in FAMILIES.items() if not all(titles)] == []
