"""The exact span of a document that carries a claim.

W3C Web Annotation: TextQuoteSelector (exact, prefix, suffix) and TextPositionSelector (start, end).
"""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT_CHARACTERS = 32


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span: ``text[start:end] == exact`` in the document of ``document_id``.

    Offsets are code points into ``Document.text``, end excluded.
    """

    document_id: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def cut(cls, document_id: str, text: str, start: int, end: int) -> Quote:
        """Cut the quote at ``text[start:end]``, with a little of what stands around it.

        Raises ValueError where the span is empty or outside the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no such span in {document_id}: {start} to {end} of {len(text)}")
        before = text[max(0, start - CONTEXT_CHARACTERS) : start]
        after = text[end : end + CONTEXT_CHARACTERS]
        return cls(document_id, start, end, text[start:end], before, after)

    def stands_in(self, text: str) -> bool:
        """Whether the quote is found verbatim at its place in ``text``."""
        return text[self.start : self.end] == self.exact
