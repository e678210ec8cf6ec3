"""Seats: who won or holds how many, out of how many; and how many members a bloc has."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kutla.claims.families.family import Family
from kutla.claims.families.seat_wordings import (
    AGAINST_ITS,
    BRACKETED,
    ENDED_ON,
    IN_OTHER_HOUSE,
    LINE,
    LISTED,
    MORE_THAN,
    NEXT,
    PAIRED,
    ROW,
    SIZE_JOINED,
    SIZE_OF,
    SIZE_TOO,
    WORDINGS,
)
from kutla.claims.found import Found, argument
from kutla.claims.numerals import read_numeral
from kutla.claims.surface import markers, surface_pattern
from kutla.claims.view import View, letter_of
from kutla.documents.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.language import Mention
    from kutla.language.patterns import Pattern

_HOUSE = re.compile(
    r"\b(?:parliament|chamber|assembly|house|senate|congress of deputies|knesset|bundestag|council)\b",
    re.IGNORECASE,
)
_NO_SEATS = {"any", "a single", "no"}
_SINGLE = {"only", "sole", "lone", "single"}
_SHORT_LINE = 8
_LINES_OF_A_TABLE = 15
_SEAT_WORD = re.compile(
    r"\b(?:senators|legislators|MKs|MNAs)\b|\b\d+-(?:seat|member)\b|\b(?:members of (?:the )?(?:[A-Z]|parliament|house|chamber|assembly)|seats?|MPs|mandates?|deputies|lawmakers|parliamentarians)\b"
)
_LED_BY = re.compile(r"(?:led|headed|chaired|backed|founded) by (?:[\w-]+ ){0,3}$")
_WHOSE_IS = re.compile(r", whose [^‹›,;]{3,50}(?: is| are| was) (?:the )?(?:[\w-]+ ){0,3}$")
_LOSS = re.compile(
    r"(?:lost|loses?|losing|short of|shy of|need(?:s|ed)?|requires?|fell by)\b", re.IGNORECASE
)


_SUMMED = re.compile(r"\b(?:together|combined|jointly|between them|collectively)\b", re.IGNORECASE)
_BACKERS = re.compile(
    r"(?: of [^‹›;,.]{3,30})?(?: ?‹G\d+›| (?:deputies|lawmakers|MPs|members|senators))? (?:voting|voted|in favou?r|backing|against)\b|"
    r",? (?:on (?:his|her) side|behind|backing|supporting|in support|in favou?r|who (?:back|support)|from (?:other|the opposition))"
)
_IN_TURN = re.compile(r"(?:, [\w-]+)*,? and [\w-]+(?: \w+)?,? respectively", re.IGNORECASE)


@lru_cache(maxsize=64)
def _compiled(template: str) -> Pattern:
    return surface_pattern(template)


def _read_seats(given: View) -> Iterator[Found]:
    view = _without_counted_groups(given)
    tabular = view.passage.role in {BlockRole.BULLET, BlockRole.TABLE_ROW}
    if not tabular and not _SEAT_WORD.search(_block_text(view)):
        bracketed = list(_compiled(BRACKETED).finditer(view.tagged))
        if len(bracketed) > 1 and _SEAT_WORD.search(view.analysis.text):
            for match in bracketed:  # "the Union (66) and the Front (57) refused"
                yield from _each(view, match)
        return
    matches = [*_sentences(view), *_compiled(BRACKETED).finditer(view.tagged)]
    for match in (*matches, *_lines(view, tabular=tabular)):
        yield from _each(view, match)
    yield from _paired(view)
    yield from _following(view, [match.end() for match in matches])
    yield from _in_other_house(view, matches)
    yield from _compared(view, matches)


def _sentences(view: View) -> Iterator[re.Match[str]]:
    """Wordings within sentences, less losses and figures of whoever only leads."""
    text = view.tagged
    for template in WORDINGS:
        for match in _compiled(template).finditer(text):
            is_leader = _LED_BY.search(text, 0, match.start()) or _WHOSE_IS.search(
                text, 0, match.start()
            )
            is_loss = template != ENDED_ON and _LOSS.search(text, match.start(), match.end())
            if not is_leader and not is_loss:
                yield match


def _lines(view: View, *, tabular: bool) -> Iterator[re.Match[str]]:
    """Lines of their own ("Greens 12"), rows of tables, and "PS 19, MR 14, Ecolo 13"."""
    yield from _compiled(LINE).finditer(view.tagged)
    listed = list(_compiled(LISTED).finditer(view.tagged))
    if len(listed) > 1:
        yield from listed
    if tabular or len(view.parse) <= _SHORT_LINE:
        yield from _compiled(ROW).finditer(view.tagged)


def _without_counted_groups(view: View) -> View:
    """The passage with "14 lawmakers" as plain words, for here they are a figure and no actor."""
    kept = tuple(m for m in view.passage.mentions if m.how != "numeral-group")
    if len(kept) == len(view.passage.mentions):
        return view
    return View(view.analysis, replace(view.passage, mentions=kept))


def _block_text(view: View) -> str:
    """The paragraph, and the one before: "33 seats" said once lets "nine" mean seats further on.

    A line of its own ("Greens 12") takes what the paragraph before it speaks of.
    """
    is_line = len(view.parse) <= _SHORT_LINE
    nearest = view.passage.block - (_LINES_OF_A_TABLE if is_line else 1)
    same = [p for p in view.analysis.passages if nearest <= p.block <= view.passage.block]
    start = min((p.start for p in same), default=view.passage.start)
    here = (p.end for p in same if p.block == view.passage.block)
    return view.analysis.text[start : max(here, default=view.passage.end)]


def _following(view: View, ends: list[int]) -> Iterator[Found]:
    """Go on after a seat figure: "… and Y 18", "followed by Z with four"."""
    seen: set[int] = set()
    for end in ends:
        at = end
        while at not in seen:
            seen.add(at)
            match = _compiled(NEXT).match(view.tagged, at)
            if match is None:
                break
            yield from _each(view, match)
            at = match.end()


def _compared(view: View, matches: list[re.Match[str]]) -> Iterator[Found]:
    """Go on after a seat figure with who is told against it: "two more than the Union"."""
    for match in matches:
        further = _compiled(MORE_THAN).match(view.tagged, match.end())
        value = read_numeral(match.groupdict().get("n") or "")
        by = read_numeral(further["n"]) if further else None
        if further is None or value is None or by is None:
            continue
        is_more = further["v"].casefold() in {"more", "ahead", "clear"}
        yield Found(
            kind="seats",
            subject=argument(view.mentions[markers(further["s"])[-1]]),
            value=value - by if is_more else value + by,
            span=view.tokens_of(*further.span()),
            anchor=view.tokens_of(*further.span("v"))[0],
        )


def _in_other_house(view: View, matches: list[re.Match[str]]) -> Iterator[Found]:
    """Go on after a seat figure with that of the second chamber: "and 12 in the Senate"."""
    for match in matches:
        against = _compiled(AGAINST_ITS).match(view.tagged, match.end())
        if against:
            yield from _each(view, against)
        further = _compiled(IN_OTHER_HOUSE).match(view.tagged, match.end())
        named = [view.mentions[i] for i in markers(match["s"])]
        value = read_numeral(further["n"]) if further else None
        if further is None or value is None or len(named) != 1:
            continue
        first = view.tokens_of(*match.span())[0]
        yield Found(
            kind="seats",
            subject=argument(named[0]),
            value=value,
            span=(first, view.tokens_of(*further.span())[1]),
            anchor=view.tokens_of(*further.span("n"))[0],
        )


_PAIR_OF_ITS_OWN = re.compile(r"‹[OAX]\d+›,? and (?:the )?‹[OAX]\d+›,? which ")
_IN_RELATIVE = re.compile(
    r"‹[OA](\d+)›(?: [a-z]+)?(?: \([^()]*\))?,? (?:which|that) [^‹›]*(?:‹C\d+›[^‹›]*)?$"
)
"""Behind "X, leader of Y, which": the figure is Y's."""


def _is_no_figure_of(view: View, match: re.Match[str], holders: tuple[Mention, ...]) -> bool:
    """Whether the number is a sum, another's, or counts people who only stand by somebody."""
    groups = match.groupdict()
    is_of_people = all(letter_of(holder) == "P" for holder in holders)
    is_each = re.match(r" (?:seats )?(?:each|apiece)", view.tagged[match.end() :]) or re.search(
        r"\beach\b", match.group(0)
    )
    if len(holders) > 1 and not is_each:
        return True  # a sum of several lists is nobody's figure
    is_next_pair = groups.get("v") and _PAIR_OF_ITS_OWN.search(
        view.tagged, match.end("s"), match.start("v")
    )
    if len(holders) == 1 and (
        _SUMMED.search(match.group(0)) or _IN_TURN.match(view.tagged, match.end())
    ):
        return True  # "A, B and C together have 60", "25 and 18 respectively"
    is_his_party = is_of_people and re.search(r"\bwho(?:se|['’]s)\b", match.group(0))
    is_behind = is_of_people and (groups.get("w") or _BACKERS.match(view.tagged, match.end()))
    return bool(is_next_pair or is_his_party or is_behind)


def _each(view: View, match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    span = view.tokens_of(*match.span())
    named = (view.mentions[i] for i in markers(groups["s"]))
    holders = tuple(dict.fromkeys(_whole(view, holder, span) for holder in named))
    related = _IN_RELATIVE.search(
        match.group(0)[: (match.end("v") if groups.get("v") else match.end()) - match.start()]
    )
    if related and len(holders) == 1 and letter_of(holders[0]) == "P":
        holders = (view.mentions[int(related.group(1))],)
    if _is_no_figure_of(view, match, holders):
        return
    words = groups["n"].casefold()
    value = 1 if words in _SINGLE else 0 if words in _NO_SEATS else read_numeral(words)
    total = read_numeral(groups.get("t") or groups.get("u") or "")
    if value is None or (total is not None and total <= value):
        return
    anchor = view.tokens_of(*match.span("v" if groups.get("v") else "n"))[0]
    for holder in holders:
        if _HOUSE.search(holder.name):
            continue
        first = view.spans[view.mentions.index(holder)][0]
        yield Found(
            kind="seats",
            subject=argument(holder),
            value=value,
            total=total,
            span=(min(first, span[0]), span[1]),
            anchor=anchor,
        )


def _whole(view: View, holder: Mention, span: tuple[int, int]) -> Mention:
    """Climb from B to X in "the X list of A and B won 54 seats": who only makes it up won none."""
    token = view.head_of(holder)
    is_inside = False
    while token.dep_ in {"nmod", "conj", "appos", "flat"}:
        is_inside = is_inside or token.dep_ == "nmod"
        token = token.head
        outer = view.mention_at(token.i)
        is_subject = token.dep_.startswith("nsubj") and span[0] <= token.head.i < span[1]
        if outer and is_inside and is_subject and letter_of(outer) == "O":
            return outer
    return holder


def _paired(view: View) -> Iterator[Found]:
    """Read "KDP and PUK have 25 and 18 seats": names and figures in the same order."""
    for match in _compiled(PAIRED).finditer(view.tagged):
        holders = [view.mentions[i] for i in markers(match["s"])]
        figures = re.split(r",? and |, ", match["m"])
        values = [read_numeral(re.sub(r"^\D*(?=\d)", "", figure)) for figure in figures]
        if len(holders) != len(values):
            continue
        span = view.tokens_of(*match.span())
        anchor = view.tokens_of(*match.span("v"))[0]
        for holder, value in zip(holders, values, strict=True):
            if value is not None:
                yield Found(
                    kind="seats", subject=argument(holder), value=value, span=span, anchor=anchor
                )


def _read_sizes(view: View) -> Iterator[Found]:
    for template in (SIZE_JOINED, SIZE_TOO, SIZE_OF):
        for match in _compiled(template).finditer(view.tagged):
            group = view.mentions[markers(match["g"])[0]]
            numeral = re.search(r"\d[\d,]*|^\w+(?:-\w+)?", group.text)
            members = re.search(r"MPs|lawmakers|deputies|members|legislators|seats", group.text)
            value = read_numeral(numeral.group(0)) if numeral and members else None
            if value is None:
                continue
            bloc = view.mentions[markers(match["s"])[0]]
            yield Found(
                kind="seats",
                subject=argument(bloc),
                value=value,
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
            )


SEATS = Family("seats", readers=(_read_seats, _read_sizes))
