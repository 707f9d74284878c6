"""The ways an indicator is counted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..values.label import Label
from .target import Indicator


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
