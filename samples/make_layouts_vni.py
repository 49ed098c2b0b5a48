"""What is stored where somebody types in a VNI font: a letter, then a letter for its marks."""

import unicodedata

TONES = {"\u0301": "ùá", "\u0300": "øà", "\u0309": "ûå", "\u0303": "õã", "\u0323": "ïä"}
BREVES = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
SINGLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def vni(text: str) -> str:
    """The letters that show this text in a VNI font.

    >>> vni("Nguyễn Văn Hòa ở Đường số 5")
    'Nguyeãn Vaên Hoøa ôû Ñöôøng soá 5'
    """
    return "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text))


def _letter(letter: str) -> str:
    lower = letter.casefold()
    if lower in SINGLE:
        shown = SINGLE[lower]
    else:
        base, *marks = unicodedata.normalize("NFD", lower)
        tone = next((mark for mark in marks if mark in TONES), "")
        if "\u031b" in marks:
            shown = {"o": "ô", "u": "ö"}[base] + (TONES[tone][0] if tone else "")
        elif "\u0302" in marks:
            shown = base + (TONES[tone][1] if tone else "â")
        elif "\u0306" in marks:
            shown = base + BREVES[tone]
        else:
            shown = base + (TONES[tone][0] if tone else "")
    return shown.upper() if letter != lower else shown
