"""A passage as the rules see it: tokens, the actors among them, and a line of tagged text.

Surface rules are regular expressions over :attr:`View.tagged`, in which every actor is one marker
("‹P3›" the person of mention 3, "‹O5›" an organisation, "‹C0›" a country …), titles and articles
folded into it. Parse rules walk :attr:`View.parse`. Both speak of the same mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kutla.claims.cues import words_of
from kutla.documents.document import BlockRole
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.language.passage import Analysis, Mention, Passage

_LETTER = {
    EntityKind.PERSON: "P",
    EntityKind.PARTY_LIST: "O",
    EntityKind.PARTY: "O",
    EntityKind.ELECTORAL_ALLIANCE: "O",
    EntityKind.PARLIAMENTARY_GROUP: "O",
    EntityKind.ARMED_FACTION: "A",
    EntityKind.UMBRELLA: "A",
    EntityKind.MINISTRY: "M",
    EntityKind.INSTITUTION: "I",
    EntityKind.COUNTRY: "C",
    EntityKind.PLACE: "L",
    EntityKind.CLERICAL_AUTHORITY: "I",
    EntityKind.OFFICE: "F",
    EntityKind.ELECTION: "E",
    EntityKind.OUTLET: "I",
    EntityKind.GROUP: "G",
}
_UNKNOWN = "X"
_DASHES = frozenset({"—", "–", "-", "--"})
_LEADING = re.compile(r"^(?:the|a|an|its|his|her|their|our|all|both)$", re.IGNORECASE)


def letter_of(mention: Mention) -> str:
    """Give the letter by which surface rules know the mention's kind."""
    if mention.kind is None:
        return _UNKNOWN
    return _LETTER[mention.kind]


_WORDS_BEFORE_ASIDE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of tagged text for surface rules.

    ``text`` is ``view.tagged`` from ``start`` on, behind ``prefix`` characters that repeat a subject.
    """

    view: View
    text: str
    start: int
    prefix: int

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the tokens under ``text[start:end]``, end excluded, the repeated subject left out."""
        shift = self.start - self.prefix
        return self.view.tokens_of(
            max(start, self.prefix) + shift, max(end, self.prefix + 1) + shift
        )


_VERBAL = frozenset({"VERB", "AUX"})
_OWN_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})


def _later_clauses(view: View) -> list[Line]:
    """Lines for verbs that share the subject of the verb they are joined to."""
    found = []
    for token in view.tokens:
        if token.dep_ != "conj" or token.pos_ not in _VERBAL or token.head.pos_ not in _VERBAL:
            continue
        if any(child.dep_ in _OWN_SUBJECT for child in token.children):
            continue
        subject = _repeated_subject(view, token.head)
        begin = min([token.i, *(c.i for c in token.children if c.dep_ in {"aux", "aux:pass", "advmod"} and c.i < token.i)])  # fmt: skip
        at = view.place_of(begin)
        if subject and at is not None:
            found.append(Line(view, f"{subject} {view.tagged[at:]}", at, len(subject) + 1))
    return found


def _repeated_subject(view: View, verb: Any) -> str:
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubj:pass"}:
                heads = [child, *(c for c in child.children if c.dep_ == "conj")]
                places = [view.index_at(head.i) for head in heads]
                return " and ".join(
                    f"‹{letter_of(view.mentions[i])}{i}›" for i in places if i is not None
                )
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return ""


_JOINED = re.compile(
    r"(?: \([^()]{1,30}\))?(?:(?:,| and|, and|,? as well as)(?: the)? |,? and (?:[^.;,()]{0,60}(?:candidate|leader|nominee|head|chief), ))"
)


@dataclass(frozen=True)
class View:
    """One passage with its actors found among its tokens."""

    analysis: Analysis
    passage: Passage

    @property
    def parse(self) -> Any:
        """The spaCy ``Doc`` of the passage."""
        return self.passage.parse

    @cached_property
    def tokens(self) -> tuple[Any, ...]:
        """The tokens of the parse, made once."""
        return tuple(self.passage.parse)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of the tokens as they stand."""
        return tuple(token.text for token in self.tokens)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The outermost mentions, in order: none lies within another."""
        chosen: list[Mention] = []
        for mention in sorted(self.passage.mentions, key=lambda m: (m.start, -m.end)):
            if not chosen or mention.start >= chosen[-1].end:
                chosen.append(mention)
        return tuple(chosen)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """For each mention the tokens it covers, end excluded; (0, 0) where it covers none."""
        starts, ends = self.passage.starts, self.passage.ends
        found = []
        for mention in self.mentions:
            first, last = bisect_right(ends, mention.start), bisect_left(starts, mention.end)
            found.append((first, last) if first < last else (0, 0))
        return tuple(found)

    @cached_property
    def _mention_of_token(self) -> dict[int, int]:
        covered: dict[int, int] = {}
        for index, (first, last) in enumerate(self.spans):
            for token in range(first, last):
                covered.setdefault(token, index)
        return covered

    def index_at(self, token: int) -> int | None:
        """Give the place in ``mentions`` of the one that covers the token, if one does."""
        return self._mention_of_token.get(token)

    def place_of(self, token: int) -> int | None:
        """Give where in ``tagged`` the words of a token begin; None within a marker."""
        tokens = self._tagging[1]
        place = bisect_left(tokens, token)
        return place if place < len(tokens) and tokens[place] == token else None

    def mention_at(self, token: int) -> Mention | None:
        """Give the mention that covers the token, if one does."""
        index = self._mention_of_token.get(token)
        return None if index is None else self.mentions[index]

    def sharers(self, mention: Mention) -> tuple[Mention, ...]:
        """Give everybody "they" stands for: all of "A, B and C said they …"; else the mention."""
        is_pair = mention.text.casefold().startswith(("both", "the two"))
        if mention.how != "pronoun" or not (is_pair or mention.text.casefold() == "they"):
            return (mention,)
        begin = self.passage.sentence_start
        is_here = any(
            m.name == mention.name and begin <= m.start < mention.start
            for m in self.analysis.mentions
            if m.how in {"name", "surname"}
        )
        reach = begin if is_here and not is_pair else 0
        named = [
            m
            for m in self.analysis.mentions
            if m.end <= mention.start and m.start >= reach and m.how in {"name", "surname"}
        ]
        at = max((i for i, m in enumerate(named) if m.name == mention.name), default=None)
        if at is None:
            return (mention,)
        first = last = at
        while first > 0 and self._is_joined(named[first - 1], named[first]):
            first -= 1
        while last + 1 < len(named) and self._is_joined(named[last], named[last + 1]):
            last += 1
        return tuple(named[first : last + 1]) if last > first else (mention,)

    def _is_joined(self, one: Mention, other: Mention) -> bool:
        between = self.analysis.text[one.end : other.start]
        return letter_of(one) == letter_of(other) and bool(_JOINED.fullmatch(between))

    def head_of(self, mention: Mention) -> Any:
        """Give the token of the mention that its other tokens hang from."""
        first, last = self.spans[self.mentions.index(mention)]
        for token in self.parse[first:last]:
            if not first <= token.head.i < last or token.head.i == token.i:
                return token
        return self.parse[first]

    @cached_property
    def _tagging(self) -> tuple[str, tuple[int, ...]]:
        """The tagged line, and for each of its characters the token it came from."""
        pieces: list[str] = []
        tokens: list[int] = []
        opened = {first: index for index, (first, last) in enumerate(self.wide) if last > first}
        i = 0
        texts = self.texts
        while i < len(texts):
            index = opened.get(i)
            if index is None:
                piece = texts[i] + self.tokens[i].whitespace_
                last = i + 1
                if texts[i] in _DASHES and self._is_aside(i):
                    piece = ", "
                    if pieces and pieces[-1].endswith(" "):
                        pieces[-1] = pieces[-1][:-1]
                        tokens.pop()
            else:
                last = self.wide[index][1]
                space = self.tokens[last - 1].whitespace_
                is_owner = self.is_owner(index)
                marker = f"‹{letter_of(self.mentions[index])}{index}›"
                behind = self.spans[index][1]
                owns = last - behind > 2 and texts[behind] in {"'s", "’s"}
                marker += "'s" if owns else ""
                piece = (self.mentions[index].text if is_owner else marker) + space
            pieces.append(piece)
            tokens.extend([i] * len(piece))
            i = last
        return "".join(pieces), tuple(tokens)

    def _is_aside(self, token: int) -> bool:
        """Whether a dash stands for a comma, as around an aside; not in a row: "PS - 19"."""
        if not self.tokens[token].whitespace_:
            return False
        if token < _WORDS_BEFORE_ASIDE or token + 1 >= len(self.texts):
            return False
        is_row = self.passage.role in {BlockRole.BULLET, BlockRole.TABLE_ROW}
        return not is_row and not self.texts[token + 1][:1].isdigit()

    def is_owner(self, index: int) -> bool:
        """Whether a mention is "his", "her", "its" or "their": in the tagged line it stays a word."""
        mention = self.mentions[index]
        if mention.how != "pronoun":
            return False
        word = mention.text.casefold()
        if word == "her":
            first = self.spans[index][0]
            return bool(self.parse[first].dep_ == "nmod:poss")
        return word in {"his", "its", "their"}

    @cached_property
    def wide(self) -> tuple[tuple[int, int], ...]:
        """Token spans of mentions with the title or article before and the acronym behind."""
        wide: list[tuple[int, int]] = []
        floor = 0
        for index, (first, last) in enumerate(self.spans):
            if last <= max(first, floor):
                wide.append((0, 0))
                continue
            start = self._reach_left(index, first, floor)
            end = self._reach_right(index, last)
            if start > floor and end < len(self.texts) and self._is_marked(start - 1, end):
                start, end = start - 1, end + 1
                while start > floor and _LEADING.match(self.texts[start - 1]):
                    start -= 1
            wide.append((start, end))
            floor = end
        return tuple(wide)

    def _is_marked(self, before: int, after: int) -> bool:
        """Whether a name stands between quotation marks, which are no words of the sentence."""
        return self.texts[before] in {'"', "'"} and self.texts[after] in {'"', "'"}

    def _reach_left(self, index: int, first: int, floor: int) -> int:
        title = self.mentions[index].title
        start = first
        if title:
            words = len(re.findall(r"\S+", title))
            for length in range(words + 3, 0, -1):
                begin = first - length
                if begin >= floor and self._text(begin, first).casefold() == title.casefold():
                    start = begin
                    break
        while start > floor and (
            _LEADING.match(self.texts[start - 1]) or self._is_adjective_of_country(start - 1)
        ):
            start -= 1
        if start > floor + 1 and self.texts[start - 1] == "-" and self.texts[start - 2].islower():
            start -= 2  # "the neo-Nazi Golden Dawn"
        return start

    def _is_adjective_of_country(self, token: int) -> bool:
        word = self.tokens[token]
        return bool(word.pos_ == "ADJ" and word.text[:1].isupper() and token + 1 < len(self.texts))

    def _reach_right(self, index: int, last: int) -> int:
        following = index + 1
        if (
            last + 3 < len(self.texts)
            and self.texts[last] in {"'s", "’s", "'"}
            and following < len(self.spans)
            and self.mentions[following].name == self.mentions[index].name
            and self.texts[last + 1] == "("
            and self.spans[following][0] == last + 2
        ):
            return self.spans[following][1] + 1  # "the Democratic Party's (KDP) X"
        if following < len(self.spans) and last + 2 < len(self.texts):
            first, end = self.spans[following]
            same = self.mentions[following].name == self.mentions[index].name
            if (
                same
                and first == last + 1
                and self.texts[last] == ","
                and self.mentions[following].text.isupper()
            ):
                return end
            closing = {"(": ")", "'": "'", '"': '"'}.get(self.texts[last])
            if same and first == last + 1 and closing:
                return end + 1 if end < len(self.texts) and self.texts[end] == closing else last
        return last

    def _text(self, first: int, last: int) -> str:
        return str(self.parse[first:last].text)

    @cached_property
    def tagged(self) -> str:
        """The passage with every actor folded into one marker."""
        return self._tagging[0]

    @cached_property
    def letters(self) -> frozenset[str]:
        """The kinds of the actors, by the letters that rules know them by."""
        return frozenset(letter_of(mention) for mention in self.mentions)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the tagged line, in small letters."""
        return words_of(self.tagged)

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The tokens of the parse in small letters."""
        return tuple(token.lower_ for token in self.tokens)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The tagged line, and one for each later verb of a subject: "X left A and founded B"."""
        return (Line(self, self.tagged, 0, 0), *_later_clauses(self))

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Give the tokens under ``tagged[start:end]``, end excluded, markers opened whole."""
        tokens = self._tagging[1]
        first = tokens[start]
        last = tokens[max(start, end - 1)]
        for wide in self.wide:
            if wide[0] <= last < wide[1]:
                last = wide[1] - 1
        return first, last + 1

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Give where tokens ``first`` to ``last`` (excluded) stand in the document."""
        chosen = range(first, last)
        return (
            min(self.passage.starts[i] for i in chosen),
            max(self.passage.ends[i] for i in chosen),
        )
