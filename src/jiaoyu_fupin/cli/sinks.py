"""Where output goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from ..values.drafts import not_written, write_whole
from ..values.errors import CallError, Code, Problem


def emit(chunks: Iterable[bytes], output: Path | None) -> None:
    """Write chunks of UTF-8 to a file, or to standard output when there is none.

    Raises:
        CallError: There can be no such file.
        OutputError: The place is full, or fails.
    """
    if output is None:
        _to_stdout(chunks)
    else:
        write_whole(output, chunks, "--output")


def emit_text(text: str) -> None:
    """Write text to standard output, and end its last line."""
    _to_stdout([text.encode(errors="backslashreplace") + b"\n"])


def _to_stdout(chunks: Iterable[bytes]) -> None:
    """A reader who has seen enough and closes the pipe is no error."""
    stream = getattr(sys.stdout, "buffer", None)
    try:
        sys.stdout.flush()
        for chunk in chunks:
            if stream is None:  # somebody put a text stream in its place
                sys.stdout.write(chunk.decode())
            else:
                stream.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_stdout()
    except OSError as error:
        _close_stdout()
        raise not_written("standard output", None, error) from None


def _close_stdout() -> None:
    """Let what is still written go nowhere: the interpreter flushes once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def check_output(output: Path | None) -> None:
    """Refuse a file that cannot be written to, before any work is done.

    Raises:
        CallError: It is no ordinary file, or its folder does not exist.
    """
    if output is None:
        return
    expected = None
    if output.is_symlink():
        expected = "expected a file, not a link to one"
    elif output.exists() and not output.is_file():
        expected = "expected an ordinary file"
    elif not output.parent.is_dir():
        expected = "expected a file in a folder that exists"
    if expected is not None:
        raise CallError(Problem(Code.WRONG_CALL, "--output", str(output), expected))
