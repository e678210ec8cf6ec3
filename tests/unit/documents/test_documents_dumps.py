"""How well the cleaner finds the article in a full page, counted in words; and clean text stays."""

from collections import Counter

import pytest
from documents_pages import Page, make_clean, make_dump

from kutla.documents import make_document

FLOOR = 0.985
PAGES = [make_dump(seed) for seed in range(60)]


def f1(found: str, gold: str) -> tuple[float, float, float]:
    one, two = Counter(found.split()), Counter(gold.split())
    both = sum((one & two).values())
    precision, recall = both / max(1, sum(one.values())), both / max(1, sum(two.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def score(pages: list[Page], *, clean: bool) -> tuple[float, float, float]:
    scores = [
        f1(make_document(page.text, address="page").body if clean else page.text, page.gold)
        for page in pages
    ]
    return tuple(sum(column) / len(scores) for column in zip(*scores, strict=True))


def test_the_article_is_found_in_full_page_dumps(capsys: pytest.CaptureFixture[str]) -> None:
    before, after = score(PAGES, clean=False), score(PAGES, clean=True)
    with capsys.disabled():
        pass  # fmt: skip
    assert before[2] < 0.8, "the dumps have become too easy to measure anything"
    assert after[2] >= FLOOR


@pytest.mark.parametrize("seed", range(40))
def test_clean_text_comes_through_unharmed(seed: int) -> None:
    text = make_clean(seed)
    document = make_document(text, address="clean")
    assert document.dropped == ()
    assert document.body.split() == text.split()
