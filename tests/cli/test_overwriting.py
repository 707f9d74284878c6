"""No command writes over what it reads: every pair of file arguments of every command, found by walking the parsers."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jiaoyu_fupin.cli.files import input_file, output_file, policy_source
from jiaoyu_fupin.cli.main import main, parser

BYTES = b"never to be lost\n"
FILES = (input_file, output_file, policy_source)


def leaves(
    at: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    below = [a for a in at._actions if isinstance(a, argparse._SubParsersAction)]
    if not below:
        yield words, at
    for action in below:
        for name, parser_ in action.choices.items():
            yield from leaves(parser_, (*words, name))


def named(action: argparse.Action) -> str:
    return action.option_strings[0] if action.option_strings else str(action.metavar)


LEAVES = dict(leaves(parser()))
PAIRS = [
    pytest.param(words, a.dest, out.dest, id=f"{'-'.join(words)}:{named(a)}:{named(out)}")
    for words, leaf in LEAVES.items()
    for out in leaf._actions
    if out.type is output_file
    for a in leaf._actions
    if a.type in FILES and a is not out
]


def call(words: tuple[str, ...], files: dict[str, Path]) -> list[str]:
    """A call that the parser takes, with these files at these arguments."""
    argv, chosen = list(words), False
    for a in LEAVES[words]._actions:
        group = next(
            (g for g in LEAVES[words]._mutually_exclusive_groups if a in g._group_actions), None
        )
        needed = a.required or (
            group is not None and group.required and a is group._group_actions[0]
        )
        if a.dest in files:
            value = str(files[a.dest])
        elif needed and a.nargs != 0:
            value = str(next(iter(a.choices))) if a.choices else "x"
        else:
            continue
        argv += [*a.option_strings[:1], value]
        chosen = True
    assert chosen
    return argv


def same_path(tmp: Path, file: Path) -> Path:
    return file


def hard_link(tmp: Path, file: Path) -> Path:
    os.link(file, tmp / "hard.json")
    return tmp / "hard.json"


def symbolic_link(tmp: Path, file: Path) -> Path:
    (tmp / "soft.json").symlink_to(file)
    return tmp / "soft.json"


def by_a_linked_folder(tmp: Path, file: Path) -> Path:
    (tmp / "folder").symlink_to(tmp, target_is_directory=True)
    return tmp / "folder" / file.name


def in_capitals(tmp: Path, file: Path) -> Path:
    return tmp / file.name.upper()


def test_there_are_pairs_to_try() -> None:
    """The walk finds what is known to be there."""
    found = {p.id for p in PAIRS}
    assert {"pairing-check:--students:--output", "assess:--policy:--rejects"} <= found


def test_each_path_says_whether_it_is_read_or_written() -> None:
    for words, leaf in LEAVES.items():
        for a in leaf._actions:
            assert a.type is not Path, (words, named(a))
            if a.metavar == "FILE":
                assert a.type in FILES, (words, named(a))


@pytest.mark.parametrize(
    "other", [same_path, hard_link, symbolic_link, by_a_linked_folder, in_capitals]
)
@pytest.mark.parametrize(("words", "kept", "target"), PAIRS)
def test_no_file_is_written_over(
    words: tuple[str, ...],
    kept: str,
    target: str,
    other: Callable[[Path, Path], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "kept.json"
    file.write_bytes(BYTES)
    argv = call(words, {kept: file, target: other(tmp_path, file)})
    assert main(argv) == 2
    told = capsys.readouterr().err
    assert file.read_bytes() == BYTES
    actions = {a.dest: named(a) for a in LEAVES[words]._actions}
    assert actions[kept] in told
    assert actions[target] in told


def test_files_of_one_name_in_two_folders_are_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A call is not refused for a name alone: what is told is the damaged file, not the output."""
    (tmp_path / "a").mkdir()
    (tmp_path / "kept.csv").write_bytes(BYTES)
    files = {"roster": tmp_path / "kept.csv", "output": tmp_path / "a" / "kept.csv"}
    main(call(("assess",), files))
    assert "of its own" not in capsys.readouterr().err
