"""Typed handles of the facts that rules speak of.

`student.stage` is the declaration of a student's stage, read from the field of `Student`; a handle gives rules,
readers and prose the fact's name, words, kind and domain, and gives type checkers its type.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Generic, NoReturn, TypeAlias, TypeVar

import attrs

from ..people import Farmer, Household, School, Student, Subject, Teacher
from ..people.fact import FactSpec, Kind, specs
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
from ..values.content import content
from ..values.errors import Code, Problem
from ..values.fields import check_fields, refuse
from ..values.label import Label
from ..values.text import Text
from .node import Node

L = TypeVar("L", bound=Label)


@attrs.frozen(eq=False)
class _Handle(Node):
    subject: type[Subject]
    spec: FactSpec
    own: bool = False
    """Whether only a policy declares the fact, so that subjects carry it in `extra`."""

    def __attrs_post_init__(self) -> None:
        check_fields(self, "fact")
        name, kind = self.spec.name, self.spec.kind
        problems = []
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            expected = "expected the name of a fact in small letters, such as poor_village"
            problems.append(Problem(Code.BAD_RULE, "", name, expected))
        if type(self) is not _HANDLE_OF[kind]:
            problems.append(
                Problem(Code.BAD_RULE, "", kind.value, f"expected a fact of {type(self).__name__}")
            )
        header = self.spec.text.zh
        if header != header.strip() or not header.isprintable():
            expected = (
                "expected words that a table's header can be: no space at an end, no line break"
            )
            problems.append(Problem(Code.BAD_RULE, "", header, expected, f"write {header.strip()}"))
        if not self.own and specs(self.subject).get(name) != self.spec:
            expected = f"expected a fact of a {self.subject.__name__}, or one of the policy's own"
            problems.append(Problem(Code.UNKNOWN_NAME, "", name, expected))
        refuse(f"fact {name}", problems)

    @property
    def name(self) -> str:
        """The fact's canonical name."""
        return self.spec.name

    if not TYPE_CHECKING:

        def __eq__(self, other: object) -> bool:
            """Whether it is the same fact; two facts are not compared in a rule, so two different ones raise."""
            if isinstance(other, _Handle) and content(self) == content(other):
                return True
            return self._refuse("==")

        def __ne__(self, other: object) -> bool:
            if isinstance(other, _Handle) and content(self) == content(other):
                return False
            return self._refuse("!=")

    def __hash__(self) -> int:
        msg = (
            f"{self!r} is looked for in a set or as a key: write Is(fact, label, …) for fact in {{label, …}};"
            " a table of facts has their names as keys"
        )
        raise TypeError(msg)

    def __repr__(self) -> str:
        return f"{self.subject.__name__.lower()}.{self.spec.name}"


@attrs.frozen(repr=False, eq=False)
class Flag(_Handle):
    """A fact that is so or is not; a condition by itself."""


@attrs.frozen(repr=False, eq=False)
class Labelled(_Handle, Generic[L]):
    """A fact that is one of a closed list of labels."""


@attrs.frozen(repr=False, eq=False)
class Whole(_Handle):
    """A whole number."""


@attrs.frozen(repr=False, eq=False)
class Money(_Handle):
    """An amount in yuan."""


@attrs.frozen(repr=False, eq=False)
class Day(_Handle):
    """A calendar date."""


@attrs.frozen(repr=False, eq=False)
class PlaceCode(_Handle):
    """A place, by its code."""


@attrs.frozen(repr=False, eq=False)
class Words(_Handle):
    """Free text, such as a school's code."""


Handle: TypeAlias = Flag | Labelled[Any] | Whole | Money | Day | PlaceCode | Words

_HANDLE_OF: Final[dict[Kind, Any]] = {
    Kind.FLAG: Flag,
    Kind.LABEL: Labelled,
    Kind.WHOLE: Whole,
    Kind.MONEY: Money,
    Kind.DATE: Day,
    Kind.CODE: PlaceCode,
    Kind.WORDS: Words,
}


def handle_of(subject: type[Subject], spec: FactSpec, *, own: bool = False) -> Handle:
    """The handle of a fact by its declaration."""
    handle: Handle = _HANDLE_OF[spec.kind](subject, spec, own)
    return handle


class _Facts:
    """The handles of one kind of subject, one attribute a fact."""

    def __init__(self, subject: type[Subject]) -> None:
        for name, spec in specs(subject).items():
            object.__setattr__(self, name, handle_of(subject, spec))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)


class StudentFacts(_Facts):
    """Handles of a `Student`'s facts."""

    student_id: Words
    id_number: Words
    name: Words
    birth_date: Day
    stage: Labelled[Stage]
    grade: Whole
    full_time: Flag
    formal_roll: Flag
    boarding: Flag
    major: Labelled[Major]
    hukou: Labelled[Hukou]
    hardship: Labelled[Hardship]
    registered: Flag
    household_id: Words
    poor_village: Flag
    rural_dibao: Flag
    rural_tekun: Flag
    urban_dibao: Flag
    monitored: Flag
    home_county: PlaceCode
    home_township: PlaceCode
    orphan: Flag
    martyr_child: Flag
    disabled: Flag
    left_behind: Flag
    single_parent: Flag
    minority: Flag
    wants_vocational: Flag
    admitted_year: Whole
    entry_grant_eligible: Flag
    school_id: Words
    school_county: PlaceCode
    school_in_poor_village: Flag
    school_level: Labelled[SchoolLevel]
    ownership: Labelled[Ownership]
    inclusive: Flag
    school_approved: Flag
    school_days: Whole
    tuition: Money
    misc_fee: Money
    care_fee: Money
    lodging: Money
    public_school_fee: Money


class TeacherFacts(_Facts):
    """Handles of a `Teacher`'s facts."""

    teacher_id: Words
    name: Words
    school_id: Words
    school_county: PlaceCode
    school_level: Labelled[SchoolLevel]
    poor_county: Flag
    school_in_poor_village: Flag
    contiguous_area: Flag
    graduate: Flag
    qualified: Flag
    service_years: Whole
    has_student_loan: Flag
    applying_for_title: Flag


class SchoolFacts(_Facts):
    """Handles of a `School`'s facts."""

    school_id: Words
    name: Words
    kind: Labelled[SchoolKind]
    level: Labelled[SchoolLevel]
    school_county: PlaceCode
    township: PlaceCode
    poor_county: Flag
    ownership: Labelled[Ownership]
    inclusive: Flag
    school_in_poor_village: Flag
    students: Whole
    senior_students: Whole
    compulsory_students: Whole
    inclusive_class_pupils: Whole
    boarders: Whole
    beds: Whole


class HouseholdFacts(_Facts):
    """Handles of a `Household`'s facts."""

    household_id: Words
    home_county: PlaceCode
    home_township: PlaceCode
    registered: Flag
    marginal: Flag
    house_unsafe: Flag
    loan_conditions_met: Flag
    category: Labelled[HouseholdCategory]
    main_cause: Labelled[PovertyCause]
    people: Whole


class FarmerFacts(_Facts):
    """Handles of a `Farmer`'s facts."""

    farmer_id: Words
    birth_date: Day
    education: Labelled[Education]
    occupation: Labelled[Occupation]
    home_county: PlaceCode


student: Final = StudentFacts(Student)
teacher: Final = TeacherFacts(Teacher)
school: Final = SchoolFacts(School)
household: Final = HouseholdFacts(Household)
farmer: Final = FarmerFacts(Farmer)


def own_flag(subject: type[Subject], name: str, zh: str, en: str) -> Flag:
    """A further yes-or-no fact that only a policy declares; subjects carry it in `extra`."""
    return Flag(subject, FactSpec(name, Text(zh, en), Kind.FLAG), own=True)


def own_label(subject: type[Subject], name: str, labels: type[L], zh: str, en: str) -> Labelled[L]:
    """A further fact out of a closed list of labels that only a policy declares."""
    return Labelled(subject, FactSpec(name, Text(zh, en), Kind.LABEL, labels), own=True)


def own_whole(subject: type[Subject], name: str, zh: str, en: str, *, least: int = 0) -> Whole:
    """A further whole number that only a policy declares."""
    return Whole(subject, FactSpec(name, Text(zh, en), Kind.WHOLE, least=least), own=True)


def own_money(subject: type[Subject], name: str, zh: str, en: str) -> Money:
    """A further amount in yuan that only a policy declares."""
    return Money(subject, FactSpec(name, Text(zh, en), Kind.MONEY), own=True)


def own_day(subject: type[Subject], name: str, zh: str, en: str) -> Day:
    """A further date that only a policy declares."""
    return Day(subject, FactSpec(name, Text(zh, en), Kind.DATE), own=True)
