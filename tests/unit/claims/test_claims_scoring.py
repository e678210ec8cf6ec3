from __future__ import annotations

import hashlib
import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.claims.agreement import is_compatible_name, is_same_name
from kutla.claims.codec import from_line, from_lines, to_lines
from kutla.claims.gold import gold_lines, read_gold
from kutla.claims.matching import match_best
from kutla.claims.score_table import render_differences, render_score
from kutla.claims.scorecard import merge
from kutla.claims.scoring import evaluate_folder, score
from kutla.errors import ClaimError

ARTICLE = "Meadow took 31 seats. Harbour's Ada Voss met Pia Lund. Lund will not stand for speaker."


def claim(kind, subject, other=None, **keys):
    contents = {"kind": kind, "subject": subject, "object": other, "quote": "Meadow took 31 seats"}
    return from_line(json.dumps(contents | keys))


SEATS = claim("seats", "Meadow", value=31)
MET = claim("meets", "Ada Voss", "Pia Lund", source="a clerk", date="2031-05-02")
LEADS = claim("leads", "Ada Voss", "Harbour Party")
GOLD = [SEATS, MET, LEADS]


def test_a_reader_that_reads_the_gold_scores_one_everywhere():
    card = score(GOLD, GOLD)
    assert (card.lenient.f1, card.strict.f1) == (1.0, 1.0)
    assert [detail.accuracy for detail in card.details] == [1.0] * 5
    assert not card.missed
    assert not card.spurious


def test_what_is_missed_and_what_is_read_besides_are_told_apart():
    extra = claim("opposes", "Meadow", "Ada Voss")
    card = score([SEATS, MET, extra, extra], GOLD, name="a")
    assert (card.lenient.precision, card.lenient.recall) == (0.5, pytest.approx(2 / 3))
    assert card.missed == (("a", LEADS),)
    assert card.spurious == (("a", extra),) * 2


def test_kinds_are_scored_apart():
    card = score([SEATS, claim("leads", "Pia Lund", "Harbour Party")], GOLD)
    assert {k.kind: k.lenient.f1 for k in card.kinds} == {"seats": 1.0, "leads": 0.0, "meets": 0.0}


def test_no_gold_and_nothing_read_is_a_full_score():
    assert score([], []).lenient.f1 == 1.0


def test_talk_without_gold_has_no_precision():
    card = score([SEATS], [])
    assert (card.lenient.precision, card.lenient.recall, card.lenient.f1) == (0.0, 1.0, 0.0)


def test_the_number_must_be_the_same():
    assert score([claim("seats", "Meadow", value=30)], [SEATS]).lenient.matched == 0


def test_those_who_meet_may_be_named_the_other_way_round():
    swapped = claim("meets", "Pia Lund", "Ada Voss")
    assert score([swapped], [MET]).strict.matched == 1


def test_those_who_accuse_may_not():
    one, other = claim("accuses", "Ada Voss", "Pia Lund"), claim("accuses", "Pia Lund", "Ada Voss")
    assert score([one], [other]).lenient.matched == 0


def test_a_shorter_name_counts_leniently_but_not_strictly():
    card = score([claim("leads", "Voss", "Harbour")], [LEADS])
    assert (card.lenient.matched, card.strict.matched) == (1, 0)


def test_polarity_and_modality_count_strictly_only():
    denied = claim("leads", "Ada Voss", "Harbour Party", polarity="denied", modality="planned")
    card = score([denied], [LEADS])
    assert (card.lenient.matched, card.strict.matched) == (1, 0)
    assert card.detail("polarity").accuracy == card.detail("modality").accuracy == 0.0


def test_source_and_date_have_an_accuracy_of_their_own():
    card = score([claim("meets", "Ada Voss", "Pia Lund", date="2031-05-02")], [MET])
    assert (card.detail("date").accuracy, card.detail("source").accuracy) == (1.0, 0.0)


def test_an_optional_object_may_be_left_out_but_a_required_one_may_not():
    called = claim("election", "general election", "the king")
    assert score([claim("election", "general election")], [called]).lenient.matched == 1
    assert score([claim("leads", "Ada Voss")], [LEADS]).lenient.matched == 0


def test_the_detained_agree_whether_or_not_the_agent_is_named():
    passive = claim("detains", "nine guards", value=9)
    assert score([passive], [claim("detains", "police", "nine guards", value=9)]).lenient.matched
    assert not score(
        [passive], [claim("detains", "nine guards", "police", value=8)]
    ).lenient.matched
    assert not score([passive], [claim("detains", "police", "Ada Voss", value=9)]).lenient.matched


def test_offices_agree_under_their_several_wordings():
    one = claim("candidate_for", "Ada Voss", "the premiership")
    other = claim("candidate_for", "Ada Voss", "Prime Minister of Norrland")
    assert score([one], [other]).lenient.matched == 1


def test_a_register_makes_two_spellings_one():
    one, other = claim("seats", "Conquest", value=7), claim("seats", "Fath", value=7)
    ids = {"Conquest": "x-fath", "Fath": "x-fath"}
    assert score([one], [other]).lenient.matched == 0
    assert score([one], [other], identify=ids.get).lenient.matched == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qasim al-Tamim", "Qasim Al Tamim"),
        ("the Meadow coalition", "Meadow"),
        ("Prime Minister Bjørn Ås", "Bjorn As"),
        ("Voss", "Ada Voss"),
        ("PFM", "People's Front of the Moor"),
        ("Union of the Moor (UM)", "UM"),
        ("Freedom Party (FP)", "Freedom Party"),
        ("Fath (Conquest) Coalition", "Conquest"),
        ("Ministry of Oil", "Oil Minister"),
    ],
)
def test_one_actor_under_two_wordings(one, other):
    assert is_compatible_name(one, other)
    assert is_compatible_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("National Alliance", "National Harbour Party"),
        ("Ada Voss", "Ida Voss"),
        ("Democratic Party", "Moor Democratic Party"),
        ("Voss", "Lund"),
        ("Prime Minister Ada Voss", "Prime Minister Pia Lund"),
    ],
)
def test_two_actors_under_like_wordings(one, other):
    assert not is_compatible_name(one, other)
    assert not is_compatible_name(other, one)


@given(st.text(max_size=20))
def test_every_name_is_the_same_as_itself(name):
    assert is_same_name(name, name)
    assert is_compatible_name(name, name)


def test_the_matching_is_not_greedy():
    """The first prediction fits both gold claims, the second only the first."""
    wide = claim("leads", "Voss", "Harbour")
    narrow = claim("leads", "Ada Voss", "Harbour Union")
    gold = [claim("leads", "Ada Voss", "Harbour"), claim("leads", "Eva Voss", "Harbour")]
    for predicted in ([wide, narrow], [narrow, wide]):
        assert score(predicted, gold).lenient.matched == 2


weights = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 4), min_size=columns, max_size=columns), max_size=5
    )
)


@settings(max_examples=150)
@given(weights)
def test_the_matching_is_as_good_as_the_best_of_all(rows):
    columns = len(rows[0]) if rows else 0
    size = max(len(rows), columns)
    padded = [row + [0] * (size - columns) for row in rows] + [[0] * size] * (size - len(rows))
    best = max(
        (sum(padded[i][j] for i, j in enumerate(order)) for order in permutations(range(size))),
        default=0,
    )
    pairs = match_best(rows)
    assert sum(rows[i][j] for i, j in pairs) == best
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


def test_scores_of_articles_add_up():
    card = merge([score([SEATS], GOLD), score([SEATS, MET], [SEATS])])
    assert card.documents == 2
    assert (card.lenient.matched, card.lenient.predicted, card.lenient.gold) == (2, 3, 4)
    assert card.detail("quote").compared == 2


def write_pair(folder, name="a", lines=None):
    folder.mkdir(exist_ok=True, parents=True)
    (folder / f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / f"{name}.jsonl").write_text(lines or to_lines([SEATS]), encoding="utf-8")


def test_gold_stands_beside_its_article_by_name(tmp_path):
    write_pair(tmp_path)
    write_pair(tmp_path / "more", "b")
    card = evaluate_folder(tmp_path, None, lambda _: [SEATS])
    assert (card.documents, card.lenient.f1) == (2, 1.0)


def test_gold_may_stand_in_a_folder_of_its_own(tmp_path):
    write_pair(tmp_path / "gold")
    (tmp_path / "gold" / "a.txt").rename(tmp_path / "a.txt")
    card = evaluate_folder(tmp_path / "gold", tmp_path, lambda path: [SEATS][: path.exists()])
    assert card.lenient.matched == 1


def test_an_empty_gold_file_says_that_there_is_nothing_to_read(tmp_path):
    write_pair(tmp_path, lines="\n")
    card = evaluate_folder(tmp_path, None, lambda _: [SEATS])
    assert (card.lenient.gold, card.lenient.precision) == (0, 0.0)


def with_manifest(folder, sha256):
    lines = "".join(f"{line}\n" for line in gold_lines(placed(), has_quotes=False))
    write_pair(folder / "articles", "long-name")
    (folder / "a.jsonl").write_text(lines, encoding="utf-8")
    entry = {"a.jsonl": {"article": "long-name.txt", "sha256": sha256}}
    (folder / "manifest.json").write_text(json.dumps(entry), encoding="utf-8")
    (folder / "articles" / "long-name.jsonl").unlink()


def placed():
    return from_lines(to_lines([SEATS]).replace('"start": 0, "end": 20, ', ""), text=ARTICLE)


def test_gold_without_quotes_cuts_them_from_the_article_of_the_manifest(tmp_path):
    with_manifest(tmp_path, hashlib.sha256(ARTICLE.encode()).hexdigest())
    assert "quote" not in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    (gold,) = read_gold(tmp_path, tmp_path / "articles")
    assert gold.claims[0].quote.exact == "Meadow took 31 seats"


def test_an_article_that_was_changed_is_not_scored(tmp_path):
    with_manifest(tmp_path, "0" * 64)
    write_pair(tmp_path, "b")
    card = evaluate_folder(tmp_path, tmp_path / "articles", lambda _: [SEATS])
    assert card.documents == 1
    assert [problem.code for problem in card.problems] == ["article-changed"]


def test_gold_without_any_article_is_a_plain_sentence(tmp_path):
    write_pair(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ClaimError, match="say where they are"):
        evaluate_folder(tmp_path, None, lambda _: [])


def test_a_folder_without_gold_is_a_plain_sentence(tmp_path):
    with pytest.raises(ClaimError, match="no gold there"):
        evaluate_folder(tmp_path, None, lambda _: [])


def test_a_gold_quote_that_is_not_verbatim_is_scored_and_told(tmp_path):
    write_pair(tmp_path, lines=to_lines([SEATS]).replace("took 31", "won 31"))
    card = evaluate_folder(tmp_path, None, lambda _: [SEATS])
    assert card.lenient.matched == 1
    assert [problem.code for problem in card.problems] == ["quote-not-verbatim"]


def test_the_table_names_both_numbers_and_every_kind():
    card = score([SEATS, claim("leads", "Voss", "Harbour")], GOLD, name="a.txt")
    table = render_score(card)
    assert "all (lenient)" in table
    assert "all (strict)" in table
    assert [line.split()[0] for line in table.splitlines()[1:4]] == ["seats", "leads", "meets"]
    assert "- meets(Ada Voss, Pia Lund)" in render_differences(card)


def test_a_kind_that_was_never_read_has_no_precision_to_print():
    rows = render_score(score([SEATS], [MET])).splitlines()
    assert rows[1].split() == ["seats", "0", "1", "0", "0.00", "–", "0.00", "0.00"]
    assert rows[2].split() == ["meets", "1", "0", "0", "–", "0.00", "0.00", "0.00"]
