"""The command line: options in, one use case, text or JSON out. No logic of its own.

Help and click's own messages are English here; `locale/` has their Vietnamese. What the toolkit
itself says comes in both languages from where it is declared.
"""

import gettext
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from toolkit import __version__
from toolkit.errors import InputError, NothingToReadError, OutputError, ToolkitError

if TYPE_CHECKING:
    from toolkit import api
    from toolkit.model import Finding, Notice, SourceFile

FOUND_ERRORS, NOTHING_READ, PARTIAL, CONFLICTS, FAULT = 1, 3, 4, 5, 70
"""Exit codes of the contract; 2 is click's own: wrong usage."""
MOST_LISTED = 20
"""Of so many petitions or cells each is named, of more only the first."""

LANGUAGES = ("vi", "en")
LANGUAGE_VARIABLE = "DOITHOAI_LANG"

SAMPLE = "samples/thanh-binh-2026"
"""The dossier of `demo`, in a checkout; setup.py puts it into the installed package."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What all commands share."""

    language: str
    as_json: bool
    quiet: bool
    as_of: date

    def say(self, vi: str, en: str) -> None:
        """One line for a person; on stderr where stdout belongs to JSON."""
        if not self.quiet:
            click.echo(vi if self.language == "vi" else en, err=self.as_json)

    def print_json(self, document: object) -> None:
        """The one document of `--json`."""
        click.echo(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))


class TranslatedOption(click.Option):
    """An option whose help is shown in the language of the run."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and (record[0], gettext.gettext(record[1]))


class TranslatedArgument(click.Argument):
    """An argument whose name is shown in the language of the run."""

    def make_metavar(self, ctx: click.Context) -> str:
        return gettext.gettext(super().make_metavar(ctx))


class TranslatedCommand(click.Command):
    """A command whose help is shown in the language of the run."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with _helped(self):
            super().format_help_text(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [gettext.gettext(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 60) -> str:
        with _helped(self):
            return super().get_short_help_str(limit)


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
        _speak(_language(args))
        for stream in (sys.stdout, sys.stderr):
            _make_safe(stream)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ToolkitError as error:
            sys.exit(_stopped(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends quietly when what reads its output has gone
        except Exception as error:  # noqa: BLE001 — the last resort: nobody sees a traceback
            sys.exit(_fault(error))


def _examples(*commands: str) -> str:
    return "\n".join(("\b", *commands))


def shared(run: Callable[..., int]) -> Callable[..., None]:
    """Give a command the options of all commands, as Settings; it returns its exit code."""

    @wraps(run)
    def command(
        lang: str, as_of: datetime | None, *, as_json: bool, quiet: bool, **given: Any
    ) -> None:
        day = as_of.date() if as_of else date.today()
        settings = Settings(lang, as_json, quiet, day)
        click.get_current_context().obj = settings
        sys.exit(run(settings, **given))

    for option in (
        click.option(
            "--quiet", is_flag=True, help="Print nothing but errors.", cls=TranslatedOption
        ),
        click.option(
            "--as-of",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="YYYY-MM-DD",
            help="The day that deadlines are judged at; today if not given.",
            cls=TranslatedOption,
        ),
        click.option(
            "--json",
            "as_json",
            is_flag=True,
            help="Print one JSON document.",
            cls=TranslatedOption,
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            default="vi",
            envvar=LANGUAGE_VARIABLE,
            help="Vietnamese or English.",
            cls=TranslatedOption,
        ),
    ):
        command = option(command)
    return command


@click.group(cls=TranslatedGroup)
@click.version_option(
    __version__, prog_name="doithoai", message="%(prog)s %(version)s", cls=TranslatedOption
)
def main() -> None:
    """Check, consolidate and follow up the workbooks of a dialogue meeting."""


@main.command(
    epilog=_examples(
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
@shared
def check(
    settings: Settings,
    paths: tuple[Path, ...],
    report: Path | None,
    marked: Path | None,
    *,
    records: bool,
) -> int:
    """Look for mistakes in workbooks and folders. Changes none of them."""
    from toolkit import api, contract  # noqa: PLC0415 — `--help` must not wait for them

    with _progress(settings) as progress:
        checked = api.check(paths, settings.as_of, progress)
    if report:
        api.write_findings(checked, report, settings.language)
    if settings.as_json:
        settings.print_json(
            contract.check_document(checked, settings.language, with_records=records)
        )
    else:
        _tell_files(settings, checked.files)
    if report:
        settings.say(f"Danh sách lỗi: {report}", f"Findings: {report}")
    if marked:
        _mark(settings, checked.files, paths, marked)
    return _exit_code(checked.files)


@main.command(
    epilog=_examples(
        "doithoai consolidate hoi-nghi-2026", "doithoai consolidate hoi-nghi-2026 --dry-run"
    )
)
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the results to this folder; `ket-qua` in FOLDER if not given.",
    cls=TranslatedOption,
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Only say what would change; write nothing.",
    cls=TranslatedOption,
)
@click.option(
    "--marked",
    is_flag=True,
    help="Write copies of the workbooks with the wrong cells marked too.",
    cls=TranslatedOption,
)
@shared
def consolidate(
    settings: Settings, folder: Path, out: Path | None, *, dry_run: bool, marked: bool
) -> int:
    """Make the summary, the follow-up table and the list of findings of one meeting."""
    return _consolidate(settings, folder, out, dry_run=dry_run, marked=marked)


@main.command(epilog=_examples("doithoai demo", "doithoai demo thu-nghiem"))
@click.argument(
    "folder",
    default="doithoai-demo",
    type=click.Path(file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
@shared
def demo(settings: Settings, folder: Path) -> int:
    """Lay out a sample dossier in FOLDER and consolidate it."""
    from toolkit import api  # noqa: PLC0415 — `--help` must not wait for it

    with as_file(_sample()) as sample:
        api.lay_out_sample(sample, folder, settings.as_of)
    settings.say(
        f"Hồ sơ mẫu (người và số liệu do chúng tôi tự nghĩ ra): {folder}",
        f"The sample dossier (invented people and figures): {folder}",
    )
    code = _consolidate(settings, folder, None, dry_run=False, marked=False)
    return 0 if code == FOUND_ERRORS else code  # its mistakes are there to be shown


@main.command(epilog=_examples("doithoai undo hoi-nghi-2026"))
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
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


@main.command(epilog=_examples("doithoai slips hoi-nghi-2026"))
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
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
    epilog=_examples('doithoai trace hoi-nghi-2026/ket-qua/Tong_hop.xlsx "Theo lĩnh vực!C9"')
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


@main.command(epilog=_examples("doithoai explain DAT-02", "doithoai explain LNK-01 --lang en"))
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


@main.command(epilog=_examples("doithoai rules", "doithoai rules --lang en > rules.md"))
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


@main.command(epilog=_examples("doithoai schema check", "doithoai schema consolidate"))
@click.argument("document", type=click.Choice(["check", "consolidate"]))
@shared
def schema(settings: Settings, document: str) -> int:
    """Print the JSON Schema of what a command prints with --json."""
    from toolkit import contract  # noqa: PLC0415 — `--help` must not wait for it

    settings.print_json(contract.schema(document))
    return 0


# ── Texts ───────────────────────────────────────────────────────────────────────────────────


def _mark(
    settings: Settings, files: Sequence["SourceFile"], paths: Sequence[Path], folder: Path
) -> None:
    """Write marked copies, and say where they are and of what there is none."""
    from toolkit import api  # noqa: PLC0415 — `--help` must not wait for it

    made, failed = api.mark(files, paths, folder, settings.language)
    for error in failed:
        text = f"{error.text(settings.language)}{_fix(error.fix(settings.language), settings)}"
        settings.say(text, text)
    settings.say(f"Bản đánh dấu: {folder} ({len(made)} tệp)", f"Marked: {folder} ({len(made)})")


def _consolidate(
    settings: Settings, folder: Path, out: Path | None, *, dry_run: bool, marked: bool
) -> int:
    from toolkit import api, contract, dossier  # noqa: PLC0415 — `--help` must not wait for them

    with _progress(settings) as progress:
        done = api.consolidate(
            folder, out, settings.as_of, settings.language, dry_run=dry_run, progress=progress
        )
    if settings.as_json:
        settings.print_json(contract.consolidate_document(done, settings.language))
    else:
        _tell_files(settings, done.data.files)
    if not done.has_tables:
        _tell_stop(settings.language, dossier.NO_TABLE_AT_ALL, {"path": folder.absolute().name})
        return NOTHING_READ
    if not settings.as_json:
        _tell_results(settings, done, dry_run=dry_run)
    if marked and not dry_run:
        target = (out or folder / dossier.RESULTS) / dossier.MARKED
        _mark(settings, done.data.files, [folder], target)
    code = _exit_code(done.data.files)
    if code == NOTHING_READ:
        return code
    return CONFLICTS if done.conflicts else PARTIAL if done.obstacle else code


def _tell_files(settings: Settings, sources: Sequence["SourceFile"]) -> None:
    from toolkit.model import FileStatus, Severity  # noqa: PLC0415 — kept out of `--help`

    for source in sources:
        if source.reason:
            skipped = source.status is FileStatus.SKIPPED
            text = source.reason.text(settings.language, source.params)
            fix = (
                ""
                if skipped
                else _fix(source.reason.fix(settings.language, source.params), settings)
            )
            settings.say(f"«{source.path}»: {text}{fix}", f"«{source.path}»: {text}{fix}")
        for finding in source.findings:
            if finding.notice.severity is not Severity.INFO:
                line = _line(finding, settings)
                settings.say(line, line)
    _tell_totals(settings, sources)


def _tell_totals(settings: Settings, sources: Sequence["SourceFile"]) -> None:
    from toolkit.model import Severity  # noqa: PLC0415 — kept out of `--help`

    read = [source for source in sources if not source.reason]
    rows = sum(len(source.records) for source in read)
    found = [finding.notice.severity for source in read for finding in source.findings]
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    notes = found.count(Severity.INFO)
    vi, en = f"Đã kiểm tra {len(read)} tệp, {rows} dòng", f"Checked {len(read)} files, {rows} rows"
    if not errors and not warnings:
        vi, en = f"{vi}: không có lỗi.", f"{en}: no mistakes."
    else:
        vi = f"{vi}: {errors} lỗi, {warnings} điểm cần xem lại, {notes} ghi chú."
        en = f"{en}: {errors} errors, {warnings} warnings, {notes} notes."
    settings.say(vi, en)


def _tell_results(settings: Settings, done: "api.Consolidated", *, dry_run: bool) -> None:
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
        _tell_outputs(settings, done)


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


def _tell_outputs(settings: Settings, done: "api.Consolidated") -> None:
    names = {
        "summary": ("Bảng tổng hợp", "Summary"),
        "follow_up": ("Bảng theo dõi, phân công", "Follow-up table"),
        "findings": ("Danh sách lỗi", "Findings"),
    }
    for key, path in done.outputs.items():
        vi, en = names[key]
        settings.say(f"{vi}: {path}", f"{en}: {path}")


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
        notice, params = done.obstacle.notice, done.obstacle.params
        _tell_stop(settings.language, notice, params)


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
    fix = _fix(finding.fix(settings.language), settings)
    return f"[{finding.notice.code}] {finding.cell}: {finding.text(settings.language)}{fix}"


def _fix(fix: str, settings: Settings) -> str:
    return f" {'Cách sửa' if settings.language == 'vi' else 'How to fix'}: {fix}"


# ── Ends of a run ───────────────────────────────────────────────────────────────────────────


def _exit_code(sources: Sequence["SourceFile"]) -> int:
    """The exit code: the first that holds of 3, 4 and 1."""
    from toolkit.model import FileStatus  # noqa: PLC0415 — kept out of `--help`

    states = {source.status for source in sources}
    if not states - {FileStatus.UNREADABLE, FileStatus.SKIPPED}:
        return NOTHING_READ
    if FileStatus.UNREADABLE in states:
        return PARTIAL
    return FOUND_ERRORS if FileStatus.ERRORS in states else 0


def _stopped(error: ToolkitError) -> int:
    """Tell why the run stopped, in one line; the exit code."""
    settings = click.get_current_context().find_object(Settings)
    language = settings.language if settings else "vi"
    _tell_stop(language, error.notice, error.params)
    if settings and settings.as_json:
        from toolkit import contract  # noqa: PLC0415 — kept out of `--help`

        settings.print_json(contract.error_document(error, language))
    match error:
        case NothingToReadError():
            return NOTHING_READ
        case InputError() | OutputError():
            return PARTIAL
    return FAULT


def _tell_stop(language: str, notice: "Notice", params: Mapping[str, object]) -> None:
    fix = "Cách sửa" if language == "vi" else "How to fix"
    text, cure = notice.text(language, params), notice.fix(language, params)
    click.echo(f"[{notice.code}] {text} {fix}: {cure}", err=True)


def _fault(error: Exception) -> int:
    """Keep a bug's traceback in an incident file, and tell where it lies."""
    from toolkit.incident import write_incident  # noqa: PLC0415 — hardly ever needed

    settings = click.get_current_context().find_object(Settings)
    path = write_incident(error, sys.argv[1:])
    vi = (
        "Công cụ gặp sự cố ngoài dự kiến; các tệp của bạn chưa thay đổi. "
        f"Cách sửa: gửi tệp «{path}» cho người phụ trách."
    )
    en = (
        "The toolkit met a fault of its own; your files have not changed. "
        f"How to fix: send the file «{path}» to whoever looks after the toolkit."
    )
    click.echo(en if settings and settings.language == "en" else vi, err=True)
    return FAULT


# ── Language, streams, progress ─────────────────────────────────────────────────────────────


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, known before click reads the arguments: its errors follow it."""
    for position, argument in enumerate(arguments):
        given = argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            given = arguments[position + 1]
        if given in LANGUAGES and argument.startswith("--lang"):
            return given
    return os.environ.get(LANGUAGE_VARIABLE, "vi")


def _speak(language: str) -> None:
    """Let click and the help texts speak a language; English needs no translation."""
    gettext.bindtextdomain("doithoai", str(files("toolkit").joinpath("locale")))
    gettext.textdomain("doithoai")
    os.environ["LANGUAGE"] = language


@contextmanager
def _helped(command: click.Command) -> Iterator[None]:
    written = command.help
    command.help = written and gettext.gettext(written)
    try:
        yield
    finally:
        command.help = written


def _make_safe(stream: Any) -> None:
    """Vietnamese must not fail on a console or a pipe of another encoding."""
    if hasattr(stream, "reconfigure"):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8")


@contextmanager
def _progress(settings: Settings) -> Iterator[Callable[[int, int, str], None] | None]:
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


def _sample() -> Any:
    """The sample dossier: in an installed package beside the code, in a checkout in samples/."""
    installed = files("toolkit").joinpath("sample_dossier")
    return installed if installed.is_dir() else files("toolkit").joinpath("..", SAMPLE)
