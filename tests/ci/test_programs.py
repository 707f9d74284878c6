"""The programs that `.ci/run` is helped by."""

import pytest

from check_wheel import faults
from readme_command import command_of

MARK = "<!-- command: run -->\n"


def test_a_block_of_commands_is_printed_whole() -> None:
    document = f"text\n\n{MARK}```bash\npip install .\npython -m it\n```\n\n```bash\nother\n```\n"
    assert command_of(document, "run") == "pip install .\npython -m it"


def test_of_a_console_block_only_what_is_typed() -> None:
    document = f"{MARK}```console\n$ python -m it \\\n>   --more\nwhat it prints\n```\n"
    assert command_of(document, "run") == "python -m it \\\n  --more"


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("```bash\na\n```\n", "0 blocks"),
        (f"{MARK}```bash\na\n```\n" * 2, "2 blocks"),
        (f"{MARK}\n```bash\na\n```\n", "0 blocks"),
        (f"{MARK}```console\nwhat it prints\n```\n", "no command"),
    ],
)
def test_a_command_that_cannot_be_told_is_refused(document: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        command_of(document, "run")


FILES = {"jiaoyu_fupin/py.typed", "jiaoyu_fupin/__init__.py", "jiaoyu_fupin/data/county.csv"}
HELD = {*FILES, "jiaoyu_fupin-0.1.0.dist-info/METADATA"}


@pytest.mark.parametrize(
    ("held", "files", "says"),
    [
        (HELD - {"jiaoyu_fupin/py.typed"}, FILES, ["lacks jiaoyu_fupin/py.typed"]),
        (HELD - {"jiaoyu_fupin/py.typed"}, FILES - {"jiaoyu_fupin/py.typed"}, ["annotations"]),
        (
            HELD - {"jiaoyu_fupin/data/county.csv"},
            FILES - {"jiaoyu_fupin/data/county.csv"},
            ["no data"],
        ),
        ({*HELD, "tests/test_it.py"}, FILES, ["not hold tests/test_it.py"]),
        ({*HELD, "jiaoyu_fupin/a.pyc"}, FILES, ["not hold jiaoyu_fupin/a.pyc"]),
    ],
)
def test_what_is_wrong_with_a_wheel_is_said(
    held: set[str], files: set[str], says: list[str]
) -> None:
    found = faults(held, files)
    assert len(found) == len(says)
    for line, part in zip(found, says, strict=True):
        assert part in line


def test_a_whole_wheel_is_right() -> None:
    assert faults(HELD, FILES) == []
