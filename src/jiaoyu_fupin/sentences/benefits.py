"""A benefit as a sentence: who is due what, how much, on what conditions, where, from when on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from ..people import Subject, subject_name
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
    Life,
    Per,
    Unstated,
)
from ..rules.prose import PER, condition_text, expr_text
from ..values.text import Lang, Text
from .standards import standard_sentence

_WHO = {
    "student": Text("学生", "students"),
    "teacher": Text("教师", "teachers"),
    "school": Text("学校", "schools"),
    "household": Text("家庭", "households"),
    "farmer": Text("务农人员", "farmers"),
}


def who(subject: type[Subject], lang: Lang) -> str:
    """Whom a benefit is for, in words."""
    return _WHO[subject_name(subject)](lang)


def benefit_sentence(benefit: Benefit, lang: Lang, life: Life | None = None) -> str:
    """What a benefit grants, in one paragraph; `life` is when it is granted."""
    zh = lang == "zh"
    grounds, joint = _grounds(benefit.when)
    listed = ("；" if zh else "; ").join(condition_text(g, lang) for g in grounds)
    title, amount = benefit.title(lang), _amount(benefit.amount, benefit.per, lang)
    subject = who(benefit.subject, lang)
    if len(grounds) == 1:
        condition = f"条件：{listed}。" if zh else f"Condition: {listed}."
    elif joint:
        condition = f"须同时符合：{listed}。" if zh else f"Conditions, all of them: {listed}."
    else:
        condition = f"符合其一即可：{listed}。" if zh else f"Conditions, any of them: {listed}."
    if not grounds:
        condition = "不设其他条件。" if zh else "No further condition."
    place = condition_text(benefit.place, lang)
    parts = (
        [f"{subject}享受“{title}”：{amount}。", condition, f"地域：{place}。"]
        if zh
        else [
            f"{title[:1].upper()}{title[1:]}, for {subject}: {amount}.",
            condition,
            f"Where: {place}.",
        ]
    )
    parts += _definitions(benefit.when, lang)
    parts += [standard_sentence(found, lang) for found in _standards(benefit.amount)]
    parts += _besides(benefit, life, lang)
    return "".join(parts) if zh else " ".join(parts)


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


def _definitions(when: Condition, lang: Lang) -> Iterator[str]:
    """What the words stand for that a plan has for a condition, each once."""
    for node in dict.fromkeys(n for n in nodes_in(when) if isinstance(n, Named)):
        name, meaning = node.text(lang), condition_text(node.condition, lang)
        yield f"“{name}”指：{meaning}。" if lang == "zh" else f"“{name}” means: {meaning}."


def _standards(amount: Amount) -> tuple[Standard, ...]:
    """The dated standards that an amount leans on, each once."""
    return tuple(dict.fromkeys(n for n in nodes_in(amount) if isinstance(n, Standard)))


def _besides(benefit: Benefit, life: Life | None, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    if benefit.payers:
        shares = ("、" if zh else ", ").join(
            f"{p.name(lang)}{'' if p.share == 1 else f' {p.share}'}" for p in benefit.payers
        )
        yield f"资金来源：{shares}。" if zh else f"Paid by: {shares}."
    if benefit.papers:
        papers = ("、" if zh else ", ").join(p(lang) for p in benefit.papers)
        yield f"所需材料：{papers}。" if zh else f"Papers: {papers}."
    if benefit.deadline is not None:
        day = benefit.deadline
        yield (
            f"每年{day.month}月{day.day}日前申请。"
            if zh
            else f"To be claimed by {day.month:02d}-{day.day:02d} each year."
        )
    if life is not None:
        since = life_text(life, lang)
        yield f"{since}有效。" if zh else f"In force {since}."
    if benefit.repayable:
        yield "须偿还。" if zh else "To be paid back."
    if benefit.carries_out is not None:
        yield (
            f"与国家待遇{benefit.carries_out}为同一笔钱，不重复计算。"
            if zh
            else f"This is the same money as the nation's {benefit.carries_out}, counted once."
        )


def life_text(life: Life, lang: Lang) -> str:
    """From when to when."""
    if lang == "zh":
        return f"自{life.since}起" + (f"至{life.until}止" if life.until else "")
    return f"from {life.since} " + (f"to {life.until}" if life.until else "on")


def _amount(amount: Amount, per: Per, lang: Lang) -> str:
    zh = lang == "zh"
    match amount:
        case Fixed():
            return _each(_figure(amount.amount, lang), per, lang)
        case Floor():
            floor = _figure(amount.lower, lang)
            return _each(_bounded(amount.lower, floor, FLOOR, lang), per, lang)
        case Ceiling():
            ceiling = _figure(amount.upper, lang)
            return _each(_bounded(amount.upper, ceiling, CEILING, lang), per, lang)
        case Average():
            average = _each(_figure(amount.average, lang), per, lang)
            return (
                f"平均{average}（是全体受助者的平均标准，不是个人金额）"
                if zh
                else f"{average}, on average over all who are aided and nobody's own amount"
            )
        case Discretionary():
            low, high = _figure(amount.lower, lang), _figure(amount.upper, lang)
            between = f"酌情，从{low}到{high}" if zh else f"at discretion, from {low} to {high}"
            return _each(between, per, lang)
        case Unstated():
            if amount.national is None:
                return "原文未载明金额" if zh else "the plan states no amount"
            standard = amount.national.text(lang)
            return (
                f"原文未载明金额，按现行标准看“{standard}”"
                if zh
                else f"the plan states no amount; in force it is the {standard}"
            )
        case InKind():
            return _each(amount.goods(lang), per, lang)
        case _:
            assert_never(amount)


FLOOR = Text("不低于", "no less than")
CEILING = Text("不超过", "up to")


def _bounded(expr: Expr, figure: str, word: Text, lang: Lang) -> str:
    """A floor or a ceiling; one that differs by case is told case by case."""
    if isinstance(expr, Cases | Table):
        return (
            f"{word.zh}下列数额：{figure}" if lang == "zh" else f"{word.en} the following: {figure}"
        )
    return f"{word.zh}{figure}" if lang == "zh" else f"{word.en} {figure}"


def _figure(expr: Expr, lang: Lang) -> str:
    """An amount in words; the national standard behind a printed figure is told with its dates, not here."""
    if isinstance(expr, Const) and expr.value == Decimal(0):
        return "零" if lang == "zh" else "nothing"
    return expr_text(expr.figure if isinstance(expr, Printed) else expr, lang)


def _each(text: str, per: Per, lang: Lang) -> str:
    if per is Per.UNSTATED:
        return text
    if lang == "zh":
        return (
            f"{PER[per].zh}{text}"
            if text.endswith("元") and "；" not in text
            else f"（{PER[per].zh}）{text}"
        )
    return (
        f"{text} {PER[per].en}"
        if text.endswith("yuan") and ";" not in text
        else f"{text}; {PER[per].en}"
    )
