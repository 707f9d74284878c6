"""Going through the rows of a file once: each distinct cell is parsed once, each bad one noted."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import attrs

from ..people.fact import FactSpec, Kind
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.repeats import repeated
from .cells import TICK, Fault, parse, parse_typed
from .faults import RowFaults, check_count
from .headers import Column, Layout
from .limits import Limits
from .request import Wanted, stored
from .sheet import Sheet, Torn

_BATCH: Final = 500  # small, so that the garbage collector has little to look through
_FAULTS_KEPT: Final = 1_000
ROWS_NAMED: Final = 5
"""So many of the rows that a message is about are named in it."""


def as_text(cell: Any) -> str:
    """A cell as written; an empty one as the empty text."""
    return "" if cell is None else str(cell)


class _Blank:
    """An empty cell of a column whose empty cells mean no."""


BLANK: Final = _Blank()


class _Memo(dict[Any, object]):
    """What each distinct cell of a column says; parsed when first met. Its lifetime is one reading."""

    def __init__(self, column: Column, request: Wanted, *, typed: bool) -> None:
        super().__init__()
        self.spec = column.spec
        self.faulty = False
        self._faults = 0
        self._header = column.header
        self._on = request.on
        self._typed = typed
        self._blank: object = BLANK if column.spec.name in request.blank_is_no else None

    def __missing__(self, cell: Any) -> object:
        value = self.read(cell[1] if self._typed else cell)
        if not isinstance(value, Fault):
            self[cell] = value
        elif (
            self._faults < _FAULTS_KEPT
        ):  # a million bad cells, each its own, would fill the memory
            self._faults += 1
            self[cell] = value
        return value

    def read(self, cell: Any) -> object:
        """What one cell says."""
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return self._blank
        reader = parse_typed if self._typed else parse
        value = reader(cell, self.spec, header=self._header, on=self._on)
        self.faulty = self.faulty or isinstance(value, Fault)
        return stored(value)

    def values(self, cells: Sequence[Any]) -> list[object]:  # type: ignore[override]
        """What the cells of a column say, in order."""
        if self.spec.required or self.spec.identity:  # every cell its own: remembering is no use
            return [self.read(cell) for cell in cells]
        if not self._typed:
            return list(map(self.__getitem__, cells))
        return [
            self.read(cell) if isinstance(cell, (list, dict)) else self[type(cell), cell]
            for cell in cells
        ]


@attrs.define
class ParsedRows:
    """What a reading has gathered; the only thing that changes while a file is read.

    Attributes:
        values: The columns, as the frame will have them; `BLANK` and None not yet filled in.
        rows: The number of each row in them.
        faults: What is wrong, by row.
        empty_lines: Lines without any cell.
        ragged: Rows that are not as wide as the header.
        only_ticks: Yes-or-no columns that hold nothing but ticks and blanks.
    """

    values: dict[str, list[Any]]
    faults: RowFaults
    rows: list[int] = attrs.field(factory=list[int])
    empty_lines: int = 0
    ragged: int = 0
    only_ticks: tuple[str, ...] = ()

    @property
    def rows_read(self) -> int:
        """Rows below the header, empty lines apart."""
        return len(self.rows) + self.ragged


def gather(
    table: Sheet, layout: Layout, request: Wanted, limits: Limits, *, set_aside: bool
) -> ParsedRows:
    """Read every row once.

    Raises:
        DataError: The file is damaged or beyond a limit, or more rows have problems than may be set aside.
    """
    columns = [column for column in layout.known if column.spec.name in request.wanted]
    kept = _kept_positions(table, layout, request)
    memos = [_Memo(column, request, typed=table.typed) for column in columns]
    found = ParsedRows(
        {column.spec.name: [] for column in columns} | {header: [] for header in kept},
        RowFaults(table, limits, set_aside),
    )
    width = len(table.header)
    needed = {column.position for column in columns} | set(kept.values())
    records = enumerate(table.records(needed), start=2)
    while batch := list(itertools.islice(records, _BATCH)):
        rows, cells = _split(batch, width, found, csv=table.format == "csv")
        if not cells:
            continue
        by_position = list(zip(*cells, strict=True))
        for column, memo in zip(columns, memos, strict=True):
            column_cells = by_position[column.position]
            values = memo.values(column_cells)
            if memo.faulty or column.spec.required:
                _note_faults(column, rows, column_cells, values, found)
            found.values[column.spec.name].extend(values)
        for header, position in kept.items():
            found.values[header].extend(as_text(cell) for cell in by_position[position])
        found.rows.extend(rows)
    check_count(table, found.rows_read + found.empty_lines)
    if request.unique:
        _note_repeated_keys(request.key, found)
    found.only_ticks = tuple(
        memo.spec.name
        for memo in memos
        if memo.spec.kind is Kind.FLAG
        and memo.spec.name not in request.blank_is_no
        and {as_text(cell[1] if table.typed else cell).strip() for cell in memo} == {TICK, ""}
    )
    return found


def _kept_positions(table: Sheet, layout: Layout, request: Wanted) -> dict[str, int]:
    places: dict[str, list[int]] = {}
    for position, header in layout.unknown:
        places.setdefault(header, []).append(position)
    problems = []
    for name in request.kept:
        if name not in places:
            problems.append(unknown_name(f"column of {table.file}", name, filter(None, places)))
        elif len(places[name]) > 1:
            problems.append(
                Problem(
                    Code.DUPLICATE_COLUMN, table.file, name, "expected one column of this header"
                )
            )
    if problems:
        raise CallError(problems)
    return {name: places[name][0] for name in request.kept}


def _split(
    batch: Sequence[tuple[int, Sequence[Any]]], width: int, found: ParsedRows, *, csv: bool
) -> tuple[list[int], list[Sequence[Any]]]:
    """The numbers and cells of the rows that are as wide as the header; the others are noted."""
    rows: list[int] = []
    cells: list[Sequence[Any]] = []
    for row, record in batch:
        fault = misfit(record, width, csv=csv)
        if fault is not None:
            found.ragged += 1
            found.faults.note(row, "", fault)
        elif record:
            rows.append(row)
            cells.append(record)
        else:
            found.empty_lines += 1
    return rows, cells


def misfit(record: Sequence[Any], width: int, *, csv: bool) -> Fault | None:
    """What is wrong with a record as a row of so many cells; an empty line is none and not wrong."""
    if isinstance(record, Torn):
        return record.fault
    if not record or len(record) == width:
        return None
    return Fault(
        Code.RAGGED_ROW,
        f"expected {width} cells, as many as the header has; found {len(record)}",
        "a comma inside a cell needs quotation marks around the cell" if csv else "",
    )


def _note_faults(
    column: Column,
    rows: Sequence[int],
    cells: Sequence[Any],
    values: list[Any],
    found: ParsedRows,
) -> None:
    spec = column.spec
    for place, value in enumerate(values):
        if isinstance(value, Fault):
            found.faults.note(rows[place], spec.where, value, cells[place], identity=spec.identity)
            values[place] = None
        elif value is None and spec.required:
            found.faults.note(rows[place], spec.where, _MISSING)


_MISSING: Final = Fault(Code.REQUIRED, "expected a value in every row")


def _note_repeated_keys(key: FactSpec, found: ParsedRows) -> None:
    """A key used twice says nothing of which row is right: each of them has the problem."""
    keyed = (
        (value if value.isascii() else unicodedata.normalize("NFKC", value), row)
        for row, value in zip(found.rows, found.values[key.name], strict=True)
        if value is not None
    )
    for rows in repeated(keyed):
        for row in rows:
            expected = (
                "expected a value that no other row has;"
                f" {others_of(row, rows)} has the same (value not shown)"
            )
            found.faults.note(row, key.where, Fault(Code.DUPLICATE, expected))


def others_of(row: int, rows: Sequence[int]) -> str:
    """The first few of the other rows, as a message names them."""
    others = [str(r) for r in rows[: ROWS_NAMED + 1] if r != row][:ROWS_NAMED]
    named = ", ".join(others) + (" …" if len(rows) > len(others) + 1 else "")
    return f"第 {named} 行 row {named}"
