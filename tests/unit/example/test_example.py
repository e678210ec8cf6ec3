from __future__ import annotations

import re
from pathlib import Path

import pytest

from kutla.claims.codec import from_lines
from kutla.claims.gold import read_gold
from kutla.example import iraq_reports, rename, renaming, republic_reports, write_example
from kutla.procedure import load_procedure
from kutla.register.checking import check_parliament

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold"
SEEDS = ROOT.parent / "shared" / "seeds"


def test_the_republic_has_a_press_of_four_outlets_one_page_and_one_copy():
    reports = republic_reports()
    assert 12 <= len(reports) <= 20
    everything = "\n".join(report.text for report in reports)
    for outlet in ("Karvenia Wire", "The Gull", "Ambra Post", "The Beacon"):
        assert outlet in everything
    assert [report.name for report in reports if report.name.endswith(".html")]
    assert any("View all comments" in report.text for report in reports)
    assert any(report.name.startswith("undated") for report in reports)


def test_the_seats_of_the_republic_add_up():
    first = republic_reports()[0].text
    seats = [int(number) for number in re.findall(r"^- .*: (\d+)$", first, re.MULTILINE)]
    assert 29 + 24 + sum(seats) == 120


def test_the_reports_about_iraq_are_ten_or_more():
    assert 10 <= len(iraq_reports()) <= 14


def test_the_same_seed_writes_the_same_republic():
    assert republic_reports(7) == republic_reports(7)
    assert republic_reports(7) != republic_reports(8)


@pytest.mark.parametrize("seed", range(1, 6))
def test_another_seed_leaves_no_name_as_it_was(seed):
    names = renaming(seed)
    assert len(set(names.values())) == len(names)
    for report in republic_reports(seed):
        assert not [name for name in names if re.search(rf"\b{name}\b", report.text)]


@pytest.mark.parametrize("seed", [0, 3])
def test_what_is_written_is_a_press_and_a_parliament_that_loads(tmp_path, seed):
    written = write_example(tmp_path, seed)
    assert all(path.is_file() for path in written)
    assert len(list((tmp_path / "republic" / "press").iterdir())) == len(republic_reports())
    assert check_parliament(tmp_path / "republic" / "parliament") == ()
    assert write_example(tmp_path, seed) == written


@pytest.mark.parametrize(("folder", "reports"), [
    ("republic", republic_reports()), ("iraq_example", iraq_reports()),
])  # fmt: skip
def test_every_report_has_gold_whose_quotes_stand_in_it(folder, reports):
    texts = {Path(report.name).stem: report.text for report in reports}
    gold = {path.stem: path.read_text(encoding="utf-8") for path in (GOLD / folder).glob("*.jsonl")}
    assert gold.keys() == texts.keys()
    for name, lines in gold.items():
        from_lines(lines, name=name, text=texts[name])


def test_gold_follows_the_names_of_a_seed():
    names = renaming(4)
    texts = {Path(report.name).stem: report.text for report in republic_reports(4)}
    for path in (GOLD / "republic").glob("*.jsonl"):
        lines = re.sub(r', "start": \d+, "end": \d+', "", path.read_text(encoding="utf-8"))
        from_lines(rename(lines, names), name=path.name, text=texts[path.stem])


@pytest.mark.parametrize("folder", ["world", "unseen", "republic", "iraq_example"])
def test_gold_reads_without_a_problem(folder, tmp_path):
    write_example(tmp_path)
    places = {
        "world": None,
        "republic": tmp_path / "republic" / "press",
        "iraq_example": tmp_path / "iraq",
    }
    for gold in read_gold(GOLD / folder, places.get(folder)):
        assert gold.article is not None
        assert not gold.problems


@pytest.mark.shared
def test_seed_gold_fits_the_seeds_and_holds_none_of_their_words():
    if not SEEDS.is_dir():
        pytest.skip("the five seed articles are not at hand")
    read = read_gold(GOLD / "seeds", SEEDS)
    assert len(read) == 5
    for gold in read:
        assert not gold.problems
        assert 8 <= len(gold.claims) <= 35
        assert all(claim.quote.exact.strip() for claim in gold.claims)
    assert not any('"quote"' in path.read_text() for path in (GOLD / "seeds").glob("*.jsonl"))


@pytest.mark.shared
def test_no_sentence_of_the_seeds_is_in_the_example():
    if not SEEDS.is_dir():
        pytest.skip("the five seed articles are not at hand")
    seeds = " ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt"))
    known = set(shingles(seeds))
    for report in (*iraq_reports(), *republic_reports()):
        # below "Subscribe" stands what a comment widget prints, the same on a million pages
        news = report.text.partition("\nSubscribe\n")[0]
        assert not [words for words in shingles(news) if words in known], report.name


@pytest.mark.shared
def test_no_sentence_of_the_seeds_is_in_the_exercises():
    if not SEEDS.is_dir():
        pytest.skip("the five seed articles are not at hand")
    known = set(
        shingles(" ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))
    )
    for path in (*GOLD.glob("world/*.txt"), *GOLD.glob("unseen/*.txt")):
        copied = [words for words in shingles(path.read_text(encoding="utf-8")) if words in known]
        assert not copied, path.name


def test_the_reprints_have_a_widget_of_comments():
    assert sum("\nSubscribe\n" in r.text for r in (*iraq_reports(), *republic_reports())) == 2


def shingles(text, size=9):
    words = re.findall(r"\w+", text.casefold())
    return [tuple(words[at : at + size]) for at in range(len(words) - size)]


def test_the_republic_has_a_procedure_of_its_own(tmp_path):
    write_example(tmp_path, 2)
    procedure = load_procedure("republic", folder=tmp_path / "republic" / "parliament")
    assert not procedure.is_generic
    assert {rule.id for rule in procedure.rules} >= {"speaker", "designation", "investiture"}
