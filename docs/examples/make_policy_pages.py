"""Writes a page per policy in Chinese and in English: python docs/examples/make_policy_pages.py"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import jiaoyu_fupin as jf
from jiaoyu_fupin.rules.ast import Standard
from jiaoyu_fupin.rules.benefit import Life
from jiaoyu_fupin.sentences import CERTAINTY, measure_lines, row_text
from jiaoyu_fupin.values.text import Lang

DOCS = Path(__file__).parent.parent


def path_of(policy: jf.Policy, lang: Lang) -> Path:
    """Where a policy's page stands."""
    return DOCS / lang / "policies" / f"{policy.id}.md"


def span(life: Life | None, lang: Lang) -> str:
    """From when to when, as far as the document prints it."""
    zh = lang == "zh"
    if life is None:
        return "原文未载明日期" if zh else "no date is printed"
    if life.until is None:
        return (
            f"自{life.since}起，原文未载明终止日期"
            if zh
            else f"from {life.since}; no last day is printed"
        )
    return f"自{life.since}起至{life.until}止" if zh else f"from {life.since} to {life.until}"


def head(policy: jf.Policy, lang: Lang) -> Iterator[str]:
    """What the document is, before its clauses."""
    zh = lang == "zh"
    yield f"# {policy.title(lang)}\n"
    yield (
        "本页由 `docs/examples/make_policy_pages.py` 根据库内声明生成；条文是本库的转述，不是原文；名称、所列项目和出处照原文。\n"
        if zh
        else "This page is made from the library's declarations by `docs/examples/make_policy_pages.py`; clauses are told in "
        "the library's own words, not quoted; places in the text, such as 篇一 二(一)1, are kept as printed.\n"
    )
    if zh:
        yield f"- 在程序中的名称：`{policy.id}`，第{policy.version}版。"
        yield f"- 有效期：{span(policy.life, lang)}。"
    else:
        yield f"- Its name to programs: `{policy.id}`, version {policy.version}."
        yield f"- In force: {span(policy.life, lang)}."
    if policy.territory is not None:
        place = policy.territory.name(lang)
        yield f"- 地域：{place}。" if zh else f"- Where: {place}."
    for document in policy.documents:
        about, sure = document.about(lang), CERTAINTY[document.certainty](lang)
        yield (
            f"- 依据：{document.number}（{about}；{sure}）。"
            if zh
            else f"- It carries out {document.number} ({about}; {sure})."
        )
    kinds = Counter(m.kind for m in policy.measures)
    counted = ("、" if zh else ", ").join(
        f"{kind.zh}{n}条" if zh else f"{kind.text.en} {n}" for kind, n in kinds.items()
    )
    total = len(policy.measures)
    yield f"- 共{total}条：{counted}。\n" if zh else f"- {total} clauses: {counted}.\n"


def standards(found: tuple[Standard, ...], lang: Lang) -> Iterator[str]:
    """The dated figures that a policy sets, each with what it rests on."""
    if not found:
        return
    zh = lang == "zh"
    yield "## 分年标准\n" if zh else "## Standards by date\n"
    for standard in found:
        title = standard.text(lang)
        yield f"### {title[:1].upper()}{title[1:]}\n"
        for row in standard.rows:
            sure = CERTAINTY[row.certainty](lang)
            number = row.document and (f"，{row.document}" if zh else f", {row.document}")
            said = row_text(row, lang)
            yield f"- {said}（{sure}{number}）" if zh else f"- {said} ({sure}{number})"
        yield ""


def page(policy: jf.Policy, lang: Lang) -> str:
    """The whole page."""
    lines = list(head(policy, lang))
    lines.append("## 条款\n" if lang == "zh" else "## Clauses\n")
    for measure in policy.measures:
        title, *rest = measure_lines(measure, policy, lang)
        lines += [f"### {title}\n", *(f"- {line}" for line in rest), ""]
    lines += standards(policy.standards, lang)
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    for policy in map(jf.policy, jf.policy_ids()):
        for lang in get_args(Lang):
            target = path_of(policy, lang)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page(policy, lang), encoding="utf-8")
