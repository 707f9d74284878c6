"""``pairing``: what the checks find in a pairing ledger, whom it covers, and how it is kept by visits."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs
import pendulum

from ..clauses.marks import clause_of
from ..clauses.obligation import Every, Obligation
from ..clauses.pairing import PairingRule, Party
from ..clauses.policy import Policy
from ..clauses.target import CoveredSet
from ..obligations import Standing
from ..pairing.checks import check_pairing
from ..pairing.coverage import PairingCoverage, pairing_coverage
from ..pairing.link import PairingLink
from ..pairing.network import Network
from ..pairing.tiers import tier_named, tiers_named
from ..pairing.visits import VisitSheet, visit_book
from ..rosters.ledgers import read_visits
from ..rosters.limits import limits_from
from ..values.errors import CallError, Code, DataError, Problem, in_row, unknown_name
from ..values.plain import is_digits
from ..values.terms import parse_date
from ..values.text import Text
from .files import input_file, output_file
from .messages import say, say_notice
from .networks import ROSTERS, network_of, say_ledger
from .options import add_limit
from .sinks import check_output, emit
from .sources import add_policy, policy_given

_SETS: Final = MappingProxyType(
    {
        CoveredSet.SCHOOLS: "schools",
        CoveredSet.TEACHERS: "teachers",
        CoveredSet.REGISTERED_CHILDREN: "students",
        CoveredSet.LEFT_BEHIND_CHILDREN: "students",
        CoveredSet.REGISTERED_HOUSEHOLDS: "households",
        CoveredSet.POOR_VILLAGES: "members",
    }
)
"""Which roster holds each set, whole."""


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    asked = parser.add_subparsers(required=True, metavar="WHAT", parser_class=type(parser))
    checks = asked.add_parser("check", help="what breaks a clause, and what cannot be told")
    _add_network(checks)
    checks.add_argument(
        "--cap",
        action="append",
        default=[],
        metavar="TIER=N",
        help="how many links of a tier a helper may have at once; may be repeated",
    )
    checks.set_defaults(run=run_check)
    covered = asked.add_parser("coverage", help="who is reached, on a date or throughout a period")
    _add_network(covered)
    covered.add_argument(
        "--of",
        required=True,
        choices=[of.value for of in CoveredSet],
        help="who is to be covered; the roster that lists them has to be given",
    )
    covered.add_argument("--on", required=True, metavar="DATE", help="the date, or the first day")
    covered.add_argument("--until", metavar="DATE", help="the last day of a period")
    covered.add_argument(
        "--clause",
        action="append",
        default=[],
        metavar="CLAUSE",
        help="only links of this clause or tier; may be repeated",
    )
    covered.add_argument(
        "--place", metavar="CODE", help="only what lies there: a code of 2, 4 or 6 digits"
    )
    covered.add_argument(
        "--poor-areas",
        action="store_true",
        help="only schools and teachers in a poor county or a poor village",
    )
    covered.set_defaults(run=run_coverage)
    kept = asked.add_parser("visits", help="months kept and missed, link by link")
    _add_network(kept)
    kept.add_argument("visits", metavar="VISITS", type=input_file, help="the visit ledger")
    kept.add_argument("--on", required=True, metavar="DATE", help="the date asked about")
    kept.add_argument(
        "--clause",
        action="append",
        default=[],
        metavar="CLAUSE",
        help="only links of this clause or tier; may be repeated",
    )
    kept.add_argument(
        "--obligation",
        metavar="ID",
        help="an obligation of the policy, of its clause's links (default: its one monthly visit)",
    )
    kept.add_argument(
        "--grace-days",
        type=int,
        default=0,
        metavar="N",
        help="so many days after a month a visit still makes up for it",
    )
    whose = kept.add_mutually_exclusive_group()
    whose.add_argument("--helper", metavar="ID", help="only this helper's sheet")
    kept.add_argument(
        "--helper-party",
        choices=[party.value for party in Party],
        help="what the helper is, where several of different kinds have that id",
    )
    whose.add_argument("--village", metavar="VILLAGE", help="only this village's sheet")
    kept.set_defaults(run=run_visits)


def _add_network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="LEDGER", type=input_file, help="the pairing ledger")
    add_policy(parser)
    for name in ROSTERS:
        parser.add_argument(
            f"--{name}", type=input_file, metavar="FILE", help=f"the roster of {name}"
        )
    parser.add_argument(
        "--members",
        type=input_file,
        metavar="FILE",
        help="whoever else may pair: villages, open universities, cadres, volunteers",
    )
    parser.add_argument("--rule", metavar="TIER", help="the tier of rows that name none")
    parser.add_argument(
        "--encoding", default="utf-8", help="of CSV files: utf-8 (default) or gb18030"
    )
    add_limit(parser)
    parser.add_argument(
        "--format",
        choices=("table", "jsonl"),
        default="table",
        help="a table for people (default), or rows for programs",
    )
    parser.add_argument(
        "--output", type=output_file, metavar="FILE", help="instead of standard output"
    )


def rules_of(found: Policy) -> tuple[PairingRule, ...]:
    """The tiers of a policy.

    Raises:
        CallError: It has none.
    """
    rules = found.effects(PairingRule)
    if not rules:
        expected = "expected a policy with pairing clauses"
        raise CallError(Problem(Code.WRONG_CALL, "--policy", found.id, expected))
    return rules


def run_check(args: argparse.Namespace) -> int:
    """Say what the checks find."""
    check_output(args.output)
    found = policy_given(args.policy)
    rules = rules_of(found)
    caps = _caps(args.cap, rules)
    filed = network_of(args, found, rules)
    checked = check_pairing(filed.network, caps=caps, rules=rules)
    rows = [
        {
            "fault": number,
            "row": filed.row(link),
            "check": issue.check.value,
            "verdict": issue.verdict.value,
            "tier": link.rule.id,
            **_who(link),
            "facts": list(issue.facts),
            "reason": issue.reason.en,
            "reason_zh": issue.reason.zh,
        }
        for number, issue in enumerate(checked.issues, start=1)
        for link in issue.links
    ]
    heads = {
        "fault": "序号 fault",
        "row": "台账行 row",
        "check": "核查项 check",
        "verdict": "结果 verdict",
        "tier": "条款 tier",
        **_WHO,
        "facts": "事实 facts",
    }
    counted = _COUNTED.filled(
        links=checked.links, faults=len(checked.broken), undetermined=len(checked.undetermined)
    )
    _emit(args, heads, rows, [counted.abreast])
    return 0


_COUNTED = Text(
    "结对 {links}，不符 {faults}，待定 {undetermined}。",
    "{links} links, {faults} faults, {undetermined} undetermined.",
)


def run_coverage(args: argparse.Namespace) -> int:
    """Say who is covered."""
    check_output(args.output)
    of = next(of for of in CoveredSet if of.value == args.of)
    if of in _SETS and getattr(args, _SETS[of]) is None:
        expected = f"expected --{_SETS[of]} FILE: a share is one of all {of.text.en}, not of those in the ledger"
        raise CallError(Problem(Code.WRONG_CALL, "--of", of.value, expected))
    since = _day("--on", args.on)
    until = since if args.until is None else _day("--until", args.until)
    if until < since:
        expected = f"expected a day not before {since}"
        raise CallError(Problem(Code.OUT_OF_RANGE, "--until", str(until), expected))
    chosen = policy_given(args.policy)
    rules = rules_of(chosen)
    if of is CoveredSet.COUNTIES and chosen.poor_counties is None:
        expected = "expected a policy with a list of poor counties: they are what is to be covered"
        raise CallError(Problem(Code.WRONG_CALL, "--policy", chosen.id, expected))
    network = network_of(args, chosen, rules).network
    found = pairing_coverage(
        network,
        of,
        since=since,
        until=until,
        rules=None if not args.clause else _of(network, _clauses(args.clause, rules)),
        place=args.place,
        poor_areas=args.poor_areas,
    )
    rows = [
        {
            "id": item.id,
            "state": item.state.value,
            "belongs": item.belongs,
            "reached": item.reached,
            "gaps": [str(gap) for gap in item.gaps],
        }
        for item in found.items
        if args.format == "jsonl" or item.state.value != "covered"
    ]
    heads = {"id": "编号 id", "state": "情况 state", "gaps": "空档 gaps"}
    _emit(args, heads, rows, _summed(found))
    return 0


def _summed(found: PairingCoverage) -> list[str]:
    remarks = ((_UNLISTED, found.unlisted), (_UNLISTED_MAY, found.unlisted_may))
    more = [remark.filled(number=number).abreast for remark, number in remarks if number]
    return [*found.text().by_language().values(), *more]


_UNLISTED = Text("另有{number}个不知其名。", "{number} more are not known by name.")
_UNLISTED_MAY = Text(
    "另有{number}个不知其名，可能在内。", "{number} more are not known by name and may belong."
)


_NEVER = Text(
    "{n}个结对期间双方没有同时在的日子，不计走访。",
    "on no day of {n} links are both ends there: no visits are owed on them.",
)
_UNPLACED = Text(
    "{n}个结对的对象所在村不详。", "of {n} links the recipient's village is not known."
)


def run_visits(args: argparse.Namespace) -> int:
    """Say which months were kept."""
    check_output(args.output)
    found = policy_given(args.policy)
    rules = rules_of(found)
    obligation, tiers = _kept_by(found, args.obligation, args.clause, rules)
    network = network_of(args, found, rules).network
    ledger = read_visits(args.visits, encoding=args.encoding, limits=limits_from(args.limit))
    say_ledger(ledger)
    try:
        book = visit_book(
            network,
            ledger.items,
            obligation,
            on=_day("--on", args.on),
            rules=_of(network, tiers),
            grace_days=args.grace_days,
        )
    except DataError as error:
        raise DataError(_by_row(error.problems, args.visits.name, ledger.rows)) from None
    if args.helper is not None:
        sheet = book.of_helper(args.helper, _party(args.helper_party))
    elif args.village is not None:
        sheet = book.of_village(args.village)
    else:
        sheet = book.sheet()
    if book.never:
        say_notice(_NEVER.filled(n=len(book.never)))
    if sheet.unplaced:
        say_notice(_UNPLACED.filled(n=len(sheet.unplaced)))
    _emit(args, _VISITS, list(_visit_rows(sheet)), _kept(sheet))
    return 0


_WHO: Final = {
    "helper": "帮扶人 helper",
    "recipient": "对象 recipient",
    "since": "起 since",
    "until": "止 until",
}
_VISITS: Final = {
    "tier": "条款 tier",
    **_WHO,
    "visits": "走访 visits",
    "done": "已办 kept",
    "late": "补办 late",
    "missed": "缺 missed",
    "due": "待办 due",
}


def _who(link: PairingLink) -> dict[str, object]:
    return {
        "helper": link.helper.id,
        "recipient": link.recipient.id,
        "since": str(link.since),
        "until": None if link.until is None else str(link.until),
    }


def _visit_rows(sheet: VisitSheet) -> Iterator[dict[str, object]]:
    for row in sheet.rows:
        told = row.record.entries is not None
        yield {
            "tier": row.link.rule.id,
            **_who(row.link),
            "visits": len(row.record.acts),
            **{
                s.value: [p.name for p in row.record.periods_that_are(s)] if told else None
                for s in (Standing.DONE, Standing.LATE, Standing.MISSED, Standing.DUE)
            },
        }


def _kept(sheet: VisitSheet) -> list[str]:
    kept = sheet.count(Standing.DONE, Standing.LATE)
    missed, due = sheet.count(Standing.MISSED), sheet.count(Standing.DUE)
    return [
        (
            f"至{sheet.on}：已办 {kept}，缺 {missed}，待办 {due}。"
            f" As of {sheet.on}: {kept} kept, {missed} missed, {due} still due."
        )
    ]


def _kept_by(
    found: Policy, name: str | None, clauses: Sequence[str], rules: Sequence[PairingRule]
) -> tuple[Obligation, list[PairingRule]]:
    """The obligation that is asked about, and the tiers whose links have to be kept so.

    Raises:
        CallError: There is no such obligation or tier; or nothing is named and the policy wants no visits every month
            of these links, or several; or the obligation's clause pairs nobody and no other is named.
    """
    known = {o.id: o for o in found.effects(Obligation)}
    asked = _clauses(clauses, rules)
    paired = {clause_of(rule.id) for rule in rules}
    if name is None:
        monthly = [
            o
            for o in known.values()
            if o.every is Every.MONTH and o.visits and clause_of(o.id) in paired
        ]
        fitting = [o for o in monthly if {clause_of(r.id) for r in asked} <= {clause_of(o.id)}]
        if len(fitting) != 1:
            near = [
                o for o in known.values() if o.visits or clause_of(o.id) in paired
            ] or known.values()
            named = ", ".join(f"{o.id} ({o.every.value})" for o in near)
            expected = (
                f"expected --obligation ID: {found.id} sets no one monthly visit for these links"
            )
            hint = f"its obligations: {named}" if named else "it has no obligations"
            raise CallError(Problem(Code.REQUIRED, "--obligation", None, expected, hint))
        obligation = fitting[0]
    elif name in known:
        obligation = known[name]
    else:
        raise CallError(unknown_name("obligation", name, known))
    tiers = asked or [r for r in rules if clause_of(r.id) == clause_of(obligation.id)]
    if not tiers:
        expected = f"expected --clause CLAUSE: the clause of {obligation.id} pairs nobody"
        raise CallError(Problem(Code.REQUIRED, "--clause", None, expected))
    return obligation, tiers


def _clauses(asked: Sequence[str], rules: Sequence[PairingRule]) -> list[PairingRule]:
    """The tiers that are asked for; a clause's id stands for all its tiers, since this only narrows."""
    ids = tiers_named(asked, rules)
    return [rule for rule in rules if rule.id in ids]


def _of(network: Network, tiers: Iterable[PairingRule]) -> list[PairingRule]:
    """Those tiers on which the network has links."""
    used = {rule.id for rule in network.rules}
    return [tier for tier in tiers if tier.id in used]


def _party(name: str | None) -> Party | None:
    return None if name is None else next(p for p in Party if p.value == name)


def _caps(written: Sequence[str], rules: Sequence[PairingRule]) -> dict[str, int]:
    """The caps that are given, by tier of the policy.

    Raises:
        CallError: One is not a whole number, belongs to no tier, or is given twice; every such one is named.
    """
    caps: dict[str, int] = {}
    problems: list[Problem] = []
    for text in written:
        name, _, number = text.partition("=")
        if not (name.strip() and is_digits(number) and int(number)):
            expected = "expected TIER=N, with N from 1"
            problems.append(Problem(Code.WRONG_CALL, "--cap", text, expected))
            continue
        try:
            tier = tier_named(name.strip(), rules)
        except CallError as error:
            problems += [attrs.evolve(p, where=f"--cap, {p.where}") for p in error.problems]
            continue
        if tier.id in caps:
            expected = f"expected one cap for {tier.id}"
            problems.append(Problem(Code.DUPLICATE, "--cap", text, expected))
        caps[tier.id] = int(number)
    if problems:
        raise CallError(problems)
    return caps


def _day(option: str, text: str) -> pendulum.Date:
    day = parse_date(text.strip())
    if day is None:
        expected = "expected a date such as 2016-09-01"
        raise CallError(Problem(Code.BAD_DATE, option, text, expected))
    return day


def _by_row(problems: Iterable[Problem], file: str, rows: Sequence[int]) -> Iterator[Problem]:
    """Problems of single visits, each told by its row of the file instead of its place in the list."""
    for problem in problems:
        if problem.item is None:
            yield problem
        else:
            yield attrs.evolve(problem, where=in_row(file, rows[problem.item]), item=None)


def _emit(
    args: argparse.Namespace,
    heads: Mapping[str, str],
    rows: Sequence[Mapping[str, object]],
    lines: Sequence[str],
) -> None:
    if args.format == "jsonl":
        emit((json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows), args.output)
        for line in lines:
            say(line)
        return
    from .summary import aligned

    shown = [tuple(heads.values())]
    shown += [tuple(_cell(row[name]) for name in heads) for row in rows]
    table = aligned(shown) if rows else []
    emit([("\n".join([*table, *lines]) + "\n").encode(errors="backslashreplace")], args.output)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else str(value)
