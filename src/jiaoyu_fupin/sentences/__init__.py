"""The reading of measures for people: every clause and everything it does as sentences, in Chinese and in English."""

from __future__ import annotations

from .benefits import benefit_sentence
from .effects import effect_sentence
from .measures import defect_sentence, measure_lines, units_sentence
from .standards import CERTAINTY, row_text, standard_sentence

__all__ = [
    "CERTAINTY",
    "benefit_sentence",
    "defect_sentence",
    "effect_sentence",
    "measure_lines",
    "row_text",
    "standard_sentence",
    "units_sentence",
]
