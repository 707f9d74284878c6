"""What a roster's answers come to, for a person to read: heads, money and the facts most wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ..answers.prepared import Prepared
from ..answers.totals import Needed, Total, needed, totals
from ..people.fact import FactSpec
from ..rules.benefit import Basis
from ..rules.forms import Reading
from ..rules.prose import PER
from ..values.text import DISCLAIMER, LANGUAGES, Text
from .messages import one_line

READINGS: Final = {
    Reading.AS_WRITTEN: Text("按原文", "as written"),
    Reading.IN_FORCE: Text("按现行标准", "in force"),
}
"""The readings in words."""

_HEADINGS: Final = (
    Text("项目", "benefit"),
    Text("应享受", "entitled"),
    Text("待定", "open"),
    Text("不符合", "not due"),
    Text("不适用", "n/a"),
    Text("金额", "money"),
)

_ANSWERED: Final = Text("已回答", "answered")
_NO_UPPER: Final = Text("? = 无已知上限", "no upper bound is known")
_NOTHING_OPEN: Final = Text("没有待定的结论。", "Nothing is undetermined.")

FACTS_SHOWN: Final = 8
"""So many of the facts that are wanted are listed."""


def heads(headings: Iterable[Text]) -> list[tuple[str, ...]]:
    """The headings of a table, a row for each language."""
    told = tuple(headings)
    return [tuple(heading(lang) for heading in told) for lang in LANGUAGES]


def aligned(rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> list[str]:
    """Rows of cells as lines with aligned columns; a Chinese sign is two columns wide.

    Args:
        rows: The cells; all rows have as many.
        right: The columns that are aligned on their right.
    """
    from rich.cells import cell_len

    cells = [tuple(map(one_line, row)) for row in rows]
    sizes = [tuple(map(cell_len, row)) for row in cells]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    lines = []
    for row, size in zip(cells, sizes, strict=True):
        parts = [
            " " * (width - own) + cell if place in right else cell + " " * (width - own)
            for place, (cell, own, width) in enumerate(zip(row, size, widths, strict=True))
        ]
        lines.append("  ".join(parts).rstrip())
    return lines


def money_line(total: Total) -> str:
    """The money that one benefit comes to in a period."""
    per = PER[total.per].en
    match total.basis:
        case Basis.IN_KIND:
            return f"实物 in kind, {per}"
        case Basis.UNSTATED:
            return "未载明 not stated"
        case Basis.AVERAGE if total.average is not None:
            heads, most = total.entitled, total.entitled + total.undetermined
            counted = str(heads) if heads == most else f"{heads}..{most}"
            low, high = total.average.lower, total.average.upper
            if low is not None and heads:
                return f"平均 average {low / heads:.2f} × {counted}, {per}"
            if high is not None and most:
                return f"平均 average {high / most:.2f} × {counted}, {per}"
            return f"平均 average × {counted}, {per}"
        case _:
            upper = "?" if total.upper is None else f"{total.upper:.2f}"
            return f"[{total.lower:.2f}, {upper}] yuan {per}"


def summary(
    wide: Any, ready: Prepared, known: Mapping[str, FactSpec], filled: Sequence[str] = ()
) -> list[str]:
    """The summary of many answers, line by line.

    Args:
        wide: What `assess_frame` returned, with its masks.
        ready: The policy as it was made ready for it.
        known: All facts by name.
        filled: What was filled in on the caller's word, line by line.
    """
    source, counted = ready.source, totals(wide, ready)
    lines = [
        ready.policy.title.abreast,
        (
            f"{source.policy} version {source.version}, fingerprint {source.fingerprint};"
            f" {source.on}; {READINGS[source.reading].abreast}"
        ),
    ]
    lines += [f"{_ANSWERED.abreast}: {name} = {value}" for name, value in source.answers.items()]
    lines += filled
    rows = [
        (
            t.benefit,
            str(t.entitled),
            str(t.undetermined),
            str(t.not_entitled),
            str(t.not_applicable),
            money_line(t),
        )
        for t in counted
    ]
    lines += ["", *aligned([*heads(_HEADINGS), *rows], right=(1, 2, 3, 4))]
    if any("?" in row[-1] for row in rows):
        lines.append(_NO_UPPER.abreast)
    lines += ["", *_wanted(needed(wide, ready), ready, known)]
    lines.append(DISCLAIMER.abreast)
    return lines


def _wanted(wanted: Sequence[Needed], ready: Prepared, known: Mapping[str, FactSpec]) -> list[str]:
    if not wanted:
        return [_NOTHING_OPEN.abreast]
    words = {name: spec.text.zh for name, spec in known.items()}
    words |= {question.name: "待答问题" for question in ready.policy.questions}
    rows = [
        (f"  {words[n.name]} {n.name}", str(n.heads), "  ".join(n.benefits))
        for n in wanted[:FACTS_SHOWN]
    ]
    lines = [
        "最缺的事实 facts most wanted: 人数 heads, 项目 benefits",
        *aligned(rows, right=(1,)),
    ]
    if len(wanted) > FACTS_SHOWN:
        lines.append(f"  … 另有 {len(wanted) - FACTS_SHOWN} 项 more")
    return lines
