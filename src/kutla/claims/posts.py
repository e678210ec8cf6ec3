"""Which office, where the sentence does not say: "she withdrew", "the mandate", "he resigned"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.claim import Name
from kutla.claims.lands import bare_office
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.claims.claim import ClaimDraft

_SOUGHT = frozenset(
    {"holds_office", "candidate_for", "withdraws_candidacy", "nominated_for", "appointed_to"}
)
_HELD = frozenset({"holds_office", "appointed_to"})
_SPOKEN_OF = (
    ("president", r"president(?:ial|cy)|head of state|for president|new president"),
    ("prime minister", r"prime[- ]minister\w*|premier(?:ship)?|form (?:a|the next|the new) government|PM\b"),
    ("speaker", r"(?:parliament(?:ary)? |house )?speaker(?:ship)?"),
    ("chancellor", r"chancellor(?:ship)?"),
)  # fmt: skip
_POSTS = re.compile(
    "|".join(f"(?P<p{n}>\\b(?:{words})\\b)" for n, (_, words) in enumerate(_SPOKEN_OF)).join(
        ("(?:", ")(?! [A-ZÀ-Þ])")
    )
)
_REACH = 1200
_LESS_SURE = 0.8


def name_posts(drafts: Iterable[ClaimDraft], text: str) -> list[ClaimDraft]:
    """Give claims about an unnamed office the one that the text is about.

    A candidacy or nomination takes the office last spoken of before it, within a paragraph's
    length; a resignation the office that the document says its subject holds.
    """
    given = tuple(drafts)
    held = {
        draft.subject.name: draft.object
        for draft in given
        if draft.kind in _HELD and draft.object is not None and draft.event.words != "former"
    }
    named = [_of_the_state(_named(draft, text, held)) for draft in given]
    ministers = {
        draft.subject.name
        for draft in named
        if draft.kind in _HELD
        and draft.object
        and draft.object.name.casefold().endswith(" minister")
    }
    led = {d.subject.name for d in named if d.kind == "leads"}
    return [d for d in named if not _is_bare_minister(d, ministers) and not _is_led(d, led)]


def _is_led(draft: ClaimDraft, led: set[str]) -> bool:
    """Whether "head of the court" is told as leading it already."""
    office = draft.object.name if draft.object is not None else ""
    is_head = draft.kind == "holds_office" and re.match(r"(?:head|chief|director) of ", office)
    return bool(is_head) and draft.subject.name in led


def _is_bare_minister(draft: ClaimDraft, ministers: set[str]) -> bool:
    """Whether "Minister X" says less than the text does elsewhere: of what he is minister."""
    is_bare = draft.object is not None and draft.object.name.casefold() == "minister"
    return draft.kind == "holds_office" and is_bare and draft.subject.name in ministers


def _of_the_state(draft: ClaimDraft) -> ClaimDraft:
    """Name the office of a state's government without the state."""
    post = draft.object
    if post is None or post.kind is not EntityKind.OFFICE:
        return draft
    office = bare_office(post.name)
    return draft if office == post.name else replace(draft, object=replace(post, name=office))


def _named(draft: ClaimDraft, text: str, held: dict[str, Name]) -> ClaimDraft:
    post = None
    if draft.object is not None:
        return _as_here(draft, text)
    is_aside = draft.kind == "appointed_to" and re.search(
        r", who | (?:to|for) (?:the|that) (?:post|office|position|job)", draft.quote.exact
    )
    if draft.kind == "candidate_for" or is_aside:
        post = held.get(draft.subject.name)
    if post is None and draft.kind in _SOUGHT:
        post = _last_spoken_of(text, draft.quote.start, draft.quote.end)
    elif draft.kind == "resigns":
        post = held.get(draft.subject.name)
    if post is None:
        return draft
    return replace(draft, object=post, certainty=round(draft.certainty * _LESS_SURE, 2))


_PREMIER = re.compile(r"\b(?:prime[- ]minister|premier|PM)\b")
_CHANCELLOR = re.compile(r"\bchancellor", re.IGNORECASE)


def _as_here(draft: ClaimDraft, text: str) -> ClaimDraft:
    """Call whoever is to form a government what the document calls its head: chancellor."""
    post = draft.object
    is_premier = post is not None and post.name == "prime minister" and draft.kind in _SOUGHT
    if is_premier and _CHANCELLOR.search(text) and not _PREMIER.search(text):
        return replace(draft, object=Name("chancellor", EntityKind.OFFICE))
    return draft


def _last_spoken_of(text: str, start: int, end: int) -> Name | None:
    found = list(_POSTS.finditer(text, max(0, start - _REACH), min(len(text), end + 60)))
    within = [match for match in found if match.start() < end]
    chosen = (within or found[:1])[-1:]
    if not chosen:
        return None
    number = int(str(chosen[0].lastgroup).removeprefix("p"))
    return Name(_SPOKEN_OF[number][0], EntityKind.OFFICE)
