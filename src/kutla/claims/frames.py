"""Frames: one line of data for a way of saying something, matched on the surface and in the parse.

``Frame("joins_bloc", verbs="join enter", link="")`` reads "X joined Y", "X, which is small, has
joined Y and Z", "Y was joined by X", "X agreed to join Y". ``link`` is the preposition before the
object, ``noun`` a noun phrase between verb and link ("hold *talks* with").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kutla.claims.claim import Name
from kutla.claims.clauses import linked_tokens, mentions_under, object_tokens, subject_tokens
from kutla.claims.cues import Index, first_words, make_index, once_each
from kutla.claims.found import Found, argument
from kutla.claims.inflect import verb_forms
from kutla.claims.numerals import NUMERAL, read_numeral
from kutla.claims.subjects import subject_mentions
from kutla.claims.surface import markers, surface_pattern
from kutla.claims.things import name_thing, thing_pattern, thing_under
from kutla.claims.view import letter_of
from kutla.documents.document import BlockRole
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.claim import Modality, Polarity
    from kutla.claims.view import Line, View
    from kutla.language.passage import Mention
    from kutla.language.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with its arguments, for one kind of claim.

    ``subjects`` and ``objects`` are the letters of the kinds allowed (see ``view``);
    ``is_swapped`` says that the grammatical subject is the claim's object.
    """

    kind: str
    verbs: str
    link: str = ""
    noun: str = ""
    subjects: str = "POAXG"
    objects: str = "POAX"
    is_swapped: bool = False
    needs_object: bool = True
    modality: Modality | None = None
    polarity: Polarity | None = None
    things: str = ""
    """Classes of what may be the object without a name (see ``things``), besides names."""

    @property
    def told(self) -> str:
        """The frame in words, for explanations."""
        parts = [f"verbs {', '.join(self.lemmas)}"]
        parts += [f"noun {self.noun}"] if self.noun else []
        parts += [f"before the object {self.link}"] if self.link else []
        return "frame: " + "; ".join(parts)

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The verbs, underscores read as spaces."""
        return tuple(verb.replace("_", " ") for verb in self.verbs.split())


def match_frames(view: View, frames: tuple[Frame, ...]) -> Iterator[Found]:
    """Yield what the frames find, by either way of reading."""
    for place in _index(frames).places(view.words):
        frame = frames[place]
        if not _may_match(view, frame):
            continue
        yield from _on_surface(view, frame)
        yield from _in_parse(view, frame)


def _may_match(view: View, frame: Frame) -> bool:
    """Whether the passage has actors of the kinds that the frame asks for; only for speed."""
    if not view.letters.intersection(frame.subjects):
        return False
    if not frame.needs_object or frame.things:
        return True
    return len(view.mentions) > 1 and not view.letters.isdisjoint(frame.objects)


@once_each
def _index(frames: tuple[Frame, ...]) -> Index:
    return make_index(first_words(frame.lemmas) for frame in frames)


@once_each
def _heads(frame: Frame) -> dict[str, str]:
    """The first word of every form of the verbs, with its lemma."""
    return {form.split(" ")[0]: lemma for lemma in frame.lemmas for form in verb_forms(lemma)}


@once_each
def _active(frame: Frame) -> Pattern:
    noun = f'{{DET}}["“]?(?:[\\w-]+["”]? ){{0,2}}?(?:{frame.noun})["”]? ' if frame.noun else ""
    link = f"(?:{frame.link}) " if frame.link else ""
    target = rf"(?P<o>{{LK:{frame.objects}}})"
    named = f"{{INTO}}(?:(?:led|headed|chaired) by {{FILL}})?{target}"
    if frame.things:
        thing = f"(?P<d>{thing_pattern(frame.things)})"
        named = f"(?:{named}|{thing})" if frame.objects else thing
    tail = f"{noun}{link}{named}"
    if not frame.needs_object:
        tail = (
            f"(?:{noun}{link}{{FILL}}{target})?"
            if not frame.noun
            else (f"{{DET}}(?:[\\w-]+ ){{0,3}}?(?:{frame.noun})(?: {link}{{FILL}}{target})?")
        )
    return surface_pattern(
        rf"(?P<s>{{LK:{frame.subjects}}}){{APP}} {{AUX}}(?P<v>{{V:{frame.verbs}}})\b ?"
        rf"(?:(?:himself|herself|itself|themselves) )?(?:(?:[a-z]+ly|only|also|again|back) )?{tail}"
    )


@once_each
def _passive(frame: Frame) -> Pattern | None:
    if frame.link or frame.noun:
        return None
    target = rf"(?P<o>{{LK:{frame.objects}}})"
    if frame.things:
        thing = f"(?P<d>{thing_pattern(frame.things)})"
        target = f"(?:{target}|{thing})" if frame.objects else thing
    return surface_pattern(
        rf"{target}{{APP}} {{AUX}}(?P<v>{{V:{frame.verbs}}}) "
        rf"by {{FILL}}(?P<s>{{LK:{frame.subjects}}})"
    )


def _on_surface(view: View, frame: Frame) -> Iterator[Found]:
    active = _active(frame)
    for pattern in (active, _passive(frame)):
        if pattern is not None:
            for match in pattern.finditer(view.tagged):
                yield from _matched(view.lines[0], frame, match)
    for line in view.lines[1:]:
        later = active.match(line.text)
        if later and later.start("s") == 0:
            yield from _matched(line, frame, later)


def _matched(line: Line, frame: Frame, match: re.Match[str]) -> Iterator[Found]:
    view = line.view
    if line.prefix:
        subjects = [view.mentions[i] for i in markers(match["s"])]
    else:
        subjects = _own_subjects(view, match)
    named = [view.mentions[i] for i in markers((frame.objects and match["o"]) or "")]
    objects: list[Mention | Name | None] = [*_alike(named)]
    if frame.things and match["d"]:
        shift = line.start - line.prefix
        thing = name_thing(view, match.start("d") + shift, match.end("d") + shift)
        if thing is None:
            return
        objects = [thing]
    if _COMPOUNDED.match(line.text, match.end()) and match.end() == match.end(
        "o" if frame.objects else "s"
    ):
        return  # "opposed EU-brokered talks"
    span = line.tokens_of(match.start(), match.end())
    anchor = line.tokens_of(*match.span("v"))[0]
    yield from _pairs(frame, subjects, objects or [None], span, anchor, "surface")


_QUANTITY = re.compile(
    r"^(?:dozens|scores|hundreds|thousands|several|some|many|a number|most|all) of (?:(?:its|the|his|their|her) )?",
    re.IGNORECASE,
)
_COMPOUNDED = re.compile(
    r"-(?:brokered|mediated|sponsored|led|backed|style|drafted|proposed|funded|imposed|run|held)\b"
)


def _alike(mentions: list[Mention]) -> list[Mention]:
    """Those of the first one's kind: "broke off talks with the SPÖ, and Nehammer resigned"."""
    return [m for m in mentions if (letter_of(m) == "P") == (letter_of(mentions[0]) == "P")]


def _own_subjects(view: View, match: re.Match[str]) -> list[Mention]:
    """The subjects; "inside parliament to support" has none."""
    subjects = subject_mentions(view, *match.span("s"))
    is_infinitive = view.tagged.startswith(" to ", match.end("s"))
    if is_infinitive and match.start("s") > 0 and view.passage.role is not BlockRole.HEADLINE:
        return []
    return subjects


def _pairs(
    frame: Frame,
    subjects: list[Mention],
    objects: list[Mention | Name | None],
    span: tuple[int, int],
    anchor: int,
    layer: str,
) -> Iterator[Found]:
    for subject in subjects:
        for target in objects:
            if target is not None and target.name == subject.name:
                continue
            if target is None and (frame.needs_object or frame.is_swapped):
                continue
            first, second = (target, subject) if frame.is_swapped else (subject, target)
            if first is None:
                continue
            yield Found(
                kind=frame.kind,
                subject=_named(first),
                object=_without_count(frame, _named(second)) if second else None,
                value=_count(frame, target),
                span=span,
                anchor=anchor,
                polarity=frame.polarity,
                modality=frame.modality,
                layer=layer,
                by=frame.told,
            )


_COUNTED_KINDS = frozenset({"detains", "releases"})


def _count(frame: Frame, target: Mention | Name | None) -> int | None:
    """How many were held or let go: "arrested nine guardsmen"."""
    if frame.kind not in _COUNTED_KINDS or target is None or isinstance(target, Name):
        return None
    number = _NUMBER.search(target.text)
    return read_numeral(number.group(0)) if number else None


_NUMBER = re.compile(rf"(?<![\w-]){NUMERAL}(?![\w-])", re.IGNORECASE)


def _without_count(frame: Frame, name: Name) -> Name:
    """The people alone where their number is the claim's value or of no weight for it."""
    if frame.kind not in _COUNTED_KINDS | {"attacks"} or name.kind is not EntityKind.GROUP:
        return name
    bare = _QUANTITY.sub("", _NUMBER.sub("", name.name, count=1).strip())
    bare = re.sub(r"^of (?:the |its |his |her |their )?", "", bare)
    return replace(name, name=bare) if bare and name.name[0] != bare[0] else name


def _named(argued: Mention | Name) -> Name:
    return argued if isinstance(argued, Name) else argument(argued)


def _in_parse(view: View, frame: Frame) -> Iterator[Found]:
    heads = _heads(frame)
    for place, word in enumerate(view.lowered):
        lemma = heads.get(word)
        if lemma is None:
            continue
        token = view.tokens[place]
        if view.mention_at(place) is not None or token.pos_ == "NOUN":
            continue
        if " " in lemma and not _has_particles(token, lemma):
            continue
        subjects = _before_verb(view, _allowed(view, subject_tokens(token), frame.subjects), place)
        targets = _frame_objects(token, frame, lemma)
        objects: list[Mention | Name] = [*_allowed(view, targets, frame.objects)]
        if frame.things and not objects:
            things = (thing_under(view, target, frame.things) for target in targets)
            objects = [thing for thing in things if thing is not None]
        if not subjects or (frame.needs_object and not objects):
            continue
        if frame.noun and not _nouns(token, frame.noun):
            continue
        seen = [each for each in [*subjects, *objects] if not isinstance(each, Name)]
        span = _span_of(view, token, seen)
        yield from _pairs(frame, subjects, list(objects) or [None], span, token.i, "parse")


def _before_verb(view: View, subjects: list[Mention], verb: int) -> list[Mention]:
    """Leave out what stands behind the verb while others stand before it: no subject of it.

    "231 members backing the bill, and 194 others opposing it": a parser may join the two.
    """
    at = view.passage.starts[verb]
    before = [mention for mention in subjects if mention.start < at]
    return before or subjects


def _has_particles(token: Any, lemma: str) -> bool:
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    return all(word in following for word in lemma.split(" ")[1:])


@lru_cache(maxsize=512)
def _noun_pattern(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{noun})$", re.IGNORECASE)


def _nouns(verb: Any, noun: str) -> list[Any]:
    pattern = _noun_pattern(noun)
    candidates = [
        child for child in verb.children if child.dep_ in {"obj", "obl", "nsubj:pass", "xcomp"}
    ]
    return [
        token
        for token in candidates
        if pattern.search(token.doc[max(0, token.i - 2) : token.i + 1].text)
    ]


_PREPOSITIONS = frozenset(
    {"behind", "with", "at", "by", "from", "to", "for", "on", "in", "against"}
)


def _frame_objects(verb: Any, frame: Frame, lemma: str = "") -> list[Any]:
    last = lemma.rpartition(" ")[2]
    if not frame.link and not frame.noun and " " in lemma and last in _PREPOSITIONS:
        return [*object_tokens(verb), *linked_tokens(verb, last)]
    if frame.noun:
        nouns = _nouns(verb, frame.noun)
        return [t for head in [*nouns, verb] for t in linked_tokens(head, frame.link or "of")]
    if frame.link:
        return linked_tokens(verb, frame.link)
    return object_tokens(verb)


def _allowed(view: View, tokens: list[Any], letters: str) -> list[Mention]:
    found: list[Mention] = []
    for token in tokens:
        for mention in mentions_under(view, token):
            if letter_of(mention) in letters:
                found.extend(each for each in view.sharers(mention) if each not in found)
    return found


def _span_of(view: View, verb: Any, mentions: list[Mention]) -> tuple[int, int]:
    spans = [view.spans[view.mentions.index(m)] for m in mentions if m in view.mentions]
    first = min([verb.i, *(span[0] for span in spans)])
    last = max([verb.i + 1, *(span[1] for span in spans)])
    return first, last
