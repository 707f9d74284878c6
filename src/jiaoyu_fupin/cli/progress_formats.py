"""Progress as files carry it, JSON lines, CSV and xlsx, and as a table for people."""

from __future__ import annotations

import csv
import importlib
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import pendulum

from ..clauses.policy import Policy
from ..rosters.defuse import defused
from ..targets.progress import Progress
from ..targets.report import STATUS
from ..targets.rows import PROGRESS_COLUMNS, row_of
from ..targets.standing import Status
from ..values.text import DISCLAIMER, Text
from .messages import one_line
from .summary import aligned, heads

Writer = Callable[[Sequence[Progress], Policy, pendulum.Date], Iterator[bytes]]


def jsonl(found: Sequence[Progress], _: Policy, __: pendulum.Date) -> Iterator[bytes]:
    """One JSON object a line, every key always there."""
    for p in found:
        yield json.dumps(dict(row_of(p)), ensure_ascii=False).encode() + b"\n"


def comma_separated(found: Sequence[Progress], _: Policy, __: pendulum.Date) -> Iterator[bytes]:
    """Comma-separated, with a header; what is null is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(PROGRESS_COLUMNS)
    for p in found:
        writer.writerow([defused(v) if isinstance(v, str) else v for v in row_of(p).values()])
    yield text.getvalue().encode()


def xlsx(found: Sequence[Progress], _: Policy, __: pendulum.Date) -> Iterator[bytes]:
    """A workbook of one sheet: years are numbers, codes and figures text, as in the other formats."""
    openpyxl: Any = importlib.import_module("openpyxl")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("progress")
    sheet.freeze_panes = "A2"
    sheet.append(PROGRESS_COLUMNS)
    for p in found:
        sheet.append(list(row_of(p).values()))
    stream = io.BytesIO()
    book.save(stream)
    yield stream.getvalue()


_HEADINGS: Final = (
    Text("目标", "target"),
    Text("地区", "place"),
    Text("范围", "scope"),
    Text("期限", "due"),
    Text("要求%", "threshold"),
    Text("进展", "status"),
    Text("最新%", "latest"),
    Text("年份", "of"),
    Text("差距", "gap"),
    Text("每年", "pace"),
    Text("每年须", "required"),
    Text("推算%", "projected"),
    Text("后于", "reached"),
)
_SHOWN: Final = (
    "target",
    "place",
    "scope",
    "due",
    "threshold",
    "status",
    "latest_value",
    "latest_year",
    "gap",
    "pace",
    "required_pace",
    "projected",
    "reached_in",
)


def table(found: Sequence[Progress], policy_: Policy, on: pendulum.Date) -> Iterator[bytes]:
    """The table and how many targets stand how."""
    rows = [_row(p) for p in found]
    right = tuple(
        k
        for k, name in enumerate(_SHOWN)
        if k > _SHOWN.index("status") or name in {"due", "threshold"}
    )
    counted = Counter(p.status for p in found)
    lines = [
        *aligned([*heads(_HEADINGS), *rows], right=right),
        "",
        f"{policy_.title.abreast}",
        f"{policy_.id} version {policy_.version}, fingerprint {policy_.fingerprint}; {on}",
        "  ".join(f"{STATUS[s].abreast}: {counted[s]}" for s in Status if counted[s]),
        DISCLAIMER.abreast,
    ]
    yield ("\n".join(line.rstrip() for line in lines) + "\n").encode(errors="backslashreplace")


def _row(p: Progress) -> tuple[str, ...]:
    row = {**row_of(p), "status": f"{STATUS[p.status].abreast}"}
    return tuple("" if row[name] is None else one_line(str(row[name])) for name in _SHOWN)


WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {"table": table, "jsonl": jsonl, "csv": comma_separated, "xlsx": xlsx}
)
"""The writers by the name of their format."""
