"""A name → an entity, or an open question.

Curated aliases decide; dates, kind and context choose between several; likeness proposes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.register.entity import AliasMark
from kutla.register.folding import folded_words
from kutla.register.wording import office_key
from kutla.vocabulary import POLITICAL_GROUPS, EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kutla.register.entity import Alias
    from kutla.register.register import Register


class MatchStanding(StrEnum):
    """How sure a match is."""

    DECIDED = "decided"
    """A curated alias says so."""
    PROPOSED = "proposed"
    """One likely entity; a person confirms."""
    AMBIGUOUS = "ambiguous"
    """Several entities bear the name, or may."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity a name may stand for; ``score`` is 0 to 1, 1 where an alias is written alike."""

    entity_id: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a register makes of a name. ``entity_id`` is set only where it is decided.

    ``rule`` says in a few words what decided or proposed, ``alias`` is the recorded name it went
    by, ``against`` are those who might have been meant too, each with what spoke against it.
    """

    name: str
    entity_id: str | None
    standing: MatchStanding
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    rule: str = ""
    alias: str = ""
    against: tuple[Candidate, ...] = ()

    @property
    def best(self) -> str | None:
        """The decided entity, else the only proposed one, else None."""
        if self.standing is MatchStanding.PROPOSED:
            return self.candidates[0].entity_id
        return self.entity_id


_GROUPS = POLITICAL_GROUPS | {
    EntityKind.ARMED_FACTION,
    EntityKind.UMBRELLA,
    EntityKind.GROUP,
}
_BODIES = frozenset(
    {
        EntityKind.COUNTRY,
        EntityKind.PLACE,
        EntityKind.INSTITUTION,
        EntityKind.MINISTRY,
        EntityKind.OFFICE,
        EntityKind.ELECTION,
    }
)
_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.CLERICAL_AUTHORITY})

WITHOUT_HEADS = frozenset(
    {EntityKind.PERSON, EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.OUTLET, EntityKind.OFFICE}
)
"""Kinds to which "list" behind a name adds a meaning: "Amiri's list" is not Amiri."""


def are_compatible(asked: EntityKind | None, found: EntityKind) -> bool:
    """Whether a name said to be of one kind may stand for an entity of another.

    Papers call one body a list, a party, a bloc and a militia; none calls it a man.
    """
    if asked is None or asked is found:
        return True
    families = [family for family in (_GROUPS, _BODIES, _PEOPLE) if asked in family]
    return any(found in family for family in families)


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known beside the name itself."""

    on: date | None = None
    kind: EntityKind | None = None
    context: str = ""
    office: str | None = None


def no_name(register: Register, name: str, hits: Sequence[Alias]) -> Match:
    """Leave an ordinary word one; whom it would name with a capital is said beside it."""
    against = tuple(
        Candidate(id_, 0.0, f"{register.entity(id_).name} is written with a capital")
        for id_ in _entities(hits)
    )
    reason = f"{name} is an ordinary word; write it as a name, or with a word like bloc"
    return Match(name, None, MatchStanding.UNKNOWN, (), reason, "an ordinary word", against=against)


def settle(register: Register, name: str, hits: Sequence[Alias], clues: Clues) -> Match:
    """Judge the aliases that are written like ``name``; there is at least one."""
    current = [alias for alias in hits if clues.on is None or _is_valid(alias, clues.on)]
    deciding = _entities(a for a in current if a.mark is not AliasMark.PROPOSES)
    # Without a day, a reading that is only proposed keeps the question open.
    doubtful = len(deciding) < len(_entities(current)) and clues.on is None
    if not deciding or doubtful:
        return _leave_open(register, name, hits, clues)
    choice = narrow(register, deciding, clues) if len(deciding) > 1 else Choice(deciding)
    if len(choice.left) > 1:
        return Match(
            name,
            None,
            MatchStanding.AMBIGUOUS,
            tuple(Candidate(id_, 1.0, _called(register, id_)) for id_ in choice.left),
            f"{len(choice.left)} entities of the register are called {name}",
            "a name of several",
            hits[0].text,
            choice.against,
        )
    found = register.entity(choice.left[0])
    candidate = Candidate(found.id, 1.0, _called(register, found.id))
    alias = next(each.text for each in hits if each.entity_id == found.id)
    late = _out_of_date(register, hits, current) if len(current) < len(hits) else ()
    against = (*choice.against, *late)
    if not are_compatible(clues.kind, found.kind):
        reason = f"{name} is {found.name}, a {found.kind}, but the text speaks of a {clues.kind}"
        rule = "a recorded name of another kind"
        return Match(name, None, MatchStanding.PROPOSED, (candidate,), reason, rule, alias, against)
    reason = choice.why or f"{name} is a recorded name of {found.name}"
    rule = choice.why or "a recorded name"
    return Match(name, found.id, MatchStanding.DECIDED, (candidate,), reason, rule, alias, against)


def _out_of_date(
    register: Register, hits: Sequence[Alias], current: Sequence[Alias]
) -> tuple[Candidate, ...]:
    """Give those whom the name meant at other times only."""
    now = frozenset(_entities(current))
    return tuple(
        Candidate(alias.entity_id, 0.0, _meant(register, alias))
        for alias in {each.entity_id: each for each in hits}.values()
        if alias.entity_id not in now
    )


def _meant(register: Register, alias: Alias) -> str:
    return f"{alias.text} meant {register.entity(alias.entity_id).name} {_in_words(alias.valid)}"


def _leave_open(register: Register, name: str, hits: Sequence[Alias], clues: Clues) -> Match:
    candidates: dict[str, Candidate] = {}
    for alias in hits:
        why = alias.note or _called(register, alias.entity_id)
        if clues.on is not None and not _is_valid(alias, clues.on):
            why = _meant(register, alias)
        score = 0.9 if alias.mark is AliasMark.PROPOSES else 0.8
        candidates.setdefault(alias.entity_id, Candidate(alias.entity_id, score, why))
    ranked = tuple(sorted(candidates.values(), key=lambda each: (-each.score, each.entity_id)))
    standing = MatchStanding.PROPOSED if len(ranked) == 1 else MatchStanding.AMBIGUOUS
    reason = "; ".join(each.why for each in ranked)
    return Match(name, None, standing, ranked, reason, "a name left open", hits[0].text)


def _in_words(valid: Period | None) -> str:
    if valid is None:
        return "at any time"
    since = "" if valid.first_on == date.min else f"from {valid.first_on}"
    until = "" if valid.until_on == date.max else f"until {valid.last_on}"
    return " ".join(filter(None, (since, until)))


def _is_valid(alias: Alias, on: date) -> bool:
    return alias.valid is None or on in alias.valid


def _entities(aliases: Iterable[Alias]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(alias.entity_id for alias in aliases))


def _called(register: Register, entity_id: str) -> str:
    entity = register.entity(entity_id)
    return f"{entity.name} ({entity.kind})"


@dataclass(frozen=True, slots=True)
class Choice:
    """Who is left of several, what told them apart, and what spoke against the others."""

    left: tuple[str, ...]
    why: str = ""
    against: tuple[Candidate, ...] = ()


def narrow(register: Register, ids: tuple[str, ...], clues: Clues) -> Choice:
    """Let kind, office, day and context choose in turn; each only where it leaves some."""
    why, against = "", []
    for keep, words, lacking in (
        (_of_kind(register, ids, clues), "its kind", f"is no {clues.kind}"),
        (_in_office(register, ids, clues), "the office named with it", f"was not {clues.office}"),
        (_existing(register, ids, clues), "the day", f"did not exist on {clues.on}"),
        (
            _in_context(register, ids, clues),
            "what stands around it",
            "has less to do with what stands around it",
        ),
    ):
        left = tuple(id_ for id_ in ids if id_ in keep)
        if len(ids) > 1 and 0 < len(left) < len(ids):
            against += [
                Candidate(id_, 0.0, f"{register.entity(id_).name} {lacking}")
                for id_ in ids
                if id_ not in left
            ]
            ids, why = left, f"told apart by {words}"
    return Choice(ids, why if len(ids) == 1 else "", tuple(against))


def _of_kind(register: Register, ids: tuple[str, ...], clues: Clues) -> frozenset[str]:
    return frozenset(id_ for id_ in ids if are_compatible(clues.kind, register.entity(id_).kind))


def _in_office(register: Register, ids: tuple[str, ...], clues: Clues) -> frozenset[str]:
    if clues.office is None:
        return frozenset()
    held = [
        tenure
        for id_ in ids
        for tenure in register.tenures_of(id_)
        if tenure.role == "holds_office" and _is_office(tenure.other, clues.office)
    ]
    own = [tenure for tenure in held if office_key(tenure.other) == clues.office]
    held = own or held
    on = clues.on
    then = frozenset(t.entity_id for t in held if on and (t.valid is None or on in t.valid))
    # Papers go on calling men by the offices they held.
    return then or frozenset(tenure.entity_id for tenure in held)


def _is_office(held: str, asked: str) -> bool:
    """Whether an office held is the one asked for, at home or in a region ("president of …")."""
    return office_key(held) == asked or office_key(held).startswith(f"{asked} of ")


def _existing(register: Register, ids: tuple[str, ...], clues: Clues) -> frozenset[str]:
    if clues.on is None:
        return frozenset()
    periods = ((id_, register.entity(id_).valid) for id_ in ids)
    return frozenset(id_ for id_, valid in periods if valid is None or clues.on in valid)


def _in_context(register: Register, ids: tuple[str, ...], clues: Clues) -> frozenset[str]:
    """Count the words of the context that belong to one of the entities and to no other."""
    if not clues.context or len(ids) < 2:
        return frozenset()
    around = frozenset(folded_words(clues.context))
    own = {id_: register.words_about(id_) for id_ in ids}
    scores = {}
    for id_ in ids:
        others = frozenset().union(*(own[other] for other in ids if other != id_))
        scores[id_] = len((own[id_] - others) & around)
    best = max(scores.values())
    winners = frozenset(id_ for id_ in ids if scores[id_] == best)
    return winners if best and len(winners) == 1 else frozenset()
