"""How a run ends: its exit code, and what is told when it could not go on."""

import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.options import Settings, echo
from toolkit.errors import InputError, NothingToReadError, OutputError, ToolkitError

if TYPE_CHECKING:
    from toolkit import api
    from toolkit.levels import aggregation
    from toolkit.model import Notice, SourceFile

FOUND_ERRORS, NOTHING_READ, PARTIAL, CONFLICTS, FAULT = 1, 3, 4, 5, 70
"""Exit codes of the contract; 2 is click's own: wrong usage."""


def exit_code(sources: Sequence["SourceFile"]) -> int:
    """The exit code of the contract: 3, 4 or 1 where several hold, in this order."""
    from toolkit.model import FileStatus  # noqa: PLC0415 — kept out of `--help`

    states = {source.status for source in sources}
    if not states - {FileStatus.UNREADABLE, FileStatus.SKIPPED}:
        return NOTHING_READ
    if FileStatus.UNREADABLE in states:
        return PARTIAL
    return FOUND_ERRORS if FileStatus.ERRORS in states else 0


def end_of(done: "api.Consolidated") -> int:
    """The exit code of a run over a dossier: conflicts, and a table that waits, come first."""
    code = exit_code(done.data.files)
    if code == NOTHING_READ:
        return code
    if done.conflicts:
        return CONFLICTS
    return PARTIAL if done.obstacle else code


def end_of_aggregate(done: "aggregation.Aggregated") -> int:
    """The exit code of a run of the level above: what waits for a person comes before the rest."""
    from toolkit.aggregate.notices import WAITS_FOR_A_PERSON  # noqa: PLC0415 — kept out of `--help`

    if not any(done.view.holdings):
        return NOTHING_READ
    if WAITS_FOR_A_PERSON & {remark.notice.code for remark in done.view.remarks}:
        return CONFLICTS
    if done.unreadable:
        return PARTIAL
    counted = (one.holding.counted.receipt for one in done.view.expected if one.holding)
    return FOUND_ERRORS if any(receipt.errors for receipt in counted) else 0


def stopped(error: ToolkitError) -> int:
    """Tell why the run stopped, in one line; the exit code."""
    settings = click.get_current_context().find_object(Settings)
    language = settings.language if settings else "vi"
    tell_stop(language, error.notice, error.params)
    if settings and settings.as_json:
        from toolkit import contract  # noqa: PLC0415 — kept out of `--help`

        settings.print_json(contract.error_document(error, language))
    match error:
        case NothingToReadError():
            return NOTHING_READ
        case InputError() | OutputError():
            return PARTIAL
    return FAULT


def tell_stop(language: str, notice: "Notice", params: Mapping[str, object]) -> None:
    """One line on stderr: what is the matter, and what to do."""
    fix = "Cách sửa" if language == "vi" else "How to fix"
    text, cure = notice.text(language, params), notice.fix(language, params)
    echo(f"[{notice.code}] {text} {fix}: {cure}", err=True)


def fault(error: Exception) -> int:
    """Keep a bug's traceback in an incident file, and tell where it lies."""
    settings = click.get_current_context().find_object(Settings)
    path = _incident("".join(traceback.format_exception(error)))
    vi = (
        "Công cụ gặp sự cố ngoài dự kiến; các tệp của anh chị chưa thay đổi. "
        f"Cách sửa: gửi tệp «{path}» cho người phụ trách."
    )
    en = (
        "The toolkit met a fault of its own; your files have not changed. "
        f"How to fix: send the file «{path}» to whoever looks after the toolkit."
    )
    click.echo(en if settings and settings.language == "en" else vi, err=True)
    return FAULT


def keep_faults(settings: Settings, sources: Sequence["SourceFile"]) -> None:
    """Keep the tracebacks of files that showed a bug, in one incident file."""
    from toolkit import intake  # noqa: PLC0415 — kept out of `--help`

    told = [
        f"{source.path}\n{source.params['detail']}"
        for source in sources
        if source.reason == intake.FAULT
    ]
    if told:
        path = _incident("\n".join(told))
        settings.say(
            f"Sự cố được ghi lại trong tệp «{path}»; hãy gửi kèm tệp này cho người phụ trách.",
            f"What happened stands in «{path}»; send it along to whoever looks after the toolkit.",
        )


def _incident(told: str) -> Path:
    from toolkit.incident import write_incident  # noqa: PLC0415 — hardly ever needed

    return write_incident(told, sys.argv[1:])
