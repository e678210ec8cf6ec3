"""nomenklatura's resolver file, both ways: ``[target, source, judgement, score, user, created_at]``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kutla.errors import RegisterError
from kutla.register.judging import DIFFERENT, SAME, UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.register.judging import Judged
    from kutla.register.register import Register

_THEIRS = {SAME: "positive", DIFFERENT: "negative", UNSURE: "unsure"}
_OURS = {theirs: ours for ours, theirs in _THEIRS.items()}
_SUGGESTION = "no_judgement"
_NAME = "name:"
_NOTE = re.compile(
    r"^resolver line of (?P<moment>\S+)(?: scored (?P<score>\S+))?(?:; (?P<rest>.*))?$"
)


@dataclass(frozen=True, slots=True)
class ResolverLine:
    """One decision of a resolver file; ``verdict`` is same, different or unsure."""

    left: str
    right: str
    verdict: str
    user: str
    created_at: str = ""
    score: float | None = None

    @property
    def note(self) -> str:
        """Say in a judgement's reason what the ledger has no column for."""
        if not self.created_at:
            return "resolver line"
        scored = "" if self.score is None else f" scored {self.score}"
        return f"resolver line of {self.created_at}{scored}"


def read_resolver_lines(lines: Iterable[str], place: str) -> Iterator[ResolverLine]:
    """Read a resolver file; lines that are mere suggestions are passed over.

    Raises RegisterError, which names file and line, where a line is none.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            found = _read(line, f"{place}:{number}")
            if found is not None:
                yield found


def _read(line: str, place: str) -> ResolverLine | None:
    try:
        cells = json.loads(line)
    except json.JSONDecodeError:
        cells = None
    if not isinstance(cells, list) or len(cells) < 3:
        raise RegisterError(
            f"{place}: no resolver line; it reads [target, source, judgement, score, user, created_at]"
        )
    target, source, judgement, score, user, created_at, *_ = (*cells, None, None, None)
    if judgement == _SUGGESTION:
        return None
    if judgement not in _OURS:
        known = ", ".join((*_OURS, _SUGGESTION))
        raise RegisterError(f"{place}: no judgement {judgement!r}; known are {known}")
    if not (isinstance(target, str) and isinstance(source, str) and target and source):
        raise RegisterError(f"{place}: target and source are ids in quotation marks")
    if not isinstance(score, int | float | None):
        raise RegisterError(f"{place}: the score {score!r} is no number; write 0.9 or null")
    return ResolverLine(
        source.removeprefix(_NAME),
        target.removeprefix(_NAME),
        _OURS[judgement],
        str(user or "unknown"),
        _moment(created_at, place),
        score,
    )


def _moment(text: Any, place: str) -> str:
    if text is None:
        return ""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise RegisterError(
            f"{place}: {text!r} is no moment; write it as 2018-09-01T12:00:00"
        ) from None
    return str(text) if moment.tzinfo is None else moment.astimezone(UTC).isoformat()


def resolver_lines(judgements: Iterable[Judged], register: Register) -> Iterator[str]:
    """Write judgements about names as resolver lines; a name that is no id becomes ``name:…``.

    What came in by :func:`read_resolver_lines` goes out with its own moment and score.
    """
    for each in judgements:
        if each.verdict not in _THEIRS or each.other is None:
            continue
        note = _NOTE.match(each.reason)
        score = float(note["score"]) if note and note["score"] else None
        moment = note["moment"] if note else each.recorded_at.astimezone(UTC).isoformat()
        cells = [
            _id(register, each.other),
            _id(register, each.about),
            _THEIRS[each.verdict],
            score,
            each.judged_by,
            moment,
        ]
        yield json.dumps(cells, ensure_ascii=False)


def _id(register: Register, name_or_id: str) -> str:
    known = register.find_entity(name_or_id) is not None
    return name_or_id if known or re.fullmatch(r"Q\d+|NK-\w+", name_or_id) else _NAME + name_or_id
