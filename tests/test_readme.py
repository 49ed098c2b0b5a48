"""What the README promises is there: commands, targets, pictures, rooms."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from toolkit.cli import main
from toolkit.cli.telling import RESULTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", main.commands)
def test_every_command_is_mentioned(name: str) -> None:
    assert f"doithoai {name}" in README


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README))
def test_every_picture_is_there(picture: str) -> None:
    assert (ROOT / picture).is_file()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make (\w+)`", README))))
def test_every_make_target_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:toolkit|samples|tests)/[^`<*]+)`", README)))
)
def test_every_file_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"`doithoai (explain [A-Z]{3}-[0-9]+|rules)`", README)))
)
def test_commands_that_only_show_something_run(command: str) -> None:
    assert CliRunner().invoke(main, shlex.split(command)).exit_code == 0


def test_the_results_are_called_as_the_program_calls_them() -> None:
    said = re.findall(r"^ *([^:\n]+): doithoai-demo/ket-qua/", README, re.MULTILINE)
    assert said == [vi for vi, _ in RESULTS.values()]
