"""A state of one day from a ledger of many claims, against the limits the plan sets.

``python -m bench.state 10000000`` measures a ledger of that size as well; it takes a quarter of an
hour and 20 GB of disk. Cold is the first question of a fresh process after its imports, the ledger's
pages in the system's cache or not; another day is a second question to the same process, warm the
same question again.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from kutla.ledger import open_ledger
from kutla.register import load_parliament
from kutla.state.columns import columns_of
from support.press import fill

SIZES = (10_000, 100_000, 1_000_000)
LIMITS = {1_000_000: 0.3, 10_000_000: 2.0}
WARM = 0.03

_ASK = """
import sys
from datetime import UTC, date, datetime
from time import perf_counter
from kutla.ledger import open_ledger
from kutla.register import load_parliament
from kutla.state import project_ledger
register, ledger = load_parliament("iraq"), open_ledger(sys.argv[1])
known_at = datetime.now(UTC)
for day in (date(2019, 5, 12), date(2022, 3, 3), date(2022, 3, 3)):
    began = perf_counter()
    state = project_ledger(ledger, register, valid_on=day, known_at=known_at)
    print(perf_counter() - began, len(state.facts))
"""


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the table."""
    print("\nState of one day (Iraq, 2019-05-12; s = seconds)\n")
    print("| claims | written s | columns s | cold s | another day s | warm s | facts | limits |")
    print("|---|---|---|---|---|---|---|---|")
    for size in sizes:
        folder = Path(tempfile.mkdtemp(prefix="kutla-bench-"))
        try:
            print(_row(size, folder), flush=True)
        finally:
            shutil.rmtree(folder)


def _row(size: int, folder: Path) -> str:
    place = folder / "kutla.db"
    ledger = open_ledger(place)
    began = perf_counter()
    fill(ledger, size, load_parliament("iraq"))
    written = perf_counter() - began
    began = perf_counter()
    columns_of(ledger)
    kept = perf_counter() - began
    ledger.close()
    colds, others, warms = [], [], []
    for _ in range(3):
        told = subprocess.run(
            [sys.executable, "-c", _ASK, str(place)], capture_output=True, text=True, check=True
        )
        (cold, facts), (other, _), (warm, _) = map(str.split, told.stdout.splitlines())
        colds.append(float(cold))
        others.append(float(other))
        warms.append(float(warm))
    limit = LIMITS.get(size)
    said = f"cold {limit / min(colds):.1f}x, " if limit else ""
    return (
        f"| {size:,} | {written:.1f} | {kept:.1f} | {min(colds):.3f} | {min(others):.3f} "
        f"| {min(warms):.4f} | {facts} | {said}warm {WARM / min(warms):.0f}x |"
    )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
