"""What several policies grant everyone on a roster, the same money once: rows for programs, a table for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final

import attrs

from ..answers.together import Due, Joint, Sum, Together
from ..people import key_of
from ..people.fact import FactSpec
from ..rosters import Roster
from ..rules.benefit import Basis, Per
from ..rules.forms import Outcome
from ..rules.prose import PER
from ..values.money import Bounds
from .summary import FACTS_SHOWN, READINGS, aligned
from .table import amount

if TYPE_CHECKING:
    import polars as pl

COLUMNS: Final = (
    "subject_id",
    "due",
    "outcome",
    "basis",
    "lower",
    "upper",
    "amount_missing",
    "average",
    "per",
    "missing",
    "repayable",
    "policies",
    "benefits",
)
"""The columns of a row; there is one for each subject and sum of money."""

_BATCH: Final = 5_000
_OPEN: Final = (Outcome.ENTITLED, Outcome.UNDETERMINED)
_ROWS: Final = (
    ("编号", "subject_id"),
    ("款项", "due"),
    ("结论", "outcome"),
    ("金额(元)", "yuan"),
    ("期间", "per"),
    ("尚缺", "missing"),
    ("同一笔钱", "same money"),
)
_HEADS: Final = (
    ("款项", "due"),
    ("应享受", "entitled"),
    ("待定", "open"),
    ("不符合", "not due"),
    ("不适用", "n/a"),
)
_END: Final = "本结果是计算，不是行政决定。 This is a calculation, not an administrative decision."


@attrs.frozen
class Dues:
    """The answers of several policies for a roster's good rows.

    Attributes:
        roster: The roster.
        joint: The policies, made ready together.
    """

    roster: Roster
    joint: Joint

    def answers(self) -> Iterator[tuple[str, Together]]:
        """Each subject's id and what is due to it."""
        key = key_of(self.roster.subject)
        for subject in self.roster.subjects():
            yield str(getattr(subject, key)), self.joint.assess(subject)

    def batches(self) -> Iterator[pl.DataFrame]:
        """The answers as rows, so many subjects at a time; at least one batch."""
        import polars as pl

        schema = dict.fromkeys(COLUMNS, pl.String) | {"repayable": pl.Boolean}
        answers = self.answers()
        first = True
        while (some := list(islice(answers, _BATCH))) or first:
            first = False
            rows = [(id_, *_cells(due)) for id_, together in some for due in together]
            yield pl.DataFrame(rows, schema=schema, orient="row")

    def table(self, known: Mapping[str, FactSpec], filled: Sequence[str] = ()) -> Iterator[bytes]:
        """What is due and what is undetermined, heads by sum of money, and what each period comes to.

        Args:
            known: All facts by name.
            filled: What was filled in on the caller's word, line by line.
        """
        rows: list[tuple[str, ...]] = []
        heads: dict[str, Counter[Outcome]] = {}
        sums: dict[Per, Sum] = {}
        wanted: Counter[str] = Counter()
        others = 0
        for id_, together in self.answers():
            for due in together:
                heads.setdefault(due.id, Counter())[due.outcome] += 1
                if due.outcome in _OPEN:
                    rows.append((id_, *_shown(due)))
                else:
                    others += 1
            for per in together.periods:
                sums[per] = _added(sums.get(per), together.total(per))
            wanted.update({name for due in together for name in due.missing})
        headings = [tuple(h[k] for h in _ROWS) for k in (0, 1)]
        lines = aligned([*headings, *rows], right=(3,))
        lines += [
            "",
            (
                f"另有 {others} 行不符合或不适用，未列出；csv 与 jsonl 列出全部。"
                f" {others} more rows, not entitled or not applicable, are not shown; csv and jsonl have all."
            ),
            "",
            *self._sources(),
            *filled,
            "",
            *_heads(heads),
            "",
            "同一笔钱只计一次 the same money is counted once:",
            *_sums(sums),
            "",
            *_wanted(wanted, known),
            _END,
        ]
        yield ("\n".join(lines) + "\n").encode(errors="backslashreplace")

    def _sources(self) -> Iterator[str]:
        for ready in self.joint.readies:
            source = ready.source
            yield ready.policy.title.abreast
            yield (
                f"{source.policy} version {source.version}, fingerprint {source.fingerprint};"
                f" {source.on}; {READINGS[source.reading].abreast}"
            )
            for name, value in source.answers.items():
                yield f"已回答 answered: {name} = {value}"


def _cells(due: Due) -> tuple[str | bool | None, ...]:
    """A row's cells after the subject's id; lists joined by semicolons, None where there is nothing."""
    return (
        due.id,
        due.outcome.value,
        None if due.basis is None else due.basis.value,
        _yuan(due.bounds.lower),
        _yuan(due.bounds.upper),
        ";".join(due.amount_missing) or None,
        _yuan(due.average),
        due.per.value,
        ";".join(due.missing) or None,
        due.repayable,
        ";".join(due.policies),
        ";".join(f.benefit for f in due.findings),
    )


def _yuan(sum_: Decimal | None) -> str | None:
    return None if sum_ is None else f"{sum_:.2f}"


def _shown(due: Due) -> tuple[str, ...]:
    facts = ", ".join(due.missing)
    if due.amount_missing:
        facts += f" (amount: {', '.join(due.amount_missing)})"
    basis = Basis.FIXED if due.basis is None else due.basis
    low, high, average = map(_yuan, (due.bounds.lower, due.bounds.upper, due.average))
    others = [f.benefit for f in due.findings if f.benefit != due.id]
    return (
        due.id,
        due.outcome.value,
        amount(basis.value, low, high, average) + (" 须偿还 loan" if due.repayable else ""),
        PER[due.per].en,
        facts.strip(),
        ", ".join(others),
    )


def _added(before: Sum | None, more: Sum) -> Sum:
    if before is None:
        return more
    bounds = Bounds(
        _plus(before.bounds.lower, more.bounds.lower), _plus(before.bounds.upper, more.bounds.upper)
    )
    left_out = tuple(dict.fromkeys((*before.left_out, *more.left_out)))
    return Sum(more.per, bounds, left_out)


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _heads(heads: Mapping[str, Counter[Outcome]]) -> list[str]:
    order = (*_OPEN, Outcome.NOT_ENTITLED, Outcome.NOT_APPLICABLE)
    headings = [tuple(h[k] for h in _HEADS) for k in (0, 1)]
    rows = [(id_, *(str(count[outcome]) for outcome in order)) for id_, count in heads.items()]
    return aligned([*headings, *rows], right=(1, 2, 3, 4))


def _sums(sums: Mapping[Per, Sum]) -> Iterator[str]:
    for per, total in sums.items():
        yield f"  合计 in all: {total.bounds} yuan {PER[per].en}"
        if total.left_out:
            yield f"    未计入 not added: {', '.join(total.left_out)}"
    if any(total.bounds.upper is None for total in sums.values()):
        yield "? = 无已知上限 no upper bound is known"


def _wanted(wanted: Counter[str], known: Mapping[str, FactSpec]) -> Iterator[str]:
    if not wanted:
        yield "没有待定的结论。 Nothing is undetermined."
        return
    yield "最缺的事实 facts most wanted: 人数 heads"
    rows = [
        (f"  {known[name].text.zh if name in known else '待答问题'} {name}", str(count))
        for name, count in sorted(wanted.items(), key=lambda item: (-item[1], item[0]))
    ]
    yield from aligned(rows[:FACTS_SHOWN], right=(1,))
    if len(rows) > FACTS_SHOWN:
        yield f"  … 另有 {len(rows) - FACTS_SHOWN} 项 more"
