"""A profile: all the declarations that workbooks are read and checked by, as of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from toolkit import codelists, layouts
from toolkit.calendar import Calendar
from toolkit.decisions import CODE, Decisions
from toolkit.model import Code, Finding, Layout, Workbook
from toolkit.rules import RULES
from toolkit.rules.declare import Rule
from toolkit.settings import Assignment, Deadline, Settings, read, with_topics

ENDED = frozenset({"authorities"})
"""Lists whose ended codes are still understood: a rule (`ORG-01`) says that they have ended."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Layouts, code lists, rules, the calendar and what staff have set, as of `day`."""

    day: date
    layouts: tuple[Layout, ...]
    codelists: Mapping[str, tuple[Code, ...]]
    rules: tuple[Rule, ...]
    calendar: Calendar
    settings: Settings

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        return self.settings.assignments

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        return self.settings.deadlines

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The official names of hamlets and units, by field, as far as staff have set them."""
        units = (row.lead_unit for row in self.assignments if row.is_in_force(self.day))
        named = tuple(dict.fromkeys((*self.settings.units, *units)))
        return {"hamlet": self.settings.hamlets, "lead_unit": named}

    @property
    def decisions(self) -> Decisions:
        return self.settings.decisions


def load(as_of: date, control: Workbook | None = None) -> tuple[Profile, tuple[Finding, ...]]:
    """The profile of a dossier, and the cells of its control workbook that are wrong.

    Code lists are those in force on the day of the meeting if the control workbook names it,
    else on `as_of`; assignments and deadlines know themselves when they are in force.
    """
    settings, findings = read(control, as_of)
    day = settings.meeting.held_on or as_of
    lists = {key: codelists.load(key, None if key in ENDED else day) for key in codelists.KEYS}
    lists["topics"] = with_topics(lists["topics"], settings.topics)
    lists = {
        key: _with_words(codes, settings.decisions.below(CODE, key))
        for key, codes in lists.items()
    }
    calendar = Calendar.with_days(settings.days_off)
    return Profile(day, layouts.load(), lists, RULES, calendar, settings), findings


def _with_words(codes: tuple[Code, ...], decided: Mapping[str, str]) -> tuple[Code, ...]:
    """The codes with the words that people have decided to be theirs, by the codes' names."""
    if not decided:
        return codes
    return tuple(
        replace(
            code,
            synonyms=(
                *code.synonyms,
                *(text for text, name in decided.items() if name == code.name),
            ),
        )
        for code in codes
    )
