"""A finding with its reasons, as a value, as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import attrs

from ..clauses.policy import Policy
from ..people import Subject, key_of
from ..people.fact import specs
from ..rules.ast import AllOf, AnyOf, Named
from ..rules.benefit import Benefit
from ..rules.forms import Outcome, Reading
from ..rules.prose import BASIS, PER, amount_text
from ..rules.reasons import Reason
from ..values.text import Lang, Text, lang_given, masked
from .findings import Finding

OUTCOME = {
    Outcome.ENTITLED: Text("应享受", "entitled"),
    Outcome.NOT_ENTITLED: Text("不符合条件", "not entitled"),
    Outcome.UNDETERMINED: Text("待定", "undetermined"),
    Outcome.NOT_APPLICABLE: Text("不适用", "not applicable"),
}
"""The outcomes in words."""

_MARK = {True: "✓", False: "✗", None: "?"}
_READING = {
    Reading.AS_WRITTEN: Text("按方案原文", "as written"),
    Reading.IN_FORCE: Text("按现行标准", "in force"),
}
_DISCLAIMER = Text(
    "本结果是按条款所作的计算，不是行政决定。",
    "This is a calculation from the clause, not an administrative decision.",
)


@attrs.frozen
class Explanation:
    """A finding and why it is so.

    Attributes:
        finding: The finding.
        policy: The policy it rests on.
        benefit: The benefit it is about.
        subject: The subject's id, its ends only.
        place: Why the place fits or does not; None where the date lies outside the benefit's life.
        when: Why the condition holds or does not; None likewise.
        assumed: The facts that were filled in on the caller's word.
    """

    finding: Finding
    policy: Policy = attrs.field(repr=False)
    benefit: Benefit = attrs.field(repr=False)
    subject: str
    place: Reason | None
    when: Reason | None
    assumed: tuple[str, ...] = ()

    def fact_text(self, name: str, lang: Lang) -> str:
        """A missing fact or open question in words, with its name."""
        known = {n: s.text for n, s in specs(self.benefit.subject).items()}
        known |= {
            f.name: f.spec.text for f in self.policy.facts if f.subject is self.benefit.subject
        }
        known |= {q.name: q.text for q in self.policy.questions}
        return f"{known[name](lang)} ({name})"

    def amount_line(self, lang: Lang) -> str:
        """How much it is, in one line; empty unless entitled or undetermined."""
        found, zh = self.finding, lang == "zh"
        if found.basis is None:
            return ""
        parts = [BASIS[found.basis](lang)]
        if found.average is not None:
            parts.append(f"{found.average}{'元' if zh else ' yuan'}")
        if found.lower is not None and found.lower == found.upper:
            parts.append(f"{found.lower}{'元' if zh else ' yuan'}")
        elif found.lower is not None or found.upper is not None:
            low, high = ("?" if b is None else str(b) for b in (found.lower, found.upper))
            parts.append(f"{low}至{high}元" if zh else f"{low} to {high} yuan")
        parts.append(PER[found.per](lang))
        rule = amount_text(self.benefit.amount, lang)
        return ("，" if zh else ", ").join(parts) + (f"（{rule}）" if zh else f" ({rule})")

    def lines(self, lang: Lang) -> Iterator[tuple[int, str]]:
        """The explanation line by line, each with its depth."""
        lang_given(lang)
        found, zh = self.finding, lang == "zh"
        outcome = OUTCOME[found.outcome](lang)
        yield (
            0,
            f"{found.benefit} {self.benefit.title(lang)} · {self.subject}{'：' if zh else ': '}{outcome}",
        )
        yield 1, ("依据：" if zh else "clause: ") + found.citation(lang)
        if self.place is None or self.when is None:
            life = self.policy.life_of(self.benefit)
            until = "" if life.until is None else f" – {life.until}"
            yield (
                1,
                (
                    f"✗ 日期不在有效期内（{life.since}起{until}）"
                    if zh
                    else f"✗ date outside its life (from {life.since}{until})"
                ),
            )
        else:
            for reason in (self.place, self.when):
                for depth, part in _shown(reason):
                    yield 1 + depth, f"{_MARK[part.verdict]} {_said(part, lang)}"
            if self.when.verdict is None and found.outcome is Outcome.ENTITLED:
                yield (
                    1,
                    "✓ 无论未知事实如何，结论不变"
                    if zh
                    else "✓ settled whatever the unknown facts are",
                )
        for names, title in (
            (found.missing, Text("尚缺、影响是否应享受：", "still needed to decide: ")),
            (found.amount_missing, Text("尚缺、影响金额：", "still needed for the amount: ")),
        ):
            if names:
                yield (
                    1,
                    title(lang)
                    + ("、" if zh else ", ").join(self.fact_text(n, lang) for n in names),
                )
        if self.assumed:
            title = Text("按假定填入：", "filled in by assumption: ")
            yield (
                1,
                title(lang)
                + ("、" if zh else ", ").join(self.fact_text(n, lang) for n in self.assumed),
            )
        if amount := self.amount_line(lang):
            yield 1, ("金额：" if zh else "amount: ") + amount
        for paper in self.benefit.papers:
            yield 1, ("材料：" if zh else "papers: ") + paper(lang)
        if self.benefit.deadline is not None:
            day = self.benefit.deadline
            yield (
                1,
                f"申请截止：每年{day.month}月{day.day}日"
                if zh
                else f"claim by: {day.month:02d}-{day.day:02d} each year",
            )
        for note in found.notes:
            yield 1, ("注意：" if zh else "note: ") + note(lang)
        source, reading = found.source, _READING[found.source.reading](lang)
        rules = (
            f"{source.policy} 第{source.version}版 指纹{source.fingerprint}"
            if zh
            else (f"{source.policy} version {source.version}, fingerprint {source.fingerprint}")
        )
        yield (
            1,
            f"规则：{rules}；日期{source.on}；{reading}"
            if zh
            else f"rules: {rules}; on {source.on}; {reading}",
        )
        yield 1, _DISCLAIMER(lang)

    def text(self, lang: Lang = "zh") -> str:
        """The explanation as indented lines, in Chinese or in English."""
        return "\n".join("  " * depth + line for depth, line in self.lines(lang))

    def html(self, lang: Lang = "zh") -> str:
        """The explanation as an HTML fragment, in Chinese or in English."""
        code = "zh-CN" if lang == "zh" else "en"
        rows = "".join(
            f'<div style="margin-left:{1.5 * depth}em">{escape(line)}</div>'
            for depth, line in self.lines(lang)
        )
        return f'<div class="jiaoyu-fupin" lang="{code}">{rows}</div>'

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()


_ALL, _ANY = Text("同时满足：", "all of:"), Text("满足其一：", "any of:")


def _said(reason: Reason, lang: Lang) -> str:
    """A reason in one line; a group only says how its parts count, for they follow."""
    match reason.condition:
        case AllOf():
            return _ALL(lang)
        case AnyOf():
            return _ANY(lang)
        case _:
            return reason.text(lang)


def _shown(reason: Reason) -> Iterator[tuple[int, Reason]]:
    """A reason and those below it, each with its depth; a name and the group it stands for are one line."""
    yield 0, reason
    parts = reason.parts
    if isinstance(reason.condition, Named) and isinstance(parts[0].condition, AllOf | AnyOf):
        parts = parts[0].parts
    for part in parts:
        for depth, inner in _shown(part):
            yield depth + 1, inner


def shown_id(subject: Subject) -> str:
    """A subject's id as it may be shown."""
    return masked(str(getattr(subject, key_of(type(subject)))))
