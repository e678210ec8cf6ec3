"""Who does the same: "as did Vox", "followed by Brunetta", "So will the PVDA", "Berri may not".

Such words carry no deed of their own; they take over the one just told, with another subject.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Polarity
from kutla.claims.found import argument
from kutla.claims.surface import markers, surface_pattern
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.claims.found import Found
    from kutla.claims.view import View

_SHARED = frozenset(
    {
        "supports",
        "opposes",
        "joins_bloc",
        "leaves_bloc",
        "refuses_bloc",
        "negotiates_with",
        "meets",
        "accuses",
        "resigns",
    }
)
_HELPERS = r"did|does|do|has|have|had|will|would|shall|is|are|was|were|could|may|might|can|should"
_ADJECTIVES = (
    r"(?:the |its |his |her |their |both )?(?:(?:far-right|far-left|right-wing|left-wing|rival|smaller|"
    r"envoys of|members of|leaders of|deputies of|lawmakers of|MPs of|only \w+ of|\w+ representative of|"
    r"fellow|former|party|colleague|(?-i:[A-Z])[a-z]+) ){0,3}?(?:the )?"
)
_LATE = rf"(?P<s>{{LK:POAG}}(?: \([^()]*\))?(?:,? and (?:of )?{_ADJECTIVES}{{K:POAG}})?)"
_PATTERNS = (
    surface_pattern(rf"(?:,|;|\band)? (?:as|so|and so) (?P<h>{_HELPERS}) (?:also )?{_ADJECTIVES}{_LATE}"),
    surface_pattern(rf"^(?:[Aa]s|[Ss]o) (?P<h>{_HELPERS}) (?:also )?{_ADJECTIVES}{_LATE}"),
    surface_pattern(
        rf"(?P<s>{{LK:POAG}}){{APP}} (?:also |then |later )?(?P<h>(?:{_HELPERS}) )?(?:also |probably |soon )?"
        r"(?:do|did|done|does|said|say|says) (?:so|the same|likewise|as much)\b"
    ),
    surface_pattern(
        rf"(?P<s>{{LK:POAG}}){{APP}} (?:(?:also|then|later|quickly) )?(?P<h>(?:{_HELPERS}) )?(?:also |probably |soon )?"
        r"(?:followed suit|follow suit|following suit|follow|followed|follows)(?=[,.;:]|$| on | in | at | over | the next| a day| later)"
    ),
    surface_pattern(
        rf",(?: and)?(?: was| were)? (?:soon |quickly |later )?(?P<h>followed|joined)(?: (?:on \w+|(?:hours|days|a day|weeks) later|soon after))? by {_ADJECTIVES}{_LATE}"
    ),
    surface_pattern(rf"(?P<s>{{K:POAG}}){{APP}} (?P<h>{_HELPERS})(?: not|n['’]t)?(?=[.;]|$)"),
    surface_pattern(rf"(?:,? together with|, as well as|,? along with|, like) (?P<h>){_ADJECTIVES}{_LATE}(?=[,.;]|$)"),
)  # fmt: skip
_MODALITIES = {
    **dict.fromkeys(("will", "would", "shall"), Modality.PLANNED),
    **dict.fromkeys(("could", "may", "might", "can"), Modality.POSSIBLE),
    "should": Modality.DEMANDED,
}
_NOT = re.compile(r"\bnot\b|n['’]t\b")
_RANK = re.compile(r" \([^()‹›]{3,40}\)")


def take_over(view: View, found: list[Found], before: list[Found]) -> Iterator[Found]:
    """Yield what the passage says by ellipsis, after ``found`` in it and ``before`` it."""
    for place, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(view.tagged):
            span = view.tokens_of(match.start("s"), match.end())
            first = view.tokens_of(*match.span())[0]
            told = _last([item for item in found if item.anchor < first]) or _last(before)
            if not told or (place == _BARE and told[0].object is None):
                continue
            helper = (match["h"] or "").strip().casefold()
            for subject in markers(match["s"]):
                mention = view.mentions[subject]
                for item in told:
                    if _fits(item, argument(mention).kind, mention.name):
                        yield replace(
                            item,
                            subject=argument(mention),
                            span=span,
                            anchor=span[0],
                            polarity=_polarity(match.group(0), item),
                            modality=_MODALITIES.get(helper, item.modality or Modality.ACTUAL),
                            layer="surface",
                            by="the same as before: " + (helper or "followed"),
                        )


_BARE = 5


def _polarity(words: str, item: Found) -> Polarity:
    if _NOT.search(words):
        return Polarity.NEGATED
    return item.polarity or Polarity.AFFIRMED


def _last(items: Iterable[Found]) -> list[Found]:
    """The deeds told at the last predicate."""
    shared = [item for item in items if item.kind in _SHARED]
    if not shared:
        return []
    last = max(shared, key=lambda item: item.anchor)
    same = [i for i in shared if (i.anchor, i.subject) == (last.anchor, last.subject)]
    return [i for i in same if i.kind == last.kind]


def _fits(item: Found, kind: EntityKind | None, name: str) -> bool:
    if item.subject.name == name or (item.object is not None and item.object.name == name):
        return False
    is_person = item.subject.kind is EntityKind.PERSON
    return not (item.kind == "resigns" and is_person != (kind is EntityKind.PERSON))
