"""Figures of a table as a drawing that covers nothing and can be read in grey."""

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as Drawing

from toolkit.excel.canvas import Canvas, pixels
from toolkit.excel.measure import text_width
from toolkit.excel.tables import Placed
from toolkit.excel.theme import DARK_SHADES, FONT, INTEGER, MAX_ROW_HEIGHT, PERCENT, SHADES
from toolkit.model import Chart, ChartKind, Look, ReportTable, Section

SIDE_BY_SIDE = 800
"""Pixels of a sheet on which two drawings stand beside each other."""
SPACE = 8
"""Pixels around a drawing."""
PIE_HEIGHT = 220.0
FRAME_HEIGHT = 70.0
BAR_HEIGHT = 20.0
"""Points: of a pie, of title and legend, of a bar."""
TITLE, LEGEND, MARGIN = 36, 40, 44
"""Pixels above, below and right of the bars; the last for a figure at the end of a bar."""
WIDEST_NAMES = 0.45
"""Share of a drawing; longer names are wrapped."""
LABEL_SIZE = 10

LINE = {"color": "#000000", "width": 0.75}
TYPES: dict[ChartKind, dict[str, str]] = {
    ChartKind.BAR: {"type": "bar"},
    ChartKind.STACKED: {"type": "bar", "subtype": "stacked"},
    ChartKind.PIE: {"type": "pie"},
}


def write_charts(
    book: Workbook, canvas: Canvas, charts: tuple[Chart, ...], placed: tuple[Placed, ...]
) -> None:
    """Draw below what is there already. Nothing is drawn of a table without rows.

    Drawings side by side lie in one row, as a page never breaks inside a row.
    """
    filled = [chart for chart in charts if _named_rows(chart, placed[chart.table].table)]
    beside = 2 if len(filled) > 1 and canvas.grid.printed_width >= SIDE_BY_SIDE else 1
    for group in (filled[at : at + beside] for at in range(0, len(filled), beside)):
        canvas.gap()
        height = max(_height(chart, placed[chart.table]) for chart in group)
        width = canvas.grid.printed_width // len(group)
        for position, chart in enumerate(group):
            drawing = _drawing(book, canvas.name, chart, placed[chart.table])
            size = (width - 2 * SPACE, pixels(height) - 2 * SPACE)
            drawing.set_size(dict(zip(("width", "height"), size, strict=True)))
            if chart.kind is not ChartKind.PIE:
                drawing.set_plotarea(
                    {"layout": _bars_area(chart, placed[chart.table].table, *size)}
                )
            place = {"x_offset": position * width + SPACE, "y_offset": SPACE}
            described = {"object_position": 2, "description": chart.title}
            canvas.sheet.insert_chart(canvas.row, 0, drawing, place | described)
        canvas.drawn.append(canvas.row)
        canvas.gap(height)


def _height(chart: Chart, placed: Placed) -> float:
    """The points that a drawing takes."""
    if chart.kind is ChartKind.PIE:
        return PIE_HEIGHT
    count = _named_rows(chart, placed.table)
    return min(FRAME_HEIGHT + BAR_HEIGHT * count, MAX_ROW_HEIGHT)


def _bars_area(chart: Chart, table: ReportTable, width: int, height: int) -> dict[str, float]:
    """Where the bars are, as shares of the drawing: the longest name fits on their left."""
    names = (str(row[chart.names]) for row in table.rows if not isinstance(row, Section))
    longest = max(text_width(name, LABEL_SIZE) for name in names) + 2 * SPACE
    left = min(longest / width, WIDEST_NAMES)
    legend = LEGEND if len(chart.figures) > 1 else SPACE
    share = 1 - (TITLE + legend) / height
    return {"x": left, "y": TITLE / height, "width": 1 - left - MARGIN / width, "height": share}


def _named_rows(chart: Chart, table: ReportTable) -> int:
    """The rows down to the last one that has a name: figures side by side differ in length."""
    named = (
        number
        for number, row in enumerate(table.rows, start=1)
        if not isinstance(row, Section) and row[chart.names] is not None
    )
    return max(named, default=0)


def _drawing(book: Workbook, sheet: str, chart: Chart, placed: Placed) -> Drawing:
    drawing = book.add_chart(TYPES[chart.kind])
    count = _named_rows(chart, placed.table)
    last = placed.first + count - 1
    for number, figure in enumerate(chart.figures):
        drawing.add_series(
            _shape(chart.kind, number, count)
            | {
                "name": _series_name(chart, placed.table, figure),
                "categories": [sheet, placed.first, chart.names, last, chart.names],
                "values": [sheet, placed.first, figure, last, figure],
                "data_labels": _labels(chart, placed, figure, number),
            }
        )
    drawing.set_title({"name": chart.title, "name_font": _font(12, bold=True)})
    drawing.set_chartarea({"border": {"color": "#808080", "width": 0.5}})
    drawing.set_legend(_legend(chart))
    if chart.kind is not ChartKind.PIE:
        # From top to bottom as in the table; the labels make an axis of figures needless.
        drawing.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        drawing.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": _font(LABEL_SIZE)})
    return drawing


def _series_name(chart: Chart, table: ReportTable, figure: int) -> str:
    """The header of a column; with its parents where the last part alone is not clear."""
    header = table.columns[figure].header
    namesakes = [f for f in chart.figures if table.columns[f].header[-1] == header[-1]]
    return header[-1] if len(namesakes) == 1 else " – ".join(header)


def _shape(kind: ChartKind, number: int, count: int) -> dict[str, object]:
    """Fills and borders of a series: of its bars, or of its slices."""
    if kind is ChartKind.PIE:
        slices = (SHADES[n % len(SHADES)] for n in range(count))
        return {"points": [{"fill": {"color": c}, "border": LINE} for c in slices]}
    color = SHADES[number % len(SHADES)]
    return {"fill": {"color": color}, "border": LINE, "gap": 50}


def _labels(chart: Chart, placed: Placed, figure: int, number: int) -> dict[str, object]:
    """The figures beside their shapes; a zero is not shown."""
    if chart.kind is ChartKind.PIE:
        return {
            "percentage": True,
            "num_format": f"{PERCENT};;",
            "position": "outside_end",
            "font": _font(LABEL_SIZE),
        }
    percent = placed.table.columns[figure].look is Look.PERCENT
    labels = {"value": True, "num_format": f"{PERCENT if percent else INTEGER};;"}
    if chart.kind is ChartKind.BAR:
        return labels | {"position": "outside_end", "font": _font(LABEL_SIZE)}
    dark = SHADES[number % len(SHADES)] in DARK_SHADES
    return labels | {"position": "center", "font": _font(LABEL_SIZE, white=dark)}


def _legend(chart: Chart) -> dict[str, object]:
    if chart.kind is ChartKind.PIE:
        return {"position": "right", "font": _font(LABEL_SIZE)}
    if len(chart.figures) > 1:
        return {"position": "bottom", "font": _font(LABEL_SIZE)}
    return {"none": True}


def _font(size: int, *, bold: bool = False, white: bool = False) -> dict[str, object]:
    color = "#FFFFFF" if white else "#000000"
    return {"name": FONT, "size": size, "bold": bold, "color": color}
