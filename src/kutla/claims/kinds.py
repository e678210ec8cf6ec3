"""The closed list of what a claim can say.

Each kind states its arguments, whether what it tells of lasts, and which PLOVER code comes nearest.
PLOVER knows no seats, membership, office held or withdrawn candidacy: there ``fit`` is ``none``
and no code is forced.
"""

from __future__ import annotations

from dataclasses import dataclass

from kutla.errors import UnknownKindError
from kutla.vocabulary import POLITICAL_GROUPS, EntityKind


@dataclass(frozen=True, slots=True)
class Plover:
    """The nearest PLOVER code: ``fit`` is exact, lossy or none."""

    event: str | None = None
    mode: str | None = None
    context: str | None = None
    fit: str = "none"


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing a claim can say.

    ``subject_kinds`` and ``object_kinds`` are those that make sense; empty ``object_kinds`` means
    that the kind takes no object. ``has_value`` says that a number belongs to it. ``symmetric``
    kinds mean the same with their arguments swapped. ``is_lasting`` kinds tell of something that
    holds until it is ended, the others of something that happens; of ``is_changeable`` kinds a
    later report may say otherwise without contradicting the earlier one.
    """

    name: str
    definition: str
    subject_kinds: frozenset[EntityKind]
    object_kinds: frozenset[EntityKind]
    object_required: bool
    has_value: bool
    symmetric: bool
    is_lasting: bool
    is_changeable: bool
    plover: Plover
    examples: tuple[str, str]


_E = EntityKind
_PERSON = frozenset({_E.PERSON})
_PEOPLE = frozenset({_E.PERSON, _E.GROUP})
_ORGANISED = POLITICAL_GROUPS | {_E.ARMED_FACTION, _E.UMBRELLA}
_SIDES = _ORGANISED | _PEOPLE
_INSTITUTIONS = frozenset({_E.INSTITUTION, _E.MINISTRY, _E.OFFICE})
_ANYONE = _SIDES | _INSTITUTIONS | {_E.COUNTRY, _E.CLERICAL_AUTHORITY}
_OFFICES = frozenset({_E.OFFICE, _E.MINISTRY, _E.INSTITUTION})
_HELD = _OFFICES | {_E.PLACE}
_TARGETS = _ANYONE | {_E.PLACE}
_NOTHING: frozenset[EntityKind] = frozenset()


def _kind(
    name: str,
    definition: str,
    arguments: tuple[frozenset[EntityKind], frozenset[EntityKind]],
    plover: Plover,
    examples: tuple[str, str],
    *,
    optional: bool = False,
    value: bool = False,
    symmetric: bool = False,
    lasting: bool = False,
    changeable: bool = False,
) -> Kind:
    subjects, objects = arguments
    required = bool(objects) and not optional
    return Kind(
        name,
        definition,
        subjects,
        objects,
        object_required=required,
        has_value=value,
        symmetric=symmetric,
        is_lasting=lasting,
        is_changeable=changeable or lasting,
        plover=plover,
        examples=examples,
    )


KINDS: tuple[Kind, ...] = (
    _kind(
        "seats",
        "A list, bloc or alliance won or holds a number of seats or members.",
        (_SIDES, _NOTHING),
        Plover(),
        ("The Harbour Party took 31 of the 120 seats.", "Nineteen MPs now sit with Meadow."),
        value=True,
        lasting=True,
    ),
    _kind(
        "member_of",
        "A person belongs to a list, party, bloc or body.",
        (_PEOPLE, _ORGANISED | _INSTITUTIONS),
        Plover(),
        ("Ilse Brandt, a Meadow deputy, objected.", "He sits on the audit commission."),
        lasting=True,
    ),
    _kind(
        "leads",
        "A person leads an organisation.",
        (_PERSON, _ORGANISED | _INSTITUTIONS),
        Plover(),
        ("Tomas Reek, who chairs the Harbour Party, agreed.", "The Lantern Guard's commander Ovo."),
        lasting=True,
    ),
    _kind(
        "part_of",
        "A party belongs to an alliance, or a faction to an umbrella.",
        (_ORGANISED | {_E.GROUP}, _ORGANISED),
        Plover(),
        ("Orchard ran inside the Green Coast alliance.", "The brigade is part of the Home Watch."),
        lasting=True,
    ),
    _kind(
        "forms_bloc",
        "Someone founds a bloc, alliance or coalition; the object is the bloc or the partner.",
        (_SIDES, _SIDES),
        Plover("AGREE", None, "legislative", "lossy"),
        ("Harbour and Meadow formed a bloc.", "She launched a group named Open Door."),
        optional=True,
        changeable=True,
    ),
    _kind(
        "joins_bloc",
        "A list, party or member enters a bloc, alliance or government coalition.",
        (_SIDES, _SIDES | _INSTITUTIONS),
        Plover("AGREE", None, "legislative", "lossy"),
        ("Orchard joined the Harbour-led bloc.", "Meadow is about to enter the coalition."),
        changeable=True,
    ),
    _kind(
        "leaves_bloc",
        "A list, party or member leaves a bloc, party, alliance or government coalition.",
        (_SIDES, _SIDES | _INSTITUTIONS),
        Plover("SANCTION", "withdraw", "legislative", "lossy"),
        ("Two deputies walked out of Meadow.", "Orchard quit the government."),
        changeable=True,
    ),
    _kind(
        "refuses_bloc",
        "Someone will not join, sit with or govern with another.",
        (_SIDES, _SIDES | _INSTITUTIONS),
        Plover("REJECT", None, "legislative", "lossy"),
        ("Meadow ruled out a coalition with Harbour.", "They do not intend to join any bloc."),
        changeable=True,
    ),
    _kind(
        "negotiates_with",
        "Two sides talk about a bloc, a government or an agreement.",
        (_ANYONE, _ANYONE),
        Plover("CONSULT", None, "legislative", "exact"),
        ("Harbour opened talks with Orchard.", "The two leaders are discussing a cabinet."),
        symmetric=True,
        changeable=True,
    ),
    _kind(
        "supports",
        "Someone backs another, a government, a candidacy or a measure.",
        (_ANYONE, _ANYONE),
        Plover("SUPPORT", None, None, "exact"),
        ("Orchard endorsed Reek for premier.", "The bloc stands behind the cabinet."),
        lasting=True,
    ),
    _kind(
        "opposes",
        "Someone is against another, a government, a candidacy or a measure.",
        (_ANYONE, _ANYONE),
        Plover("REJECT", None, None, "lossy"),
        ("Meadow is against a second term for Reek.", "They object to the cabinet."),
        lasting=True,
    ),
    _kind(
        "accuses",
        "Someone charges another with a wrong.",
        (_ANYONE, _ANYONE),
        Plover("ACCUSE", None, None, "exact"),
        ("Brandt accused Reek of buying votes.", "The guard blamed the ministry for the ambush."),
    ),
    _kind(
        "meets",
        "Two sides meet, telephone or are in contact.",
        (_ANYONE, _ANYONE),
        Plover("CONSULT", None, "diplomatic", "lossy"),
        ("Reek received the envoy of Norrland.", "The two met in the capital."),
        symmetric=True,
    ),
    _kind(
        "backed_by",
        "The subject is backed, financed or armed by a patron, the object.",
        (_SIDES | _INSTITUTIONS, _ANYONE),
        Plover("SUPPORT", None, None, "lossy"),
        ("The Norrland-backed Lantern Guard marched.", "Meadow is financed by the bishop."),
        lasting=True,
    ),
    _kind(
        "threatens",
        "Someone announces harm or pressure against another.",
        (_ANYONE, _TARGETS),
        Plover("THREATEN", None, None, "exact"),
        ("Ovo threatened to march on parliament.", "Orchard warned it would topple the cabinet."),
    ),
    _kind(
        "candidate_for",
        "A person stands for an office or a seat, or is put forward to stand.",
        (_PEOPLE, _OFFICES),
        Plover(),
        ("Brandt is running for speaker.", "He announced his bid for the presidency."),
        lasting=True,
    ),
    _kind(
        "withdraws_candidacy",
        "A person gives up a candidacy.",
        (_PEOPLE, _OFFICES),
        Plover("RETREAT", "withdraw", "election", "lossy"),
        ("Brandt pulled out of the race for speaker.", "Reek will no longer seek the premiership."),
        changeable=True,
    ),
    _kind(
        "nominated_for",
        "A person is named for an office by whoever may name, but does not hold it yet.",
        (_PEOPLE, _OFFICES),
        Plover(),
        ("The president designated Reek as premier.", "Harbour put Brandt up for speaker."),
        changeable=True,
    ),
    _kind(
        "appointed_to",
        "A person is elected, appointed or sworn in to an office.",
        (_PEOPLE, _OFFICES),
        Plover(),
        ("Deputies elected Brandt speaker.", "She was sworn in as interior minister."),
    ),
    _kind(
        "holds_office",
        "A person holds, or the text says held, an office.",
        (_PEOPLE, _OFFICES),
        Plover(),
        ("Prime Minister Tomas Reek spoke.", "Former speaker Ilse Brandt agreed."),
        lasting=True,
    ),
    _kind(
        "resigns",
        "A person or cabinet gives up an office.",
        (_ANYONE, _OFFICES | _ORGANISED),
        Plover("RETREAT", "resign", None, "exact"),
        ("Reek stepped down as premier.", "The interior minister has resigned."),
        optional=True,
        changeable=True,
    ),
    _kind(
        "controls",
        "Someone controls a ministry, an institution or a territory.",
        (_ANYONE, _HELD),
        Plover(),
        ("Orchard runs the oil ministry.", "The guard holds the northern crossing."),
        lasting=True,
    ),
    _kind(
        "confidence_vote",
        "Parliament votes, or is to vote, on confidence in a government or a person.",
        (_ANYONE, _ANYONE),
        Plover("REQUEST", "change", "legislative", "lossy"),
        ("The cabinet won the vote with 64 ayes.", "A motion of no confidence was tabled."),
        optional=True,
        value=True,
        changeable=True,
    ),
    _kind(
        "election",
        "An election is held, called, moved or annulled, or a parliament is dissolved.",
        (frozenset({_E.ELECTION, _E.INSTITUTION, _E.COUNTRY, _E.PLACE}), _ANYONE | {_E.PLACE}),
        Plover(None, None, "election", "none"),
        ("Voters go to the polls on 3 March.", "The president dissolved the chamber."),
        optional=True,
        changeable=True,
    ),
    _kind(
        "court_ruling",
        "A court decides something of weight for parliament, a party or an office.",
        (frozenset({_E.INSTITUTION, _E.GROUP, _E.PERSON}), _TARGETS | {_E.ELECTION}),
        Plover(None, None, "legal", "none"),
        ("The high court barred Ovo from standing.", "Judges upheld the count."),
        optional=True,
    ),
    _kind(
        "session",
        "Parliament sits, is called, adjourns or fails for want of a quorum.",
        (frozenset({_E.INSTITUTION, _E.GROUP}), _ANYONE),
        Plover(None, None, "legislative", "none"),
        ("The chamber convened on Monday.", "The sitting collapsed without a quorum."),
        optional=True,
        value=True,
        changeable=True,
    ),
    _kind(
        "attacks",
        "Someone uses armed force against another or a place.",
        (_ANYONE, _TARGETS),
        Plover("ASSAULT", None, "military", "exact"),
        ("The guard shelled the garrison.", "Rockets hit the Norrland embassy."),
    ),
    _kind(
        "raids",
        "A force enters a place or an organisation's premises against its will.",
        (_ANYONE, _TARGETS),
        Plover("COERCE", "seize", "military", "lossy"),
        ("Police searched the guard's depot.", "Troops stormed the party's office."),
    ),
    _kind(
        "detains",
        "Someone arrests or holds another, or is arrested (no object); the value is how many.",
        (_ANYONE, _ANYONE),
        Plover("COERCE", "arrest", "legal", "exact"),
        ("Police arrested nine guardsmen.", "Prosecutors had Brandt held for questioning."),
        optional=True,
        value=True,
    ),
    _kind(
        "releases",
        "Someone lets another go, or is let go (no object); the value is how many.",
        (_ANYONE, _ANYONE),
        Plover("RETREAT", "release", "legal", "exact"),
        ("The nine were freed on bail.", "A judge let Brandt go."),
        optional=True,
        value=True,
    ),
    _kind(
        "event_other",
        "A political event that no other kind holds; kept, never used in arithmetic.",
        (_TARGETS | {_E.ELECTION}, _TARGETS | {_E.ELECTION}),
        Plover(),
        ("The two states signed a border accord.", "Protesters filled the square."),
        optional=True,
    ),
)
"""Every kind, in the order in which a reader would ask for them."""

_BY_NAME = {kind.name: kind for kind in KINDS}


def get_kind(name: str) -> Kind:
    """Give the kind of that name.

    Raises UnknownKindError, which lists the known ones, where there is none.
    """
    try:
        return _BY_NAME[name]
    except KeyError:
        known = ", ".join(_BY_NAME)
        raise UnknownKindError(f"no kind of claim is called {name!r}; known are: {known}") from None
