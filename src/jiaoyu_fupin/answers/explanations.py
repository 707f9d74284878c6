"""A finding with its reasons, as a value, as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ..clauses.policy import Policy
from ..clauses.printed import PlanText
from ..people import Subject, key_of
from ..rules.ast import AllOf, AnyOf, Named
from ..rules.benefit import Benefit
from ..rules.forms import Outcome, Reading
from ..rules.prose import BASIS, PER, amount_text
from ..rules.reasons import Reason
from ..values.text import ASIDE, COMMA, YUAN, Lang, Text, html_lines, lang_given, listed, masked
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
_HEAD = Text("{id} {title} · {subject}：{outcome}", "{id} {title} · {subject}: {outcome}")
_CLAUSE = Text("依据：{citation}", "clause: {citation}")
_OUTSIDE = Text(
    "✗ 日期不在有效期内（{since}起{until}）", "✗ date outside its life (from {since}{until})"
)
_SETTLED = Text("✓ 无论未知事实如何，结论不变", "✓ settled whatever the unknown facts are")
_TO_DECIDE = Text("尚缺、影响是否应享受：{facts}", "still needed to decide: {facts}")
_FOR_AMOUNT = Text("尚缺、影响金额：{facts}", "still needed for the amount: {facts}")
_ASSUMED = Text("按假定填入：{facts}", "filled in by assumption: {facts}")
_AMOUNT = Text("金额：{amount}", "amount: {amount}")
_FROM_TO = Text("{low}至{high}元", "{low} to {high} yuan")
_PAPERS = Text("材料：{paper}", "papers: {paper}")
_DEADLINE = Text("申请截止：每年{month}月{day}日", "claim by: {month:02}-{day:02} each year")
_NOTE = Text("注意：{note}", "note: {note}")
_RULES = Text(
    "规则：{policy} 第{version}版 指纹{fingerprint}；日期{on}；{reading}",
    "rules: {policy} version {version}, fingerprint {fingerprint}; on {on}; {reading}",
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
        facts = self.policy.facts_of(self.benefit.subject)
        known = {name: spec.text for name, spec in facts.items()}
        known |= {q.name: q.text for q in self.policy.questions}
        return f"{known[name](lang)} ({name})"

    def _facts(self, names: Iterable[str], lang: Lang) -> str:
        return listed((self.fact_text(name, lang) for name in names), lang)

    def amount_line(self, lang: Lang) -> str:
        """How much it is, in one line; empty unless entitled or undetermined."""
        found = self.finding
        if found.basis is None:
            return ""
        parts = [BASIS[found.basis](lang)]
        if found.average is not None:
            parts.append(YUAN(lang, sum=found.average))
        if found.lower is not None and found.lower == found.upper:
            parts.append(YUAN(lang, sum=found.lower))
        elif found.lower is not None or found.upper is not None:
            low, high = ("?" if b is None else str(b) for b in (found.lower, found.upper))
            parts.append(_FROM_TO(lang, low=low, high=high))
        parts.append(PER[found.per](lang))
        rule = amount_text(self.benefit.amount, lang)
        return ASIDE(lang, said=listed(parts, lang, COMMA), more=rule)

    def lines(self, lang: Lang, source: PlanText | None = None) -> Iterator[tuple[int, str]]:
        """The explanation line by line, each with its depth.

        With the plan's text, `source`, the printed words follow the clause; without it the place alone is given.
        """
        lang_given(lang)
        found, benefit = self.finding, self.benefit
        yield (
            0,
            _HEAD(
                lang,
                id=found.benefit,
                title=benefit.title,
                subject=self.subject,
                outcome=OUTCOME[found.outcome],
            ),
        )
        yield 1, _CLAUSE(lang, citation=found.citation)
        if source is not None:
            for said in source.said(self.policy[benefit.clause]):
                yield 2, said(lang)
        if self.place is None or self.when is None:
            life = self.policy.life_of(benefit)
            until = "" if life.until is None else f" – {life.until}"
            yield 1, _OUTSIDE(lang, since=life.since, until=until)
        else:
            for reason in (self.place, self.when):
                for depth, part in _shown(reason):
                    yield 1 + depth, f"{_MARK[part.verdict]} {_said(part, lang)}"
            if self.when.verdict is None and found.outcome is Outcome.ENTITLED:
                yield 1, _SETTLED(lang)
        for names, line in (
            (found.missing, _TO_DECIDE),
            (found.amount_missing, _FOR_AMOUNT),
            (self.assumed, _ASSUMED),
        ):
            if names:
                yield 1, line(lang, facts=self._facts(names, lang))
        if amount := self.amount_line(lang):
            yield 1, _AMOUNT(lang, amount=amount)
        for paper in benefit.papers:
            yield 1, _PAPERS(lang, paper=paper)
        if (day := benefit.deadline) is not None:
            yield 1, _DEADLINE(lang, month=day.month, day=day.day)
        for note in found.notes:
            yield 1, _NOTE(lang, note=note)
        rules = found.source
        yield (
            1,
            _RULES(
                lang,
                policy=rules.policy,
                version=rules.version,
                fingerprint=rules.fingerprint,
                on=rules.on,
                reading=_READING[rules.reading],
            ),
        )
        yield 1, _DISCLAIMER(lang)

    def text(self, lang: Lang = "zh", source: PlanText | None = None) -> str:
        """The explanation as indented lines, in Chinese or in English; with the plan's text its words are quoted."""
        return "\n".join("  " * depth + line for depth, line in self.lines(lang, source))

    def html(self, lang: Lang = "zh", source: PlanText | None = None) -> str:
        """The explanation as an HTML fragment, in Chinese or in English; with the plan's text its words are quoted."""
        return html_lines(self.lines(lang, source), lang)

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
