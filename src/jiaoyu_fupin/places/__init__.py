"""Places as codes: territories, the counties whose code changed, the poor counties."""

from __future__ import annotations

from .named import (
    CONTIGUOUS_AREA_COUNTIES,
    GANZHOU,
    GEZHAI,
    GUANGXI,
    LUOXIAO_IN_GANZHOU,
    ZHENGYANGGUAN,
)
from .poor_counties import (
    GUANGXI_54,
    GUANGXI_POOR_COUNTIES,
    CountyList,
    Designation,
    Held,
    PoorCounty,
    Roll,
)
from .territories import COUNTY_CHANGES, CodeChange, Territory, codes_of

__all__ = [
    "CONTIGUOUS_AREA_COUNTIES",
    "COUNTY_CHANGES",
    "GANZHOU",
    "GEZHAI",
    "GUANGXI",
    "GUANGXI_54",
    "GUANGXI_POOR_COUNTIES",
    "LUOXIAO_IN_GANZHOU",
    "ZHENGYANGGUAN",
    "CodeChange",
    "CountyList",
    "Designation",
    "Held",
    "PoorCounty",
    "Roll",
    "Territory",
    "codes_of",
]
