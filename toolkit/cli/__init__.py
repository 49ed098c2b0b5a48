"""The command line: options in, one use case, text or JSON out. No logic of its own.

Help and click's own messages are English here; `locale/` has their Vietnamese. What the toolkit
itself says comes in both languages from where it is declared.
"""

import sys
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit import __version__
from toolkit.cli import desk, ends, language, levels, telling
from toolkit.cli.language import TranslatedArgument, TranslatedCommand, TranslatedOption
from toolkit.cli.options import (
    Settings,
    examples,
    of_folder,
    raising_limits,
    results_elsewhere,
    shared,
    with_common_options,
    without_writing,
)
from toolkit.errors import ToolkitError
from toolkit.limits import LIMITS

if TYPE_CHECKING:
    from toolkit.model import SourceFile

SAMPLE = "samples/thanh-binh-2026"
"""The dossier of `demo`, in a checkout; setup.py puts it into the installed package."""

NO_REPORT = "để xem ghi chú, thêm --report Loi.xlsx", "to read the notes, add --report Loi.xlsx"


class TranslatedGroup(TranslatedCommand, click.Group):
    """The group of all commands: sets the language, and turns errors into one line each."""

    command_class = TranslatedCommand

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        language.speak(language.asked_for(args))
        for stream in (sys.stdout, sys.stderr):
            _make_safe(stream)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ToolkitError as error:
            sys.exit(ends.stopped(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends quietly when what reads its output has gone
        except Exception as error:  # noqa: BLE001 — the last resort: nobody sees a traceback
            sys.exit(ends.fault(error))


@click.group(cls=TranslatedGroup)
@click.version_option(
    __version__, prog_name="doithoai", message="%(prog)s %(version)s", cls=TranslatedOption
)
@with_common_options
def main(**_: object) -> None:
    """Check, consolidate and follow up the workbooks of a dialogue meeting."""


@main.command(
    epilog=examples(
        "doithoai check hoi-nghi-2026",
        'doithoai check "Kien nghi ap 1.xlsx" --report Danh_sach_loi.xlsx',
    )
)
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    cls=TranslatedArgument,
)
@click.option(
    "--records", is_flag=True, help="With --json: print every record too.", cls=TranslatedOption
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the findings to this workbook too.",
    cls=TranslatedOption,
)
@click.option(
    "--marked",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write copies of the workbooks with the wrong cells marked to this folder.",
    cls=TranslatedOption,
)
@raising_limits
@shared
def check(
    settings: Settings,
    paths: tuple[Path, ...],
    report: Path | None,
    marked: Path | None,
    *,
    records: bool,
    raised: int,
) -> int:
    """Look for mistakes in workbooks and folders. Changes none of them."""
    _prepare()
    from toolkit import api, contract  # noqa: PLC0415 — `--help` must not wait for them

    with telling.progress_bar(settings) as progress:
        checked = api.check(paths, settings.as_of, progress, LIMITS.raised(raised))
    if report:
        api.write_findings(checked, report, settings.language)
    if settings.as_json:
        settings.print_json(
            contract.check_document(checked, settings.language, with_records=records)
        )
    else:
        telling.tell_files(settings, checked.files, _notes_in(report) if report else NO_REPORT)
    if report:
        settings.say(f"Danh sách lỗi: {report}", f"Findings: {report}")
    if marked:
        _mark(settings, checked.files, paths, marked)
    ends.keep_faults(settings, checked.files)
    return ends.exit_code(checked.files)


@main.command(
    epilog=examples(
        "doithoai consolidate hoi-nghi-2026", "doithoai consolidate hoi-nghi-2026 --dry-run"
    )
)
@of_folder
@results_elsewhere
@without_writing
@click.option(
    "--marked",
    is_flag=True,
    help="Write copies of the workbooks with the wrong cells marked too.",
    cls=TranslatedOption,
)
@raising_limits
@shared
def consolidate(
    settings: Settings,
    folder: Path,
    out: Path | None,
    *,
    dry_run: bool,
    marked: bool,
    raised: int,
) -> int:
    """Make the summary, the follow-up table and the list of findings of one meeting."""
    return _consolidate(settings, folder, out, dry_run=dry_run, marked=marked, raised=raised)


@main.command(epilog=examples("doithoai demo", "doithoai demo thu-nghiem"))
@click.argument(
    "folder",
    default="doithoai-demo",
    type=click.Path(file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
@shared
def demo(settings: Settings, folder: Path) -> int:
    """Lay out a sample dossier in FOLDER and consolidate it."""
    from toolkit import new_dossier  # noqa: PLC0415 — `--help` must not wait for it

    with as_file(_sample()) as sample:
        new_dossier.lay_out_sample(sample, folder)
    settings.say(
        f"Hồ sơ mẫu (người và số liệu do chúng tôi tự nghĩ ra): {folder}",
        f"The sample dossier (invented people and figures): {folder}",
    )
    code = _consolidate(settings, folder, None)
    return 0 if code == ends.FOUND_ERRORS else code  # its mistakes are there to be shown


@main.command(epilog=examples("doithoai undo hoi-nghi-2026"))
@of_folder
@shared
def undo(settings: Settings, folder: Path) -> int:
    """Take back what the last run changed in a dossier."""
    from toolkit import api  # noqa: PLC0415 — `--help` must not wait for it

    files = api.undo(folder)
    if settings.as_json:
        settings.print_json({"undone": list(files)})
    else:
        settings.say(
            f"Đã hoàn tác lần chạy cuối: {', '.join(files)}.",
            f"The last run was undone: {', '.join(files)}.",
        )
    return 0


@main.command(epilog=examples("doithoai slips hoi-nghi-2026"))
@of_folder
@shared
def slips(settings: Settings, folder: Path) -> int:
    """Write a slip for each lead unit with what it still has to do."""
    from toolkit import api  # noqa: PLC0415 — `--help` must not wait for it

    made = api.slips(folder, settings.as_of)
    if settings.as_json:
        settings.print_json({"slips": list(made)})
        return 0
    for path in made:
        click.echo(path)
    settings.say(
        f"Đã lập {len(made)} phiếu giao việc. Phiếu gửi về thì chép vào thư mục nhan-vao rồi chạy "
        "lại tổng hợp.",
        f"{len(made)} slips. Put those that come back into the inbox and consolidate again.",
    )
    return 0


@main.command(
    epilog=examples('doithoai trace hoi-nghi-2026/ket-qua/Tong_hop.xlsx "Theo lĩnh vực!C9"')
)
@click.argument(
    "workbook",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
@click.argument("cell", cls=TranslatedArgument)
@shared
def trace(settings: Settings, workbook: Path, cell: str) -> int:
    """Say which cells of the inbox make a figure of the summary."""
    from toolkit import api, contract  # noqa: PLC0415 — `--help` must not wait for them

    traced = api.trace(workbook, cell)
    if settings.as_json:
        settings.print_json(contract.trace_document(traced))
        return 0
    for source in traced.sources:
        times = f" ×{source.amount:g}" if source.amount != 1 else ""
        click.echo(f"«{source.file}» › «{source.sheet}» › {source.cell}{times}")
    total = sum(source.amount for source in traced.sources)
    settings.say(
        f"{traced.cell} = {traced.value}: {len(traced.sources)} ô nguồn, cộng lại {total:g}.",
        f"{traced.cell} = {traced.value}: {len(traced.sources)} source cells, together {total:g}.",
    )
    return 0


@main.command(epilog=examples("doithoai explain DAT-02", "doithoai explain LNK-01 --lang en"))
@click.argument("code", cls=TranslatedArgument)
@shared
def explain(settings: Settings, code: str) -> int:
    """Say what a finding means, with a wrong and a right example, and how to mend it."""
    from toolkit import reference  # noqa: PLC0415 — `--help` must not wait for it

    page = reference.explain(code, settings.language)
    if page is None:
        known = ", ".join(reference.nearest(code))
        vi = f"Không có mã “{code}”. Các mã gần giống: {known}."
        en = f"There is no code “{code}”. Codes like it: {known}."
        raise click.UsageError(vi if settings.language == "vi" else en)
    if settings.as_json:
        settings.print_json({"code": reference.spelled(code), "text": page})
    else:
        click.echo(page)
    return 0


@main.command(epilog=examples("doithoai rules", "doithoai rules --lang en > rules.md"))
@shared
def rules(settings: Settings) -> int:
    """Print every finding with its examples (Markdown)."""
    from toolkit import reference  # noqa: PLC0415 — `--help` must not wait for it

    page = reference.rules_page(settings.language)
    if settings.as_json:
        settings.print_json({"markdown": page})
    else:
        click.echo(page, nl=False)
    return 0


@main.command(epilog=examples("doithoai schema check", "doithoai schema consolidate"))
@click.argument("document", type=click.Choice(["check", "consolidate", "aggregate"]))
@shared
def schema(settings: Settings, document: str) -> int:
    """Print the JSON Schema of what a command prints with --json."""
    from toolkit import contract  # noqa: PLC0415 — `--help` must not wait for it

    settings.print_json(contract.schema(document))
    return 0


for command in (desk.init, desk.doctor, desk.button):
    main.add_command(command)

# ── What commands share ─────────────────────────────────────────────────────────────────────


def _prepare() -> None:
    """Let a worker get ready while this process still imports the rest."""
    from toolkit import isolation  # noqa: PLC0415 — kept out of `--help`

    isolation.start("toolkit.intake")


def _notes_in(workbook: Path) -> tuple[str, str]:
    return f"xem trong {workbook.name}", f"see {workbook.name}"


def _mark(
    settings: Settings, files: Sequence["SourceFile"], paths: Sequence[Path], folder: Path
) -> None:
    """Write marked copies, and say where they are and of what there is none."""
    from toolkit import api  # noqa: PLC0415 — `--help` must not wait for it

    made, failed = api.mark(files, paths, folder, settings.language)
    for error in failed:
        cure = telling.fix_of(error.fix(settings.language), settings)
        text = f"{error.text(settings.language)}{cure}"
        settings.say(text, text)
    settings.say(f"Bản đánh dấu: {folder} ({len(made)} tệp)", f"Marked: {folder} ({len(made)})")


def _consolidate(
    settings: Settings,
    folder: Path,
    out: Path | None,
    *,
    dry_run: bool = False,
    marked: bool = False,
    raised: int = 1,
) -> int:
    _prepare()
    from toolkit import api, contract, dossier  # noqa: PLC0415 — `--help` must not wait for them

    with telling.progress_bar(settings) as progress:
        done = api.consolidate(
            folder,
            out,
            settings.as_of,
            settings.language,
            dry_run=dry_run,
            progress=progress,
            limits=LIMITS.raised(raised),
        )
    ends.keep_faults(settings, done.data.files)
    if settings.as_json:
        settings.print_json(contract.consolidate_document(done, settings.language))
    else:
        notes = telling.NO_HINT if dry_run else _notes_in(Path(dossier.FINDINGS))
        telling.tell_files(settings, done.data.files, notes)
    if not done.has_tables:
        ends.tell_stop(
            settings.language, dossier.NO_TABLE_AT_ALL, {"path": folder.absolute().name}
        )
        return ends.NOTHING_READ
    if not settings.as_json:
        telling.tell_results(settings, done, folder, dry_run=dry_run)
    if marked and not dry_run:
        target = (out or folder / dossier.RESULTS) / dossier.MARKED
        _mark(settings, done.data.files, [folder], target)
    return ends.end_of(done)


def _make_safe(stream: Any) -> None:
    """Vietnamese must not fail on a console or a pipe of another encoding."""
    if hasattr(stream, "reconfigure"):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


def _sample() -> Any:
    """The sample dossier: in an installed package beside the code, in a checkout in samples/."""
    installed = files("toolkit").joinpath("sample_dossier")
    return installed if installed.is_dir() else files("toolkit").joinpath("..", SAMPLE)


for command in (levels.aggregate, levels.publish, levels.export):
    main.add_command(command)
