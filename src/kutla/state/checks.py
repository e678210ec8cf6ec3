"""Oddities between facts: two holders of one office, a list in two blocs, names nobody knows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.state.offices import SINGLE, may_be_same
from kutla.state.state import Fact, Standing
from kutla.vocabulary import EntityKind, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.documents import Document, Source


def check(
    facts: tuple[Fact, ...], documents: Mapping[str, Document | Source]
) -> tuple[Problem, ...]:
    """Give every oddity, most telling first."""
    return (
        *_double_holders(facts),
        *_two_blocs(facts),
        *_two_lists(facts),
        *_unmatched(facts),
        *_undated(documents),
    )


def _ids(facts: list[Fact]) -> tuple[str, ...]:
    return tuple(item.claim.id for fact in facts for item in fact.support)


def _holds(fact: Fact) -> bool:
    return (
        fact.polarity is Polarity.AFFIRMED
        and fact.modality is Modality.ACTUAL
        and fact.standing is not Standing.SUPERSEDED
    )


def _double_holders(facts: tuple[Fact, ...]) -> list[Problem]:
    holders: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "holds_office" and fact.object is not None and _holds(fact):
            holders[fact.object.name.casefold()].append(fact)
    return [
        Problem(
            "office-held-twice",
            f"{' and '.join(sorted(f.subject.name for f in found))} are both said to be {office}",
            _ids(found),
        )
        for office, found in holders.items()
        if office in SINGLE
        and any(not may_be_same(one.subject, other.subject) for one in found for other in found)
    ]


def _two_blocs(facts: tuple[Fact, ...]) -> list[Problem]:
    member_of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        firm = fact.kind == "joins_bloc" and _holds(fact) and not fact.is_contested
        if firm and fact.subject.kind is not EntityKind.GROUP:
            member_of[fact.subject.key].append(fact)
    return [
        Problem(
            "in-two-blocs",
            f"{found[0].subject.name} is said to have joined "
            + " and ".join(sorted(f.object.name for f in found if f.object)),
            _ids(found),
        )
        for found in member_of.values()
        if len({f.object.key for f in found if f.object}) > 1
    ]


def _two_lists(facts: tuple[Fact, ...]) -> list[Problem]:
    led: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        kind = fact.object.kind if fact.object is not None else None
        is_list = kind in {EntityKind.PARTY_LIST, EntityKind.ELECTORAL_ALLIANCE}
        if fact.kind == "leads" and is_list and _holds(fact):
            led[fact.subject.key].append(fact)
    return [
        Problem(
            "leads-two-lists",
            f"{found[0].subject.name} is said to lead "
            + " and ".join(sorted({f.object.name for f in found if f.object})),
            _ids(found),
        )
        for found in led.values()
        if len({f.object.key for f in found if f.object}) > 1
    ]


_ASKED = frozenset(
    {EntityKind.PARTY, EntityKind.PARTY_LIST, EntityKind.ELECTORAL_ALLIANCE, EntityKind.PERSON}
)


def _unmatched(facts: tuple[Fact, ...]) -> list[Problem]:
    names: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "seats":
            continue
        for referent in (fact.subject, fact.object):
            if referent is not None and not referent.is_resolved and referent.kind in _ASKED:
                names[referent.name].append(fact)
    return [
        Problem("name-not-matched", f"“{name}” is nobody that the register knows", _ids(found))
        for name, found in sorted(names.items())
    ]


def _undated(documents: Mapping[str, Document | Source]) -> list[Problem]:
    return [
        Problem(
            "date-open",
            f"{document.headline or document.address} has no day of publication: "
            f"{document.published.reason}",
            place=document.address,
        )
        for document in documents.values()
        if document.published is not None and not document.published.is_exact
    ]
