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
_ADVERB = r"(?:(?:has|have|had|also|later|earlier|categorically|flatly|strongly|repeatedly|then|\w+ly|\"\w+ly|\") )*"
_SAY_THAT = re.compile(rf"^[\s,\"]*{_ADVERB}(?P<verb>{_SAY})\b\"?(?P<rest>[^.;]*)", re.IGNORECASE)
_DENY_THAT = re.compile(
    rf"^[\s,\"]*{_ADVERB}(?P<verb>{_DENY})\b\"? ?(?:(?:media |press |such |any |all |the )*(?:reports?|claims?|allegations?|rumou?rs?|accusations?|suggestions?)[, ]*)?(?:that|of|which|it|he|she|they|having|any|being)?\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\b ", re.IGNORECASE)
_ANONYMOUS = re.compile(
    r"\b(?P<name>(?:(?:a|an|one|some|several|two|three|the)\s)?(?:(?:[a-z-]+|[A-Z]\w+)\s){0,4}?(?:sources?|officials?|diplomats?|insiders?|aides?|people close to [^,.]{3,30}|political chief|lawmakers?|MPs|party official|member|observers|analysts)(?: (?:in|from|within|close to|of) (?:the |one of the )?(?:[\w-]+ ?){1,4})?)"
)
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
    people = [m for m in near if m.kind not in {EntityKind.PLACE, EntityKind.ELECTION, None}]
    between_limit = 90
    nameless = [
        m
        for m in _ANONYMOUS.finditer(text, passage.sentence_start, at)
        if at - m.end() < between_limit
    ]
    named = [m for m in people if at - m.end < between_limit]
    if (
        nameless
        and (not named or named[-1].end <= nameless[-1].end())
        and (not named or named[-1].kind is not EntityKind.PERSON)
    ):
        words = re.sub(r"^(?:a|an|the|some|several)\s+", "", nameless[-1].group("name"))
        return Speaker(words.strip(), is_anonymous=True)
    if not named:
        return None
    return _as_speaker(
        named[-1] if named[-1].kind is EntityKind.PERSON else _subject(named, text, at)
    )


def _subject(named: list[Mention], text: str, at: int) -> Mention:
    persons = [m for m in named if m.kind is EntityKind.PERSON and at - m.end < 40]
    return persons[-1] if persons else named[-1]


def _as_speaker(mention: Mention) -> Speaker:
    return Speaker(mention.name, mention.kind is EntityKind.GROUP, mention.entity_id, mention.title)


def _reported(passage: Passage, mentions: tuple[Mention, ...], text: str) -> Passage:
    if passage.quotation:
        return passage
    spans: list[SpokenSpan] = []
    own = [m for m in mentions if passage.start <= m.start < passage.end]
    spans += _trailing(passage, own, text)
    spans += _according(passage, own, text)
    for mention in own:
        after = (
            text[mention.end : passage.end].replace("’", "'").replace("“", '"').replace("”", '"')
        )
        tail = re.sub(r"^(?:, [^,.;]{1,90},| \([^)]*\))", lambda m: " " * len(m.group(0)), after)
        if (
            mention.kind in {EntityKind.PLACE, EntityKind.ELECTION}
            or (mention.how == "name"
            and mention.kind is None)
        ):
            continue
        denial = _DENY_THAT.match(tail)
        if denial:
            spans.append(
                SpokenSpan(mention.end + denial.end(), passage.end, _as_speaker(mention), True)
            )
            continue
        said = _SAY_THAT.match(tail)
        if said and len(said["rest"].split()) > 3:
            spans.append(
                SpokenSpan(
                    mention.end + said.end("verb"),
                    passage.end,
                    replace(_as_speaker(mention), verb=said["verb"]),
                )
            )
    spans.sort(key=lambda s: (-(s.end - s.start), s.start))
    return replace(passage, speech=tuple(spans))


_TRAIL = re.compile(
    rf",\s+(?P<who>[^,;.]{{2,90}}?)\s+(?:has |have |had )?(?P<verb>{_SAY})(?: (?:on|late|early|in) [^,.;]{{2,40}})?\s*[.:]?\s*$"
)
_TRAIL_AFTER = re.compile(
    r",\s+(?P<verb>said|says|according to)\s+(?P<who>[^,;.]{2,80})[^;.]{0,80}[.]?\s*$"
)


def _trailing(passage: Passage, own: list[Mention], text: str) -> list[SpokenSpan]:
    words = text[passage.start : passage.end]
    match = _TRAIL.search(words) or _TRAIL_AFTER.search(words)
    if match is None:
        return []
    start, end = passage.start + match.start("who"), passage.start + match.end("who")
    inside = [m for m in own if m.start >= start and m.start < end]
    if inside:
        return [SpokenSpan(passage.start, passage.start + match.start(), _as_speaker(inside[-1]))]
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
            speaker = _as_speaker(following[0])
        elif nameless:
            speaker = Speaker(nameless.group("name").strip(), is_anonymous=True)
        else:
            continue
        spans.append(SpokenSpan(passage.start, passage.end, speaker))
    return spans


def _quoted(passages: list[Passage], mentions: tuple[Mention, ...], text: str) -> list[Passage]:
    done: list[Passage] = []
    last: Speaker | None = None
    for index, passage in enumerate(passages):
        if not passage.quotation:
            done.append(passage)
            frame = _frame_speaker(passage, mentions, text)
            if frame is not None:
                last = frame
            elif not _is_frame(passage):
                last = None if index and passages[index - 1].block != passage.block else last
            continue
        frame = next(
            (p for p in passages if not p.quotation and p.sentence_start == passage.sentence_start),
            None,
        )
        speaker = _frame_speaker(frame, mentions, text) if frame is not None else None
        if speaker is None:
            speaker = last
        last = speaker or last
        done.append(replace(passage, speaker=speaker))
    return done


def _is_frame(passage: Passage) -> bool:
    return bool(re.search(rf"\b(?:{_SAY}|{_DENY})\b", passage.parse.text))


def _frame_speaker(passage: Passage, mentions: tuple[Mention, ...], text: str) -> Speaker | None:
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
            speaker = _as_speaker(after[0])
        elif inverted or speaker is None:
            nameless = _ANONYMOUS.match(text, passage.start + verb.end() + 1)
            if nameless:
                speaker = Speaker(
                    re.sub(r"^(?:a|an|the)\s+", "", nameless.group("name")).strip(),
                    is_anonymous=True,
                )
        if speaker is not None:
            outlet = _TO_OUTLET.search(words)
            via = (outlet["outlet"],) if outlet else ()
            return replace(speaker, verb=verb.group(0), via=via)
    return None


def _stands_outside(passage: Passage, at: int) -> bool:
    return at in passage.starts
