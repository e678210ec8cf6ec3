"""Who speaks for whom: the lists a person leads, by the register and by the claims themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.vocabulary import POLITICAL_GROUPS, EntityKind, Referent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kutla.claims import Claim
    from kutla.register import Register

_OWNED = re.compile(
    r"^(?P<owner>.+?)['’]s (?:\w+ )?(?:(?P<joint>alliance|coalition|bloc)|list|party|movement)\b"
    r"(?P<partner> with\b)?",
    re.IGNORECASE,
)
_HOUSEHOLD = re.compile(
    r"^(?P<owner>.+?)['’]s (?:\w+ )?(?:office|camp|team|aides?|spokes(?:man|woman|person))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Camps:
    """A register, and who leads which list by the claims where the register does not say."""

    register: Register
    led: Mapping[str, tuple[Referent, ...]]
    belongs: Mapping[str, tuple[Referent, ...]]

    @classmethod
    def of(cls, claims: Iterable[Claim], register: Register) -> Camps:
        """Note which lists the claims say that a person leads or belongs to."""
        told: dict[str, dict[str, dict[str, Referent]]] = {"leads": {}, "member_of": {}}
        for claim in claims:
            target = claim.object
            is_told = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ACTUAL
            if claim.kind in told and is_told and target and target.kind in POLITICAL_GROUPS:
                told[claim.kind].setdefault(claim.subject.key, {})[target.key] = target
        led, belongs = (
            {person: tuple(lists.values()) for person, lists in told[kind].items()}
            for kind in ("leads", "member_of")
        )
        return cls(register, led, belongs)

    def settled(
        self,
        referent: Referent,
        on: date | None,
        *,
        is_seats: bool = False,
        is_joined: bool = False,
    ) -> tuple[Referent, str]:
        """Give the actor a name stands for, in the register's words, with a note on how.

        ``is_joined`` says that others join it: then "X's coalition" is more than X's own list.
        """
        found = _OWNED.match(referent.name)
        is_own = found is not None and not (is_joined and found["joint"])
        owned = self._owned(referent, on) if is_own else None
        if owned is not None:
            return owned, f"named as {referent.name}"
        if is_seats and referent.kind is EntityKind.PERSON:
            led = self.list_of(referent, on)
            if led is not None:
                return led, f"said of {self._name(referent)}, who leads it"
        entity = self.register.find_entity(referent.entity_id) if referent.entity_id else None
        return (Referent(entity.name, entity.id, entity.kind) if entity else referent), ""

    def list_of(self, person: Referent, on: date | None) -> Referent | None:
        """Give the one list that a person led at the election next to a day."""
        election = self.register.election_on_or_before(on) if on is not None else None
        stood = {entity_id for entity_id, _ in election.results} if election else set()
        day = election.held_on.first_on if election else None
        led = {
            tenure.other
            for tenure in self.register.tenures_of(person.entity_id or "")
            if tenure.role == "leads"
            and tenure.other in stood
            and (tenure.valid is None or day is None or day in tenure.valid)
        }
        if len(led) == 1:
            entity = self.register.entity(led.pop())
            return Referent(entity.name, entity.id, entity.kind)
        told = self.led.get(person.key, ())
        return told[0] if len(told) == 1 and not led else None

    def are_one_side(self, one: Referent, other: Referent) -> bool:
        """Whether two names mean one side: the same, or a leader and what he leads."""
        return bool(self._side(one) & self._side(other))

    def _side(self, referent: Referent) -> frozenset[str]:
        household = _HOUSEHOLD.match(referent.name)
        if household and referent.entity_id is None:
            owner = self.register.match(household["owner"]).entity_id
            referent = Referent(household["owner"], owner, EntityKind.PERSON)
        if referent.kind is not EntityKind.PERSON:
            return frozenset({referent.key})
        tenures = self.register.tenures_of(referent.entity_id or "")
        by_register = {tenure.other for tenure in tenures if tenure.role == "leads"}
        by_claims = {each.key for each in self.led.get(referent.key, ())}
        return frozenset({referent.key, *by_register, *by_claims})

    def _owned(self, referent: Referent, on: date | None) -> Referent | None:
        """Read "X's alliance" as the list X leads, "X's alliance with Y" too: never as Y."""
        found = _OWNED.match(referent.name)
        if found is None or (referent.is_resolved and not found["partner"]):
            return None
        owner = self.register.match(found["owner"], on=on).entity_id
        person = Referent(found["owner"], owner, EntityKind.PERSON)
        led = self.list_of(person, on)
        theirs = () if found["joint"] else self.belongs.get(person.key, ())
        return led or (self.settled(theirs[0], on)[0] if len(theirs) == 1 else None)

    def _name(self, referent: Referent) -> str:
        entity = self.register.find_entity(referent.entity_id) if referent.entity_id else None
        return entity.name if entity else referent.name
