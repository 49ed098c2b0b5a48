"""The families of codes. A code is three letters, a dash and two digits."""

from collections.abc import Mapping

FAMILIES: Mapping[str, tuple[str, str]] = {
    "FIL": ("Tệp và thư mục", "Files and folders"),
    "XLS": ("Trong tệp Excel", "Inside the workbook"),
    "COL": ("Tiêu đề và cột", "Headers and columns"),
    "REQ": ("Ô bắt buộc còn trống", "Required and blank"),
    "DAT": ("Ngày tháng", "Dates"),
    "TEL": ("Số điện thoại", "Phone numbers"),
    "IDN": ("Số định danh", "Identity numbers"),
    "TXT": ("Chữ viết", "Texts"),
    "COD": ("Danh mục và thiết lập", "Code lists and settings"),
    "DUP": ("Trùng lặp", "Duplicates"),
    "LNK": ("Kiến nghị và câu trả lời", "Petitions and answers"),
    "ASG": ("Phân công", "Assignment"),
    "DEA": ("Thời hạn", "Deadlines"),
    "DOC": ("Văn bản", "Documents"),
    "ANS": ("Chất lượng câu trả lời", "Quality of answers"),
    "KND": ("Loại ý kiến", "Kinds of petitions"),
    "ORG": ("Đơn vị hành chính", "Units"),
    "TOT": ("Số tổng cộng", "Totals"),
    "PRI": ("Dữ liệu cá nhân", "Personal data"),
    "SUB": ("Nộp báo cáo", "Submissions"),
    "MTG": ("Thời hạn của hội nghị", "Deadlines of the meeting"),
}
"""What each family of codes is about."""
