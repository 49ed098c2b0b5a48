"""What others would do with the same folder. `python -m benchmarks.peers NAME FOLDER TARGET`."""

import sys
from pathlib import Path

import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook


def floor(folder: Path, target: Path) -> None:
    """Read every cell and write every row again, with one border: nothing is understood."""
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    border = book.add_format({"border": 1})
    sheets = {name: book.add_worksheet(name) for name in ("Đại biểu", "Kiến nghị", "Trả lời")}
    ends = dict.fromkeys(sheets, 0)
    for path in sorted(folder.glob("*.xlsx")):
        source = CalamineWorkbook.from_path(path)
        for name, sheet in sheets.items():
            for cells in source.get_sheet_by_name(name).to_python():
                sheet.write_row(ends[name], 0, map(str, cells), border)
                ends[name] += 1
    book.close()


def pandas_openpyxl(folder: Path, target: Path) -> None:
    """The script that people write today."""
    _with_pandas(folder, target, "openpyxl", "openpyxl")


def pandas_calamine(folder: Path, target: Path) -> None:
    """The same script with the quickest engines."""
    _with_pandas(folder, target, "calamine", "xlsxwriter")


def _with_pandas(folder: Path, target: Path, reader: str, writer: str) -> None:
    parts: dict[str, list[pd.DataFrame]] = {}
    for path in sorted(folder.glob("*.xlsx")):
        frames = pd.read_excel(path, sheet_name=None, header=3, engine=reader)
        for name, frame in frames.items():
            parts.setdefault(name, []).append(frame.assign(Tệp=path.name))
    joined = {name: pd.concat(frames) for name, frames in parts.items()}
    with pd.ExcelWriter(target, engine=writer) as out:
        for name, frame in joined.items():
            frame.to_excel(out, sheet_name=name, index=False)
        petitions = joined["Kiến nghị"]
        for by in ("Lĩnh vực", "Đơn vị chủ trì", "Ấp"):
            petitions.pivot_table(index=by, values="STT", aggfunc="count").to_excel(
                out, sheet_name=f"Theo {by.lower()}"
            )


PEERS = {"floor": floor, "pandas_openpyxl": pandas_openpyxl, "pandas_calamine": pandas_calamine}

if __name__ == "__main__":
    PEERS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
