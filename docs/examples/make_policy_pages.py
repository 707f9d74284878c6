"""Writes a page per policy in Chinese and in English: python docs/examples/make_policy_pages.py

Who has the text of the plans gives it, and a folder outside the project for pages that quote it: FILE FOLDER.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jiaoyu_fupin as jf
from jiaoyu_fupin.rules.ast import Standard
from jiaoyu_fupin.sentences import CERTAINTY, measure_lines, row_text
from jiaoyu_fupin.values.spans import Span
from jiaoyu_fupin.values.text import ASIDE, LANGUAGES, Lang, Text, headed, listed

DOCS = Path(__file__).parent.parent


def path_of(policy: jf.Policy, lang: Lang) -> Path:
    """Where a policy's page stands."""
    return DOCS / lang / "policies" / f"{policy.id}.md"


_NO_DATE = Text("原文未载明日期", "no date is printed")
_OPEN_END = Text("自{since}起，原文未载明终止日期", "from {since}; no last day is printed")
_SPAN = Text("自{since}起至{until}止", "from {since} to {until}")


def span(life: Span | None, lang: Lang) -> str:
    """From when to when, as far as the document prints it."""
    if life is None:
        return _NO_DATE(lang)
    if life.until is None:
        return _OPEN_END(lang, since=life.since)
    return _SPAN(lang, since=life.since, until=life.until)


_MADE = Text(
    "本页由 `docs/examples/make_policy_pages.py` 根据库内声明生成；条文是本库的转述，不是原文；名称、所列项目和出处照原文。\n",
    "This page is made from the library's declarations by `docs/examples/make_policy_pages.py`; clauses are told in "
    "the library's own words, not quoted; places in the text, such as 篇一 二(一)1, are kept as printed.\n",
)
_NAME = Text(
    "- 在程序中的名称：`{id}`，第{version}版。",
    "- Its name to programs: `{id}`, version {version}.",
)
_IN_FORCE = Text("- 有效期：{span}。", "- In force: {span}.")
_WHERE = Text("- 地域：{place}。", "- Where: {place}.")
_RESTS_ON = Text(
    "- 依据：{number}（{about}；{certainty}）。",
    "- It carries out {number} ({about}; {certainty}).",
)
_OF_KIND = Text("{kind}{n}条", "{kind} {n}")
_IN_ALL = Text("- 共{n}条：{kinds}。\n", "- {n} clauses: {kinds}.\n")


def head(policy: jf.Policy, lang: Lang) -> Iterator[str]:
    """What the document is, before its clauses."""
    yield f"# {policy.title(lang)}\n"
    yield _MADE(lang)
    yield _NAME(lang, id=policy.id, version=policy.version)
    yield _IN_FORCE(lang, span=span(policy.life, lang))
    if policy.territory is not None:
        yield _WHERE(lang, place=policy.territory.name)
    for document in policy.documents:
        certainty = CERTAINTY[document.certainty]
        yield _RESTS_ON(lang, number=document.number, about=document.about, certainty=certainty)
    counts = Counter(m.kind for m in policy.measures)
    kinds = listed((_OF_KIND(lang, kind=kind, n=n) for kind, n in counts.items()), lang)
    yield _IN_ALL(lang, n=len(policy.measures), kinds=kinds)


_STANDARDS = Text("## 分年标准\n", "## Standards by date\n")
_DOCUMENTED = Text("{certainty}，{document}", "{certainty}, {document}")


def standards(found: tuple[Standard, ...], lang: Lang) -> Iterator[str]:
    """The dated figures that a policy sets, each with what it rests on."""
    if not found:
        return
    yield _STANDARDS(lang)
    for standard in found:
        yield f"### {headed(standard.text(lang))}\n"
        for row in standard.rows:
            rests = CERTAINTY[row.certainty](lang)
            if row.document:
                rests = _DOCUMENTED(lang, certainty=rests, document=row.document)
            yield "- " + ASIDE(lang, said=row_text(row, lang), more=rests)
        yield ""


_CLAUSES = Text("## 条款\n", "## Clauses\n")


def page(policy: jf.Policy, lang: Lang, source: jf.PlanText | None = None) -> str:
    """The whole page; with the plan's text its words are quoted."""
    lines = list(head(policy, lang))
    lines.append(_CLAUSES(lang))
    for measure in policy.measures:
        title, *rest = measure_lines(measure, policy, lang, source)
        lines += [f"### {title}\n", *(f"- {line}" for line in rest), ""]
    lines += standards(policy.standards, lang)
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    text = jf.read_source(sys.argv[1]) if sys.argv[1:] else None
    for policy in map(jf.policy, jf.policy_ids()):
        source = text if text is not None and text.belongs_to(policy) else None
        for lang in LANGUAGES:
            target = path_of(policy, lang)
            if text is not None:
                target = Path(sys.argv[2]) / lang / target.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page(policy, lang, source), encoding="utf-8")
