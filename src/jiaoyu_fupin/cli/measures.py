"""``measures``: the clauses of the policies, all or those that fit."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence

from ..clauses.marks import Defect
from ..clauses.measure import Measure
from ..clauses.policy import Policy, find_measures
from ..values.text import Text
from .files import output_file
from .sinks import check_output, emit
from .sources import add_policy, policies_given
from .summary import aligned, heads


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    add_policy(parser, required=False)
    parser.add_argument(
        "--kind", metavar="KIND", help="a sort of clause, such as pairing or 结对帮扶"
    )
    parser.add_argument("--unit", metavar="UNIT", help="a responsible unit, such as 教育厅")
    parser.add_argument("--leads", metavar="UNIT", help="the unit in the lead")
    parser.add_argument(
        "--plan", metavar="PLAN", help="one of the plans that a policy is divided into"
    )
    parser.add_argument(
        "--precision", metavar="PRECISION", help="one of the precisions that a policy names"
    )
    parser.add_argument(
        "--format",
        choices=("table", "jsonl"),
        default="table",
        help="a table for people (default), or one JSON object per clause",
    )
    parser.add_argument(
        "--output", type=output_file, metavar="FILE", help="instead of standard output"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List the clauses that fit."""
    check_output(args.output)
    found = find_measures(
        policies_given(args.policy),
        kind=args.kind,
        unit=args.unit,
        leads=args.leads,
        plan=args.plan,
        precision=args.precision,
    )
    lines = _rows(found) if args.format == "table" else _objects(found)
    emit(((line + "\n").encode() for line in lines), args.output)
    return 0


_HEADINGS = (
    Text("条款", "clause"),
    Text("类别", "kind"),
    Text("出处", "at"),
    Text("主题", "title"),
    Text("牵头单位", "lead unit"),
)


def _rows(found: Sequence[tuple[Policy, Measure]]) -> list[str]:
    rows = [
        (
            m.id,
            f"{m.kind.zh} {m.kind.value}",
            m.at,
            m.title.abreast,
            m.lead or "",
        )
        for _, m in found
    ]
    return [*aligned([*heads(_HEADINGS), *rows]), "", f"{len(rows)} 条 clauses"]


def _objects(found: Sequence[tuple[Policy, Measure]]) -> Iterator[str]:
    for owner, m in found:
        described = {
            "id": m.id,
            "policy": owner.id,
            "kind": m.kind.value,
            "units": list(m.units),
            "at": m.at,
            "says": (m.says or m.title).by_language(),
            "defects": [_defect(d) for d in m.defects],
        }
        yield json.dumps(described, ensure_ascii=False)


def _defect(defect: Defect) -> dict[str, object]:
    return {
        "kind": defect.kind.value,
        "raw": defect.raw,
        "reading": defect.reading,
        "reason": defect.reason.by_language(),
        "certainty": None if defect.certainty is None else defect.certainty.value,
    }
