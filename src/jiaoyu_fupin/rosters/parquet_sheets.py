"""Parquet files as tables.

The file is opened here and handed on as a stream: a path would be taken for a pattern of paths, and its folders for
columns.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from .limits import Limits, beyond
from .sheet import DamageError, Sheet, guarded, refused


def open_parquet(path: Path, limits: Limits) -> Sheet:
    """A Parquet file as a table.

    Raises:
        DataError: It is damaged, or beyond a limit.
    """
    try:
        names, height = _shape(path)
    except BaseException as error:  # noqa: BLE001 - a panic is no Exception
        raise _named(path.name, error) from None
    if len(names) > limits.columns:
        raise beyond(path.name, limits, "columns", "columns")
    if height > limits.rows:
        raise beyond(path.name, limits, "rows", "rows below the header")

    def records(needed: Collection[int] | None) -> Iterator[Sequence[Any]]:
        wanted = range(len(names)) if needed is None else sorted(needed)
        if height * len(wanted) > limits.cells:
            raise beyond(path.name, limits, "cells", "cells that are read")
        return guarded(path.name, _rows(path, names, wanted, height, limits))

    header = tuple(name.strip() for name in names)
    return Sheet(path.name, "parquet", header, records, count=height, typed=True)


def _named(name: str, error: BaseException) -> BaseException:
    """The error to be raised; what the reading library means by a panic is a damaged file too."""
    if isinstance(error, Exception) or type(error).__name__ == "PanicException":
        return refused(name, error)
    return error


def _shape(path: Path) -> tuple[list[str], int]:
    """The names of the columns and the number of rows, as the end of the file has them."""
    import polars as pl

    with path.open("rb") as stream:
        names = list(pl.read_parquet_schema(stream))
    with path.open("rb") as stream:
        height = pl.scan_parquet(stream, glob=False).select(pl.len()).collect().item()
    return names, int(height)


def _rows(
    path: Path, names: Sequence[str], wanted: Sequence[int], height: int, limits: Limits
) -> Iterator[Sequence[Any]]:
    import polars as pl

    try:
        with path.open("rb") as stream:
            frame = pl.read_parquet(stream, columns=list(wanted), glob=False)
        texts = [name for name, kind in frame.schema.items() if kind == pl.String]
        longest = frame.select(pl.col(texts).str.len_chars().max()).row(0) if texts else ()
    except BaseException as error:  # noqa: BLE001 - a panic is no Exception
        raise _named(path.name, error) from None
    if frame.height != height:
        raise DamageError(f"it says that it has {height} rows and has {frame.height}")
    if any(length is not None and length > limits.characters for length in longest):
        raise beyond(path.name, limits, "characters", "characters in a cell")
    if len(wanted) == len(names):
        yield from frame.iter_rows()
        return
    for row in frame.iter_rows():
        cells: list[Any] = [None] * len(names)
        for position, cell in zip(wanted, row, strict=True):
            cells[position] = cell
        yield cells
