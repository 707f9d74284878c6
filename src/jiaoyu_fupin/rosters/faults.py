"""What is wrong with the rows of a file: named one by one, and counted where there is too much of it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from ..values.errors import Code, DataError, Problem, in_row
from .cells import Fault
from .limits import Limits, beyond
from .sheet import Sheet, no_table

_Kind: TypeAlias = tuple[Code, str, str]
"""The code of a problem, its column, and what was expected."""


@attrs.define
class RowFaults:
    """The problems of the rows of a file, gathered while it is read.

    Attributes:
        sheet: The file.
        limits: How many problems, or how many rows that have some, are kept.
        set_aside: Whether reading goes on without such rows; all is kept of these then, since all is written out.
        by_row: The problems, by row.
    """

    sheet: Sheet
    limits: Limits
    set_aside: bool
    by_row: dict[int, list[Problem]] = attrs.field(factory=dict[int, list[Problem]], init=False)
    _kept: int = attrs.field(default=0, init=False)
    _counted: Counter[_Kind] = attrs.field(factory=Counter[_Kind], init=False)
    _first: dict[_Kind, int] = attrs.field(factory=dict[_Kind, int], init=False)
    _beyond: set[int] = attrs.field(factory=set[int], init=False)

    def __contains__(self, row: int) -> bool:
        return row in self.by_row or row in self._beyond

    def __bool__(self) -> bool:
        return bool(self.by_row)

    def note(
        self, row: int, column: str, fault: Fault, value: object = None, *, identity: bool = False
    ) -> None:
        """Note what is wrong with a cell, or with a row where no column is named.

        Raises:
            DataError: More rows have problems than may be set aside.
        """
        if self._room(row, (fault.code, column, fault.expected)):
            where = ", ".join(filter(None, (in_row(self.sheet.file, row), column)))
            self._keep(row, fault.at(where, value, identity=identity))

    def add(self, row: int, problem: Problem) -> None:
        """Note a problem that does not name its row yet; errors as for `note`."""
        if self._room(row, (problem.code, problem.where, problem.expected)):
            where = ", ".join(filter(None, (in_row(self.sheet.file, row), problem.where)))
            self._keep(row, attrs.evolve(problem, where=where))

    def _keep(self, row: int, problem: Problem) -> None:
        self._kept += 1
        self.by_row.setdefault(row, []).append(problem)

    def _room(self, row: int, kind: _Kind) -> bool:
        if self.set_aside:
            if row not in self.by_row and len(self.by_row) >= self.limits.rejects:
                what = "rows that have to be set aside"
                error = beyond(in_row(self.sheet.file, row), self.limits, "rejects", what)
                raise DataError((*error.problems, *self._summed()))
            return True
        if self._kept < self.limits.problems:
            return True
        self._counted[kind] += 1
        self._first.setdefault(kind, row)
        self._beyond.add(row)
        return False

    def _summed(self) -> Iterator[Problem]:
        """What there is, by kind, where there is too much to be named one by one."""
        counted, first = self._counted, self._first
        if self.set_aside:
            counted, first = Counter(), {}
            for row, problems in self.by_row.items():
                for problem in problems:
                    column = problem.where.removeprefix(in_row(self.sheet.file, row)).lstrip(", ")
                    kind = (problem.code, column, problem.expected)
                    counted[kind] += 1
                    first.setdefault(kind, row)
        for (code, column, expected), times in counted.most_common(100):
            kind = (code, column, expected)
            where = ", ".join(filter(None, (self.sheet.file, column)))
            more = "" if self.set_aside else "另有 more: "
            yield Problem(
                code,
                where,
                None,
                f"{expected} ({more}{times}, 始于第 {first[kind]} 行 from row {first[kind]} on)",
            )

    def stop(self) -> None:
        """Raise what is wrong, all of it, unless rows are set aside.

        Raises:
            DataError: Something is.
        """
        if self.by_row and not self.set_aside:
            named = itertools.chain.from_iterable(self.by_row[row] for row in sorted(self.by_row))
            raise DataError((*named, *self._summed()))

    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, in the order of the file."""
        return tuple(p for row in sorted(self.by_row) for p in self.by_row[row])


def check_count(sheet: Sheet, read: int) -> None:
    """Every row that a file has by its own count has to have been met.

    Args:
        sheet: The file.
        read: The rows from row 2 on that were met, empty ones too.

    Raises:
        DataError: They are more or fewer.
    """
    if sheet.count is not None and sheet.count != read:
        no_table(sheet.file, f"it has {sheet.count} rows below its header, but {read} were read")
