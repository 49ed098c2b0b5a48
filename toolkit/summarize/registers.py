"""The registers: one row per person, petition and survey row, each with the cell it came from.

All figures of the workbook count rows of these sheets, by the names of their columns.
"""

from collections.abc import Iterable, Mapping, Sequence

from toolkit.model import Consolidation, Entry, Look, ReportCell
from toolkit.summarize import figures, privacy
from toolkit.summarize.collation import Key, person_key
from toolkit.summarize.columns import (
    Column,
    Register,
    coded,
    column,
    labelled,
    numbers,
    places_of,
    texts,
    unprinted,
)
from toolkit.summarize.labels import (
    UNKNOWN,
    Codelists,
    known_name,
    labels,
    name_of,
    sentence_case,
    shown,
    year_of,
)
from toolkit.values import hamlets

NOT_CALLED = "Chưa điểm danh"
"""Shown for everyone when no list says who came."""

NO_NAME = "Chưa ghi họ tên"


def attendees(data: Consolidation, codelists: Codelists, link_base: str = "") -> Register:
    """The register of people: group by group, in Vietnamese order of their given names.

    What staff noted down for themselves is not printed.
    """
    people = in_list_order(data.attendees, codelists)
    places = hamlet_labels(data)
    groups = labels(
        (person.text("delegation") for person in people), codelists.get("delegations", ())
    )
    delegations = {typed: sentence_case(label) for typed, label in groups.items()}
    return Register(
        (
            numbers(people),
            column("Họ và tên", 24, map(_full_name, people), name="DB_ho_ten"),
            coded(
                "Giới tính",
                8,
                people,
                "gender",
                codelists.get("genders", ()),
                name="DB_gioi_tinh",
            ),
            column("Năm sinh", 8, (year_of(person["birth"]) for person in people), Look.CENTER),
            texts("Chức vụ", 20, people, "position"),
            texts("Đơn vị", 20, people, "organisation"),
            labelled("Ấp/Khu phố", 14, people, "hamlet", places, name="DB_ap"),
            labelled("Thành phần", 20, people, "delegation", delegations, name="DB_thanh_phan"),
            column("Điểm danh", 14, _attendance(data, people, codelists), name="DB_diem_danh"),
            *unprinted([texts("Ghi chú", 20, people, "note")]),
            *_sources(people, link_base),
        )
    )


def petitions(data: Consolidation, codelists: Codelists, link_base: str = "") -> Register:
    """The register of petitions, in the order of the tasks.

    The first ten columns are those that are printed, the last of them to be written in; what
    staff noted down for themselves, and what the formulas need, stands before the source.
    """
    entries = [task.petition for task in data.tasks]
    return Register(
        (
            *_raised(data, entries, codelists),
            *_handled(data, entries, codelists),
            *unprinted(_counted(data)),
            *_sources(entries, link_base),
        )
    )


def surveys(data: Consolidation, link_base: str = "") -> Register:
    """The register of the rows of survey tables, as they were read."""
    rows = data.surveys
    questions = labels(row.text("question") for row in rows)

    def votes(header: str, field: str, name: str | None = None) -> Column:
        return column(header, 10, (shown(row[field]) for row in rows), Look.INTEGER, name=name)

    return Register(
        (
            numbers(rows),
            labelled("Nội dung đánh giá", 46, rows, "question", questions, name="KS_noi_dung"),
            *(votes(header, field, f"KS_{field}") for field, header in figures.LEVELS.items()),
            column("Tổng số phiếu", 10, map(figures.votes, rows), Look.INTEGER, name="KS_tong"),
            votes("Tổng ghi trong tệp", "total"),
            *unprinted(
                (
                    texts("Nhóm", 20, rows, "group"),
                    *places_of([row.cell("question") for row in rows], link_base),
                )
            ),
        )
    )


def hamlet_labels(data: Consolidation) -> Mapping[str, str]:
    """How the hamlets of people and petitions are called, by how they are written."""
    entries = (*data.attendees, *(task.petition for task in data.tasks))
    return labels((entry.text("hamlet") for entry in entries), key=hamlets.key)


def _raised(
    data: Consolidation, entries: Sequence[Entry], codelists: Codelists
) -> tuple[Column, ...]:
    """Phụ lục 1: who asked for what, when and where."""
    topics = labels((e.text("topic") for e in entries), codelists.get("topics", ()))
    return (
        numbers(entries),
        column("Mã kiến nghị", 15, (e.id or UNKNOWN for e in entries), name="KN_ma"),
        column("Họ và tên (hoặc cử tri, tổ chức)", 20, map(privacy.petitioner, entries)),
        labelled("Ấp/Khu phố", 13, entries, "hamlet", hamlet_labels(data), name="KN_ap"),
        column("Nội dung kiến nghị", 46, map(privacy.content, entries)),
        labelled("Lĩnh vực", 17, entries, "topic", topics, name="KN_linh_vuc"),
        coded(
            "Thẩm quyền giải quyết",
            12,
            entries,
            "authority",
            codelists.get("authorities", ()),
            name="KN_tham_quyen",
        ),
        texts("Nguồn tiếp nhận", 11, entries, "channel"),
        column("Ngày tiếp nhận", 11, (shown(e["received_on"]) for e in entries), Look.DATE),
        column("Ghi chú", 9, (None for _ in entries)),
    )


def _handled(
    data: Consolidation, entries: Sequence[Entry], codelists: Codelists
) -> tuple[Column, ...]:
    """Phụ lục 2 and 3: who has to do what until when, and what came of it."""
    tasks = data.tasks
    units = labels(task.lead_unit for task in tasks)
    kinds, statuses = codelists.get("kinds", ()), codelists.get("statuses", ())
    return unprinted(
        (
            column("Ghi chú trong tệp", 24, (privacy.free_text(e, "note") for e in entries)),
            coded("Loại ý kiến", 14, entries, "kind", kinds),
            column("Đơn vị chủ trì", 22, (units[t.lead_unit] for t in tasks), name="KN_don_vi"),
            column("Đơn vị phối hợp", 22, (shown(task.support_units) for task in tasks)),
            column("Lãnh đạo phụ trách", 20, (shown(task.leader) for task in tasks)),
            column("Người thực hiện", 20, (shown(task.assignee) for task in tasks)),
            column("Thời hạn hoàn thành", 12, (task.due_date for task in tasks), Look.DATE),
            column("Căn cứ thời hạn", 60, (task.basis for task in tasks)),
            column("Nội dung trả lời, kết quả giải quyết", 60, map(_response, entries)),
            texts("Số, ký hiệu văn bản", 16, entries, "document_no"),
            column("Ngày văn bản", 12, (shown(e["document_date"]) for e in entries), Look.DATE),
            coded("Tình trạng xử lý", 18, entries, "status", statuses),
            column(
                "Kết quả",
                22,
                (known_name(codelists, "outcomes", e.text("outcome")) for e in entries),
            ),
            column("Ngày hoàn thành", 12, (shown(e["completed_on"]) for e in entries), Look.DATE),
            column("Tình trạng hạn", 18, (str(t.due_state) for t in tasks), name="KN_han"),
            column(
                "Số ngày quá hạn",
                9,
                (task.days_overdue for task in tasks),
                Look.INTEGER,
                name="KN_ngay_qua_han",
            ),
        )
    )


def _counted(data: Consolidation) -> tuple[Column, ...]:
    """What the formulas count and staff did not write."""
    known = figures.facts(data)

    def number(header: str, cells: Iterable[int], name: str) -> Column:
        return column(header, 10, cells, Look.INTEGER, name=name)

    return (
        column("Nhóm kết quả", 22, (str(f.result) for f in known), name="KN_nhom_ket_qua"),
        number("Đã trả lời", (int(f.answered) for f in known), "KN_da_tra_loi"),
        number(
            "Đã trả lời tại hội nghị",
            (int(f.answered_at_meeting) for f in known),
            "KN_tra_loi_tai_hoi_nghi",
        ),
        number("Số lượt ý kiến", (f.turns for f in known), "KN_luot"),
        number("Số người phát biểu", (f.speakers for f in known), "KN_nguoi_phat_bieu"),
        column(
            "Số người cùng ý kiến (ghi trong tệp)",
            10,
            (shown(task.petition["supporters"]) for task in data.tasks),
            Look.INTEGER,
        ),
    )


def _sources(entries: Sequence[Entry], link_base: str) -> tuple[Column, ...]:
    """Where each entry comes from: other records that say the same, then its first cell."""
    columns = (
        column("Nguồn khác", 60, map(_other_places, entries)),
        *places_of([entry.place for entry in entries], link_base),
    )
    return unprinted(columns)


def _other_places(entry: Entry) -> str:
    return "; ".join(
        str(record.cell(record.table.layout.needs[0])) for record in entry.sources[1:]
    )


def in_list_order(people: Iterable[Entry], codelists: Codelists) -> list[Entry]:
    """People as the register lists them: officials before those whom they met.

    Groups come in the order of their code list, then as the lists of staff have them; those
    without a group and those without a name come last.
    """
    listed = list(people)
    codes = (code.code for code in codelists.get("delegations", ()))
    groups = dict.fromkeys((*codes, *(person.text("delegation") for person in listed)))
    places = {group: place for place, group in enumerate(groups) if group}
    return sorted(
        listed,
        key=lambda p: (places.get(p.text("delegation"), len(groups)), place_in_list(p)),
    )


def place_in_list(person: Entry) -> tuple[bool, tuple[Key, str]]:
    """Where a person stands in a group; those without a name come last."""
    name = person.text("full_name")
    return not name, person_key(name)


def _full_name(person: Entry) -> str:
    name = person.text("full_name")
    return (
        " ".join(filter(None, (person.text("honorific"), privacy.masked(name))))
        if name
        else NO_NAME
    )


def _attendance(
    data: Consolidation, people: Sequence[Entry], codelists: Codelists
) -> Iterable[ReportCell]:
    if not figures.roll_was_called(data):
        return (NOT_CALLED for _ in people)
    codes = codelists.get("attendance", ())
    return (name_of(codes, person.text("attendance") or "unknown") for person in people)


def _response(petition: Entry) -> str:
    return privacy.free_text(petition, "response_text")
