"""A fact in one English sentence, for every kind, polarity and modality."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.vocabulary import EntityKind, Period

if TYPE_CHECKING:
    from datetime import date

    from kutla.claims import Claim
    from kutla.state import Alternative, Evidence, Fact
    from kutla.vocabulary import Referent

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
    "candidate_for": ("run{for_o}", "is a candidate{for_o}"),
    "withdraws_candidacy": ("withdraw from the race{for_o}", "withdrew from the race{for_o}"),
    "nominated_for": ("be nominated{for_o}", "was nominated{for_o}"),
    "appointed_to": ("take office{as_o}", "took office{as_o}"),
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


def cap(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def shorten(text: str, most: int = 160) -> str:
    """The text on one line, cut at a word if it is long."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


_TAKES_ARTICLE = re.compile(
    r"(?:Party|Alliance|Coalition|Movement|Union|Bloc|List|Front|Ministry|Court|Council|Forces|Army|Service|"
    r"Representatives|Organi[sz]ation|Commission|Assembly|States|Kingdom|Emirates|Netherlands|Guard|Brigades|"
    r"Group|Congress|League|Command|Authority|Presidency|Government|Movement for \w+|Union of \w+|Council of Iraq)$"
    r"|^Ministry of |^(?:Federal|Supreme|Higher) |^Popular "
)
_PLURAL_NAME = re.compile(
    r"\b(?:factions|groups|MPs|lawmakers|deputies|militias|parties|fighters|members|leaders|allies|actors|forces|"
    r"candidates|coalitions|blocs|people|protesters|senators|ministers|supporters|officials|communists)\b"
)


def with_article(referent: Referent) -> str:
    """A name as it stands in a sentence: "the Victory Alliance", "Ilse Brandt"."""
    name = referent.name
    if name.lower().startswith(("the ", "a ", "an ")) or referent.kind is EntityKind.PERSON:
        return name
    return f"the {name}" if _TAKES_ARTICLE.search(name) else name


def is_plural(referent: Referent) -> bool:
    """Whether the verb after the name is in the plural: "40 MPs join"."""
    return referent.kind is EntityKind.GROUP or (
        not referent.is_resolved and bool(_PLURAL_NAME.search(referent.name))
    )


def _in_plural(finite: str) -> str:
    first, _, rest = finite.partition(" ")
    turned = {"is": "are", "was": "were", "has": "have"}.get(first)
    if turned is None:
        turned = first[:-1] if first.endswith("s") and not first.endswith("ss") else first
    return f"{turned} {rest}" if rest else turned


def say(fact: Fact) -> str:
    """Say the leading reading of a fact in a sentence without its full stop.

    >>> from kutla.briefs.words import say_day  # the day is said apart
    """
    return say_reading(fact, fact.alternatives[0])


def say_reading(fact: Fact, reading: Alternative) -> str:
    """Say one reading of a fact, without its full stop."""
    claim = reading.evidence[0].claim
    subject = _subject(fact)
    if claim.kind in _OWN_SENTENCES:
        return _OWN_SENTENCES[claim.kind](fact, reading, subject)
    infinitive, finite = (_fill(form, fact, reading, claim) for form in _VERBS[claim.kind])
    if is_plural(fact.subject):
        finite = _in_plural(finite)
    if claim.kind == "refuses_bloc":
        says_no = reading.polarity is not Polarity.AFFIRMED
        refuses = "refuse" if is_plural(fact.subject) else "refuses"
        return f"{subject} {refuses} to {infinitive}" if says_no else f"{subject} may {infinitive}"
    polarity = reading.polarity
    if claim.kind in _NO_BY_THEMSELVES:
        polarity = Polarity.AFFIRMED if claim.polarity is Polarity.AFFIRMED else claim.polarity
    return _mood(
        subject, infinitive, finite, polarity, reading.modality, plural=is_plural(fact.subject)
    )


_NO_BY_THEMSELVES = frozenset({"opposes", "withdraws_candidacy", "leaves_bloc"})


def _mood(
    subject: str,
    infinitive: str,
    finite: str,
    polarity: Polarity,
    modality: Modality,
    *,
    plural: bool,
) -> str:
    is_, does = ("are", "do") if plural else ("is", "does")
    no = "not " if polarity is Polarity.NEGATED else ""
    if modality is Modality.PLANNED:
        told = f"{subject} {is_} {no}to {infinitive}"
    elif modality is Modality.POSSIBLE:
        told = f"{subject} may {no}{infinitive}"
    elif modality is Modality.DEMANDED:
        told = f"{subject} {is_} asked {no}to {infinitive}"
    else:
        told = f"{subject} {does} not {infinitive}" if no else f"{subject} {finite}"
    return f"it is denied that {told}" if polarity is Polarity.DENIED else told


def _holds(fact: Fact, reading: Alternative, subject: str) -> str:
    if all(item.claim.event.words == "former" for item in reading.evidence):
        return f"{subject} was {_object(fact)} before"
    if reading.polarity is not Polarity.AFFIRMED:
        return f"{subject} is not {_object(fact)}"
    return f"{subject} is {_object(fact)}"


def _befalls(fact: Fact, reading: Alternative, subject: str) -> str:
    kind = reading.evidence[0].claim.kind
    deed = "detained" if kind == "detains" else "released"
    if fact.object is None:
        return f"{subject} {'were' if is_plural(fact.subject) else 'was'} {deed}"
    return f"{subject} {deed} {_object(fact)}"


def _confidence(_fact: Fact, reading: Alternative, subject: str) -> str:
    votes = f" with {reading.value} votes" if reading.value is not None else ""
    if reading.modality is not Modality.ACTUAL:
        how = {"planned": "is planned", "possible": "is thought of", "demanded": "is demanded"}
        return f"a withdrawal of confidence from {subject} {how[reading.modality.value]}"
    quote = reading.evidence[0].claim.quote.exact
    if reading.value is None and _FILED.search(quote) and not _FELLED.search(quote):
        return f"a motion of no confidence in {subject} is reported"
    has_lost = reading.polarity is not Polarity.AFFIRMED or _FELLED.search(quote)
    won = "lost" if has_lost and not _SURVIVED.search(quote) else "won"
    return f"{subject} {won} a vote of confidence{votes}"


_FILED = re.compile(r"motion|fil(?:e|ed|ing)|tabl(?:e|ed|ing)|submit|censure", re.IGNORECASE)
_FELLED = re.compile(
    r"withdr[ae]w|lost|lose|losing|reject|toppl|oust|defeat|unseat|remov|dismiss|fell short|brought down",
    re.IGNORECASE,
)
_SURVIVED = re.compile(
    r"surviv|(?:motion|no[- ]confidence).{0,60}(?:fail|reject|defeat|fell short|voted down)",
    re.IGNORECASE,
)


_MOVED = re.compile(r"postpon|delay|put off|put back|reschedul", re.IGNORECASE)
_DISSOLVED = re.compile(r"dissol", re.IGNORECASE)


def _election(_fact: Fact, reading: Alternative, subject: str) -> str:
    name = re.sub(r"^the ", "", subject, flags=re.IGNORECASE)
    quote = reading.evidence[0].claim.quote.exact
    told, is_ = f"the {name}", "are" if re.search(r"(?:elections|polls)$", name) else "is"
    if _MOVED.search(quote):
        told, is_ = f"a postponement of the {name}", "is"
    elif _DISSOLVED.search(quote):
        told, is_ = f"a dissolution of the {name}", "is"
    no = "" if reading.polarity is Polarity.AFFIRMED else "not "
    moods = {
        Modality.ACTUAL: f"{is_} {no}reported",
        Modality.PLANNED: f"{is_} {no}planned",
        Modality.POSSIBLE: f"{is_} {no}thought of",
        Modality.DEMANDED: f"{is_} {no}demanded",
    }
    return f"{told} {moods[reading.modality]}"


_OWN_SENTENCES = {
    "holds_office": _holds,
    "confidence_vote": _confidence,
    "election": _election,
    "detains": _befalls,
    "releases": _befalls,
}


def _subject(fact: Fact) -> str:
    return with_article(fact.subject)


def _object(fact: Fact) -> str:
    if fact.object is None:
        return "any bloc" if fact.kind in {"joins_bloc", "refuses_bloc"} else ""
    name = fact.object.name
    plain = not fact.object.is_resolved and name[:1].islower()
    if plain and fact.object.kind is not EntityKind.OFFICE and name.endswith(_ARTICLED):
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    return name if fact.object.kind is EntityKind.OFFICE else with_article(fact.object)


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
        for_o=f" for {target}" if target else "",
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


def say_who(items: tuple[Evidence, ...]) -> str:
    """Who says so, with the verb: "says Rudaw", "say local sources"."""
    voices = say_voices(items)
    first = items[0].claim.speaker
    is_many = ";" in voices or (first is not None and bool(_MANY.search(first.name)))
    return f"{'say' if is_many else 'says'} {voices}"


_MANY = re.compile(
    r"(?:sources|officials|MPs|lawmakers|deputies|diplomats|members|aides)$", re.IGNORECASE
)


def say_voice(item: Evidence) -> str:
    """Say one voice, innermost first: speaker, then who carried it."""
    claim = item.claim
    outlet = item.outlet or "a report of unknown outlet"
    if claim.speaker is None:
        return outlet
    carriers = [
        v.name for v in claim.attribution[:-1] if v.name not in {outlet, claim.speaker.name}
    ]
    via = f" by way of {', '.join(reversed(carriers))}" if carriers else ""
    unnamed = " (not named)" if claim.is_anonymous else ""
    return f"{claim.speaker.name}{unnamed}{via}, in {outlet}"
