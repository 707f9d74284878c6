"""Valid files of each format, damaged in seeded ways: bits turned, bytes cut out, moved or doubled, parts of a zip edited."""

import importlib
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from jiaoyu_fupin.rosters import read_observations, read_roster
from jiaoyu_fupin.rosters.ledgers import read_members, read_pairings, read_visits
from jiaoyu_fupin.values.errors import FupinError
from support.pairing_rules import RULES

openpyxl: Any = importlib.import_module("openpyxl")

HEADERS: dict[str, tuple[list[str], list[str]]] = {
    "roster": (["学籍号", "学段", "出生日期", "学费"], ["S-{}", "小学", "2012-09-01", "12.5"]),
    "observations": (
        ["indicator", "place", "year", "value"],
        ["compulsory_completion", "4501{:02}", "2018", "90"],
    ),
    "members": (["编号", "类别", "单位"], ["V-{}", "干部", "x"]),
    "pairings": (["帮扶人", "对象", "起"], ["C-{}", "H-{}", "2018-01-01"]),
    "visits": (["帮扶人", "对象", "走访日期"], ["C-{}", "H-{}", "2018-01-01"]),
}
READ: dict[str, Callable[[Path], Any]] = {
    "roster": lambda path: read_roster(path, on_error="set_aside"),
    "observations": lambda path: read_observations(path, on_error="set_aside"),
    "members": lambda path: read_members(path, set_aside=True),
    "pairings": lambda path: read_pairings(path, list(RULES.values()), rule="VL-5", set_aside=True),
    "visits": lambda path: read_visits(path, set_aside=True),
}
FORMATS = ("csv", "parquet", "xlsx")


def valid(kind: str, form: str, rows: int = 12) -> bytes:
    """A file that a reader answers from beginning to end."""
    header, row = HEADERS[kind]
    body = [[cell.format(n) for cell in row] for n in range(rows)]
    out = io.BytesIO()
    match form:
        case "csv":
            out.write("\n".join(",".join(cells) for cells in [header, *body]).encode())
        case "parquet":
            columns = {name: [cells[k] for cells in body] for k, name in enumerate(header)}
            pl.DataFrame(columns).write_parquet(out)
        case _:
            book = openpyxl.Workbook()
            for cells in [header, *body]:
                book.active.append(cells)
            book.active["B3"].number_format = "yyyy-mm-dd"
            book.save(out)
    return out.getvalue()


def _bytes(data: bytes, random_: random.Random) -> bytes:
    """A few bytes of some data changed."""
    changed = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 8))):
        if not changed:
            break
        at = random_.randrange(len(changed))
        end = min(len(changed), at + random_.choice((1, 2, 16, 256)))
        match random_.randrange(6):
            case 0:
                changed[at] ^= 1 << random_.randrange(8)
            case 1:
                changed[at] = random_.choice((0, 1, 127, 128, 255, 34, 44, 10, 13, 60, 62))
            case 2:
                del changed[at:]
            case 3:
                del changed[at:end]
            case 4:
                changed[at:at] = changed[at:end]
            case _:
                changed[at:end] = random_.randbytes(end - at)
    return bytes(changed)


_VALUE = re.compile(rb'"[^"<>]*"|>[^<>]+<')
_ODD: Sequence[bytes] = (
    b"", b"-1", b"0", b"1", b"A1", b"A0", b"XFD1048576", b"ZZZZ9", b"1e999", b"nan", b"s", b"e", b"d",
    b"inlineStr", b"b", b"99999999999999999999", b"../../x", b"&amp;", b"_x0000_", b"_xD800_", "学".encode(),
)  # fmt: skip


def _part(data: bytes, random_: random.Random) -> bytes:
    """One part of a zip changed, and packed again so that it can be read."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        entries = old.infolist()
        chosen = random_.choice(entries)
        drop = random_.random() < 0.1
        for entry in entries:
            content = old.read(entry)
            if entry is chosen:
                if drop:
                    continue
                values = list(_VALUE.finditer(content))
                if values and random_.random() < 0.7:
                    found = random_.choice(values)
                    fresh = found[0][:1] + random_.choice(_ODD) + found[0][-1:]
                    content = content[: found.start()] + fresh + content[found.end() :]
                else:
                    content = _bytes(content, random_)
            new.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def damaged(seed: int, times: int, form: str) -> Iterator[tuple[str, bytes]]:
    """So many damaged files, each with the kind of table it was."""
    random_ = random.Random(seed)
    whole = {kind: valid(kind, form) for kind in HEADERS}
    for _ in range(times):
        kind = random_.choice(list(HEADERS))
        change = _part if form == "xlsx" and random_.random() < 0.8 else _bytes
        yield kind, change(whole[kind], random_)


def crash(kind: str, content: bytes, path: Path) -> str:
    """What a reader raises that is no error of the library, or has no place; empty where all is well."""
    path.write_bytes(content)
    try:
        READ[kind](path)
    except FupinError as error:
        return "" if all(path.name in p.where for p in error.problems) else f"no file: {error}"
    except BaseException as error:  # noqa: BLE001 - a panic is no Exception
        return f"{type(error).__name__}: {error}"
    return ""
