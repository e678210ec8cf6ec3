"""Which office a word means: the country's own, another country's, or a region's.

"US President X" and "the president, Y" are not two holders of one office. The words around the
name tell, in any report that has them; else the register, which may know X's office in full.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.register.folding import fold
from kutla.vocabulary import EntityKind, Referent, name_office

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kutla.claims import Claim
    from kutla.register import Register

OFFICE_KINDS = frozenset(
    {
        "holds_office",
        "candidate_for",
        "withdraws_candidacy",
        "nominated_for",
        "appointed_to",
        "resigns",
    }
)
_HEADS = (
    r"(?i:(?:deputy |vice[- ])?(?:prime minister|premier|president|chancellor|speaker|secretary of state|"
    r"(?:foreign|interior|defen[cs]e|finance|oil|justice|health|energy|economy) minister))"
)
_BEFORE = re.compile(rf"\b(?P<land>[A-Z][\w.]*(?: [A-Z][\w.]*)?)(?:['’]s)? {_HEADS}\b")
_AFTER = re.compile(rf"\b{_HEADS} of (?:the )?(?P<land>[A-Z]\w+(?: [A-Z]\w+)*)")

_WITH_ARTICLE = re.compile(r"\b(?:States|Kingdom|Emirates|Netherlands|Philippines|Republic)$")


@dataclass(frozen=True, slots=True)
class Posts:
    """The offices that the words of claims show to be another country's, by holder and office."""

    register: Register
    abroad: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, claims: Iterable[Claim], register: Register) -> Posts:
        """Look through the words of the claims for offices of other countries."""
        abroad: dict[tuple[str, str], str] = {}
        for claim in claims:
            if claim.kind not in OFFICE_KINDS or claim.object is None:
                continue
            land = _land_in(claim.object.name, register) or _land_of(claim, register)
            if land is not None:
                office = name_office(_bare(claim.object.name))
                abroad.setdefault((claim.subject.key, office.casefold()), land)
        return cls(register, abroad)

    def named(self, claim: Claim, subject: Referent, target: Referent) -> Referent:
        """Give the office that a claim speaks of, under a name that no other office has."""
        if claim.kind not in OFFICE_KINDS:
            return target
        office = name_office(_bare(target.name))
        office = office if " " in office else office.lower()
        land = self.abroad.get((claim.subject.key, office.casefold()))
        if land is not None:
            article = "the " if _WITH_ARTICLE.search(land) else ""
            return Referent(f"{office} of {article}{land}", None, target.kind)
        return Referent(self._by_register(subject, office), None, target.kind)

    def _by_register(self, subject: Referent, office: str) -> str:
        """Give "president of the Region" for "president" where that is all X ever was."""
        held = {
            tenure.other
            for tenure in self.register.tenures_of(subject.entity_id or "")
            if tenure.role == "holds_office" and fold(tenure.other).startswith(fold(office))
        }
        is_plain = any(fold(each) == fold(office) for each in held)
        whole = {each for each in held if fold(each).startswith(fold(office) + " of ")}
        return whole.pop() if len(whole) == 1 and not is_plain else office


def _bare(office: str) -> str:
    """Take the country off: "president of the United States" is a president."""
    plain = re.sub(rf"^.*?\b({_HEADS}) of .+$", r"\1", office)
    return re.sub(rf"^.+?\s({_HEADS})$", r"\1", plain)


def _land_of(claim: Claim, register: Register) -> str | None:
    """Look in the quote for a country right before the office that stands before the name."""
    words = claim.quote.prefix[-24:] + claim.quote.exact
    last = claim.subject.name.split()[-1]
    for found in _BEFORE.finditer(words):
        if last in words[found.end() : found.end() + len(claim.subject.name) + 12]:
            return _country(found["land"], register)
    for found in _AFTER.finditer(claim.quote.exact):
        before = claim.quote.exact[max(0, found.start() - _ASIDE) : found.start()]
        if last in before or last in claim.quote.exact[found.end() : found.end() + _ASIDE]:
            return _country(found["land"].removesuffix(claim.subject.name).strip(), register)
    return None


_ASIDE = 30
"""How many letters may stand between a holder and "president of Kenya"."""


def land_words(prefix: str, exact: str) -> str:
    """Give the words of a quote that stand right before an office and may be a country's."""
    return " ".join(found["land"] for found in _BEFORE.finditer(prefix[-24:] + exact))


def _land_in(office: str, register: Register) -> str | None:
    found = _AFTER.search(office) or _BEFORE.search(office)
    return _country(found["land"], register) if found else None


def _country(words: str, register: Register) -> str | None:
    """Give the name of another country that the words, or the last of them, stand for."""
    for name in (words, words.rsplit(" ", 1)[-1]):
        entity = register.find_named(name, kind=EntityKind.COUNTRY)
        if entity is not None and entity.kind is EntityKind.COUNTRY:
            return None if fold(entity.name) == fold(register.country) else entity.name
    return None
