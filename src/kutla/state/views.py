"""What people ask of a state: how two actors stand to each other, and who governs with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.register.folding import fold
from kutla.state.offices import FORMER
from kutla.state.state import Fact, Standing, State
from kutla.vocabulary import POLITICAL_GROUPS

if TYPE_CHECKING:
    from kutla.register import Register
    from kutla.vocabulary import Referent

STANCES = (
    "supports", "opposes", "accuses", "threatens", "backed_by", "negotiates_with", "meets",
    "forms_bloc", "joins_bloc", "refuses_bloc", "leaves_bloc", "part_of", "attacks",
)  # fmt: skip
_HEADS = frozenset({"prime minister", "premier", "chancellor", "head of government"})
_MINISTER = "minister"


def stances(state: State, one: str, other: str | None = None) -> tuple[Fact, ...]:
    """Give the facts that say how two actors stand to each other, in order of time.

    ``one`` and ``other`` are entity ids, or names as a fact has them; without ``other`` those
    between ``one`` and anybody. Both directions count; facts that are over come as well, marked.
    """

    def is_of(referent: Referent | None, name: str) -> bool:
        if referent is None:
            return False
        return name in {referent.entity_id, referent.key} or fold(referent.name) == fold(name)

    found = [
        fact
        for fact in state.of_kind(*STANCES)
        if (is_of(fact.subject, one) and (other is None or is_of(fact.object, other)))
        or (is_of(fact.object, one) and (other is None or is_of(fact.subject, other)))
    ]
    return tuple(sorted(found, key=_when))


def _when(fact: Fact) -> tuple[str, str, str]:
    reported = [i.claim.reported.first_on.isoformat() for i in fact.support if i.claim.reported]
    day = fact.period.first_on.isoformat() if fact.period else min(reported, default="9999")
    return (day, fact.kind, fact.id)


@dataclass(frozen=True, slots=True)
class Government:
    """The government as reported: ``head`` and ``ministers`` are facts of who holds which office.

    ``parties`` are the lists that its members belong to or lead by the register and the reports;
    ``supporters`` and ``opponents`` the facts of who stands behind or against its head, its cabinet
    or its parties; ``votes`` those of confidence votes. ``seats`` is what parties and firm supporters
    hold together by the seat table (None where no seat is known), ``of`` the chamber's size.
    """

    head: Fact | None
    ministers: tuple[Fact, ...]
    parties: tuple[Referent, ...]
    supporters: tuple[Fact, ...]
    opponents: tuple[Fact, ...]
    votes: tuple[Fact, ...]
    seats: int | None
    of: int


def government(state: State, register: Register) -> Government:
    """Read the government off a state: whoever is reported to be in office and not followed."""
    held = [fact for fact in state.of_kind("holds_office") if _holds(fact)]
    heads = [f for f in held if f.object is not None and fold(f.object.name) in _HEADS]
    heads.sort(key=_last_report, reverse=True)
    head = heads[0] if heads else None
    ministers = tuple(
        f for f in held if f.object is not None and fold(f.object.name).endswith(_MINISTER)
        and f not in heads
    )  # fmt: skip
    parties = _parties(state, register, [f for f in (head, *ministers) if f is not None])
    sides = {each.key for each in parties} | ({head.subject.key} if head else set())
    about = [
        fact
        for fact in state.of_kind("supports", "opposes")
        if fact.object is not None
        and (fact.object.key in sides or fold(fact.object.name) in _CABINET)
        and fact.modality is Modality.ACTUAL
    ]
    behind = tuple(f for f in about if _is_behind(f))
    against = tuple(f for f in about if not _is_behind(f))
    firm = {f.subject.key for f in behind if not f.is_contested} - {f.subject.key for f in against}
    known = {row.subject.key: row.value or 0 for row in state.seats.rows}
    counted = [known[key] for key in {*(p.key for p in parties), *firm} if key in known]
    votes = state.of_kind("confidence_vote")
    seats = sum(counted) if counted else None
    return Government(head, ministers, parties, behind, against, votes, seats, state.chamber.seats)


_CABINET = frozenset({"government", "the government", "cabinet", "the cabinet"})


def _is_behind(fact: Fact) -> bool:
    """Whether it is a yes to support: opposition is a no to it, whatever word says so."""
    return fact.polarity is Polarity.AFFIRMED


def _holds(fact: Fact) -> bool:
    is_over = fact.standing in {Standing.SUPERSEDED, Standing.DENIED}
    was = all(item.claim.event.words == FORMER for item in fact.support)
    is_so = fact.polarity is Polarity.AFFIRMED and fact.modality is Modality.ACTUAL
    return is_so and not is_over and not was


def _last_report(fact: Fact) -> str:
    days = [i.claim.reported.last_on.isoformat() for i in fact.support if i.claim.reported]
    return max(days, default="")


def _parties(state: State, register: Register, members: list[Fact]) -> tuple[Referent, ...]:
    """Give the lists of those in office: by the reports, else the one list of the register then."""
    told: dict[str, list[Referent]] = {}
    for fact in state.of_kind("leads", "member_of"):
        target = fact.object
        if target is not None and target.kind in POLITICAL_GROUPS and _holds_now(fact):
            told.setdefault(fact.subject.key, []).append(target)
    seated = {row.subject.key: row.subject for row in state.seats.rows}
    found: dict[str, Referent] = {}
    for member in members:
        lists = [seated.get(each.key, each) for each in told.get(member.subject.key, [])]
        if not lists:
            lists = [
                seated[tenure.other]
                for tenure in register.tenures_of(member.subject.entity_id or "")
                if tenure.role in {"leads", "member_of"}
                and tenure.other in seated
                and (tenure.valid is None or state.valid_on in tenure.valid)
            ]
        found |= {each.key: each for each in lists}
    return tuple(found.values())


def _holds_now(fact: Fact) -> bool:
    return fact.polarity is Polarity.AFFIRMED and fact.standing is not Standing.SUPERSEDED
