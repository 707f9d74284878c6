"""Reading a table of observations: one row per indicator, place, scope, year and variant."""

from __future__ import annotations

import math
import os
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from ..clauses.indicators import CAPPED, VARIANTS, Indicator, Variant
from ..clauses.target import MOST_PERCENT, Scope
from ..people.fact import FactSpec, Kind
from ..places import Territory
from ..places.coordinates import FIRST_OBSERVED_YEAR, LAST_OBSERVED_YEAR, is_place
from ..targets.observations import Observation, bad_variant, over_100
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.plain import is_number
from ..values.ranges import brief
from ..values.repeats import repeated
from ..values.text import Text
from .cells import NO_MARKS, UNKNOWN_WORDS, Fault, parse_typed
from .faults import RowFaults, check_count
from .gather import misfit, others_of
from .headers import EMPTY_LINES, FIRST_SHEET, Column, Layout, find_columns, unknown_column_notices
from .limits import LIMITS, Limits, limits_of
from .rejects import OnError, Rejected, set_aside
from .sheet import Sheet, no_table
from .tables import open_table
from .xlsx_sheets import FLOAT_DIGITS

OBSERVATION_COLUMNS: Final = (
    FactSpec("indicator", Text("指标", "indicator"), Kind.LABEL, Indicator, required=True),
    FactSpec("place", Text("地区代码", "place"), Kind.WORDS, required=True),
    FactSpec("scope", Text("范围", "scope"), Kind.LABEL, Scope),
    FactSpec(
        "year",
        Text("年份", "year"),
        Kind.WHOLE,
        least=FIRST_OBSERVED_YEAR,
        most=LAST_OBSERVED_YEAR,
        required=True,
    ),
    FactSpec("value", Text("数值", "value"), Kind.WORDS, required=True),
    FactSpec("variant", Text("口径", "variant"), Kind.LABEL, Variant),
)
"""The columns of a table of observations, in order."""

_SPECS: Final = {spec.name: spec for spec in OBSERVATION_COLUMNS}
_REQUIRED: Final = tuple(spec for spec in OBSERVATION_COLUMNS if spec.required)
_KEY_IN_ORDER: Final = ("indicator", "place", "scope", "year", "variant")
_KEY: Final = frozenset(_KEY_IN_ORDER)
_Key: TypeAlias = tuple[Any, ...]


@attrs.frozen(kw_only=True, eq=False)
class Observations:
    """A table of observations as it was read.

    Attributes:
        observations: What the good rows say, in the order of the file.
        rows: For each of them its row in the file; the header is row 1.
        places: The places of all rows whose place can be told, rejected rows too, in the order they first appear in.
        rejects: The rows that were set aside.
        notices: What a reader of the answers should know.
        rows_read: Rows below the header, empty lines apart.
        header: Row 1 of the file.
        path: The file.
    """

    observations: tuple[Observation, ...] = attrs.field(repr=False)
    rows: tuple[int, ...] = attrs.field(repr=False)
    places: tuple[str, ...]
    rejects: tuple[Rejected, ...] = attrs.field(repr=False)
    notices: tuple[Text, ...]
    rows_read: int
    header: tuple[str, ...] = attrs.field(repr=False)
    path: Path = attrs.field(repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the rejected rows, in the order of the file."""
        return tuple(problem for reject in self.rejects for problem in reject.problems)


def read_observations(
    path: str | os.PathLike[str],
    *,
    territory: Territory | None = None,
    encoding: str = "utf-8",
    on_error: OnError = "stop",
    limits: Limits = LIMITS,
) -> Observations:
    """Read a table of observations out of CSV, Parquet or xlsx.

    Args:
        path: The file.
        territory: Where all places have to lie, a county by any of its codes; anywhere when None.
        encoding: utf-8, with or without BOM, or gb18030; for CSV only.
        on_error: ``"stop"``, or ``"set_aside"`` to go on without the rows that have a problem.
        limits: How large the file may be.

    Raises:
        CallError: There is no such file, or a name in the call is not known.
        DataError: The file is no such table, damaged or too large;
            or with ``"stop"``, cells fit nothing: every one of them is named.
    """
    if on_error not in {"stop", "set_aside"}:
        raise CallError(unknown_name("on_error", on_error, ["stop", "set_aside"]))
    if not isinstance(path, str | os.PathLike):
        shown = type(path).__name__
        raise CallError(Problem(Code.WRONG_TYPE, "path", shown, "expected the path of a file"))
    table = open_table(Path(path), encoding, limits=limits_of(limits), percents=True)
    layout = find_columns(table, OBSERVATION_COLUMNS, _SPECS["indicator"])
    _check_columns(table, layout)
    found = _gather(table, layout, territory, RowFaults(table, limits, on_error == "set_aside"))
    found.faults.stop()
    good = [row for row in found.made if row not in found.faults]
    observations = tuple(found.made[row] for row in good)
    return Observations(
        observations=observations,
        rows=tuple(good),
        places=tuple(found.places),
        rejects=set_aside(table, found.faults.by_row),
        notices=tuple(_notices(table, layout, found.empty_lines, found.rows_read)),
        rows_read=found.rows_read,
        header=table.header,
        path=Path(path),
    )


def _check_columns(table: Sheet, layout: Layout) -> None:
    present = {column.spec.name for column in layout.known}
    lacking = [spec for spec in _REQUIRED if spec.name not in present]
    if lacking:
        names = ", ".join(spec.where for spec in lacking)
        no_table(
            table.file,
            f"a table of observations has a column for each of its parts; it lacks {names}",
        )


def _notices(table: Sheet, layout: Layout, empty_lines: int, rows_read: int) -> Iterator[Text]:
    yield from unknown_column_notices(layout, OBSERVATION_COLUMNS)
    if empty_lines:
        yield EMPTY_LINES.filled(n=empty_lines)
    if not rows_read:
        yield _NO_ROWS.filled(file=table.file)
    if table.remark:
        yield FIRST_SHEET.filled(file=table.file, remark=table.remark)


_NO_ROWS: Final = Text("文件{file:-}没有数据行。", "{file} has no rows below its header.")


@attrs.define
class _ParsedRows:
    """What going through the rows of a file once has found."""

    faults: RowFaults
    made: dict[int, Observation] = attrs.field(factory=dict[int, Observation])
    keyed: list[tuple[_Key, int]] = attrs.field(factory=list[tuple[_Key, int]])
    places: dict[str, None] = attrs.field(factory=dict[str, None])
    rows_read: int = 0
    empty_lines: int = 0


def _gather(
    table: Sheet, layout: Layout, territory: Territory | None, faults: RowFaults
) -> _ParsedRows:
    found = _ParsedRows(faults)
    width = len(table.header)
    memos = [_Memo(column) for column in layout.known]
    for row, record in enumerate(table.records(None), start=2):
        if not record:
            found.empty_lines += 1
            continue
        found.rows_read += 1
        if fault := misfit(record, width, csv=table.format == "csv"):
            faults.note(row, "", fault)
            continue
        parts, problems = _parts(memos, record, territory)
        if "place" in parts and _SPECS["place"].where not in {p.where for p in problems}:
            found.places[parts["place"]] = None
        for problem in problems:
            faults.add(row, problem)
        if not problems:
            found.made[row] = Observation(**parts)
        if parts.keys() >= _KEY:
            key = tuple(parts[name] for name in _KEY_IN_ORDER)
            found.keyed.append((key, row))
    check_count(table, found.rows_read + found.empty_lines)
    for rows in repeated(found.keyed):
        _note_repeated(rows, faults)
    return found


def _note_repeated(rows: Sequence[int], faults: RowFaults) -> None:
    """Nobody knows which of them is right: each has the problem, and names the others."""
    for row in rows:
        expected = (
            "expected one row for one indicator, place, scope, year and variant;"
            f" {others_of(row, rows)} says something of the same"
        )
        faults.note(row, "", Fault(Code.DUPLICATE, expected))


class _Memo(dict[Any, Any]):
    """What each distinct cell of a column says, read when first met. Its lifetime is one reading."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.spec, self.position = column.spec, column.position
        self._read = _READERS[column.spec.name]

    def __missing__(self, key: tuple[type, Any]) -> Any:
        value = self[key] = self._read(key[1], self.spec)
        return value

    def value(self, cell: Any) -> Any:
        """What one cell says; 1, 1.0 and True are three cells."""
        if isinstance(cell, list | dict):
            return self._read(cell, self.spec)
        return self[type(cell), cell]


def _parts(
    memos: Sequence[_Memo], record: Sequence[Any], territory: Territory | None
) -> tuple[dict[str, Any], list[Problem]]:
    """The parts of an observation that a row's cells hold, and what is wrong with the row."""
    parts: dict[str, Any] = {"scope": Scope.ALL}
    problems = []
    for memo in memos:
        name, cell = memo.spec.name, record[memo.position]
        value = memo.value(cell)
        if isinstance(value, Fault):
            shown = None if _is_empty(cell) else cell
            problems.append(value.at(memo.spec.where, shown, identity=False))
            parts.pop(name, None)
        elif value is not None:
            parts[name] = value
    problems += _between(parts, territory, bad={p.where for p in problems})
    return parts, problems


def _between(
    parts: dict[str, Any], territory: Territory | None, *, bad: Collection[str]
) -> Iterator[Problem]:
    """What is wrong between the cells of a row; the usual variant is filled in where none is written."""
    place = parts.get("place")
    if place is not None and territory is not None and not territory.covers(place):
        within = ", ".join(f"{prefix}…" for prefix in territory.prefixes)
        expected = f"expected a place in {territory.name.abreast}: {within}"
        yield Problem(Code.OUT_OF_RANGE, _SPECS["place"].where, place, expected)
    indicator = parts.get("indicator")
    if indicator is None or _SPECS["variant"].where in bad:
        return
    variant = parts.setdefault("variant", VARIANTS[indicator][0])
    if variant not in VARIANTS[indicator]:
        yield bad_variant(indicator, variant)
    elif (indicator, variant) in CAPPED and parts.get("value", 0) > MOST_PERCENT:
        yield over_100(indicator, variant, brief(parts["value"]))


# ── cells ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_PERCENT: Final = re.compile(r"(\d{1,9}(?:\.\d{1,30})?)\s?%?", re.ASCII)


def _is_empty(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _required(cell: Any) -> Fault | None:
    """A fault when nothing is known of what every row has to say."""
    if _is_empty(cell) or (isinstance(cell, str) and cell.strip() in UNKNOWN_WORDS):
        return Fault(Code.REQUIRED, "expected a value in every row")
    return None


def _label(cell: Any, spec: FactSpec) -> Any:
    """A label; empty means the usual one where there is one, and a word for unknown does not."""
    if spec.required and (fault := _required(cell)):
        return fault
    if _is_empty(cell):
        return None
    if isinstance(cell, str) and (word := cell.strip()) in UNKNOWN_WORDS | NO_MARKS:
        known = ", ".join(f"{m.zh} ({m.value})" for m in spec.labels or ())
        code = Code.NO_MARK if word in NO_MARKS else Code.BAD_LABEL
        hint = "" if spec.required else "an empty cell means the usual one"
        return Fault(code, f"expected {known}", hint)
    return parse_typed(cell, spec)


def _code(cell: Any, spec: FactSpec) -> Any:
    """A place's code as written."""
    if fault := _required(cell):
        return fault
    text = parse_typed(cell, spec)
    if isinstance(text, str) and is_place(text):
        return text
    return Fault(Code.BAD_CODE, "expected a code of 2, 4 or 6 digits")


def _year(cell: Any, spec: FactSpec) -> Any:
    if fault := _required(cell):
        return fault
    year = parse_typed(cell, spec)
    if isinstance(year, Fault):
        expected = f"expected a year from {FIRST_OBSERVED_YEAR} to {LAST_OBSERVED_YEAR}"
        code = Code.OUT_OF_RANGE if year.code is Code.OUT_OF_RANGE else Code.BAD_NUMBER
        text = cell.strip() if isinstance(cell, str) else ""
        hint = f"write {text[:-1]}" if re.fullmatch(r"\d{4}年", text, re.ASCII) else ""
        return Fault(code, expected, hint)
    return year


def _percent(cell: Any, _: FactSpec) -> Any:
    """A percentage, exact; a number cell stands for the shortest decimal that it is written as."""
    if fault := _required(cell):
        return fault
    text = cell.strip() if isinstance(cell, str) else _written(cell)
    if found := _PERCENT.fullmatch(text):
        return Fraction(found[1])
    expected = "expected a percentage such as 79.6 or 79.6%, from 0"
    if re.fullmatch(r"-\d+(\.\d+)?\s?%?", text, re.ASCII):
        return Fault(Code.OUT_OF_RANGE, expected)
    plain = unicodedata.normalize("NFKC", text)
    hint = f"write {plain}" if plain != text and _PERCENT.fullmatch(plain) else ""
    return Fault(Code.NO_MARK if text in NO_MARKS else Code.BAD_NUMBER, expected, hint)


def _written(cell: Any) -> str:
    """A number of a typed table as it would be written; empty text for anything that is not a number."""
    if not is_number(cell):
        return ""
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return ""
        cell = Decimal(format(cell, f".{FLOAT_DIGITS}g"))
    return f"{cell:f}"


_READERS: Final[Mapping[str, Callable[[Any, FactSpec], Any]]] = MappingProxyType(
    {
        "indicator": _label,
        "place": _code,
        "scope": _label,
        "year": _year,
        "value": _percent,
        "variant": _label,
    }
)
"""How the cells of each column are read: to a value, to None where the usual one is meant, or to a fault."""
