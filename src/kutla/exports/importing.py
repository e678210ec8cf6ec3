"""Claims from elsewhere: JSON lines or a table, with their documents or where those are.

Every row is read and every fault told with its line before anything is recorded. The door is the
one all claims go through: the words must stand in the document. Names are matched by the register
where a row has no id for them.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kutla.claims.codec import from_line, to_line
from kutla.claims.resolve import matched
from kutla.documents import Document, make_document, read
from kutla.documents.records import read_record
from kutla.errors import ClaimError, KutlaError, UnreadableDocumentError
from kutla.exports.ties import is_url
from kutla.ledger.payload import document_payload, read_document
from kutla.ledger.reviewing import check_arguments, document_for, excerpt, place_quote
from kutla.vocabulary import Period, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from kutla.claims import Claim
    from kutla.exports.seen import Seen
    from kutla.ledger import Ledger, Recorded
    from kutla.register import Register

RUN = "hand: import"
_TYPE, _DOCUMENT = "type", "document"
_NUMBERS = ("value", "total", "start", "end")
_MOST_FAULTS = 1_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What files hold: documents, claims, and what is wrong with which line."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Shelf:
    """The documents a claim may be about: those held, those given, and excerpts made on the way."""

    register: Register
    folder: Path
    fetch: bool
    known: Mapping[str, Claim] = field(default_factory=dict)
    by_id: dict[str, Document] = field(default_factory=dict)
    by_address: dict[str, list[Document]] = field(default_factory=dict)
    fresh: dict[str, Document] = field(default_factory=dict)

    def put(self, document: Document, *, is_new: bool) -> Document:
        held = self.by_id.get(document.id)
        if held is None:
            self.by_id[document.id] = held = document
            if is_new:
                self.fresh[document.id] = document
        for address in document.addresses:
            shelved = self.by_address.setdefault(address, [])
            if held not in shelved:
                shelved.append(held)
        return held

    def find(self, row: Mapping[str, Any], place: str) -> Document:
        """Give the document of a row: by id, by address, by reading it, or of its quote alone."""
        id_ = _text(row, "document")
        address = _text(row, "address") or _text(row, "url")
        if id_ and id_ in self.by_id:
            return self.by_id[id_]
        if address is None and id_ and not _is_id(id_):
            address = id_
        if address is None:
            said = f"document {id_}, which is not here" if id_ else "no document"
            raise ClaimError(
                f"{place}: the claim names {said}; give its address, or the documents beside it"
            )
        held = document_for(self.by_address.get(address, ()), _text(row, "quote") or "")
        if held is not None:
            return held
        path = self.folder / address
        if is_url(address) and not self.fetch:
            return self._excerpt(row, address, place)
        if not is_url(address) and not path.is_file():
            raise ClaimError(
                f"{place}: there is no document {address} in the ledger or beside the file"
            )
        return self._read(address if is_url(address) else str(path), address, place)

    def _excerpt(self, row: Mapping[str, Any], address: str, place: str) -> Document:
        quote = _text(row, "quote")
        if not quote:
            raise ClaimError(f"{place}: a claim of a page that is not here needs its quote")
        day = _day(row, place)
        made = excerpt(quote, address, outlet=_text(row, "outlet"), published_on=day)
        return self.put(made, is_new=True)

    def _read(self, what: str, address: str, place: str) -> Document:
        elections = tuple(each.held_on.first_on for each in self.register.elections)
        reading = read([what], elections=elections)
        if len(reading.documents) != 1:
            said = reading.unread[0].message if reading.unread else "it holds several articles"
            raise UnreadableDocumentError(f"{place}: {said}")
        document = self.put(reading.documents[0], is_new=True)
        self.by_address.setdefault(address, []).append(document)
        return document


def read_claims(
    paths: Iterable[Path],
    register: Register,
    *,
    held: Iterable[Document] = (),
    known: Iterable[Claim] = (),
    fetch: bool = False,
) -> Imported:
    """Read claims and documents of files; nothing is raised for a faulty line, it is told.

    ``held`` are documents of the ledger that rows may name by id or address; a relative address is
    looked for beside the file too. ``known`` are claims of the ledger: a row of a table that says
    what the claim of its id says is that claim, though tables hold less of it. A web address that is none of them is read with ``fetch``, else
    the quote alone becomes its document.
    """
    shelf = _Shelf(register, Path(), fetch, {claim.id: claim for claim in known})
    for document in held:
        shelf.put(document, is_new=False)
    claims: list[Claim] = []
    faults: list[str] = []
    rows = [row for path in paths for row in _rows(path, faults)]
    for _, place, row in rows:
        if _is_document(row):
            try:
                shelf.put(_document_of(row, place, register), is_new=True)
            except KutlaError as error:
                faults.append(str(error))
    for path, place, row in rows:
        if _is_document(row) or len(faults) >= _MOST_FAULTS:
            continue
        shelf.folder = path.parent
        try:
            claims.append(_claim_of(row, place, shelf))
        except KutlaError as error:
            told = str(error)
            faults.append(told if told.startswith(place) else f"{place}: {told}")
    return Imported(tuple(shelf.fresh.values()), tuple(claims), tuple(faults))


def record_imported(ledger: Ledger, imported: Imported, recorded_at: datetime) -> Recorded:
    """Append what was read, all or nothing, with its documents in one story with their copies."""
    return ledger.record(
        imported.documents, None, imported.claims, recorded_at=recorded_at, run=RUN
    )


def claims_with_documents_text(seen: Seen) -> str:
    """Write documents and then claims as JSON lines, which :func:`read_claims` reads back alike."""
    about = {claim.quote.document_id for claim in seen.claims}
    documents = dict(seen.documents)  # all of them at once
    lines = [
        json.dumps(
            {_TYPE: _DOCUMENT, **json.loads(document_payload(document)), "text": document.text},
            ensure_ascii=False,
        )
        for document in documents.values()
        if document.id in about
    ]
    lines += [to_line(claim) for claim in seen.claims if claim.quote.document_id in documents]
    return "".join(f"{line}\n" for line in lines)


def _rows(path: Path, faults: list[str]) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    """Read the rows of a file, each with the place that messages name."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8")
        return
    ending = path.suffix.lower()
    if ending in {".jsonl", ".ndjson", ".json"}:
        found = _json_rows(text, path, faults)
    elif ending in {".csv", ".tsv"}:
        found = _table_rows(text, path, "\t" if ending == ".tsv" else ",", faults)
    else:
        faults.append(f"{path}: claims are read from .jsonl and .csv; name the file so")
        return
    for place, row in found:
        yield path, place, row


def _json_rows(text: str, path: Path, faults: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    if path.suffix.lower() == ".json":
        try:
            read_ = json.loads(text)
        except (ValueError, RecursionError) as error:
            faults.append(f"{path}: not JSON ({error}); write one object a claim")
            return
        listed = read_ if isinstance(read_, list) else [read_]
        numbered = [(f"{path}, claim {n}", each) for n, each in enumerate(listed, start=1)]
    else:
        numbered = []
        for number, line in enumerate(text.split("\n"), start=1):
            place = f"{path}, line {number}"
            try:
                if line.strip():
                    numbered.append((place, json.loads(line)))
            except (ValueError, RecursionError):
                faults.append(f"{place}: not JSON; write one object a line")
    for place, row in numbered:
        if isinstance(row, dict):
            yield place, row
        else:
            faults.append(f"{place}: not a JSON object; write one object a claim")


def _table_rows(
    text: str, path: Path, delimiter: str, faults: list[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    if delimiter == ",":
        head = text.partition("\n")[0]
        delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    headings: list[str] = []
    try:
        for cells in reader:
            place = f"{path}, line {reader.line_num}"
            if not headings:
                headings = [cell.strip().casefold().replace(" ", "_") for cell in cells]
                missing = {"kind", "subject", "quote"} - set(headings)
                if missing:
                    faults.append(f"{place}: there is no column {', '.join(sorted(missing))}")
                    return
            elif any(cell.strip() for cell in cells):
                yield place, _of_table(dict(zip(headings, cells, strict=False)), place, faults)
    except csv.Error as error:
        faults.append(f"{path}, line {reader.line_num}: {error}; mend its quotation marks")


def _of_table(row: dict[str, str], place: str, faults: list[str]) -> dict[str, Any]:
    """Read the cells of a table as the interchange form has them; our own columns are understood."""
    read: dict[str, Any] = {name: cell for name, cell in row.items() if cell.strip()}
    for name in _NUMBERS:
        if name in read:
            try:
                read[name] = int(float(read[name]))
            except ValueError:
                faults.append(f"{place}: {name!r} should be a whole number, and is {read[name]!r}")
                del read[name]
    if "certainty" in read:
        try:
            read["certainty"] = float(read["certainty"])
        except ValueError:
            faults.append(f"{place}: 'certainty' should be a number, and is {read['certainty']!r}")
            del read["certainty"]
    for name in ("anonymous", "counts"):
        read.pop(name, None)
    if "source" not in read and "speaker" in read:
        read["source"] = read["speaker"]
    read.pop("attribution", None)
    _join(read, "date", "event_from", "event_until")
    _join(read, "reported", "published_from", "published_until")
    if str(read.get("quote", "")).startswith("'"):
        read["quote"] = read["quote"][1:] if read["quote"][1:2] in "=+-@" else read["quote"]
    return read


def _join(read: dict[str, Any], name: str, first: str, last: str) -> None:
    if name not in read and first in read:
        read[name] = read[first] if read.get(last, read[first]) == read[first] else (
            f"{read[first]}/{read[last]}"
        )  # fmt: skip


def _is_document(row: Mapping[str, Any]) -> bool:
    return row.get(_TYPE) == _DOCUMENT or ("kind" not in row and "text" in row)


def _document_of(row: dict[str, Any], place: str, register: Register) -> Document:
    if "blocks" in row:
        payload = {key: value for key, value in row.items() if key not in {_TYPE, "text"}}
        try:
            document = read_document(json.dumps(payload), str(row["text"]))
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableDocumentError(f"{place}: no document of ours ({error!r})") from None
        made = make_document(document.text, address=document.address)
        if made.id != document.id:
            raise UnreadableDocumentError(f"{place}: the document's id is not that of its text")
        return document
    found = read_record(row)
    if isinstance(found, str):
        raise UnreadableDocumentError(f"{place} {found}")
    text, metadata = found
    elections = tuple(each.held_on.first_on for each in register.elections)
    address = _text(row, "address") or _text(row, "url") or place
    return make_document(text, address=address, metadata=metadata, elections=elections)


def _claim_of(row: dict[str, Any], place: str, shelf: _Shelf) -> Claim:
    for name in ("kind", "subject"):
        if not row.get(name):
            raise ClaimError(f"{place}: {name!r} is missing; every claim has one")
    document = shelf.find(row, place)
    row = {**row, "document": document.id}
    if row.get("quote") and not ("prefix" in row and _stands(row, document.text)):
        if _stands(row, document.text):
            quote = Quote.cut(document.id, document.text, row["start"], row["end"])
        else:
            quote = place_quote(document.id, document.text, str(row["quote"]))
        row |= {
            "quote": quote.exact,
            "start": quote.start,
            "end": quote.end,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
        }
    claim = from_line(json.dumps(row), place=place, text=document.text)
    if claim.reported is None and "reported" not in row:
        claim = replace(claim, reported=document.published.period)
    claim = matched(claim, shelf.register)
    check_arguments(claim)
    same = shelf.known.get(str(row.get("id")))
    return same if same is not None and _says_the_same(same, claim) else claim


def _says_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same in the same words, however names are written."""

    def said(claim: Claim) -> tuple[object, ...]:
        ends = [e and (e.entity_id or e.name) for e in (claim.subject, claim.object)]
        mood = (claim.polarity, claim.modality, claim.speaker and claim.speaker.name)
        return (claim.kind, *ends, claim.value, claim.total, *mood, claim.event.period, claim.quote)

    return said(one) == said(other)


def _stands(row: Mapping[str, Any], text: str) -> bool:
    start, end = row.get("start"), row.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return False
    return text[start:end] == row.get("quote")


def _text(row: Mapping[str, Any], key: str) -> str | None:
    found = row.get(key)
    return found.strip() if isinstance(found, str) and found.strip() else None


def _is_id(text: str) -> bool:
    return len(text) == 16 and all(letter in "0123456789abcdef" for letter in text)


def _day(row: Mapping[str, Any], place: str) -> date | None:
    words = _text(row, "published") or _text(row, "reported")
    if words is None:
        return None
    try:
        period = Period.parse(words)
    except ValueError:
        raise ClaimError(f"{place}: 'published' should be an ISO day, and is {words!r}") from None
    return period.first_on if period.is_day else None
