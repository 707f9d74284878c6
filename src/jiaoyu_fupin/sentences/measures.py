"""A clause as lines for a reader: what it says, who answers for it, what it does, where its text is damaged."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses.marks import Defect, DefectKind
from ..clauses.measure import Measure
from ..clauses.policy import Policy
from ..clauses.printed import PlanText
from ..rules.ast import Question, nodes_in
from ..rules.benefit import Benefit
from ..values.text import ASIDE, Lang, Text, listed
from .benefits import benefit_sentence, life_text
from .effects import effect_sentence
from .standards import CERTAINTY

_LEAD = Text("牵头单位：{lead}。", "In the lead: {lead}.")
_LEAD_WITH = Text(
    "牵头单位：{lead}；责任单位：{others}。", "In the lead: {lead}; responsible with it: {others}."
)


def units_sentence(measure: Measure, policy: Policy, lang: Lang) -> str:
    """The responsible units, the lead unit first; empty where none is printed."""
    names = [policy.unit_of(printed).as_printed(printed) for printed in measure.units]
    if not names:
        return ""
    lead, *others = names
    if not others:
        return _LEAD(lang, lead=lead)
    return _LEAD_WITH(lang, lead=lead, others=listed(others, lang))


_DEFECT = Text("{kind}：原文「{raw}」，{read}。{why}", "{kind}: printed 「{raw}」, {read}. {why}")
_READ_AS = Text("读作「{reading}」", "read as 「{reading}」")
# what to make of a text without a reading: a legible one is never called unreadable, and only a lost figure is unknown
_AS_PRINTED = Text("原文可辨，照录不改", "legible: copied as it is, not corrected")
_PART_LOST = Text("缺失部分不详", "what is missing is not known")
_NOT_READ = {
    DefectKind.LOST_SIGN: _PART_LOST,
    DefectKind.ELIDED: Text("视为未知，不是零", "unknown, not zero"),
    DefectKind.REMOVED_NAME: Text("被隐去的名称不详", "the removed name is not known"),
    DefectKind.MISPRINT: _AS_PRINTED,
    DefectKind.LOST_HEADING: _PART_LOST,
    DefectKind.MISSING_ITEM: _PART_LOST,
    DefectKind.TRUNCATED: _PART_LOST,
    DefectKind.CONTRADICTION: Text(
        "原文如此，取舍不明", "so it is printed; which holds is not known"
    ),
    DefectKind.DOES_NOT_ADD_UP: Text("原文照录，不作更正", "copied as printed, not corrected"),
    DefectKind.UNDEFINED_TERM: Text("原文未作界定", "the text does not define it"),
    DefectKind.ODD_WORDING: Text(
        "原文照录，含义不作推定", "copied as printed; no meaning is presumed"
    ),
}
_RESTS_ON = Text("依据：{certainty}", "rests on: {certainty}")


def defect_sentence(defect: Defect, lang: Lang) -> str:
    """Where the text is damaged, how it is read, and why."""
    why = defect.reason(lang)
    if defect.certainty is not None:
        rests = _RESTS_ON(lang, certainty=CERTAINTY[defect.certainty])
        why = ASIDE(lang, said=why, more=rests)
    unread, reading = _NOT_READ[defect.kind], defect.reading
    read = unread(lang) if reading is None else _READ_AS(lang, reading=reading)
    return _DEFECT(lang, kind=defect.kind, raw=defect.raw, read=read, why=why)


def questions_of(measure: Measure) -> tuple[Question, ...]:
    """The open questions that the clause's benefits ask, each once."""
    found = (n for b in measure.benefits for n in nodes_in((b.place, b.when, b.amount)))
    return tuple(dict.fromkeys(n for n in found if isinstance(n, Question)))


_KIND = Text("类别：{kind}；出处：{policy}，{at}。", "Kind: {kind}; where: {policy}, {at}.")
_PLAN = Text("所属计划：{labels}。", "Assistance plan: {labels}.")
_PRECISION = Text("精准类别：{labels}。", "Precision: {labels}.")
_HEDGES = Text("限定语：{labels}。", "Hedges: {labels}.")
_PERIOD = Text("期间：{life}。", "Period: {life}.")
_DOCUMENT = Text(
    "依据文件：{number}（{about}；{certainty}）。", "Rests on: {number} ({about}; {certainty})."
)
_EFFECT = Text("【{id}】{sentence}", "[{id}] {sentence}")
_QUESTION = Text("待答问题 {name}：{question}", "Open question {name}: {question}")
_DEFECTIVE = Text("原文缺陷，{defect}", "Defect of the source, {defect}")


def measure_lines(
    measure: Measure, policy: Policy, lang: Lang, source: PlanText | None = None
) -> Iterator[str]:
    """A clause of a policy, line by line, everything that the library knows of it.

    With the plan's text, `source`, the printed words follow their place; without it the place alone is given.
    """
    yield f"{measure.id} {measure.title(lang)}"
    yield _KIND(lang, kind=measure.kind, policy=policy.title, at=measure.at)
    if source is not None:
        yield from (said(lang) for said in source.said(measure))
    if measure.says is not None:
        yield measure.says(lang)
    if units := units_sentence(measure, policy, lang):
        yield units
    plan = () if measure.plan is None else (measure.plan,)
    for label, members in (
        (_PLAN, plan),
        (_PRECISION, measure.precisions),
        (_HEDGES, measure.hedges),
    ):
        if members:
            yield label(lang, labels=listed(members, lang))
    if measure.life is not None:
        yield _PERIOD(lang, life=life_text(measure.life, lang))
    for document in measure.documents:
        certainty = CERTAINTY[document.certainty]
        yield _DOCUMENT(lang, number=document.number, about=document.about, certainty=certainty)
    for effect in measure.effects:
        sentence = (
            benefit_sentence(effect, lang, policy.life_of(effect))
            if isinstance(effect, Benefit)
            else effect_sentence(effect, lang)
        )
        yield _EFFECT(lang, id=effect.id, sentence=sentence)
    for question in questions_of(measure):
        yield _QUESTION(lang, name=question.name, question=question)
    for defect in measure.defects:
        yield _DEFECTIVE(lang, defect=defect_sentence(defect, lang))
