"""Names by their capital letters and by what training has and has not seen."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from kutla.documents.document import BlockRole
from kutla.language.given_names import GIVEN_NAMES
from kutla.language.headwords import NO_NAMES, TAIL_WORDS, TITLE_WORDS
from kutla.language.pipeline import trained_strings
from kutla.language.spans import CAPITALS, HEAD, NETWORK, REGISTER, NameSpan
from kutla.language.trimming import clean
from kutla.register import country_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.documents.document import Document
    from kutla.language.passage import Passage

_PAIR = re.compile(r"(?<![\w-])(?=([A-ZÀ-Þ][\wÀ-ž]+ and [A-ZÀ-Þ][\wÀ-ž]+)(?![\w-]))")


_OFTEN = 2


def find_pairs(document: Document, found: list[NameSpan]) -> Iterator[NameSpan]:
    """Read "Blue and White" as one name where neither half ever stands without the other."""
    pairs = Counter(match.group(1) for match in _PAIR.finditer(document.text))
    for words, times in pairs.items():
        one, _, other = words.partition(" and ")
        alone = any(
            len(re.findall(rf"(?<![\w-]){re.escape(half)}(?![\w-])", document.text)) > times
            for half in (one, other)
        )
        known = any(span.rank == REGISTER and span.text in {one, other} for span in found)
        if (times >= _OFTEN or _is_owned_pair(document.text, words)) and not alone and not known:
            for match in re.finditer(re.escape(words), document.text):
                yield NameSpan(match.start(), match.end(), words, HEAD, "ORG")


_CAMPS = re.compile(
    r"(?:Greens|Liberals|Socialists|Conservatives|Democrats|Communists|Republicans|Labour|Union|Progressives|Left|Right|Centre)"
)


def _is_owned_pair(text: str, words: str) -> bool:
    """Whether two common words stand behind an owner: "Ruiz's Bread and Work"."""
    halves = words.split(" and ")
    strings = trained_strings()
    is_common = all(h.casefold() in strings and not _CAMPS.fullmatch(h) for h in halves)
    return is_common and bool(re.search(rf"['’]s? {re.escape(words)}(?![\w-]| [A-ZÀ-Þ])", text))


_PLURAL_OF = re.compile(
    rf"(?<![\w-])(?P<who>(?!(?:{TITLE_WORDS})s?\b)[A-Z]\w{{3,}}s) of (?P<of>[A-Z]\w+)(?![\w-])"
)


_TOGETHER = re.compile(
    rf"(?<![\w-])(?P<left>(?!(?:(?i:{TITLE_WORDS})|Members|Republic|Kingdom|City|Region)\b)[A-Z]\w{{3,}}) (?:of|for)(?: the)? (?P<right>[A-Z]\w{{2,}})(?![\w-]| [A-Z])",
    re.ASCII,
)


_TO_A_PARTY = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÀ-Þ][\w-]+) (?:co-|vice-|vice |deputy )?(?:leader|president|chairman|chairwoman|chairperson|chair|chief|"
    r"MP|lawmaker|senator|spokesman|spokeswoman|spokesperson|secretary[- ]general|general secretary|treasurer|whip|deputy) (?=[A-ZÀ-Þ])"
)


_THE_THE = re.compile(
    rf"(?<=[Tt]he )(?P<name>[A-ZÀ-Þ]\w+ (?:(?:of|to|for|in|with) )?the (?:[A-ZÀ-Þ][\w’'-]+ ){{1,3}}?(?i:{TAIL_WORDS}))\b"
)
"""A name with an article within, and one before: "the Save the Homeland alliance"."""
_MEMBERS = re.compile(
    r"Brothers|Sisters|Citizens|Sons|Friends|Democrats|Socialists|Greens|Patriots|Guardians|Knights|Workers|"
    r"Farmers|Heirs|Children|Voices|Builders|Defenders|Progressives|Liberals|Conservatives|Communists|Republicans"
)


def by_pattern(document: Document, demonyms: frozenset[str]) -> Iterator[NameSpan]:
    """Read "Brothers of Italy", "State of Law", and the party in "Umno president X"."""
    strings, countries = trained_strings(), country_names()
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for match in _PLURAL_OF.finditer(text):
            is_ours = match["of"] in countries or _MEMBERS.fullmatch(match["who"])
            if is_ours and match["who"].casefold() not in NO_NAMES | demonyms:
                yield NameSpan(*_at(block.start, match, 0), match.group(0), HEAD, "ORG")
        for match in _TOGETHER.finditer(text):
            words = {match["left"].casefold(), match["right"].casefold()}
            is_noun = words <= strings and match["right"] not in countries
            if (
                is_noun
                and not words & GIVEN_NAMES
                and not {match["left"].casefold(), match["right"].casefold()} & NO_NAMES
            ):
                yield NameSpan(*_at(block.start, match, 0), match.group(0), NETWORK, "ORG")
        for match in _THE_THE.finditer(text):
            yield NameSpan(*_at(block.start, match, "name"), match["name"], HEAD, "ORG")
        for match in _TO_A_PARTY.finditer(text):
            word = match["name"].casefold()
            if (
                word in NO_NAMES | demonyms | _OF_NO_PARTY
                or match["name"] in countries
                or match["name"] in _NO_PARTY
            ):
                continue
            if match["name"] in strings or word not in strings:
                yield NameSpan(*_at(block.start, match, "name"), match["name"], CAPITALS, "ORG")


_QUOTED = re.compile(r"[\"“„«](?P<name>[A-ZÀ-Þ0-9][^\"“”„«»\n.!?;:,]{1,60})[\"”“»]")
_PARTY_BEFORE = re.compile(
    r"\b(?:part(?:y|ies)|coalitions?|alliances?|lists?|blocs?|movements?|fronts?|unions?|groups?|formations?|platforms?|"
    r"faction|caucus|organi[sz]ation|militia|brigades?|camp)(?: of| called| named| known as| dubbed)? $",
    re.IGNORECASE,
)
_PARTY_AFTER = re.compile(
    r"^,? ?(?:\([A-Z]|party|coalition|alliance|list|bloc|movement|front|union|group|formation|platform|faction|militia|"
    r"MPs?\b|deput|lawmaker|leader|chair|spokes|candidate|(?:won|got|gained|secured|receiv\w+|took|has|have|with|holds?) (?:\w+ ){0,2}\d)"
)
_SMALL_WITHIN = frozenset(
    ["the", "of", "a", "for", "and", "de", "in", "to", "with", "la", "el", "our", "we", "is", "are"]
)


def in_quotation_marks(document: Document) -> Iterator[NameSpan]:
    """Read what translated papers put in marks as one name: the list "Together for Us"."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for match in _QUOTED.finditer(text):
            words = match["name"].split()
            of_party = _PARTY_BEFORE.search(text[: match.start()]) or _PARTY_AFTER.match(
                text, match.end()
            )
            is_capital = all(
                word[:1].isupper() or word[:1].isdigit() or word.casefold() in _SMALL_WITHIN
                for word in words
            )
            is_name = is_capital and len(words) <= _MOST_WORDS and words[-1][:1].isupper()
            if is_name and (of_party or len(words) > 1):
                rank, label = (HEAD, "ORG") if of_party else (NETWORK, "")
                yield NameSpan(*_at(block.start, match, "name"), match["name"], rank, label)


_MOST_WORDS = 8
_SMALL = r"the|of|a|an|for|and|de|del|da|do|in|to|with|la|el|e|y|i|se"
_BEFORE_LETTERS = re.compile(
    rf"(?<![\w’'-])(?P<name>[A-ZÀ-Þ][\wÀ-ž’'-]*(?: (?:{_SMALL})| [A-ZÀ-Þ][\wÀ-ž’'-]*){{1,8}}(?: \d\d)?|[A-ZÀ-Þ][\w-]+ \d\d) \((?:[A-ZÀ-Þ][\w/-]*[A-ZÀ-Þ]\w*|[A-Z]\d\d)\)"
)
_FACTION = re.compile(
    r"(?<![\w-])[A-Z]{2,5} ?\([A-Z]{1,2}\)|(?<![\w-])[A-Z]{3,5} \((?:[A-Z][a-z]{3,})\)(?! [A-Z])|"
    r"(?<![\w-])(?:[A-Z]{2,6}|Communist Party of [A-Z]\w+) \((?:(?:Maoist|Unified|Marxist|Leninist|Socialist|Centre|Center|Revolutionary|"
    r"Democratic|National|Liberation)[- ]?){1,3}\)"
)


def before_letters(document: Document) -> Iterator[NameSpan]:
    """Read the whole name before letters in brackets, small words too: "There Is Such a People (ITN)"."""
    for block in document.blocks:
        text = document.text[block.start : block.end]
        initialled = list(_by_initials(text, block.start))
        yield from initialled
        ends = {span.end for span in initialled}
        for match in _FACTION.finditer(text):
            yield NameSpan(*_at(block.start, match, 0), match.group(0), HEAD, "ORG")
        for match in _BEFORE_LETTERS.finditer(text):
            words = match["name"].split()
            small = any(word.islower() or word.isdigit() for word in words)
            is_told = block.start + match.end("name") in ends
            if _DOING.match(match["name"]) or re.search(r"-(?:led|backed|aligned) ", match["name"]):
                continue
            if is_told or re.search(
                r"['’]s (?!Party|Front|Union|Alliance|Movement|Congress|League|Republic)",
                match["name"],
            ):
                continue
            if small and words[0].casefold() not in _OPENERS and words[-1] != "the":
                yield NameSpan(*_at(block.start, match, "name"), match["name"], HEAD, "ORG")


_DOING = re.compile(r"[A-Z]\w+ing (?:to|of|in|with|for|from) ")
_IN_BRACKETS = re.compile(r" \((?P<short>[A-ZÀ-Þ][A-Za-zÀ-ž]*(?:-[A-ZÀ-Þ]+)?)\)")
_WORD_OF_NAME = re.compile(r"[A-Za-zÀ-ž0-9][\wÀ-ž’']*")
_UNWRITTEN = frozenset(["of", "the", "for", "and", "in", "de", "del", "to", "a"])


def _by_initials(text: str, base: int) -> Iterator[NameSpan]:
    """Read the words whose initials stand in brackets as one name, as Schwartz and Hearst do.

    "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text" (2003), with
    every letter an initial: of names that is the rule, and it errs less.
    """
    for match in _IN_BRACKETS.finditer(text):
        letters = re.sub(r"[^A-Za-zÀ-ž]", "", match["short"]).casefold()
        start = _start_of_initials(text[: match.start()], letters)
        if start is not None and len(letters) > 1:
            end = base + match.start()
            yield NameSpan(base + start, end, text[start : match.start()], HEAD, "ORG")


def _start_of_initials(before: str, letters: str) -> int | None:
    """Give where the words begin whose initials are the letters, read from the end."""
    words = list(_WORD_OF_NAME.finditer(before))
    if not words or words[-1].end() != len(before):
        return None
    left = len(letters)
    for word in reversed(words[-12:]):
        first = word[0][0]
        if first.casefold() == letters[left - 1] and (first.isupper() or first.isdigit()):
            left -= 1
            if left == 0:
                return word.start()
        elif word[0] not in _UNWRITTEN:
            return None
    return None


_OPENERS = NO_NAMES - {"there", "we", "our", "all", "now", "one", "most", "christian", "islamic"}


def _at(start: int, match: re.Match[str], group: int | str) -> tuple[int, int]:
    return start + match.start(group), start + match.end(group)


def by_capitals(
    document: Document, passages: tuple[Passage, ...], demonyms: frozenset[str]
) -> Iterator[NameSpan]:
    """Runs of capitalised words: proper nouns, and "Golden" before "Dawn" within a sentence."""
    for passage in passages:
        run: list[int] = []
        for token in [*passage.parse, None]:
            if token is not None and _is_capitalised_name(token, demonyms, document.text):
                run.append(token.i)
                continue
            if token is not None and run and _ends_strange_name(token, passage.parse[run[-1]]):
                run.append(token.i)
                continue
            if token is not None and run and token.text in {"-", "/", "&"}:
                continue
            if token is not None and run and _is_within_name(token, passage):
                run.append(token.i)
                continue
            if any(_is_proper(passage.parse[i]) for i in run):
                start, end = passage.starts[run[0]], passage.ends[run[-1]]
                yield from clean(document.text, start, end, CAPITALS)
            run = []


def _ends_strange_name(token: Any, before: Any) -> bool:
    """Whether a people's adjective ends a name in its tongue: "Thai" behind "Pheu"."""
    is_next = token.i == before.i + 1 and token.text[:1].isupper() and token.text.isalpha()
    return bool(
        is_next and token.pos_ in {"ADJ", "PROPN"} and before.lower_ not in trained_strings()
        and before.text.isalpha() and token.lower_ not in NO_NAMES
    )  # fmt: skip


_JOINING = frozenset({"the", "from", "for", "of", "and", "to", "in", "with", "is", "we", "our"})


def _is_within_name(token: Any, passage: Passage) -> bool:
    """Whether it is a small word with a capital within a name: "Latvia From The Heart"."""
    if token.lower_ not in _JOINING or not token.text[:1].isupper():
        return False
    if passage.role is BlockRole.HEADLINE or token.i + 1 >= len(token.doc):
        return False
    return bool(token.nbor(1).text[:1].isupper() and token.nbor(-1).text[:1].isalpha())


def _is_proper(token: Any) -> bool:
    return bool(
        token.pos_ == "PROPN"
        or token.lower_ not in trained_strings()
        or _SHORT_NAME.fullmatch(token.text)
    )


_SHORT_NAME = re.compile(r"[A-ZÄÖÜ][A-Za-zäöü]{0,3}[A-ZÄÖÜ][A-Za-z0-9]{0,3}|[A-Z]\d{2}")


_OF_NO_PARTY_WORDS = """
acting assembly cabinet coalition country deputy federal former general government house incumbent interim national
opposition parliament party regional senate senior state vice
"""
_OF_NO_PARTY = frozenset(_OF_NO_PARTY_WORDS.split())
"""Words with a capital that say whose president one is without naming a party."""
_NO_PARTY_WORDS = """
AFP AI AM AP BBC BST CEO CET CIA CNN COVID COVID-19 Covid-19 DPA EEZ EU FBI GDP GMT HM HQ ID IDF KGB LNG MEP MEPs MI5
MLA MLAs MP MPs NGO NGOs PM PMs QC TD TDs TV UK UN US USA UTC VIP
"""
_NO_PARTY = frozenset(_NO_PARTY_WORDS.split())


def _is_capitalised_name(token: Any, demonyms: frozenset[str], text: str) -> bool:
    if not token.text[:1].isupper():
        return False
    follows = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    if follows == "-" and token.i + 2 < len(token.doc):
        follows = token.nbor(2).text  # "Georges-Louis"
    before = token.nbor(-1).lower_ if token.i else ""
    is_given = token.lower_ in GIVEN_NAMES and follows[:1].isupper()
    if (
        token.lower_ in NO_NAMES and not is_given
    ):  # a faith is a given name too: "Mohammed Shia al-Sudani"
        return before in GIVEN_NAMES and (follows[:1].isupper() or follows in {"al", "el"})
    is_short = _SHORT_NAME.fullmatch(token.text) and token.text not in _NO_PARTY
    is_first = token.i == 0 or before in {'"', ".", ":"}
    if is_first and not follows[:1].isupper() and not is_short:
        return _is_name_at_start(token)
    is_strange = is_first and token.lower_ not in trained_strings()
    return bool(is_given or is_short or is_strange or token.pos_ == "PROPN") or _is_part(
        token, demonyms, text, is_first=is_first
    )


def _is_name_at_start(token: Any) -> bool:
    """Whether the first word of a sentence is a name: "Junts", not "Protesters"."""
    strings = trained_strings()
    if token.lower_ not in strings:
        return True
    return bool(token.pos_ == "PROPN" and token.text in strings)


def _is_part(token: Any, demonyms: frozenset[str], text: str, *, is_first: bool) -> bool:
    """Whether a capitalised adjective or noun belongs to a name: "Golden" before "Dawn"."""
    within = not is_first
    if is_first and token.i + 1 < len(token.doc):
        follows = token.nbor(1).text
        within = text.count(f"{token.text} {follows}") > 1 and follows[:1].isupper()
    return within and token.pos_ in {"ADJ", "NOUN"} and token.lower_ not in demonyms
