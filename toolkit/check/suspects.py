"""What looks like a complaint or a denunciation: a person decides, until then it is withheld."""

from collections.abc import Iterable, Iterator

from toolkit import codelists
from toolkit.check.notices import LOOKS_LIKE
from toolkit.decisions import question_about_kind
from toolkit.model import Finding, Record


def about_suspects(records: Iterable[Record]) -> Iterator[Finding]:
    """One finding for each petition, with the question what it is."""
    names = {row["code"]: row["name"] for row in codelists.table("kinds")}
    for record in records:
        if record.suspected and record.entity == "petition":
            yield Finding(
                LOOKS_LIKE[codelists.kinds()[record.suspected].words],
                record.cell("content"),
                field="content",
                value=record.typed.get("content"),
                questions=(question_about_kind(record, names[record.suspected]),),
            )
