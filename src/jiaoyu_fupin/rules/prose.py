"""The reading of rules for people: any condition or amount as words, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from ..values.label import Label
from ..values.text import Lang, Text
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


def value_text(value: object, lang: Lang) -> str:
    """A fact's value in words; an unknown one is said to be."""
    match value:
        case None:
            return "未知" if lang == "zh" else "unknown"
        case bool():
            return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
        case Label():
            return value.text(lang)
        case Decimal():
            return f"{value:.2f}元" if lang == "zh" else f"{value:.2f} yuan"
        case _:
            return str(value)


def _or(items: Iterable[str], lang: Lang) -> str:
    *first, last = items
    if not first:
        return last
    return f"{'、'.join(first)}或{last}" if lang == "zh" else f"{', '.join(first)} or {last}"


def bound_text(bound: object, lang: Lang) -> str:
    """What a fact is compared with, in words."""
    zh = lang == "zh"
    match bound:
        case ThisYear(plus=plus) | ThisSchoolYear(plus=plus):
            of_school_year = isinstance(bound, ThisSchoolYear)
            shift = "" if plus == 0 else f"{plus:+d}"
            if zh:
                return ("本学年起始年份" if of_school_year else "当年") + shift
            return (
                "the year this school year began" if of_school_year else "the current year"
            ) + shift
        case DayOf():
            day = f"{bound.month}月{bound.day}日" if zh else f"-{bound.month:02d}-{bound.day:02d}"
            return bound_text(bound.year, lang) + day
        case YearsAgo():
            return f"{bound.years}年前的当日" if zh else f"{bound.years} years earlier"
        case Question():
            return _open(bound, lang)
        case _:
            return str(bound)


def _open(question: Question, lang: Lang) -> str:
    text = question.text(lang)
    return f"〔待答：{text}〕" if lang == "zh" else f"[open question: {text}]"


def condition_text(condition: Condition, lang: Lang) -> str:
    """A condition in words."""
    zh = lang == "zh"
    match condition:
        case Flag():
            return condition.spec.text(lang)
        case Question():
            return _open(condition, lang)
        case Named():
            return condition.text(lang)
        case Is():
            name, values = (
                condition.fact.spec.text(lang),
                _or((value_text(v, lang) for v in condition.values), lang),
            )
            return f"{name}为{values}" if zh else f"{name} is {values}"
        case Between():
            return _between(condition, lang)
        case Aged():
            low, high = condition.low, condition.high
            if low == high:
                return f"年龄{low}周岁" if zh else f"aged {low}"
            if high is None:
                return f"年满{low}周岁" if zh else f"aged {low} or more"
            if low is None:
                return f"年龄不超过{high}周岁" if zh else f"aged {high} or less"
            return f"年龄{low}至{high}周岁" if zh else f"aged {low} to {high}"
        case Within():
            name, place = condition.fact.spec.text(lang), condition.territory.name(lang)
            return f"{name.removesuffix('代码')}属于{place}" if zh else f"{name} in {place}"
        case AllOf():
            joined = ("，且" if zh else ", and ").join(_inner(p, lang) for p in condition.parts)
            return joined or ("不设条件" if zh else "no condition")
        case AnyOf():
            if not condition.parts:
                return "一概不属" if zh else "never"
            return _or((_inner(p, lang) for p in condition.parts), lang)
        case Not():
            return (
                f"不属于“{condition_text(condition.part, lang)}”"
                if zh
                else f"not ({condition_text(condition.part, lang)})"
            )
        case Given():
            return _given(condition, lang)
        case During():
            since, until = condition.first, condition.end
            if zh:
                end = f"{until}前"
                return (
                    f"自{since}起至{end}" if since and until else f"自{since}起" if since else end
                )
            return " ".join(
                filter(None, (f"from {since}" if since else "", f"before {until}" if until else ""))
            )
        case _:
            assert_never(condition)


def _given(condition: Given, lang: Lang) -> str:
    """A fact and what is taken in its place; the fact itself among the alternatives only says that the rest is open."""
    fact, otherwise = condition.fact.spec.text(lang), condition.otherwise
    if otherwise == AnyOf():
        return f"{fact}（以已填写的为准）" if lang == "zh" else f"{fact} (where filled in)"
    if isinstance(otherwise, AnyOf) and condition.fact in otherwise.parts:
        others = AnyOf(*(p for p in otherwise.parts if p != condition.fact))
        text = condition_text(others, lang)
        return (
            f"{fact}（未填写时：{text}的即是，其余不明）"
            if lang == "zh"
            else f"{fact} (where not filled in: so if {text}, otherwise unknown)"
        )
    text = condition_text(otherwise, lang)
    return (
        f"{fact}（未填写时看：{text}）" if lang == "zh" else f"{fact} (where not filled in: {text})"
    )


def _inner(condition: Condition, lang: Lang) -> str:
    text = condition_text(condition, lang)
    if isinstance(condition, AllOf | AnyOf) and len(condition.parts) > 1:
        return f"（{text}）" if lang == "zh" else f"({text})"
    return text


def _between(test: Between, lang: Lang) -> str:
    zh = lang == "zh"
    name, low, high = (
        test.fact.spec.text(lang),
        bound_text(test.low, lang),
        bound_text(test.high, lang),
    )
    if test.low == test.high:
        return f"{name}为{low}" if zh else f"{name} is {low}"
    if test.high is None:
        return f"{name}不低于{low}" if zh else f"{name} not below {low}"
    if test.low is None:
        return f"{name}不超过{high}" if zh else f"{name} not above {high}"
    return f"{name}{low}至{high}" if zh else f"{name} from {low} to {high}"


def expr_text(expr: Expr, lang: Lang, *, yuan: bool = True) -> str:
    """An amount in words."""
    zh = lang == "zh"

    def over(parts: Iterable[Expr], joint: str) -> str:
        return joint.join(_bracketed(p, lang) for p in parts)

    match expr:
        case Const():
            unit = "" if not yuan else "元" if zh else " yuan"
            return f"{expr.value.normalize():f}{unit}"
        case Money() | Whole():
            return expr.spec.text(lang)
        case Plus():
            return over(expr.parts, " + ")
        case Times():
            return f"{expr_text(expr.number, lang, yuan=False)} × {_bracketed(expr.of, lang)}"
        case Least() | Greatest():
            word = (
                ("较低者" if isinstance(expr, Least) else "较高者")
                if zh
                else ("the least of" if isinstance(expr, Least) else "the greatest of")
            )
            items = ("、" if zh else ", ").join(expr_text(p, lang) for p in expr.parts)
            return f"{items}中{word}" if zh else f"{word} {items}"
        case Table():
            plain = all(isinstance(v, Const) for _, v in expr.rows)
            sign = " " if plain else "：" if zh else ": "
            rows = [
                value_text(k, lang) + sign + expr_text(v, lang, yuan=yuan) for k, v in expr.rows
            ]
            return (("、" if plain else "；") if zh else ", " if plain else "; ").join(rows)
        case Cases():
            cases = [
                f"{condition_text(c, lang)}：{expr_text(v, lang, yuan=yuan)}"
                if zh
                else f"if {condition_text(c, lang)}: {expr_text(v, lang, yuan=yuan)}"
                for c, v in expr.cases
            ]
            if expr.otherwise is not None:
                cases.append(
                    ("其他：" if zh else "otherwise: ") + expr_text(expr.otherwise, lang, yuan=yuan)
                )
            return "；".join(cases) if zh else "; ".join(cases)
        case Rounded():
            inner = expr_text(expr.of, lang)
            return (
                f"{inner}（四舍五入到{expr.to}元）"
                if zh
                else f"{inner} (rounded half up to {expr.to} yuan)"
            )
        case AtStandard():
            return expr.standard.text(lang)
        case Printed():
            figure = expr_text(expr.figure, lang, yuan=yuan)
            national = expr.standard.text(lang)
            return (
                f"{figure}（对应国家标准：{national}）"
                if zh
                else f"{figure} (national standard: {national})"
            )
        case _:
            assert_never(expr)


def _bracketed(expr: Expr, lang: Lang) -> str:
    text = expr_text(expr, lang)
    simple = isinstance(expr, Const | Money | Whole | AtStandard | Printed)
    return text if simple else f"（{text}）" if lang == "zh" else f"({text})"


def amount_text(amount: Amount, lang: Lang) -> str:
    """How much a benefit is, in words."""
    zh = lang == "zh"
    match amount:
        case Fixed():
            return expr_text(amount.amount, lang)
        case Floor():
            return f"{BASIS[Basis.AT_LEAST](lang)} {expr_text(amount.lower, lang)}"
        case Ceiling():
            return f"{BASIS[Basis.AT_MOST](lang)} {expr_text(amount.upper, lang)}"
        case Average():
            tiers = ("、" if zh else ", ").join(expr_text(t, lang) for t in amount.tiers)
            graded = "" if not tiers else f"（分档：{tiers}）" if zh else f" (tiers: {tiers})"
            average = expr_text(amount.average, lang)
            return f"平均{average}{graded}" if zh else f"{average} on average{graded}"
        case Discretionary():
            low, high = expr_text(amount.lower, lang), expr_text(amount.upper, lang)
            return f"酌情，{low}至{high}" if zh else f"at discretion, from {low} to {high}"
        case Unstated():
            return BASIS[Basis.UNSTATED](lang)
        case InKind():
            return amount.goods(lang)
        case _:
            assert_never(amount)
