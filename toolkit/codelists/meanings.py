"""What the codes of statuses, outcomes and kinds mean to whoever counts, assigns and checks.

A meaning stands in the code list beside its code, so a new code is counted as its row says. Nobody
else knows single codes. A row that does not say what it means cannot be loaded.

Statuses and outcomes, two axes of the state of a petition:

- `work`: `open`, somebody still has to act; `over`, nobody has; `aside`, the petition is not
  handled at all (not taken on, or a duplicate), whatever the other axis says;
- `answered`: `yes` if whoever asked was told something, else `no`;
- `result`: the group in which figures count the petition. A status may leave it blank: then it
  is told by whether there is an answer;
- `needs`: what must stand beside the code for it to be believed (`Need`); blank: nothing.

Kinds of petitions:

- `work`: `here` if it is handled in this process, `aside` if other laws and registers apply;
- `stub`: what sheets show in place of content and author; blank: they show both;
- `words`: the list of words (`rules/words.toml`) that hints at this kind; blank: none;
- `topic`: the topic by which it is assigned, whatever it is about; blank: its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from toolkit.errors import DeclarationError


class Work(StrEnum):
    """Whether somebody still has to act."""

    OPEN = "open"
    OVER = "over"
    ASIDE = "aside"


class Result(StrEnum):
    """The groups in which figures count petitions: every petition is in exactly one."""

    RESOLVED = "Đã giải quyết xong"
    EXPLAINED = "Giải trình, cung cấp thông tin"
    PLANNED = "Có lộ trình"
    IN_PROGRESS = "Đang giải quyết"
    UNRESOLVED = "Chưa giải quyết"
    TRANSFERRED = "Chuyển cấp trên"
    UNTOLD = "Chưa ghi kết quả"


class Need(StrEnum):
    """What has to stand beside a code."""

    NOTHING = ""
    PROOF = "proof"
    """An answer, a document or a day: “resolved” must rest on something."""
    REASON = "reason"
    PLAN = "plan"
    """A day, or what comes next."""
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class State:
    """What a status or an outcome means. `result` is None where the answer decides."""

    work: Work
    answered: bool
    result: Result | None
    needs: Need

    @property
    def is_not_begun(self) -> bool:
        """Whether nothing was done so far: “chưa giải quyết”, on whichever axis."""
        return self.work is Work.OPEN and self.result in {None, Result.UNRESOLVED}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of petition means; see the top of this module for what blank means."""

    aside: bool
    stub: str
    words: str
    topic: str


def status(row: Mapping[str, str]) -> State:
    """The meaning of a row of `statuses`.

    Raises:
        DeclarationError: The row does not say what it means.
    """
    group = row.get("result", "")
    result = Result(_one_of(row, "result", (*Result,))) if group else None
    return State(
        Work(_one_of(row, "work", (*Work,))),
        _one_of(row, "answered", ("yes", "no")) == "yes",
        result,
        Need(_one_of(row, "needs", (*Need,))),
    )


def outcome(row: Mapping[str, str]) -> State:
    """The meaning of a row of `outcomes`: it always names its result.

    Raises:
        DeclarationError: The row does not say what it means.
    """
    _one_of(row, "result", (*Result,))
    return status(row)


def kind(row: Mapping[str, str]) -> Kind:
    """The meaning of a row of `kinds`.

    Raises:
        DeclarationError: The row does not say what it means, or is aside and shows everything.
    """
    aside = _one_of(row, "work", ("here", Work.ASIDE)) == Work.ASIDE
    if aside != bool(row.get("stub")):
        raise DeclarationError(f"{row['code']}: a kind has a stub if, and only if, it is aside")
    return Kind(aside, row.get("stub", ""), row.get("words", ""), row.get("topic", ""))


def _one_of(row: Mapping[str, str], column: str, allowed: tuple[str, ...]) -> str:
    """The cell of a column, which must be one of these texts."""
    cell = row.get(column)
    if cell is None or cell not in allowed or not row.get("meaning_source"):
        known = ", ".join(repr(str(text)) for text in allowed)
        raise DeclarationError(
            f"{row['code']}: column {column!r} says {cell!r}, and must say one of {known}, "
            "with its 'meaning_source'"
        )
    return cell
