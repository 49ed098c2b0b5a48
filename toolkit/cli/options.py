"""What commands have in common: their settings, and the options and arguments of several.

The options of all may stand before or after the name of the command.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from toolkit.cli.language import (
    LANGUAGE_VARIABLE,
    LANGUAGES,
    TranslatedArgument,
    TranslatedOption,
)
from toolkit.limits import MOST_RAISED

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


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
            echo(vi if self.language == "vi" else en, err=self.as_json)

    def print_json(self, document: object) -> None:
        """The one document of `--json`."""
        click.echo(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))


def echo(text: str, *, err: bool) -> None:
    """Print a text; what would steer the terminal is shown and does nothing."""
    from toolkit.values.texts import printable  # noqa: PLC0415 — kept out of `--help`

    click.echo("\n".join(map(printable, text.split("\n"))), err=err)


def examples(*commands: str) -> str:
    """The end of a help text: commands as they are typed, one in a line."""
    return "\n".join(("\b", *commands))


of_folder = click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    cls=TranslatedArgument,
)
"""The folder that a command is about."""

results_elsewhere = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the results to this folder; `ket-qua` in FOLDER if not given.",
    cls=TranslatedOption,
)

without_writing = click.option(
    "--dry-run",
    is_flag=True,
    help="Only say what would change; write nothing.",
    cls=TranslatedOption,
)

raising_limits = click.option(
    "--raise-limits",
    "raised",
    type=click.IntRange(1, MOST_RAISED),
    default=1,
    metavar="N",
    help="Let files be N times as large, and take N times the time and memory.",
    cls=TranslatedOption,
)
"""For the rare honest file that the limits keep out."""

COMMON = (
    click.option("--quiet", is_flag=True, help="Print nothing but errors.", cls=TranslatedOption),
    click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The day that deadlines are judged at; today if not given.",
        cls=TranslatedOption,
    ),
    click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON document.", cls=TranslatedOption
    ),
    click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default="vi",
        envvar=LANGUAGE_VARIABLE,
        help="Vietnamese or English.",
        cls=TranslatedOption,
    ),
)


def with_common_options(run: Decorated) -> Decorated:
    """Add the options of all commands; the function gets them by their names."""
    for option in COMMON:
        run = option(run)
    return run


def shared(run: Callable[..., int]) -> Callable[..., None]:
    """Give a command the options of all commands, as Settings; it returns its exit code."""

    @wraps(run)
    def command(**given: Any) -> None:
        context = click.get_current_context()
        settings = _settings(
            **{name: _typed(context, name, given.pop(name)) for name in _common_names()}
        )
        context.find_root().obj = settings  # whoever tells why the run stopped needs it
        sys.exit(run(settings, **given))

    return with_common_options(command)


def _settings(*, lang: str, as_json: bool, quiet: bool, as_of: datetime | None) -> Settings:
    return Settings(lang, as_json, quiet, as_of.date() if as_of else date.today())


def _common_names() -> tuple[str, ...]:
    return "lang", "as_json", "quiet", "as_of"


def _typed(context: click.Context, name: str, value: object) -> Any:
    """What was typed after the name of the command; else before it; else the default."""
    group = context.parent
    after = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    if group is None or after:
        return value
    before = group.get_parameter_source(name) is ParameterSource.COMMANDLINE
    return group.params[name] if before else value
