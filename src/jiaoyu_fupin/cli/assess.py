"""``assess``: what a policy grants everyone on a roster."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..answers.prepared import Prepared
from ..people import key_of
from ..rosters import Roster, read_roster, write_rejects
from ..values.errors import CallError, Code, Problem
from ..values.text import Text
from .files import output_file
from .messages import filled_in, say, say_late, say_notice, say_problems, say_roster
from .options import RosterRequest, add_roster, asked
from .sinks import check_output, emit

if TYPE_CHECKING:
    import polars as pl


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_roster(parser)
    parser.add_argument(
        "--rejects",
        type=output_file,
        metavar="FILE",
        help="answer the good rows, and set the others aside in this CSV file with their reasons",
    )
    parser.add_argument(
        "--format",
        choices=("table", "jsonl", "csv", "parquet"),
        default="table",
        help="a table for people (default), or rows for programs",
    )
    parser.add_argument(
        "--output", type=output_file, metavar="FILE", help="instead of standard output"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer a roster; 1 when rows were set aside."""
    if args.format == "parquet" and args.output is None:
        raise CallError(
            Problem(
                Code.WRONG_CALL,
                "--format parquet",
                None,
                "expected --output FILE: Parquet is not for standard output",
            )
        )
    check_output(args.output)
    call = asked(args)
    roster = read(call, set_aside=args.rejects is not None)
    say_problems(roster.problems)
    say_roster(roster, call.asked, call.known, call.assuming)
    for ready in call.readies:
        say_late(ready)
    if args.rejects is not None:
        write_rejects(roster, args.rejects)
        if roster.rejects:
            say(f"已剔除 set aside: {len(roster.rejects)} / {roster.receipt.rows_read} 行 rows")
    # what writes tables and files is loaded when it is needed
    chunks = _together(roster, call, args) if call.joint else _alone(roster, call, args)
    emit(chunks, args.output)
    return 1 if roster.rejects else 0


def _alone(roster: Roster, call: RosterRequest, args: argparse.Namespace) -> Iterable[bytes]:
    """The answers of one policy, a row for each benefit."""
    (ready,) = call.readies
    wide = answered(roster, ready)
    if args.format == "table":
        from .table import table

        filled = filled_in(roster.receipt, call.known, call.assuming)
        return table(wide, ready, call.known, filled)
    from .formats import WRITERS, batches

    return WRITERS[args.format](batches(wide, ready))


def _together(roster: Roster, call: RosterRequest, args: argparse.Namespace) -> Iterable[bytes]:
    """The answers of several policies, a row for each sum of money."""
    from .dues import Dues

    if call.joint is None:  # one policy has nothing to be counted together with
        return _alone(roster, call, args)
    if call.joint.silent:
        say_notice(_SILENT.filled(policies=", ".join(call.joint.silent)))
    dues = Dues(roster, call.joint)
    if args.format == "table":
        return dues.table(call.known, filled_in(roster.receipt, call.known, call.assuming))
    from .formats import WRITERS

    return WRITERS[args.format](dues.batches())


_SILENT = Text(
    "对这类对象没有待遇的政策：{policies}。",
    "policies without benefits for such a subject: {policies}.",
)


def read(call: RosterRequest, *, set_aside: bool) -> Roster:
    """The roster, every column of it checked but names; an identity number only makes for doubts.

    Raises:
        CallError: There is no such file.
        DataError: The file is not a roster; or rows are wrong and no file for rejects is named.
    """
    columns = [
        n for n, s in call.known.items() if not s.identity or n in {*call.asked, "id_number"}
    ]
    return read_roster(
        call.roster,
        subject=call.subject,
        on=call.on,
        columns=columns,
        blank_is_no=call.blank_is_no,
        assuming=call.assuming,
        own=call.own,
        county_changes=call.county_changes,
        encoding=call.encoding,
        limits=call.limits,
        on_error="set_aside" if set_aside else "stop",
    )


def answered(roster: Roster, ready: Prepared) -> pl.DataFrame:
    """The answers for the good rows, wide, with what is missing."""
    import narwhals.stable.v2 as nw

    from ..frames.wide import assess_columns

    frame = roster.frame.select(key_of(ready.subject), *ready.asked)
    wide: pl.DataFrame = nw.to_native(assess_columns(nw.from_native(frame), ready, masks=True))
    return wide
