"""What can be told of a policy without any subject: the facts it asks, the figures that have aged."""

from __future__ import annotations

import datetime
from decimal import Decimal

import attrs
import pendulum

from .measures import Policy
from .people import Subject, key_of
from .people.fact import specs
from .rules.ast import Certainty, Const, Expr, Printed, Table, handles_in, within
from .rules.benefit import expressions_of
from .terms import as_date


def facts_needed(policy: Policy, subject: type[Subject]) -> tuple[str, ...]:
    """The facts that the policy's benefits for one kind of subject may ask on any date, the subject's id first."""
    parts = [(b.place, b.when, b.amount) for b in policy.benefits(subject)]
    asked = {handle.name for handle in handles_in(tuple(parts))}
    own = sorted(asked - set(specs(subject)))
    return (key_of(subject), *(name for name in specs(subject) if name in asked), *own)


@attrs.frozen
class Stale:
    """A printed figure that a higher national standard has overtaken.

    Attributes:
        benefit: The benefit whose figure it is.
        label: The label of the table's row whose figure it is; empty where one figure is for all.
        printed: The figure in the plan, yuan.
        in_force: The national figure on the date, yuan.
        since: From which day it holds.
        standard: The standard's id.
        document: The number of the document that sets it, where known.
        certainty: How sure the figure and its date are.
    """

    benefit: str
    label: str
    printed: Decimal
    in_force: Decimal
    since: pendulum.Date
    standard: str
    document: str
    certainty: Certainty


def stale(policy: Policy, on: datetime.date) -> tuple[Stale, ...]:
    """The policy's figures that are no longer those in force on a date, in the order of its benefits."""
    day = as_date(on)
    found = []
    for benefit in policy.benefits():
        if not policy.life_of(benefit).covers(day):
            continue
        for part in (p for e in expressions_of(benefit.amount) for p in within(e)):
            if not isinstance(part, Printed) or (row := part.standard.on(day)) is None:
                continue
            now = _by_label(row.value)
            found += [
                Stale(
                    benefit.id,
                    label,
                    printed,
                    now[label],
                    row.first_day,
                    part.standard.id,
                    row.document,
                    row.certainty,
                )
                for label, printed in _by_label(part.figure).items()
                if label in now and now[label] > printed
            ]
    return tuple(found)


def _by_label(figure: Expr) -> dict[str, Decimal]:
    """A printed figure, or the figures of a table by label; under "" where it is one for all."""
    match figure:
        case Const():
            return {"": figure.value}
        case Table():
            return {
                str(getattr(key, "value", key)): value.value
                for key, value in figure.rows
                if isinstance(value, Const)
            }
        case _:
            return {}
