"""Facts about the five shared articles: what is cut and why, who published them and when.

Spans are checked by their reasons, sizes and small words; no sentence of theirs stands here.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kutla.documents import BlockRole, DateSource, Document, DropReason, group, make_document, read

pytestmark = pytest.mark.shared
ELECTIONS = (
    date(2005, 12, 15),
    date(2010, 3, 7),
    date(2014, 4, 30),
    date(2018, 5, 12),
    date(2021, 10, 10),
)
ROLES = {  # headline, paragraphs, bullets
    "000": (1, 9, 0), "001": (0, 20, 0), "002": (0, 10, 8), "003": (1, 10, 8), "004": (1, 11, 0),
}  # fmt: skip
REASONS = {
    "000": {DropReason.REPEATED_STANDFIRST, DropReason.DATELINE, DropReason.CREDIT},
    "001": {DropReason.CAPTION, DropReason.DATELINE, DropReason.COMMENT, DropReason.COMMENT_POLICY},
    "002": set(),
    "003": {DropReason.DONATION, DropReason.DOUBLED_HEADLINE, DropReason.LINK, DropReason.SUBSCRIBE, DropReason.COMMENT, DropReason.BANNER},
    "004": {DropReason.BANNER, DropReason.DOUBLED_HEADLINE, DropReason.DATE_LINE, DropReason.CAPTION, DropReason.RELATED},
}  # fmt: skip


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, Document]:
    found = read([shared / "seeds"], elections=ELECTIONS)
    assert found.unread == ()
    return {Path(document.address).name[:3]: document for document in found.documents}


def cut(document: Document, reason: DropReason) -> str:
    return "\n".join(document.text[s.start : s.end] for s in document.dropped if s.reason is reason)


@pytest.mark.parametrize("seed", sorted(ROLES))
def test_no_paragraph_of_news_is_lost_and_nothing_else_is_kept(
    documents: dict[str, Document], seed: str
) -> None:
    roles = Counter(block.role for block in documents[seed].blocks)
    assert (
        roles[BlockRole.HEADLINE],
        roles[BlockRole.PARAGRAPH],
        roles[BlockRole.BULLET],
    ) == ROLES[seed]
    assert {span.reason for span in documents[seed].dropped} == REASONS[seed]


def test_five_files_are_four_stories(documents: dict[str, Document]) -> None:
    stories = group(documents.values())
    assert [len(story.document_ids) for story in stories] == [1, 1, 2, 1]
    assert stories[2].document_ids == (documents["002"].id, documents["003"].id)
    assert [edge.kind for edge in stories[2].copies] == ["copy"]


def test_two_files_of_one_report_hold_the_same_news(documents: dict[str, Document]) -> None:
    one, two = documents["002"], documents["003"]
    assert [one.text[b.start : b.end].split() for b in one.blocks] == [
        two.text[b.start : b.end].split() for b in two.blocks[1:]
    ]


def test_of_the_readers_and_the_banner_nothing_is_left(documents: dict[str, Document]) -> None:
    document = documents["003"]
    assert all(
        word not in document.body
        for word in ("http", "SouthFront", "Hrky75", "$", "DAYS", "Subscribe")
    )
    assert all(
        name in cut(document, DropReason.COMMENT) for name in ("Hrky75", "Andreas", "King Tudor777")
    )
    assert "DAYS LEFT" in cut(document, DropReason.DONATION)


@pytest.mark.parametrize(
    ("seed", "outlet", "credited"),
    [
        ("000", "Kurdistan 24", ()), ("001", "Rudaw", ()), ("002", None, ("Iraqi News", "Reuters")),
        ("003", "SouthFront", ("Iraqi News", "Reuters")), ("004", "Asharq Al-Awsat", ("Reuters",)),
    ],
)  # fmt: skip
def test_the_publisher_is_told_from_the_origins(
    documents: dict[str, Document], seed: str, outlet: str | None, credited: tuple[str, ...]
) -> None:
    document = documents[seed]
    assert (document.outlet.name if document.outlet else None) == outlet
    assert document.credits == credited


@pytest.mark.parametrize(
    ("seed", "period", "source"),
    [
        ("000", "2018-06-01/2019-05-11", DateSource.INFERRED), ("001", "2020-05-16/2021-05-15", DateSource.INFERRED),
        ("002", "2018-05-23/2018-05-30", DateSource.INFERRED), ("003", "2018-05-23/2018-05-30", DateSource.INFERRED),
        ("004", "2021-07-28", DateSource.DATE_LINE),
    ],
)  # fmt: skip
def test_each_is_dated_with_its_reason(
    documents: dict[str, Document], seed: str, period: str, source: DateSource
) -> None:
    published = documents[seed].published
    assert str(published.period) == period
    assert published.date_source is source
    assert published.reason
    assert published.evidence


def test_the_place_and_the_headline_are_read(documents: dict[str, Document]) -> None:
    assert [documents[seed].place for seed in sorted(documents)] == [
        "ERBIL",
        "ERBIL",
        None,
        None,
        None,
    ]
    headline = documents["000"].headline
    assert headline is not None
    assert not headline.startswith("UPDATED")
    assert documents["001"].headline is None


def test_mixed_clean_news_comes_through(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Count every character that goes and is no date line; most are captions rightly cut."""
    whole = lost = right = stated = 0
    reasons: Counter[str] = Counter()
    with (shared / "articles" / "wikinews.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            document = make_document(row["text"], address=row["url"], elections=ELECTIONS)
            whole += len(row["text"].strip())
            for span in document.dropped:
                if span.reason not in {DropReason.DATE_LINE, DropReason.DATELINE}:
                    lost += span.end - span.start
                    reasons[span.reason.value] += span.end - span.start
            if document.published.is_exact:
                stated += 1
                right += str(document.published.period) == row["date"]
    with capsys.disabled():
        pass
    assert lost / whole <= 0.005
    assert stated >= 170
    assert right == stated
