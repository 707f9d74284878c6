"""xlsx files as tables: the first sheet, read twice as a stream.

The first time it is measured: which rows hold anything, whether rows and cells stand in order and once, which cells are
merged. The second time its cells are read. What a spreadsheet shows without storing it is no empty cell: a formula
without a stored value, a cell that a merged one covers, an error.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import attrs

from ..values.errors import FupinError
from ..values.plain import is_digits
from .limits import Limits, beyond
from .number_formats import shows_date, shows_percent
from .sheet import DamageError, Sheet, Unusable, guarded, no_table, refused
from .xlsx_parts import Book, TextReader, new_parser, open_zip, parsed, read_book, unescaped

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384

FLOAT_DIGITS: Final = 15
"""So many digits of a stored number count, as spreadsheets themselves have it: the rest is noise of the arithmetic."""

UNCOMPUTED: Final = Unusable("a formula without a stored value")
MERGED: Final = Unusable("part of a merged cell")

_NUMBER: Final = re.compile(
    r"[-+]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][-+]?\d{1,4})?", re.ASCII
)
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_ROW: Final = re.compile(r"[1-9]\d{0,6}", re.ASCII)


def open_xlsx(path: Path, limits: Limits, *, percents: bool) -> Sheet:
    """The first sheet of an xlsx file as a table.

    Args:
        path: The file.
        limits: What it may not go beyond.
        percents: Whether a number that is shown as a percentage is the text it shows: 0.774 is stored for 77.4%.

    Raises:
        DataError: It is no xlsx, damaged, or beyond a limit; or its first sheet is hidden.
    """
    try:
        with open_zip(path, limits) as package:
            book = read_book(package, path.name, limits)
            if book.sheets[0].hidden:
                reason = (
                    "its first sheet is hidden, so it is not the one that a spreadsheet shows first"
                )
                no_table(
                    path.name, reason, "show that sheet, move it behind the others, or delete it"
                )
            survey = _surveyed(package, path.name, book, limits)
            read = _Reading(path.name, book, limits, survey, percents=percents)
            row, cells = next(read.rows(package, None), (1, ()))
    except FupinError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken zip fails in many ways
        raise refused(path.name, error) from None
    header = tuple(map(_heading, cells)) if row == 1 else ()
    if len(header) > limits.columns:
        raise beyond(path.name, limits, "columns", "columns")

    def records(needed: Collection[int] | None) -> Iterator[Sequence[Any]]:
        return guarded(path.name, _records(path, book, limits, survey, header, needed, percents))

    several = len(book.sheets) > 1
    return Sheet(
        path.name,
        "xlsx",
        header,
        records,
        count=max(0, survey.last - 1),
        typed=True,
        remark=f"only the first of {len(book.sheets)} sheets was read" if several else "",
        flaw=_flaw(cells if row == 1 else (), survey),
    )


def _heading(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _flaw(header: Sequence[Any], survey: _Survey) -> str:
    for place, cell in enumerate(header, start=1):
        if isinstance(cell, Unusable):
            return f"cell {_letters(place)}1 is {cell}"
        if isinstance(cell, str) and re.search("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", cell.strip()):
            return f"cell {_letters(place)}1 holds a line break"
    if any(area.top == 1 and area.right > area.left for area in survey.merged):
        return "row 1 has merged cells"
    return ""


def _records(
    path: Path,
    book: Book,
    limits: Limits,
    survey: _Survey,
    header: Sequence[str],
    needed: Collection[int] | None,
    percents: bool,
) -> Iterator[Sequence[Any]]:
    read = _Reading(path.name, book, limits, survey, percents=percents)
    wanted = None if needed is None else frozenset(needed)
    width, next_row = len(header), 2
    with open_zip(path, limits) as package:
        for row, cells in read.rows(package, wanted, width=width):
            if row == 1:
                continue
            for _ in range(next_row, row):
                yield []
            next_row = row + 1
            yield cells
    for _ in range(next_row, survey.last + 1):
        yield []


# measuring


@attrs.frozen
class Area:
    """Merged cells, from the left upper one, which holds what they show, to the right lower one."""

    left: int
    top: int
    right: int
    bottom: int


@attrs.frozen
class _Survey:
    """What a sheet has, counted.

    Attributes:
        last: The last row that holds anything; 0 when none does.
        filled: How many rows hold anything.
        merged: Merged cells, by their first row.
    """

    last: int
    filled: int
    merged: tuple[Area, ...]


class _Position:
    """Where a reading stands in a sheet; rows and cells come in order, each once."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.row = self.column = 0
        self._name, self._limits = name, limits
        self._columns: dict[str, int] = {}
        self._digits = ""

    def enter_row(self, attributes: Mapping[str, str]) -> None:
        """The next row begins."""
        written = attributes.get("r")
        if written is None:
            row = self.row + 1
        elif _ROW.fullmatch(written):
            row = int(written)
        else:
            raise DamageError("a row of it has no number", row=self.row + 1)
        if row <= self.row:
            raise DamageError(f"row {row} stands after row {self.row} once more", row=row)
        if row > LAST_ROW:
            raise DamageError("its rows have higher numbers than a sheet has", row=row)
        if row > self._limits.rows + 1:
            raise beyond(self._name, self._limits, "rows", "rows below the header")
        self.row, self.column, self._digits = row, 0, str(row)

    def enter_cell(self, attributes: Mapping[str, str]) -> None:
        """The next cell of the row begins."""
        written = attributes.get("r")
        if written is None:
            column = self.column + 1
        else:
            letters = written.rstrip("0123456789")
            if written[len(letters) :] != self._digits:
                raise DamageError("a cell of it stands in another row than it says", row=self.row)
            column = self._columns.get(letters, 0) or self._column(letters)
        if column <= self.column:
            raise DamageError(
                "it is there twice, or after cells to its right", **self.place(column)
            )
        if column > LAST_COLUMN:
            raise DamageError("it has more columns than a sheet has", row=self.row)
        self.column = column

    def _column(self, letters: str) -> int:
        if not _REFERENCE.fullmatch(letters + "1"):
            raise DamageError("a cell of it has no place", row=self.row)
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        self._columns[letters] = column
        return column

    def place(self, column: int | None = None) -> dict[str, Any]:
        """Row and cell, as an error names them."""
        return {"row": self.row, "cell": f"{_letters(column or self.column)}{self.row}"}


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _surveyed(package: zipfile.ZipFile, name: str, book: Book, limits: Limits) -> _Survey:
    position = _Position(name, limits)
    last = filled = cells = depth = 0
    covered = 0
    merged: list[Area] = []
    kinds: dict[str, str] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal last, filled, cells, covered, depth
        kind = kinds.get(element)
        if kind is None:
            kind = kinds[element] = element.rpartition(" ")[2] if own(element) else ""
        match kind:
            case "c" if depth:
                cells += 1
                position.enter_cell(attributes)
                if cells > limits.cells:
                    raise beyond(name, limits, "cells", "cells")
            case "v" | "is" | "f" if depth:
                if last != position.row:
                    last = position.row
                    filled += 1
            case "row" if depth:
                position.enter_row(attributes)
            case "sheetData":
                depth += 1
                if depth > 1:
                    raise DamageError("its sheet has two sets of rows")
            case "mergeCell":
                area = _area(attributes.get("ref", ""))
                covered += min(area.right - area.left + 1, limits.columns) * (
                    max(0, min(area.bottom, last) - area.top + 1)
                )
                if covered > limits.cells:
                    raise DamageError("more cells of it are merged than it may have")
                merged.append(area)
            case _:
                pass

    space = ""

    def own(element: str) -> bool:
        nonlocal space
        space = space or element.rpartition(" ")[0] or " "
        return element.rpartition(" ")[0] == space.strip()

    with package.open(book.sheets[0].part) as stream:
        for _ in parsed(stream, new_parser(start)):
            pass
    return _Survey(last, filled, tuple(sorted(merged, key=lambda area: area.top)))


def _area(reference: str) -> Area:
    ends = [_REFERENCE.fullmatch(part) for part in reference.split(":")]
    if len(ends) not in {1, 2} or not all(ends):
        raise DamageError("merged cells of it have no place")
    columns, rows = [], []
    for end in filter(None, ends):
        column = 0
        for letter in end[1]:
            column = column * 26 + ord(letter) - 64
        columns.append(column)
        rows.append(int(end[2]))
    return Area(min(columns), min(rows), max(columns), max(rows))


# reading


class _Reading:
    """One reading of the cells of a sheet."""

    def __init__(
        self, name: str, book: Book, limits: Limits, survey: _Survey, *, percents: bool
    ) -> None:
        self._name, self._book, self._limits, self._survey = name, book, limits, survey
        self._percents = percents
        self._dates = tuple(map(shows_date, book.formats))

    def rows(
        self, package: zipfile.ZipFile, needed: frozenset[int] | None, *, width: int = 0
    ) -> Iterator[tuple[int, list[Any]]]:
        """The rows that hold anything, each with its number; given a width, none is narrower."""
        walk = _Walk(self, _Position(self._name, self._limits), needed, width)
        covered = _Covered(self._survey.merged)
        filled = 0
        with package.open(self._book.sheets[0].part) as stream:
            for _ in parsed(stream, walk.parser):
                for row, cells in walk.taken():
                    filled += 1
                    yield row, [] if cells is None else covered.over(row, cells, width)
        if filled != self._survey.filled:
            reason = f"{self._survey.filled} of its rows hold something, {filled} were read"
            raise DamageError(reason)

    @property
    def name(self) -> str:
        """The file."""
        return self._name

    @property
    def limits(self) -> Limits:
        """What it may not go beyond."""
        return self._limits

    def value(self, kind: str, style: str, stored: str) -> Any:
        """The value of a cell, by its kind, its style and the text it stores.

        Raises:
            DamageError: It has none.
        """
        if kind == "s":
            try:
                return self._book.texts[_index(stored)] or None
            except IndexError:
                raise DamageError("its text is not among the shared ones") from None
        if kind == "str":
            return unescaped(stored) or None
        if kind == "n":
            return self._number(stored.strip(), style)
        if kind == "b":
            if stored.strip() in {"1", "true"}:
                return True
            if stored.strip() in {"0", "false"}:
                return False
            raise DamageError("it is neither true nor false")
        if kind == "e":
            return Unusable(f"the error {stored}" if _ERROR.fullmatch(stored) else "an error")
        if kind == "d":
            try:
                return datetime.datetime.fromisoformat(stored.strip())
            except ValueError:
                return _NO_DATE
        raise DamageError("it is of a kind that no sheet has")

    def _number(self, stored: str, style: str) -> Any:
        if not stored:
            return None
        if not _NUMBER.fullmatch(stored):
            raise DamageError("it is no number")
        number = float(stored)
        place = _index(style)
        formats = self._book.formats
        if place >= len(formats):
            if place:
                raise DamageError("its style is not among those of the file")
            return number
        if self._dates[place]:
            return _date(number, from_1904=self._book.from_1904)
        if self._percents and shows_percent(formats[place], number):
            return f"{Decimal(format(number, f'.{FLOAT_DIGITS}g')) * 100:f}%"
        return number


_ERROR: Final = re.compile(r"#(?:N/A|GETTING_DATA|[A-Z][A-Z0-9_/]{0,20}[!?])")


def _index(written: str) -> int:
    """A place in a list; the largest there is where none is written."""
    text = written.strip()
    return int(text) if is_digits(text, *range(1, 10)) else 10**9


_EPOCHS: Final = MappingProxyType(
    {False: datetime.date(1899, 12, 30), True: datetime.date(1904, 1, 1)}
)
_NO_DATE: Final = Unusable("a date that no calendar has")


def _date(number: float, *, from_1904: bool) -> Any:
    """The day, or the moment of one, that a number stands for; a number below 1 is a time of no day."""
    if not 0 <= number < 2_958_466 or (60 <= number < 61 and not from_1904):
        return _NO_DATE  # spreadsheets have a 29 February 1900
    if number < 1 and not from_1904:
        return Unusable("a time of no day")
    days, rest = divmod(number, 1)
    seconds = round(rest * 86_400, 3)
    if number < 60 and not from_1904:
        days += 1
    try:
        day = _EPOCHS[from_1904] + datetime.timedelta(days=days)
        moment = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(
            seconds=seconds
        )
    except OverflowError:
        return _NO_DATE
    return moment.date() if moment.time() == datetime.time() else moment


class _Walk:
    """Goes through the elements of a sheet and gathers the rows that hold anything."""

    def __init__(
        self, reading: _Reading, position: _Position, needed: frozenset[int] | None, width: int
    ) -> None:
        self._reading, self._position, self._needed, self._width = reading, position, needed, width
        self._done: list[tuple[int, list[Any] | None]] = []
        self._cells: list[Any] = []
        self._filled = self._in_rows = False
        self._blank = True
        self._text = TextReader(reading.limits)
        self._inside = ""
        self._pieces: list[str] = []
        self._length = 0
        self._kind, self._style = "n", "0"
        self._stored: str | None = None
        self._inline = self._formula = False
        self._names: dict[str, str] = {}
        self._space: str | None = None
        self.parser = new_parser(self._start, self._end, self._characters)

    def taken(self) -> list[tuple[int, list[Any] | None]]:
        """The rows since the last time; None for the cells of one that holds only empty texts."""
        done, self._done = self._done, []
        return done

    def _known(self, element: str) -> str:
        space, _, local = element.rpartition(" ")
        if self._space is None:
            self._space = space
        found = self._names[element] = local if space == self._space else ""
        return found

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        name = self._names.get(element)
        if name is None:
            name = self._known(element)
        if name == "sheetData":
            self._in_rows = True
        if not self._in_rows:
            return
        if name == "c":
            self._position.enter_cell(attributes)
            self._kind = attributes.get("t", "n")
            self._style = attributes.get("s", "0")
            self._stored = None
            self._inline = self._formula = False
        elif name == "v":
            self._filled = True
            self._inside = "v"
            self._pieces.clear()
            self._length = 0
        elif name == "f":
            self._filled = self._formula = True
        elif name == "is":
            self._filled = self._inline = True
            self._inside = "is"
            self._text.take()
        elif name == "row":
            self._position.enter_row(attributes)
            self._cells, self._filled, self._blank = [], False, True
        elif self._inside == "is":
            self._text.start(name)

    def _end(self, element: str) -> None:
        name = self._names.get(element, "")
        if not self._in_rows:
            return
        if name == "v":
            self._inside = ""
            self._stored = "".join(self._pieces)
        elif name == "c":
            self._close_cell()
        elif name == "is":
            self._inside = ""
        elif name == "row":
            if self._filled:
                self._done.append((self._position.row, None if self._blank else self._cells))
            self._cells = []
        elif name == "sheetData":
            self._in_rows = False
        elif self._inside == "is":
            self._text.end(name)

    def _characters(self, piece: str) -> None:
        if self._inside == "v":
            self._pieces.append(piece)
            self._length += len(piece)
            if self._length > self._reading.limits.characters:
                self._too_long()
        elif self._inside == "is" and not self._text.text(piece):
            self._too_long()

    def _too_long(self) -> None:
        reading, place = self._reading, self._position.place()
        where = f"{reading.name}, {place['cell']}"
        raise beyond(where, reading.limits, "characters", "characters in a cell")

    def _close_cell(self) -> None:
        column = self._position.column
        unread = self._needed is not None and column - 1 not in self._needed
        if unread and column <= self._width and not self._blank:
            return
        try:
            value = self._value()
        except DamageError as error:
            raise DamageError(error.reason, **self._position.place()) from None
        if value is not None:
            self._blank = False
            self._cells += [None] * (column - 1 - len(self._cells))
            self._cells.append(value)

    def _value(self) -> Any:
        if self._kind == "inlineStr":
            return unescaped(self._text.take()) or None if self._inline else None
        if self._stored is not None and (self._stored or self._kind == "str"):
            return self._reading.value(self._kind, self._style, self._stored)
        return UNCOMPUTED if self._formula else None


class _Covered:
    """Which cells are covered by a merged one, row after row."""

    def __init__(self, merged: Sequence[Area]) -> None:
        self._ahead = list(reversed(merged))
        self._open: list[Area] = []

    def over(self, row: int, cells: list[Any], width: int) -> list[Any]:
        """The cells of a row, as wide as they have to be, with those that are covered marked."""
        cells += [None] * (width - len(cells))
        while self._ahead and self._ahead[-1].top <= row:
            self._open.append(self._ahead.pop())
        if self._open:
            self._open = [area for area in self._open if area.bottom >= row]
            for area in self._open:
                first = area.left + (row == area.top)
                for column in range(first, min(area.right, len(cells)) + 1):
                    cells[column - 1] = MERGED
        return cells
