"""What tells one potential government from another, and one prime minister's party from another.

Minimal winning, size, the largest, the median, range, anti-pacts (families nobody took in) after
Martin and Stevenson 2001; minority and opposition's range after Glasgow, Golder and Golder 2012;
incumbency after Diermeier and Merlo; familiarity after Franklin and Mackie 1983; prime ministers'
parties after Bäck and Dumont 2007. What a country did before counts as its record: see
``opportunity.Record``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kutla.forecast.opportunity import CAUSES, Opportunity, Record, read_record

if TYPE_CHECKING:
    from kutla.forecast.opportunity import Bits, Numbers

    Columns = dict[str, Any]  # numpy gives a scalar or an array by what a mask is


@dataclass(frozen=True, slots=True)
class _Sets:
    """The sets of an opportunity with what every group of features needs."""

    chance: Opportunity
    record: Record
    sets: Bits
    count: Numbers
    share: Numbers
    wins: Bits
    minimal: Bits
    largest: int
    second: int


def measure(chance: Opportunity, sets: Bits, *, placed: bool = True) -> Numbers:
    """Measure potential governments: one row each, one column a feature of ``features(placed)``.

    ``sets`` is rows × parties. ``placed`` includes what needs places from left to right.
    """
    return np.stack(
        [np.asarray(each, dtype=np.float32) for each in _columns(chance, sets, placed).values()],
        axis=1,
    )


def features(*, placed: bool = True) -> tuple[str, ...]:
    """Give the names of the columns of ``measure``."""
    small = Opportunity(("a", "b"), (1, 1), 2, 2, 2000.0, (5.0, 5.0))
    return tuple(_columns(small, np.ones((1, 2), dtype=bool), placed))


def _columns(chance: Opportunity, sets: Bits, placed: bool) -> Columns:
    seats = np.array(chance.seats, dtype=np.float64)
    held = sets @ seats
    wins = held >= chance.quota
    smallest = np.where(sets, seats, np.inf).min(axis=1)
    order = np.argsort(-seats, kind="stable")
    seen = _Sets(
        chance,
        read_record(chance),
        sets,
        sets.sum(axis=1).astype(np.float64),
        held / chance.total,
        wins,
        wins & (held - smallest < chance.quota),
        int(order[0]),
        int(order[min(1, len(order) - 1)]),
    )
    return {
        **_shape(seen),
        **(_places(seen) if placed else {}),
        **_families(seen),
        **_incumbency(seen),
        **_habits(seen),
        **_familiarity(seen),
        **_swing(seen),
    }


def _shape(seen: _Sets) -> Columns:
    share, count, most = seen.share, seen.count, float(seen.chance.share.max())
    largest, second = seen.sets[:, seen.largest], seen.sets[:, seen.second]
    return {
        "minority": ~seen.wins,
        "minimal winning": seen.minimal,
        "minimal winning with the largest": seen.minimal & largest,
        "number of parties": count,
        "number of parties, squared": count**2,
        "single party": count == 1,
        "share of seats": share,
        "share of seats, squared": share**2,
        "distance of the share from one half": np.abs(share - 0.5),
        "surplus share": np.maximum(share - 0.5, 0) * ~seen.minimal,
        "share lacking": np.maximum(0.5 - share, 0),
        "lacks less than eight in a hundred": ~seen.wins & (share >= 0.42),
        "largest party in it": largest,
        "second party in it": second,
        "both largest in it": largest & second,
        "number of parties × share of the largest": count * most,
        "largest in it × its share": largest * most,
    }


def _places(seen: _Sets) -> Columns:
    sets, places, share = seen.sets, seen.chance.places(), seen.chance.share
    median = median_party(seen.chance)
    top = np.where(sets, places, -np.inf).max(axis=1)
    bottom = np.where(sets, places, np.inf).min(axis=1)
    width = (top - bottom) / 10
    between = (places >= bottom[:, None]) & (places <= top[:, None]) & ~sets
    centre = (sets @ (share * places)) / np.maximum(sets @ share, 1e-9)
    out_top = np.where(~sets, places, -np.inf).max(axis=1)
    out_bottom = np.where(~sets, places, np.inf).min(axis=1)
    facing = np.where(sets.all(axis=1), 0.0, (out_top - out_bottom) / 10)
    return {
        "median party in it": sets[:, median],
        "median party in a minority": sets[:, median] & ~seen.wins,
        "left-right range": width,
        "left-right range, squared": width**2,
        "range of a minority": width * ~seen.wins,
        "range of a surplus": width * (seen.wins & ~seen.minimal),
        "distance from the median": np.abs(centre - places[median]) / 10,
        "seats between its ends left out": between @ share,
        "parties between its ends left out": between.sum(axis=1),
        "range of the others": facing,
        "range of the others, facing a minority": facing * ~seen.wins,
    }


def _families(seen: _Sets) -> Columns:
    family = seen.chance.family or ("",) * len(seen.chance.ids)
    share = seen.chance.share
    found: Columns = {}
    for name, label in (("com", "communists"), ("right", "far right")):
        of = np.array([each == name for each in family])
        found[f"{label} in it"] = seen.sets[:, of].sum(axis=1)
        found[f"share of {label}"] = seen.sets @ (of * share)
    special = np.array([each in {"spec", "none"} for each in family])
    found["special interests in it"] = seen.sets[:, special].sum(axis=1)
    found["greens in it"] = seen.sets[:, [each == "eco" for each in family]].sum(axis=1)
    return found


def _incumbency(seen: _Sets) -> Columns:
    chance, sets, share = seen.chance, seen.sets, seen.chance.share
    last = chance.last
    governed, post = chance.governed, chance.after_election
    was, care = bool(governed.any()), last is not None and last.is_caretaker
    both = sets[:, governed].sum(axis=1).astype(np.float64)
    again = (sets == governed).all(axis=1) & was
    overlap = both / np.maximum(seen.count + governed.sum() - both, 1)
    kept = sets[:, governed] @ share[governed] / max(share[governed].sum(), 1e-9)
    dropped, added = governed.sum() - both, seen.count - both
    led = sets[:, chance.led].any(axis=1)
    held = share[governed].sum() * chance.total >= chance.quota
    lost = float(chance.gain[governed].sum()) if post else 0.0
    gone = last is not None and bool(last.parties - set(chance.ids))
    found: Columns = {
        "party of the last prime minister in it": led,
        "that party, after an election": led * post,
        "that party, after a caretaker": led * care,
    }
    for name, value in (
        ("the last cabinet again", again),
        ("overlap with the last cabinet", overlap),
        ("seats of the last cabinet kept", kept),
        ("parties dropped", dropped),
        ("parties added", added),
    ):
        found[name] = value
        found[f"{name}, after an election"] = value * post
    found |= {
        "again, after a caretaker": again * care,
        "again, after a caretaker and an election": again * care * post,
        "overlap, after a caretaker": overlap * care,
        "again, though a minority": again * (not held),
        "again, with its majority kept at the polls": again * (post and held),
        "again, a party of it gone": again * gone,
        "again × seats won": again * lost,
        "overlap × seats won": overlap * lost,
        "overlap, its majority kept at the polls": overlap * (post and held),
        "nobody kept, after an election": (both == 0) * (post and was),
        "nobody kept, between elections": (both == 0) * (not post and was),
        "all kept and more": (dropped == 0) & (added > 0) & was,
        "some dropped and none added": (added == 0) & (dropped > 0),
        "some dropped and none added, between elections": (added == 0) & (dropped > 0) & (not post),
    }
    for cause in CAUSES:
        so = last is not None and last.ended == cause
        found |= {
            f"again, as the {cause}": again * so,
            f"overlap, as the {cause}": overlap * so,
            f"parties added, as the {cause}": added * so,
            f"parties dropped, as the {cause}": dropped * so,
            f"the last prime minister's party, as the {cause}": led * so,
        }
    return found


def _odds(rate: float) -> float:
    return float(np.log(rate / (1 - rate)))


def _habits(seen: _Sets) -> Columns:
    record, count = seen.record, seen.count
    governed = seen.chance.governed
    again = (seen.sets == governed).all(axis=1) & bool(governed.any())
    surplus = seen.wins & ~seen.minimal
    return {
        "again × how usual": again * _odds(record.again),
        "minority × how usual": ~seen.wins * _odds(record.minority),
        "single party × how usual": (count == 1) * _odds(record.single),
        "surplus": surplus,
        "surplus × how usual": surplus * _odds(record.surplus),
        "parties more or fewer than usual": np.abs(count - record.size),
        "parties more or fewer than usual, squared": (count - record.size) ** 2,
        "largest × how usual": seen.sets[:, seen.largest] * _odds(record.largest),
    }


def _familiarity(seen: _Sets) -> Columns:
    sets, share, record, count = seen.sets, seen.chance.share, seen.record, seen.count
    odds = np.log(record.part / (1 - record.part))
    wide = sets.astype(np.float64)
    pairs = np.einsum("ij,ij->i", wide @ record.ties, wide)
    weighed = record.ties * np.sqrt(np.outer(share, share))
    exact, near = np.zeros(len(sets)), np.zeros(len(sets))
    for members, weight in record.sets:
        was = np.isin(np.arange(len(share)), members)
        same = sets[:, was].sum(axis=1)
        near = np.maximum(near, min(weight, 1.0) * same / (count + was.sum() - same))
        exact += weight * (sets == was).all(axis=1)
    return {
        "governed before, odds": sets @ odds,
        "governed before, odds × share": sets @ (odds * share),
        "governed before, mean odds": sets @ odds / count,
        "outsiders in it": sets[:, record.outsider].sum(axis=1),
        "share of outsiders": sets @ (record.outsider * share),
        "outsiders only": (sets <= record.outsider).all(axis=1),
        "long in the chamber, never in government": sets[:, record.longout].sum(axis=1),
        "new parties in it": sets[:, record.newness].sum(axis=1),
        "share of new parties": sets @ (record.newness * share),
        "governed in this very make-up": exact > 0,
        "how often in this very make-up": np.log1p(exact),
        "likeness to an earlier cabinet": near,
        "pairs that governed together": pairs / 2,
        "pairs that governed together, mean": pairs / np.maximum(count * (count - 1), 1),
        "pairs that governed together × share": np.einsum("ij,ij->i", wide @ weighed, wide),
    }


def _swing(seen: _Sets) -> Columns:
    gain, post = seen.chance.gain, seen.chance.after_election
    return {
        "seats won": seen.sets @ gain * post,
        "winner of the election in it": seen.sets[:, int(np.argmax(gain))] * post,
        "loser of the election in it": seen.sets[:, int(np.argmin(gain))] * post,
    }


def median_party(chance: Opportunity) -> int:
    """Give the index of the party that holds the median seat from left to right."""
    places = chance.places()
    order = np.argsort(places, kind="stable")
    passed = np.cumsum(np.array(chance.seats)[order])
    return int(order[np.searchsorted(2 * passed, sum(chance.seats))])


def measure_leaders(chance: Opportunity, *, placed: bool = True) -> tuple[tuple[str, ...], Numbers]:
    """Measure each party as that of the next prime minister: names and parties × features."""
    record, share, last = read_record(chance), chance.share, chance.last
    post, number = chance.after_election, len(chance.ids)
    order = np.argsort(-share, kind="stable")
    first, second = np.eye(number)[order[0]], np.eye(number)[order[min(1, number - 1)]]
    led = chance.led.astype(float)
    junior = chance.governed & ~chance.led
    odds = np.log(record.part / (1 - record.part))
    family = chance.family or ("",) * number
    found: Columns = {
        "share of seats": share,
        "largest": first,
        "second": second,
        "share against the largest, log": np.log(share / share.max()),
        "lead of the largest": first * (share[order[0]] - share[order[min(1, number - 1)]]),
        "led": led,
        "led, after an election": led * post,
        "led and largest": led * first,
        "led and largest, after an election": led * first * post,
        "led, after a caretaker": led * (last is not None and last.is_caretaker),
        "led and small": led * (share < 0.1),
        "sat in the last cabinet": junior,
        "sat in the last cabinet, after an election": junior * post,
        "sat in the last cabinet × its share": junior * share[chance.governed].sum(),
        "seats won": chance.gain * post,
        "led × seats won": led * chance.gain * post,
        "governed before, odds": odds,
        "led before, log": np.log(record.led),
        "outsider": record.outsider,
        "outsider and largest": record.outsider * first,
        "new": record.newness,
        "ties": record.ties @ share,
        "largest × how usual": first * _odds(record.largest),
        "communists": np.array([each == "com" for each in family]),
        "far right": np.array([each == "right" for each in family]),
        "greens and special interests": np.array(
            [each in {"eco", "spec", "none"} for each in family]
        ),
    }
    for cause in CAUSES:
        so = last is not None and last.ended == cause
        found[f"led, as the {cause}"] = led * so
        found[f"sat in the last cabinet, as the {cause}"] = junior * so
        found[f"largest, as the {cause}"] = first * so
    if placed:
        places = chance.places()
        away = places - places[median_party(chance)]
        side = np.array([share[np.sign(away) == np.sign(x)].sum() if x else 0.5 for x in away])
        found |= {
            "median": np.eye(number)[median_party(chance)],
            "distance from the median": np.abs(away) / 10,
            "seats on its side of the median": side,
            "largest × its side of the median": first * (side - 0.5),
            "largest × distance from the median": first * np.abs(away) / 10,
        }
    columns = [np.asarray(each, dtype=np.float64) for each in found.values()]
    return tuple(found), np.stack(columns, axis=1)
