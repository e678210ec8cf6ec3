"""The claims of a ledger as columns of numbers: what a question over millions of them asks first.

The ledger stays the only truth. Beside it stands a folder of segments, each the numbers of a run of
its rows: written once, never changed, and made anew from the ledger where they are missing, torn or
of an older version. A reader who finds the ledger ahead of them reads the rest from the ledger.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kutla.claims import Modality, Voice, VoiceRole
from kutla.claims.kinds import KINDS
from kutla.documents import Outlet, OutletKind
from kutla.ledger.feed import Feed, Mark, place_beside
from kutla.ledger.payload import read_source
from kutla.state.signatures import signature

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from kutla.ledger import Ledger

VERSION = 2
_BY_HAND = "hand"
_LEAST_WRITTEN = 200
"""Fewer new rows than these are read from the ledger each time, and written when there are more."""
_MOST_SEGMENTS = 8
KIND_NAMES = tuple(kind.name for kind in KINDS)
_KIND_NUMBER = {name: number for number, name in enumerate(KIND_NAMES)}
_AHEAD = frozenset({Modality.PLANNED.value, Modality.POSSIBLE.value, Modality.DEMANDED.value})
NO_DAY = 0
STORY = "story-"
"""What the id of a story begins with; the id of the document that leads it follows."""

_TYPES = {
    "claim": np.int64,  # number of the claim in the ledger
    "document": np.int32,  # number of its document
    "reading": np.int32,  # number of the reading that found it
    "recorded": np.int64,  # microseconds since 1970
    "reported": np.int32,  # first day of the report, days since 0001-01-01; NO_DAY where open
    "event": np.int32,  # first day of what it tells of, likewise
    "is_ahead": np.bool_,  # planned, possible or demanded
    "signature": np.int32,  # place in ``signatures``
    "voice": np.int32,  # place in ``voices``; -1 for the report's own
    "certainty": np.float32,
    "reading_number": np.int32,
    "reading_document": np.int32,
    "reading_recorded": np.int64,
    "reading_by_hand": np.bool_,
    "story_document": np.int32,
    "story": np.uint64,
    "story_recorded": np.int64,
    "document_number": np.int32,
    "document_outlet": np.int32,  # place in ``outlets``; -1 where none is known
    "document_is_dated": np.bool_,  # the document states its day
    "signatures": np.uint64,  # hash of each signature
    "signature_kind": np.int8,  # its kind, place in KIND_NAMES
}
_OF_ROWS = ("claim", "document", "reading", "recorded", "reported", "event", "is_ahead")


@dataclass(frozen=True, slots=True)
class Segment:
    """The columns of the rows after ``after``, up to and with ``upto``."""

    after: Mark
    upto: Mark
    columns: dict[str, NDArray[Any]]
    voices: tuple[Voice, ...]
    outlets: tuple[Outlet, ...]

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.columns[name]

    def __len__(self) -> int:
        return len(self.columns["claim"])


@dataclass(frozen=True, slots=True)
class Columns:
    """Every segment of a ledger, in order; the last may be in memory alone."""

    segments: tuple[Segment, ...]

    def joined(self, name: str) -> NDArray[Any]:
        """Give one column of all segments in one piece."""
        parts = [segment[name] for segment in self.segments]
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else np.empty(0, _TYPES[name])

    def outlets(self) -> tuple[NDArray[np.int32], tuple[Outlet, ...]]:
        """Give the outlet of each document by its number (-1: unknown), and what they stand for."""
        found = np.full(self.upto.documents + 1, -1, np.int32)
        every: list[Outlet] = []
        for segment in self.segments:
            place = segment["document_outlet"]
            found[segment["document_number"]] = np.where(place < 0, -1, place + len(every))
            every += segment.outlets
        return found, tuple(every)

    @property
    def upto(self) -> Mark:
        """How far the columns go."""
        return self.segments[-1].upto if self.segments else Mark()

    def __len__(self) -> int:
        return sum(len(segment) for segment in self.segments)


_OPEN: dict[str, Columns] = {}
"""What this process has mapped already, by folder; segments never change, so this stays right."""


def columns_of(ledger: Ledger) -> Columns:
    """Give the columns of a ledger as it stands now; what is missing on disk is made and kept.

    Where the folder cannot be written, they are made in memory alone.
    """
    folder = place_beside(ledger)
    with ledger.looking() as connection:
        feed = Feed(connection)
        end, name = feed.mark(), _identity(ledger)
        held = _OPEN.get(f"{folder}:{name}") or Columns(tuple(_chain(folder, name, end)))
        if not _reaches(held.upto, end):  # the ledger is shorter than what was kept: another one
            held = Columns(())
        if held.upto != end:
            fresh = _segment(feed, held.upto, end)
            if len(fresh) >= _LEAST_WRITTEN:
                fresh = _written(folder, name, fresh)
                held = _kept(folder, name, Columns((*held.segments, fresh)))
            else:
                return Columns((*held.segments, fresh))
    _OPEN[f"{folder}:{name}"] = held
    return held


def _identity(ledger: Ledger) -> str:
    """Name a ledger by its first run, so that another one in its place is not taken for it."""
    began = ledger.began()
    told = f"{VERSION}:{began}:{KIND_NAMES}"
    return blake2b(told.encode(), digest_size=6).hexdigest()


def _reaches(mark: Mark, end: Mark) -> bool:
    return all(one <= other for one, other in zip(mark, end, strict=True))


def _label(name: str, after: Mark, upto: Mark) -> str:
    return f"{name}_{'-'.join(map(str, after))}_{'-'.join(map(str, upto))}"


def _chain(folder: Path, name: str, end: Mark) -> Iterable[Segment]:
    """Give the segments on disk that follow one another from the start, the longest first."""
    found: dict[Mark, list[tuple[Mark, Path]]] = {}
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        parts = path.name.split("_")
        if len(parts) == 3 and parts[0] == name:
            after, upto = (Mark(*map(int, part.split("-"))) for part in parts[1:])
            found.setdefault(after, []).append((upto, path))
    mark = Mark()
    while mark in found:
        for upto, path in sorted(found[mark], reverse=True):
            segment = _read(path, mark, upto) if upto != mark and _reaches(upto, end) else None
            if segment is not None:
                yield segment
                mark = upto
                break
        else:
            return


def _read(path: Path, after: Mark, upto: Mark) -> Segment | None:
    """Map a segment into memory; None where it is not whole."""
    try:
        columns = {column: np.load(path / f"{column}.npy", mmap_mode="r") for column in _TYPES}
        told = json.loads((path / "names.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    voices = tuple(Voice(n, VoiceRole(r), bool(a), e) for n, r, a, e in told["voices"])
    outlets = tuple(Outlet(n, OutletKind(k) if k else None) for n, k in told["outlets"])
    return Segment(after, upto, columns, voices, outlets)


def _written(folder: Path, name: str, segment: Segment) -> Segment:
    """Write a segment in one stroke and map it; as it is where that is not possible."""
    target = folder / _label(name, segment.after, segment.upto)
    try:
        folder.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder, prefix="new-"))
        for column, values in segment.columns.items():
            np.save(made / f"{column}.npy", values)
        told = {
            "voices": [[v.name, v.role, v.is_anonymous, v.entity_id] for v in segment.voices],
            "outlets": [[outlet.name, outlet.kind] for outlet in segment.outlets],
        }
        (made / "names.json").write_text(json.dumps(told), encoding="utf-8")
        try:
            made.replace(target)
        except OSError:  # another process was first, and wrote the same
            shutil.rmtree(made, ignore_errors=True)
    except OSError:
        return segment
    return _read(target, segment.after, segment.upto) or segment


def _kept(folder: Path, name: str, columns: Columns) -> Columns:
    """Join the shorter segments at the end once there are many, so that few are read."""
    segments = list(columns.segments)
    if len(segments) <= _MOST_SEGMENTS:
        return columns
    start = len(segments) - 1
    weight = len(segments[start])
    while start > 0 and len(segments[start - 1]) <= 2 * weight:
        start -= 1
        weight += len(segments[start])
    if start == len(segments) - 1:
        start -= 1
    joined = _written(folder, name, _join(segments[start:]))
    for segment in segments[start:]:
        shutil.rmtree(folder / _label(name, segment.after, segment.upto), ignore_errors=True)
    return Columns((*segments[:start], joined))


def _join(parts: list[Segment]) -> Segment:
    """Make one segment of several, with one table of signatures and one of voices."""
    hashes = np.concatenate([part["signatures"] for part in parts])
    table, first, place = np.unique(hashes, return_index=True, return_inverse=True)
    kinds = np.concatenate([part["signature_kind"] for part in parts])[first]
    voices: dict[Voice, int] = {}
    outlets: dict[Outlet, int] = {}
    columns: dict[str, list[NDArray[Any]]] = {name: [] for name in _TYPES}
    at = 0
    for part in parts:
        moved = place[at : at + len(part["signatures"])].astype(np.int32)
        at += len(part["signatures"])
        spoken = [voices.setdefault(voice, len(voices)) for voice in part.voices]
        names = np.array([*spoken, -1], np.int32)
        printed = [outlets.setdefault(outlet, len(outlets)) for outlet in part.outlets]
        papers = np.array([*printed, -1], np.int32)
        for name in _TYPES:
            columns[name].append(part[name])
        columns["signature"][-1] = moved[part["signature"]]
        columns["voice"][-1] = names[part["voice"]]
        columns["document_outlet"][-1] = papers[part["document_outlet"]]
    merged = {name: np.concatenate(each) for name, each in columns.items()}
    merged["signatures"], merged["signature_kind"] = table, kinds
    return Segment(parts[0].after, parts[-1].upto, merged, tuple(voices), tuple(outlets))


def _segment(feed: Feed, after: Mark, upto: Mark) -> Segment:
    """Read the rows between two marks off the ledger."""
    table: dict[int, int] = {}
    kinds: list[int] = []
    voices: dict[Voice, int] = {}
    rows: dict[str, list[Any]] = {name: [] for name in _TYPES}
    for link in feed.links(after, upto):
        keys = json.loads(link.payload)
        hashed = int.from_bytes(blake2b(signature(keys).encode(), digest_size=8).digest(), "big")
        place = table.setdefault(hashed, len(table))
        if place == len(kinds):
            kinds.append(_KIND_NUMBER[keys["kind"]])
        row = (
            link.claim,
            link.document,
            link.reading,
            _microseconds(link.recorded_at),
            _first_day(keys["reported"]),
            _first_day(keys["date"]),
            keys["modality"] in _AHEAD,
        )
        for name, value in zip(_OF_ROWS, row, strict=True):
            rows[name].append(value)
        rows["signature"].append(place)
        voice = _speaker(keys["attribution"])
        rows["voice"].append(-1 if voice is None else voices.setdefault(voice, len(voices)))
        rows["certainty"].append(keys["certainty"])
    for number, document, method, recorded_at in feed.readings(after, upto):
        rows["reading_number"].append(number)
        rows["reading_document"].append(document)
        rows["reading_recorded"].append(_microseconds(recorded_at))
        rows["reading_by_hand"].append(method.startswith(_BY_HAND))
    for document, story, recorded_at in feed.stories(after, upto):
        rows["story_document"].append(document)
        rows["story"].append(story_number(story))
        rows["story_recorded"].append(_microseconds(recorded_at))
    outlets: dict[Outlet, int] = {}
    for number, id_, payload in feed.documents(after, upto):
        source = read_source(id_, payload)
        rows["document_number"].append(number)
        is_dated = source.published is not None and source.published.is_exact
        rows["document_is_dated"].append(is_dated)
        place = -1
        if source.outlet is not None:
            outlet = Outlet(source.outlet.name, source.outlet.kind)
            place = outlets.setdefault(outlet, len(outlets))
        rows["document_outlet"].append(place)
    rows["signatures"], rows["signature_kind"] = list(table), kinds
    columns: dict[str, NDArray[Any]] = {
        name: np.array(rows[name], type_) for name, type_ in _TYPES.items()
    }
    return Segment(after, upto, columns, tuple(voices), tuple(outlets))


def _speaker(attribution: list[dict[str, Any]]) -> Voice | None:
    """Give the innermost voice that is not the outlet, with what its weight depends on."""
    for voice in reversed(attribution):
        if voice["role"] != VoiceRole.OUTLET.value:
            return Voice(voice["name"], VoiceRole(voice["role"]), voice["anonymous"], voice["id"])
    return None


def story_number(story: str) -> int:
    """Turn the id of a story into a number: its lead document's id is one in hexadecimal."""
    try:
        return int(story.removeprefix(STORY), 16) & 0xFFFFFFFFFFFFFFFF
    except ValueError:
        return int.from_bytes(blake2b(story.encode(), digest_size=8).digest(), "big")


@cache
def _microseconds(moment: str) -> int:
    return microseconds(datetime.fromisoformat(moment))


def microseconds(moment: datetime) -> int:
    """Give a moment as whole microseconds since 1970."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond


@cache
def _first_day(period: str | None) -> int:
    if period is None:
        return NO_DAY
    first = period.partition("/")[0]
    first += "-01-01"[len(first) - 4 :] if len(first) < len("2000-01-01") else ""
    return date.fromisoformat(first).toordinal()
