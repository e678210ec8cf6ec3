from datetime import date

import pytest

from kutla.errors import UnknownEntityError
from kutla.register import Alias, Entity, MatchStanding, Register
from kutla.vocabulary import Chamber, EntityKind


@pytest.mark.parametrize(
    "name",
    [
        "Dawn Coalition",
        "dawn coalition",
        "the Dawn Coalition",
        "Arvonian Dawn Coalition",
        "Dawn list",
        "Dawn Coalition list",
        "Fajr bloc",
        "el-Fajr",
        "Fajr (Dawn) Coalition",
    ],
)
def test_a_curated_name_decides_whatever_head_or_article_it_wears(arvonia, name):
    match = arvonia.match(name)
    assert (match.standing, match.entity_id) == (MatchStanding.DECIDED, "dawn"), match.reason


def test_titles_are_no_part_of_a_name(arvonia):
    assert arvonia.match("former Prime Minister Ilsa Varro").entity_id == "ilsa-varro"


def test_a_list_named_after_a_man_is_not_the_man(arvonia):
    assert arvonia.match("Mira Dawn list").entity_id is None


def test_a_list_is_not_even_proposed_for_the_man_or_country_in_its_name(arvonia):
    ids = {each.entity_id for each in arvonia.match("Mira Dawn list").candidates}
    assert "mira-dawn" not in ids
    assert arvonia.match("Serbian List").candidates == ()


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Homeland leader Tomas Varro", "tomas-varro"),
        ("Lake Region Prime Minister Tomas Varro", "tomas-varro"),
        ("Ilsa Varro's Homeland", "homeland"),
        ("the office of President Ilsa Varro", None),
        ("a spokesman for Prime Minister Ilsa Varro", None),
        ("Germany's Homeland", None),
        ("Quentin Oxley's Homeland", None),
    ],
)
def test_a_name_is_found_in_the_phrase_that_introduces_it(arvonia, name, entity_id):
    richer = arvonia.amended(
        entities=(Entity("germany", EntityKind.COUNTRY, "Germany"),),
        aliases=(Alias("germany", "Germany"),),
    )
    assert richer.match(name).entity_id == entity_id


def test_a_generic_name_is_never_folded_onto_another(arvonia):
    for name in ("National Coalition", "National List", "National Front"):
        assert arvonia.match(name).entity_id is None, name


def test_a_dated_name_decides_in_its_days_and_is_an_open_question_later(arvonia):
    assert arvonia.match("National Alliance", on=date(2005, 1, 1)).entity_id == "national-old"
    later = arvonia.match("National Alliance", on=date(2018, 1, 1))
    assert later.entity_id is None
    assert later.standing is MatchStanding.AMBIGUOUS
    assert {each.entity_id for each in later.candidates} == {"homeland", "national-old"}
    assert "a slip for Homeland" in later.reason
    assert "until 2009-12-31" in later.reason


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Reform", "reform-bloc"),
        ("the Reform", "reform-bloc"),
        ("reform bloc", "reform-bloc"),
        ("reform", None),
        ("the reform", None),
        ("renewal", None),
        ("Renewal", "renewal"),
    ],
)
def test_a_word_in_small_letters_is_no_name(arvonia, name, entity_id):
    richer = arvonia.amended(
        entities=[Entity("reform-bloc", EntityKind.PARTY_LIST, "Reform")],
        aliases=[Alias("reform-bloc", "Reform")],
    )
    match = richer.match(name)
    assert match.entity_id == entity_id
    if entity_id is None:
        assert (match.standing, match.candidates) == (MatchStanding.UNKNOWN, ())
        assert "ordinary word" in match.reason
        assert len(match.against) == 1


def test_without_a_day_a_name_with_a_second_reading_stays_open(arvonia):
    assert arvonia.match("National Alliance").standing is MatchStanding.AMBIGUOUS


def test_a_shared_name_is_ambiguous_until_something_tells(arvonia):
    assert arvonia.match("Varro").standing is MatchStanding.AMBIGUOUS
    on = date(2016, 5, 5)
    assert arvonia.match("Prime Minister Varro", on=on).entity_id == "ilsa-varro"
    assert arvonia.match("Varro", context="Varro of the Homeland party").entity_id == "tomas-varro"


def test_a_name_of_the_wrong_kind_is_proposed_not_decided(arvonia):
    match = arvonia.match("Homeland", kind=EntityKind.PERSON)
    assert (match.standing, match.entity_id) == (MatchStanding.PROPOSED, None)
    assert match.best == "homeland"


def test_papers_call_one_group_a_party_a_bloc_and_a_militia(arvonia):
    assert arvonia.match("Iron Guard", kind=EntityKind.PARTY).entity_id == "iron-guard"


@pytest.mark.parametrize("name", ["Ilsa Varo Lindt", "Ilsse Varrow", "Thomas Varro"])
def test_likeness_never_decides(arvonia, name):
    match = arvonia.match(name)
    assert match.entity_id is None
    assert match.standing is not MatchStanding.DECIDED


def test_likeness_proposes_with_a_reason(arvonia):
    match = arvonia.match("Thomas Varro")
    assert match.standing is MatchStanding.PROPOSED
    assert match.best == "tomas-varro"
    assert match.reason == "written like Tomas Varro"


def test_a_fuller_name_that_differs_speaks_against_the_shorter_one(arvonia):
    richer = arvonia.amended(
        entities=[Entity("mahdi", EntityKind.PERSON, "Oskar Mahdi Lindner")],
        aliases=[Alias("mahdi", "Oskar Mahdi Lindner"), Alias("mahdi", "Oskar Lindner")],
    )
    assert richer.match("Oskar Mehdi Lindner").best == "mahdi"
    match = richer.match("Oskar Samuel Lindner")
    assert match.candidates == ()
    assert "Oskar Mahdi Lindner in full" in match.against[0].why


def test_pairs_that_are_never_the_same_are_not_even_proposed(arvonia):
    assert arvonia.are_never_same("Ilsa Varro", "Ilsa Varo")
    assert arvonia.match("Ilsa Varo").candidates == ()


def test_a_stranger_is_unknown_and_the_reason_says_so(arvonia):
    match = arvonia.match("Quentin Oxley")
    assert match.standing is MatchStanding.UNKNOWN
    assert match.candidates == ()
    assert "Quentin Oxley" in match.reason


def test_what_an_analyst_adds_decides_from_then_on(arvonia):
    richer = arvonia.amended(
        entities=(Entity("quentin-oxley", EntityKind.PERSON, "Quentin Oxley"),),
        aliases=(Alias("quentin-oxley", "Quentin Oxley"),),
    )
    assert richer.match("Quentin Oxley").entity_id == "quentin-oxley"
    assert arvonia.match("Quentin Oxley").entity_id is None


def test_holders_tell_the_countrys_office_from_a_regions(arvonia):
    on = date(2016, 1, 1)
    assert [each.id for each in arvonia.holders("premier", on)] == ["ilsa-varro"]
    regional = arvonia.holders("Prime Minister of the Lake Region", on)
    assert [each.id for each in regional] == ["tomas-varro"]
    assert arvonia.holders("prime minister", date(2019, 1, 1)) == ()


def test_an_unknown_id_is_named(arvonia):
    assert arvonia.find_entity("nobody") is None
    with pytest.raises(UnknownEntityError, match=r"'nobody'.*arvonia"):
        arvonia.entity("nobody")


def test_an_empty_register_knows_the_world_and_nothing_of_the_parliament():
    register = Register.empty("Netherlands", Chamber("Tweede Kamer", 150))
    assert register.chamber.absolute_majority == 76
    assert register.match("Berlin").entity_id == "germany"
    assert register.match("the U.S.").entity_id == "united-states"
    assert register.match("us").entity_id is None
    assert register.match("The Hague").entity_id is None
    assert register.match("Partij van de Toekomst").standing is MatchStanding.UNKNOWN
    assert register.election_on_or_before(date(2026, 1, 1)) is None
