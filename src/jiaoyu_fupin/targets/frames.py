"""Observations out of a frame of any engine that narwhals knows, and progress back into one."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from ..clauses.indicators import Indicator, Variant
from ..clauses.target import Rate, Scope, Target
from ..values.errors import CallError, Code, DataError, Problem, did_you_mean
from ..values.label import Label
from ..values.ranges import as_range
from ..values.repeats import repeated
from ..values.terms import Term
from .observations import Observation
from .progress import Progress, progress_everywhere
from .rows import NUMBERS, PROGRESS_COLUMNS, row_of

REQUIRED: Final = ("indicator", "place", "year", "value")
"""The columns every frame of observations has."""

OPTIONAL: Final = ("scope", "variant")
"""The columns that may be absent, and whose nulls mean the usual one."""


def progress_frame(frame: Any, targets: Iterable[Target], *, on: datetime.date | Term) -> Any:
    """Where rate targets stand, for a frame of observations, in the engine of the frame.

    Args:
        frame: One row per observation: ``indicator``, ``place``, ``scope`` and ``variant`` as text by canonical name,
            ``year`` whole, ``value`` in percent as an integer, a decimal, text such as ``"79.6"``, or a float, which
            stands for the shortest decimal that it is written as. Null in ``scope`` and ``variant``, and the absence
            of either column, means the usual one. A lazy frame is collected.
        targets: The targets; those about no indicator are left out.
        on: The date; a term stands for its first day.

    Returns:
        An eager frame with the columns of `PROGRESS_COLUMNS`: one row per target and place, targets in order within
        places in order of first appearance; years are integers, figures text with four decimals.

    Raises:
        CallError: A column nobody knows, or one that is lacking.
        DataError: A value that cannot be, or two for one thing; every one is named with its row, counted from 0.
    """
    eager = _eager(frame)
    found = progress_everywhere(
        [t for t in targets if isinstance(t.aim, Rate)], _observations(eager), on=on
    )
    return to_frame(found, like=eager)


def observations_from_frame(frame: Any) -> tuple[Observation, ...]:
    """The observations in a frame; see `progress_frame` for its columns and errors."""
    return _observations(_eager(frame))


def to_frame(progress: Iterable[Progress], *, like: Any) -> Any:
    """Progress of rate targets as a frame, one row each.

    Args:
        progress: What to put in it.
        like: A frame of the engine that is wanted.

    Raises:
        CallError: One is of a target about no indicator.
    """
    rows = [row_of(p) for p in progress]
    engine = _eager(like).implementation
    data = {name: [row[name] for row in rows] for name in PROGRESS_COLUMNS}
    schema: dict[str, Any] = {}
    for name in PROGRESS_COLUMNS:
        if name not in NUMBERS:
            schema[name] = nw.String()
        elif engine.is_pandas_like() and None in data[name]:
            schema[name] = nw.Float64()  # its whole numbers know no null
        else:
            schema[name] = nw.Int64()
    return nw.to_native(nw.from_dict(data, schema, backend=engine))


def _eager(frame: Any) -> nw.DataFrame[Any]:
    try:
        found = nw.from_native(frame)
    except TypeError:
        expected = "expected a frame of an engine that narwhals knows, such as polars or pandas"
        raise CallError(Problem(Code.WRONG_TYPE, "frame", type(frame).__name__, expected)) from None
    eager: nw.DataFrame[Any] = found.collect() if isinstance(found, nw.LazyFrame) else found
    return eager


def _observations(frame: nw.DataFrame[Any]) -> tuple[Observation, ...]:
    _check_names(frame.columns)
    indicators, places, years, values, scopes, variants = (
        _cells(frame, name) for name in (*REQUIRED, *OPTIONAL)
    )
    columns = (
        _words(indicators, Indicator),
        places,
        [_year(cell) for cell in years],
        _percents(values),
        [Scope.ALL if cell is None else cell for cell in _words(scopes, Scope)],
        _words(variants, Variant),
    )
    problems: list[Problem] = []
    found: dict[int, Observation] = {}
    for row, (indicator, place, year, value, scope, variant) in enumerate(
        zip(*columns, strict=True)
    ):
        given = {"indicator": indicator, "place": place, "year": year, "value": value}
        lacking = [name for name, cell in given.items() if cell is None]
        if lacking:
            expected = "expected a value in every row"
            problems += (
                Problem(Code.REQUIRED, f"row {row}, {_WHERE[n]}", None, expected) for n in lacking
            )
            continue
        if variant is not None:
            given["variant"] = variant
        try:
            found[row] = Observation(**given, scope=scope)
        except DataError as error:
            problems += (attrs.evolve(p, where=f"row {row}, {p.where}") for p in error.problems)
    problems += _repeated(found)
    if problems:
        raise DataError(problems)
    return tuple(found.values())


def _cells(frame: nw.DataFrame[Any], name: str) -> list[Any]:
    """A column's cells, null and anything but numbers as None; None throughout for an absent column."""
    if name not in frame.columns:
        return [None] * len(frame)
    cells, nulls = frame[name].to_list(), frame[name].is_null().to_list()
    return [
        None if null or (isinstance(cell, float) and math.isnan(cell)) else cell
        for cell, null in zip(cells, nulls, strict=True)
    ]


def _words(cells: Sequence[Any], labels: type[Label]) -> list[Any]:
    """Labels by their canonical names; anything else as it is, for a check to refuse."""
    members = {str(member.value): member for member in labels}
    return [members.get(cell, cell) if isinstance(cell, str) else cell for cell in cells]


def _year(cell: Any) -> Any:
    """A year; some engines turn a column of whole numbers with a null into floats."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _percents(cells: Sequence[Any]) -> list[Any]:
    """Percentages, each distinct one made once."""
    known: dict[Any, Any] = {}
    found = []
    for cell in cells:
        key = (type(cell), cell)
        if key not in known:
            known[key] = None if cell is None else as_range(percent_of(cell))
        found.append(known[key])
    return found


_WHERE: Final = {
    "indicator": "指标 (indicator)",
    "place": "地区代码 (place)",
    "year": "年份 (year)",
    "value": "数值 (value)",
}

_DECIMAL: Final = re.compile(r"(\d{1,40}(?:\.\d{1,40})?)\s?%?", re.ASCII)


def percent_of(value: object) -> object:
    """A percentage out of a cell, exact; anything else as it is, for a check to refuse."""
    if isinstance(value, str) and (found := _DECIMAL.fullmatch(value.strip())):
        return Fraction(found[1])
    if isinstance(value, float) and math.isfinite(value):
        return Fraction(Decimal(repr(value)))
    return value


def _repeated(rows: Mapping[int, Observation]) -> Iterator[Problem]:
    """Rows that say something of the same."""
    for before, *others in repeated((one.key, row) for row, one in rows.items()):
        for row in others:
            one = rows[row]
            yield Problem(
                Code.DUPLICATE,
                f"row {before} and row {row}",
                f"{one.indicator.value} {one.place} {one.year}",
                "expected one value for one indicator, place, scope, year and variant",
            )


def _check_names(names: Sequence[str]) -> None:
    known = (*REQUIRED, *OPTIONAL)
    problems = [
        Problem(
            Code.UNKNOWN_NAME,
            "frame of observations",
            name,
            f"expected one of the columns {', '.join(known)}",
            did_you_mean(name, known),
        )
        for name in names
        if name not in known
    ]
    problems += [
        Problem(Code.REQUIRED, "frame of observations", None, f"expected a column {name}")
        for name in REQUIRED
        if name not in names
    ]
    if problems:
        raise CallError(problems)
