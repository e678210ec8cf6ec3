"""What changed between two states, and why: on either clock, or on both at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.ledger.judgement import Rulings
from kutla.state.state import Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kutla.state.state import Evidence, Fact, State

_OVER = frozenset({Standing("superseded"), Standing("retracted")})
_NAMED = frozenset({Standing.CONTESTED, Standing.SETTLED})


@dataclass(frozen=True, slots=True)
class Change:
    """One fact before and after, with what was said for the first time and what counts no more.

    ``before`` is None for what is new, ``after`` for what is withdrawn. ``reasons`` are clauses
    without a full stop, the most telling first.
    """

    before: Fact | None
    after: Fact | None
    came: tuple[Evidence, ...] = ()
    went: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def fact(self) -> Fact:
        """The fact as it is, or as it was where it is no more."""
        fact = self.after or self.before
        if fact is None:
            raise ValueError("a change has a fact on one side at least")
        return fact


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs, each fact under every heading that it belongs to.

    ``changed`` lead with another reading; ``newly_contested`` and ``newly_settled`` have turned to
    that standing, ``ended`` to superseded or retracted, ``turned`` to any other (contested no
    more, say); ``withdrawn`` are there no more; of ``supported`` only the evidence grew: another independent story says the same.
    """

    before: State
    after: State
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    newly_contested: tuple[Change, ...]
    newly_settled: tuple[Change, ...]
    ended: tuple[Change, ...]
    turned: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    supported: tuple[Change, ...]

    @property
    def sections(self) -> tuple[tuple[str, tuple[Change, ...]], ...]:
        """Every heading with its changes, in the order in which a reader asks."""
        return (
            ("new", self.new),
            ("changed", self.changed),
            ("newly contested", self.newly_contested),
            ("newly settled", self.newly_settled),
            ("ended", self.ended),
            ("turned", self.turned),
            ("withdrawn", self.withdrawn),
            ("further support", self.supported),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any(changes for _, changes in self.sections)


def diff(
    before: State,
    after: State,
    *,
    rulings: Rulings | None = None,
    read: Collection[str] | None = None,
) -> Diff:
    """Compare two states fact by fact.

    A fact is the same if it rests on the same claims, even under a fuller name, else if it is
    about the same thing. ``rulings`` are the judgements that stand after, ``read`` the ids of the
    claims of the latest readings after: with both, a claim that counts no more has its reason.
    """
    why = _Why(before, after, rulings or Rulings(), None if read is None else frozenset(read))
    pairs = _paired(before.facts, after.facts)
    both = [_change(before_, after_, why) for before_, after_ in pairs if before_ and after_]
    return Diff(
        before,
        after,
        new=tuple(_change(None, new, why) for old, new in pairs if new and old is None),
        changed=tuple(each for each in both if _reading(each.before) != _reading(each.after)),
        newly_contested=_turned(both, {Standing.CONTESTED}),
        newly_settled=_turned(both, {Standing.SETTLED}),
        ended=_turned(both, _OVER),
        turned=_turned(both, set(Standing) - _OVER - _NAMED),
        withdrawn=tuple(_change(old, None, why) for old, new in pairs if old and new is None),
        supported=tuple(each for each in both if _is_only_supported(each)),
    )


def _reading(fact: Fact | None) -> tuple[object, ...]:
    return () if fact is None else (fact.value, fact.polarity, fact.modality)


def _turned(both: list[Change], to: Collection[Standing]) -> tuple[Change, ...]:
    return tuple(
        each
        for each in both
        if each.before and each.after
        if each.after.standing in to and each.before.standing is not each.after.standing
    )


def _is_only_supported(change: Change) -> bool:
    before, after = change.before, change.after
    if before is None or after is None or _reading(before) != _reading(after):
        return False
    more = after.alternatives[0].stories > before.alternatives[0].stories
    return more and before.standing is after.standing


def _paired(old: tuple[Fact, ...], new: tuple[Fact, ...]) -> list[tuple[Fact | None, Fact | None]]:
    """Pair facts of two states: by the claims they share, the most first, else by their ids."""
    match: dict[int, int] = {}
    paired: set[int] = set()
    for one, other in _candidates(old, new):
        if one not in paired and other not in match:
            match[other] = one
            paired.add(one)
    pairs: list[tuple[Fact | None, Fact | None]] = [
        (old[match[place]] if place in match else None, fact) for place, fact in enumerate(new)
    ]
    return [*pairs, *((fact, None) for place, fact in enumerate(old) if place not in paired)]


def _candidates(old: tuple[Fact, ...], new: tuple[Fact, ...]) -> list[tuple[int, int]]:
    """Give the places of facts that may be one, the likeliest pair first."""
    holders: dict[str, list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    by_id = {fact.id: place for place, fact in enumerate(new)}
    for place, fact in enumerate(new):
        for id_ in _ids(fact):
            holders[id_].append(place)
    for place, fact in enumerate(old):
        if fact.id in by_id:
            shared[place, by_id[fact.id]] += 0
        for id_ in _ids(fact):
            for other in holders[id_]:
                shared[place, other] += 1
    return sorted(
        shared, key=lambda pair: (-shared[pair], old[pair[0]].id != new[pair[1]].id, *pair)
    )


@dataclass(frozen=True, slots=True)
class _Why:
    """What is needed to say why a claim counts now, or counts no more."""

    before: State
    after: State
    rulings: Rulings
    read: frozenset[str] | None

    def reasons(self, came: tuple[Evidence, ...], went: tuple[Evidence, ...]) -> tuple[str, ...]:
        voices = dict.fromkeys(_who(i) for i in came if not self._entered(i) and i.is_counted)
        said = (f"said by {'; '.join(voices)}",) if voices else ()
        told = [
            *(each for item in came if (each := self._entered(item))),
            *(self._went(item) for item in went),
        ]
        return (*said, *dict.fromkeys(told))

    def _entered(self, item: Evidence) -> str:
        by = self.rulings.entered.get(item.claim.id) or self.rulings.accepted.get(item.claim.id)
        if by is None:
            return ""
        verb = "vouched for" if item.claim.id in self.rulings.accepted else "entered"
        return f"what {_who(item)} said was {verb} by {by.judged_by}{_because(by.reason)}"

    def _went(self, item: Evidence) -> str:
        id_ = item.claim.id
        for verb, judgements in (
            ("rejected", self.rulings.rejected),
            ("corrected", self.rulings.corrected),
        ):
            if id_ in judgements:
                by = judgements[id_]
                return f"what {_who(item)} said was {verb} by {by.judged_by}{_because(by.reason)}"
        if self.read is not None and id_ not in self.read:
            return f"the latest reading of the report by {_who(item)} does not find it any more"
        if any(id_ in _ids(fact) for fact in self.after.facts):
            return f"what {_who(item)} said is counted under another fact now"
        if self.after.valid_on != self.before.valid_on:
            return f"what {_who(item)} said is not of {self.after.valid_on}"
        return f"what {_who(item)} said does not count any more"


def _ids(fact: Fact) -> Mapping[str, Evidence]:
    return {item.claim.id: item for item in (*fact.support, *fact.dissent)}


def _who(item: Evidence) -> str:
    """Name a voice, who carried it and when: "Ana Rusk in the Herald, 2031-07-01"."""
    outlet = item.outlet or "a report of unknown outlet"
    speaker = item.claim.speaker
    who = outlet if speaker is None else f"{speaker.name} in {outlet}"
    reported = item.claim.reported
    if reported is None:
        return who
    day = str(reported) if "/" not in str(reported) else f"by {reported.last_on}"
    return f"{who} ({day})"


def _because(reason: str) -> str:
    return f": {reason}" if reason else ""


def _change(before: Fact | None, after: Fact | None, why: _Why) -> Change:
    old = {} if before is None else _ids(before)
    new = {} if after is None else _ids(after)
    came = tuple(item for id_, item in new.items() if id_ not in old)
    went = tuple(item for id_, item in old.items() if id_ not in new)
    reasons = why.reasons(came, went)
    if before is not None and after is not None and before.reason != after.reason:
        reasons = (after.reason, *reasons)
    if not reasons and after is not None and before is not None:
        reasons = (after.reason,)
    return Change(before, after, came, went, reasons)
