"""Documents that several policies rest on."""

from __future__ import annotations

from typing import Final

from ..clauses import Certainty, Document, Text

YULU_2015: Final = Document(
    "国开办发〔2015〕19号",
    Text("雨露计划职业教育助学补助", "the Yulu study subsidy"),
    Certainty.PRESS,
)
