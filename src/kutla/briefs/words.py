"""A fact in one English sentence, for every kind, polarity and modality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.vocabulary import EntityKind, Period

if TYPE_CHECKING:
    from datetime import date

    from kutla.claims import Claim
    from kutla.state import Alternative, Evidence, Fact

# kind: (infinitive, finite form); {o} the object, {v} the value
_VERBS: dict[str, tuple[str, str]] = {
    "seats": ("hold {v}", "holds {v}"),
    "member_of": ("belong to {o}", "belongs to {o}"),
    "leads": ("lead {o}", "leads {o}"),
    "part_of": ("be part of {o}", "is part of {o}"),
    "forms_bloc": ("form {o}", "formed {o}"),
    "joins_bloc": ("join {o}", "joined {o}"),
    "leaves_bloc": ("leave {o}", "left {o}"),
    "refuses_bloc": ("join {o}", "joined {o}"),
    "negotiates_with": ("negotiate with {o}", "is negotiating with {o}"),
    "supports": ("support {o}", "supports {o}"),
    "opposes": ("oppose {o}", "opposes {o}"),
    "accuses": ("accuse {o}", "accuses {o}"),
    "meets": ("be in contact with {o}", "was in contact with {o}"),
    "backed_by": ("be backed by {o}", "is backed by {o}"),
    "threatens": ("threaten {o}", "threatens {o}"),
    "candidate_for": ("run for {o}", "is a candidate for {o}"),
    "withdraws_candidacy": ("withdraw the candidacy for {o}", "withdrew the candidacy for {o}"),
    "nominated_for": ("be nominated for {o}", "was nominated for {o}"),
    "appointed_to": ("become {o}", "became {o}"),
    "holds_office": ("be {o}", "is {o}"),
    "resigns": ("resign{as_o}", "resigned{as_o}"),
    "controls": ("control {o}", "controls {o}"),
    "confidence_vote": ("face a vote of confidence", "won a vote of confidence"),
    "election": ("be held", "is reported"),
    "court_ruling": ("rule{on_o}", "ruled{on_o}"),
    "session": ("sit", "sat"),
    "attacks": ("attack {o}", "attacked {o}"),
    "raids": ("raid {o}", "raided {o}"),
    "detains": ("detain {o}", "detained {o}"),
    "releases": ("release {o}", "released {o}"),
    "event_other": ("act{on_o}", "acted{on_o}"),
}
_ARTICLED = ("coalition", "alliance", "bloc", "government", "group", "front", "cabinet")


def say(fact: Fact) -> str:
    """Say the leading reading of a fact in a sentence without its full stop.

    >>> from kutla.briefs.words import say_day  # the day is said apart
    """
    return say_reading(fact, fact.alternatives[0])


def say_reading(fact: Fact, reading: Alternative) -> str:
    """Say one reading of a fact."""
    claim = reading.evidence[0].claim
    kind = claim.kind
    subject = _subject(fact)
    infinitive, finite = (_fill(form, fact, reading, claim) for form in _VERBS[kind])
    if kind == "holds_office" and all(i.claim.event.words == "former" for i in reading.evidence):
        return f"{subject} was {_object(fact)} before"
    if kind == "confidence_vote":
        return _confidence(subject, reading)
    if kind == "election":
        return _election(subject, reading)
    if kind in {"detains", "releases"} and fact.object is None:
        return f"{subject} {'were detained' if kind == 'detains' else 'were released'}"
    if kind == "refuses_bloc":
        said_no = reading.polarity is not Polarity.AFFIRMED
        return f"{subject} {'refuses to' if said_no else 'does not refuse to'} {infinitive}"
    if kind in {"opposes", "withdraws_candidacy", "leaves_bloc"}:
        return f"{subject} {_mood(infinitive, finite, Polarity.AFFIRMED, reading.modality)}"
    return f"{subject} {_mood(infinitive, finite, reading.polarity, reading.modality)}"


def _mood(infinitive: str, finite: str, polarity: Polarity, modality: Modality) -> str:
    if polarity is Polarity.DENIED:
        return (
            f"denies it would {infinitive}"
            if modality is not Modality.ACTUAL
            else f"did not {infinitive}, it is said in denial"
        )
    no = "not " if polarity is Polarity.NEGATED else ""
    if modality is Modality.PLANNED:
        return f"is {no}to {infinitive}"
    if modality is Modality.POSSIBLE:
        return f"may {no}{infinitive}"
    if modality is Modality.DEMANDED:
        return f"is asked {no}to {infinitive}"
    return f"does not {infinitive}" if no else finite


def _confidence(subject: str, reading: Alternative) -> str:
    votes = f" with {reading.value} votes" if reading.value is not None else ""
    if reading.modality is not Modality.ACTUAL:
        how = {"planned": "is planned", "possible": "is thought of", "demanded": "is demanded"}
        return f"A withdrawal of confidence from {subject} {how[reading.modality.value]}"
    won = "won" if reading.polarity is Polarity.AFFIRMED else "lost"
    return f"{subject} {won} a vote of confidence{votes}"


def _election(subject: str, reading: Alternative) -> str:
    moods = {
        Modality.ACTUAL: "is reported",
        Modality.PLANNED: "is planned",
        Modality.POSSIBLE: "may be moved or held",
        Modality.DEMANDED: "is demanded",
    }
    return f"{subject[:1].upper()}{subject[1:]}: {moods[reading.modality]}"


def _subject(fact: Fact) -> str:
    name = fact.subject.name
    return (
        name if fact.subject.is_resolved or not name[:1].islower() else name[:1].upper() + name[1:]
    )


def _object(fact: Fact) -> str:
    if fact.object is None:
        return "any bloc" if fact.kind in {"joins_bloc", "refuses_bloc"} else ""
    name = fact.object.name
    plain = not fact.object.is_resolved and name[:1].islower()
    if plain and fact.object.kind is not EntityKind.OFFICE and name.endswith(_ARTICLED):
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    return name


def _fill(form: str, fact: Fact, reading: Alternative, claim: Claim) -> str:
    target = _object(fact)
    if claim.kind == "forms_bloc" and fact.object is not None and not target.endswith(_ARTICLED):
        target = f"an alliance with {target}"
    if claim.kind == "forms_bloc" and fact.object is None:
        target = "a bloc"
    return form.format(
        o=target or "nobody named",
        v=seats_in_words(reading.value, reading.total),
        as_o=f" as {target}" if target else "",
        on_o=f" on {target}" if target else "",
    )


def seats_in_words(value: int | None, total: int | None) -> str:
    """Say a figure: "54 of 329 seats", "1 seat"."""
    if value is None:
        return "an unknown number of seats"
    return f"{value}{f' of {total}' if total else ''} {'seat' if value == 1 else 'seats'}"


def say_day(on: date) -> str:
    """Say a day as papers do: "23 May 2018"."""
    return f"{on.day} {on:%B %Y}"


def say_period(period: Period | None) -> str:
    """Say when: a day, a month, a year or a stretch; "day open" where nothing tells."""
    if period is None:
        return "day open"
    if period.is_day:
        return say_day(period.first_on)
    text = str(period)
    if len(text) == len("2018-06"):
        return f"{period.first_on:%B %Y}"
    if len(text) == len("2018"):
        return text
    return f"{say_day(period.first_on)} – {say_day(period.last_on)}"


def say_voices(items: tuple[Evidence, ...], *, most: int = 3) -> str:
    """Say who says so: "Jasim al-Baghati, in Rudaw"; a copy adds no voice."""
    voices: list[str] = []
    for item in items:
        voice = say_voice(item)
        if item.is_counted and voice not in voices:
            voices.append(voice)
    more = len(voices) - most
    shown = "; ".join(voices[:most])
    return f"{shown}; and {more} more" if more > 0 else shown


def say_voice(item: Evidence) -> str:
    """Say one voice, innermost first: speaker, then who carried it."""
    claim = item.claim
    outlet = item.outlet or "a report without outlet"
    if claim.speaker is None:
        return outlet
    carriers = [
        v.name for v in claim.attribution[:-1] if v.name not in {outlet, claim.speaker.name}
    ]
    via = f" by way of {', '.join(reversed(carriers))}" if carriers else ""
    unnamed = " (not named)" if claim.is_anonymous else ""
    return f"{claim.speaker.name}{unnamed}{via}, in {outlet}"
