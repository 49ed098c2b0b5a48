"""The calendar of what is due."""

from tests.consolidations import consolidation
from toolkit.summarize import schedule


def test_every_open_deadline_is_one_event_and_denunciations_stay_untold() -> None:
    data = consolidation("""
        == a.xlsx
        # Kiến nghị
        content      | petitioner | kind | lead_unit | due_date   | due_state
        Cầu, cống    | Lê An      | KN   | Phòng B   | 2026-11-25 | Sắp đến hạn
        Đã xong      | Lê Bé      | KN   | Phòng A   | 2026-11-20 | Hoàn thành đúng hạn
        Chưa có hạn  | Lê Chi     | KN   | Phòng A   |            | Chưa có hạn
        Tố ông Ba    | Lê Em      | TC   |           | 2026-12-01 | Còn trong hạn
    """)
    text = schedule(data).decode()
    assert text.count("BEGIN:VEVENT\r\n") == text.count("END:VEVENT\r\n") == 2
    assert (
        "UID:KN-1@doithoai\r\nDTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20261125\r\n"
        "DTEND;VALUE=DATE:20261126\r\nSUMMARY:Hạn KN-1: Phòng B\r\nDESCRIPTION:Cầu\\, cống\r\n"
    ) in text
    assert "Tố ông Ba" not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
