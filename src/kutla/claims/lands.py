"""Offices of a state, written without the state: gold has "president" for "the Kenyan president"."""

from __future__ import annotations

import re

from kutla.register import country_names
from kutla.vocabulary import name_office

_OF_A_STATE = (
    r"(?:(?:acting|caretaker|interim|deputy|first deputy|vice)[- ])*"
    r"(?:president|prime minister|(?:deputy )?premier|chancellor|speaker|head of (?:state|government)|king|queen|emir|sultan|supreme leader|"
    r"secretary of state|foreign secretary|(?:[a-z]+ )?(?:[a-z]+ and )?minister(?: (?:of|for) [a-z]+(?: and [a-z]+)?)?)"
)
_BEFORE = re.compile(rf"(?:the )?(?P<land>.+?)(?:['’]s)? (?P<office>{_OF_A_STATE})", re.IGNORECASE)
_AFTER = re.compile(rf"(?P<office>{_OF_A_STATE}) of (?:the )?(?P<land>[A-Z].+)", re.IGNORECASE)
_CITY_OF = re.compile(r"\bof the (?:\w+ )?(?:city|town|state|province|region) of ")
_NO_STATES = frozenset({"Catalonia", "Scotland", "Hong Kong", "Greenland"})
"""Lands with a name of their own within a state: their president is not the state's."""


def bare_office(words: str) -> str:
    """Name an office by its standard name, a state's without the state.

    Which state it is stands in the quote. An office of a region, a town or a body keeps its
    name whole, and so does an envoy's.

    >>> bare_office("Kenyan foreign minister"), bare_office("the President of the United States")
    ('foreign minister', 'President')
    >>> bare_office("premier of Bavaria"), bare_office("ambassador to Germany")
    ('premier of Bavaria', 'ambassador to Germany')
    """
    words = _CITY_OF.sub("of ", words)
    for pattern in (_AFTER, _BEFORE):
        found = pattern.fullmatch(name_office(words))
        land = country_names().get(found["land"]) if found else None
        if found and land is not None and land not in _NO_STATES:
            return name_office(found["office"])
    return name_office(words)
