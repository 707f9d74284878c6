"""Rows of a file that are set aside: what is wrong with each, and the file they are written to."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

import attrs

from ..values.drafts import write_whole
from ..values.errors import CallError, Code, Problem
from .defuse import defused
from .sheet import Sheet

OnError: TypeAlias = Literal["stop", "set_aside"]
"""What to do about rows with a problem."""


@attrs.frozen
class Rejected:
    """A row that was set aside.

    Attributes:
        row: Its number in the file; the header is row 1.
        cells: Its cells as written; they may name a person and are never printed.
        problems: What is wrong with it.
    """

    row: int
    cells: tuple[str, ...] = attrs.field(repr=False)
    problems: tuple[Problem, ...]


def set_aside(sheet: Sheet, by_row: Mapping[int, Sequence[Problem]]) -> tuple[Rejected, ...]:
    """The rows with a problem, their cells read a second time: a first reading cannot know which it will need."""
    if not by_row:
        return ()
    return tuple(
        Rejected(
            row, tuple("" if cell is None else str(cell) for cell in record), tuple(by_row[row])
        )
        for row, record in enumerate(sheet.records(None), start=2)
        if row in by_row
    )


class ReadRows(Protocol):
    """What was read of a file whose bad rows were set aside: a roster or observations."""

    @property
    def path(self) -> Path:
        """The file."""
        ...

    @property
    def header(self) -> tuple[str, ...]:
        """Row 1 of the file."""
        ...

    @property
    def rejects(self) -> tuple[Rejected, ...]:
        """The rows that were set aside."""
        ...


def write_rejects(read: ReadRows, path: str | os.PathLike[str]) -> None:
    """Write the rejected rows to a CSV file that only its owner can read (mode 0600 from its creation on).

    Each row has its number, the reasons, then its cells as written: the good of it can be put right and read again,
    since a reader leaves the first two columns alone.

    Raises:
        CallError: There can be no such file, or it is the roster itself.
        OutputError: The place is full, or fails.
    """
    target, same = Path(path), False
    with contextlib.suppress(OSError):  # what cannot be looked at is told when it is written
        same = target.samefile(read.path)
    if same:
        expected = "expected a file other than the roster"
        raise CallError(Problem(Code.WRONG_CALL, "rejects", str(target), expected))
    # never the mode of an older file: that one might be readable by others
    write_whole(target, _lines(read), "rejects", keep_mode=False)


def _lines(read: ReadRows) -> Iterator[bytes]:
    yield codecs.BOM_UTF8
    yield _line(["行号 row", "原因 reasons", *read.header])
    for reject in read.rejects:
        reasons = " | ".join(map(str, reject.problems))
        yield _line([str(reject.row), reasons, *reject.cells])


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(map(defused, cells))
    return text.getvalue().encode()
