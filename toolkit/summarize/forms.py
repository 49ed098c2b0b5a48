"""Biểu 4 to 7: the figures by topic, lead unit, hamlet and delegation."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from toolkit import codelists as shipped
from toolkit.codelists.meanings import Result
from toolkit.model import Chart, ChartKind, Consolidation, DueState, ReportSheet
from toolkit.summarize import figures
from toolkit.summarize.labels import Codelists, in_order, name_of, names
from toolkit.summarize.measures import (
    Blank,
    Count,
    Measure,
    Measures,
    Mention,
    Rate,
    Remark,
    Rest,
    grouped,
)
from toolkit.summarize.ranges import Conditions, Ranges

NO_PETITIONS = "Chưa có kiến nghị nào trong các tệp đã đọc."
NO_PEOPLE = "Chưa có danh sách đại biểu nào trong các tệp đã đọc."
NOTHING = "Chưa có đại biểu, kiến nghị nào trong các tệp đã đọc."

AUTHORITIES: Mapping[str, str] = {
    "XA": "Xã",
    "HUYEN": "Huyện",
    "TINH": "Tỉnh",
    "TW": "TW",
    "ND": "Ngành dọc",
}
"""The columns of Biểu 4 by the codes of the authorities; all others are told in words.

There is none for a level that does not exist on the day of the meeting.
"""

NOTE = ("Ghi chú",)

WITHOUT_DEADLINE = (DueState.NO_DEADLINE, DueState.DONE_WITHOUT_DEADLINE)


def by_topic(ranges: Ranges, day: date, codelists: Codelists) -> ReportSheet:
    """Biểu 4: what was asked about which topic, what came of it, and who must decide.

    `day` is that of the meeting.
    """
    results = tuple(result for result in Result if result != Result.UNTOLD)
    authorities = _authorities(day)
    measures: Measures = {
        "all": Count(("Tổng số",), "KN_linh_vuc"),
        **{
            result: Count(("Kết quả", result), "KN_linh_vuc", (("KN_nhom_ket_qua", result),))
            for result in results
        },
        **_by_authority(authorities, codelists),
        "rate": Rate(("Tỷ lệ giải quyết xong (%)",), (Result.RESOLVED,), ("all",)),
        "note": Remark(
            NOTE,
            (
                Rest("chưa ghi kết quả", "all", results),
                Rest("thẩm quyền khác hoặc chưa xác định", "all", authorities, once=True),
            ),
        ),
    }
    topics = in_order(ranges.labels("KN_linh_vuc"), names(codelists, "topics"))
    return ReportSheet(
        "Theo lĩnh vực",
        "Biểu 4. TỔNG HỢP THEO LĨNH VỰC",
        (grouped(ranges, "Lĩnh vực", topics, measures, NO_PETITIONS),),
        charts=(Chart(ChartKind.BAR, "Số kiến nghị theo lĩnh vực", 0, 1, (2,)),),
    )


def _authorities(day: date) -> tuple[str, ...]:
    """The levels that have a column: those in force on the day of the meeting."""
    known = {code.code for code in shipped.load("authorities", day)}
    return tuple(code for code in AUTHORITIES if code in known)


def _by_authority(codes: Iterable[str], codelists: Codelists) -> Measures:
    names_of = codelists.get("authorities", ())
    return {
        code: Count(
            ("Thẩm quyền", AUTHORITIES[code]),
            "KN_linh_vuc",
            (("KN_tham_quyen", name_of(names_of, code)),),
        )
        for code in codes
    }


def by_unit(ranges: Ranges) -> ReportSheet:
    """Biểu 5: what each lead unit was given, and how it stands to the deadlines."""

    def state(first: str, second: str, due: DueState) -> Count:
        return replace(_in_state(due), header=(first, second))

    states: Measures = {
        "done": state("Hoàn thành", "Đúng hạn", DueState.DONE_IN_TIME),
        "late": state("Hoàn thành", "Quá hạn", DueState.DONE_LATE),
        "open": state("Chưa hoàn thành", "Trong hạn", DueState.IN_TIME),
        "soon": state("Chưa hoàn thành", "Sắp đến hạn", DueState.SOON),
        "overdue": state("Chưa hoàn thành", "Quá hạn", DueState.OVERDUE),
    }
    measures: Measures = {
        "all": Count(("Tổng giao",), "KN_don_vi"),
        **states,
        "rate": Rate(("Tỷ lệ đúng hạn (%)",), ("done",), ("done", "late", "overdue")),
        "note": Remark(
            NOTE,
            (
                Mention("hoàn thành, chưa rõ ngày", (_in_state(DueState.DONE_UNDATED),)),
                Mention("không có hạn", tuple(map(_in_state, WITHOUT_DEADLINE))),
            ),
        ),
    }
    units = in_order(ranges.labels("KN_don_vi"))
    return ReportSheet(
        "Theo đơn vị",
        "Biểu 5. TỔNG HỢP THEO ĐƠN VỊ CHỦ TRÌ",
        (grouped(ranges, "Đơn vị chủ trì", units, measures, NO_PETITIONS),),
        charts=(Chart(ChartKind.STACKED, "Tiến độ theo đơn vị chủ trì", 0, 1, (3, 4, 5, 6, 7)),),
    )


def _in_state(due: DueState) -> Count:
    """The petitions of a lead unit that stand so to their deadline."""
    return Count((due,), "KN_don_vi", (("KN_han", due),))


def by_hamlet(ranges: Ranges, data: Consolidation, codelists: Codelists) -> ReportSheet:
    """Biểu 6: who came from each hamlet, what was asked there, and what came of it."""
    called = figures.roll_was_called(data)

    def of_people(*header: str) -> Count:
        return Count(header, "DB_ap", _present(codelists) if called else ())

    def of_petitions(header: str, where: Conditions = (), weight: str = "") -> Count:
        return Count((header,), "KN_ap", where, weight)

    measures: Measures = {
        "people": of_people("Số người dự"),
        "speakers": of_petitions("Số người phát biểu", weight="KN_nguoi_phat_bieu"),
        "turns": of_petitions("Số lượt ý kiến", weight="KN_luot"),
        "petitions": of_petitions("Số nội dung kiến nghị"),
        "answered": of_petitions("Đã trả lời tại hội nghị", weight="KN_tra_loi_tai_hoi_nghi"),
        "resolved": of_petitions("Đã giải quyết xong", _result(Result.RESOLVED)),
        "progress": of_petitions("Đang giải quyết", _result(Result.IN_PROGRESS)),
        "overdue": of_petitions("Quá hạn", (("KN_han", DueState.OVERDUE),)),
        "transferred": of_petitions("Chuyển cấp trên", _result(Result.TRANSFERRED)),
        "note": Remark(NOTE),
    }
    hamlets = dict.fromkeys((*ranges.labels("DB_ap"), *ranges.labels("KN_ap")))
    registered = "Chưa điểm danh: cột «Số người dự» là số người có tên trong danh sách."
    return ReportSheet(
        "Theo ấp",
        "Biểu 6. TỔNG HỢP THEO ẤP, KHU PHỐ",
        (grouped(ranges, "Ấp/Khu phố", in_order(tuple(hamlets)), measures, NOTHING),),
        notes=() if called or not data.attendees else (registered,),
    )


def by_delegation(ranges: Ranges, data: Consolidation, codelists: Codelists) -> ReportSheet:
    """Biểu 7: who was invited, who came, and how many of them are women."""
    called = figures.roll_was_called(data)
    codes = codelists.get("attendance", ())

    def who(header: str, attendance: str) -> Measure:
        where = (("DB_diem_danh", name_of(codes, attendance)),)
        return Count((header,), "DB_thanh_phan", where) if called else Blank((header,))

    rate = ("Tỷ lệ (%)",)
    women = (("DB_gioi_tinh", name_of(codelists.get("genders", ()), "female")),)
    measures: Measures = {
        "all": Count(("Số mời",), "DB_thanh_phan"),
        "present": who("Có mặt", "present"),
        "excused": who("Vắng có lý do", "excused"),
        "absent": who("Vắng không lý do", "absent"),
        "rate": Rate(rate, ("present",), ("all",)) if called else Blank(rate),
        "women": Count(("Trong đó nữ",), "DB_thanh_phan", women),
    }
    delegations = in_order(ranges.labels("DB_thanh_phan"), names(codelists, "delegations"))
    not_called = "Chưa điểm danh: các danh sách đã đọc không có cột điểm danh."
    return ReportSheet(
        "Thành phần",
        "Biểu 7. THÀNH PHẦN THAM DỰ",
        (grouped(ranges, "Thành phần", delegations, measures, NO_PEOPLE),),
        notes=() if called or not data.attendees else (not_called,),
    )


def _present(codelists: Codelists) -> Conditions:
    return (("DB_diem_danh", name_of(codelists.get("attendance", ()), "present")),)


def _result(result: str) -> Conditions:
    return (("KN_nhom_ket_qua", result),)
