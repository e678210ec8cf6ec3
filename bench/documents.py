"""Text without HTML: cleaning and sketching, against the limits set for the room of documents."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kutla.documents import make_document
from kutla.documents.cleaning import clean
from kutla.documents.copies import CopyIndex, sketch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.pages import KEPT_APART, TUNED, articles, make_page

if TYPE_CHECKING:
    from collections.abc import Callable


def rate(work: Callable[[], int]) -> float:
    """Give how many of something a second of processor time does, the best of three."""
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        done = work()
        best = max(best, done / (time.process_time() - start))
    return best


def main() -> None:
    """Print the table."""
    styles = (*TUNED, *KEPT_APART)
    texts = [
        make_page(styles[which % len(styles)], which, seed=6).text
        for which in range(6 * len(articles()))
    ]
    documents = [make_document(text, address=f"{at}.txt") for at, text in enumerate(texts)]

    def cleaning() -> int:
        for text in texts:
            clean(text)
        return len(texts)

    def making() -> int:
        for text in texts:
            make_document(text, address="a.txt")
        return len(texts)

    def sketching() -> int:
        for document in documents:
            sketch(document)
        return len(documents)

    def adding() -> int:
        index = CopyIndex()
        for document in documents:
            index.add(document)
        return len(documents)

    print("| full pages as text, one core | limit, /s | kutla, /s | share of the limit |")
    print("|---|---|---|---|")
    for name, work, limit in (
        ("cleaning", cleaning, 600),
        ("cleaning, outlet, date, credits", making, None),
        ("sketching", sketching, 5_000),
        ("sketching and comparing with all before", adding, None),
    ):
        done = rate(work)
        share = f"{limit / done:.2f}" if limit else "–"
        print(f"| {name} | {limit or '–'} | {done:,.0f} | {share} |")


if __name__ == "__main__":
    main()
