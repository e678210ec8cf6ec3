"""Origins that a report names ("Reuters reported", "(AFP)"): whose words these first were."""

from __future__ import annotations

import re

from kutla.documents.outlet_table import find_outlet

_NAME = r"(?P<who>(?:the |The )?[A-Z][\w’'\-]*(?:\.\w+)*(?: [A-Z0-9][\w’'\-]*(?:\.\w+)*){0,4})"
_SAID = r"(?:reported|reports|has reported|wrote|quoted)"
_MEDIA_WORD = re.compile(
    r"\b(?:News|Agency|Times|Post|TV|Television|Radio|Press|Gazette|Herald|Daily|Tribune|Journal"
    r"|Telegraph|Chronicle|Observer|Channel|Network|Magazine|Newspaper|Today|\w*24)\b"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NAME} {_SAID}\b",
        rf"\b(?:reported|published|carried|broadcast|aired) by {_NAME}",
        rf"\b(?:[Aa]ccording to|told|speaking to|in an interview with|cited by|quoted by) {_NAME}",
        r"\((?P<who>[A-Z][\w.&’' /\-]{1,40})\)\s*[–—-]",
        r"(?:Photo|Picture|Image|Source)s?:\s*(?:[\w .]+/)?(?P<who>[A-Z][\w.\- ]{1,30}?)[.)\]]?$",
        r"^(?:[a-z/]{2,12} )?\((?:[A-Za-z.\- ]+[,/] ?)*(?P<who>[A-Za-z.\-]+)\)$",
        r"^(?:[a-z/]{2,12} )?\((?P<who>[A-Za-z.\-]+)[,/][A-Za-z.,/\- ]+\)$",
        r"[.!?][\"”]?\s+\(?(?P<who>[A-Z][\w.\- ]{1,30}?)\)?\s*$",
    )
)
_REPORTER_FORMS = 2
"""Behind "X reported" an unknown name with a word for media in it is believed."""


def find_credits(text: str, own: str | None) -> tuple[str, ...]:
    """List the origins a text names, in order, without the outlet itself.

    Known outlets are given by their usual name; an unknown one is taken only where it is said
    to have reported something and its name holds a word such as News or Times.
    """
    found: dict[str, int] = {}
    for line in re.finditer(r"[^\n]+", text):
        for place, form in enumerate(_FORMS):
            for match in form.finditer(line[0]):
                name = _origin(match["who"], is_reporter=place < _REPORTER_FORMS)
                if name is not None and name != own:
                    found.setdefault(name, line.start() + match.start())
    return tuple(sorted(found, key=lambda name: found[name]))


def _origin(words: str, *, is_reporter: bool) -> str | None:
    parts = words.strip(" .,").split(" ")
    for length in range(len(parts), 0, -1):
        for name in (" ".join(parts[:length]), " ".join(parts[-length:])):
            known = find_outlet(name)
            if known is not None and (length > 1 or name == known.name or not name.islower()):
                return known.name
    whole = " ".join(parts)
    if is_reporter and len(parts) > 1 and _MEDIA_WORD.search(whole):
        return re.sub(r"^[Tt]he ", "", whole)
    return None
