"""Which arguments name files that are read, and which files that are written; none is ever both.

An argument says which it is by its ``type``, so that what is compared is found from the arguments themselves.
"""

from __future__ import annotations

import argparse
import os
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from ..values.errors import CallError, Code, Problem


def input_file(written: str) -> Path:
    """The type of an argument that names a file to read."""
    return Path(written)


def output_file(written: str) -> Path:
    """The type of an argument that names a file to write."""
    return Path(written)


def policy_source(written: str) -> str:
    """The type of an argument that names a policy; it is a file to read when it ends in ``.json``."""
    return written


def is_policy_file(written: str) -> bool:
    """Whether a policy is asked for by its file."""
    return written.lower().endswith(".json")


def refuse_overwriting(actions: Iterable[argparse.Action], args: argparse.Namespace) -> None:
    """Refuse a call that would write over what it reads, or write two things into one file.

    Raises:
        CallError: Two arguments name one file and at least one of them is written to; each such pair is named.
    """
    problems = []
    for (one, path, one_written), (other, other_path, other_written) in combinations(
        _files(actions, args), 2
    ):
        if (one_written or other_written) and _same(path, other_path):
            target, kept = ((one, path), other) if one_written else ((other, other_path), one)
            expected = f"expected a file of its own, not that of {kept}"
            problems.append(Problem(Code.WRONG_CALL, target[0], str(target[1]), expected))
    if problems:
        raise CallError(problems)


def _files(
    actions: Iterable[argparse.Action], args: argparse.Namespace
) -> Iterator[tuple[str, Path, bool]]:
    """Name, path and whether it is written to, of every file among a parser's arguments."""
    for action in actions:
        if action.type not in (input_file, output_file, policy_source):
            continue
        name = action.option_strings[0] if action.option_strings else str(action.metavar)
        given = getattr(args, action.dest, None)
        for value in given if isinstance(given, list) else [given]:
            if value is not None and (action.type is not policy_source or is_policy_file(value)):
                yield name, Path(value), action.type is output_file


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by links or on a disk that does not tell capitals apart."""
    try:
        if one.exists() and other.exists() and one.samefile(other):
            return True
        one, other = Path(os.path.realpath(one)), Path(os.path.realpath(other))
        if _folded(one.name) != _folded(other.name):
            return False
        return _folded(str(one.parent)) == _folded(str(other.parent)) or (
            one.parent.exists() and other.parent.exists() and one.parent.samefile(other.parent)
        )
    except (OSError, ValueError):  # what cannot be looked at is told where it is opened
        return False


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
