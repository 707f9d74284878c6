"""A dated standard as a sentence."""

from __future__ import annotations

from ..rules.ast import Since, Standard
from ..rules.prose import expr_text
from ..values.certainty import Certainty
from ..values.terms import Season, Term
from ..values.text import Lang, Text

CERTAINTY = {
    Certainty.OFFICIAL: Text("官方文本", "official text"),
    Certainty.PRESS: Text("报道或地方政府网页", "press or a local government's page"),
    Certainty.MIRROR: Text("转载", "a mirror"),
    Certainty.DERIVED: Text("推算", "derived"),
    Certainty.BACKGROUND: Text("背景知识，未核实", "background knowledge, not verified"),
}
"""What a fact from outside the plans rests on, in words."""


def standard_sentence(standard: Standard, lang: Lang) -> str:
    """A standard with its figures by date."""
    zh = lang == "zh"
    rows = [row_text(row, lang) for row in standard.rows]
    listed = ("；" if zh else "; ").join(rows)
    title = standard.text(lang)
    return f"“{title}”：{listed}。" if zh else f"{title[:1].upper()}{title[1:]}: {listed}."


def row_text(row: Since, lang: Lang) -> str:
    """One row of a standard: from when on, what, and until when where it ends."""
    value = expr_text(row.value, lang)
    if isinstance(row.since, Term):
        term = row.since
        autumn = term.season is Season.AUTUMN
        zh_since, en_since = f"{term}", f"{'autumn' if autumn else 'spring'} {term.year}"
    else:
        zh_since = en_since = str(row.since)
    if lang == "zh":
        return f"{zh_since}起{value}" + (f"（至{row.until}止）" if row.until else "")
    return f"from {en_since} {value}" + (f" (to {row.until})" if row.until else "")
