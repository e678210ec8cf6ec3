import pytest

from kutla.ledger import open_ledger
from support.diary import Diary


@pytest.fixture
def diary():
    diary = Diary()
    first = diary.report("Herald", "2031-05-20", "Dawn | seats | 47 of 120", "Harbour | seats | 30")
    diary.report("Mirror", "2031-05-20", "Dawn | seats | 47 of 120", copy_of=first)
    diary.report("Post", "2031-05", "Dawn | meets | Harbour | denied | by anonymous two aides")
    return diary


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kutla.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, path):
    """An address where no ledger is yet: every test of the contract runs on both databases."""
    return path if request.param == "sqlite" else request.getfixturevalue("postgres").url()


@pytest.fixture
def ledger(where):
    with open_ledger(where) as opened:
        yield opened


@pytest.fixture
def add():
    def add(ledger, diary, moment="2031-06-01", run="diary/1"):
        from support.diary import at

        return ledger.record(
            diary.documents, diary.stories, diary.claims, recorded_at=at(moment), run=run
        )

    return add
