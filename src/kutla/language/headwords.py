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

NO_NAMES = frozenset(
    [
        "the",
        "vice",
        "ultra-orthodox",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "but",
        "and",
        "or",
        "if",
        "it",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "islam",
        "islamic",
        "shia",
        "shiite",
        "sunni",
        "muslim",
        "muslims",
        "christian",
        "christians",
        "jewish",
        "druze",
        "maronite",
        "maronites",
        "alawite",
        "alawites",
        "yazidi",
        "turkmen",
        "catalan",
        "basque",
        "galician",
        "flemish",
        "walloon",
        "scottish",
        "caretaker",
        "opposition",
        "sitting",
        "ruling",
        "governing",
        "eid",
        "hq",
        "headquarters",
        "ramadan",
        "al-adha",
        "al-fitr",
        "ashura",
        "christmas",
        "easter",
        "passover",
        "outgoing",
        "incumbent",
        "hours",
        "soldiers",
        "snap",
        "early",
        "general",
        "parliamentary",
        "provincial",
        "presidential",
        "protesters",
        "demonstrators",
        "gunmen",
        "police",
        "thousands",
        "hundreds",
        "dozens",
        "supporters",
        "critics",
        "analysts",
        "voters",
        "diplomats",
        "negotiators",
        "negotiations",
        "ministers",
        "kurdish",
        "kurds",
        "arab",
        "arabs",
        "comments",
        "photo",
        "editing",
        "for",
        "from",
        "with",
        "after",
        "before",
        "following",
        "although",
        "however",
        "meanwhile",
        "according",
        "during",
        "since",
        "when",
        "while",
        "there",
        "here",
        "what",
        "who",
        "where",
        "as",
        "to",
        "of",
        "his",
        "her",
        "its",
        "their",
        "over",
        "some",
        "many",
        "most",
        "both",
        "all",
        "no",
        "not",
        "now",
        "today",
        "yesterday",
        "i",
        "earlier",
        "later",
        "also",
        "still",
        "under",
        "even",
        "only",
        "our",
        "your",
        "my",
        "you",
        "neither",
        "nor",
        "either",
        "each",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        *(
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ),
        *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "dozens", "scores"),
        "election",
        "elections",
        "winter",
        "summer",
        "spring",
        "autumn",
        "key",
        "facts",
        "mps",
        "mp",
        "lawmakers",
        "deputies",
        "talks",
        "sources",
        "officials",
        "independents",
        "asked",
        "despite",
        "because",
        "so",
        "then",
        "winter",
        "reporting",
        "correspondent",
        "staff",
        "news",
        "report",
        "reports",
        "updated",
        "breaking",
        "exclusive",
        "opinion",
        "analysis",
        "q",
        *[
            "within",
            "without",
            "whether",
            "besides",
            "beside",
            "unlike",
            "though",
            "once",
            "unless",
            "until",
            "till",
            "through",
            "throughout",
            "across",
            "among",
            "amongst",
            "between",
            "beyond",
            "about",
            "above",
            "against",
            "along",
            "alongside",
            "around",
            "behind",
            "below",
            "near",
            "off",
            "onto",
            "outside",
            "inside",
            "past",
            "per",
            "than",
            "toward",
            "towards",
            "upon",
            "via",
            "versus",
            "amid",
            "except",
            "barring",
            "regarding",
            "concerning",
            "like",
            "just",
            "yet",
            "thus",
            "hence",
            "therefore",
            "moreover",
            "furthermore",
            "nevertheless",
            "nonetheless",
            "instead",
            "perhaps",
            "maybe",
            "indeed",
            "again",
            "already",
            "soon",
            "ever",
            "never",
            "always",
            "often",
            "sometimes",
            "usually",
            "recently",
            "finally",
            "eventually",
            "initially",
            "originally",
            "previously",
            "currently",
            "formerly",
            "lately",
            "tonight",
            "tomorrow",
            "overnight",
            "last",
            "next",
            "such",
            "another",
            "other",
            "others",
            "several",
            "few",
            "fewer",
            "more",
            "less",
            "any",
            "every",
            "everyone",
            "nobody",
            "nothing",
            "none",
            "how",
            "why",
            "which",
            "whose",
            "whom",
            "whatever",
            "whoever",
            "is",
            "was",
            "were",
            "are",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "should",
            "must",
            "might",
            "said",
            "told",
            "speaking",
            "addressing",
            "quoting",
            "citing",
            "referring",
            "responding",
            "writing",
        ],
    ]
)
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
