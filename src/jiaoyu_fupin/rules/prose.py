"""The reading of rules for people: any condition or amount as words, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, assert_never

from ..values.content import content
from ..values.text import (
    ASIDE,
    BRACKETS,
    COLON,
    SEMICOLON,
    YUAN,
    Lang,
    Text,
    either,
    listed,
    say,
)
from .ast import (
    Aged,
    AllOf,
    AnyOf,
    AtStandard,
    Between,
    Cases,
    Condition,
    Const,
    DayOf,
    During,
    Expr,
    Given,
    Greatest,
    InMonths,
    Is,
    Least,
    Named,
    Not,
    Plus,
    Printed,
    Question,
    Rounded,
    Table,
    ThisSchoolYear,
    ThisYear,
    Times,
    Within,
    YearsAgo,
)
from .benefit import (
    Amount,
    Average,
    Basis,
    Ceiling,
    Discretionary,
    Fixed,
    Floor,
    InKind,
    Per,
    Unstated,
)
from .facts import Flag, Money, Whole

PER = {
    Per.ONCE: Text("一次性", "once"),
    Per.DAY: Text("每天", "a day"),
    Per.MONTH: Text("每月", "a month"),
    Per.TERM: Text("每学期", "a term"),
    Per.CALENDAR_YEAR: Text("每年", "a calendar year"),
    Per.SCHOOL_YEAR: Text("每学年", "a school year"),
    Per.UNSTATED: Text("期间未载明", "period not stated"),
}
"""What one amount is for, in words."""

BASIS = {
    Basis.FIXED: Text("固定金额", "a fixed amount"),
    Basis.AT_LEAST: Text("不低于", "at least"),
    Basis.AT_MOST: Text("不超过", "up to"),
    Basis.AVERAGE: Text("平均标准，非个人金额", "an average, not one person's amount"),
    Basis.DISCRETIONARY: Text("酌情确定", "at the office's discretion"),
    Basis.UNSTATED: Text("金额未载明", "amount not stated"),
    Basis.IN_KIND: Text("实物或服务", "in kind"),
}
"""How an amount is fixed, in words."""


MONTHS = tuple(
    Text(f"{number}月", name)
    for number, name in enumerate(
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        start=1,
    )
)
"""The months in words, January first."""

_IN_MONTH = Text("在{month}", "in {month}")
_IN_MONTHS = Text("在{first}至{last}间", "from {first} to {last}")
_YEARS: Final[Mapping[tuple[type, int], Text]] = {
    (ThisYear, 0): Text("当年", "the current year"),
    (ThisYear, -1): Text("上一年", "the year before"),
    (ThisSchoolYear, 0): Text("本学年起始年份", "the year this school year began"),
    (ThisSchoolYear, -1): Text("上学年起始年份", "the year the last school year began"),
}
UNKNOWN = Text("未知", "unknown")
_YES, _NO = Text("是", "yes"), Text("否", "no")


def value_text(value: object, lang: Lang) -> str:
    """A fact's value in words; an unknown one is said to be."""
    match value:
        case None:
            return UNKNOWN(lang)
        case bool():
            return (_YES if value else _NO)(lang)
        case Decimal():
            return YUAN(lang, sum=f"{value:.2f}")
        case _:
            return say(value, lang)


_THIS_YEAR = Text("当年{shift}", "the current year{shift}")
_THIS_SCHOOL_YEAR = Text("本学年起始年份{shift}", "the year this school year began{shift}")
_DAY_OF = Text("{year}{month}月{day}日", "{year}-{month:02}-{day:02}")
_YEARS_AGO = Text("{n}年前的当日", "{n} years earlier")
_OPEN = Text("〔待答：{question}〕", "[open question: {question}]")


def bound_text(bound: object, lang: Lang) -> str:
    """What a fact is compared with, in words."""
    match bound:
        case ThisYear(plus=plus) | ThisSchoolYear(plus=plus) if (type(bound), plus) in _YEARS:
            return _YEARS[type(bound), plus](lang)
        case ThisYear(plus=plus):
            return _THIS_YEAR(lang, shift=f"{plus:+d}")
        case ThisSchoolYear(plus=plus):
            return _THIS_SCHOOL_YEAR(lang, shift=f"{plus:+d}")
        case DayOf():
            year = bound_text(bound.year, lang)
            return _DAY_OF(lang, year=year, month=bound.month, day=bound.day)
        case YearsAgo():
            return _YEARS_AGO(lang, n=bound.years)
        case Question():
            return _OPEN(lang, question=bound)
        case _:
            return str(bound)


_IS = Text("{fact}为{value}", "{fact} is {value}")
_AGED = Text("年龄{n}周岁", "aged {n}")
_AGED_OR_MORE = Text("年满{n}周岁", "aged {n} or more")
_AGED_OR_LESS = Text("年龄不超过{n}周岁", "aged {n} or less")
_AGED_BETWEEN = Text("年龄{low}至{high}周岁", "aged {low} to {high}")
_WITHIN = Text("{fact}属于{place}", "{fact} in {place}")
_CODE = Text("代码", " code")
_AND = Text("，且", ", and ")
_NO_CONDITION = Text("不设条件", "no condition")
_NEVER = Text("一概不属", "never")
_NOT = Text("不属于“{part}”", "not ({part})")
_SINCE = Text("自{since}起", "from {since}")
_UNTIL = Text("{until}前", "before {until}")
_SINCE_UNTIL = Text("自{since}起至{until}前", "from {since} before {until}")


def condition_text(condition: Condition, lang: Lang) -> str:
    """A condition in words."""
    match condition:
        case Flag():
            return condition.spec.text(lang)
        case Question():
            return _OPEN(lang, question=condition)
        case Named():
            return condition.text(lang)
        case Is():
            values = either((value_text(v, lang) for v in condition.values), lang)
            return _IS(lang, fact=condition.fact.spec, value=values)
        case Between():
            return _between(condition, lang)
        case Aged():
            return _aged(condition, lang)
        case Within():
            name = condition.fact.spec.text(lang).removesuffix(_CODE(lang))
            return _WITHIN(lang, fact=name, place=condition.territory.name)
        case AllOf():
            joined = listed((_inner(p, lang) for p in condition.parts), lang, _AND)
            return joined or _NO_CONDITION(lang)
        case AnyOf():
            if not condition.parts:
                return _NEVER(lang)
            return either((_inner(p, lang) for p in condition.parts), lang)
        case Not():
            return _NOT(lang, part=condition_text(condition.part, lang))
        case Given():
            return _given(condition, lang)
        case During():
            since, until = condition.first, condition.end
            if since and until:
                return _SINCE_UNTIL(lang, since=since, until=until)
            return _SINCE(lang, since=since) if since else _UNTIL(lang, until=until)
        case InMonths():
            first, last = MONTHS[condition.first - 1], MONTHS[condition.last - 1]
            one = condition.first == condition.last
            return _IN_MONTH(lang, month=first) if one else _IN_MONTHS(lang, first=first, last=last)
        case _:
            assert_never(condition)


_WHERE_KNOWN = Text("{fact}（以已填写的为准）", "{fact} (where filled in)")
_REST_OPEN = Text(
    "{fact}（未填写时：{others}的即是，其余不明）",
    "{fact} (where not filled in: so if {others}, otherwise unknown)",
)
_OTHERWISE = Text("{fact}（未填写时看：{otherwise}）", "{fact} (where not filled in: {otherwise})")


def _given(condition: Given, lang: Lang) -> str:
    """A fact and what is taken in its place; the fact itself among the alternatives only says that the rest is open."""
    fact, otherwise = condition.fact.spec, condition.otherwise
    if content(otherwise) == content(AnyOf()):
        return _WHERE_KNOWN(lang, fact=fact)
    own = content(condition.fact)
    if isinstance(otherwise, AnyOf) and own in content(otherwise.parts):
        others = AnyOf(*(p for p in otherwise.parts if content(p) != own))
        return _REST_OPEN(lang, fact=fact, others=condition_text(others, lang))
    return _OTHERWISE(lang, fact=fact, otherwise=condition_text(otherwise, lang))


def _inner(condition: Condition, lang: Lang) -> str:
    text = condition_text(condition, lang)
    if isinstance(condition, AllOf | AnyOf) and len(condition.parts) > 1:
        return BRACKETS(lang, said=text)
    return text


_NOT_BELOW = Text("{fact}不低于{low}", "{fact} not below {low}")
_NOT_ABOVE = Text("{fact}不超过{high}", "{fact} not above {high}")
_BETWEEN = Text("{fact}{low}至{high}", "{fact} from {low} to {high}")


def _between(test: Between, lang: Lang) -> str:
    fact, low, high = test.fact.spec, bound_text(test.low, lang), bound_text(test.high, lang)
    if content(test.low) == content(test.high):
        return _IS(lang, fact=fact, value=low)
    if test.high is None:
        return _NOT_BELOW(lang, fact=fact, low=low)
    if test.low is None:
        return _NOT_ABOVE(lang, fact=fact, high=high)
    return _BETWEEN(lang, fact=fact, low=low, high=high)


def _aged(test: Aged, lang: Lang) -> str:
    if test.low == test.high:
        return _AGED(lang, n=test.low)
    if test.high is None:
        return _AGED_OR_MORE(lang, n=test.low)
    if test.low is None:
        return _AGED_OR_LESS(lang, n=test.high)
    return _AGED_BETWEEN(lang, low=test.low, high=test.high)


_LEAST = Text("{items}中较低者", "the least of {items}")
_GREATEST = Text("{items}中较高者", "the greatest of {items}")
_CASE = Text("{condition}：{amount}", "if {condition}: {amount}")
_ELSE = Text("其他：{amount}", "otherwise: {amount}")
_ROUNDED = Text("{amount}（四舍五入到{to}元）", "{amount} (rounded half up to {to} yuan)")
_PRINTED = Text("{figure}（对应国家标准：{standard}）", "{figure} (national standard: {standard})")


def expr_text(expr: Expr, lang: Lang, *, yuan: bool = True) -> str:
    """An amount in words."""
    match expr:
        case Const():
            figure = f"{expr.value.normalize():f}"
            return YUAN(lang, sum=figure) if yuan else figure
        case Money() | Whole():
            return expr.spec.text(lang)
        case Plus():
            return " + ".join(_bracketed(p, lang) for p in expr.parts)
        case Times():
            return f"{expr_text(expr.number, lang, yuan=False)} × {_bracketed(expr.of, lang)}"
        case Least() | Greatest():
            items = listed((expr_text(p, lang) for p in expr.parts), lang)
            return (_LEAST if isinstance(expr, Least) else _GREATEST)(lang, items=items)
        case Table():
            rows = [
                (value_text(key, lang), expr_text(value, lang, yuan=yuan))
                for key, value in expr.rows
            ]
            if all(isinstance(value, Const) for _, value in expr.rows):
                return listed((f"{key} {value}" for key, value in rows), lang)
            told = (COLON(lang, name=key, said=value) for key, value in rows)
            return listed(told, lang, SEMICOLON)
        case Cases():
            cases = [
                _CASE(lang, condition=condition_text(c, lang), amount=expr_text(v, lang, yuan=yuan))
                for c, v in expr.cases
            ]
            if expr.otherwise is not None:
                cases.append(_ELSE(lang, amount=expr_text(expr.otherwise, lang, yuan=yuan)))
            return listed(cases, lang, SEMICOLON)
        case Rounded():
            return _ROUNDED(lang, amount=expr_text(expr.of, lang), to=expr.to)
        case AtStandard():
            return expr.standard.text(lang)
        case Printed():
            figure = expr_text(expr.figure, lang, yuan=yuan)
            return _PRINTED(lang, figure=figure, standard=expr.standard)
        case _:
            assert_never(expr)


def _bracketed(expr: Expr, lang: Lang) -> str:
    text = expr_text(expr, lang)
    simple = isinstance(expr, Const | Money | Whole | AtStandard | Printed)
    return text if simple else BRACKETS(lang, said=text)


_BOUND = Text("{basis} {figure}", "{basis} {figure}")
_ON_AVERAGE = Text("平均{figure}", "{figure} on average")
_TIERS = Text("分档：{tiers}", "tiers: {tiers}")
_AT_DISCRETION = Text("酌情，{low}至{high}", "at discretion, from {low} to {high}")


def amount_text(amount: Amount, lang: Lang) -> str:
    """How much a benefit is, in words."""
    match amount:
        case Fixed():
            return expr_text(amount.amount, lang)
        case Floor():
            return _BOUND(lang, basis=BASIS[Basis.AT_LEAST], figure=expr_text(amount.lower, lang))
        case Ceiling():
            return _BOUND(lang, basis=BASIS[Basis.AT_MOST], figure=expr_text(amount.upper, lang))
        case Average():
            average = _ON_AVERAGE(lang, figure=expr_text(amount.average, lang))
            if not amount.tiers:
                return average
            tiers = listed((expr_text(t, lang) for t in amount.tiers), lang)
            return ASIDE(lang, said=average, more=_TIERS(lang, tiers=tiers))
        case Discretionary():
            low, high = expr_text(amount.lower, lang), expr_text(amount.upper, lang)
            return _AT_DISCRETION(lang, low=low, high=high)
        case Unstated():
            return BASIS[Basis.UNSTATED](lang)
        case InKind():
            return amount.goods(lang)
        case _:
            assert_never(amount)
