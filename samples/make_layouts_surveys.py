"""Surveys of satisfaction: three to five levels, shares beside the counts, stacked tables."""

from collections.abc import Sequence

from make_layouts_truth import Form
from make_paper import Style

RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
QUESTIONS = (
    "Biển chỉ dẫn, sơ đồ phòng làm việc dễ nhìn",
    "Số quầy tiếp nhận đủ cho người dân",
    "Thủ tục được niêm yết dễ hiểu",
    "Không phải nộp thêm giấy tờ ngoài danh mục",
    "Thời hạn giải quyết được ghi rõ trên giấy hẹn",
    "Người tiếp nhận lắng nghe và giải thích rõ",
    "Người tiếp nhận không gây khó khăn",
    "Kết quả đúng với yêu cầu",
    "Kết quả được trả đúng hẹn",
    "Góp ý được phản hồi trong 10 ngày",
)


def _counts(number: int, levels: int, total: int) -> list[int]:
    """How many ticked each level, the best first; they add up to the total."""
    shares = [(number * 7 + level * 5) % 6 + 1 for level in range(levels - 1)]
    counts = [total * 5 // 10 - shares[0]]
    counts += [max(0, share + 2 - level) for level, share in enumerate(shares[1:])]
    return [*counts[:1], total - sum(counts), *counts[1:]]


def _lines(questions: Sequence[str], levels: int, total: int, first: int, end: str) -> str:
    """The rows of questions; `end` is what stands behind the counts."""
    rows = []
    for number, question in enumerate(questions, start=first):
        counts = " | ".join(f"#{count}" for count in _counts(number, levels, total))
        rows.append(f"{number} | {question} | {counts}{end}")
    return "\n".join(rows)


def counts_and_shares() -> list[Form]:
    """Five levels, each with a count and a share: ten columns under a two-row header."""
    levels = ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng")
    rows = []
    for number, question in enumerate(QUESTIONS, start=1):
        counts = _counts(number, 5, 86)
        pairs = " | ".join(f"#{count} | {count / 86:.1%}".replace(".", ",") for count in counts)
        rows.append(f"{number} | {question} | {pairs} | #86")
    sums = [sum(_counts(number, 5, 86)[level] for number in range(1, 11)) for level in range(5)]
    paper = Form("Kết quả KS", (5, 50) + (9,) * 10 + (10,), style=Style(size=11))
    paper.letterhead(
        ("UBND XÃ MỸ THẠNH", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"), RIGHT, ("A:B", "F:M")
    )
    paper.title(4, "M", "BIỂU TỔNG HỢP ĐO LƯỜNG SỰ HÀI LÒNG CỦA NGƯỜI DÂN", "(Quý III/2026)")
    below = paper.hold(
        "survey",
        "seq question very_satisfied - satisfied - neutral - dissatisfied - very_dissatisfied -"
        " total",
        f"[header] STT | Tiêu chí | {' | < | '.join(levels)} | < | Tổng số phiếu",
        f"[header] ^ | ^ {'| Số phiếu | Tỷ lệ ' * 5}| ^",
        "\n".join(rows[:5]),
        "\n".join(rows[5:]),
        f"[total] | Tổng cộng | {' | '.join(f'#{count} |' for count in sums)} | #860",
        at="A7",
        align="cl" + "c" * 11,
    )
    paper.sign(below + 1, ("A:B", "NGƯỜI TỔNG HỢP"), ("H:M", "GIÁM ĐỐC"), "Lương Bích Trâm")
    return [paper]


def four_levels() -> list[Form]:
    """Four levels in capitals without accents, from column E, the total above the rows."""
    sums = [sum(_counts(number, 4, 52)[level] for number in range(1, 9)) for level in range(4)]
    typed = " | ".join(f"#{count}" for count in sums)
    paper = Form("KHAO SAT", (2, 2, 2, 2, 6, 54, 14, 12, 14, 14, 12), style=Style("Arial", 11))
    paper.put("E2:K2", "KET QUA KHAO SAT TAI BO PHAN MOT CUA", bold=True, size=13)
    paper.hold(
        "survey",
        "seq question very_satisfied satisfied neutral dissatisfied total",
        "[header] STT | NOI DUNG DANH GIA | RAT HAI LONG | HAI LONG | BINH THUONG | KHONG HAI"
        " LONG | TONG SO PHIEU",
        f"[total] * | TONG CONG | {typed} | #416",
        _lines(QUESTIONS[:8], 4, 52, 1, " | #52"),
        at="E5",
        align="clccccc",
        fill="#A9D08E",
    )
    return [paper]


def three_levels_twice() -> list[Form]:
    """Three levels; two surveys under each other, of the morning and of the afternoon."""
    header = (
        "[header] TT | Câu hỏi khảo sát | Hài lòng | Bình thường | Chưa hài lòng | Tổng số"
        " | Ý kiến khác"
    )
    columns = "seq question satisfied neutral dissatisfied total note"
    paper = Form("Hai buổi", (6, 58, 12, 12, 14, 10, 24), style=Style(size=13))
    paper.put("A1:G1", "KHẢO SÁT NHANH TẠI HỘI NGHỊ ĐỐI THOẠI XÃ KHÁNH HẬU", bold=True)
    paper.put("A3:G3", "1. Buổi sáng (31 phiếu)", bold=True, align="l")
    below = paper.hold(
        "survey",
        columns,
        header,
        _lines(QUESTIONS[:6], 3, 31, 1, " | #31 |"),
        at="A4",
        align="clccccl",
    )
    paper.put(f"A{below + 1}:G{below + 1}", "2. Buổi chiều (24 phiếu)", bold=True, align="l")
    paper.hold(
        "survey",
        columns,
        header,
        _lines(QUESTIONS[4:], 3, 24, 1, " | #24 |"),
        at=f"A{below + 2}",
        align="clccccl",
    )
    return [paper]


def groups_merged() -> list[Form]:
    """Five levels abbreviated, the group of questions merged downwards in a column of its own."""
    groups = {
        0: "Tiếp cận dịch vụ",
        2: "Thủ tục hành chính",
        5: "Công chức",
        7: "Kết quả",
        9: "Góp ý",
    }
    rows = _lines(QUESTIONS, 5, 120, 1, " | =SUM(D{row}:H{row}) => 120").splitlines()
    paper = Form("SIPAS", (18, 6, 52, 8, 8, 8, 8, 8, 10), style=Style("Calibri", 12))
    paper.put("A2:I2", "ĐÁNH GIÁ MỨC ĐỘ HÀI LÒNG", bold=True, size=14)
    paper.put(
        "A3:I3",
        "RHL: rất hài lòng; HL: hài lòng; BT: bình thường; KHL: không hài lòng; RKHL: rất không"
        " hài lòng",
        italic=True,
    )
    paper.hold(
        "survey",
        "group seq question very_satisfied satisfied neutral dissatisfied very_dissatisfied total",
        "[header] Nhóm tiêu chí | STT | Nội dung khảo sát | RHL | HL | BT | KHL | RKHL | Tổng",
        "[column_numbers] A | B | C | 1 | 2 | 3 | 4 | 5 | 6=1+2+3+4+5",
        *(
            f"{groups.get(number, '^')} | {row.format(row=7 + number)}"
            for number, row in enumerate(rows)
        ),
        at="A5",
        align="cclcccccc",
        fill="#BDD7EE",
    )
    return [paper]


CASES = {
    "khao-sat-ty-le": counts_and_shares,
    "khao-sat-bon-muc": four_levels,
    "khao-sat-hai-buoi": three_levels_twice,
    "khao-sat-nhom": groups_merged,
}
