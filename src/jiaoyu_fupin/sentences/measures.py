"""A clause as lines for a reader: what it says, who answers for it, what it does, where its text is damaged."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses.marks import Defect
from ..clauses.measure import Measure
from ..clauses.policy import Policy
from ..clauses.units import unit_of
from ..rules.ast import Question, nodes_in
from ..rules.benefit import Benefit
from ..rules.prose import value_text
from ..values.text import Lang
from .benefits import benefit_sentence, life_text
from .effects import effect_sentence
from .standards import CERTAINTY


def units_sentence(measure: Measure, lang: Lang) -> str:
    """The responsible units, the lead unit first; empty where none is printed."""
    names = [u if lang == "zh" else unit_of(u).name.en for u in measure.units]
    if not names:
        return ""
    if lang == "zh":
        others = f"；责任单位：{'、'.join(names[1:])}" if names[1:] else ""
        return f"牵头单位：{names[0]}{others}。"
    others = f"; responsible with it: {', '.join(names[1:])}" if names[1:] else ""
    return f"In the lead: {names[0]}{others}."


def defect_sentence(defect: Defect, lang: Lang) -> str:
    """Where the text is damaged, how it is read, and why."""
    kind, reason = value_text(defect.kind, lang), defect.reason(lang)
    sure = ""
    if defect.certainty is not None:
        word = CERTAINTY[defect.certainty](lang)
        sure = f"（依据：{word}）" if lang == "zh" else f" (rests on: {word})"
    if lang == "zh":
        read = "无法读出，视为未知" if defect.reading is None else f"读作「{defect.reading}」"
        return f"{kind}：原文「{defect.raw}」，{read}。{reason}{sure}"
    read = (
        "nothing can be read: unknown"
        if defect.reading is None
        else f"read as 「{defect.reading}」"
    )
    return f"{kind}: printed 「{defect.raw}」, {read}. {reason}{sure}"


def questions_of(measure: Measure) -> tuple[Question, ...]:
    """The open questions that the clause's benefits ask, each once."""
    found = (n for b in measure.benefits for n in nodes_in((b.place, b.when, b.amount)))
    return tuple(dict.fromkeys(n for n in found if isinstance(n, Question)))


def measure_lines(measure: Measure, policy: Policy, lang: Lang) -> Iterator[str]:
    """A clause of a policy, line by line, everything that the library knows of it."""
    zh = lang == "zh"
    yield f"{measure.id} {measure.title(lang)}"
    kind = value_text(measure.kind, lang)
    where = f"{policy.title(lang)}{'，' if zh else ', '}{measure.at}"
    yield f"类别：{kind}；出处：{where}。" if zh else f"Kind: {kind}; where: {where}."
    if measure.says is not None:
        yield measure.says(lang)
    if units := units_sentence(measure, lang):
        yield units
    labels = (
        ("所属计划", "Assistance plan", () if measure.plan is None else (measure.plan,)),
        ("精准类别", "Precision", measure.precisions),
        ("限定语", "Hedges", measure.hedges),
    )
    for name_zh, name_en, members in labels:
        if members:
            words = [value_text(m, lang) for m in members]
            yield f"{name_zh}：{'、'.join(words)}。" if zh else f"{name_en}: {', '.join(words)}."
    if measure.life is not None:
        yield (
            f"期间：{life_text(measure.life, lang)}。"
            if zh
            else f"Period: {life_text(measure.life, lang)}."
        )
    for document in measure.documents:
        about, sure = document.about(lang), CERTAINTY[document.certainty](lang)
        yield (
            f"依据文件：{document.number}（{about}；{sure}）。"
            if zh
            else f"Rests on: {document.number} ({about}; {sure})."
        )
    for effect in measure.effects:
        sentence = (
            benefit_sentence(effect, lang, policy.life_of(effect))
            if isinstance(effect, Benefit)
            else effect_sentence(effect, lang)
        )
        yield f"【{effect.id}】{sentence}" if zh else f"[{effect.id}] {sentence}"
    for question in questions_of(measure):
        yield (
            f"待答问题 {question.name}：{question.text.zh}"
            if zh
            else f"Open question {question.name}: {question.text.en}"
        )
    for defect in measure.defects:
        yield ("原文缺陷，" if zh else "Defect of the source, ") + defect_sentence(defect, lang)
