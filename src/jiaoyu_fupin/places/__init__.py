"""Places as codes: territories, lists of counties, and the counties whose code changed."""

from __future__ import annotations

from .changes import COUNTY_CHANGES, CodeChange, codes_of, every_change, newest
from .county_lists import CountyDesignation, CountyList, Designation, PoorCounty, Roll
from .territories import Territory

__all__ = [
    "COUNTY_CHANGES",
    "CodeChange",
    "CountyDesignation",
    "CountyList",
    "Designation",
    "PoorCounty",
    "Roll",
    "Territory",
    "codes_of",
    "every_change",
    "newest",
]
