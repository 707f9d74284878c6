"""Where a command's policy comes from: an id, a module's name or a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import attrs

from ..clauses.policy import Policy
from ..clauses.printed import PlanText, read_source
from ..policies import policy, policy_at, policy_ids
from ..values.errors import CallError, Code, DataError, FupinError, Problem
from .files import input_file, is_policy_file, policy_source
from .messages import say_problems

HELP: Final = "an id that the command policies lists, module:NAME of a policy in a module (which is run), or FILE.json"


def add_policy(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The option that names the policy; where it may be left out, all policies are meant."""
    more = "" if required else " (default: all)"
    parser.add_argument(
        "--policy", type=policy_source, required=required, metavar="POLICY", help=HELP + more
    )


def add_policies(parser: argparse.ArgumentParser) -> None:
    """The option that names one policy, or several that are counted together."""
    parser.add_argument(
        "--policy",
        type=policy_source,
        required=True,
        action="append",
        metavar="POLICY",
        help=HELP + "; may be repeated: money that several policies grant is then counted once",
    )


def add_source(parser: argparse.ArgumentParser) -> None:
    """The options that name the text of the plan."""
    parser.add_argument(
        "--source",
        type=input_file,
        metavar="FILE",
        help="the text of the plan, which is cut by its own numbering: its printed words are quoted",
    )
    parser.add_argument(
        "--source-encoding", default="utf-8", help="of the plan's text: utf-8 (default) or gb18030"
    )


def source_given(
    args: argparse.Namespace, policies: Iterable[Policy]
) -> tuple[Mapping[str, PlanText], bool]:
    """The text that an option names, for the ids of the policies it is the plan of; and whether all is well.

    What is wrong with the text is told, and the answers stand without it.
    """
    if args.source is None:
        return {}, True
    try:
        text = read_source(args.source, encoding=args.source_encoding)
    except FupinError as error:
        say_problems(error.problems)
        return {}, False
    given = tuple(policies)
    fitting = {p.id: text for p in given if text.belongs_to(p)}
    problems = list(text.problems)
    if not fitting:
        ids = " or ".join(p.id for p in given)
        expected = f"expected the text of the plan that {ids} was made from"
        problems.append(Problem(Code.CONFLICT, f"--source {text.name}", None, expected))
    say_problems(problems)
    return fitting, not problems


def policy_given(written: str) -> Policy:
    """The policy that an option names.

    Raises:
        CallError: There is no such policy, module or file.
        DataError: The file does not hold a policy; everything that is wrong with it is named.
    """
    if is_policy_file(written):
        return _read(Path(written))
    if ":" in written:
        return policy_at(written)
    try:
        return policy(written)
    except CallError as error:
        raise CallError(map(_told_the_ways, error.problems)) from None


def _told_the_ways(problem: Problem) -> Problem:
    """The problem of an unknown id, with the other ways to name a policy: the caller may have meant one of them."""
    if problem.code is not Code.UNKNOWN_NAME or problem.where != "policy":
        return problem
    return attrs.evolve(
        problem, suggestion=f"{problem.suggestion}; or give module:NAME, or FILE.json".lstrip("; ")
    )


def policies_given(written: str | None) -> tuple[Policy, ...]:
    """The policy that an option names, or all that the library and installed packages have.

    Raises:
        CallError: See `policy_given`; or installed packages bring what is no policy, each of which is named.
    """
    if written is not None:
        return (policy_given(written),)
    found, problems = [], []
    for id_ in policy_ids():
        try:
            found.append(policy(id_))
        except CallError as error:
            hint = "or name the policy that is meant with --policy"
            problems += [
                attrs.evolve(p, suggestion=f"{p.suggestion}; {hint}".lstrip("; "))
                for p in error.problems
            ]
    if problems:
        raise CallError(problems)
    return tuple(found)


def _read(path: Path) -> Policy:
    from ..wire import loads

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        expected = "expected a JSON document in UTF-8"
        raise DataError(Problem(Code.BAD_ENCODING, path.name, None, expected)) from None
    except (OSError, ValueError):
        expected = "expected a file that can be read"
        raise CallError(Problem(Code.WRONG_CALL, "--policy", str(path), expected)) from None
    try:
        return loads(text, Policy)
    except FupinError as error:
        raise DataError(
            attrs.evolve(p, where=f"{path.name}, {p.where}" if p.where else path.name)
            for p in error.problems
        ) from None
