"""Review: accept, reject, correct a claim, enter one by hand, undo. All appended, all attributed.

What a decision does to the state: an accepted claim weighs as *vouched* (``state/weights.py``) at
full certainty; a rejected one does not count; of a corrected one the correction counts, vouched
for, in its place; one entered by hand counts, vouched for. Nothing is taken out, and an earlier
``known_at`` gives what was shown before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kutla.claims import Claim, Modality, Polarity, Voice, VoiceRole, get_kind
from kutla.claims.codec import is_anonymous_name
from kutla.documents import Metadata, make_document
from kutla.errors import ClaimError, EntryNotFoundError, LedgerError, QuoteNotFoundError
from kutla.ledger.judgement import ABOUT_CLAIMS, REVIEW, REVIEW_RUN, Judgement, Verdict, standing
from kutla.vocabulary import OPEN, EntityKind, Period, Quote, Referent, When

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from kutla.documents import Document
    from kutla.ledger.ledger import Ledger
    from kutla.register import Register


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when (a moment with its zone), and why in a few words."""

    name: str
    at: datetime
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise LedgerError("a judgement needs the name of who makes it; give it with --by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a claim should say; None leaves a part as it is, a name in ``without`` empties it.

    ``speaker`` is the innermost voice, ``event`` when it was so. ``quote`` are other words of the
    same document; they must stand in it.
    """

    kind: str | None = None
    subject: str | None = None
    object: str | None = None
    value: int | None = None
    total: int | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    speaker: str | None = None
    event: Period | None = None
    quote: str | None = None
    without: frozenset[str] = frozenset()


_SHOWN = 6
EXCERPT = "excerpt"
"""The section of a document that is a quotation alone, of a page that was not at hand."""
EMPTIABLE = ("object", "value", "total", "speaker", "event")


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement on a claim as the log shows it."""

    judgement: Judgement
    claim: Claim | None
    """The claim it is about; None for an undo."""
    other: Claim | None = None
    """What a correction put in its place."""
    undone_by: Judgement | None = None


def accept(ledger: Ledger, claim_id: str, by: By) -> Judgement:
    """Vouch for a claim. Raises EntryNotFoundError where there is none of that id."""
    return _judge(ledger, Verdict.ACCEPT, find_claim(ledger, claim_id), by)


def reject(ledger: Ledger, claim_id: str, by: By) -> Judgement:
    """Let a claim not count. Raises EntryNotFoundError where there is none of that id."""
    return _judge(ledger, Verdict.REJECT, find_claim(ledger, claim_id), by)


def correct(
    ledger: Ledger, claim_id: str, wording: Wording, register: Register, by: By
) -> tuple[Judgement, Claim]:
    """Put another claim in the place of one; both are kept.

    Raises EntryNotFoundError for an unknown id, ClaimError where nothing would change or the kind
    asks for what is missing, QuoteNotFoundError for words that do not stand in its document.
    """
    claim = find_claim(ledger, claim_id)
    text = "" if wording.quote is None else _document(ledger, claim.quote.document_id).text
    made = replace(_worded(claim, wording, text, register), method=REVIEW, certainty=1.0)
    if replace(made, method=claim.method, certainty=claim.certainty) == claim:
        raise ClaimError(f"claim {claim.id} says just that already; say what is to be different")
    check_arguments(made)
    ledger.record((), (), (made,), recorded_at=by.at, run=REVIEW_RUN)
    return _judge(ledger, Verdict.CORRECT, claim, by, other=made.id), made


def enter(
    ledger: Ledger, document: Document, wording: Wording, register: Register, by: By
) -> tuple[Judgement, Claim]:
    """Enter a claim by hand, with the document it is taken from: recorded with it if it is new.

    Raises ClaimError where the wording lacks a kind, a subject, a quote or what the kind asks for,
    QuoteNotFoundError where the quote does not stand in the document.
    """
    if not (wording.kind and wording.subject and wording.quote):
        raise ClaimError("a claim needs a kind, a subject and the words it is taken from (--quote)")
    blank = Claim(
        kind=get_kind(wording.kind).name,
        subject=Referent(wording.subject),
        reported=document.published.period,
        quote=place_quote(document.id, document.text, wording.quote),
        method=REVIEW,
        certainty=1.0,
    )
    made = _worded(blank, wording, document.text, register)
    check_arguments(made)
    ledger.record((document,), None, (made,), recorded_at=by.at, run=REVIEW_RUN)
    return _judge(ledger, Verdict.ADD, made, by), made


def undo(ledger: Ledger, number: int, by: By) -> Judgement:
    """Take a judgement back. Raises EntryNotFoundError, or LedgerError where it is back already."""
    log = ledger.judgement_log()
    found = next((each for each in log if each.number == number), None)
    if found is None:
        raise EntryNotFoundError(f"no judgement {number} is in {ledger.address}; see the log")
    if found.verdict is Verdict.UNDO:
        is_standing = _undone_by(log).get(found.number) is None
    else:
        is_standing = found in standing(log)
    if not is_standing:
        raise LedgerError(f"judgement {number} is taken back already; undo the undoing instead")
    return ledger.judge(
        Verdict.UNDO, str(number), judged_by=by.name, recorded_at=by.at, reason=by.reason
    )


def excerpt(quote: str, address: str, *, outlet: str | None, published_on: date | None) -> Document:
    """Make a document of a quotation alone, for a page that is not at hand: its text is the quote.

    Raises ClaimError for an empty quote or address.
    """
    if not quote.strip() or not address.strip():
        raise ClaimError("an excerpt needs its words and the address they were read at")
    metadata = Metadata(
        outlet=outlet, url=address, section=EXCERPT, published_on=published_on
    )  # fmt: skip
    return make_document(quote.strip(), address=address, metadata=metadata, is_extracted=True)


def document_for(documents: Iterable[Document], quote: str) -> Document | None:
    """Choose among the documents of one address the one that a quote is of.

    The first that holds it, else the first that is a whole page, so that the door says what is
    wrong; None where there are only excerpts of other words.
    """
    documents = tuple(documents)
    words = " ".join(quote.split())
    for document in documents:
        if words in " ".join(document.text.split()):
            return document
    return next((each for each in documents if each.section != EXCERPT), None)


def history(ledger: Ledger, *, known_at: datetime | None = None) -> tuple[Decision, ...]:
    """Give every judgement on claims and every undoing of one, oldest first, with the claims."""
    log = ledger.judgement_log(known_at=known_at)
    about_claims = {one.number for one in log if one.verdict in ABOUT_CLAIMS}
    for one in log:
        if one.verdict is Verdict.UNDO and int(one.about) in about_claims:
            about_claims.add(one.number)
    undone = _undone_by(log)
    chosen = [one for one in log if one.number in about_claims]
    ids = {each for one in chosen for each in (one.about, one.other) if each is not None}
    claims = {claim.id: claim for claim in ledger.claims_called(ids)}
    return tuple(
        Decision(one, claims.get(one.about), claims.get(one.other or ""), undone.get(one.number))
        for one in chosen
    )


def find_claim(ledger: Ledger, words: str) -> Claim:
    """Give the claim of an id or the beginning of one, else the one whose quote holds the words.

    Raises EntryNotFoundError, with the ids of those that do where there are several.
    """
    found = ledger.find_claims(words)
    folded = " ".join(words.casefold().split())
    if not found and folded:
        found = tuple(
            claim
            for claim in ledger.claims()
            if folded in " ".join(claim.quote.exact.casefold().split())
        )
    if len(found) == 1:
        return found[0]
    if not found:
        raise EntryNotFoundError(
            f"{ledger.address}: no claim has the id {words!r} or quotes that; "
            "`kutla review list` gives ids"
        )
    shown = "; ".join(f"{each.id} {each.kind} {each.subject.name}" for each in found[:_SHOWN])
    more = "" if len(found) <= _SHOWN else f"; and {len(found) - _SHOWN} more"
    raise EntryNotFoundError(
        f"{ledger.address}: {len(found)} claims are called {words!r} or quote it: {shown}{more}"
    )


def check_arguments(claim: Claim) -> None:
    """Raise ClaimError where a claim lacks what its kind asks for, or has what it cannot take."""
    kind = get_kind(claim.kind)
    if kind.object_required and claim.object is None:
        raise ClaimError(f"a {kind.name} claim needs an object: {kind.definition}")
    if not kind.object_kinds and claim.object is not None:
        raise ClaimError(f"a {kind.name} claim takes no object: {kind.definition}")
    if not kind.has_value and claim.value is not None:
        raise ClaimError(f"a {kind.name} claim takes no number: {kind.definition}")
    if kind.name == "seats" and claim.value is None:
        raise ClaimError(f"a {kind.name} claim needs a number: {kind.definition}")


def place_quote(document_id: str, text: str, words: str) -> Quote:
    """Find words in a document, however its lines are broken. Raises QuoteNotFoundError."""
    at = text.find(words)
    if at >= 0:
        return Quote.cut(document_id, text, at, at + len(words))
    folded, places = _unbroken(text)
    wanted = " ".join(words.split())
    at = folded.find(wanted) if wanted else -1
    if at < 0:
        raise QuoteNotFoundError(
            f"the words {words[:60]!r} do not stand in document {document_id}; quote it verbatim"
        )
    return Quote.cut(document_id, text, places[at], places[at + len(wanted) - 1] + 1)


def _unbroken(text: str) -> tuple[str, list[int]]:
    """Give a text with every stretch of white space as one blank, and where each letter stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if not letter.isspace():
            letters.append(letter)
            places.append(place)
        elif letters and letters[-1] != " ":
            letters.append(" ")
            places.append(place)
    return "".join(letters), places


def _undone_by(log: tuple[Judgement, ...]) -> dict[int, Judgement]:
    """Map each judgement that does not stand to the undoing that took it back."""
    undone: dict[int, Judgement] = {}
    for one in reversed(log):
        if one.verdict is Verdict.UNDO and one.number not in undone:
            undone[int(one.about)] = one
    return undone


def _judge(
    ledger: Ledger, verdict: Verdict, claim: Claim, by: By, other: str | None = None
) -> Judgement:
    return ledger.judge(
        verdict,
        claim.id,
        other=other,
        judged_by=by.name,
        recorded_at=by.at,
        reason=by.reason,
    )


def _document(ledger: Ledger, document_id: str) -> Document:
    return ledger.documents_called([document_id])[0]


def _worded(claim: Claim, wording: Wording, text: str, register: Register) -> Claim:
    on = None if claim.reported is None else claim.reported.first_on
    unknown = wording.without.difference(EMPTIABLE)
    if unknown:
        raise ClaimError(
            f"a claim cannot be without {', '.join(sorted(unknown))}; "
            f"it can be without {', '.join(EMPTIABLE)}"
        )

    def kept(name: str, old: object, new: object) -> object:
        return None if name in wording.without else (old if new is None else new)

    subject = wording.subject and _refer(wording.subject, register, on)
    target = wording.object and _refer(wording.object, register, on)
    event = None if wording.event is None else When(wording.event, None, "said by the analyst")
    changes: dict[str, object] = {
        "kind": claim.kind if wording.kind is None else get_kind(wording.kind).name,
        "subject": subject or claim.subject,
        "object": kept("object", claim.object, target or None),
        "value": kept("value", claim.value, wording.value),
        "total": kept("total", claim.total, wording.total),
        "polarity": wording.polarity or claim.polarity,
        "modality": wording.modality or claim.modality,
        "event": kept("event", claim.event, event) or OPEN,
        "attribution": _voices(claim, wording, register, on),
    }
    if wording.quote is not None:
        changes["quote"] = place_quote(claim.quote.document_id, text, wording.quote)
    return replace(claim, **changes)  # type: ignore[arg-type]


def _refer(name: str, register: Register, on: date | None) -> Referent:
    """Name somebody by an id, or as written: matched by the register, or kept as it stands."""
    name = name.strip()
    if not name:
        raise ClaimError("a name has letters; write whom the claim is about")
    entity = register.find_entity(name)
    if entity is None:
        entity_id = register.match(name, on=on).entity_id
        entity = None if entity_id is None else register.find_entity(entity_id)
    else:
        name = entity.name
    kind: EntityKind | None = None if entity is None else entity.kind
    return Referent(name, None if entity is None else entity.id, kind)


def _voices(
    claim: Claim, wording: Wording, register: Register, on: date | None
) -> tuple[Voice, ...]:
    if wording.speaker is None and "speaker" not in wording.without:
        return claim.attribution
    carriers = tuple(voice for voice in claim.attribution if voice is not claim.speaker)
    if wording.speaker is None:
        return carriers
    who = _refer(wording.speaker, register, on)
    is_anonymous = is_anonymous_name(who.name) and who.entity_id is None
    return (*carriers, Voice(who.name, VoiceRole.SPEAKER, is_anonymous, who.entity_id))
