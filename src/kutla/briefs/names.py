"""What a register makes of names, in words and as rows."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

from kutla.errors import RegisterError
from kutla.register import Sameness, compare_names

if TYPE_CHECKING:
    from pathlib import Path

    from kutla.register import Candidate, Comparison, Match, Register

_YES = frozenset({"yes", "y", "true", "1", "same"})
_NO = frozenset({"no", "n", "false", "0", "different"})


def describe_match(match: Match, register: Register) -> str:
    """Say who a name stands for, by which rule and alias, and what spoke against the others."""
    lines = [f"{match.name}: {match.standing}"]
    if match.best is not None:
        entity = register.entity(match.best)
        certain = "is" if match.entity_id else "may be"
        lines[0] = f"{match.name} {certain} {entity.name} ({entity.kind}, {entity.id})"
        if not match.entity_id:
            lines.append("  not decided: a person confirms")
    alias = f", by the recorded name {match.alias}" if match.alias else ""
    lines.append(f"  because: {match.reason}{alias if match.alias not in match.reason else ''}")
    if match.rule:
        lines.append(f"  rule: {match.rule}")
    others = [each for each in match.candidates if each.entity_id != match.best]
    lines += [_line("also", each) for each in others]
    lines += [_line("against", each) for each in match.against]
    return "\n".join(lines) + "\n"


def _line(word: str, each: Candidate) -> str:
    score = f" {each.score:.2f}" if each.score else ""
    return f"  {word}: {each.entity_id}{score}: {each.why}"


def match_row(match: Match, register: Register) -> dict[str, object]:
    """Give a match as one row of plain values."""
    best = register.find_entity(match.best) if match.best else None
    return {
        "name": match.name,
        "standing": match.standing.value,
        "entity_id": match.entity_id,
        "entity": best.name if best else None,
        "kind": best.kind.value if best else None,
        "rule": match.rule,
        "alias": match.alias,
        "reason": match.reason,
        "candidates": [_candidate(each) for each in match.candidates],
        "against": [_candidate(each) for each in match.against],
    }


def _candidate(each: Candidate) -> dict[str, object]:
    return {"entity_id": each.entity_id, "score": each.score, "why": each.why}


def describe_comparison(found: Comparison) -> str:
    """Say in a line or two whether two names are one."""
    decided = "decided" if found.is_decided else "a proposal"
    if found.sameness is Sameness.UNSURE:
        decided = "a person must look"
    return (
        f"{found.left} | {found.right}: {found.sameness} ({decided})\n  because: {found.reason}\n"
    )


def comparison_row(found: Comparison) -> dict[str, object]:
    """Give a comparison as one row of plain values."""
    return {
        "left": found.left,
        "right": found.right,
        "sameness": found.sameness.value,
        "decided": found.is_decided,
        "likeness": found.likeness,
        "reason": found.reason,
    }


def describe_score(
    file: Path, register: Register, on: date | None
) -> tuple[list[dict[str, object]], str]:
    """Compare every pair of a table; give the rows, and in words how often the answer was right.

    The table has columns left, right and same (yes or no), may be also on (a day). Raises
    RegisterError, which names file and line, where it cannot be read.
    """
    pairs = _pairs(file)
    rows, told, wrong_merges = [], [], 0
    for left, right, is_same, day in pairs:
        found = compare_names(left, right, register, on=day or on)
        says_same = found.sameness is Sameness.SAME
        wrong_merges += says_same and found.is_decided and not is_same
        told.append((says_same, is_same))
        rows.append({**comparison_row(found), "same": is_same})
    hits = sum(a and b for a, b in told)
    said, wanted = sum(a for a, _ in told), sum(b for _, b in told)
    precision, recall = hits / said if said else 0.0, hits / wanted if wanted else 0.0
    f1 = 2 * hits / (said + wanted) if said + wanted else 0.0
    lines = [
        f"{'wrong' if a else 'missed'}: {row['left']} | {row['right']}: {row['reason']}"
        for row, (a, b) in zip(rows, told, strict=True)
        if a != b
    ]
    score = (
        f"{len(pairs)} pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; "
        f"{wrong_merges} wrong automatic merges"
    )
    return rows, "\n".join((*lines, score)) + "\n"


def _pairs(file: Path) -> list[tuple[str, str, bool, date | None]]:
    pairs = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            table = csv.DictReader(opened)
            if not {"left", "right", "same"} <= set(table.fieldnames or ()):
                raise RegisterError(
                    f"{file}:1: no table of pairs; its columns are left, right, same"
                )
            for row in table:
                answer = (row["same"] or "").strip().casefold()
                if answer not in _YES | _NO:
                    raise RegisterError(
                        f"{file}:{table.line_num}: same is {row['same']!r}; write yes or no"
                    )
                day = date.fromisoformat(row["on"]) if row.get("on") else None
                pairs.append((row["left"] or "", row["right"] or "", answer in _YES, day))
    except FileNotFoundError:
        raise RegisterError(
            f"{file}: there is no such table of pairs; give two names, or a CSV file"
        ) from None
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        raise RegisterError(f"{file} cannot be read as a table of pairs: {error}") from None
    return pairs
