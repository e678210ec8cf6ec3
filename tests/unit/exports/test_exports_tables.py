"""Tables for analysts: names filled in, days as days, what does not count marked."""

import csv
import io
from datetime import date

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.errors import SettingsError
from kutla.exports.files import csv_text, write_parquet, write_spreadsheet
from kutla.exports.table import Column, Sort, Table, needed
from kutla.exports.tables import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_columns_explained_and_rows_that_fit(seen, name):
    table = TABLES[name](seen)
    assert table.name == name
    assert len(table) > 0
    assert all(column.help for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)
    kinds = {
        Sort.TEXT: str, Sort.WHOLE: int, Sort.NUMBER: float | int,
        Sort.TRUTH: bool, Sort.DAY: date, Sort.LIST: list,
    }  # fmt: skip
    for row in table.rows:
        for column, value in zip(table.columns, row, strict=True):
            assert value is None or isinstance(value, kinds[column.sort]), column.name


def test_a_table_shows_itself_in_a_line(seen):
    assert repr(TABLES["seats"](seen)) == "<seats: 2 rows of 10 columns>"


def test_seats_say_who_holds_what_and_what_others_say(seen):
    rows = {row["list"]: row for row in TABLES["seats"](seen)}
    dawn = rows["Dawn"]
    assert (dawn["seats"], dawn["other_figures"], dawn["standing"]) == (47, "48", "contested")
    assert (dawn["share"], dawn["election"], dawn["list_id"]) == (0.3917, date(2031, 5, 12), "dawn")
    assert rows["Harbour"]["stories"] == 1


def test_blocs_say_who_is_in_and_who_may_join(seen):
    rows = {(row["bloc"], row["who"]): row["tie"] for row in TABLES["blocs"](seen)}
    assert rows["Big Tent", "Harbour"] == "member"
    assert rows["Big Tent", "Meadow"] == "may join"


def test_claims_come_with_names_outlet_line_and_what_was_decided(judged):
    rows = {row["quote"]: row for row in TABLES["claims"](judged)}
    row = rows["Harbour | joins_bloc | Big Tent | on 2031-06-01 | by Ana Rusk"]
    assert (row["subject"], row["object"], row["speaker"]) == ("Harbour", "Big Tent", "Ana Rusk")
    assert (row["outlet"], row["line"], row["event_from"]) == ("Post", 3, date(2031, 6, 1))
    wrong = rows["Tomas Dehl | leads | Dawn"]
    assert (wrong["counts"], wrong["judged"], wrong["judged_by"]) == (False, "reject", "mb")


def test_a_table_with_a_row_that_does_not_fit_is_refused():
    column = Column("a", Sort.TEXT, 9, "a word")
    with pytest.raises(ValueError, match="2 of 1 cells"):
        Table("wrong", (column,), (("x", "y"),))


def test_a_library_that_is_missing_is_named_with_its_extra():
    with pytest.raises(SettingsError, match=r"pip install 'kutla\[tables\]'"):
        needed("no_such_library", "tables")


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=20)


@given(st.lists(st.tuples(CELLS, st.integers() | st.none(), st.booleans(), st.dates()), max_size=5))
def test_csv_holds_what_the_table_held(rows):
    columns = tuple(
        Column(name, sort, 9, "")
        for name, sort in (
            ("word", Sort.TEXT), ("number", Sort.WHOLE), ("truth", Sort.TRUTH), ("day", Sort.DAY),
        )
    )  # fmt: skip
    text = csv_text(Table("t", columns, tuple(rows)))
    back = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [
        (
            row["word"].removeprefix("'") if word.startswith(("=", "+", "-", "@", "\t")) else row["word"],
            row["number"], row["truth"], row["day"],
        )
        for row, (word, *_) in zip(back, rows, strict=True)
    ] == [
        (w, "" if n is None else str(n), str(t).lower(), d.isoformat()) for w, n, t, d in rows
    ]  # fmt: skip


def test_a_spreadsheet_can_be_used_as_it_is(judged, tmp_path):
    path = tmp_path / "all.xlsx"
    write_spreadsheet([make(judged) for make in TABLES.values()], path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [*TABLES, "columns"]
    sheet = book["claims"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.max_row == 1 + len(judged.claims)
    heads = [cell.value for cell in sheet[1]]
    place = heads.index("event_from")
    days = [row[place].value for row in sheet.iter_rows(min_row=2) if row[place].value is not None]
    assert days[0].date() == date(2031, 5, 12)
    struck = [row[0].font.strike for row in sheet.iter_rows(min_row=2)]
    assert [bool(each) for each in struck] == [False, False, True, *[False] * (len(struck) - 3)]
    seats = book["seats"]
    assert seats["F2"].fill.fgColor.rgb.endswith("FFF2B3")
    told = {(row[0].value, row[1].value) for row in book["columns"].iter_rows(min_row=2)}
    assert ("seats", "other_figures") in told


def test_words_that_look_like_a_formula_stay_words(seen, tmp_path):
    column = Column("quote", Sort.TEXT, 9, "")
    table = Table("t", (column,), (("=1+1",), ("bell\x07",), ("x" * 40_000,)))
    write_spreadsheet([table], tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["t"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert sheet["A3"].value == "bell"
    assert len(sheet["A4"].value) == 32_767
    assert csv_text(table).splitlines()[1] == "'=1+1"


def test_a_long_sheet_is_plain_and_too_long_a_table_is_refused(tmp_path, monkeypatch):
    columns = (Column("quote", Sort.TEXT, 40, ""), Column("day", Sort.DAY, 12, ""))
    rows = (("=1+1", date(2031, 5, 12)), ("dawn", None)) * 3_000
    write_spreadsheet([Table("long", columns, rows)], tmp_path / "long.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "long.xlsx")["long"]
    assert (sheet.max_row, sheet["A2"].data_type, sheet["B2"].value.date()) == (
        6_001, "s", date(2031, 5, 12),
    )  # fmt: skip
    assert sheet.column_dimensions["A"].width == 40
    monkeypatch.setattr("kutla.exports.files.MOST_ROWS", 6_000)
    with pytest.raises(SettingsError, match="the table long has 6,000 rows"):
        write_spreadsheet([Table("long", columns, rows)], tmp_path / "none.xlsx")


@pytest.mark.parametrize("name", TABLES)
def test_parquet_and_frames_hold_the_very_rows(seen, tmp_path, name):
    table = TABLES[name](seen)
    write_parquet(table, tmp_path / "t.parquet")
    read = pyarrow.parquet.read_table(tmp_path / "t.parquet")
    assert read.to_pylist() == table.to_dicts()
    assert read.schema.field(0).metadata == {b"help": table.columns[0].help.encode()}
    frame = table.to_pandas()
    assert list(frame.columns) == [column.name for column in table.columns]
    assert len(frame) == len(table)


def test_whole_numbers_stay_whole_in_a_frame_where_some_are_missing(seen):
    frame = TABLES["claims"](seen).to_pandas()
    assert str(frame["value"].dtype) == "Int64"
    assert frame["value"].dropna().tolist() == [47, 30, 47, 48]
    assert frame.loc[frame["kind"] == "leads", "value"].isna().all()


def test_an_empty_table_has_its_columns_all_the_same():
    table = Table("t", (Column("n", Sort.WHOLE, 9, ""), Column("d", Sort.DAY, 9, "")), ())
    assert table.to_arrow().num_rows == 0
    assert list(table.to_pandas().columns) == ["n", "d"]
    assert csv_text(table) == "n,d\n"
