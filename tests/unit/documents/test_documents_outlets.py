"""Who published a report, from which signs; and who is only credited."""

import pytest

from kutla.documents import Document, Metadata, OutletKind, make_document
from kutla.documents.lines import fold
from kutla.documents.outlet_table import find_outlet, find_outlet_by_url, known_outlets

BODY = (
    "The Harbour List has agreed to sit in a cabinet with Common Ground, its leader said on Monday.",
    "Talks about the ministries began last week and are to end before parliament meets again.",
    "Common Ground won 31 of the 120 seats in the spring election and has governed alone since.",
)


def document(*lines: str, **metadata: str) -> Document:
    return make_document("\n\n".join(lines), address="a.txt", metadata=Metadata(**metadata))


def name(found: Document) -> str | None:
    return found.outlet.name if found.outlet else None


def test_metadata_name_the_outlet() -> None:
    found = document(*BODY, outlet="The Vesk Courier")
    assert name(found) == "The Vesk Courier"
    assert found.outlet is not None
    assert "metadata" in found.outlet.evidence


def test_the_address_of_a_page_names_a_known_outlet_with_its_kind() -> None:
    found = document(*BODY, url="https://www.dutchnews.nl/2021/07/cabinet-talks/")
    assert found.outlet is not None
    assert (found.outlet.name, found.outlet.kind) == ("DutchNews", OutletKind.WEBSITE)


def test_an_appeal_and_the_name_on_its_own_line_name_an_outlet_nobody_knows() -> None:
    found = document("Support VeskCourier", "Cabinet agreed in Ljubava", *BODY, "Support VeskCourier",
                     "VeskCourier", "Comments", "Nope.")  # fmt: skip
    assert name(found) == "VeskCourier"


def test_a_comment_policy_names_whose_it_is() -> None:
    found = document(
        *BODY, "Comments", "Vesk Courier moderates all comments. Comments that insult are rejected."
    )
    assert name(found) == "Vesk Courier"


def test_a_tagline_names_a_known_outlet() -> None:
    found = document(
        "The Kathmandu Post: news and views from the newspaper of record", "Cabinet agreed", *BODY
    )
    assert name(found) == "The Kathmandu Post"


def test_a_papers_dateline_names_it_and_a_wires_dateline_does_not() -> None:
    assert name(document("VESK (Balkan Insight) – " + BODY[0], *BODY[1:])) == "Balkan Insight"
    wire = document("VESK (AFP) – " + BODY[0], *BODY[1:])
    assert wire.outlet is None
    assert wire.credits == ("Agence France-Presse",)


def test_told_x_names_x_but_not_where_everyone_quotes_x() -> None:
    assert (
        name(document(*BODY, "“We will wait,” she told Malaysiakini on Sunday.")) == "Malaysiakini"
    )
    quoted = document(*BODY, "“We will wait,” she told the BBC on Sunday.")
    assert quoted.outlet is None
    assert quoted.credits == ("BBC",)


def test_independent_signs_add_up() -> None:
    one = document(*BODY, "“We will wait,” she told Malaysiakini on Sunday.").outlet
    two = document(
        "Support Malaysiakini", *BODY, "“We will wait,” she told Malaysiakini on Sunday."
    ).outlet
    assert one is not None
    assert two is not None
    assert two.certainty > one.certainty


@pytest.mark.parametrize(
    ("sentence", "origin"),
    [
        ("The list has left the talks, Reuters reported.", "Reuters"),
        ("The list has left the talks, the Vesk Daily News reported.", "Vesk Daily News"),
        ("According to Anadolu Agency, the list has left the talks.", "Anadolu Agency"),
        ("The claim was first published by Der Spiegel.", "Der Spiegel"),
    ],
)
def test_origins_are_credited_and_never_taken_for_the_publisher(sentence: str, origin: str) -> None:
    found = document(*BODY, sentence)
    assert found.credits == (origin,)
    assert found.outlet is None


def test_a_person_who_reported_something_is_no_outlet() -> None:
    assert document(*BODY, "Ilva Doren reported that the talks had failed.").credits == ()


def test_readers_comments_credit_nobody() -> None:
    found = document(
        *BODY, "3 Comments", "Kestrel88", "Reuters reported that you are wrong, my friend."
    )
    assert found.credits == ()


def test_without_a_sign_there_is_no_outlet() -> None:
    assert document(*BODY).outlet is None


def test_the_table_of_outlets_is_sound() -> None:
    outlets = known_outlets()
    assert len(outlets) > 100
    assert all(outlet.kind is not None for outlet in outlets)
    names = [n for outlet in outlets for n in {fold(n) for n in (outlet.name, *outlet.aliases)}]
    domains = [domain for outlet in outlets for domain in outlet.domains]
    assert len(set(domains)) == len(domains)
    assert sorted({n for n in names if names.count(n) > 1}) == []
    assert all(find_outlet(outlet.name) is outlet for outlet in outlets)
    assert find_outlet_by_url("https://en.wikinews.org/wiki/X") is find_outlet("Wikinews")
    assert find_outlet_by_url("no address at all") is None
