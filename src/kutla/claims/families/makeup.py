"""Make-up and leadership: who leads what, who belongs to it, what it is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_LEADER = (
    "(?<!deputy )(?<!vice )(?<!vice-)(?:(?:co-)?leader|chief|head|(?:co-)?chairman|(?:co-)?chairwoman|(?:co-)?chairperson|(?:co-)?chair|"
    "(?:co-)?president|commander|secretary[- ]general|general secretary|general-secretary|founder|supremo|boss|convener|convenor)"
)
_MEMBER = (
    "(?:(?:parliamentary|floor|group|senate|house|deputy|faction) leader|vice-president|vice president|vice-chair\\w*|"
    "number two|figurehead|elder|organi[sz]ation secretary|member|MP|lawmaker|deputy|legislator|senator|parliamentarian|parliament member|candidate|"
    "spokesman|spokeswoman|spokesperson|figure|official|politician|veteran|negotiator|MEP|whip|"
    "representative|leadership member|senior member|backbencher|minister|deputy leader|deputy head)"
)
_SOME = r"(?:[\w'’-]+ ){0,4}?"
_BE = r"(?:,| –|, who (?:is|was)| is| was| remains| became|, now)"

_RULES = (
    Rule("leads", rf"(?P<s>{{P}})(?: \([^()]*\))?{_BE} (?:also )?(?:{{DET}}|as ){_SOME}(?P<v>{_LEADER})"
                  rf"(?: and (?:[\w'’-]+ ){{1,4}}?)? of {{FILL}}(?P<o>{{O}})"),
    Rule("leads", rf"(?P<s>{{P}})(?: \([^()]*\))?, (?P<o>{{O}}){{POS}}? (?:[\w-]+ )?(?P<v>{_LEADER})\b"),
    Rule("leads", rf"(?P<v>{_LEADER})(?: and (?:[\w'’-]+ ){{1,4}}?)? of {{FILL}}(?P<o>{{O}})"
                  rf"(?: in (?:the )?[a-z][\w ]{{2,25}}| there)?(?: and(?: (?:(?! of |after|before|when|since|as )[^‹›,;]){{0,60}}?)?)?,? (?P<s>{{P}})"),
    Rule("leads", rf"(?P<s>{{P}})(?:[^‹›.;]|‹[CILOAX]\d+›){{0,110}}? and (?:the |a )?(?P<v>{_LEADER}) of {{FILL}}(?P<o>{{O}})(?!,? ‹P)"),
    Rule("leads", r"(?P<v>president|head|chief|director|chairman) of {FILL}(?P<o>{K:I}),? (?P<s>{P})"),
    Rule("member_of", r"(?P<v>member) of (?:the )?(?P<o>{K:I}),? (?P<s>{P})"),
    Rule("leads", r"(?P<s>{P})(?:,? [^‹›;]{0,80})? and (?:also |now )?(?P<v>heads|leads|chairs) {FILL}(?P<o>{O})"),
    Rule("leads", r"(?P<o>{K:OA})(?: \([^()]*\))?(?P<v> of) (?:(?:(?-i:[a-z])[^‹›,; ]*,? |‹[CLI]\d+›(?:['’]s)? ){0,9})?(?P<s>{P})"),
    Rule("leads", rf"(?P<o>{{O}}){{POS}}? (?:party )?(?!commander)(?P<v>{_LEADER}),? (?P<s>{{P}})"),
    Rule("leads", r"(?P<o>{O})(?: ?\([^()]*\))?(?: (?:party|movement|bloc|coalition|alliance|list))?(?:, [^‹›,;]{0,40})?,? (?:which (?:is|was) |is |was |are )?(?P<v>led|headed|"
                  r"chaired|commanded|run|fronted|founded and led) by (?:(?!, and)(?:[^‹›;]|‹[CILM]\d+›)){0,60}?(?P<s>{P})"),
    Rule("leads", r"(?P<s>{P})(?P<v>-led) {FILL}(?P<o>{O})"),
    Rule("leads", r"(?P<s>{P})(?P<v>{POS}) (?:(?:own|new|nationalist|conservative|liberal|ruling|far-right|centrist|"
                  r"right-wing|left-wing|secular|[\w-]+-backed|(?:anti|pro)-\w+|(?!coalition|rival|ex-|fellow|partner|ally)[a-z]+-[a-z]+|far-left|populist|socialist|Islamist|Shi'?ite|Shia|Sunni|Kurdish|hardline|breakaway|newly founded|fledgling|separatist) ){0,3}(?P<o>{O})(?!{POS}? (?:‹P|leader|MP|lawmaker))"),
    Rule("leads", r"(?P<s>{P})(?:, [^‹›;]{0,60}?)?,? whose (?:[\w-]+ ){0,2}?(?P<o>{O})"),
    Rule("leads", r"(?P<s>{P})(?:, [^‹›;]{0,60}?)?,? who (?:also |now )?(?P<v>leads|heads|chairs|led|headed|chaired) {FILL}(?P<o>{O})"),
    Rule("leads", r"(?P<o>{O}), (?:the|a) (?:[\w-]+ ){0,3}?(?:party|movement|bloc|list|alliance) (?P<v>of|led by|headed by|founded by) {FILL}(?P<s>{P})"),
    Rule("leads", r"(?P<s>{LP}), (?:the |both )?(?:co-)?(?P<v>chairs|leaders|co-chairs|co-leaders) of {FILL}(?P<o>{O})"),
    Rule("member_of", r"(?P<s>{LP}), (?:both |all )?(?P<v>members|MPs|lawmakers|ministers) (?:of|from) {FILL}(?P<o>{O})"),
    Rule("part_of", r"(?P<o>{O})(?:,| \([^()]*\))? (?:which|that) (?:also |now )?(?P<v>includes?|included|groups|comprises|brings together|is made up of) (?:[\w-]+ ){0,2}?(?P<s>{LO})"),
    Rule("leads", r"(?P<o>{K:OAX}), (?P<s>‹P\d+›){POS} (?:own |new )?(?:[\w-]+ ){0,2}?(?P<v>party|movement|bloc|list|alliance|coalition|wing|militia|faction|platform|political vehicle)\b"),
    Rule("leads", r"(?P<s>{P})(?:[^‹›.;]|‹[CILM]\d+›){0,60}? (?P<v>{V:take_over take assume win become}) (?:over )?(?:the |as |as the )?(?:new )?(?:helm|leadership|leader|chairmanship|head|chairman) of {FILL}(?P<o>{O})"),
    Rule("leads", r"(?P<o>{O})(?: \([^()]*\))?(?:, (?:the|an?|his|her|its) [^‹›,;]{3,60})?,? ?(?:which was )?(?P<v>founded|set up|launched|established)(?: in [\w ]{1,16}?| last \w+)? by {FILL}(?P<s>‹P\d+›)"),
    Rule("leads", r"(?P<o>{O}),? (?:the|an?) (?:[\w-]+ ){0,3}?(?P<v>platform|vehicle|outfit|grouping) of {FILL}(?P<s>‹P\d+›)"),
    Rule("member_of", r"(?P<s>‹P\d+›),? who (?:sits|serves|stood|ran|was elected) (?:[^‹›;,.]|‹I\d+›){0,30}?(?P<v>for|on the list of) {FILL}(?P<o>{O})"),
    Rule("member_of", r"(?P<o>{O}){POS}? (?:security|military|intelligence|media|finance|campaign|press|political) (?P<v>chief|head|director|boss|adviser|official),? (?P<s>‹P\d+›)"),
    Rule("leads", rf"\b(?P<q>its|their) (?:(?!(?:security|military|media|campaign|press|intelligence|police|political|floor|parliamentary|deputy) )[\w-]+ ){{0,3}}?(?P<v>{_LEADER}),? (?P<s>‹P\d+›)"),
    Rule("leads", rf"(?P<s>‹P\d+›), (?P<q>its|their) (?:(?:co-|founding|new|acting|then|veteran) ?)?(?P<v>{_LEADER})\b"),
    Rule("member_of", rf"\b(?P<q>its|their) (?:[a-z-]+ ){{0,2}}?(?P<v>{_MEMBER}|(?:security|military|media|campaign|press) (?:chief|head)),? (?P<s>‹P\d+›)"),
    Rule("leads", rf"(?P<s>{{LP}}){{APP}} {{AUX}}(?P<v>elected|named|appointed|chosen|re-elected|voted)(?: as)? (?:its |the |a )?(?:new |next )?{_LEADER} of {{FILL}}(?P<o>{{O}})"),
    Rule("leads", rf"(?P<s>‹P\d+›){{APP}} (?:is|was|became|remains) (?:the |its )?(?:[\w-]+,? (?:and )?){{0,3}}?(?P<v>{_LEADER})(?:,? and (?:[\w-]+ ){{1,3}})? of {{FILL}}(?P<o>{{O}})"),
    Rule("leads", rf"(?P<o>{{O}}){{APP}} {{AUX}}(?P<v>{{V:elect choose name appoint pick re-elect}}) {{FILL}}(?P<s>‹P\d+›) (?:as )?(?:its |their |the |party )?(?:new |next )?{_LEADER}"),
    Rule("member_of", r"(?P<s>‹P\d+›) (?P<v>sits|serves|sat) in (?:parliament|the (?:house|chamber|assembly|senate|lower house)|‹I\d+›) for {FILL}(?P<o>{O})"),
    Rule("leads", r"(?P<o>{K:OA}) \((?P<v>(?P<s>‹P\d+›))\)"),
    Rule("member_of", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>elected)(?: to parliament)?(?: in \d{4})? (?:for|on the list of|on the ticket of) {FILL}(?P<o>{O})"),
    Rule("member_of", r"(?P<o>{K:OA}){POS} (?P<v>(?P<s>‹P\d+›))(?!['’])"),
    Rule("member_of", r"(?P<s>‹P\d+›),? (?:himself|herself|like (?:him|her)|also) an? (?:former )?(?P<v>(?P<o>{K:O}))(?=[,. ])"),
    Rule("member_of", r"(?P<o>{K:OX}) (?P<v>delegation|negotiating team|negotiators|team),? (?:led|headed) by {FILL}(?P<s>‹P\d+›)"),
    Rule("member_of", r"(?P<s>‹P\d+›), (?:an?|the) (?:[\w-]+ ){0,2}?(?P<v>officer|official|commander|fighter) (?:of|in|with) {FILL}(?P<o>{K:AIM})"),
    Rule("member_of", rf"(?P<s>{{P}})(?: \([^()]*\))?{_BE} (?:also )?(?:a|an|one of the|the) {_SOME}(?P<v>{_MEMBER})s?"
                      r"(?: [\w -]{0,24}?)? (?:of|from|for|with|in) {FILL}(?P<o>{O})"),
    Rule("member_of", rf"(?P<s>{{P}})(?: \([^()]*\))?, (?:a |an |the )?(?:[a-z-]+ )?(?P<o>{{O}}){{POS}}? (?:[a-z-]+ ){{0,2}}?(?P<v>{_MEMBER})\b(?! (?:\([^()]*\) )?‹P)"),
    Rule("member_of", rf"(?P<o>{{O}}){{POS}}? (?:[a-z-]+ ){{0,2}}?(?P<v>{_MEMBER})(?: \([^()]*\))?,? (?P<s>{{P}})"),
    Rule("member_of", r"(?P<o>{O}) (?:[a-z-]+ )?(?P<v>commander) (?P<s>{P})"),
    Rule("member_of", rf"(?P<v>{_MEMBER})s? (?:of|from|for|with) {{FILL}}(?P<o>{{O}}),? (?P<s>{{P}})"),
    Rule("member_of", r"(?P<s>‹P\d+›)(?P<v>,? of|,? from) (?:the )?(?:(?:ruling|opposition|conservative|centrist|liberal|socialist|nationalist|populist|Islamist|secular|green|far-right|far-left|main|rival|smaller|small|tiny|largest|[a-z]+-(?:right|left|wing|[a-z]+ist)|pro-[\w-]+|anti-[\w-]+|Shia|Sunni|Kurdish) ){0,2}?(?P<o>{O})"),
    Rule("leads", r"(?P<s>‹P\d+›)(?: \([^()]*\))?(?:, \d\d)?, (?:the |an? )?(?:[\w-]+ ){0,2}?(?<!deputy )(?<!vice )(?P<v>head|(?:managing |executive )?director|chief|chairman|chairwoman|chair|commander|secretary[- ]general|founder)"
                  r" of {FILL}(?P<o>{K:IM})"),
    Rule("member_of", r"(?P<s>‹P\d+›) \((?P<v>(?:(?:of|from) )?{FILL}(?P<o>{K:OA}))[),;]"),
    Rule("part_of", r"(?P<s>{LO})(?: \([^()]*\))?(?:,| is| are|, which (?:is|are)| remains?)(?: itself)?(?: an?| the| one)?"
                    r" (?:[\w-]+ ){0,4}?(?P<v>part|member|component|faction|wing|constituent|pillar|arm)s? (?:party |group )?"
                    r"(?:of|in|within) {FILL}(?P<o>{O})(?! (?:membership|leadership|voters|electorate|base|delegation))"),
    Rule("part_of", r"(?P<o>{O})(?: \([^()]*\))?(?:,| –)? (?:which |that )?(?:{AUX})(?:an? (?:[\w-]+ )?(?:alliance|coalition|bloc|grouping|umbrella|list) )?(?P<v>comprised? of|comprises|comprising|"
                    r"consists? of|consisting of|composed of|made up of|which groups|grouping|that groups|"
                    r"an? (?:alliance|coalition|umbrella|bloc|grouping)(?: \w+)? of) (?:[\w-]+ ){0,4}?(?P<s>{TL:OAXG})"),
)  # fmt: skip

_FRAMES = (
    Frame("leads", "lead head chair command front helm take_over", subjects="P", objects="OAX"),
    Frame("member_of", "belong", link="to", subjects="P", objects="OAX"),
    Frame("part_of", "belong", link="to", subjects="OA", objects="OA"),
    Frame("part_of", "comprise include group encompass unite", subjects="OA", objects="OAXG", is_swapped=True),
)  # fmt: skip

_LEADING_TITLE = re.compile(rf"(?:^|\b)(?:{_LEADER})\b", re.IGNORECASE)
_MEMBER_TITLE = re.compile(rf"(?:^|\b)(?:{_MEMBER}|senior|commander)s?\b", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:deputy|vice|senior|parliamentary|floor|senate|group|top)\b", re.IGNORECASE
)
_HEADS_OF_STATES = re.compile(r"president|minister|speaker|chief of|governor|king", re.IGNORECASE)


def _read_titles(view: View) -> Iterator[Found]:
    """Read "Hikma leader Ammar al-Hakim", "Nasr coalition MP Huda Sajad": name, role, name."""
    for index, mention in enumerate(view.mentions[1:], start=1):
        before = view.mentions[index - 1]
        if not mention.title or mention.kind != "person" or before.kind == "person":
            continue
        between = view.analysis.text[before.end : mention.start]
        between = re.sub(r"^['’]s?(?= )|^,? whose(?= )", "", between).strip().casefold()
        title = mention.title.casefold()
        between = between.removeprefix(")").strip()
        joint = _AND_TITLED.fullmatch(between)
        if joint and before.kind in _ORGANISATIONS:
            title, between = joint[1], ""  # "Union leader and MP Ana Ruiz"
        if between not in {title, ""} or before.kind == "country":
            continue
        kind = _kind_of_title(_HONORIFIC.sub("", title), is_party=before.kind in _ORGANISATIONS)
        is_office = before.kind == "institution" and _CHIEF.fullmatch(title)
        if kind is None or (
            before.kind is not None and before.kind not in _ORGANISATIONS and not is_office
        ):
            continue
        first, last = view.spans[index - 1][0], view.spans[index][1]
        yield Found(
            kind=kind,
            subject=argument(mention),
            object=argument(before),
            span=(first, last),
            anchor=view.spans[index][0],
            layer="name",
        )


_CHIEF = re.compile(
    r"(?:chief|head|director|boss|chairman|chairwoman|chair|secretary[- ]general)", re.IGNORECASE
)
"""Whose heads lead them; a president or speaker of an institution holds an office."""
_AND_TITLED = re.compile(rf"((?:{_LEADER})) and(?: [a-z. ]{{2,30}})?", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"(?: (?:tan sri|datuk seri|datuk|dato['’]?|seri|tun|tan|sri|sir|dr\.?|maulana|mr\.?|sheikh|haji|prof\.?))+$"
)
_PARTY_HEAD = re.compile(
    r"(?:(?:national|federal|acting|interim|then|former|co-?|party|long-time) ?)*"
    r"(?:president|secretary|general secretary|secretary[- ]general|first secretary|chief)",
    re.IGNORECASE,
)
_ORGANISATIONS = frozenset(
    [
        "party-list",
        "party",
        "electoral-alliance",
        "parliamentary-group",
        "armed-faction",
        "umbrella",
    ]
)


def _kind_of_title(title: str, *, is_party: bool) -> str | None:
    """Say what a title behind an organisation's name means; a party has a president too."""
    if _UNDER.search(title):
        return "member_of"
    is_state = _HEADS_OF_STATES.search(title) and not (is_party and _PARTY_HEAD.fullmatch(title))
    if _LEADING_TITLE.search(title) and not is_state:
        return "leads"
    return "member_of" if _MEMBER_TITLE.search(title) else None


_MP = re.compile(
    r"^(?:[\w-]+ )?(?:MP|lawmaker|deputy|legislator|parliamentarian|member of parliament)$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:parliament|council of representatives|house of \w+|national assembly|senate|knesset|"
    r"bundestag|chamber of deputies|congress|legislature|riksdag|nationalrat)\b",
    re.IGNORECASE,
)


def _read_owned(view: View) -> Iterator[Found]:
    """Read "his Badr organisation": whoever "his" is leads it."""
    for index, mention in enumerate(view.mentions[1:], start=1):
        owner = view.mentions[index - 1]
        is_his = owner.text.casefold() in {"his", "her"} and owner.kind == "person"
        between = view.analysis.text[owner.end : mention.start].strip()
        is_body = mention.kind in _ORGANISATIONS or (
            mention.kind is None and " " in mention.text and not between
        )
        if not is_his or not is_body or len(between.split()) > 1:
            continue
        first, last = view.spans[index - 1][0], view.spans[index][1]
        if last > first:
            yield Found(
                kind="leads",
                subject=argument(owner),
                object=argument(mention),
                span=(first, last),
                anchor=first,
                layer="name",
            )


def _read_leaders(view: View) -> Iterator[Found]:
    """Read "the Hikma leader" as leading it, whoever the text means by it."""
    for index, mention in enumerate(view.mentions):
        if mention.how != "role":
            continue
        inner = [
            m for m in view.passage.mentions if m.start == mention.start and m.end < mention.end
        ]
        first, last = view.spans[index]
        if inner and last > first and inner[0].name != mention.name:
            yield Found(
                kind="leads",
                subject=argument(mention),
                object=argument(inner[0]),
                span=(first, last),
                anchor=first,
                layer="name",
            )


_PARTY_ROLE = re.compile(
    r"^party (?:leader|president|chairman|chairwoman|chair|chief|head|boss|secretary)"
)


def _read_party_heads(view: View) -> Iterator[Found]:
    """Read "Party president X" as heading the party the document last spoke of."""
    for index, mention in enumerate(view.mentions):
        first, last = view.wide[index]
        if mention.kind != "person" or not _PARTY_ROLE.match(mention.title.casefold()):
            continue
        before = [
            m
            for m in view.analysis.mentions
            if m.end <= mention.start and m.kind in _ORGANISATIONS and m.how != "pronoun"
        ]
        if before and last > first and before[-1].end < mention.start - len(mention.title) - 1:
            yield Found(
                kind="leads",
                subject=argument(mention),
                object=argument(before[-1]),
                span=(first, last),
                anchor=first,
                layer="name",
            )


def _read_members_of_parliament(view: View) -> Iterator[Found]:
    """Read "MP Jasim al-Baghati" as a member of the parliament the document speaks of."""
    houses = [
        m for m in view.analysis.mentions if m.kind == "institution" and _HOUSE.search(m.name)
    ]
    if not houses:
        return
    for index, mention in enumerate(view.mentions):
        first, last = view.wide[index]
        if mention.kind == "person" and _MP.match(mention.title) and last > first:
            yield Found(
                kind="member_of",
                subject=argument(mention),
                object=argument(houses[0]),
                span=(first, last),
                anchor=first,
                layer="name",
            )


MAKEUP = Family(
    "make-up",
    frames=_FRAMES,
    rules=_RULES,
    readers=(
        _read_titles,
        _read_owned,
        _read_party_heads,
        _read_leaders,
        _read_members_of_parliament,
    ),
)
