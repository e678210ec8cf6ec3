"""What a pattern needs, against its slow twin: trying the pattern itself."""

import re
from pathlib import Path

import pytest

from kutla.claims.families import FAMILIES
from kutla.claims.surface import surface_pattern
from kutla.language.needs import EDGE, choices_of
from kutla.language.patterns import Pattern

_WORDINGS = sorted(Path(__file__).parent.glob("wordings*.txt"))
_NAMED = re.compile(r"\[([A-Z]):[^\]]*\]")
_ONE_IN = 6


def _tagged(line: str) -> str:
    numbers = iter(range(100))
    return _NAMED.sub(lambda found: f"‹{found[1]}{next(numbers)}›", line)


def test_a_pattern_that_is_not_tried_would_not_have_matched() -> None:
    lines = [_tagged(line) for path in _WORDINGS for line in path.read_text().splitlines()]
    templates = sorted({rule.pattern for family in FAMILIES for rule in family.rules})
    for template in templates[::_ONE_IN]:
        pattern = surface_pattern(template)
        passed_by = [line for line in lines if not pattern.may_match(line)]
        assert len(passed_by) > len(lines) // 10, template
        assert [line for line in passed_by if pattern.compiled.search(line)] == [], template


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        (r"won\b", {"won|"}),
        (r"(?:win|won)(?= \d)", {"win|", "won|"}),
        (r"(?:the )?(?:old )*house", {"house"}),
        (r" (?:the )?(?:old )*house$", {"|house|"}),
        (r"(?:\w+ )*(?:bloc|list)s?", {"bloc", "blocs", "list", "lists"}),
        (r"[^.]* led (?:beside|under)(?![\w-])", {"|beside|", "|under|"}),
        (r"recogni[sz]e", {"recognise", "recognize"}),
        (r"‹[PX]\d", {"‹p", "‹x"}),
        (r"(?:no|\w+) deal|none", {"|deal", "none"}),
    ],
)
def test_what_an_expression_needs(expression: str, needed: set[str]) -> None:
    choices = [{piece.replace(EDGE, "|") for piece in each} for each in choices_of(expression)]
    assert needed in choices


@pytest.mark.parametrize("expression", [r"(?:won )?", r"\w+ .*", r"(?:a|[^b])x?", r"(?!won)"])
def test_what_may_match_anything_needs_nothing(expression: str) -> None:
    assert choices_of(expression) == frozenset()


def test_patterns_made_after_a_text_was_seen_count_too() -> None:
    text = "‹P0› has quit Dawn with the İnce wing"
    for expression, is_there in (("quit", True), ("leave", False), ("ince", True), ("it d", True)):
        pattern = Pattern(lambda of=expression: of, choices_of(expression))  # type: ignore[misc]
        assert pattern.may_match(text) is is_there
        assert (pattern.search(text) is not None) is is_there
