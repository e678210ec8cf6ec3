"""Kill ``kutla add`` at random instants, again and again, and look at what the ledger holds.

``python -m bench.killing`` kills 300 runs. After each: every document that was ever seen recorded is
still there with all its claims, none is there without its reading, the ledger verifies; at the end
one run that is left alone completes and gives what one undisturbed run gives.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import func, select

from kutla.cli import main as run_command
from kutla.ledger import open_ledger
from kutla.ledger.schema import DOCUMENTS, READ_CLAIMS, READINGS, STORIES
from kutla.pipeline import extract_paths
from kutla.register import load_parliament

KILLS = 300
_ADD = "from kutla.cli import main; main()"


def press(folder: Path, count: int, seed: int) -> None:
    """Write short reports about Iraq's lists, each with a few claims and words of its own."""
    chance = random.Random(seed)
    lists = ("Sairoon", "Fatah", "Nasr", "State of Law", "Wataniya", "Hikma")
    words = [f"{a}{b}" for a in ("mar", "tel", "sol", "bri", "dun", "kel") for b in "aeiouy"]
    for number in range(count):
        one, other = chance.sample(lists, 2)
        seats = chance.randint(5, 60)
        (folder / f"{number:04}.txt").write_text(
            f"{' '.join(chance.choices(words, k=5)).title()}\n\n"
            f"2018-0{chance.randint(5, 9)}-1{chance.randint(0, 9)}\n\n"
            f"The {one} alliance won {seats} seats. {one} refused to join {other} on Tuesday.\n\n"
            f"{' '.join(chance.choices(words, k=60)).capitalize()}.\n",
            encoding="utf-8",
        )


def main(kills: int = KILLS, documents: int = 300, seed: int = 1) -> None:
    """Print one line, or raise AssertionError where anything was lost or half there."""
    chance = random.Random(seed)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "press").mkdir()
        press(folder / "press", documents, seed)
        ledger = folder / "kutla.db"
        words = ["add", str(folder / "press"), "--parliament", "iraq", "--ledger"]
        held: dict[str, int] = {}
        # the forked runs have everything warm: an instant is then one of the recording
        extract_paths([next((folder / "press").iterdir())], load_parliament("iraq"))
        hits = recorded = 0
        ledgers = [ledger]
        wakes = _time_to_first(words, folder / "first.db")
        for number in range(kills):
            if len(held) > 0.9 * documents:  # nearly all are there: begin another ledger
                ledgers.append(folder / f"kutla{len(ledgers)}.db")
                held = {}
            run = os.fork()
            if not run:
                _add(words, ledgers[-1])
            time.sleep(chance.uniform(0.5, 2.0) * wakes)
            os.kill(run, signal.SIGKILL)
            _, status = os.waitpid(run, 0)
            hits += os.WIFSIGNALED(status)
            had = len(held)
            held = _look(ledgers[-1], held, is_whole=number % 25 == 0)
            recorded += len(held) - had
        ledger = ledgers[-1]
        done = subprocess.run(
            [sys.executable, "-c", _ADD, *words, str(ledger)],
            stdout=subprocess.DEVNULL,
            check=False,
        )
        whole = folder / "whole.db"
        subprocess.run(
            [sys.executable, "-c", _ADD, *words, str(whole)], stdout=subprocess.DEVNULL, check=False
        )
        with open_ledger(ledger) as one, open_ledger(whole) as other:
            assert done.returncode == 0
            assert {c.id for c in one.claims()} == {c.id for c in other.claims()}
            assert {s.document_ids for s in one.stories()} == {
                s.document_ids for s in other.stories()
            }
            assert one.verify() == ()
    print(
        f"\nkilled {hits} of {kills} runs of `kutla add` ({recorded:,} documents recorded in "
        f"between, {len(ledgers)} ledgers): nothing lost, nothing half there; the last run completed; "
        f"{time.perf_counter() - began:.0f} s"
    )


def _time_to_first(words: list[str], ledger: Path) -> float:
    """Measure how long a run takes until it records: kills are spread around that."""
    began = time.perf_counter()
    run = os.fork()
    if not run:
        _add(words, ledger)
    while not ledger.exists() or not _look(ledger, {}, is_whole=False):
        assert os.waitpid(run, os.WNOHANG) == (0, 0), "the first run ended before it recorded"
        time.sleep(0.02)
    took = time.perf_counter() - began
    os.kill(run, signal.SIGKILL)
    os.waitpid(run, 0)
    return took


def _add(words: list[str], ledger: Path) -> None:
    """Run the command in this process and end it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        run_command([*words, str(ledger)])
    finally:
        os._exit(0)


def _look(path: Path, before: dict[str, int], *, is_whole: bool) -> dict[str, int]:
    """Give each recorded document with its number of claims; nothing may be gone or half there."""
    if not path.exists():
        assert not before
        return {}
    with open_ledger(path) as ledger:
        with ledger.looking() as connection:
            counts = set(connection.execute(select(DOCUMENTS.c.id)).scalars())
            read = select(READINGS.c.document_id, func.count(READ_CLAIMS.c.sequence))
            read = read.join(
                READ_CLAIMS, READ_CLAIMS.c.reading == READINGS.c.sequence, isouter=True
            )
            rows = connection.execute(read.group_by(READINGS.c.document_id))
            found = {row[0]: row[1] for row in rows}
            grouped = set(connection.execute(select(STORIES.c.document_id)).scalars())
        assert set(found) == counts, "a document without its reading, or the other way round"
        assert grouped == counts, "a document in no story"
        assert all(found.get(name) == claims for name, claims in before.items()), "lost"
        assert not is_whole or ledger.verify() == ()
    return found


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
