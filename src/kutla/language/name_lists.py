"""What lists of names know of one: a region, a party, a paper."""

from __future__ import annotations

import re

from kutla.language.party_names import party_names
from kutla.language.regions import REGIONS
from kutla.language.signs import ORGANISED
from kutla.vocabulary import EntityKind

_E = EntityKind
_PLATFORMS = frozenset(
    [
        "Facebook",
        "Twitter",
        "Telegram",
        "WhatsApp",
        "Instagram",
        "TikTok",
        "YouTube",
        "Reuters",
        "AFP",
        "Xinhua",
        "Bloomberg",
        *[
            "VRT",
            "RTBF",
            "NOS",
            "ORF",
            "ZDF",
            "ARD",
            "RAI",
            "RTVE",
            "ERT",
            "BTA",
            "BTV",
            "NBC",
            "CBS",
            "Haaretz",
            "Ynet",
            "Bernama",
            "Kathimerini",
            "NDTV",
            "Rudaw",
            "Naharnet",
        ],
    ]
)
_PAPER = re.compile(
    r"^Radio \w|\b(?:TV|Television|News|Times|Post|Daily|Tribune|Herald|Gazette|Monitor|Observer|Chronicle|"
    r"Telegraph|Guardian|Journal|Press|Channel|Broadcasting|Newspaper|Magazine)$"
)


def votes_of_lists(name: str, head: EntityKind | None) -> list[tuple[EntityKind, int]]:
    """What word lists know: regions, parties, platforms and papers."""
    signs = (
        (name in party_names(), head if head in ORGANISED else _E.PARTY, 3),
        (name == "Congress", _E.INSTITUTION, 4),
        (name in REGIONS, _E.PLACE, 5),
        (name in _PLATFORMS, _E.OUTLET, 9),
        (head is None and _PAPER.search(name), _E.OUTLET, 5),
    )
    return [(kind, weight) for sign, kind, weight in signs if sign and kind]
