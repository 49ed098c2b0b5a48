"""Tables that follow up petitions and tasks: the layouts F1 to F5, with up to 25 columns."""

from datetime import date

from make_layouts_pool import changed, drawn, numbered, petitions
from make_layouts_truth import Form
from make_paper import Style

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def ward_tasks() -> list[Form]:
    """F1 of a ward: twelve columns, document and date apart, a legend of colours below."""
    paper = Form(
        "Theo dõi NV", (5, 52, 16, 13, 14, 26, 24, 18, 9, 15, 46, 12), style=Style("Arial", 10)
    )
    paper.letterhead(
        ("ỦY BAN NHÂN DÂN", "PHƯỜNG TRẢNG BÀNG"),
        (*RIGHT, "Trảng Bàng, ngày 18 tháng 11 năm 2026"),
        ("A:C", "H:L"),
    )
    paper.title(5, "L", "BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ SAU HỘI NGHỊ ĐỐI THOẠI")
    below = paper.hold(
        "petition",
        "seq content document_no document_date due_date lead_unit support_units leader ?outcome"
        " status response_text note",
        """
[header] STT | Nội dung nhiệm vụ | Số/ký hiệu văn bản | Ngày ban hành | Thời hạn hoàn thành | Chủ
    trì
    thực hiện | Đơn vị phối hợp | Lãnh đạo phụ trách | Tiến độ (%) | Trạng thái | Kết quả xử lý |
    Ghi chú
""",
        drawn(
            "{n} | {content} | {doc} | @{answered} | @{due} | {unit} | {support2} | {leader} |"
            " #{share} | {state} | {answer} |",
            petitions(0, 18, since=date(2026, 10, 5)),
        ),
        at="A7",
        align="clccclllccll",
        fill="#B4C6E7",
    )
    for number, text in enumerate(("CHÚ THÍCH MÀU SẮC", "Xanh: còn hạn", "Đỏ: quá hạn")):
        paper.put(f"B{below + 1 + number}", text, align="l", italic=number > 0)
    return [paper]


def short_tasks() -> list[Form]:
    """F1 in short words from column C, hidden columns before it; F3 on a second sheet."""
    paper = Form(
        "Giao việc",
        (8, 8, 5, 54, 14, 12, 12, 24, 22, 16, 13, 16, 44, 10),
        style=Style(size=12),
        hidden_columns=(0, 1),
    )
    paper.put("C1:N1", "THEO DÕI VIỆC GIAO SAU ĐỐI THOẠI (cập nhật hằng tuần)", bold=True)
    paper.hold(
        "petition",
        "seq content document_no document_date due_date lead_unit support_units leader ?outcome"
        " status response_text note",
        "[header] STT | Nội dung | Số VB | Ngày BH | Hạn | Chủ trì | Phối hợp | Lãnh đạo |"
        " Tiến\\nđộ | Trạng\\nthái | Kết quả | Ghi\\nchú",
        drawn(
            "{n} | {content} | {doc} | {answered} | {due} | {unit} | {support} | {leader} | 50% |"
            " {status} | {answer} |",
            petitions(12, 13, since=date(2026, 10, 6)),
        ),
        at="C3",
        align="clccclllccll",
        fill="#F8CBAD",
    )
    score = Form("Hiệu suất", (24,) + (12,) * 9)
    score.put("A1:J1", "HIỆU SUẤT XỬ LÝ PHIẾU TUẦN 46", bold=True)
    score.table(
        "",
        """
[header] Tổ Hạ tầng | Tổng\\ngiao | Hoàn thành | HT đúng\\nhạn | HT quá\\nhạn | TL HT đúng hạn |
    Tổng
    tồn | Tồn trong hạn | Tồn quá hạn | TL tồn QH
Tổ 1 - Bình Hòa | #12 | #9 | #8 | #1 | 88,9% | #3 | #2 | #1 | 33,3%
Tổ 2 - Láng Dài | #7 | #7 | #7 | #0 | 100% | #0 | #0 | #0 | 0%
Tổ 3 - Gò Nổi | #10 | #6 | #4 | #2 | 66,7% | #4 | #4 | #0 | 0%
[total] TỔNG | =SUM(B4:B6) => 29 | #22 | #19 | #3 | 86,4% | #7 | #6 | #1 | 14,3%
""",
        at="A3",
        align="lccccccccc",
    )
    score.put("A9:C9", "CHÚ THÍCH MÀU SẮC PHIẾU", bold=True, align="l")
    score.put("A10:C10", "Vàng: tồn trong hạn; đỏ: tồn quá hạn", align="l")
    return [paper, score]


def wide_report() -> list[Form]:
    """F2: a report of 21 columns, header in row 1, no lines around the cells."""
    paper = Form("Báo cáo nhiệm vụ", (7, 50) + (20,) * 19, style=Style("Calibri", 11))
    paper.hold(
        "petition",
        "seq content leader lead_unit support_units assignee ?received_on due_date ?kind channel"
        " status response_text ?outcome obstacles ?note petition_id ?leader roadmap ?answered_on"
        " completed_on ?due_date",
        """
[header] STT | Tên nhiệm vụ | LĐVP chủ trì | Đơn vị chủ trì thực hiện | Đơn vị phối hợp | Người
    thực
    hiện | Ngày thực hiện | Thời hạn hoàn thành | Loại nhiệm vụ | Nguồn gốc | Trạng thái nhiệm vụ |
    Kết quả thực hiện | Mức độ hoàn thành | Khó khăn | Đề xuất | Mã kiến nghị | Người giao nhiệm vụ
    | Lộ trình thực hiện | Ngày cập nhật | Ngày hoàn thành thực tế | Gia hạn
""",
        drawn(
            "{n} | {content} | {leader} | {unit} | {support} | {assignee} | {received} | {due} |"
            " Thường xuyên | Hội nghị đối thoại | {state} | {answer} | Đạt | {trouble} | |"
            " NV-{n}/2026 | {leader} | Quý IV/2026 | {answered} | {finished} |",
            changed(
                petitions(25, 16, since=date(2026, 9, 21)),
                trouble=("", "Thiếu kinh phí", "Chờ ý kiến của Sở Xây dựng", ""),
            ),
        ),
        align="cl" + "l" * 19,
        border=False,
    )
    return [paper]


def after_supervision() -> list[Form]:
    """F4: three header rows, the reminders grouped, header words of a supervising board."""
    paper = Form(
        "Sau giám sát", (5, 16, 13, 50, 26, 24, 22, 30, 14, 16, 14, 14, 13, 14, 13), style=Style()
    )
    paper.put("A1:D1", "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM XÃ ĐỨC LẬP", bold=True, align="l")
    paper.title(3, "O", "BẢNG THEO DÕI KIẾN NGHỊ SAU GIÁM SÁT, ĐỐI THOẠI", "Tính đến 20/11/2026")
    paper.hold(
        "petition",
        "seq - ?received_on content lead_unit support_units assignee - due_date status - - - - -",
        """
[header] STT | Nguồn gốc | < | Nội dung yêu cầu, kiến nghị | Tổ chức thực hiện | < | < | < | < |
    Tình
    trạng | Minh chứng | Đôn đốc | < | < | <
[header] ^ | Văn bản giám sát | < | ^ | Cơ quan chủ trì | Cơ quan phối hợp | Người chịu trách
    nhiệm |
    Sản phẩm phải hoàn thành | Hạn hoàn thành | ^ | ^ | Lần 1 | < | Lần 2 | <
[header] ^ | Số văn bản | Ngày | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Số CV | Ngày | Số CV | Ngày
""",
        drawn(
            "{n} | 18/BC-MTTQ | 14/09/2026 | {content} | {unit} | {support} | {assignee} | Báo cáo"
            " kết quả | @{due} | {status} | | {reminder} | | |",
            changed(
                petitions(36, 11, since=date(2026, 9, 15)),
                reminder=("41/MTTQ-BTT | 02/11/2026", " | ", " | "),
            ),
        ),
        at="A6",
        align="cccllllllccccc",
        fill="#E2EFDA",
    )
    return [paper]


def recommendations() -> list[Form]:
    """F5: deadlines as serial numbers in text, a blank row between two reports."""
    row = (
        "{report} | {told} | {content} | {kind} | {unit} | {leader} | {due_serial} | {status} |"
        " {answer} |"
    )
    first = [
        case | {"report": "207/BC-UBND", "told": "18/09/2026"}
        for case in petitions(40, 7, since=date(2026, 9, 21))
    ]
    second = [
        case | {"report": "233/BC-UBND", "told": "16/10/2026"}
        for case in petitions(0, 6, since=date(2026, 10, 19))
    ]
    paper = Form("KN", (16, 13, 52, 16, 26, 22, 14, 18, 46, 12), style=Style("Arial", 10))
    paper.hold(
        "petition",
        "?document_no ?document_date content kind lead_unit leader due_date status response_text"
        " note",
        """
[header] Số báo cáo | Ngày báo cáo | Nội dung kiến nghị | Phân loại kiến nghị | Đơn vị thực hiện |
    Chỉ
    đạo của lãnh đạo UBND | Thời hạn hoàn thành | Hiện trạng | Đánh giá tình hình thực hiện kiến
    nghị đến nay | Ghi chú
""",
        drawn(row, first),
        "[blank]",
        drawn(row, second),
        at="A2",
        align="ccllllclll",
    )
    return [paper]


def assignment_annex() -> list[Form]:
    """An annex to the conclusions: one section per unit, wordings of its own, totals."""
    cases = petitions(6, 30, since=date(2026, 10, 12))
    units = ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã")
    parts = []
    for numeral, unit in zip(("I", "II", "III"), units, strict=True):
        own = numbered([case for case in cases if case["unit"] == unit][:6])
        parts += [
            f"[section] {numeral} | {unit.upper()} {{{{= lead_unit: {unit}}}}} | <<",
            drawn("{n} | {content} | {assignee} | {support} | @{due} | {leader} |", own),
            f"[total] | Cộng {numeral}: {len(own):02} việc | | | | |",
        ]
    paper = Form("Phụ lục II", (6, 62, 24, 30, 15, 22, 14), style=Style(size=13))
    paper.put("A1:G1", "Phụ lục II", bold=True)
    paper.put("A2:G2", "PHÂN CÔNG GIẢI QUYẾT CÁC VIỆC NGƯỜI DÂN NÊU TẠI HỘI NGHỊ", bold=True)
    paper.put(
        "A3:G3",
        "(Kèm theo Thông báo số 61/TB-UBND ngày 28 tháng 10 năm 2026 của UBND xã Mỹ Lộc)",
        italic=True,
    )
    paper.hold(
        "petition",
        "seq content assignee support_units due_date leader note",
        "[header] SỐ\\nTT | VIỆC CẦN GIẢI QUYẾT | CÁN BỘ THEO DÕI | CÙNG PHỐI HỢP | XONG TRƯỚC"
        " NGÀY | LÃNH ĐẠO CHỊU TRÁCH NHIỆM | GHI CHÚ",
        *parts,
        at="A5",
        align="clllcll",
    )
    return [paper]


def grouped_columns() -> list[Form]:
    """Nineteen columns in three header rows, a row of numbers, the second table after a page."""
    header = """
[header] TT | Mã KN | Thông tin kiến nghị | < | < | < | < | < | Phân công | < | < | < | < | Kết
    quả |
    < | < | < | < | Ghi chú
[header] ^ | ^ | Người kiến nghị | < | Nội dung | Lĩnh vực | Ngày tiếp nhận | Thẩm quyền | Đơn vị
    | < |
    Lãnh đạo phụ trách | Người thực hiện | Thời hạn | Trả lời | Văn bản | < | Tình trạng | Ngày
    hoàn
    thành | ^
[header] ^ | ^ | Họ tên | Ấp | ^ | ^ | ^ | ^ | Chủ trì | Phối hợp | ^ | ^ | ^ | ^ | Số | Ngày | ^
    | ^ | ^
[column_numbers] (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) |
    (14)
    | (15) | (16) | (17) | (18) | (19)
"""
    row = (
        "{n} | BC-{n} | {name} | {hamlet} | {content} | {topic} | @{received} | {authority} |"
        " {unit} | {support} | {leader} | {assignee} | @{due} | {answer} | {doc} | @{answered} |"
        " {status} | {finished} |"
    )
    cases = petitions(18, 20)
    cases = [case | {"finished": case["finished"] and "@" + case["finished"]} for case in cases]
    widths = (5, 9, 22, 13, 46, 15, 12, 12, 22, 20, 18, 18, 12, 40, 14, 12, 14, 13, 10)
    paper = Form("Bảng chung", widths, style=Style("Times New Roman", 10))
    paper.title(1, "S", "BẢNG TỔNG HỢP, PHÂN CÔNG VÀ THEO DÕI KIẾN NGHỊ", "Xã Bình Cang, năm 2026")
    paper.hold(
        "petition",
        "seq petition_id petitioner hamlet content topic received_on authority lead_unit"
        " support_units leader assignee due_date response_text document_no document_date status"
        " completed_on note",
        header,
        drawn(row, cases[:10]),
        "[blank]",
        header.replace("[header]", "[repeated_header]"),
        drawn(row, cases[10:]),
        "[total] | | Tổng cộng: 20 kiến nghị | << ",
        at="A4",
        align="cclllcccllllclccccl",
        fill="#D9E1F2",
    )
    return [paper]


def answers_by_code() -> list[Form]:
    """Answers alone, by code, in row 27 of column F below the text of a notice."""
    paper = Form("TB", (3, 3, 3, 3, 3, 6, 12, 62, 26, 28, 14), style=Style(size=13))
    paper.put("F2:H2", "UBND XÃ LONG CANG", bold=True)
    paper.put("F3:H3", "VĂN PHÒNG HĐND VÀ UBND", bold=True, underline=True)
    paper.put("F5:K5", "THÔNG BÁO KẾT QUẢ TRẢ LỜI KIẾN NGHỊ", bold=True, size=15)
    told = (
        "Thực hiện Kế hoạch số 41/KH-UBND ngày 14/9/2026 về tổ chức hội nghị đối thoại;",
        "Sau khi nghe các bộ phận chuyên môn báo cáo, Chủ tịch UBND xã thông báo:",
        "1. Các kiến nghị đã được phân loại và giao đơn vị trả lời trong 30 ngày.",
        "2. Đề nghị trưởng ấp thông báo lại trên loa truyền thanh và tại cuộc họp tổ.",
        "3. Người dân chưa đồng ý với nội dung trả lời thì gửi phiếu đến Văn phòng.",
    )
    for number, text in enumerate(told):
        paper.put(f"F{8 + number * 3}:K{8 + number * 3}", text, align="l")
    paper.put("F25:K25", "Danh mục trả lời cụ thể như sau:", align="l", italic=True)
    paper.hold(
        "response",
        "seq petition_id response_text responder document_no+document_date answered_on",
        "[header] TT | Mã phản ánh | Nội dung trả lời của cơ quan chuyên môn | Người trả lời | Số,"
        " ngày văn bản trả lời | Ngày trả lời",
        drawn(
            "{n} | LC-{n} | {answer} | {assignee} | {doc} ngày {answered} | @{answered}",
            petitions(10, 14, since=date(2026, 10, 1)),
        ),
        at="F27",
        align="ccllcc",
    )
    return [paper]


def answers_by_number() -> list[Form]:
    """Answers alone, by the number of the petition, in words that no list of synonyms has."""
    paper = Form("Phúc đáp", (14, 66, 26, 26, 16, 20), style=Style("Calibri", 12))
    paper.put("A1", "Phòng Kinh tế xã Mỹ Yên", bold=True, align="l")
    paper.hold(
        "response",
        "petition_id response_text responder lead_unit answered_on outcome",
        "[header] Kiến nghị số | Ý kiến phúc đáp | Cán bộ giải đáp | Cơ quan phụ trách | Trả lời"
        " ngày | Mức độ giải quyết",
        drawn(
            "MY{n} | {answer} | {assignee} | {unit} | {answered} | {outcome}",
            petitions(28, 12),
        ),
        at="A3",
        align="cllccl",
        fill="#E4DFEC",
    )
    return [paper]


CASES = {
    "nhiem-vu-phuong": ward_tasks,
    "giao-viec-rut-gon": short_tasks,
    "bao-cao-21-cot": wide_report,
    "sau-giam-sat": after_supervision,
    "kien-nghi-bao-cao": recommendations,
    "phu-luc-phan-cong": assignment_annex,
    "bang-chung-19-cot": grouped_columns,
    "thong-bao-tra-loi": answers_by_code,
    "phuc-dap": answers_by_number,
}
