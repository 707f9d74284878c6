"""The students that every contender is asked about, with what they are due, worked out by hand from the plan."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

RULES = (
    "GZ-4a",
    "GZ-4b",
    "GZ-5a/fees",
    "GZ-5a/books",
    "GZ-5a/living",
    "GZ-5b",
    "GZ-5c",
    "GZ-6",
    "GZ-7a",
    "GZ-7b",
    "GZ-8a",
    "GZ-10",
)
"""The twelve benefits, in the plan's order."""

ON = datetime.date(2016, 9, 1)
"""The date every contender is asked about; the first of a month, so that monthly periods mean the same day."""

ANSWERS: Mapping[str, bool] = MappingProxyType(
    {"enrolment_age_edges": False, "urban_hardship_counts": False}
)
"""The plan's two open questions, settled, so that all contenders read it alike."""

Row: TypeAlias = Mapping[str, Any]
"""What is known of a student, by the name of the fact: labels as text, fees as Decimal yuan per school year."""


class Due(NamedTuple):
    """What is due of one benefit, in yuan; None where the plan sets no such figure."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    average: Decimal | None = None


class Case(NamedTuple):
    """A student, what is due, and the facts that are taken away to see what unknowns cost."""

    name: str
    facts: Row
    due: Mapping[str, Due]
    unknown: tuple[str, ...]


def exactly(yuan: int) -> Due:
    """This amount, neither more nor less."""
    return Due(Decimal(yuan), Decimal(yuan))


_NOTHING_SPECIAL: Row = MappingProxyType(
    {
        "birth_date": datetime.date(2005, 3, 14),
        "stage": "primary",
        "grade": 1,
        "full_time": True,
        "formal_roll": True,
        "boarding": False,
        "major": "other",
        "hukou": "rural",
        "hardship": "none",
        "registered": False,
        "poor_village": False,
        "home_county": "360731",
        "orphan": False,
        "martyr_child": False,
        "disabled": False,
        "admitted_year": 2010,
        "entry_grant_eligible": False,
        "school_county": "360731",
        "school_in_poor_village": False,
        "ownership": "public",
        "inclusive": False,
        "school_approved": True,
        "school_days": 200,
        "tuition": Decimal(300),
        "misc_fee": Decimal(120),
        "care_fee": Decimal(1800),
    }
)
"""Every fact that some rule reads, for a student whom nothing sets apart."""


def _student(**differences: object) -> Row:
    return MappingProxyType({**_NOTHING_SPECIAL, **differences})


CASES = (
    Case(
        "primary boarder, poor village",
        _student(
            grade=4,
            boarding=True,
            hardship="special",
            registered=True,
            poor_village=True,
            home_county="360781",
            school_county="360781",
        ),
        {
            "GZ-5a/fees": exactly(420),
            "GZ-5a/books": Due(),
            "GZ-5a/living": exactly(1000),
            "GZ-5b": exactly(500),
            "GZ-5c": exactly(800),
        },
        ("boarding", "poor_village", "school_days"),
    ),
    Case(
        "preschooler",
        _student(
            birth_date=datetime.date(2012, 5, 4),
            stage="preschool",
            hardship="special",
            ownership="private",
            inclusive=True,
            school_county="360702",
        ),
        {"GZ-4a": exactly(1000), "GZ-4b": Due(Decimal(0), Decimal(1800))},
        ("birth_date", "inclusive", "care_fee"),
    ),
    Case(
        "vocational student",
        _student(
            birth_date=datetime.date(2000, 11, 30),
            stage="vocational",
            major="agriculture",
            hardship="ordinary",
            school_county="360703",
            tuition=Decimal(2600),
        ),
        {"GZ-7a": exactly(2600), "GZ-7b": exactly(1500), "GZ-10": exactly(1500)},
        ("grade", "hukou", "tuition"),
    ),
    Case(
        "undergraduate",
        _student(
            birth_date=datetime.date(1998, 1, 8),
            stage="undergraduate",
            hardship="hard",
            registered=True,
            poor_village=True,
            home_county="360733",
            admitted_year=2016,
            entry_grant_eligible=True,
            school_county="360111",
            tuition=Decimal(4500),
        ),
        {"GZ-8a": exactly(6000)},
        ("hardship", "registered", "entry_grant_eligible"),
    ),
    Case(
        "senior student",
        _student(birth_date=datetime.date(1999, 7, 21), stage="senior", grade=2, hardship="hard"),
        {"GZ-6": Due(average=Decimal(1500))},
        ("full_time", "hardship", "school_county"),
    ),
    Case(
        "pupil of another city",
        _student(stage="junior", registered=True, home_county="450123", school_county="450123"),
        {},
        ("stage", "home_county", "boarding"),
    ),
)
"""The students that are timed."""

_VALUES: Mapping[str, tuple[object, ...]] = {
    "birth_date": tuple(
        datetime.date(year, month, day)
        for year in (1998, 2008, 2009, 2010, 2012, 2013, 2014)
        for month, day in ((8, 31), (9, 1), (9, 2))
    ),
    "stage": (
        "preschool",
        "primary",
        "junior",
        "senior",
        "vocational",
        "preparatory",
        "higher_vocational",
        "undergraduate",
        "postgraduate",
    ),
    "grade": (1, 2, 3, 4),
    "major": ("agriculture", "performing_arts", "other"),
    "hukou": ("rural", "county_town", "urban"),
    "hardship": ("none", "ordinary", "hard", "special"),
    "home_county": ("360731", "360702", "450123"),
    "admitted_year": (2015, 2016, 2017),
    "school_county": ("360731", "360721", "360704", "360782", "360702", "360111", "450123"),
    "ownership": ("public", "private"),
    "school_days": (1, 180, 200),
    "tuition": (Decimal("0.01"), Decimal(300), Decimal("2600.50")),
    "misc_fee": (Decimal(0), Decimal(120)),
    "care_fee": (Decimal(600), Decimal(1800)),
}


def assorted(count: int) -> list[Row]:
    """Some students from all over the rules' edges, always the same ones."""
    pick = random.Random(2015)
    return [
        {name: pick.choice(_VALUES.get(name, (False, True))) for name in _NOTHING_SPECIAL}
        for _ in range(count)
    ]
