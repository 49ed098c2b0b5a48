"""Registers, figures and lists: what is known of a meeting, as workbooks to be written.

The only package that knows pandas. Nothing is written here: `toolkit.excel` does that.
"""

from toolkit.model import Consolidation, ReportBook, ReportSheet
from toolkit.summarize import forms, lists, overview, registers, sources, survey
from toolkit.summarize.columns import Register
from toolkit.summarize.figures import counts
from toolkit.summarize.findings import findings_book
from toolkit.summarize.follow_up import follow_up, followed
from toolkit.summarize.labels import Codelists
from toolkit.summarize.privacy import discreet, withheld
from toolkit.summarize.ranges import Ranges
from toolkit.summarize.schedule import schedule
from toolkit.summarize.slips import slip, slips

__all__ = [
    "counts",
    "discreet",
    "findings_book",
    "follow_up",
    "followed",
    "schedule",
    "slip",
    "slips",
    "summary",
    "withheld",
]


def summary(data: Consolidation, codelists: Codelists, link_base: str = "") -> ReportBook:
    """The summary workbook: an overview, the registers, the forms that count them, the sources.

    `link_base` leads from the folder of the workbook to the folder that the paths of the files
    are given from, such as `../`.

    Raises:
        LostRowsError: A row or a record of a file is in none of the results.
    """
    people = registers.attendees(data, codelists, link_base)
    petitions = registers.petitions(data, codelists, link_base)
    surveys = registers.surveys(data, link_base)
    files = sources.input_files(data)
    ranges = Ranges(register.frame() for register in (people, petitions, surveys, files))
    return ReportBook(
        "summary",
        "Tổng hợp kết quả hội nghị đối thoại",
        data.meeting,
        data.as_of,
        (
            overview.overview(ranges, data, codelists),
            _register_sheet("Đại biểu", "DANH SÁCH ĐẠI BIỂU", people, forms.NO_PEOPLE),
            _register_sheet(
                "Kiến nghị",
                "Phụ lục 1. TỔNG HỢP Ý KIẾN, KIẾN NGHỊ TẠI HỘI NGHỊ ĐỐI THOẠI",
                petitions,
                forms.NO_PETITIONS,
            ),
            forms.by_topic(ranges, data.meeting.held_on or data.as_of, codelists),
            forms.by_unit(ranges),
            forms.by_hamlet(ranges, data, codelists),
            forms.by_delegation(ranges, data, codelists),
            lists.beyond_commune(data, codelists),
            lists.carried_over(data),
            survey.satisfaction(ranges, surveys),
            sources.sources(data, link_base),
            sources.about(data, files),
        ),
    )


def _register_sheet(name: str, title: str, register: Register, empty: str) -> ReportSheet:
    return ReportSheet(name, title, (register.table(empty),), filtered=True)
