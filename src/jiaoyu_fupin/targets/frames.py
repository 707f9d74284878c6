"""Observations out of a frame of any engine that narwhals knows, and progress back into one."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, TypeVar

import narwhals.stable.v2 as nw

from ..errors import CallError, Code, DataError, Problem, did_you_mean
from ..label import Label
from ..terms import Term
from .indicators import Variant
from .observations import Observation
from .progress import Progress, progress_everywhere
from .rows import COLUMNS, NUMBERS, row_of
from .target import Indicator, Rate, Scope, Target

L = TypeVar("L", bound=Label)

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
        An eager frame with the columns of `COLUMNS`: one row per target and place, targets in their order within
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
    schema = {name: nw.Int64() if name in NUMBERS else nw.String() for name in COLUMNS}
    data = {name: [row[name] for row in rows] for name in COLUMNS}
    return nw.to_native(nw.from_dict(data, schema, backend=engine))


def _eager(frame: Any) -> nw.DataFrame[Any]:
    found = nw.from_native(frame)
    eager: nw.DataFrame[Any] = found.collect() if isinstance(found, nw.LazyFrame) else found
    return eager


def _observations(frame: nw.DataFrame[Any]) -> tuple[Observation, ...]:
    _check_names(frame.columns)
    columns = [
        frame[name].to_list() if name in frame.columns else [None] * len(frame)
        for name in (*REQUIRED, *OPTIONAL)
    ]
    problems: list[Problem] = []
    found: dict[int, Observation] = {}
    labels = (_by_name(Indicator), _by_name(Scope), _by_name(Variant))
    values: dict[Any, Any] = {}
    for row, cells in enumerate(zip(*columns, strict=True)):
        made = _observation(cells, labels, values)
        if isinstance(made, Observation):
            found[row] = made
        else:
            problems += (_in_row(p, row) for p in made)
    problems += _repeated(found)
    if problems:
        raise DataError(problems)
    return tuple(found.values())


def _observation(
    cells: Sequence[Any],
    labels: tuple[Mapping[Any, Indicator], Mapping[Any, Scope], Mapping[Any, Variant]],
    values: dict[Any, Any],
) -> Observation | Sequence[Problem]:
    indicator, place, year, value, scope, variant = (
        None if isinstance(cell, float) and math.isnan(cell) else cell for cell in cells
    )
    indicators, scopes, variants = labels
    key = (type(value), value)
    if key not in values:
        values[key] = percent_of(value)
    given: dict[str, Any] = {
        "indicator": indicators.get(indicator, indicator),
        "place": place,
        "year": int(year) if isinstance(year, float) and year.is_integer() else year,
        "value": values[key],
        "scope": Scope.ALL if scope is None else scopes.get(scope, scope),
    }
    if variant is not None:
        given["variant"] = variants.get(variant, variant)
    missing = [name for name in REQUIRED if given[name] is None]
    if missing:
        return [
            Problem(Code.REQUIRED, name, None, "expected a value in every row") for name in missing
        ]
    try:
        return Observation(**given)
    except DataError as error:
        return error.problems


_DECIMAL: Final = re.compile(r"\d{1,40}(\.\d{1,40})?%?", re.ASCII)


def percent_of(value: object) -> object:
    """A percentage out of a cell, exact; what is none as it is, for a check to refuse."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value.strip()):
        return Fraction(value.strip().removesuffix("%"))
    if isinstance(value, float) and math.isfinite(value):
        return Fraction(Decimal(repr(value)))
    return value


def _by_name(labels: type[L]) -> Mapping[Any, L]:
    return MappingProxyType({str(member.value): member for member in labels})


def _in_row(problem: Problem, row: int) -> Problem:
    return Problem(
        problem.code,
        f"row {row}, {problem.where}",
        problem.value,
        problem.expected,
        problem.suggestion,
    )


def _repeated(rows: Mapping[int, Observation]) -> Iterator[Problem]:
    """Rows that say something of the same."""
    first: dict[object, int] = {}
    for row, one in rows.items():
        before = first.setdefault(one.key, row)
        if before != row:
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
