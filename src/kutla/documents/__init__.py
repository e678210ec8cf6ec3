"""What was published: files → Documents (news with offsets, and what was cut away) → Stories."""

from kutla.documents.copies import CopyIndex
from kutla.documents.document import (
    UNDATED,
    Block,
    BlockRole,
    Copy,
    DateSource,
    Document,
    Dropped,
    DropReason,
    Outlet,
    OutletKind,
    PublicationDate,
    Reading,
    Source,
    Story,
    Unread,
)
from kutla.documents.files import ENDINGS
from kutla.documents.make import make_document
from kutla.documents.metadata import Metadata
from kutla.documents.raw import MOST_BYTES
from kutla.documents.read import read, read_batches, read_file, stream
from kutla.documents.stories import group, stories_of

__all__ = [
    "ENDINGS",
    "MOST_BYTES",
    "UNDATED",
    "Block",
    "BlockRole",
    "Copy",
    "CopyIndex",
    "DateSource",
    "Document",
    "DropReason",
    "Dropped",
    "Metadata",
    "Outlet",
    "OutletKind",
    "PublicationDate",
    "Reading",
    "Source",
    "Story",
    "Unread",
    "group",
    "make_document",
    "read",
    "read_batches",
    "read_file",
    "stories_of",
    "stream",
]
