"""The rules that workbooks are checked by: one small declaration each, one module per family."""

from toolkit.rules import (
    answers,
    assignments,
    ballots,
    dates,
    deadlines,
    documents,
    duplicates,
    far_dates,
    identity_numbers,
    kinds,
    phones,
    privacy,
    required,
    texts,
    totals,
    units,
)
from toolkit.rules.declare import collect

RULES = collect(
    required,
    dates,
    far_dates,
    phones,
    identity_numbers,
    texts,
    duplicates,
    assignments,
    deadlines,
    documents,
    answers,
    kinds,
    units,
    totals,
    ballots,
    privacy,
)
"""All rules, in the order in which the reference shows them."""

NOTICES = tuple(rule.notice for rule in RULES)
