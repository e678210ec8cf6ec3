"""56 reported figures that disagree: for how many does the state give the official final one?

Each row becomes a report of its own that says the figure with the row's own note beside it; the
final figures are those of the shipped register. Bloc claims ("the largest bloc has 177") have no
official figure and are counted apart.
"""

import csv
from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from urllib.parse import urlparse

import pytest

from kutla.claims import Claim
from kutla.documents import Block, DateSource, Document, Outlet, PublicationDate
from kutla.register import load_parliament
from kutla.state import Standing, project
from kutla.vocabulary import EntityKind, Period, Quote, Referent, When

VOTED = {"2018": "2018-05-12", "2021": "2021-10-10", "2025": "2025-11-11"}
KEYS = {"sol": "state-of-law", "kurdalliance": "kurdistan-alliance-2021"}
BLOCS = ("islah bloc", "coordination framework", "save the homeland")


def rows(shared):
    with (shared / "data/iraq/iraq_conflicting_claims.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def official(register, year):
    day = date.fromisoformat(VOTED[year])
    return next(dict(e.results) for e in register.elections if e.held_on.first_on == day)


def entity_of(key):
    return f"iq-{KEYS.get(key, key)}"


def report(number, row, register):
    """One report: the figure, and what the row says of it, in one sentence."""
    year = row["year"]
    referent = register.entity(entity_of(row["subject"]))
    sentence = f"{referent.name} has {row['claimed_seats']} seats ({row['note']})."
    document_id = f"{number:016x}"
    text = f"Report {number}\n{sentence}"
    start = text.index(sentence)
    outlet = urlparse(row["source"]).netloc or row["source"]
    document = Document(
        document_id, f"{number}.txt", text, (Block(0, len(text)),), outlet=Outlet(outlet),
        published=PublicationDate(
            Period.year(int(year)), DateSource.INFERRED, "", "the row says a year", 0.5
        ),
    )  # fmt: skip
    claim = Claim(
        kind="seats", subject=Referent(referent.name, referent.id, EntityKind.PARTY_LIST),
        value=int(row["claimed_seats"]), event=When(Period.parse(VOTED[year])),
        quote=Quote.cut(document_id, text, start, start + len(sentence) - 1),
        method="test", certainty=1.0,
    )  # fmt: skip
    return document, claim


@pytest.fixture(scope="module")
def settled(shared):
    """Each list with conflicting figures: its rows, the settled fact, the official figure."""
    register = load_parliament("iraq")
    groups = defaultdict(list)
    for number, row in enumerate(rows(shared)):
        if row["subject"] not in BLOCS:
            groups[row["year"], row["subject"]].append((number, row))
    found = []
    for (year, key), members in groups.items():
        made = [report(number, row, register) for number, row in members]
        state = project(
            [claim for _, claim in made],
            [document for document, _ in made],
            (),
            register,
            valid_on=date(int(year) + 1, 12, 31),
            known_at=datetime(2027, 1, 1, tzinfo=UTC),
        )
        (fact,) = state.seats.rows
        final = official(register, year).get(entity_of(key))
        found.append(
            (f"{key} {year}", [int(row["claimed_seats"]) for _, row in members], fact, final)
        )
    return found


@pytest.mark.shared
def test_every_figure_is_kept_and_shown(settled, shared):
    figures = sum(len(values) for _, values, _, _ in settled)
    blocs = sum(row["subject"] in BLOCS for row in rows(shared))
    assert figures + blocs == 56
    for _, values, fact, _ in settled:
        assert {a.value for a in fact.alternatives} == set(values)


@pytest.mark.shared
def test_how_often_the_state_gives_the_official_final_figure(settled):
    known = [each for each in settled if each[3] is not None]
    right = [name for name, _, fact, final in known if fact.value == final]
    firm = [each for each in known if each[2].standing is not Standing.CONTESTED]
    others = {
        "the one most give": sum(_most(values) == final for _, values, _, final in known),
        "the first": sum(values[0] == final for _, values, _, final in known),
        "the last": sum(values[-1] == final for _, values, _, final in known),
    }
    assert len(right) >= 16
    assert all(fact.value == final for _, _, fact, final in firm)
    assert len(right) > max(others.values())


def _most(values):
    """The figure that most give, None where two are given equally often."""
    common = Counter(values).most_common(2)
    return common[0][0] if len(common) == 1 or common[0][1] > common[1][1] else None


@pytest.mark.shared
def test_what_is_left_open_is_what_the_rows_leave_open(settled):
    """The two lists that lead with another figure are those whose rows say nothing beside it."""
    wrong = {name for name, _, fact, final in settled if final is not None and fact.value != final}
    assert wrong == {"kdp 2018", "qarar 2018"}
