"""The shipped parliaments but Iraq's: names as papers write them, seats, leaders, cabinets."""

import itertools
from datetime import date

import pytest

from kutla.register import check_parliament, load_parliament, parliaments
from kutla.register.countries import PARLIAMENTS
from kutla.vocabulary import POLITICAL_GROUPS, EntityKind

OTHERS = ("belgium", "germany", "israel", "lebanon", "netherlands", "spain", "sweden")


@pytest.mark.parametrize("name", parliaments())
def test_each_passes_its_own_check(name):
    assert check_parliament(PARLIAMENTS / name) == ()


def test_they_are_shipped_ready():
    assert set(OTHERS) < set(parliaments())
    assert all((PARLIAMENTS / name / "procedure.toml").is_file() for name in OTHERS)


@pytest.mark.parametrize(
    ("name", "day", "seats", "first"),
    [
        ("belgium", date(2024, 6, 9), 150, ("New Flemish Alliance", 24)),
        ("germany", date(2025, 2, 23), 630, ("Christian Democratic Union", 164)),
        ("israel", date(2022, 11, 1), 120, ("Likud", 32)),
        ("lebanon", date(2022, 5, 15), 128, ("Lebanese Forces", 19)),
        ("netherlands", date(2025, 10, 29), 150, ("Democrats 66", 26)),
        ("netherlands", date(2023, 11, 22), 150, ("Party for Freedom", 37)),
        ("spain", date(2023, 7, 23), 350, ("People's Party", 137)),
        ("sweden", date(2022, 9, 11), 349, ("Social Democrats", 107)),
    ],
)
def test_the_last_elections_have_their_seats(name, day, seats, first):
    register = load_parliament(name)
    election = register.election_on_or_before(day)
    assert (election.held_on.first_on, election.chamber.seats) == (day, seats)
    id_, number = max(election.results, key=lambda each: each[1])
    assert (register.entity(id_).name, number) == first
    if name != "lebanon":
        assert sum(each for _, each in election.results) == seats


NAMES = """
lebanon | Hizbullah | 2022 | Hezbollah
lebanon | القوات اللبنانية | 2022 | Lebanese Forces
lebanon | Phalange Party | 2022 | Kataeb Party
lebanon | Courant patriotique libre | 2022 | Free Patriotic Movement
lebanon | Speaker Nabih Berry | 2023 | Nabih Berri
lebanon | Walid Joumblatt | 2022 | Walid Jumblatt
lebanon | Aoun | 2019 | Michel Aoun
lebanon | Aoun | 2025-06 | Joseph Aoun
lebanon | نجيب ميقاتي | 2023 | Najib Mikati
lebanon | Tashnaq | 2022 | Tashnag
netherlands | PvdA | 2017 | Labour Party
netherlands | GroenLinks-PvdA | 2024 | GreenLeft–Labour
netherlands | Dilan Yesilgoz | 2024 | Dilan Yeşilgöz
netherlands | Wilders | 2024 | Geert Wilders
netherlands | BoerBurgerBeweging | 2024 | Farmer–Citizen Movement
germany | CDU | 2025 | Christian Democratic Union
germany | CDU/CSU | 2025 | CDU/CSU
germany | Alternative für Deutschland | 2025 | Alternative for Germany
germany | Markus Soeder | 2025 | Markus Söder
germany | Die Linke | 2025 | The Left
germany | Bündnis 90/Die Grünen | 2025 | Alliance 90/The Greens
germany | Chancellor Merz | 2025-06 | Friedrich Merz
israel | הליכוד | 2022 | Likud
israel | There Is a Future | 2022 | Yesh Atid
israel | Ra'am | 2022 | United Arab List
israel | القائمة المشتركة | 2020 | Joint List
israel | Yisrael Beytenu | 2022 | Yisrael Beiteinu
israel | Itamar Ben Gvir | 2023 | Itamar Ben-Gvir
israel | بنيامين نتنياهو | 2023 | Benjamin Netanyahu
israel | Blue and White | 2020 | National Unity
belgium | PTB | 2024 | Workers' Party of Belgium
belgium | cdH | 2019 | Les Engagés
belgium | Open Vld | 2024 | Open Flemish Liberals and Democrats
belgium | sp.a | 2019 | Vooruit
belgium | Bart De Wever | 2024 | Bart De Wever
spain | PSOE | 2023 | Spanish Socialist Workers' Party
spain | Junts per Catalunya | 2023 | Together for Catalonia
spain | Alberto Nunez Feijoo | 2023 | Alberto Núñez Feijóo
spain | Popular Party | 2023 | People's Party
spain | Bildu | 2023 | EH Bildu
spain | PNV | 2023 | Basque Nationalist Party
sweden | Moderaterna | 2022 | Moderate Party
sweden | Jimmie Akesson | 2022 | Jimmie Åkesson
sweden | Miljöpartiet | 2022 | Green Party
sweden | Liberalerna | 2022 | Liberals
sweden | Sverigedemokraterna | 2022 | Sweden Democrats
"""


@pytest.mark.parametrize("line", NAMES.strip().splitlines())
def test_names_are_decided_as_papers_write_them(line):
    name, written, year, meant = (cell.strip() for cell in line.split("|"))
    day = date.fromisoformat(f"{year}-06-01"[:7] + "-01" if len(year) == 4 else f"{year}-01")
    match = load_parliament(name).match(written, on=day)
    assert match.standing.value == "decided", match.reason
    assert load_parliament(name).entity(match.entity_id).name == meant


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("sweden", "Left-wing parties and social democrats elsewhere met moderate crowds.", set()),
        ("israel", "They want national unity, new hope and labor for democrats.", set()),
        ("lebanon", "The future of the army is a national dialogue on independence.", set()),
        ("germany", "A union of workers, left of the greens, is an alternative.", set()),
        ("netherlands", "Volt and forum are words; think of a socialist party.", set()),
        ("belgium", "The committed workers' party goes forward, a green one.", set()),
        ("spain", "Citizens can; socialists elsewhere raise a voice.", set()),
        ("spain", "Vox and Sumar met the Popular Party.", {"Vox", "Sumar", "People's Party"}),
    ],
)
def test_ordinary_words_are_no_parties(name, text, found):
    register = load_parliament(name)
    assert {register.entity(s.entity_ids[0]).name for s in register.spot(text)} == found


@pytest.mark.parametrize("name", OTHERS)
def test_every_list_of_the_last_election_is_led_by_somebody(name):
    register = load_parliament(name)
    ids = [id_ for id_, seats in register.elections[-1].results if seats > 5]
    unled = [id_ for id_ in ids if not any(t.role == "leads" for t in register.ties_to(id_))]
    assert unled == []


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_leads_a_list_before_it_was(name):
    register = load_parliament(name)
    for tie in register.tenures:
        if tie.role == "leads" and tie.valid is not None:
            valid = register.entity(tie.other).valid
            assert valid is None or valid.overlaps(tie.valid), tie


@pytest.mark.parametrize("name", OTHERS)
def test_one_person_at_a_time_is_prime_minister(name):
    register = load_parliament(name)
    terms = sorted(
        (t.valid.first_on, t.valid.until_on)
        for t in register.tenures
        if t.role == "holds_office" and t.other in {"prime minister", "chancellor"}
    )
    assert terms
    for (_, until), (since, _) in itertools.pairwise(terms):
        assert until <= since or (until - since).days <= 1


@pytest.mark.parametrize("name", OTHERS)
def test_every_register_holds_parties_people_and_institutions(name):
    kinds = [each.kind for each in load_parliament(name).own_entities]
    assert sum(kind in POLITICAL_GROUPS for kind in kinds) >= 9
    assert kinds.count(EntityKind.PERSON) >= 25
    assert EntityKind.INSTITUTION in kinds


def test_no_two_entities_of_a_shipped_parliament_bear_one_undated_name():
    from collections import defaultdict

    from kutla.register.folding import fold

    for name in OTHERS:
        register = load_parliament(name)
        own = {each.id for each in register.own_entities}
        bearers = defaultdict(set)
        for alias in register.aliases:
            if alias.entity_id in own and alias.mark.value in {"", "exact"} and alias.valid is None:
                bearers[fold(alias.text)].add(alias.entity_id)
        shared = {text for text, ids in bearers.items() if len(ids) > 1} - {"montero"}
        assert shared == set(), name
