"""Progress of frames: the same answers whatever engine the observations come in, and in that engine."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import narwhals.stable.v2 as nw
import pendulum
import polars as pl
import pytest

from jiaoyu_fupin import CallError, DataError, progress_everywhere, progress_frame
from jiaoyu_fupin.targets.frames import observations_from_frame
from jiaoyu_fupin.targets.rows import PROGRESS_COLUMNS, row_of
from support.progress_cases import GUANGXI, KINDERGARTENS

ON = pendulum.date(2019, 12, 31)
ROWS: dict[str, list[Any]] = {
    "indicator": ["compulsory_completion"] * 3 + ["preschool_gross_enrolment"],
    "place": ["450123", "450123", "450123", "450102"],
    "scope": ["poor_areas", "poor_areas", None, "poor_areas"],
    "year": [2016, 2018, 2018, 2016],
    "value": [88.4, 89.8, 99.0, 79.6],
    "variant": ["cohort", None, None, None],
}


def _pandas(rows: dict[str, list[Any]]) -> Any:
    return importlib.import_module("pandas").DataFrame(rows)


def _pandas_nullable(rows: dict[str, list[Any]]) -> Any:
    return _pandas(rows).convert_dtypes()


def _pyarrow(rows: dict[str, list[Any]]) -> Any:
    return importlib.import_module("pyarrow").table(rows)


ENGINES: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "polars": pl.DataFrame,
    "pandas": _pandas,
    "pandas, nullable": _pandas_nullable,
    "pyarrow": _pyarrow,
}


@pytest.mark.parametrize("engine", ENGINES)
def test_frames_of_any_engine_give_the_rows_of_single_answers(engine: str) -> None:
    frame = ENGINES[engine](ROWS)
    out = progress_frame(frame, (KINDERGARTENS, *GUANGXI), on=ON)
    assert type(out) is type(frame)
    found: Any = nw.from_native(out)
    assert tuple(found.columns) == PROGRESS_COLUMNS
    answers = progress_everywhere(GUANGXI, observations_from_frame(pl.DataFrame(ROWS)), on=ON)
    expected = [dict(row_of(p)) for p in answers]
    rows = [
        {k: None if v is None or v != v else v for k, v in row.items()}  # noqa: PLR0124 - NaN for null
        for row in found.rows(named=True)
    ]
    assert rows == expected
    assert len(rows) == 12


def test_a_lazy_frame_is_collected() -> None:
    out = progress_frame(pl.LazyFrame(ROWS), GUANGXI, on=ON)
    assert out.equals(progress_frame(pl.DataFrame(ROWS), GUANGXI, on=ON))
    assert out.schema["due"] == out.schema["reached_in"] == pl.Int64
    assert out.schema["gap"] == pl.String


def test_a_duckdb_relation_is_collected() -> None:
    duckdb: Any = importlib.import_module("duckdb")
    importlib.import_module("pyarrow")
    relation = duckdb.from_arrow(_pyarrow(ROWS))
    out: Any = nw.from_native(progress_frame(relation, GUANGXI, on=ON))
    assert out.shape == (12, len(PROGRESS_COLUMNS))


@pytest.mark.parametrize(
    "values",
    [[88.4, 89.8], [Decimal("88.4"), Decimal("89.8")], ["88.4", "89.8%"]],
    ids=["floats", "decimals", "text"],
)
def test_values_of_several_types_are_exact(values: list[Any]) -> None:
    frame = pl.DataFrame(
        {
            "indicator": ["compulsory_completion"] * 2,
            "place": ["450123"] * 2,
            "year": [2016, 2018],
            "value": values,
        }
    )
    assert [str(o.value) for o in observations_from_frame(frame)] == ["88.4", "89.8"]


def test_no_rows_give_no_rows() -> None:
    empty = pl.DataFrame(ROWS).clear()
    assert progress_frame(empty, GUANGXI, on=ON).rows() == []


def test_columns_nobody_knows_or_that_are_lacking() -> None:
    frame = pl.DataFrame({"indicator": ["x"], "place": ["45"], "yaer": [2016]})
    with pytest.raises(CallError) as caught:
        progress_frame(frame, GUANGXI, on=ON)
    assert [str(p) for p in caught.value.problems] == [
        (
            "[unknown_name] frame of observations: expected one of the columns indicator, place, year, value, scope,"
            " variant, not “yaer”; did you mean year?"
        ),
        "[required] frame of observations: expected a column year",
        "[required] frame of observations: expected a column value",
    ]


def test_every_bad_row_is_named() -> None:
    frame = pl.DataFrame(
        {
            "indicator": [
                "compulsory_completion",
                "compulsory_completoin",
                None,
                *["compulsory_completion"] * 5,
            ],
            "place": ["45", "45", "45", "450", "45", "45", "45", "45"],
            "scope": [None, None, None, None, "everywhere", None, None, "all"],
            "year": [2016, 2016, 2016, 2016, 16, 2017, 2018, 2016],
            "value": [90.0, 90.0, 90.0, -1.0, 90.0, float("nan"), 101.0, 91.0],
            "variant": [None, None, None, None, None, None, "dossier", "cohort"],
        }
    )
    with pytest.raises(DataError) as caught:
        progress_frame(frame, GUANGXI, on=ON)
    assert [(p.code.value, p.where) for p in caught.value.problems] == [
        ("bad_label", "row 1, 指标 (indicator)"),
        ("required", "row 2, 指标 (indicator)"),
        ("bad_code", "row 3, 地区代码 (place)"),
        ("out_of_range", "row 3, 数值 (value)"),
        ("out_of_range", "row 4, 年份 (year)"),
        ("bad_label", "row 4, 范围 (scope)"),
        ("required", "row 5, 数值 (value)"),
        ("out_of_range", "row 6, 数值 (value)"),
        ("duplicate", "row 0 and row 7"),
    ]
