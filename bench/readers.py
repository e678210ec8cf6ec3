"""Readers beside a writer: 24 processes ask a ledger while another adds to it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from kutla.ledger import open_ledger
from kutla.register import load_parliament
from support.press import fill, press

READERS = 24
LIMIT = 0.05
SECONDS = 10

_READ = """
import random, sys, time
from kutla.ledger import open_ledger
end, times = time.time() + float(sys.argv[2]), []
chance = random.Random(int(sys.argv[3]))
with open_ledger(sys.argv[1]) as ledger:
    ids = [d.id for d in ledger.documents()][:200]
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.time() + float(sys.argv[2])
    while time.time() < end:
        began = time.perf_counter()
        asked = chance.random()
        if asked < 0.4:
            ledger.documents_called([chance.choice(ids)])
        elif asked < 0.8:
            ledger.has_read(chance.choice(ids), "rules/2")
        else:
            ledger.growth()
        times.append(time.perf_counter() - began)
        time.sleep(chance.uniform(0.02, 0.1))  # a reader looks at what it was given
print(" ".join(f"{each:.6f}" for each in times))
"""


def main(readers: int = READERS, seconds: int = SECONDS) -> None:
    """Print the table."""
    register = load_parliament("iraq")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "kutla.db"
        ledger = open_ledger(place)
        fill(ledger, 20_000, register)
        running = [
            subprocess.Popen(
                [sys.executable, "-c", _READ, str(place), str(seconds), str(number)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for number in range(readers)
        ]  # fmt: skip
        for each in running:
            assert each.stdout is not None
            assert each.stdout.readline() == "ready\n", each.stderr
        for each in running:
            assert each.stdin is not None
            each.stdin.write("\n")
            each.stdin.flush()
        written, writes = 0, []
        end = time.time() + seconds
        for batch in press(40_000, register, seed=2):
            by_document: dict[str, list] = {}
            for claim in batch.claims:
                by_document.setdefault(claim.quote.document_id, []).append(claim)
            for document in batch.documents:
                began = time.perf_counter()
                ledger.record(
                    [document], None, by_document.get(document.id, ()),
                    recorded_at=datetime.now(UTC), run="rules/2",
                )  # fmt: skip
                writes.append(time.perf_counter() - began)
                written += 1
                if time.time() > end:
                    break
            if time.time() > end:
                break
        told = [each.communicate() for each in running]
        errors = [err for _, err in told if err.strip()]
        times = sorted(float(word) for out, _ in told for word in out.split())
    p99, p50 = times[int(0.99 * len(times))], times[len(times) // 2]
    writes.sort()
    print(f"\n{readers} readers beside a writer ({seconds} s, two cores)\n")
    print(
        "| questions | errors | median ms | p99 ms | limit ms | share | documents written | median ms |"
    )
    print("|---|---|---|---|---|---|---|---|")
    print(
        f"| {len(times):,} | {len(errors)} | {1e3 * p50:.1f} | {1e3 * p99:.1f} | {1e3 * LIMIT:.0f} "
        f"| {p99 / LIMIT:.2f} | {written} | {1e3 * writes[len(writes) // 2]:.1f} |"
    )


if __name__ == "__main__":
    main()
