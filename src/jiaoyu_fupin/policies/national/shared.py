"""What several national benefits share."""

from __future__ import annotations

from typing import Final

from ...clauses import (
    AllOf,
    AnyOf,
    Given,
    Hukou,
    Is,
    Named,
    SchoolLevel,
    Student,
    Text,
    Within,
    own_flag,
    student,
)
from ..counties import CONTIGUOUS_AREA_COUNTIES

ANYWHERE: Final = Named(Text("全国", "anywhere in the country"), AllOf())

SCHOOL_IN_NUTRITION_PILOT: Final = own_flag(
    Student,
    "school_in_nutrition_pilot",
    "学校在营养改善计划国家试点县",
    "school in a national pilot county of the nutrition plan",
)
LAST_KINDERGARTEN_YEAR: Final = own_flag(
    Student,
    "last_kindergarten_year",
    "学前一年（大班）",
    "in the last year of kindergarten",
)
HOME_IN_CONTIGUOUS_AREA: Final = own_flag(
    Student,
    "home_in_contiguous_area",
    "户籍在集中连片特困地区",
    "home in a contiguous destitute area",
)

RURAL: Final = Named(
    Text("农村（含县镇）户籍", "of a rural or county-town household"),
    Is(student.hukou, Hukou.RURAL, Hukou.COUNTY_TOWN),
)
OF_THE_COUNTRY: Final = Named(
    Text("农村（不含县镇）户籍", "of a rural household, county towns left out"),
    Is(student.hukou, Hukou.RURAL),
)
IN_NUTRITION_PILOT: Final = Named(
    Text("在营养改善计划国家试点县的农村学校就读", "at a rural school of a national pilot county"),
    AllOf(
        Given(
            SCHOOL_IN_NUTRITION_PILOT,
            AnyOf(
                Within(student.school_county, CONTIGUOUS_AREA_COUNTIES), SCHOOL_IN_NUTRITION_PILOT
            ),
        ),
        Is(
            student.school_level,
            SchoolLevel.TOWNSHIP,
            SchoolLevel.VILLAGE,
            SchoolLevel.TEACHING_POINT,
        ),
    ),
)
OF_CONTIGUOUS_AREA: Final = Named(
    Text("户籍在集中连片特困地区", "from a contiguous destitute area"),
    Given(
        HOME_IN_CONTIGUOUS_AREA,
        AnyOf(Within(student.home_county, CONTIGUOUS_AREA_COUNTIES), HOME_IN_CONTIGUOUS_AREA),
    ),
)
