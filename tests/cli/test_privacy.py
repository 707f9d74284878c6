"""Who a row is about is never printed: the id in the answers apart, no output and no error shows it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jiaoyu_fupin.cli import assess as assess_command

Run = Callable[..., Any]
Write = Callable[..., Path]

GANZHOU = ("--policy", "ganzhou-2015", "--on", "2016-09-01")
NAME, NUMBER, HOUSE = "虚构某", "990781200605200019", "HOUSE-4711"
KEY = "KEY-2006-77"
HEADER = "学籍号,姓名,证件号码,户编号,学段,寄宿,建档立卡,困难等级,学校县代码"
GOOD = f"{KEY},{NAME},{NUMBER},{HOUSE},小学,住校,是,不困难,360781"
ROWS = {
    "good": [GOOD],
    "bad cells": [f"{KEY},{NAME},{NUMBER},{HOUSE},小学生,也许,无,特困,36"],
    "repeated id": [GOOD, GOOD],
    "too short": [f"{KEY},{NAME},{NUMBER}"],
    "too long": [f"{GOOD},{NAME}"],
    "quotation mark never closed": [f'{KEY},"{NAME}'],
}


def leaks(text: str, *secrets: str) -> list[str]:
    return [secret for secret in secrets if secret in text]


@pytest.mark.parametrize("rows", ROWS)
def test_no_answer_and_no_error_shows_who_it_is(
    run: Run, write: Write, tmp_path: Path, rows: str
) -> None:
    path = write(HEADER, *(row.split(",") for row in ROWS[rows]))
    if "never" in rows:
        path.write_text("\n".join([HEADER, *ROWS[rows]]), encoding="utf-8")
    rejects = ("--rejects", tmp_path / "rejects.csv")
    for more in ((), (*rejects, "--format", "table")):
        ran = run("assess", path, *GANZHOU, *more)
        assert leaks(ran.out + ran.err, NAME, NUMBER, HOUSE) == []
        assert leaks(ran.err, KEY) == []
    ran = run("explain", path, *GANZHOU, "--id", KEY)
    assert leaks(ran.out + ran.err, NAME, NUMBER, HOUSE, KEY) == []


def test_a_stranger_is_not_named(run: Run, write: Write) -> None:
    ran = run("explain", write(HEADER, GOOD), *GANZHOU, "--id", NUMBER)
    assert leaks(ran.out + ran.err, NUMBER, KEY) == []


def test_a_value_cut_off_from_its_column_is_not_shown(run: Run, write: Write) -> None:
    ran = run("assess", write(HEADER, GOOD), *GANZHOU, "--assume", f"={NAME}")
    assert ran.status == 2
    assert leaks(ran.err, NAME) == []


def test_an_unforeseen_error_shows_no_value(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError(NAME)

    monkeypatch.delenv("JIAOYU_FUPIN_DEBUG", raising=False)
    monkeypatch.setattr(assess_command, "read_roster", breaks)
    ran = run("assess", write(HEADER, GOOD), *GANZHOU)
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert "ZeroDivisionError" in ran.err
    assert leaks(ran.err, NAME) == []
    monkeypatch.setenv("JIAOYU_FUPIN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("assess", write(HEADER, GOOD), *GANZHOU)


def test_cells_cannot_steer_a_terminal_or_break_a_line(run: Run, write: Write) -> None:
    bad = write("学籍号,学段", ["S-1", "\x1b[2J小\u2028学\x85"])
    assert len(run("assess", bad, *GANZHOU).err.splitlines()) == 1
    ran = run("assess", write("学籍号,学段", ["S\x1b[2J", "小学"]), *GANZHOU)
    assert "\x1b" not in ran.out + ran.err
