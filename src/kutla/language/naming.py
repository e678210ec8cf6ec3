"""What each name is and which is its fullest form: votes over the whole document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.language.headwords import kind_of_head
from kutla.language.name_lists import votes_of_lists
from kutla.language.pipeline import trained_strings
from kutla.language.signs import (
    ORGANISED,
    has_given_name,
    looks_human,
    spread_in_lists,
    votes_around,
)
from kutla.language.spans import REGISTER, NameSpan
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document

_E = EntityKind
_TAIL = re.compile(
    r"(?<!ian)(?<!ese)(?<!ish)(?<!qi)(?<!tional)(?<!cratic)(?<!new)(?<!supreme)(?<!federal)(?<!islamic)"
    r" (?:coalition|alliance|list|lists|slate|bloc|block|parliamentary group|caucus|party|parties|movement|"
    r"militia|brigades?|organi[sz]ation|group|network|current|trend|front|union|ministry)$",
    re.IGNORECASE,
)
_LOWER_TAIL = re.compile(r" [a-z]+$")
_INITIALS = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜ&/-]*[A-ZÄÖÜ][\w-]*")
_LABELS = {"PER": _E.PERSON, "ORG": _E.PARTY, "LOC": _E.PLACE}
_ONE_TAIL = re.compile(r"(?<= )(coalition|alliance|bloc) list$")
_MARGIN = 0.9


@dataclass(frozen=True, slots=True)
class Known:
    """One name of the document: fullest form, kind (None where unsure), register id."""

    name: str
    kind: EntityKind | None
    entity_id: str | None


def key_of(span: NameSpan) -> str:
    """What the writings of one name share: the register's id, else the folded words."""
    return f"#{span.entity_id}" if span.entity_id else bare(span.text)


def bare(name: str) -> str:
    """Fold what different writings of one name differ in."""
    folded = re.sub(r"^(?:al|el|the)[- ]", "", name.casefold()).replace("’", "'")
    return _TAIL.sub("", folded)


def know_names(document: Document, spans: list[NameSpan]) -> dict[str, Known]:
    """Give, for every folded writing, the name it stands for. Surnames point to full names."""
    writings: dict[str, list[NameSpan]] = defaultdict(list)
    for span in spans:
        writings[key_of(span)].append(span)
    votes = {key: _votes(document, group) for key, group in writings.items()}
    spread_in_lists(document.text, [(s, key_of(s)) for s in spans], votes)
    known: dict[str, Known] = {}
    for key, group in writings.items():
        fullest = max(group, key=lambda s: (s.rank == REGISTER, len(s.text)))
        longest = max(group, key=lambda s: (not _LOWER_TAIL.search(s.text), len(s.text)))
        entity = next((s for s in group if s.entity_id), None)
        kind = entity.kind if entity else _decide(votes[key], fullest.text)
        known[key] = Known(
            _ONE_TAIL.sub(r"\1", longest.text), kind, entity.entity_id if entity else None
        )
    for key, each in list(known.items()):
        folded = bare(each.name)
        if key.startswith("#") and folded not in known and each.kind is not _E.COUNTRY:
            known[folded] = each
    _join_by_surname(known, votes)
    _join_by_initials(known)
    _join_by_halves(known)
    _join_by_nickname(document.text, spans, known)
    _join_within(known)
    first: dict[str, int] = {}
    for span in spans:
        name = known[key_of(span)].name
        first[name] = min(span.start, first.get(name, span.start))
    return (
        known | _short_forms(known, votes, first) | _last_words(known) | _first_words(known, votes)
    )


def _join_by_initials(known: dict[str, Known]) -> None:
    """Letters that are the initials of one organisation of the document stand for it."""
    for key, each in list(known.items()):
        letters = _TAIL.sub("", each.name)
        if not _LETTERS.fullmatch(letters) or each.entity_id:
            continue
        fits = {
            other.name: other
            for other in known.values()
            if other.kind not in {_E.PERSON, _E.COUNTRY, _E.PLACE}
            and _initials_of(other.name) == letters.casefold()
        }
        if len(fits) == 1:
            [whole] = fits.values()
            known[key] = Known(whole.name, whole.kind or each.kind or _E.PARTY, whole.entity_id)


def _join_by_halves(known: dict[str, Known]) -> None:
    """Letters or a word that ends one name of the document: UML of CPN-UML, Warisan of Parti Warisan."""
    for key, each in list(known.items()):
        if " " in each.name or each.entity_id or each.kind in {_E.PERSON, _E.COUNTRY}:
            continue
        fits = {
            other.name: other
            for other in known.values()
            if other.kind in ORGANISED
            and other.name.endswith(each.name)
            and (
                (_LETTERS.fullmatch(each.name) and other.name.endswith(f"-{each.name}"))
                or re.fullmatch(
                    rf"(?:Parti|Partai|Partido|Partito) {re.escape(each.name)}", other.name
                )
            )
        }
        if len(fits) == 1:
            [known[key]] = fits.values()


def _join_within(known: dict[str, Known]) -> None:
    """A person's name all of whose words a longer one has, in order: "Ana Ruiz", "Ana M. Ruiz Vega"."""
    people = {each.name: each for each in known.values() if each.kind is _E.PERSON}
    for key, each in list(known.items()):
        words = each.name.split()
        if len(words) < _TWO or each.kind not in {None, _E.PERSON} or each.entity_id:
            continue
        longer = [
            other
            for other in people.values()
            if other.name.split()[0] == words[0]
            and len(other.name.split()) > len(words)
            and _is_within(words, other.name.split())
        ]
        if len(longer) == 1:
            known[key] = longer[0]


_TWO = 2


def _is_within(words: list[str], longer: list[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in words)


_NICKNAME = re.compile(
    r"(?: |, (?:better |also |widely |popularly )?known as |(?:,? who (?:still )?)?goes by (?:his|her|the) (?:nom de guerre|nickname|name)(?: of)? |, alias |, aka | alias )[\"'‘“](?P<name>[A-ZÀ-Þ][\w-]+)[\"'’”]"
)


def _join_by_nickname(text: str, spans: list[NameSpan], known: dict[str, Known]) -> None:
    """Another name in quotation marks right behind a person's: "Pushpa Kamal Dahal 'Prachanda'"."""
    for span in spans:
        mine = known[key_of(span)]
        behind = _NICKNAME.match(text, span.end)
        if behind is None or " " not in mine.name or mine.kind not in {None, _E.PERSON}:
            continue
        whole = Known(mine.name, _E.PERSON, mine.entity_id)
        known[key_of(span)] = known[bare(behind["name"])] = whole


_LETTERS = re.compile(r"[A-ZÄÖÜ]{2,6}")


def _initials_of(name: str) -> str:
    words = re.split(r"[\s-]+", name)
    return "".join(w[0] for w in words if w[:1].isupper()).casefold() if len(words) > 1 else ""


def _join_by_surname(known: dict[str, Known], votes: dict[str, Counter[EntityKind]]) -> None:
    """A full name whose last word is a person's elsewhere is that person's."""
    for key, each in list(known.items()):
        last = known.get(bare(each.name.split()[-1]))
        if (
            " " not in each.name
            or last is None
            or last.kind is not _E.PERSON
            or each.entity_id
            or key not in votes
        ):
            continue
        if votes[key][_E.PARTY] <= votes[key][_E.PERSON] + 1:
            known[key] = Known(each.name, _E.PERSON, None)


def _short_forms(
    known: dict[str, Known], votes: dict[str, Counter[EntityKind]], first_named: dict[str, int]
) -> dict[str, Known]:
    """Surnames and last two names of people: of the one who has them, of several the first named."""
    owners: dict[str, set[str]] = defaultdict(set)
    full: dict[str, Known] = {}
    for each in known.values():
        words = each.name.split()
        if each.kind is _E.PERSON and len(words) > 1:
            for count in range(1, len(words)):
                key = bare(" ".join(words[-count:]))
                owners[key].add(each.name)
                full[key] = each
            if len(words) > _TWO and len(words[-2]) > _TWO and words[-2][0].isupper():
                owners[bare(words[-2])].add(each.name)  # "Rosselló" of "Ricardo Rosselló Nevares"
                full[bare(words[-2])] = each
            first = bare(words[0])
            if first in known and first not in owners:
                owners[first].add(each.name)
                full[first] = each
    short = {}
    for key, names in owners.items():
        mine = known.get(key)
        if len(names) > 1 and first_named:
            full[key] = min(
                (each for each in known.values() if each.name in names),
                key=lambda k: first_named.get(k.name, 1 << 30),
            )
        if (
            (len(names) == 1 or (key in votes and full[key].name in first_named))
            and (mine is None or mine.entity_id is None)
            and (
                mine is None
                or mine.kind in {None, _E.PERSON, _E.PLACE}
                or _is_weaker(votes.get(key), votes.get(bare(full[key].name)))
            )
        ):
            short[key] = full[key]
    return short


def _is_weaker(mine: Counter[EntityKind] | None, his: Counter[EntityKind] | None) -> bool:
    """Whether "talks with Conte" says less of Conte than all that is said of Giuseppe Conte."""
    return mine is not None and his is not None and mine[_E.PARTY] <= his[_E.PERSON]


_LAST_WORD = re.compile(
    r"Framework|Guards?|Front|League|Movement|Alliance|Union|Coalition|Congress|Current|Trend|Bloc|"
    r"Board|Council|Pact|Gathering|List|Rally|Forum|Platform|Pole|Group|Court|Commission|Brigades?|Army"
)


def _last_words(known: dict[str, Known]) -> dict[str, Known]:
    """Read "the Framework" as the Coordination Framework, where there is one and no other."""
    owners: dict[str, dict[str, Known]] = defaultdict(dict)
    for each in known.values():
        last = each.name.rsplit(" ", 1)[-1]
        if " " in each.name and _LAST_WORD.fullmatch(last) and each.kind is not _E.PERSON:
            owners[last.casefold()][each.name] = each
    return {
        last: next(iter(names.values()))
        for last, names in owners.items()
        if len(names) == 1 and (last not in known or known[last].name.casefold() == last)
    }


_COMMON_FIRST = re.compile(
    r"(?:National|United|Unified|New|Popular|Democratic|Islamic|People['’]?s|Free|Social|Christian|Green|Progressive|"
    r"Parti|Partido|Party|Partai|Union|Communist|Socialist|Liberal|Labou?r|Conservative|Republican|Independent|"
    r"Supreme|State|Federal|Kurdistan|Coalition|Alliance|Movement|Civil|General|North|South|East|West|[A-Z]\w+(?:i|ian|ish|ese|an))"
)


def _first_words(
    known: dict[str, Known], votes: dict[str, Counter[EntityKind]]
) -> dict[str, Known]:
    """Read "Barisan" as Barisan Nasional, where the document has one and Barisan is no person."""
    owners: dict[str, dict[str, Known]] = defaultdict(dict)
    for each in known.values():
        first = each.name.split(" ", 1)[0]
        if " " in each.name and each.kind in ORGANISED and not _COMMON_FIRST.fullmatch(first):
            owners[first.casefold()][each.name] = each
    return {
        first: next(iter(names.values()))
        for first, names in owners.items()
        if len(names) == 1
        and first in known
        and known[first].kind is not _E.COUNTRY
        and known[first].entity_id is None
        and known[first].name.casefold() == first
        and votes.get(first, Counter())[_E.PERSON] < _SURE
    }


_SURE = 3


def _votes(document: Document, group: list[NameSpan]) -> Counter[EntityKind]:
    votes: Counter[EntityKind] = Counter()
    for span in group:
        before = document.text[max(0, span.start - 60) : span.start]
        after = document.text[span.end : span.end + 40]
        for kind, weight in (*_votes_of_words(span), *votes_around(span.text, before, after)):
            votes[kind] += weight
    return votes


def _votes_of_words(span: NameSpan) -> list[tuple[EntityKind, int]]:
    """What the name itself and the network say."""
    head = kind_of_head(span.text)
    votes = votes_of_lists(span.text, head)
    if head is not None and (" " in span.text or head is _E.INSTITUTION):
        votes.append((head, 5))
    is_long = " " in span.text
    if head is None and looks_human(span.text) and has_given_name(span.text):
        votes.append((_E.PERSON, 3))
    if span.label in _LABELS:
        kind = _LABELS[span.label]
        is_surely = kind is _E.PERSON and is_long and has_given_name(span.text)
        votes.append((kind, 2 if is_surely else 1))
    if is_long and head is None and not has_given_name(span.text) and _is_of_words(span.text):
        votes.append((_E.PARTY, 1))  # "Open Door", "New Democracy": no man is called that
    if not is_long and (_IDEOLOGY.fullmatch(span.text) or _INITIALS.fullmatch(span.text)):
        votes.append((_E.PARTY, 2))  # FPÖ, N-VA, PiS: a writing of initials
    return votes


_IDEOLOGY = re.compile(
    r"Socialists|Communists|Greens|Liberals|Conservatives|Democrats|Republicans|Progressives|Centrists"
)


def _is_of_words(name: str) -> bool:
    """Whether every word of a name is one that English has in small letters."""
    return all(word.casefold() in trained_strings() for word in name.split())


def _decide(votes: Counter[EntityKind], name: str) -> EntityKind | None:
    """Settle what a name is: an organisation or not first, then which sort of one."""
    sorts: Counter[EntityKind] = Counter()
    for kind, weight in votes.items():
        sorts[_E.PARTY if kind in ORGANISED else kind] += weight
    ranked = sorts.most_common(2)
    if not ranked:
        return None
    lead, most = ranked[0]
    rest = ranked[1][1] if len(ranked) > 1 else 0
    if most - rest < _MARGIN:
        return None
    if lead is _E.PERSON and " " not in name and most < 2:
        return None
    if lead is _E.PLACE and most < 2:
        return None
    if lead is not _E.PARTY:
        return lead
    return max(
        (kind for kind in votes if kind in ORGANISED),
        key=lambda kind: (votes[kind], kind is not _E.PARTY),
    )
