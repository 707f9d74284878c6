"""Small files that unpack into large ones, and files of nothing but faults, are refused within bounds."""

import importlib
import io
import re
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import polars as pl
import pytest

from jiaoyu_fupin.people import Student
from jiaoyu_fupin.people.fact import Kind, specs
from jiaoyu_fupin.rosters import read_roster
from jiaoyu_fupin.rosters.cells import parse
from jiaoyu_fupin.rosters.defuse import defused, restored
from jiaoyu_fupin.rosters.limits import LIMIT_NAMES, Limits, limits_from
from jiaoyu_fupin.rosters.number_formats import shows_date, shows_percent
from jiaoyu_fupin.rosters.xlsx_parts import escaped, unescaped
from jiaoyu_fupin.values.errors import CallError, Code, DataError, clip, did_you_mean
from jiaoyu_fupin.values.terms import Term, parse_date

openpyxl: Any = importlib.import_module("openpyxl")


def refused(path: Path, **options: Any) -> Code:
    """The code that a file is refused with, within bounds of memory."""
    tracemalloc.start()
    try:
        with pytest.raises(DataError) as caught:
            read_roster(path, **options)
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()
    assert path.name in caught.value.problems[0].where
    return caught.value.problems[0].code


def book(path: Path) -> Path:
    made = openpyxl.Workbook()
    made.active.append(["学籍号", "学段"])
    for n in range(20):
        made.active.append([f"S-{n}", "小学"])
    made.active["B2"].number_format = "@"
    made.save(path)
    return path


def with_part(path: Path, part: str, content: bytes) -> Path:
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == part else old.read(entry))
    path.write_bytes(out.getvalue())
    return path


def shared(path: Path) -> Path:
    """The same workbook with its texts in a part of their own, as spreadsheets themselves write them."""
    texts: list[str] = []

    def moved(found: re.Match[str]) -> str:
        texts.append(found[2])
        return f'{found[1]} t="s"><v>{len(texts) - 1}</v></c>'

    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            text = old.read(entry).decode()
            if entry.filename == SHEET:
                text = re.sub(
                    r'(<c r="[A-Z0-9]+"(?: s="1")?) t="inlineStr"><is><t>([^<]*)</t></is></c>',
                    moved,
                    text,
                )
            elif entry.filename == "xl/_rels/workbook.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
                text = text.replace(
                    "</Relationships>",
                    f'<Relationship Id="rX" Type="{kind}" Target="texts.xml"/></Relationships>',
                )
            new.writestr(entry.filename, text)
        items = "".join(
            f"<si><r><t>{t[:1]}</t></r><r><t>{t[1:]}</t></r><rPh><t>xx</t></rPh></si>"
            for t in texts
        )
        new.writestr("xl/texts.xml", f"<sst {SPACE}>{items}</sst>")
    path.write_bytes(out.getvalue())
    assert len(texts) == 42
    return path


def test_texts_that_cells_share(tmp_path: Path) -> None:
    """In pieces of several fonts, with the readings that ruby writes beside them."""
    roster = read_roster(shared(book(tmp_path / "r.xlsx")))
    assert roster.frame.select("student_id", "stage").rows() == [
        (f"S-{n}", "primary") for n in range(20)
    ]
    assert refused(tmp_path / "r.xlsx", limits=Limits(texts=41)) is Code.TOO_LARGE


SHEET = "xl/worksheets/sheet1.xml"
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(unpacked=1000), Code.TOO_LARGE),
        (Limits(rows=19), Code.TOO_LARGE),
        (Limits(columns=1), Code.TOO_LARGE),
        (Limits(cells=41), Code.TOO_LARGE),
        (Limits(characters=2), Code.TOO_LARGE),
        (Limits(styles=1), Code.TOO_LARGE),
    ],
)
def test_every_limit_of_xlsx_holds(tmp_path: Path, limits: Limits, code: Code) -> None:
    assert refused(book(tmp_path / "r.xlsx"), limits=limits) is code


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("limits", [Limits(rows=19), Limits(columns=1), Limits(characters=2)])
def test_the_limits_of_other_formats_hold(tmp_path: Path, form: str, limits: Limits) -> None:
    frame = pl.DataFrame({"学籍号": [f"S-{n}" for n in range(20)], "学段": ["小学"] * 20})
    path = tmp_path / f"r.{form}"
    getattr(frame, f"write_{form}")(path)
    assert (
        read_roster(path, limits=Limits(rows=20, columns=2, characters=4)).receipt.rows_read == 20
    )
    assert refused(path, limits=limits) is Code.TOO_LARGE


def test_parquet_of_more_cells_than_may_be_read(tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    pl.DataFrame({"学籍号": ["S-1"] * 3_000_000, "学段": ["小学"] * 3_000_000}).write_parquet(path)
    assert path.stat().st_size < 100_000
    assert refused(path, limits=Limits(cells=1_000_000)) is Code.TOO_LARGE


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a [<!ENTITY b 'b'>]><worksheet " + SPACE.encode() + b"/>",
        b"<worksheet a='" + b"x" * (3 << 20) + b"'/>",
        f"<worksheet {SPACE}><sheetData>".encode()
        + b"<row/>" * 1_100_000
        + b"</sheetData></worksheet>",
        f"<worksheet {SPACE}><sheetData><row>".encode()
        + b"<c/>" * 20_000
        + b"</row></sheetData></worksheet>",
    ],
    ids=["entities", "a tag without an end", "rows", "columns"],
)
def test_xml_that_no_spreadsheet_writes(tmp_path: Path, content: bytes) -> None:
    assert refused(with_part(book(tmp_path / "r.xlsx"), SHEET, content)) is Code.NOT_A_ROSTER


def test_a_packed_gigabyte_is_refused_by_the_directory(tmp_path: Path) -> None:
    path = book(tmp_path / "r.xlsx")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("big", "w") as part,
    ):
        for _ in range(40):
            part.write(bytes(1 << 20))
    assert path.stat().st_size < 1 << 20
    assert refused(path, limits=Limits(unpacked=32 << 20)) is Code.TOO_LARGE


def test_many_bad_rows_are_counted_after_the_first(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        "学籍号,学段\n" + "".join(f"S-{n},坏{n}\n" for n in range(50_000)), encoding="utf-8"
    )
    with pytest.raises(DataError) as caught:
        read_roster(path, limits=Limits(problems=100))
    *named, summed = caught.value.problems
    assert len(named) == 100
    assert "49900" in summed.expected
    assert summed.code is Code.BAD_LABEL
    with pytest.raises(DataError) as caught:
        read_roster(path, on_error="set_aside", limits=Limits(rejects=100))
    assert [p.code for p in caught.value.problems] == [Code.TOO_LARGE, Code.BAD_LABEL]
    assert len(read_roster(path, on_error="set_aside").rejects) == 50_000


def test_limits_as_they_are_written() -> None:
    assert limits_from(["rows=7", " cells = 9 "]) == Limits(rows=7, cells=9)
    for text in ("rows", "rows=0", "rows=-1", "rows=x", "row=1", "rows=1e3"):
        with pytest.raises(CallError):
            limits_from([text])
    with pytest.raises(CallError):
        limits_from(["rows=1", "rows=2"])
    with pytest.raises(CallError):
        Limits(rows=0)
    assert set(LIMIT_NAMES) == {field.name for field in attrs.fields(Limits)}


def _term(text: str) -> object:
    try:
        return Term.parse(text)
    except DataError as error:
        return str(error)


PARSERS: dict[str, Callable[[str], object]] = {
    "date": parse_date,
    "term": _term,
    "number format": lambda text: (shows_percent(text + "%", 1.0), shows_date(text)),
    "clip": clip,
    "near names": lambda text: did_you_mean(text, ["primary", "junior", "小学"]),
    "defuse": lambda text: (defused(text), restored(text)),
    "escape": lambda text: (escaped(text), unescaped(text)),
    **{
        f"cell {kind.value}": lambda text, kind=kind: str(  # type: ignore[misc]
            parse(text, next(s for s in specs(Student).values() if s.kind is kind))
        )
        for kind in Kind
    },
}
TEXTS = (
    "[",
    '"',
    "1",
    "-",
    "a",
    "'",
    "0.",
    "1,000",
    "2016-",
    "年",
    "_x0041_",
    "\u200b",
    ";",
    "A1",
    "[h",
    "¥ ",
)


@pytest.mark.parametrize("parser", PARSERS)
def test_no_parser_takes_more_than_linear_time(parser: str) -> None:
    """Ten times the text takes some ten times as long; a quadratic parser takes a hundred times."""
    for piece in TEXTS:
        times = []
        for size in (10_000, 100_000):
            text = piece * (size // len(piece))
            best = float("inf")
            for _ in range(2):
                before = time.process_time()
                PARSERS[parser](text)
                best = min(best, time.process_time() - before)
            times.append(best)
        assert times[1] < max(40 * times[0], 0.05), (piece, times)
