"""What the words around a name say about it: a person, a party, an alliance, a place."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from anyascii import anyascii

from kutla.language.given_names import GIVEN_NAMES
from kutla.language.headwords import TITLE_WORDS, kind_of_head
from kutla.language.patterns import pattern_of
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections import Counter

    from kutla.language.spans import NameSpan

_E = EntityKind
ORGANISED = frozenset(
    {
        _E.PARTY,
        _E.PARTY_LIST,
        _E.ELECTORAL_ALLIANCE,
        _E.PARLIAMENTARY_GROUP,
        _E.UMBRELLA,
        _E.ARMED_FACTION,
    }
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = "two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:\d{{1,3}}|{_UNITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    rf"nineteen|(?:{_TENS})(?:-(?:one|{_UNITS}))?)"
)
_SEATS = "seats|MPs|deputies|members|lawmakers|senators|MKs|mandates|votes|parliamentarians"
_AFTER_PARTY = pattern_of(
    r"^(?:['’]s)? ?(?:party|bloc|coalition|alliance|list|movement|MPs?\b|lawmakers?\b|leader\b|seats|voters|"
    r"chairman|candidate|deputies|ministers|members|spokes|supporters|headquarters|politicians?\b|"
    r"negotiators?\b|senators?\b|faction\b|ranks\b|delegates|parliamentarians?\b|chief\b|chair\b)|"
    r"^ ?\((?:\d+|[a-z-]+) (?:seats|MPs|deputies|members|senators|lawmakers|MKs|votes|per cent)|"
    r"^ \([A-Z][A-Za-z&-]{1,8}\)|^ ?\(\d{1,3}\)|"
    rf"^,? (?:won|took|has|have|gained|secured|got|with|on|holds?) (?:\w+ ){{0,3}}?(?:\d+|\w+) (?:{_SEATS})|"
    rf"^ {NUMBER}(?=[,;.]| and )|^,? (?:with|whose) (?:its |all |just |only |their )?{NUMBER}(?= (?:{_SEATS})|[,;.]| and )|"
    rf"^, which (?:has|had|won|holds|took|commands) (?:\w+ )?{NUMBER}\b|"
    rf"^ (?:is|was|stands|stood|are|were) (?:on|at) {NUMBER}\b(?! [a-z])|"
    rf"^ (?:grew|fell|dropped|rose|slipped|climbed|jumped|shrank|slumped|sank|jumps|falls|drops|rises) (?:from \w+ )?to {NUMBER}\b|"
    rf"^(?:['’]s)? {NUMBER} (?:{_SEATS})\b|"
    r"^ (?:came|finished|ran|placed|was|is) (?:a distant |a close )?(?:first|second|third|fourth|fifth|last)\b"
)
_IS_PARTY = pattern_of(
    r"^,? (?:the|an?|his|her|its|which is an?) (?:[\w'’-]+ ){0,3}(?:party|movement|bloc|coalition|alliance|list|faction)\b(?!['’])"
)
_LEANING = (
    r"(?:left|right|far-right|far-left|hard-right|hard-left|centre|center|centre-right|centre-left|center-right|"
    r"center-left|left-wing|right-wing|conservative|liberal|socialist|nationalist|centrist|populist|islamist|"
    r"ultra-orthodox|neo-nazi|neo-fascist|hawkish|progressive|separatist|secular|anti-[\w-]+|pro-[\w-]+|"
    r"junta-linked|military-backed|kurdish-led|opposition|agrarian|ecologist|communist|christian democrat)"
)
_BEFORE_PARTY = pattern_of(
    r"(?:leader|head|chair\w*|members?|MPs?|lawmakers?|party|supporters|founder|candidate|deput(?:y|ies)|senators|ranks) (?:of|from|for|in) (?:the )?$|"
    r"\b(?:(?-i:[a-z])[\w-]* ){1,2}(?:party|movement) $|"
    r"(?:coalition|alliance|talks|government|cabinet|agreement|deal|pact) (?:with|between|of) (?:the )?$|\b(?:joined|join|joining|left|quit|leads|heads|founded) (?:the )?$|"
    rf" \((?:of|from) (?:the )?$|\b(?:{NUMBER}(?: (?:{_SEATS}))?|belongs?) (?:to|for|of|from) (?:the )?$|\b(?:secretary[- ]general|votes|voters|vote) (?:of|for) (?:the )?$|"
    rf"\b(?:his|her|its|the|of) (?:\w+ly )?{_LEANING} $",
    re.IGNORECASE,
)
_BEFORE_ALLIANCE = pattern_of(
    r"\b(?:coalition|alliance|bloc|pact|government)(?: is| was|,)? (?:known as|called|dubbed|nicknamed|named|christened) (?:the )?[\"“]?$|"
    r"\b(?:parties|lists|groups|partners) (?:\w+ )?(?:make|makes|made|making) up (?:the )?[\"“]?$",
    re.IGNORECASE,
)
_VOTES = re.compile(r"^(?:,[^,.;]{1,40},)? (?:would |will |could )?(?:abstain\w*|vote[sd]?)\b")
_WHICH = re.compile(r"^, which\b")
_AFTER_PERSON = pattern_of(
    r"^,? (?:who|said|told|says|added|hosted|telephoned|stressed|thanked|tweeted|himself|herself|argued|insisted|warned|replied|resigned)\b|^, \d\d,|^, whom\b|"
    r"^ (?:was|is|has been|had been|will be|would be)? ?(?:re-)?(?:elected|appointed|sworn|born|jailed|arrested|sentenced)\b"
    rf"|^,? (?:the|a|an|his|her|its|their|[A-Z]\w+['’]s|(?:the )?[A-Z]\w+['’]s?) (?!(?:[\w'’-]+ ){{0,3}}(?:party|movement|bloc|coalition|alliance|group|list|faction|outlet|paper)\b(?!['’]))(?:[\w'’.-]+ ){{0,4}}?(?:{TITLE_WORDS}|co-(?:chairs|leaders)|mentri besar|"
    r"lawyer|businessman|businesswoman|economist|banker|diplomat|engineer|tycoon|doctor|academic|journalist|technocrat|newcomer|independent|loyalist)\b"
    rf"|^, (?:(?:former|acting|then|currently|head|deputy|vice|outgoing|caretaker|incumbent|foreign|finance|interior|prime|party|parliamentary|general) )*(?:{TITLE_WORDS})(?: of| and| in|,)"
)
_BEFORE_PERSON = pattern_of(
    rf"(?:\b(?:led by|headed by|chaired by)|\b(?:{TITLE_WORDS}),?|\b(?:son|daughter|brother|sister|nephew|niece|widow|wife|husband|father)) $",
    re.IGNORECASE,
)
_BEFORE_PLACE = pattern_of(
    r"\b(?:in|at|near|from|(?<!belong )(?<!belongs )to|outside|across|visited|northern|southern|eastern|western) $"
)
_ARTICLE = re.compile(r"\b[Tt]he (?:[a-z-]+ )?$")
_ACRONYM_AFTER = re.compile(r"^ \(([A-Z][A-Za-z&/.-]{1,9})\)")


def has_given_name(name: str) -> bool:
    """Whether the first word is a common given name, its accents and second half aside."""
    return anyascii(name.split(maxsplit=1)[0]).casefold().split("-")[0] in GIVEN_NAMES


def looks_human(name: str) -> bool:
    """Whether it is two or three words without a noun for an organisation: "Sophie Wilmès"."""
    words = name.split()
    return (
        len(words) in {2, 3} and kind_of_head(name) is None and all(w[0].isupper() for w in words)
    )


def _abbreviates(short: str, name: str) -> bool:
    letters = [letter.casefold() for letter in short if letter.isalpha()]
    initials = [word[0].casefold() for word in re.split(r"[\s-]+", name) if word]
    return letters == initials[: len(letters)] or letters[0] == initials[0]


def _is_initialled(short: str, name: str) -> bool:
    """Whether letters are the initials of all the words that have a capital."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    return len(initials) > 1 and short.replace("-", "").casefold() == initials.casefold()


_OPENING = re.compile(r"[\"“„«]$")
_CLOSING = re.compile(r"^[\"”“»]")
_BEFORE_OUTLET = pattern_of(
    r"\b(?:broadcaster|newspaper|daily|weekly|magazine|news agency|news site|news website|TV channel|television channel|TV station|"
    r"television station|radio station|web ?site|portal) (?:the )?$|\bspeaking on $|\bin an interview with (?:the )?$",
    re.IGNORECASE,
)
_AFTER_OUTLET = pattern_of(
    r"^,? (?:newspaper|daily|news agency|television|TV\b|radio|channel|magazine|website|broadcaster)|"
    r"^['’]s (?:[\w-]+ ){0,2}(?:show|programme|program|broadcast|correspondent|bulletin|reporter)\b"
)


def votes_around(name: str, before: str, after: str) -> list[tuple[EntityKind, int]]:
    """What the words before and after say, each sign with its weight."""
    before, after = _OPENING.sub("", before), _CLOSING.sub("", after)
    named = _ACRONYM_AFTER.match(after)
    is_abbreviated = named is not None and not _abbreviates(named[1], name)
    is_human = looks_human(name) and has_given_name(name)
    signs = (
        (is_abbreviated and looks_human(name), _E.PERSON, 4),
        (named is not None and _is_initialled(named[1], name), _E.PARTY, 4),
        (_BEFORE_PERSON.search(before), _E.PERSON, 3),
        (_AFTER_PERSON.match(after), _E.PERSON, 2),
        (not is_human and _AFTER_PARTY.match(after), _E.PARTY, 3),
        (_IS_PARTY.match(after), _E.PARTY, 4),
        (not is_human and _BEFORE_PARTY.search(before), _E.PARTY, 2),
        (not is_human and _BEFORE_ALLIANCE.search(before), _E.ELECTORAL_ALLIANCE, 4),
        (not is_human and (_VOTES.match(after) or _WHICH.match(after)), _E.PARTY, 1),
        (_BEFORE_OUTLET.search(before) or _AFTER_OUTLET.match(after), _E.OUTLET, 4),
        (_ARTICLE.search(before), _E.PARTY, 1),
        (_BEFORE_PLACE.search(before), _E.PLACE, 1),
    )
    return [(kind, weight) for sign, kind, weight in signs if sign]


_LISTED = re.compile(
    rf"^(?: ?\([^()]{{1,24}}\))?(?:,? (?:with |on |at |took |won |has |gets? )?{NUMBER}(?: (?:{_SEATS}))?)?"
    rf"(?:,|;|,? and|,? or|,? nor|,? plus)(?: with| between)? (?:the |his |its |{NUMBER} (?:to|for|from|of) (?:the )?)?$"
)
_SURE, _WEAK, _LENT = 3, 2, 2


def spread_in_lists(
    text: str, spans: list[tuple[NameSpan, str]], votes: dict[str, Counter[EntityKind]]
) -> None:
    """Lend the names of a list the sort that its surer neighbours have: "PSOE, Sumar and Junts".

    ``votes`` are added to in place, by key; a list of both people and parties lends nothing.
    """
    ordered = sorted(spans, key=lambda pair: pair[0].start)
    run: list[tuple[NameSpan, str]] = []
    is_list = False
    for pair in [*ordered, None]:
        between = text[run[-1][0].end : pair[0].start] if run and pair is not None else ""
        if run and pair is not None and _LISTED.match(between):
            is_list = is_list or bool(_JOINS.search(between))  # "X, the Y leader" is no list
            run.append(pair)
            continue
        if len(run) > 1 and is_list:
            _lend(run, votes)
        run, is_list = ([] if pair is None else [pair]), False
    for (owner, his), (owned, its) in itertools.pairwise(ordered):
        if _OWNS.fullmatch(text[owner.end : owned.start]):
            _lend_by_owner(owner, votes[his], owned, votes[its])
    for span, key in ordered:
        is_his = text[max(0, span.start - 4) : span.start].casefold() in {" his ", "his ", "her "}
        if is_his and not span.entity_id and not has_given_name(span.text):
            votes[key][_E.PARTY] += _LENT


_JOINS = re.compile(r"\b(?:and|or|nor|plus)\b|;|\d")
_OWNS = re.compile(r"['’]s? (?:(?:[a-z]+-)?[a-z]+(?:ist|al|ive|wing|left|right|ing|new) )?")


def _lend_by_owner(
    owner: NameSpan, his: Counter[EntityKind], owned: NameSpan, its: Counter[EntityKind]
) -> None:
    """Read "Calenda's Action" as a man and his party, whichever of the two is known already."""
    is_org = owned.kind in ORGANISED or any(its[kind] >= _SURE for kind in ORGANISED)
    is_named = (
        owned.kind in {None, _E.PERSON} and looks_human(owned.text) and has_given_name(owned.text)
    )
    if is_named and owner.kind is None and not his[_E.PERSON] and not looks_human(owner.text):
        his[_E.PARTY] += _LENT  # "Harbour's Ana Ruiz"
    is_man = owner.kind is _E.PERSON or his[_E.PERSON] >= _WEAK
    if is_org and owner.kind is None and not any(his[kind] >= _SURE for kind in ORGANISED):
        his[_E.PERSON] += _SURE
    is_free = owned.kind is None and its[_E.PERSON] < _WEAK and its[_E.PLACE] <= 1
    if is_man and is_free and not has_given_name(owned.text) and not kind_of_head(owned.text):
        its[_E.PARTY] += _SURE


def _lend(run: list[tuple[NameSpan, str]], votes: dict[str, Counter[EntityKind]]) -> None:
    sorts = set()
    for span, key in run:
        if span.kind is not None and span.entity_id:
            sorts.add(_E.PARTY if span.kind in ORGANISED else span.kind)
            continue
        lead = votes[key].most_common(1)
        if lead and lead[0][1] >= _SURE:
            sorts.add(_E.PARTY if lead[0][0] in ORGANISED else lead[0][0])
    if len(sorts) != 1:
        return
    [sort] = sorts
    if sort not in {_E.PARTY, _E.PERSON}:
        return
    for span, key in run:
        lead = votes[key].most_common(1)
        is_weak = not lead or lead[0][1] <= _WEAK
        is_human = looks_human(span.text)
        is_other = any(votes[key][kind] for kind in ORGANISED)
        is_it = (
            (is_human and not is_other)
            if sort is _E.PERSON
            else not has_given_name(span.text)  # "of GPS and Zahid": Zahid is no party
        )
        if is_weak and not span.entity_id and is_it:
            votes[key][sort] += _LENT
