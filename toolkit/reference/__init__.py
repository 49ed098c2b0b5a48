"""Pages about everything that the toolkit can tell, made from the declarations themselves."""

import gettext
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import groupby

from toolkit import (
    aggregate,
    assign,
    check,
    detect,
    dossier,
    following,
    identity,
    intake,
    journal,
    link,
    normalize,
    rules,
    settings,
    tracing,
    values,
)
from toolkit.excel import marks, refusals, saving
from toolkit.levels import cluster, gate
from toolkit.model import Notice, Severity
from toolkit.reference.examples import MARK, Shown, example, shown
from toolkit.rules.families import FAMILIES
from toolkit.testing import BLAMED

NOTICES: tuple[Notice, ...] = (
    *refusals.NOTICES,
    *saving.NOTICES,
    *marks.NOTICES,
    *dossier.NOTICES,
    *intake.NOTICES,
    *journal.NOTICES,
    *following.NOTICES,
    *tracing.NOTICES,
    *detect.NOTICES,
    *values.NOTICES,
    *normalize.NOTICES,
    *check.NOTICES,
    *rules.NOTICES,
    *link.NOTICES,
    *identity.NOTICES,
    *assign.NOTICES,
    *settings.NOTICES,
    *aggregate.NOTICES,
    *gate.NOTICES,
    *cluster.NOTICES,
)
"""Everything that can be told, in the order of the work."""

SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("Lỗi", "Error"),
    Severity.WARNING: ("Cảnh báo", "Warning"),
    Severity.INFO: ("Ghi chú", "Note"),
}

_WORDS: Mapping[str, tuple[str, str]] = {
    "why": ("Vì sao", "Why"),
    "fix": ("Cách sửa", "What to do"),
    "bad": (f"Ví dụ sai (ô có dấu {MARK})", f"Wrong (the cell with {MARK})"),
    "good": ("Ví dụ đúng", "Right"),
    "told": (f"Có thông báo này (ở ô có dấu {MARK})", f"This is told (at the cell with {MARK})"),
    "not told": ("Không có thông báo này", "This is not told"),
    "title": ("Các thông báo của công cụ", "What the toolkit tells"),
    "intro": (
        "Trang này được lập tự động. Xem riêng một mã: `doithoai explain DAT-20`.",
        "This page is generated. For one code: `doithoai explain DAT-20`.",
    ),
    "severities": (
        "**Lỗi**: không dùng được. **Cảnh báo**: cần người xem lại. **Ghi chú**: nên biết.",
        "**Error**: cannot be used. **Warning**: look at it. **Note**: worth knowing.",
    ),
}


def explain(code: str, language: str) -> str | None:
    """One notice for the terminal: what it says, why, what to do, wrong and right examples.

    None if there is no such code, however it is spelled.
    """
    wanted = spelled(code)
    notice = next((notice for notice in NOTICES if notice.code == wanted), None)
    if notice is None:
        return None
    said, fix = _messages(notice, language)
    lines = [f"{notice.code} – {_pick(SEVERITIES[notice.severity], language)}", "", said, ""]
    lines += [f"{_word('why', language)}: {_reason(notice, language)}"]
    lines += [f"{_word('fix', language)}: {fix}"]
    for heading, parts in _examples(notice, language):
        lines += ["", f"{heading}:"]
        lines += [f"  {line}" for part in parts for line in _aligned(part)]
    return "\n".join(lines)


def nearest(code: str) -> tuple[str, ...]:
    """The three codes that may have been meant: of the same family, with the nearest number.

    Where there is no such family, those that are spelled most like it.

    >>> nearest("dat 00"), nearest("ANX-02")[0]
    (('DAT-01', 'DAT-02', 'DAT-03'), 'ANS-02')
    """
    codes = [notice.code for notice in NOTICES]
    wanted = spelled(code)
    family, number = wanted[:3], wanted[4:]
    kin = sorted(known for known in codes if known[:3] == family)
    if kin and number.isdecimal():
        kin.sort(key=lambda known: abs(int(known[4:]) - int(number)))
    return tuple(kin or get_close_matches(wanted, codes, n=3, cutoff=0.0))[:3]


def spelled(code: str) -> str:
    """A code as it is declared, however a person types it.

    >>> spelled("dat-2"), spelled(" Dat02 "), spelled("DAT–2"), spelled("giờ")
    ('DAT-02', 'DAT-02', 'DAT-02', 'GIỜ')
    """
    plain = code.strip().upper()
    match = re.fullmatch(r"([A-Z]{3})\W*(\d+)", plain)
    return f"{match[1]}-{int(match[2]):02}" if match else plain


def rules_page(language: str) -> str:
    """Every notice, by family, as Markdown; it ends with a line break."""
    lines = [f"# {_word('title', language)}"]
    lines += ["", _word("intro", language), "", _word("severities", language)]
    by_family = sorted(NOTICES, key=lambda notice: (_position(notice), notice.code))
    for family, notices in groupby(by_family, key=lambda notice: notice.code[:3]):
        lines += ["", f"## {family} – {_pick(FAMILIES[family], language)}"]
        lines += [line for notice in notices for line in _entry(notice, language)]
    return "\n".join(lines) + "\n"


def _position(notice: Notice) -> int:
    return list(FAMILIES).index(notice.code[:3])


def _entry(notice: Notice, language: str) -> Iterator[str]:
    said, fix = _messages(notice, language)
    yield from ("", f"### {notice.code} · {_pick(SEVERITIES[notice.severity], language)}", "")
    yield from (said, "")
    yield f"- {_word('why', language)}: {_reason(notice, language)}"
    yield f"- {_word('fix', language)}: {fix}"
    for heading, parts in _examples(notice, language):
        yield from ("", f"{heading}:")
        for part in parts:
            yield from ("", *_markdown(part))


def _messages(notice: Notice, language: str) -> tuple[str, str]:
    """What is said and what to do, as told of the example; `…` where that is prose."""
    found = example(notice)
    if found is not None:
        return found.text(language), found.fix(language)
    texts = (notice.vi, notice.fix_vi) if language == "vi" else (notice.en, notice.fix_en)
    said, fix = (re.sub(r"\{[^}]*\}", "…", text) for text in texts)
    return said, fix


def _reason(notice: Notice, language: str) -> str:
    return _translated(" ".join(notice.why.split()), language)


def _examples(notice: Notice, language: str) -> Iterator[tuple[str, tuple[Shown, ...]]]:
    """The wrong and the right example, each with its heading; prose in the user's language."""
    is_mistake = notice.severity is not Severity.INFO and BLAMED in notice.bad
    words = ("bad", "good") if is_mistake else ("told", "not told")
    for word, text in zip(words, (notice.bad, notice.good), strict=True):
        if BLAMED in notice.bad:
            yield _word(word, language), tuple(shown(text))
        else:
            heading, _, _ = _word(word, language).partition(" (")
            yield heading, tuple(shown(_translated(text, language)))


def _translated(text: str, language: str) -> str:
    return _catalogue().gettext(text) if language == "vi" else text


@cache
def _catalogue() -> gettext.NullTranslations:
    """The Vietnamese of reasons and of examples in prose (`locale/…/reasons.po`)."""
    folder = str(files("toolkit").joinpath("locale"))
    return gettext.translation("reasons", folder, languages=["vi"], fallback=True)


def _aligned(part: Shown) -> Iterator[str]:
    """The rows with their columns below each other."""
    count = max(map(len, part.rows))
    rows = [(*row, *[""] * (count - len(row))) for row in part.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield (" │ ".join(cells) if part.is_table else row[0]).rstrip()


def _markdown(part: Shown) -> Iterator[str]:
    if not part.is_table:
        yield from (row[0] for row in part.rows)
        return
    count = max(map(len, part.rows))
    for number, row in enumerate(part.rows):
        cells = (*row, *[""] * (count - len(row)))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * count}"


def _word(key: str, language: str) -> str:
    return _pick(_WORDS[key], language)


def _pick(texts: tuple[str, str], language: str) -> str:
    return texts[0] if language == "vi" else texts[1]
