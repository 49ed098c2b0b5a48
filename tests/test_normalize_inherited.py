"""What a cell says when it is merged, says “as above”, or stands below a heading or a title."""

from tests.tables import column, findings, places, run


def test_merged_cells_say_what_their_top_cell_says() -> None:
    text = """
        STT | Người kiến nghị | Nội dung
        1   | Lê Văn Mẫu      | Đề nghị sửa đường tổ 5
        ^   | ^               | Đề nghị lắp đèn đường
    """
    (_, second), (name,) = run(text)
    assert (second["seq"], second["petitioner"]) == ("1", "Lê Văn Mẫu")
    assert places(second) == {"seq": "A2", "petitioner": "B2", "content": "C3"}
    assert (name.notice.code, name.cell.a1, name.params["count"]) == ("TXT-08", "B3", 1)


def test_a_mistake_in_a_merged_cell_is_told_once() -> None:
    assert findings("""
        STT | Ngày       | Nội dung
        1   | 31/02/2026 | Đề nghị sửa đường tổ 5
        2   | ^          | Đề nghị lắp đèn đường
    """) == ["B2 DAT-02", "B3 TXT-08"]


def test_merged_counts_are_not_counted_twice() -> None:
    text = """
        STT | Số phiếu | Nội dung
        1   | 20       | Thái độ phục vụ
        2   | ^        | Thời gian giải quyết
    """
    assert column(text, "total") == [20, None]


def test_ditto_marks_say_what_the_record_above_says() -> None:
    records, (finding,) = run("""
        STT | Ấp         | Nội dung
        1   | Ấp Tân Hòa | Đề nghị sửa đường tổ 5
        2   | nt         | Đề nghị lắp đèn đường
        3   | -nt-       | Đề nghị nạo vét kênh
        4   | "          | Đề nghị thu gom rác
        5   | …          | Đề nghị sửa cầu
    """)
    assert [record["hamlet"] for record in records] == ["Ấp Tân Hòa"] * 5
    assert [record.cell("hamlet").a1 for record in records] == ["B2"] * 5
    assert records[1].typed["hamlet"] == "nt"
    assert (finding.notice.code, finding.cell.a1) == ("TXT-08", "B3")
    assert (finding.params["count"], [cell.a1 for cell in finding.related]) == (
        4,
        ["B4", "B5", "B6"],
    )


def test_a_petition_that_says_only_as_above_is_told_as_such() -> None:
    text = """
        STT | Người kiến nghị | Nội dung
        1   | Lê Văn Mẫu      | Đề nghị sửa đường tổ 5
        2   | Trần Thị B      | nt
    """
    assert column(text, "content") == ["Đề nghị sửa đường tổ 5"] * 2
    assert findings(text) == ["C3 TXT-09"]


def test_a_ditto_mark_does_not_reach_over_a_heading() -> None:
    text = """
        STT | Người kiến nghị | Nội dung
        1   | Lê Văn Mẫu      | Đề nghị sửa đường tổ 5
        II. Nội dung khác
        2   | nt              | Đề nghị lắp đèn đường
        3   | …               | Đề nghị nạo vét kênh
    """
    assert column(text, "petitioner") == ["Lê Văn Mẫu", None, None]
    assert findings(text) == ["B4 TXT-04"]


def test_headings_give_topic_hamlet_and_authority_to_rows_without_their_own() -> None:
    records, found = run("""
        STT | Nội dung               | Lĩnh vực   | Ấp
        A. Kiến nghị thuộc thẩm quyền cấp tỉnh
        I. Lĩnh vực đất đai
        1   | Đề nghị cấp giấy       |            |
        2   | Đề nghị sửa đường tổ 5 | Giao thông |
        * Ấp Tân Hòa
        3   | Đề nghị sửa đường tổ 6 |            |
        B. Thuộc thẩm quyền cấp xã
        4   | Đề nghị sửa đường tổ 7 |            | Ấp 3
    """)
    told = [(r["authority"], r["topic"], r["hamlet"]) for r in records]
    assert told == [
        ("TINH", "A05", None),
        ("TINH", "B01", None),
        ("TINH", "A05", "Ấp Tân Hòa"),
        ("XA", None, "Ấp 3"),
    ]
    assert records[0].cell("topic").a1 == "A3"
    assert records[0].typed["topic"] == "Lĩnh vực đất đai"
    assert found == ()


def test_a_heading_with_a_topic_that_is_in_no_list_is_told_once() -> None:
    assert findings("""
        STT | Nội dung
        I. Lĩnh vực đất đay
        1   | Đề nghị cấp giấy
        2   | Đề nghị tách thửa
        II. Lĩnh vực kinh tế
        3   | Đề nghị mở chợ
    """) == ["A2 COD-03"]


def test_the_hamlet_of_the_title_is_that_of_all_rows_without_their_own() -> None:
    records, _ = run("""
        DANH SÁCH KIẾN NGHỊ CỦA CỬ TRI ẤP TÂN HÒA NĂM 2026
        STT | Nội dung                | Ấp
        1   | Đề nghị sửa đường tổ 5  |
        2   | Đề nghị lắp đèn đường   | Ấp 3
    """)
    assert [record["hamlet"] for record in records] == ["Ấp Tân Hòa", "Ấp 3"]
    assert [record.cell("hamlet").a1 for record in records] == ["A1", "C4"]


def test_the_hamlet_where_the_meeting_is_held_is_nobodys() -> None:
    assert column(
        """
        Địa điểm: Nhà văn hóa ấp Tân Hòa
        STT | Nội dung
        1   | Đề nghị sửa đường tổ 5
        """,
        "hamlet",
    ) == [None]


def test_titles_that_name_two_hamlets_give_none() -> None:
    assert column(
        """
        KIẾN NGHỊ CỦA CỬ TRI ẤP 1 VÀ ẤP 2
        STT | Nội dung
        1   | Đề nghị sửa đường tổ 5
        """,
        "hamlet",
    ) == [None]


def test_a_title_typed_without_accents_tells_the_hamlet_too() -> None:
    (record,) = run("""
        DANH SACH Y KIEN CU TRI AP PHU MY NAM 2026
        STT | Nội dung
        1   | De nghi nao vet kenh T3
    """)[0]
    assert record["hamlet"] == "Ấp Phu My"


def test_a_title_without_accents_that_names_no_hamlet_tells_none() -> None:
    (record,) = run("""
        TONG HOP KIEN NGHI VE AP DUNG GIA NUOC
        STT | Nội dung
        1   | De nghi giam gia nuoc
    """)[0]
    assert record["hamlet"] is None


def test_headings_of_people_that_are_in_no_list_are_groups_in_their_own_words() -> None:
    text = """
        STT | Tên        | Chức vụ, đơn vị
        I. CÔNG DÂN
        1   | Lê Văn Mẫu | Nông dân
        II. Tổ dự thính
        1   | Lê Văn Tám | Nông dân
        2   | Lê Văn Bé  | Công nhân
    """
    assert column(text, "delegation") == ["CD", "Tổ dự thính", "Tổ dự thính"]


def test_what_an_earlier_meeting_left_is_known_by_the_title_above_it() -> None:
    text = """
        KẾT QUẢ GIẢI QUYẾT KIẾN NGHỊ CÒN LẠI CỦA HỘI NGHỊ ĐỐI THOẠI NĂM 2025
        STT | Nội dung                   | Chủ trì
        1   | Đề nghị sửa đường vào tổ 5 | Phòng Kinh tế
    """
    (record,), _ = run(text)
    assert record["channel"] == "Hội nghị trước (2025)"
    assert record.cell("channel").a1 == "A1"


def test_what_an_earlier_meeting_left_is_known_by_the_heading_over_it() -> None:
    text = """
        STT | Nội dung                   | Nguồn
        I. Kiến nghị mới
        1   | Đề nghị sửa đường vào tổ 5 |
        II. Kiến nghị tồn đọng năm 2025
        2   | Đề nghị lắp đèn đường tổ 6 |
    """
    assert column(text, "channel") == [None, "Hội nghị trước (2025)"]
