"""Progress in words: where a target stands and why, in both languages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from html import escape
from typing import Final, Protocol, assert_never

import attrs

from ..clauses.target import Budget, Count, Coverage, Judgement, Rate, Target
from ..clauses.variants import Variant
from ..values.errors import CallError, unknown_name
from ..values.ranges import Range, brief
from ..values.text import Lang, Text
from .standing import Point, Status


@attrs.frozen
class PassedOver:
    """How many observations of the indicator and place did not count.

    Attributes:
        other_scope: Those of another scope.
        other_variant: Those of the scope, but counted in another way.
        not_yet: Those that would count, but are of a year after the date.
    """

    other_scope: int = 0
    other_variant: int = 0
    not_yet: int = 0


class Reported(Protocol):
    """What a report tells of: a target's progress."""

    @property
    def target(self) -> Target: ...  # noqa: D102 - as Progress says

    @property
    def place(self) -> str: ...  # noqa: D102 - as Progress says

    @property
    def on(self) -> datetime.date: ...  # noqa: D102 - as Progress says

    @property
    def variant(self) -> Variant | None: ...  # noqa: D102 - as Progress says

    @property
    def status(self) -> Status: ...  # noqa: D102 - as Progress says

    @property
    def possible(self) -> tuple[Status, ...]: ...  # noqa: D102 - as Progress says

    @property
    def points(self) -> tuple[Point, ...]: ...  # noqa: D102 - as Progress says

    @property
    def first(self) -> Point | None: ...  # noqa: D102 - as Progress says

    @property
    def latest(self) -> Point | None: ...  # noqa: D102 - as Progress says

    @property
    def gap(self) -> Range | None: ...  # noqa: D102 - as Progress says

    @property
    def pace(self) -> Range | None: ...  # noqa: D102 - as Progress says

    @property
    def required_pace(self) -> Range | None: ...  # noqa: D102 - as Progress says

    @property
    def projected(self) -> Range | None: ...  # noqa: D102 - as Progress says

    @property
    def reached_in(self) -> int | None: ...  # noqa: D102 - as Progress says

    @property
    def passed_over(self) -> PassedOver: ...  # noqa: D102 - as Progress says

    @property
    def threshold(self) -> Fraction: ...  # noqa: D102 - as Progress says

    @property
    def gap_in_heads(self) -> tuple[int, int | None] | None: ...  # noqa: D102 - as Progress says


STATUS: Final = {
    Status.MET: Text("已达到", "met"),
    Status.MISSED: Text("到期未达到", "missed"),
    Status.UNKNOWN: Text("不明", "unknown"),
    Status.ON_TRACK: Text("按此进度可达到", "on track"),
    Status.BEHIND: Text("落后", "behind"),
}
"""The statuses in words."""

_DISCLAIMER = Text(
    "本结果是计算，不是行政决定。",
    "This is a calculation, not an administrative decision.",
)
_HEDGED = Text(
    "目标带有限定语：{}；未达到属差距，不作违约论。",
    "the aim is hedged ({}): falling short of it is a shortfall, not a breach.",
)


def unit_of(p: Reported) -> Text:
    """The unit of a progress's figures, as it follows a number."""
    match p.target.aim:
        case Rate() | Coverage():
            return Text("%", " %")
        case Count(unit=unit):
            return Text(unit.zh, f" {unit.en}")
        case Budget():
            return Text("元", " yuan")
        case Judgement():
            return Text("", "")
        case _:
            assert_never(p.target.aim)


def _points_of(p: Reported) -> Text:
    """The unit of differences between figures."""
    if isinstance(p.target.aim, Rate | Coverage):
        return Text("个百分点", " points")
    return unit_of(p)


def lines(p: Reported, lang: Lang) -> Iterator[tuple[int, str]]:
    """The report line by line, each with its depth.

    Raises:
        CallError: The language is neither zh nor en.
    """
    if lang not in {"zh", "en"}:
        raise CallError(unknown_name("language", str(lang), ["zh", "en"]))
    zh = lang == "zh"
    place = f" · {p.place}" if p.place else ""
    yield (
        0,
        f"{p.target.id} {p.target.title(lang)}{place}{'：' if zh else ': '}{STATUS[p.status](lang)}",
    )
    yield 1, _aim(p, lang)
    yield from ((1, line) for line in _why(p, lang))
    if p.latest is not None and not isinstance(p.target.aim, Judgement):
        yield from ((1, line) for line in _figures(p, lang))
    yield from ((1, line) for line in _passed_over(p, lang))
    if p.target.hedges and p.status is not Status.MET:
        words = ("、" if zh else ", ").join(h.zh if zh else h.en for h in p.target.hedges)
        yield 1, _HEDGED(lang).format(words)
    yield 1, _DISCLAIMER(lang)


def _aim(p: Reported, lang: Lang) -> str:
    zh, due, aim = lang == "zh", p.target.due, p.target.aim
    unit = unit_of(p)(lang)
    match aim:
        case Rate():
            variant = "" if p.variant is None else (p.variant.zh if zh else p.variant.en)
            scope = aim.scope.zh if zh else aim.scope.en
            name = aim.indicator.zh if zh else aim.indicator.en
            what = (
                f"{name}（{scope}，{variant}口径）"
                if zh
                else f"{name} ({scope}; counted as {variant})"
            )
        case Coverage():
            what = f"{aim.of.zh}：{aim.by.zh}" if zh else f"{aim.of.en}: {aim.by.en}"
        case Count():
            what = aim.of(lang)
        case Budget():
            what = aim.purpose(lang)
        case Judgement():
            return (
                f"目标：{due}年底前，{aim.text.zh}"
                if zh
                else f"aim: by the end of {due}, {aim.text.en}"
            )
        case _:
            assert_never(aim)
    least = brief(p.threshold)
    if zh:
        return f"目标：{due}年底前，{what}达到{least}{unit}"
    return f"aim: by the end of {due}, {what}, at least {least}{unit}"


def _why(p: Reported, lang: Lang) -> Iterator[str]:
    """What decided the status."""
    zh, due = lang == "zh", p.target.due
    if p.latest is None:
        yield (
            "没有可用的观测值，进展不明。" if zh else "no observation counts, so nothing is known."
        )
        return
    after = p.on.year > due
    judged = isinstance(p.target.aim, Judgement)
    own = next((point for point in p.points if point.year == due), None)
    decisive = own if after else p.latest
    if decisive is None:
        yield (
            f"{due}年已过，没有{due}年本年的观测值，进展不明。"
            if zh
            else f"{due} is over and nothing of {due} itself was observed, so the outcome is unknown."
        )
        return
    source = (
        f"{'（' if zh else ' ('}{decisive.source}{'）' if zh else ')'}" if decisive.source else ""
    )
    shown = _verdict(decisive.value, lang) if judged else decisive.value.text(unit_of(p)(lang))
    if after:
        yield (
            f"{due}年已过，以{due}年本年为准：{shown}{source}"
            if zh
            else f"{due} is over, so {due} itself decides: {shown}{source}"
        )
    else:
        yield (
            f"最新：{decisive.year}年，{shown}{source}"
            if zh
            else f"newest, of {decisive.year}: {shown}{source}"
        )
    if len(p.possible) > 1:
        words = ("、" if zh else ", ").join(STATUS[s](lang) for s in p.possible)
        yield (
            f"数值不完整，以下情形都有可能：{words}。"
            if zh
            else f"the values are known only in part; all of these are possible: {words}."
        )
    if p.reached_in is not None:
        yield f"后于{p.reached_in}年达到。" if zh else f"it was reached later, in {p.reached_in}."


def _verdict(value: Range, lang: Lang) -> str:
    words = {
        1: Text("认定为已达到", "judged to be met"),
        0: Text("认定为未达到", "judged not to be met"),
    }
    known = value.value
    found = Text("未能认定", "could not be told") if known is None else words[int(known)]
    return found(lang)


def _figures(p: Reported, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    points, unit = _points_of(p)(lang), unit_of(p)(lang)
    if p.gap is not None and p.gap.value != 0:
        line = f"差距：{p.gap.text(points)}" if zh else f"gap: {p.gap.text(points)}"
        heads = p.gap_in_heads
        if heads is not None and not isinstance(p.target.aim, Count):
            low, high = heads
            if low == high:
                shown = f"{low}个" if zh else str(low)
            elif high is None:
                shown = f"{low}个以上" if zh else f"{low} or more"
            else:
                shown = f"{low}至{high}个" if zh else f"{low} to {high}"
            line += f"，合{shown}" if zh else f", which is {shown} heads"
        yield line
    first, latest = p.first, p.latest
    if p.pace is not None and first is not None and latest is not None:
        yield (
            f"速度：{first.year}年至{latest.year}年平均每年{p.pace.text(points)}"
            if zh
            else f"pace: {p.pace.text(points)} a year from {first.year} to {latest.year}"
        )
    elif first is not None:
        yield "只有一年的数值，无从推算。" if zh else "one year alone shows no pace."
    if p.required_pace is not None and p.required_pace.value != 0:
        yield (
            f"要按期达到，此后每年须{p.required_pace.text(points)}"
            if zh
            else f"to get there in time: {p.required_pace.text(points)} a year from now on"
        )
    if p.projected is not None:
        yield (
            f"按直线推算，{p.target.due}年为{p.projected.text(unit)}"
            if zh
            else f"on a straight line, {p.target.due} comes to {p.projected.text(unit)}"
        )


def _passed_over(p: Reported, lang: Lang) -> Iterator[str]:
    zh, left = lang == "zh", p.passed_over
    parts = [
        (left.other_scope, Text("其他范围", "of another scope")),
        (left.other_variant, Text("其他口径", "counted in another way")),
        (left.not_yet, Text("晚于所问日期", "of a year after the date")),
    ]
    told = [f"{what.zh}{n}条" if zh else f"{n} {what.en}" for n, what in parts if n]
    if told:
        yield ("未计入的观测值：" if zh else "observations that did not count: ") + (
            "、" if zh else ", "
        ).join(told)


def report_text(p: Reported, lang: Lang) -> str:
    """The report as indented lines."""
    return "\n".join("  " * depth + line for depth, line in lines(p, lang))


def report_html(p: Reported, lang: Lang) -> str:
    """The report as an HTML fragment."""
    rows = "".join(
        f'<div style="margin-left:{1.5 * depth}em">{escape(line)}</div>'
        for depth, line in lines(p, lang)
    )
    code = "zh-CN" if lang == "zh" else "en"
    return f'<div class="jiaoyu-fupin" lang="{code}">{rows}</div>'
