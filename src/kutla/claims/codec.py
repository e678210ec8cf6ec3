"""Claims as JSON lines: the one interchange form, for import, export and gold alike.

The ten keys of the guide come first (``kind subject object value total polarity modality source
date quote``), then what a round trip needs. ``source`` and ``id`` are derived: ``id`` is not read,
and ``source`` is read only where a line has no ``attribution``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from kutla.claims.claim import ARTICLE, Claim, ClaimDraft, Name, Voice, VoiceRole
from kutla.claims.fields import Fields
from kutla.errors import ClaimError, QuoteNotFoundError
from kutla.vocabulary import Quote, Referent, When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.vocabulary import EntityKind, Period

_ANONYMOUS_WORDS = frozenset(
    {
        *("source", "sources", "official", "officials", "insider", "insiders", "diplomat"),
        *("diplomats", "aide", "aides", "lawmaker", "lawmakers", "mp", "mps", "member"),
        *("members", "adviser", "advisers", "analyst", "analysts", "observer", "observers"),
    }
)


def to_line(claim: Claim | ClaimDraft) -> str:
    """Write a claim, or a draft, as one JSON line (no line end)."""
    contents = _guide_keys(claim) | _quote_keys(claim.quote)
    contents["attribution"] = [_voice_keys(voice) for voice in claim.attribution]
    contents["event_words"] = claim.event.words
    contents["event_reason"] = claim.event.reason
    contents |= _argument_keys("subject", claim.subject) | _argument_keys("object", claim.object)
    contents["method"] = claim.method
    contents["certainty"] = claim.certainty
    if isinstance(claim, Claim):
        contents["reported"] = _iso(claim.reported)
        contents["id"] = claim.id
    return json.dumps(contents, ensure_ascii=False)


def from_line(
    line: str, *, place: str = "line 1", document_id: str = "", text: str | None = None
) -> Claim:
    """Read a claim from a JSON line.

    ``text`` is the document's, if at hand: a quote without offsets is looked up in it, offsets
    without a quote are cut from it, and a quote that does not stand there is refused with
    QuoteNotFoundError. ``document_id`` stands in where the line names none. Any other fault is a
    ClaimError that names ``place`` and the key.
    """
    fields = Fields.parse(line, place)
    return Claim(
        kind=fields.kind(),
        subject=_referent(fields, "subject") or fields.refuse("subject", "a name"),
        object=_referent(fields, "object"),
        value=fields.number("value"),
        total=fields.number("total"),
        polarity=fields.polarity(),
        modality=fields.modality(),
        attribution=_attribution(fields),
        event=_event(fields),
        reported=fields.period("reported"),
        quote=_quote(fields, document_id, text),
        method=fields.text("method") or "import",
        certainty=fields.share("certainty"),
    )


def draft_from_line(
    line: str, *, place: str = "line 1", document_id: str = "", text: str | None = None
) -> ClaimDraft:
    """Read a draft from a JSON line, under the rules of :func:`from_line`."""
    fields = Fields.parse(line, place)
    return ClaimDraft(
        kind=fields.kind(),
        subject=_name(fields, "subject") or fields.refuse("subject", "a name"),
        object=_name(fields, "object"),
        value=fields.number("value"),
        total=fields.number("total"),
        polarity=fields.polarity(),
        modality=fields.modality(),
        attribution=_attribution(fields),
        event=_event(fields),
        quote=_quote(fields, document_id, text),
        method=fields.text("method") or "import",
        certainty=fields.share("certainty"),
    )


def to_lines(claims: Iterable[Claim | ClaimDraft]) -> str:
    """Write claims as JSON lines, one each, in the order given."""
    return "".join(to_line(claim) + "\n" for claim in claims)


def from_lines(
    lines: str, *, name: str = "claims", document_id: str = "", text: str | None = None
) -> tuple[Claim, ...]:
    """Read every claim of a JSONL text; blank lines are passed over.

    ``name`` is what messages call the text; the rules are those of :func:`from_line`.
    """
    return tuple(
        from_line(line, place=f"{name}, line {number}", document_id=document_id, text=text)
        for number, line in enumerate(lines.split("\n"), start=1)
        if line.strip()
    )


def is_anonymous_name(name: str) -> bool:
    """Whether a bare source name is a description ("local sources"), not a name.

    >>> is_anonymous_name("a senior party official"), is_anonymous_name("Ilse Brandt")
    (True, False)
    """
    words = name.split()
    return bool(words) and words[-1].islower() and not _ANONYMOUS_WORDS.isdisjoint(words)


def _guide_keys(claim: Claim | ClaimDraft) -> dict[str, object]:
    speakers = [voice for voice in claim.attribution if voice.role is not VoiceRole.OUTLET]
    return {
        "kind": claim.kind,
        "subject": claim.subject.name,
        "object": None if claim.object is None else claim.object.name,
        "value": claim.value,
        "total": claim.total,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "source": speakers[-1].name if speakers else ARTICLE,
        "date": _iso(claim.event.period),
        "quote": claim.quote.exact,
    }


def _quote_keys(quote: Quote) -> dict[str, object]:
    return {
        "document": quote.document_id,
        "start": quote.start,
        "end": quote.end,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }


def _voice_keys(voice: Voice) -> dict[str, object]:
    return {
        "name": voice.name,
        "role": voice.role.value,
        "anonymous": voice.is_anonymous,
        "id": voice.entity_id,
        "description": voice.description,
    }


def _argument_keys(key: str, argument: Referent | Name | None) -> dict[str, object]:
    if argument is None:
        return {}
    kind = argument.kind.value if argument.kind else None
    keys: dict[str, object] = {f"{key}_id": argument.entity_id, f"{key}_kind": kind}
    if isinstance(argument, Name):
        keys |= {f"{key}_start": argument.start, f"{key}_end": argument.end}
    return keys


def _iso(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _argument(fields: Fields, key: str) -> tuple[str, EntityKind | None, str | None] | None:
    name = fields.text(key)
    if name is None:
        return None
    return name, fields.entity_kind(f"{key}_kind"), fields.text(f"{key}_id")


def _referent(fields: Fields, key: str) -> Referent | None:
    read = _argument(fields, key)
    return None if read is None else Referent(name=read[0], entity_id=read[2], kind=read[1])


def _name(fields: Fields, key: str) -> Name | None:
    read = _argument(fields, key)
    if read is None:
        return None
    name, kind, entity_id = read
    return Name(
        name, kind, fields.number(f"{key}_start"), fields.number(f"{key}_end"), entity_id=entity_id
    )


def _event(fields: Fields) -> When:
    return When(
        fields.period("date"), fields.text("event_words"), fields.text("event_reason") or ""
    )


def _attribution(fields: Fields) -> tuple[Voice, ...]:
    voices = fields.rows("attribution")
    if voices is not None:
        return tuple(_voice(voice) for voice in voices)
    source = fields.text("source")
    if source is None or source.strip().casefold() == ARTICLE:
        return ()
    return (Voice(source, is_anonymous=is_anonymous_name(source)),)


def _voice(fields: Fields) -> Voice:
    return Voice(
        name=fields.text("name") or fields.refuse("name", "a name"),
        role=fields.role(),
        is_anonymous=fields.truth("anonymous"),
        entity_id=fields.text("id"),
        description=fields.text("description") or "",
    )


def _quote(fields: Fields, document_id: str, text: str | None) -> Quote:
    document_id = fields.text("document") or document_id
    exact, start, end = fields.text("quote"), fields.number("start"), fields.number("end")
    if exact is None or start is None or end is None:
        return _placed(fields, document_id, text)
    quote = Quote(
        document_id, start, end, exact, fields.text("prefix") or "", fields.text("suffix") or ""
    )
    if text is not None and not quote.stands_in(text):
        _refuse_quote(fields, exact, f"at {start}-{end} of the document")
    return quote


def _placed(fields: Fields, document_id: str, text: str | None) -> Quote:
    exact = fields.text("quote")
    if exact is None and text is not None:
        return _cut(fields, document_id, text)
    if not exact:
        fields.refuse("quote", "the words that carry the claim")
    if text is None:
        return Quote(document_id, 0, len(exact), exact)
    at = text.find(exact)
    if at < 0:
        _refuse_quote(fields, exact, "in the document")
    return Quote.cut(document_id, text, at, at + len(exact))


def _cut(fields: Fields, document_id: str, text: str) -> Quote:
    start, end = fields.number("start"), fields.number("end")
    if start is None or end is None or not 0 <= start < end <= len(text):
        raise ClaimError(f"{fields.place}: give a quote, or start and end within the document")
    return Quote.cut(document_id, text, start, end)


def _refuse_quote(fields: Fields, exact: str, where: str) -> NoReturn:
    raise QuoteNotFoundError(
        f"{fields.place}: the quote {exact[:60]!r} does not stand {where}; quote it verbatim"
    )
