"""What the words of the drawn sheets mean: the codes that a reader should find for them."""

from collections.abc import Mapping

DATES = {"received_on", "due_date", "answered_on", "document_date", "completed_on"}
COUNTS = {
    "very_satisfied",
    "satisfied",
    "neutral",
    "dissatisfied",
    "very_dissatisfied",
    "total",
}

TOPICS = {
    "Giao thông": "B01",
    "Đường giao thông": "B01",
    "Điện": "B02",
    "Điện, chiếu sáng": "B02",
    "Nước sạch": "B03",
    "Thoát nước": "B03",
    "Thủy lợi": "B03",
    "Rác thải": "B04",
    "Vệ sinh môi trường": "B04",
    "An ninh trật tự": "B05",
    "An toàn giao thông": "B05",
    "Quy hoạch": "B06",
    "Nông nghiệp": "B07",
    "Giáo dục": "B08",
    "Y tế": "B09",
    "Văn hóa, thể thao": "B10",
    "Viễn thông": "B10",
    "Nông thôn mới": "B12",
    "Hộ tịch": "A01",
    "Chứng thực": "A02",
    "Cư trú": "A03",
    "Căn cước": "A04",
    "Đất đai": "A05",
    "Xây dựng": "A06",
    "Bảo trợ xã hội": "A08",
    "Người có công": "A09",
    "Giảm nghèo": "A10",
    "Việc làm": "A10",
    "Vay vốn": "A10",
    "Thuế": "A15",
    "Hộ kinh doanh": "A16",
    "Dịch vụ công trực tuyến": "D02",
    "Bộ phận Một cửa": "D02",
}
KINDS = {
    "Kiến nghị": "KN",
    "Phản ánh": "PA",
    "Đề xuất": "DX",
    "Góp ý": "DX",
    "Hỏi": "HOI",
    "Đề nghị hướng dẫn": "HOI",
}
AUTHORITIES = {
    "Xã": "XA",
    "Cấp xã": "XA",
    "Phường": "XA",
    "Huyện": "HUYEN",
    "Cấp huyện": "HUYEN",
    "Tỉnh": "TINH",
    "Cấp tỉnh": "TINH",
    "Trung ương": "TW",
    "Ngành dọc": "ND",
    "Doanh nghiệp": "DN",
}
STATUSES = {
    "Mới tiếp nhận": "01",
    "Đã phân công": "02",
    "Đang giải quyết": "03",
    "Đang xử lý": "03",
    "Đang thực hiện": "03",
    "Đã trả lời": "04",
    "Đã có trả lời": "04",
    "Đã chuyển cơ quan có thẩm quyền": "05",
    "Đã chuyển cấp trên": "05",
    "Kết thúc": "06",
    "Hoàn thành": "06",
}
OUTCOMES = {
    "Đã giải quyết xong": "A",
    "Giải quyết xong": "A",
    "Giải quyết một phần": "B",
    "Giải trình, cung cấp thông tin": "C",
    "Có lộ trình giải quyết": "D",
    "Chưa giải quyết": "E",
}
ATTENDANCES = {
    "x": "present",
    "v": "absent",
    "Có": "present",
    "Co": "present",
    "Khong": "absent",
    "Có mặt": "present",
    "Vắng": "absent",
    "Vắng mặt": "absent",
    "Vắng có lý do": "excused",
    "Vắng có phép": "excused",
    "Vắng không phép": "absent",
}
DELEGATIONS = {
    "Thường trực Đảng ủy": "TT",
    "Thường trực UBND": "TT",
    "Công chức": "CC",
    "Viên chức": "CC",
    "MTTQ, đoàn thể": "MT",
    "Công an, Quân sự": "CA",
    "Bí thư chi bộ, Trưởng ấp": "AP",
    "Trưởng ấp": "AP",
    "Doanh nghiệp": "DN",
    "Hợp tác xã": "DN",
    "Công dân": "CD",
    "Hộ dân": "CD",
    "Đại diện cấp trên": "CTr",
    "Báo chí": "BC",
}
GENDERS = {"Nam": "male", "Nữ": "female", "Nu": "female"}


def _folded(codes: Mapping[str, str]) -> Mapping[str, str]:
    return {words.casefold(): code for words, code in codes.items()}


CODES: Mapping[str, Mapping[str, str]] = {
    "topic": _folded(TOPICS),
    "kind": _folded(KINDS),
    "authority": _folded(AUTHORITIES),
    "status": _folded(STATUSES),
    "outcome": _folded(OUTCOMES),
    "attendance": _folded(ATTENDANCES),
    "delegation": _folded(DELEGATIONS),
    "gender": _folded(GENDERS),
}
