"""The commands of the level above, and of what goes to the public and to analysts."""

from pathlib import Path

import click

from toolkit.cli import ends, telling
from toolkit.cli.language import TranslatedCommand, TranslatedOption
from toolkit.cli.options import (
    Settings,
    examples,
    of_folder,
    results_elsewhere,
    shared,
    without_writing,
)


@click.command(
    cls=TranslatedCommand,
    epilog=examples(
        "doithoai aggregate bao-cao-cac-xa", "doithoai aggregate bao-cao-cac-xa --dry-run --json"
    ),
)
@of_folder
@results_elsewhere
@click.option(
    "--scheduler",
    help="Let a Dask cluster read the files, such as tcp://10.0.0.5:8786.",
    cls=TranslatedOption,
)
@click.option("--year", type=int, help="The year to report on.", cls=TranslatedOption)
@click.option(
    "--old-units",
    is_flag=True,
    help="Show units as they were in that year, not as they are today.",
    cls=TranslatedOption,
)
@click.option(
    "--per-unit", is_flag=True, help="Write a workbook for each unit too.", cls=TranslatedOption
)
@click.option(
    "--with-contacts",
    is_flag=True,
    help="Let names of attendees and telephone numbers go up.",
    cls=TranslatedOption,
)
@without_writing
@shared
def aggregate(
    settings: Settings,
    folder: Path,
    out: Path | None,
    scheduler: str | None,
    year: int | None,
    *,
    old_units: bool,
    per_unit: bool,
    with_contacts: bool,
    dry_run: bool,
) -> int:
    """Put together what many communes or districts sent, for the level above."""
    from toolkit import contract  # noqa: PLC0415 — `--help` must not wait for them
    from toolkit.levels import aggregation, cluster  # noqa: PLC0415

    wanted = aggregation.Options(year, old_units, with_contacts, per_unit)
    with telling.progress_bar(settings) as progress:
        done = aggregation.aggregate(
            folder,
            out,
            settings.as_of,
            wanted,
            dry_run=dry_run,
            progress=progress,
            mapper=cluster.on_cluster(scheduler) if scheduler else None,
        )
    if settings.as_json:
        settings.print_json(contract.aggregate_document(done, settings.language))
    else:
        telling.tell_aggregate(settings, done)
    return ends.end_of_aggregate(done)


@click.command(
    cls=TranslatedCommand,
    epilog=examples("doithoai publish hoi-nghi-2026", "doithoai publish bao-cao-cac-xa --json"),
)
@of_folder
@results_elsewhere
@shared
def publish(settings: Settings, folder: Path, out: Path | None) -> int:
    """Make the table for the public: petitions and answers, no personal data."""
    from toolkit.levels import outward  # noqa: PLC0415 — `--help` must not wait for it

    done = outward.publish(folder, out, settings.as_of)
    if settings.as_json:
        settings.print_json(
            {
                "rows": done.rows,
                "held_back": done.held_back,
                "names_to_decide": done.undecided,
                "outputs": list(done.outputs),
            }
        )
        return 0
    for path in done.outputs:
        settings.say(f"Kết quả: {path}", f"Result: {path}")
    settings.say(
        f"Công khai {done.rows} kiến nghị; giữ lại {done.held_back} (khiếu nại, tố cáo).",
        f"{done.rows} petitions made public; {done.held_back} held back (complaints).",
    )
    if done.undecided:
        settings.say(
            f"Có {done.undecided} tên riêng trong nội dung, hiện đang được che. Tên nào được nêu "
            f"thì chọn «Giữ» trong «{outward.NAMES}» rồi chạy lại.",
            f"{done.undecided} names in the texts are hidden now. Choose «Giữ» in "
            f"«{outward.NAMES}» for those that may be shown, then run again.",
        )
    return 0


@click.command(
    cls=TranslatedCommand,
    epilog=examples(
        "doithoai export hoi-nghi-2026 --to du-lieu-mo",
        "doithoai export bao-cao-cac-xa --to du-lieu-mo --json",
    ),
)
@of_folder
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the open data.",
    cls=TranslatedOption,
)
@shared
def export(settings: Settings, folder: Path, target: Path) -> int:
    """Write open data: CSV with a description of every column, and a SQLite database."""
    from toolkit.levels import outward  # noqa: PLC0415 — `--help` must not wait for it

    names = outward.export(folder, target, settings.as_of)
    if settings.as_json:
        settings.print_json({"outputs": [str(target / name) for name in names]})
    else:
        settings.say(
            f"Dữ liệu mở: {target} ({len(names)} tệp)", f"Open data: {target} ({len(names)})"
        )
    return 0
