"""A file as rows of cells, whatever its format, and how it is refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NoReturn

import attrs

from ..values.errors import CallError, Code, DataError, FupinError, Problem, in_row
from .cells import Fault


@attrs.frozen
class Sheet:
    """A file as rows of cells.

    Attributes:
        file: Its name, without its folder.
        format: csv, parquet or xlsx.
        header: The cells of row 1, without white space at their ends.
        records: Yields the rows from row 2 on, a `Torn` in place of one that is no row; given positions, the cells
            elsewhere may be left out (None). Whatever is wrong with the file is a `FupinError`.
        count: The rows from row 2 on as the file counts them itself; None where it does not.
        typed: Whether cells may hold more than text.
        remark: What a reader of the answer has to know of the file; may be empty.
        hint: The likeliest remedy should the header make no sense; may be empty.
        flaw: Why row 1 cannot name columns, even if it seems to; may be empty.
    """

    file: str
    format: str
    header: tuple[str, ...]
    records: Callable[[Collection[int] | None], Iterator[Sequence[Any]]] = attrs.field(repr=False)
    count: int | None = None
    typed: bool = False
    remark: str = ""
    hint: str = ""
    flaw: str = ""


class Torn(list[Any]):
    """A record that is no row, with what is wrong with it."""

    def __init__(self, cells: Sequence[Any], fault: Fault) -> None:
        super().__init__(cells)
        self.fault = fault


@attrs.frozen
class Unusable:
    """What stands in a cell and says nothing: it is not empty, and what it means is not known."""

    what: str

    def __repr__(self) -> str:
        return self.what

    __str__ = __repr__


class DamageError(Exception):
    """What a reader finds wrong with a file as a file.

    Attributes:
        reason: What it is.
        row: The row, where it is known.
        cell: The cell, where it is known.
        suggestion: The likeliest remedy; may be empty.
    """

    def __init__(
        self, reason: str, *, row: int | None = None, cell: str = "", suggestion: str = ""
    ) -> None:
        super().__init__(reason)
        self.reason, self.row, self.cell, self.suggestion = reason, row, cell, suggestion


def no_table(name: str, reason: str, suggestion: str = "") -> NoReturn:
    """Refuse a file as a whole."""
    expected = f"expected a table (CSV, Parquet or xlsx) with a header in row 1; {reason}"
    raise DataError(Problem(Code.NOT_A_ROSTER, name, None, expected, suggestion)) from None


def refused(name: str, error: BaseException, row: int | None = None) -> FupinError:
    """The error that a file is refused with, whatever went wrong while it was read.

    Args:
        name: The file.
        error: What went wrong; of what others say of it nothing is shown, for it may quote the file.
        row: The row that was being read, where it is known.
    """
    if isinstance(error, FupinError):
        return error
    if isinstance(error, OSError) and error.errno:
        expected = f"expected a readable file; {os.strerror(error.errno)}"
        return CallError(Problem(Code.WRONG_CALL, "path", name, expected))
    damage = error if isinstance(error, DamageError) else DamageError("it is damaged", row=row)
    where = name if damage.row is None else in_row(name, damage.row)
    if damage.cell:
        where += f", 单元格 cell {damage.cell}"
    expected = (
        f"expected a table (CSV, Parquet or xlsx) that can be read to its end; {damage.reason}"
    )
    return DataError(Problem(Code.NOT_A_ROSTER, where, None, expected, damage.suggestion))


def guarded(name: str, records: Iterator[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """The same rows; whatever goes wrong on the way is named, with the row it happened at."""
    row = 1
    try:
        for record in records:
            row += 1
            yield record
    except FupinError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file fails in many ways
        raise refused(name, error, row + 1) from None
