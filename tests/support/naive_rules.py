"""A naive reading of rules for complete facts: yes and no, exact fractions of a yuan, no unknowns, no shortcut.

It shares with the library the nodes of the language and nothing else, so that it can check every other reading.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import floor
from typing import Any, NamedTuple

import attrs

from jiaoyu_fupin.rules import ast as r
from jiaoyu_fupin.rules import benefit as b
from jiaoyu_fupin.rules.facts import Flag, Money, Whole
from jiaoyu_fupin.values.terms import Term


class World(NamedTuple):
    """Everything there is to know: complete facts, which of them were known at first, and the day."""

    facts: Mapping[str, Any]
    known: frozenset[str]
    on: datetime.date
    in_force: bool


SAME_COUNTY: Mapping[str, str] = {"360704": "360721", "360721": "360704"}


def day_in(year: int, month: int, day: int) -> datetime.date:
    """A day of a year; where there is no 29 February the 28th."""
    last = 28 if (month, day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400)) else day
    return datetime.date(year, month, last)


def full_years(birth: datetime.date, on: datetime.date) -> int:
    """How many birthdays there have been; one of 29 February is kept on 1 March of a common year."""
    years = on.year - birth.year
    return years if (on.month, on.day) >= (birth.month, birth.day) else years - 1


def year_of(node: Any, on: datetime.date) -> int:
    start = on.year if isinstance(node, r.ThisYear) or on.month >= 9 else on.year - 1
    return start + int(node.plus)


def bound(node: Any, world: World) -> Any:
    match node:
        case r.ThisYear() | r.ThisSchoolYear():
            return year_of(node, world.on)
        case r.DayOf():
            return datetime.date(year_of(node.year, world.on), node.month, node.day)
        case r.YearsAgo():
            return day_in(world.on.year - node.years, world.on.month, world.on.day)
        case r.Question():
            return world.facts[node.name]
        case _:
            return node


def first_day(since: Any) -> datetime.date:
    if isinstance(since, Term):
        return datetime.date(since.year, 9 if since.season.value == "autumn" else 3, 1)
    assert isinstance(since, datetime.date)
    return since


def holds(node: Any, world: World) -> bool:
    """Whether a condition holds."""
    facts = world.facts
    match node:
        case Flag() | r.Question():
            return bool(facts[node.name])
        case r.Is():
            return facts[node.fact.name] in node.values
        case r.Between():
            value, low, high = (
                facts[node.fact.name],
                bound(node.low, world),
                bound(node.high, world),
            )
            return (low is None or low <= value) and (high is None or value <= high)
        case r.Aged():
            years = full_years(facts[node.birth.name], world.on)
            return (node.low is None or node.low <= years) and (
                node.high is None or years <= node.high
            )
        case r.Within():
            code: str = facts[node.fact.name]
            codes = (code, SAME_COUNTY.get(code, code))
            return any(c.startswith(p) for c in codes for p in node.territory.prefixes)
        case r.AllOf():
            return all(holds(part, world) for part in node.parts)
        case r.AnyOf():
            return any(holds(part, world) for part in node.parts)
        case r.Not():
            return not holds(node.part, world)
        case r.Given():
            known = node.fact.name in world.known
            return bool(facts[node.fact.name]) if known else holds(node.otherwise, world)
        case r.During():
            after = node.since is None or world.on >= first_day(node.since)
            return after and (node.until is None or world.on < first_day(node.until))
        case r.InMonths():
            months = [*range(node.first, 13), *range(1, 13)][: (node.last - node.first) % 12 + 1]
            return world.on.month in months
        case r.Named():
            return holds(node.condition, world)
        case _:
            raise AssertionError(node)


def row_of(standard: r.Standard, on: datetime.date) -> r.Since | None:
    """The row of a standard that holds on a day, None where none does."""
    rows = [
        row
        for row in standard.rows
        if first_day(row.since) <= on <= (row.until or datetime.date.max)
    ]
    return rows[-1] if rows else None


def row_on(standard: r.Standard, on: datetime.date) -> Any:
    """The amount a standard sets on a day, None where it sets none."""
    row = row_of(standard, on)
    return None if row is None else row.value


class Gap(Enum):
    """Why an expression is no amount."""

    NO_ROW = "the table or the cases do not list this"
    NO_FIGURE = "the standard sets nothing on the day"


def gap_in(parts: Sequence[Fraction | Gap]) -> Gap | None:
    gaps = [gap for gap in Gap if gap in parts]
    return (Gap.NO_ROW if Gap.NO_ROW in gaps else gaps[0]) if gaps else None


def yuan(node: Any, world: World) -> Fraction | Gap:
    """How much an expression is."""
    match node:
        case r.Const():
            return Fraction(node.value)
        case Money() | Whole():
            return Fraction(world.facts[node.name])
        case r.Plus() | r.Least() | r.Greatest():
            fold: Any = {r.Plus: sum, r.Least: min, r.Greatest: max}[type(node)]
            several = [yuan(part, world) for part in node.parts]
            return gap_in(several) or Fraction(fold(several))
        case r.Times():
            number, of = yuan(node.number, world), yuan(node.of, world)
            return gap_in([number, of]) or number * of  # type: ignore[operator]
        case r.Table():
            rows, label = dict(node.rows), world.facts[node.fact.name]
            return yuan(rows[label], world) if label in rows else Gap.NO_ROW
        case r.Cases():
            for condition, value in node.cases:
                if holds(condition, world):
                    return yuan(value, world)
            return Gap.NO_ROW if node.otherwise is None else yuan(node.otherwise, world)
        case r.Rounded():
            whole, step = yuan(node.of, world), Fraction(node.to)
            return whole if isinstance(whole, Gap) else floor(whole / step + Fraction(1, 2)) * step
        case r.AtStandard():
            row = row_on(node.standard, world.on)
            return Gap.NO_FIGURE if row is None else yuan(row, world)
        case r.Printed():
            printed = yuan(node.figure, world)
            row = row_on(node.standard, world.on) if world.in_force else None
            if row is None:
                return printed
            national = yuan(row, world)
            return gap_in([printed, national]) or max(printed, national)  # type: ignore[type-var]
        case _:
            raise AssertionError(node)


class Figures(NamedTuple):
    """The amount of one complete subject, in yuan; `listed` where the plan has a row for it at all."""

    lower: Fraction | None = None
    upper: Fraction | None = None
    average: Fraction | None = None
    listed: bool = True


def to_the_fen(value: Fraction | None) -> Decimal | None:
    """An amount as it is answered, rounded once, at the end."""
    return None if value is None else Decimal(floor(value * 100 + Fraction(1, 2))) / 100


def averaged(amount: Any, world: World) -> bool:
    """Whether the figure that counts is an average over all who are aided."""
    figure = getattr(amount, "amount", amount)
    if not isinstance(figure, r.AtStandard | r.Printed | b.Unstated):
        return False
    standard = figure.national if isinstance(figure, b.Unstated) else figure.standard
    row = None if standard is None else row_of(standard, world.on)
    if row is None or not row.average:
        return False
    if isinstance(figure, r.AtStandard):
        return True
    if isinstance(figure, r.Printed) and world.in_force:
        printed, national = yuan(figure.figure, world), yuan(row.value, world)
        return isinstance(printed, Gap) or isinstance(national, Gap) or printed < national
    return world.in_force


def figures(amount: Any, world: World) -> Figures:
    """The bounds of an amount."""
    parts: tuple[Any, ...] = tuple(
        getattr(amount, f.name)
        for f in attrs.fields(type(amount))
        if f.name not in {"tiers", "goods"}
    )
    if isinstance(amount, b.Unstated):
        held = row_of(amount.national, world.on) if amount.national and world.in_force else None
        row = held and held.value
        parts = () if row is None else (row,)
    if isinstance(amount, b.Fixed | b.Unstated) and averaged(amount, world):
        amount = b.Average(parts[0])
    found = [yuan(part, world) for part in (*parts, *getattr(amount, "tiers", ()))]
    if Gap.NO_ROW in found:
        return Figures(listed=False)
    each = [None if isinstance(value, Gap) else value for value in found]
    match amount, each:
        case (b.Fixed() | b.Unstated(), [one]):
            return Figures(one, one)
        case b.Floor(), [least]:
            return Figures(least)
        case b.Ceiling(), [most]:
            return Figures(Fraction(0), most)
        case b.Discretionary(), [least, most]:
            return Figures(least, most)
        case b.Average(), [average, *tiers]:
            known = [tier for tier in tiers if tier is not None]
            if len(known) < len(tiers) or not tiers:
                return Figures(average=average)
            return Figures(min(known), max(known), average)
        case (b.Unstated() | b.InKind(), []):
            return Figures()
        case _:
            raise AssertionError(amount)
