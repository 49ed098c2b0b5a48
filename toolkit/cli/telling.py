"""What a run tells a person: every finding, how many there are, where the results lie."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.cli.options import Settings

if TYPE_CHECKING:
    from toolkit import api
    from toolkit.levels import aggregation
    from toolkit.model import Finding, SourceFile

RESULTS: Mapping[str, tuple[str, str]] = {
    "summary": ("Bảng tổng hợp", "Summary"),
    "follow_up": ("Bảng theo dõi, phân công", "Follow-up table"),
    "findings": ("Danh sách lỗi", "Findings"),
}


NO_HINT = ("", "")
MOST_LISTED = 20
"""Of so many petitions or cells each is named, of more only the first."""


def tell_files(
    settings: Settings, sources: Sequence["SourceFile"], notes: tuple[str, str] = NO_HINT
) -> None:
    """Every mistake and every file that was not read, then how many there are.

    `notes` says, in both languages, where the notes can be read that are only counted here.
    """
    from toolkit.model import Severity  # noqa: PLC0415 — kept out of `--help`

    for source in sources:
        if source.reason:
            text = source.reason.text(settings.language, source.params)
            cure = source.reason.fix(settings.language, source.params)
            fix = "" if source.reason.severity is Severity.INFO else fix_of(cure, settings)
            settings.say(f"«{source.path}»: {text}{fix}", f"«{source.path}»: {text}{fix}")
        for finding in source.findings:
            if finding.notice.severity is not Severity.INFO:
                line = _line(finding, settings)
                settings.say(line, line)
    _tell_totals(settings, sources, notes)


def _tell_totals(
    settings: Settings, sources: Sequence["SourceFile"], notes_in: tuple[str, str]
) -> None:
    from toolkit.model import Severity  # noqa: PLC0415 — kept out of `--help`
    from toolkit.summarize.sayings import files_read, of_severity, told  # noqa: PLC0415

    found = told(sources, (finding for source in sources for finding in source.findings))
    errors, warnings, notes = (
        of_severity(found, severity)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    vi, en = files_read(sources)
    if not errors and not warnings:
        vi, en = f"{vi}: không có lỗi.", f"{en}: no mistakes."
    else:
        where_vi, where_en = (f" ({text})" if notes and text else "" for text in notes_in)
        vi = f"{vi}: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú{where_vi}."
        en = f"{en}: {errors} errors, {warnings} warnings, {notes} notes{where_en}."
    settings.say(vi, en)


def tell_results(
    settings: Settings, done: "api.Consolidated", folder: Path, *, dry_run: bool
) -> None:
    """What is new, what waits for a decision, and where the results lie."""
    changes = done.changes
    settings.say(
        f"Kiến nghị: {len(changes.new)} mới, {len(changes.changed)} có sửa đổi, "
        f"{len(changes.vanished)} không còn trong nguồn, {len(changes.unchanged)} giữ nguyên.",
        f"Petitions: {len(changes.new)} new, {len(changes.changed)} changed, "
        f"{len(changes.vanished)} no longer there, {len(changes.unchanged)} as before.",
    )
    _tell_questions(settings, done)
    _tell_follow_up(settings, done, dry_run=dry_run)
    if dry_run:
        settings.say("Chạy thử: chưa ghi gì.", "Dry run: nothing was written.")
    elif not done.wrote:
        settings.say("Không có gì thay đổi.", "Nothing has changed.")
    else:
        _tell_outputs(settings, done, folder)


def _tell_questions(settings: Settings, done: "api.Consolidated") -> None:
    """What waits for a person, and where."""
    new, waiting = len(done.asked.new), len(done.asked.new) + done.asked.open
    if done.questions.obstacle:
        path = done.questions.obstacle.params["path"]
        settings.say(
            f"Có {new} điểm mới cần anh chị quyết định nhưng chưa ghi được vào «{path}». Hãy lưu "
            "và đóng tệp đó rồi chạy lại.",
            f"{new} new points wait for your decision, but «{path}» cannot be written. Save and "
            "close it, then run again.",
        )
    elif waiting:
        settings.say(
            f"Có {waiting} điểm cần anh chị quyết định ({new} điểm mới), ở trang «Ghi nhớ» của "
            f"{done.questions.workbook or 'bảng điều khiển'}.",
            f"{waiting} points wait for your decision ({new} new), on the sheet «Ghi nhớ» of "
            f"{done.questions.workbook or 'the control workbook'}.",
        )


def _tell_outputs(settings: Settings, done: "api.Consolidated", folder: Path) -> None:
    """The results, by paths that can be clicked on or copied."""
    for key, path in done.outputs.items():
        vi, en = RESULTS[key]
        settings.say(f"{vi}: {folder / path}", f"{en}: {folder / path}")
    if done.has_errors:
        settings.say(
            "Việc tiếp theo: mở danh sách lỗi, sửa trong tệp gốc, lưu rồi chạy lại lệnh này.",
            "Next: open the findings, mend the files they name, save them, then run this again.",
        )


def _tell_follow_up(settings: Settings, done: "api.Consolidated", *, dry_run: bool) -> None:
    """What became of the follow-up table, and what waits for a person there."""
    _tell_list(settings, "Dời thời hạn", "Deadlines moved", _moved(done))
    if dry_run:
        for vi, en, ids in (
            ("Mới", "New", done.changes.new),
            ("Có sửa đổi", "Changed", done.changes.changed),
            ("Không còn trong nguồn", "No longer in the sources", done.changes.vanished),
        ):
            _tell_list(settings, vi, en, ids)
    conflicts = [f"{c.id} · {c.column}: “{c.typed}” / “{c.new}”" for c in done.conflicts]
    _tell_list(settings, "Xung đột", "Conflicts", conflicts)
    if conflicts:
        settings.say(
            f"Có {len(conflicts)} ô vừa có người sửa vừa có giá trị mới. Hãy chọn “giữ” hoặc “lấy "
            "mới” ở trang «Xung đột» của bảng theo dõi rồi chạy lại.",
            f"{len(conflicts)} cells were changed by people and by the sources. Choose “giữ” "
            "(keep) or “lấy mới” (take) on the sheet «Xung đột», then run again.",
        )
    if done.obstacle:
        text = done.obstacle.text(settings.language)
        line = f"{text}{fix_of(done.obstacle.fix(settings.language), settings)}"
        settings.say(line, line)


def _moved(done: "api.Consolidated") -> list[str]:
    days = [(date.fromisoformat(m.old), date.fromisoformat(m.new)) for m in done.moved]
    return [
        f"{moved.id}: {old:%d/%m/%Y} → {new:%d/%m/%Y}"
        for moved, (old, new) in zip(done.moved, days, strict=True)
    ]


def _tell_list(settings: Settings, vi: str, en: str, named: Sequence[str]) -> None:
    """A heading, how many there are, and the first of them."""
    if not named:
        return
    more = [f"… ({len(named) - MOST_LISTED})"] if len(named) > MOST_LISTED else []
    listed = "\n".join(f"  {line}" for line in [*named[:MOST_LISTED], *more])
    settings.say(f"{vi} ({len(named)}):\n{listed}", f"{en} ({len(named)}):\n{listed}")


def _line(finding: "Finding", settings: Settings) -> str:
    fix = fix_of(finding.fix(settings.language), settings)
    return f"[{finding.notice.code}] {finding.cell}: {finding.text(settings.language)}{fix}"


def fix_of(fix: str, settings: Settings) -> str:
    """What to do, to be said behind what is the matter."""
    return f" {'Cách sửa' if settings.language == 'vi' else 'How to fix'}: {fix}"


@contextmanager
def progress_bar(settings: Settings) -> Iterator[Callable[[int, int, str], None] | None]:
    """A progress bar, on a terminal only."""
    if settings.quiet or settings.as_json or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 — only where it is seen
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        yield tell


def tell_aggregate(settings: Settings, done: "aggregation.Aggregated") -> None:
    """Who sent what, how many petitions that makes, and where the results lie."""
    from toolkit.aggregate.notices import SENT_AGAIN  # noqa: PLC0415 — kept out of `--help`
    from toolkit.aggregate.roster import summary_words  # noqa: PLC0415
    from toolkit.aggregate.rows import PETITION  # noqa: PLC0415
    from toolkit.model import Severity  # noqa: PLC0415

    view, fix = done.view, ("Cách sửa" if settings.language == "vi" else "How to fix")
    for remark in view.remarks:
        if remark.notice.severity is not Severity.INFO or remark.notice is SENT_AGAIN:
            source = f"«{remark.source}»: " if remark.source else ""
            said, cure = remark.text(settings.language), remark.fix(settings.language)
            line = f"[{remark.notice.code}] {source}{said} {fix}: {cure}"
            settings.say(line, line)
    if settings.language == "vi":
        settings.say(summary_words(view), "")
    told, count = view.shares(PETITION)
    total = len(view.now.petitions)
    settings.say(
        f"Kỳ {view.year}: {total} kiến nghị của {told}/{count} đơn vị.",
        f"{view.year}: {total} petitions of {told}/{count} units.",
    )
    if done.wrote:
        for path in done.outputs.values():
            settings.say(f"Kết quả: {path}", f"Result: {path}")
    elif done.outputs:
        settings.say("Không có gì thay đổi.", "Nothing has changed.")
    else:
        settings.say("Chạy thử: chưa ghi gì.", "Dry run: nothing was written.")
