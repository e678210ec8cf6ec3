"""One frozen object of settings, built at the edge; nothing reads the environment at import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are when nothing else is said."""

    parliament: str = "iraq"
    parliaments: Path = Path("parliaments")
    """Where a user keeps parliaments of their own, each a folder."""
    ledger: Path = Path("kutla.db")
    brief: Path = Path("brief.html")
