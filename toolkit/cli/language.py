"""The language of a run: click's own texts, help and names of arguments in it."""

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files

import click

LANGUAGES = ("vi", "en")
LANGUAGE_VARIABLE = "DOITHOAI_LANG"


class TranslatedOption(click.Option):
    """An option whose help is shown in the language of the run."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        with _helped(self):
            return super().get_help_record(ctx)


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


def asked_for(arguments: Sequence[str]) -> str:
    """The language asked for, known before click reads the arguments: its errors follow it."""
    asked = os.environ.get(LANGUAGE_VARIABLE, "vi")
    for position, argument in enumerate(arguments):
        given = argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            given = arguments[position + 1]
        if given in LANGUAGES and argument.startswith("--lang"):
            asked = given
    return asked


def speak(language: str) -> None:
    """Let click and the help texts speak a language; English needs no translation."""
    gettext.bindtextdomain("doithoai", str(files("toolkit").joinpath("locale")))
    gettext.textdomain("doithoai")
    os.environ["LANGUAGE"] = language


@contextmanager
def _helped(command: click.Command | click.Option) -> Iterator[None]:
    written = command.help
    command.help = written and gettext.gettext(written)
    try:
        yield
    finally:
        command.help = written
