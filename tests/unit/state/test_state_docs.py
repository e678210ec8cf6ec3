"""The page on the state says what the code does."""

import re
from pathlib import Path

import kutla.state
from kutla.state import WEIGHTS, Standing

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "state.md").read_text(encoding="utf-8")
CODES = re.compile(r'Problem\(\s*"([a-z-]+)"')


def test_the_table_of_weights_is_the_one_in_the_code():
    rows = re.findall(r"^\| (\w+)[^|]*\| ([\d.]+) \|$", PAGE, re.MULTILINE)
    assert rows == [(weight.name, f"{weight.log_odds}") for weight in WEIGHTS]


def test_every_standing_that_is_given_is_explained():
    for standing in Standing:
        given = any(
            f"Standing.{standing.name}" in path.read_text(encoding="utf-8")
            for path in Path(kutla.state.__file__).parent.glob("*.py")
            if path.name != "state.py"
        )
        assert not given or f"\n| {standing} |" in PAGE, standing


def test_every_problem_is_on_the_page():
    found = {
        code
        for path in Path(kutla.state.__file__).parent.glob("*.py")
        for code in CODES.findall(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 5
    assert {code for code in found if f"`{code}`" not in PAGE} == set()
