"""Coalition arithmetic against brute force, a peer where it is installed, and the limits set for it."""

from __future__ import annotations

import random
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from time import perf_counter

from kutla.coalitions import (
    Chances,
    Condition,
    Game,
    Group,
    Meaning,
    Threshold,
    banzhaf,
    count_minimal_winning,
    count_winning,
    enumerate_coalitions,
    johnston,
    sample,
    shapley_shubik,
    simulate,
)
from kutla.coalitions.brute import minimal_winning_sets, winning_sets
from kutla.coalitions.diagram import diagrams_of

SEATS = (54, 47, 42, 25, 25, 21, 19, 18, 14, 8, 6, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, *(1,) * 15)
"""37 lists of 329 seats, shaped like Iraq's chamber of 2018."""
PEOPLE = (
    83167, 67320, 59641, 47333, 37958, 19329, 17408, 11522, 10719, 10694, 10328, 10296, 9770, 8901,
    6951, 5823, 5525, 5458, 4964, 4058, 2794, 2096, 1908, 1329, 888, 626, 515,
)  # fmt: skip
"""The European Union of 27 on 1 January 2020, in thousands (Eurostat)."""


def chamber(lists: int, vetoes: int, *, seed: int = 5) -> Game:
    groups = tuple(Group(f"g{index}", f"List {index}", SEATS[index]) for index in range(lists))
    pairs = [frozenset(pair) for pair in combinations([group.id for group in groups], 2)]
    chosen = random.Random(seed).sample(pairs, vetoes)
    quota = sum(SEATS[:lists]) // 2 + 1
    return Game(groups, quota, incompatible=frozenset(chosen))


def conditional() -> Game:
    """40 vetoes and 20 conditions: "A only with B or C"."""
    game = chamber(37, 40)
    draw = random.Random(3)
    ids = [group.id for group in game.groups]
    conditions = tuple(
        Condition(frozenset({one}), frozenset({other, third}))
        for one, other, third in (draw.sample(ids, 3) for _ in range(20))
    )
    return replace(game, conditions=conditions)


def council() -> Game:
    """The Council of the European Union with its blocking clause."""
    groups = tuple(Group(f"s{index:02}", f"State {index}", own) for index, own in enumerate(PEOPLE))
    quota = -(-65 * sum(PEOPLE) // 100)
    return Game(groups, quota, also=(Threshold("states", 15),), or_else=(Threshold("states", 24),))


def two_hundred() -> Game:
    draw = random.Random(7)
    seats = [draw.randint(1, 40) for _ in range(200)]
    groups = tuple(Group(f"g{index}", f"G{index}", own) for index, own in enumerate(seats))
    return Game(groups, sum(seats) // 2 + 1)


def unsure() -> Chances:
    """Every list of 37 may hold one seat more or less."""
    return Chances(
        seats={
            f"g{index}": {own - 1: 0.25, own: 0.5, own + 1: 0.25} for index, own in enumerate(SEATS)
        }
    )


def best_of(work, *, times: int = 5) -> float:
    taken = []
    for _ in range(times):
        diagrams_of.cache_clear()  # no answer is kept from the time before
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return min(taken)


LIMITS = (
    ("37 lists, 40 vetoes: count winning", lambda: count_winning(chamber(37, 40)), 0.005),
    ("37 lists, 40 vetoes: count minimal", lambda: count_minimal_winning(chamber(37, 40)), 0.005),
    ("37 lists, 40 vetoes: ten best", lambda: list(enumerate_coalitions(chamber(37, 40))), 0.005),
    ("37 lists, 40 vetoes: Banzhaf, exact", lambda: banzhaf(chamber(37, 40)), 0.01),
    ("37 lists, 40 vetoes: Shapley–Shubik, exact", lambda: shapley_shubik(chamber(37, 40)), 0.1),
    ("37 lists, 40 vetoes: Johnston, exact", lambda: johnston(chamber(37, 40)), None),
    (
        "37 lists, 40 vetoes: Shapley–Shubik, restricted game",
        lambda: shapley_shubik(chamber(37, 40), meaning=Meaning.RESTRICTED),
        None,
    ),
    (
        "37 lists, 40 vetoes: 1,000 samples",
        lambda: sample(chamber(37, 40), number=1000, seed=1),
        0.5,
    ),
    ("… and 20 conditions: count minimal", lambda: count_minimal_winning(conditional()), 1),
    ("… and 20 conditions: ten best", lambda: list(enumerate_coalitions(conditional())), 1),
    ("… and 20 conditions: Banzhaf, exact", lambda: banzhaf(conditional()), 1),
    ("… and 20 conditions: Shapley–Shubik, exact", lambda: shapley_shubik(conditional()), 1),
    ("37 lists, no veto: Banzhaf, exact", lambda: banzhaf(chamber(37, 0)), 0.01),
    ("37 lists, no veto: Shapley–Shubik, exact", lambda: shapley_shubik(chamber(37, 0)), 0.1),
    ("200 groups: Banzhaf, exact", lambda: banzhaf(two_hundred()), 0.05),
    (
        "200 groups: Shapley–Shubik, floating point",
        lambda: shapley_shubik(two_hundred(), exact=False),
        0.5,
    ),
    ("200 groups: Shapley–Shubik, exact", lambda: shapley_shubik(two_hundred()), 60),
    ("EU of 27, blocking clause: count", lambda: count_winning(council()), 0.1),
    ("EU of 27, blocking clause: Banzhaf, exact", lambda: banzhaf(council()), None),
    (
        "10,000 draws of 37 unsure lists, exact Banzhaf in each",
        lambda: simulate(chamber(37, 0), unsure(), draws=10_000, seed=1),
        2,
    ),
)


def against_brute_force() -> None:
    print("| question | lists | vetoes | brute force, s | kutla, s | times faster | same answer |")
    print("|---|---|---|---|---|---|---|")
    for lists, vetoes in ((8, 6), (10, 10), (12, 12), (14, 12)):
        game = chamber(lists, vetoes)
        for name, slow, fast in (
            ("count winning", winning_sets, count_winning),
            ("count minimal", minimal_winning_sets, count_minimal_winning),
        ):
            if name == "count minimal" and lists > 12:
                continue
            slow_s = best_of(lambda slow=slow, game=game: slow(game), times=1)
            fast_s = best_of(lambda fast=fast, game=game: fast(game))
            same = "yes" if len(slow(game)) == fast(game) else "NO"
            times = f"{slow_s:.3f} | {fast_s:.5f} | {slow_s / fast_s:,.0f}"
            print(f"| {name} | {lists} | {vetoes} | {times} | {same} |")


def against_limits() -> None:
    print("| question | limit, s | kutla, s | share of the limit |")
    print("|---|---|---|---|")
    for name, work, limit in LIMITS:
        taken = best_of(work, times=1 if limit == 60 else 5)
        share = f"{taken / limit:.2f}" if limit else "–"
        print(f"| {name} | {limit or '–'} | {taken:.4f} | {share} |")


def against_a_peer() -> None:
    """The indices of ``powerindex``, which knows weighted games without vetoes."""
    if find_spec("powerindex") is None:
        print("powerindex is not installed (`pip install powerindex`): no peer in this run.")
        return
    make_peer = import_module("powerindex").Game

    print("| index, no veto | lists | powerindex, s | kutla, s | times faster | same to 1e-9 |")
    print("|---|---|---|---|---|---|")
    for game in (chamber(37, 0), two_hundred()):
        seats = [group.seats for group in game.groups]
        for index, ours, call in (
            ("Banzhaf", lambda game=game: banzhaf(game), "calc_banzhaf"),
            ("Shapley–Shubik", lambda game=game: shapley_shubik(game), "calc_shapley_shubik"),
        ):
            if index == "Shapley–Shubik" and len(seats) > 100:
                continue  # the peer runs out of memory
            peer = make_peer(game.quota, seats)
            slow = best_of(getattr(peer, call), times=1)
            fast = best_of(ours, times=3)
            found = ours()
            theirs = peer.banzhaf if index == "Banzhaf" else peer.shapley_shubik
            same = all(
                abs(float(found.of(group.id).share) - value) < 1e-9
                for group, value in zip(game.groups, theirs, strict=True)
            )
            times = f"{slow:.4f} | {fast:.4f} | {slow / fast:.1f}"
            print(f"| {index} | {len(seats)} | {times} | {'yes' if same else 'NO'} |")


def main() -> None:
    against_brute_force()
    print()
    against_limits()
    print()
    against_a_peer()


if __name__ == "__main__":
    main()
