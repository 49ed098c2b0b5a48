"""The commands about the desk of a clerk: a new dossier, what its buttons do."""

from datetime import datetime
from pathlib import Path

import click

from toolkit.cli.language import TranslatedArgument, TranslatedCommand, TranslatedOption
from toolkit.cli.options import Settings, shared


@click.command(
    cls=TranslatedCommand,
    epilog='\b\ndoithoai init hoi-nghi-2026\ndoithoai init hoi-nghi-2026 --unit "xã Thạnh Bình"',
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


@click.command(cls=TranslatedCommand, epilog="\b\ndoithoai button yeu-cau.txt")
@click.argument(
    "request", type=click.Path(exists=True, dir_okay=False, path_type=Path), cls=TranslatedArgument
)
@shared
def button(settings: Settings, request: Path) -> int:
    """Do what a button of the control workbook asks for; its macro calls this."""
    from toolkit.button import press  # noqa: PLC0415 — `--help` must not wait for it

    return press(request, datetime.combine(settings.as_of, datetime.now().time()))
