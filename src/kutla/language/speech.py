"""Who says what: quotations and their frames, reported speech, denials, anonymous voices."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.language.passage import Speaker, SpokenSpan
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document
    from kutla.language.passage import Mention, Passage

_SAY = (
    "said|says|say|told|tells|added|adds|announced|announces|stated|states|stressed|stresses|noted|notes|"
    "declared|declares|claimed|claims|insisted|insists|explained|tweeted|wrote|posted|published|"
    "confirmed|confirms|revealed|reveals|warned|warns|argued|argues|pointed out|reported|reports|vowed|"
    "pledged|promised|reaffirmed|affirmed|emphasised|emphasized|acknowledged|admitted|remarked|disclosed|"
    "suggested|predicted|hinted|asserted|maintained|reiterated|replied|recalled|estimated|repeated"
)
_DENY = (
    "denied|denies|rejected|rejects|refuted|refutes|dismissed|dismisses|disputed|disputes|rebuffed"
)
_SAID_THING = (
    r"(?:media |press |such |any |all |the |recent |these |those )*"
    r"(?:reports?|claims?|allegations?|rumou?rs?|accusations?|suggestions?|charges?|notion|idea|that|having|being|involvement|"
    r"responsibility|knowledge|it|he|she|they|any|planning|seeking|making|wanting|holding|trying|\w+ing)\b"
)
"""What one denies by "rejected": words of others, not an appeal, an offer or a minister."""
_ADVERB = r"(?:(?:has|have|had|also|later|earlier|categorically|flatly|strongly|repeatedly|then|\w+ly|\"\w+ly|\") )*"
_SAY_THAT = re.compile(rf"^[\s,\"]*{_ADVERB}(?P<verb>{_SAY})\b\"?(?P<rest>[^.;]*)", re.IGNORECASE)
_DENY_THAT = re.compile(
    rf"^[\s,\"]*{_ADVERB}(?P<verb>{_DENY})\b(?=[\"\s]*{_SAID_THING})\"? ?(?:(?:media |press |such |any |all |the )*(?:reports?|claims?|allegations?|rumou?rs?|accusations?|suggestions?)[, ]*)?(?:that|of|which|it|he|she|they|having|any|being)?\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\b ", re.IGNORECASE)
_ANONYMOUS = re.compile(
    r"\b(?P<name>(?:(?:a|an|one|some|several|two|three|the)\s)?(?:(?:[a-z-]+|[A-Z]\w+)\s){0,4}?(?:sources?|officials?|diplomats?|insiders?|aides?|people close to [^,.]{3,30}|spokes(?:man|woman|person)|political chief|lawmakers?|MPs|party official|member|observers|analysts)(?: (?:in|from|within|close to|of) (?:the |one of the )?(?:[\w-]+ ?){1,4})?)"
)
_AGAIN = re.compile(
    rf"\b(?P<who>they|he|she|(?<=the )(?:official|source|lawmaker|politician|chief|diplomat|member)s?) "
    rf"(?:also |then |later )?(?:{_SAY})\b|\b(?:{_SAY}) (?:the )?(?P<whom>official|source)\b",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(r"\b[Oo]ffice of (?:the |[\w'’]+ ){0,5}$")
_WHERE = re.compile(r"\b(?:in|of|from|to|across|near) (?:the )?$")
_REACH, _FEW = 90, 3
_TO_OUTLET = re.compile(r"\btold (?P<outlet>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})")
_CITING = re.compile(r",? citing (?P<whom>[^,.;]+)")


def attribute(
    passages: tuple[Passage, ...], mentions: tuple[Mention, ...], document: Document
) -> tuple[Passage, ...]:
    """Give every quoted passage its speaker and every frame its stretches of reported speech."""
    told = [_reported(passage, mentions, document.text) for passage in passages]
    return tuple(_quoted(told, mentions, document.text))


def _sentence_mentions(passage: Passage, mentions: tuple[Mention, ...]) -> list[Mention]:
    return [m for m in mentions if passage.sentence_start <= m.start < passage.sentence_end]


def _speaker_before(
    text: str, passage: Passage, mentions: tuple[Mention, ...], at: int
) -> Speaker | None:
    """The actor or nameless voice whose words end shortly before the verb at ``at``."""
    near = [m for m in mentions if passage.sentence_start <= m.start and m.end <= at]
    near = [m for m in near if _stands_outside(passage, m.start) or m.start >= at]
    named = [m for m in near if _can_speak(m, text) and at - m.end < _REACH]
    nameless = [
        m
        for m in _ANONYMOUS.finditer(text, passage.sentence_start, at)
        if at - m.end() < _REACH and _stands_outside(passage, m.start("name"))
    ]
    if (
        nameless
        and (not named or named[-1].end <= nameless[-1].end())
        and (not named or named[-1].kind is not EntityKind.PERSON)
    ):
        words = re.sub(r"^(?:a|an|the|some|several)\s+", "", nameless[-1].group("name"))
        return Speaker(words.strip(), is_anonymous=True)
    if not named:
        return None
    return _as_speaker(_subject(named, at), text)


def _can_speak(mention: Mention, text: str) -> bool:
    """Whether the actor may be a speaker: no place, and no country where something is."""
    if mention.kind in {EntityKind.PLACE, EntityKind.ELECTION, None}:
        return False
    before = text[max(0, mention.start - 8) : mention.start]
    return mention.kind is not EntityKind.COUNTRY or not _WHERE.search(before)


def _subject(named: list[Mention], at: int) -> Mention:
    persons = [m for m in named if m.kind is EntityKind.PERSON and at - m.end < 40]
    return persons[-1] if persons else named[-1]


def _as_speaker(mention: Mention, text: str) -> Speaker:
    """The actor as a voice; "the office of the cleric X" speaks as an office, not as X."""
    office = _OFFICE_OF.search(text[max(0, mention.start - 60) : mention.start])
    if office and mention.kind is EntityKind.PERSON:
        return Speaker(f"office of {mention.name}", description=office.group(0).strip())
    is_group = mention.kind is EntityKind.GROUP
    return Speaker(mention.name, is_group, mention.entity_id, mention.title)


def _reported(passage: Passage, mentions: tuple[Mention, ...], text: str) -> Passage:
    if passage.quotation:
        return passage
    spans: list[SpokenSpan] = []
    own = [m for m in mentions if passage.start <= m.start < passage.end]
    spans += _trailing(passage, own, text)
    spans += _according(passage, own, text)
    spans += _nameless(passage, own, text)
    for mention in own:
        after = (
            text[mention.end : passage.end].replace("’", "'").replace("“", '"').replace("”", '"')
        )
        tail = re.sub(r"^(?:, [^,.;]{1,90},| \([^)]*\))", lambda m: " " * len(m.group(0)), after)
        if not _can_speak(mention, text) or _is_in_aside(mention, own, text):
            continue
        speaker = _as_speaker(mention, text)
        staff = _HIS_OFFICE.match(tail)
        if staff is not None:
            tail = " " * staff.end() + tail[staff.end() :]
            speaker = Speaker(f"{mention.name}'s {staff['who']}", description=staff["who"])
        denial = _DENY_THAT.match(tail)
        if denial:
            spans.append(SpokenSpan(mention.end + denial.end(), passage.end, speaker, True))
            continue
        said = _SAY_THAT.match(tail)
        if said and len(said["rest"].split()) > _FEW:
            spans.append(
                SpokenSpan(
                    mention.end + said.end("verb"),
                    passage.end,
                    replace(speaker, verb=said["verb"]),
                )
            )
    spans.sort(key=lambda s: (-(s.end - s.start), s.start))
    return replace(passage, speech=tuple(spans))


_HIS_OFFICE = re.compile(
    r"'s? (?:press |media |own )?(?P<who>office|spokesman|spokeswoman|spokesperson|team|camp|lawyers?|aides?|"
    r"campaign|bureau|entourage)(?=,? )"
)


def _is_in_aside(mention: Mention, own: list[Mention], text: str) -> bool:
    """Whether it only says who somebody is: Y in "X, who leads Y, said": X says it."""
    if text[mention.end : mention.end + 2] != ", ":
        return False
    return any(
        other.end < mention.start
        and text[other.end : other.end + 2] == ", "
        and not re.search(r"[,;.]", text[other.end + 2 : mention.start])
        for other in own
    )


_TRAIL = re.compile(
    rf",\s+(?P<who>[^,;.]{{2,90}}?)\s+(?:has |have |had )?(?P<verb>{_SAY})(?: (?:on|late|early|in) [^,.;]{{2,40}})?\s*[.:]?\s*$"
)
_TRAIL_AFTER = re.compile(
    r",\s+(?P<verb>said|says|according to)\s+"
    r"(?P<who>(?!(?:on|that|in|at|it|he|she|they|there|his|her|its|their|late|early|yesterday)\b)"
    r"(?![^,;.]*\bthat\b)[^,;.]{2,80})[^;.]{0,80}[.]?\s*$"
)


def _trailing(passage: Passage, own: list[Mention], text: str) -> list[SpokenSpan]:
    words = text[passage.start : passage.end]
    match = _TRAIL.search(words) or _TRAIL_AFTER.search(words)
    if match is None:
        return []
    start, end = passage.start + match.start("who"), passage.start + match.end("who")
    inside = [m for m in own if m.start >= start and m.start < end]
    if inside:
        return [
            SpokenSpan(passage.start, passage.start + match.start(), _as_speaker(inside[-1], text))
        ]
    nameless = _ANONYMOUS.search(match["who"])
    name = re.sub(r"^(?:the|a|an)\s+", "", match["who"])
    if nameless or name[:1].isupper():
        return [
            SpokenSpan(passage.start, passage.start + match.start(), Speaker(name, bool(nameless)))
        ]
    return []


def _according(passage: Passage, own: list[Mention], text: str) -> list[SpokenSpan]:
    spans = []
    for match in _ACCORDING.finditer(text, passage.start, passage.end):
        following = [m for m in own if m.start >= match.end() and m.start - match.end() < 60]
        nameless = _ANONYMOUS.match(text, match.end())
        if following and not (nameless and nameless.end() < following[0].start):
            speaker = _as_speaker(following[0], text)
        elif nameless:
            speaker = Speaker(nameless.group("name").strip(), is_anonymous=True)
        else:
            continue
        spans.append(SpokenSpan(passage.start, passage.end, speaker))
    return spans


def _nameless(passage: Passage, own: list[Mention], text: str) -> list[SpokenSpan]:
    """Read "MPs have said that …", "officials say …": voices without a name."""
    spans = []
    for match in _ANONYMOUS.finditer(text, passage.start, passage.end):
        said = _SAY_THAT.match(text[match.end() : passage.end])
        is_named = any(m.start < match.end() and match.start() < m.end for m in own)
        if said and not is_named and len(said["rest"].split()) > _FEW:
            name = re.sub(r"^(?:a|an|the|some|several)\s+", "", match.group("name")).strip()
            start = match.end() + said.end("verb")
            spans.append(SpokenSpan(start, passage.end, Speaker(name, is_anonymous=True)))
    return spans


def _quoted(passages: list[Passage], mentions: tuple[Mention, ...], text: str) -> list[Passage]:
    done: list[Passage] = []
    last: Speaker | None = None
    for index, passage in enumerate(passages):
        if not passage.quotation:
            done.append(passage)
            framed = _frame_speaker(passage, mentions, text, last)
            if framed is not None:
                last = framed
            elif not _is_frame(passage, text):
                last = None if index and passages[index - 1].block != passage.block else last
            continue
        frame = next(
            (p for p in passages if not p.quotation and p.sentence_start == passage.sentence_start),
            None,
        )
        speaker = _frame_speaker(frame, mentions, text, last) if frame is not None else None
        if speaker is None:
            speaker = last
        last = speaker or last
        done.append(replace(passage, speaker=speaker))
    return done


def _is_frame(passage: Passage, text: str) -> bool:
    verbs = _FRAME.finditer(text, passage.start, passage.end)
    return any(_stands_outside(passage, verb.start()) for verb in verbs)


_FRAME = re.compile(rf"\b(?:{_SAY}|{_DENY})\b")


def _frame_speaker(
    passage: Passage, mentions: tuple[Mention, ...], text: str, last: Speaker | None = None
) -> Speaker | None:
    words = text[passage.start : passage.end]
    verbs = list(re.finditer(rf"\b(?:{_SAY}|{_DENY}|according to)\b", words))
    if not verbs:
        return None
    outside = [v for v in verbs if _stands_outside(passage, passage.start + v.start())]
    for verb in outside:
        at = passage.start + verb.start()
        after = [
            m
            for m in mentions
            if passage.sentence_end > m.start >= at + len(verb.group(0)) and m.start - at < 30
        ]
        speaker = _speaker_before(text, passage, mentions, at)
        inverted = words[: verb.start()].rstrip().endswith((",", "”", '"', ",”"))
        if inverted and after and after[0].kind is EntityKind.PERSON:
            speaker = _as_speaker(after[0], text)
        elif inverted or speaker is None:
            nameless = _ANONYMOUS.match(text, passage.start + verb.end() + 1)
            if nameless:
                speaker = Speaker(
                    re.sub(r"^(?:a|an|the)\s+", "", nameless.group("name")).strip(),
                    is_anonymous=True,
                )
        if _is_the_same(words, last):
            speaker = last
        if speaker is not None:
            outlet = _TO_OUTLET.search(words)
            via = (outlet["outlet"],) if outlet else ()
            return replace(speaker, verb=verb.group(0), via=via)
    return None


def _is_the_same(words: str, last: Speaker | None) -> bool:
    """Whether "they added", "the official said" goes on with the nameless voice before."""
    if last is None or not last.is_anonymous:
        return False
    again = _AGAIN.search(words)
    if again is None:
        return False
    word = (again["who"] or again["whom"]).casefold()
    return word in {"they", "he", "she"} or word.rstrip("s") in last.name.casefold()


def _stands_outside(passage: Passage, at: int) -> bool:
    return at in passage.starts
