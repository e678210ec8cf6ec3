"""What stands beside an article's text: in a page's head, or in the fields of a record."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kutla.documents.decoding import tidy

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or a record says of itself; every field may be missing."""

    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    section: str | None = None
    published_on: date | None = None

    def tidied(self) -> Metadata:
        """Give the same without hidden characters and line ends, None for what is blank."""
        words = {
            each.name: " ".join(tidy(value).split()) or None
            for each in fields(self)
            if isinstance(value := getattr(self, each.name), str)
        }
        if words.get("url") is not None and not _is_address(words["url"]):
            words["url"] = None
        return replace(self, **words)  # type: ignore[arg-type]


def _is_address(url: str | None) -> bool:
    try:
        urlsplit(url or "")
    except ValueError:
        return False
    return True


NO_METADATA = Metadata()
