"""Folders of annotated articles.

Two layouts, which may be mixed and nested. Beside each other by name: ``X.txt`` (or ``.html``) and
``X.jsonl``, one claim a line with its quote. Or, where the articles may not be copied, a
``manifest.json`` that names for each gold file the article and its SHA-256, the claims giving
offsets in place of quotes::

    {"X.jsonl": {"article": "X-2031.txt", "sha256": "9f86d0…"}}
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims.codec import from_line, to_line
from kutla.errors import ClaimError, QuoteNotFoundError
from kutla.vocabulary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kutla.claims.claim import Claim

MANIFEST = "manifest.json"
_KEYS = (
    *("kind", "subject", "object", "value", "total", "polarity", "modality", "source", "date"),
)
_SUFFIXES = (".txt", ".html", ".htm", ".md")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article: where it stands, and its claims. ``article`` is None if not found."""

    name: str
    article: Path | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def read_gold(gold_dir: Path, articles_dir: Path | None = None) -> tuple[GoldArticle, ...]:
    """Read every gold file under a folder, in the order of their paths.

    ``articles_dir`` is where to look for the articles besides the gold's own folder. Raises
    ClaimError where there is no gold at all, or a gold file is malformed.
    """
    if not gold_dir.is_dir():
        raise ClaimError(f"{gold_dir}: no such folder; give the folder that holds the gold")
    paths = sorted(gold_dir.rglob("*.jsonl"))
    if not paths:
        raise ClaimError(f"{gold_dir}: no gold there; put X.jsonl beside X.txt, a claim a line")
    return tuple(_read_one(path, gold_dir, articles_dir) for path in paths)


def gold_lines(claims: Iterable[Claim], *, has_quotes: bool) -> Iterator[str]:
    """Write gold claims with the keys of the guide and offsets, quotes only where allowed."""
    for claim in claims:
        written = json.loads(to_line(claim))
        kept = {key: written[key] for key in _KEYS}
        if has_quotes:
            kept["quote"] = written["quote"]
        kept |= {"start": claim.quote.start, "end": claim.quote.end}
        yield json.dumps(kept, ensure_ascii=False)


def _read_one(path: Path, gold_dir: Path, articles_dir: Path | None) -> GoldArticle:
    name = path.relative_to(gold_dir).with_suffix("").as_posix()
    article, sha256 = _article_of(path, gold_dir, articles_dir)
    if article is None:
        message = f"{path.name}: its article is not at hand, so it is not scored"
        return GoldArticle(name, None, (), (Problem("article-missing", message, place=str(path)),))
    raw = article.read_bytes()
    if sha256 is not None and hashlib.sha256(raw).hexdigest() != sha256:
        message = f"{path.name}: {article.name} is not the text that was annotated; not scored"
        return GoldArticle(name, None, (), (Problem("article-changed", message, place=str(path)),))
    text = raw.decode("utf-8-sig", errors="replace")
    claims, problems = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if line.strip():
            claim, problem = _read_line(line, f"{path}, line {number}", text)
            claims.append(claim)
            problems += [problem] if problem else []
    return GoldArticle(name, article, tuple(claims), tuple(problems))


def _read_line(line: str, place: str, text: str) -> tuple[Claim, Problem | None]:
    try:
        return from_line(line, place=place, text=text), None
    except QuoteNotFoundError as error:
        return from_line(line, place=place), Problem("quote-not-verbatim", str(error), place=place)


def _article_of(
    path: Path, gold_dir: Path, articles_dir: Path | None
) -> tuple[Path | None, str | None]:
    folders = [path.parent]
    if articles_dir is not None:
        folders += [articles_dir / path.parent.relative_to(gold_dir), articles_dir]
    names, sha256 = [path.stem + suffix for suffix in _SUFFIXES], None
    manifest = path.parent / MANIFEST
    if manifest.is_file():
        entry = _entry(manifest, path.name)
        if entry is not None:
            names, sha256 = [entry[0]], entry[1]
    found = (folder / name for folder in folders for name in names if (folder / name).is_file())
    return next(found, None), sha256


def _entry(manifest: Path, name: str) -> tuple[str, str | None] | None:
    try:
        read = json.loads(manifest.read_text(encoding="utf-8"))
        entry = read.get(name)
        return None if entry is None else (str(entry["article"]), entry.get("sha256"))
    except (ValueError, KeyError, AttributeError, TypeError):
        raise ClaimError(
            f'{manifest}: not a manifest; write {{"X.jsonl": {{"article": …, "sha256": …}}}}'
        ) from None
