"""Matching names against a register of 5,000, beside the limit and rapidfuzz's best of all."""

from __future__ import annotations

import gc
import random
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from kutla.register import Alias, Entity, Register, load_parliament
from kutla.vocabulary import Chamber, EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = 5_000
MENTIONS = 400_000
LIMIT = 50_000
"""Mentions a second against 5,000 names."""
STRANGERS = 0.15
"""Share of mentions of people no register knows, from as many strangers as there are names."""
_SPELLINGS = (
    ("ou", "u"), ("ee", "i"), ("q", "k"), ("ss", "s"), ("Moh", "Muh"), ("i", "y"), ("al-", ""),
    ("dh", "z"), ("e", "a"), ("kh", "ch"), ("aa", "a"), ("u", "ou"),
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One measure: how many mentions a second."""

    what: str
    mentions: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.mentions / self.seconds


def register_of(names: Sequence[str]) -> Register:
    return Register(
        "bench",
        "Bench",
        Chamber("House", 329),
        tuple(Entity(f"e{at}", EntityKind.PERSON, name) for at, name in enumerate(names)),
        tuple(Alias(f"e{at}", name) for at, name in enumerate(names)),
    )


def people(draw: random.Random, count: int) -> list[str]:
    """Give that many names: first and last words of Iraq's register, put together anew."""
    iraq = load_parliament("iraq")
    rows = [
        alias.text.split()
        for alias in iraq.aliases
        if alias.text.isascii()
        and " " in alias.text
        and iraq.entity(alias.entity_id).kind is EntityKind.PERSON
    ]
    found: dict[str, None] = {}
    while len(found) < count:
        found[f"{draw.choice(rows)[0]} {draw.choice(rows)[-1]}"] = None
    return list(found)


def respelt(draw: random.Random, name: str) -> str:
    """Give a spelling that no alias has, as another paper would write it."""
    for old, new in draw.sample(_SPELLINGS, len(_SPELLINGS)):
        if old in name:
            return name.replace(old, new, 1)
    return name + "h"


def stranger(draw: random.Random) -> str:
    return " ".join(
        "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(3)).title()
        for _ in range(2)
    )


def stream(draw: random.Random, names: Sequence[str]) -> list[str]:
    """Give mentions as news has them: few names often, most rarely, some spelt otherwise."""
    written = [
        [name, name, *(respelt(draw, name) for _ in range(at % 5 == 0))]
        for at, name in enumerate(names)
    ]
    unknown = [[stranger(draw)] for _ in names]
    weights = [1 / (rank + 1) for rank in range(len(names))]
    known_at = draw.choices(written, weights, k=MENTIONS)
    unknown_at = draw.choices(unknown, weights, k=MENTIONS)
    return [
        draw.choice(other if draw.random() < STRANGERS else one)
        for one, other in zip(known_at, unknown_at, strict=True)
    ]


def timed(register: Register, what: str, mentions: Sequence[str]) -> Row:
    gc.collect()
    gc.freeze()  # what earlier measures left behind is not to be walked through in this one
    began = perf_counter()
    for mention in mentions:
        register.match(mention)
    return Row(what, len(mentions), perf_counter() - began)


def measure() -> tuple[Row, ...]:
    draw = random.Random(11)
    names = people(draw, NAMES)
    mentions = stream(draw, names)
    distinct = len(set(mentions))
    fresh = register_of(names)
    fresh.match("Nobody Atall")  # builds the indexes
    cold = register_of(names)
    cold.match("Nobody Atall")
    peer_on = mentions[:400]
    rows = [
        timed(
            fresh, f"a stream of news, {distinct:,} ways of writing, nothing seen before", mentions
        ),
        timed(fresh, "the same stream once more", mentions),
        timed(cold, "every name once, as recorded", names),
        timed(
            cold,
            "1,000 other spellings, each for the first time",
            [respelt(draw, n) for n in names[:1000]],
        ),
        timed(
            cold, "1,000 strangers, each for the first time", [stranger(draw) for _ in range(1000)]
        ),
    ]
    began = perf_counter()
    for mention in peer_on:
        process.extractOne(mention, names, scorer=fuzz.WRatio)
    rows.append(Row("rapidfuzz extractOne, WRatio", len(peer_on), perf_counter() - began))
    began = perf_counter()
    for mention in peer_on:
        process.extractOne(mention, names, scorer=fuzz.ratio, score_cutoff=84)
    rows.append(Row("rapidfuzz extractOne, ratio from 84", len(peer_on), perf_counter() - began))
    return tuple(rows)


def main() -> None:
    rows = measure()
    print(f"| against {NAMES:,} names | mentions | a second | of the limit ({LIMIT:,}) |")
    print("|---|---|---|---|")
    for row in rows:
        print(f"| {row.what} | {row.mentions:,} | {row.rate:,.0f} | {row.rate / LIMIT:.2f} |")
    print()


if __name__ == "__main__":
    main()
