"""What holds for many rows alike is told once."""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import replace

from toolkit.model import Finding, Notice


def told_once(findings: Iterable[Finding], notices: Collection[Notice]) -> tuple[Finding, ...]:
    """One finding in place of all that give one of the `notices` of the same sheets and field.

    The first stays where it is; its parameter `count` says how many there are, and the cells of
    the others are added to `related`. Findings of other notices are left as they are.
    """
    codes = {notice.code for notice in notices}
    groups: dict[Hashable, list[Finding]] = {}
    for number, finding in enumerate(findings):
        topic = _topic(finding) if finding.notice.code in codes else number
        groups.setdefault(topic, []).append(finding)
    return tuple(
        _together(group) if group[0].notice.code in codes else group[0]
        for group in groups.values()
    )


def _topic(finding: Finding) -> Hashable:
    cells = (finding.cell, *finding.related[:1])
    return finding.notice.code, finding.field, *((cell.workbook, cell.sheet) for cell in cells)


def _together(group: list[Finding]) -> Finding:
    first, *others = group
    cells = [*first.related, *(cell for other in others for cell in (other.cell, *other.related))]
    return replace(
        first,
        params={**first.params, "count": len(group)},
        related=tuple(dict.fromkeys(cells)),
        questions=tuple(question for one in group for question in one.questions),
    )
