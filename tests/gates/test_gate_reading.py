"""The reader against gold claims: a table by kind (``make gate``), and floors it may not fall under.

The floors and the fingerprints of the gold are in ``baseline.json``. They are raised with
``scripts/update_floors.py``, and lowered with it too, but only with ``--reason``.
"""

import pytest

from kutla.claims.score_table import render_score
from support.gold_gate import MEASURES, SETS, read_baseline, scores

MEND = "run scripts/update_floors.py --reason '…' if that is meant"


@pytest.mark.parametrize(
    "gold",
    [pytest.param(s, id=s.name, marks=[pytest.mark.shared] if s.is_shared else []) for s in SETS],
)
def test_the_reader_stays_above_its_floors(gold, request):
    if gold.is_shared:
        request.getfixturevalue("seeds")
    floors = read_baseline()["sets"][gold.name]
    assert gold.fingerprint() == floors["fingerprint"], (
        f"the gold of {gold.name} is not what its floors were measured on; {MEND}"
    )
    card = gold.measure()
    print(f"\n== {gold.name}\n{render_score(card)}")  # noqa: T201
    assert card.documents == len(list(gold.folder.rglob("*.jsonl"))), "gold was left unscored"
    measured = scores(card)
    fallen = [
        f"{name} {measured[name]:.3f} is under its floor {floors[name]:.3f}"
        for name in MEASURES
        if measured[name] < floors[name]
    ]
    assert not fallen, f"{gold.name}: {'; '.join(fallen)}; mend the reader, or {MEND}"


def test_every_floor_is_worth_its_name():
    for name, floors in read_baseline()["sets"].items():
        assert all(0 < floors[measure] < 1 for measure in MEASURES), name
