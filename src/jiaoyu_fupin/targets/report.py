"""Progress in words: where a target stands and why, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from ..clauses.target import Budget, Count, Coverage, Judgement, Rate
from ..values.ranges import Range
from ..values.text import ASIDE, COLON, DISCLAIMER, Lang, Text, html_lines, listed
from .standing import Status
from .target_standing import TargetStanding

STATUS: Final = {
    Status.MET: Text("已达到", "met"),
    Status.MISSED: Text("到期未达到", "missed"),
    Status.UNKNOWN: Text("不明", "unknown"),
    Status.ON_TRACK: Text("按此进度可达到", "on track"),
    Status.BEHIND: Text("落后", "behind"),
}
"""The statuses in words."""

_HEDGED = Text(
    "目标带有限定语：{hedges}；未达到属差距，不作违约论。",
    "the aim is hedged ({hedges}): falling short of it is a shortfall, not a breach.",
)
_FIGURE = Text("{figure}{unit}", "{figure} {unit}")
_PERCENT, _POINTS, _OF_MONEY = Text("%", "%"), Text("个百分点", "points"), Text("元", "yuan")


def unit_of(p: TargetStanding) -> Text | None:
    """The unit of a progress's figures; None where the aim is a judgement, which has none."""
    match p.target.aim:
        case Rate() | Coverage():
            return _PERCENT
        case Count(unit=unit):
            return unit
        case Budget():
            return _OF_MONEY
        case Judgement():
            return None
        case _:
            assert_never(p.target.aim)


def _figure(p: TargetStanding, value: Range, lang: Lang) -> str:
    """A figure with its unit."""
    unit = unit_of(p)
    return str(value) if unit is None else _FIGURE(lang, figure=value, unit=unit)


def _difference(p: TargetStanding, value: Range, lang: Lang) -> str:
    """A difference between two figures with its unit: that of two shares is in points."""
    if isinstance(p.target.aim, Rate | Coverage):
        return _FIGURE(lang, figure=value, unit=_POINTS)
    return _figure(p, value, lang)


_HEAD = Text("{id} {title}{place}：{status}", "{id} {title}{place}: {status}")


def lines(p: TargetStanding, lang: Lang) -> Iterator[tuple[int, str]]:
    """The report line by line, each with its depth.

    Raises:
        CallError: The language is neither zh nor en.
    """
    target, place = p.target, f" · {p.place}" if p.place else ""
    yield 0, _HEAD(lang, id=target.id, title=target.title, place=place, status=STATUS[p.status])
    yield 1, _aim(p, lang)
    yield from ((1, line) for line in _why(p, lang))
    if p.latest is not None and not isinstance(target.aim, Judgement):
        yield from ((1, line) for line in _figures(p, lang))
    yield from ((1, line) for line in _passed_over(p, lang))
    if target.hedges and p.status is not Status.MET:
        yield 1, _HEDGED(lang, hedges=listed(target.hedges, lang))
    yield 1, DISCLAIMER(lang)


_RATE = Text("{indicator}（{scope}，{variant}口径）", "{indicator} ({scope}; counted as {variant})")
_JUDGED = Text("目标：{due}年底前，{what}", "aim: by the end of {due}, {what}")
_REACHED = Text(
    "目标：{due}年底前，{what}达到{least}", "aim: by the end of {due}, {what}, at least {least}"
)


def _aim(p: TargetStanding, lang: Lang) -> str:
    aim, due = p.target.aim, p.target.due
    match aim:
        case Rate():
            variant = "" if p.variant is None else p.variant
            what: object = _RATE(lang, indicator=aim.indicator, scope=aim.scope, variant=variant)
        case Coverage():
            what = COLON(lang, name=aim.of, said=aim.by)
        case Count():
            what = aim.of
        case Budget():
            what = aim.purpose
        case Judgement():
            return _JUDGED(lang, due=due, what=aim.text)
        case _:
            assert_never(aim)
    return _REACHED(lang, due=due, what=what, least=_figure(p, Range.of(p.threshold), lang))


_NOTHING_SEEN = Text("没有可用的观测值，进展不明。", "no observation counts, so nothing is known.")
_NOTHING_OF_DUE = Text(
    "{due}年已过，没有{due}年本年的观测值，进展不明。",
    "{due} is over and nothing of {due} itself was observed, so the outcome is unknown.",
)
_DECISIVE = Text(
    "{due}年已过，以{due}年本年为准：{shown}", "{due} is over, so {due} itself decides: {shown}"
)
_NEWEST = Text("最新：{year}年，{shown}", "newest, of {year}: {shown}")
_POSSIBLE = Text(
    "数值不完整，以下情形都有可能：{statuses}。",
    "the values are known only in part; all of these are possible: {statuses}.",
)
_LATER = Text("后于{year}年达到。", "it was reached later, in {year}.")


def _why(p: TargetStanding, lang: Lang) -> Iterator[str]:
    """What decided the status."""
    due = p.target.due
    if p.latest is None:
        yield _NOTHING_SEEN(lang)
        return
    after = p.on.year > due
    own = next((point for point in p.points if point.year == due), None)
    decisive = own if after else p.latest
    if decisive is None:
        yield _NOTHING_OF_DUE(lang, due=due)
        return
    judged = isinstance(p.target.aim, Judgement)
    shown = _verdict(decisive.value)(lang) if judged else _figure(p, decisive.value, lang)
    if decisive.source:
        shown = ASIDE(lang, said=shown, more=decisive.source)
    if after:
        yield _DECISIVE(lang, due=due, shown=shown)
    else:
        yield _NEWEST(lang, year=decisive.year, shown=shown)
    if len(p.possible) > 1:
        yield _POSSIBLE(lang, statuses=listed((STATUS[s] for s in p.possible), lang))
    if p.reached_in is not None:
        yield _LATER(lang, year=p.reached_in)


_VERDICTS = {
    1: Text("认定为已达到", "judged to be met"),
    0: Text("认定为未达到", "judged not to be met"),
}
_NO_VERDICT = Text("未能认定", "could not be told")


def _verdict(value: Range) -> Text:
    known = value.value
    return _NO_VERDICT if known is None else _VERDICTS[int(known)]


_GAP = Text("差距：{gap}", "gap: {gap}")
_GAP_IN_HEADS = Text("差距：{gap}，合{heads}", "gap: {gap}, which is {heads} heads")
_HEADS = Text("{low}个", "{low}")
_HEADS_OR_MORE = Text("{low}个以上", "{low} or more")
_HEADS_BETWEEN = Text("{low}至{high}个", "{low} to {high}")
_PACE = Text(
    "速度：{first}年至{latest}年平均每年{pace}", "pace: {pace} a year from {first} to {latest}"
)
_NO_PACE = Text("只有一年的数值，无从推算。", "one year alone shows no pace.")
_REQUIRED = Text("要按期达到，此后每年须{pace}", "to get there in time: {pace} a year from now on")
_PROJECTED = Text("按直线推算，{due}年为{figure}", "on a straight line, {due} comes to {figure}")


def _figures(p: TargetStanding, lang: Lang) -> Iterator[str]:
    if p.gap is not None and p.gap.value != 0:
        gap, heads = _difference(p, p.gap, lang), p.gap_in_heads
        if heads is None or isinstance(p.target.aim, Count):
            yield _GAP(lang, gap=gap)
        else:
            yield _GAP_IN_HEADS(lang, gap=gap, heads=_heads(*heads, lang))
    first, latest = p.first, p.latest
    if p.pace is not None and first is not None and latest is not None:
        pace = _difference(p, p.pace, lang)
        yield _PACE(lang, first=first.year, latest=latest.year, pace=pace)
    elif first is not None:
        yield _NO_PACE(lang)
    if p.required_pace is not None and p.required_pace.value != 0:
        yield _REQUIRED(lang, pace=_difference(p, p.required_pace, lang))
    if p.projected is not None:
        yield _PROJECTED(lang, due=p.target.due, figure=_figure(p, p.projected, lang))


def _heads(low: int, high: int | None, lang: Lang) -> str:
    if low == high:
        return _HEADS(lang, low=low)
    if high is None:
        return _HEADS_OR_MORE(lang, low=low)
    return _HEADS_BETWEEN(lang, low=low, high=high)


_OTHER_SCOPE = Text("其他范围{n}条", "{n} of another scope")
_OTHER_VARIANT = Text("其他口径{n}条", "{n} counted in another way")
_NOT_YET = Text("晚于所问日期{n}条", "{n} of a year after the date")
_NOT_COUNTED = Text("未计入的观测值：{counts}", "observations that did not count: {counts}")


def _passed_over(p: TargetStanding, lang: Lang) -> Iterator[str]:
    left = p.passed_over
    parts = (
        (left.other_scope, _OTHER_SCOPE),
        (left.other_variant, _OTHER_VARIANT),
        (left.not_yet, _NOT_YET),
    )
    told = [what(lang, n=n) for n, what in parts if n]
    if told:
        yield _NOT_COUNTED(lang, counts=listed(told, lang))


def report_text(p: TargetStanding, lang: Lang) -> str:
    """The report as indented lines."""
    return "\n".join("  " * depth + line for depth, line in lines(p, lang))


def report_html(p: TargetStanding, lang: Lang) -> str:
    """The report as an HTML fragment."""
    return html_lines(lines(p, lang), lang)
