"""Nothing is lost in silence: N rows give N answers, or each row that gives none is named."""

import functools
import importlib
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from jiaoyu_fupin.rosters import read_observations, read_roster
from jiaoyu_fupin.rosters.defuse import defused, restored
from jiaoyu_fupin.rosters.ledgers import read_members, read_pairings, read_visits
from jiaoyu_fupin.values.errors import DataError, FupinError
from support.pairing_rules import RULES

openpyxl: Any = importlib.import_module("openpyxl")

Rows = list[list[str]]
TIERS = list(RULES.values())
N = 40

READERS: dict[str, tuple[Rows, Callable[..., Any]]] = {
    "roster": (
        [["学籍号", "学段", "备注"], *[[f"S-{n:04}", "小学", "x"] for n in range(N)]],
        lambda path: read_roster(path, columns=["stage"], on_error="set_aside"),
    ),
    "observations": (
        [
            ["indicator", "place", "year", "value"],
            *[["compulsory_completion", f"4501{n:02}", "2018", "90"] for n in range(N)],
        ],
        lambda path: read_observations(path, on_error="set_aside"),
    ),
    "members": (
        [["编号", "类别", "单位"], *[[f"V-{n:04}", "干部", "x"] for n in range(N)]],
        lambda path: read_members(path, set_aside=True),
    ),
    "pairings": (
        [["帮扶人", "对象", "起"], *[[f"C-{n}", f"H-{n}", "2018-01-01"] for n in range(N)]],
        lambda path: read_pairings(path, TIERS, rule="VL-5", set_aside=True),
    ),
    "visits": (
        [["帮扶人", "对象", "走访日期"], *[[f"C-{n}", f"H-{n}", "2018-01-01"] for n in range(N)]],
        lambda path: read_visits(path, set_aside=True),
    ),
}
FORMATS = ("csv", "parquet", "xlsx")


def save(rows: Sequence[Sequence[str]], path: Path) -> Path:
    match path.suffix:
        case ".csv":
            path.write_text("\n".join(",".join(r) for r in rows) + "\n", encoding="utf-8")
        case ".parquet":
            head, *body = rows
            columns = {name: [r[k] for r in body] for k, name in enumerate(head)}
            pl.DataFrame(columns).write_parquet(path)
        case _:
            book = openpyxl.Workbook()
            sheet: Any = book.active
            for row in rows:
                sheet.append(list(row))
            book.save(path)
    return path


def answered(read: Any) -> set[int]:
    """The rows that were answered and those that were named, by any reader."""
    good = set(read.rows)
    told = {int(n) for p in read.problems for n in re.findall(r"row (\d+)", p.where)}
    assert not good & told
    return good | told


def edited(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """An xlsx file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename == part:
                changed = change(text.decode())
                assert changed != text.decode()
                text = changed.encode()
            new.writestr(entry.filename, text)
    path.write_bytes(out.getvalue())
    return path


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("reader", READERS)
def test_as_many_answers_as_rows(tmp_path: Path, reader: str, form: str) -> None:
    rows, read = READERS[reader]
    assert answered(read(save(rows, tmp_path / f"r.{form}"))) == set(range(2, N + 2))


@pytest.mark.parametrize("reader", READERS)
def test_a_stale_dimension_loses_nothing(tmp_path: Path, reader: str) -> None:
    rows, read = READERS[reader]
    path = save(rows, tmp_path / "r.xlsx")
    for stale in ("A1", "A1:B2", "A1:ZZ3", "nonsense"):
        fresh = f'<dimension ref="{stale}"'
        edited(path, SHEET, functools.partial(re.sub, r'<dimension ref="[^"]*"', fresh))
        assert answered(read(path)) == set(range(2, N + 2))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('<row r="5"', '<row r="4"', "row 4 stands after row 4"),
        ('<row r="5"', '<row r="2"', "row 2 stands after row 4"),
        ('<c r="B5"', '<c r="A5"', "there twice"),
        ('<c r="B5"', '<c r="B6"', "another row"),
        ('<row r="5"', '<row r="x"', "no number"),
        ("</sheetData>", "</sheetData><sheetData/>", "two sets of rows"),
    ],
)
@pytest.mark.parametrize("reader", READERS)
def test_rows_and_cells_stand_in_order_and_once(
    tmp_path: Path, reader: str, old: str, new: str, says: str
) -> None:
    rows, read = READERS[reader]

    def change(text: str) -> str:
        text = text.replace(old, new)
        if old.startswith("<row") and new[-2].isdigit():  # with its cells
            text = text.replace('5"><c', f'{new[-2]}"><c')
        return text

    path = edited(save(rows, tmp_path / "r.xlsx"), SHEET, change)
    with pytest.raises(DataError, match=says) as caught:
        read(path)
    assert "r.xlsx" in caught.value.problems[0].where


def test_the_path_of_a_parquet_file_is_no_pattern(tmp_path: Path) -> None:
    for reader, (rows, read) in READERS.items():
        other = [rows[0], *rows[1:3]]
        save(other, tmp_path / f"{reader}1.parquet")
        path = save(rows, tmp_path / f"{reader}[1].parquet")
        assert answered(read(path)) == set(range(2, N + 2))
        folder = tmp_path / f"year={reader}"
        folder.mkdir()
        assert answered(read(save(rows, folder / "*.parquet"))) == set(range(2, N + 2))


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("apart", [1, 2, 7])
@pytest.mark.parametrize("reader", READERS)
def test_two_lone_quotation_marks_swallow_nothing(
    tmp_path: Path, reader: str, column: int, apart: int
) -> None:
    """One opens a cell, one ends a cell some rows below: all between them looks like one cell."""
    rows, read = READERS[reader]
    rows = [list(row) for row in rows]
    rows[10][column] = '"' + rows[10][column]
    rows[10 + apart][column] += '"'
    read_ = read(save(rows, tmp_path / "r.csv"))
    assert any("row 11" in p.where for p in read_.problems)
    assert len(answered(read_)) == N - apart


def refused(path: Path) -> str:
    with pytest.raises(FupinError) as caught:
        read_roster(path, columns=["stage"])
    return str(caught.value)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029", "\v", "\f"])
def test_rows_that_end_in_other_signs_are_told(tmp_path: Path, end: str) -> None:
    path = tmp_path / "r.csv"
    for rows in (["学籍号,学段", "S-1,小学", "S-2,初中"], ["学籍号", "S-1", "S-2"]):
        path.write_text(end.join(rows), encoding="utf-8")
        refused(path)
        path.write_text(rows[0] + "\n" + end.join(rows[1:]) + "\n", encoding="utf-8")
        refused(path)


def test_a_zero_byte_anywhere_is_told(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    body = "".join(f"S-{n:07},小学,x\n" for n in range(9000))
    path.write_text("学籍号,学段,备注\n" + body + "S-x,小学,a\0b\n", encoding="utf-8")
    assert "row 9002" in refused(path)
    assert "zero byte" in refused(path)


def book_of(tmp_path: Path, change: Callable[[Any, Any], None]) -> Path:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["学籍号", "学段"], ["S-1", "小学"], ["S-2", "初中"]):
        sheet.append(row)
    change(book, sheet)
    book.save(tmp_path / "r.xlsx")
    return tmp_path / "r.xlsx"


def _formula_header(_: Any, sheet: Any) -> None:
    sheet["B1"] = '="学"&"段"'


def _merged_key(_: Any, sheet: Any) -> None:
    sheet.merge_cells("A2:A3")


def _merged_fact(_: Any, sheet: Any) -> None:
    sheet.merge_cells("B2:B3")


def _merged_header(_: Any, sheet: Any) -> None:
    sheet.merge_cells("B1:C1")


def _hidden(book: Any, sheet: Any) -> None:
    book.create_sheet("另表")
    sheet.sheet_state = "hidden"
    book.active = 1


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_formula_header, "B1 is a formula"),
        (_merged_key, "row 3"),
        (_merged_fact, "row 3, 学段"),
        (_merged_header, "merged"),
        (_hidden, "hidden"),
    ],
)
def test_what_a_sheet_does_not_store_is_told(
    tmp_path: Path, change: Callable[[Any, Any], None], says: str
) -> None:
    assert says in refused(book_of(tmp_path, change))


SAME = (
    "S-0001",
    "S-00\u200b01",
    "\ufeffS-0001",
    "S-\u00ad0001",
    "Ｓ-０００１",
    "S\u20600001",
    "S-00\u202e01",
)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("other", SAME[1:])
def test_one_id_written_in_two_ways_is_told(tmp_path: Path, other: str, form: str) -> None:
    rows = [["学籍号", "学段"], [SAME[0], "小学"], [other, "小学"]]
    assert "row 3" in refused(save(rows, tmp_path / f"r.{form}"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("mark", ["#SPILL!", "#CALC!", "#N/A", "#REF!", "#名", "#####"])
def test_an_error_of_a_spreadsheet_is_no_id(tmp_path: Path, mark: str, form: str) -> None:
    path = save([["学籍号", "学段"], [mark, "小学"]], tmp_path / f"r.{form}")
    if mark == "#名":  # some office's own id
        assert read_roster(path).receipt.rows_read == 1
    else:
        assert "row 2" in refused(path)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+x", "-x", "@x", "\tx", "'=1", "''=1", "-1", "'-1", "+1.5", "'", "", "S-1"]
)
def test_a_formula_is_defused_and_restored_exactly(cell: str) -> None:
    written = defused(cell)
    assert restored(written) == cell
    assert not re.match(r"[=@\t]|[+-](?!\d+(\.\d+)?\Z)", written)
