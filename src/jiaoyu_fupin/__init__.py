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
from .values.errors import CallError, DataError, FupinError, OutputError, Problem, RuleError
from .values.money import Bounds
from .values.terms import SchoolYear, Term
from .values.text import Text

if TYPE_CHECKING:
    from .analysis.ageing import Overtaken as Overtaken
    from .analysis.ageing import Stale as Stale
    from .analysis.ageing import overtaken as overtaken
    from .analysis.ageing import stale as stale
    from .analysis.needs import facts_needed as facts_needed
    from .answers.explanations import Explanation as Explanation
    from .answers.findings import Assessment as Assessment
    from .answers.findings import Finding as Finding
    from .answers.findings import Source as Source
    from .answers.prepared import Prepared as Prepared
    from .answers.prepared import assess as assess
    from .answers.prepared import explain as explain
    from .answers.prepared import prepare as prepare
    from .answers.together import Due as Due
    from .answers.together import Joint as Joint
    from .answers.together import Together as Together
    from .answers.together import assess_together as assess_together
    from .answers.together import prepare_together as prepare_together
    from .answers.totals import Needed as Needed
    from .answers.totals import Total as Total
    from .answers.totals import needed as needed
    from .answers.totals import totals as totals
    from .clauses.delivery import Delivery as Delivery
    from .clauses.indicators import Indicator as Indicator
    from .clauses.indicators import Variant as Variant
    from .clauses.listing import Listing as Listing
    from .clauses.marks import ClauseKind as ClauseKind
    from .clauses.marks import Defect as Defect
    from .clauses.marks import Document as Document
    from .clauses.marks import Hedge as Hedge
    from .clauses.measure import Measure as Measure
    from .clauses.pairing import PairingRule as PairingRule
    from .clauses.pairing import Party as Party
    from .clauses.policy import Policy as Policy
    from .clauses.printed import Passage as Passage
    from .clauses.printed import PlanText as PlanText
    from .clauses.printed import read_source as read_source
    from .clauses.quota import Quota as Quota
    from .clauses.tally import Tally as Tally
    from .clauses.target import CoveredSet as CoveredSet
    from .clauses.target import Scope as Scope
    from .clauses.target import Target as Target
    from .clauses.units import Unit as Unit
    from .frames.wide import assess_frame as assess_frame
    from .frames.wide import to_long as to_long
    from .obligations import Every as Every
    from .obligations import Obligation as Obligation
    from .obligations import Record as Record
    from .obligations import Standing as Standing
    from .pairing.checks import Check as Check
    from .pairing.checks import Checked as Checked
    from .pairing.checks import check_pairing as check_pairing
    from .pairing.coverage import PairingCoverage as PairingCoverage
    from .pairing.coverage import pairing_coverage as pairing_coverage
    from .pairing.drawing import TierDrawing as TierDrawing
    from .pairing.drawing import draw_tiers as draw_tiers
    from .pairing.frames.checks import check_pairing_frame as check_pairing_frame
    from .pairing.frames.coverage import pairing_coverage_frame as pairing_coverage_frame
    from .pairing.handover import end_link as end_link
    from .pairing.handover import hand_over as hand_over
    from .pairing.handover import leave as leave
    from .pairing.handover import open_link as open_link
    from .pairing.link import PairingLink as PairingLink
    from .pairing.link import Partner as Partner
    from .pairing.member import Member as Member
    from .pairing.network import Network as Network
    from .pairing.progress import measured_coverage as measured_coverage
    from .pairing.progress import pairing_progress as pairing_progress
    from .pairing.visits import Visit as Visit
    from .pairing.visits import VisitBook as VisitBook
    from .pairing.visits import visit_book as visit_book
    from .people.doubts import Doubt as Doubt
    from .people.doubts import doubts as doubts
    from .policies import policy as policy
    from .policies import policy_ids as policy_ids
    from .rosters import Observations as Observations
    from .rosters import Roster as Roster
    from .rosters import read_observations as read_observations
    from .rosters import read_roster as read_roster
    from .rosters import write_rejects as write_rejects
    from .rosters.ledgers import read_members as read_members
    from .rosters.ledgers import read_pairings as read_pairings
    from .rosters.ledgers import read_visits as read_visits
    from .rosters.ledgers import write_pairings as write_pairings
    from .rosters.ledgers import write_visits as write_visits
    from .rules.benefit import Basis as Basis
    from .rules.benefit import Benefit as Benefit
    from .rules.benefit import Per as Per
    from .rules.forms import Outcome as Outcome
    from .rules.forms import Reading as Reading
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

_ON_USE = {
    "ClauseKind": "clauses.marks",
    "Defect": "clauses.marks",
    "Document": "clauses.marks",
    "Hedge": "clauses.marks",
    "Delivery": "clauses.delivery",
    "Listing": "clauses.listing",
    "Obligation": "obligations",
    "PairingRule": "clauses.pairing",
    "Quota": "clauses.quota",
    "Tally": "clauses.tally",
    "Target": "clauses.target",
    "Indicator": "clauses.indicators",
    "Scope": "clauses.target",
    "Variant": "clauses.indicators",
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
    "Due": "answers.together",
    "Together": "answers.together",
    "assess_together": "answers.together",
    "Joint": "answers.together",
    "prepare_together": "answers.together",
    "Unit": "clauses.units",
    "Passage": "clauses.printed",
    "PlanText": "clauses.printed",
    "read_source": "clauses.printed",
    "Overtaken": "analysis.ageing",
    "Stale": "analysis.ageing",
    "facts_needed": "analysis.needs",
    "overtaken": "analysis.ageing",
    "stale": "analysis.ageing",
    "Prepared": "answers.prepared",
    "assess": "answers.prepared",
    "explain": "answers.prepared",
    "prepare": "answers.prepared",
    "Explanation": "answers.explanations",
    "Assessment": "answers.findings",
    "Finding": "answers.findings",
    "Source": "answers.findings",
    "assess_frame": "frames.wide",
    "to_long": "frames.wide",
    "Measure": "clauses.measure",
    "Policy": "clauses.policy",
    "Doubt": "people.doubts",
    "doubts": "people.doubts",
    "measured_coverage": "pairing.progress",
    "pairing_progress": "pairing.progress",
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
    "Needed": "answers.totals",
    "Total": "answers.totals",
    "needed": "answers.totals",
    "totals": "answers.totals",
    "Check": "pairing.checks",
    "Checked": "pairing.checks",
    "check_pairing": "pairing.checks",
    "PairingCoverage": "pairing.coverage",
    "CoveredSet": "clauses.target",
    "pairing_coverage": "pairing.coverage",
    "check_pairing_frame": "pairing.frames.checks",
    "pairing_coverage_frame": "pairing.frames.coverage",
    "TierDrawing": "pairing.drawing",
    "draw_tiers": "pairing.drawing",
    "hand_over": "pairing.handover",
    "end_link": "pairing.handover",
    "open_link": "pairing.handover",
    "leave": "pairing.handover",
    "PairingLink": "pairing.link",
    "Partner": "pairing.link",
    "Member": "pairing.member",
    "Network": "pairing.network",
    "Party": "clauses.pairing",
    "Every": "obligations",
    "Record": "obligations",
    "Standing": "obligations",
    "Visit": "pairing.visits",
    "VisitBook": "pairing.visits",
    "visit_book": "pairing.visits",
    "read_pairings": "rosters.ledgers",
    "read_visits": "rosters.ledgers",
    "read_members": "rosters.ledgers",
    "write_pairings": "rosters.ledgers",
    "write_visits": "rosters.ledgers",
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
    "Basis",
    "Benefit",
    "Bounds",
    "CallError",
    "Check",
    "Checked",
    "ClauseKind",
    "CoveredSet",
    "DataError",
    "Defect",
    "Delivery",
    "Document",
    "Doubt",
    "Due",
    "Education",
    "Every",
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
    "Joint",
    "Judged",
    "Listing",
    "Major",
    "Measure",
    "Measured",
    "Member",
    "Needed",
    "Network",
    "Obligation",
    "Observation",
    "Observations",
    "Occupation",
    "Outcome",
    "OutputError",
    "Overtaken",
    "Ownership",
    "PairingCoverage",
    "PairingLink",
    "PairingRule",
    "Partner",
    "Party",
    "Passage",
    "Per",
    "PlanText",
    "Policy",
    "PovertyCause",
    "Prepared",
    "Problem",
    "Progress",
    "Quota",
    "Ratio",
    "Reading",
    "Record",
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
    "Standing",
    "Status",
    "Student",
    "Subject",
    "Tally",
    "Target",
    "Teacher",
    "Term",
    "Text",
    "TierDrawing",
    "Together",
    "Total",
    "Unit",
    "Variant",
    "Visit",
    "VisitBook",
    "assess",
    "assess_frame",
    "assess_together",
    "check_pairing",
    "check_pairing_frame",
    "doubts",
    "draw_tiers",
    "end_link",
    "explain",
    "facts_needed",
    "hand_over",
    "leave",
    "measured_coverage",
    "needed",
    "open_link",
    "overtaken",
    "pairing_coverage",
    "pairing_coverage_frame",
    "pairing_progress",
    "policy",
    "policy_ids",
    "prepare",
    "prepare_together",
    "progress",
    "progress_everywhere",
    "progress_frame",
    "read_members",
    "read_observations",
    "read_pairings",
    "read_roster",
    "read_source",
    "read_visits",
    "split",
    "stale",
    "to_long",
    "totals",
    "visit_book",
    "write_pairings",
    "write_rejects",
    "write_visits",
]
