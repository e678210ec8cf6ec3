"""Make-up told at length: apposition, age and office between, partners, what an umbrella holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.families.offices import OFFICE
from kutla.claims.found import Found, argument
from kutla.claims.rules import Rule
from kutla.vocabulary import EntityKind, name_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_LEADER = (
    "(?<!deputy )(?<!vice )(?<!vice-)(?:leader|co-leader|chief|head|chairman|chairwoman|chairperson|chair|president|commander|"
    "secretary[- ]general|general secretary|founder|co-founder|supremo|boss|convener|convenor|patron|patriarch)"
)
_PEOPLE = "people|men|women|ministers|members|MPs|MKs|deputies|lawmakers|senators|figures|officials|candidates|negotiators|legislators|councillors|veterans|dissidents|rebels"
_MEN = "veteran|man|woman|stalwart|heavyweight|insider|grandee|loyalist|backbencher|MK|MNA|TD|MP|MEP|senator|councillor|treasurer|whip|chief whip|strategist|ideologue|dissident|rebel|hardliner|moderate|economist|negotiator|vice-chair\\w*|vice-president|vice president|vice chair\\w*|deputy (?:leader|chair\\w*|head|president|chief|general secretary)"
_AGE = r"(?: \([^()]{1,40}\))?(?:, (?:aged )?\d\d(?: years old)?)?"
_UMBRELLA = r"(?:alliance|coalition|pact|bloc|list|umbrella|grouping|front|ticket|slate|federation|partnership)"
_TWO = r"‹[OAX]\d+›(?:, ‹[OAX]\d+›)*(?:,? and ‹[OAX]\d+›|, ‹[OAX]\d+›)"
_MEMBERS = "part|members?|components?|constituents?|factions?|partners?|pillars?"

_RULES = (
    Rule("leads", rf"(?P<s>‹P\d+›){_AGE}, (?:the |its )?(?:[\w'’-]+ ){{0,2}}?(?<!deputy )(?<!vice )(?P<v>{_LEADER})(?: and (?:[\w'’-]+ ){{1,3}}?)? of {{FILL}}(?P<o>‹[OA]\d+›)"),
    Rule("leads", rf"(?P<s>‹P\d+›), (?:the |an? )?(?:[a-z-]+ ){{0,2}}?(?:{OFFICE}) and (?P<o>‹[OA]\d+›){{POS}}? (?P<v>{_LEADER})"),
    Rule("leads", rf"(?P<s>‹P\d+›)(?:,? who|{{APP}}) (?:is|was|remains) (?:also |now |currently |himself |herself )*(?:the |an? )?(?P<o>‹[OA]\d+›){{POS}}? (?:national |federal |new |acting )?(?P<v>{_LEADER})(?! (?:candidate|hopeful))\b"),
    Rule("member_of", r"(?P<s>‹P\d+›),(?:[^‹›.;]|‹[CLIMX]\d+›){0,60}? and (?:[\w-]+ ){0,2}?(?P<v>deputy (?:leader|head|chair\w*|president|secretary[- ]general)|vice[- ]\w+|member|spokes\w+) of {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<s>{LK:P}){APP} (?:is|are|was|were) (?:all |both |also |himself |herself )*(?:an? )?(?:[a-z-]+ )?(?P<v>members?|MPs?|lawmakers?|senators?) (?:of|for|from|with) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<s>‹P\d+›),? (?:who (?:was|were) )?(?P<v>elected|re-elected|standing|running) (?:to parliament )?on {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<v>No\. ?2|number two|second-in-command|deputy) (?:in|of|at) {FILL}(?P<o>‹[OA]\d+›),? (?P<s>‹P\d+›)", cue="in"),
    Rule("leads", r"(?P<s>‹P\d+›)(?:[^‹›.;]|‹[CILX]\d+›){0,60}? at the (?P<v>helm|head) of {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("leads", rf"(?P<o>‹[OA]\d+›) \((?P<v>{_LEADER}|led by|under):? (?P<s>‹P\d+›)\)"),
    Rule("leads", rf"\b(?P<v>{_LEADER}) of {{FILL}}(?P<o>‹[OA]\d+›) (?:is|was|remains) {{FILL}}(?P<s>‹P\d+›)"),
    Rule("leads", r"(?P<o>‹[OA]\d+›),? with {FILL}(?P<s>‹P\d+›) (?P<v>at) (?:its|the) (?:head|helm)"),
    Rule("leads", r"(?P<o>‹[OA]\d+›) (?P<v>under) (?:(?:its|new|the|leadership of|leader|chairman|then) )*(?P<s>‹P\d+›)(?=[,.;]| (?:has|have|had|is|was|will|would|and|won|wants|won't|in|took|came|fell|rose))"),
    Rule("leads", r"(?P<v>leadership|chairmanship|presidency|helm|reins) of {FILL}(?P<o>‹[OA]\d+›) (?:to|over to) {FILL}(?P<s>‹P\d+›)"),
    Rule("leads", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:succeed replace}}) {{FILL}}‹P\d+› as (?P<o>‹[OA]\d+›){{POS}}? (?:new )?(?:{_LEADER})"),
    Rule("leads", rf"(?P<s>‹P\d+›){{APP}},? (?:who )?{{AUX}}(?P<v>{{V:succeed replace}}) {{FILL}}‹P\d+› (?:as (?:the )?(?:{_LEADER}) of|at the head of|at the helm of|in the leadership of) {{FILL}}(?P<o>‹[OA]\d+›)"),
    Rule("leads", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>elected|re-elected|chosen|confirmed|voted in|acclaimed) (?:as )?(?:the )?(?:new |next )?(?P<o>‹[OA]\d+›){{POS}}? (?:new )?(?:{_LEADER})"),
    Rule("leads", rf"(?P<o>‹[OA]\d+›){{POS}} (?:[\w-]+ ){{0,2}}?(?<!deputy )(?<!vice )(?P<v>{_LEADER}) (?:is|remains|was) (?P<s>‹P\d+›)"),
    Rule("leads", rf"(?P<o>{{K:OAI}}),? whose (?:[\w-]+ ){{0,2}}?(?P<v>{_LEADER[:-1]}|commander-in-chief)) is (?P<s>‹P\d+›)"),
    Rule("leads", rf"(?P<o>‹[OA]\d+›)(?: \([^()]*\))?(?: party| movement)?, whose (?:[\w-]+ ){{0,2}}?(?P<v>{_LEADER}),? (?P<s>‹P\d+›)"),
    Rule("leads", r"(?P<o>‹[OA]\d+›)(?: \([^()]*\))?(?:, (?:the|an?) [^‹›;.]{3,70}?)?,? ?(?:[^‹›;.]{0,50} and )?(?P<v>presided over|led|chaired|headed|run) by {FILL}(?P<s>‹P\d+›)"),
    Rule("part_of", r"(?P<o>‹[OA]\d+›)(?: \([^()]*\))?,? (?:which|that) (?P<v>counts)(?: among its (?:members|ranks|components))? {FILL}(?P<s>{LK:OAX})"),
    Rule("leads", rf"\b(?P<q>its|their) (?:(?:new|current|acting) )?(?P<v>{_LEADER}) (?:is|remains|was) (?P<s>‹P\d+›)"),
    Rule("member_of", rf"(?P<s>‹P\d+›){_AGE}, (?:(?:the|an?) (?:[a-z-]+ ){{0,2}}?)?(?P<o>‹[OA]\d+›){{POS}}? (?:[a-z-]+ ){{0,1}}?(?P<v>{_MEN})\b(?! (?:\([^()]*\) )?‹P)"),
    Rule("member_of", rf"(?P<o>‹[OA]\d+›){{POS}}? (?:[a-z-]+ ){{0,1}}?(?P<v>{_MEN}),? (?P<s>‹P\d+›)"),
    Rule("member_of", rf"(?P<o>‹[OA]\d+›)(?:['’]s?)? (?:[\w-]+ ){{0,2}}?(?P<v>{_PEOPLE})(?:,| –| including| such as|, including|, among them) (?P<s>{{LK:P}})"),
    Rule("member_of", r"\b(?P<q>its) (?P<v>‹G\d+›),? (?:including |among them )?(?P<s>{LK:P})(?=[,.]| (?:resign|quit|left|will|have|had|were|are))", cue="its"),
    Rule("member_of", r"(?P<s>{LK:P}),? (?P<v>both|all|each) (?:of|from) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<s>‹P\d+›)(?:,(?:[^‹›.;]|‹[CLIX]\d+›){0,60})? who (?:sits|sat|serves|was elected|stood|ran)(?: in parliament| in the \w+| as a deputy)? (?P<v>for|on the list of|on the ticket of) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<s>‹P\d+›), an? (?:[\w-]+ ){0,2}?(?P<v>leader|figure|name|face|voice) (?:in|within|of|from) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<s>‹P\d+›)(?:,| is| was|, who is)(?: also)? (?P<v>number two|second-in-command|deputy (?:head|leader|chief|chair\w*|president|secretary[- ]general|general secretary|commander)|vice[- ]\w+|parliamentary leader|floor leader|whip|spokes\w+|treasurer|secretary) (?:of|in|for) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("member_of", r"(?P<o>‹[OA]\d+›),? of which {FILL}(?P<s>‹P\d+›) (?:is|was) (?:an? |the )?(?:[\w-]+ )?(?P<v>member|deputy leader|deputy|founder member|founding member)"),
    Rule("member_of", r"(?P<s>‹P\d+›),? (?:who (?:also )?|a )(?P<v>belongs to|belonged to|member of|hails from) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("part_of", r"(?P<s>{LO}){APP} {AUX}(?P<v>{V:make_up compose constitute})(?! of) {FILL}(?P<o>‹[OAX]\d+›)"),
    Rule("part_of", r"(?P<o>‹[OA]\d+›)(?: \([^()]*\))?,(?: (?:an?|the) [^‹›.;:,]{0,60}(?:‹[GCIP]\d+›[^‹›.;:,]{0,30}){0,3}?)? (?:that|which) (?:also |now )?(?P<v>includes?|included|groups|grouped|comprises|comprised|unites|united|brings together|brought together|encompasses|gathers) {FILL}(?:‹P\d+›['’]s? )?(?P<s>{LK:OAX})"),
    Rule("part_of", rf"(?P<o>‹[OA]\d+›)(?: \([^()]*\))?(?:,| –| is| was)? (?:itself )?(?:an?|the) (?:[\w-]+ ){{0,3}}?(?P<v>{_UMBRELLA[3:-1]})(?: \w+)? (?:of|between|uniting|grouping|made up of|formed by|comprising|joining|for|consisting of|including|that includes) (?:[\w-]+ ){{0,4}}?(?P<s>{{LK:OAG}})"),
    Rule("part_of", rf"(?P<o>‹[OA]\d+›)(?: {_UMBRELLA})? (?P<v>\((?P<s>{_TWO})\))", cue=" "),
    Rule("part_of", r"(?P<s>{LK:OA})(?: \([^()]*\))?(?:,|,? which is|,? who are| is| are| was| were| remains?) (?:an? |the |also |itself |all |both )*(?:[\w-]+ ){0,2}?(?P<v>partners?|components?|constituents?|members?|pillars?|affiliates?|factions?)(?: party| parties)? (?:of|in|within) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("part_of", r"(?P<s>{LK:OA}){APP} {AUX}(?P<v>{V:run stand compete contest campaign sit}) (?:[a-z]+ ){0,3}?(?:as part of|within|on the list of|on the ticket of|under the banner of|under the umbrella of|under the name of|inside) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("part_of", r"(?P<s>‹[OA]\d+›){APP} {AUX}(?P<v>{V:stay remain} (?:in|within|inside|part of|a member of)) {FILL}(?P<o>‹[OA]\d+›)", modality=Modality.ACTUAL),
    Rule("part_of", r"(?P<s>{LK:OA}){APP} {AUX}(?P<v>left out|excluded|absent|missing) (?:of|from) {FILL}(?P<o>‹[OA]\d+›)", polarity=Polarity.NEGATED),
    Rule("part_of", rf"(?P<o>‹[OA]\d+›),? of which {{FILL}}(?P<s>{{LK:OA}}) (?:is|are|was|were|form|forms) (?:an? |the )?(?:[\w-]+ )?(?P<v>{_MEMBERS})\b"),
    Rule("part_of", r"(?P<o>‹[OA]\d+›),(?: (?:[^‹›,;]|‹\w\d+›){0,40})? to which {FILL}(?P<s>{LK:OA}) (?:also )?(?P<v>belongs?|belonged)"),
    Rule("part_of", r"(?P<s>‹[OA]\d+›) and (?P<v>other) (?:[a-z-]+ ){0,2}?(?P<o>‹[OA]\d+›) (?:militias|factions|groups|parties|brigades|members)\b"),
    Rule("part_of", r"(?P<s>‹[OA]\d+›)(?: [^‹›.;]{1,60}?)? (?P<v>falling under|fall under|falls under|operating under|operates under|acting under) (?:the umbrella of )?{FILL}(?P<o>‹[OA]\d+›)"),
    Rule("part_of", r"(?P<s>‹[OA]\d+›),? (?P<v>under the umbrella of|within the|operating under|affiliated (?:with|to)|aligned under|an affiliate of|a branch of|the (?:political|armed|military|parliamentary) (?:wing|arm) of) {FILL}(?P<o>‹[OA]\d+›)"),
    Rule("part_of", r"(?P<s>‹[OA]\d+›),? (?:the )?(?:main |largest |dominant |leading |biggest |smallest |junior |key )?(?P<v>party|partner|force|faction|group|component) (?:in|within|inside) {FILL}(?P<o>‹[OA]\d+›)"),
)  # fmt: skip

_OFFICE_SAID = re.compile(re.sub(r"‹\[?\w+\]?\\d\+›", r"\\w+", OFFICE), re.IGNORECASE)
_OWN_BODY = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:party|list|movement|bloc|alliance|coalition|group|faction)$"
)
_HIS = re.compile(r"(?:his|her)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"candidate|nominee|designate|hopeful|contender|deputy of|aide|adviser to|spokes"
)
_GROUPS = frozenset(
    {
        EntityKind.PARTY,
        EntityKind.PARTY_LIST,
        EntityKind.ELECTORAL_ALLIANCE,
        EntityKind.PARLIAMENTARY_GROUP,
        EntityKind.ARMED_FACTION,
        EntityKind.UMBRELLA,
    }
)


def _read_described(view: View) -> Iterator[Found]:
    """Read "X, the outgoing prime minister" where both stand for X: the office is his.

    And "her own list, Y": whoever the list is named after leads Y.
    """
    for index, one in enumerate(view.mentions[:-1]):
        other = view.mentions[index + 1]
        between = view.analysis.text[one.end : other.start - len(other.title)]
        if not re.fullmatch(
            r",? (?:then |now |who is )?(?:the |an? |its )?|, \d\d, (?:the |an? )?", between
        ):
            continue
        first, last = view.wide[index][0], view.wide[index + 1][1]
        if last <= first:
            continue
        for person, words in ((one, other), (other, one)):
            is_same = person.name == words.name and words.how == "description"
            if is_same and person.kind == EntityKind.PERSON and "," in between:
                office = _OFFICE_SAID.search(words.text)
                if office and not _NOT_YET.search(words.text):
                    name = Name(name_office(office.group(0)), EntityKind.OFFICE)
                    yield Found(
                        kind="holds_office",
                        subject=argument(person),
                        object=name,
                        span=(first, last),
                        anchor=first,
                        layer="name",
                    )
        yield from _of_own(view, index, between, (first, last))


def _of_own(view: View, index: int, between: str, span: tuple[int, int]) -> Iterator[Found]:
    one, other = view.mentions[index], view.mentions[index + 1]
    if "," not in between:
        return
    his = next(
        (m for m in view.passage.mentions if m.start == one.start and m.how == "pronoun"), None
    )
    if his is not None and one.name == other.name and his.kind == EntityKind.PERSON:
        yield Found(
            kind="leads",
            subject=argument(his),
            object=argument(other),
            span=span,
            anchor=span[0],
            layer="name",
        )
        return
    for body, named in ((one, other), (other, one)):
        is_body = _HIS.match(body.text) and _OWN_BODY.search(body.name)
        if not is_body or named.how != "name" or (named.kind and named.kind not in _GROUPS):
            continue
        owner = _OWN_BODY.sub("", body.name)
        leader = next((m for m in view.analysis.mentions if m.name == owner), None)
        if leader is not None and leader.kind == EntityKind.PERSON:
            yield Found(
                kind="leads",
                subject=argument(leader),
                object=argument(named),
                span=span,
                anchor=span[0],
                layer="name",
            )


LEADERSHIP = Family("make-up at length", rules=_RULES, readers=(_read_described,))
