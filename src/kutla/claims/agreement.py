"""Whether two written names stand for the same actor, as a scorer must judge it.

This is no identity resolution (that is the register's): it only keeps a reader from being marked
down for an article, a title, an accent, or the fuller of two names that one report uses.
"""

from __future__ import annotations

import re

from anyascii import anyascii

from kutla.claims.lands import bare_office

_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "sir", "dame", "sheikh", "shaikh", "sayyid", "ayatollah"),
        *("grand", "prime", "minister", "premier", "president", "vice", "deputy", "speaker"),
        *("chancellor", "mp", "senator", "general", "colonel", "major", "cleric"),
        *("leader", "chairman", "commander", "king", "prince", "datuk", "seri", "former"),
        *("incumbent", "caretaker", "outgoing", "acting", "interim"),
    }
)
_HEADS = frozenset(
    {
        *("coalition", "alliance", "party", "list", "bloc", "block", "movement", "group", "front"),
        *("organisation", "organization", "militia", "faction", "factions", "parliamentary"),
        *("electoral", "political", "current", "trend", "network", "forces", "units"),
        *("ministry", "minister", "office", "of", "for", "and", "the", "in", "s"),
    }
)
_WEAK = frozenset(
    {
        *("national", "new", "united", "union", "democratic", "democrats", "democracy", "people"),
        *("peoples", "popular", "social", "socialist", "liberal", "christian", "islamic", "free"),
        *("labour", "left", "right", "green", "progressive", "republican", "freedom", "justice"),
        *("general", "state", "law", "government", "parliament", "president", "supreme", "council"),
        *("member", "members", "mps", "leader", "leaders", "official", "source", "sources"),
        *("north", "south", "east", "west", "northern", "southern", "eastern", "western"),
    }
)
_ARTICLE_PREFIX = re.compile(r"\b(?:al|el|ul|ash|as|ar|ad|at|an|az)[-’' ](?=[a-z])")
_POSSESSIVE = re.compile(r"[’'`]s?\b(?!\w)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]+)\)")
_ACRONYM = re.compile(r"^[A-Z][A-Z.&-]{1,7}$")


def fold_name(name: str) -> tuple[str, ...]:
    """Give the words of a name with case, accents, articles and leading titles folded away.

    >>> fold_name("Prime Minister Şenol al-Háfiz"), fold_name("the Meadow Party's")
    (('senol', 'hafiz'), ('meadow', 'party'))
    """
    plain = _POSSESSIVE.sub("", anyascii(name).casefold())
    plain = re.sub(r"^(?:the|a|an)\s+", "", plain.strip())
    words = _NOT_WORD.sub(" ", _ARTICLE_PREFIX.sub("", plain)).split()
    at = 0
    while at < len(words) and words[at] in _TITLES:
        at += 1
    return tuple(words[at:] or words)


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are equal but for case, accents, articles and titles."""
    return fold_name(one) == fold_name(other)


def is_same_office(one: str, other: str) -> bool:
    """Whether two wordings name one office.

    >>> is_same_office("the premiership", "Prime Minister of Norrland")
    True
    >>> is_same_office("US President", "president"), is_same_office("mayor of Rome", "mayor")
    (True, False)
    """
    return bare_office(one).casefold() == bare_office(other).casefold()


def is_compatible_name(one: str, other: str) -> bool:
    """Whether one name may be the shorter, fuller or abbreviated form of the other.

    >>> is_compatible_name("Meadow", "the Meadow coalition"), is_compatible_name("NU", "New Union")
    (True, True)
    >>> is_compatible_name("National Alliance", "National Harbour Party")
    False
    """
    return any(
        is_same_name(first, second)
        or _core(first) == _core(second)
        or _is_acronym(first, second)
        or _is_acronym(second, first)
        for first in _variants(one)
        for second in _variants(other)
    ) or _is_fuller(_core(one), _core(other))


def _variants(name: str) -> tuple[str, ...]:
    """Give a name that brings its short form along ("New Union (NU)") with, without and as it."""
    found = _PARENTHESIS.search(name)
    if not found:
        return (name,)
    variants = (name, _PARENTHESIS.sub(" ", name).strip(), found["inside"].strip())
    return tuple(variant for variant in variants if variant)


def _is_fuller(first: frozenset[str], second: frozenset[str]) -> bool:
    shared = first & second
    return shared in (first, second) and not shared <= _WEAK


def _core(name: str) -> frozenset[str]:
    words = fold_name(name)
    return frozenset(words) - _HEADS or frozenset(words)


def _is_acronym(short: str, full: str) -> bool:
    if not _ACRONYM.match(short.strip()):
        return False
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    words = [word for word in re.split(r"[\s-]+", anyascii(full)) if word]
    initials = [word[0].casefold() for word in words if word[0].isupper()]
    every = [word[0].casefold() for word in words]
    return letters in (initials, every)
