"""Claims as a model gives them: cut into questions, read back, and let in only with their words."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kutla.claims.claim import ClaimDraft, Voice, VoiceRole
from kutla.claims.codec import draft_from_line
from kutla.claims.endpoint.asking import Answer, Asker, Endpoint, Usage
from kutla.claims.endpoint.prompt import VERSION, messages, schema
from kutla.claims.kinds import get_kind
from kutla.claims.once import keep_each_once
from kutla.errors import ClaimError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kutla.documents.document import Document

MOST_CHARACTERS: Final = 6_000
"""Longest stretch of text in one question; longer articles are asked about part by part."""
_LEAST_CHARACTERS: Final = 400
CERTAINTY: Final = 0.7
"""A model does not say how sure it is; this is below what two ways of reading agree on."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An object that a model gave and that is no claim: the document's name, and why."""

    document: str
    reason: str


@dataclass
class ModelExtractor:
    """Reads claims through an endpoint, ``parallel`` questions at a time.

    ``usage`` adds up what was used, ``rejected`` lists what did not pass the door: words that are
    not in the text, kinds and values that do not exist, text that is no JSON.
    """

    endpoint: Endpoint
    cache: Path | None = None
    parallel: int = 4
    asker: Asker | None = None
    usage: Usage = field(default_factory=Usage)
    rejected: list[Rejected] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asker = self.asker or Asker(self.endpoint, self.cache)

    @property
    def method(self) -> str:
        """Name and version of the extractor, kept with every claim."""
        return f"model/{VERSION}/{self.endpoint.model}"

    def extract(self, documents: Iterable[Document]) -> dict[str, tuple[ClaimDraft, ...]]:
        """Give the claims of each document, by its id, in the order of its text.

        Raises EndpointError where the endpoint is of no use; documents asked about before are
        kept in the cache, if there is one.
        """
        asked = [(document, part) for document in documents for part in _parts(document)]
        with ThreadPoolExecutor(max_workers=max(1, self.parallel)) as pool:
            answers = list(pool.map(lambda pair: self._ask(*pair), asked))
        found: dict[str, list[ClaimDraft]] = {document.id: [] for document, _ in asked}
        for (document, _), (drafts, used, rejected) in zip(asked, answers, strict=True):
            found[document.id] += drafts
            self.usage += used
            self.rejected += rejected
        return {name: keep_each_once(drafts) for name, drafts in found.items()}

    def _ask(
        self, document: Document, part: tuple[int, int]
    ) -> tuple[list[ClaimDraft], Usage, list[Rejected]]:
        text = document.text[part[0] : part[1]]
        period = document.published.period
        assert self.asker is not None
        asked = messages(text, "a day not known" if period is None else str(period))
        answer = self.asker.ask(asked, schema())
        objects, is_whole = read_objects(answer.text)
        if (answer.is_cut or not is_whole) and len(text) > 2 * _LEAST_CHARACTERS:
            return self._ask_halves(document, part, answer)
        rejected = [] if is_whole else [Rejected(document.address, "an answer was cut off")]
        drafts: list[ClaimDraft] = []
        for each in objects:
            try:
                drafts.append(self._draft(document, part, each))
            except (ClaimError, ValueError) as error:
                rejected.append(Rejected(document.address, str(error)))
        return drafts, answer.usage, rejected

    def _ask_halves(
        self, document: Document, part: tuple[int, int], answer: Answer
    ) -> tuple[list[ClaimDraft], Usage, list[Rejected]]:
        """Ask again about each half where an answer was cut off: nothing of it is lost so."""
        middle = _break_near(document.text, (part[0] + part[1]) // 2, part)
        first = self._ask(document, (part[0], middle))
        second = self._ask(document, (middle, part[1]))
        return (
            [*first[0], *second[0]],
            answer.usage + first[1] + second[1],
            [*first[2], *second[2]],
        )

    def _draft(
        self, document: Document, part: tuple[int, int], given: dict[str, object]
    ) -> ClaimDraft:
        """Let an object in by the door that imports use: no verbatim quote, no claim."""
        text = document.text[: part[1]]
        quote = given.get("quote")
        start = text.find(quote, part[0]) if isinstance(quote, str) and quote else -1
        placed = {**given, "start": start, "end": start + len(str(quote))} if start >= 0 else given
        line = json.dumps({**placed, "certainty": CERTAINTY, "method": self.method})
        draft = draft_from_line(line, place="a claim", document_id=document.id, text=text)
        kind = get_kind(draft.kind)
        if kind.object_required and draft.object is None:
            raise ClaimError(f"a claim: {kind.name} needs an object, and has none")
        if draft.value is not None and draft.value < 0:
            raise ClaimError(f"a claim: {draft.value} is no number of seats or votes")
        outlet = document.outlet
        voices = draft.attribution
        if outlet is not None and outlet.name not in {voice.name for voice in voices}:
            voices = (Voice(outlet.name, VoiceRole.OUTLET), *voices)
        return replace(draft, attribution=voices)


def read_objects(text: str) -> tuple[list[dict[str, object]], bool]:
    """Read the claims of an answer, and say whether it is whole.

    Fences around the JSON are no harm. Of an answer that breaks off the objects before the break
    are given.
    """
    starts = [at for at in (text.find("{"), text.find("[")) if at >= 0]
    if not starts:
        return [], False
    start = min(starts)
    try:
        read, _ = json.JSONDecoder().raw_decode(text, start)
    except ValueError:
        return list(_whole_objects(text)), False
    listed = read.get("claims") if isinstance(read, dict) else read
    if isinstance(read, dict) and "kind" in read:
        listed = [read]
    if not isinstance(listed, list):
        return [], False
    return [each for each in listed if isinstance(each, dict)], True


def _whole_objects(text: str) -> Iterator[dict[str, object]]:
    decoder = json.JSONDecoder()
    at = text.find("[")
    while (at := text.find("{", at + 1)) >= 0:
        try:
            read, end = decoder.raw_decode(text, at)
        except ValueError:
            return
        if isinstance(read, dict):
            yield read
        at = end - 1


def _parts(document: Document) -> Iterator[tuple[int, int]]:
    """Cut a document at its blocks into stretches short enough for one question."""
    start: int | None = None
    end = 0
    for block in document.blocks:
        if start is not None and block.end - start > MOST_CHARACTERS:
            yield from _cut(document.text, (start, end))
            start = None
        start = block.start if start is None else start
        end = block.end
    if start is not None:
        yield from _cut(document.text, (start, end))


def _cut(text: str, part: tuple[int, int]) -> Iterator[tuple[int, int]]:
    start, end = part
    while end - start > MOST_CHARACTERS:
        middle = _break_near(text, start + MOST_CHARACTERS, (start, end))
        yield start, middle
        start = middle
    yield start, end


def _break_near(text: str, at: int, part: tuple[int, int]) -> int:
    """Give the end of a paragraph or sentence at or before a place, else the place itself."""
    for sign in ("\n", ". ", " "):
        found = text.rfind(sign, part[0] + _LEAST_CHARACTERS // 2, at)
        if found >= 0:
            return found + len(sign)
    return at
