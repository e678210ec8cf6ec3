"""States made by hand, for the rooms that read them."""

from datetime import UTC, date, datetime

from kutla.claims.claim import Claim, Modality, Polarity
from kutla.state.state import Alternative, Evidence, Fact, SeatTable, Standing, State
from kutla.vocabulary import Chamber, Period, Quote, Referent, When


def affirmed(
    kind,
    subject,
    object_=None,
    *,
    value=None,
    on=None,
    polarity=Polarity.AFFIRMED,
    modality=Modality.ACTUAL,
):
    text = f"{subject} {kind} {object_ or ''} {value or ''} {on or ''} {polarity}"
    return Claim(
        kind=kind,
        subject=Referent(subject),
        object=None if object_ is None else Referent(object_),
        value=value,
        polarity=polarity,
        modality=modality,
        event=When(None if on is None else Period.parse(on)),
        quote=Quote("doc", 0, len(text), text),
        method="hand",
        certainty=1.0,
    )


def fact(
    kind,
    subject,
    object_=None,
    *,
    values=(None,),
    on=None,
    polarity=Polarity.AFFIRMED,
    also=None,
    modality=Modality.ACTUAL,
    standing=Standing.REPORTED,
):
    readings = [(value, polarity) for value in values]
    if also is not None:
        readings.append((values[0], also))
    alternatives = []
    for place, (value, side) in enumerate(readings):
        claim = affirmed(
            kind, subject, object_, value=value, on=on, polarity=side, modality=modality
        )
        evidence = Evidence(claim, f"story-{place}", None, 1.0, is_counted=True, why="reported")
        alternatives.append(Alternative(value, None, side, modality, (evidence,), 1.0 - place))
    first = alternatives[0].evidence[0].claim
    return Fact(
        f"{kind}:{subject}:{object_}:{on}",
        kind,
        first.subject,
        first.object,
        standing,
        tuple(alternatives),
        "",
        first.event.period,
    )


def make_state(
    facts, *, chamber=329, valid_on=date(2031, 6, 1), blocs=(), parliament="coast", election_on=None
):
    rows = [each for each in facts if each.kind == "seats"]
    rows.sort(key=lambda row: -(row.value or 0))
    accounted = sum(row.value or 0 for row in rows)
    return State(
        parliament,
        Chamber("Assembly", chamber),
        valid_on,
        datetime.combine(valid_on, datetime.min.time(), UTC),
        tuple(facts),
        SeatTable(election_on, tuple(rows), accounted, max(chamber - accounted, 0)),
        tuple(blocs),
        (),
    )
