"""The answers as a table for a person to read: what is due and what is undetermined, then the summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ..answers.prepared import Prepared
from ..people.fact import FactSpec
from ..rules.benefit import Basis, Per
from ..rules.prose import PER
from ..values.text import Text
from .formats import batches
from .summary import aligned, heads, summary

if TYPE_CHECKING:
    import polars as pl

_HEADINGS: Final = (
    Text("编号", "subject_id"),
    Text("项目", "benefit"),
    Text("结论", "outcome"),
    Text("金额(元)", "yuan"),
    Text("期间", "per"),
    Text("尚缺", "missing"),
)
_NOT_SHOWN: Final = Text(
    "另有 {n} 行不符合或不适用，未列出；csv 与 jsonl 列出全部。",
    "{n} more rows, not entitled or not applicable, are not shown; csv and jsonl have all.",
)
_SHOWN: Final = ("entitled", "undetermined")


def table(
    wide: pl.DataFrame,
    ready: Prepared,
    known: Mapping[str, FactSpec],
    filled: Sequence[str] = (),
) -> Iterator[bytes]:
    """The table and the summary; rows of the other outcomes are counted, not shown."""
    import polars as pl

    rows: list[tuple[str, ...]] = []
    others = 0
    for batch in batches(wide, ready):
        shown = batch.filter(pl.col("outcome").is_in(_SHOWN))
        others += batch.height - shown.height
        rows += [_row(*row) for row in shown.iter_rows()]
    lines = aligned([*heads(_HEADINGS), *rows], right=(3,))
    lines += [
        "",
        _NOT_SHOWN.filled(n=others).abreast,
        "",
        *summary(wide, ready, known, filled),
    ]
    yield ("\n".join(lines) + "\n").encode(errors="backslashreplace")


def _row(
    subject_id: str,
    benefit: str,
    outcome: str,
    basis: str,
    lower: str | None,
    upper: str | None,
    amount_missing: str | None,
    average: str | None,
    per: str,
    missing: str | None,
) -> tuple[str, ...]:
    facts = ", ".join((missing or "").split(";"))
    if amount_missing:
        facts += f" (amount: {', '.join(amount_missing.split(';'))})"
    return (
        subject_id,
        benefit,
        outcome,
        amount(basis, lower, upper, average),
        PER[Per(per)].en,
        facts.strip(),
    )


def amount(basis: str, lower: str | None, upper: str | None, average: str | None) -> str:
    """An amount as the table shows it, from the cells of a row."""
    if basis == Basis.IN_KIND.value:
        return "in kind"
    if average is not None:
        return f"average {average}"
    if lower is not None and lower == upper:
        return lower
    if lower is None and upper is None:
        return "not stated" if basis == Basis.UNSTATED.value else "?"
    return f"[{lower or '?'}, {upper or '?'}]"
