"""Reading a roster: every cell parsed or reported, no row dropped in silence."""

from __future__ import annotations

import datetime
import importlib.util
import itertools
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from ..people import Student, Subject
from ..people.doubts import doubtful_rows
from ..people.fact import Kind
from ..places import CodeChange
from ..rules.facts import Handle
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.text import Text
from .gather import BLANK, ROWS_NAMED, ParsedRows, gather
from .headers import EMPTY_LINES, FIRST_SHEET, Layout, find_columns, unknown_column_notices
from .limits import LIMITS, Limits, limits_of
from .rejects import OnError, Rejected, set_aside
from .request import Request, request_of
from .roster import Receipt, Roster, RosterDoubt
from .sheet import Sheet
from .tables import EXTRA, open_table


def read_roster(
    path: str | os.PathLike[str],
    *,
    subject: type[Subject] = Student,
    on: datetime.date | None = None,
    columns: Collection[str] | None = None,
    blank_is_no: Collection[str] = (),
    assuming: Mapping[str, object] = MappingProxyType({}),
    own: Sequence[Handle] = (),
    keep: Collection[str] = (),
    county_changes: Iterable[CodeChange] = (),
    encoding: str = "utf-8",
    on_error: OnError = "stop",
    limits: Limits = LIMITS,
) -> Roster:
    """Read a roster: one row per subject, out of CSV, Parquet or xlsx.

    Columns are named by canonical name or Chinese header, here and in the file.

    Args:
        path: The file.
        subject: The kind of subject.
        on: The assessment date; a birth may not lie after it, and ages are looked at only with it.
        columns: The facts that are needed, all but those that identify a person when left out; the key is always
            read, and no other column is.
        blank_is_no: Yes-or-no columns whose empty cells mean no, the whole column when the file lacks it.
        assuming: Values for unknown cells, a whole column when the file lacks it; known cells stay.
        own: Facts that only the policy declares; they are read as further columns.
        keep: Headers of columns the library does not know; they are handed back as text, untouched.
        county_changes: Code changes of counties that the library does not know of, such as a policy's own; places
            are doubted by them.
        encoding: utf-8, with or without BOM, or gb18030; for CSV only.
        on_error: ``"stop"``, or ``"set_aside"`` to go on without the rows that have a problem.
        limits: How large the file may be.

    Raises:
        CallError: There is no such file, or a name in the call is not known.
        DataError: The file is no roster, damaged or too large;
            or with ``"stop"``, cells fit nothing: every one of them is named.
    """
    request = request_of(subject, on, columns, blank_is_no, assuming, own, keep, county_changes)
    if on_error not in {"stop", "set_aside"}:
        raise CallError(unknown_name("on_error", on_error, ["stop", "set_aside"]))
    if importlib.util.find_spec("polars") is None:
        raise CallError(
            Problem(
                Code.WRONG_CALL, "read_roster", None, "expected polars, which holds the rows", EXTRA
            )
        )
    table = open_table(Path(path), encoding, limits=limits_of(limits))
    layout = find_columns(table, tuple(request.known.values()), request.key)
    found = gather(table, layout, request, limits, set_aside=on_error == "set_aside")
    found.faults.stop()
    return _roster(Path(path), table, layout, request, found)


def _roster(
    path: Path, table: Sheet, layout: Layout, request: Request, found: ParsedRows
) -> Roster:
    rejects = _rejects(table, found)
    keep = [row not in found.faults for row in found.rows] if found.faults else None
    rows = found.rows if keep is None else list(itertools.compress(found.rows, keep))
    values = {
        name: cells if keep is None else list(itertools.compress(cells, keep))
        for name, cells in found.values.items()
    }
    blanks, assumed = _fill(values, request, len(rows))
    doubts = tuple(
        RosterDoubt(
            doubt.code,
            doubt.columns,
            doubt.message,
            len(places),
            tuple(rows[p] for p in places[:ROWS_NAMED]),
        )
        for doubt, places in doubtful_rows(
            request.subject, values, request.on, county_changes=request.county_changes
        )
    )
    in_file = {column.spec.name for column in layout.known}
    return Roster(
        subject=request.subject,
        frame=_frame(values, request, len(rows)),
        rows=tuple(rows),
        rejects=rejects,
        doubts=doubts,
        notices=_notices(table, layout, request, found),
        receipt=Receipt(
            file=table.file,
            format=table.format,
            rows_read=found.rows_read,
            rows_set_aside=len(rejects),
            empty_lines=found.empty_lines,
            found=tuple(name for name in request.wanted if name in in_file),
            absent=tuple(name for name in request.wanted if name not in in_file),
            not_loaded=tuple(
                c.spec.name for c in layout.known if c.spec.name not in request.wanted
            ),
            unknown=tuple(header for _, header in layout.unknown),
            blank_is_no=blanks,
            assumed=assumed,
        ),
        header=table.header,
        path=path,
        own=request.own,
    )


def _fill(
    values: dict[str, list[Any]], request: Request, height: int
) -> tuple[dict[str, int], dict[str, int]]:
    """Fill in what the caller has said of empty and of unknown cells; how many there were, by column."""
    blanks: dict[str, int] = {}
    assumed: dict[str, int] = {}
    for name in request.wanted:
        if name in request.blank_is_no:
            cells = values.setdefault(name, [BLANK] * height)
            blanks[name] = cells.count(BLANK)
            values[name] = [False if cell is BLANK else cell for cell in cells]
        if name in request.assuming:
            cells = values.setdefault(name, [None] * height)
            assumed[name] = cells.count(None)
            given = request.assuming[name]
            values[name] = [given if cell is None else cell for cell in cells]
    return blanks, assumed


def _frame(values: Mapping[str, list[Any]], request: Request, height: int) -> Any:
    import polars as pl

    dtypes: dict[Kind, Any] = {
        Kind.FLAG: pl.Boolean,
        Kind.LABEL: pl.String,
        Kind.WHOLE: pl.Int64,
        Kind.MONEY: pl.Decimal(scale=2),
        Kind.DATE: pl.Date,
        Kind.CODE: pl.String,
        Kind.WORDS: pl.String,
    }
    series = [
        pl.Series(name, values[name], dtype=dtypes[request.known[name].kind])
        if name in values
        else pl.Series(name, [None], dtype=dtypes[request.known[name].kind]).new_from_index(
            0, height
        )
        for name in request.wanted
    ]
    return pl.DataFrame(
        series + [pl.Series(header, values[header], dtype=pl.String) for header in request.kept]
    )


def _rejects(table: Sheet, found: ParsedRows) -> tuple[Rejected, ...]:
    """The rows with a problem, their cells read a second time: a first reading cannot know which it will need."""
    return set_aside(table, found.faults.by_row)


_ONLY_TICKS: Final = Text(
    "{column}一列只有√和空白；空白按未知处理。如空白表示“否”，请加 --blank-is-no {name}。",
    "{column} holds only ticks and blanks; a blank is unknown. If it means no, say --blank-is-no {name}.",
)
_UNREAD: Final = Text(
    "未读入的列，所给说明没有用到：{names}。",
    "nothing was done with what was said of columns that are not needed: {names}.",
)


def _notices(table: Sheet, layout: Layout, request: Request, found: ParsedRows) -> tuple[Text, ...]:
    notices = [*unknown_column_notices(layout, request.known.values())]
    for name in found.only_ticks:
        where = request.known[name].where
        notices.append(_ONLY_TICKS.filled(column=where, name=name))
    unread = sorted((request.blank_is_no | set(request.assuming)) - set(request.wanted))
    if unread:
        notices.append(_UNREAD.filled(names=", ".join(unread)))
    if found.empty_lines:
        notices.append(EMPTY_LINES.filled(n=found.empty_lines))
    if table.remark:
        notices.append(FIRST_SHEET.filled(file=table.file, remark=table.remark))
    return tuple(notices)
