"""Strategies for subjects and for the values of their facts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

import pendulum
from hypothesis import strategies as st

from ..people import (
    KINDS,
    Farmer,
    Household,
    School,
    Student,
    Subject,
    Teacher,
    key_of,
    subject_name,
)
from ..people.fact import FactSpec, Kind, specs
from ..places import Territory, codes_of, every_change
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.money import MOST_YUAN, from_fen, to_fen
from ..values.terms import FIRST_BIRTH_YEAR, as_date

Strategy: TypeAlias = st.SearchStrategy[Any]

_S = TypeVar("_S", bound=Subject)

FIRST_DATE = pendulum.date(FIRST_BIRTH_YEAR, 1, 1)
LAST_DATE = pendulum.date(2100, 12, 31)
MOST_DRAWN = 10**9 - 1
COUNTY_DIGITS = 6
_LETTERS: Mapping[str, str] = MappingProxyType({kind.key: kind.letter for kind in KINDS})


# ── values ────────────────────────────────────────────────────────────────────────────────────────────────────────


def dates(
    *, min_value: pendulum.Date = FIRST_DATE, max_value: pendulum.Date = LAST_DATE
) -> st.SearchStrategy[pendulum.Date]:
    """Calendar dates; by default those from 1900 to 2100."""
    return st.dates(min_value, max_value).map(as_date)


def money(
    *, min_value: Decimal | int = 0, max_value: Decimal | int = MOST_YUAN - Decimal("0.01")
) -> st.SearchStrategy[Decimal]:
    """Amounts in yuan, exact to the fen; by default all that a fact may hold."""
    return st.integers(to_fen(Decimal(min_value)), to_fen(Decimal(max_value))).map(from_fen)


def codes(
    *, digits: int = COUNTY_DIGITS, within: Territory | None = None
) -> st.SearchStrategy[str]:
    """Codes of places, by default of any county, those that changed their code among them.

    Args:
        digits: How many digits: six for a county, nine for a township.
        within: Only places in this territory, a county by any of its codes.

    Raises:
        CallError: The territory is told by longer codes.
    """
    if within is None:
        starts = [""]
        if digits >= COUNTY_DIGITS:
            starts += [code for change in every_change() for code in (change.old, change.new)]
        return st.sampled_from(starts).flatmap(lambda start: _going_on(start, digits))
    if any(len(prefix) > digits for prefix in within.prefixes):
        raise CallError(
            Problem(
                Code.WRONG_CALL,
                "digits",
                digits,
                "expected as many digits as the territory's codes have",
            )
        )
    own = [c for prefix in within.prefixes for c in _codes_within(prefix, digits, within)]
    return st.sampled_from(own).flatmap(lambda start: _going_on(start, digits))


def _codes_within(prefix: str, digits: int, within: Territory) -> tuple[str, ...]:
    """The first digits of a territory's codes; where they are a county's whole code, its other codes too."""
    return codes_of(prefix, within.changes) if len(prefix) == digits else (prefix,)


def _going_on(start: str, digits: int) -> st.SearchStrategy[str]:
    """Codes of so many digits with these first ones."""
    rest = digits - len(start)
    if rest <= 0:
        return st.just(start)
    return st.integers(0, 10**rest - 1).map(lambda number: f"{start}{number:0{rest}d}")


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_FICTIONAL_AREA = "99"
"""No province has this code, so no person has a number that starts with it."""


def id_numbers() -> st.SearchStrategy[str]:
    """Identity numbers with a right check digit that nobody has: their area code is assigned to no place."""

    def whole(area: str, birth: pendulum.Date, serial: int) -> str:
        number = f"{area}{birth:%Y%m%d}{serial:03d}"
        total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=True))
        return number + "10X98765432"[total % 11]

    return st.builds(whole, _going_on(_FICTIONAL_AREA, COUNTY_DIGITS), dates(), st.integers(1, 999))


def ids(letter: str) -> st.SearchStrategy[str]:
    """Ids such as S-0001."""
    return st.integers(1, 9999).map(lambda number: f"{letter}-{number:04d}")


_NAMES: Mapping[type[Subject], tuple[str, ...]] = MappingProxyType(
    {
        Student: ("虚构甲", "虚构乙", "示例学生", "Sample Pupil"),
        Teacher: ("虚构老师", "示例教师", "Sample Teacher"),
        School: ("虚构小学", "示例中学", "Sample School"),
    }
)


def values(subject: type[Any], spec: FactSpec) -> Strategy:
    """The values that a fact may have, without unknown."""
    match spec.kind:
        case Kind.FLAG:
            return st.booleans()
        case Kind.LABEL:
            return st.sampled_from(tuple(spec.labels or ()))
        case Kind.WHOLE:
            most = MOST_DRAWN if spec.most is None else spec.most
            return st.integers(spec.least, min(most, spec.least + 12)) | st.integers(
                spec.least, most
            )
        case Kind.MONEY:
            return money(max_value=99_999) | money()
        case Kind.DATE:
            return dates()
        case Kind.CODE:
            return codes(digits=spec.digits)
        case Kind.WORDS:
            if spec.name == "name":
                return st.sampled_from(_NAMES[subject])
            if spec.name == "id_number":
                return id_numbers()
            return ids(_LETTERS.get(spec.name, "W"))


# ── subjects ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _checked(subject: type[Any], facts: Mapping[str, object], also: tuple[str, ...]) -> None:
    known = (*specs(subject), *also)
    problems = [
        unknown_name(f"fact of a {subject_name(subject)}", name, known)
        for name in facts
        if name not in known
    ]
    problems += [
        Problem(
            Code.WRONG_CALL,
            name,
            type(value).__name__,
            "expected a strategy",
            "write st.just(value) for one value",
        )
        for name, value in facts.items()
        if not isinstance(value, st.SearchStrategy)
    ]
    if problems:
        raise CallError(problems)


def _subjects(
    subject: type[_S], facts: Mapping[str, Strategy], also: tuple[str, ...] = ("extra",)
) -> st.SearchStrategy[_S]:
    _checked(subject, facts, also)
    given: dict[str, Strategy] = {
        name: values(subject, spec) if spec.required else st.none() | values(subject, spec)
        for name, spec in specs(subject).items()
        if name not in facts
    }
    return st.builds(subject, **given, **facts)


def students(**facts: Strategy) -> st.SearchStrategy[Student]:
    """Students; a strategy may be given for each fact, by its name, and for `extra`.

    Raises:
        CallError: A student has no such fact, or a value is not a strategy.
    """
    return _subjects(Student, facts)


def teachers(**facts: Strategy) -> st.SearchStrategy[Teacher]:
    """Teachers; a strategy may be given for each fact, by its name, and for `extra`.

    Raises:
        CallError: A teacher has no such fact, or a value is not a strategy.
    """
    return _subjects(Teacher, facts)


def schools(**facts: Strategy) -> st.SearchStrategy[School]:
    """Schools; a strategy may be given for each fact, by its name, and for `extra`.

    Raises:
        CallError: A school has no such fact, or a value is not a strategy.
    """
    return _subjects(School, facts)


def farmers(**facts: Strategy) -> st.SearchStrategy[Farmer]:
    """Farmers; a strategy may be given for each fact, by its name, and for `extra`.

    Raises:
        CallError: A farmer has no such fact, or a value is not a strategy.
    """
    return _subjects(Farmer, facts)


def households(**facts: Strategy) -> st.SearchStrategy[Household]:
    """Households of up to three students; a strategy may be given for each fact, for `members` and `extra`.

    Raises:
        CallError: A household has no such fact, or a value is not a strategy.
    """
    _checked(Household, facts, ("members", "extra"))
    if "members" in facts:
        return _subjects(Household, facts, ("members", "extra"))

    def of(household_id: str) -> st.SearchStrategy[Household]:
        own = students(household_id=st.none() | st.just(household_id))
        members = st.lists(own, max_size=3, unique_by=lambda student: student.student_id)
        return _subjects(
            Household,
            {**facts, "household_id": st.just(household_id), "members": members},
            ("members", "extra"),
        )

    return facts.get(key_of(Household), ids(_LETTERS["household_id"])).flatmap(of)
