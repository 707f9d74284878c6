"""What targets are made of goes out as JSON and comes back the same."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pendulum
import pytest

from jiaoyu_fupin import (
    DataError,
    Judged,
    Measured,
    Observation,
    Progress,
    Schedule,
    Scope,
    Variant,
    progress,
    split,
)
from jiaoyu_fupin.targets.split import Share
from jiaoyu_fupin.values.ranges import Range
from jiaoyu_fupin.wire import dumps, loads
from support.progress_cases import ALL_SCHOOLS, COMPLETION, GUANGXI, KINDERGARTENS, observed

ON = pendulum.date(2019, 12, 31)
PARTLY = Observation(
    indicator=COMPLETION,
    place="450123",
    year=2018,
    value=Range(Fraction(269, 3), None),
    scope=Scope.POOR_AREAS,
    out_of=4000,
    source="年报",
)
JUDGED = Judged(target="GX-T1/kindergartens", year=2017, met=None, source="评估")
VALUES = {
    "range": Range(None, Fraction(1, 3)),
    "observation": PARTLY,
    "another variant": observed(COMPLETION, {2016: 90}, variant=Variant.DOSSIER)[0],
    "measured": Measured(target="GX-T2/schools", year=2017, value=Decimal("97.5"), out_of=400),
    "judged": JUDGED,
    "progress": progress(
        GUANGXI[4], [*observed(COMPLETION, {2016: 88}, scope=Scope.POOR_AREAS), PARTLY], on=ON
    ),
    "progress of nothing": progress(ALL_SCHOOLS, [], on=ON),
    "progress of a judgement": progress(KINDERGARTENS, [JUDGED], on=ON),
    "schedule": split(GUANGXI[4], [Share(place="450123", has=1, out_of=20)], since=2017),
}


@pytest.mark.parametrize("name", VALUES)
def test_values_come_back(name: str) -> None:
    value: Any = VALUES[name]
    assert loads(dumps(value), type(value)) == value


def test_a_document_is_readable() -> None:
    document = json.loads(dumps(PARTLY))
    assert document["kind"] == "observation"
    assert document["value"] == {
        "indicator": "compulsory_completion",
        "place": "450123",
        "year": 2018,
        "value": {"low": "269/3", "high": None},
        "scope": "poor_areas",
        "variant": "cohort",
        "out_of": 4000,
        "source": "年报",
    }


def test_what_cannot_be_is_refused_with_its_place() -> None:
    text = dumps(PARTLY).replace("450123", "45012")
    with pytest.raises(DataError, match=r"\$\.place.*4 or 6 digits"):
        loads(text, Observation)
    with pytest.raises(DataError):
        loads(dumps(VALUES["schedule"]), Progress)
    assert loads(dumps(VALUES["schedule"]), Schedule) == VALUES["schedule"]
