"""Rules: one line of tagged text for a wording that no verb frame covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kutla.claims.claim import Name
from kutla.claims.cues import Index, cues_of, make_index, once_each
from kutla.claims.found import Found, argument
from kutla.claims.numerals import read_numeral
from kutla.claims.subjects import subject_mentions
from kutla.claims.surface import MARKER, ORDINARY, markers, surface_pattern
from kutla.register import country_names
from kutla.vocabulary import EntityKind, name_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.claim import Modality, Polarity
    from kutla.claims.view import Line, View
    from kutla.language.passage import Mention


_ARTICLE = re.compile(r"^(?:an?|the|its|his|her|their|this)\s+", re.IGNORECASE)
_SYMMETRIC = frozenset({"negotiates_with", "meets", "forms_bloc"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A surface wording of one kind.

    Groups of ``pattern`` (see ``surface``): ``s`` subjects and ``o`` objects (markers), ``f`` an
    office in words, ``d`` a description that stands as it is, ``n`` the value, ``t`` the total,
    ``v`` the predicate, ``q`` "its" for the object. ``office`` names the object where the wording implies it.
    """

    kind: str
    pattern: str
    polarity: Polarity | None = None
    modality: Modality | None = None
    office: str | None = None
    cue: str = ""
    """A lower-case word without which the rule cannot match; only for speed."""

    @property
    def told(self) -> str:
        """The rule in short, for explanations."""
        return f"wording {_in_short(self.pattern)}"


_LONG = re.compile(r"\((?:\?:|\?!|\?P<\w+>)?[^()]{60,}\)")


@lru_cache(maxsize=1024)
def _in_short(pattern: str) -> str:
    """A pattern with its long lists of words left out."""
    short = pattern
    for _ in range(6):
        short = _LONG.sub("(…)", short)
    return short


def match_rules(view: View, rules: tuple[Rule, ...]) -> Iterator[Found]:
    """Yield what the rules find in the passage's tagged text."""
    subjects = _subjects_of(rules)
    for place in _index(rules).places(view.words):
        rule = rules[place]
        if subjects[place] and not subjects[place] & view.letters:
            continue
        pattern = surface_pattern(rule.pattern)
        for match in pattern.finditer(view.tagged):
            yield from _read(view.lines[0], rule, match)
        for line in view.lines[1:]:
            later = pattern.match(line.text)
            if later and "s" in pattern.compiled.groupindex and later.start("s") == 0:
                yield from _read(line, rule, later)


_SUBJECT = re.compile(r"\(\?P<s>(?:\{(?:LK:|K:|TL:)?([A-Z]+)\}|‹\[([A-Z]+)\]|‹([A-Z])\\d)")


@once_each
def _subjects_of(rules: tuple[Rule, ...]) -> tuple[frozenset[str], ...]:
    return tuple(_subject_letters(rule) for rule in rules)


def _subject_letters(rule: Rule) -> frozenset[str]:
    """Give the kinds of actors one of which the rule's subject must be; empty where it is open."""
    found = _SUBJECT.search(rule.pattern)
    if found is None:
        return frozenset()
    letters = found[1] or found[2] or found[3]
    is_named = found[0].startswith(("(?P<s>{LK:", "(?P<s>{K:", "(?P<s>{TL:", "(?P<s>‹"))
    return frozenset(letters if is_named else ORDINARY[letters.removeprefix("L")])


@once_each
def _index(rules: tuple[Rule, ...]) -> Index:
    return make_index(
        frozenset({rule.cue}) if rule.cue else cues_of(rule.pattern) for rule in rules
    )


def _read(line: Line, rule: Rule, match: re.Match[str]) -> Iterator[Found]:
    view = line.view
    groups = match.groupdict()
    pairs: list[tuple[Mention, Name | None]]
    subjects = _subjects(line, rule, match)
    objects = _owner(view, match) if groups.get("q") else _objects(view, rule, groups)
    span = line.tokens_of(*match.span())
    anchor_group = "v" if groups.get("v") else "s"
    anchor = line.tokens_of(*match.span(anchor_group))[0]
    if objects == [None] and len(subjects) > 1 and rule.kind in _SYMMETRIC:
        pairs = [(subjects[0], argument(other)) for other in subjects[1:]]
    else:
        pairs = [(subject, target) for subject in subjects for target in objects]
    for subject, target in pairs:
        if target is None or target.name != subject.name:
            yield Found(
                kind=rule.kind,
                subject=argument(subject),
                object=target,
                value=read_numeral(groups.get("n") or ""),
                total=read_numeral(groups.get("t") or ""),
                span=span,
                anchor=anchor,
                polarity=rule.polarity,
                modality=rule.modality,
                by=rule.told,
            )


def _subjects(line: Line, rule: Rule, match: re.Match[str]) -> list[Mention]:
    """Those named as subjects; before a verb only those who are its subject (see ``subjects``)."""
    view, groups = line.view, match.groupdict()
    if not groups.get("s"):
        return []
    if (
        not line.prefix
        and "{APP}" in rule.pattern
        and groups.get("v")
        and match.start("s") < match.start("v")
    ):
        return subject_mentions(view, *match.span("s"))
    return [each for i in markers(match["s"]) for each in view.sharers(view.mentions[i])]


def _owner(view: View, match: re.Match[str]) -> list[Name | None]:
    """Give whom "its" means, where the wording has it: "its leader, X"."""
    owner = view.mention_at(view.tokens_of(*match.span("q"))[0])
    return [] if owner is None else [argument(owner)]


def _detag(view: View, text: str) -> str:
    """Give the plain words of a description, an owner's pronoun by his name."""

    def plain(match: re.Match[str]) -> str:
        mention = view.mentions[int(match.group(2))]
        if mention.how == "pronoun":
            return f"{mention.name}'s"
        has_article = view.analysis.text[max(0, mention.start - 4) : mention.start] == "the "
        return f"the {mention.text}" if has_article else mention.text

    return MARKER.sub(plain, text)


def _objects(view: View, rule: Rule, groups: dict[str, str | None]) -> list[Name | None]:
    if groups.get("o"):
        numbers = markers(groups["o"] or "")
        country = None if numbers else country_names().get((groups["o"] or "").strip())
        if country:
            return [Name(country, EntityKind.COUNTRY)]
        return [argument(view.mentions[i]) for i in numbers]
    if groups.get("f"):
        return [Name(name_office(_detag(view, groups["f"] or "")), EntityKind.OFFICE)]
    if groups.get("d"):
        return [Name(_ARTICLE.sub("", _detag(view, groups["d"] or "").strip()))]
    if rule.office:
        return [Name(rule.office, EntityKind.OFFICE)]
    return [None]
