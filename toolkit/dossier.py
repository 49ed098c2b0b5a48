"""A dossier on disk: what is inbox, what is ours, and what the last run left behind.

Nothing in the inbox is ever written to. What the toolkit remembers between runs lies in
`.doithoai/`, as JSON; `toolkit.journal` writes it.
"""

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit import excel
from toolkit.errors import InputError, NothingToReadError
from toolkit.model import Notice, Severity, Workbook

INBOX, RESULTS, MEMORY = "nhan-vao", "ket-qua", ".doithoai"
CONTROL = ("Bang_dieu_khien.xlsm", "Bang_dieu_khien.xlsx")
MARKED, SLIPS = "da-danh-dau", "phieu-giao-viec"
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
    Severity.INFO,
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
NOTICES = (
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

    `skipped` says why it is not read, with what fills the placeholders; None if it is read.
    """

    path: Path
    name: str
    size: int
    sha256: str
    skipped: Notice | None = None
    params: Mapping[str, object] = field(default_factory=dict)


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

    def read_control(self) -> Workbook | None:
        """What the control workbook holds; None if the dossier has none.

        Raises:
            InputError: It cannot be read.
        """
        return excel.read(self.control, self.control.name) if self.control else None

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


def as_kept(kept: Mapping[str, Any]) -> bytes:
    """What is kept for the next run, as it is written."""
    return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True).encode()


def collect(paths: Iterable[Path]) -> tuple[InboxFile, ...]:
    """The files to look at: those named, and those below the folders named, sorted by name.

    A folder that has an inbox is looked at there only, and at the control workbook beside it.

    Raises:
        NothingToReadError: There is no file at all.
    """
    given = [path.absolute() for path in paths]
    base = Path(os.path.commonpath([p if p.is_dir() else p.parent for p in given]))
    found = [_look(path, base) for folder in given for path in _files(folder)]
    if not found:
        raise NothingToReadError(NOTHING_TO_READ, {"path": base.name})
    return tuple(sorted(_without_copies(found), key=lambda file: file.name))


def control_of(paths: Sequence[Path]) -> Workbook | None:
    """The control workbook of the one folder that is looked at; None if there is none to read."""
    if len(paths) != 1 or not paths[0].is_dir():
        return None
    root = paths[0].absolute()
    try:
        return Dossier(root, root / RESULTS).read_control()
    except InputError:
        return None


def recall_of(paths: Sequence[Path], name: str) -> dict[str, Any]:
    """What the last run kept for the one folder that is looked at; {} if there is nothing."""
    if len(paths) != 1 or not paths[0].is_dir():
        return {}
    root = paths[0].absolute()
    return Dossier(root, root / RESULTS).recall(name)


def digest(path: Path) -> str:
    """The SHA-256 of a file; "" if it is no plain file or cannot be read."""
    if not path.is_file() or path.is_symlink():
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def is_workbook_name(name: str) -> bool:
    """Whether a file is named as workbooks are."""
    return Path(name).suffix.lower() in _WORKBOOKS


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    inbox = path / INBOX
    if inbox.is_dir():
        yield from (control for name in CONTROL if (control := path / name).is_file())
    for folder, folders, names in os.walk(inbox if inbox.is_dir() else path):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != RESULTS)
        yield from (Path(folder, name) for name in sorted(names))


def _look(path: Path, base: Path) -> InboxFile:
    name = unicodedata.normalize("NFC", path.relative_to(base).as_posix())
    size = path.lstat().st_size
    if excel.is_temporary(path.name):
        return InboxFile(path, name, size, "", TEMPORARY)
    sha256 = digest(path)
    if path.name in CONTROL:
        return InboxFile(path, name, size, sha256, CONTROL_WORKBOOK)
    if not (is_workbook_name(name) or excel.looks_packed(path)):
        return InboxFile(path, name, size, sha256, NOT_A_WORKBOOK)
    if sha256 and (kind := excel.own_kind(path)):
        return InboxFile(path, name, size, sha256, _OWN_KINDS.get(kind, OUR_OWN))
    return InboxFile(path, name, size, sha256)


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
