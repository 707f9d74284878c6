"""Writes rosters for tests to read."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes rows of cells as a CSV file."""

    def write(
        header: Sequence[str] | str,
        *rows: Sequence[str],
        name: str = "roster.csv",
        encoding: str = "utf-8",
    ) -> Path:
        cells = header.split(",") if isinstance(header, str) else header
        text = io.StringIO(newline="")
        csv.writer(text).writerows([cells, *rows])
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return write
