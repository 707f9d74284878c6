"""What is written is read back as it is, harms nobody who opens it, and is refused where a file cannot hold it."""

import datetime
import importlib
import stat
from pathlib import Path
from typing import Any

import pendulum
import pytest

from jiaoyu_fupin.pairing.visits import Visit
from jiaoyu_fupin.people import Farmer
from jiaoyu_fupin.rosters import read_roster, write_rejects
from jiaoyu_fupin.rosters.ledgers import read_visits, write_visits
from jiaoyu_fupin.rosters.number_formats import BUILT_IN, shows_date
from jiaoyu_fupin.values.errors import DataError

openpyxl: Any = importlib.import_module("openpyxl")
DAY = pendulum.date(2018, 1, 1)


def visit(what: str, helper: str = "C-1") -> Visit:
    return Visit(helper=helper, recipient="H-1", on=DAY, what=what)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_cells_that_look_like_formulas_come_back_as_they_were(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"v.{form}"
    visits = [
        visit(what) for what in ("=1+1", "+x", "-x", "@x", "'=1", "-1", "_x0041_", "a\nb", "送“书”")
    ]
    write_visits(visits, path)
    assert list(read_visits(path).items) == visits
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if form == "csv":
        cells = path.read_text(encoding="utf-8-sig")
        assert not [c for c in cells.replace("\n", ",").split(",") if c[:1] in "=+@" and c]


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ("csv", "a\0b"), ("xlsx", "a\0b"), ("xlsx", "a\x1bb"), ("csv", "a\ud800b"), ("xlsx", "a\ud800b"),
        ("xlsx", "x" * 32_768), ("csv", "x" * 140_000),
    ],
)  # fmt: skip
def test_what_a_file_cannot_hold_is_refused_by_its_cell(
    tmp_path: Path, form: str, what: str
) -> None:
    path = tmp_path / f"v.{form}"
    path.write_bytes(b"old")
    with pytest.raises(DataError) as caught:
        write_visits([visit("good"), visit(what)], path)
    assert ["row 3, 内容" in p.where for p in caught.value.problems] == [True]
    assert path.read_bytes() == b"old"


def test_rejects_are_defused_and_read_again(tmp_path: Path) -> None:
    path, rejects = tmp_path / "r.csv", tmp_path / "rejects.csv"
    path.write_text("学籍号,学段,姓名\nS-1,坏,=HYPERLINK(1)\n", encoding="utf-8")
    write_rejects(read_roster(path, on_error="set_aside"), rejects)
    assert ",'=HYPERLINK(1)" in rejects.read_text(encoding="utf-8-sig")
    again = read_roster(rejects, columns=["name"])
    assert again.frame["name"].to_list() == ["=HYPERLINK(1)"]


def test_days_of_every_format_and_both_calendars(tmp_path: Path) -> None:
    """Day numbers by the calendar itself."""
    for from_1904 in (False, True):
        book = openpyxl.Workbook()
        if from_1904:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        sheet = book.active
        sheet.append(["编号", "出生日期"])
        days = [datetime.date(1904, 1, 2), datetime.date(1952, 2, 29), datetime.date(2012, 9, 1)]
        start = datetime.date(1904, 1, 1) if from_1904 else datetime.date(1899, 12, 30)
        for number, (day, shown) in enumerate(
            zip(days, ("yyyy-mm-dd", '[$-804]yyyy"年"m"月"d"日"', "d.m.yy"), strict=True)
        ):
            sheet.append([f"F-{number}", (day - start).days])
            sheet.cell(number + 2, 2).number_format = shown
        book.save(tmp_path / "r.xlsx")
        frame = read_roster(tmp_path / "r.xlsx", subject=Farmer).frame
        assert frame["birth_date"].to_list() == days


def test_dates_that_chinese_editions_name_by_number_alone() -> None:
    """ECMA-376, 18.8.30: 27 to 36 and 50 to 58 are days and times in zh-cn; 9 and 10 percentages."""
    assert all(shows_date(BUILT_IN[number]) for number in (14, 22, *range(27, 37), *range(50, 59)))
    assert not any(shows_date(BUILT_IN[number]) for number in (9, 10))
