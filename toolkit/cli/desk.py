"""The commands about the desk of a clerk: a new dossier, what its buttons do."""

from datetime import datetime
from pathlib import Path

import click

from toolkit.cli.language import TranslatedArgument, TranslatedCommand, TranslatedOption
from toolkit.cli.options import Settings, examples, shared


@click.command(
    cls=TranslatedCommand,
    epilog=examples(
        "doithoai init hoi-nghi-2026", 'doithoai init hoi-nghi-2026 --unit "xã Thạnh Bình"'
    ),
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), cls=TranslatedArgument)
@click.option("--unit", default="", help="The unit, as in a letterhead.", cls=TranslatedOption)
@shared
def init(settings: Settings, folder: Path, unit: str) -> int:
    """Lay out a dossier: inbox, control workbook with buttons, empty forms, launchers."""
    from toolkit import new_dossier  # noqa: PLC0415 — `--help` must not wait for it

    made = new_dossier.lay_out(folder, unit, settings.as_of)
    if settings.as_json:
        settings.print_json({"folder": str(folder), "made": made})
    for name in made:
        settings.say(f"Đã tạo: {name}", f"Made: {name}")
    settings.say(
        f"Hồ sơ đã sẵn sàng: {folder}. Hãy mở «Bang_dieu_khien.xlsm», ghi trang «Cấu hình», chép "
        "các tệp nhận được vào «nhan-vao» rồi bấm «Tổng hợp».",
        f"The dossier is ready: {folder}. Fill in the sheet “Cấu hình” of the control workbook, "
        "put the files you get into “nhan-vao”, and press “Tổng hợp”.",
    )
    return 0


@click.command(cls=TranslatedCommand, epilog=examples("doithoai button yeu-cau.txt"))
@click.argument(
    "request", type=click.Path(exists=True, dir_okay=False, path_type=Path), cls=TranslatedArgument
)
@shared
def button(settings: Settings, request: Path) -> int:
    """Do what a button of the control workbook asks for; its macro calls this."""
    from toolkit.button import press  # noqa: PLC0415 — `--help` must not wait for it

    return press(request, datetime.combine(settings.as_of, datetime.now().time()))


@click.command(
    cls=TranslatedCommand, epilog=examples("doithoai doctor", "doithoai doctor hoi-nghi-2026")
)
@click.argument(
    "folder",
    required=False,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
@shared
def doctor(settings: Settings, folder: Path | None) -> int:
    """See whether this computer and a dossier are fit for the work; else tell the cure."""
    from toolkit.doctor import State, examine, look_around  # noqa: PLC0415 — kept out of `--help`

    signs = {State.FINE: "✓", State.ADVICE: "!", State.WRONG: "✗"}
    results = examine(look_around(folder))
    if settings.as_json:
        is_vi = settings.language == "vi"
        settings.print_json(
            [
                {
                    "check": result.key,
                    "state": result.state.value,
                    "message": result.vi if is_vi else result.en,
                    "fix": (result.cure_vi if is_vi else result.cure_en) or None,
                }
                for result in results
            ]
        )
    for result in results:
        sign = signs[result.state]
        vi = f" Cách sửa: {result.cure_vi}" if result.cure_vi else ""
        en = f" How to fix: {result.cure_en}" if result.cure_en else ""
        settings.say(f"{sign} {result.vi}.{vi}", f"{sign} {result.en}.{en}")
    return int(any(result.state is State.WRONG for result in results))
