"""What stops a file or a run. What is wrong *in the data* is a `Finding` (see `toolkit.model`).

ToolkitError
├── InputError            this one file cannot be used; a batch goes on with the next
├── NothingToReadError    no file of the folder can be used
├── OutputError           the result cannot be written
└── DeclarationError      a rule, layout or code list is wrong: ours to mend, never the user's
"""

from collections.abc import Mapping
from typing import Self

from toolkit.model import Notice


class ToolkitError(Exception):
    """Base of all errors that a user may see: a notice, and what fills its placeholders."""

    def __init__(self, notice: Notice, params: Mapping[str, object]) -> None:
        super().__init__(f"{notice.code} {notice.en.format(**params)}")
        self.notice = notice
        self.params = params

    def __reduce__(self) -> tuple[type[Self], tuple[Notice, Mapping[str, object]]]:
        return type(self), (self.notice, self.params)

    def text(self, language: str) -> str:
        """What is wrong."""
        return self.notice.text(language, self.params)

    def fix(self, language: str) -> str:
        """What to do about it."""
        return self.notice.fix(language, self.params)


class InputError(ToolkitError):
    """This file cannot be used as input. The parameters hold `path`, as the user knows it."""


class NothingToReadError(ToolkitError):
    """There is no workbook to work on."""


class OutputError(ToolkitError):
    """The result cannot be written."""


class DeclarationError(Exception):
    """A rule, layout or code list is declared wrongly. Raised while it is loaded."""
