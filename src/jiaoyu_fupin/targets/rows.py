"""Progress as the rows that files and frames carry: what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from ..clauses.target import Rate
from ..values.errors import CallError, Code, Problem
from ..values.ranges import Range, fixed
from .progress import Progress

Cell: TypeAlias = str | int | None

NUMBERS: Final = frozenset({"due", "latest_year", "reached_in"})
"""The columns that hold whole numbers; the others hold text."""

PROGRESS_COLUMNS: Final = (
    "target",
    "indicator",
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
"""The columns, in order."""


def row_of(p: Progress) -> Mapping[str, Cell]:
    """The row of a rate target's progress: figures with four decimals, ties away from zero, what is not known null.

    A figure that is known only between bounds is null, as one that is not known; the bounds are in the progress.

    Raises:
        CallError: The target is about no indicator.
    """
    aim = p.target.aim
    if not isinstance(aim, Rate):
        expected = "expected the progress of a rate target; rows are of these"
        raise CallError(Problem(Code.WRONG_CALL, "progress", p.target.id, expected))
    latest = p.latest
    return {
        "target": p.target.id,
        "indicator": str(aim.indicator.value),
        "place": p.place,
        "scope": str(aim.scope.value),
        "due": p.target.due,
        "threshold": fixed(aim.at_least),
        "status": str(p.status.value),
        "latest_value": None if latest is None else _shown(latest.value),
        "latest_year": None if latest is None else latest.year,
        "gap": _shown(p.gap),
        "pace": _shown(p.pace),
        "required_pace": _shown(p.required_pace),
        "projected": _shown(p.projected),
        "reached_in": p.reached_in,
    }


def _shown(figure: Range | None) -> str | None:
    value: Fraction | None = None if figure is None else figure.value
    return None if value is None else fixed(value)
