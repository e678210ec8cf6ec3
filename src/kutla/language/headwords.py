"""Nouns that say what sort of organisation a name stands for, and words that are no names."""

from __future__ import annotations

import re
from functools import lru_cache

from kutla.vocabulary import EntityKind

_E = EntityKind
HEADS: tuple[tuple[str, EntityKind], ...] = (
    (
        "coalition|alliance|list|slate|pact|framework|gabungan|barisan|pakatan|perikatan|alianza|aliança|alleanza|tahaluf|tahalof|lijst",
        _E.ELECTORAL_ALLIANCE,
    ),
    ("bloc|block|parliamentary group|caucus|gathering", _E.PARLIAMENTARY_GROUP),
    (
        (
            "party|partij|parti|partido|partito|partei|partidul|partia|uniunea|tehreek|jamiat|jamaat|jamaat-e-islami|janata|samajwadi|"
            "movimento|movimiento|mouvement|esquerra|izquierda|sinistra|tayyar|movement|union|front|league|congress|trend|current|democrats|"
            "socialists|conservatives|communists|greens|liberals|rally"
        ),
        _E.PARTY,
    ),
    (
        (
            "brigades?|militias?|army|battalions?|guards?|corps|fighters|forces?|harakat|mobili[sz]ation|"
            "kata[’']?ib|asa[’']?ib|saraya|liwa|jaish|ansar|faylaq|hezbollah|hizbollah|hizbullah"
        ),
        _E.ARMED_FACTION,
    ),
    ("ministry|department", _E.MINISTRY),
    (
        (
            "parliament|assembly|chamber|saeima|sejm|seimas|riigikogu|verkhovna|rada|duma|folketing|althing|storting|eduskunta|sabor|"
            "skupshtina|sobranie|cortes|bundesrat|oireachtas|court|council|commission|government|cabinet|presidency|senate|house|"
            "committee|service|command|knesset|bundestag|nationalrat|riksdag|tribunal|authority|office|"
            "institute|university|bank|agency|police|palace|hospital|college|school|academy|museum|laboratory|clinic|foundation|"
            "bureau|directorate|registry|secretariat|ombudsman|ombudsperson|intelligence|crescent|hofburg|moncloa|quirinale|élysée|elysée|kremlin|"
            "company|corporation|airlines?|airport|club|theatre|stadium|cathedral|newspaper|federation|embassy"
        ),
        _E.INSTITUTION,
    ),
    ("organi[sz]ation|group|network", _E.UMBRELLA),
)
HEAD_WORDS = "|".join(words for words, _ in HEADS)

TAIL_WORDS = (
    "coalition|alliance|list|slate|pact|bloc|block|party|movement|union|front|league|trend|current|brigades?|"
    "militia|ministry|parliament|assembly|court|council|commission|government|cabinet|presidency|senate|"
    "organi[sz]ation|group|network|tribunal|office|lists|alliances"
)
"""Nouns that belong to a name even in small letters: "Nasr coalition"."""

_NO_NAMES_WORDS = """
rather similarly likewise accordingly additionally consequently subsequently notably reportedly allegedly apparently clearly
certainly surely elsewhere otherwise afterwards thereafter altogether calling noting saying
a about above according across addressing after again against al-adha al-fitr alawite alawites all along alongside
already also although always amid among amongst an analysis analysts and another any apr april arab arabs are around
as ashura asked at aug august autumn barring basque because before behind below beside besides between beyond both
breaking but by can caretaker catalan christian christians christmas citing comments concerning correspondent could
critics currently dec december demonstrators deputies despite did diplomats do does dozens druze during each earlier
early easter editing eid eight eighteen eighty either election elections eleven even eventually ever every everyone
except exclusive facts feb february few fewer fifteen fifty finally five flemish following for formerly forty four
fourteen friday from furthermore galician general governing gunmen had has have he headquarters hence her here his
hours how however hq hundreds i if in incumbent indeed independents initially inside instead is islam islamic it its
jan january jewish jul july jun june just key kurdish kurds last lately later lawmakers less like many mar march
maronite maronites may maybe meanwhile might ministers monday more moreover most mp mps muslim muslims must my near
negotiations negotiators neither never nevertheless news next nine nineteen ninety no nobody none nonetheless nor not
nothing nov november now oct october of off officials often on once one only onto opinion opposition or originally
other others our outgoing outside over overnight parliamentary passover past per perhaps photo police presidential
previously protesters provincial q quoting ramadan recently referring regarding report reporting reports responding
ruling said saturday scores scottish sep sept september seven seventeen seventy several she shia shiite should since
sitting six sixteen sixty snap so soldiers some sometimes soon sources speaking spring staff still such summer sunday
sunni supporters talks ten than that the their then there therefore these they thirteen thirty this those though
thousands three through throughout thursday thus till to today told tomorrow tonight toward towards tuesday turkmen
twelve twenty two ultra-orthodox under unless unlike until updated upon usually versus via vice voters walloon was we
wednesday were what whatever when where whether which while who whoever whom whose why will winter with within without
would writing yazidi yesterday yet you your
"""
NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
"""Words that are no part of a name though a capital opens them."""
TITLE_WORDS = (
    r"majority leader|minority leader|attorney general|army chief|chief justice|first ministers?|prime ministers?|premier|(?-i:PM)|presidents?|chancellor|speaker|ministers?|secretary[- ]general|"
    r"general secretary|secretary of state|secretary|general|governor|mayor|king|queen|sultan|emir|"
    r"grand ayatollah|ayatollah|sayyid|sayyed|captain|sergeant|lieutenant|corporal|admiral|sheikh|cleric|leaders?|chief|head|chairman|chairwoman|chairperson|chair|co-chair|co-leader|co-president|"
    r"commander|MPs?|lawmaker|deputy|senator|legislator|spokesman|spokeswoman|spokesperson|ambassador|"
    r"negotiator|candidate|nominee|politician|director|judge|justice|formateur|informateur|supremo|"
    r"congresswoman|congressman|representative|prosecutor|taoiseach|chief executive|professor|prince|princess|pope|colonel|counterpart|envoy|official|analyst|whip|Gen\.?|Lt\.?|Col\.?|Maj\.?|Brig\.?|MKs?|MNAs?|MEPs?|Maulana|(?-i:Mr)\.?|(?-i:Mrs)\.?|(?-i:Ms)\.?|(?-i:Dr)\.?|Sen\.|Rep\.|Datuk|Tan Sri|"
    r"Honou?rable|Hon\.|Reverend|Rev\.|Archbishop|Bishop|Patriarch|supreme leader|Datuk Seri|Dato|Seri|Tan|Sri(?! Lanka)|Tun|co-chair\w*|convenor|convener|chairperson|Sir|Lord|member|founder|boss|veteran|ally|rival|aide|adviser"
)


_FIELD = (
    r"(?:(?:civil|road|rural|urban|social|public|natural|water|human|religious|foreign|external|internal|home|european|"
    r"parliamentary|legal|constitutional|consumer|tribal|higher|national|local|regional|small|women's|women’s) )?"
    r"(?:foreign|interior|defen[cs]e|finance|oil|petroleum|justice|health|education|energy|economy|electricity|"
    r"trade|commerce|planning|culture|labou?r|home|housing|transport|transportation|agriculture|water|environment|"
    r"information|climate|industry|industries|tourism|sports?|youth|migration|displacement|communications?|"
    r"telecommunications|science|technology|infrastructure|development|affairs|immigration|security|treasury|"
    r"equality|prime|first|aviation|roads?|bridges|railways?|shipping|ports|mines|mining|minerals|fisheries|livestock|"
    r"forestry|forests|irrigation|welfare|women|family|families|children|pensions|employment|works|administration|"
    r"service|resources|rights|digital|innovation|research|investment|budget|revenue|land|lands|government|"
    r"municipalities|veterans|integration|law|police|heritage|media|textiles|steel|coal|power|food|business|"
    r"enterprise|asylum|emergency|antiquities|gender|endowments|relations|reform|cooperation)"
)
PORTFOLIO = re.compile(rf"{_FIELD}(?:(?:,? and|,| &) {_FIELD})*", re.IGNORECASE)
"""The field of a minister, as it stands before the word: "Labour minister"."""

_PEOPLES = (
    r"[A-Z]\w+(?:i|ian|ish|ese|ch)|Shia|Shiite|Sunni|Kurdish|Arab|Islamic|Muslim|Dutch|Greek|German|"
    r"US|U\.S\."
)
_BARE = (
    "coalition|alliance|list|bloc|party|parties|movement|union|group|militia|militias|brigade|front|"
    "current|trend|network|lists"
)
GENERIC_NAMES = re.compile(
    rf"(?:(?:{_PEOPLES}) )*(?:{_BARE})|{_BARE.title()}|Office|Government|Cabinet|Parliament|Supreme|Republic"
)
"""Nouns with nothing but a people or a faith before them: "Iraqi Shia militia" is no name."""


@lru_cache(maxsize=4096)
def kind_of_head(name: str) -> EntityKind | None:
    """Read the kind off the head noun: "Green Movement", "Ministry of Oil"; None where none is."""
    words = re.findall(r"[\w’'-]+", name.casefold())
    ordered = [words[-1], *words[:-1]] if words else []
    for word in ordered:
        for heads, kind in HEADS:
            if re.fullmatch(heads, word):
                return kind
    return None
