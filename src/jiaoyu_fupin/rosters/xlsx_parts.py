"""The parts of an xlsx file, a zip of XML: opened with care, since a small file can unpack into a large one.

Nothing that a container says of its content is believed: sizes are limits that reading is held to, and the extent of a
sheet is counted, never taken from a hint.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Final
from xml.parsers import expat

import attrs

from .limits import Limits, beyond
from .number_formats import BUILT_IN
from .sheet import DamageError

_CHUNK: Final = 1 << 16
_LONGEST_TAG: Final = 1 << 20
"""No tag has as many bytes; the parser would keep all of it."""

_MOST_PARTS: Final = 10_000
"""No workbook has as many parts."""

_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


@attrs.frozen
class BookSheet:
    """A sheet of a workbook.

    Attributes:
        part: Where it is in the file.
        hidden: Whether a spreadsheet does not show it.
    """

    part: str
    hidden: bool


@attrs.frozen
class Book:
    """A workbook without the cells of its sheets.

    Attributes:
        sheets: Its sheets of cells, in order.
        texts: The texts that cells share.
        formats: The number format of each style of cells.
        from_1904: Whether its days are counted from 1904, as old Macintosh files do.
    """

    sheets: tuple[BookSheet, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool


def open_zip(path: Path, limits: Limits) -> zipfile.ZipFile:
    """A file as a zip whose directory keeps to the limits; to be closed by the caller.

    Raises:
        DamageError: It is none, or a strange one.
        DataError: Its parts are too large.
    """
    with path.open("rb") as stream:
        parts, size = _directory(stream)
    if parts > _MOST_PARTS or size > _MOST_PARTS << 10:
        raise DamageError(f"it has more than {_MOST_PARTS} parts")
    package = zipfile.ZipFile(path)
    try:
        _check(package, path.name, limits)
    except BaseException:
        package.close()
        raise
    return package


def _check(package: zipfile.ZipFile, name: str, limits: Limits) -> None:
    entries = package.infolist()
    if len({entry.filename for entry in entries}) < len(entries):
        raise DamageError("a part of it is there twice")
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise beyond(name, limits, "unpacked", "bytes once it is unpacked")
    if any(entry.flag_bits & 1 for entry in entries):
        raise DamageError("it is locked with a password")
    if any(entry.compress_type not in _PACKED for entry in entries):
        raise DamageError("it is packed in a way that no spreadsheet uses")


def _directory(stream: IO[bytes]) -> tuple[int, int]:
    """How many parts the directory at the end of a zip has, and how many bytes it takes itself."""
    end = stream.seek(0, 2)
    start = max(0, end - (1 << 16) - 22)
    stream.seek(start)
    tail = stream.read()
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        raise DamageError("it begins like an xlsx, but has no end: it was cut off, or is no xlsx")
    parts, size = struct.unpack("<10xHL", tail[place : place + 16])
    locator = start + place - 20
    if locator >= 0:
        stream.seek(locator)
        if (found := stream.read(20)).startswith(b"PK\x06\x07"):
            stream.seek(struct.unpack("<8xQ", found[:16])[0])
            record = stream.read(56)
            if len(record) == 56 and record.startswith(b"PK\x06\x06"):
                parts, size = struct.unpack("<32xQQ", record[:48])
    return parts, size


# XML


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def new_parser(
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> expat.XMLParserType:
    """A parser that hands over names as namespace, blank and name, and knows no entities but the five."""

    def refuse(*_: Any) -> None:
        raise DamageError("its XML declares a document type, which no spreadsheet does")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    return parser


def parsed(stream: IO[bytes], parser: expat.XMLParserType) -> Iterator[None]:
    """Feed a part to a parser, a piece at a time."""
    fed = 0
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > _LONGEST_TAG:
            raise DamageError("a tag of its XML has no end")
        yield
    parser.Parse(b"", True)
    yield


def _all(package: zipfile.ZipFile, part: str, parser: expat.XMLParserType) -> None:
    with package.open(part) as stream:
        for _ in parsed(stream, parser):
            pass


# workbook


def read_book(package: zipfile.ZipFile, name: str, limits: Limits) -> Book:
    """What a workbook says of its sheets, shared texts and styles.

    Args:
        package: The file.
        name: Its name.
        limits: What it may not go beyond.

    Raises:
        DamageError: It is no workbook.
        DataError: It goes beyond a limit.
    """
    roots = _relations(package, "")
    main = next((part for kind, part in roots.values() if kind == "officeDocument"), None)
    if main is None or main not in package.NameToInfo:
        raise DamageError("it is a zip file, but no xlsx")
    related = _relations(package, main)
    listed: list[tuple[str, bool]] = []
    from_1904 = False

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        local = _local(element)
        if local == "sheet":
            by_name = {_local(key): value for key, value in attributes.items() if " " in key}
            listed.append((by_name.get("id", ""), attributes.get("state", "visible") != "visible"))
        elif local == "workbookPr":
            from_1904 = attributes.get("date1904", "0") in {"1", "true"}

    _all(package, main, new_parser(start))
    if len({key for key, _ in listed}) < len(listed) or any(
        key not in related for key, _ in listed
    ):
        raise DamageError("its list of sheets does not fit its parts")
    sheets = tuple(
        BookSheet(related[key][1], hidden)
        for key, hidden in listed
        if related[key][0] == "worksheet"
    )
    if not sheets:
        raise DamageError("it has no sheet")
    by_kind: Mapping[str, str] = dict(related.values())
    texts = by_kind.get("sharedStrings")
    styles = by_kind.get("styles")
    return Book(
        sheets,
        () if texts not in package.NameToInfo else _texts(package, texts, name, limits),
        () if styles not in package.NameToInfo else _formats(package, styles, name, limits),
        from_1904,
    )


def _relations(package: zipfile.ZipFile, part: str) -> Mapping[str, tuple[str, str]]:
    """What a part is related to: by key, the kind and the part."""
    folder, _, own = part.rpartition("/")
    where = posixpath.join(folder, "_rels", f"{own}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if _local(element) != "Relationship" or attributes.get("TargetMode") == "External":
            return
        key, target = attributes.get("Id", ""), attributes.get("Target", "")
        if key in found:
            raise DamageError("its list of parts gives one twice")
        kind = attributes.get("Type", "").rpartition("/")[2]
        whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[key] = (kind, whole)

    if where in package.NameToInfo:
        _all(package, where, new_parser(start))
    return MappingProxyType(found)


class TextReader:
    """Gathers the text of a shared or inline string: all that is in `t`, but for the readings of ruby."""

    def __init__(self, limits: Limits) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self._most = limits.characters
        self._inside = self._ruby = False

    def start(self, local: str) -> None:
        """An element inside the string begins."""
        if local == "t":
            self._inside = not self._ruby
        elif local == "rPh":
            self._ruby = True

    def end(self, local: str) -> None:
        """An element inside the string ends."""
        if local == "t":
            self._inside = False
        elif local == "rPh":
            self._ruby = False

    def text(self, piece: str) -> bool:
        """Some text; whether there is still not too much of it."""
        if self._inside:
            self.pieces.append(piece)
            self.length += len(piece)
        return self.length <= self._most

    def take(self) -> str:
        """The whole string; the next one begins."""
        whole = "".join(self.pieces)
        self.pieces.clear()
        self.length = 0
        self._inside = self._ruby = False
        return whole


_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_", re.ASCII)


def unescaped(text: str) -> str:
    r"""Text as a spreadsheet has it: ``_x000D_`` stands for a sign that XML cannot hold as it is.

    >>> unescaped("a_x000D_b_x005F_x000D_")
    'a\rb_x000D_'
    """
    return _ESCAPE.sub(_sign, text) if "_x" in text else text


_RAW: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)", re.ASCII)


def escaped(text: str) -> str:
    r"""Text as XML can hold it, the inverse of `unescaped`.

    >>> escaped("a\rb_x000D_")
    'a_x000D_b_x005F_x000D_'
    """
    return _RAW.sub("_x005F_", text).replace("\r", "_x000D_")


def _sign(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)


def _texts(package: zipfile.ZipFile, part: str, name: str, limits: Limits) -> tuple[str, ...]:
    found: list[str] = []
    reader = TextReader(limits)

    def start(element: str, _: dict[str, str]) -> None:
        reader.start(_local(element))

    def end(element: str) -> None:
        local = _local(element)
        reader.end(local)
        if local == "si":
            if len(found) >= limits.texts:
                raise beyond(name, limits, "texts", "shared texts")
            found.append(unescaped(reader.take()))

    def text(piece: str) -> None:
        if not reader.text(piece):
            raise beyond(name, limits, "characters", "characters in a cell")

    _all(package, part, new_parser(start, end, text))
    return tuple(found)


def _formats(package: zipfile.ZipFile, part: str, name: str, limits: Limits) -> tuple[str, ...]:
    codes: dict[str, str] = {}
    used: list[str] = []
    inside = False

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        local = _local(element)
        if local == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            inside = True
        elif local == "xf" and inside:
            used.append(attributes.get("numFmtId", "0"))
        if len(codes) + len(used) > limits.styles:
            raise beyond(name, limits, "styles", "styles")

    def end(element: str) -> None:
        nonlocal inside
        if _local(element) == "cellXfs":
            inside = False

    _all(package, part, new_parser(start, end))
    known = {str(number): code for number, code in BUILT_IN.items()} | codes
    return tuple(known.get(number, "General") for number in used)
