"""A document as the claim rules see it: cut, named, attributed, dated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.language.dates import find_dates, sentence_dates
from kutla.language.mentions import find_mentions
from kutla.language.passage import Analysis
from kutla.language.passages import split_passages
from kutla.language.speech import attribute

if TYPE_CHECKING:
    from datetime import date

    from kutla.documents.document import Document
    from kutla.language.pipeline import Pipeline
    from kutla.register import Register


def analyse(
    document: Document, register: Register, pipeline: Pipeline, elections: tuple[date, ...] = ()
) -> Analysis:
    """Cut a document into passages, find whom and when they speak of, and who speaks."""
    passages = split_passages(document, pipeline)
    mentions = find_mentions(document, passages, register)
    dates = find_dates(document, elections)
    named = tuple(
        replace(
            passage,
            mentions=tuple(
                m for m in mentions if passage.start <= m.start and m.end <= passage.end
            ),
            dates=tuple(sentence_dates(dates, passage)),
        )
        for passage in passages
    )
    return Analysis(document.id, document.text, attribute(named, mentions, document), mentions)
