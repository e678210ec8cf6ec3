"""Claims from elsewhere: exact round trips, and every fault told with its line."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kutla.claims import Modality, Polarity, Voice, VoiceRole
from kutla.claims.codec import to_lines
from kutla.exports.files import csv_text
from kutla.exports.importing import claims_with_documents_text, read_claims, record_imported
from kutla.exports.tables import TABLES
from kutla.ledger import open_ledger
from kutla.vocabulary import Period, Quote, When
from support.diary import Diary, arvonia, at
from unit.exports.conftest import seen_of


def put(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_documents_and_claims_come_back_exactly(seen, diary, tmp_path):
    path = put(tmp_path, "all.jsonl", claims_with_documents_text(seen))
    found = read_claims([path], diary.register)
    assert found.faults == ()
    assert found.documents == tuple(diary.documents)
    assert found.claims == tuple(diary.claims)


TEXT = 'Ilsa Varro met, they say, Tomas Dehl — twice.\nNobody "else" came, = or so.'
WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(
    lambda word: word.strip() == word
)


@st.composite
def claims(draw):
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | meets | Harbour")
    (document,), (claim,) = diary.documents, diary.claims
    size = len(document.text)
    start = draw(st.integers(0, size - 1))
    end = draw(st.integers(start + 1, size))
    voices = st.builds(
        Voice,
        name=WORDS,
        role=st.sampled_from(VoiceRole),
        is_anonymous=st.booleans(),
        description=st.text(max_size=8),
    )
    day = draw(st.dates().map(Period.day) | st.none())
    made = replace(
        claim,
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        attribution=tuple(draw(st.lists(voices, max_size=3))),
        event=When(day, draw(st.text(max_size=8) | st.none()), draw(st.text(max_size=8))),
        quote=Quote.cut(document.id, document.text, start, end),
        certainty=draw(st.floats(0, 1)),
    )
    diary.claims = [made]
    return diary


@given(claims())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_a_claim_says_it_comes_back(tmp_path, diary):
    path = put(tmp_path, "one.jsonl", claims_with_documents_text(seen_of(diary)))
    found = read_claims([path], diary.register)
    assert found.faults == ()
    (claim,) = found.claims
    expected = diary.claims[0]
    known = tuple(  # a name without an id is matched on the way in
        replace(voice, entity_id=back.entity_id)
        for voice, back in zip(expected.attribution, claim.attribution, strict=True)
    )
    assert claim == replace(expected, attribution=known)
    assert claim.id == expected.id


def test_a_table_of_ours_is_known_to_the_ledger_it_came_from(seen, diary, tmp_path):
    path = put(tmp_path, "claims.csv", csv_text(TABLES["claims"](seen)))
    found = read_claims([path], diary.register, held=diary.documents, known=diary.claims)
    assert found.faults == ()
    assert found.claims == tuple(diary.claims)
    other = read_claims([path], diary.register, held=diary.documents)
    assert [
        (c.kind, c.subject.entity_id, c.value, c.event.period, c.quote) for c in other.claims
    ] == [(c.kind, c.subject.entity_id, c.value, c.event.period, c.quote) for c in diary.claims]


def test_a_row_changed_in_the_table_is_another_claim(seen, diary, tmp_path):
    text = csv_text(TABLES["claims"](seen)).replace(",30,", ",31,", 1)
    path = put(tmp_path, "claims.csv", text)
    found = read_claims([path], diary.register, held=diary.documents, known=diary.claims)
    (fresh,) = set(found.claims) - set(diary.claims)
    assert (fresh.subject.entity_id, fresh.value) == ("harbour", 31)


def test_a_document_is_found_beside_the_file_and_of_a_far_page_the_quote_is_kept(tmp_path):
    put(
        tmp_path,
        "report.txt",
        "Herald, 20 May 2031\n\nThe Harbour list won 30 seats in the new Diet, the commission said "
        "on Tuesday, and its leader thanked all who had voted.",
    )
    rows = [
        {"kind": "seats", "subject": "Harbour", "value": 30, "quote": "Harbour list won 30 seats",
         "address": "report.txt"},
        {"kind": "seats", "subject": "Sunrise", "value": 47, "quote": "Sunrise has 47 seats now",
         "url": "https://gazette.example/7", "outlet": "Gazette", "published": "2031-05-21",
         "source": "a senior official"},
    ]  # fmt: skip
    path = put(tmp_path, "claims.jsonl", "\n".join(map(json.dumps, rows)))
    found = read_claims([path], arvonia())
    assert found.faults == ()
    near, far = found.claims
    assert near.quote.stands_in(found.documents[0].text)
    assert (far.subject.entity_id, far.is_anonymous, str(far.reported)) == (
        "dawn",
        True,
        "2031-05-21",
    )
    assert [document.text for document in found.documents][1] == "Sunrise has 47 seats now"


def test_claims_about_given_documents_need_only_an_address(tmp_path):
    rows = [
        {"kind": "meets", "subject": "Dawn", "object": "Meadow", "quote": "Dawn met Meadow",
         "address": "https://gazette.example/8"},
        {"url": "https://gazette.example/8", "title": "Talks", "date": "2031-05-22",
         "text": "On Thursday Dawn met Meadow behind closed doors, aides of both sides said."},
    ]  # fmt: skip
    path = put(tmp_path, "claims.jsonl", "\n".join(map(json.dumps, rows)))
    found = read_claims([path], arvonia())
    assert found.faults == ()
    assert found.claims[0].quote.start == len("On Thursday ")
    assert str(found.claims[0].reported) == "2031-05-22"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ({"value": 3}, "line 2: 'kind' is missing"),
        ({"kind": "seats", "subject": ""}, "line 2: 'subject' is missing"),
        ({"kind": "gossip"}, "line 2: no kind of claim is called 'gossip'"),
        ({"kind": "seats", "value": "many"}, "line 2: 'value' should be a whole number"),
        ({"kind": "seats", "value": 3, "quote": "never said"}, "line 2: the words 'never said'"),
        ({"kind": "seats"}, "line 2: a seats claim needs a number"),
        ({"kind": "joins_bloc"}, "line 2: a joins_bloc claim needs an object"),
        ({"kind": "seats", "value": 3, "date": "soon"}, "line 2: 'date' should be an ISO day"),
        ({"kind": "seats", "value": 3, "document": "0" * 16}, "line 2: the claim names document"),
        ({"kind": "seats", "value": 3, "document": None}, "line 2: the claim names no document"),
        ({"kind": "seats", "value": 3, "document": "gone.txt"}, "there is no document gone.txt"),
        ({"kind": "seats", "value": 3, "polarity": "maybe"}, "'polarity' should be one of"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_read(diary, tmp_path, row, said):
    good = {
        "kind": "seats",
        "subject": "Dawn",
        "value": 4,
        "quote": "Dawn",
        "document": diary.documents[0].id,
    }
    if isinstance(row, dict):
        whole = {"subject": "Dawn", "quote": "Dawn", "document": good["document"], **row}
        row = json.dumps({key: value for key, value in whole.items() if value != ""})
    text = "\n".join((json.dumps(good), row, json.dumps(good)))
    found = read_claims([put(tmp_path, "c.jsonl", text)], diary.register, held=diary.documents)
    assert len(found.claims) == 2
    assert len(found.faults) == 1
    assert said in found.faults[0]
    assert found.faults[0].startswith(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind,subject\nseats,Dawn\n", "line 1: there is no column quote"),
        (
            "kind,subject,quote,value,document\nseats,Dawn,Dawn,few,ID\n",
            "line 2: 'value' should be",
        ),
        (
            "kind;subject;quote;value;document\nseats;Dawn;Dawn;3;gone.txt\n",
            "line 2: there is no document",
        ),
        ('kind,subject,quote\nseats,Dawn,"open', "line 2"),
    ],
)
def test_faults_of_tables_are_told_with_their_line(diary, tmp_path, text, said):
    text = text.replace("ID", diary.documents[0].id)
    found = read_claims([put(tmp_path, "c.csv", text)], diary.register, held=diary.documents)
    assert any(said in fault for fault in found.faults), found.faults


def test_a_json_file_is_read_whole(diary, tmp_path):
    row = {
        "kind": "seats",
        "subject": "Dawn",
        "value": 4,
        "quote": "Dawn",
        "document": diary.documents[0].id,
    }
    for text, claims, faults in (
        (json.dumps(row, indent=1), 1, []),
        (json.dumps([row, row], indent=1), 2, []),
        (json.dumps([row, 3]), 1, ["c.json, claim 2: not a JSON object; write one object a claim"]),
        ("[", 0, ["c.json: not JSON"]),
    ):
        path = put(tmp_path, "c.json", text)
        found = read_claims([path], diary.register, held=diary.documents)
        assert len(found.claims) == claims
        assert [fault.partition("/c.json")[0] != fault for fault in found.faults] == [True] * len(
            faults
        )
        assert all(part in fault for part, fault in zip(faults, found.faults, strict=True))


def test_a_file_of_another_sort_or_encoding_is_refused(diary, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"kind,subject,quote\nseats,D\xe9wn,x\n")
    (tmp_path / "b.docx").write_text("kind", encoding="utf-8")
    found = read_claims([tmp_path / "a.csv", tmp_path / "b.docx"], diary.register)
    assert [fault.partition(": ")[2][:9] for fault in found.faults] == ["not UTF-8", "claims ar"]


def test_what_is_imported_stands_beside_every_reading_and_twice_adds_nothing(seen, diary, tmp_path):
    path = put(tmp_path, "all.jsonl", claims_with_documents_text(seen))
    with open_ledger(tmp_path / "new.db") as ledger:
        for known in (0, len(diary.claims)):
            found = read_claims([path], diary.register, held=ledger.documents())
            made = record_imported(ledger, found, at("2031-08-01"))
            assert made.claims_known == known
        anew = [replace(claim, method="diary/2") for claim in diary.claims]
        ledger.record((), (), anew, recorded_at=at("2031-08-02"), run="diary/2")
        assert set(diary.claims) < set(ledger.claims())
        assert ledger.verify() == ()
        assert {len(story.document_ids) for story in ledger.stories()} <= {1, 2}


def test_lines_of_claims_alone_are_those_of_the_codec(seen, diary, tmp_path):
    path = put(tmp_path, "claims.jsonl", to_lines(seen.claims))
    found = read_claims([path], diary.register, held=diary.documents)
    assert found.claims == tuple(diary.claims)
