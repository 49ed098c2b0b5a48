"""A dossier on disk: what is inbox, what is ours, and what the last run left behind.

Nothing in the inbox is ever written to. What the toolkit remembers between runs lies in
`.doithoai/`, as JSON; `toolkit.journal` writes it.
"""

import hashlib
import json
import os
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from toolkit import excel
from toolkit.errors import InputError, NothingToReadError, OutputError
from toolkit.limits import LIMITS, Limits
from toolkit.model import Notice, Severity
from toolkit.values.texts import printable

INBOX, RESULTS, MEMORY = "nhan-vao", "ket-qua", ".doithoai"
CONTROL = ("Bang_dieu_khien.xlsm", "Bang_dieu_khien.xlsx")
MARKED, FORMS, SLIPS = "da-danh-dau", "bieu-mau", "phieu-giao-viec"
SUMMARY, FOLLOW_UP, FINDINGS = "Tong_hop.xlsx", "Theo_doi_phan_cong.xlsx", "Danh_sach_loi.xlsx"
SCHEDULE = "Lich_viec.ics"

_WORKBOOKS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".xltx", ".xltm"}
"""How workbooks are named. Files of other names are looked at only if they hold a workbook."""

TEMPORARY = Notice(
    "FIL-20",
    Severity.INFO,
    vi="Đây là tệp tạm hoặc tệp khóa do chương trình khác tạo ra nên được bỏ qua.",
    en="This is a temporary or lock file of another program, so it is left out.",
    fix_vi="Không cần làm gì. Tệp này tự mất khi đóng Excel.",
    fix_en="Nothing to do. It goes away when Excel is closed.",
    why="Excel puts a file beginning with ~$ beside each workbook that is open.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«~$Kien nghi ap 1.xlsx» is left out.",
)
OUR_OWN = Notice(
    "FIL-21",
    Severity.INFO,
    vi="Tệp này do công cụ lập ra nên không đọc lại làm số liệu đầu vào.",
    en="The toolkit made this file, so it is not read as input.",
    fix_vi="Không cần làm gì. Muốn dùng số liệu trong đó, hãy chép sang một tệp mới.",
    fix_en="Nothing to do. To use what it holds, copy that to a new file.",
    why="A summary that is read as input would count everything twice.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«Tong_hop.xlsx» is left out.",
)
EXACT_COPY = Notice(
    "FIL-22",
    Severity.WARNING,
    vi="Nội dung tệp này giống hệt tệp «{other}» nên chỉ tính một lần.",
    en="This file has exactly the same content as «{other}», so it counts once.",
    fix_vi="Hãy xóa bản sao này trước khi sửa tệp «{other}»; nếu không, bản cũ sẽ được đọc thêm.",
    fix_en="Delete this copy before you mend «{other}»; else the old version is read as well.",
    why="Files come by mail and by USB stick, and are saved as “(1)”.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«Kien nghi ap 1 (1).xlsx» is left out.",
)
SLIP = Notice(
    "FIL-78",
    Severity.INFO,
    vi="Đây là phiếu giao việc gửi về; kết quả trong phiếu được đưa vào bảng theo dõi.",
    en="This is a slip that came back; what was filled in goes into the follow-up table.",
    fix_vi="Không cần làm gì.",
    fix_en="Nothing to do.",
    why="A slip holds petitions that are known already; counting it would count them twice.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«Phieu_phong_kinh_te.xlsx» goes into the follow-up table.",
)
EARLIER = Notice(
    "FIL-79",
    Severity.INFO,
    vi="Đây là bảng theo dõi của hội nghị trước; kiến nghị chưa xong được chuyển sang kỳ này.",
    en="This is the follow-up table of an earlier meeting; what is open there is carried over.",
    fix_vi="Không cần làm gì.",
    fix_en="Nothing to do.",
    why="What was promised at the last meeting is asked about at the next.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«Theo doi 2025.xlsx» tells what the last meeting left open.",
)
NOT_A_WORKBOOK = Notice(
    "FIL-23",
    Severity.INFO,
    vi="Đây không phải tệp bảng tính nên được bỏ qua.",
    en="This is no workbook, so it is left out.",
    fix_vi="Không cần làm gì. Nếu trong đó có danh sách, hãy chép vào tệp Excel rồi chạy lại.",
    fix_en="Nothing to do. If it holds a list, copy that into a workbook and run again.",
    why="Plans, photos and letters lie in the same folder.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«Ke hoach.docx» is left out.",
)
CONTROL_WORKBOOK = Notice(
    "FIL-24",
    Severity.INFO,
    vi="Đây là bảng điều khiển của hồ sơ; chỉ dùng để lấy thiết lập, không tính là số liệu.",
    en="This is the control workbook; its settings are used, it is not counted as data.",
    fix_vi="Không cần làm gì.",
    fix_en="Nothing to do.",
    why="The control workbook lies beside the inbox.",
    good="«Kien nghi ap 1.xlsx» is read.",
    bad="«Bang_dieu_khien.xlsx» tells the settings only.",
)
NOTHING_TO_READ = Notice(
    "FIL-25",
    Severity.ERROR,
    vi="Thư mục «{path}» chưa có tệp bảng tính nào đọc được.",
    en="The folder «{path}» has no workbook that can be read.",
    fix_vi="Hãy chép các tệp Excel của hội nghị vào thư mục này rồi chạy lại.",
    fix_en="Copy the meeting's workbooks into this folder and run again.",
    why="Without a workbook there is nothing to check or to sum up.",
    good="A folder that holds «Kien nghi ap 1.xlsx».",
    bad="An empty folder.",
)
NO_TABLE_AT_ALL = Notice(
    "FIL-27",
    Severity.ERROR,
    vi="Chưa có bảng nào đọc được trong thư mục «{path}» nên chưa lập được kết quả.",
    en="The folder «{path}» holds no table that could be read, so nothing was made.",
    fix_vi="Hãy xử lý các tệp nêu trên, hoặc chép thêm tệp có danh sách rồi chạy lại.",
    fix_en="See to the files named above, or add files with lists, and run again.",
    why="A folder of timetables and damaged files gives no summary.",
    good="A folder that holds «Kien nghi ap 1.xlsx».",
    bad="A folder that holds «Lich cong tac.xlsx» only.",
)
CANNOT_REMEMBER = Notice(
    "FIL-26",
    Severity.ERROR,
    vi="Không ghi được vào thư mục «{path}» nên chưa lưu được kết quả.",
    en="The folder «{path}» cannot be written to, so nothing was saved.",
    fix_vi="Hãy chép hồ sơ sang thư mục được phép ghi, ví dụ «Tài liệu», rồi chạy lại.",
    fix_en="Copy the dossier to a folder you may write to, such as Documents, and run again.",
    why="USB sticks and shared folders are sometimes read-only.",
    good="A dossier in «Documents».",
    bad="A dossier on a disk that is read-only.",
)
LINKED_FOLDER = Notice(
    "FIL-53",
    Severity.WARNING,
    vi="Đây là lối tắt đến một thư mục khác nên không được mở; các tệp trong đó chưa được tính.",
    en="This is a link to another folder, so it was not opened; the files in it do not count.",
    fix_vi="Nếu cần các tệp đó, hãy chép cả thư mục thật vào đây rồi chạy lại.",
    fix_en="If those files are needed, copy the folder itself to this place and run again.",
    why="A link may lead anywhere, even back to this folder.",
    good="A folder «Ấp 1» inside the dossier itself.",
    bad="A link «Ấp 1» to a folder on another drive.",
)
CLOSED_FOLDER = Notice(
    "FIL-54",
    Severity.ERROR,
    vi="Không có quyền mở thư mục này, nên các tệp trong đó chưa được tính.",
    en="This folder may not be opened, so the files in it do not count.",
    fix_vi="Hãy xin người quản lý cấp quyền đọc thư mục, hoặc chép thư mục sang chỗ khác rồi chạy"
    " lại.",
    fix_en="Ask for the right to read it, or copy the folder to another place and run again.",
    why="In shared folders some parts are only for some people.",
    good="A folder that opens on this computer.",
    bad="A folder that only somebody else may open.",
)
NOTICES = (
    LINKED_FOLDER,
    CLOSED_FOLDER,
    TEMPORARY,
    OUR_OWN,
    EXACT_COPY,
    SLIP,
    EARLIER,
    NOT_A_WORKBOOK,
    CONTROL_WORKBOOK,
    NOTHING_TO_READ,
    NO_TABLE_AT_ALL,
    CANNOT_REMEMBER,
)


_OWN_KINDS = {"slip": SLIP, "follow_up": EARLIER}
"""Of what we made ourselves, that which comes back and is read in a way of its own."""


@dataclass(frozen=True, slots=True)
class InboxFile:
    """One file that staff dropped in. `name` is its path below the folder, with `/`, in NFC.

    What no screen shows (control characters, bytes that are no text) is escaped in `name`, and
    no two files have the same one. `skipped` says why it is not read, with what fills the
    placeholders; None if it is read. `changed_ns` is when it was last written to.
    """

    path: Path
    name: str
    size: int
    sha256: str
    skipped: Notice | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    changed_ns: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """The folders of one meeting."""

    root: Path
    results: Path

    @property
    def memory(self) -> Path:
        return self.root / MEMORY

    @property
    def control(self) -> Path | None:
        """The control workbook, if the dossier has one."""
        return next((p for name in CONTROL if (p := self.root / name).is_file()), None)

    @property
    def link_base(self) -> str:
        """What leads from a result to the inbox files, as links in workbooks write it."""
        try:
            return Path(os.path.relpath(self.root, self.results)).as_posix() + "/"
        except ValueError:  # another drive
            return self.root.as_posix() + "/"

    def result(self, name: str) -> str:
        """The path of a result as messages and JSON show it."""
        path = self.results / name
        shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return shown.as_posix()

    def recall(self, name: str) -> dict[str, Any]:
        """What the last run kept under a name; {} if there is nothing, or nothing readable."""
        try:
            kept = json.loads(self.kept(name).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def kept(self, name: str) -> Path:
        """Where a run keeps something for the next one under a name."""
        return self.memory / f"{name}.json"

    def remember(self, name: str, kept: Mapping[str, Any]) -> None:
        """Keep something for the next run.

        Raises:
            OutputError: The folder cannot be written to.
        """
        target = self.kept(name)
        beside = target.with_suffix(".tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(as_kept(kept))
            beside.replace(target)
        except OSError as error:
            raise OutputError(CANNOT_REMEMBER, {"path": self.root.name}) from error

    def make_results(self) -> None:
        """Make the folder of the results.

        Raises:
            OutputError: It cannot be made.
        """
        try:
            self.results.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(CANNOT_REMEMBER, {"path": self.results.name}) from error


def as_kept(kept: Mapping[str, Any]) -> bytes:
    """What is kept for the next run, as it is written."""
    return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True).encode()


def collect(paths: Iterable[Path], limits: Limits = LIMITS) -> tuple[InboxFile, ...]:
    """The files to look at: those named, and those below the folders named, sorted by name.

    A folder that has an inbox is looked at there only, and at the control workbook beside it.

    Raises:
        NothingToReadError: There is no file at all.
    """
    given = [path.absolute() for path in paths]
    base = Path(os.path.commonpath([p if p.is_dir() else p.parent for p in given]))
    found = [_look(path, base, limits) for folder in given for path in _files(folder)]
    if not found:
        raise NothingToReadError(NOTHING_TO_READ, {"path": printable(base.name)})
    files = sorted(_without_copies(found), key=lambda file: (file.name, os.fsencode(file.path)))
    return tuple(_with_own_names(files))


def stood_in(
    files: Iterable[InboxFile], opened: Mapping[Path, Path], limits: Limits
) -> tuple[InboxFile, ...]:
    """The same files; of those that people have open, what is to be read is in another file."""
    return tuple(
        replace(_look(copy, copy.parent, limits), name=file.name)
        if (copy := opened.get(file.path)) and not file.skipped
        else file
        for file in files
    )


def await_quiet(files: Sequence[InboxFile], limits: Limits) -> tuple[InboxFile, ...]:
    """The same files after nobody has written to them for a while, as they are by then.

    Waits for all of them together.
    """
    end = time.monotonic() + limits.patience
    seen = [_status(file.path) for file in files]
    while time.monotonic() < end and any(_is_young(status, limits) for status in seen):
        time.sleep(0.1)
        seen = [_status(file.path) for file in files]
    return tuple(_renewed(file, status, limits) for file, status in zip(files, seen, strict=True))


def is_young(file: InboxFile, limits: Limits) -> bool:
    """Whether somebody has written to a file just now."""
    return _is_young(_status(file.path), limits)


def has_changed(file: InboxFile) -> bool:
    """Whether a file is another one, or a longer one, than when it was listed."""
    status = _status(file.path)
    return status is not None and (status.st_size, status.st_mtime_ns) != (
        file.size,
        file.changed_ns,
    )


def _is_folder(path: Path) -> bool:
    """Whether this is a folder, or leads to one; False where nobody may look."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _status(path: Path) -> os.stat_result | None:
    """What is known of a file without opening it; None if it is gone."""
    try:
        return path.lstat()
    except OSError:
        return None


def _is_young(status: os.stat_result | None, limits: Limits) -> bool:
    return status is not None and 0 <= time.time() - status.st_mtime < limits.quiet


def _renewed(file: InboxFile, status: os.stat_result | None, limits: Limits) -> InboxFile:
    if status is None:
        return file
    return replace(
        file, size=status.st_size, sha256=digest(file.path, limits), changed_ns=status.st_mtime_ns
    )


def recall_of(paths: Sequence[Path], name: str) -> dict[str, Any]:
    """What the last run kept for the one folder that is looked at; {} if there is nothing."""
    if len(paths) != 1 or not _is_folder(paths[0]):
        return {}
    root = paths[0].absolute()
    return Dossier(root, root / RESULTS).recall(name)


def digest(path: Path, limits: Limits = LIMITS) -> str:
    """The SHA-256 of a file; "" if it is no plain file, is empty, too large, or unreadable."""
    try:
        with excel.opened(path, path.name, limits) as file:
            return hashlib.sha256(file.read()).hexdigest()
    except (InputError, OSError):
        return ""


def name_below(path: Path, base: Path) -> str:
    """A path as messages show it: below a folder, with `/`, in NFC, nothing unseen in it."""
    return printable(unicodedata.normalize("NFC", path.relative_to(base).as_posix()))


def is_workbook_name(name: str) -> bool:
    """Whether a file is named as workbooks are."""
    return Path(name).suffix.lower() in _WORKBOOKS


def _files(path: Path) -> Iterator[Path]:
    if not _is_folder(path):
        yield path
        return
    inbox = path / INBOX
    has_inbox = _is_folder(inbox)
    if has_inbox:
        yield from (control for name in CONTROL if (control := path / name).is_file())
    closed: list[Path] = []
    for folder, folders, names in os.walk(
        inbox if has_inbox else path,
        onerror=lambda error: closed.append(Path(str(error.filename))),
    ):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != RESULTS)
        yield from (Path(folder, name) for name in sorted((*names, *links)))
    yield from closed


def _look(path: Path, base: Path, limits: Limits) -> InboxFile:
    name = name_below(path, base)
    status = _status(path)
    if status is None:
        return InboxFile(path, name, 0, "")
    if _is_folder(path):
        folder = LINKED_FOLDER if path.is_symlink() else CLOSED_FOLDER
        return InboxFile(path, name, 0, "", folder)
    size = status.st_size
    skipped, sha256 = _skipped(path, name), ""
    if skipped is not TEMPORARY:
        sha256 = digest(path, limits)
    return InboxFile(path, name, size, sha256, skipped, changed_ns=status.st_mtime_ns)


def _skipped(path: Path, name: str) -> Notice | None:
    """Why a file is not read, whatever it holds."""
    if excel.is_temporary(path.name):
        return TEMPORARY
    if path.name in CONTROL:
        return CONTROL_WORKBOOK
    if not (is_workbook_name(name) or excel.looks_packed(path)):
        return NOT_A_WORKBOOK
    kind = excel.own_kind(path)
    return _OWN_KINDS.get(kind, OUR_OWN) if kind else None


def _with_own_names(files: Iterable[InboxFile]) -> Iterator[InboxFile]:
    """The same files; where two names look alike, the later ones are numbered.

    Other systems keep accents in another way, so one folder may hold both «Ấp.xlsx».
    """
    counted: Counter[str] = Counter()
    for file in files:
        counted[file.name] += 1
        number = counted[file.name]
        yield file if number == 1 else replace(file, name=f"{file.name} [{number}]")


def _without_copies(files: Iterable[InboxFile]) -> Iterator[InboxFile]:
    """The same files; those with the content of another are skipped, the shortest name kept."""
    first: dict[str, InboxFile] = {}
    for file in sorted(files, key=lambda f: (len(f.name), f.name)):
        if file.skipped or not file.sha256 or not file.size:
            yield file
            continue
        kept = first.setdefault(file.sha256, file)
        if kept is file:
            yield file
        elif kept.path != file.path:
            skipped = {"other": kept.name}
            yield InboxFile(file.path, file.name, file.size, file.sha256, EXACT_COPY, skipped)
