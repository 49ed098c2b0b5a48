"""Builds samples/layouts: one workbook per way of laying out a sheet, and the truth about it.

The corpus measures how well a reader recognises layouts that nobody fitted it to. Each half is
as good as the other: `a` may be looked at while a reader is being improved, `b` is held back.
`python samples/make.py layouts/NAME` builds one of them.
"""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import make_files
import make_layouts_foreign
import make_layouts_guests
import make_layouts_hamlets
import make_layouts_invited
import make_layouts_lists
import make_layouts_none
import make_layouts_offices
import make_layouts_outcomes
import make_layouts_registers
import make_layouts_replies
import make_layouts_requests
import make_layouts_sayings
import make_layouts_surveys
import make_layouts_tasks
import make_layouts_voices
from make_layouts_truth import Form

FIRST: Mapping[str, Callable[[], list[Form]]] = {
    **make_layouts_registers.CASES,
    **make_layouts_tasks.CASES,
    **make_layouts_guests.CASES,
    **make_layouts_hamlets.CASES,
    **make_layouts_surveys.CASES,
    **make_layouts_none.CASES,
}
SECOND: Mapping[str, Callable[[], list[Form]]] = {
    **make_layouts_offices.CASES,
    **make_layouts_requests.CASES,
    **make_layouts_foreign.CASES,
}
THIRD: Mapping[str, Callable[[], list[Form]]] = {
    **make_layouts_lists.CASES,
    **make_layouts_voices.CASES,
    **make_layouts_replies.CASES,
}
FOURTH: Mapping[str, Callable[[], list[Form]]] = {
    **make_layouts_invited.CASES,
    **make_layouts_sayings.CASES,
    **make_layouts_outcomes.CASES,
}
"""All of these two is half `b`."""

HALF_A_OF_SECOND = {
    "chu-ho-hai-dai",
    "dai-bieu-ba-tang",
    "tiep-xuc-cu-tri",
    "api-phan-anh",
    "gop-o-tu-word",
    "mot-nguoi-nhieu-dong",
    "tra-loi-hai-dot",
    "cot-nguoc-thu-tu",
    "thu-dang-phi",
    "tiem-chung-mo-rong",
    "diem-thi-cong-chuc",
    "thu-chi-quy-ap",
}
"""Tossed when the second series was written; the first series went by turns."""

CASES = {**FIRST, **SECOND, **THIRD, **FOURTH}
LINKS = {"toan-huyen-2024": ("danh%20muc%20don%20vi.xlsx", "DM")}


def build(folder: Path) -> None:
    """Writes one workbook and its truth into a folder named after it."""
    name = folder.name
    papers = CASES[name]()
    shutil.rmtree(folder, ignore_errors=True)
    make_files.write(folder / f"{name}.xlsx", papers)
    if name in LINKS:
        make_files.link_to_another_workbook(folder / f"{name}.xlsx", *LINKS[name])
    (folder / "truth.json").write_text(truth(name, papers), encoding="utf-8")


def truth(name: str, papers: list[Form]) -> str:
    """What a reader should find in the workbook: JSON, every record on a line of its own."""
    tables = [
        _table(one.described(paper.name), one.listed()) for paper in papers for one in paper.truths
    ]
    errors = [[paper.name, *planted] for paper in papers for planted in paper.planted.mistakes]
    joined = ",\n".join(tables)
    return f'{{{_drawn(name)},\n"tables": [{joined}],\n"errors": {_json(errors)}}}\n'


def _drawn(name: str) -> str:
    """The half, and the series unless it is the first."""
    if name in FOURTH:
        return '"half": "b", "series": 4'
    if name in THIRD:
        return '"half": "b", "series": 3'
    if name in SECOND:
        return f'"half": "{"a" if name in HALF_A_OF_SECOND else "b"}", "series": 2'
    return f'"half": "{"ab"[list(FIRST).index(name) % 2]}"'


def _table(said: Mapping[str, object], records: Sequence[object]) -> str:
    head = [f"{_json(key)}: {_json(value)}" for key, value in said.items()]
    rows = ",\n".join(f"  {_json(record)}" for record in records)
    return "{" + ",\n ".join([*head, f'"records": [\n{rows}]']) + "}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
