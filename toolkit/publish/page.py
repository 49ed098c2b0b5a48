"""The public table as one page of HTML: no scripts, readable on a telephone and on paper."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from toolkit.model import Meeting
from toolkit.publish.public import HEADERS, NOTHING, TITLE, PublicRow

_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 75rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 "Times New Roman", "Noto Serif", serif; }
.bo-qua { position: absolute; left: -999rem; }
.bo-qua:focus { position: static; }
h1 { font-size: 1.4rem; margin: .5rem 0; }
p { margin: .3rem 0; }
a { color: #14427a; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
caption { text-align: left; font-style: italic; padding-bottom: .4rem; }
th, td { border: 1px solid #595959; padding: .4rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #e6e9ef; }
tbody tr:nth-child(even) { background: #f6f7f9; }
@media (max-width: 45rem) {
  thead { position: absolute; left: -999rem; }
  table, caption, tbody, tr, th, td { display: block; width: auto; }
  tr { border: 1px solid #595959; margin-bottom: .8rem; }
  th, td { border: 0; border-bottom: 1px solid #c9c9c9; }
  td::before, tbody th::before { content: attr(data-nhan) ": "; font-weight: bold; }
}
@media print {
  @page { size: A4 landscape; margin: 15mm; }
  body { font-size: 11pt; padding: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .bo-qua, nav { display: none; }
}
"""


def html_page(rows: Sequence[PublicRow], meeting: Meeting, year: int, as_of: date) -> str:
    """The page. It needs no other file and asks no other computer for anything."""
    unit = meeting.unit_name[:1].upper() + meeting.unit_name[1:]
    title = f"Công khai kết quả giải quyết kiến nghị năm {year}"
    lines = (
        "<!DOCTYPE html>",
        '<html lang="vi">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}{escape(f' – {unit}') if unit else ''}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        '<a class="bo-qua" href="#bang">Đến thẳng bảng kết quả</a>',
        "<header>",
        f"<p>{escape(unit)}</p>" if unit else "",
        f"<h1>{escape(TITLE.capitalize())}</h1>",
        f"<p>Hội nghị đối thoại năm {year}. Cập nhật đến ngày {_time(as_of)}.</p>",
        "</header>",
        '<main id="bang">',
        *(_table(rows) if rows else (f"<p>{NOTHING}</p>",)),
        "</main>",
        "</body>",
        "</html>",
    )
    return "\n".join(line for line in lines if line) + "\n"


def _time(day: date) -> str:
    return f'<time datetime="{day.isoformat()}">{day:%d/%m/%Y}</time>'


def _table(rows: Sequence[PublicRow]) -> Iterator[str]:
    several = len({row.unit for row in rows}) > 1
    headers = ("STT", *(("Xã, phường",) if several else ()), *HEADERS)
    yield "<table>"
    yield f"<caption>{len(rows)} kiến nghị của cử tri và kết quả giải quyết</caption>"
    heads = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for number, row in enumerate(rows, start=1):
        cells = ((row.unit,) if several else ()) + row.cells
        told = "".join(
            f'<td data-nhan="{escape(header)}">{escape(cell)}</td>'
            for header, cell in zip(headers[1:], cells, strict=True)
        )
        yield f'<tr><th scope="row" data-nhan="STT">{number}</th>{told}</tr>'
    yield "</tbody>"
    yield "</table>"
