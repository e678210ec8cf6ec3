"""The answers of a game in words and tables, for the terminal and for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section, Table
from kutla.briefs.sections.lines import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kutla.coalitions import (
        Apportionment,
        Change,
        Coalition,
        Contender,
        Game,
        Group,
        Outlook,
        Power,
        PowerIndex,
        Race,
        Reach,
        Simulated,
    )

_Parts = list["Line | Table"]


def say_sets(game: Game, outlook: Outlook, best: Sequence[Coalition], title: str) -> Section:
    """Say how many sets win, whom all need, and give the best of them."""
    parts: _Parts = [Line(_quota_words(game)), *(_stand(outlook))]
    if best:
        parts.append(_sets_table(best, title))
    return Section("sets", "Who can reach the quota", tuple(parts))


def say_change(before: Outlook, after: Outlook) -> list[Line]:
    """Say what a change of the rules does to the numbers."""
    lines = [
        Line(f"Before: {_outlook_words(before)}"),
        Line(f"After: {_outlook_words(after)}"),
    ]
    gone = [group.label for group in before.needed_by_all if group not in after.needed_by_all]
    new = [group.label for group in after.needed_by_all if group not in before.needed_by_all]
    if gone and after.winning:
        lines.append(Line(f"No longer needed by all: {', '.join(gone)}."))
    if new:
        lines.append(Line(f"Newly needed by all: {', '.join(new)}."))
    return lines


def say_whatif(
    before: Outlook,
    after: Outlook,
    gained: Sequence[Coalition],
    lost: Sequence[Coalition],
    power: tuple[PowerIndex, PowerIndex] | None,
) -> Section:
    """Say what the rules that were added change."""
    parts: _Parts = [*say_change(before, after)]
    if gained:
        parts.append(_sets_table(gained, "Newly possible"))
    if lost:
        parts.append(_sets_table(lost, "No longer possible"))
    if not gained and not lost:
        parts.append(Line("None of the best sets is gained or lost."))
    if power is not None:
        parts.append(_shift_table(*power))
    return Section("whatif", "What that changes", tuple(parts))


def say_power(indices: Sequence[PowerIndex]) -> Section:
    """Give the indices side by side, as shares of one hundred."""
    first = indices[0]
    total = sum(power.group.seats for power in first.powers) or 1
    rows = tuple(
        (
            power.group.label,
            str(power.group.seats),
            _percent(power.group.seats / total),
            *(_percent(float(index.of(power.group.id).share)) for index in indices),
        )
        for power in first.powers
    )
    head = ("List", "Seats", "Seats, %", *(f"{index.name}, %" for index in indices))
    caption = f"Power of each list ({first.meaning.value} meaning), as shares of one hundred"
    parts: _Parts = [Table(caption, head, rows, (), frozenset(range(1, len(head))))]
    dummies = [power.group.label for power in first.powers if not power.raw]
    if dummies:
        parts.append(Line(f"Never decisive: {', '.join(dummies)}."))
    return Section("power", "Who matters", tuple(parts))


def say_seats(voted: Sequence[Group], found: Apportionment) -> Section:
    """Give the seats that votes come to, and say where lots would have to be drawn."""
    first = found.outcomes[0]
    rows = []
    for group in sorted(voted, key=lambda each: -each.seats):
        seats = sorted({outcome[group.id] for outcome in found.outcomes})
        said = " or ".join(map(str, seats))
        rows.append((group.label, f"{group.seats:,}", said))
    total = sum(first.values())
    title = f"{total:,} seats by {found.method.value}"
    parts: _Parts = [Table(title, ("List", "Votes", "Seats"), tuple(rows), (), frozenset({1, 2}))]
    out = [group.label for group in voted if group.id in found.excluded]
    if out:
        parts.append(Line(f"Below the threshold: {', '.join(out)}."))
    if found.is_tied:
        parts.append(Line("Votes tie for the last seats: the law's lot decides."))
    return Section("seats", "What the votes come to", tuple(parts))


def say_race(race: Race) -> Section:
    """Say how two blocs stand in the race for the undecided, and whose choice decides."""
    parts: _Parts = [_contender_line(race.first), _contender_line(race.second)]
    parts.append(
        Line(
            f"The undecided can go {race.allocations:,} ways; in {_percent(float(race.neither))} % "
            "of them neither bloc gets there. Each way counts the same: this is no forecast."
        )
    )
    rows = tuple(
        (
            swing.group.label,
            str(swing.group.seats),
            _from_to(swing.first),
            _from_to(swing.second),
        )
        for swing in race.swings
    )
    head = ("Undecided list", "Seats", "First bloc wins, %", "Second bloc wins, %")
    caption = "In how many of the ways each bloc wins without the list → with it"
    parts.append(Table(caption, head, rows, (), frozenset({1})))
    return Section("race", "The race", tuple(parts))


def say_changes(changes: Sequence[Change], labels: Mapping[str, str]) -> Section:
    """Say the fewest steps to a government with the sets asked about."""
    lines = []
    for change in changes:
        steps = [
            " and ".join(sorted(labels[each] for each in pair)) + " give up their refusal"
            for pair in change.lifted
        ]
        steps += [f"{group.label} ({group.seats}) is won over" for group in change.added]
        said = "; ".join(steps) or "nothing: they reach the quota already"
        lines.append(Line(f"{count(change.steps, 'step')}: {said} → {change.coalition}."))
    return Section("changes", "The fewest steps", tuple(lines))


def say_reach(found: Sequence[tuple[Coalition, Reach]], simulated: Simulated | None) -> Section:
    """Give the chances of the best sets, exact, and those of the lists, from draws."""
    rows = tuple(
        (
            _members(coalition),
            str(coalition.seats),
            f"{float(reach.expected):.1f}",
            _percent(float(reach.reaches)),
            _percent(float(reach.holds)),
            _percent(float(reach.governs)),
        )
        for coalition, reach in found
    )
    head = ("Lists", "Seats", "Expected", "Reaches, %", "Holds, %", "Both, %")
    caption = "What may come of the best sets, if all that is unsure is independent"
    parts: _Parts = [Table(caption, head, rows, (), frozenset(range(1, 6)))]
    if simulated is not None:
        parts.append(Line(f"Some set reaches the quota in {simulated.possible} of the draws."))
        needed = dict(simulated.needed)
        drawn = tuple(
            (group.label, str(group.seats), str(share), str(needed[group]))
            for group, share in sorted(simulated.power, key=lambda each: -each[1].mean)
        )
        parts.append(
            Table(
                f"Over {simulated.draws:,} draws, with standard errors",
                ("List", "Seats", "Banzhaf share", "Needed by all"),
                drawn,
                (),
                frozenset({1, 2, 3}),
            )
        )
    return Section("chances", "What is not sure", tuple(parts))


def _quota_words(game: Game) -> str:
    own = [group for group in game.groups if "/" not in group.id]
    held = sum(group.seats for group in own)
    needed = [f"{each.quota} {each.name}" for each in game.also]
    if game.quota > 1 or not needed:
        needed.insert(0, f"{game.quota}")
    said = f"{count(len(own), 'list')} with {held} seats; {', and '.join(needed)} are needed"
    for each in game.or_else:
        said += f", or {each.quota} {each.name} by themselves"
    return f"{said}."


def _stand(outlook: Outlook) -> list[Line]:
    lines = [Line(_outlook_words(outlook))]
    if outlook.winning:
        needed = [group.label for group in outlook.needed_by_all]
        lines.append(
            Line(
                f"Every one of them needs {' and '.join(needed)}."
                if needed
                else "No list is needed by every one of them."
            )
        )
    return lines


def _outlook_words(outlook: Outlook) -> str:
    if not outlook.winning:
        return "no set of lists wins."
    spared = (
        "can spare none of its lists" if outlook.minimal == 1 else "can spare none of their lists"
    )
    return f"{count(outlook.winning, 'set')} of lists win; {outlook.minimal:,} of them {spared}."


def _sets_table(best: Sequence[Coalition], title: str) -> Table:
    if any(each.quota <= 1 for each in best):  # the quota counts votes, not seats
        plain = tuple((_members(each), str(each.seats)) for each in best)
        return Table(title, ("Lists", "Seats"), plain, (), frozenset({1}))
    rows = tuple(
        (
            _members(each),
            str(each.seats),
            str(each.surplus),
        )
        for each in best
    )
    return Table(title, ("Lists", "Seats", "Surplus"), rows, (), frozenset({1, 2}))


def _members(coalition: Coalition) -> str:
    return ", ".join(f"{group.label} {group.seats}" for group in coalition.members)


def _shift_table(before: PowerIndex, after: PowerIndex) -> Table:
    def share(index: PowerIndex, power: Power) -> float:
        own = [each.share for each in index.powers if each.group.id == power.group.id]
        return float(own[0]) if own else 0.0

    rows = tuple(
        (
            power.group.label,
            str(power.group.seats),
            _percent(share(before, power)),
            _percent(float(power.share)),
            f"{100 * (float(power.share) - share(before, power)):+.1f}",
        )
        for power in after.powers
    )
    head = ("List", "Seats", "Before, %", "After, %", "Change")
    return Table(f"{after.name} power", head, rows, (), frozenset({1, 2, 3, 4}))


def _contender_line(one: Contender) -> Line:
    names = " + ".join(f"{group.label} {group.seats}" for group in one.members)
    lacking = f"lacks {one.lacks}" if one.lacks else "has enough"
    nearest = f"; nearest: {one.best[0]}" if one.best and one.lacks else ""
    return Line(
        f"{names} = {one.seats}, {lacking}; wins in {_percent(float(one.share))} % of the ways{nearest}."
    )


def _from_to(shares: tuple[object, object]) -> str:
    with_it, without = (float(each) for each in shares)  # type: ignore[arg-type]
    return f"{_percent(without)} → {_percent(with_it)}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
