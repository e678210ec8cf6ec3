"""Pronouns and pairs: whom "he", "its", "they", "both" and "the two" stand for."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from kutla.language.given_names import sex_of
from kutla.language.passage import Mention
from kutla.language.signs import ORGANISED
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kutla.documents.document import Document
    from kutla.language.passage import Passage

_E = EntityKind
_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f",
    "it": "n", "its": "n", "they": "p", "their": "p", "them": "p",
}  # fmt: skip


def named_before(found: list[Mention], at: int, kinds: Collection[EntityKind]) -> list[Mention]:
    """Give the actors of these kinds that stand before a place, in order; no counted groups."""
    near = [m for m in found if m.end <= at and m.kind in kinds and m.how != "numeral-group"]
    return sorted(near, key=lambda m: m.start)


def find_pronouns(
    document: Document,
    passage: Passage,
    found: list[Mention],
    starts: list[int],
    quoted: Sequence[tuple[int, int]] = (),
) -> list[Mention]:
    """Find the pronouns of a passage, each with the actor it stands for; outside quotations.

    ``found`` are the actors so far, ``starts`` where the document's passages begin, ``quoted``
    where its quotations stand: whoever is named in one is not whom the frame's "he" means.
    """
    if passage.quotation:
        return []
    if quoted:
        found = [m for m in found if not any(a <= m.start < b for a, b in quoted)]
    added = []
    for token in passage.parse:
        if token.lower_ in _PRONOUNS:
            whom = _antecedent(document, passage, token, found, starts)
            if whom is not None:
                at = passage.starts[token.i], passage.ends[token.i]
                added.append(_standing_for(*at, token.text, whom))
    return added


_KINDS = {"m": {_E.PERSON}, "f": {_E.PERSON}, "n": ORGANISED, "p": ORGANISED | {_E.GROUP}}


def _antecedent(
    document: Document, passage: Passage, token: Any, found: list[Mention], starts: list[int]
) -> Mention | None:
    """Give whom a pronoun stands for: the surest sign first, else whom the sentence is about."""
    sort, start, text = _PRONOUNS[token.lower_], passage.starts[token.i], document.text
    if sort == "n" and _is_nobody(text, passage, token):
        return None
    kinds = _KINDS[sort]
    own = _own_subject(passage, token, found)
    named = [m for m in named_before(found, start, kinds) if _may_be(m, sort) and m.name != own]
    body = _body_as_subject(passage, token, found) if sort == "n" else None
    if body is not None or not (named or sort == "p"):
        return body
    near = _owner_beside(text, start, named) if token.lower_ in _OWNERS else None
    near = near or (_whose_office(text, passage, token, named) if sort == "n" else None)
    later = near or _subject_to_come(document, passage, start, found, sort)
    if near or (later is not None and later.kind in kinds):
        return later
    pair = _pair_of(text, passage, start, found, starts) if sort == "p" else None
    return pair or _whom_it_is_about(document, passage, token, named, starts)


def _whom_it_is_about(
    document: Document, passage: Passage, token: Any, named: list[Mention], starts: list[int]
) -> Mention | None:
    """Give whom this sentence has named first, or the one before where this has nobody to mean."""
    if not named:
        return None
    same = [m for m in named if m.start >= passage.sentence_start]
    previous = [m for m in named if m.start < passage.sentence_start]
    if previous and _opens_behind_comma(document, passage, token, same):
        same = []
    said = _speaker_of(passage, token, same)
    return said or (same[0] if same else _subject_of(previous, starts))


def _body_as_subject(passage: Passage, token: Any, found: list[Mention]) -> Mention | None:
    """Give the court, ministry or state that "it" goes on about: "The court fined X; it had …"."""
    at = passage.starts[token.i]
    here = [
        m for m in found if passage.sentence_start <= m.start < at and m.kind in ORGANISED | _BODIES
    ]
    subjects = [m for m in here if _is_subject(passage, m)]
    is_body = bool(subjects) and subjects[-1].kind in _BODIES
    return subjects[-1] if is_body else None


_BODIES = frozenset({_E.INSTITUTION, _E.MINISTRY, _E.COUNTRY})


def _speaker_of(passage: Passage, token: Any, same: list[Mention]) -> Mention | None:
    """Give the subject of the verb of saying that governs "he": "Ruiz, whom Novak left, says he …"."""
    if token.lower_ not in {"he", "she", "it"} or token.dep_ not in _SUBJECTS:
        return None
    verb = token.head
    if verb.dep_ != "ccomp":
        return None
    for child in verb.head.children:
        if child.dep_ in _SUBJECTS and child.i < token.i:
            at = passage.starts[child.i]
            return next((m for m in same if m.start <= at < m.end), None)
    return None


def _opens_behind_comma(
    document: Document, passage: Passage, token: Any, same: list[Mention]
) -> bool:
    """Whether "he" is the first subject, those before it named in passing: "With X and Y, he had …"."""
    if token.lower_ not in {"he", "she"} or token.dep_ not in _SUBJECTS or not same:
        return False
    begin, at = passage.sentence_start, passage.starts[token.i]
    if not document.text[begin:at].rstrip().endswith(","):
        return False
    is_fronted = _FRONTED.match(document.text, begin) is not None
    return is_fronted and not any(_is_subject(passage, mention) for mention in same)


_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_FRONTED = re.compile(
    r"(?:Together|Along|With|Besides|Unlike|Like|Under|Against|From|To|By|In|At|On|Alongside|Apart|Despite|Among|Instead)\b"
)


def _is_subject(passage: Passage, mention: Mention) -> bool:
    return any(
        mention.start <= start < mention.end and passage.parse[i].dep_ in _SUBJECTS
        for i, start in enumerate(passage.starts)
    )


_AND_ONE = re.compile(r"(?:(?: of|,) [^.;,()]{1,40}| \([^()]*\))?,? and (?:[^.;,()]{0,60},? )?")


def _pair_of(
    text: str, passage: Passage, at: int, found: list[Mention], starts: list[int]
) -> Mention | None:
    """Give the first of the two whom "they" means: a pair of this sentence or of the one before."""
    named = sorted(
        (
            m
            for m in found
            if m.end <= at and m.kind in ORGANISED | {_E.PERSON} and m.how in {"name", "surname"}
        ),
        key=lambda m: m.start,
    )
    here = [m for m in named if m.start >= passage.sentence_start]
    pair = _pair_before(text, here) or _people_before(text, here)
    if pair is not None or here:
        return pair
    earlier = max((s for s in starts if s < passage.sentence_start), default=0)
    before = [m for m in named if m.start >= earlier]
    opens = bool(before) and before[0].start - earlier < _OPENING
    pair = (_pair_before(text, before[:2]) or _people_before(text, before)) if opens else None
    return pair if pair is not None and before and pair is before[0] else None


_OPENING = 60


def _people_before(text: str, named: list[Mention]) -> Mention | None:
    """Give the first of two people joined with words between: "Ruiz and the candidate, Novak"."""
    people = [m for m in named if m.kind is _E.PERSON]
    joined = [
        one
        for one, other in itertools.pairwise(people)
        if _AND_ONE.fullmatch(text[one.end : other.start])
    ]
    return joined[-1] if joined else None


_BOTH = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two)(?: (?P<who>men|women|leaders|politicians|rivals|parties|blocs|sides|groups|lists|alliances|movements|coalitions))?\b"
    r"(?! (?:of|[A-Z]|\d|and|[a-z]+ (?:and|or))|-)"
)
_ARE_PEOPLE = frozenset({"men", "women", "leaders", "politicians"})
_ARE_BODIES = frozenset(
    {"parties", "blocs", "groups", "lists", "alliances", "movements", "coalitions"}
)


def find_pairs(document: Document, passage: Passage, found: list[Mention]) -> list[Mention]:
    """Read "the two", "both parties" as the pair last named: told of "they", for both of them."""
    added: list[Mention] = []
    if passage.quotation:
        return added
    for match in _BOTH.finditer(document.text, passage.start, passage.end):
        who = match["who"] or ""
        kinds = (
            {_E.PERSON}
            if who in _ARE_PEOPLE
            else ORGANISED
            if who in _ARE_BODIES
            else {_E.PERSON} | ORGANISED
        )
        near = [
            m
            for m in found
            if match.start() - _PAIR_REACH < m.start < match.start() and m.kind in kinds
        ]
        pair = _pair_before(document.text, sorted(near, key=lambda m: m.start))
        if pair is not None and not (not who and _IS_ADJECTIVE.match(document.text, match.end())):
            added.append(_standing_for(match.start(), match.end(), match.group(0), pair))
    return added


_PAIR_REACH = 500
_IS_ADJECTIVE = re.compile(
    r" (?!have|has|had|are|were|is|was|will|would|could|may|met|said|held|agreed|also|then|on|in|to)[a-z]+"
)
_AND = re.compile(r"(?: \([^()]{1,30}\))?(?:,? and|,? as well as)(?: the)? ")


def _pair_before(text: str, same: list[Mention]) -> Mention | None:
    """Give the first of the last two that stand joined in the sentence: "as A and B did when they"."""
    named = [m for m in same if m.how in {"name", "surname"}]
    pairs = itertools.pairwise(named)
    joined = [one for one, other in pairs if _AND.fullmatch(text[one.end : other.start])]
    return joined[-1] if joined else None


def _standing_for(start: int, end: int, words: str, whom: Mention) -> Mention:
    return Mention(start, end, words, whom.name, whom.kind, "pronoun", "", whom.entity_id)


_NOBODY = re.compile(
    r" (?:is|was|has been|had been|would be|will be|remains|remained|seems|appears|became) (?:not |also |still |now |yet |widely |un)?"
    r"(?:rumou?red|said|reported|believed|expected|understood|agreed|alleged|thought|hoped|feared|announced|noted|known|decided|"
    r"likely|unlikely|clear|unclear|possible|impossible|necessary|difficult|easy|hard|worth|important|time|too early|certain|uncertain)\b"
)
"""Behind an "it" that stands for nobody: "it was agreed that"."""


def _is_nobody(text: str, passage: Passage, token: Any) -> bool:
    """Whether "it" stands for no actor: "it is said", "a bill came up, and the Greens opposed it"."""
    if _NOBODY.match(text, passage.ends[token.i]):
        return True
    is_object = token.lower_ == "it" and token.dep_ in _AS_OBJECT
    return is_object and bool(_THING.search(text, passage.sentence_start, passage.starts[token.i]))


_AS_OBJECT = frozenset({"obj", "iobj", "obl"})
_THING = re.compile(
    r"\b(?:the|an?|this|that|his|her|their|its) (?:[a-z][\w-]* ){0,3}?(?:resolution|bill|law|legislation|budget|motion|amendment|reform|deal|agreement|"
    r"accord|pact|treaty|decision|ruling|verdict|plan|proposal|referendum|decree|initiative|programme|program|offer|draft|statement|measure|text|idea)\b"
)
"""What "it" may mean that is no actor."""
_OWNERS = frozenset({"his", "her", "its", "their"})


def _owner_beside(text: str, at: int, named: list[Mention]) -> Mention | None:
    """Give whom "his" means right behind a name: "Ana Ruiz and her Open Door"."""
    beside = [m for m in named if m.end < at and text[m.end : at] in {" and ", ", ", " with "}]
    return beside[-1] if beside and beside[-1].how in {"name", "surname"} else None


_ITS_OFFICE = re.compile(
    r" (?:(?:own|former|new|current|acting|co-|deputy|vice|general|secretary|floor|parliamentary|\w+ly elected) ?)*"
    r"(?:leader|chief|head|chair\w*|president|secretary|secretary-general|spokes\w+|founder|number two|candidate),? (?:the [^.;,]{0,40}?)?[A-ZÀ-Þ]",
)


_BESIDE = 25


def _whose_office(text: str, passage: Passage, token: Any, named: list[Mention]) -> Mention | None:
    """Give the last organisation before "its leader, Ana Ruiz": who bears an office bears it next to it."""
    if token.lower_ != "its" or not _ITS_OFFICE.match(text, passage.ends[token.i]):
        return None
    at = passage.starts[token.i]
    here = [m for m in named if m.start >= passage.sentence_start and m.how != "pronoun"]
    return here[-1] if here and at - here[-1].end < _BESIDE else None


_BEFORE_MAIN = re.compile(
    r"(?:During|After|Before|Since|In|With|Despite|While|When|Although|Though|As|On|Following|By|Upon|Asked|For|At|Throughout)\b"
)


def _subject_to_come(
    document: Document, passage: Passage, at: int, found: list[Mention], sort: str
) -> Mention | None:
    """Give whom "his" means before its subject: "During her stay in X, Ruiz offered …"."""
    begin = passage.sentence_start
    comma = document.text.find(", ", at, passage.end)
    if comma < 0 or not _BEFORE_MAIN.match(document.text, begin) or "," in document.text[begin:at]:
        return None
    for mention in found:
        if comma < mention.start < comma + _NEAR_COMMA and mention.how in {"name", "surname"}:
            between = document.text[comma + 2 : mention.start - len(mention.title)].strip()
            is_main = between.casefold() in {"", "the", "prime minister", "president"}
            return mention if is_main and _may_be(mention, sort) else None
    return None


_NEAR_COMMA = 40


_OBJECTS = frozenset({"him", "them", "her"})


def _own_subject(passage: Passage, token: Any, found: list[Mention]) -> str | None:
    """Name the subject of the clause in which "him" is the object: it is somebody else."""
    if token.lower_ not in _OBJECTS or token.dep_ not in {"obj", "iobj", "obl"}:
        return None
    verb = token.head
    for _ in range(3):
        subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}]
        if subjects:
            at = passage.starts[subjects[0].i]
            return next((m.name for m in reversed(found) if m.start <= at < m.end), None)
        if verb.dep_ not in {"conj", "xcomp"}:
            return None
        verb = verb.head
    return None


def _may_be(mention: Mention, sort: str) -> bool:
    """Whether the given name lets "she" or "he" stand for it."""
    return sort not in {"m", "f"} or sex_of(mention.name) in {"", sort}


def _subject_of(previous: list[Mention], starts: list[int]) -> Mention:
    """Give whom the sentence before is about: the first named in it, else the last named at all."""
    last = previous[-1]
    start = max((s for s in starts if s <= last.start), default=0)
    return next(m for m in previous if m.start >= start)
