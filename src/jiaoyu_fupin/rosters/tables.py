"""Files as rows of cells: CSV, Parquet and xlsx, told apart by their first bytes.

A file that is no table is refused after a look at its head, however long it is. The header is row 1. Rows are
counted as a spreadsheet counts them: a quoted line break inside a cell starts no new row, and an empty line is a row
of no cells.
"""

from __future__ import annotations

import codecs
import csv
import importlib
import io
import itertools
import operator
import os
import re
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NoReturn

import attrs

from ..values.errors import CallError, Code, DataError, FupinError, Problem, in_row, unknown_name
from ..values.plain import is_whole

HEAD: Final = 1 << 16
"""Bytes that are looked at before a file is taken for a table."""

LONGEST_LINE: Final = 1 << 20
"""No line of a table has as many characters."""

ENCODINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "utf-8": "utf-8-sig",
        "utf-8-sig": "utf-8-sig",
        "gb18030": "gb18030",
        "gbk": "gb18030",
        "gb2312": "gb18030",
    }
)
"""Encodings by name, each with the one that is used: GB18030 contains the older GB ones."""

_PARQUET, _ZIP, _OLD_XLS = b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

EXTRA: Final = "it comes with the extra cli: pip install 'jiaoyu_fupin[cli]'"
"""What to do when a library that only the readers need is not there."""


@attrs.frozen
class Sheet:
    """A file as rows of cells.

    Attributes:
        file: Its name, without its folder.
        format: csv, parquet or xlsx.
        header: The cells of row 1, without white space at their ends.
        records: Yields the rows from row 2 on; given positions, the cells elsewhere may be left out (None).
        typed: Whether cells may hold more than text.
        remark: What a reader of the answer has to know of the file; may be empty.
        hint: The likeliest remedy should the header make no sense; may be empty.
    """

    file: str
    format: str
    header: tuple[str, ...]
    records: Callable[[Collection[int] | None], Iterator[Sequence[Any]]] = attrs.field(repr=False)
    typed: bool = False
    remark: str = ""
    hint: str = ""


def open_table(path: Path, encoding: str, *, percents: bool = False) -> Sheet:
    """A file as a table.

    Args:
        path: Where it is.
        encoding: utf-8 (with or without BOM) or gb18030; for CSV only.
        percents: Whether a number that xlsx shows as a percentage is the text it shows: it stores 0.774 for 77.4%.

    Raises:
        CallError: There is no such file, or the encoding is not known.
        DataError: The file is no table, or written in another encoding.
    """
    name = path.name
    codec = ENCODINGS.get(encoding.lower().replace("_", "-"))
    if codec is None:
        raise CallError(unknown_name("encoding", encoding, ["utf-8", "gb18030"]))
    head = _head(path)
    if head.startswith(_PARQUET):
        return _parquet(path)
    if head.startswith(_ZIP):
        return _xlsx(path, percents=percents)
    if head.startswith(_OLD_XLS):
        no_table(name, "it is an old Excel file (.xls): save it as .xlsx or as CSV UTF-8")
    if head.startswith(_UTF16):
        raise DataError(
            Problem(
                Code.BAD_ENCODING,
                name,
                None,
                "expected UTF-8; the file is UTF-16",
                "save it as CSV UTF-8",
            )
        )
    if head.startswith(codecs.BOM_UTF8) and codec != "utf-8-sig":
        expected = f"expected {encoding}; the file says it is UTF-8"
        raise DataError(Problem(Code.BAD_ENCODING, name, None, expected, "say --encoding utf-8"))
    if not head.removeprefix(codecs.BOM_UTF8):
        no_table(name, "the file is empty")
    if b"\0" in head:
        no_table(name, "it is a binary file")
    if len(head) == HEAD and b"\n" not in head and b"\r" not in head:
        no_table(name, f"its first line is longer than {HEAD} bytes")
    hint = (
        "it reads as UTF-8: say --encoding utf-8"
        if codec != "utf-8-sig" and _reads_as_utf8(head)
        else ""
    )
    return _csv(path, codec, hint)


def _reads_as_utf8(head: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return not text.isascii()


def no_table(name: str, reason: str, suggestion: str = "") -> NoReturn:
    """Refuse a file as a whole."""
    expected = f"expected a table (CSV, Parquet or xlsx) with a header in row 1; {reason}"
    raise DataError(Problem(Code.NOT_A_ROSTER, name, None, expected, suggestion)) from None


def _head(path: Path) -> bytes:
    problem = None
    try:
        if path.is_dir():
            problem = "expected a file; this is a directory"
        elif not path.exists():
            problem = "expected a file that exists"
        elif not path.is_file():
            problem = "expected an ordinary file"
        else:
            with path.open("rb") as stream:
                return stream.read(HEAD)
    except OSError as error:
        problem = f"expected a readable file; {os.strerror(error.errno) if error.errno else 'it cannot be opened'}"
    raise CallError(Problem(Code.WRONG_CALL, "path", str(path), problem)) from None


# CSV


def _csv(path: Path, codec: str, hint: str) -> Sheet:
    def records(_: Collection[int] | None) -> Iterator[Sequence[Any]]:
        rows = _csv_records(path, codec)
        next(rows, None)
        return rows

    rows = _csv_records(path, codec)
    header = next(rows, [])
    rows.close()
    return Sheet(path.name, "csv", tuple(cell.strip() for cell in header), records, hint=hint)


def _csv_records(path: Path, codec: str) -> Generator[list[str], None, None]:
    number = 1
    with path.open(encoding=codec, newline="") as stream:
        # a cell that runs on and on is a quotation mark never closed: the csv module stops at 128 KiB
        reader = csv.reader(_lines(stream), strict=True)
        while True:
            try:
                record = next(reader)
            except StopIteration:
                return
            except UnicodeDecodeError:
                raise _wrong_encoding(path, codec) from None
            except (csv.Error, _LongLineError):
                # after this nobody knows where the next row starts, so no row can be set aside for it
                raise DataError(
                    Problem(
                        Code.RAGGED_ROW,
                        in_row(path.name, number),
                        None,
                        "expected cells separated by commas; the quotation marks do not match,"
                        " or a line or cell has no end; nothing after this row was looked at",
                        'a cell in quotation marks ends with one, and "" stands for one inside it',
                    )
                ) from None
            number += 1
            yield record


class _LongLineError(Exception):
    pass


def _lines(stream: io.TextIOWrapper) -> Iterator[str]:
    while line := stream.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise _LongLineError
        yield line


def _wrong_encoding(path: Path, codec: str) -> FupinError:
    line, offset = _first_undecodable(path, codec)
    asked = "UTF-8" if codec.startswith("utf") else "GB18030"
    other = "gb18030" if asked == "UTF-8" else "utf-8"
    return DataError(
        Problem(
            Code.BAD_ENCODING,
            f"{path.name}, 第 {line} 行 line {line}, byte {offset}",
            None,
            f"expected {asked}",
            f'if the file is {other.upper()}, say --encoding {other} (in Python encoding="{other}")',
        )
    )


def _first_undecodable(path: Path, codec: str) -> tuple[int, int]:
    """The line, from 1, and the offset of the first byte that does not fit the encoding."""
    decoder = codecs.getincrementaldecoder("utf-8" if codec.startswith("utf") else codec)()
    start, line = 0, 1
    with path.open("rb") as stream:
        while True:
            chunk = stream.read(LONGEST_LINE)
            waiting = decoder.getstate()[0]
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                whole = waiting + chunk
                return line + whole[: error.start].count(b"\n"), start - len(waiting) + error.start
            if not chunk:
                return line, start
            start += len(chunk)
            line += chunk.count(b"\n")


# Parquet


def _parquet(path: Path) -> Sheet:
    import polars as pl

    try:
        names = list(pl.read_parquet_schema(path))
    except (pl.exceptions.PolarsError, OSError):
        no_table(
            path.name, "its first bytes are those of a Parquet file, but it cannot be read as one"
        )

    def records(needed: Collection[int] | None) -> Iterator[Sequence[Any]]:
        wanted = range(len(names)) if needed is None else sorted(needed)
        try:
            frame = pl.read_parquet(path, columns=list(wanted))
        except (pl.exceptions.PolarsError, OSError):
            no_table(path.name, "it is a damaged Parquet file")
        if len(wanted) == len(names):
            return frame.iter_rows()
        return _spread(frame.iter_rows(), wanted, len(names))

    return Sheet(path.name, "parquet", tuple(name.strip() for name in names), records, typed=True)


def _spread(
    rows: Iterator[Sequence[Any]], positions: Sequence[int], width: int
) -> Iterator[Sequence[Any]]:
    for row in rows:
        cells: list[Any] = [None] * width
        for position, cell in zip(positions, row, strict=True):
            cells[position] = cell
        yield cells


# xlsx


def _xlsx(path: Path, *, percents: bool) -> Sheet:
    try:
        openpyxl: Any = importlib.import_module("openpyxl")
    except ModuleNotFoundError:
        expected = "expected openpyxl, which reads xlsx"
        raise CallError(Problem(Code.WRONG_CALL, path.name, None, expected, EXTRA)) from None
    try:
        book: Any = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 - a broken zip fails in many ways
        no_table(path.name, "it is a zip file, but no xlsx that can be read")
    try:
        titles: list[str] = [sheet.title for sheet in book.worksheets]
        if not titles:
            no_table(path.name, "it has no sheet")
        header: tuple[str, ...] = ()
        for row in book.worksheets[0].iter_rows(max_row=1, values_only=True):
            header = tuple("" if cell is None else str(cell).strip() for cell in _without_tail(row))
    finally:
        book.close()

    def records(_: Collection[int] | None) -> Iterator[Sequence[Any]]:
        again: Any = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas: Any = openpyxl.load_workbook(path, read_only=True)
        try:
            empty = 0
            stored = again.worksheets[0].iter_rows(min_row=2, values_only=True)
            written = formulas.worksheets[0].iter_rows(min_row=2, values_only=not percents)
            for values, sources in itertools.zip_longest(stored, written, fillvalue=()):
                pairs = itertools.zip_longest(values, sources)
                row = (
                    [_percent(v, s) for v, s in pairs]
                    if percents
                    else [_stored(v, s) for v, s in pairs]
                )
                cells = [_exact(cell) for cell in _without_tail(row)]
                if (
                    not cells
                ):  # kept back: a sheet may end in thousands of rows that were only ever formatted
                    empty += 1
                    continue
                for _blank in range(empty):
                    yield []
                empty = 0
                yield cells + [None] * (len(header) - len(cells))
        finally:
            again.close()
            formulas.close()

    remark = f"only the first of {len(titles)} sheets was read" if len(titles) > 1 else ""
    return Sheet(path.name, "xlsx", header, records, typed=True, remark=remark)


def _stored(value: Any, source: Any) -> Any:
    """A cell's value, given what is written in it."""
    return _UNCOMPUTED if value is None and source is not None else value


def _percent(value: Any, cell: Any) -> Any:
    """The same, given the cell as it is formatted: a number that is shown as a percentage is that percentage."""
    if cell is None:
        return value
    if (isinstance(value, float) or is_whole(value)) and shows_percent(
        str(cell.number_format), value
    ):
        return f"{Decimal(format(value, f'.{FLOAT_DIGITS}g')) * 100:f}%"
    return _stored(value, cell.value)


FLOAT_DIGITS: Final = 15
"""So many digits of a stored number count, as spreadsheets themselves have it: the rest is noise of the arithmetic."""

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_COMPARE: Final = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


def shows_percent(number_format: str, value: float) -> bool:
    r"""Whether a spreadsheet shows a number as a percentage, by the section of its format that applies.

    >>> shows_percent("0.00%_);(0.00%)", 0.92), shows_percent("0\\%", 88), shows_percent('0.0" %"', 88)
    (True, False, False)
    """
    sections = _sections(number_format)
    return "%" in _LITERAL.sub("", sections[_section(sections, value)])


def _sections(number_format: str) -> list[str]:
    """The sections of a number format; a semicolon that is quoted or escaped does not end one."""
    found, start, last = [], 0, 0
    for literal in _LITERAL.finditer(number_format):
        for place in range(last, literal.start()):
            if number_format[place] == ";":
                found.append(number_format[start:place])
                start = place + 1
        last = literal.end()
    for place in range(last, len(number_format)):
        if number_format[place] == ";":
            found.append(number_format[start:place])
            start = place + 1
    return [*found, number_format[start:]]


def _section(sections: Sequence[str], value: float) -> int:
    """Which section applies: the first whose condition holds, else by sign: positive, negative, zero."""
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for place, condition in enumerate(conditions):
            if condition is None or _COMPARE[condition[1]](value, float(condition[2])):
                return place
        return len(sections) - 1
    by_sign = 1 if value < 0 else 2 if value == 0 else 0
    return by_sign if by_sign < len(sections) else 0


class _Uncomputed:
    """A formula whose value the file does not hold: it is not empty, and what it says is not known."""

    def __repr__(self) -> str:
        return "a formula without a stored value"


_UNCOMPUTED: Final = _Uncomputed()


def _without_tail(row: Sequence[Any]) -> Sequence[Any]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


def _exact(cell: Any) -> Any:
    """A number as the spreadsheet has it: not even whole numbers keep more than 15 digits."""
    return float(cell) if is_whole(cell) else cell
