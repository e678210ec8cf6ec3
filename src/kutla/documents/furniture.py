"""Lines that are no news, by what they say: each pattern with the reason it stands for.

Every pattern is for a whole line. Those of ``ANYWHERE`` are safe in the middle of clean text;
those of ``AT_TOP`` hold only before the first paragraph, those of ``TAIL_HEADINGS`` only where
paragraphs have gone before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.documents.document import DropReason

if TYPE_CHECKING:
    from kutla.documents.lines import Line

AGENCIES = (
    r"Reuters|AFP|A\.?F\.?P\.?|AP|A\.P\.|Associated Press|dpa|DPA|EPA|EPA-EFE|EFE|ANSA|Anadolu(?: Agency)?"
    r"|AA|Getty(?: Images)?|Xinhua|TASS|Sputnik|UPI|PTI|ANI|RSS|Bernama|Belga|ANP|APA|Athena|"
    r"Shutterstock|Flash90|NurPhoto|ZUMA|Bloomberg|iStock|Alamy|Wikimedia(?: Commons)?"
)
_AMOUNT = r"(?:[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£%])(?:\s?[kKmM])?"

Pattern = tuple[re.Pattern[str], DropReason, int]


def _pattern(words: str, reason: DropReason, most: int = 12) -> Pattern:
    return re.compile(rf"^(?:{words})$", re.IGNORECASE), reason, most


_OUTLET_WORDS = r"[A-Z][\w.]*(?:\s+[\w&.]+){0,3}"

ANYWHERE: tuple[Pattern, ...] = (
    _pattern(rf"{_AMOUNT}(?:\s*(?:raised|of|goal|/|–|-)\s*(?:{_AMOUNT})?)*", DropReason.DONATION),
    _pattern(
        r"(?:only\s+)?\d+ (?:days?|hours?) (?:left|to go|remaining)\b.*|.*\braised of\b.*",
        DropReason.DONATION,
    ),
    _pattern(
        r"(?:please )?(?:support|donate to|help|fund|back) (?:us|our (?:work|journalism|reporting)|"
        r"(?-i:[A-Z][\w.]+(?: [A-Z][\w.]+)?)|independent journalism)[.!]?|donate(?: now| today)?!?"
        r"|make a donation|become a (?:patron|supporter|member)|support us.{0,60}",
        DropReason.DONATION,
    ),
    _pattern(r"(?:https?://|www\.)\S+|(?:link|source|via):\s*https?://\S+", DropReason.LINK, 60),
    _pattern(
        r"click here\b.*|(?:watch|view|listen)(?: the)? (?:video|gallery|audio)\b.{0,30}",
        DropReason.LINK,
    ),
    _pattern(
        r"(?:read|see|watch|listen) (?:more|also|next|on)|also read|more stories|read full story"
        r"|(?:read (?:more|also|next|on)|also read|see also|watch|related|more on this(?: story)?)"
        r"\s?[:|»>–-].*",
        DropReason.RELATED,
        30,
    ),
    _pattern(
        r"advertisement|advertising|advert|ad|sponsored(?: content)?|promoted|story continues below"
        r".{0,20}|article continues (?:below|after).{0,20}|scroll to continue.{0,20}|loading\.*"
        r"|skip to (?:main )?content|back to top",
        DropReason.NAVIGATION,
    ),
    _pattern(
        r"(?:share|tweet|e-?mail|print|pin|save|whatsapp|facebook|twitter|telegram|linkedin|copy link"
        r"|share (?:this|on|via)\b.{0,30}|\d+ shares?)(?:[\s|,·/]+(?:share|tweet|e-?mail|print|pin|save"
        r"|whatsapp|facebook|twitter|telegram|linkedin|copy link))*",
        DropReason.NAVIGATION,
    ),
    _pattern(
        r"(?:sign up|subscribe|register)(?: now| here| today)?(?: (?:to|for|and)\b.{0,120})?[.!]?"
        r"|follow (?:us|(?:our|[\w.]+[’']s) (?:\w+ )?coverage)\b.{0,80}|.{0,140}\b(?:sign up|subscribe) (?:here|now|today)\b.{0,40}|(?:get|receive) (?:the|our) (?:latest|best|daily|top)\b.{0,120}"
        r"|join our\b.{0,80}|download (?:the|our) app\b.{0,60}|(?:our )?newsletters?",
        DropReason.SUBSCRIBE,
        25,
    ),
    _pattern(
        r"(?:©|\(c\)|copyright\b).{0,120}|.{0,60}\ball rights reserved\b.{0,40}"
        r"|(?:we|this (?:web)?site) uses? cookies\b.*|by continuing to (?:use|browse)\b.*",
        DropReason.BANNER,
        40,
    ),
    _pattern(
        r"\(?(?:additional |further |with )?(?:reporting|writing|editing|edited|translated|translation"
        r"|compiled|written) by\b.{0,160}",
        DropReason.CREDIT,
        30,
    ),
    _pattern(
        rf"(?:[a-z]{{2,4}}(?:[/,][a-z]{{2,4}})*\s*)?\((?-i:{AGENCIES})(?:\s?[,/]\s?(?-i:{AGENCIES}))*\)|(?-i:{AGENCIES})",
        DropReason.CREDIT,
    ),
    _pattern(r"[\W_]+", DropReason.NAVIGATION),
    _pattern(
        r"this (?:article|story|report|piece) (?:was|is|has been|originally|first)\b.{0,40}"
        r"\b(?:published|appeared|edited|updated|translated|corrected)\b.{0,120}",
        DropReason.CREDIT,
        40,
    ),
    _pattern(
        r"(?:.{0,300}(?:[.!?)\"”|/]\s+|[(\[])|)(?:photo|picture|image|foto|illustration)s?"
        r"(?: credits?| by| courtesy)?\s?[:/|]\s?\S.{0,90}",
        DropReason.CAPTION,
        70,
    ),
    _pattern(
        r".{0,300}(?:\(|\[|/|©\s?|\bvia )(?:[\w.\- ]{0,40}/)?(?:file )?(?:photos?[/ ])?"
        r"(?:getty images|flash90|epa-efe|shutterstock|wikimedia commons|ap photo)\b.{0,40}",
        DropReason.CAPTION,
        70,
    ),
)

AT_TOP: tuple[Pattern, ...] = (
    _pattern(r"\d+", DropReason.NAVIGATION),
    _pattern(
        r"[*_]*by:? (?-i:[A-Z]).{0,80}|(?:written|reported|posted) by\b.{0,60}|author:.{0,60}"
        r"|staff (?:writer|reporter)|(?:our )?(?:web|news) desk|.{0,30}\bcorrespondent",
        DropReason.CREDIT,
    ),
    _pattern(
        r"home|news|world|politics|menu|search|log ?in|sign in|live|video|opinion|sports?"
        r"|middle east|africa|asia|europe|americas|business|latest(?: news)?|top stories"
        r"|.{1,40}\s[>»›/|]\s.{1,80}",
        DropReason.NAVIGATION,
    ),
    _pattern(
        r".*\b(?:in this (?:file|undated|handout)\b.*|file photo\b.*|pictured\b.*)",
        DropReason.CAPTION,
        60,
    ),
    _pattern(rf".{{10,300}}[\s.,(\[/]\(?(?-i:{AGENCIES})[)\]]?", DropReason.CAPTION, 60),
    _pattern(
        r"\d+ min(?:ute)?s?(?: read)?|reading time\b.*|\d+ (?:comments?|views?|shares?)",
        DropReason.NAVIGATION,
    ),
)

TAIL_HEADINGS: tuple[Pattern, ...] = (
    _pattern(
        r"(?:reader |leave (?:a |your )?|post (?:a |your )?|add (?:a |your )?|view (?:all )?|show "
        r"|write (?:a )?|your |\(?\d+\)? )*(?:comments?|reply|replies|responses?)"
        r"(?: \(?\d+\)?| section| policy| below|\s?:)*|comments? (?:are closed|on this\b.*)"
        r"|join (?:the|our) (?:conversation|discussion)|what do you think\??|have your say"
        r"|\d+ thoughts on\b.*|notify of|be the first to comment.{0,10}|log in to comment.{0,20}",
        DropReason.COMMENT,
    ),
    _pattern(
        r"(?:related|similar|recommended|more|latest|other|top|trending|popular)"
        r" (?:articles?|stor(?:y|ies)|news|posts?|topics?|reads?|coverage|content|links|headlines)"
        r"(?: (?:from|in|on|by|about)\b.{0,50})?\s?:?|you (?:may|might|will) also (?:like|be interested in|enjoy).{0,10}"
        r"|(?:most|more) (?:read|popular|viewed|shared|commented|from|in|on|about)\b.{0,50}"
        r"|editors?['’]?s?['’]? ?(?:picks?|choice)|recommended(?: for you)?|trending(?: now)?|related"
        r"|don['’]t miss|in case you missed it|what to read next|up next|also in the news|read next"
        r"|more from\b.{0,50}|around the web|from the web|previous (?:article|post)|next (?:article|post)",
        DropReason.RELATED,
    ),
    _pattern(
        r"subscribe|newsletter|sign up|stay (?:informed|connected|updated).{0,30}"
        r"|get our newsletter.{0,30}",
        DropReason.SUBSCRIBE,
    ),
    _pattern(
        r"tags?|topics?|categories|keywords|filed under|(?:tags?|topics?|filed under|keywords)\s?:.{0,150}",
        DropReason.NAVIGATION,
        30,
    ),
    _pattern(
        r"about (?:us|the authors?)|contact us|privacy policy|terms (?:of|and) \w+|advertise with us",
        DropReason.NAVIGATION,
    ),
)

COMMENT_POLICY = re.compile(
    r"\bmoderates? (?:all |the )?comments\b|\bcommunity (?:guidelines|standards|rules)\b"
    r"|\bcomments? (?:that|which|must|will be|are not|may be|containing|submitted|should)\b"
    r"|\b(?:welcome|encourage|approve|reject|delete|remove)s? (?:\w+ ){0,3}comments\b"
    r"|\bwill not (?:tolerate|be tolerated|publish|be published)\b.*\b(?:abus|profan|insult|attack|spam)"
    r"|\bto be approved for publication\b|\b(?:house|comment) (?:rules|policy)\b"
    r"|\bcommenters?\b.*\b(?:respectful|civil|polite)\b|\bconstructive criticism\b",
    re.IGNORECASE,
)
TAGLINE = re.compile(
    r"\b(?:official (?:web)?site|breaking news|latest news|news (?:and|&) (?:opinion|analysis|views)"
    r"|(?:your|the) (?:source|home|voice|leading)\b|news portal|news agency|newspaper\b.*\bnews"
    r"|news\b.*\bnewspaper|online edition|since (?:18|19|20)\d\d|independent news)",
    re.IGNORECASE,
)
_TRAILING_CREDIT = re.compile(rf"[.!?][\"”’]?\s*[–—-]?\s*[(\[]?(?P<who>(?-i:{AGENCIES}))[)\]]?$")


def match_line(line: Line, patterns: tuple[Pattern, ...]) -> DropReason | None:
    """Give the reason of the first pattern that is the whole line, else None."""
    for pattern, reason, most in patterns:
        if line.words <= most and pattern.match(line.text):
            return reason
    return None


def trailing_credit(text: str) -> int | None:
    """Find where an agency's name begins behind the last sentence of a line."""
    found = _TRAILING_CREDIT.search(text)
    if not found:
        return None
    stop = re.match(r"[.!?][\"”’]?", text[found.start() :])
    return found.start() + (stop.end() if stop else 0)


_TRAILING_CAPTION = re.compile(
    r"\s*[(\[](?:photo|picture|image|foto)s?(?: credits?| by| courtesy)?\s?[:/|][^()\[\]]{1,90}[)\]]?$",
    re.IGNORECASE,
)
_SENTENCE_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z“\"(\[])")


def trailing_caption(text: str) -> int | None:
    """Find where a picture's credit begins behind a paragraph of two sentences and more."""
    found = _TRAILING_CAPTION.search(text)
    if not found or len(_SENTENCE_STOP.findall(text[: found.end()])) < 2:
        return None
    return found.start()
