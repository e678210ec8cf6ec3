"""Coalition arithmetic against brute force and against the limits that were set for it."""

from __future__ import annotations

import random
from itertools import combinations
from time import perf_counter

from kutla.coalitions import (
    Game,
    Group,
    banzhaf,
    count_minimal_winning,
    count_winning,
    enumerate_coalitions,
    sample,
    shapley_shubik,
)
from kutla.coalitions.brute import minimal_winning_sets, winning_sets

SEATS = (54, 47, 42, 25, 25, 21, 19, 18, 14, 8, 6, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, *(1,) * 15)
"""37 lists of 329 seats, shaped like Iraq's chamber of 2018."""


def chamber(lists: int, vetoes: int, *, seed: int = 5) -> Game:
    groups = tuple(Group(f"g{index}", f"List {index}", SEATS[index]) for index in range(lists))
    pairs = [frozenset(pair) for pair in combinations([group.id for group in groups], 2)]
    chosen = random.Random(seed).sample(pairs, vetoes)
    quota = sum(SEATS[:lists]) // 2 + 1
    return Game(groups, quota, incompatible=frozenset(chosen))


def two_hundred() -> Game:
    draw = random.Random(7)
    seats = [draw.randint(1, 40) for _ in range(200)]
    groups = tuple(Group(f"g{index}", f"G{index}", own) for index, own in enumerate(seats))
    return Game(groups, sum(seats) // 2 + 1)


def best_of(work, *, times: int = 5) -> float:
    taken = []
    for _ in range(times):
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
    (
        "37 lists, 40 vetoes: 1,000 samples",
        lambda: sample(chamber(37, 40), number=1000, seed=1),
        0.5,
    ),
    ("37 lists, no veto: Banzhaf, exact", lambda: banzhaf(chamber(37, 0)), 0.01),
    ("37 lists, no veto: Shapley–Shubik, exact", lambda: shapley_shubik(chamber(37, 0)), 0.1),
    ("200 groups, no veto: Banzhaf, exact", lambda: banzhaf(two_hundred()), 0.05),
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
        taken = best_of(work, times=3)
        print(f"| {name} | {limit} | {taken:.4f} | {taken / limit:.2f} |")


def main() -> None:
    against_brute_force()
    print()
    against_limits()


if __name__ == "__main__":
    main()
