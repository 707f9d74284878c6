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

from .errors import CallError, DataError, FupinError, Problem, RuleError
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
from .terms import SchoolYear, Term
from .text import Text

if TYPE_CHECKING:
    from .analyse import Overtaken as Overtaken
    from .analyse import Stale as Stale
    from .analyse import facts_needed as facts_needed
    from .analyse import overtaken as overtaken
    from .analyse import stale as stale
    from .clauses import AssistancePlan as AssistancePlan
    from .clauses import ClauseKind as ClauseKind
    from .clauses import Defect as Defect
    from .clauses import Document as Document
    from .clauses import Hedge as Hedge
    from .clauses import Precision as Precision
    from .deliveries import Delivery as Delivery
    from .explanations import Explanation as Explanation
    from .findings import Assessment as Assessment
    from .findings import Finding as Finding
    from .findings import Source as Source
    from .frames import assess_frame as assess_frame
    from .frames import to_long as to_long
    from .listings import Listing as Listing
    from .measures import Measure as Measure
    from .measures import Policy as Policy
    from .obligations import Obligation as Obligation
    from .pairing.rule import PairingRule as PairingRule
    from .people.doubts import Doubt as Doubt
    from .people.doubts import doubts as doubts
    from .policies import policy as policy
    from .policies import policy_ids as policy_ids
    from .prepared import Prepared as Prepared
    from .prepared import assess as assess
    from .prepared import explain as explain
    from .prepared import prepare as prepare
    from .quotas import Quota as Quota
    from .rosters import Observations as Observations
    from .rosters import Roster as Roster
    from .rosters import read_observations as read_observations
    from .rosters import read_roster as read_roster
    from .rosters import write_rejects as write_rejects
    from .rules.benefit import Basis as Basis
    from .rules.benefit import Benefit as Benefit
    from .rules.benefit import Per as Per
    from .rules.forms import Outcome as Outcome
    from .rules.forms import Reading as Reading
    from .sums import Needed as Needed
    from .sums import Total as Total
    from .sums import needed as needed
    from .sums import totals as totals
    from .tallies import Tally as Tally
    from .targets.frames import progress_frame as progress_frame
    from .targets.indicators import Ratio as Ratio
    from .targets.observations import Judged as Judged
    from .targets.observations import Measured as Measured
    from .targets.observations import Observation as Observation
    from .targets.progress import Progress as Progress
    from .targets.progress import progress as progress
    from .targets.progress import progress_everywhere as progress_everywhere
    from .targets.split import Schedule as Schedule
    from .targets.split import split as split
    from .targets.standing import Status as Status
    from .targets.target import Indicator as Indicator
    from .targets.target import Scope as Scope
    from .targets.target import Target as Target
    from .targets.variants import Variant as Variant
    from .together import Due as Due
    from .together import Together as Together
    from .together import assess_together as assess_together
    from .units import Unit as Unit
    from .units import unit_of as unit_of

_ON_USE = {
    "AssistancePlan": "clauses",
    "ClauseKind": "clauses",
    "Defect": "clauses",
    "Document": "clauses",
    "Hedge": "clauses",
    "Precision": "clauses",
    "Delivery": "deliveries",
    "Listing": "listings",
    "Obligation": "obligations",
    "PairingRule": "pairing.rule",
    "Quota": "quotas",
    "Tally": "tallies",
    "Target": "targets.target",
    "Indicator": "targets.target",
    "Scope": "targets.target",
    "Variant": "targets.variants",
    "Ratio": "targets.indicators",
    "Observation": "targets.observations",
    "Measured": "targets.observations",
    "Judged": "targets.observations",
    "Progress": "targets.progress",
    "progress": "targets.progress",
    "progress_everywhere": "targets.progress",
    "progress_frame": "targets.frames",
    "Status": "targets.standing",
    "Observations": "rosters",
    "read_observations": "rosters",
    "Schedule": "targets.split",
    "split": "targets.split",
    "Due": "together",
    "Together": "together",
    "assess_together": "together",
    "Unit": "units",
    "unit_of": "units",
    "Overtaken": "analyse",
    "Stale": "analyse",
    "facts_needed": "analyse",
    "overtaken": "analyse",
    "stale": "analyse",
    "Prepared": "prepared",
    "assess": "prepared",
    "explain": "prepared",
    "prepare": "prepared",
    "Explanation": "explanations",
    "Assessment": "findings",
    "Finding": "findings",
    "Source": "findings",
    "assess_frame": "frames",
    "to_long": "frames",
    "Measure": "measures",
    "Policy": "measures",
    "Doubt": "people.doubts",
    "doubts": "people.doubts",
    "policy_ids": "policies",
    "policy": "policies",
    "Roster": "rosters",
    "read_roster": "rosters",
    "write_rejects": "rosters",
    "Basis": "rules.benefit",
    "Benefit": "rules.benefit",
    "Per": "rules.benefit",
    "Outcome": "rules.forms",
    "Reading": "rules.forms",
    "Needed": "sums",
    "Total": "sums",
    "needed": "sums",
    "totals": "sums",
}
"""What is loaded when it is first asked for: the rule engine, policies, and all that needs a dataframe library."""


def __getattr__(name: str) -> object:
    if name in _ON_USE:
        found: object = getattr(importlib.import_module(f".{_ON_USE[name]}", __name__), name)
        globals()[name] = found
        return found
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted({*globals(), *_ON_USE})


__all__ = [
    "Assessment",
    "AssistancePlan",
    "Basis",
    "Benefit",
    "Bounds",
    "CallError",
    "ClauseKind",
    "DataError",
    "Defect",
    "Delivery",
    "Document",
    "Doubt",
    "Due",
    "Education",
    "Explanation",
    "Farmer",
    "Finding",
    "FupinError",
    "Hardship",
    "Hedge",
    "Household",
    "HouseholdCategory",
    "Hukou",
    "Indicator",
    "Judged",
    "Listing",
    "Major",
    "Measure",
    "Measured",
    "Needed",
    "Obligation",
    "Observation",
    "Observations",
    "Occupation",
    "Outcome",
    "Overtaken",
    "Ownership",
    "PairingRule",
    "Per",
    "Policy",
    "PovertyCause",
    "Precision",
    "Prepared",
    "Problem",
    "Progress",
    "Quota",
    "Ratio",
    "Reading",
    "Roster",
    "RuleError",
    "Schedule",
    "School",
    "SchoolKind",
    "SchoolLevel",
    "SchoolYear",
    "Scope",
    "Source",
    "Stage",
    "Stale",
    "Status",
    "Student",
    "Subject",
    "Tally",
    "Target",
    "Teacher",
    "Term",
    "Text",
    "Together",
    "Total",
    "Unit",
    "Variant",
    "assess",
    "assess_frame",
    "assess_together",
    "doubts",
    "explain",
    "facts_needed",
    "needed",
    "overtaken",
    "policy",
    "policy_ids",
    "prepare",
    "progress",
    "progress_everywhere",
    "progress_frame",
    "read_observations",
    "read_roster",
    "split",
    "stale",
    "to_long",
    "totals",
    "unit_of",
    "write_rejects",
]
