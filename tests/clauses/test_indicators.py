"""An indicator is one entry of a table; what is forgotten of one is told here, with the file to write it in."""

import pytest

from jiaoyu_fupin.clauses.indicators import INDICATORS, Formula, Indicator
from jiaoyu_fupin.rosters.aliases import ALIASES, AMBIGUOUS
from jiaoyu_fupin.targets import indicators

HERE = "clauses/indicators.py"


@pytest.mark.parametrize("indicator", Indicator)
def test_every_indicator_has_an_entry(indicator: Indicator) -> None:
    assert indicator in INDICATORS, f"{HERE}: write an entry for {indicator} into INDICATORS"
    ways = INDICATORS[indicator].ways
    assert ways, f"{HERE}: say how {indicator} is counted"
    variants = [way.variant for way in ways]
    assert len(set(variants)) == len(variants), f"{HERE}: give each way a variant of its own"


def test_a_ratio_is_observed_under_one_indicator_only() -> None:
    ways = [(way.formula, way.stage) for entry in INDICATORS.values() for way in entry.ways]
    assert len(set(ways)) == len(ways), f"{HERE}: two ways have the same formula and stage"


@pytest.mark.parametrize("formula", Formula)
def test_every_formula_has_the_function_that_computes_it(formula: Formula) -> None:
    names = {
        Formula.GROSS: "gross_enrolment",
        Formula.NET: "net_enrolment",
        Formula.COHORT: "completion_by_cohort",
        Formula.DOSSIER: "completion_by_dossier",
        Formula.STANDARDISATION: "standardisation_rate",
        Formula.COVERAGE: "coverage",
    }
    assert callable(getattr(indicators, names[formula])), (
        f"targets/indicators.py: write the function of {formula}"
    )


def test_no_word_of_a_table_means_two_indicators() -> None:
    words = [
        word
        for indicator, entry in INDICATORS.items()
        for word in (indicator.zh, indicator.value, *entry.aliases, *entry.unclear)
    ]
    assert len(set(words)) == len(words), f"{HERE}: two entries have one word"
    assert ALIASES[Indicator]["学前三年毛入学率"] is Indicator.PRESCHOOL_GROSS_ENROLMENT
    assert AMBIGUOUS[Indicator]["巩固率"] == "九年义务教育巩固率 (compulsory_completion)?"
