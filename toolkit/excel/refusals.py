"""Why a file is not read, and what the person who sent it can do (family FIL, 01 to 19, 60 to 69).

A refusal stops this one file; a batch goes on with the next. The parameters always hold
`path`, the file's name as the user knows it.
"""

from toolkit.errors import InputError
from toolkit.model import Notice, Severity


def refused(notice: Notice, name: str, **params: object) -> InputError:
    """The error to raise about the file `name`.

    >>> refused(EMPTY, "xa-a.xlsx").text("vi")
    'Tệp rỗng (0 byte), chưa có nội dung nào.'
    """
    return InputError(notice, {"path": name, **params})


PASSWORD = Notice(
    "FIL-01",
    Severity.ERROR,
    vi="Tệp có mật khẩu nên chưa đọc được.",
    en="The file has a password, so it could not be read.",
    fix_vi="Hãy mở tệp bằng Excel, chọn Tệp > Thông tin > Bảo vệ Sổ làm việc, xóa mật khẩu,"
    " lưu rồi gửi lại.",
    fix_en="Open it in Excel, choose File > Info > Protect Workbook, remove the password, save"
    " and send it again.",
    why="A file with a password is encrypted; nobody can read it without the password.",
    good="A workbook that opens without asking for anything.",
    bad="A workbook for which Excel asks for a password.",
)

DAMAGED = Notice(
    "FIL-02",
    Severity.ERROR,
    vi="Tệp chưa chép xong hoặc bị hỏng, nên chưa dùng dòng nào của tệp này.",
    en="The file is incomplete or damaged, so no row of it was used.",
    fix_vi="Hãy chép hoặc gửi lại tệp gốc, ví dụ chép lại từ máy đã làm ra tệp.",
    fix_en="Copy or send the original again, for example from the computer it was made on.",
    why="Half a workbook would give half the figures without anybody noticing.",
    good="A workbook that was copied wholly.",
    bad="A workbook whose end is missing, because the copying was broken off.",
)

EMPTY = Notice(
    "FIL-03",
    Severity.ERROR,
    vi="Tệp rỗng (0 byte), chưa có nội dung nào.",
    en="The file is empty (0 bytes).",
    fix_vi="Hãy gửi lại tệp gốc có số liệu, hoặc xóa tệp rỗng này khỏi thư mục.",
    fix_en="Send the original with its data again, or delete this empty file from the folder.",
    why="Broken downloads and full disks leave empty files behind.",
    good="A workbook with a table in it.",
    bad="A file of 0 bytes.",
)

NO_DATA = Notice(
    "FIL-04",
    Severity.ERROR,
    vi="Sổ làm việc không có ô nào có số liệu.",
    en="The workbook has no filled cell.",
    fix_vi="Hãy kiểm tra xem có gửi nhầm tệp mẫu trống không, rồi gửi lại tệp đã nhập số liệu.",
    fix_en="See whether an empty form was sent by mistake, and send the filled-in file.",
    why="An empty workbook is most often the wrong file.",
    good="A workbook with a table in it.",
    bad="A new workbook that was saved before anything was typed.",
)

SAVE_AS = Notice(
    "FIL-05",
    Severity.ERROR,
    vi="Nội dung của tệp là {what_vi}, không phải sổ làm việc Excel, dù tên tệp có thể ghi khác.",
    en="The content of the file is {what_en}, not an Excel workbook, whatever its name says.",
    fix_vi="Hãy mở tệp bằng Excel, chọn Tệp > Lưu thành, kiểu Sổ làm việc Excel (.xlsx), rồi gửi"
    " tệp .xlsx đó.",
    fix_en="Open it in Excel, choose File > Save As, type Excel Workbook (.xlsx), and send"
    " that file.",
    why="Many programs export a web page or an XML text and name it .xls. Excel opens it after a"
    " warning, but it holds no cells of a workbook.",
    good="A file saved by Excel as .xlsx.",
    bad="A web page that was named .xls.",
)

NO_WORKBOOK = Notice(
    "FIL-06",
    Severity.ERROR,
    vi="Nội dung của tệp là {what_vi}, không phải sổ làm việc Excel, nên không đọc được bảng nào.",
    en="The content of the file is {what_en}, not an Excel workbook, so no table can be read.",
    fix_vi="Hãy gửi chính tệp Excel chứa bảng, ví dụ tệp .xlsx đã dùng để làm ra tài liệu này.",
    fix_en="Send the Excel file that holds the table, for example the .xlsx this was made from.",
    why="Documents and pictures show a table, but have no cells.",
    good="A file saved by Excel as .xlsx.",
    bad="A PDF that was renamed to .xlsx.",
)

ARCHIVE = Notice(
    "FIL-07",
    Severity.ERROR,
    vi="Nội dung của tệp là tệp nén, không phải sổ làm việc Excel.",
    en="The content of the file is an archive, not an Excel workbook.",
    fix_vi="Hãy giải nén rồi đưa các tệp Excel bên trong vào thư mục, ví dụ bấm chuột phải,"
    " chọn Giải nén tất cả.",
    fix_en="Unpack it and put the Excel files in it into the folder: right-click, Extract All.",
    why="Files inside an archive would have no place that a message could point to.",
    good="The workbooks themselves.",
    bad="An archive that holds three workbooks.",
)

TOO_BIG = Notice(
    "FIL-08",
    Severity.ERROR,
    vi="Tệp nặng {size} MB, vượt giới hạn {limit} MB.",
    en="The file has {size} MB; the limit is {limit} MB.",
    fix_vi="Hãy xóa ảnh và các trang không cần, hoặc tách thành nhiều tệp nhỏ hơn {limit} MB, rồi"
    " gửi lại.",
    fix_en="Remove pictures and sheets that are not needed, or split it into files below"
    " {limit} MB, and send it again.",
    why="The lists of a commune need a few hundred kB; a file of this size is something else.",
    good="A workbook of 200 kB.",
    bad="A workbook with 300 MB of photographs.",
)

BOMB = Notice(
    "FIL-09",
    Severity.ERROR,
    vi="Tệp nhỏ nhưng bung ra {size} MB, lớn bất thường, có thể là tệp độc hại. Tệp chưa được mở.",
    en="The small file expands to {size} MB, which is not natural and may be malicious. It was"
    " not opened.",
    fix_vi="Đề nghị báo bộ phận công nghệ thông tin và xin lại tệp gốc, ví dụ tệp trên máy của"
    " người lập.",
    fix_en="Tell the IT staff, and ask for the original file again.",
    why="Such files are made to fill the memory of the computer that opens them.",
    good="A workbook that expands to about ten times its size.",
    bad="A file of 5 MB that expands to more than 2 GB.",
)

FAR_CELL = Notice(
    "FIL-10",
    Severity.ERROR,
    vi="Trang «{sheet}» có ô lạc ở {cell}, cách bảng rất xa, nên trang tính quá rộng để đọc.",
    en="Sheet “{sheet}” has a stray cell at {cell}, far from the table; it is too wide to read.",
    fix_vi="Hãy bấm Ctrl+End để đến vùng cuối, xóa nội dung ô {cell} cùng hàng và cột của ô đó,"
    " rồi lưu lại.",
    fix_en="Press Ctrl+End, delete what stands in {cell} with its row and column, and save.",
    why="A space typed by accident at the far end of a sheet makes a table of thousands of"
    " millions of cells.",
    good="A table that begins near A1.",
    bad="A table in A1:H40, and a full stop in XFD1048576.",
)

UNSAFE = Notice(
    "FIL-11",
    Severity.ERROR,
    vi="Tệp chứa phần khai báo mà Excel không bao giờ ghi, có thể là tệp độc hại. Tệp chưa được"
    " mở.",
    en="The file has a document type declaration, which Excel never writes. It was not opened.",
    fix_vi="Đề nghị báo bộ phận công nghệ thông tin và xin lại tệp gốc, ví dụ tệp trên máy của"
    " người lập.",
    fix_en="Tell the IT staff, and ask for the original file again.",
    why="With such a declaration a file can make a program fetch other files or fill the memory.",
    good="A file saved by Excel.",
    bad="A workbook with <!DOCTYPE …> in one of its parts.",
)

DENIED = Notice(
    "FIL-12",
    Severity.ERROR,
    vi="Tệp đang được mở ở máy khác hoặc không có quyền đọc.",
    en="The file is open elsewhere, or may not be read.",
    fix_vi="Hãy đóng tệp này trong Excel rồi chạy lại; nếu vẫn không được, xin người quản lý cấp"
    " quyền đọc.",
    fix_en="Close it in Excel and run again; if that does not help, ask for the right to read.",
    why="Excel keeps a file to itself while it saves it, above all in shared folders.",
    good="A workbook that nobody has open.",
    bad="A workbook in a shared folder to which this person has no right.",
)

NOT_PLAIN = Notice(
    "FIL-13",
    Severity.ERROR,
    vi="Mục này là lối tắt hoặc thiết bị, không phải một tệp, nên không được mở.",
    en="This is a link or a device, not a file, so it was not opened.",
    fix_vi="Hãy chép tệp thật vào thư mục thay cho lối tắt, ví dụ tệp .xlsx mà lối tắt chỉ đến.",
    fix_en="Put the file itself into the folder, for example the .xlsx that the link leads to.",
    why="A link may lead anywhere, and reading from a device may never end.",
    good="A workbook in the folder.",
    bad="A link to a workbook in another folder.",
)

MISSING = Notice(
    "FIL-14",
    Severity.ERROR,
    vi="Không còn tìm thấy tệp này; tệp đã được chuyển, đổi tên hoặc xóa.",
    en="The file is not found any more; it was moved, renamed or deleted.",
    fix_vi="Hãy đưa tệp trở lại thư mục rồi chạy lại, ví dụ lấy lại từ Thùng rác.",
    fix_en="Put it back into the folder and run again, for example from the recycle bin.",
    why="Somebody tidied up the folder while it was read, or the network drive went away.",
    good="A file that stays in its place until the run is over.",
    bad="A file that was renamed during the run.",
)

FAILED = Notice(
    "FIL-15",
    Severity.ERROR,
    vi="Tệp có chỗ bất thường nên trình đọc phải dừng, chưa dùng dòng nào của tệp này.",
    en="Something in the file is out of the ordinary and reading was stopped; no row was used.",
    fix_vi="Hãy mở tệp bằng Excel, chọn Tệp > Lưu thành, lưu thành tệp .xlsx mới, rồi gửi tệp mới"
    " đó.",
    fix_en="Open it in Excel, choose File > Save As, save it as a new .xlsx, and send that one.",
    why="Excel repairs many things silently when it opens a file; saving anew writes them right.",
    good="A file saved by Excel as .xlsx.",
    bad="A file written wrongly by another program.",
)

BEING_COPIED = Notice(
    "FIL-16",
    Severity.ERROR,
    vi="Tệp vẫn đang được chép hoặc đang được lưu, nên chưa đọc được trọn vẹn.",
    en="The file is still being copied or saved, so it could not be read wholly.",
    fix_vi="Hãy đợi chép xong rồi chạy lại, ví dụ sau một phút.",
    fix_en="Wait until the copying has ended and run again, for example in a minute.",
    why="The size of the file changed while it was read.",
    good="A file that was copied wholly before the run.",
    bad="A file that is coming in from a memory stick during the run.",
)

SAME_NAMES = Notice(
    "FIL-60",
    Severity.ERROR,
    vi="Sổ làm việc có hai trang cùng tên «{sheet}» nên không biết số liệu nằm ở trang nào.",
    en="The workbook has two sheets of the name “{sheet}”, so nobody knows which is meant.",
    fix_vi="Hãy mở tệp bằng Excel, đổi tên một trang, ví dụ «{sheet} (2)», rồi lưu và gửi lại.",
    fix_en="Open it in Excel, rename one sheet, for example “{sheet} (2)”, save and send it.",
    why="Excel never lets two sheets have one name; capitals and accents typed in two ways do not"
    " make two names.",
    good="A workbook with the sheets «Ấp 1» and «Ấp 2».",
    bad="A workbook with the sheets «Ấp 1» and «ấp 1».",
)

MANY_SHEETS = Notice(
    "FIL-61",
    Severity.ERROR,
    vi="Sổ làm việc có {count} trang, vượt giới hạn {limit} trang.",
    en="The workbook has {count} sheets; the limit is {limit}.",
    fix_vi="Hãy xóa những trang không cần, hoặc tách thành nhiều tệp, ví dụ mỗi ấp một tệp.",
    fix_en="Delete sheets that are not needed, or split it, for example one file per hamlet.",
    why="No commune has so many lists; a workbook like this was made by a program.",
    good="A workbook of ten sheets.",
    bad="A workbook of two thousand sheets.",
)

MANY_CELLS = Notice(
    "FIL-62",
    Severity.ERROR,
    vi="Sổ làm việc có {count} ô có số liệu, vượt giới hạn {limit} ô.",
    en="The workbook has {count} filled cells; the limit is {limit}.",
    fix_vi="Hãy xóa những trang và hàng không cần, hoặc tách thành nhiều tệp nhỏ hơn.",
    fix_en="Delete sheets and rows that are not needed, or split it into smaller files.",
    why="The lists of a commune have some ten thousand cells; millions fill the memory.",
    good="A workbook of ten thousand cells.",
    bad="A workbook of twenty million cells.",
)

LONG_TEXT = Notice(
    "FIL-63",
    Severity.ERROR,
    vi="Ô {cell} của trang «{sheet}» dài {count} ký tự, trong khi Excel chỉ giữ được {limit} ký tự"
    " trong một ô.",
    en="Cell {cell} of sheet “{sheet}” has {count} characters; Excel keeps {limit} in a cell.",
    fix_vi="Hãy tách nội dung ô {cell} thành nhiều hàng; nếu là tệp .csv, hãy xem có dấu ngoặc kép"
    " nào chưa được đóng.",
    fix_en="Split what stands in {cell} over several rows; in a .csv, look for a quotation mark"
    " that is never closed.",
    why="Excel would cut the text silently; most often a quotation mark was forgotten and the rest"
    " of the file became one cell.",
    good="A cell with ten lines of text.",
    bad="A cell with 100,000 characters.",
)

MANY_PARTS = Notice(
    "FIL-64",
    Severity.ERROR,
    vi="Bên trong tệp có hơn {limit} phần nhỏ, nhiều bất thường, có thể là tệp độc hại. Tệp chưa"
    " được mở.",
    en="There are more than {limit} parts inside the file, which may be malicious. It was not"
    " opened.",
    fix_vi="Đề nghị báo bộ phận công nghệ thông tin và xin lại tệp gốc, ví dụ tệp trên máy của"
    " người lập.",
    fix_en="Tell the IT staff, and ask for the original file again.",
    why="A workbook has a part for each sheet and picture; tens of thousands only serve to keep a"
    " computer busy.",
    good="A workbook of thirty parts.",
    bad="A workbook of sixty thousand parts.",
)

INCOMPLETE = (DAMAGED, EMPTY, DENIED, BEING_COPIED)
"""What is said of files that are not yet written to their end."""

NOTICES = (
    PASSWORD,
    DAMAGED,
    EMPTY,
    NO_DATA,
    SAVE_AS,
    NO_WORKBOOK,
    ARCHIVE,
    TOO_BIG,
    BOMB,
    FAR_CELL,
    UNSAFE,
    DENIED,
    NOT_PLAIN,
    MISSING,
    FAILED,
    BEING_COPIED,
    SAME_NAMES,
    MANY_SHEETS,
    MANY_CELLS,
    LONG_TEXT,
    MANY_PARTS,
)
