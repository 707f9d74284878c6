"""The command line's frame: which commands there are, and how each ends.

The exit status is 0 when the work is done, 1 when the data has errors, 2 when the call is wrong, 3 when neither is at
fault, as when a disk is full.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from ..values.errors import CallError, DataError, OutputError, did_you_mean
from .files import refuse_overwriting
from .messages import say, say_problems

DEBUG: Final = "JIAOYU_FUPIN_DEBUG"
"""The environment variable that, when set, lets an unforeseen error show where it comes from, values and all."""

COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "assess": "what a policy grants everyone on a roster",
        "explain": "why something is due to one subject of a roster, or is not",
        "progress": "where the rate targets of a policy stand, by what was observed",
        "pairing": "what the checks find in a pairing ledger, whom it covers, how it is kept by visits",
        "policies": "the policies, their benefits, and the questions they leave open",
        "measures": "the clauses of the policies, all or those that fit",
        "show": "one clause with everything that is known of it",
        "stale": "the figures of a policy that a higher national standard has overtaken",
        "example": "a made-up county from beginning to end",
    }
)
"""What each command does; each is the module of its name."""

_EXTRA: Final = frozenset({"polars", "rich", "openpyxl"})


class _Parser(argparse.ArgumentParser):
    """Names are written out, and one that nobody knows gets a suggestion."""

    def __init__(self, **settings: Any) -> None:
        settings["allow_abbrev"] = False
        super().__init__(**settings)

    def parse_known_args(  # pyright: ignore[reportIncompatibleMethodOverride] - typeshed has it overloaded
        self, args: Any = None, namespace: Any = None
    ) -> Any:
        """Every parser of the tree looks at its own files, before anything is read or written."""
        found, rest = super().parse_known_args(args, namespace)
        refuse_overwriting(self._actions, found)
        return found, rest

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        names = [str(choice) for choice in action.choices]
        hint = did_you_mean(str(value), names)
        raise argparse.ArgumentError(
            action,
            f"“{value}” is not one of: {', '.join(names)}"
            + (f"; {hint}" if hint.startswith("did") else ""),
        )

    def error(self, message: str) -> Any:
        say(f"{self.prog}: {message}")
        say(f"{self.prog} --help says how it is called")
        self.exit(2)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = _Parser(
        prog="jiaoyu_fupin",
        description="Who is due what under an education poverty-relief plan, and why. 教育扶贫政策：谁应享受什么。",
        epilog="Exit status: 0 done, 1 the data has errors, 2 the call is wrong, 3 neither is at fault.",
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    for name, what in COMMANDS.items():
        module = importlib.import_module(f".{name}", __package__)
        module.add(commands.add_parser(name, help=what, description=what.capitalize() + "."))
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status.

    Args:
        argv: The arguments after the program's name; those of the process when None.
    """
    _speak_utf8()
    try:
        args = parser().parse_args(argv)
        status: int = args.run(args)
    except SystemExit as done:  # argparse's, after --help or a wrong call
        return int(done.code or 0)
    except CallError as error:
        say_problems(error.problems)
        return 2
    except DataError as error:
        say_problems(error.problems)
        return 1
    except OutputError as error:
        say_problems(error.problems)
        return 3
    except KeyboardInterrupt:
        return 130
    except BaseException as error:  # noqa: BLE001 - no traceback may show a cell
        return _unforeseen(error)
    return status


def _unforeseen(error: BaseException) -> int:
    """Say that something unforeseen happened, but not with what values."""
    if isinstance(error, ModuleNotFoundError) and error.name in _EXTRA:
        say(f"{error.name} is not installed: pip install 'jiaoyu_fupin[cli]'")
        return 2
    if os.environ.get(DEBUG):
        raise error
    place = ""
    trace = error.__traceback__
    while trace is not None:
        place = f" at {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    say(
        f"unforeseen error: {type(error).__name__}{place}; nothing was answered."
        f" Set {DEBUG}=1 to see it whole; then values of the roster may be shown."
    )
    return 1


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
