"""A dynamic GEXF 1.3 graph for Gephi: who stands how to whom, from when to when.

Nodes are everybody a tie names, with the spells in which they are spoken of; edges are ties, with
the days they held, a weight (independent stories) and what is said. Written by hand, since networkx
loses spells. Days are closed intervals: both ends belong to them.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kutla.claims.kinds import get_kind
from kutla.exports.ties import ties_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.exports.seen import Seen
    from kutla.exports.ties import Tie
    from kutla.vocabulary import Referent

_NAMESPACE = "http://gexf.net/1.3"
_NODE_ATTRIBUTES = (("kind", "string"), ("known", "boolean"), ("seats", "integer"))
_EDGE_ATTRIBUTES = (
    ("kind", "string"),
    ("says", "string"),
    ("polarity", "string"),
    ("modality", "string"),
    ("standing", "string"),
    ("stories", "integer"),
    ("log_odds", "double"),
    ("day_is_bound", "boolean"),
    ("symmetric", "boolean"),
    ("fact", "string"),
)


def gexf_text(seen: Seen) -> str:
    """Write the graph of a state. Ties without any day are there at all times."""
    ties = [tie for tie in ties_of(seen) if tie.subject.key != tie.object.key]
    root = Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    meta = SubElement(root, "meta", {"lastmodifieddate": seen.state.known_at.date().isoformat()})
    SubElement(meta, "creator").text = "kutla"
    SubElement(meta, "description").text = (
        f"{seen.state.parliament}: who stands how to whom on {seen.state.valid_on}, as known at "
        f"{seen.state.known_at.isoformat(timespec='minutes')}; weight is independent stories"
    )
    days = [day for tie in ties for day in (tie.first_on, tie.last_on) if day is not None]
    span = {"start": min(days).isoformat(), "end": max(days).isoformat()} if days else {}
    graph = SubElement(
        root,
        "graph",
        {
            "defaultedgetype": "directed",
            "mode": "dynamic",
            "timeformat": "date",
            "timerepresentation": "interval",
            **span,
        },
    )
    _declare(graph, "node", _NODE_ATTRIBUTES)
    _declare(graph, "edge", _EDGE_ATTRIBUTES)
    _write_nodes(graph, ties, seen)
    _write_edges(graph, ties)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _declare(graph: Element, owner: str, attributes: Iterable[tuple[str, str]]) -> None:
    declared = SubElement(graph, "attributes", {"class": owner})
    for name, sort in attributes:
        SubElement(declared, "attribute", {"id": name, "title": name, "type": sort})


def _write_nodes(graph: Element, ties: list[Tie], seen: Seen) -> None:
    told: dict[str, Referent] = {}
    spans: dict[str, list[tuple[date | None, date | None]]] = defaultdict(list)
    for tie in ties:
        for end in (tie.subject, tie.object):
            told.setdefault(end.key, end)
            spans[end.key].append((tie.first_on, tie.last_on))
    seats = {row.subject.key: row.value for row in seen.state.seats.rows}
    nodes = SubElement(graph, "nodes", {"count": str(len(told))})
    for key, referent in told.items():
        node = SubElement(nodes, "node", {"id": key, "label": _clean(referent.name)})
        kind = None if referent.kind is None else referent.kind.value
        values = (("kind", kind), ("known", referent.is_resolved), ("seats", seats.get(key)))
        _write_values(node, values)
        _write_spells(node, _merged(spans[key]))


def _write_edges(graph: Element, ties: list[Tie]) -> None:
    edges = SubElement(graph, "edges", {"count": str(len(ties))})
    for number, tie in enumerate(ties):
        edge = SubElement(
            edges,
            "edge",
            {
                "id": f"{tie.fact.id}-{number}",
                "source": tie.subject.key,
                "target": tie.object.key,
                "label": tie.kind,
                "weight": str(float(tie.reading.stories)),
                **_interval(tie.first_on, tie.last_on),
            },
        )
        values = (
            ("kind", tie.kind),
            ("says", _clean(tie.says)),
            ("polarity", tie.reading.polarity.value),
            ("modality", tie.reading.modality.value),
            ("standing", tie.fact.standing.value),
            ("stories", tie.reading.stories),
            ("log_odds", tie.reading.log_odds),
            ("day_is_bound", tie.is_bound),
            ("symmetric", get_kind(tie.kind).symmetric),
            ("fact", tie.fact.id),
        )
        _write_values(edge, values)


def _write_values(owner: Element, values: Iterable[tuple[str, object]]) -> None:
    written = SubElement(owner, "attvalues")
    for name, value in values:
        if value is None:
            continue
        text = str(value).lower() if isinstance(value, bool) else str(value)
        SubElement(written, "attvalue", {"for": name, "value": text})


def _write_spells(node: Element, spans: list[tuple[date | None, date | None]]) -> None:
    if not spans or spans == [(None, None)]:
        return
    spells = SubElement(node, "spells")
    for first_on, last_on in spans:
        SubElement(spells, "spell", _interval(first_on, last_on))


def _interval(first_on: date | None, last_on: date | None) -> dict[str, str]:
    days = (("start", first_on), ("end", last_on))
    return {name: day.isoformat() for name, day in days if day is not None}


def _merged(
    spans: list[tuple[date | None, date | None]],
) -> list[tuple[date | None, date | None]]:
    """Join spans that touch; a span without a day at an end is open there."""
    ordered = sorted(spans, key=lambda span: (span[0] or date.min, span[1] or date.max))
    merged: list[tuple[date | None, date | None]] = []
    for first_on, last_on in ordered:
        if merged and (first_on or date.min) <= (merged[-1][1] or date.max):
            start, end = merged[-1]
            both = None if end is None or last_on is None else max(end, last_on)
            merged[-1] = (start, both)
        else:
            merged.append((first_on, last_on))
    return merged


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    kept = (
        c if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF) else " "
        for c in text
    )
    return "".join(kept).replace("\ufffe", " ").replace("\uffff", " ")
