"""One engine-neutral step over a shard of documents; any engine may call it, many times.

The result appears under its name only when it is whole (written beside, then renamed), so a run
that is killed resumes where it stopped, and a shard done twice is the same shard.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kutla.claims.codec import to_line
from kutla.pipeline import extract_paths
from kutla.register import load_parliament

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShardReport:
    """What became of one shard: how many documents were read, claims written, files set aside."""

    target: Path
    documents: int
    claims: int
    unread: int
    was_done: bool = False


def process_shard(source: Path, target: Path, parliament: str) -> ShardReport:
    """Read the documents of ``source``, write their claims as JSON lines to ``target``.

    A target that exists is done and is not read again. Documents that cannot be read are listed
    in ``<target>.unread`` with their reason and stop nothing.
    """
    if target.exists():
        return ShardReport(target, 0, 0, 0, was_done=True)
    extraction = extract_paths([source], load_parliament(parliament))
    _write_whole(target, (to_line(claim) for claim in extraction.claims))
    if extraction.unread:
        reasons = ({"file": item.address, "reason": item.message} for item in extraction.unread)
        aside = target.with_name(target.name + ".unread")
        _write_whole(aside, (json.dumps(reason, ensure_ascii=False) for reason in reasons))
    return ShardReport(
        target, len(extraction.documents), len(extraction.claims), len(extraction.unread)
    )


def process_shards(
    sources: Sequence[Path], folder: Path, parliament: str, *, workers: int = 1
) -> Iterator[ShardReport]:
    """Process shards one after another, or over local processes; yield each as it is done."""
    folder.mkdir(parents=True, exist_ok=True)
    targets = [folder / f"{source.stem}.claims.jsonl" for source in sources]
    step = partial(process_shard, parliament=parliament)
    if workers <= 1:
        yield from map(step, sources, targets)
        return
    with ProcessPoolExecutor(max_workers=workers) as pool:
        yield from pool.map(step, sources, targets)


def _write_whole(target: Path, lines: Iterator[str]) -> None:
    partial_file = target.with_name(f".{target.name}.{os.getpid()}.part")
    with partial_file.open("w", encoding="utf-8") as handle:
        handle.writelines(f"{line}\n" for line in lines)
        handle.flush()
        os.fsync(handle.fileno())
    partial_file.replace(target)
