"""What the claim rules read: passages of a document with their parse, names and voices.

A *passage* is one sentence of a block, or the part of it that stands inside or outside quotation
marks: a quotation and the frame around it are parsed apart, so that neither spoils the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kutla.documents.document import BlockRole
    from kutla.vocabulary import EntityKind, When


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that stand for an actor.

    ``start``/``end`` are offsets into ``Document.text``; ``text`` the words there. ``name`` is
    the fullest name the document gives for it, titles left out ("he" → "Hadi al-Amiri");
    ``how`` says what sort of words these are: name, surname, pronoun, description, acronym,
    role ("the Hikma leader"), numeral-group ("40 MPs"). ``title`` is the title or role noun that stood with it
    ("Prime Minister", "MP"). ``entity_id`` is set where the register knows it for sure.
    """

    start: int
    end: int
    text: str
    name: str
    kind: EntityKind | None
    how: str = "name"
    title: str = ""
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a passage: as mentioned, with the verb of saying.

    ``name`` is the fullest name or description the document gives; ``via`` is who carried it
    ("Rudaw English", "Reuters"), outermost first. ``verb`` is the lemma of the speech verb.
    """

    name: str
    is_anonymous: bool = False
    entity_id: str | None = None
    description: str = ""
    verb: str = "say"
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenSpan:
    """A stretch of a passage that someone says, without quotation marks of its own.

    "X said that …", "… , according to X", "…, Reuters reported". ``is_denial`` is true where what
    stands there is denied ("X denied that …", "X rejected reports of …"); then ``speaker``
    is the denier. Spans may nest; the outer one comes first.
    """

    start: int
    end: int
    speaker: Speaker
    is_denial: bool = False


@dataclass(frozen=True, slots=True)
class DatedWords:
    """Words that say when, and what day, month or range they mean; open where unsure."""

    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of a document with one voice, parsed.

    ``start``/``end`` are offsets into ``Document.text``. ``parse`` is a spaCy ``Doc`` whose
    text is the passage normalised (typographic quotes folded, a quotation inside the frame
    replaced by a placeholder word); ``starts[i]`` and ``ends[i]`` give, for token ``i``, where it
    stands in ``Document.text``. ``mentions`` are those within the passage, in order, longest
    first. ``speaker`` is the one whose quotation the passage is, None outside quotation marks;
    ``quotation`` says whether the passage stands between quotation marks (its speaker may be
    unknown). ``speech`` are the stretches reported without marks. ``sentence_start`` and
    ``sentence_end`` bound the whole sentence; ``dates`` are the words that say when.
    """

    block: int
    role: BlockRole
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    parse: Any
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: tuple[Mention, ...] = ()
    speaker: Speaker | None = None
    quotation: bool = False
    speech: tuple[SpokenSpan, ...] = ()
    dates: tuple[DatedWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document as the claim rules see it: its passages, in order, and every mention in it."""

    document_id: str
    text: str
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
