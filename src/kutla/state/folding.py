"""Topics that are one under several names.

A bloc that is only called "the coalition", a refusal of any bloc whatever, a denial that names the
leader where the account names his list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims import Modality
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.state.camps import Camps
    from kutla.state.topics import Point
    from kutla.vocabulary import Referent

Topics = dict[tuple[str, str, str], list["Point"]]

_BLOC_KINDS = frozenset({"forms_bloc", "joins_bloc", "leaves_bloc", "refuses_bloc"})
_BARE = re.compile(
    r"^(?:(?:the|a|an|this|that|its|their|our|his|her|new|newly|formed|proposed|planned|larger?|"
    r"broad(?:er)?|parliamentary|political|governing|ruling)\s+)*"
    r"(?:coalition|alliance|bloc|block|grouping|front|group)$",
    re.IGNORECASE,
)
_NEAR_DAYS = 90


def fold_blocs(points: list[Point]) -> list[Point]:
    """Give the blocs of each report one name: the fuller one, or the founder's where that is meant.

    In one report "the coalition" is the bloc it names more fully, if it names just one; and who
    refuses or joins the founder of that bloc by name is taken to mean the bloc.
    """
    by_document: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        if point.family in {"joins_bloc", "forms_bloc", "seats"}:
            by_document[point.document_id].append(point)
    renamed: dict[int, Point] = {}
    for found in by_document.values():
        bloc = _only_bloc(found)
        if bloc is None:
            continue
        founders = {
            p.subject.key
            for p in found
            if p.claim.kind == "forms_bloc" and p.object and is_bloc_name(p.object)
        }
        renamed |= {id(p): _renamed(p, bloc, founders) for p in found}
    return [renamed.get(id(point), point) for point in points]


def is_bloc_name(referent: Referent) -> bool:
    """Whether a name is that of a bloc the register does not know."""
    return not referent.is_resolved and referent.kind not in {EntityKind.PERSON, EntityKind.COUNTRY}


def _only_bloc(points: list[Point]) -> Referent | None:
    """Give the one bloc that a report names by more than "the coalition", else the bare one."""
    named = [
        p.object
        for p in points
        if p.claim.kind in _BLOC_KINDS and p.object is not None and is_bloc_name(p.object)
    ]
    full = {each.key: each for each in named if not _BARE.match(each.name)}
    bare = {each.key: each for each in named if _BARE.match(each.name)}
    chosen = full or bare
    return next(iter(chosen.values())) if len(chosen) == 1 or (chosen and not full) else None


def _renamed(point: Point, bloc: Referent, founders: set[str]) -> Point:
    if point.family == "seats":
        is_bare = not point.subject.is_resolved and bool(_BARE.match(point.subject.name))
        return replace(point, subject=bloc) if is_bare else point
    target = point.object
    if target is None or target.key == bloc.key:
        return point
    if is_bloc_name(target) and _BARE.match(target.name):
        return replace(point, object=bloc, note=f"named as {target.name}")
    if (
        point.family == "joins_bloc"
        and target.key in founders
        and point.subject.key not in founders
    ):
        return replace(point, object=bloc, note=f"named after {target.name}, which founded it")
    return point


def spread_refusals(topics: Topics) -> Topics:
    """Let a refusal of any bloc whatever speak on each bloc its subject may join in those days."""
    for key in [k for k in topics if k[0] == "joins_bloc" and k[2] == ""]:
        vague = topics[key]
        near = [
            k
            for k in topics
            if k[:2] == key[:2]
            and k != key
            and _is_open(topics[k], vague)
            and _is_near(vague, topics[k])
        ]
        for other in near:
            target = topics[other][0].object
            said = "said of any bloc, so of this one too"
            topics[other] = [*topics[other], *(replace(p, object=target, note=said) for p in vague)]
        if near:
            del topics[key]
    return topics


def _is_open(points: list[Point], vague: list[Point]) -> bool:
    """Whether joining is in question and not done, or its report has the refusal too."""
    if {p.document_id for p in points} & {p.document_id for p in vague}:
        return True
    return any(p.claim.modality is not Modality.ACTUAL or not p.is_yes for p in points)


def fill_candidacies(topics: Topics) -> Topics:
    """Let "X withdrew" without an office be about the one office X is said to run for."""
    for key in [k for k in topics if k[0] == "candidate_for" and k[2] == ""]:
        named = [k for k in topics if k[:2] == key[:2] and k != key]
        if len(named) == 1:
            target = topics[named[0]][0].object
            said = "no office named; the only one in question"
            vague = [replace(p, object=target, note=said) for p in topics.pop(key)]
            topics[named[0]] = [*topics[named[0]], *vague]
    return topics


def meet_denials(topics: Topics, camps: Camps) -> Topics:
    """Put a denied contact beside the account of it that names the leader instead of the list."""
    contacts = [key for key in topics if key[0] == "contact"]
    for key in contacts:
        denials = topics[key]
        if any(point.is_yes for point in denials):
            continue
        met = [
            other
            for other in contacts
            if other != key
            and any(p.is_yes for p in topics[other])
            and _is_near(denials, topics[other])
            and _same_sides(denials[0], topics[other][0], camps)
        ]
        for other in met:
            account = topics[other][0]
            topics[other] = [*topics[other], *(_moved(p, account) for p in denials)]
        if met:
            del topics[key]
            contacts = [each for each in contacts if each != key]
    return topics


def _same_sides(one: Point, other: Point, camps: Camps) -> bool:
    if one.object is None or other.object is None:
        return False
    same = camps.are_one_side
    return (same(one.subject, other.subject) and same(one.object, other.object)) or (
        same(one.subject, other.object) and same(one.object, other.subject)
    )


def _moved(denial: Point, account: Point) -> Point:
    ends = f"{denial.subject.name} and {denial.object.name if denial.object else 'nobody'}"
    return replace(denial, subject=account.subject, object=account.object, note=f"denied of {ends}")


def _is_near(some: list[Point], others: list[Point]) -> bool:
    days = [p.claim.reported.first_on for p in some if p.claim.reported]
    other_days = [p.claim.reported.first_on for p in others if p.claim.reported]
    if not days or not other_days:
        return bool({p.document_id for p in some} & {p.document_id for p in others})
    return min(abs((a - b).days) for a in days for b in other_days) <= _NEAR_DAYS
