"""Parliaments made of a dump of Wikidata and a list of ids."""

import bz2
import gzip
import json
from datetime import date

import pytest

from kutla.errors import RegisterError
from kutla.register import check_parliament, load_parliament
from kutla.register.importing import import_wikidata, read_ids, write_parliament
from kutla.vocabulary import Chamber, EntityKind

DIET = Chamber("Diet", 120)


def to_item(target, **qualifiers):
    claim = {
        "rank": "normal",
        "mainsnak": {"datavalue": {"value": {"entity-type": "item", "id": target}}},
    }
    if qualifiers:
        claim["qualifiers"] = {
            prop: [{"datavalue": {"value": {"time": time, "precision": precision}}}]
            for prop, (time, precision) in qualifiers.items()
        }
    return claim


def on(time, precision):
    return {"rank": "normal", "mainsnak": {"datavalue": {"value": {"time": time, "precision": precision}}}}  # fmt: skip


ITEMS = [
    {
        "type": "item", "id": "Q100",
        "labels": {"en": {"value": "Ilsa Varro"}, "ar": {"value": "إلسا فارو"}, "xx": {"value": "no"}},
        "aliases": {"en": [{"value": "Ilsa M. Varro"}, {"value": "ILSA VARRO"}]},
        "claims": {
            "P31": [to_item("Q5")],
            "P102": [to_item("Q200", P580=("+2014-05-00T00:00:00Z", 10))],
            "P39": [
                to_item("Q300", P580=("+2016-01-10T00:00:00Z", 11), P582=("+2018-00-00T00:00:00Z", 9)),
                to_item("Q999"),
            ],
            "P571": [on("+1960-00-00T00:00:00Z", 9)],
        },
    },
    {
        "type": "item", "id": "Q200", "labels": {"en": {"value": "Dawn"}}, "aliases": [],
        "claims": {
            "P31": [to_item("Q7278")], "P488": [to_item("Q100"), to_item("Q404")],
            "P571": [on("+2001-00-00T00:00:00Z", 9)],
            "P463": [{**to_item("Q201"), "rank": "deprecated"}, to_item("Q202")],
        },
    },
    {"type": "item", "id": "Q202", "labels": {"ar": {"value": "تحالف الفجر"}}, "aliases": [],
     "claims": {"P31": [to_item("Q388602")]}},
    {"type": "item", "id": "Q201", "labels": {"en": {"value": "Night"}}, "aliases": [],
     "claims": {"P31": [to_item("Q7278")]}},
    {"type": "item", "id": "Q300", "labels": {"en": {"value": "Prime Minister of Arvonia"}},
     "aliases": [], "claims": []},
    {"type": "item", "id": "Q400", "labels": [], "aliases": [], "claims": []},
    {"type": "item", "id": "Q500", "labels": {"en": {"value": "Somebody else"}}, "claims": []},
]  # fmt: skip
WANTED = ("Q100", "Q200", "Q201", "Q202", "Q300", "Q400")


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "dump.json"
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in ITEMS)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return path


def made(dump, wanted=WANTED, languages=("en", "ar")):
    return import_wikidata(dump, wanted, "Arvonia", chamber=DIET, languages=languages)


def test_items_become_entities_of_their_kind_with_names_in_the_languages_asked_for(dump, tmp_path):
    folder = write_parliament(made(dump), tmp_path / "made")
    assert check_parliament(folder) == ()
    register = load_parliament(folder)
    varro = register.find_by_wikidata("Q100")
    assert (varro.name, varro.kind, varro.valid) == ("Ilsa Varro", EntityKind.PERSON, None)
    assert register.match("إلسا فارو").entity_id == varro.id
    assert [a.text for a in register.aliases_of(varro.id)] == ["Ilsa Varro", "Ilsa M. Varro", "إلسا فارو"]  # fmt: skip
    assert register.find_by_wikidata("Q200").valid.first_on == date(2001, 1, 1)
    assert register.find_by_wikidata("Q202").kind is EntityKind.ELECTORAL_ALLIANCE
    assert varro.provenance == "https://www.wikidata.org/wiki/Q100"


def test_ties_have_the_days_of_their_qualifiers(dump):
    ties = {(t.entity_id, t.role, t.other): t.valid for t in made(dump).tenures}
    since = ties["arvonia-ilsa-varro", "member_of", "arvonia-dawn"]
    assert (since.first_on, since.until_on) == (date(2014, 5, 1), date.max)
    office = ties["arvonia-ilsa-varro", "holds_office", "prime minister of arvonia"]
    assert (office.first_on, office.last_on) == (date(2016, 1, 10), date(2018, 12, 31))
    assert ("arvonia-ilsa-varro", "leads", "arvonia-dawn") in ties
    assert any(entity == "arvonia-dawn" and role == "part_of" for entity, role, _ in ties)


def test_what_is_deprecated_or_was_not_asked_for_is_left_out(dump):
    draft = made(dump)
    assert not any("night" in tie.other for tie in draft.tenures)
    assert {each.wikidata for each in draft.entities} == {"Q100", "Q200", "Q201", "Q202"}


def test_an_item_without_a_name_is_left_out_and_an_office_is_no_entity(dump):
    names = {each.wikidata for each in made(dump).entities}
    assert not names & {"Q400", "Q300", "Q500"}


@pytest.mark.parametrize(("suffix", "opened"), [(".gz", gzip.open), (".bz2", bz2.open)])
def test_a_packed_dump_is_read_as_it_is(dump, tmp_path, suffix, opened):
    packed = tmp_path / f"dump.json{suffix}"
    with opened(packed, "wb") as file:
        file.write(dump.read_bytes())
    assert [each.id for each in made(packed).entities] == [each.id for each in made(dump).entities]


def test_lines_nobody_asked_for_are_never_parsed(tmp_path):
    path = tmp_path / "dump.json"
    path.write_text('[\n{"id":"Q1", broken\n' + json.dumps(ITEMS[1]) + ",\n]\n", encoding="utf-8")
    assert [each.name for each in made(path, ("Q200",)).entities] == ["Dawn"]


def test_a_broken_line_that_was_asked_for_is_named(tmp_path):
    path = tmp_path / "dump.json"
    path.write_text('[\n{"id":"Q1", broken\n]\n', encoding="utf-8")
    with pytest.raises(RegisterError, match=r"dump\.json:2 is no item of a Wikidata dump"):
        made(path, ("Q1",))


def test_a_dump_without_the_ids_a_missing_and_a_truncated_one_are_refused(dump, tmp_path):
    with pytest.raises(RegisterError, match=r"dump\.json holds none of the 1 ids asked for"):
        made(dump, ("Q77",))
    with pytest.raises(RegisterError, match=r"no\.json cannot be read as a dump"):
        made(tmp_path / "no.json")
    short = tmp_path / "short.json.gz"
    short.write_bytes(gzip.compress(dump.read_bytes())[:-20])
    with pytest.raises(RegisterError, match=r"short\.json\.gz cannot be read as a dump"):
        made(short)
    false = tmp_path / "false.json.bz2"
    false.write_bytes(b"no bzip at all")
    with pytest.raises(RegisterError, match=r"false\.json\.bz2 cannot be read as a dump"):
        made(false)


def test_ids_are_read_in_any_form(tmp_path):
    path = tmp_path / "ids.txt"
    path.write_text("Q42\nhttps://www.wikidata.org/wiki/Q7, wd:Q42\nname,Q100\n", encoding="utf-8")
    assert read_ids(path) == ("Q42", "Q7", "Q100")
    path.write_text("nothing here", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"ids\.txt holds no Wikidata id such as Q42"):
        read_ids(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RegisterError, match=r"ids\.txt is no text of ids"):
        read_ids(path)
