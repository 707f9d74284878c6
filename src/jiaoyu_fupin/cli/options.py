"""The options that commands share, and what they come to."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import attrs
import pendulum

from ..answers.prepared import Prepared, prepare
from ..answers.together import Joint, prepare_together
from ..clauses.policy import Policy
from ..people import SUBJECTS, Subject, subject_name
from ..people.fact import FactSpec, Kind
from ..places.changes import CodeChange
from ..rosters.cells import Fault, parse
from ..rosters.headers import headers_of
from ..rosters.limits import LIMIT_NAMES, LIMITS, Limits, limits_from
from ..rules.ast import Answers, Question
from ..rules.facts import Handle
from ..rules.forms import Reading
from ..values.errors import CallError, Code, FupinError, Problem, did_you_mean
from ..values.terms import Term, parse_date
from .files import input_file
from .sources import add_policies, policy_given

T = TypeVar("T")


def add_limit(parser: argparse.ArgumentParser) -> None:
    """The option that says how large files may be."""
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=N",
        help="how large a file may be: " + ", ".join(LIMIT_NAMES) + "; may be repeated",
    )


def add_date(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """The options that name the date, of which one has to be given; the group they are in."""
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument("--on", metavar="DATE", help="the date asked about, such as 2016-09-01")
    when.add_argument(
        "--term",
        metavar="TERM",
        help="a term instead, such as 2016秋 or 2016-2017学年第一学期: its first day",
    )
    return when


def add_roster(parser: argparse.ArgumentParser) -> None:
    """The roster and all that is said of it and asked of it."""
    parser.add_argument(
        "roster",
        metavar="ROSTER",
        type=input_file,
        help="CSV, Parquet or xlsx, one row per subject",
    )
    parser.add_argument(
        "--subject",
        choices=tuple(SUBJECTS),
        default="student",
        help="what the rows are about (default: student)",
    )
    add_policies(parser)
    add_date(parser)
    parser.add_argument(
        "--reading",
        choices=[reading.value for reading in Reading],
        default=Reading.AS_WRITTEN.value,
        help="the figures printed in the plan (default), or the national ones in force on the date",
    )
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=VALUE",
        help="settle a question that the policy leaves open; may be repeated",
    )
    parser.add_argument(
        "--assume",
        action="append",
        default=[],
        metavar="COL=VALUE",
        help="take unknown cells of a column, or the whole column when there is none, to be VALUE; may be repeated",
    )
    parser.add_argument(
        "--blank-is-no",
        action="append",
        default=[],
        metavar="COL,...",
        help="take empty cells of these yes-or-no columns to mean no",
    )
    parser.add_argument(
        "--encoding", default="utf-8", help="of a CSV file: utf-8 (default) or gb18030"
    )
    add_limit(parser)


@attrs.frozen(kw_only=True)
class RosterRequest:
    """What a command asks of a roster.

    Attributes:
        roster: The file.
        encoding: How it is written, if it is CSV.
        readies: The policies made ready for the kind of subject, the date, the reading and the answers.
        joint: The same as they are counted together; None where one policy is asked about.
        blank_is_no: Canonical names of columns whose empty cells mean no.
        assuming: What unknown cells are taken to be, as written, by canonical name.
        limits: How large the file may be.
    """

    roster: Path
    encoding: str
    readies: tuple[Prepared, ...]
    joint: Joint | None = None
    blank_is_no: tuple[str, ...]
    assuming: Mapping[str, str]
    limits: Limits = LIMITS

    @property
    def subject(self) -> type[Subject]:
        """What the rows are about."""
        return self.readies[0].subject

    @property
    def on(self) -> pendulum.Date:
        """The date asked about."""
        return self.readies[0].setting.on

    @property
    def known(self) -> Mapping[str, FactSpec]:
        """All facts that the rows may hold, by name."""
        return _known([ready.policy for ready in self.readies], self.subject)

    @property
    def asked(self) -> tuple[str, ...]:
        """The facts that the rules ask, and the amounts are computed from."""
        return tuple(dict.fromkeys(name for ready in self.readies for name in ready.asked))

    @property
    def own(self) -> tuple[Handle, ...]:
        """The facts that only these policies know; one that several declare, once."""
        facts = [fact for ready in self.readies for fact in ready.policy.facts]
        return tuple({(f.subject, f.name): f for f in facts}.values())

    @property
    def county_changes(self) -> tuple[CodeChange, ...]:
        """The code changes that the policies bring."""
        changes = [change for ready in self.readies for change in ready.policy.county_changes]
        return tuple(dict.fromkeys(changes))


def asked(args: argparse.Namespace) -> RosterRequest:
    """What the options come to.

    Raises:
        CallError: Some of them mean nothing; each of these is named.
    """
    problems: list[Problem] = []
    day = _tried(problems, lambda: day_of(args))
    policies = [_tried(problems, functools.partial(policy_given, one)) for one in args.policy]
    found = [policy for policy in policies if policy is not None]
    subject = SUBJECTS[args.subject]
    if len(found) < len(policies) or day is None:
        raise CallError(problems)
    known = _known(found, subject)
    blanks = tuple(
        dict.fromkeys(
            column
            for written in args.blank_is_no
            for name in written.replace("，", ",").split(",")
            for column in _column("--blank-is-no", name.strip(), known, subject, problems)
        )
    )
    problems += [
        Problem(Code.WRONG_CALL, "--blank-is-no", name, "expected a yes-or-no column")
        for name in blanks
        if known[name].kind is not Kind.FLAG
    ]
    assuming: dict[str, str] = {}
    for name, value in _pairs("--assume", "COL=VALUE", args.assume, problems):
        for column in _column("--assume", name, known, subject, problems):
            if assuming.setdefault(column, value) != value:
                problems.append(_twice("--assume", column))
    limits = _tried(problems, lambda: limits_from(args.limit)) or LIMITS
    answers = _answers(found, args.answer, problems)
    readies: tuple[Prepared, ...] = ()
    joint = None
    reading = Reading(args.reading)
    try:
        if len(found) == 1:
            readies = (prepare(found[0], subject, on=day, reading=reading, answers=answers),)
        else:
            joint = prepare_together(found, subject, on=day, reading=reading, answers=answers)
            readies = joint.readies
    except CallError as error:
        problems += error.problems
    if problems:
        raise CallError(problems)
    return RosterRequest(
        roster=args.roster,
        encoding=args.encoding,
        limits=limits,
        readies=readies,
        joint=joint,
        blank_is_no=blanks,
        assuming=MappingProxyType(assuming),
    )


def _known(policies: Sequence[Policy], subject: type[Subject]) -> Mapping[str, FactSpec]:
    return {name: spec for policy in policies for name, spec in policy.facts_of(subject).items()}


def day_of(args: argparse.Namespace) -> pendulum.Date:
    """The date asked about.

    Raises:
        CallError: There is no such date or term.
    """
    if args.term is not None:
        try:
            return Term.parse(args.term.strip()).first_day
        except FupinError as error:
            raise CallError(error.problems) from None
    day = parse_date(args.on.strip())
    if day is None:
        raise CallError(
            Problem(Code.BAD_DATE, "--on", args.on, "expected a date such as 2016-09-01")
        )
    return day


def _tried(problems: list[Problem], make: Callable[[], T]) -> T | None:
    try:
        return make()
    except CallError as error:
        problems.extend(error.problems)
        return None


def _column(
    option: str,
    name: str,
    known: Mapping[str, FactSpec],
    subject: type[Subject],
    problems: list[Problem],
) -> Sequence[str]:
    """The canonical name of a column, given by that or by its header; none when nobody knows it."""
    by_header = headers_of(known.values())
    if name in by_header:
        return (by_header[name].name,)
    problems.append(
        Problem(
            Code.UNKNOWN_NAME,
            option,
            name,
            f"expected a column of a {subject_name(subject)} roster",
            did_you_mean(name, [h for spec in known.values() for h in (spec.name, spec.text.zh)]),
        )
    )
    return ()


def _pairs(
    option: str, form: str, written: Sequence[str], problems: list[Problem]
) -> list[tuple[str, str]]:
    pairs = []
    for text in written:
        name, sign, value = (part.strip() for part in text.partition("="))
        if name and sign and value:
            pairs.append((name, value))
        else:
            # only what stands before the sign is shown: after it may be a cell that names a person
            problems.append(Problem(Code.WRONG_CALL, option, name or None, f"expected {form}"))
    return pairs


def _twice(option: str, name: str) -> Problem:
    return Problem(Code.CONFLICT, option, name, "expected one value for each name")


def _answers(
    policies: Sequence[Policy], written: Sequence[str], problems: list[Problem]
) -> dict[str, bool | int]:
    known = {question.name: question for policy in policies for question in policy.questions}
    answers: dict[str, bool | int] = {}
    for name, text in _pairs("--answer", "QUESTION=VALUE", written, problems):
        if name not in known:
            problems.append(
                Problem(
                    Code.UNKNOWN_NAME,
                    "--answer",
                    name,
                    f"expected a question that {' or '.join(p.id for p in policies)} leaves open",
                    did_you_mean(name, known),
                )
            )
            continue
        value = _answer(known[name], text)
        if isinstance(value, Problem):
            problems.append(value)
        elif answers.setdefault(name, value) != value:
            problems.append(_twice("--answer", name))
    return answers


def _answer(question: Question, text: str) -> bool | int | Problem:
    kind = Kind.FLAG if question.takes is Answers.YES_NO else Kind.WHOLE
    value = parse(text, FactSpec(question.name, question.text, kind))
    if isinstance(value, bool | int):
        return value
    expected = (
        "expected 是 or 否, true, false, 1, 0"
        if kind is Kind.FLAG
        else "expected a whole number from 0"
    )
    code = Code.BAD_BOOLEAN if kind is Kind.FLAG else Code.BAD_NUMBER
    if isinstance(value, Fault) and value.code is Code.OUT_OF_RANGE:
        code = Code.OUT_OF_RANGE
    return Problem(code, f"--answer {question.name}", text, expected)
