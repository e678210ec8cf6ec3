"""Who did it, where the sentence does not say: "14 were detained" after "X ordered Y to raid"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.claim import Name
from kutla.claims.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.claims.claim import ClaimDraft


def name_agents(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Turn "Z was detained" around where an earlier claim of the document names who raided.

    A detention without agent that follows a raid is the raider's. A release is nobody's unless the
    text says whose: the one it befell stays the subject and there is no object.
    """
    named: list[ClaimDraft] = []
    for draft in drafts:
        agent = None
        if draft.kind == "detains" and draft.object is None:
            earlier = [d for d in named if d.kind in {"raids", "detains"} and d.object is not None]
            agent = earlier[-1].subject if earlier else None
        if agent is None or agent.name == draft.subject.name:
            named.append(draft)
        else:
            certainty = round(draft.certainty * 0.8, 2)
            befallen = replace(
                draft.subject, name=_COUNT.sub("", draft.subject.name) or draft.subject.name
            )
            turned = replace(draft, subject=agent, object=befallen, certainty=certainty)
            named.append(turned)
    return named


_COUNT = re.compile(rf"^{NUMERAL} (?=[a-z])", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"\b(?:coalition |exploratory |government )?(talks|negotiations)\b|"
    r"\b((?:ruling |governing )?coalition|government|cabinet|alliance)\b(?! (?:with|partner))",
    re.IGNORECASE,
)
_HALL = re.compile(
    r"\b(?:session|sitting|chamber|hall|plenary|debate|speech|match)\b", re.IGNORECASE
)
_NEAR = 500


def name_what_is_left(drafts: Iterable[ClaimDraft], text: str) -> list[ClaimDraft]:
    """Give "X pulled out" the talks or the cabinet that the text before last spoke of.

    Who walks out where a sitting is spoken of leaves the hall, not the government: that is no claim.
    """
    named: list[ClaimDraft] = []
    for draft in drafts:
        if draft.kind != "leaves_bloc" or draft.object is not None:
            named.append(draft)
            continue
        end = draft.quote.end
        before = text[max(0, draft.quote.start - _NEAR) : end]
        spoken_of = _SPOKEN_OF.findall(before)
        if spoken_of and not _HALL.search(text[max(0, end - 200) : end + 60]):
            words = (spoken_of[-1][0] or spoken_of[-1][1]).lower()
            certainty = round(draft.certainty * 0.7, 2)
            named.append(replace(draft, object=Name(words), certainty=certainty))
    return named


_BLOC_KINDS = frozenset({"forms_bloc", "joins_bloc"})


def name_blocs(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Give "X is close to joining" the bloc that the document last spoke of forming or joining."""
    named: list[ClaimDraft] = []
    for draft in drafts:
        bloc = None
        if draft.kind == "joins_bloc" and draft.object is None:
            spoken_of = [d.object for d in named if d.kind in _BLOC_KINDS and d.object is not None]
            bloc = spoken_of[-1] if spoken_of else None
        if bloc is None or bloc.name == draft.subject.name:
            named.append(draft)
        else:
            certainty = round(draft.certainty * 0.8, 2)
            named.append(replace(draft, object=bloc, certainty=certainty))
    return named
