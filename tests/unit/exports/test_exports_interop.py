"""Files of other programs, read back by those programs or held to their schemas."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import jsonschema
import networkx as nx
import pytest

from kutla.claims import Polarity
from kutla.exports.annotations import annotations_text
from kutla.exports.ftm import ftm_entities, ftm_text, write_statements
from kutla.exports.gexf import gexf_text
from kutla.exports.popolo import popolo
from kutla.exports.ties import ties_of
from support.diary import Diary
from support.popolo_schema import SCHEMA
from unit.exports.conftest import seen_of

GEXF = "{http://gexf.net/1.3}"


def edges(text):
    return {
        (e.get("source"), e.get("label"), e.get("target")): e
        for e in ET.fromstring(text).iter(f"{GEXF}edge")
    }


def test_the_graph_is_read_by_networkx_with_nodes_edges_weights_and_spells(seen, tmp_path):
    path = tmp_path / "g.gexf"
    path.write_text(gexf_text(seen), encoding="utf-8")
    graph = nx.read_gexf(path)
    ties = ties_of(seen)
    assert graph.number_of_edges() == len(ties)
    assert set(graph.nodes) == {end.key for tie in ties for end in (tie.subject, tie.object)}
    assert graph.nodes["dawn"]["label"] == "Dawn"
    assert graph.nodes["dawn"]["seats"] == 47
    assert graph.nodes["harbour"]["spells"] == [("2031-06-01", "None")]
    edge = graph.get_edge_data("harbour", "big-tent")
    assert (edge["weight"], edge["start"], edge["kind"]) == (1.0, "2031-06-01", "joins_bloc")
    assert edge["standing"] == "reported"


def test_the_graph_keeps_to_the_schema(seen):
    """The rules of the XSD of GEXF 1.3 that a writer can break; it may not be shipped here."""
    root = ET.fromstring(gexf_text(seen))
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    assert [child.tag for child in root] == [f"{GEXF}meta", f"{GEXF}graph"]
    graph = root[1]
    assert graph.get("mode") == "dynamic"
    assert graph.get("timeformat") == "date"
    assert [child.tag.removeprefix(GEXF) for child in graph] == [
        "attributes", "attributes", "nodes", "edges",
    ]  # fmt: skip
    declared = {each.get("class"): {a.get("id"): a.get("type") for a in each} for each in graph[:2]}
    ids = [node.get("id") for node in graph[2]]
    assert len(set(ids)) == len(ids) == int(graph[2].get("count"))
    assert len({edge.get("id") for edge in graph[3]}) == len(graph[3]) == int(graph[3].get("count"))
    for owner, things in (("node", graph[2]), ("edge", graph[3])):
        for thing in things:
            assert [child.tag.removeprefix(GEXF) for child in thing] in (
                ["attvalues"], ["attvalues", "spells"],
            )  # fmt: skip
            for value in thing[0]:
                sort = declared[owner][value.get("for")]
                read = {"integer": int, "double": float, "boolean": ("true", "false").index}
                read.get(sort, str)(value.get("value"))
            for spell in (*thing[1:], thing):
                start, end = spell.get("start"), spell.get("end")
                assert start is None or end is None or start <= end
    for edge in graph[3]:
        assert {edge.get("source"), edge.get("target")} <= set(ids)


def test_what_lasts_is_open_and_what_happened_has_an_end(seen):
    found = edges(gexf_text(seen))
    assert found["harbour", "joins_bloc", "big-tent"].get("end") is None
    raid = found["?lantern guard", "raids", "harbour"]
    assert (raid.get("start"), raid.get("end")) == ("2031-06-15", "2031-06-15")
    led = found["tomas", "leads", "dawn"]
    assert (led.get("start"), led.get("end")) == ("2031-05-20", None)
    bound = {v.get("for"): v.get("value") for v in led[0]}["day_is_bound"]
    assert bound == "true"


def test_an_earlier_turn_ends_where_the_later_begins():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Meadow | joins_bloc | Big Tent | on 2031-05-19")
    diary.report("Post", "2031-07-02", "Meadow | leaves_bloc | Big Tent | on 2031-07-01")
    later, earlier = ties_of(seen_of(diary))
    assert (str(earlier.first_on), str(earlier.last_on)) == ("2031-05-19", "2031-07-01")
    assert (str(later.first_on), later.last_on) == ("2031-07-01", None)
    assert later.reading.polarity is Polarity.NEGATED


def test_names_with_signs_that_xml_cannot_hold_are_written_without_them():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "The \x0b<Reed> & Co | supports | Dawn")
    root = ET.fromstring(gexf_text(seen_of(diary)))
    assert "The  <Reed> & Co" in {node.get("label") for node in root.iter(f"{GEXF}node")}


def test_annotations_point_at_the_very_words(seen, diary):
    page = json.loads(annotations_text(seen))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    texts = {f"urn:kutla:document:{each.id}": each.text for each in diary.documents}
    assert len(page["items"]) == len(diary.claims)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["body"][0]["value"]
        quote, position = item["target"]["selector"]
        text = texts[item["target"]["source"]["id"]]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_what_does_not_count_is_not_annotated(judged):
    assert len(json.loads(annotations_text(judged))["items"]) == len(judged.claims) - 1


def test_popolo_keeps_to_its_schema_and_its_ids_lead_somewhere(seen):
    found = popolo(seen)
    jsonschema.validate(found, SCHEMA, cls=jsonschema.Draft202012Validator)
    organizations = {each["id"] for each in found["organizations"]}
    persons = {each["id"] for each in found["persons"]}
    posts = {each["id"] for each in found["posts"]}
    for each in found["memberships"]:
        assert each["organization_id"] in organizations
        assert each.get("person_id", "tomas") in persons
        assert each.get("post_id") in {None, *posts}
        assert each.get("member", {"id": "dawn"})["id"] in organizations
    assert organizations == set(organizations)


def test_popolo_holds_what_is_so_and_no_plans(seen):
    found = popolo(seen)
    told = {
        (
            each.get("person_id") or each["member"]["id"],
            each["role"],
            each["organization_id"],
        ): each
        for each in found["memberships"]
    }
    assert told["harbour", "member", "big-tent"]["start_date"] == "2031-06-01"
    assert told["orchard", "member", "dawn"]["sources"][0]["note"].startswith("Post: “Orchard")
    assert ("tomas", "leader", "dawn") in told
    assert ("ilsa", "prime minister", "arvonia-chamber") in told
    assert not any(who == "meadow" for who, _, _ in told)
    assert [each["id"] for each in found["events"]] == ["arvonia-2031"]


def test_who_took_an_office_has_no_last_day_in_it():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Ilsa Varro | appointed_to | speaker | on 2031-05-19")
    seen = seen_of(diary)
    (membership,) = popolo(seen)["memberships"]
    assert (membership["start_date"], "end_date" in membership) == ("2031-05-19", False)
    (post,) = [each for each in ftm_entities(seen) if each["schema"] == "UnknownLink"]
    assert post["properties"]["startDate"] == ["2031-05-19"]


def test_popolo_of_ours_is_a_parliament_to_our_own_importer(seen, tmp_path):
    from kutla.exports.popolo import popolo_text
    from kutla.register.importing import import_popolo

    path = tmp_path / "p.json"
    path.write_text(popolo_text(seen), encoding="utf-8")
    draft = import_popolo(path, "Arvonia")
    assert {"Dawn", "Harbour", "Big Tent"} <= {entity.name for entity in draft.entities}
    assert {(each.role, each.other) for each in draft.tenures} >= {
        ("holds_office", "prime minister")
    }


def entities(seen):
    return {each["id"]: each for each in ftm_entities(seen)}


def test_followthemoney_entities_say_who_is_what_to_whom(seen):
    found = entities(seen)
    by_schema = {}
    for each in found.values():
        by_schema.setdefault(each["schema"], []).append(each["properties"])
    assert found["ilsa"]["schema"] == "Person"
    assert found["dawn"]["properties"]["notes"] == [
        "Dawn holds 47 of 120 seats; Dawn holds 48 seats (contested)"
    ]
    (led,) = by_schema["Directorship"]
    assert (led["director"], led["organization"], led["date"]) == (
        ["tomas"], ["dawn"], ["2031-05-20"],
    )  # fmt: skip
    joined = next(each for each in by_schema["Membership"] if each["member"] == ["harbour"])
    assert (joined["startDate"], joined["publisher"]) == (["2031-06-01"], ["Post"])
    assert found[joined["proof"][0]]["schema"] == "Article"
    links = {(e["subject"][0], e["role"][0]): e for e in by_schema["UnknownLink"]}
    assert links["meadow", "joins bloc"]["status"] == ["reported, possible"]
    assert links["norland", "meets"]["status"] == ["denied, denied"]


def test_every_end_of_a_link_is_there(seen):
    found = entities(seen)
    ends = ("member", "organization", "director", "holder", "post", "subject", "object", "proof")
    for each in found.values():
        for name in ends:
            if each["schema"] not in {"Position", "Person"}:
                assert set(each["properties"].get(name, [])) <= set(found)


def test_followthemoney_takes_every_entity_as_it_is(seen):
    model = pytest.importorskip(
        "followthemoney", reason="the extra interop is not installed; `make interop` installs it"
    ).model
    for line in ftm_text(seen).splitlines():
        written = json.loads(line)
        schema = model.get(written["schema"])
        schema.validate(written)
        read = model.get_proxy(written, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in read.items()} == {
            name: sorted(values) for name, values in written["properties"].items()
        }
        for name, values in written["properties"].items():
            target = schema.properties[name].range
            for value in values if target is not None else ():
                other = model.get(entities(seen)[value]["schema"])
                assert other.is_a(target), (schema.name, name, other.name)


def test_statements_are_written_and_read_by_followthemoneys_own_tool(seen, tmp_path):
    statement = pytest.importorskip(
        "followthemoney.statement", reason="the extra interop is not installed; see `make interop`"
    )
    path = tmp_path / "statements.csv"
    write_statements(seen, path)
    read = list(statement.read_statements(io.BytesIO(path.read_bytes()), statement.CSV))
    assert {each.entity_id for each in read} == set(entities(seen))
    assert all(each.id == each.generate_key() for each in read if each.prop != "id")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [r["value"] for r in rows if (r["entity_id"], r["prop"]) == ("ilsa", "name")]
    assert names == ["Ilsa Varro"]
