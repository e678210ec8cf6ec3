"""Words around a name that are not the name: titles before it, "coalition" or "list" behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.register.folding import APOSTROPHES, folded_words
from kutla.vocabulary import name_office

if TYPE_CHECKING:
    from collections.abc import Collection


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GROUP_HEADS = _words(
    """alliance bloc coalition current faction front group grouping list militia movement
    organization party slate trend
    ائتلاف تحالف تيار جبهه حركه حزب قائمه كتله منظمه"""
)
"""What kind of thing an organisation is; two papers rarely agree on it."""

TITLES = _words(
    """acting ambassador ayatollah brig brigadier caretaker chairman chairperson chairwoman
    chancellor chief cleric col colonel commander counselor crown current democrat deputy designate
    dr elect engineer envoy ex foreign former gen general governor grand haj haji hajj head hon
    imam incumbent interim judge justice king kurdish late lawmaker lady leader legislator lt
    lieutenant maj major mawlana minister minority mp mps mr mrs ms mullah nominee
    outgoing parliament pm
    parliamentarian parliamentary politician premier president prime prince prof professor
    secretary senator senior shaykh sheik sheikh shia shiite sir speaker spokesman spokesperson
    spokeswoman sayed sayyed sayyid seyyed sunni then top vice warlord
    السيد الشيخ الدكتور رئيس الوزراء النائب سيد شيخ دكتور نائب وزراء"""
)

WEAK_WORDS = _words(
    """and arab assyrian center christian civil communist conservative democratic democrats federal
    for free general governing green her his in islamic its justice kurdish labor left liberal
    nation national nationalist new of opposition our parliamentary patriotic peace people peoples
    political popular progressive pro republican right ruling shia shiite social socialist sunni
    the their turkmen turkoman unified union united unity workers youth"""
)
"""Words so common in names of groups that they name none: "National Alliance" has no core."""

CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december"""
)

FUNCTION_WORDS = _words(
    """a about after against all also although amid among an and another any as asked at backed
    because before both but by can could did does during each earlier either even first following
    for from given had has have he here his how however if in inside instead is it its just last
    later like many may meanwhile more most neither next no nor not now of on once one only or other
    our outside over she should since so some still such than that the their then there these they
    this those though through to today together toward towards two under unless until up upon us
    versus via was we were what when where whether which while who whom whose why will with within
    without would yesterday yet you"""
)


def strip_titles(name: str, demonyms: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """Take leading titles and demonyms off; give the folded rest and the words taken off.

    >>> strip_titles("former Prime Minister Ayad Allawi")
    ('ayad allawi', ('former', 'prime', 'minister'))
    """
    parts = folded_words(name)
    taken = 0
    while taken < len(parts) - 1 and (parts[taken] in TITLES or parts[taken] in demonyms):
        taken += 1
    return " ".join(parts[taken:]), parts[:taken]


_CHOSEN = re.compile(
    r"(?:minister|premier|chancellor|pm)[- ](?:designate|elect|nominee)|^formateur$"
)


def office_key(words: str) -> str:
    """Fold the name of an office; one "of" something stays apart from the country's own.

    >>> office_key("Premier"), office_key("Prime Minister of the Kurdistan Region")
    ('prime minister', 'prime minister of the kurdistan region')
    """
    folded = " ".join(words.casefold().split())
    if _CHOSEN.search(folded):
        return "formateur"
    return folded if " of " in folded else name_office(folded)


_LINKING = FUNCTION_WORDS - {"us"}


def after_title(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Give what follows the last title inside a name, and the title; None where none stands so.

    >>> after_title("PUK leader Bafel Talabani")
    ('bafel talabani', ('leader',))
    >>> after_title("the office of Prime Minister Abadi") is None
    True
    """
    parts = folded_words(name)
    titles = [at for at, part in enumerate(parts[:-1]) if part in TITLES]
    if not titles or any(part in _LINKING for part in parts[: titles[-1]]):
        return None
    last = titles[-1]
    first = last
    while first > 0 and parts[first - 1] in TITLES:
        first -= 1
    return " ".join(parts[last + 1 :]), parts[first : last + 1]


_OWNED = re.compile(rf"^(?P<owner>.+?)[{APOSTROPHES}]s\s+(?P<rest>\S.*)$")


def owner_and_rest(name: str) -> tuple[str, str] | None:
    """Cut "Sadr's Sairoon" into its owner and what is owned; None where nothing is.

    >>> owner_and_rest("Arvonia's Homeland Party")
    ('Arvonia', 'Homeland Party')
    """
    found = _OWNED.match(name)
    return (found["owner"], found["rest"]) if found else None


def office_of(titles: tuple[str, ...]) -> str | None:
    """Name the office that titles speak of, None where they speak of none that is held by one.

    >>> office_of(("former", "prime", "minister"))
    'prime minister'
    """
    if not titles:
        return None
    office = office_key(" ".join(titles))
    if office in {
        "formateur",
        "prime minister",
        "speaker",
        "deputy speaker",
        "chancellor",
        "vice president",
    }:
        return office
    return "president" if "president" in titles else None


def core_of(name: str, weak: Collection[str] = WEAK_WORDS) -> str | None:
    """Give a group's name without "coalition", "list" …; None where that leaves no name.

    >>> core_of("Sairoun coalition list")
    'sairoun'
    >>> core_of("National Alliance") is None
    True
    """
    parts = folded_words(name)
    first, last = 0, len(parts)
    while last > first and parts[last - 1] in GROUP_HEADS:
        last -= 1
    while first < last and parts[first] in GROUP_HEADS and not parts[first].isascii():
        first += 1
    if (first, last) == (0, len(parts)):
        return None
    core = parts[first:last]
    if all(part in WEAK_WORDS or part in weak for part in core):
        return None
    return " ".join(core)
