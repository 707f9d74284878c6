"""What identifies a child is never printed."""

import contextlib
import io
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from jiaoyu_fupin.rosters import read_roster, write_rejects
from jiaoyu_fupin.values.errors import CallError, FupinError

Write = Callable[..., Path]
NAME = "虚构某"
NUMBER = "999999201201019998"
KEY = "KEY-20120101-77"
HOUSE = "HOUSE-4711"
HEADER = "学籍号,姓名,证件号码,户编号,学段,孤儿"
SECRETS = (NAME, NUMBER, KEY, HOUSE)


def told(*things: object) -> str:
    """Everything that a log or a terminal would show of some things."""
    shown = []
    for thing in things:
        shown += [repr(thing), str(thing)]
        if isinstance(thing, BaseException):
            shown += traceback.format_exception(thing)
    return "".join(shown)


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize(
    "rows",
    [
        [[KEY, NAME, NUMBER, HOUSE, "小学生", "无"]],
        [[KEY, NAME, NUMBER, HOUSE, "", ""], [KEY, NAME, NUMBER, HOUSE, "", ""]],
        [[KEY, NAME, NUMBER, HOUSE]],
        [[KEY, NAME, NUMBER, HOUSE, "小学", "", NAME]],
        [["", NAME, NUMBER, HOUSE, "小学", ""]],
        [["无", "/", "-", "无", "小学", ""]],
        [[KEY + "E", "#REF!", "9.99999E+17", "1E+9", "小学", ""]],
    ],
    ids=[
        "bad cells",
        "repeated key",
        "too short",
        "too long",
        "no key",
        "marks",
        "spreadsheet errors",
    ],
)
def test_neither_errors_nor_rosters_show_identity(
    write: Write, tmp_path: Path, rows: list[list[str]]
) -> None:
    path = write(HEADER, *rows)
    columns = HEADER.split(",")
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            read_roster(path, columns=columns)
            error: BaseException | None = None
        except FupinError as caught:
            error = caught
        roster = read_roster(path, columns=columns, on_error="set_aside")
        write_rejects(roster, tmp_path / "rejects.csv")
        text = told(
            error,
            roster,
            roster.rejects,
            roster.problems,
            roster.doubts,
            roster.notices,
            roster.receipt,
        )
    assert not leaks(text + output.getvalue())
    assert "9.99999E+17" not in text


def test_what_is_wrong_with_a_file_as_a_whole_shows_no_row(tmp_path: Path) -> None:
    row = f"{KEY},{NAME},{NUMBER},{HOUSE},小学,是"
    for content in (
        f"{row}\n{row}\n".encode(),
        f"{HEADER}\n{row}\n".encode("gb18030"),
        f'{HEADER}\n"{row}\n'.encode(),
        f"{HEADER},学段\n{row},小学\n".encode(),
        f"{HEADER}\n{row}\n".replace("学籍号", "号").encode(),
        f"{HEADER.replace(',', ';')}\n{row}\n".encode(),
    ):
        path = tmp_path / "r.csv"
        path.write_bytes(content)
        with pytest.raises(FupinError) as caught:
            read_roster(path)
        assert not leaks(told(caught.value))


def test_an_assumed_identity_is_not_shown(write: Write) -> None:
    path = write("学籍号", ["S-1"])
    assuming = {"name": float(NUMBER), "id_number": f"{NUMBER[0]}E+17"}
    with pytest.raises(CallError) as caught:
        read_roster(path, columns=["name"], assuming=assuming)
    assert len(caught.value.problems) == 2
    assert NUMBER[:4] not in told(caught.value)
    assert "9E+17" not in told(caught.value)


def test_typed_subjects_are_masked(write: Write) -> None:
    path = write(HEADER, [KEY, NAME, NUMBER, HOUSE, "小学", "是"])
    roster = read_roster(path, columns=HEADER.split(","))
    assert not leaks(told(*roster.subjects()))
