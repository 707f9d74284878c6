"""A dated standard as a sentence."""

from __future__ import annotations

from ..rules.ast import Since, Standard
from ..rules.prose import expr_text
from ..values.certainty import Certainty
from ..values.text import SEMICOLON, Lang, Text, headed, listed

CERTAINTY = {
    Certainty.OFFICIAL: Text("官方文本", "official text"),
    Certainty.PRESS: Text("报道或地方政府网页", "press or a local government's page"),
    Certainty.MIRROR: Text("转载", "a mirror"),
    Certainty.DERIVED: Text("推算", "derived"),
    Certainty.BACKGROUND: Text("背景知识，未核实", "background knowledge, not verified"),
}
"""What a fact from outside the plans rests on, in words."""


_STANDARD = Text("“{title}”：{rows}。", "{title}: {rows}.")
_SINCE = Text("{since}起{value}", "from {since} {value}")
_SINCE_UNTIL = Text("{since}起{value}（至{until}止）", "from {since} {value} (to {until})")
_ON_AVERAGE = Text("平均{value}", "{value} on average")


def standard_sentence(standard: Standard, lang: Lang) -> str:
    """A standard with its figures by date."""
    rows = listed((row_text(row, lang) for row in standard.rows), lang, SEMICOLON)
    return headed(_STANDARD(lang, title=standard, rows=rows))


def row_text(row: Since, lang: Lang) -> str:
    """One row of a standard: from when on, what, and until when where it ends."""
    value = expr_text(row.value, lang)
    if row.average:
        value = _ON_AVERAGE(lang, value=value)
    if row.until is None:
        return _SINCE(lang, since=row.since, value=value)
    return _SINCE_UNTIL(lang, since=row.since, value=value, until=row.until)
