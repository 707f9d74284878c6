"""Writes rosters and runs commands for tests."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from jiaoyu_fupin.cli.main import main


@attrs.frozen
class Ran:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    def answer(self, subject_id: str, benefit: str) -> dict[str, Any]:
        (row,) = (
            r for r in self.rows() if r["subject_id"] == subject_id and r["benefit"] == benefit
        )
        return row


Run = Callable[..., Ran]
Write = Callable[..., Path]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A function that runs a command line in this process."""

    def run(*argv: object) -> Ran:
        capsys.readouterr()
        status = main([str(arg) for arg in argv])
        wrote = capsys.readouterr()
        return Ran(status, wrote.out, wrote.err)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes rows of cells as a CSV file."""

    def write(
        header: str, *rows: Sequence[str] | str, name: str = "roster.csv", encoding: str = "utf-8"
    ) -> Path:
        text = io.StringIO(newline="")
        cells = [row.split(",") if isinstance(row, str) else row for row in (header, *rows)]
        csv.writer(text).writerows(cells)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write


@pytest.fixture
def roster(write: Write) -> Path:
    """Four students of Ruijin: a registered boarder, one of whom that is unknown, a senior, one from elsewhere."""
    return write(
        "学籍号,学段,寄宿,建档立卡,困难等级,全日制,学校县代码,学费,杂费",
        "S-0001,小学,住校,是,困难,是,360781,0,0",
        "S-0002,初中,住校,,不困难,是,360781,0,",
        "S-0003,普高,住校,是,困难,是,360781,840,0",
        "S-0004,小学,走读,是,困难,是,361002,0,0",
    )
