"""A benefit as a sentence: who is due what, how much, on what conditions, where, from when on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from ..people import Subject, kind_of
from ..rules.ast import (
    AllOf,
    AnyOf,
    Cases,
    Condition,
    Const,
    Expr,
    Named,
    Printed,
    Standard,
    Table,
    nodes_in,
)
from ..rules.benefit import (
    Amount,
    Average,
    Benefit,
    Ceiling,
    Discretionary,
    Fixed,
    Floor,
    InKind,
    Per,
    Unstated,
)
from ..rules.prose import PER, condition_text, expr_text
from ..values.spans import Span
from ..values.text import SEMICOLON, YUAN, Lang, Text, headed, listed, paragraph
from .standards import standard_sentence


def who(subject: type[Subject], lang: Lang) -> str:
    """Whom a benefit is for, in words."""
    return kind_of(subject).words(lang)


_DUE = Text("{subject}享受“{title}”：{amount}。", "{title}, for {subject}: {amount}.")
_CONDITION = Text("条件：{grounds}。", "Condition: {grounds}.")
_ALL = Text("须同时符合：{grounds}。", "Conditions, all of them: {grounds}.")
_ANY = Text("符合其一即可：{grounds}。", "Conditions, any of them: {grounds}.")
_NONE = Text("不设其他条件。", "No further condition.")
_WHERE = Text("地域：{place}。", "Where: {place}.")


def benefit_sentence(benefit: Benefit, lang: Lang, life: Span | None = None) -> str:
    """What a benefit grants, in one paragraph; `life` is when it is granted."""
    grounds, joint = _grounds(benefit.when)
    amount = _amount(benefit.amount, benefit.per, lang)
    told = listed((condition_text(g, lang) for g in grounds), lang, SEMICOLON)
    count = _CONDITION if len(grounds) == 1 else _ALL if joint else _ANY
    return paragraph(
        [
            headed(
                _DUE(lang, title=benefit.title, subject=who(benefit.subject, lang), amount=amount)
            ),
            count(lang, grounds=told) if grounds else _NONE(lang),
            _WHERE(lang, place=condition_text(benefit.place, lang)),
            *_definitions(benefit.when, lang),
            *(standard_sentence(found, lang) for found in _standards(benefit.amount)),
            *_besides(benefit, life, lang),
        ],
        lang,
    )


def _grounds(when: Condition) -> tuple[tuple[Condition, ...], bool]:
    """The conditions that count one by one, and whether all of them have to hold."""
    match when:
        case AllOf():
            parts = (p.parts if isinstance(p, AllOf) else (p,) for p in when.parts)
            return tuple(inner for part in parts for inner in part), True
        case AnyOf() if when.parts:
            return when.parts, False
        case _:
            return (when,), True


_MEANS = Text("“{name}”指：{meaning}。", "“{name}” means: {meaning}.")


def _definitions(when: Condition, lang: Lang) -> Iterator[str]:
    """What the words stand for that a plan has for a condition, each once."""
    for node in dict.fromkeys(n for n in nodes_in(when) if isinstance(n, Named)):
        yield _MEANS(lang, name=node, meaning=condition_text(node.condition, lang))


def _standards(amount: Amount) -> tuple[Standard, ...]:
    """The dated standards that an amount leans on, each once."""
    return tuple(dict.fromkeys(n for n in nodes_in(amount) if isinstance(n, Standard)))


_PAID_BY = Text("资金来源：{payers}。", "Paid by: {payers}.")
_PAPERS = Text("所需材料：{papers}。", "Papers: {papers}.")
_DEADLINE = Text("每年{month}月{day}日前申请。", "To be claimed by {month:02}-{day:02} each year.")
_IN_FORCE = Text("{life}有效。", "In force {life}.")
_REPAYABLE = Text("须偿还。", "To be paid back.")
_SAME_MONEY = Text(
    "与国家待遇{national}为同一笔钱，不重复计算。",
    "This is the same money as the nation's {national}, counted once.",
)


def _besides(benefit: Benefit, life: Span | None, lang: Lang) -> Iterator[str]:
    if benefit.payers:
        payers = (f"{p.name(lang)}{'' if p.share == 1 else f' {p.share}'}" for p in benefit.payers)
        yield _PAID_BY(lang, payers=listed(payers, lang))
    if benefit.papers:
        yield _PAPERS(lang, papers=listed(benefit.papers, lang))
    if (day := benefit.deadline) is not None:
        yield _DEADLINE(lang, month=day.month, day=day.day)
    if life is not None:
        yield _IN_FORCE(lang, life=life_text(life, lang))
    if benefit.repayable:
        yield _REPAYABLE(lang)
    if benefit.carries_out is not None:
        yield _SAME_MONEY(lang, national=benefit.carries_out)


_FROM_ON = Text("自{since}起", "from {since} on")
_FROM_TO = Text("自{since}起至{until}止", "from {since} to {until}")


def life_text(life: Span, lang: Lang) -> str:
    """From when to when."""
    if life.until is None:
        return _FROM_ON(lang, since=life.since)
    return _FROM_TO(lang, since=life.since, until=life.until)


_ON_AVERAGE = Text(
    "平均{figure}（是全体受助者的平均标准，不是个人金额）",
    "{figure}, on average over all who are aided and nobody's own amount",
)
_AT_DISCRETION = Text("酌情，从{low}到{high}", "at discretion, from {low} to {high}")
_UNSTATED = Text("原文未载明金额", "the plan states no amount")
_UNSTATED_NATIONAL = Text(
    "原文未载明金额，按现行标准看“{standard}”",
    "the plan states no amount; in force it is the {standard}",
)


def _amount(amount: Amount, per: Per, lang: Lang) -> str:
    match amount:
        case Fixed():
            return _each(_figure(amount.amount, lang), per, lang)
        case Floor():
            return _each(_bounded(amount.lower, _FLOOR, lang), per, lang)
        case Ceiling():
            return _each(_bounded(amount.upper, _CEILING, lang), per, lang)
        case Average():
            return _ON_AVERAGE(lang, figure=_each(_figure(amount.average, lang), per, lang))
        case Discretionary():
            low, high = _figure(amount.lower, lang), _figure(amount.upper, lang)
            return _each(_AT_DISCRETION(lang, low=low, high=high), per, lang)
        case Unstated():
            if amount.national is None:
                return _UNSTATED(lang)
            return _UNSTATED_NATIONAL(lang, standard=amount.national)
        case InKind():
            return _each(amount.goods(lang), per, lang)
        case _:
            assert_never(amount)


_FLOOR = (
    Text("不低于{figure}", "no less than {figure}"),
    Text("不低于下列数额：{figure}", "no less than the following: {figure}"),
)
_CEILING = (
    Text("不超过{figure}", "up to {figure}"),
    Text("不超过下列数额：{figure}", "up to the following: {figure}"),
)


def _bounded(expr: Expr, words: tuple[Text, Text], lang: Lang) -> str:
    """A floor or a ceiling; one that differs by case is told case by case."""
    return words[isinstance(expr, Cases | Table)](lang, figure=_figure(expr, lang))


_ZERO = Text("零", "nothing")


def _figure(expr: Expr, lang: Lang) -> str:
    """An amount in words; the national standard behind a printed figure is told with its dates, not here."""
    if isinstance(expr, Const) and expr.value == Decimal(0):
        return _ZERO(lang)
    return expr_text(expr.figure if isinstance(expr, Printed) else expr, lang)


_SUM_EACH = Text("{per}{amount}", "{amount} {per}")
_EACH = Text("（{per}）{amount}", "{amount}; {per}")


def _each(amount: str, per: Per, lang: Lang) -> str:
    """An amount and what it is for, said in one breath where the amount is one sum of money."""
    if per is Per.UNSTATED:
        return amount
    one_sum = amount.endswith(YUAN(lang, sum="")) and SEMICOLON(lang) not in amount
    return (_SUM_EACH if one_sum else _EACH)(lang, per=PER[per], amount=amount)
