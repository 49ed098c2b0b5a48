"""What a code means stands beside it in its list, and nowhere else."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import toolkit
from toolkit import codelists
from toolkit.codelists import meanings
from toolkit.errors import DeclarationError
from toolkit.rules.words import words

PACKAGE = Path(toolkit.__file__).parent
HEADER = "code,name,synonyms,valid_from,valid_to,source,work,answered,result,needs,meaning_source"
STAGED = "H,Xong giai đoạn 1,Đã xong giai đoạn 1,,,Tự lập,"


def with_outcome(folder: Path, row: str) -> Path:
    """A copy of the toolkit whose list of outcomes has one more row."""
    shutil.copytree(PACKAGE, folder / "toolkit", ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "toolkit" / "codelists" / "outcomes.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    return folder


def run(place: Path, inbox: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "toolkit", "consolidate", str(inbox), "--json", "--dry-run"]
    return subprocess.run(
        [*command, "--as-of", "2026-11-23"],
        env={**os.environ, "PYTHONPATH": str(place)},
        cwd=place,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "ho-so"
    folder.mkdir()
    text = (
        "STT,Người kiến nghị,Nội dung kiến nghị,Nội dung trả lời,Kết quả\n"
        "1,Lê Văn Mẫu,Đề nghị sửa đường vào tổ 5,Đã rải đá 30 m đường,Đã xong giai đoạn 1\n"
        "2,Trần Thị Bình,Đề nghị lắp đèn đường tổ 6,Đã lắp 12 bóng đèn,Đã giải quyết xong\n"
    )
    (folder / "kien nghi.csv").write_text(text, encoding="utf-8-sig")
    return folder


@pytest.mark.parametrize(("group", "resolved"), [("Đã giải quyết xong", 2), ("Có lộ trình", 1)])
def test_a_new_outcome_is_counted_as_its_row_says(
    tmp_path: Path, inbox: Path, group: str, resolved: int
) -> None:
    place = with_outcome(tmp_path / "tool", f"{STAGED}over,yes,{group},,Tự lập")
    done = run(place, inbox)
    assert json.loads(done.stdout)["counts"]["resolved"] == resolved


def test_a_new_outcome_without_a_meaning_stops_the_toolkit(tmp_path: Path, inbox: Path) -> None:
    place = with_outcome(tmp_path / "tool", f"{STAGED},,,,")
    done = run(place, inbox)
    assert done.returncode == 70
    (incident,) = place.glob("su-co-*.txt")
    assert "outcomes.csv: H: column 'result' says ''" in incident.read_text("utf-8")


@pytest.mark.parametrize(
    ("key", "row", "column"),
    [
        ("outcomes", "H,Mới,,,,Tự lập,,yes,Có lộ trình,,Tự lập", "work"),
        ("outcomes", "H,Mới,,,,Tự lập,over,maybe,Có lộ trình,,Tự lập", "answered"),
        ("outcomes", "H,Mới,,,,Tự lập,over,yes,,,Tự lập", "result"),
        ("outcomes", "H,Mới,,,,Tự lập,over,yes,Nhóm mới,,Tự lập", "result"),
        ("outcomes", "H,Mới,,,,Tự lập,over,yes,Có lộ trình,money,Tự lập", "needs"),
        ("outcomes", "H,Mới,,,,Tự lập,over,yes,Có lộ trình,,", "meaning_source"),
        ("statuses", "09,Mới,,,,Tự lập,,no,,,Tự lập", "work"),
    ],
)
def test_a_code_without_a_whole_meaning_is_refused(key: str, row: str, column: str) -> None:
    with pytest.raises(DeclarationError, match=column):
        codelists._rows(key, f"{HEADER}\n{row}\n")


def test_a_kind_that_is_aside_must_say_what_is_shown_in_its_place() -> None:
    row = {"code": "TC", "work": "aside", "stub": "", "meaning_source": "Luật Tố cáo 2018"}
    with pytest.raises(DeclarationError, match="stub"):
        meanings.kind(row)


def test_words_and_topics_of_kinds_exist() -> None:
    topics = {row["code"] for row in codelists.table("topics")}
    for kind in codelists.kinds().values():
        assert not kind.topic or kind.topic in topics
        assert not kind.words or words(kind.words).found_in("") is None


def test_no_module_names_a_single_status_outcome_or_sensitive_kind() -> None:
    aside = {code for code, kind in codelists.kinds().items() if kind.words or kind.aside}
    codes = {*codelists.statuses(), *aside}
    named = {
        (path.relative_to(PACKAGE).as_posix(), text)
        for path in PACKAGE.rglob("*.py")
        for text in texts_of(ast.parse(path.read_text("utf-8")))
        if text in codes
    }
    assert named == set()


def texts_of(tree: ast.AST) -> Iterator[str]:
    """The texts of a module; how numbers are formatted (`:02`) is none of them."""
    formats = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and node.format_spec
        for part in ast.walk(node.format_spec)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in formats:
            yield str(node.value)
