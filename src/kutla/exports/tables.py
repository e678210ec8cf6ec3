"""The tables an analyst asks for: claims, facts, seats, blocs, timeline, changes, documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kutla.briefs.words import say, say_reading
from kutla.claims import ARTICLE
from kutla.exports.table import Column, Sort, Table
from kutla.state import timeline

if TYPE_CHECKING:
    from datetime import date

    from kutla.claims import Claim
    from kutla.exports.seen import Seen
    from kutla.state import Bloc, Diff, Fact, Moment
    from kutla.vocabulary import Period, Referent


def _columns(*rows: tuple[str, Sort, int, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_T, _W, _N, _B, _D, _L = Sort.TEXT, Sort.WHOLE, Sort.NUMBER, Sort.TRUTH, Sort.DAY, Sort.LIST
_WHO = (
    ("subject", _T, 28, "whom it is about, by the register's name where it is known"),
    ("subject_id", _T, 16, "the register's id, empty for a name nobody matched"),
    ("object", _T, 28, "whom or what it is done to, joined, held …"),
    ("object_id", _T, 16, "the register's id of the object"),
)
CLAIMS = _columns(
    ("id", _T, 18, "the claim's id: a hash of what it says and where"),
    ("kind", _T, 16, "what sort of thing it says"),
    *_WHO,
    ("value", _W, 8, "the number, as of seats"),
    ("total", _W, 8, "out of how many"),
    ("polarity", _T, 10, "affirmed, negated by the report, or denied by somebody"),
    ("modality", _T, 10, "actual, planned, possible or demanded"),
    ("speaker", _T, 26, "the innermost voice; article where the report itself says so"),
    ("anonymous", _B, 10, "whether that voice is nameless"),
    ("attribution", _T, 34, "the chain of who says, outermost first"),
    ("outlet", _T, 20, "who published the report"),
    ("event_from", _D, 12, "the first day on which it was so"),
    ("event_until", _D, 12, "the last day on which it was so"),
    ("published_from", _D, 12, "the first day on which the report may have come out"),
    ("published_until", _D, 12, "the last such day"),
    ("quote", _T, 60, "the words it was read from"),
    ("address", _T, 36, "where the report is"),
    ("line", _W, 6, "the line of the report, from 1"),
    ("document", _T, 18, "the report's id"),
    ("story", _T, 22, "copies of one report are one story"),
    ("start", _W, 8, "where the words begin, in letters of the report's text"),
    ("end", _W, 8, "where they end"),
    ("certainty", _N, 9, "the reader's own, 0 to 1"),
    ("method", _T, 14, "which reader and version found it"),
    ("counts", _B, 8, "false where review rejected or corrected it"),
    ("judged", _T, 12, "what an analyst decided: accept, reject, correct, add"),
    ("judged_by", _T, 14, "who decided"),
    ("as_written", _T, 28, "the subject as the report writes it"),
)
FACTS = _columns(
    ("id", _T, 14, "the fact's id: a hash of what it is about"),
    ("kind", _T, 16, "what sort of thing it is"),
    ("says", _T, 60, "the leading reading in words"),
    *_WHO,
    ("value", _W, 8, "the leading number"),
    ("total", _W, 8, "out of how many"),
    ("polarity", _T, 10, "of the leading reading"),
    ("modality", _T, 10, "of the leading reading"),
    ("standing", _T, 12, "settled, reported, contested, superseded, denied"),
    ("from", _D, 12, "the first day on which it was so"),
    ("until", _D, 12, "the last day, as far as it is known"),
    ("log_odds", _N, 9, "what the voices for it weigh"),
    ("stories_for", _W, 9, "independent stories for the leading reading"),
    ("stories_against", _W, 9, "independent stories for any other"),
    ("other_readings", _T, 40, "what else is said of it"),
    ("reason", _T, 60, "why it stands so"),
    ("claims_for", _L, 30, "ids of the claims for it"),
    ("claims_against", _L, 30, "ids of the claims against it"),
)
SEATS = _columns(
    ("list", _T, 34, "the list, alliance or party"),
    ("list_id", _T, 18, "its id in the register"),
    ("seats", _W, 8, "the leading figure"),
    ("share", _N, 8, "of the chamber, 0 to 1"),
    ("other_figures", _T, 16, "figures that others give"),
    ("standing", _T, 12, "settled, reported, contested"),
    ("stories", _W, 9, "independent stories for the leading figure"),
    ("election", _D, 12, "the day of the election"),
    ("reason", _T, 60, "why it stands so"),
    ("claims", _L, 30, "ids of the claims, for and against"),
)
BLOCS = _columns(
    ("bloc", _T, 34, "the bloc, alliance or coalition"),
    ("bloc_id", _T, 18, "its id in the register"),
    ("who", _T, 34, "the list, party or members"),
    ("who_id", _T, 18, "its id in the register"),
    ("tie", _T, 12, "formed, member, may join, refused, left"),
    ("says", _T, 50, "the leading reading in words"),
    ("standing", _T, 12, "settled, reported, contested"),
    ("from", _D, 12, "the first day on which it was so"),
    ("until", _D, 12, "the last day, as far as it is known"),
    ("stories_for", _W, 9, "independent stories for it"),
    ("stories_against", _W, 9, "independent stories against it"),
    ("size", _W, 8, "how many members the bloc is said to have"),
    ("fact", _T, 14, "the fact's id"),
)
TIMELINE = _columns(
    ("from", _D, 12, "the first day"),
    ("until", _D, 12, "the last day"),
    ("bound", _B, 8, "true where only the first report of it has a day"),
    ("says", _T, 60, "what was so, in words"),
    ("kind", _T, 16, "what sort of thing it is"),
    *_WHO,
    ("value", _W, 8, "the number"),
    ("standing", _T, 12, "of the fact"),
    ("leading", _B, 8, "false for an earlier turn or the other side"),
    ("stories", _W, 9, "independent stories for this reading"),
    ("fact", _T, 14, "the fact's id"),
)
CHANGES = _columns(
    ("change", _T, 16, "new, changed, newly contested …"),
    ("says", _T, 60, "the fact in words"),
    ("standing", _T, 12, "as it is now"),
    ("before", _T, 60, "how it read before"),
    ("before_standing", _T, 12, "as it was"),
    ("reasons", _T, 60, "why"),
    ("kind", _T, 16, "what sort of thing it is"),
    *_WHO,
    ("fact", _T, 14, "the fact's id"),
)
DOCUMENTS = _columns(
    ("id", _T, 18, "the report's id: a hash of its text"),
    ("headline", _T, 60, "its headline"),
    ("outlet", _T, 20, "who published it"),
    ("published_from", _D, 12, "the first day on which it may have come out"),
    ("published_until", _D, 12, "the last such day"),
    ("published_reason", _T, 40, "how that is known"),
    ("story", _T, 22, "copies of one report are one story"),
    ("claims", _W, 8, "claims read from it"),
    ("address", _T, 50, "where it is"),
)


def claims_table(seen: Seen) -> Table:
    """Every claim of the latest readings, counting or not, with names filled in."""
    story_of = {each: story.id for story in seen.stories for each in story.document_ids}
    documents = dict(seen.documents)  # all of them at once
    rows = []
    for claim in seen.claims:
        document = documents.get(claim.quote.document_id)
        judged = _judged(claim, seen)
        speaker = claim.speaker
        rows.append(
            (
                claim.id,
                claim.kind,
                *_named(claim.subject, seen),
                *_named(claim.object, seen),
                claim.value,
                claim.total,
                claim.polarity.value,
                claim.modality.value,
                ARTICLE if speaker is None else speaker.name,
                claim.is_anonymous,
                " → ".join(voice.name for voice in claim.attribution) or None,
                document.outlet.name if document is not None and document.outlet else None,
                *_days(claim.event.period),
                *_days(claim.reported),
                claim.quote.exact,
                None if document is None else document.address,
                seen.line_of(claim),
                claim.quote.document_id,
                story_of.get(claim.quote.document_id),
                claim.quote.start,
                claim.quote.end,
                claim.certainty,
                claim.method,
                seen.rulings.counts(claim),
                *judged,
                claim.subject.name,
            )
        )
    return Table("claims", CLAIMS, tuple(rows))


def facts_table(seen: Seen) -> Table:
    """Every fact of the day with its leading reading, its standing and what else is said."""
    return Table("facts", FACTS, tuple(_fact_row(fact, seen) for fact in seen.state.facts))


def seats_table(seen: Seen) -> Table:
    """Who holds what after the election the day falls under; nobody reported has no row."""
    table, size = seen.state.seats, seen.state.chamber.seats
    rows = tuple(
        (
            *_named(fact.subject, seen),
            fact.value,
            None if fact.value is None else round(fact.value / size, 4),
            ", ".join(str(each.value) for each in fact.alternatives[1:]) or None,
            fact.standing.value,
            fact.alternatives[0].stories,
            table.election_on,
            fact.reason,
            [item.claim.id for item in (*fact.support, *fact.dissent)],
        )
        for fact in table.rows
    )
    return Table("seats", SEATS, rows)


def blocs_table(seen: Seen) -> Table:
    """Who is in which bloc, may join it, refused it, left it: a row a tie."""
    rows = [
        (
            *_named(bloc.referent, seen),
            *_named(fact.subject, seen),
            tie,
            say(fact),
            fact.standing.value,
            *_days(fact.period),
            fact.alternatives[0].stories,
            _against(fact),
            None if bloc.size is None else bloc.size.value,
            fact.id,
        )
        for bloc in seen.state.blocs
        for tie, facts in ties_of(bloc)
        for fact in facts
    ]
    return Table("blocs", BLOCS, tuple(rows))


def ties_of(bloc: Bloc) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Give the facts of a bloc by what ties its members to it."""
    return (
        ("formed", bloc.formed),
        ("member", bloc.members),
        ("may join", bloc.may_join),
        ("refused", bloc.refused),
        ("left", bloc.left),
    )


def timeline_table(moments: tuple[Moment, ...], seen: Seen) -> Table:
    """What happened when, a row a reading."""
    rows = [
        (
            *_days(moment.period),
            moment.is_bound,
            say_reading(moment.fact, moment.reading),
            moment.fact.kind,
            *_named(moment.fact.subject, seen),
            *_named(moment.fact.object, seen),
            moment.reading.value,
            moment.fact.standing.value,
            moment.is_leading,
            moment.reading.stories,
            moment.fact.id,
        )
        for moment in moments
    ]
    return Table("timeline", TIMELINE, tuple(rows))


def changes_table(diff: Diff, seen: Seen) -> Table:
    """What changed between two states, a row a change; a fact stands under every heading it has."""
    rows = [
        (
            heading,
            say(each.fact),
            None if each.after is None else each.after.standing.value,
            None if each.before is None else say(each.before),
            None if each.before is None else each.before.standing.value,
            "; ".join(each.reasons),
            each.fact.kind,
            *_named(each.fact.subject, seen),
            *_named(each.fact.object, seen),
            each.fact.id,
        )
        for heading, changes in diff.sections
        for each in changes
    ]
    return Table("changes", CHANGES, tuple(rows))


def documents_table(seen: Seen) -> Table:
    """Every report, when it came out and how that is known, and how many claims it makes."""
    story_of = {each: story.id for story in seen.stories for each in story.document_ids}
    told: dict[str, int] = {}
    for claim in seen.claims:
        told[claim.quote.document_id] = told.get(claim.quote.document_id, 0) + 1
    rows = [
        (
            document.id,
            document.headline,
            document.outlet.name if document.outlet else None,
            *_days(document.published.period),
            document.published.reason,
            story_of.get(document.id),
            told.get(document.id, 0),
            document.address,
        )
        for document in seen.documents.values()
    ]
    return Table("documents", DOCUMENTS, tuple(rows))


def _fact_row(fact: Fact, seen: Seen) -> tuple[Any, ...]:
    lead, others = fact.alternatives[0], fact.alternatives[1:]
    return (
        fact.id,
        fact.kind,
        say(fact),
        *_named(fact.subject, seen),
        *_named(fact.object, seen),
        lead.value,
        lead.total,
        lead.polarity.value,
        lead.modality.value,
        fact.standing.value,
        *_days(fact.period),
        lead.log_odds,
        lead.stories,
        _against(fact),
        "; ".join(say_reading(fact, each) for each in others) or None,
        fact.reason,
        [item.claim.id for item in fact.support],
        [item.claim.id for item in fact.dissent],
    )


def _against(fact: Fact) -> int:
    return sum(each.stories for each in fact.alternatives[1:])


def _named(referent: Referent | None, seen: Seen) -> tuple[str | None, str | None]:
    """Give the register's name and the id; a name nobody matched as it stands."""
    if referent is None:
        return None, None
    known = referent.entity_id and seen.register.find_entity(referent.entity_id)
    return (known.name, known.id) if known else (referent.name, referent.entity_id)


def _days(period: Period | None) -> tuple[date | None, date | None]:
    return (None, None) if period is None else (period.first_on, period.last_on)


def _judged(claim: Claim, seen: Seen) -> tuple[str | None, str | None]:
    ruled = seen.rulings
    found = ruled.rejected.get(claim.id) or ruled.corrected.get(claim.id) or ruled.voucher(claim)
    return (None, None) if found is None else (found.verdict.value, found.judged_by)


def moments_table(seen: Seen) -> Table:
    """The whole timeline of a state."""
    return timeline_table(timeline(seen.state), seen)


TABLES = {
    "claims": claims_table,
    "facts": facts_table,
    "seats": seats_table,
    "blocs": blocs_table,
    "timeline": moments_table,
    "documents": documents_table,
}
"""The tables that one look at a ledger gives, by their names."""
