"""Rows of a file that are set aside: what is wrong with each, and the file they are written to."""

from __future__ import annotations

import csv
import os
import secrets
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

import attrs

from ..values.errors import CallError, Code, Problem

OnError: TypeAlias = Literal["stop", "set_aside"]
"""What to do about rows with a problem."""


@attrs.frozen
class Rejected:
    """A row that was set aside.

    Attributes:
        row: Its number in the file; the header is row 1.
        cells: Its cells as written; they may name a person and are never printed.
        problems: What is wrong with it.
    """

    row: int
    cells: tuple[str, ...] = attrs.field(repr=False)
    problems: tuple[Problem, ...]


class ReadRows(Protocol):
    """What was read of a file whose bad rows were set aside: a roster or observations."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def header(self) -> tuple[str, ...]:
        """Row 1 of the file."""

    @property
    def rejects(self) -> tuple[Rejected, ...]:
        """The rows that were set aside."""


def write_rejects(read: ReadRows, path: str | os.PathLike[str]) -> None:
    """Write the rejected rows to a CSV file that only its owner can read (mode 0600 from its creation on).

    Each row has its number, the reasons, then its cells as written: the good of it can be put right and read again,
    since a reader leaves the first two columns alone.

    Raises:
        CallError: The file cannot be written, or is the roster itself.
    """
    target = Path(path)
    try:
        if target.exists() and (not target.is_file() or target.samefile(read.path)):
            raise CallError(
                Problem(
                    Code.WRONG_CALL, "rejects", str(target), "expected a file other than the roster"
                )
            )
        # a new file takes the old one's place: an old one might be readable by others, or half overwritten
        draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(  # noqa: PTH123 - a descriptor, not a path
                handle, "w", encoding="utf-8-sig", newline=""
            ) as stream:
                writer = csv.writer(stream)
                writer.writerow(["行号 row", "原因 reasons", *read.header])
                for reject in read.rejects:
                    writer.writerow(
                        [reject.row, " | ".join(map(str, reject.problems)), *reject.cells]
                    )
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "it cannot be written"
        expected = f"expected a file that can be written; {reason}"
        raise CallError(Problem(Code.WRONG_CALL, "rejects", str(target), expected)) from None
