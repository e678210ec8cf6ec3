"""What a name sounds like, whatever alphabet and spelling habit it is written in.

A word becomes a row of signs, one a sound (``S`` is sh, ``X`` kh, ``J`` the j of "jam" …), and two
rows are laid beside each other at the least cost: sounds that transliterations interchange cost
little, others a whole step. Arabic and Hebrew leave short vowels out, so beside them vowels are
nearly free; their long ones (``A``, ``W``, ``Y``) are not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from kutla.register.folding import APOSTROPHES

_ABJAD = re.compile(r"[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
_ARABIC = dict(
    zip("بتثجحخدذرزسشصضطظغفقكگلمنهپچژڤڕڵۆێەھںٹڈڑےکیي", "btTJhXdDrzsSsDtDGfqkglmnhpCZvrloeehntdrekYY", strict=True)
) | {"ا": "A", "أ": "A", "إ": "A", "آ": "A", "ى": "A", "و": "W", "ؤ": "W", "ع": "O", "ة": "E"}  # fmt: skip
_HEBREW = dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "AbgdhWzXtYkklmmnnsOpf88qrSt", strict=True))
_NATIVE = _ARABIC | _HEBREW

_MARKED = str.maketrans(
    {
        "ç": "ch", "ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ğ": "G", "ž": "zh", "ż": "zh",
        "č": "ch", "ć": "ch", "đ": "dj", "ħ": "h", "ı": "i", "ß": "s", "ł": "l", "ø": "o", "å": "a",
        "ä": "e", "ö": "o", "ü": "u", "ñ": "n", "ţ": "ts", "ț": "ts", "ə": "e", "ð": "d", "þ": "th",
        "œ": "o", "æ": "e", "ẓ": "dh", "ḍ": "dh", "ẖ": "kh", "ḫ": "kh", "ġ": "gh",
    }
)  # fmt: skip
_GREEK = (
    ("ου", "u"), ("ού", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("τζ", "dj"),
    ("ευ", "ev"), ("αυ", "av"), ("χ", "kh"), ("υ", "i"), ("ύ", "i"),
)  # fmt: skip
_LETTERS = (
    ("shch", "S"), ("tsch", "C"), ("dsch", "J"), ("sch", "S"), ("tch", "C"), ("tz", "8"), ("ts", "8"), ("sh", "S"),
    ("ch", "C"), ("kh", "X"), ("gh", "G"), ("th", "T"), ("dh", "D"), ("ph", "f"), ("zh", "Z"),
    ("dzs", "J"), ("dj", "J"), ("cz", "C"), ("sz", "s"), ("ck", "k"),
    ("que", "ke"), ("qui", "ki"), ("gui", "gi"), ("gue", "ge"), ("j", "J"),
)  # fmt: skip
_VOWELS = (
    (r"yy", "y"), (r"(?<=[aeiou])y(?=[aeiou])", "%"), (r"^y(?=[aeiou])", "%"),
    (r"(?<=[^aeiou])y(?=[aou])", "i%"), (r"iy(?![aeiou])", "i"), (r"y", "i"),
    (r"ou(?=[aeio])", "w"), (r"(?<=[aeiou])w(?=[aeiou])", "$"), (r"^w", "$"),
    (r"[ao]w", "U"), (r"au", "U"), (r"oo|ou", "u"), (r"ee|ii", "i"),
    (r"(?<=\w\w)a(?:ei|ie|i)$", "a!"), (r"aee|aei|aii", "I"),
    (r"ai|ei|ae", "I"), (r"ie", "i"), (r"oe", "o"), (r"ue", "u"), (r"uu", "u"),
)  # fmt: skip
_VOWEL_RULES = tuple((re.compile(pattern), sound) for pattern, sound in _VOWELS)
_TWICE = re.compile(r"(.)\1+")

SHORT = frozenset("aeiouIU")
LONG = frozenset("AWY")
_FREE = frozenset("OE")

_CLOSE = {
    0.0: "kq Aa Wu Wo WU Ww Yi Ye Yy Oa Oe Oi Oo Ou OI OU OA Ea Ee Eh",
    0.05: "ou eI oU YI",
    0.1: "ei Tt Dd Dz Gg ck c8 vw Ae gJ",
    0.15: "ae iI uU ZJ CS CX Wv XG cC cS cJ cs fv kX",
    0.2: "Gq gq Gk Ts bv 8s 8z hX qX iy uw ow",
    0.25: "bp Jy zZ cX CJ Ah Oh Ao",
    0.3: "pf Ai AI Au AU hC kC",
    0.35: "Ss sz Zs gk Gr",
    0.4: "aU bf bw 8t",
    0.45: "td 8C Zz",
    0.5: "Ya Wa Yu Wi qJ vp hJ",
    0.6: "aI ao eo eU TD Sz",
    0.7: "mn rl",
    0.8: "au eu iu Io Iu",
    0.9: "ai io iU IU",
}
"""What it costs to take one sound for the other; any other two cost :data:`_APART`."""
_APART = 1.3
_SWAPS: dict[str, dict[str, float]] = {}
for _cost, _row in _CLOSE.items():
    for _pair in _row.split():
        _SWAPS.setdefault(_pair[0], {})[_pair[1]] = _cost
        _SWAPS.setdefault(_pair[1], {})[_pair[0]] = _cost
_LEFT_OUT = {
    "a": 0.45, "e": 0.25, "i": 0.45, "o": 0.45, "u": 0.45, "I": 0.5, "U": 0.5, "h": 0.35, "y": 0.2,
    "w": 0.5, "G": 0.3, "A": 0.35, "W": 0.8, "Y": 0.8, "O": 0.0, "E": 0.6,
}  # fmt: skip
_UNWRITTEN = {"a": 0.05, "e": 0.05, "i": 0.06, "o": 0.1, "u": 0.08, "I": 0.5, "U": 0.5}
_LAST_LEFT_OUT = {"h": 0.0, "i": 0.7, "a": 1.0, "O": 0.0}
"""A last i or a makes another name: Salih and Salihi, Karim and Karima."""
_FRONT = frozenset("aeiI")
_FRONT_FIRST, _BACK_FIRST = 0.4, 1.2
"""Iyad, Ayad and Eyad are one name, Omar and Ammar two; inside a word such vowels tell apart."""
_FIRST_LEFT_OUT = {"h": 0.8, "y": 0.4}


def is_abjad(word: str) -> bool:
    """Whether a word is in a script that leaves short vowels out."""
    return _ABJAD.search(word) is not None


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[str, ...]:
    """Give the ways a word may be sounded out, mostly one; none where it has no letter.

    >>> sounds("Shaykh"), sounds("الشيخ")
    (('SIX',), ('SYX',))
    """
    word = "".join(sign for sign in word[:_LONGEST].casefold() if sign not in APOSTROPHES)
    if is_abjad(word):
        return _native(word)
    if "\u0370" <= word[:1] <= "\u03ff" or "\u1f00" <= word[:1] <= "\u1fff":
        for letters, latin in _GREEK:
            word = word.replace(letters, latin)
    word = unicodedata.normalize("NFC", word).translate(_MARKED)
    latin = "".join(sign for sign in anyascii(word) if sign == "G" or sign.islower())
    if (glued := _GLUED_ARTICLE.match(latin)) and len(latin) > len("essam"):
        return _non_empty(_latin(latin), _latin(latin[glued.end() - 1 :]))
    if "x" not in latin:
        return _non_empty(_latin(latin))
    return _non_empty(*(_latin(latin.replace("x", each)) for each in ("ks", "kh")))


_WITH_ARTICLE = 3
_LONGEST = 40
"""Letters of a word that are sounded out; no name has so many."""
_GLUED_ARTICLE = re.compile(r"e([snrtdz])\1")
"""Essebsi is al-Sebsi, Ennahda al-Nahda."""


def _non_empty(*readings: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, readings)))


def _native(word: str) -> tuple[str, ...]:
    letters = [sign for sign in unicodedata.normalize("NFC", word) if sign in _NATIVE]
    if letters[:2] == ["ا", "ل"] and len(letters) > 4:
        letters = letters[2:]
    row = "".join(_NATIVE[sign] for sign in letters)
    if len(row) > 2 and letters[-1] in {"ه", "ה"}:
        row = row[:-1] + "E"
    row = _TWICE.sub(r"\1", row)
    # A Hebrew article is one letter, and a name may begin with it all the same.
    bare = row[1:] if letters[:1] == ["ה"] and len(row) > _WITH_ARTICLE else ""
    return _non_empty(row, bare)


def _latin(word: str) -> str:
    for letters, sound in _LETTERS:
        word = word.replace(letters, sound)
    for pattern, sound in _VOWEL_RULES:
        word = pattern.sub(sound, word)
    word = word.replace("%", "y").replace("$", "w").replace("!", "i")
    return _TWICE.sub(r"\1", word)


def sound_likeness(left: str, right: str) -> float:
    """Say how alike two words sound, 0 to 1.

    >>> sound_likeness("Muqtada", "Moqtadha") > 0.95 > sound_likeness("Jamal", "Jamil")
    True
    """
    ways = [(a, b) for a in sounds(left) for b in sounds(right)]
    return max((rows_likeness(a, b) for a, b in ways), default=0.0)


@lru_cache(maxsize=262144)
def rows_likeness(a: str, b: str) -> float:
    """Compare two rows of :func:`sounds`, 0 to 1."""
    if a == b:
        return 1.0
    native_a, native_b = _is_unvowelled(a), _is_unvowelled(b)
    unwritten = native_a != native_b
    weight = (_weight(a, unwritten) + _weight(b, unwritten)) / 2
    out_a = _costs_to_leave_out(a, unwritten and native_b)
    out_b = _costs_to_leave_out(b, unwritten and native_a)
    cost = _cost_to_align(a, b, out_a, out_b)
    return max(0.0, 1.0 - cost / weight)


def _cost_to_align(a: str, b: str, out_a: tuple[float, ...], out_b: tuple[float, ...]) -> float:
    """Give the least cost of turning one row into the other: Levenshtein with costs of sounds."""
    row = [0.0]
    for cost in out_b:
        row.append(row[-1] + cost)
    first = True
    for x, out in zip(a, out_a, strict=True):
        costs = _SWAPS.get(x, {})
        if first and {x, b[0]} <= SHORT and x != b[0]:
            ease = _FRONT_FIRST if {x, b[0]} <= _FRONT else _BACK_FIRST
            costs = {**costs, b[0]: costs.get(b[0], _APART) * ease}
        first = False
        before, left = row, row[0] + out
        row = [left]
        for j, y in enumerate(b):
            swap = before[j] + (0.0 if x == y else costs.get(y, _APART))
            up = before[j + 1] + out
            left += out_b[j]
            left = min(left, up, swap)
            row.append(left)
    return row[-1]


def _is_unvowelled(row: str) -> bool:
    signs = set(row)
    return SHORT.isdisjoint(signs) or not _NATIVE_ONLY.isdisjoint(signs)


_NATIVE_ONLY = LONG | _FREE


@lru_cache(maxsize=65536)
def _weight(row: str, unwritten: bool) -> float:
    light = 0.15 if unwritten else 0.5
    return (
        sum(light if sign in SHORT else 0.5 if sign in _NATIVE_ONLY else 1.0 for sign in row) or 1.0
    )


@lru_cache(maxsize=65536)
def _costs_to_leave_out(row: str, unwritten: bool) -> tuple[float, ...]:
    costs = []
    last = len(row) - 1
    for at, sign in enumerate(row):
        cost = _LEFT_OUT.get(sign, 1.0)
        if at == last and sign in _LAST_LEFT_OUT:
            cost = _LAST_LEFT_OUT[sign]
        elif unwritten and sign in _UNWRITTEN:
            cost = _UNWRITTEN[sign]
        elif at == 0 and sign in _FIRST_LEFT_OUT:
            cost = _FIRST_LEFT_OUT[sign]
        costs.append(cost)
    return tuple(costs)
