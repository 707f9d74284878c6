"""China's education poverty-alleviation policy as typed rules.

>>> import jiaoyu_fupin as jf, pendulum
>>> child = jf.Student("S-0001", stage=jf.Stage.PRIMARY, boarding=True, registered=True, school_county="360781")
>>> answer = jf.assess(child, jf.policy("ganzhou-2015"), on=pendulum.date(2016, 9, 1))
>>> answer["GZ-5b"].outcome, str(answer["GZ-5b"].bounds)
(<Outcome.ENTITLED: 'entitled'>, '[500.00, 500.00]')
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from .analyse import Stale, facts_needed, stale
from .assess import Prepared, assess, explain, prepare
from .errors import CallError, DataError, FupinError, Problem, RuleError
from .explanations import Explanation
from .findings import Assessment, Finding, Source
from .measures import Measure, Policy
from .money import Bounds
from .people import Farmer, Household, School, Student, Subject, Teacher
from .people.labels import (
    Education,
    Hardship,
    HouseholdCategory,
    Hukou,
    Major,
    Occupation,
    Ownership,
    PovertyCause,
    SchoolKind,
    SchoolLevel,
    Stage,
)
from .policies import policies, policy
from .rules.benefit import Basis, Benefit, Per
from .rules.normal import Outcome, Reading
from .terms import SchoolYear, Term
from .text import Text

if TYPE_CHECKING:
    from .frames import assess_frame as assess_frame
    from .frames import to_long as to_long
    from .people.doubts import Doubt as Doubt
    from .people.doubts import doubts as doubts
    from .rosters import Roster as Roster
    from .rosters import read_roster as read_roster
    from .rosters import write_rejects as write_rejects

_ON_USE = {
    "assess_frame": "frames",
    "to_long": "frames",
    "Doubt": "people.doubts",
    "doubts": "people.doubts",
    "Roster": "rosters",
    "read_roster": "rosters",
    "write_rejects": "rosters",
}
"""What is loaded when it is first asked for, since it brings a dataframe library or a reader along."""


def __getattr__(name: str) -> object:
    if name in _ON_USE:
        return getattr(importlib.import_module(f".{_ON_USE[name]}", __name__), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted({*globals(), *_ON_USE})


__all__ = [
    "Assessment",
    "Basis",
    "Benefit",
    "Bounds",
    "CallError",
    "DataError",
    "Doubt",
    "Education",
    "Explanation",
    "Farmer",
    "Finding",
    "FupinError",
    "Hardship",
    "Household",
    "HouseholdCategory",
    "Hukou",
    "Major",
    "Measure",
    "Occupation",
    "Outcome",
    "Ownership",
    "Per",
    "Policy",
    "PovertyCause",
    "Prepared",
    "Problem",
    "Reading",
    "Roster",
    "RuleError",
    "School",
    "SchoolKind",
    "SchoolLevel",
    "SchoolYear",
    "Source",
    "Stage",
    "Stale",
    "Student",
    "Subject",
    "Teacher",
    "Term",
    "Text",
    "assess",
    "assess_frame",
    "doubts",
    "explain",
    "facts_needed",
    "policies",
    "policy",
    "prepare",
    "read_roster",
    "stale",
    "to_long",
    "write_rejects",
]
