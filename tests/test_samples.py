"""Every folder in samples/ is a test: workbooks in, `expected.txt` out.

`pytest tests/test_samples.py --regenerate` rewrites the expected files; the reviewer reads the
diff. What was planted in the workbooks by hand stands in `MISTAKES.txt` beside them.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from toolkit import api
from toolkit.model import Consolidation, SourceFile, Task

SAMPLES = Path(__file__).parents[1] / "samples"
DOSSIERS = sorted(path.parent for path in SAMPLES.glob("*/nhan-vao"))
SMALL = sorted(path for path in SAMPLES.glob("small/*") if path.is_dir())
AS_OF = date(2026, 11, 23)


@pytest.mark.parametrize("folder", [*DOSSIERS, *SMALL], ids=lambda folder: folder.name)
def test_sample(folder: Path, request: pytest.FixtureRequest) -> None:
    done = api.consolidate(folder, None, AS_OF, "vi", dry_run=True)
    shown = "\n".join([*_files(done.data.files), *_results(done.data, done.counts)]) + "\n"
    expected = folder / "expected.txt"
    if request.config.getoption("regenerate"):
        expected.write_text(shown, "utf-8")
    known = expected.read_text("utf-8") if expected.exists() else ""
    assert shown == known, f"if {expected} is to change: pytest {__file__} --regenerate"


def _files(files: tuple[SourceFile, ...]) -> Iterator[str]:
    for file in files:
        if file.path.endswith((".txt", ".md")):
            continue
        reason = f": {file.reason.text('vi', file.params)}" if file.reason else ""
        yield f"== {file.path} ({file.status}){reason}"
        for table in file.tables:
            fields = ", ".join(
                f"{table.cell(1, m.number).a1[:-1]} {m.column.field}" for m in table.columns
            )
            records = sum(record.table is table for record in file.records)
            yield (
                f"# {table.sheet.name}: {table.layout.key}, header {table.header_rows}, "
                f"{records} records"
            )
            yield f"  columns: {fields}"
            yield from (f"  {e.row} {e.reason}: {e.text[:60]}" for e in table.excluded)
        for finding in file.findings:
            yield (
                f"{finding.cell.sheet}!{finding.cell.a1} {finding.notice.code} "
                f"{finding.notice.severity}: {finding.text('vi')} → {finding.fix('vi')}"
            )
        yield ""


def _results(data: Consolidation, counts: object) -> Iterator[str]:
    meeting = data.meeting
    yield f"== {meeting.unit_name} {meeting.unit_code}, {meeting.parent}, {meeting.held_on}"
    yield str(counts)
    yield from (_person(entry.values) for entry in data.attendees)
    yield from map(_task, data.tasks)


def _person(values: object) -> str:
    assert isinstance(values, dict)
    keys = ("full_name", "gender", "birth", "hamlet", "delegation", "attendance")
    return " | ".join(str(values.get(key) or "") for key in keys)


def _task(task: Task) -> str:
    petition = task.petition
    keys = ("petitioner", "hamlet", "topic", "kind", "authority", "status", "outcome")
    return " | ".join([
        petition.id,
        petition.text("content")[:70],
        *(str(petition[key] or "") for key in keys),
        task.lead_unit,
        f"{task.due_date or ''}",
        task.due_state,
        str(petition["response_text"] or "")[:40],
    ])  # fmt: skip
