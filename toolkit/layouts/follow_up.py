"""The columns of the follow-up table, as they are headed when it is made."""

from collections.abc import Mapping

SHEET = "Theo dõi"

HEADERS: Mapping[str, str] = {
    "seq": "STT",
    "petition_id": "Mã kiến nghị",
    "content": "Nội dung kiến nghị",
    "petitioner": "Người kiến nghị",
    "hamlet": "Ấp/Khu phố",
    "topic": "Lĩnh vực",
    "authority": "Thẩm quyền",
    "lead_unit": "Đơn vị chủ trì",
    "support_units": "Đơn vị phối hợp",
    "leader": "Lãnh đạo phụ trách",
    "assignee": "Người thực hiện",
    "received_on": "Ngày tiếp nhận",
    "due_date": "Thời hạn hoàn thành",
    "due_basis": "Căn cứ thời hạn",
    "response_text": "Nội dung trả lời, kết quả giải quyết",
    "document_no": "Số, ký hiệu văn bản",
    "document_date": "Ngày văn bản",
    "status": "Tình trạng xử lý",
    "outcome": "Kết quả",
    "completed_on": "Ngày hoàn thành",
    "due_state": "Tình trạng hạn",
    "days_overdue": "Số ngày quá hạn",
    "note": "Ghi chú",
}
"""The header of every field, in the order of the columns."""

DATES = frozenset({"received_on", "due_date", "document_date", "completed_on"})
COUNTED = frozenset({"due_basis", "due_state", "days_overdue"})
"""Columns that the toolkit works out from the others."""
