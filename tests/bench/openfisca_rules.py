"""The twelve rules as an OpenFisca country package: one entity, dated parameters, a variable for each benefit.

Follows the country template: what never changes is ETERNITY, what is told once a year is YEAR, the rest and all
benefits are MONTH; named conditions are variables of their own. A benefit's variable is its amount in yuan, the
greatest where the office decides, the average where only an average is set, and True for books given out.
Every student in the benchmark has fees above nothing, so that nothing due is 0.
"""

# OpenFisca is untyped, an optional extra, and names classes and methods its own way.
# mypy: disable-error-code="import-not-found, misc, no-untyped-def"
# pyright: reportMissingImports=false

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import ETERNITY, MONTH, YEAR
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from .students import Row

Person = build_entity(key="person", plural="persons", label="A student", is_person=True)


class Stage(Enum):
    preschool = "学前"
    primary = "小学"
    junior = "初中"
    senior = "普高"
    vocational = "中职"
    preparatory = "预科"
    higher_vocational = "高职"
    undergraduate = "本科"
    postgraduate = "研究生"


class Major(Enum):
    agriculture = "涉农"
    performing_arts = "艺术表演"
    other = "其他"


class Hukou(Enum):
    rural = "农村"
    county_town = "县镇"
    urban = "城市"


class Hardship(Enum):
    none = "不困难"
    ordinary = "一般困难"
    hard = "困难"
    special = "特别困难"


class Ownership(Enum):
    public = "公办"
    private = "民办"


# ── facts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _fact(name: str, value_type: type, definition_period: Any, **more: object) -> type[Variable]:
    body = {
        "value_type": value_type,
        "entity": Person,
        "definition_period": definition_period,
        "label": name,
        **more,
    }
    return type(name, (Variable,), body)


def _label(name: str, labels: type[Enum], default: Any) -> type[Variable]:
    return _fact(name, Enum, MONTH, possible_values=labels, default_value=default)


FACTS = (
    _fact("birth_date", datetime.date, ETERNITY),
    _fact("martyr_child", bool, ETERNITY),
    _label("stage", Stage, Stage.postgraduate),
    _label("major", Major, Major.other),
    _label("hukou", Hukou, Hukou.urban),
    _label("hardship", Hardship, Hardship.none),
    _label("ownership", Ownership, Ownership.private),
    # a county as a number: the leanest form a place test can have
    _fact("home_county", int, MONTH),
    _fact("school_county", int, MONTH),
    *(
        _fact(name, bool, MONTH)
        for name in (
            "full_time",
            "formal_roll",
            "boarding",
            "registered",
            "poor_village",
            "orphan",
            "disabled",
            "entry_grant_eligible",
            "school_in_poor_village",
            "inclusive",
            "school_approved",
        )
    ),
    *(_fact(name, int, YEAR) for name in ("grade", "admitted_year", "school_days")),
    *(_fact(name, float, YEAR) for name in ("tuition", "misc_fee", "care_fee")),
)

PERIOD_OF = {fact.__name__: fact.definition_period for fact in FACTS}

PARAMETERS: dict[str, Any] = {
    "preschool_aid": {"values": {"2015-01-01": 1000}},
    "boarder_living": {
        "primary": {"values": {"2011-09-01": 1000, "2024-03-01": 1250}},
        "junior": {"values": {"2011-09-01": 1250, "2024-03-01": 1500}},
    },
    "boarder_supplement": {"values": {"2015-01-01": 500}},
    "meal_day": {"values": {"2015-01-01": 4}},
    "senior_grant": {"values": {"2015-01-01": 1500}},
    "vocational_grant": {"values": {"2015-01-01": 1500}},
    "entrance_grant": {"values": {"2015-01-01": 6000}},
    "vocational_subsidy": {"values": {"2015-01-01": 1500}},
    "enrolment_age_edges": {"values": {"2015-01-01": False}},
    "urban_hardship_counts": {"values": {"2015-01-01": False}},
}

LUOXIAO = (
    360703,
    360704,
    360721,
    360724,
    360726,
    360730,
    360731,
    360732,
    360733,
    360734,
    360735,
    360781,
    360782,
)

# ── conditions that several rules share ───────────────────────────────────────────────────────────────────────────


class age(Variable):
    value_type = int
    entity = Person
    definition_period = MONTH
    label = "full years on the first day of the month"

    def formula(person, period):
        born = person("birth_date", period)
        years = born.astype("datetime64[Y]")
        months = born.astype("datetime64[M]")
        birth_year = years.astype(int) + 1970
        birth_month = (months - years).astype(int) + 1
        birth_day = (born - months).astype(int) + 1
        on = period.start
        later = (birth_month > on.month) | ((birth_month == on.month) & (birth_day > on.day))
        return on.year - birth_year - later


class in_hardship(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "in financial difficulty"

    def formula(person, period):
        return person("registered", period) | (person("hardship", period) != Hardship.none)


class compulsory(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "at the compulsory stage"

    def formula(person, period):
        stage = person("stage", period)
        return (stage == Stage.primary) | (stage == Stage.junior)


class school_in_ganzhou(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "school in Ganzhou"

    def formula(person, period):
        return person("school_county", period) // 100 == 3607


class home_in_ganzhou(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "home in Ganzhou"

    def formula(person, period):
        return person("home_county", period) // 100 == 3607


SHARED = (age, in_hardship, compulsory, school_in_ganzhou, home_in_ganzhou)

# ── the rules ─────────────────────────────────────────────────────────────────────────────────────────────────────


class gz_4a(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "preschool aid"

    def formula_2015(person, period, parameters):
        years = person("age", period)
        given = parameters(period)
        of_age = (years >= 3) & (years <= 6)
        if given.enrolment_age_edges:
            of_age = of_age | (years == 2) | (years == 7)
        due = (
            person("school_in_ganzhou", period)
            & (person("stage", period) == Stage.preschool)
            & of_age
            & person("school_approved", period)
            & ((person("ownership", period) == Ownership.public) | person("inclusive", period))
            & (
                person("in_hardship", period)
                | person("martyr_child", period)
                | person("orphan", period)
                | person("disabled", period)
            )
        )
        return due * given.preschool_aid


class gz_4b(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "childcare and education fee reduced, at most"

    def formula_2015(person, period):
        due = (
            person("school_in_ganzhou", period)
            & (person("stage", period) == Stage.preschool)
            & (person("hardship", period) == Hardship.special)
        )
        return due * person("care_fee", period.this_year)


class gz_5a_fees(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "tuition and miscellaneous fees waived"

    def formula_2015(person, period):
        due = person("school_in_ganzhou", period) & person("compulsory", period)
        year = period.this_year
        return due * (person("tuition", year) + person("misc_fee", year))


class gz_5a_books(Variable):
    value_type = bool
    entity = Person
    definition_period = MONTH
    label = "textbooks free of charge"

    def formula_2015(person, period):
        return person("school_in_ganzhou", period) & person("compulsory", period)


class gz_5a_living(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "living allowance of boarders"

    def formula_2015(person, period, parameters):
        due = (
            person("school_in_ganzhou", period)
            & person("compulsory", period)
            & person("boarding", period)
            & person("in_hardship", period)
        )
        standard = parameters(period).boarder_living
        primary = person("stage", period) == Stage.primary
        return due * np.where(primary, standard.primary, standard.junior)


class gz_5b(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "supplement for registered boarders"

    def formula_2015(person, period, parameters):
        due = (
            person("school_in_ganzhou", period)
            & person("compulsory", period)
            & person("boarding", period)
            & person("registered", period)
        )
        return due * parameters(period).boarder_supplement


class gz_5c(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "school meals"

    def formula_2015(person, period, parameters):
        due = (
            np.isin(person("school_county", period), LUOXIAO)
            & person("compulsory", period)
            & (person("poor_village", period) | person("school_in_poor_village", period))
        )
        return due * parameters(period).meal_day * person("school_days", period.this_year)


class gz_6(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "national grant at senior high school, average"

    def formula_2015(person, period, parameters):
        due = (
            person("school_in_ganzhou", period)
            & (person("stage", period) == Stage.senior)
            & person("full_time", period)
            & person("in_hardship", period)
        )
        return due * parameters(period).senior_grant


class gz_7a(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "vocational tuition waived"

    def formula_2015(person, period):
        grade = person("grade", period.this_year)
        major = person("major", period)
        due = (
            person("school_in_ganzhou", period)
            & (person("stage", period) == Stage.vocational)
            & person("full_time", period)
            & person("formal_roll", period)
            & (grade >= 1)
            & (grade <= 3)
            & (
                (person("hukou", period) != Hukou.urban)
                | (major == Major.agriculture)
                | person("in_hardship", period)
            )
            & (major != Major.performing_arts)
        )
        return due * person("tuition", period.this_year)


class gz_7b(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "national grant at vocational school"

    def formula_2015(person, period, parameters):
        grade = person("grade", period.this_year)
        due = (
            person("school_in_ganzhou", period)
            & (person("stage", period) == Stage.vocational)
            & person("full_time", period)
            & person("formal_roll", period)
            & (grade >= 1)
            & (grade <= 2)
            & ((person("major", period) == Major.agriculture) | person("in_hardship", period))
        )
        return due * parameters(period).vocational_grant


class gz_8a(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "entrance grant"

    def formula_2015(person, period, parameters):
        stage = person("stage", period)
        admitted = person("admitted_year", period.this_year)
        on = period.start
        school_year = on.year if on.month >= 9 else on.year - 1
        due = (
            person("home_in_ganzhou", period)
            & (
                (stage == Stage.preparatory)
                | (stage == Stage.higher_vocational)
                | (stage == Stage.undergraduate)
            )
            & person("full_time", period)
            & ((admitted == on.year) | (admitted == school_year))
            & person("poor_village", period)
            & person("in_hardship", period)
            & person("entry_grant_eligible", period)
        )
        return due * parameters(period).entrance_grant


class gz_10(Variable):
    value_type = float
    entity = Person
    definition_period = MONTH
    label = "vocational education subsidy"

    def formula_2015(person, period, parameters):
        stage = person("stage", period)
        given = parameters(period)
        family = person("registered", period) | (person("hukou", period) != Hukou.urban)
        if given.urban_hardship_counts:
            family = True
        due = (
            person("home_in_ganzhou", period)
            & ((stage == Stage.vocational) | (stage == Stage.higher_vocational))
            & person("in_hardship", period)
            & family
        )
        return due * given.vocational_subsidy


BENEFITS = {
    "GZ-4a": gz_4a,
    "GZ-4b": gz_4b,
    "GZ-5a/fees": gz_5a_fees,
    "GZ-5a/books": gz_5a_books,
    "GZ-5a/living": gz_5a_living,
    "GZ-5b": gz_5b,
    "GZ-5c": gz_5c,
    "GZ-6": gz_6,
    "GZ-7a": gz_7a,
    "GZ-7b": gz_7b,
    "GZ-8a": gz_8a,
    "GZ-10": gz_10,
}
"""The variable of each benefit."""

VARIABLES = tuple((benefit, variable.__name__) for benefit, variable in BENEFITS.items())


def system() -> TaxBenefitSystem:
    """The country package, made once."""
    made = TaxBenefitSystem([Person])
    made.add_variables(*FACTS, *SHARED, *BENEFITS.values())
    made.parameters = ParameterNode("", data=PARAMETERS)
    return made


# ── one student ───────────────────────────────────────────────────────────────────────────────────────────────────


def situation(row: Row, on: datetime.date) -> dict[str, Any]:
    """A student as OpenFisca's users write one: for each fact its value by period."""
    return {
        "persons": {
            "student": {
                name: {_period(name, on): _plain(name, value)} for name, value in row.items()
            }
        }
    }


def _period(name: str, on: datetime.date) -> str:
    unit = PERIOD_OF[name]
    if unit == ETERNITY:
        return "ETERNITY"
    return f"{on:%Y}" if unit == YEAR else f"{on:%Y-%m}"


def _plain(name: str, value: Any) -> Any:
    if name.endswith("_county"):
        return int(value)
    if name.endswith(("_fee", "tuition")):
        return float(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def build(rules: TaxBenefitSystem, situation: dict[str, Any]) -> Simulation:
    """A simulation of one student, built the documented way."""
    return SimulationBuilder().build_from_entities(rules, situation)


def arrays(row: Row, on: datetime.date) -> list[tuple[str, str, Any]]:
    """A student as ready-made arrays, for the leanest documented way to build a simulation."""
    labels = {v.__name__: v.possible_values for v in FACTS if hasattr(v, "possible_values")}

    def array(name: str, value: Any) -> Any:
        if name in labels:
            return labels[name].encode(np.array([value]))
        dtype = "datetime64[D]" if name == "birth_date" else None
        return np.array([_plain(name, value)], dtype=dtype)

    return [(name, _period(name, on), array(name, value)) for name, value in row.items()]


def build_lean(rules: TaxBenefitSystem, inputs: list[tuple[str, str, Any]]) -> Simulation:
    """The same simulation with arrays put straight in."""
    made = SimulationBuilder().build_default_simulation(rules, 1)
    for name, period, array in inputs:
        made.set_input(name, period, array)
    return made


def calculate(simulation: Simulation, period: str) -> dict[str, float]:
    """The twelve outputs; a simulation remembers them, so each is asked once."""
    return {benefit: simulation.calculate(name, period)[0] for benefit, name in VARIABLES}
