"""Nothing in the repository that does not belong there: places of one machine, others' sentences."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_OURS = {
    ".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__",
    "kutla.egg-info", "build", "dist", "demo",
}  # fmt: skip
RUN = 9
"""So many words in a row are no accident."""
OF_A_PLUGIN = (
    "comments oldest newest most voted inline feedbacks view all comments",
    "0 would love your thoughts please comment x x",
)
"""Buttons of a comment plugin, the same under millions of pages, which the example imitates."""
WHO_SAYS = re.compile(r'"source": "[^"]{0,60}"')
"""How an article describes an unnamed speaker, in a line of gold: a name, not a sentence."""

MACHINE = re.compile(r"(?<![\w.$}*)-])/(?:work|root|home|tmp|Users)/\w")
HOSTS = tuple(".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org")))


def files() -> list[Path]:
    found: list[Path] = []
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.name in NOT_OURS or path.is_symlink():
                continue
            if path.is_dir():
                folders.append(path)
            elif not path.name.startswith(("kutla.db", "brief.html")):
                found.append(path)
    return found


@cache
def texts() -> dict[str, str]:
    """Every text file by its place; the model's weights are no text."""
    read = {}
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content and "model" not in path.parts:
            read[str(path.relative_to(ROOT))] = content.decode(encoding="utf-8")
    return read


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return zip(*(found[start:] for start in range(RUN)), strict=False)


def copied(text: str, theirs: set[tuple[str, ...]]) -> list[str]:
    return [" ".join(run) for run in runs(text) if run in theirs]


def test_no_file_names_a_place_of_one_machine() -> None:
    named = {place: MACHINE.findall(text) for place, text in texts().items()}
    assert {place: hits for place, hits in named.items() if hits} == {}


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert [p for p, text in texts().items() if any(host in text for host in HOSTS)] == []


@pytest.mark.shared
def test_no_file_holds_a_sentence_of_the_seed_articles(seeds: Path) -> None:
    articles = sorted(seeds.glob("*.txt"))
    assert articles
    theirs = {run for path in articles for run in runs(path.read_text(encoding="utf-8"))}
    theirs -= {run for text in OF_A_PLUGIN for run in runs(text)}
    kept = {p: copied(WHO_SAYS.sub("", text), theirs) for p, text in texts().items()}
    assert {place: hits for place, hits in kept.items() if hits} == {}


def test_the_search_for_sentences_would_notice_one() -> None:
    article = (
        "Harbour leaders met on Sunday, and said that no list may stay out of the new cabinet."
    )
    theirs = set(runs(article))
    assert copied("They wrote: said, that no list\nmay stay out of the NEW cabinet", theirs) != []
    assert copied("said that no list may stay in the old cabinet", theirs) == []
    assert MACHINE.search('open("/' + 'home/reek/kutla.db")')
    assert not MACHINE.search("articles/tmp/one.txt and ../shared/work/two.txt")


def test_every_text_file_ends_with_one_line_break() -> None:
    ours = {p: t for p, t in texts().items() if p.endswith((".py", ".md", ".toml", ".csv"))}
    assert len(ours) > 100
    assert [p for p, text in ours.items() if text and not text.endswith("\n")] == []


def test_headings_of_the_changelog_fall() -> None:
    versions = re.findall(r"^## (\d+)\.(\d+)\.(\d+)", texts()["CHANGELOG.md"], re.MULTILINE)
    numbers = [tuple(map(int, version)) for version in versions]
    assert numbers
    assert all(newer > older for newer, older in pairwise(numbers))
