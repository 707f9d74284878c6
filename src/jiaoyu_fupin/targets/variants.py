"""The ways an indicator is counted, and the years it can be of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..errors import Code, Problem
from ..label import Label
from .target import Indicator

FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2100
"""Years of observations and targets lie between these."""


class Variant(Label):
    """口径"""

    COHORT = "cohort", "同批次"
    DOSSIER = "dossier", "档案净流动"
    STANDARD = "standard", "标准"


VARIANTS: Final[Mapping[Indicator, tuple[Variant, ...]]] = MappingProxyType(
    {
        Indicator.PRESCHOOL_GROSS_ENROLMENT: (Variant.STANDARD,),
        Indicator.COMPULSORY_COMPLETION: (Variant.COHORT, Variant.DOSSIER),
        Indicator.SENIOR_GROSS_ENROLMENT: (Variant.STANDARD,),
        Indicator.SCHOOL_STANDARDISATION: (Variant.STANDARD,),
    }
)
"""The ways an indicator is counted, the one that is meant when nothing is said first."""

CAPPED: Final = frozenset(
    {
        (Indicator.COMPULSORY_COMPLETION, Variant.DOSSIER),
        (Indicator.SCHOOL_STANDARDISATION, Variant.STANDARD),
    }
)
"""What cannot exceed 100 %: a gross rate can, and so can a cohort's whose transfers are not counted out."""


def is_year(value: object) -> bool:
    """Whether a value is a calendar year."""
    return (
        isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR
    )


def no_year(value: object) -> Problem:
    """The problem of what is no year."""
    expected = f"expected a year from {FIRST_YEAR} to {LAST_YEAR}"
    return Problem(Code.OUT_OF_RANGE, "年份 (year)", value, expected)
