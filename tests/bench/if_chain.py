"""The twelve rules as a plain chain of ifs, for a student of whom everything is known: the yardstick.

Written as somebody would who has one plan to carry out: what several rules share is computed once, each rule is one
``if`` that can be read beside its clause, and the cheapest test that rules most students out comes first.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Due: TypeAlias = tuple[Decimal | None, Decimal | None, Decimal | None]
"""Lower bound, upper bound and average in yuan; None where the plan sets no such figure."""


@dataclass(slots=True)
class Pupil:
    """A student as a plain object; labels are text, fees yuan per school year."""

    birth_date: datetime.date
    stage: str
    grade: int
    full_time: bool
    formal_roll: bool
    boarding: bool
    major: str
    hukou: str
    hardship: str
    registered: bool
    poor_village: bool
    home_county: str
    orphan: bool
    martyr_child: bool
    disabled: bool
    admitted_year: int
    entry_grant_eligible: bool
    school_county: str
    school_in_poor_village: bool
    ownership: str
    inclusive: bool
    school_approved: bool
    school_days: int
    tuition: Decimal
    misc_fee: Decimal
    care_fee: Decimal


PLAN_STARTS = datetime.date(2015, 1, 1)
LIVING_RISES = datetime.date(2024, 3, 1)

# The eleven counties of the contiguous area; where a code changed, the old one too.
LUOXIAO = frozenset(
    {
        "360703",
        "360704",
        "360721",
        "360724",
        "360726",
        "360730",
        "360731",
        "360732",
        "360733",
        "360734",
        "360735",
        "360781",
        "360782",
    }
)

BOOKS: Due = (None, None, None)
SENIOR_GRANT: Due = (None, None, Decimal(1500))
FIVE_HUNDRED: Due = (Decimal(500), Decimal(500), None)
THOUSAND: Due = (Decimal(1000), Decimal(1000), None)
TWELVE_FIFTY: Due = (Decimal(1250), Decimal(1250), None)
FIFTEEN_HUNDRED: Due = (Decimal(1500), Decimal(1500), None)
SIX_THOUSAND: Due = (Decimal(6000), Decimal(6000), None)
ZERO = Decimal(0)


def due(
    s: Pupil,
    on: datetime.date,
    *,
    enrolment_age_edges: bool = False,
    urban_hardship_counts: bool = False,
) -> dict[str, Due]:
    """What is due on a date, by benefit; the two keywords settle what the plan leaves open."""
    found: dict[str, Due] = {}
    if on < PLAN_STARTS:
        return found
    stage = s.stage
    compulsory = stage in {"primary", "junior"}
    in_hardship = s.registered or s.hardship != "none"
    school_in_ganzhou = s.school_county.startswith("3607")
    home_in_ganzhou = s.home_county.startswith("3607")

    # GZ-4a
    if (
        stage == "preschool"
        and school_in_ganzhou
        and s.school_approved
        and (s.ownership == "public" or s.inclusive)
        and (in_hardship or s.martyr_child or s.orphan or s.disabled)
    ):
        born = s.birth_date
        age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
        if 3 <= age <= 6 or (enrolment_age_edges and age in {2, 7}):
            found["GZ-4a"] = THOUSAND

    # GZ-4b
    if stage == "preschool" and school_in_ganzhou and s.hardship == "special":
        found["GZ-4b"] = (ZERO, s.care_fee, None)

    # GZ-5a
    if compulsory and school_in_ganzhou:
        fees = s.tuition + s.misc_fee
        found["GZ-5a/fees"] = (fees, fees, None)
        found["GZ-5a/books"] = BOOKS
        if s.boarding and in_hardship:
            if on >= LIVING_RISES:
                found["GZ-5a/living"] = TWELVE_FIFTY if stage == "primary" else FIFTEEN_HUNDRED
            else:
                found["GZ-5a/living"] = THOUSAND if stage == "primary" else TWELVE_FIFTY

    # GZ-5b
    if compulsory and school_in_ganzhou and s.boarding and s.registered:
        found["GZ-5b"] = FIVE_HUNDRED

    # GZ-5c
    if compulsory and (s.poor_village or s.school_in_poor_village) and s.school_county in LUOXIAO:
        meals = Decimal(4 * s.school_days)
        found["GZ-5c"] = (meals, meals, None)

    # GZ-6
    if stage == "senior" and school_in_ganzhou and s.full_time and in_hardship:
        found["GZ-6"] = SENIOR_GRANT

    # GZ-7a
    if (
        stage == "vocational"
        and school_in_ganzhou
        and s.full_time
        and s.formal_roll
        and 1 <= s.grade <= 3
        and (s.hukou != "urban" or s.major == "agriculture" or in_hardship)
        and s.major != "performing_arts"
    ):
        found["GZ-7a"] = (s.tuition, s.tuition, None)

    # GZ-7b
    if (
        stage == "vocational"
        and school_in_ganzhou
        and s.full_time
        and s.formal_roll
        and 1 <= s.grade <= 2
        and (s.major == "agriculture" or in_hardship)
    ):
        found["GZ-7b"] = FIFTEEN_HUNDRED

    # GZ-8a: admitted in the year of the date, or in the year its school year started
    if (
        stage in {"preparatory", "higher_vocational", "undergraduate"}
        and home_in_ganzhou
        and s.full_time
        and s.poor_village
        and in_hardship
        and s.entry_grant_eligible
    ):
        school_year = on.year if on.month >= 9 else on.year - 1
        if s.admitted_year in {on.year, school_year}:
            found["GZ-8a"] = SIX_THOUSAND

    # GZ-10
    if (
        stage in {"vocational", "higher_vocational"}
        and home_in_ganzhou
        and in_hardship
        and (s.registered or s.hukou != "urban" or urban_hardship_counts)
    ):
        found["GZ-10"] = FIFTEEN_HUNDRED

    return found
