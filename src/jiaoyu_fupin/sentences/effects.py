"""Everything else a clause does as a sentence: targets, pairing, obligations, quotas, deliveries, tallies, listings."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from ..clauses.delivery import Delivery
from ..clauses.listing import Listing
from ..clauses.marks import Hedge
from ..clauses.measure import Effect
from ..clauses.obligation import Every, Obligation
from ..clauses.pairing import End, PairingRule, SameArea
from ..clauses.quota import FigureKind, Quota
from ..clauses.tally import Part, Tally
from ..clauses.target import Aim, Budget, Count, Coverage, Judgement, Rate, Target
from ..rules.benefit import Benefit
from ..values.text import (
    ASIDE,
    COLON,
    COMMA,
    SEMICOLON,
    SENTENCE,
    YUAN,
    Lang,
    Text,
    headed,
    listed,
)
from .benefits import benefit_sentence

_EVERY = {
    Every.ONCE: Text("至少一次", "at least once"),
    Every.MONTH: Text("每月", "each month"),
    Every.TERM: Text("每学期", "each term"),
    Every.YEAR: Text("每年", "each year"),
    Every.ALWAYS: Text("持续", "at all times"),
    Every.EACH_TIME: Text("每逢其事", "whenever it comes up"),
    Every.UNSTATED: Text("未载明频次", "how often is not stated"),
}

_WITHIN = {
    SameArea.CITY: Text("双方同在一个设区市", "both in one city"),
    SameArea.COUNTY: Text("双方同在一个县", "both in one county"),
    SameArea.TOWNSHIP: Text("双方同在一个乡镇", "both in one township"),
}


_TARGET = Text("到{due}年：{aim}", "by the end of {due}: {aim}")
_AND_OTHERS = Text("{items}等", "{items}, and others")


def effect_sentence(effect: Effect, lang: Lang) -> str:
    """What one effect of a clause says, as a sentence."""
    match effect:
        case Benefit():
            return benefit_sentence(effect, lang)
        case Target():
            said = _TARGET(lang, due=effect.due, aim=_aim(effect.aim, lang))
            return _ended(said, effect.hedges, lang)
        case PairingRule():
            return _ended(_pairing(effect, lang), effect.hedges, lang)
        case Obligation():
            return _ended(_obligation(effect, lang), effect.hedges, lang)
        case Quota():
            return _ended(_quota(effect, lang), effect.hedges, lang)
        case Delivery():
            return _ended(_delivery(effect, lang), (), lang)
        case Tally():
            return _ended(_tally(effect, lang), (), lang)
        case Listing():
            items = listed(effect.items, lang)
            said = _AND_OTHERS(lang, items=items) if effect.open else items
            return _ended(COLON(lang, name=effect.title, said=said), (), lang)
        case _:
            assert_never(effect)


_HEDGED = Text("限定语：{hedges}", "hedged: {hedges}")


def _ended(said: str, hedges: tuple[Hedge, ...], lang: Lang) -> str:
    """The sentence with its hedges and its full stop; a capital at its head."""
    if hedges:
        said = ASIDE(lang, said=said, more=_HEDGED(lang, hedges=listed(hedges, lang)))
    return headed(SENTENCE(lang, said=said))


def number(value: int | Fraction | Decimal) -> str:
    """A figure as people write it: thousands apart, no empty decimals."""
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{float(value):g}"
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


_RATE = Text(
    "{indicator}达到{share}%（范围：{scope}）", "{indicator} of {share} % or more (scope: {scope})"
)
_COVERAGE = Text("{of}中{share}%{by}", "{share} % of {of} {by}")
_COUNT = Text("{of}{figure}{unit}", "{of}: {figure} {unit}")
_BUDGET = Text("{purpose}{money}", "{purpose}: {money}")


def _aim(aim: Aim, lang: Lang) -> str:
    match aim:
        case Rate():
            share = number(aim.at_least)
            return _RATE(lang, indicator=aim.indicator, share=share, scope=aim.scope)
        case Coverage():
            return _COVERAGE(lang, of=aim.of, share=number(aim.at_least), by=aim.by)
        case Count():
            return _COUNT(lang, of=aim.of, figure=number(aim.at_least), unit=aim.unit)
        case Budget():
            money = YUAN(lang, sum=number(aim.at_least))
            return _BUDGET(lang, purpose=aim.purpose, money=money)
        case Judgement():
            return aim.text(lang)
        case _:
            assert_never(aim)


_GOOD, _WEAK = Text("优质", "good"), Text("薄弱", "weak")
_RURAL, _POOR_COUNTY = Text("农村", "rural"), Text("贫困县", "of a poor county")
_CONTIGUOUS = Text("片区", "of the contiguous area")
_POOR, _LEFT_BEHIND = Text("贫困家庭", "of a poor family"), Text("留守", "left behind")
_OR, _FEATURES = Text("或", " or "), Text("，", "; ")


def _end(end: End, lang: Lang) -> str:
    flags = (
        (end.good, _GOOD),
        (end.weak, _WEAK),
        (end.rural, _RURAL),
        (end.poor_county, _POOR_COUNTY),
        (end.contiguous_area, _CONTIGUOUS),
        (end.poor, _POOR),
        (end.left_behind, _LEFT_BEHIND),
    )
    words = [text(lang) for holds, text in flags if holds]
    if end.ownership is not None:
        words.append(end.ownership.text(lang))
    if end.levels:
        words.append(listed(end.levels, lang, _OR))
    if end.kinds:
        words.append(listed(end.kinds, lang))
    if not words:
        return end.party.text(lang)
    return ASIDE(lang, said=end.party, more=listed(words, lang, _FEATURES))


_OR_ELSE = Text("；或", "; or ")
_HELPS = Text("{helpers}帮扶{helped}", "{helpers} helps {helped}")
_ONE_TO_ONE = Text("一对一", "one to one")


def _pairing(rule: PairingRule, lang: Lang) -> str:
    helpers = listed((_end(e, lang) for e in rule.helpers), lang, _OR_ELSE)
    helped = listed((_end(e, lang) for e in rule.recipients), lang, _OR_ELSE)
    parts = [_HELPS(lang, helpers=helpers, helped=helped)]
    if rule.within is not SameArea.ANYWHERE:
        parts.append(_WITHIN[rule.within](lang))
    if rule.one_to_one:
        parts.append(_ONE_TO_ONE(lang))
    return COLON(lang, name=rule.title, said=listed(parts, lang, COMMA))


_AT_LEAST = Text("{often}至少{n}次", "{often}, at least {n}")
_FOR_EACH = Text("{said}（{each}）", "{said}, for {each}")


def _obligation(duty: Obligation, lang: Lang) -> str:
    often = _EVERY[duty.every](lang)
    if duty.every in {Every.MONTH, Every.TERM, Every.YEAR} or duty.at_least > 1:
        often = _AT_LEAST(lang, often=often, n=duty.at_least)
    said = COLON(lang, name=duty.title, said=often)
    return said if duty.each is None else _FOR_EACH(lang, said=said, each=duty.each)


_EACH, _YEARLY = Text("{each}", "for {each}"), Text("每年", "each year")
_IN_YEAR = Text("{year}年", "in {year}")
_FROM_YEAR = Text("自{year}年起", "from {year} on")
_BY_YEAR = Text("到{year}年", "by the end of {year}")


def _quota(quota: Quota, lang: Lang) -> str:
    growth = quota.figures is FigureKind.GROWTH_PERCENT
    said = [_growth(quota, lang) if growth else _range(quota, lang)]
    if quota.each is not None:
        said.append(_EACH(lang, each=quota.each))
    if quota.yearly:
        said.append(_YEARLY(lang))
    if quota.since is not None and quota.since == quota.due:
        said.append(_IN_YEAR(lang, year=quota.since))
    else:
        if quota.since is not None:
            said.append(_FROM_YEAR(lang, year=quota.since))
        if quota.due is not None:
            said.append(_BY_YEAR(lang, year=quota.due))
    return COLON(lang, name=quota.title, said=listed(said, lang, COMMA))


_NO_FIGURE = Text("数额未载明", "no figure stated")
_MANY, _ONE = Text("{n}{unit}", "{n} {unit}"), Text("{n}{unit}", "{n} ({unit})")
_ABOUT = Text("约{n}{unit}", "about {n} {unit}")
_OR_MORE = Text("不少于{n}{unit}", "{n} or more {unit}")
_UP_TO = Text("不多于{n}{unit}", "up to {n} {unit}")
_FROM_TO = Text("{low}至{high}{unit}", "{low} to {high} {unit}")


def _range(quota: Quota, lang: Lang) -> str:
    """The figures with their unit."""
    unit = quota.unit
    low, high = (None if n is None else number(n) for n in (quota.low, quota.high))
    if low is None and high is None:
        return _NO_FIGURE(lang)
    if low == high:
        return (_ONE if quota.low == 1 else _MANY)(lang, n=low, unit=unit)
    if high is None:
        about = {Hedge.ABOUT, Hedge.ROUGHLY} & set(quota.hedges)
        return (_ABOUT if about else _OR_MORE)(lang, n=low, unit=unit)
    if low is None:
        return _UP_TO(lang, n=high, unit=unit)
    return _FROM_TO(lang, low=low, high=high, unit=unit)


_NO_LOWER = Text("不低于上年", "no lower than in the year before")
_HIGHER = Text("高于上年，幅度未载明", "above the year before, by how much is not stated")
_GROWTH = Text("比上年增长{n}%", "growth on the year before, {n} %")
_GROWTH_OR_MORE = Text("比上年增长不低于{n}%", "growth on the year before, {n} % or more")
_GROWTH_UP_TO = Text("比上年增长不高于{n}%", "growth on the year before, up to {n} %")
_GROWTH_FROM_TO = Text("比上年增长{low}%至{high}%", "growth on the year before, {low} to {high} %")


def _growth(quota: Quota, lang: Lang) -> str:
    """How much more than in the year before."""
    low, high = quota.low, quota.high
    if low is None and high is None:
        return _HIGHER(lang)
    if low == 0 and high is None:
        return _NO_LOWER(lang)
    if low == high:
        return _GROWTH(lang, n=low)
    if high is None:
        return _GROWTH_OR_MORE(lang, n=low)
    if low is None:
        return _GROWTH_UP_TO(lang, n=high)
    return _GROWTH_FROM_TO(lang, low=low, high=high)


_YEAR = Text("{year}年", "{year}")
_FUNDED = Text("资金：{funder}", "money: {funder}")
_REACHING = Text("惠及{n}{unit}", "reaching {n} {unit}")


def _delivery(done: Delivery, lang: Lang) -> str:
    said = []
    if done.year is not None:
        said.append(_YEAR(lang, year=done.year))
    if done.count is not None and done.unit is not None:
        said.append(_MANY(lang, n=number(done.count), unit=done.unit))
    if done.yuan is not None:
        said.append(YUAN(lang, sum=number(done.yuan)))
    if done.funder is not None:
        said.append(_FUNDED(lang, funder=done.funder))
    if done.reached is not None and done.reached_unit is not None:
        said.append(_REACHING(lang, n=number(done.reached), unit=done.reached_unit))
    joined = listed(said, lang, COMMA) or _NO_FIGURE(lang)
    return COLON(lang, name=done.title, said=joined)


_PART = Text("{name}{n}{unit}", "{name} {n}{unit:-}")
_PART_LOST = Text("{name}数字缺失", "{name} (figure lost)")


def _part(part: Part, unit: Text, lang: Lang) -> str:
    if part.number is None:
        return _PART_LOST(lang, name=part.name)
    return _PART(lang, name=part.name, n=number(part.number), unit=unit)


_TOTAL_LOST = Text("数字缺失", "the figure is lost")
_OF_THESE = Text("其中{parts}", "of these {parts}")
_COME_TO = Text("所列各项合计{n}", "the parts named come to {n}")
_REMAINDER = Text("尚有{n}{unit}未列明类别", "{n}{unit:-} are in no category named")


def _tally(tally: Tally, lang: Lang) -> str:
    unit, total = tally.unit, tally.total
    said = [_TOTAL_LOST(lang) if total is None else _MANY(lang, n=number(total), unit=unit)]
    if tally.parts:
        parts = listed((_part(p, unit, lang) for p in tally.parts), lang)
        said.append(_OF_THESE(lang, parts=parts))
    if total is None and tally.named is not None:
        said.append(_COME_TO(lang, n=number(tally.named)))
    if tally.remainder:
        said.append(_REMAINDER(lang, n=number(tally.remainder), unit=unit))
    return COLON(lang, name=tally.title, said=listed(said, lang, SEMICOLON))
