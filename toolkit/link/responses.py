"""Which petition an answer belongs to: by its id, else by its number, else by what it says.

An id was typed to say so: that of a list, or the one under which the toolkit shows the petition.
A number says so only within one source, and only if every number
stands for one petition; rows are often numbered anew. A text must repeat the petition.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.decisions import (
    ANSWER,
    BELONGS,
    UNDECIDED,
    Decisions,
    decided_answers,
    fingerprint,
    question_about,
)
from toolkit.link.clusters import consistent, order_of, shown, table_of
from toolkit.link.notices import (
    AMBIGUOUS,
    BY_NUMBER,
    BY_TEXT,
    MAYBE,
    NO_PETITION,
    OTHER_TEXT,
    TWO_ANSWERS,
    UNKNOWN_ID,
    UNKNOWN_ID_NEAR,
)
from toolkit.link.petitions import petition_facts
from toolkit.link.wording import comparable
from toolkit.model import Finding, Link, Notice, Question, Record
from toolkit.values.likeness import (
    TextIndex,
    contained,
    identifier,
    likeness,
    numbers,
    shares_words,
)
from toolkit.values.telling import told_once
from toolkit.values.texts import fold

SURE = 95
"""From which likeness on a text repeats a petition."""
LIKELY = 80
"""From which likeness on a petition is shown as a possible one."""
CONTRADICTS = 50
"""Below which share of common words two texts speak of different matters."""
TELLING_WORDS = 6
"""From how many words on a petition is recognised inside an answer."""
MOST_CANDIDATES = 3
"""About how many of the petitions that an answer fits a person is asked."""
BEGINNING = 80
"""How many words of an answer may repeat the petition."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found out about one response.

    `candidates` are the petitions spoken of, `called` is the id that the first may be called by.
    """

    response: Record
    how: str = ""
    notice: Notice | None = None
    blamed: str = "response_text"
    candidates: tuple[Record, ...] = ()
    percent: int = 100
    called: str = ""


@dataclass(frozen=True, slots=True)
class Ids:
    """Under which ids the toolkit shows petitions.

    `given` has the id of each record by the record's identity (`id`); records of one petition
    have the same. `telling` are those by which an answer may call a petition.
    """

    given: Mapping[int, str] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()

    def of(self, petition: Record) -> str:
        """The id by which an answer may call a petition, for comparing; empty if none."""
        name = self.given.get(id(petition), "")
        return identifier(name) if name in self.telling else ""

    def are_one(self, petitions: Sequence[Record]) -> bool:
        """Whether records are known to be one petition."""
        names = {self.given.get(id(petition), "") for petition in petitions}
        return len(names) == 1 and "" not in names


NO_IDS = Ids()


@dataclass(frozen=True, slots=True)
class _Petitions:
    """The petitions by all that an answer may call them; `answered` are ids that answers name.

    `by_id` are own ids, `by_given` those of the toolkit, `series` how the latter begin. `decided`
    tells by the fingerprints of answers and petitions what people have decided; `by_print` is
    filled only if they have.
    """

    records: tuple[Record, ...]
    ids: Ids
    decided: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    by_print: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_given: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_near_id: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_text: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_person: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    by_table: dict[tuple[str | int, ...], list[Record]] = field(
        default_factory=lambda: defaultdict(list)
    )
    series: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)

    def are_named_by(self, name: str) -> bool:
        """Whether an id is one that petitions may have, be it a wrong one.

        Where petitions have no own ids, that is one of the toolkit's own series, or a slip away
        from one of its ids.
        """
        if not name or self.by_id:
            return bool(name)
        is_near = any(near in self.by_near_id for near in _one_letter_less(name) if near)
        return is_near or name.rpartition("-")[0] in self.series

    def called(self, name: str) -> list[Record]:
        """The petitions that an id names: as their own, or as the toolkit's."""
        own = self.by_id.get(name, [])
        others = (p for p in self.by_given.get(name, ()) if not any(p is o for o in own))
        return [*own, *others]

    def are_one(self, found: Sequence[Record]) -> bool:
        """Whether records are one petition read from several tables, as far as can be seen."""
        if self.ids.are_one(found):
            return True
        same_text = len({comparable(petition.text("content")) for petition in found}) == 1
        return same_text and consistent(petition_facts(petition) for petition in found)

    def decided_for(self, response: Record) -> Mapping[str, bool]:
        """What people have decided about an answer, by the fingerprints of petitions."""
        return self.decided.get(fingerprint(response), {}) if self.decided else {}

    def allowed(self, response: Record, petitions: Iterable[Record]) -> list[Record]:
        """The petitions that nobody has said an answer does not belong to."""
        told = self.decided_for(response)
        return [p for p in petitions if not told or told.get(fingerprint(p), True)]


def link(
    petitions: Sequence[Record],
    responses: Sequence[Record],
    decisions: Decisions = UNDECIDED,
    ids: Ids = NO_IDS,
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """The certain links, in the order of the responses, and what is to be said of the others.

    A petition without an answer is normal. A response without a link has a finding. What people
    have decided comes first.
    """
    known = _by_names(petitions, decided_answers(decisions), ids)
    index = TextIndex(known.by_text)
    tables: dict[tuple[str | int, ...], list[Record]] = defaultdict(list)
    for response in responses:
        tables[table_of(response)].append(response)
    numbered = {key: _numbered(rows, known) for key, rows in tables.items()}
    known.answered.update(identifier(response.text("petition_id")) for response in responses)
    answers = [_answer(r, known, index, numbered[table_of(r)]) for r in responses]
    links = tuple(Link(a.candidates[0], a.response, a.how) for a in answers if a.how)
    findings = [*(_finding(a) for a in answers if a.notice), *_second_answers(links)]
    gathered = (BY_NUMBER, BY_TEXT, *(() if petitions else (NO_PETITION,)))
    return links, told_once(findings, notices=gathered)


def _by_names(
    petitions: Sequence[Record], decided: Mapping[str, Mapping[str, bool]], ids: Ids
) -> _Petitions:
    known = _Petitions(tuple(petitions), ids, decided)
    for petition in petitions:
        if decided:
            known.by_print[fingerprint(petition)].append(petition)
        known.by_table[table_of(petition)].append(petition)
        if text := comparable(petition.text("content")):
            known.by_text[text].append(petition)
        if person := fold(petition.text("petitioner")):
            known.by_person[person].append(petition)
        own, given = identifier(petition.text("petition_id")), ids.of(petition)
        if own:
            known.by_id[own].append(petition)
        if given:
            known.by_given[given].append(petition)
            known.series.add(given.rpartition("-")[0])
        for near in {near for name in (own, given) if name for near in _one_letter_less(name)}:
            known.by_near_id[near].append(petition)
    known.series.discard("")
    return known


def _one_letter_less(name: str) -> set[str]:
    """An id without dashes, whole and without each letter: one slip apart, two ids share one.

    >>> "kn202601" in _one_letter_less("kn-2026-051") & _one_letter_less("kn-2026-015")
    True
    """
    bare = name.replace("-", "")
    return {bare, *(bare[:at] + bare[at + 1 :] for at in range(len(bare)))}


# ── By number ───────────────────────────────────────────────────────────────────────────────


def _numbered(responses: Sequence[Record], known: _Petitions) -> dict[str, Record]:
    """The petitions by the number under which the responses of one table call them.

    Empty if the numbers are not to be relied on: no or several tables to which they may refer,
    a number that is there twice, or answers whose own words mostly say otherwise.
    """
    table = _table_referred_to(responses, known)
    rows = {identifier(petition.text("seq")): petition for petition in table}
    said = [number for response in responses if (number := _number(response, known))]
    if len(rows) < len(table) or max(Counter(said).values(), default=2) > 1:
        return {}
    rows.pop("", None)
    verdicts = Counter(
        _verdict(response, rows[number])
        for response in responses
        if (number := _number(response, known)) in rows
    )
    return rows if verdicts[False] <= verdicts[True] else {}


def _table_referred_to(responses: Sequence[Record], known: _Petitions) -> list[Record]:
    """The one petition table of the same workbook; else the only one there is, if it fits."""
    tables = list(known.by_table.values())
    here = [rows for rows in tables if rows[0].table.workbook == responses[0].table.workbook]
    if here:
        return here[0] if len(here) == 1 else []
    if len(tables) != 1:
        return []
    theirs = {identifier(petition.text("seq")) for petition in tables[0]}
    ours = {number for response in responses if (number := _number(response, known))}
    counted_anew = ours == {str(n) for n in range(1, len(ours) + 1)}
    return tables[0] if ours == theirs or (ours < theirs and not counted_anew) else []


def _number(response: Record, known: _Petitions) -> str:
    """The number by which a response may call its petition; empty if there is none.

    Where petitions have no ids, “Kiến nghị số 3” is their number, and better than the row's own.
    """
    name = identifier(response.text("petition_id"))
    own = "" if known.are_named_by(name) else name
    return own or identifier(response.text("seq"))


def _verdict(response: Record, petition: Record) -> bool | None:
    """Whether content and petitioner of a response speak for a petition; None: they are silent."""
    said, text = comparable(response.text("content")), comparable(petition.text("content"))
    person, asked = fold(response.text("petitioner")), fold(petition.text("petitioner"))
    judged = [shares_words(said, text) >= CONTRADICTS] if said and text else []
    judged += [shares_words(person, asked) >= SURE] if person and asked else []
    return all(judged) if judged else None


# ── One response ────────────────────────────────────────────────────────────────────────────


def _answer(
    response: Record, known: _Petitions, index: TextIndex, numbered: dict[str, Record]
) -> _Answer:
    if decided := _decided(response, known):
        return decided
    if known.are_named_by(identifier(response.text("petition_id"))):
        return _by_id(response, known)
    petition = numbered.get(_number(response, known))
    if (
        petition
        and known.allowed(response, [petition])
        and _verdict(response, petition) is not False
    ):
        blamed = "petition_id" if response["petition_id"] and not known.by_id else "seq"
        return _Answer(response, "number", BY_NUMBER, blamed, (petition,))
    return (
        _by_text(response, known, index)
        or _inside_answer(response, known, index)
        or _by_person(response, known)
        or _Answer(response, notice=NO_PETITION)
    )


def _decided(response: Record, known: _Petitions) -> _Answer | None:
    """By what people have decided, if the petition is still there."""
    said_so = [name for name, belongs in known.decided_for(response).items() if belongs]
    found = [petition for name in said_so for petition in known.by_print.get(name, ())]
    best = _preferred(response, found)[:1]
    return _Answer(response, "decided", candidates=tuple(best)) if best else None


def _by_id(response: Record, known: _Petitions) -> _Answer:
    name = identifier(response.text("petition_id"))
    found = known.called(name)
    if not found:
        return _unknown_id(response, name, known)
    if not (allowed := known.allowed(response, found)):
        return _Answer(response, notice=NO_PETITION)
    meant = _preferred(response, allowed)
    if not known.are_one(meant):
        return _Answer(response, "", AMBIGUOUS, "petition_id", tuple(meant))
    notice = OTHER_TEXT if _verdict(response, meant[0]) is False else None
    return _Answer(response, "id", notice, "petition_id", (meant[0],))


def _unknown_id(response: Record, name: str, known: _Petitions) -> _Answer:
    near = [p for less in sorted(_one_letter_less(name)) for p in known.by_near_id.get(less, ())]
    waiting = [p for p in near if not known.answered & {*_names(p, known)}]
    if not waiting:
        return _Answer(response, "", UNKNOWN_ID, "petition_id")
    nearest, called = min(
        ((petition, called) for petition in waiting for called in _names(petition, known)),
        key=lambda pair: (*_distance(name, pair[1]), order_of(pair[0], "petition_id")),
    )
    own = nearest.text("petition_id")
    shown_as = own if identifier(own) == called else known.ids.given[id(nearest)]
    return _Answer(response, "", UNKNOWN_ID_NEAR, "petition_id", (nearest,), called=shown_as)


def _distance(name: str, other: str) -> tuple[bool, float]:
    """How far one id is from another: swapped digits are nearer than a wrong one.

    >>> _distance("kn-2026-51", "kn-2026-15") < _distance("kn-2026-51", "kn-2026-1")
    True
    """
    return sorted(name) != sorted(other), -likeness(name, other)


def _names(petition: Record, known: _Petitions) -> list[str]:
    """The ids of a petition, its own first."""
    return [*filter(None, (identifier(petition.text("petition_id")), known.ids.of(petition)))]


def _preferred(response: Record, found: Sequence[Record]) -> list[Record]:
    """Of petitions that all fit, those that fit best: same person and words, same workbook."""
    fitting = [p for p in found if _verdict(response, p) is not False] or list(found)
    speaking = [p for p in fitting if _verdict(response, p)] or fitting
    here = [p for p in speaking if p.table.workbook == response.table.workbook]
    return here or speaking


# ── By what it says ─────────────────────────────────────────────────────────────────────────


def _by_text(response: Record, known: _Petitions, index: TextIndex) -> _Answer | None:
    """By the petition that a response repeats in a column of its own."""
    said = comparable(response.text("content"))
    if not said:
        return None
    scored = [(100.0, p) for p in _of_same_place(response, known.by_text.get(said, ()), known)]
    scored = scored or [
        (likeness(said, text), petition)
        for text in index.near(said)
        if numbers(text) == numbers(said)
        for petition in _of_same_place(response, known.by_text[text], known)
    ]
    return _best(response, scored, "content", known)


def _inside_answer(response: Record, known: _Petitions, index: TextIndex) -> _Answer | None:
    """By the petition that an answer begins with."""
    said = " ".join(comparable(response.text("response_text")).split()[:BEGINNING])
    scored = [
        (contained(text, said), petition)
        for text in index.near(said)
        if len(text.split()) >= TELLING_WORDS and set(numbers(text)) <= set(numbers(said))
        for petition in _of_same_place(response, known.by_text[text], known)
    ]
    return _best(response, scored, "response_text", known)


def _of_same_place(
    response: Record, petitions: Sequence[Record], known: _Petitions
) -> list[Record]:
    """The petitions that neither people nor the person and hamlet of a response contradict."""
    own = {k: v for k, v in petition_facts(response).items() if k in {"petitioner", "hamlet"}}
    fitting = (petition for petition in petitions if consistent((own, petition_facts(petition))))
    return known.allowed(response, fitting)


def _best(
    response: Record, scored: Sequence[tuple[float, Record]], blamed: str, known: _Petitions
) -> _Answer | None:
    top = max((score for score, _ in scored), default=0.0)
    if top < LIKELY:
        return None
    best = _preferred(response, [petition for score, petition in scored if score == top])
    if not known.are_one(best):
        return _Answer(response, "", AMBIGUOUS, blamed, tuple(best))
    if top < SURE:
        return _Answer(response, "", MAYBE, blamed, (best[0],), int(top))
    return _Answer(response, "text", BY_TEXT, blamed, (best[0],))


def _by_person(response: Record, known: _Petitions) -> _Answer | None:
    """By who asked, if the answer names the person and no other petition of theirs fits."""
    asked = known.by_person.get(fold(response.text("petitioner")), ())
    found = [
        p for p in _of_same_place(response, asked, known) if _verdict(response, p) is not False
    ]
    if not found:
        return None
    best = _preferred(response, found)
    if not known.are_one(best):
        return _Answer(response, "", AMBIGUOUS, "petitioner", tuple(best))
    return _Answer(response, "text", BY_TEXT, "petitioner", (best[0],))


# ── What is said ────────────────────────────────────────────────────────────────────────────


def _finding(answer: _Answer) -> Finding:
    response, notice = answer.response, answer.notice or NO_PETITION
    places = tuple(p.cell(_shown_at(notice, p)) for p in answer.candidates)
    params: dict[str, object] = {
        "count": 1,
        "id": response.text("petition_id"),
        "near": answer.called,
        "other": str(places[0]) if places else "",
        "another": str(places[1]) if len(places) > 1 else "",
        "percent": answer.percent,
    }
    cell = response.cell(answer.blamed)
    value = shown(response, answer.blamed)
    return Finding(notice, cell, params, answer.blamed, value, places, _questions(answer))


def _questions(answer: _Answer) -> tuple[Question, ...]:
    """Whether an answer belongs to the petitions that it may belong to."""
    if answer.notice not in (MAYBE, AMBIGUOUS):
        return ()
    proposal = BELONGS if answer.notice is MAYBE else ""
    asked = (question_about(ANSWER, answer.response, p, proposal) for p in answer.candidates)
    return tuple({question.key: question for question in asked}.values())[:MOST_CANDIDATES]


def _shown_at(notice: Notice, petition: Record) -> str:
    if notice is UNKNOWN_ID_NEAR and petition["petition_id"]:
        return "petition_id"
    return "seq" if notice is BY_NUMBER and petition["seq"] else "content"


def _second_answers(links: Sequence[Link]) -> Iterator[Finding]:
    """Each further response to a petition that has one."""
    first: dict[int, Record] = {}
    for made in links:
        earlier = first.setdefault(id(made.petition), made.response)
        if earlier is not made.response:
            other = earlier.cell("response_text")
            cell, value = (
                made.response.cell("response_text"),
                shown(made.response, "response_text"),
            )
            yield Finding(
                TWO_ANSWERS, cell, {"other": str(other)}, "response_text", value, (other,)
            )
