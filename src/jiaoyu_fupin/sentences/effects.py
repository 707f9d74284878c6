"""Everything else a clause does as a sentence: targets, pairing, obligations, quotas, deliveries, tallies, listings."""

from __future__ import annotations

from collections.abc import Iterable
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
from ..rules.prose import value_text
from ..values.text import Lang, Text
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


def effect_sentence(effect: Effect, lang: Lang) -> str:
    """What one effect of a clause says, as a sentence."""
    zh = lang == "zh"
    match effect:
        case Benefit():
            return benefit_sentence(effect, lang)
        case Target():
            aim = _aim(effect.aim, lang)
            text = f"到{effect.due}年：{aim}" if zh else f"By the end of {effect.due}: {aim}"
            return _ended(text, effect.hedges, lang)
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
            items = _listed((item(lang) for item in effect.items), lang)
            more = ("等" if zh else ", and others") if effect.open else ""
            text = (
                f"{effect.title(lang)}：{items}{more}"
                if zh
                else f"{effect.title(lang)}: {items}{more}"
            )
            return _ended(text, (), lang)
        case _:
            assert_never(effect)


def _ended(text: str, hedges: Iterable[Hedge], lang: Lang) -> str:
    """The sentence with its hedges and its full stop; a capital at its head."""
    words = [value_text(h, lang) for h in hedges]
    if lang == "zh":
        return text + (f"（限定语：{'、'.join(words)}）" if words else "") + "。"
    return text[:1].upper() + text[1:] + (f" (hedged: {', '.join(words)})" if words else "") + "."


def _listed(items: Iterable[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(items)


def number(value: int | Fraction | Decimal) -> str:
    """A figure as people write it: thousands apart, no empty decimals."""
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{float(value):g}"
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _yuan(value: Decimal | int, lang: Lang) -> str:
    return f"{number(value)}元" if lang == "zh" else f"{number(value)} yuan"


def _aim(aim: Aim, lang: Lang) -> str:
    zh = lang == "zh"
    match aim:
        case Rate():
            indicator, scope = value_text(aim.indicator, lang), value_text(aim.scope, lang)
            share = number(aim.at_least)
            return (
                f"{indicator}达到{share}%（范围：{scope}）"
                if zh
                else f"{indicator} of {share} % or more (scope: {scope})"
            )
        case Coverage():
            share = number(aim.at_least)
            return (
                f"{aim.of.zh}中{share}%{aim.by.zh}"
                if zh
                else f"{share} % of {aim.of.en} {aim.by.en}"
            )
        case Count():
            figure, unit = number(aim.at_least), aim.unit(lang)
            return f"{aim.of.zh}{figure}{unit}" if zh else f"{aim.of.en}: {figure} {unit}"
        case Budget():
            money = _yuan(aim.at_least, lang)
            return f"{aim.purpose.zh}{money}" if zh else f"{aim.purpose.en}: {money}"
        case Judgement():
            return aim.text(lang)
        case _:
            assert_never(aim)


def _end(end: End, lang: Lang) -> str:
    zh = lang == "zh"
    flags = (
        (end.good, Text("优质", "good")),
        (end.weak, Text("薄弱", "weak")),
        (end.rural, Text("农村", "rural")),
        (end.poor_county, Text("贫困县", "of a poor county")),
        (end.contiguous_area, Text("片区", "of the contiguous area")),
        (end.poor, Text("贫困家庭", "of a poor family")),
        (end.left_behind, Text("留守", "left behind")),
    )
    words = [text(lang) for holds, text in flags if holds]
    if end.ownership is not None:
        words.append(value_text(end.ownership, lang))
    words += [("或" if zh else " or ").join(value_text(x, lang) for x in end.levels)] * bool(
        end.levels
    )
    words += [("、" if zh else ", ").join(value_text(x, lang) for x in end.kinds)] * bool(end.kinds)
    party = value_text(end.party, lang)
    if not words:
        return party
    return f"{party}（{'，'.join(words)}）" if zh else f"{party} ({'; '.join(words)})"


def _pairing(rule: PairingRule, lang: Lang) -> str:
    zh = lang == "zh"
    helpers = ("；或" if zh else "; or ").join(_end(e, lang) for e in rule.helpers)
    helped = ("；或" if zh else "; or ").join(_end(e, lang) for e in rule.recipients)
    parts = [f"{helpers}帮扶{helped}" if zh else f"{helpers} helps {helped}"]
    if rule.within is not SameArea.ANYWHERE:
        parts.append(_WITHIN[rule.within](lang))
    if rule.one_to_one:
        parts.append("一对一" if zh else "one to one")
    said = ("，" if zh else ", ").join(parts)
    return f"{rule.title.zh}：{said}" if zh else f"{rule.title.en}: {said}"


def _obligation(duty: Obligation, lang: Lang) -> str:
    zh = lang == "zh"
    often = _EVERY[duty.every](lang)
    if duty.every in {Every.MONTH, Every.TERM, Every.YEAR} or duty.at_least > 1:
        often += f"至少{duty.at_least}次" if zh else f", at least {duty.at_least}"
    text = f"{duty.title.zh}：{often}" if zh else f"{duty.title.en}: {often}"
    if duty.each is not None:
        text += f"（{duty.each.zh}）" if zh else f", for {duty.each.en}"
    return text


def _quota(quota: Quota, lang: Lang) -> str:
    zh = lang == "zh"
    said = [
        _growth(quota, lang) if quota.figures is FigureKind.GROWTH_PERCENT else _range(quota, lang)
    ]
    if quota.each is not None:
        said.append(quota.each.zh if zh else f"for {quota.each.en}")
    if quota.yearly:
        said.append("每年" if zh else "each year")
    if quota.since is not None and quota.since == quota.due:
        said.append(f"{quota.since}年" if zh else f"in {quota.since}")
    else:
        if quota.since is not None:
            said.append(f"自{quota.since}年起" if zh else f"from {quota.since} on")
        if quota.due is not None:
            said.append(f"到{quota.due}年" if zh else f"by the end of {quota.due}")
    joined = ("，" if zh else ", ").join(said)
    return f"{quota.title.zh}：{joined}" if zh else f"{quota.title.en}: {joined}"


def _range(quota: Quota, lang: Lang) -> str:
    """The figures with their unit."""
    zh, unit = lang == "zh", quota.unit(lang)
    low, high = (None if n is None else number(n) for n in (quota.low, quota.high))
    if low is None and high is None:
        return "数额未载明" if zh else "no figure stated"
    if low == high:
        exact = f"{low} {unit}" if quota.low != 1 else f"1 ({unit})"
        return f"{low}{unit}" if zh else exact
    if high is None and {Hedge.ABOUT, Hedge.ROUGHLY} & set(quota.hedges):
        return f"约{low}{unit}" if zh else f"about {low} {unit}"
    if high is None:
        return f"不少于{low}{unit}" if zh else f"{low} or more {unit}"
    if low is None:
        return f"不多于{high}{unit}" if zh else f"up to {high} {unit}"
    return f"{low}至{high}{unit}" if zh else f"{low} to {high} {unit}"


def _growth(quota: Quota, lang: Lang) -> str:
    """How much more than in the year before."""
    zh = lang == "zh"
    if quota.low == 0 and quota.high is None:
        return "不低于上年" if zh else "no lower than in the year before"
    low, high = quota.low, quota.high
    if low == high:
        figure = f"{low}%" if zh else f"{low} %"
    elif high is None:
        figure = f"不低于{low}%" if zh else f"{low} % or more"
    elif low is None:
        figure = f"不高于{high}%" if zh else f"up to {high} %"
    else:
        figure = f"{low}%至{high}%" if zh else f"{low} to {high} %"
    return f"比上年增长{figure}" if zh else f"growth on the year before, {figure}"


def _delivery(done: Delivery, lang: Lang) -> str:
    zh = lang == "zh"
    said = []
    if done.year is not None:
        said.append(f"{done.year}年" if zh else str(done.year))
    if done.count is not None and done.unit is not None:
        said.append(
            f"{number(done.count)}{done.unit.zh}" if zh else f"{number(done.count)} {done.unit.en}"
        )
    if done.yuan is not None:
        said.append(_yuan(done.yuan, lang))
    if done.funder is not None:
        said.append(f"资金：{done.funder.zh}" if zh else f"money: {done.funder.en}")
    if done.reached is not None and done.reached_unit is not None:
        reached = number(done.reached)
        said.append(
            f"惠及{reached}{done.reached_unit.zh}"
            if zh
            else f"reaching {reached} {done.reached_unit.en}"
        )
    unknown = "数额未载明" if zh else "no figure stated"
    joined = ("，" if zh else ", ").join(said) or unknown
    return f"{done.title.zh}：{joined}" if zh else f"{done.title.en}: {joined}"


def _part(part: Part, unit: Text, lang: Lang) -> str:
    if part.number is None:
        return f"{part.name.zh}数字缺失" if lang == "zh" else f"{part.name.en} (figure lost)"
    figure = number(part.number)
    return f"{part.name.zh}{figure}{unit.zh}" if lang == "zh" else f"{part.name.en} {figure}"


def _tally(tally: Tally, lang: Lang) -> str:
    zh = lang == "zh"
    if tally.total is None:
        total = "数字缺失" if zh else "the figure is lost"
    else:
        total = (
            f"{number(tally.total)}{tally.unit.zh}"
            if zh
            else f"{number(tally.total)} {tally.unit.en}"
        )
    text = f"{tally.title.zh}：{total}" if zh else f"{tally.title.en}: {total}"
    if tally.parts:
        parts = _listed((_part(p, tally.unit, lang) for p in tally.parts), lang)
        text += f"；其中{parts}" if zh else f"; of these {parts}"
    if tally.total is None and tally.named is not None:
        text += (
            f"；所列各项合计{number(tally.named)}"
            if zh
            else f"; the parts named come to {number(tally.named)}"
        )
    if tally.remainder:
        left = number(tally.remainder)
        text += (
            f"；尚有{left}{tally.unit.zh}未列明类别" if zh else f"; {left} are in no category named"
        )
    return text
