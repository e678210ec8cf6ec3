"""Who does what to whom, read off a dependency parse (Universal Dependencies labels)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View
    from kutla.language.passage import Mention

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer", "csubj:pass"})
_INHERITING = frozenset({"xcomp", "advcl", "conj", "acl", "ccomp"})
_MAX_CLIMB = 4


def children(token: Any, *labels: str) -> list[Any]:
    """Give the children of ``token`` that hang from it by one of the labels."""
    return [child for child in token.children if child.dep_ in labels]


def coordinated(token: Any) -> Iterator[Any]:
    """Yield the token and everything coordinated with it."""
    yield token
    for child in children(token, "conj"):
        yield from coordinated(child)


def is_passive(verb: Any) -> bool:
    """Whether the verb form is passive."""
    return bool(children(verb, "nsubj:pass", "aux:pass"))


def mentions_under(view: View, token: Any) -> list[Mention]:
    """Give the actors a noun phrase stands for: its head's, its apposition's, and coordinated."""
    found: list[Mention] = []
    for head in coordinated(token):
        mention = view.mention_at(head.i)
        if mention is None:
            mention = _through_generic_head(view, head)
        if mention is not None and mention not in found:
            found.append(mention)
    return found


def _through_generic_head(view: View, head: Any) -> Mention | None:
    for child in children(head, "appos", "flat", "compound"):
        mention = view.mention_at(child.i)
        if mention is not None and child.i > head.i:
            return mention
    if _GENERIC.match(head.lemma_) or _GENERIC.match(head.text):
        for child in children(head, "nmod:poss", "nmod", "compound"):
            mention = view.mention_at(child.i)
            if mention is not None:
                return mention
    return None


_GENERIC = re.compile(
    r"^(?:party|bloc|coalition|alliance|list|movement|government|cabinet|candidacy|bid|leadership|"
    r"nomination|lawmakers?|MPs?|members?|supporters?|faction|group|forces?|administration|office|"
    r"team|camp|side|leaders?)$",
    re.IGNORECASE,
)


def subject_tokens(verb: Any, climbed: int = 0) -> list[Any]:
    """Give the heads of the verb's logical subjects, inherited where a clause has none."""
    if is_passive(verb):
        return [
            child
            for child in children(verb, "obl:agent", "obl")
            if any(case.lower_ == "by" for case in children(child, "case"))
        ]
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return _through_relative(verb, own)
    if climbed >= _MAX_CLIMB or verb.dep_ not in _INHERITING | {"acl:relcl"}:
        return []
    if verb.dep_ in {"acl", "acl:relcl"}:
        return _subject_of_adnominal(verb, climbed)
    return _surface_subjects(verb.head, climbed + 1)


def _subject_of_adnominal(verb: Any, climbed: int) -> list[Any]:
    noun = verb.head
    if verb.tag_ == "VBN":
        return []
    if verb.tag_ == "VBG" or verb.dep_ == "acl:relcl":
        return [noun]
    return _surface_subjects(noun, climbed + 1)  # "a plan to join": who has the plan


def _surface_subjects(token: Any, climbed: int) -> list[Any]:
    """Subjects of a governing clause; a passive's grammatical subject counts here."""
    own = [child for child in token.children if child.dep_ in _SUBJECTS]
    if own:
        return _through_relative(token, own)
    owners = children(token, "nmod:poss")
    if owners:
        return owners
    if token.dep_ in _INHERITING | {"obj", "obl"} and climbed < _MAX_CLIMB:
        return _surface_subjects(token.head, climbed + 1)
    if token.dep_ == "acl:relcl":
        return [token.head]
    return []


def _through_relative(verb: Any, subjects: list[Any]) -> list[Any]:
    relative = {"who", "which", "that"}
    if verb.dep_ == "acl:relcl" and any(token.lower_ in relative for token in subjects):
        return [verb.head]
    return subjects


def object_tokens(verb: Any) -> list[Any]:
    """Give the heads of the verb's direct objects, or a passive's grammatical subjects."""
    if is_passive(verb):
        own = children(verb, "nsubj:pass")
        return _through_relative(verb, own) if own else []
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]
    return [_antecedent(verb, child) for child in children(verb, "obj", "iobj")]


def _antecedent(verb: Any, target: Any) -> Any:
    """What "which" and "whom" stand for: "the party, which he quit"."""
    is_relative = verb.dep_ == "acl:relcl" and target.lower_ in {"which", "whom", "that"}
    return verb.head if is_relative else target


@lru_cache(maxsize=512)
def _link_pattern(link: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{link})$", re.IGNORECASE)


def linked_tokens(token: Any, link: str) -> list[Any]:
    """Give the heads of the phrases that hang from ``token`` by a preposition matching ``link``."""
    pattern = _link_pattern(link)
    found = []
    for child in children(token, "obl", "nmod", "obl:agent", "advcl", "obj", "acl"):
        words = " ".join(
            case.text for case in sorted(children(child, "case", "mark"), key=lambda t: t.i)
        )
        if words and pattern.match(words):
            found.append(child)
    return found
