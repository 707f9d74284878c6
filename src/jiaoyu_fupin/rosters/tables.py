"""Files as tables: CSV, Parquet and xlsx, told apart by their first bytes.

A file that is no table is refused after a look at its head, however long it is. The header is row 1. Rows are
counted as a spreadsheet counts them: a quoted line break inside a cell starts no new row, and an empty line is a row
of no cells.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ..values.errors import CallError, Code, DataError, Problem, unknown_name
from .csv_sheets import open_csv, reads_as_utf8
from .limits import LIMITS, Limits
from .parquet_sheets import open_parquet
from .sheet import Sheet, no_table
from .xlsx_sheets import open_xlsx

HEAD: Final = 1 << 16
"""Bytes that are looked at before a file is taken for a table."""

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


def open_table(
    path: Path, encoding: str, *, limits: Limits = LIMITS, percents: bool = False
) -> Sheet:
    """A file as a table.

    Args:
        path: Where it is.
        encoding: utf-8 (with or without BOM) or gb18030; for CSV only.
        limits: What it may not go beyond.
        percents: Whether a number that xlsx shows as a percentage is the text it shows: it stores 0.774 for 77.4%.

    Raises:
        CallError: There is no such file, or the encoding is not known.
        DataError: The file is no table, damaged, beyond a limit, or written in another encoding.
    """
    name = path.name
    codec = ENCODINGS.get(encoding.lower().replace("_", "-"))
    if codec is None:
        raise CallError(unknown_name("encoding", encoding, ["utf-8", "gb18030"]))
    head = _head(path)
    if head.startswith(_PARQUET):
        return open_parquet(path, limits)
    if head.startswith(_ZIP):
        return open_xlsx(path, limits, percents=percents)
    if head.startswith(_OLD_XLS):
        reason = "it is an old Excel file (.xls) or one with a password"
        no_table(name, f"{reason}: save it as .xlsx without a password, or as CSV UTF-8")
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
        if codec != "utf-8-sig" and reads_as_utf8(head)
        else ""
    )
    return open_csv(path, codec, hint, limits)


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
