"""What can be written down, each class with its name there; a name that is once here stays."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from ..answers.findings import Assessment, Finding, Source
from ..answers.together import Due, Together
from ..clauses.delivery import Delivery
from ..clauses.listing import Listing
from ..clauses.marks import Defect, Document
from ..clauses.measure import Measure
from ..clauses.obligation import Obligation
from ..clauses.pairing import End, PairingRule
from ..clauses.policy import Policy
from ..clauses.quota import Quota
from ..clauses.tally import Part, Tally
from ..clauses.target import Budget, Count, Coverage, Judgement, Rate, Target
from ..clauses.units import Unit
from ..people import SUBJECTS
from ..people.fact import Kind
from ..people.labels import (
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
from ..places import (
    CodeChange,
    CountyDesignation,
    CountyList,
    Designation,
    PoorCounty,
    Roll,
    Territory,
)
from ..rules import ast, benefit, facts
from ..rules.forms import Outcome, Reading
from ..targets.observations import Judged, Measured, Observation
from ..targets.progress import Progress
from ..targets.split import Schedule, Share, Task
from ..targets.standing import Point
from ..targets.target_standing import PassedOver
from ..values.certainty import Certainty
from ..values.errors import Code, Problem
from ..values.label import Label
from ..values.money import Bounds
from ..values.ranges import Range
from ..values.spans import Span
from ..values.terms import SchoolYear, Season, Term
from ..values.text import Text

RECORDS: Mapping[str, type] = MappingProxyType(
    {
        **SUBJECTS,
        # answers
        "assessment": Assessment,
        "finding": Finding,
        "source": Source,
        "together": Together,
        "due": Due,
        "problem": Problem,
        "text": Text,
        "bounds": Bounds,
        "term": Term,
        "school_year": SchoolYear,
        # policies
        "policy": Policy,
        "measure": Measure,
        "benefit": benefit.Benefit,
        "span": Span,
        "payer": benefit.Payer,
        "deadline": benefit.Deadline,
        "territory": Territory,
        "code_change": CodeChange,
        "county_list": CountyList,
        "poor_county": PoorCounty,
        "held": CountyDesignation,
        "unit": Unit,
        "standard": ast.Standard,
        "since": ast.Since,
        # what clauses do besides granting
        "defect": Defect,
        "document": Document,
        "target": Target,
        "rate": Rate,
        "coverage": Coverage,
        "count": Count,
        "budget": Budget,
        "judgement": Judgement,
        "pairing_rule": PairingRule,
        "end": End,
        "obligation": Obligation,
        "quota": Quota,
        "delivery": Delivery,
        "tally": Tally,
        "part": Part,
        "listing": Listing,
        # where targets stand
        "observation": Observation,
        "measured": Measured,
        "judged": Judged,
        "range": Range,
        "progress": Progress,
        "point": Point,
        "passed_over": PassedOver,
        "schedule": Schedule,
        "task": Task,
        "share": Share,
        # conditions
        "is": ast.Is,
        "between": ast.Between,
        "aged": ast.Aged,
        "within": ast.Within,
        "all_of": ast.AllOf,
        "any_of": ast.AnyOf,
        "not": ast.Not,
        "given": ast.Given,
        "during": ast.During,
        "in_months": ast.InMonths,
        "named": ast.Named,
        "question": ast.Question,
        # what a fact is compared with
        "this_year": ast.ThisYear,
        "this_school_year": ast.ThisSchoolYear,
        "day_of": ast.DayOf,
        "years_ago": ast.YearsAgo,
        # expressions
        "const": ast.Const,
        "plus": ast.Plus,
        "times": ast.Times,
        "least": ast.Least,
        "greatest": ast.Greatest,
        "table": ast.Table,
        "cases": ast.Cases,
        "rounded": ast.Rounded,
        "at_standard": ast.AtStandard,
        "printed": ast.Printed,
        # amounts
        "fixed": benefit.Fixed,
        "floor": benefit.Floor,
        "ceiling": benefit.Ceiling,
        "average": benefit.Average,
        "discretionary": benefit.Discretionary,
        "unstated": benefit.Unstated,
        "in_kind": benefit.InKind,
    }
)
"""Values that are written as objects; the name is a document's kind and, in a union, its ``type``."""

ENUMS: Mapping[str, type[Enum]] = MappingProxyType(
    {
        "outcome": Outcome,
        "basis": benefit.Basis,
        "per": benefit.Per,
        "reading": Reading,
        "answers": ast.Answers,
        "certainty": Certainty,
        "season": Season,
        "kind": Kind,
        "code": Code,
    }
)
"""Closed lists, whose members are written as their canonical names."""

LABELS: tuple[type[Label], ...] = (
    Stage,
    Major,
    Hukou,
    Hardship,
    SchoolLevel,
    Ownership,
    SchoolKind,
    HouseholdCategory,
    PovertyCause,
    Education,
    Occupation,
    Roll,
    Designation,
)
"""The library's lists of labels, written by the name of their class where they have to be named."""

HANDLES: tuple[type, ...] = (
    facts.Flag,
    facts.Labelled,
    facts.Whole,
    facts.Money,
    facts.Day,
    facts.PlaceCode,
    facts.Words,
)
"""Handles of facts, all written as ``{"fact": "student.stage"}``."""

FACT = "fact"
"""The kind of a handle's document, and the key that tells a handle from everything else."""

TYPE = "type"
"""The key that tells which member of a union an object is."""
