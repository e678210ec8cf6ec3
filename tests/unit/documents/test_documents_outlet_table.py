"""The table of outlets, and one's own in front of it."""

import pytest

from kutla.documents import outlet_table
from kutla.documents.document import OutletKind
from kutla.documents.outlet_table import add_outlets, find_outlet, known_outlets
from kutla.errors import DocumentError


@pytest.fixture(autouse=True)
def _clean():
    yield
    outlet_table._ADDED.clear()
    for cached in (known_outlets, outlet_table._by_name, outlet_table._by_domain):
        cached.cache_clear()


def test_outlets_of_ones_own_are_known_by_all_their_names(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text(
        "name,kind,often_quoted,aliases,domains\n"
        "Vale Observer,newspaper,,The Vale Observer|VO,valeobserver.example\n",
        encoding="utf-8",
    )
    assert find_outlet("VO") is None
    assert add_outlets(table) == 1
    found = find_outlet("the Vale Observer")
    assert found is not None
    assert (found.name, found.kind) == ("Vale Observer", OutletKind.NEWSPAPER)


def test_ones_own_go_before_the_shipped(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("name,kind,aliases\nRudaw,state outlet,Rudaw English\n", encoding="utf-8")
    add_outlets(table)
    for name in ("Rudaw", "Rudaw English"):
        found = find_outlet(name)
        assert found is not None
        assert found.kind is OutletKind.STATE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,kind\n,agency\n", "line 2: an outlet without a name"),
        ("name,kind\nVale,weekly\n", "line 2: 'weekly' is no kind of outlet; write one of"),
    ],
)
def test_a_wrong_table_is_said_with_its_line(tmp_path, text, message):
    table = tmp_path / "mine.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=message):
        add_outlets(table)
    with pytest.raises(DocumentError, match="cannot be read"):
        add_outlets(tmp_path / "none.csv")
