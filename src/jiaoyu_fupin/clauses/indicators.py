"""Indicators: what targets are measured by, each with all that is known of it in one entry."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..people.labels import Stage
from ..values.label import Label


class Indicator(Label):
    """指标"""

    PRESCHOOL_GROSS_ENROLMENT = "preschool_gross_enrolment", "学前三年毛入园率"
    COMPULSORY_COMPLETION = "compulsory_completion", "九年义务教育巩固率"
    SENIOR_GROSS_ENROLMENT = "senior_gross_enrolment", "高中阶段毛入学率"
    SCHOOL_STANDARDISATION = "school_standardisation", "义务教育学校标准化率"


class Variant(Label):
    """口径"""

    COHORT = "cohort", "同批次"
    DOSSIER = "dossier", "档案净流动"
    STANDARD = "standard", "标准"


class Formula(Label):
    """算法"""

    GROSS = "gross", "毛入学（园）率"
    NET = "net", "净入学（园）率"
    COHORT = "cohort", "同批次巩固率"
    DOSSIER = "dossier", "档案净流动巩固率"
    STANDARDISATION = "standardisation", "标准化率"
    COVERAGE = "coverage", "覆盖率"


@attrs.frozen(kw_only=True)
class WayOfCounting:
    """A way in which an indicator is counted.

    Attributes:
        variant: Its name in tables.
        formula: The formula of its ratio.
        stage: The stage the ratio is of; None where it takes several together.
        capped: Whether it cannot exceed 100 %: a gross rate can, and so can a cohort's whose transfers are not
            counted out.
    """

    variant: Variant
    formula: Formula
    stage: Stage | None = None
    capped: bool = False


@attrs.frozen(kw_only=True)
class IndicatorEntry:
    """What is known of an indicator.

    Attributes:
        ways: The ways in which it is counted, the one that is meant when nothing is said first.
        aliases: Other names under which tables have it.
        unclear: Words that may mean it, but also another one; a table that writes one is asked back.
    """

    ways: tuple[WayOfCounting, ...]
    aliases: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


INDICATORS: Final[Mapping[Indicator, IndicatorEntry]] = MappingProxyType(
    {
        Indicator.PRESCHOOL_GROSS_ENROLMENT: IndicatorEntry(
            ways=(
                WayOfCounting(
                    variant=Variant.STANDARD, formula=Formula.GROSS, stage=Stage.PRESCHOOL
                ),
            ),
            aliases=("学前三年毛入学率",),  # what plans print for it
            unclear=("毛入园率", "入园率"),
        ),
        Indicator.COMPULSORY_COMPLETION: IndicatorEntry(
            ways=(
                WayOfCounting(variant=Variant.COHORT, formula=Formula.COHORT),
                WayOfCounting(variant=Variant.DOSSIER, formula=Formula.DOSSIER, capped=True),
            ),
            unclear=("巩固率",),
        ),
        Indicator.SENIOR_GROSS_ENROLMENT: IndicatorEntry(
            ways=(
                WayOfCounting(variant=Variant.STANDARD, formula=Formula.GROSS, stage=Stage.SENIOR),
            ),
            unclear=("毛入学率",),
        ),
        Indicator.SCHOOL_STANDARDISATION: IndicatorEntry(
            ways=(
                WayOfCounting(
                    variant=Variant.STANDARD, formula=Formula.STANDARDISATION, capped=True
                ),
            ),
            unclear=("标准化率",),
        ),
    }
)
"""Every indicator. A new one is a label above and an entry here; its ratio is a function of `targets.indicators`."""

VARIANTS: Final[Mapping[Indicator, tuple[Variant, ...]]] = MappingProxyType(
    {one: tuple(way.variant for way in entry.ways) for one, entry in INDICATORS.items()}
)
"""The ways an indicator is counted, the one that is meant when nothing is said first."""

CAPPED: Final = frozenset(
    (one, way.variant) for one, entry in INDICATORS.items() for way in entry.ways if way.capped
)
"""What cannot exceed 100 %."""

OBSERVED_AS: Final[Mapping[tuple[Formula, Stage | None], tuple[Indicator, Variant]]] = (
    MappingProxyType(
        {
            (way.formula, way.stage): (one, way.variant)
            for one, entry in INDICATORS.items()
            for way in entry.ways
        }
    )
)
"""Under which indicator and variant a ratio is observed; completion counts the nine years together."""
