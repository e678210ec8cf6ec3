"""What was read: files, stories, copies, and what was cut away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section, Table
from kutla.briefs.sections.lines import count
from kutla.briefs.words import say_period

if TYPE_CHECKING:
    from kutla.documents import Document
    from kutla.pipeline import Picture


def reports(picture: Picture) -> Section:
    """What was read: files and stories, what is a copy, what was cut away and why."""
    documents = {document.id: document for document in picture.documents}
    rows = []
    for number, story in enumerate(picture.stories, start=1):
        for position, document_id in enumerate(story.document_ids):
            document = documents[document_id]
            label = str(number) if position == 0 else f"{number} (copy)"
            rows.append((label, *_report_row(document)))
    copies = sum(len(story.document_ids) - 1 for story in picture.stories)
    files, stories = len(picture.documents), len(picture.stories)
    told = f"{count(files, 'report')}, {count(stories, 'independent story', 'independent stories')}"
    if copies:
        told += f"; {count(copies, 'is a copy', 'are copies')} of another and adds no voice"
    unread = [Line(f"Not read: {item.message}", mark="problem") for item in picture.unread]
    columns = ("Story", "Outlet", "Report", "Published", "Cut away")
    table = Table("Reports and what was cut away from them", columns, tuple(rows))
    return Section("reports", "The reports", (Line(told + "."), table, *unread))


def _report_row(document: Document) -> tuple[str, str, str, str]:
    published = document.published
    day = say_period(published.period) if published.period else "day open"
    why = (
        published.reason
        if not published.is_exact
        else published.date_source.value
        if published.date_source
        else ""
    )
    outlet = document.outlet.name if document.outlet else "outlet unknown"
    if document.credits:
        outlet += f" (credits {', '.join(document.credits)})"
    counts: dict[str, int] = {}
    for dropped in document.dropped:
        counts[dropped.reason.value] = (
            counts.get(dropped.reason.value, 0) + dropped.end - dropped.start
        )
    cut = "; ".join(f"{reason} ({size} characters)" for reason, size in counts.items())
    title = document.headline or document.address.rsplit("/", 1)[-1]
    return outlet, title, f"{day} — {why}" if why else day, cut or "nothing"
