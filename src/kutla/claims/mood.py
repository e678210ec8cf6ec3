"""Polarity and modality of a clause: is it said to be so, and in what way.

Read off the words between the subject (or the clause's start) and the predicate, and off the verb
that governs it: "has not joined", "has no plans to join", "is close to joining", "urged X to join".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kutla.claims.claim import Modality, Polarity

if TYPE_CHECKING:
    from kutla.claims.found import Found
    from kutla.claims.view import View

_REACH = 16


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


_REFUSAL = _words(
    "refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing)?|declin(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out|"
    "turn(?:s|ed|ing)? down|spurn(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|"
    "under no circumstances|by no means|no way|unwilling|no (?:intention|plans?|desire|wish|interest|question)|"
    "(?:not|n't|never) (?:\\w+ ){0,2}?(?:plan\\w*|intend\\w*|want\\w*|willing|ready|going|agree\\w*|"
    "prepared|interested|consider\\w*|wish\\w*)|"
    "(?:will|would|wo|shall) ?(?:not|n't|never)|never (?:again )?"
)
_DECLINED = _words("refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|hesitat\\w+")
_NOT_RULED_OUT = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bwithout|\bnor)(?: [a-z]+)?? (?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing)|"
    r"reject(?:ed|ing)?|clos(?:e|ed|ing) the door|shut(?:ting)? the door)(?![\w-])",
    re.IGNORECASE,
)
"""A no to a no leaves the thing open."""
_NEGATION = _words(
    "not|never|cannot|without|neither|nor|fail(?:s|ed|ing|ure)? to|unable|no longer|hardly|"
    "yet to|stop(?:s|ped)? short of|far from|instead of|rather than"
)
_NOT = re.compile(r"n['’]t(?!\w)", re.IGNORECASE)
_DEMANDED = _words(
    "should|must|ought|need(?:s|ed)? to|ha(?:s|ve|d) to|urg(?:e|es|ed|ing)|"
    "call(?:s|ed|ing)? (?:on|for|upon)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|"
    "insist(?:s|ed)?|appeal(?:s|ed)? (?:to|for)|want(?:s|ed)? ‹\\w\\d+›|invit(?:e|es|ed|ing)|"
    "request(?:s|ed|ing)?|recommend(?:s|ed)?"
)
_POSSIBLE = _words(
    "(?-i:may)|might|could|can|likely|unlikely|possibl[ey]|perhaps|probably|"
    "clos(?:e|er|ing) to|on the (?:verge|brink) of|near(?:ing)?|consider(?:s|ed|ing)?|if|unless|"
    "whether|open to|ready|willing|in talks|potential(?:ly)?|reportedly (?:weighing|mulling)|"
    "weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|tipped|rumou?red|appear(?:s|ed)? (?:set|ready)|"
    "threaten(?:s|ed|ing)?|tempt(?:s|ed|ing)?|toy(?:s|ed|ing)? with|"
    "hint(?:s|ed|ing)?|explor(?:e|es|ed|ing)|believed"
)
_PLANNED = _words(
    "will|shall|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intention|aim(?:s|ed|ing)?|decid(?:e|es|ed|ing)|"
    "decision|agree(?:s|d|ing|ment)?|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    "going to|prepar(?:e|es|ed|ing) to|about to|due to|set to|to be|want(?:s|ed|ing)?|"
    "expect(?:s|ed|ing)?|hope(?:s|d)?|seek(?:s|ing)?|sought|try(?:ing)?|tr(?:ies|ied)|scheduled|undertook|poised|commit(?:s|ted)|"
    "announced? (?:it|he|she|they|its|his|her|their) (?:will|would|intention)|determined|ll"
)
_WILL = re.compile(r"['’]ll(?!\w)|(?<![\w-])(?:is|are|was|were) to(?![\w-])", re.IGNORECASE)
_ASIDE = re.compile(r"^\s*,.*,(?=\s)|\([^()]*\)")
"""What stands between commas right behind the subject colours the subject, not the deed."""
_PERFORMED = re.compile(
    r"\bwould like to (?:announce|declare|say|confirm|stress)\b|\bgoes without saying\b|^\W*Should\b[^,]{0,60},",
    re.IGNORECASE,
)
_WOULD = _words("would")
_CLAUSE_BREAK = {";", ":", "—", "–"}


@dataclass(frozen=True, slots=True)
class Mood:
    """How a clause puts its claim; ``is_refusal`` where it is the subject's own no."""

    polarity: Polarity
    modality: Modality
    is_refusal: bool = False
    is_declined: bool = False
    """Whether the no is put as not doing it ("declined to back"), not as being against."""


def is_left_open(view: View, found: Found) -> bool:
    """Whether a refusal is itself denied: "has not ruled out a coalition with X"."""
    words = " ".join(t.text for t in view.parse[max(0, found.anchor - 3) : found.anchor + 2])
    return bool(_NOT_RULED_OUT.search(words.replace(" n't", "n't")))


def mood_of(view: View, found: Found) -> Mood:
    """Read the mood of what was found; the wording of the rule itself goes before."""
    words = _governing_words(view, found)
    mood = read_mood(words)
    modality = mood.modality
    if modality is Modality.ACTUAL and not mood.is_refusal and _is_bare_gerund(view, found):
        modality = Modality.POSSIBLE
    if modality is Modality.ACTUAL and found.kind in _DEEDS and _is_purpose_of(view, found, words):
        modality = Modality.PLANNED
    return Mood(
        found.polarity or mood.polarity,
        found.modality or modality,
        (mood.is_refusal or _has_given_up(found, words)) and found.polarity is None,
        mood.is_declined,
    )


_DEEDS = frozenset({"forms_bloc", "joins_bloc", "leaves_bloc", "confidence_vote", "attacks"})
_ACHIEVED = _words(
    "went on to|proceeded to|the (?:first|last|second|latest|only \\w+) to|manag(?:e|es|ed|ing)|able|agreed|came together"
)


def _is_purpose_of(view: View, found: Found, words: str) -> bool:
    """Whether it is what something else is done for: "held talks to form a coalition"."""
    before = view.parse[found.anchor - 1].lower_ if found.anchor else ""
    return before == "to" and not _ACHIEVED.search(words)


def _is_bare_gerund(view: View, found: Found) -> bool:
    """Whether the act is only thought of: "Taking confidence away depends on postponing …"."""
    token = view.parse[found.anchor]
    if not token.lower_.endswith("ing") or token.tag_ not in {"VBG", "NN"}:
        return False
    return found.anchor == 0 or view.parse[found.anchor - 1].lower_ in {"by", "of", "about"}


def read_mood(words: str) -> Mood:
    """Read the mood off the words that stand between a subject and its predicate.

    A "would" is a plan, as a reported "will" is; a condition it shows by an "if".
    """
    if _NOT_RULED_OUT.search(words):
        return Mood(Polarity.AFFIRMED, Modality.POSSIBLE)
    if _REFUSAL.search(words):
        is_declined = bool(_DECLINED.search(words))
        return Mood(Polarity.NEGATED, Modality.ACTUAL, is_refusal=True, is_declined=is_declined)
    negated = bool(_NEGATION.search(words) or _NOT.search(words))
    polarity = Polarity.NEGATED if negated else Polarity.AFFIRMED
    for pattern, modality in (
        (_DEMANDED, Modality.DEMANDED),
        (_POSSIBLE, Modality.POSSIBLE),
        (_PLANNED, Modality.PLANNED),
    ):
        if pattern.search(words):
            return Mood(polarity, modality)
    if _WOULD.search(words):
        return Mood(polarity, Modality.PLANNED)
    if _WILL.search(words):
        return Mood(polarity, Modality.PLANNED)
    return Mood(polarity, Modality.ACTUAL)


def _has_given_up(found: Found, words: str) -> bool:
    """Whether somebody was a candidate and is one no longer: "no longer wants to be premier"."""
    return found.kind == "candidate_for" and "no longer" in words.casefold()


def mood_words(view: View, found: Found) -> tuple[tuple[str, str], ...]:
    """Say which words of the clause decided its mood: pairs of what they mean and the word."""
    words = _governing_words(view, found)
    signs = (
        ("refusal", _REFUSAL),
        ("negation", _NEGATION),
        ("negation", _NOT),
        ("demand", _DEMANDED),
        ("possibility", _POSSIBLE),
        ("plan", _PLANNED),
        ("plan", _WOULD),
        ("plan", _WILL),
    )
    return tuple(
        (meaning, match.group(0)) for meaning, sign in signs for match in sign.finditer(words)
    )


def _governing_words(view: View, found: Found) -> str:
    """The tagged words before the predicate, back to its subject or the clause's start."""
    start = _clause_start(view, found)
    near = _PERFORMED.sub(" ", _ASIDE.sub(" ", _detag(view, start, found.anchor)))
    return f"{_governors(view.parse[found.anchor])} {near}"


def _clause_start(view: View, found: Found) -> int:
    floor = max(0, found.anchor - _REACH)
    start = floor
    end = found.subject.end
    if end is not None and floor and end < view.passage.starts[floor]:
        # the subject stands further off, behind an aside: read on from where that ends
        commas = [t.i + 1 for t in view.parse[floor : found.anchor] if t.text == ","]
        start = commas[-1] if commas else floor
    for token in view.parse[floor : found.anchor]:
        starts_clause = token.text in _CLAUSE_BREAK or token.lower_ in {"but", "while", "although"}
        if starts_clause:
            start = token.i + 1
    verb = view.parse[found.anchor]
    if verb.dep_ == "conj" and verb.tag_ in _FINITE:
        joints: list[int] = [t.i + 1 for t in view.parse[start : found.anchor] if t.dep_ == "cc"]
        if joints:
            return joints[
                -1
            ]  # "refused to join A and founded B": only what stands before "founded"
    if found.subject.start is not None:
        subject_ends = [
            i + 1 for i in range(start, found.anchor) if view.passage.ends[i] == found.subject.end
        ]
        if subject_ends:
            return subject_ends[-1]
    return start


def _detag(view: View, first: int, last: int) -> str:
    """The plain words, with actors left out so that no name is read as a mood."""
    return " ".join(
        token.text if view.mention_at(token.i) is None else "‹X0›"
        for token in view.parse[first:last]
    )


def _governors(token: Any) -> str:
    """The verbs and nouns above the predicate that colour it: "urged", "plan", "refuses"."""
    words: list[str] = []
    current = token
    for _ in range(3):
        if not _is_coloured(current) or current.head.i >= token.i:
            break
        if current.dep_ == "conj" and (
            current.head.pos_ != current.pos_ or current.tag_ in _FINITE
        ):
            break
        if current.dep_ == "advcl" and not _is_purpose(current):
            break
        words += _own_colour(current)
        current = current.head
    return " ".join(words)


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_URGES = frozenset(
    {"demand", "insist", "urge", "ask", "recommend", "propose", "suggest", "request"}
)


def _is_coloured(verb: Any) -> bool:
    """Whether the word above colours it; "demanded that he resign" too, not "said he resigned"."""
    if verb.dep_ == "ccomp":
        return verb.tag_ == "VB" and verb.head.lemma_ in _URGES
    return verb.dep_ in {"xcomp", "acl", "conj", "advcl"}


def _is_purpose(verb: Any) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _own_colour(token: Any) -> list[str]:
    head, label = token.head, token.dep_
    helpers = [c.text for c in head.children if c.dep_ in {"aux", "advmod", "det"} and c.i < head.i]
    if label == "conj":
        return helpers if not _has_own_auxiliary(head) else [w for w in helpers if w != "not"]
    if head.lower_ in {"has", "have", "had"} and not _is_purpose(token):
        return helpers  # "which has 14 seats, quit" is not "has to quit"
    return [*helpers, head.text, "to"]


def _has_own_auxiliary(verb: Any) -> bool:
    return any(child.dep_ == "aux" for child in verb.children)
