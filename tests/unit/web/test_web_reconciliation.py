"""The service as OpenRefine and other clients of the Reconciliation API talk to it."""

import json
from datetime import date
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from kutla.register import Alias, Entity, Register, Tenure, load_parliament
from kutla.vocabulary import Chamber, EntityKind, Period
from kutla.web import create_app

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def arvonia():
    return Register(
        "arvonia",
        "Arvonia",
        Chamber("Diet", 120),
        entities=(
            Entity("dawn", EntityKind.PARTY_LIST, "Dawn Coalition", country="Arvonia"),
            Entity("old", EntityKind.PARTY, "Old Guard", wikidata="Q77"),
            Entity("ilsa-varro", EntityKind.PERSON, "Ilsa Varro", wikidata="Q4"),
            Entity("tomas-varro", EntityKind.PERSON, "Tomas Varro"),
            Entity("script", EntityKind.PERSON, "<script>alert(1)</script> Lind"),
        ),
        aliases=(
            Alias("dawn", "Dawn Coalition"),
            Alias("dawn", "تحالف الفجر", "ar"),
            Alias("old", "Old Guard"),
            Alias("ilsa-varro", "Ilsa Varro"),
            Alias("ilsa-varro", "Varro"),
            Alias("tomas-varro", "Tomas Varro"),
            Alias("tomas-varro", "Varro"),
            Alias("script", "<script>alert(1)</script> Lind"),
        ),
        tenures=(
            Tenure(
                "ilsa-varro",
                "holds_office",
                "prime minister",
                Period(date(2015, 1, 1), date(2019, 1, 1)),
            ),
            Tenure("tomas-varro", "leads", "dawn"),
        ),
        redirects=(("gone", "dawn"),),
    )


@pytest.fixture(scope="module")
def client(arvonia):
    return TestClient(create_app(lambda: arvonia), base_url="http://here.test")


def ask(client, queries, **more):
    """A batch as OpenRefine posts it: one form field that holds JSON."""
    body = urlencode({"queries": json.dumps(queries), **more})
    return client.post("/reconcile", content=body, headers=FORM)


def test_the_manifest_says_where_everything_is(client):
    manifest = client.get("/reconcile").json()
    assert "0.2" in manifest["versions"]
    assert manifest["identifierSpace"] == "http://here.test/entity/"
    assert {each["id"] for each in manifest["defaultTypes"]} == {"person", "party", "party-list"}
    assert manifest["view"]["url"] == "http://here.test/entity/{{id}}"
    assert manifest["preview"]["url"].endswith("/reconcile/preview?id={{id}}")
    assert set(manifest["suggest"]) == {"entity", "type", "property"}
    for part in manifest["suggest"].values():
        assert client.get(part["service_path"], params={"prefix": "p"}).status_code == 200
    proposing = manifest["extend"]["propose_properties"]
    assert client.get(proposing["service_path"], params={"type": "person"}).status_code == 200


def test_a_batch_is_answered_key_by_key(client):
    queries = {
        "q0": {"query": "the Dawn list", "type": "party-list", "limit": 3},
        "q1": {"query": "Nobody Atall"},
        "q2": {"query": "تحالف الفجر", "type": [{"id": "party-list"}], "type_strict": "should"},
    }
    answered = ask(client, queries).json()
    assert set(answered) == {"q0", "q1", "q2"}
    (found,) = answered["q0"]["result"]
    assert (found["id"], found["match"], found["score"]) == ("dawn", True, 100.0)
    assert found["type"] == [{"id": "party-list", "name": "party list"}]
    assert answered["q1"] == {"result": []}
    assert answered["q2"]["result"][0]["match"] is True


def test_a_name_of_two_is_no_match_until_the_row_tells(client):
    both = ask(client, {"q0": {"query": "Varro"}}).json()["q0"]["result"]
    assert {each["id"] for each in both} == {"ilsa-varro", "tomas-varro"}
    assert not any(each["match"] for each in both)
    row = [{"pid": "office", "v": "prime minister"}, {"pid": "valid_on", "v": "2016-05-05"}]
    told = ask(client, {"q0": {"query": "Varro", "properties": row}}).json()["q0"]["result"]
    assert (told[0]["id"], told[0]["match"]) == ("ilsa-varro", True)
    row = [{"pid": "party", "v": {"id": "dawn", "name": "Dawn"}}, {"pid": "context", "v": [1, "x"]}]
    told = ask(client, {"q0": {"query": "Varro", "properties": row}}).json()["q0"]["result"]
    assert (told[0]["id"], told[0]["match"]) == ("tomas-varro", True)


def test_a_likeness_is_offered_and_never_a_match(client):
    (found,) = ask(client, {"q0": {"query": "Ilse Varo", "type": "person"}}).json()["q0"]["result"]
    assert (found["id"], found["match"]) == ("ilsa-varro", False)
    assert 84 <= found["score"] < 100


def test_a_limit_is_kept_and_a_wikidata_id_is_its_own_answer(client):
    one = ask(client, {"q": {"query": "Varro", "limit": 1}}).json()["q"]["result"]
    assert len(one) == 1
    known = ask(client, {"q": {"query": "Q77"}}).json()["q"]["result"]
    assert (known[0]["id"], known[0]["match"]) == ("old", True)


def test_queries_may_come_in_the_address_as_json_and_singly(client):
    text = json.dumps({"q0": {"query": "Old Guard"}})
    by_get = client.get("/reconcile", params={"queries": text}).json()
    by_json = client.post("/reconcile", json={"queries": {"q0": {"query": "Old Guard"}}}).json()
    bare = client.post("/reconcile", json={"q0": {"query": "Old Guard"}}).json()
    assert by_get == by_json == bare
    assert by_get["q0"]["result"][0]["id"] == "old"
    single = client.get("/reconcile", params={"query": "Old Guard"}).json()
    legacy = client.get("/reconcile", params={"query": '{"query": "Old Guard"}'}).json()
    assert single == legacy == by_get["q0"]


@pytest.mark.parametrize(
    "path",
    [
        "/reconcile",
        "/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22Old%22%7D%7D",
        "/reconcile/suggest/entity?prefix=var",
        "/reconcile/suggest/type?prefix=",
        "/reconcile/suggest/property?prefix=off",
        "/reconcile/flyout/entity?id=dawn",
        "/reconcile/properties?type=person",
    ],
)
def test_a_callback_makes_it_a_script(client, path):
    joint = "&" if "?" in path else "?"
    response = client.get(f"{path}{joint}callback=jQuery112_17.done")
    assert response.headers["content-type"].startswith("application/javascript")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.text.startswith("/**/jQuery112_17.done(")
    contents = response.text.removeprefix("/**/jQuery112_17.done(").removesuffix(");")
    assert json.loads(contents) == client.get(path).json()


@pytest.mark.parametrize("callback", ["alert(1)//", "a b", "", "x" * 200, "1a", "a.</script>"])
def test_a_callback_that_is_no_name_is_refused(client, callback):
    response = client.get("/reconcile", params={"callback": callback})
    assert response.status_code == 400
    assert response.json()["status"] == "error"


def test_any_site_may_ask(client):
    response = client.get("/reconcile", headers={"Origin": "http://127.0.0.1:3333"})
    assert response.headers["access-control-allow-origin"] == "*"


def test_suggesting_goes_by_beginnings_then_words_then_likeness(client):
    def ids(prefix, cursor=0):
        path = "/reconcile/suggest/entity"
        found = client.get(path, params={"prefix": prefix, "cursor": cursor}).json()["result"]
        return [each["id"] for each in found]

    assert ids("il") == ["ilsa-varro"]
    assert ids("var") == ["ilsa-varro", "tomas-varro"]
    assert ids("Tomass Varo") == ["tomas-varro"]
    assert ids("var", 1) == ["tomas-varro"]
    assert ids("") == []
    first = client.get("/reconcile/suggest/entity?prefix=daw").json()["result"][0]
    assert first["notable"] == [{"id": "party-list", "name": "party list"}]


def test_types_and_properties_are_suggested(client):
    types = client.get("/reconcile/suggest/type?prefix=party").json()["result"]
    assert {each["id"] for each in types} == {"party", "party-list"}
    properties = client.get("/reconcile/suggest/property?prefix=office").json()["result"]
    assert {each["id"] for each in properties} == {"holds_office", "office"}


def test_a_preview_and_a_flyout_escape_what_they_show(client):
    page = client.get("/reconcile/preview?id=script")
    assert page.headers["content-type"].startswith("text/html")
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text
    flyout = client.get("/reconcile/flyout/entity?id=script").json()
    assert flyout["id"] == "script"
    assert "<script>" not in flyout["html"]
    assert "prime minister" in client.get("/reconcile/preview?id=ilsa-varro").text
    assert client.get("/reconcile/flyout/type?id=party").status_code == 200
    assert client.get("/reconcile/flyout/property?id=names").status_code == 200


def test_an_extension_fills_cells(client):
    asked = {
        "ids": ["dawn", "ilsa-varro", "nobody"],
        "properties": [
            {"id": "names", "settings": {"limit": 1}},
            {"id": "led_by"},
            {"id": "holds_office", "settings": {"limit": "", "valid_on": "2016-01-01"}},
            {"id": "wikidata"},
        ],
    }
    body = urlencode({"extend": json.dumps(asked)})
    answered = client.post("/reconcile", content=body, headers=FORM).json()
    assert [each["id"] for each in answered["meta"]] == [
        "names", "led_by", "holds_office", "wikidata",
    ]  # fmt: skip
    rows = answered["rows"]
    assert rows["dawn"]["names"] == [{"str": "Dawn Coalition"}]
    assert rows["dawn"]["led_by"] == [{"id": "tomas-varro", "name": "Tomas Varro"}]
    assert rows["ilsa-varro"]["holds_office"] == [{"str": "prime minister"}]
    assert rows["ilsa-varro"]["wikidata"] == [{"str": "Q4"}]
    assert rows["nobody"] == {"names": [], "led_by": [], "holds_office": [], "wikidata": []}
    asked["properties"] = [{"id": "holds_office", "settings": {"valid_on": "2020-01-01"}}]
    later = client.post("/reconcile", json={"extend": asked}).json()
    assert later["rows"]["ilsa-varro"]["holds_office"] == []


def test_properties_are_proposed_for_a_kind(client):
    def ids(**asked):
        answered = client.get("/reconcile/properties", params=asked).json()
        return [each["id"] for each in answered["properties"]]

    assert "holds_office" in ids(type="person")
    assert "seats" not in ids(type="person")
    assert "seats" in ids(type="party-list")
    assert len(ids(type="person", limit=2)) == 2
    assert "office" not in ids()  # only tells namesakes apart


def test_a_merged_id_stays_good_for_ever(client):
    response = client.get("/entity/gone", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (308, "/entity/dawn")
    assert "Dawn Coalition" in client.get("/entity/gone").text
    known = ask(client, {"q": {"query": "gone"}}).json()["q"]["result"]
    assert known[0]["id"] == "dawn"
    asked = {"ids": ["gone"], "properties": [{"id": "kind"}]}
    rows = client.post("/reconcile", json={"extend": asked}).json()["rows"]
    assert rows == {"gone": {"kind": [{"str": "party-list"}]}}


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"queries": "{"}, "queries: no JSON at character 1"),
        ({"queries": "[" * 100_000}, "queries: no JSON"),
        ({"queries": "[]"}, "no JSON object"),
        ({"queries": '{"q0": 7}'}, "q0: no query"),
        ({"queries": '{"q0": {"query": null}}'}, "q0: no query"),
        ({"queries": '{"q0": {"query": "x", "limit": "many"}}'}, "'many'; give a number"),
        ({"queries": '{"q0": {"query": "x", "properties": {}}}'}, "list of objects"),
        ({"queries": '{"q0": {"query": "x", "properties": [{"p": 1}]}}'}, "a property reads"),
        (
            {"queries": '{"q0": {"query": "x", "properties": [{"pid": "valid_on", "v": "May"}]}}'},
            "write a day as 2018-09-01",
        ),
        ({"extend": "{}"}, "extend: it reads"),
        ({"extend": '{"ids": [], "properties": [{"id": "colour"}]}'}, "no property 'colour'"),
        ({"extend": '{"ids": [], "properties": [7]}'}, "a property reads"),
        (
            {"extend": '{"ids": [], "properties": [{"id": "names", "settings": {"limit": "x"}}]}'},
            "limit is a number",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_400(client, parameters, said):
    response = client.post("/reconcile", content=urlencode(parameters), headers=FORM)
    assert response.status_code == 400
    told = response.json()
    assert told["status"] == "error"
    assert said in told["message"]


def test_bodies_that_cannot_be_read_are_refused(client):
    wrong = [
        ({"Content-Type": "text/xml"}, b"<a/>", "send application/x-www-form-urlencoded"),
        ({"Content-Type": "application/json"}, b"{", "the body: no JSON"),
        ({"Content-Type": "application/json"}, b"[]", "no JSON object"),
        (FORM, b"\xff\xfe", "not UTF-8"),
        (FORM, b"queries=" + b"x" * 9_000_000, "longer than"),
    ]
    for headers, body, said in wrong:
        response = client.post("/reconcile", content=body, headers=headers)
        assert (response.status_code, said in response.json()["message"]) == (400, True), said
    many = {f"q{n}": {"query": "x"} for n in range(1001)}
    assert "at most 1000" in ask(client, many).json()["message"]


def test_what_is_not_there_is_404(client):
    for path in (
        "/entity/nobody",
        "/reconcile/preview?id=nobody",
        "/reconcile/flyout/entity?id=nobody",
        "/reconcile/flyout/type?id=nobody",
        "/reconcile/suggest/colour?prefix=x",
    ):
        response = client.get(path)
        assert (response.status_code, response.json()["status"]) == (404, "error"), path
    assert client.get("/reconcile/suggest/entity?cursor=x").status_code == 400


def test_strange_names_are_answered_with_nothing(client):
    queries = {f"q{n}": {"query": text} for n, text in enumerate(["", "  ", "…", "\x00", "🙂", 7])}
    answered = ask(client, queries)
    assert answered.status_code == 200
    assert all(each["result"] == [] for each in answered.json().values())


def test_the_first_page_says_what_to_enter(client):
    assert "http://here.test/reconcile" in client.get("/").text


def test_iraqs_register_answers_a_column():
    iraq = load_parliament("iraq")
    client = TestClient(create_app(lambda: iraq))
    column = [
        "Fatih (Conquest) Coalition",
        "Moqtada Sadr",
        "مقتدى الصدر",
        "Moktadha Sadder",
        "Quux",
    ]
    queries = {f"q{n}": {"query": name} for n, name in enumerate(column)}
    answered = ask(client, queries).json()
    tops = [answered[key]["result"][:1] for key in queries]
    assert [top[0]["id"] if top else None for top in tops] == [
        "iq-fatah", "iq-muqtada-al-sadr", "iq-muqtada-al-sadr", "iq-muqtada-al-sadr", None,
    ]  # fmt: skip
    assert [top[0]["match"] if top else None for top in tops] == [True, True, True, False, None]
