"""Why a claim reads as it does: what found it, whom its names mean, and what decided its mood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims.extract import extract, traced
from kutla.claims.mood import mood_words
from kutla.claims.readings import BOTH_AGREE, NAME, SURFACE_ALONE

if TYPE_CHECKING:
    from kutla.claims.claim import ClaimDraft, Name
    from kutla.claims.found import Found
    from kutla.claims.view import View
    from kutla.documents.document import Document
    from kutla.language.passage import Analysis


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim taken apart; each line says one thing in words.

    ``tagged`` is the passage as surface rules see it, ``parse`` its tokens with tag, relation and
    head. ``found`` says what saw it, ``names`` how each argument came to its name, ``mood``,
    ``voices`` and ``date`` why these are as they are.
    """

    claim: ClaimDraft
    sentence: str
    tagged: str
    parse: tuple[tuple[str, str, str, str], ...]
    found: tuple[str, ...]
    names: tuple[str, ...]
    mood: tuple[str, ...]
    voices: tuple[str, ...]
    date: str


def explain(document: Document, analysis: Analysis) -> tuple[Explanation, ...]:
    """Explain every claim that is read off a document, in the order of :func:`extract`."""
    seen = list(traced(document, analysis))
    told = []
    for claim in extract(document, analysis):
        same = [
            (view, item)
            for view, item, draft in seen
            if (draft.kind, draft.quote.start, draft.quote.end)
            == (claim.kind, claim.quote.start, claim.quote.end)
            and draft.subject.name in {claim.subject.name, claim.object and claim.object.name}
        ]
        if same:
            told.append(_explained(claim, same[0][0], [item for _, item in same], document))
    return tuple(told)


def _explained(
    claim: ClaimDraft, view: View, items: list[Found], document: Document
) -> Explanation:
    item = items[0]
    return Explanation(
        claim,
        document.text[view.passage.sentence_start : view.passage.sentence_end],
        view.tagged,
        tuple((token.text, token.pos_, token.dep_, token.head.text) for token in view.parse),
        (*dict.fromkeys(_seen(each) for each in items), _agreement(claim)),
        tuple(_named(view, name) for name in (claim.subject, claim.object) if name is not None),
        _mood(claim, view, item),
        _voices(claim, view),
        claim.event.reason or "no words of the sentence say when",
    )


def _seen(item: Found) -> str:
    ways = {
        "surface": "on the surface",
        "parse": "in the parse",
        "name": "in a title or apposition",
    }
    return f"{ways[item.layer]}: {item.by or 'a reader of its own for this kind'}"


def _agreement(claim: ClaimDraft) -> str:
    if claim.certainty >= BOTH_AGREE:
        return f"certainty {claim.certainty}: surface and parse agree"
    if claim.certainty == NAME:
        return f"certainty {claim.certainty}: a name with its title"
    alone = "only one way of reading saw it"
    if claim.certainty >= SURFACE_ALONE:
        return f"certainty {claim.certainty}: {alone}"
    return f"certainty {claim.certainty}: {alone}, they differ, or a part was filled in"


_HOW = {
    "name": "written so",
    "surname": "a shorter form of the fullest name the document gives",
    "pronoun": "a pronoun",
    "description": "a description",
    "role": "whoever leads it",
    "acronym": "an acronym",
    "numeral-group": "a number of people",
}


def _named(view: View, name: Name) -> str:
    mention = next(
        (m for m in view.passage.mentions if (m.start, m.end) == (name.start, name.end)), None
    )
    if mention is None:
        return f"{name.name}: words of the rule, or filled in from elsewhere in the document"
    sort = mention.kind.value if mention.kind else "of unknown sort"
    title = f", titled {mention.title!r}" if mention.title else ""
    entity = f", {mention.entity_id} in the register" if mention.entity_id else ""
    return f"{name.name}: {mention.text!r}, {_HOW.get(mention.how, mention.how)}; {sort}{title}{entity}"


def _mood(claim: ClaimDraft, view: View, item: Found) -> tuple[str, ...]:
    said = [f"{claim.polarity}, {claim.modality}"]
    if item.polarity is not None or item.modality is not None:
        given = [str(each) for each in (item.polarity, item.modality) if each is not None]
        said.append(f"the wording itself says {' and '.join(given)}")
    said += [f"{word!r} means {meaning}" for meaning, word in mood_words(view, item)]
    at = view.passage.starts[item.anchor]
    for span in view.passage.speech:
        if span.start <= at < span.end and span.is_denial:
            said.append(f"{span.speaker.name} denies it")
    if len(said) == 1:
        said.append("no word of the clause says otherwise")
    return tuple(said)


def _voices(claim: ClaimDraft, view: View) -> tuple[str, ...]:
    if not claim.attribution:
        return ("the document says it itself",)
    chain = " → ".join(f"{voice.name} ({voice.role})" for voice in claim.attribution)
    if view.passage.quotation and view.passage.speaker is not None:
        return (chain, f"the words are a quotation of {view.passage.speaker.name}")
    spoken = [span.speaker for span in view.passage.speech]
    return (chain, *(f"reported: {each.name} {each.verb}" for each in spoken))
