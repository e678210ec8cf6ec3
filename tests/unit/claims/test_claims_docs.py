from __future__ import annotations

import re
from pathlib import Path

from kutla.claims.codec import from_line
from kutla.claims.kinds import KINDS

DOC = (Path(__file__).parents[3] / "docs" / "claims.md").read_text(encoding="utf-8")


def test_every_kind_stands_in_the_page_with_its_definition_and_no_other():
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (?:yes|may|–) \|", DOC, re.MULTILINE)
    assert rows == [(kind.name, kind.definition) for kind in KINDS]


def test_the_example_line_of_the_page_can_be_read():
    lines = re.findall(r"^```json\n(.+)\n```", DOC, re.MULTILINE)
    assert [from_line(line).kind for line in lines] == ["joins_bloc"]


def test_the_python_of_the_page_runs():
    (code,) = re.findall(r"^```python\n(.+?)\n```", DOC, re.MULTILINE | re.DOTALL)
    exec(code, {})  # the page's own words


def test_the_python_of_the_evaluation_page_runs(monkeypatch, capsys):
    root = Path(__file__).parents[3]
    monkeypatch.chdir(root)
    page = (root / "docs" / "evaluate.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.+?)\n```", page, re.MULTILINE | re.DOTALL)
    exec(code, {})
    assert "all (lenient)" in capsys.readouterr().out
