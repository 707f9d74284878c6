"""What comes out of reading a roster: good rows, rejected rows, doubts, and a receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from ..people import Subject, key_of
from ..people.doubts import DoubtCode
from ..people.fact import FactSpec, FrozenMap, specs
from ..values.errors import Problem
from ..values.text import Text
from .rejects import Rejected

if TYPE_CHECKING:
    import polars as pl


def _frozen(counts: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType(dict(counts))


@attrs.frozen
class RosterDoubt:
    """A kind of doubt and the rows it concerns.

    Attributes:
        code: The kind.
        columns: The facts that can hardly all be right.
        message: What is doubtful, without any value.
        count: The number of rows.
        first_rows: The numbers of the first few of them.
    """

    code: DoubtCode
    columns: tuple[str, ...]
    message: Text
    count: int
    first_rows: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Receipt:
    """What was read and what was done to it.

    Attributes:
        file: The file's name, without its folder.
        format: csv, parquet or xlsx.
        rows_read: Rows below the header, empty lines apart.
        rows_set_aside: Those of them with a problem.
        empty_lines: Lines without any cell; they hold no data.
        found: The facts asked for that the file has a column of.
        absent: The facts asked for that it has no column of; they are unknown in every row.
        not_loaded: Known columns of the file that were not asked for and so not read.
        unknown: The headers of the other columns.
        blank_is_no: The columns whose empty cells were read as no, each with the number of such cells.
        assumed: The columns whose unknown cells were filled in, each with the number of such cells.
    """

    file: str
    format: str
    rows_read: int
    rows_set_aside: int
    empty_lines: int
    found: tuple[str, ...]
    absent: tuple[str, ...]
    not_loaded: tuple[str, ...]
    unknown: tuple[str, ...]
    blank_is_no: Mapping[str, int] = attrs.field(converter=_frozen)
    assumed: Mapping[str, int] = attrs.field(converter=_frozen)


@attrs.frozen(kw_only=True, eq=False)
class Roster:
    """A roster as it was read.

    Attributes:
        subject: The kind of subject.
        frame: The good rows: a Polars frame with the key first and every fact asked for, under canonical names; labels
            by canonical name, yuan as Decimal with two decimals, unknown as null.
        rows: For each row of the frame its number in the file; the header is row 1.
        rejects: The rows that were set aside.
        doubts: What can hardly be right, in the columns that were read.
        notices: What a reader of the answers should know.
        receipt: What was read and what was done to it.
    """

    subject: type[Subject]
    frame: pl.DataFrame = attrs.field(repr=False)
    rows: tuple[int, ...] = attrs.field(repr=False)
    rejects: tuple[Rejected, ...] = attrs.field(repr=False)
    doubts: tuple[RosterDoubt, ...]
    notices: tuple[Text, ...]
    receipt: Receipt
    header: tuple[str, ...] = attrs.field(repr=False)
    """Row 1 of the file."""
    path: Path = attrs.field(repr=False)
    """The file."""
    own: tuple[FactSpec, ...] = attrs.field(repr=False, default=())
    """The facts among the columns that only a policy declares."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the rejected rows, in the order of the file."""
        return tuple(problem for reject in self.rejects for problem in reject.problems)

    def subjects(self) -> Iterator[Subject]:
        """The good rows as typed subjects, one after the other; facts that were not read are unknown."""
        key = key_of(self.subject)
        known = specs(self.subject, self.own)
        own = {spec.name for spec in self.own}
        columns = [
            (name, name in own, _by_value(known[name]))
            for name in self.frame.columns
            if name in known
        ]
        for row in self.frame.select([name for name, _, _ in columns]).iter_rows():
            facts: dict[str, Any] = {}
            extra: dict[str, object] = {}
            for (name, further, labels), value in zip(columns, row, strict=True):
                if value is not None:
                    (extra if further else facts)[name] = labels.get(value, value)
            yield self.subject(facts.pop(key), **facts, extra=FrozenMap(extra))


def _by_value(spec: FactSpec) -> Mapping[Any, Any]:
    return {} if spec.labels is None else {member.value: member for member in spec.labels}
