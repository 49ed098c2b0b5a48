"""The Vietnamese of help texts and reasons."""

import re
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from toolkit.cli import main

LOCALE = Path(__file__).parents[1] / "toolkit" / "locale" / "vi" / "LC_MESSAGES"
DOMAINS = [path.stem for path in sorted(LOCALE.glob("*.po"))]


def texts(catalogue: Catalog) -> set[tuple[str, ...]]:
    """Each message with its plural and its translations, one after another."""
    return {
        tuple(chain(*([text] if isinstance(text, str) else text or [] for text in pair)))
        for message in catalogue
        if message.id
        for pair in [(message.id, message.string)]
    }


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_up_to_date(domain: str) -> None:
    """If this fails: pybabel compile --directory toolkit/locale --domain <domain>."""
    with (
        (LOCALE / f"{domain}.po").open("rb") as written,
        (LOCALE / f"{domain}.mo").open("rb") as file,
    ):
        assert texts(read_mo(file)) == texts(read_po(written))


@pytest.mark.parametrize("name", main.commands)
def test_every_help_text_has_a_translation(name: str) -> None:
    with (LOCALE / "doithoai.po").open("rb") as file:
        catalogue = read_po(file)
    command = main.commands[name]
    told = [command.help or "", *(getattr(option, "help", "") or "" for option in command.params)]
    told = [re.sub(r"\n\s+", "\n", text).strip() for text in told]
    assert [text for text in told if text and not getattr(catalogue.get(text), "string", "")] == []
