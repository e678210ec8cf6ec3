"""Votes whose object the sentence leaves out: "Vox voted against", "the PNV would vote yes".

What is voted on is what the document last spoke of: the one whose confidence is at stake, who was
put up, elected or designated; or the bill or motion that the same passage names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.found import Found, argument
from kutla.claims.subjects import subject_mentions
from kutla.claims.surface import surface_pattern
from kutla.claims.things import name_thing, thing_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.claims.claim import ClaimDraft, Name
    from kutla.claims.view import View

_END = r"(?=[,.;:)]|$| (?:as|and|but|because|while|with|in|on|over|after|when|too|again|also)\b)"
_FOR = r"in favou?r|[\"“‘]?yes[\"”’]?|[\"“‘]?aye[\"”’]?|for"
_AGAINST = r"against|[\"“‘]?no[\"”’]?|[\"“‘]?nay[\"”’]?|blank"
_VOTES = (*(
    (kind, surface_pattern(
        rf"(?P<s>{{LK:POAG}})(?:, with (?:the )?(?:its |their |his |\w+ ){{0,2}}?\w+)?{{APP}} {{AUX}}"
        rf"(?P<v>{{V:vote}}|(?:{{V:cast}} (?:its|their|his|her) (?:votes?|ballots?))|(?:says?(?= yes| no| aye| nay)))"
        rf"(?: [a-z]+ly| also| together| to a man)? (?:{way}){_END}"
    ))
    for kind, way in (("supports", _FOR), ("opposes", _AGAINST))
),
    ("opposes", surface_pattern(r"(?P<s>{LK:POA}){APP} {AUX}(?:{V:refuse decline}) to (?P<v>abstain)" + _END)),
    ("supports", surface_pattern(r"(?P<v>[Vv]oting|[Vv]otes) (?:yes|in favou?r)[^‹›:]{0,30}: (?P<s>(?:[^;.]){3,250})")),
    ("opposes", surface_pattern(r"(?P<v>[Vv]oting|[Vv]otes) (?:no|against)[^‹›:]{0,30}: (?P<s>(?:[^;.]){3,250})")),
)  # fmt: skip
_BILL = surface_pattern(thing_pattern("measure"))


def read_votes(view: View) -> Iterator[Found]:
    """Yield votes without an object; it is the bill just named, or left to ``name_votes``."""
    if not view.words & {"vote", "votes", "voted", "voting", "say", "says", "said", "abstain"}:
        return
    for kind, pattern in _VOTES:
        for match in pattern.finditer(view.tagged):
            bill = _bill_before(view, match.start())
            for subject in subject_mentions(view, *match.span("s")):
                yield Found(
                    kind=kind,
                    subject=argument(subject),
                    object=bill,
                    span=view.tokens_of(*match.span()),
                    anchor=view.tokens_of(*match.span("v"))[0],
                    by=f"vote: {kind}",
                )


def _bill_before(view: View, end: int) -> Name | None:
    bills = [name_thing(view, *m.span()) for m in _BILL.finditer(view.tagged[:end])]
    bills = [bill for bill in bills if bill is not None]
    return bills[-1] if bills else None


_TOP = re.compile(r"prime minister|president|speaker|chancellor|premier", re.IGNORECASE)
_ON_THE_FLOOR = frozenset({"confidence_vote", "candidate_for", "nominated_for", "appointed_to"})


def name_votes(drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """Give votes without an object the one on whom the document says a vote is or was taken."""
    drafts = list(drafts)
    named: list[ClaimDraft] = []
    for place, draft in enumerate(drafts):
        if draft.kind not in {"supports", "opposes"} or draft.object is not None:
            named.append(draft)
            continue
        floor = _floor(drafts[:place][::-1], draft) or _floor(drafts[place:], draft)
        if floor is not None:
            certainty = round(draft.certainty * 0.8, 2)
            named.append(replace(draft, object=floor, certainty=certainty))
    return named


def _floor(drafts: list[ClaimDraft], vote: ClaimDraft) -> Name | None:
    for draft in drafts:
        if draft.subject.name == vote.subject.name:
            continue
        if draft.kind == "confidence_vote" or (
            draft.kind in _ON_THE_FLOOR and draft.object and _TOP.search(draft.object.name)
        ):
            return draft.subject
    for draft in drafts:
        if draft.kind in {"supports", "opposes"} and draft.object is not None:
            return draft.object if draft.object.name != vote.subject.name else None
    return None
