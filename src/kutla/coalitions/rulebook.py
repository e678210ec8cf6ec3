"""Rules as people say them: "Harbour refuses Meadow", "9 of Orchard leave", "at most 4 lists".

One sentence a rule, in any order; ``RULES`` lists the forms. Names of groups may be shortened as
long as they stay unique.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kutla.coalitions import shaping
from kutla.coalitions.chances import Chances
from kutla.coalitions.game import Condition, Game, Threshold
from kutla.coalitions.naming import Names
from kutla.coalitions.support import Offer, Part, VoteRule, with_offers
from kutla.errors import UnknownRuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

RULES = (
    "A refuses B",
    "A refuses B with 70%",
    "lift A, B",
    "A only with B or C",
    "A only if C leads",
    "A, B together",
    "with A, B",
    "without A",
    "at most 4 lists",
    "A holds 48",
    "A holds 48 with 30%",
    "A comes with 60%",
    "9 of A leave",
    "5 of A one by one",
    "A supports from outside",
    "A abstains",
    "A supports from outside only with B or C never with D",
    "vote absolute",
    "range 3",
    "connected",
    "also 15 lists",
    "also 65% of population",
    "or 24 lists",
)


_PARTS = frozenset(part.value for part in Part)


@dataclass(frozen=True, slots=True)
class Asked:
    """A game as the rules shape it, and what they leave to chance."""

    game: Game
    chances: Chances = field(default_factory=Chances)

    @property
    def has_chances(self) -> bool:
        """Whether any rule is only likely."""
        return bool(self.chances.seats or self.chances.joins or self.chances.refusals)


@dataclass(slots=True)
class _Draft:
    """What the rules said so far; ``columns`` are further numbers by list, such as positions."""

    game: Game
    names: Names
    columns: Mapping[str, Mapping[str, float]]
    chamber: int | None = None
    vote: VoteRule = VoteRule.ABSOLUTE
    offers: list[Offer] = field(default_factory=list)
    leads: dict[str, str] = field(default_factory=dict)
    seats: dict[str, dict[int, Fraction]] = field(default_factory=dict)
    joins: dict[str, Fraction] = field(default_factory=dict)
    refusals: dict[frozenset[str], Fraction] = field(default_factory=dict)

    def column(self, name: str) -> Mapping[str, float]:
        if name not in self.columns:
            known = ", ".join(sorted(self.columns)) or "none"
            raise UnknownRuleError(
                f"the seats come without a column {name!r} (there is: {known}); add it to the file."
            )
        return self.columns[name]


def read_rules(
    game: Game,
    rules: Iterable[str],
    *,
    columns: Mapping[str, Mapping[str, float]] | None = None,
    names: Mapping[str, Iterable[str]] | None = None,
    chamber: int | None = None,
) -> Asked:
    """Shape a game by rules in words.

    ``columns`` gives further numbers by group id (``position`` for ranges; anything for further
    quotas), ``names`` other names of groups by id, ``chamber`` the seats of the house where the
    groups do not hold them all. Raises UnknownRuleError for a rule or a name that is not
    understood, CoalitionError for rules that cannot hold together.
    """
    draft = _Draft(game, Names(game, names), columns or {}, chamber)
    for rule in rules:
        _take(draft, rule)
    shaped = shaping.led_by(draft.game, draft.leads) if draft.leads else draft.game
    if draft.offers or draft.vote is not VoteRule.ABSOLUTE:
        shaped = with_offers(shaped, draft.offers, rule=draft.vote, chamber=draft.chamber)
    seats = {each: _complete(game, each, figures) for each, figures in draft.seats.items()}
    if seats and draft.vote is VoteRule.SIMPLE:
        raise UnknownRuleError(
            f"'vote {draft.vote}' needs sure figures; leave the chance out of the 'holds' rules."
        )
    for group in shaped.groups:  # who supports from outside brings the same unsure seats
        owner, _, part = group.id.rpartition("/")
        if owner in seats and part in _PARTS:
            seats[group.id] = seats[owner]
    return Asked(shaped, Chances(seats, draft.joins, draft.refusals))


def _complete(game: Game, group_id: str, figures: Mapping[int, Fraction]) -> dict[int, Fraction]:
    """Leave what the rules do not give away to the figure the game has."""
    rest = 1 - sum(figures.values())
    if rest < 0:
        raise UnknownRuleError(
            f"the chances of what {game.label(group_id)} holds come to more than 100%; lower them."
        )
    own = game.seats_of[group_id]
    return {**figures, own: figures.get(own, Fraction(0)) + rest} if rest else dict(figures)


def _take(draft: _Draft, rule: str) -> None:
    found: list[str] = []

    def keep(match: re.Match[str]) -> str:
        found.append(draft.names.find(match.group()))
        return f"#{len(found) - 1}"

    shape = " ".join(draft.names.pattern.sub(keep, rule).split()).rstrip(".")
    for pattern, act in _FORMS:
        match = pattern.fullmatch(shape)
        if match is not None:
            act(draft, _Said(rule, match, tuple(found)))
            return
    raise UnknownRuleError(_not_understood(draft, rule, shape))


def _not_understood(draft: _Draft, rule: str, shape: str) -> str:
    """Say that a rule is not understood; a name that nobody here has is said instead."""
    strange = re.sub(r"#\d+|[\d.%,]+", "|", shape)
    for run in strange.split("|"):
        name = " ".join(word for word in run.split() if word.lower() not in _WORDS)
        if name and any(form.fullmatch(shape.replace(name, "#0")) for form, _ in _FORMS):
            draft.names.find(name)
    return f"the rule {rule!r} is not understood; write it as one of: {'; '.join(RULES)}."


@dataclass(frozen=True, slots=True)
class _Said:
    rule: str
    match: re.Match[str]
    ids: tuple[str, ...]

    def group(self, name: str) -> str:
        [found] = self.groups(name)
        return found

    def groups(self, name: str) -> tuple[str, ...]:
        text = self.match.groupdict().get(name) or ""
        return tuple(self.ids[int(each)] for each in re.findall(r"#(\d+)", text))

    def number(self, name: str = "number") -> int:
        return int(self.match[name])

    @property
    def chance(self) -> Fraction | None:
        text = self.match.groupdict().get("chance")
        if text is None:
            return None
        chance = Fraction(text) / 100
        if chance > 1:
            raise UnknownRuleError(f"{self.rule!r}: a chance is at most 100%.")
        return chance


def _refuses(draft: _Draft, said: _Said) -> None:
    for other in said.groups("others"):
        pair = frozenset({said.group("who"), other})
        if len(pair) != 2:
            raise UnknownRuleError(f"{said.rule!r}: a list cannot refuse itself.")
        if said.chance is None:
            draft.game = replace(draft.game, incompatible=draft.game.incompatible | {pair})
        else:
            kept = draft.game.incompatible - {pair}
            draft.game = replace(draft.game, incompatible=kept)
            draft.refusals[pair] = said.chance


def _lift(draft: _Draft, said: _Said) -> None:
    freed = frozenset(said.groups("who"))
    kept = frozenset(each for each in draft.game.incompatible if not each <= freed)
    if kept == draft.game.incompatible:
        raise UnknownRuleError(f"{said.rule!r}: no refusal between these is known to be lifted.")
    draft.game = replace(draft.game, incompatible=kept)


def _only_with(draft: _Draft, said: _Said) -> None:
    condition = Condition(frozenset(said.groups("who")), frozenset(said.groups("others")))
    if len(condition.when) == len(condition.then) == 1:
        pair = (*condition.when, *condition.then)
        draft.game = replace(draft.game, only_if=(*draft.game.only_if, (pair[0], pair[1])))
    else:
        draft.game = replace(draft.game, conditions=(*draft.game.conditions, condition))


def _leads(draft: _Draft, said: _Said) -> None:
    draft.leads[said.group("who")] = said.group("others")


def _together(draft: _Draft, said: _Said) -> None:
    block = frozenset(said.groups("who"))
    draft.game = replace(draft.game, together=(*draft.game.together, block))


def _with(draft: _Draft, said: _Said) -> None:
    draft.game = draft.game.having(*said.groups("who"))


def _without(draft: _Draft, said: _Said) -> None:
    draft.game = draft.game.without(*said.groups("who"))


def _at_most(draft: _Draft, said: _Said) -> None:
    if not said.number():
        raise UnknownRuleError(f"{said.rule!r}: a coalition has at least one list.")
    draft.game = replace(draft.game, max_members=said.number())


def _holds(draft: _Draft, said: _Said) -> None:
    if said.chance is None:
        draft.game = draft.game.with_seats(said.group("who"), said.number())
    else:
        draft.seats.setdefault(said.group("who"), {})[said.number()] = said.chance


def _comes(draft: _Draft, said: _Said) -> None:
    draft.joins[said.group("who")] = said.chance if said.chance is not None else Fraction(1)


def _leave(draft: _Draft, said: _Said) -> None:
    draft.game = shaping.split(draft.game, said.group("who"), said.number())


def _one_by_one(draft: _Draft, said: _Said) -> None:
    text = said.match["number"]
    draft.game = shaping.individuals(draft.game, said.group("who"), int(text) if text else None)


def _outside(draft: _Draft, said: _Said) -> None:
    part = Part.ABSTAINS if said.match["part"].lower() == "abstains" else Part.OUTSIDE
    only, never = frozenset(said.groups("only")), frozenset(said.groups("never"))
    draft.offers += [Offer(each, part, only, never) for each in said.groups("who")]


def _vote(draft: _Draft, said: _Said) -> None:
    draft.vote = VoteRule(said.match["vote"].lower())


def _range(draft: _Draft, said: _Said) -> None:
    most = float(said.match["number"])
    draft.game = shaping.within_range(draft.game, draft.column("position"), most)


def _connected(draft: _Draft, _said: _Said) -> None:
    draft.game = shaping.connected(draft.game, draft.column("position"))


def _threshold(draft: _Draft, said: _Said) -> None:
    name, number = said.match["column"].lower(), Fraction(said.match["number"])
    weights = None
    total = len(draft.game.groups)
    if name not in ("lists", "list", "members"):
        column = draft.column(name)
        weights = {each: int(own) for each, own in column.items() if each in draft.game.seats_of}
        total = sum(weights.values())
    if said.match["share"]:
        number = number * total / 100
    quota = -(-number.numerator // number.denominator)
    further = Threshold("lists", quota) if weights is None else Threshold.of(name, quota, weights)
    if said.match["kind"].lower() == "also":
        draft.game = replace(draft.game, also=(*draft.game.also, further))
    else:
        draft.game = replace(draft.game, or_else=(*draft.game.or_else, further))


_ONE = r"#\d+"
_SOME = rf"{_ONE}(?:(?:\s*,\s*|\s+(?:and|or)\s+|\s*,\s*(?:and|or)\s+){_ONE})*"
_CHANCE = r"(?:\s+(?:with|at|by)\s+(?P<chance>\d+(?:\.\d+)?)\s*%)"
_SHAPES: tuple[tuple[str, Callable[[_Draft, _Said], None]], ...] = (
    (rf"(?P<who>{_ONE}) refuses? (?P<others>{_SOME}){_CHANCE}?", _refuses),
    (rf"lift (?P<who>{_SOME})", _lift),
    (rf"(?P<who>{_ONE}) only if (?P<others>{_ONE}) leads", _leads),
    (rf"(?P<who>{_SOME}) only (?:with|if) (?P<others>{_SOME})", _only_with),
    (rf"(?P<who>{_SOME}) (?:come )?together", _together),
    (rf"with (?P<who>{_SOME})", _with),
    (rf"without (?P<who>{_SOME})", _without),
    (r"at most (?P<number>\d+)(?: (?:lists|members|partners|parties))?", _at_most),
    (rf"(?P<who>{_ONE}) (?:holds|has) (?P<number>\d+)(?: seats)?{_CHANCE}?", _holds),
    (rf"(?P<who>{_ONE}) (?:comes|joins){_CHANCE}", _comes),
    (rf"(?P<number>\d+) (?:members )?of (?P<who>{_ONE}) (?:leave|split off|join)", _leave),
    (rf"(?:(?P<number>\d+) (?:members )?of )?(?P<who>{_ONE}) one by one", _one_by_one),
    (
        (
            rf"(?P<who>{_SOME}) (?P<part>supports? from outside|abstains?)"
            rf"(?: only with (?P<only>{_SOME}))?(?: never with (?P<never>{_SOME}))?"
        ),
        _outside,
    ),
    (r"vote (?P<vote>absolute|simple|negative)", _vote),
    (r"range (?P<number>\d+(?:\.\d+)?)", _range),
    (r"connected", _connected),
    (
        r"(?P<kind>also|or) (?P<number>\d+(?:\.\d+)?)\s*(?P<share>%)?(?: of)? (?P<column>\w+)",
        _threshold,
    ),
)
_FORMS = tuple((re.compile(shape, re.IGNORECASE), act) for shape, act in _SHAPES)
_WORDS = frozenset(
    word
    for form in (
        *RULES,
        "refuse and come join joins has if split off list members parties seats by",
    )
    for word in form.lower().replace(",", " ").split()
)
