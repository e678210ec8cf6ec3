from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kutla.register.folding import fold


def spotted(register, text):
    found = register.spot(text)
    for each in found:
        assert text[each.start : each.end] == each.text
    return [(each.text, each.entity_ids) for each in found]


def test_the_longest_name_at_each_place(arvonia):
    assert spotted(arvonia, "Ilsa Varro met Mira Dawn in Lake City.") == [
        ("Ilsa Varro", ("ilsa-varro",)),
        ("Mira Dawn", ("mira-dawn",)),
        ("Lake City", ("lake-city",)),
    ]


def test_a_possessive_is_tolerated_and_left_out(arvonia):
    assert spotted(arvonia, "Homeland’s list") == [("Homeland", ("homeland",))]


def test_a_head_behind_a_group_belongs_to_its_name(arvonia):
    found = spotted(arvonia, "the al-Fajr coalition list says")
    assert found == [("al-Fajr coalition list", ("dawn",))]
    assert spotted(arvonia, "The Homeland bloc says") == [("Homeland bloc", ("homeland",))]


def test_article_and_hyphen_are_tolerated(arvonia):
    assert spotted(arvonia, "Al-Fajr lost") == [("Al-Fajr", ("dawn",))]
    assert spotted(arvonia, "the AL FAJR list") == [("AL FAJR list", ("dawn",))]


def test_no_name_inside_a_word(arvonia):
    assert spotted(arvonia, "Homelands, Varrony, HLX") == []


def test_an_ordinary_word_needs_a_group_word_and_a_capital(arvonia):
    assert spotted(arvonia, "Renewal of the lease; a renewal movement") == []
    assert spotted(arvonia, "the Renewal list") == [("Renewal list", ("renewal",))]
    assert spotted(arvonia, "the Movement “Renewal” won") == [("Renewal", ("renewal",))]


def test_an_abbreviation_is_taken_in_capitals_only(arvonia):
    assert spotted(arvonia, "hl and HL") == [("HL", ("homeland",))]


def test_a_shared_name_gives_all_who_bear_it(arvonia):
    assert spotted(arvonia, "On Monday Varro spoke") == [("Varro", ("ilsa-varro", "tomas-varro"))]


def test_a_surname_inside_a_strangers_name_is_left_alone(arvonia):
    assert spotted(arvonia, "Quentin Varro spoke.") == []
    assert spotted(arvonia, "Varro Lindt spoke.") == []
    assert spotted(arvonia, "Prime Minister Varro spoke.") != []


def test_in_a_headline_a_lone_surname_counts_if_the_text_names_it_too(arvonia):
    headline = "Iron Factions Move To Oust Mira Stone And Unseat Varro"
    assert spotted(arvonia, headline) == []
    body = "\nOn Monday Varro spoke."
    assert len(spotted(arvonia, headline + body)) == 2


def test_a_capital_where_something_happens_is_no_government(iraq):
    assert spotted(iraq, "talks in Tehran; a base near Ankara; George Washington") == []
    assert spotted(iraq, "Tehran denied it")[0] == ("Tehran", ("iran",))


def test_a_word_among_capitals_is_no_abbreviation(iraq):
    assert spotted(iraq, "THIS IS WRONG") == []
    assert spotted(iraq, "fighters of IS fled") == [("IS", ("islamic-state",))]


def test_a_day_leaves_out_what_a_name_meant_at_other_times(arvonia):
    text = "the National Alliance won"
    assert arvonia.spot(text)[0].entity_ids == ("national-old", "homeland")
    assert arvonia.spot(text, on=date(2005, 1, 1))[0].entity_ids == ("national-old", "homeland")


def test_a_name_that_is_only_proposed_is_found_and_left_open(arvonia):
    found = arvonia.spot("the National Alliance won", on=date(2018, 1, 1))
    assert [(each.text, each.entity_ids) for each in found] == [("National Alliance", ())]


def test_names_do_not_run_over_a_line_end(arvonia):
    assert spotted(arvonia, "Lake\nCity") == []


TEXTS = st.lists(
    st.sampled_from(
        [
            "Ilsa",
            "Varro",
            "Mira",
            "Dawn",
            "Coalition",
            "Homeland",
            "Lake",
            "City",
            "HL",
            "the",
            "said",
            "Iron",
            "Guard",
            "Renewal",
            "list",
        ]
    ),
    max_size=14,
).map(" ".join)


@given(TEXTS)
def test_spotting_agrees_with_a_slow_twin_on_whole_names(arvonia, text):
    """Every full name of several words stands at the first place where no longer one began."""
    names = {fold(a.text): a.entity_id for a in arvonia.aliases if " " in a.text and not a.valid}
    names.pop("national alliance")
    tokens = text.split()
    expected, at = [], 0
    while at < len(tokens):
        for length in range(len(tokens) - at, 1, -1):
            key = fold(" ".join(tokens[at : at + length]))
            if key in names and key == " ".join(tokens[at : at + length]).casefold():
                expected.append(names[key])
                at += length - 1
                break
        at += 1
    whole = [
        each.entity_ids[0]
        for each in arvonia.spot(text)
        if any(each.text.startswith(a.text) for a in arvonia.aliases if " " in a.text)
    ]
    assert whole == expected
