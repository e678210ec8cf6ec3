"""When a report was published: what it states first, what it lets one conclude after that.

Order: metadata, date line, dateline, then an interval from what is reported. A caption's day is
never the publication's, but nothing is published before it. Nothing is ever dated "today".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.documents.calendar_words import DayWords, find_days
from kutla.documents.document import (
    UNDATED,
    Block,
    BlockRole,
    DateSource,
    Dropped,
    DropReason,
    PublicationDate,
)
from kutla.documents.reported_days import Kept, infer_period, not_before, year_of
from kutla.vocabulary import Period

if TYPE_CHECKING:
    from datetime import date

    from kutla.documents.dateline import Dateline
    from kutla.documents.metadata import Metadata

_DATE_LINE_CERTAINTY = 0.95
_DATELINE_CERTAINTY = 0.9
_UPDATED_CERTAINTY = 0.8
_DOUBT = 0.5
_READ = 300
"""Paragraphs that are searched for days; an article has fewer."""


def date_document(
    text: str,
    *,
    blocks: tuple[Block, ...],
    dropped: tuple[Dropped, ...],
    dateline: Dateline | None,
    metadata: Metadata,
    elections: tuple[date, ...],
) -> PublicationDate:
    """Date a document; ``elections`` are the days from which years that are left out are told."""
    kept = Kept(
        tuple(text[block.start : block.end] for block in blocks if _is_told(block))[:_READ],
        tuple(text[span.start : span.end] for span in dropped if span.reason is DropReason.CAPTION),
    )
    date_line = _from_date_lines(text, dropped, kept, elections)
    if metadata.published_on is not None:
        return _from_metadata(metadata.published_on, date_line)
    if date_line is not None:
        return date_line
    if dateline is not None and dateline.day is not None:
        stated = _from_day(
            dateline.day,
            DateSource.DATELINE,
            dateline.words,
            kept=kept,
            elections=elections,
            certainty=_DATELINE_CERTAINTY,
        )
        if stated is not None:
            return stated
    inferred = infer_period(kept, elections)
    if inferred is None:
        bound = not_before(kept)
        return replace(UNDATED, reason=f"{UNDATED.reason}; {bound}") if bound else UNDATED
    return PublicationDate(
        inferred.period, DateSource.INFERRED, inferred.evidence, inferred.reason, inferred.certainty
    )


def _is_told(block: Block) -> bool:
    return block.role not in {BlockRole.TABLE_ROW, BlockRole.HEADLINE}


def _from_metadata(on: date, date_line: PublicationDate | None) -> PublicationDate:
    reason, certainty = "the metadata state the day", 0.95
    if date_line is not None and date_line.period is not None:
        apart = abs((date_line.period.first_on - on).days)
        if apart > 1:
            reason = f"the metadata state the day, but the date line says {date_line.period}"
            certainty = _DOUBT
    return PublicationDate(Period.day(on), DateSource.METADATA, on.isoformat(), reason, certainty)


def _from_date_lines(
    text: str, dropped: tuple[Dropped, ...], kept: Kept, elections: tuple[date, ...]
) -> PublicationDate | None:
    stated: list[PublicationDate] = []
    for span in dropped:
        if span.reason is not DropReason.DATE_LINE:
            continue
        for line in text[span.start : span.end].splitlines():
            days = find_days(line)
            updated = bool(days) and any(
                word in line[: days[0].start].casefold() for word in ("updated", "modified")
            )
            certainty = _UPDATED_CERTAINTY if updated else _DATE_LINE_CERTAINTY
            for day in days[:1]:
                found = _from_day(
                    day,
                    DateSource.DATE_LINE,
                    line.strip(),
                    kept=kept,
                    elections=elections,
                    certainty=certainty,
                )
                if found is not None:
                    stated.append(found)
    return max(stated, key=lambda found: found.certainty, default=None)


def _from_day(
    day: DayWords,
    source: DateSource,
    evidence: str,
    *,
    kept: Kept,
    elections: tuple[date, ...],
    certainty: float,
) -> PublicationDate | None:
    what = source.value
    if day.on is not None:
        reason = f"the {what} states the day"
        if not day.fits(day.on):
            reason += f", but {day.on.isoformat()} was a {day.on:%A}"
            certainty = _DOUBT
        return PublicationDate(Period.day(day.on), source, evidence, reason, certainty)
    told = year_of(day, kept, elections)
    if told is None:
        return None
    on, why = told
    reason = f"the {what} gives day and month, the year is {on.year} because {why}"
    return PublicationDate(Period.day(on), source, evidence, reason, certainty - 0.2)
