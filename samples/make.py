"""Builds the sample dossiers anew: `python samples/make.py [NAME…]`.

Nothing of the toolkit is used here, and nothing here was fitted to it: the sheets are laid out
as offices lay them out. `MISTAKES.txt` in each dossier says what was planted where.
LibreOffice must be installed, for the files of the kinds .xls and .ods.
"""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import make_files
import make_layouts
import make_small
import make_tan_phong
import make_tan_phong_lists
import make_thanh_binh
import make_thanh_binh_lists
from make_paper import Paper

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Dossier:
    """One folder of samples.

    `locks` and `copies` name the file that each is of; `links` maps a workbook to the file and
    the sheet that `[1]` means in its formulas.
    """

    files: Mapping[str, Sequence[Paper]]
    locks: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    inbox: str = "nhan-vao"


def tan_phong() -> Dossier:
    """2023, a commune of a district."""
    one, two = make_tan_phong, make_tan_phong_lists
    return Dossier(
        files={
            "DS dai bieu HN doi thoai 2023.xlsx": two.attendees(),
            "dang ky du hoi nghi.xlsx": two.registered(),
            "Kien nghi ap Xom Thap.xlsx": one.petitions_xom_thap(),
            "KIẾN NGHỊ ẤP TRẠI BÍ (gửi lại).xls": one.petitions_trai_bi(),
            "y kien ap san bay.csv": one.petitions_san_bay(),
            "So tiep cong dan T3-2023.xlsx": one.petitions_mau_03(),
            "Y kien ap Cau, Tan Hoa, Suoi Ong Dinh + tra loi.ods": one.petitions_cau_tan_hoa(),
            "Phụ lục phân công kèm TB 38.xlsx": one.answers_f1(),
            "Tong hop tra loi tai hoi nghi_final.xlsx": one.answers_l10(),
            "Khao sat hai long.xlsx": two.survey(),
            "Lich cong tac tuan 11.xlsx": two.timetable(),
        },
        locks={"~$Kien nghi ap Xom Thap.xlsx": "Nguyen Thi Thanh Thao"},
        copies={"Khao sat hai long(1).xlsx": "Khao sat hai long.xlsx"},
    )


def thanh_binh() -> Dossier:
    """2026, a commune right below the province."""
    one, two = make_thanh_binh, make_thanh_binh_lists
    return Dossier(
        files={
            "01. Danh sách đại biểu.xlsx": two.attendees(),
            "Đăng ký tham dự (Câu trả lời).xlsx": two.form(),
            "Ấp Thạnh Lộc/KN ap Thanh Loc.xlsx": one.petitions_thanh_loc(),
            "Ấp Thạnh Phú/thanh phu.xls": one.petitions_thanh_phu(),
            "xom thap 2026.csv": one.petitions_xom_thap(),
            "Phieu tong hop ap Trai Bi.ods": one.petitions_trai_bi(),
            "Bang theo doi giai quyet KN.xlsx": one.answers_by_code(),
            "P.Kinh tế trả lời_Updated.xlsx": one.answers_by_words(),
            "Phu luc 3 ton dong 2025.xlsx": one.answers_l10(),
            "KS hai long 2026.xlsx": two.survey(),
            "Cham cong T10.xlsx": two.on_duty(),
        },
        locks={"~$01. Danh sách đại biểu.xlsx": "Do Trong Nghia"},
        copies={"Bang theo doi giai quyet KN (1).xlsx": "Bang theo doi giai quyet KN.xlsx"},
        links={"Bang theo doi giai quyet KN.xlsx": ("P.%20VHXH%20tra%20loi.xlsx", "VHXH")},
    )


def small(name: str) -> Callable[[], Dossier]:
    """One thing that office sheets do, in a workbook of its own."""
    return lambda: Dossier({f"{name}.xlsx": [make_small.CASES[name]()]}, inbox="")


KEPT = frozenset({"README.md", "expected.txt"})
"""What is written by hand, or by the tests."""

DOSSIERS = {"tan-phong-2023": tan_phong, "thanh-binh-2026": thanh_binh}


def build(folder: Path, dossier: Dossier) -> None:
    """Writes a dossier in place of the one that was there; README.md and expected.txt stay."""
    inbox = folder / dossier.inbox
    inbox.mkdir(parents=True, exist_ok=True)
    for old in inbox.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
        elif old.name not in KEPT:
            old.unlink()
    for name, papers in dossier.files.items():
        make_files.write(inbox / name, papers)
    for name, (other, sheet) in dossier.links.items():
        make_files.link_to_another_workbook(inbox / name, other, sheet)
    for name, user in dossier.locks.items():
        make_files.write_lock_file(inbox / name, user)
    for name, original in dossier.copies.items():
        shutil.copyfile(inbox / original, inbox / name)
    skipped = dict.fromkeys(dossier.locks, "lock file")
    skipped |= {name: f"exact copy of {original}" for name, original in dossier.copies.items()}
    text = make_files.account(dossier.files, skipped)
    (folder / "MISTAKES.txt").write_text(text, encoding="utf-8")


def main(names: Sequence[str]) -> None:
    """Builds the dossiers named, or all."""
    dossiers = DOSSIERS | {f"small/{name}": small(name) for name in make_small.CASES}
    layouts = [f"layouts/{name}" for name in make_layouts.CASES]
    for name in names or (*dossiers, *layouts):
        if name in layouts:
            make_layouts.build(HERE / name)
        else:
            build(HERE / name, dossiers[name]())


if __name__ == "__main__":
    main(sys.argv[1:])
