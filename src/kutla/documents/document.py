"""What was published: one report as it came, what of it is news, and what was cut away."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.vocabulary import Period


class BlockRole(StrEnum):
    """What a kept block of text is."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE_ROW = "table-row"


@dataclass(frozen=True, slots=True)
class Block:
    """A kept stretch of ``Document.text``: one paragraph, bullet or the headline.

    Bullets begin after their sign, paragraphs after a dateline ("ERBIL (Kurdistan 24) –").
    """

    start: int
    end: int
    role: BlockRole = BlockRole.PARAGRAPH


class DropReason(StrEnum):
    """Why a span is not news."""

    BANNER = "banner"
    CAPTION = "caption"
    CREDIT = "credit"
    COMMENT = "comment"
    COMMENT_POLICY = "comment policy"
    DATE_LINE = "date line"
    DATELINE = "dateline"
    DONATION = "donation appeal"
    DOUBLED_HEADLINE = "doubled headline"
    LINK = "link"
    NAVIGATION = "navigation"
    RELATED = "related articles"
    REPEATED = "repeated in this outlet"
    REPEATED_LINE = "repeated line"
    REPEATED_STANDFIRST = "repeated standfirst"
    SUBSCRIBE = "subscription appeal"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span of ``Document.text`` that was cut away, and why."""

    start: int
    end: int
    reason: DropReason


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    WEBSITE = "website"
    PARTY = "party outlet"
    STATE = "state outlet"
    SOCIAL = "social post"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published a document, with what it was told from; certainty is 0 to 1."""

    name: str
    kind: OutletKind | None = None
    evidence: str = ""
    certainty: float = 1.0


class DateSource(StrEnum):
    """What a publication date was read from."""

    METADATA = "metadata"
    DATE_LINE = "date line"
    DATELINE = "dateline"
    CAPTION = "caption"
    BANNER = "banner"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When a document was published: a day, an interval, or open (``period`` None), with the why.

    ``is_exact`` is true where the period is one day that the document itself states.
    """

    period: Period | None
    date_source: DateSource | None
    evidence: str
    reason: str
    certainty: float = 1.0

    @property
    def is_exact(self) -> bool:
        """Whether this is one stated day."""
        return (
            self.period is not None
            and self.period.is_day
            and self.date_source is not DateSource.INFERRED
        )


UNDATED = PublicationDate(None, None, "", "no date in the document", 0.0)


@dataclass(frozen=True, slots=True)
class Document:
    """One report.

    ``id`` is the first 16 hex digits of the SHA-256 of ``text`` (so a file read twice is one
    document); ``address`` is the path or URL as given; ``text`` the decoded text, for HTML the
    extracted one, and every offset in kutla counts code points of it. ``blocks`` are the news,
    in order and not overlapping; ``dropped`` the rest, with reasons. ``credits`` are origins
    named in the text ("Reuters"), kept apart from the outlet.
    """

    id: str
    address: str
    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()
    headline: str | None = None
    outlet: Outlet | None = None
    byline: str | None = None
    section: str | None = None
    published: PublicationDate = UNDATED
    credits: tuple[str, ...] = ()
    place: str | None = None
    """Where the dateline stands: ``ERBIL``."""
    also_at: tuple[str, ...] = ()
    """Other addresses with the very same text: one document, more than one file."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address this text was found at, the first one first."""
        return (self.address, *self.also_at)

    @property
    def body(self) -> str:
        """The kept text, a block a line; for reading and comparing, offsets do not apply."""
        return "\n".join(self.text[block.start : block.end] for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document without its text: where it stands, who published it and when.

    ``published`` is None where nobody asked for more than that the document states its day.
    """

    id: str
    address: str = ""
    headline: str | None = None
    outlet: Outlet | None = None
    published: PublicationDate | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """An edge between two documents that share text.

    ``kind`` is copy, contains (``document_id`` holds ``other_id`` and much else), shared_quote
    or credited_origin (``document_id`` credits the outlet of ``other_id``); ``containment`` is
    the share of the smaller one's words that stand in the other in the same order.
    """

    document_id: str
    other_id: str
    kind: str
    containment: float


@dataclass(frozen=True, slots=True)
class Story:
    """All the copies of one report. ``document_ids`` in reading order; the first is the lead."""

    id: str
    document_ids: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was set aside, with the one sentence that says why and what would mend it."""

    address: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What ``read`` gives back: the documents, and the files that were set aside."""

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...] = field(default=())
