"""A file written whole: it is there with all of its content, or it is as it was before."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .errors import CallError, Code, FupinError, OutputError, Problem, clip

_NO_ROOM: Final = frozenset(
    number
    for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO")
    if (number := getattr(errno, name, None)) is not None
)
"""What stops a write that nothing is wrong with: the place is full, or fails."""

_FLAGS: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def write_whole(
    target: Path, chunks: Iterable[bytes], where: str, *, keep_mode: bool = True
) -> None:
    """Write a file by way of a draft beside it, which takes its place once it is whole.

    Only its owner can read a new file and a draft (mode 0600). A link is not followed: what it points to may be
    another's, and a file in the link's place would be found by nobody.

    Args:
        target: The file.
        chunks: Its content.
        where: What messages call the place, such as ``--output``.
        keep_mode: Whether a file that takes the place of another has its mode, so that whom it was shared with can
            go on reading it.

    Raises:
        CallError: There can be no such file.
        OutputError: The place is full, or fails.
    """
    if "\0" in str(target) or not target.name:
        raise CallError(Problem(Code.WRONG_CALL, where, str(target), "expected the name of a file"))
    try:
        mode = _mode_of(target, where)
        draft = target.with_name(f".{secrets.token_hex(8)}.draft")
        handle = os.open(draft, _FLAGS, 0o600)
        try:
            with open(handle, "wb") as stream:  # noqa: PTH123 - a descriptor, not a path
                stream.writelines(chunks)
                stream.flush()
                os.fsync(stream.fileno())
            if keep_mode and mode is not None:
                draft.chmod(mode)
            draft.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise not_written(where, str(target), error) from None


def _mode_of(target: Path, where: str) -> int | None:
    """The mode of the file that is to be replaced, None when there is none.

    Raises:
        CallError: Something that is no ordinary file is in its place.
    """
    try:
        found = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        expected = "expected a file, not a link to one"
        hint = "name the file that the link leads to"
        raise CallError(Problem(Code.WRONG_CALL, where, str(target), expected, hint))
    if not stat.S_ISREG(found.st_mode):
        raise CallError(Problem(Code.WRONG_CALL, where, str(target), "expected an ordinary file"))
    return stat.S_IMODE(found.st_mode) & 0o777


def not_written(where: str, shown: str | None, error: OSError) -> FupinError:
    """The error of a place that cannot be written to: the call's fault, or that of a full or failing place."""
    reason = os.strerror(error.errno) if error.errno else "it cannot be written"
    if error.errno in _NO_ROOM:
        expected = f"expected room for the whole of it; {reason}; nothing was written"
        place = where if shown is None else f"{where} {clip(shown)}"
        hint = "make room, and try again"
        return OutputError(Problem(Code.NOT_WRITTEN, place, None, expected, hint))
    expected = f"expected a place that can be written to; {reason}"
    return CallError(Problem(Code.WRONG_CALL, where, shown, expected))
