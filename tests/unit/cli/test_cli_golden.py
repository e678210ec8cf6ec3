"""What answers look like in the terminal, kept as files: ``KUTLA_GOLDEN_UPDATE=1`` writes them anew.

The claims are made by hand about the bundled republic, so that only the answering is seen here.
"""

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

import pytest

from kutla.cli.main import main
from support.republic import make_republic

GOLDEN = Path(__file__).parents[2] / "golden" / "answers"
CALLS = {
    "claims": "claims --contested",
    "claims-about": "claims --about Orchard --kind joins_bloc",
    "claims-csv": "claims --about Meadow --format csv",
    "why": "why Meadow seats",
    "why-json": "why Meadow seats --json",
    "timeline": "timeline",
    "diff-known": "diff --since 2014-05-15",
    "diff-valid": "diff --from 2014-05-15 --to 2014-05-25",
    "review-list": "review list",
    "export-seats": "export --format csv --table seats",
    "export-facts": "export --format csv --table facts",
    "export-gexf": "export --format gexf",
    "export-ftm": "export --format ftm",
    "export-popolo": "export --format popolo",
    "export-annotations": "export --format annotations",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return make_republic(tmp_path_factory.mktemp("republic"))


@pytest.mark.parametrize("name", CALLS)
def test_what_is_printed_is_what_was_looked_at_and_found_good(place, name, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    ledger, parliament = place
    out = io.StringIO()
    call = [*shlex.split(CALLS[name]), "--ledger", str(ledger), "-p", parliament]
    with contextlib.redirect_stdout(out):
        main_quietly([*call, "--known-at", "2014-07-01"])
    said = "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("KUTLA_GOLDEN_UPDATE"):
        kept.write_text(said, encoding="utf-8")
    assert said == kept.read_text(encoding="utf-8"), f"KUTLA_GOLDEN_UPDATE=1 writes {kept} anew"
    assert not re.search(r"/(?:tmp|root|home)/", said)


def main_quietly(arguments):
    code = 0
    try:
        main(arguments)
    except SystemExit as end:
        code = end.code
    assert not code


def test_every_kept_answer_is_asked_for():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CALLS)
