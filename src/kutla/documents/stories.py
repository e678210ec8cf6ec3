"""``group``: documents → stories, each with all the copies of one report.

Two groups are put together when most pairs between them share text, strongest first. So a roundup
that carries two reports does not make one of them: those two share nothing with each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.documents.copies import CopyIndex
from kutla.documents.document import Copy, Document, Story

if TYPE_CHECKING:
    from collections.abc import Iterable

MERGING = frozenset({"copy", "contains"})
"""Copies of these kinds may put two documents into one story."""
_MOST_PAIRS = 0.5


def group(documents: Iterable[Document]) -> tuple[Story, ...]:
    """Group documents into stories, in reading order; each story's first document leads it.

    A story's ``copies`` are all edges that touch it, those to other stories (a shared quotation,
    a roundup that contains it) included.
    """
    index = CopyIndex()
    order: dict[str, None] = {}
    edges: list[Copy] = []
    for document in documents:
        order[document.id] = None
        edges.extend(index.add(document))
    return stories_of(list(order), edges)


def stories_of(order: list[str], edges: list[Copy]) -> tuple[Story, ...]:
    """Make the stories of documents whose edges are known already."""
    member_of = {name: {name} for name in order}
    linked = {frozenset((e.document_id, e.other_id)) for e in edges if e.kind in MERGING}
    for edge in sorted(edges, key=lambda e: (e.kind != "copy", -e.containment)):
        one, two = member_of[edge.document_id], member_of[edge.other_id]
        if edge.kind not in MERGING or one is two:
            continue
        pairs = [frozenset((a, b)) in linked for a in one for b in two]
        if sum(pairs) > _MOST_PAIRS * len(pairs):
            merged = one | two
            for name in merged:
                member_of[name] = merged
    stories: list[Story] = []
    seen: set[str] = set()
    for name in order:
        if name not in seen:
            members = tuple(other for other in order if other in member_of[name])
            seen.update(members)
            touching = tuple(e for e in edges if e.document_id in members or e.other_id in members)
            stories.append(Story(f"story-{members[0]}", members, touching))
    return tuple(stories)
