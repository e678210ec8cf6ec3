"""A report about each shipped parliament: its lists are named rightly and hold the seats it says."""

from datetime import date

import pytest

from kutla.pipeline import extract_paths
from kutla.register import load_parliament

REPORTS = {
    "belgium": """Brussels, 11 July 2024

King names De Wever formateur

Bart De Wever, the leader of the N-VA, wants a coalition with MR, Les Engagés, CD&V and Vooruit. The N-VA holds 24 of the 150 seats in the Chamber of Representatives, the MR 20, Les Engages 14, Vooruit 13 and CD&V 11.

Georges-Louis Bouchez said on Wednesday that the Reformist Movement was ready to govern.
""",
    "germany": """Berlin, 9 April 2025

Conservatives and Social Democrats agree

CDU leader Friedrich Merz presented the agreement on Wednesday. The CDU/CSU bloc won 208 of 630 seats in February, the Alternative for Germany 152 and the SPD 120. The Greens hold 85 seats and the Left Party 64.

Bavaria's Markus Soeder ruled out a coalition with the Greens.
""",
    "israel": """Jerusalem, 14 November 2022

Netanyahu gets the mandate to form a coalition

Likud won 32 of the 120 seats in the Knesset, Yesh Atid 24, Religious Zionism 14, National Unity 12 and Shas 11. Binyamin Netanyahu, who wants to be prime minister again, met on Sunday with Itamar Ben Gvir.
""",
    "lebanon": """Beirut, 12 January 2023

No president again

The FPM holds 17 seats in the 128-seat chamber, and the Lebanese Forces hold 19. Samir Geagea accused Hizbullah of blocking the vote. Walid Joumblatt met with Speaker Nabih Berry on Wednesday.
""",
    "netherlands": """The Hague, 24 November 2023

Talks begin

After the election a coalition is far off. The Freedom Party won 37 seats, GroenLinks-PvdA 25, the VVD 24 and New Social Contract 20 of the 150 seats in the Tweede Kamer. Frans Timmermans said GreenLeft-Labour refused to work with the PVV.
""",
    "spain": """Madrid, 9 November 2023

Agreement on a coalition government signed

The PSOE holds 121 of the 350 seats in the Congress of Deputies, the Popular Party 137, Vox 33 and Sumar 31. Alberto Nunez Feijoo, the leader of the PP, accused Pedro Sanchez of selling out the country.
""",
    "sweden": """Stockholm, 14 October 2022

Right presents its deal

The Sweden Democrats won 73 of the 349 seats in the Riksdag, the Social Democrats 107, the Moderate Party 68 and the Centre Party 24. Johan Pehrson said that the Liberals would support Ulf Kristersson as prime minister.
""",
}  # fmt: skip
SEATS = {
    "belgium": {"be-n-va": 24, "be-mr": 20, "be-engages": 14, "be-vooruit": 13, "be-cdv": 11},
    "germany": {"de-union": 208, "de-afd": 152, "de-spd": 120, "de-greens": 85, "de-linke": 64},
    "israel": {"il-likud": 32, "il-yesh-atid": 24, "il-rzp": 14, "il-shas": 11},
    "lebanon": {"lb-fpm": 17, "lb-lf": 19},
    "netherlands": {"nl-pvv": 37, "nl-gl-pvda": 25, "nl-vvd": 24, "nl-nsc": 20},
    "spain": {"es-psoe": 121, "es-pp": 137, "es-vox": 33, "es-sumar": 31},
    "sweden": {"se-sd": 73, "se-s": 107, "se-m": 68, "se-c": 24},
}
OTHERS = {
    "germany": {"de-soder", "de-greens"},
    "lebanon": {"lb-geagea", "lb-hezbollah", "lb-walid-jumblatt", "lb-berri"},
    "netherlands": {"nl-gl-pvda", "nl-pvv"},
    "spain": {"es-feijoo", "es-sanchez"},
    "sweden": {"se-l", "se-kristersson"},
}


@pytest.fixture(scope="module")
def claims(tmp_path_factory):
    folder = tmp_path_factory.mktemp("press")
    found = {}
    for name, text in REPORTS.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        found[name] = extract_paths([path], load_parliament(name)).claims
    return found


def id_of(referent):
    return getattr(referent, "entity_id", None)


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_lists_hold_the_seats_that_are_reported(claims, name):
    seats = {id_of(c.subject): c.value for c in claims[name] if c.kind == "seats"}
    assert {id_: seats.get(id_) for id_ in SEATS[name]} == SEATS[name]


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_people_and_parties_of_other_claims_are_known(claims, name):
    named = {id_of(c.subject) for c in claims[name]} | {id_of(c.object) for c in claims[name]}
    assert OTHERS[name] <= named


def test_the_register_has_the_same_seats_as_the_reports():
    days = {"belgium": date(2024, 7, 11), "israel": date(2022, 11, 14), "spain": date(2023, 11, 9)}
    for name, day in days.items():
        results = dict(load_parliament(name).election_on_or_before(day).results)
        assert {id_: results.get(id_) for id_ in SEATS[name]} == SEATS[name]
