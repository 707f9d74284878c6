"""Files that are rosters, and files that are not."""

import datetime
import importlib
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from jiaoyu_fupin.rosters import read_roster
from jiaoyu_fupin.values.errors import CallError, Code, DataError, Problem

Write = Callable[..., Path]
ON = datetime.date(2016, 9, 1)


def refusal(path: Path, **options: Any) -> Problem:
    """The one problem a file is refused for, on one line."""
    with pytest.raises(DataError) as caught:
        read_roster(path, **options)
    (problem,) = caught.value.problems
    assert "\n" not in str(problem)
    assert path.name in problem.where
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_same_roster_in_each_encoding(write: Write, encoding: str) -> None:
    path = write("学籍号,姓名,学段", ["S-1", "㐂𠮷", "小学"], encoding=encoding)
    told = "gb18030" if encoding == "gb18030" else "utf-8"
    frame = read_roster(path, columns=["name", "stage"], encoding=told).frame
    assert frame.rows() == [("S-1", "㐂𠮷", "primary")]


def test_a_wrong_encoding_is_one_error_that_says_what_to_say(write: Write) -> None:
    path = write("学籍号,学段", ["S-1", "小学"], encoding="gb18030")
    problem = refusal(path)
    assert problem.code is Code.BAD_ENCODING
    assert (
        "byte 2" in problem.where
    )  # D1 A7, the first sign, happens to be a sign of UTF-8 too; BC is none
    assert "--encoding gb18030" in problem.suggestion


def test_a_wrong_byte_far_down_is_found_by_line_and_offset(tmp_path: Path) -> None:
    head = b"student_id\n" + b"".join(b"S-%07d\n" % n for n in range(300_000))
    path = tmp_path / "r.csv"
    path.write_bytes(head + "S-李\n".encode("gb18030"))
    problem = refusal(path)
    assert problem.code is Code.BAD_ENCODING
    assert "line 300002" in problem.where
    assert f"byte {len(head) + 2}" in problem.where


def test_the_offset_of_a_wrong_byte_counts_signs_that_lie_across_blocks(tmp_path: Path) -> None:
    block = 1 << 20
    head = b"student_id\n" + b"S-0000001\n" * (block // 10 - 2)
    for shift in range(block - len(head) - 4, block - len(head)):
        before = head + b"x" * shift + "学".encode()
        path = tmp_path / "r.csv"
        path.write_bytes(before + b"\xff\n")
        line = before.count(b"\n") + 1
        assert refusal(path).where.endswith(f"line {line}, byte {len(before)}")


def test_a_wrong_byte_in_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes("学籍号,学段\nS-1,小学\n".encode("gb18030") + b"S-2,\xff\n")
    problem = refusal(path, encoding="gb18030")
    assert problem.code is Code.BAD_ENCODING
    assert "line 3, byte 25" in problem.where  # 12 + 9 + 4: two bytes a sign
    assert "--encoding utf-8" in problem.suggestion


def test_a_file_that_is_no_ordinary_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CallError, match="ordinary file"):
        read_roster(tmp_path / "pipe")


def test_utf_8_read_as_gb18030(write: Write) -> None:
    path = write("学籍号,学段", ["S-1", "小学"])
    problem = refusal(path, encoding="gb18030")
    assert problem.code in {Code.NOT_A_ROSTER, Code.BAD_ENCODING}
    assert "--encoding utf-8" in problem.suggestion
    marked = write("学籍号,学段", ["S-1", "小学"], encoding="utf-8-sig", name="bom.csv")
    assert refusal(marked, encoding="gb18030").code is Code.BAD_ENCODING


def test_utf_16(write: Write) -> None:
    path = write("学籍号,学段", ["S-1", "小学"], encoding="utf-16")
    assert refusal(path).code is Code.BAD_ENCODING


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end(tmp_path: Path, end: str) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(end.join(["学籍号,学段", "S-1,小学", "S-2,初中"]).encode())
    assert read_roster(path, columns=["stage"]).frame.rows() == [
        ("S-1", "primary"),
        ("S-2", "junior"),
    ]


def test_leading_zeros_survive(write: Write) -> None:
    path = write("学籍号,学校标识码,户籍县代码", ["007", "0012", "010203"])
    assert read_roster(path, columns=["school_id", "home_county"]).frame.row(0) == (
        "007",
        "010203",
        "0012",
    )


def test_missing_file_and_directory_are_wrong_calls(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="expected a file that exists"):
        read_roster(tmp_path / "nothing.csv")
    with pytest.raises(CallError, match="directory"):
        read_roster(tmp_path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x7fELF\x02\x01\x00\x00", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        (b"PK\x03\x04 and so on", "no xlsx"),
        (b"PAR1 and so on PAR1", "Parquet"),
        (b"foo,bar\n1,2\n", "foo"),
        ("姓名,学段\n某某,小学\n".encode(), "姓名"),
        ("学号,学段\nS-1,小学\n".encode(), "name the column 学籍号 or student_id"),
        ("学籍号\t学段\nS-1\t小学\n".encode(), "separated by tabs"),
        ("学籍号;学段\nS-1;小学\n".encode(), "separated by semicolons"),
        (
            "受助学生花名册,,\n学籍号,学段,孤儿\nS-1,小学,是\n".encode(),
            "the header stands in row 2",
        ),
        ("\n学籍号,学段\nS-1,小学\n".encode(), "the header stands in row 2"),
    ],
)
def test_files_that_are_no_roster(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    problem = refusal(path)
    assert problem.code is Code.NOT_A_ROSTER
    assert says in str(problem)


def test_a_file_without_its_header_is_refused_without_showing_the_row(tmp_path: Path) -> None:
    for row in (
        "张某某,S-0001,小学\n",
        "张某某,小学,是\n",
        "张某某,贫困村,S-0001\n",
        "张某某,李某某\n",
        "zhang mou,primary\n",
    ):
        path = tmp_path / "r.csv"
        path.write_text(row * 3, encoding="utf-8")
        text = str(refusal(path))
        assert not [part for part in ("张", "李", "zhang", "S-0001") if part in text]


def test_few_of_many_headers_are_shown_and_clipped(write: Write) -> None:
    path = write(["学段", "x" * 500, *[f"column_{chr(97 + n)}" for n in range(20)]], ["a"] * 22)
    text = str(refusal(path))
    assert len(text) < 600
    assert "16 more" in text


def _large(path: Path, start: bytes, block: bytes, megabytes: int = 200) -> Path:
    with path.open("wb") as stream:
        stream.write(start)
        repeated = block * (1 + (1 << 20) // len(block))
        for _ in range(megabytes):
            stream.write(repeated)
    return path


@pytest.mark.parametrize(
    ("start", "block"),
    [
        (b"", b"\x00\x01\x02\x03"),
        (b"", b"one endless line "),
        (b"", b"2016-09-01 12:00:00 INFO request served in 3 ms\n"),
        ("学籍号,学段\n".encode(), b"one endless line "),
        ("学籍号,学段\n".encode(), b'"a quote never closed,\n'),
        (b'"', b"a quote never closed\n"),
    ],
    ids=[
        "binary",
        "one line",
        "log",
        "one line below a header",
        "open quote",
        "open quote in the header",
    ],
)
def test_a_large_file_that_is_no_roster_is_refused_by_its_head(
    tmp_path: Path, start: bytes, block: bytes
) -> None:
    path = _large(tmp_path / "large.csv", start, block, megabytes=50)
    before = time.process_time()
    tracemalloc.start()
    try:
        assert refusal(path).code in {Code.NOT_A_ROSTER, Code.RAGGED_ROW}
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()
    assert time.process_time() - before < 2
    path.unlink()


def test_a_header_without_a_line_end(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("学籍号,学段", encoding="utf-8")
    assert read_roster(path).receipt.rows_read == 0


def test_an_open_quote_stops_the_reading_whatever_is_to_be_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text('学籍号,孤儿\nS-1,是\nS-2,"是\nS-3,否\n', encoding="utf-8")
    problem = refusal(path, on_error="set_aside")
    assert problem.code is Code.RAGGED_ROW
    assert "row 3" in problem.where


# Parquet and xlsx


def test_parquet_of_typed_columns(tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    pl.DataFrame(
        {
            "学籍号": ["S-1", "S-2"],
            "出生日期": [datetime.date(2012, 9, 1), None],
            "孤儿": [True, None],
            "年级": [3, None],
            "学费": [Decimal("12.50"), None],
            "杂费": [80.5, None],
            "学段": ["小学", ""],
            "姓名": ["某某", "某某"],
        }
    ).write_parquet(path)
    columns = ["birth_date", "orphan", "grade", "tuition", "misc_fee", "stage"]
    roster = read_roster(path, columns=columns, on=ON)
    assert roster.frame.rows() == [
        ("S-1", datetime.date(2012, 9, 1), "primary", 3, True, Decimal("12.50"), Decimal("80.50")),
        ("S-2", None, None, None, None, None, None),
    ]
    assert roster.receipt.format == "parquet"
    assert roster.receipt.not_loaded == ("name",)


def test_parquet_of_text_reads_as_the_csv_it_came_from(write: Write, tmp_path: Path) -> None:
    rows = [
        ["S-1", "小学", "√", "1000", "20120901"],
        ["S-2", "坏", "", "x", ""],
        ["S-3", "", "", "", ""],
    ]
    csv_path = write("学籍号,学段,孤儿,学费,出生日期", *rows)
    parquet = tmp_path / "r.parquet"
    pl.read_csv(csv_path, infer_schema=False).write_parquet(parquet)
    one, other = (
        read_roster(p, on=ON, on_error="set_aside", blank_is_no=["orphan"])
        for p in (csv_path, parquet)
    )
    assert one.frame.equals(other.frame)
    assert one.rows == other.rows
    assert [r.cells for r in one.rejects] == [r.cells for r in other.rejects]
    assert one.receipt.blank_is_no == other.receipt.blank_is_no


def test_a_bad_value_in_parquet_is_named_by_row(tmp_path: Path) -> None:
    path = tmp_path / "r.parquet"
    pl.DataFrame({"student_id": ["S-1", "S-2"], "tuition": [1.0, float("nan")]}).write_parquet(path)
    problem = refusal(path)
    assert problem.code is Code.BAD_MONEY
    assert "row 3" in problem.where


def test_xlsx_with_real_cells_and_texts(tmp_path: Path) -> None:
    openpyxl = importlib.import_module("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(
        ["学籍号", "出生日期", "是否有残疾", "年级", "学费", "户籍县代码", "证件号码"]
    )
    book.active.append(
        ["S-1", datetime.date(2012, 9, 1), "有", 3, 80.5, 360721, "999999201209010017"]
    )
    book.active.append(["S-2", "2012年9月1日", True, "4", "1000", "360721"])
    book.active.append([])
    book.active.append(["S-3", 41153, None, 2.5, "无", None, 999999201209010017])
    book.create_sheet("另表")
    path = tmp_path / "r.xlsx"
    book.save(path)
    columns = ["birth_date", "disabled", "grade", "tuition", "home_county", "id_number"]
    roster = read_roster(path, columns=columns, on=ON, on_error="set_aside")
    day = datetime.date(2012, 9, 1)
    assert roster.frame.rows() == [
        ("S-1", "999999201209010017", day, 3, "360721", True, Decimal("80.50")),
        ("S-2", None, day, 4, "360721", True, Decimal("1000.00")),
    ]
    assert [(r.row, [p.code for p in r.problems]) for r in roster.rejects] == [
        (5, [Code.BAD_DATE, Code.BAD_NUMBER, Code.NO_MARK, Code.WRONG_TYPE]),
    ]
    assert roster.receipt.empty_lines == 1
    assert any("2 sheets" in n.en for n in roster.notices)


def test_importing_the_library_loads_no_dataframe_engine() -> None:
    code = "import sys, jiaoyu_fupin, jiaoyu_fupin.people.doubts; print('polars' in sys.modules, 'stdnum' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    assert run.stdout.split() == ["False", "False"]


def test_a_formula_without_a_stored_value_is_no_empty_cell(tmp_path: Path) -> None:
    """Read as empty it would be unknown, or even no; what it says is not known."""
    openpyxl = importlib.import_module("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["学籍号", "学段", "建档立卡", "寄宿"])
    book.active.append(["S-1", "小学", "=1=1", None])
    path = tmp_path / "r.xlsx"
    book.save(path)
    problem = refusal(path, columns=["stage", "registered", "boarding"], blank_is_no=["registered"])
    assert problem.code is Code.BAD_BOOLEAN
    assert "a formula without a stored value" in str(problem)
