from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.errors import RegisterError
from kutla.register import (
    Alias,
    Entity,
    MatchStanding,
    Sameness,
    compare_names,
    identity_of,
    judged,
    read_resolver_lines,
    resolver_lines,
)
from kutla.vocabulary import EntityKind

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Told:
    number: int
    verdict: str
    about: str
    other: str | None
    judged_by: str = "mb"
    reason: str = ""
    recorded_at: datetime = NOON


def told(*rows):
    return [Told(number, *row) for number, row in enumerate(rows, 1)]


def test_a_name_judged_the_same_is_a_name_of_it_from_then_on(arvonia):
    assert arvonia.match("The Fajr People").entity_id is None
    richer = judged(arvonia, told(("same", "The Fajr People", "dawn")))
    assert richer.match("The Fajr People").entity_id == "dawn"
    assert arvonia.match("The Fajr People").entity_id is None


def test_an_entity_merged_into_another_stays_resolvable(arvonia):
    richer = judged(arvonia, told(("same", "homeland", "renewal")))
    assert richer.entity("homeland") == richer.entity("renewal") == richer.entity("homeland")
    assert richer.match("Homeland").entity_id == richer.match("Renewal Movement").entity_id
    kept = richer.match("Homeland").entity_id
    assert kept == "homeland"  # the one that stands first in the register
    assert [each.entity_id for each in richer.ties_to(kept)] == ["tomas-varro"]


def test_chains_lead_to_one_end(arvonia):
    identity = identity_of(
        told(("same", "Dawnists", "dawn"), ("same", "The Dawnists of Arvonia", "Dawnists")), arvonia
    )
    assert identity.canonical("The Dawnists of Arvonia") == "dawn"
    assert identity.canonical("homeland") == "homeland"
    assert dict(identity.redirects)["Dawnists"] == "dawn"


def test_names_that_nobody_knew_become_an_entity_of_their_own(arvonia):
    richer = judged(arvonia, told(("same", "Oskar Lind", "Oscar Lindt")))
    assert richer.match("Oskar Lind").entity_id == richer.match("Oscar Lindt").entity_id
    assert richer.match("Oskar Lind").entity_id == "judged-oscar-lindt"


def test_a_name_judged_different_is_no_name_of_it_any_more(arvonia):
    assert arvonia.match("HL").entity_id == "homeland"
    richer = judged(arvonia, told(("different", "HL", "homeland")))
    assert richer.match("HL").entity_id is None
    assert richer.match("Homeland").entity_id == "homeland"
    assert compare_names("HL", "Homeland", richer).sameness is Sameness.DIFFERENT


def test_a_shared_name_can_be_given_to_one(arvonia):
    assert arvonia.match("Varro").standing is MatchStanding.AMBIGUOUS
    richer = judged(arvonia, told(("different", "Varro", "tomas-varro")))
    assert richer.match("Varro").entity_id == "ilsa-varro"


def test_an_unsure_name_is_offered_and_never_decided(arvonia):
    richer = judged(arvonia, told(("unsure", "The Guardsmen", "iron-guard")))
    match = richer.match("The Guardsmen")
    assert (match.standing, match.entity_id) == (MatchStanding.PROPOSED, None)
    assert match.best == "iron-guard"
    assert "mb is unsure" in match.reason


def test_a_later_judgement_on_the_same_pair_beats_the_earlier(arvonia):
    rows = ("same", "Dawnists", "dawn"), ("different", "Dawnists", "dawn")
    assert judged(arvonia, told(*rows)).match("Dawnists").entity_id is None
    assert judged(arvonia, told(*reversed(rows))).match("Dawnists").entity_id == "dawn"


def test_contradictions_are_problems_and_the_later_stand(arvonia):
    identity = identity_of(
        told(
            ("same", "homeland", "renewal"),
            ("different", "HL group", "renewal"),
            ("same", "HL group", "homeland"),
        ),
        arvonia,
    )
    assert [problem.code for problem in identity.problems] == ["judgements-contradict"]
    assert "judgement 1" in identity.problems[0].message
    assert identity.canonical("HL group") == "homeland"
    assert identity.canonical("renewal") == "renewal"


def test_judgements_on_claims_are_none_of_the_registers(arvonia):
    assert judged(arvonia, told(("reject", "c0ffee", None))) is arvonia


def test_an_election_of_a_merged_list_is_still_read(iraq):
    election = iraq.election_on_or_before(date(2018, 6, 1))
    first, second = (list_id for list_id, _ in election.results[:2])
    richer = judged(iraq, told(("same", first, second)))
    ids = [list_id for list_id, _ in richer.election_on_or_before(date(2018, 6, 1)).results]
    assert ids[0] == ids[1]


nodes = st.sampled_from(["dawn", "homeland", "renewal", "Dawnists", "HL group", "Oskar Lind"])
rows = st.tuples(st.sampled_from(["same", "different", "unsure"]), nodes, nodes)


@given(st.lists(rows, max_size=12))
def test_no_cluster_holds_what_is_kept_apart_and_none_overlap(some):
    from kutla.register import Register
    from kutla.vocabulary import Chamber

    register = Register("r", "R", Chamber("Diet", 10))
    identity = identity_of(told(*some), register)
    members = [each for cluster in identity.clusters for each in cluster]
    assert len(members) == len(set(members))
    assert not any({a, b} <= set(c) for c in identity.clusters for a, b, _ in identity.apart)


LINES = (
    '["Q1", "name:Dawnists", "positive", 0.91, "ana", "2024-03-01T10:00:00"]',
    '["dawn", "homeland", "negative", null, "ana", "2024-03-02T10:00:00"]',
    '["dawn", "name:The Dawns", "no_judgement", 0.4, "auto", null]',
)


def test_resolver_lines_come_in_and_go_out_as_they_were(arvonia):
    read = list(read_resolver_lines(LINES, "resolve.ijson"))
    assert [(each.left, each.right, each.verdict) for each in read] == [
        ("Dawnists", "Q1", "same"),
        ("homeland", "dawn", "different"),
    ]
    kept = [
        Told(n, each.verdict, each.left, each.right, each.user, each.note)
        for n, each in enumerate(read, 1)
    ]
    assert list(resolver_lines(kept, arvonia)) == list(LINES[:2])


def test_a_wikidata_id_stands_for_its_entity(arvonia):
    known = Entity("oak", EntityKind.PARTY, "Oak", wikidata="Q4242")
    richer = judged(arvonia.amended(entities=[known]), told(("same", "The Oaks", "Q4242")))
    assert richer.match("The Oaks").entity_id == "oak"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{}", "no resolver line"),
        ("nonsense", "no resolver line"),
        ('["a", "b", "perhaps", null, null, null]', "no judgement 'perhaps'"),
        ('["a", 7, "positive", null, null, null]', "ids in quotation marks"),
        ('["a", "b", "positive", "x", null, null]', "is no number"),
        ('["a", "b", "positive", 1, null, "someday"]', "is no moment"),
    ],
)
def test_a_bad_line_is_named_with_its_place(line, said):
    with pytest.raises(RegisterError, match=r"^r\.ijson:2: ") as raised:
        list(read_resolver_lines(["", line], "r.ijson"))
    assert said in str(raised.value)


def test_a_judged_register_keeps_its_own_aliases(arvonia):
    richer = judged(arvonia, told(("same", "Dawnists", "dawn")))
    assert set(arvonia.aliases) < set(richer.aliases)
    assert all(isinstance(alias, Alias) for alias in richer.aliases)
