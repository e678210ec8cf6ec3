"""What stands beside an article's text: in a page's head, or in the fields of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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


NO_METADATA = Metadata()
