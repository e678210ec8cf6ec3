"""Measure the reader on the gold and set the floors of ``make gate`` a little under it.

    python scripts/update_floors.py                      raise floors; nothing is lowered
    python scripts/update_floors.py --reason "…" [SET…]  lower them too, or take changed gold

The reason is kept in ``tests/gates/baseline.json`` with what was lowered.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.gold_gate import BASELINE, SETS, read_baseline, scores

if TYPE_CHECKING:
    from support.gold_gate import GoldSet


def main() -> int:
    """Set the floors; 1 where something would fall and no reason is given."""
    options = _options()
    baseline = read_baseline() if BASELINE.is_file() else {"sets": {}, "lowered": []}
    chosen = [gold for gold in SETS if not options.sets or gold.name in options.sets]
    refused = False
    for gold in chosen:
        if gold.is_shared and not gold.articles.exists():
            print(f"{gold.name}: left as it is, its articles are not at hand")
            continue
        refused |= not _set_floors(gold, baseline, options)
    BASELINE.write_text(json.dumps(baseline, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(refused)


def _set_floors(gold: GoldSet, baseline: dict[str, Any], options: argparse.Namespace) -> bool:
    """Set the floors of one set; False where that needs a reason and there is none."""
    measured = scores(gold.measure())
    floors = {name: round(value - options.margin, 3) for name, value in measured.items()}
    fingerprint = gold.fingerprint()
    old = baseline["sets"].get(gold.name, {"fingerprint": fingerprint, **floors})
    is_other_gold = old["fingerprint"] != fingerprint
    if not is_other_gold and not options.reason:
        floors = {name: max(value, old[name]) for name, value in floors.items()}
    changes = ["other gold"] if is_other_gold else []
    changes += [f"{n} {old[n]} → {new}" for n, new in floors.items() if new < old[n]]
    if changes and not options.reason:
        print(f"{gold.name}: {', '.join(changes)}: say why with --reason")
        return False
    if changes:
        baseline["lowered"].append(f"{gold.name}: {', '.join(changes)}: {options.reason}")
    baseline["sets"][gold.name] = {"fingerprint": fingerprint, **floors}
    print(f"{gold.name}: measured {measured}, floors {floors}")
    return True


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these sets of gold")
    parser.add_argument("--reason", help="why a floor may fall, or the gold is another")
    parser.add_argument("--margin", type=float, default=0.03, help="how far under what is measured")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
