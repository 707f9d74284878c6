"""What many answers come to: heads and money by benefit, and the facts that answers wait for.

Nothing is added across benefits: what is paid once and what is paid every school year have no common sum.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from ..rules.benefit import Basis, Per
from ..rules.columns import OUTCOMES, mask_names
from ..rules.forms import Outcome
from ..values.money import Bounds, from_fen
from .prepared import Prepared


@attrs.frozen(kw_only=True)
class Total:
    """What one benefit comes to over many subjects, for one period.

    Who is undetermined may be due nothing: one adds from nothing to the upper bound.

    Attributes:
        benefit: The benefit's id.
        per: What one amount is for; totals of different periods do not add up.
        basis: How one amount is fixed.
        entitled: Heads to whom it is due.
        undetermined: Heads that wait for facts.
        not_entitled: Heads to whom it is not due.
        not_applicable: Heads outside its territory or life.
        lower: Yuan that are due at least; an amount without a lower bound adds nothing.
        upper: Yuan that are due at most; None as soon as one amount has no upper bound.
        average: For the basis `average` only: heads times the average, in yuan, from those entitled to those and the
            undetermined together. It is no part of `lower` and `upper`.
    """

    benefit: str
    per: Per
    basis: Basis
    entitled: int
    undetermined: int
    not_entitled: int
    not_applicable: int
    lower: Decimal
    upper: Decimal | None
    average: Bounds | None = None

    @property
    def in_kind(self) -> int:
        """Heads to whom goods or services are due; they are counted, not priced."""
        return self.entitled if self.basis is Basis.IN_KIND else 0

    @property
    def unstated(self) -> int:
        """Heads to whom an amount is due that the plan does not state."""
        return self.entitled if self.basis is Basis.UNSTATED else 0


@attrs.frozen(kw_only=True)
class Needed:
    """A fact or open question that answers wait for.

    Attributes:
        name: Its name.
        heads: Subjects with an undetermined answer that it decides.
        answers: Undetermined answers that it decides.
        benefits: The benefits these answers are about, in the policy's order.
    """

    name: str
    heads: int
    answers: int
    benefits: tuple[str, ...]


def totals(wide: Any, ready: Prepared) -> tuple[Total, ...]:
    """What each benefit comes to, in the order of the policy's benefits.

    Args:
        wide: What `assess_frame` returned, in any engine; eager or lazy.
        ready: The policy as it was made ready for it.
    """
    frame = nw.from_native(wide)
    present = frame.collect_schema().names()
    wanted: list[nw.Expr] = []
    for rule in ready.normal.benefits:
        id_ = rule.benefit.id
        outcome = nw.col(f"outcome:{id_}")
        wanted += [_count(outcome == k, f"{o.value}:{id_}") for k, o in enumerate(OUTCOMES)]
        for name in ("lower", "upper", "average"):
            if f"{name}:{id_}" in present:
                for counted in _COUNTED:
                    here = outcome == OUTCOMES.index(counted)
                    wanted += _sums(nw.col(f"{name}:{id_}"), here, f"{counted.value}:{name}:{id_}")
    sums = _only_row(frame.select(*wanted))
    return tuple(
        _total(rule.benefit.id, rule.benefit.per, rule.basis, sums)
        for rule in ready.normal.benefits
    )


_COUNTED = (Outcome.ENTITLED, Outcome.UNDETERMINED)
"""The outcomes that add to a total."""

_SPLIT = 1_000_000
"""Fen are added up in two parts, above and below this: no sum then outgrows 64 bits."""


def _count(test: nw.Expr, name: str) -> nw.Expr:
    return test.cast(nw.Int64).sum().alias(name)


def _sums(fen: nw.Expr, here: nw.Expr, name: str) -> list[nw.Expr]:
    """The known amounts of some rows added up in two parts, and the number of unknown ones."""
    known = nw.when(here).then(fen)
    return [
        (known // _SPLIT).sum().alias(f"high:{name}"),
        (known % _SPLIT).sum().alias(f"low:{name}"),
        _count(here & fen.is_null(), f"unknown:{name}"),
    ]


def _only_row(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> dict[str, int]:
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    row = eager.rows(named=True)[0]
    return {name: int(value or 0) for name, value in row.items()}  # a sum over no rows may be null


def _total(id_: str, per: Per, basis: Basis, sums: dict[str, int]) -> Total:
    def added(name: str, *counted: Outcome) -> Decimal:
        parts = [f"{outcome.value}:{name}:{id_}" for outcome in counted]
        return from_fen(sum(sums[f"high:{p}"] * _SPLIT + sums[f"low:{p}"] for p in parts))

    def unknown(name: str, *counted: Outcome) -> int:
        return sum(sums[f"unknown:{outcome.value}:{name}:{id_}"] for outcome in counted)

    average = None
    if f"unknown:entitled:average:{id_}" in sums:
        average = Bounds(
            added("average", Outcome.ENTITLED),
            None if unknown("average", *_COUNTED) else added("average", *_COUNTED),
        )
    return Total(
        benefit=id_,
        per=per,
        basis=basis,
        entitled=sums[f"entitled:{id_}"],
        undetermined=sums[f"undetermined:{id_}"],
        not_entitled=sums[f"not_entitled:{id_}"],
        not_applicable=sums[f"not_applicable:{id_}"],
        lower=added("lower", Outcome.ENTITLED),
        upper=None if unknown("upper", *_COUNTED) else added("upper", *_COUNTED),
        average=average,
    )


def needed(wide: Any, ready: Prepared) -> tuple[Needed, ...]:
    """For want of which facts answers are undetermined: those that most subjects wait for first.

    Args:
        wide: What `assess_frame` returned with its masks, in any engine; eager or lazy.
        ready: The policy as it was made ready for it.
    """
    waiting: dict[str, dict[str, nw.Expr]] = {}
    for rule in ready.normal.benefits:
        id_, names = rule.benefit.id, mask_names(rule.benefit)
        for bit, name in enumerate(names.missing):
            # whether the bit is set; the engines have no common bitwise operator
            here = (nw.col(f"missing:{id_}") // (1 << bit)) % 2 == 1
            waiting.setdefault(name, {})[id_] = here
    wanted = [
        _count(here, f"{name}:{id_}")
        for name, ways in waiting.items()
        for id_, here in ways.items()
    ]
    wanted += [
        _count(nw.any_horizontal(*ways.values(), ignore_nulls=True), name)
        for name, ways in waiting.items()
    ]
    if not wanted:
        return ()
    counts = _only_row(nw.from_native(wide).select(*wanted))
    found = []
    for name, ways in waiting.items():
        answers = {id_: counts[f"{name}:{id_}"] for id_ in ways}
        benefits = tuple(id_ for id_, count in answers.items() if count)
        if benefits:
            found.append(
                Needed(
                    name=name,
                    heads=counts[name],
                    answers=sum(answers.values()),
                    benefits=benefits,
                )
            )
    return tuple(sorted(found, key=lambda n: (-n.heads, -n.answers, n.name)))
