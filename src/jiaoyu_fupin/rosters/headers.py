"""Which column of a file holds which fact: by canonical name or Chinese header, in any order."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from ..people.fact import FactSpec, Kind
from ..values.errors import Code, DataError, FupinError, Problem, clip, nearest
from ..values.text import Text, enumerated
from .cells import UNKNOWN_WORDS, Fault, parse
from .sheet import Sheet, no_table

_SHOWN: Final = 6
"""So many headers of a file that is not a roster are shown."""


@attrs.frozen
class Column:
    """A column of the file that holds a known fact.

    Attributes:
        position: From 0.
        header: As written, without white space at its ends.
        spec: The fact.
    """

    position: int
    header: str
    spec: FactSpec


@attrs.frozen
class Layout:
    """Which columns a file has.

    Attributes:
        known: Those that hold a known fact, in the order of the file.
        unknown: The positions and headers of the others.
    """

    known: tuple[Column, ...]
    unknown: tuple[tuple[int, str], ...]


def headers_of(specs: Iterable[FactSpec]) -> Mapping[str, FactSpec]:
    """The facts by every header they are found under; yes-or-no facts also under 是否X and 是否有X."""
    specs = tuple(specs)
    exact = {header: spec for spec in specs for header in spec.headers[:2]}
    return {header: spec for spec in specs for header in spec.headers} | exact


def find_columns(table: Sheet, specs: Sequence[FactSpec], key: FactSpec) -> Layout:
    """The columns of a table.

    Raises:
        DataError: Two columns hold one fact, or the table is not a roster: it lacks the key or every known column.
    """
    by_header = headers_of(specs)
    found = [(place, header, by_header.get(header)) for place, header in enumerate(table.header)]
    known = tuple(Column(place, header, spec) for place, header, spec in found if spec is not None)
    if key.name not in {column.spec.name for column in known}:
        _refuse(table, by_header, key, known)
    if table.flaw:
        no_table(table.file, table.flaw, "row 1 names each column in a cell of its own")
    problems = [
        Problem(
            Code.DUPLICATE_COLUMN,
            f"{table.file}, 第 1 行 row 1, {same[0].spec.where}",
            None,
            f"expected one column; {_numbered(same)} hold the same fact",
            "rename or delete all but one",
        )
        for same in _grouped(known)
        if len(same) > 1
    ]
    if problems:
        raise DataError(problems)
    return Layout(known, tuple((place, header) for place, header, spec in found if spec is None))


def _numbered(columns: Iterable[Column]) -> str:
    return " and ".join(f"column {c.position + 1} {clip(c.header)}" for c in columns)


def _grouped(columns: Iterable[Column]) -> Iterable[list[Column]]:
    groups: dict[str, list[Column]] = {}
    for column in columns:
        groups.setdefault(column.spec.name, []).append(column)
    return groups.values()


EMPTY_LINES: Final = Text("跳过空行{n}行。", "{n} empty lines hold no data and were passed over.")
"""The notice of lines that hold nothing."""
FIRST_SHEET: Final = Text("文件{file:-}含多个工作表{remark:-}，只读了第一个。", "{file}: {remark}.")
"""The notice of sheets that were not read."""
_UNKNOWN_COLUMN: Final = Text(
    "不认识的列{header}没有读入；是否指{near}？",
    "the unknown column {header} was not read; did you mean {near}?",
)
_OR: Final = Text("或", " or ")


def unknown_column_notices(layout: Layout, specs: Iterable[FactSpec]) -> tuple[Text, ...]:
    """A notice for each column that nobody knows but whose header looks like that of an absent fact."""
    present = {column.spec.name for column in layout.known}
    absent = {
        header: spec for header, spec in headers_of(specs).items() if spec.name not in present
    }
    notices = []
    for _, header in layout.unknown:
        if len(header) > 1 and (close := nearest(header, absent)):
            near = enumerated(dict.fromkeys(absent[name].where for name in close), _OR)
            notices.append(_UNKNOWN_COLUMN.filled(header=clip(header), near=near))
    return tuple(notices)


def _refuse(
    table: Sheet, by_header: Mapping[str, FactSpec], key: FactSpec, known: Sequence[Column]
) -> None:
    reason = f"there is no column {key.where}, which every row is known by"
    if not known:
        reason = f"there is no column {key.where} and no other known one"
    no_table(
        table.file,
        f"{reason}; found: {_found(table.header, by_header, known)}",
        _remedy(table, by_header, key),
    )


def _found(
    header: Sequence[str], by_header: Mapping[str, FactSpec], known: Sequence[Column]
) -> str:
    """What stands in row 1, as far as it is surely headers: a row of data may hold a child's name."""
    if not any(header):
        return "an empty row"
    if known and not _looks_like_data(header, by_header):
        safe = [cell for cell in header if cell]
    else:
        safe = [
            cell
            for cell in header
            if re.fullmatch(r"[a-z][a-z_]*", cell) and not _is_value(cell, by_header)
        ]
    shown = ", ".join(clip(cell, 24) for cell in safe[:_SHOWN])
    rest = len(header) - len(safe[:_SHOWN])
    if not shown:
        return f"{rest} cells, not shown because they may be data"
    return f"{shown} and {rest} more" if rest else shown


def _looks_like_data(header: Sequence[str], by_header: Mapping[str, FactSpec]) -> bool:
    return any(
        re.search(r"\d\d", cell) or _is_value(cell, by_header)
        for cell in header
        if cell not in by_header
    )


def _is_value(cell: str, by_header: Mapping[str, FactSpec]) -> bool:
    kinds = {spec.name: spec for spec in by_header.values() if spec.kind is not Kind.WORDS}
    return cell not in UNKNOWN_WORDS and any(
        not isinstance(parse(cell, spec), Fault) for spec in kinds.values()
    )


def _remedy(table: Sheet, by_header: Mapping[str, FactSpec], key: FactSpec) -> str:
    if table.hint:
        return table.hint
    row = " ".join(table.header)
    for mark, word in (
        ("\t", "tabs"),
        (";", "semicolons"),
        ("，", "Chinese commas"),
        ("|", "bars"),
    ):
        if mark in row and any(part.strip(' "') in by_header for part in row.split(mark)):
            return f"its cells are separated by {word}: save it with commas"
    try:
        for number, record in enumerate(itertools.islice(table.records(None), 5), start=2):
            if {str(cell).strip() for cell in record} & {key.name, key.text.zh}:
                return f"the header stands in row {number}: delete the rows above it"
    except FupinError:
        pass  # what is wrong further down does not matter yet
    names = (key.name, key.text.zh)
    scored = [
        (difflib.SequenceMatcher(None, name, cell).ratio(), cell)
        for cell in table.header
        for name in names
    ]
    best, nearest_cell = max(scored, default=(0.0, ""))
    if (
        best >= 0.6
        and nearest_cell not in by_header
        and not _looks_like_data(table.header, by_header)
    ):
        return f"if {clip(nearest_cell, 24)} holds it, name the column {key.text.zh} or {key.name}"
    return f"row 1 has to name the columns, {key.text.zh} or {key.name} among them"
