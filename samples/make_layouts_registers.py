"""Lists of petitions after registers and systems of offices: the layouts L1 to L10."""

from datetime import date

from make_layouts_pool import changed, drawn, numbered, petitions
from make_layouts_truth import Form
from make_paper import Style

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def voters_online() -> list[Form]:
    """L1, copied from a web page: a place as petitioner, repeated inside the content."""
    paper = Form("Tra cuu", (6, 16, 30, 22, 60, 60), style=Style("Arial", 10))
    paper.put("A1:F1", "Ý KIẾN CỬ TRI VÀ KẾT QUẢ GIẢI QUYẾT", bold=True, fill="#BDD7EE")
    paper.hold(
        "petition",
        "seq channel petitioner hamlet content response_text",
        "[header] STT | Kỳ Họp | Cử Tri | Địa Bàn | Nội Dung Ý Kiến, Kiến Nghị | Nội Dung Trả Lời",
        drawn(
            "{n} | Kỳ họp thứ 5 | Cử tri tổ {group}, ấp {hamlet} | Ấp {hamlet} | Cử tri tổ"
            " {group}, ấp {hamlet} kiến nghị: {content} | {unit} xin phúc đáp như sau: {answer}",
            petitions(0, 12),
        ),
        at="A3",
        align="clllll",
        fill="#DDEBF7",
    )
    return [paper]


def reception_register() -> list[Form]:
    """L2 in capitals: header and column numbers again on the second page, a signature."""
    header = """
[header] STT | NGÀY TIẾP | HỌ TÊN - ĐỊA CHỈ | CMND/HỘ CHIẾU CỦA CÔNG DÂN | NỘI DUNG VỤ VIỆC | PHÂN
    LOẠI ĐƠN/ SỐ NGƯỜI | CƠ QUAN ĐÃ GIẢI QUYẾT | HƯỚNG XỬ LÝ | < | < | THEO DÕI KẾT QUẢ GIẢI QUYẾT
    | GHI CHÚ
[header] ^ | ^ | ^ | ^ | ^ | ^ | ^ | THỤ LÝ ĐỂ GIẢI QUYẾT | TRẢ LẠI ĐƠN VÀ HƯỚNG DẪN | CHUYỂN ĐƠN
    ĐẾN CƠ QUAN, TỔ CHỨC ĐƠN VỊ CÓ THẨM QUYỀN | ^ | ^
[column_numbers] #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 | #9 | #10 | #11 | #12
"""
    row = (
        "{n} | @{received} | {called}, tổ {group}, ấp {hamlet}, xã Phước Chỉ {{{{= honorific:"
        " {honorific}; petitioner: {name}; address: tổ {group}, ấp {hamlet}, xã Phước Chỉ}}}} |"
        " {identity} | {content} | {kind}/{heads} {{{{= {code}}}}} | | x | | | {after} |"
    )
    cases = changed(
        petitions(8, 13, since=date(2026, 7, 6)),
        heads=("01", "01", "04", "01", "12"),
        after=("Đã mời làm việc", "", "Đang xác minh"),
    )
    kinds = {"Kiến nghị": "KN", "Phản ánh": "PA", "Hỏi": "HOI"}
    cases = [
        case | {"code": kinds[case["kind"]], "honorific": case["called"].split()[0]}
        for case in cases
    ]
    paper = Form(
        "Sổ TCD quý III",
        (5, 12, 30, 16, 44, 14, 14, 11, 12, 17, 17, 10),
        style=Style("Times New Roman", 11),
    )
    paper.title(1, "L", "SỔ TIẾP CÔNG DÂN", "Quý III năm 2026 - Trụ sở tiếp công dân xã Phước Chỉ")
    repeated = header.replace("[header]", "[repeated_header]")
    below = paper.hold(
        "petition",
        "seq received_on petitioner+address national_id content kind ?outcome ?status ?status"
        " ?status ?outcome note",
        header,
        drawn(row, cases[:8]),
        repeated,
        drawn(row, cases[8:]),
        at="A4",
        align="cclclccccclc",
    )
    paper.sign(below + 1, ("A:D", "CÁN BỘ TIẾP DÂN"), ("G:L", "CHỦ TỊCH"), "Nguyễn Trọng Hiền")
    return [paper]


def ministry_base() -> list[Form]:
    """L3 in full, from column B: day, month and year in three columns, lower-case headers."""
    paper = Form(
        "Kết xuất",
        (2, 5, 13, 24, 50, 7, 8, 8, 13, 17, 19, 13, 46, 22, 15, 12, 14),
        style=Style("Calibri", 11),
    )
    paper.put("B2", "Cơ sở dữ liệu hỏi đáp, kiến nghị", bold=True, align="l", size=14)
    paper.put("B3", "Thời điểm kết xuất: 20/11/2026", align="l", italic=True)
    paper.hold(
        "petition",
        "seq ?kind petitioner content received_on received_on received_on due_date topic ?topic"
        " kind response_text lead_unit document_no ?status status",
        """
[header] Stt | Đối tượng K.N | Tên đối tượng K.N | Nội dung hỏi | Ngày hỏi | Tháng hỏi | năm hỏi |
    Hạn hoàn thành | Lĩnh vực | Chủ đề trong lĩnh vực | Loại kiến nghị | Nội dung trả lời | Đơn vị
    thuộc bộ trả lời | số văn bản trả lời | t.t duyệt | t.t trả lời
""",
        drawn(
            "{n} | Cá nhân | {name} | {content} | {received_day} | {received_month} |"
            " {received_year} | {due} | {topic} | | {kind} | {answer} | {unit} | {doc} | Đã duyệt"
            " | Đã có trả lời",
            petitions(14, 14, since=date(2026, 9, 28)),
        ),
        at="B5",
        align="ccllccccllcllccc",
        fill="#C6E0B4",
    )
    return [paper]


def ministry_short() -> list[Form]:
    """L3 in short under a merged header for the date, the table far down and to the right."""
    paper = Form("Hoi dap", (3, 3, 3, 6, 26, 56, 7, 8, 8, 20, 16, 26), style=Style(size=13))
    paper.put("D6:L6", "TỔNG HỢP CÂU HỎI CỦA NGƯỜI DÂN, DOANH NGHIỆP", bold=True, size=14)
    paper.put("D8:L8", "Đơn vị tổng hợp: Trung tâm Phục vụ hành chính công", italic=True)
    paper.hold(
        "petition",
        "seq petitioner content received_on received_on received_on topic kind lead_unit",
        """
[header] Stt | Đối tượng kiến nghị | Nội dung hỏi | Thời điểm hỏi | < | < | Lĩnh vực | Loại kiến
    nghị | Đơn vị trả lời
[header] ^ | ^ | ^ | Ngày | Tháng | Năm | ^ | ^ | ^
""",
        drawn(
            "{n} | {called} | {content} | {received_day} | {received_month} | {received_year} |"
            " {topic} | {kind} | {unit}",
            petitions(30, 10, since=date(2026, 10, 5)),
        ),
        at="D11",
        align="cllccclcl",
    )
    return [paper]


def system_export() -> list[Form]:
    """L4: what a system exports, headers as names of fields, times as text."""
    paper = Form("data", (16,) * 9 + (50,) + (20,) * 15, style=Style("Calibri", 11))
    paper.hold(
        "petition",
        "petition_id channel - ?commune commune petitioner topic kind ?kind content ?received_on"
        " received_on ?answered_on due_date completed_on ?due_date lead_unit support_units -"
        " response_text outcome ?status status ?status -",
        """
[header] maKienNghi | nguon | nhiemKy | noiCoKienNghi | phuongXa | tenCaNhanDonVi | linhVuc | loai
    |
    phanLoai | noiDungKienNghi | ngayTao | ngayTiepNhan | ngayXuLy | ngayHetHanXuLy | ngayKetThuc |
    soNgayGiaiQuyet | coQuanChuTri | coQuanPhoiHop | coQuanKiemDuyet | noiDungTraLoi | ketQua |
    tienDoGiaiQuyet | tinhTrangXuLy | trangThaiGiaiQuyet | tepDinhKem
""",
        drawn(
            "KN2026{n}7 | Tiếp xúc cử tri | 2026 - 2031 | {hamlet} | Phường Long Hoa | {name} |"
            " {topic} | {kind} | Trong thẩm quyền | {content} | {received} 08:15:00 | {received}"
            " 08:15:00 | {answered} 10:00:00 | {due} 17:00:00 | {finished} | 30 | {unit} |"
            " {support} | Văn phòng | {answer} | {outcome} | Đúng hạn | Đã trả lời | Hoàn tất |",
            petitions(20, 12, since=date(2026, 9, 14)),
        ),
        align="l" * 25,
        border=False,
    )
    return [paper]


def feedback_portal() -> list[Form]:
    """L5: the list of a portal, and its statistics by unit, which are no records."""
    paper = Form("DS phản ánh", (6, 18, 60, 26, 22, 30, 24), style=Style("Arial", 11))
    paper.put("A1:G1", "DANH SÁCH PHẢN ÁNH, KIẾN NGHỊ", bold=True)
    paper.put("A2:G2", "Từ ngày 01/10/2026 đến ngày 31/10/2026", italic=True)
    paper.hold(
        "petition",
        "seq petition_id content petitioner topic lead_unit status",
        "[header] STT | Mã số PAKN | Tiêu đề | Tên cá nhân/doanh nghiệp | Lĩnh vực | Đơn vị tiếp"
        " nhận | Trạng thái",
        drawn(
            "{n} | PAKN.2026.10{group}{n} | {content} | {name} | {topic} | {unit} | {state}",
            changed(
                petitions(33, 15),
                state=("Đang xử lý", "Mới tiếp nhận", "Đã trả lời", "Đã chuyển cấp trên"),
            ),
        ),
        at="A4",
        align="cclllll",
        fill="#D9D9D9",
    )
    statistics = Form("Thống kê", (6, 34) + (11,) * 8)
    statistics.title(1, "J", "THỐNG KÊ TÌNH HÌNH XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ THEO ĐƠN VỊ")
    statistics.table(
        "",
        """
[header] STT | Đơn vị | Tổng số | Chờ xử lý | Từ chối tiếp nhận | Tiếp nhận xử lý | Chờ giải quyết
    |
    Đang giải quyết | Chờ phê duyệt | Đã giải quyết
1 | Phòng Kinh tế | #7 | #1 | #0 | #1 | #0 | #2 | #0 | #3
2 | Công an xã | #3 | #0 | #0 | #1 | #0 | #0 | #0 | #2
3 | Trạm Y tế | #5 | #0 | #1 | #0 | #0 | #1 | #0 | #3
[total] | Tổng cộng | =SUM(C4:C6) => 15 | #1 | #1 | #2 | #0 | #3 | #0 | #8
""",
        at="A3",
        align="clcccccccc",
    )
    return [paper, statistics]


def council_entry() -> list[Form]:
    """L6: term and session first, hamlet as xóm, header in row 6 of column C."""
    paper = Form("Nhập liệu", (3, 3, 6, 12, 16, 18, 18, 16, 24, 56, 28, 22), style=Style(size=12))
    paper.put("C2:L2", "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN XÃ HẢO ĐƯỚC", bold=True, size=14)
    paper.put(
        "C3:L3", "Bảng nhập kiến nghị cử tri vào hệ thống của Hội đồng nhân dân", italic=True
    )
    paper.hold(
        "petition",
        "seq - channel topic commune hamlet petitioner content lead_unit status",
        "[header] TT | Khóa họp | Kỳ họp | Lĩnh vực | Phường/xã | Xóm | Cử tri | Nội dung | Đơn vị"
        " giải quyết | Trạng thái",
        drawn(
            "{n} | Khóa II | Kỳ họp thứ 3 | {topic} | Xã Hảo Đước | {hamlet} | {family}  {given}"
            " | {content} | {unit} | {status}",
            petitions(5, 11),
        ),
        at="C6",
        align="ccclccllll",
        fill="#FFF2CC",
    )
    return [paper]


def topic_ticks() -> list[Form]:
    """L7: one column per topic, ticked; a total row with formulas; nil returns at the end."""
    topics = ("Giao thông", "Điện", "Nước sạch", "Đất đai", "Rác thải", "An ninh trật tự")
    cases = [
        case | {"ticks": " | ".join("x" if _same(case["topic"], t) else "" for t in topics)}
        for case in petitions(0, 48)
        if any(_same(case["topic"], topic) for topic in topics)
    ][:14]
    cases = [case | {"n": str(number)} for number, case in enumerate(cases, start=1)]
    counts = [sum(_same(case["topic"], topic) for case in cases) for topic in topics]
    total = " | ".join(
        f'=COUNTIF({letter}7:{letter}20,"x") => {count}'
        for letter, count in zip("DEFGHI", counts, strict=True)
    )
    paper = Form("Phân loại", (6, 26, 60) + (10,) * 6 + (14,))
    paper.title(1, "J", "BẢNG PHÂN LOẠI Ý KIẾN THEO LĨNH VỰC", "(Phường Long Hoa, tháng 10/2026)")
    paper.hold(
        "petition",
        "seq petitioner content topic=B01 topic=B02 topic=B03 topic=A05 topic=B04 topic=B05 note",
        """
[header] STT | Ông/Bà | Ý kiến của người dân | Thuộc lĩnh vực (đánh dấu x) | < | < | < | < | < |
    Ghi
    chú
[header] ^ | ^ | ^ | Giao thông | Điện | Nước sạch | Đất đai | Rác thải | An ninh trật tự | ^
""",
        drawn("{n} | {called} | {content} | {ticks} |", cases),
        f"[total] | Cộng | | {total} |",
        at="A5",
        align="cllccccccl",
    )
    return [paper]


def _same(topic: str, column: str) -> bool:
    return topic.partition(",")[0] == column


def topic_texts() -> list[Form]:
    """L7 again: the petition itself is written in the column of its field."""
    fields = ("Kinh tế - Ngân sách", "Văn hóa - Xã hội", "Tư pháp", "An ninh - Quốc phòng")
    place = {"Phòng Kinh tế": 0, "Phòng Văn hóa - Xã hội": 1, "Công an xã": 3}
    cases = [case for case in petitions(2, 40) if case["unit"] in place][:12]
    cases = [
        case | {"n": str(number), "texts": _at(place[case["unit"]], case["content"], len(fields))}
        for number, case in enumerate(cases, start=1)
    ]
    paper = Form("Biểu 07", (5, 22, 20, 34, 34, 34, 34), style=Style(size=12))
    paper.put("F1:G1", "Biểu số 07", italic=True)
    paper.title(2, "G", "TỔNG HỢP KIẾN NGHỊ THEO NHÓM LĨNH VỰC", "(Trước kỳ họp cuối năm 2026)")
    paper.hold(
        "petition",
        "seq petitioner hamlet content content content content",
        f"[header] TT | Cử tri kiến nghị | Ấp | {' | '.join(fields)}",
        "[column_numbers] A | B | C | 1 | 2 | 3 | 4",
        drawn("{n} | {name} | {hamlet} | {texts}", cases),
        at="A5",
        align="cllllll",
    )
    return [paper]


def _at(place: int, text: str, count: int) -> str:
    return " | ".join(text if number == place else "" for number in range(count))


def opinions_on_draft() -> list[Form]:
    """L8: units give opinions, sections by level, two givers in one cell, nil returns."""
    paper = Form("Tổng hợp góp ý", (6, 36, 64, 56), style=Style(size=13))
    paper.put("A1:D1", "Phụ lục", bold=True)
    paper.put(
        "A2:D2", "TỔNG HỢP Ý KIẾN GÓP Ý DỰ THẢO QUY CHẾ ĐỐI THOẠI CỦA XÃ", bold=True, size=14
    )
    paper.put("A3:D3", "(Kèm theo Tờ trình số 77/TTr-VP ngày 09 tháng 11 năm 2026)", italic=True)
    paper.hold(
        "petition",
        "seq petitioner content response_text",
        """
[header] STT | Tên cơ quan, đơn vị, địa phương | Ý kiến góp ý của các cơ quan, đơn vị, địa phương
    | Ý
    kiến của UBND xã
[section] I. CƠ QUAN, ĐƠN VỊ CẤP XÃ | <<
1 | Phòng Kinh tế | Khoản 2 Điều 4 nên nêu rõ thời hạn gửi câu hỏi trước hội nghị là 05 ngày. |
    Thống nhất tiếp thu, bổ sung vào khoản 2 Điều 4.
2 | Phòng Văn hóa - Xã hội; Trạm Y tế | Đề nghị thêm hình thức đối thoại trực tuyến cho người lao
    động đi làm xa. | Thống nhất tiếp thu, đưa vào Điều 6.
3 | Công an xã | Cần quy định việc bảo đảm trật tự tại hội trường và bãi giữ xe. | Thống nhất tiếp
    thu tại Điều 9.
[nil_return] 4 | Ban Chỉ huy Quân sự xã | Không có ý kiến |
5 | Trung tâm Phục vụ hành chính công | Nên giao Trung tâm lập phiếu hẹn trả lời cho từng câu hỏi.
    |
    Không tiếp thu do đã có quy trình một cửa.
[section] II. ẤP, TRƯỜNG HỌC | <<
1 | Ấp Bình Linh | Tổ chức hội nghị vào buổi chiều tối để công nhân dự được. | Tiếp thu, giao Văn
    phòng chọn giờ phù hợp với từng ấp.
2 | Ấp Láng Dài | Trả lời bằng văn bản gửi đến tận nhà người hỏi, không chỉ dán ở trụ sở. | Thống
    nhất tiếp thu, bổ sung Điều 11.
3 | Trường Trung học cơ sở Trà Cao | Đề nghị mời thêm đại diện cha mẹ học sinh. | Thống nhất tiếp
    thu, bổ sung thành phần.
[nil_return] 4 | Ấp Gò Nổi | Không có ý kiến |
5 | Ấp Tân Thuận | Kinh phí nước uống, in phiếu nên giao ấp tự chi rồi quyết toán. | Không tiếp thu
    do không đúng quy định về tài chính.
""",
        at="A5",
        align="clll",
        fill="#EDEDED",
    )
    return [paper]


def letters_register() -> list[Form]:
    """L9: the register of letters received, typed in small type, from column B."""
    paper = Form(
        "Đơn thư 2026",
        (2, 7, 12, 15, 12, 24, 24, 50, 22, 22, 22, 14),
        style=Style("Times New Roman", 10),
    )
    paper.put("B1:F1", "VĂN PHÒNG HĐND VÀ UBND XÃ TÂN ĐÔNG", bold=True, align="l")
    paper.put("B2:L2", "SỔ ĐĂNG KÝ ĐƠN, THƯ ĐẾN NĂM 2026", bold=True, size=14)
    paper.hold(
        "petition",
        "seq received_on ?document_no ?document_date petitioner address content leader ?lead_unit"
        " ?support_units note",
        """
[header] Số đến | Ngày đến | Số văn bản | Ngày đơn | Người gửi | Địa chỉ | Trích yếu | Lãnh đạo
    (bút
    phê) | Chuyển 1 | Chuyển 2 | Ghi chú
""",
        drawn(
            "{n} | @{received} | | {received} | {called} | Tổ {group}, ấp {hamlet} | {content} |"
            " {leader} | {unit} | | {remark}",
            changed(
                petitions(38, 16, since=date(2026, 3, 9)),
                remark=("", "-", "Đơn viết tay", "", "Gửi qua bưu điện"),
            ),
        ),
        at="B4",
        align="cccclllllll",
    )
    return [paper]


def results_annex() -> list[Form]:
    """L10: two levels of sections, total first, the outcome marked by 1 in three columns."""
    cases = petitions(24, 12, since=date(2026, 4, 6))
    marks = {"A": "1 | |", "D": "| 1 |", "B": "| 1 |", "E": "| | 1", "C": "1 | |"}
    cases = [case | {"marks": marks[case["outcome_code"]]} for case in cases]
    own = [case for case in cases if case["authority_code"] == "XA"]
    others = [case for case in cases if case not in own]
    row = "{n} | {content} | {unit} | {answer} | {marks} |"
    done = [sum(case["marks"] == mark for case in cases) for mark in ("1 | |", "| 1 |", "| | 1")]
    half = len(own) // 2
    paper = Form("PL 02", (6, 52, 26, 50, 10, 10, 10, 14), style=Style(size=12))
    paper.letterhead(
        ("HỘI ĐỒNG NHÂN DÂN", "XÃ BẾN CẦU", "BAN KINH TẾ - NGÂN SÁCH"),
        (*RIGHT, "Bến Cầu, ngày 09 tháng 11 năm 2026"),
        ("A:B", "C:H"),
    )
    paper.title(5, "H", "PHỤ LỤC 02", "Kết quả giải quyết kiến nghị của cử tri trước kỳ họp thứ 5")
    below = paper.hold(
        "petition",
        "seq content lead_unit response_text outcome=A status=03 outcome=E note",
        """
[header] TT | Nội dung kiến nghị | Cơ quan giải quyết | Kết quả giải quyết, trả lời | Mức độ giải
    quyết | < | < | Ghi chú
[header] ^ | ^ | ^ | ^ | Đã giải quyết xong | Đang giải quyết | Chưa giải quyết | ^
""",
        f"[total] * | TỔNG SỐ: {len(cases)} kiến nghị | | | #{done[0]} | #{done[1]} | #{done[2]}"
        f" |",
        "[section] A. THUỘC THẨM QUYỀN CẤP XÃ {{= authority: XA}} | <<",
        "[section] I. Lĩnh vực kinh tế | <<",
        drawn(row, numbered(own[:half])),
        "[section] II. Lĩnh vực văn hóa - xã hội | <<",
        drawn(row, numbered(own[half:])),
        "[section] B. THUỘC THẨM QUYỀN CẤP TỈNH, NGÀNH DỌC VÀ DOANH NGHIỆP {{= authority: }} | <<",
        drawn(row, numbered(others)),
        at="A8",
        align="clllcccl",
    )
    paper.sign(below + 1, ("A:B", "NGƯỜI LẬP BIỂU"), ("E:H", "TRƯỞNG BAN"), "Phùng Văn Đạt")
    return [paper]


CASES = {
    "cu-tri-tra-cuu": voters_online,
    "so-tiep-cong-dan": reception_register,
    "ket-xuat-hoi-dap": ministry_base,
    "hoi-dap-rut-gon": ministry_short,
    "xuat-tu-he-thong": system_export,
    "phan-anh-cong-dvc": feedback_portal,
    "nhap-lieu-hdnd": council_entry,
    "danh-dau-linh-vuc": topic_ticks,
    "noi-dung-theo-nhom": topic_texts,
    "gop-y-du-thao": opinions_on_draft,
    "so-don-thu": letters_register,
    "phu-luc-ket-qua": results_annex,
}
