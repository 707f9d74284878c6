"""A figure against a quota: met, short, exceeded, or not known; the expected answers are read off the plan."""

from decimal import Decimal
from typing import Any

import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.quota import Quota, QuotaStanding
from jiaoyu_fupin.values.errors import CallError
from jiaoyu_fupin.values.text import Text

QUOTAS = {q.id: q for q in jf.policy("guangxi-2016").effects(Quota)}

ROWS: list[tuple[str, Any, str]] = [
    ("GX-5.2/growth", Decimal("0.9"), "short"),
    ("GX-5.2/growth", 1, "met"),
    ("GX-5.2/growth", -3, "short"),
    ("GX-4.4", 39, "short"),
    ("GX-4.4", 40, "met"),
    ("GX-4.4", 41, "exceeded"),
    ("GX-4.4", None, "unknown"),
    ("GX-4.3/cities", 13, "short"),
    ("GX-4.3/cities", 14, "met"),
    ("GX-1.1/urban", 0, "met"),  # as needed: none is no breach
    ("GX-1.1/urban", 2, "met"),
    ("GX-1.1/urban", 3, "exceeded"),
    ("GX-5.1", 0, "short"),
    ("GX-5.1", 2, "met"),
    ("GX-5.1", 3, "exceeded"),
    ("GX-5.3/preparatory_places", 1199, "short"),
    ("GX-5.3/preparatory_places", 1200, "met"),
    ("GX-5.3/preparatory_rise", 0, "short"),  # it grows every year
    ("GX-5.3/preparatory_rise", Decimal("0.1"), "met"),
]


@pytest.mark.parametrize(("id_", "value", "standing"), ROWS)
def test_where_a_figure_stands(id_: str, value: Any, standing: str) -> None:
    assert QUOTAS[id_].check(value).value == standing


def test_a_quota_without_figures_cannot_tell() -> None:
    quota = Quota(id="ZZ-1", title=Text("学校", "schools"), unit=Text("所", "schools"))
    assert quota.check(5) is QuotaStanding.UNKNOWN


@pytest.mark.parametrize("value", [True, 0.5, "40", -1, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_exact_count_is_refused(value: Any) -> None:
    with pytest.raises(CallError, match="value"):
        QUOTAS["GX-4.4"].check(value)
