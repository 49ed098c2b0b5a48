"""Whether this computer and this dossier are fit for the work; what is not, with its cure.

`look_around` gathers the facts, `examine` judges them: plain data in between, so that every
judgement can be tried out without such a computer.
"""

import os
import platform
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

from toolkit import dossier
from toolkit.excel import office
from toolkit.new_dossier import runner

OLDEST_PYTHON = (3, 11)
LONGEST_PATH = 218
"""Letters; Excel opens no workbook whose path is longer."""
LETTERS = "Đối thoại – kiến nghị ữ"
"""What a console must be able to show."""
WINDOWS = "Windows"

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LOCKS = ("~$*", ".~lock.*#")
"""What Excel and LibreOffice put beside a workbook that is open."""
_ZONE = ":Zone.Identifier"
"""The second stream of a file that came from the internet or by mail, on Windows."""


class State(StrEnum):
    """How a thing is."""

    FINE = "ok"
    ADVICE = "advice"
    """The work can be done, but not in every way."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found on the computer and in the dossier (`folder`; None if none was named).

    `packages` maps what the toolkit needs to the version that is there, "" if it is missing.
    `marked` are files that Windows takes for strangers, `locked` those that are open, `longest`
    is the longest path, `runs` whether the toolkit can be started by a button.
    """

    system: str
    python: tuple[int, int]
    packages: Mapping[str, str]
    encoding: str
    has_excel: bool
    has_xlwings: bool
    has_pywin32: bool
    office: str
    runner: str
    folder: Path | None = None
    in_cloud: bool = False
    may_write: bool = True
    has_control: bool = True
    marked: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    longest: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report. The cure is empty where nothing is to be done."""

    key: str
    state: State
    vi: str
    en: str
    cure_vi: str = ""
    cure_en: str = ""


def examine(facts: Facts) -> tuple[Result, ...]:
    """All lines of the report, in the order in which things are mended."""
    about_dossier = _DOSSIER if facts.folder else ()
    return tuple(check(facts) for check in (*_COMPUTER, *about_dossier))


def look_around(folder: Path | None) -> Facts:
    """The facts of this computer, and of a dossier."""
    needed = [_NAME.match(line) for line in requires("doithoai") or () if "extra ==" not in line]
    facts = Facts(
        system=platform.system(),
        python=sys.version_info[:2],
        packages={name[0]: _version(name[0]) for name in needed if name},
        encoding=sys.stdout.encoding or "",
        has_excel=_has_excel(),
        has_xlwings=find_spec("xlwings") is not None,
        has_pywin32=find_spec("win32com") is not None,
        office=office.program() or "",
        runner=runner(),
    )
    return _with_dossier(facts, folder.absolute()) if folder else facts


# ── The computer ────────────────────────────────────────────────────────────────────────────


def _python(facts: Facts) -> Result:
    found, oldest = (".".join(map(str, v)) for v in (facts.python, OLDEST_PYTHON))
    if facts.python >= OLDEST_PYTHON:
        return Result("python", State.FINE, f"Python {found}", f"Python {found}")
    return Result(
        "python",
        State.WRONG,
        f"Python {found} đã cũ",
        f"Python {found} is too old",
        f"Hãy cài Python {oldest} trở lên từ python.org.",
        f"Install Python {oldest} or newer from python.org.",
    )


def _packages(facts: Facts) -> Result:
    missing = ", ".join(name for name, found in facts.packages.items() if not found)
    if not missing:
        count = len(facts.packages)
        return Result("packages", State.FINE, f"Đủ {count} thư viện", f"All {count} packages")
    return Result(
        "packages",
        State.WRONG,
        f"Thiếu thư viện: {missing}",
        f"Missing packages: {missing}",
        "Hãy cài lại công cụ theo trang hướng dẫn, ví dụ: py -m pip install .",
        "Install the toolkit again, for example: py -m pip install .",
    )


def _console(facts: Facts) -> Result:
    with suppress(LookupError, UnicodeEncodeError):
        LETTERS.encode(facts.encoding)
        return Result("console", State.FINE, "Màn hình lệnh hiện được tiếng Việt", "Console fine")
    return Result(
        "console",
        State.ADVICE,
        f"Màn hình lệnh dùng bảng mã {facts.encoding or 'không rõ'}, chữ Việt có thể hiện sai",
        f"The console writes {facts.encoding or 'unknown'}; Vietnamese may look wrong",
        "Hãy gõ chcp 65001 trước khi chạy lệnh; kết quả trong Excel không bị ảnh hưởng.",
        "Type chcp 65001 first; the workbooks are not affected.",
    )


def _spreadsheet(facts: Facts) -> Result:
    if facts.has_excel or facts.office:
        found = "Excel" if facts.has_excel else f"LibreOffice ({facts.office})"
        return Result("spreadsheet", State.FINE, f"Có {found}", f"There is {found}")
    return Result(
        "spreadsheet",
        State.ADVICE,
        "Chưa có Excel hoặc LibreOffice trên máy này",
        "Neither Excel nor LibreOffice is on this computer",
        "Hãy cài một trong hai để mở kết quả, ví dụ LibreOffice từ libreoffice.org.",
        "Install one of them to open the results, for example LibreOffice.",
    )


def _old_formats(facts: Facts) -> Result:
    if facts.office:
        return Result("old formats", State.FINE, "Đánh dấu được tệp .xls", "Can mark .xls files")
    return Result(
        "old formats",
        State.ADVICE,
        "Không có LibreOffice nên chưa tạo được bản đánh dấu của tệp .xls, .xlsb, .ods",
        "Without LibreOffice no marked copies of .xls, .xlsb, .ods can be made",
        "Hãy cài LibreOffice, hoặc lưu các tệp đó thành .xlsx rồi chạy lại.",
        "Install LibreOffice, or save those files as .xlsx.",
    )


def _excel_link(facts: Facts) -> Result:
    if facts.system != WINDOWS or not facts.has_excel:
        vi, en = "Không dùng Excel nên không cần xlwings", "No Excel, so xlwings is not needed"
        return Result("xlwings", State.FINE, vi, en)
    missing = [
        name
        for name, found in (("xlwings", facts.has_xlwings), ("pywin32", facts.has_pywin32))
        if not found
    ]
    if not missing:
        vi, en = "Nói chuyện trực tiếp được với Excel (xlwings)", "Can talk to Excel (xlwings)"
        return Result("xlwings", State.FINE, vi, en)
    return Result(
        "xlwings",
        State.ADVICE,
        f"Thiếu {' và '.join(missing)}; nút bấm vẫn chạy, nhưng đánh dấu chậm hơn",
        f"Missing: {', '.join(missing)}; the buttons work, but mark more slowly",
        "Nếu muốn nhanh hơn, hãy chạy: py -m pip install xlwings pywin32",
        "To mark faster: py -m pip install xlwings pywin32",
    )


def _button(facts: Facts) -> Result:
    if facts.runner:
        return Result("runner", State.FINE, f"Nút bấm gọi {facts.runner}", f"Run: {facts.runner}")
    return Result(
        "runner",
        State.WRONG,
        "Nút bấm chưa tìm thấy lệnh doithoai",
        "The buttons find no doithoai command",
        "Hãy giải nén bộ công cụ vào thư mục DoiThoai theo trang hướng dẫn, hoặc cài lại.",
        "Unpack the toolkit to the folder DoiThoai, or install it again.",
    )


# ── The dossier ─────────────────────────────────────────────────────────────────────────────


def _control(facts: Facts) -> Result:
    if facts.has_control:
        vi, en = "Hồ sơ có bảng điều khiển", "The dossier has a control workbook"
        return Result("control", State.FINE, vi, en)
    return Result(
        "control",
        State.ADVICE,
        "Hồ sơ chưa có bảng điều khiển nên chưa có nút bấm",
        "The dossier has no control workbook, so there are no buttons",
        f'Hãy chạy: doithoai init "{facts.folder}"',
        f'Run: doithoai init "{facts.folder}"',
    )


def _blocked(facts: Facts) -> Result:
    if not facts.marked:
        vi, en = "Windows không chặn macro của tệp nào", "No file is blocked by Windows"
        return Result("blocked macros", State.FINE, vi, en)
    names = ", ".join(facts.marked)
    return Result(
        "blocked macros",
        State.WRONG,
        f"Windows coi là tệp tải từ mạng nên chặn macro: {names}",
        f"Windows takes these for downloads and blocks their macros: {names}",
        "Hãy bấm chuột phải vào tệp, chọn Thuộc tính (Properties), đánh dấu Bỏ chặn (Unblock), "
        "bấm OK; hoặc dùng «Tong hop.cmd».",
        "Right-click the file, Properties, tick Unblock, OK; or use “Tong hop.cmd”.",
    )


def _cloud(facts: Facts) -> Result:
    if not facts.in_cloud:
        vi, en = "Hồ sơ nằm trên máy này", "The dossier lies on this computer"
        return Result("cloud", State.FINE, vi, en)
    return Result(
        "cloud",
        State.ADVICE,
        "Hồ sơ nằm trong thư mục OneDrive; tệp có thể bị khóa khi đang đồng bộ",
        "The dossier lies in OneDrive; files may be locked while they are synchronised",
        "Nếu báo không ghi được, hãy tạm dừng đồng bộ, hoặc chép hồ sơ ra D:\\Doi thoai.",
        "If writing fails, pause synchronising, or copy the dossier to D:\\Doi thoai.",
    )


def _writing(facts: Facts) -> Result:
    if facts.may_write:
        return Result("writing", State.FINE, "Ghi được vào thư mục hồ sơ", "Can write there")
    return Result(
        "writing",
        State.WRONG,
        "Không ghi được vào thư mục hồ sơ",
        "The dossier cannot be written to",
        "Hãy chép hồ sơ sang thư mục được phép ghi, ví dụ Tài liệu (Documents).",
        "Copy the dossier to a folder you may write to, such as Documents.",
    )


def _paths(facts: Facts) -> Result:
    if len(facts.longest) <= LONGEST_PATH:
        vi, en = "Đường dẫn các tệp đủ ngắn", "All paths are short enough"
        return Result("paths", State.FINE, vi, en)
    return Result(
        "paths",
        State.WRONG if facts.system == WINDOWS else State.ADVICE,
        f"Đường dẫn dài {len(facts.longest)} ký tự, Excel chỉ mở được {LONGEST_PATH}: "
        f"{facts.longest}",
        f"A path of {len(facts.longest)} letters; Excel opens {LONGEST_PATH}: {facts.longest}",
        "Hãy đặt tên tệp ngắn hơn, hoặc chép hồ sơ ra thư mục gần gốc ổ đĩa, ví dụ D:\\HN2026.",
        "Shorten the names, or copy the dossier nearer to the root, for example D:\\HN2026.",
    )


def _open_files(facts: Facts) -> Result:
    if not facts.locked:
        return Result("open files", State.FINE, "Không tệp nào đang mở", "No file is open")
    names = ", ".join(facts.locked)
    return Result(
        "open files",
        State.ADVICE,
        f"Đang mở: {names}",
        f"Open now: {names}",
        "Hãy lưu và đóng các tệp kết quả trước khi tổng hợp.",
        "Save and close the results before you consolidate.",
    )


_Check = Callable[[Facts], Result]
_COMPUTER: tuple[_Check, ...] = (
    _python,
    _packages,
    _console,
    _spreadsheet,
    _old_formats,
    _excel_link,
    _button,
)
_DOSSIER: tuple[_Check, ...] = (_control, _blocked, _cloud, _writing, _paths, _open_files)


# ── Looking around ──────────────────────────────────────────────────────────────────────────


def _with_dossier(facts: Facts, folder: Path) -> Facts:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return replace(
        facts,
        folder=folder,
        in_cloud=_is_in_cloud(folder, os.environ),
        may_write=_may_write(folder),
        has_control=any((folder / name).is_file() for name in dossier.CONTROL),
        marked=tuple(_below(folder, filter(_is_marked, paths))),
        locked=tuple(_below(folder, (p for lock in _LOCKS for p in folder.rglob(lock)))),
        longest=max(map(str, paths), key=len, default=str(folder)),
    )


def _below(folder: Path, paths: Iterable[Path]) -> Iterable[str]:
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def _is_in_cloud(folder: Path, environment: Mapping[str, str]) -> bool:
    roots = (environment.get(name) for name in environment if name.startswith("OneDrive"))
    return any(root and folder.is_relative_to(root) for root in roots)


def _may_write(folder: Path) -> bool:
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_marked(path: Path) -> bool:
    """Whether a workbook with macros carries the mark of the internet."""
    if path.suffix.lower() not in {".xlsm", ".xls", ".xlsb"}:
        return False
    try:
        return "ZoneId=3" in Path(f"{path}{_ZONE}").read_text("utf-8", "replace")
    except OSError:
        return False


def _has_excel() -> bool:
    """Whether Windows knows Excel."""
    try:
        registry = import_module("winreg")
        registry.CloseKey(registry.OpenKey(registry.HKEY_CLASSES_ROOT, "Excel.Application"))
    except (ImportError, OSError):  # no Windows, no Excel
        return False
    return True


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
