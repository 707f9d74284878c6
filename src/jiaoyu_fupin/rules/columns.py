"""The reading of rules for whole columns: the same normal form, in the dataframe engine the caller already uses.

Where a scalar follows one path through a diagram, a column carries for every node whether a row may reach it. Each step
is laid down as columns of its own before the next one uses it, since an engine does not share what is repeated.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import lcm
from operator import add, and_, mul, or_
from typing import Any, TypeAlias, assert_never

import attrs
import narwhals.stable.v2 as nw

from ..values.label import Label
from ..values.money import to_fen
from .ast import Question, handles_in, nodes_in
from .benefit import Basis, Benefit
from .diagram import Diagram
from .domain import Choices, Domain, Ordered, Places
from .evaluate import cases_across
from .figures import ExtremeTerm, FactTerm, Figure, RoundedTerm, Term, total
from .forms import Ask, Figures, Normal, NormalBenefit, Outcome

Frame: TypeAlias = "nw.DataFrame[Any] | nw.LazyFrame[Any]"

OUTCOMES = (
    Outcome.ENTITLED,
    Outcome.NOT_ENTITLED,
    Outcome.UNDETERMINED,
    Outcome.NOT_APPLICABLE,
)
"""The outcomes by the number that stands for them in columns."""


@attrs.frozen
class MaskNames:
    """What the bits of a benefit's masks stand for, lowest first."""

    missing: tuple[str, ...]
    amount_missing: tuple[str, ...]


ANSWER_PARTS = ("outcome", "lower", "upper", "average", "missing", "amount_missing")
"""What the names of answer columns begin with."""


def mask_names(benefit: Benefit) -> MaskNames:
    """The facts and questions that a benefit's masks may name, whatever the date and the answers given."""
    return MaskNames(_named((benefit.place, benefit.when)), _named(benefit.amount))


def _named(rules: object) -> tuple[str, ...]:
    asked = {handle.name for handle in handles_in(rules)}
    return tuple(sorted(asked | {n.name for n in nodes_in(rules) if isinstance(n, Question)}))


def columns(frame: Frame, normal: Normal, *, keep: Mapping[str, str], masks: bool = False) -> Frame:
    """The answers for every row, wide.

    Args:
        frame: One row per subject, with a column for every fact the rules ask, by its canonical name: flags boolean,
            labels and codes text, whole numbers integers, amounts whole fen, dates dates; null is unknown.
        normal: The rules.
        keep: Columns to keep, each with the name it gets.
        masks: Whether to say which facts are missing.

    Returns:
        The kept columns, and for each benefit ``outcome:ID`` (the number of the outcome in `OUTCOMES`), ``lower:ID``
        and ``upper:ID`` (fen), ``average:ID`` (fen, where the benefit has an average), and with `masks`
        ``missing:ID`` and ``amount_missing:ID`` (bits as in `mask_names`).
    """
    steps = _Steps(normal)
    answers = [answer for rule in normal.benefits for answer in _answers(steps, rule, masks=masks)]
    laid: Any = frame
    for step in steps.in_order():
        laid = laid.with_columns(*step)
    result: Frame = laid.select(*(nw.col(n).alias(name) for n, name in keep.items()), *answers)
    return result


class _Steps:
    """The columns that have to be laid down, in order, before the answers can be told."""

    def __init__(self, normal: Normal) -> None:
        self.normal = normal
        self._tests: dict[tuple[int, frozenset[int]], tuple[str, nw.Expr]] = {}
        self._levels: dict[int, list[nw.Expr]] = {}
        self._reach: dict[Diagram, Mapping[Diagram, nw.Expr]] = {}

    def in_order(self) -> Iterator[list[nw.Expr]]:
        """The columns to lay down, those first that others need."""
        places = [
            _located(nw.col(v.name), v.domain).alias(f"__place{k}")
            for k, v in enumerate(self.normal.variables)
            if isinstance(v.domain, Places)
        ]
        tests = [test.alias(name) for name, test in self._tests.values()]
        levels = (self._levels[level] for level in sorted(self._levels))
        return (step for step in (places, tests, *levels) if step)

    def unknown(self, variable: int) -> nw.Expr:
        """Whether a row does not know what a variable asks."""
        asked = self.normal.variables[variable]
        return nw.lit(True) if asked.ask is Ask.QUESTION else nw.col(asked.name).is_null()

    def may(self, variable: int, classes: frozenset[int]) -> nw.Expr | None:
        """Whether a row's value is, or being unknown may be, of some classes; None where it always may."""
        asked = self.normal.variables[variable]
        if asked.ask is Ask.QUESTION or len(classes) == asked.domain.size:
            return None
        key = (variable, classes)
        if key not in self._tests:
            value = nw.col(f"__place{variable}" if isinstance(asked.domain, Places) else asked.name)
            if asked.ask is Ask.GIVEN:
                test = _given(value, classes)
            else:
                test = _of_classes(value, asked.domain, classes).fill_null(True)
            self._tests[key] = (f"__may{len(self._tests)}", test)
        return nw.col(self._tests[key][0])

    def reach(self, root: Diagram) -> Mapping[Any, nw.Expr]:
        """For each value the function may take, whether a row may come to it."""
        if root not in self._reach:
            self._reach[root] = self._lay(root, len(self._reach))
        return {self.normal.diagrams.value(leaf): here for leaf, here in self._reach[root].items()}

    def _lay(self, root: Diagram, number: int) -> dict[Diagram, nw.Expr]:
        diagrams = self.normal.diagrams
        ways: dict[Diagram, list[nw.Expr | None]] = {root: [None]}
        depth = {root: 0}
        leaves: dict[Diagram, nw.Expr] = {}
        for diagram in diagrams.walk(root):
            here = self._here(f"__reach{number}_{diagram + 10**6}", ways[diagram], depth[diagram])
            if diagram < 0:
                leaves[diagram] = nw.lit(True) if here is None else here
                continue
            variable, kids = diagrams.parts(diagram)
            for kid in dict.fromkeys(kids):
                may = self.may(
                    variable, frozenset(k for k, child in enumerate(kids) if child == kid)
                )
                ways.setdefault(kid, []).append(
                    here if may is None else may if here is None else here & may
                )
                depth[kid] = max(depth.get(kid, 0), depth[diagram] + 1)
        return leaves

    def _here(self, name: str, ways: list[nw.Expr | None], depth: int) -> nw.Expr | None:
        """Whether a row may come to a node by any of several ways; None where it always does."""
        open_ways = [way for way in ways if way is not None]
        if len(open_ways) < len(ways):
            return None
        if len(ways) == 1 and depth <= 1:
            return open_ways[0]  # a test, laid down already
        self._levels.setdefault(depth, []).append(reduce(or_, open_ways).alias(name))
        return nw.col(name)


# ── tests of values ───────────────────────────────────────────────────────────────────────────────────────────────


def _located(code: nw.Expr, domain: Places) -> nw.Expr:
    """The class of a place code; null where it is unknown."""
    located: nw.Expr = nw.lit(domain.size - 1)
    for length in sorted(
        {len(p) for p, _ in domain.prefixes}
    ):  # the longest is asked first, so laid on last
        for place in range(domain.size):
            prefixes = [p for p, k in domain.prefixes if k == place and len(p) == length]
            if prefixes:
                located = (
                    nw.when(code.str.slice(0, length).is_in(prefixes))
                    .then(nw.lit(place))
                    .otherwise(located)
                )
    return nw.when(~code.is_null()).then(located)


def _given(flag: nw.Expr, classes: frozenset[int]) -> nw.Expr:
    """Whether a fact is given as no (0) or yes (1), or not given (2)."""
    no, yes, absent = (~flag).fill_null(False), flag.fill_null(False), flag.is_null()
    return reduce(or_, ((no, yes, absent)[k] for k in sorted(classes)))


def _of_classes(value: nw.Expr, domain: Domain, classes: frozenset[int]) -> nw.Expr:
    """Whether a value is of some classes, neither none nor all; null where it is unknown."""
    match domain:
        case Choices(values=(False, True)):
            return value if classes == {1} else ~value
        case Choices():
            stray = len(domain.values) in classes
            words = [_word(v) for k, v in enumerate(domain.values) if (k in classes) != stray]
            return ~value.is_in(words) if stray else value.is_in(words)
        case Ordered():
            return reduce(
                or_, (_span(value, domain, first, last) for first, last in _runs(classes))
            )
        case Places():
            return reduce(or_, (value == place for place in sorted(classes)))
        case _:
            assert_never(domain)


def _word(value: Hashable) -> str:
    return str(value.value) if isinstance(value, Label) else str(value)


def _runs(classes: frozenset[int]) -> list[tuple[int, int]]:
    """Classes as unbroken runs, first and last of each."""
    runs: list[tuple[int, int]] = []
    for place in sorted(classes):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _span(value: nw.Expr, domain: Ordered, first: int, last: int) -> nw.Expr:
    cuts = [to_fen(c) if isinstance(c, Decimal) else c for c in domain.cuts]
    bounds = []
    if first > 0:
        bounds.append(value >= cuts[first - 1])
    if last < len(cuts):
        bounds.append(value < cuts[last])
    return reduce(and_, bounds)


# ── answers ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _answers(steps: _Steps, rule: NormalBenefit, *, masks: bool) -> Iterator[nw.Expr]:
    id_ = rule.benefit.id
    outcomes = steps.reach(rule.verdict)
    no = nw.lit(False)
    yes, refused, outside = (
        outcomes.get(o, no)
        for o in (Outcome.ENTITLED, Outcome.NOT_ENTITLED, Outcome.NOT_APPLICABLE)
    )
    undetermined = yes & (refused | outside)
    outcome = _code(Outcome.ENTITLED)
    outcome = nw.when(undetermined).then(_code(Outcome.UNDETERMINED)).otherwise(outcome)
    outcome = nw.when(~yes).then(_code(Outcome.NOT_ENTITLED)).otherwise(outcome)
    outcome = nw.when(~yes & ~refused).then(_code(Outcome.NOT_APPLICABLE)).otherwise(outcome)
    yield outcome.cast(nw.Int8).alias(f"outcome:{id_}")

    cases = {
        case: here for case, here in steps.reach(rule.amount).items() if isinstance(case, Figures)
    }
    for name, bound in (("lower", _LOW), ("upper", _HIGH)):
        hull = _hull(
            [(here, _bound(getattr(case, name), bound)) for case, here in cases.items()], bound
        )
        yield nw.when(yes).then(hull).alias(f"{name}:{id_}")
    if rule.basis is Basis.AVERAGE:
        low, high = (
            _hull([(here, _bound(case.average, bound)) for case, here in cases.items()], bound)
            for bound in (_LOW, _HIGH)
        )
        yield nw.when(yes & (low == high)).then(low).alias(f"average:{id_}")
    if masks:
        names = mask_names(rule.benefit)
        missing = _missing(steps, rule)
        yield (
            nw.when(undetermined)
            .then(_mask(names.missing, missing))
            .otherwise(nw.lit(0))
            .alias(f"missing:{id_}")
        )
        hang_on = _hang_on(steps, rule, cases)
        yield (
            nw.when(yes)
            .then(_mask(names.amount_missing, hang_on))
            .otherwise(nw.lit(0))
            .alias(f"amount_missing:{id_}")
        )


def _code(outcome: Outcome) -> nw.Expr:
    return nw.lit(OUTCOMES.index(outcome))


def _mask(names: tuple[str, ...], bits: Mapping[str, nw.Expr]) -> nw.Expr:
    parts = [
        nw.when(bits[n]).then(nw.lit(1 << k)).otherwise(nw.lit(0))
        for k, n in enumerate(names)
        if n in bits
    ]
    return reduce(add, parts, nw.lit(0)).cast(nw.Int64)


def _missing(steps: _Steps, rule: NormalBenefit) -> dict[str, nw.Expr]:
    """For each fact, whether it is unknown and two completions that differ only in it differ in what is due."""
    diagrams, variables = steps.normal.diagrams, steps.normal.variables
    found = {}
    for variable in diagrams.variables(rule.due):
        asked = variables[variable]
        if asked.ask is not Ask.GIVEN:
            across = diagrams.across(rule.due, variable, asked.domain.size)
            differ = [here for values, here in steps.reach(across).items() if len(values) > 1]
            found[asked.name] = steps.unknown(variable) & reduce(or_, differ)
    return found


def _hang_on(
    steps: _Steps, rule: NormalBenefit, cases: Mapping[Figures, nw.Expr]
) -> dict[str, nw.Expr]:
    """For each fact, whether it is unknown and two completions that differ only in it differ in their bounds."""
    found: dict[str, list[nw.Expr]] = {}
    for variable, across in cases_across(steps.normal, rule).items():
        name = steps.normal.variables[variable].name
        for values, here in steps.reach(across).items():
            if len(values) > 1:
                differ = here & _differ(values)
                found.setdefault(name, []).append(steps.unknown(variable) & differ)
    for case, here in cases.items():
        for figure in {f for f in (case.lower, case.upper, case.average) if f is not None}:
            for terms, _ in figure.products:
                open_ = ~_is_known(terms)
                for name in Figure(0, ((terms, 1),)).facts():
                    found.setdefault(name, []).append(here & open_ & nw.col(name).is_null())
    return {name: reduce(or_, ways) for name, ways in found.items()}


def _differ(values: frozenset[Figures]) -> nw.Expr:
    """Whether any two cases differ once the known facts are filled in."""
    cases = [v for v in values if isinstance(v, Figures)]
    if len(cases) < len(values):
        return nw.lit(True)
    ways = []
    first = cases[0]
    for other in cases[1:]:
        for a, b in zip(
            attrs.astuple(first, recurse=False), attrs.astuple(other, recurse=False), strict=True
        ):
            if a == b:
                continue
            if a is None or b is None:
                return nw.lit(True)
            ways.append(
                _unequal(total((a, Figure(-b.constant, tuple((t, -n) for t, n in b.products)))))
            )
    return reduce(or_, ways)


def _unequal(difference: Figure) -> nw.Expr:
    value, _ = _exact(difference, _LOW)
    return reduce(
        or_, (~_is_known(terms) for terms, _ in difference.products), (value != 0).fill_null(True)
    )


def _is_known(terms: tuple[Term, ...]) -> nw.Expr:
    low, high = _product(terms, _LOW)[0], _product(terms, _HIGH)[0]
    return (low == high).fill_null(False)


# ── figures: numerators as whole-number columns, over one denominator known beforehand ────────────────────────────

_LOW, _HIGH = True, False
_Exact: TypeAlias = tuple[nw.Expr, int]


def _hull(cases: list[tuple[nw.Expr, nw.Expr]], low: bool) -> nw.Expr:
    """The least lower or the greatest upper bound of the cases a row may come to; null where one has none."""
    if not cases:
        return nw.lit(None).cast(nw.Int64)
    if len(cases) == 1:
        here, bound = cases[0]
        return nw.when(here).then(bound)
    bounds = [nw.when(here).then(bound) for here, bound in cases]
    extreme = nw.min_horizontal(*bounds) if low else nw.max_horizontal(*bounds)
    unbounded = reduce(or_, (here & bound.is_null() for here, bound in cases))
    return nw.when(~unbounded).then(extreme)


def _bound(figure: Figure | None, low: bool) -> nw.Expr:
    """A bound of a figure in whole fen, rounded half up; null where it has none."""
    if figure is None:
        return nw.lit(None).cast(nw.Int64)
    numerator, denominator = _exact(figure, low)
    return _half_up(numerator, denominator).cast(nw.Int64)


def _half_up(numerator: nw.Expr, denominator: int) -> nw.Expr:
    return numerator if denominator == 1 else (numerator * 2 + denominator) // (2 * denominator)


def _exact(figure: Figure, low: bool) -> _Exact:
    parts = [(_product(terms, low), Fraction(times)) for terms, times in figure.products]
    common = lcm(
        Fraction(figure.constant).denominator, *(d * times.denominator for (_, d), times in parts)
    )
    sum_: nw.Expr = nw.lit(int(figure.constant * common), dtype=nw.Int64)
    for (numerator, denominator), times in parts:
        sum_ = sum_ + numerator * int(times * common / denominator)
    return sum_, common


def _product(terms: tuple[Term, ...], low: bool) -> _Exact:
    numerators, denominator = [], 1
    for term in terms:
        part, under = _term(term, low)
        numerators.append(part)
        denominator *= under
    value = reduce(mul, numerators)
    if len(terms) > 1:  # nothing taken any number of times is nothing
        none = reduce(or_, ((_term(term, _HIGH)[0] == 0).fill_null(False) for term in terms))
        value = nw.when(none).then(nw.lit(0)).otherwise(value)
    return value, denominator


def _term(term: Term, low: bool) -> _Exact:
    match term:
        case FactTerm():
            return nw.col(term.name).cast(nw.Int64), 1
        case ExtremeTerm():
            parts = [_exact(part, low) for part in term.parts]
            common = lcm(*(d for _, d in parts))
            numbers = [n * (common // d) for n, d in parts]
            extreme = nw.min_horizontal(*numbers) if term.least else nw.max_horizontal(*numbers)
            if term.least == low:  # one unbounded part leaves the whole unbounded
                extreme = nw.when(~reduce(or_, (n.is_null() for n in numbers))).then(extreme)
            return extreme, common
        case RoundedTerm():
            numerator, denominator = _exact(term.of, low)
            step = Fraction(term.step)
            whole = _half_up(numerator * step.denominator, denominator * step.numerator)
            return whole * step.numerator, step.denominator
        case _:
            assert_never(term)
