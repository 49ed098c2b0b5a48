r"""What the buttons of the control workbook call: the same use cases as the command line.

A button writes a request: which button, and which workbooks are open, with a copy of each that
holds what is not saved yet. It gets an answer that the macro carries out step by step: cells to
mark and to fill in, a workbook to open, one message. Both are ASCII text, one line a step, its
parts separated by tabs, other letters as `\uXXXX`: macros read and write no other files.

Where Excel can be talked to directly (xlwings), the steps about cells are carried out from here.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from traceback import format_exception

from toolkit import api, asking, dossier, excel
from toolkit.errors import ToolkitError
from toolkit.excel import live
from toolkit.excel.painted import Mark, Painted, marks, painted
from toolkit.incident import write_incident
from toolkit.model import (
    Finding,
    Severity,
    SourceFile,
    Workbook,
    column_letters,
)
from toolkit.settings import control_cell
from toolkit.templates import DESK_SHEET, LAST_RUN, LOG_COLUMNS, LOG_SHEET

Address = tuple[int, int]
Values = Mapping[str, Mapping[Address, str | int]]
"""What cells are to hold, by sheet, row and column."""

DONE, LOOK = 64, 48
"""The signs beside a message: an i, an exclamation mark."""
WRONG_USAGE, FAULT = 2, 70
REPORT = "Kiem_tra.xlsx"
"""In the folder of results: what the button “Kiểm tra” found."""

TITLES = {
    "check": "Kiểm tra",
    "consolidate": "Tổng hợp",
    "update": "Cập nhật theo dõi",
    "undo": "Hoàn tác",
}
"""The buttons by what they ask for."""

_LANGUAGE = "vi"
"""The control workbook is Vietnamese; so is what it says."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a button asks for. `copies` maps open workbooks to the files to read instead.

    `notes` are the notes of earlier runs that stand in open workbooks, by sheet and cell.
    """

    verb: str
    answer: Path
    control: Path
    copies: Mapping[Path, Path]
    notes: Mapping[Path, Mapping[tuple[str, str], str]] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """The folder of the dossier."""
        return self.control.parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a press of a button came to: the message, and the steps that the macro carries out.

    `counts` are files, rows and errors. `marked` are the open workbooks that were looked at, each
    with what is to be seen in it; `opens` is the workbook to show.
    """

    text: str
    code: int = 0
    counts: tuple[int, int, int] | None = None
    marked: Mapping[Path, Sequence[Mark]] = field(default_factory=dict)
    values: Values = field(default_factory=dict)
    opens: Path | None = None


def press(request_file: Path, now: datetime) -> int:
    """Do what a button asks for, and answer it; the exit code. Nothing is raised.

    The answer is written whole and then takes its name: whoever sees it can read it.
    """
    request = read_request(request_file.read_text("ascii"))
    outcome = _done(request, now)
    _discard_copies(request, request_file.parent)
    beside = request.answer.with_suffix(".tmp")
    beside.write_text("".join(_answer(request, outcome)), "ascii", newline="\n")
    beside.replace(request.answer)
    return outcome.code


def read_request(text: str) -> Request:
    """What a button has written.

    Raises:
        KeyError: It lacks the verb, the control workbook or the place of the answer.
    """
    single: dict[str, list[str]] = {}
    copies: dict[Path, Path] = {}
    notes: dict[Path, dict[tuple[str, str], str]] = {}
    for line in text.splitlines():
        key, *parts = (decoded(part) for part in line.split("\t"))
        if key in {"open", "control"}:
            copies[local_path(parts[0], os.environ)] = Path(parts[1])
        if key == "note":
            where = notes.setdefault(local_path(parts[0], os.environ), {})
            where[parts[1], parts[2]] = parts[3]
        elif key:
            single[key] = parts
    control = local_path(single["control"][0], os.environ)
    return Request(single["verb"][0], Path(single["result"][0]), control, copies, notes)


def local_path(place: str, environment: Mapping[str, str]) -> Path:
    """Where a workbook lies on this computer; OneDrive tells an address of the web instead.

    The end of the address is looked for in the folders that OneDrive keeps here. If it is in
    none of them, the address itself is given back.
    """
    if "://" not in place:
        return Path(place)
    roots = [environment.get(f"OneDrive{kind}", "") for kind in ("", "Commercial", "Consumer")]
    parts = PurePosixPath(place.partition("://")[2]).parts
    for begin in range(1, len(parts)):
        for root in filter(None, roots):
            if (found := Path(root, *parts[begin:])).exists():
                return found
    return Path(place)


def encoded(text: str) -> str:
    r"""A text as the macros read it.

    >>> encoded("Ấp 3\n"), decoded(encoded("Ấp 3\n"))
    ('\\u1EA4p 3\\u000A', 'Ấp 3\n')
    """
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    plain = (32 <= unit < 127 and unit != ord("\\") for unit in units)
    return "".join(
        chr(unit) if keep else f"\\u{unit:04X}" for unit, keep in zip(units, plain, strict=True)
    )


def decoded(text: str) -> str:
    """A text that a macro has written."""
    first, *rest = text.split("\\u")
    units = [first.encode("utf-16-le")]
    for part in rest:
        units += [int(part[:4], 16).to_bytes(2, "little"), part[4:].encode("utf-16-le")]
    return b"".join(units).decode("utf-16-le", "surrogatepass")


# ── The buttons ─────────────────────────────────────────────────────────────────────────────


def _done(request: Request, now: datetime) -> Outcome:
    """What comes of a request; whatever happens, there is something to say."""
    try:
        if not request.root.is_dir():
            return Outcome(
                "Hồ sơ đang nằm trên mạng nên chưa chạy được. Hãy đồng bộ thư mục về máy, mở "
                "bảng điều khiển từ thư mục đó rồi bấm lại.",
                WRONG_USAGE,
            )
        run = {"check": _check, "consolidate": _consolidate, "update": _consolidate}
        if request.verb == "undo":
            return _undo(request)
        outcome = run[request.verb](request, now)
    except ToolkitError as error:
        return Outcome(f"{error.text(_LANGUAGE)} {error.fix(_LANGUAGE)}", 4)
    except Exception as error:  # noqa: BLE001 — the last resort: nobody sees a traceback
        trace = "".join(format_exception(error))
        path = write_incident(trace, [request.verb])
        return Outcome(
            "Công cụ gặp sự cố ngoài dự kiến; các tệp của anh chị chưa thay đổi. Hãy gửi tệp "
            f"«{path}» cho người phụ trách.",
            FAULT,
        )
    return outcome


def _check(request: Request, now: datetime) -> Outcome:
    """Look for mistakes, and mark those in workbooks that are open."""
    control = _read(request.control, request.copies[request.control])
    inbox = {file.path: file.name for file in dossier.collect([request.root])}
    opened = {path: copy for path, copy in request.copies.items() if path in inbox}
    checked = api.check([request.root], now.date(), opened=opened, open_control=control)
    report = request.root / dossier.RESULTS / REPORT
    api.write_findings(checked, report, _LANGUAGE)
    by_name = {file.path: file.findings for file in checked.files}
    marked = {path: _marks(by_name[inbox[path]]) for path in opened}
    files, rows, errors = counts = _counts(checked.files)
    text = f"Đã kiểm tra {files} tệp, {rows} dòng: {errors} lỗi."
    if errors:
        text += " Hãy sửa các ô được tô màu hoặc nêu trong «Kiem_tra.xlsx», rồi bấm Kiểm tra lại."
    else:
        text += " Anh chị có thể bấm Tổng hợp."
    values = _log(control, TITLES[request.verb], text, counts, now)
    return Outcome(text, int(errors > 0), counts, marked, values, report if errors else None)


def _discard_copies(request: Request, folder: Path) -> None:
    """Delete the copies that the macro made, beside its request: they hold people's data."""
    for path, copy in request.copies.items():
        if copy != path and copy.parent == folder:
            copy.unlink(missing_ok=True)


def _consolidate(request: Request, now: datetime) -> Outcome:
    """Make the results; new questions go into the control workbook, which is open."""
    control = _read(request.control, request.copies[request.control])
    done = api.consolidate(request.root, None, now.date(), _LANGUAGE, open_control=control)
    if not done.has_tables:
        notice, params = dossier.NO_TABLE_AT_ALL, {"path": request.root.name}
        return Outcome(f"{notice.text(_LANGUAGE, params)} {notice.fix(_LANGUAGE, params)}", 3)
    files, rows, errors = counts = _counts(done.data.files)
    text = f"Đã tổng hợp {files} tệp, {rows} dòng: {errors} lỗi."
    if not done.wrote:
        text += " Không có gì thay đổi."
    if done.asked.new:
        text += (
            f" Có {len(done.asked.new)} điểm cần anh chị quyết định ở trang «Ghi nhớ»; hãy trả "
            "lời, lưu rồi bấm lại."
        )
    elif errors:
        text += " Hãy sửa theo «Danh_sach_loi.xlsx» rồi bấm lại."
    if set(request.copies) - {request.control}:
        text += " Tệp đang mở được lấy theo bản đã lưu."
    shown = "follow_up" if request.verb == "update" else "summary"
    opens = _result(request.root, done.outputs.get(shown, ""))
    values = dict(_log(control, TITLES[request.verb], text, counts, now))
    sheet, asked = asking.rows(control, done.asked.new, now.date())
    if asked:
        values[sheet] = _below(control, sheet, asked)
    return Outcome(text, int(errors > 0), counts, {}, values, opens)


def _undo(request: Request) -> Outcome:
    """Take the last run back, if this version of the toolkit can."""
    undo: Callable[[Path], Sequence[str]] | None = getattr(api, "undo", None)
    if undo is None:
        text = "Bản công cụ này chưa có lệnh hoàn tác. Hãy cài bản mới hơn rồi bấm lại."
        return Outcome(text, WRONG_USAGE)
    files = ", ".join(f"«{name}»" for name in undo(request.root))
    return Outcome(f"Đã trả về như trước lần chạy gần nhất: {files}.")


def _read(path: Path, copy: Path) -> Workbook:
    """What stands in an open workbook: as Excel has it, else as its copy holds it."""
    book = live.find(path)
    return book.read() if book else excel.read(copy, path.name)


def _marks(findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """What is worth a colour: not what is only good to know."""
    return marks((f for f in findings if f.notice.severity is not Severity.INFO), _LANGUAGE)


def _counts(files: Iterable[SourceFile]) -> tuple[int, int, int]:
    """Files that were read, their rows, the errors in them."""
    read = [file for file in files if not file.reason]
    errors = sum(
        finding.notice.severity is Severity.ERROR for file in files for finding in file.findings
    )
    return len(read), sum(len(file.records) for file in read), errors


def _result(root: Path, name: str) -> Path | None:
    path = root / name
    return path if name and path.is_file() else None


def _log(
    control: Workbook, done: str, text: str, counts: tuple[int, int, int], now: datetime
) -> Values:
    """What the sheets “Điều khiển” and “Nhật ký” are to say, as far as they are there."""
    moment = f"{now:%d/%m/%Y %H:%M}"
    told: list[str | int] = [done, moment, *counts]
    values: dict[str, Mapping[Address, str | int]] = {}
    try:
        values[DESK_SHEET] = {
            control_cell(control, DESK_SHEET, label): value
            for label, value in zip(LAST_RUN[1:], told, strict=True)
        }
        row: list[str | int | None] = [moment, done, *counts, text]
        columns = [control_cell(control, LOG_SHEET, title)[1] - 1 for title in LOG_COLUMNS]
        values[LOG_SHEET] = _below(control, LOG_SHEET, [dict(zip(columns, row, strict=True))])
    except LookupError:  # an .xlsx without these sheets, or one that people have laid out anew
        return values
    return values


def _below(
    control: Workbook, sheet: str, rows: Sequence[Mapping[int, str | int | None]]
) -> Mapping[Address, str | int]:
    """Rows as cells below what stands on a sheet."""
    used = next(len(found.rows) for found in control.sheets if found.name == sheet)
    return {
        (used + number, column): value
        for number, row in enumerate(rows, start=1)
        for column, value in row.items()
        if value is not None
    }


# ── The answer ──────────────────────────────────────────────────────────────────────────────


def _answer(request: Request, outcome: Outcome) -> Iterator[str]:
    """The lines that the macro is to carry out; the message comes last."""
    for path, wanted in outcome.marked.items():
        book = live.find(path)
        if book:
            book.mark(wanted)
        else:
            yield from _marking(path, request.notes.get(path, {}), wanted)
    control = live.find(request.control) if outcome.values else None
    for sheet, cells in outcome.values.items():
        if control:
            control.put(sheet, cells)
            continue
        for place, value in cells.items():
            kind = "number" if isinstance(value, int) else "text"
            yield _step(kind, request.control, sheet, _a1(place), str(value))
    if outcome.opens:
        yield _step("open", outcome.opens)
    yield _step("icon", str(LOOK if outcome.code else DONE))
    yield _step("say", outcome.text)


def _marking(
    path: Path, notes: Mapping[tuple[str, str], str], wanted: Sequence[Mark]
) -> Iterator[str]:
    """Take the marks of earlier runs away, then put the new ones."""
    for (sheet, cell), note in notes.items():
        found = painted(note)
        if found:
            yield _step("unmark", path, sheet, cell, _colours(found), found.theirs)
    for mark in wanted:
        text = mark.note("").partition("\n")[2]
        yield _step("mark", path, mark.sheet, _a1(mark.place), mark.colour, text)


def _a1(place: Address) -> str:
    return f"{column_letters(place[1])}{place[0]}"


def _colours(found: Painted) -> str:
    return f"{found.colour}/{found.before}"


def _step(*parts: str | Path) -> str:
    return "\t".join(encoded(str(part)) for part in parts) + "\n"
