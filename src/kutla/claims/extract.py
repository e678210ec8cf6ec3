"""From an analysed document to claim drafts: families, mood, voice, date, and what agrees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.agents import name_agents, name_blocs, name_what_is_left
from kutla.claims.claim import ClaimDraft, Modality, Polarity, VoiceRole
from kutla.claims.ellipsis import take_over
from kutla.claims.elsewhere import is_elsewhere
from kutla.claims.families import FAMILIES
from kutla.claims.families.offices import is_former
from kutla.claims.families.procedure import is_plausible
from kutla.claims.kinds import get_kind
from kutla.claims.mood import Mood, is_left_open, mood_of
from kutla.claims.once import keep_each_once
from kutla.claims.plausible import is_about_himself
from kutla.claims.posts import name_posts
from kutla.claims.readings import prefer_named, settle_readings
from kutla.claims.view import View
from kutla.claims.voices import first_person_mentions, is_denied, voices_of
from kutla.claims.votes import name_votes
from kutla.language.dates import governing_date
from kutla.vocabulary import OPEN, EntityKind, Quote, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.found import Found
    from kutla.documents.document import Document
    from kutla.language.passage import Analysis, Passage

METHOD = "rules/5"
"""Name and version of this extractor, kept with every claim."""

_BECOMES_REFUSAL = frozenset({"joins_bloc", "forms_bloc", "negotiates_with"})
_SAID_IN_PASSING = frozenset({"leads", "member_of", "part_of", "holds_office", "backed_by"})
_UNDATED = frozenset(
    {
        "leads",
        "member_of",
        "part_of",
        "backed_by",
        "holds_office",
        "supports",
        "opposes",
        "controls",
    }
)


def extract(document: Document, analysis: Analysis) -> tuple[ClaimDraft, ...]:
    """Read the claims of one document, each once, in the order of the text."""
    drafts = [draft for _, _, draft in traced(document, analysis)]
    named = name_posts(
        name_votes(name_blocs(name_what_is_left(name_agents(drafts), document.text))), document.text
    )
    return keep_each_once(draft for draft in named if _is_whole(draft))


def _is_whole(draft: ClaimDraft) -> bool:
    """Whether it has the object without which its kind says nothing."""
    return draft.object is not None or not get_kind(draft.kind).object_required


def traced(document: Document, analysis: Analysis) -> Iterator[tuple[View, Found, ClaimDraft]]:
    """Yield every reading with where it was seen and what it became, repetitions too."""
    before: list[Found] = []
    for passage in analysis.passages:
        view = View(analysis, with_first_person(passage))
        found = [
            item
            for family in FAMILIES
            for item in family.find(view)
            if is_plausible(item)
            and not is_about_himself(item)
            and not _is_between_strangers(item)
            and item.span[1] > item.span[0]
            and not _is_condition(view, item)
            and not _is_task(view, item)
            and not is_elsewhere(view, item)
        ]
        found += take_over(view, found, before)
        before = found or before
        for item, certainty in settle_readings(prefer_named(found)):
            yield view, item, _draft(document, view, item, certainty)


def with_first_person(passage: Passage) -> Passage:
    """Give a quotation in which "I" and "we" stand for its speaker."""
    added = first_person_mentions(passage)
    if not added:
        return passage
    joined = sorted((*passage.mentions, *added), key=lambda m: (m.start, -m.end))
    return replace(passage, mentions=tuple(joined))


_BETWEEN_ACTORS = frozenset(
    {
        "leaves_bloc",
        "joins_bloc",
        "refuses_bloc",
        "opposes",
        "supports",
    }
)


def _is_between_strangers(found: Found) -> bool:
    """Whether neither name is known to be anybody: "Utrecht left his Spinoza" is no politics."""
    target = found.object
    return (
        found.kind in _BETWEEN_ACTORS
        and found.subject.kind is None
        and target is not None
        and target.kind is None
        and target.start is not None
    )


def _is_condition(view: View, found: Found) -> bool:
    """Whether it stands in an if-clause: nobody says that it is so."""
    first = found.span[0]
    before = [token.lower_ for token in view.parse[max(0, first - 2) : first + 1]]
    return bool({"if", "unless", "whether"} & set(before))


_TASKS = frozenset(
    [
        "ask",
        "asks",
        "asked",
        "task",
        "tasks",
        "tasked",
        "charged",
        "invite",
        "invites",
        "invited",
        "mandate",
        "mandated",
        "try",
        "tries",
        "tried",
        "trying",
        "attempt",
        "attempts",
        "attempting",
        "chance",
        "fail",
        "fails",
        "failed",
        "struggled",
        "struggling",
        "bid",
        "nominated",
        "designated",
        "entrusted",
        "ordered",
        "right",
    ]
)


def _is_task(view: View, found: Found) -> bool:
    """Whether somebody is only given the task of forming a cabinet: no bloc is formed by that."""
    target = found.object
    if found.kind != "forms_bloc" or found.subject.kind is not EntityKind.PERSON:
        return False
    if target is not None and not target.name[:1].islower():
        return False
    before = {token.lower_ for token in view.parse[max(0, found.anchor - 7) : found.anchor]}
    return bool(before & _TASKS)


def _draft(document: Document, view: View, found: Found, certainty: float) -> ClaimDraft:
    start, end = view.offsets(*found.span)
    at = view.passage.starts[found.anchor]
    voices = voices_of(document, view.passage, at)
    kind, polarity, modality = _put(found, mood_of(view, found))
    if found.kind == "refuses_bloc" and is_left_open(view, found):
        kind, polarity, modality = _opened(view, found), Polarity.AFFIRMED, Modality.POSSIBLE
    if _is_background(view, found):
        polarity, modality = Polarity.AFFIRMED, Modality.ACTUAL
        voices = tuple(voice for voice in voices if voice.role is VoiceRole.OUTLET)
    elif is_denied(view.passage, at):
        polarity = Polarity.DENIED
    elif (
        polarity is Polarity.NEGATED
        and found.polarity is None
        and any(v.role.value == "speaker" for v in voices)
    ):
        polarity = Polarity.DENIED  # a "no" that somebody says is that speaker's denial
    return ClaimDraft(
        kind=kind,
        subject=found.subject,
        object=found.object,
        value=found.value,
        total=found.total,
        polarity=polarity,
        modality=modality,
        attribution=voices,
        event=_event(view, found),
        quote=Quote.cut(document.id, document.text, start, end),
        method=METHOD,
        certainty=round(certainty, 2),
    )


def _opened(view: View, found: Found) -> str:
    """What somebody does not rule out: to join a cabinet, or to form one with another."""
    after = {token.lower_ for token in view.parse[found.anchor : found.anchor + 4]}
    is_joining = bool(after & {"joining", "join", "entering", "enter", "taking", "sitting"})
    return "joins_bloc" if is_joining else "forms_bloc"


def _is_background(view: View, found: Found) -> bool:
    """Whether it is said in passing, by title or apposition: then the document says it itself."""
    if found.kind not in _SAID_IN_PASSING:
        return False
    return found.layer == "name" or view.parse[found.anchor].pos_ not in {"VERB", "AUX"}


def _put(found: Found, mood: Mood) -> tuple[str, Polarity, Modality]:
    if mood.is_refusal and found.kind == "candidate_for":
        return "withdraws_candidacy", Polarity.AFFIRMED, Modality.ACTUAL
    if mood.is_refusal and found.kind == "supports" and not mood.is_declined:
        return "opposes", Polarity.AFFIRMED, Modality.ACTUAL
    is_urged = mood.modality is Modality.DEMANDED and mood.polarity is Polarity.NEGATED
    if is_urged and found.kind == "supports" and found.polarity is None:
        return "opposes", Polarity.AFFIRMED, Modality.DEMANDED  # "urged them not to vote for X"
    if mood.is_refusal and found.kind in _BECOMES_REFUSAL:
        return "refuses_bloc", Polarity.AFFIRMED, Modality.ACTUAL
    return found.kind, mood.polarity, mood.modality


def _event(view: View, found: Found) -> When:
    start, end = view.offsets(*found.span)
    if found.kind == "holds_office" and is_former(view.analysis.text[start:end]):
        return When(None, "former", "said to have held the office before")
    if found.kind in _UNDATED:
        return OPEN
    return governing_date(view.passage, view.passage.starts[found.anchor])
