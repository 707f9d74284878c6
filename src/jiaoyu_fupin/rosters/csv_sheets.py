"""CSV files as tables.

A quoted line break inside a cell starts no new row. Two lone quotation marks far apart look just like that and swallow
the rows between them, so a cell that goes over several lines is looked at: where it holds as many commas as whole rows
would, its record is no row.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Collection, Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from ..values.errors import Code, DataError, FupinError, Problem, in_row
from .cells import Fault
from .defuse import restored
from .limits import Limits, beyond
from .sheet import DamageError, Sheet, Torn, guarded, refused

LONGEST_LINE: Final = 1 << 20
"""No line of a table has as many characters."""

_LINE_SIGNS: Final = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line somewhere, though only the first two do so in CSV."""


def open_csv(path: Path, codec: str, hint: str, limits: Limits) -> Sheet:
    """A CSV file as a table.

    Raises:
        DataError: It is none, or written in another encoding.
    """

    def records(_: Collection[int] | None) -> Iterator[Sequence[Any]]:
        rows = _records(path, codec, limits)
        next(rows, None)
        return guarded(path.name, rows)

    rows = _records(path, codec, limits)
    try:
        raw = next(rows, [])
    except Exception as error:  # noqa: BLE001 - as for every row
        raise refused(path.name, error, 1) from None
    finally:
        rows.close()
    header = tuple(cell.strip() for cell in raw)
    if len(header) > limits.columns:
        raise beyond(in_row(path.name, 1), limits, "columns", "columns")
    flaw = ""
    if any(map(_LINE_SIGNS.search, header)):
        flaw = (
            "a cell of row 1 holds a line break: lines end in other signs than LF and CR,"
            " or a quotation mark is alone"
        )
    return Sheet(path.name, "csv", header, records, hint=hint, flaw=flaw)


def _records(path: Path, codec: str, limits: Limits) -> Generator[list[str], None, None]:
    number, width = 1, 0
    with path.open(encoding=codec, newline="") as stream:
        lines = _Lines(stream)
        # a cell that runs on and on is a quotation mark never closed: the csv module stops at 128 KiB
        reader = csv.reader(lines, strict=True)
        while True:
            before = reader.line_num
            lines.quoted = False
            try:
                record = next(reader)
            except StopIteration:
                return
            except UnicodeDecodeError:
                raise _wrong_encoding(path, codec) from None
            except _ZeroByteError:
                reason = "it holds a zero byte, as only binary and damaged files do"
                raise DamageError(reason, row=number) from None
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
            if lines.quoted:
                record = list(map(restored, record))
            if number == 1:
                width = len(record)
            elif number > limits.rows + 1:
                raise beyond(in_row(path.name, number), limits, "rows", "rows below the header")
            elif reader.line_num - before > 1 and swallows(record, width):
                record = Torn(record, _SWALLOWED)
            if limits.characters < csv.field_size_limit() and any(
                len(cell) > limits.characters for cell in record
            ):
                raise beyond(
                    in_row(path.name, number), limits, "characters", "characters in a cell"
                )
            number += 1
            yield record


_SWALLOWED: Final = Fault(
    Code.RAGGED_ROW,
    "expected no cell over several lines that reads like the rest of one row and the beginning of another:"
    " two lone quotation marks swallow all between them",
    "keep such a cell on one line, or see whether each of its quotation marks is closed",
)


def swallows(record: Sequence[str], width: int) -> bool:
    """Whether cells over several lines can be the rest of one row and the beginning of another.

    Between two lone quotation marks no other stands. So where rows are as wide as the header and their record is too,
    both marks stand in the same column, and as many commas follow the first on its line, and precede the second on its
    own, as cells do. Of several such pairs in one record only the sum is certain.
    """
    split = [
        (place, _LINE_END.split(cell))
        for place, cell in enumerate(record)
        if _LINE_END.search(cell)
    ]
    if any(
        lines[0].count(",") >= width - 1 - place and lines[-1].count(",") >= place
        for place, lines in split
    ):
        return True
    inside = sum(line.count(",") for _, lines in split for line in lines)
    return len(split) > 1 and inside >= len(split) * (width - 1)


_LINE_END: Final = re.compile("\r\n|\r|\n")


class _LongLineError(Exception):
    pass


class _ZeroByteError(Exception):
    pass


class _Lines:
    """The lines of a stream; whether any since `quoted` was set to no has an apostrophe."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self.quoted = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) == LONGEST_LINE:
            raise _LongLineError
        if "\0" in line:
            raise _ZeroByteError
        if "'" in line:
            self.quoted = True
        return line


def reads_as_utf8(head: bytes) -> bool:
    """Whether the head of a file is UTF-8, and more than ASCII."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return not text.isascii()


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
