"""Biểu 10: how satisfied people are, by question, and the rows that were added up."""

from toolkit.model import ReportSheet
from toolkit.summarize.columns import Register
from toolkit.summarize.figures import LEVELS, SATISFIED
from toolkit.summarize.measures import Count, Measures, Rate, grouped
from toolkit.summarize.ranges import Ranges

NO_SURVEY = "Chưa có kết quả khảo sát nào trong các tệp đã đọc."


def satisfaction(ranges: Ranges, register: Register) -> ReportSheet:
    """The answers to every question, added up over all survey tables."""
    measures: Measures = {
        **{
            field: Count((name,), "KS_noi_dung", weight=f"KS_{field}")
            for field, name in LEVELS.items()
        },
        "total": Count(("Tổng số phiếu",), "KS_noi_dung", weight="KS_tong"),
        "rate": Rate(("Tỷ lệ hài lòng (%)",), SATISFIED, ("total",)),
    }
    votes = grouped(ranges, "Nội dung đánh giá", ranges.labels("KS_noi_dung"), measures, NO_SURVEY)
    rows = register.table(NO_SURVEY, "Các bảng khảo sát đã đọc")
    return ReportSheet(
        "Hài lòng",
        "Biểu 10. KẾT QUẢ KHẢO SÁT MỨC ĐỘ HÀI LÒNG",
        (votes, rows) if rows.rows else (votes,),
    )
