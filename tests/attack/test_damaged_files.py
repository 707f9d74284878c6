"""A damaged file is read, or refused by its name: a fast part of what `files.py` beside this file does at length."""

from pathlib import Path

import pytest

from support.damaged_files import FORMATS, HEADERS, READ, crash, damaged, valid


@pytest.mark.parametrize("form", FORMATS)
def test_the_files_are_whole_before_they_are_damaged(tmp_path: Path, form: str) -> None:
    for kind in HEADERS:
        path = tmp_path / f"{kind}.{form}"
        path.write_bytes(valid(kind, form))
        assert not READ[kind](path).problems


@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_file_is_read_or_refused_by_its_name(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"file.{form}"
    cases = list(damaged(11, 150, form))
    assert [why for kind, content in cases if (why := crash(kind, content, path))] == []
