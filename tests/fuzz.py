"""Workbooks with random damage must end in findings or in a message: `make fuzz`.

`python -m tests.fuzz [MINUTES [SEED]]`. Whatever is printed as a failure lies in build/fuzz/
with the number that makes the same file again. Failures are: an error of our own code, a hang
of this process, a changed input, a file that nothing is said about.
"""

import faulthandler
import hashlib
import logging
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from tests import xlsb
from tests.packages import zipped
from toolkit import api, dossier, excel, intake
from toolkit.errors import InputError, NothingToReadError
from toolkit.model import Meeting, SourceFile
from toolkit.settings import control_book, shipped

LOG = logging.getLogger("fuzz")
AS_OF = date(2026, 11, 23)
SAMPLES = Path(__file__).parents[1] / "samples"
KEPT = Path("build", "fuzz")
BATCH = 40
LONGEST_BATCH = 600
"""Seconds after which this process is taken to hang."""

Chance = random.Random
Mutation = Callable[[bytes, Chance], bytes]

_TAG = re.compile(rb"<[^<>]+>")
_ATTRIBUTE = re.compile(rb' [\w:]+="[^"]*"')
_NUMBER = re.compile(rb"(?<=[\"A-Z>])\d+(?=[\"<])")
_ODD_NUMBERS = (
    b"0", b"-1", b"1", b"65537", b"1048577", b"2147483647", b"4294967296", b"99999999999999999999",
    b"1e308", b"1e309", b"NaN", b"", b" 7 ", b"0x10", "٣".encode(), b"-0.0", b"2958466",
)  # fmt: skip
_ODD_REFERENCES = (
    b"A0", b"A1048577", b"XFE1", b"ZZZZZZ1", b"XFD1048576", b"1A", b"A1:B2", b"$A$1", b"a1", b"",
    b"A-1", b"A99999999999999999999", b"R1C1", b"BA600000",
)  # fmt: skip


# ── Damage ──────────────────────────────────────────────────────────────────────────────────


def flipped(data: bytes, chance: Chance) -> bytes:
    """Some bytes changed."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.choice(
                (0, 0xFF, 0x80, chance.randrange(256))
            )
    return bytes(changed)


def cut(data: bytes, chance: Chance) -> bytes:
    """The beginning, or all but a piece."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + (data[end:] if chance.random() < 0.5 else b"")


def repeated(data: bytes, chance: Chance) -> bytes:
    """A piece written again somewhere."""
    start, at = (chance.randrange(len(data) + 1) for _ in range(2))
    piece = data[start : start + chance.randrange(1, 200)] * chance.choice((1, 2, 50))
    return data[:at] + piece + data[at:]


def with_noise(data: bytes, chance: Chance) -> bytes:
    """Signs that mean something to readers of text."""
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(data) + 1)
        noise = chance.choice(
            (b'"', b";", b",", b"\t", b"\r", b"\n\n", b"\x00", b"\xff", b"=", b"'")
        )
        data = data[:at] + noise * chance.choice((1, 2, 500)) + data[at:]
    return data


def _replaced(
    data: bytes, pattern: re.Pattern[bytes], chance: Chance, make: Callable[[bytes], bytes]
) -> bytes:
    found = list(pattern.finditer(data))
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 1, 3, 30)))),
        key=lambda match: -match.start(),
    ):
        data = data[: match.start()] + make(match[0]) + data[match.end() :]
    return data


def without_tags(data: bytes, chance: Chance) -> bytes:
    return _replaced(data, _TAG, chance, lambda _: b"")


def with_double_tags(data: bytes, chance: Chance) -> bytes:
    return _replaced(data, _TAG, chance, lambda tag: tag * 2)


def with_swapped_tags(data: bytes, chance: Chance) -> bytes:
    tags = _TAG.findall(data) or [b""]
    return _replaced(data, _TAG, chance, lambda _: chance.choice(tags))


def without_elements(data: bytes, chance: Chance) -> bytes:
    """Whole elements without children taken away, or written twice."""
    leaf = re.compile(rb"<(\w+)[^<>]*>[^<>]*</\1>|<\w+[^<>]*/>")
    return _replaced(data, leaf, chance, lambda found: found * chance.choice((0, 2)))


def without_attributes(data: bytes, chance: Chance) -> bytes:
    return _replaced(data, _ATTRIBUTE, chance, lambda _: b"")


def with_swapped_attributes(data: bytes, chance: Chance) -> bytes:
    given = _ATTRIBUTE.findall(data) or [b""]
    return _replaced(data, _ATTRIBUTE, chance, lambda _: chance.choice(given))


def with_odd_numbers(data: bytes, chance: Chance) -> bytes:
    return _replaced(data, _NUMBER, chance, lambda _: chance.choice(_ODD_NUMBERS))


def with_odd_references(data: bytes, chance: Chance) -> bytes:
    reference = re.compile(rb'(?<= r=")[A-Z]+\d+|(?<=ref=")[A-Z]+\d+')
    return _replaced(data, reference, chance, lambda _: chance.choice(_ODD_REFERENCES))


ANY: Sequence[Mutation] = (flipped, flipped, cut, repeated)
MARKUP: Sequence[Mutation] = (
    without_tags, with_double_tags, with_swapped_tags, without_elements, without_attributes,
    with_swapped_attributes, with_odd_numbers, with_odd_numbers, with_odd_references,
    with_odd_references, flipped,
)  # fmt: skip


def damaged(data: bytes, chance: Chance) -> bytes:
    """A file with some damage: of its container, or of what is inside."""
    if not data.startswith(b"PK"):
        return chance.choice((*ANY, flipped, with_noise))(data, chance)
    if chance.random() < 0.15:
        return chance.choice(ANY)(data, chance)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    if chance.random() < 0.1:
        return zipped(_mixed_up(parts, chance))
    for part in chance.choices(list(parts), k=chance.choice((1, 1, 2))):
        mutations = ANY if part.endswith(".bin") else MARKUP
        parts[part] = chance.choice(mutations)(parts[part], chance)
    return zipped(parts)


def _mixed_up(parts: dict[str, bytes], chance: Chance) -> dict[str, bytes]:
    """A part lost, or two with each other's content."""
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    if chance.random() < 0.5:
        return {part: data for part, data in parts.items() if part != one}
    return {**parts, one: parts[other], other: parts[one]}


# ── Runs ────────────────────────────────────────────────────────────────────────────────────


def seeds() -> list[tuple[str, bytes]]:
    """Sound files of every kind, as (suffix, content)."""
    found = [
        (path.suffix, path.read_bytes())
        for path in sorted(SAMPLES.glob("*/nhan-vao/**/*"))
        if path.suffix in {".xlsx", ".xls", ".ods", ".csv"} and not path.name.startswith("~$")
    ]
    small = [(path.suffix, path.read_bytes()) for path in sorted(SAMPLES.glob("small/*/*.xlsx"))]
    return [*found, *small[:20], (".xlsb", _binary()), (".xlsb", _binary())]


def _binary() -> bytes:
    rows = (
        ("STT", "Họ và tên", "Ấp", "Nội dung kiến nghị"),
        ("1", "Nguyễn Văn An", "Ấp 1", "Đề nghị sửa đường liên ấp"),
        ("2", "Lê Thị Hoa", "Ấp 2", "Đề nghị lắp đèn đường"),
    )
    return xlsb.workbook(
        "Kiến nghị",
        rows=b"".join(
            xlsb.row(
                number,
                *(
                    xlsb.cell(xlsb.TEXT, column, xlsb.text(text))
                    for column, text in enumerate(row, 1)
                ),
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def _control() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, dossier.CONTROL[-1])
        excel.write(control_book(Meeting(), shipped(), AS_OF), path)
        return path.read_bytes()


def make(number: int, seed: str, sound: Sequence[tuple[str, bytes]]) -> tuple[str, bytes]:
    """The nth damaged file of a seed: its suffix and its content."""
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 — repeatable, no secrets
    suffix, data = chance.choice(sound)
    return suffix, damaged(data, chance) or b"x"


def look(folder: Path, numbers: Sequence[int], control: bytes | None) -> Iterator[tuple[int, str]]:
    """What is wrong with how a folder of damaged files was dealt with, by number.

    With a damaged control workbook the folder is consolidated too.
    """
    before = _digests(folder)
    try:
        checked = api.check([folder], AS_OF)
        yield from _marked(folder, checked.files)
        if control:
            yield from _consolidated(folder.parent, numbers[0], control)
    except (InputError, NothingToReadError) as error:
        yield numbers[0], f"stopped: {error}"
        return
    except Exception:  # noqa: BLE001 — that is what is looked for
        yield numbers[0], f"exit 70: {traceback.format_exc()}"
        return
    told = {int(Path(file.path).stem): file for file in checked.files}
    for number in numbers:
        if problem := _problem(told.get(number)):
            yield number, problem
    if _digests(folder) != before:
        yield numbers[0], "an input was changed"


def _marked(folder: Path, files: Iterable[SourceFile]) -> Iterator[tuple[int, str]]:
    """Mark every file apart, so that it is known which of them fails; hold copies against them."""
    target = folder.parent / "marked"
    for file in files:
        if Path(file.path).suffix not in {".xlsx", ".csv"} or not file.findings:
            continue  # LibreOffice would have to convert it first
        number = int(Path(file.path).stem)
        try:
            made, _ = api.mark([file], [folder / file.path], target, "vi")
            if made and not set(_values(folder / file.path)) <= set(_values(target / made[0])):
                yield number, "the marked copy has other values"
        except Exception:  # noqa: BLE001 — that is what is looked for
            yield number, f"mark: {traceback.format_exc()}"


def _values(path: Path) -> list[tuple[str, object]]:
    return [(sheet.name, sheet.rows) for sheet in excel.read(path, path.name).sheets]


def _consolidated(place: Path, number: int, control: bytes) -> Iterator[tuple[int, str]]:
    """Ask questions in a damaged control workbook; or be told that it cannot be read."""
    path = place / dossier.CONTROL[-1]
    path.write_bytes(control)
    try:
        done = api.consolidate(place, None, AS_OF, "vi")
        if done.questions.workbook:
            excel.read(path, path.name)
    except InputError:
        if path.read_bytes() != control:
            yield number, "a control workbook was changed that cannot be read"
    except Exception:  # noqa: BLE001 — that is what is looked for
        yield number, f"control: {traceback.format_exc()}"
    if number % 1_000 == 0:
        LOG.info("… %d", number)


def _problem(file: SourceFile | None) -> str:
    if file is None:
        return "nothing is said about it"
    if file.reason in intake.NOTICES:
        return f"{file.reason.code} {file.params.get('detail', '')}"
    return ""


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def main(minutes: float, seed: str) -> int:
    """Damage and look until the time is over; the number of failures."""
    sound, control = seeds(), _control()
    end = time.monotonic() + 60 * minutes
    LOG.info("seed %s, %d sound files, %g minutes", seed, len(sound), minutes)
    problems: Counter[str] = Counter()
    first = 0
    while time.monotonic() < end:
        numbers = range(first, first + BATCH)
        faulthandler.dump_traceback_later(LONGEST_BATCH, exit=True)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "nhan-vao")
            folder.mkdir()
            for number in numbers:
                suffix, data = make(number, seed, sound)
                (folder / f"{number}{suffix}").write_bytes(data)
            chance = random.Random(first)  # noqa: S311 — see above
            book = damaged(control, chance) if first % (5 * BATCH) == 0 else None
            for number, problem in look(folder, numbers, book):
                problems[problem.strip().rpartition("\n")[2]] += 1
                LOG.info("%d: %s", number, problem)
                KEPT.mkdir(parents=True, exist_ok=True)
                for path in folder.glob(f"{number}.*"):
                    shutil.copy(path, KEPT / f"{seed}-{path.name}")
        first += BATCH
    faulthandler.cancel_dump_traceback_later()
    LOG.info("%d files, failures: %s", first, dict(problems) or "none")
    return problems.total()


if __name__ == "__main__":
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    given = sys.argv[1:]
    sys.exit(
        min(
            1, main(float(given[0]) if given else 20, given[1] if given[1:] else str(date.today()))
        )
    )
