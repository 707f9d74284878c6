"""Tables of observations: what is read, what is refused and how, and that no row is dropped in silence."""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin import CallError, DataError, Indicator, Scope, Variant, read_observations
from jiaoyu_fupin.policies.ganzhou_2015.places import GANZHOU
from jiaoyu_fupin.policies.guangxi_2016.places import GUANGXI
from jiaoyu_fupin.rosters.number_formats import shows_percent

openpyxl: Any = importlib.import_module("openpyxl")
Write = Callable[..., Path]
HEADER = "指标,地区代码,范围,年份,数值,口径"


def row(*cells: str) -> list[str]:
    return list(cells)


def told(path: Path, **asked: Any) -> list[tuple[str, str]]:
    """The code and place of each problem."""
    with pytest.raises(DataError) as caught:
        read_observations(path, **asked)
    return [(p.code.value, p.where.partition("row ")[2]) for p in caught.value.problems]


def test_labels_by_canonical_or_chinese_name_and_empty_cells_as_usual(write: Write) -> None:
    path = write(
        HEADER,
        row("学前三年毛入园率", "450123", "贫困地区", "2016", "79.6", "标准"),
        row("preschool_gross_enrolment", "4501", "poor_villages", "2016", "79.6%", "standard"),
        row("学前三年毛入学率", "45", "", "2016", " 103.5 % ", ""),
        row("九年义务教育巩固率", "45", "全部", "2016", "93", ""),
        row("compulsory_completion", "45", "all", "2016", "93.40", "档案净流动"),
        row("义务教育学校标准化率", "45", "", "2016", "0", ""),
    )
    found = read_observations(path, territory=GUANGXI).observations
    assert [(o.indicator, o.place, o.scope, o.variant, o.value.value) for o in found] == [
        (
            Indicator.PRESCHOOL_GROSS_ENROLMENT,
            "450123",
            Scope.POOR_AREAS,
            Variant.STANDARD,
            Fraction("79.6"),
        ),
        (
            Indicator.PRESCHOOL_GROSS_ENROLMENT,
            "4501",
            Scope.POOR_VILLAGES,
            Variant.STANDARD,
            Fraction("79.6"),
        ),
        (Indicator.PRESCHOOL_GROSS_ENROLMENT, "45", Scope.ALL, Variant.STANDARD, Fraction("103.5")),
        (Indicator.COMPULSORY_COMPLETION, "45", Scope.ALL, Variant.COHORT, 93),
        (Indicator.COMPULSORY_COMPLETION, "45", Scope.ALL, Variant.DOSSIER, Fraction("93.4")),
        (Indicator.SCHOOL_STANDARDISATION, "45", Scope.ALL, Variant.STANDARD, 0),
    ]


def test_columns_in_any_order_and_scope_and_variant_may_be_absent(write: Write) -> None:
    path = write("value,year,place,indicator", row("90", "2016", "45", "巩固率x"))
    assert told(path) == [("bad_label", "2, 指标 (indicator)")]
    path = write(
        "value,year,place,备注,indicator", row("90", "2016", "45", "?", "compulsory_completion")
    )
    (one,) = read_observations(path).observations
    assert (one.scope, one.variant) == (Scope.ALL, Variant.COHORT)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (row("毛入学率", "45", "", "2016", "90", ""), [("bad_label", "指标 (indicator)")]),
        (row("", "45", "", "2016", "90", ""), [("required", "指标 (indicator)")]),
        (
            row("巩固率", "", "", "不详", "待核", ""),
            [
                ("bad_label", "指标 (indicator)"),
                ("required", "地区代码 (place)"),
                ("required", "年份 (year)"),
                ("required", "数值 (value)"),
            ],
        ),
        (
            row("九年义务教育巩固率", "45012", "", "2016", "90", ""),
            [("bad_code", "地区代码 (place)")],
        ),
        (
            row("九年义务教育巩固率", "45O1", "", "2016", "90", ""),
            [("bad_code", "地区代码 (place)")],
        ),
        (
            row("九年义务教育巩固率", "450123000", "", "2016", "90", ""),
            [("bad_code", "地区代码 (place)")],
        ),
        (
            row("九年义务教育巩固率", "3607", "", "2016", "90", ""),
            [("out_of_range", "地区代码 (place)")],
        ),
        (
            row("九年义务教育巩固率", "45", "全市", "2016", "90", ""),
            [("bad_label", "范围 (scope)")],
        ),
        (
            row("九年义务教育巩固率", "45", "未知", "2016", "90", ""),
            [("bad_label", "范围 (scope)")],
        ),
        (row("九年义务教育巩固率", "45", "/", "2016", "90", ""), [("no_mark", "范围 (scope)")]),
        (row("九年义务教育巩固率", "45", "", "2016年", "90", ""), [("bad_number", "年份 (year)")]),
        (row("九年义务教育巩固率", "45", "", "16", "90", ""), [("out_of_range", "年份 (year)")]),
        (row("九年义务教育巩固率", "45", "", "20160", "90", ""), [("out_of_range", "年份 (year)")]),
        (row("九年义务教育巩固率", "45", "", "2016.5", "90", ""), [("bad_number", "年份 (year)")]),
        (row("九年义务教育巩固率", "45", "", "2016", "-1", ""), [("out_of_range", "数值 (value)")]),
        (row("九年义务教育巩固率", "45", "", "2016", "九十", ""), [("bad_number", "数值 (value)")]),
        (row("九年义务教育巩固率", "45", "", "2016", "90％", ""), [("bad_number", "数值 (value)")]),
        (row("九年义务教育巩固率", "45", "", "2016", "9e1", ""), [("bad_number", "数值 (value)")]),
        (row("九年义务教育巩固率", "45", "", "2016", "—", ""), [("no_mark", "数值 (value)")]),
        (
            row("九年义务教育巩固率", "45", "", "2016", "100.1", "档案净流动"),
            [("out_of_range", "数值 (value)")],
        ),
        (
            row("义务教育学校标准化率", "45", "", "2016", "101", ""),
            [("out_of_range", "数值 (value)")],
        ),
        (
            row("九年义务教育巩固率", "45", "", "2016", "90", "标准"),
            [("conflict", "口径 (variant)")],
        ),
        (
            row("学前三年毛入园率", "45", "", "2016", "90", "同批次"),
            [("conflict", "口径 (variant)")],
        ),
        (row("九年义务教育巩固率", "45", "", "2016", "90"), [("ragged_row", "")]),
    ],
    ids=lambda cells: "|".join(map(str, cells))[:50],
)
def test_every_bad_cell_is_named(
    write: Write, cells: list[str], expected: list[tuple[str, str]]
) -> None:
    path = write(HEADER, row("高中阶段毛入学率", "45", "", "2016", "87", ""), cells)
    places = [(code, f"3, {where}" if where else "3") for code, where in expected]
    assert told(path, territory=GUANGXI) == places


def test_two_rows_for_one_thing_are_an_error_naming_both(write: Write) -> None:
    path = write(
        HEADER,
        row("九年义务教育巩固率", "3607", "", "2016", "90", ""),
        row("九年义务教育巩固率", "3607", "", "2017", "90", ""),
        row("compulsory_completion", "3607", "all", "2016", "91", "cohort"),
        row("九年义务教育巩固率", "3607", "", "2016", "91", "档案净流动"),
    )
    with pytest.raises(DataError) as caught:
        read_observations(path, territory=GANZHOU)
    assert [str(p) for p in caught.value.problems] == [
        f"[duplicate] roster.csv, 第 {mine} 行 row {mine}: expected one row for one indicator, place, scope, year and"
        f" variant; 第 {other} 行 row {other} says something of the same"
        for mine, other in ((2, 4), (4, 2))
    ]


def test_good_rows_go_on_and_the_others_are_set_aside(write: Write) -> None:
    path = write(
        HEADER,
        row("九年义务教育巩固率", "450124", "", "2016", "x", ""),
        row("九年义务教育巩固率", "450123", "", "2016", "90", ""),
        row("九年义务教育巩固率", "450123", "", "2017", "91", ""),
        row("九年义务教育巩固率", "450123", "", "2017", "92", ""),
    )
    found = read_observations(path, on_error="set_aside")
    assert (found.rows, found.places, found.rows_read) == ((3,), ("450124", "450123"), 4)
    assert [(r.row, r.cells[4]) for r in found.rejects] == [(2, "x"), (4, "91"), (5, "92")]
    assert [p.code.value for p in found.problems] == ["bad_number", "duplicate", "duplicate"]


def test_a_file_without_a_needed_column_is_no_table_of_observations(write: Write) -> None:
    with pytest.raises(DataError, match=r"lacks 地区代码 \(place\), 数值 \(value\)"):
        read_observations(write("指标,年份", row("九年义务教育巩固率", "2016")))
    with pytest.raises(DataError, match=r"no column 指标 \(indicator\)"):
        read_observations(write("学籍号", row("S-0001")))
    with pytest.raises(CallError, match="on_error"):
        read_observations(write(HEADER), on_error="skip")  # type: ignore[arg-type]


def test_a_misspelt_column_gets_a_notice(write: Write) -> None:
    path = write("指标,地区代码,年份,数值,口经", row("九年义务教育巩固率", "45", "2016", "90", ""))
    (notice,) = read_observations(path).notices
    assert "口径 (variant)" in notice.en


# ── other formats ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_gb18030_when_told(write: Write) -> None:
    path = write(HEADER, row("九年义务教育巩固率", "45", "", "2016", "90", ""), encoding="gb18030")
    assert len(read_observations(path, encoding="gb18030").observations) == 1
    with pytest.raises(DataError, match="--encoding gb18030"):
        read_observations(path)


def test_a_cell_that_a_spreadsheet_shows_as_a_percentage_is_what_it_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(HEADER.split(","))
    for place, value, form in (
        ("450121", 0.774, "0.0%"),
        (450122, 77.4, "General"),
        (450123, "77.4%", "General"),
        (450124, 1.035, "0.00%"),
    ):
        sheet.append(["学前三年毛入园率", place, None, 2016, value, None])
        sheet.cell(sheet.max_row, 5).number_format = form
    path = tmp_path / "book.xlsx"
    book.save(path)
    found = read_observations(path)
    assert [o.value.value for o in found.observations] == [
        Fraction("77.4"),
        Fraction("77.4"),
        Fraction("77.4"),
        Fraction("103.5"),
    ]
    assert found.places == ("450121", "450122", "450123", "450124")


def test_typed_cells_that_are_no_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(HEADER.split(","))
    sheet.append(["学前三年毛入园率", "45", None, datetime.date(2016, 1, 1), True, None])
    sheet.append(["学前三年毛入园率", 4.5, None, 2016.5, "=1+1", None])
    path = tmp_path / "book.xlsx"
    book.save(path)
    assert told(path) == [
        ("bad_number", "2, 年份 (year)"),
        ("bad_number", "2, 数值 (value)"),
        ("bad_code", "3, 地区代码 (place)"),
        ("bad_number", "3, 年份 (year)"),
        ("bad_number", "3, 数值 (value)"),
    ]


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "file.parquet"
    pl.DataFrame(
        {
            "indicator": ["compulsory_completion"] * 2,
            "place": ["450123", "450124"],
            "year": [2016, 2016],
            "value": [79.6, None],
        }
    ).write_parquet(path)
    assert told(path) == [("required", "3, 数值 (value)")]
    found = read_observations(path, on_error="set_aside")
    assert [o.value.value for o in found.observations] == [Fraction("79.6")]


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ("0.00%", 0.92, True),
        ("0.00%_);(0.00%)", 0.92, True),
        ("0.00%_ ", 0.92, True),
        ('0.0%;-0.0%;"-"', 0.92, True),
        ("0.00%;[Red]-0.00%;0", 0.92, True),
        ("0.00%;[Red]-0.00%;0", 0.0, False),
        ("0\\%", 88.0, False),
        ('0.0"%"', 88.0, False),
        ("General", 88.0, False),
        ("[>=1]0;0.0%", 0.92, True),
        ("[>=1]0;0.0%", 88.0, False),
        ('0";%"', 88.0, False),
    ],
)
def test_a_number_is_a_percentage_where_its_format_shows_one(
    number_format: str, value: float, shown: bool
) -> None:
    """By the section of the format that applies; a sign that is quoted or escaped only decorates."""
    assert shows_percent(number_format, value) is shown


def test_noise_of_stored_numbers_does_not_turn_met_into_missed(tmp_path: Path) -> None:
    """A sheet stores 0.1 * 9.2 as 0.9199999999999999 and shows 92.00%."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["指标", "地区代码", "年份", "数值"])
    sheet.append(["九年义务教育巩固率", "450123", 2020, 0.1 * 9.2])
    sheet["D2"].number_format = "0.00%"
    path = tmp_path / "observations.xlsx"
    book.save(path)
    (found,) = jf.read_observations(path).observations
    assert found.value.value == 92


def test_a_place_whose_rows_are_all_set_aside_is_still_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "observations.csv"
    path.write_text(
        "indicator,place,year,value\n"
        "compulsory_completion,450123,2018,90\n"
        "compulsory_completion,450124,2018,abc\n"
        "compulsory_completion,45012x,2018,90\n",
        encoding="utf-8",
    )
    found = jf.read_observations(path, on_error="set_aside")
    assert found.places == ("450123", "450124")
    assert len(found.rejects) == 2


def test_a_file_without_rows_says_so(tmp_path: Path) -> None:
    path = tmp_path / "observations.csv"
    path.write_text("indicator,place,year,value\n", encoding="utf-8")
    assert [n.en for n in jf.read_observations(path).notices] == [
        "observations.csv has no rows below its header."
    ]
