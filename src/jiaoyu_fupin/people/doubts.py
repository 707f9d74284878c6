"""Facts that can hardly all be right, noted beside an answer; a doubt is never a refusal.

References:
    GB 11643 (form and check character of identity numbers).
    GB/T 2260 (county codes, old and new, as python-stdnum lists them).

Limitations:
    The ranges of age are deliberately wide. An area that was abolished before a birth is not doubted, since late
    registration is common; no number is looked up anywhere.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

import attrs

from ..places import CodeChange, codes_of
from ..values.label import Label
from ..values.terms import age
from ..values.text import Text
from . import Farmer, Household, School, Student, Subject, Teacher


class DoubtCode(Enum):
    """Stable names of what can be doubtful; programs may rely on them."""

    ID_FORM = "id_form"
    ID_CHECK_DIGIT = "id_check_digit"
    ID_AREA = "id_area"
    ID_BIRTH_DATE = "id_birth_date"
    AGE_AND_STAGE = "age_and_stage"
    UNKNOWN_COUNTY = "unknown_county"
    TOWNSHIP_AND_COUNTY = "township_and_county"
    REGISTERED_AND_MARGINAL = "registered_and_marginal"
    CATEGORY_AND_REGISTERED = "category_and_registered"
    HARDSHIP_AND_GROUNDS = "hardship_and_grounds"
    RURAL_AND_URBAN = "rural_and_urban"
    ORPHAN_AND_PARENT = "orphan_and_parent"
    PART_AND_WHOLE = "part_and_whole"


@attrs.frozen
class Doubt:
    """Something in one subject's facts that can hardly be right.

    Attributes:
        code: The stable name of the kind of doubt.
        columns: The facts it is about.
        message: What is doubtful, without any value.
    """

    code: DoubtCode
    columns: tuple[str, ...]
    message: Text


@attrs.frozen
class Comparison:
    """One thing that is looked at.

    Attributes:
        doubt: The doubt it may raise.
        subjects: The kinds of subject it applies to.
        doubtful: Whether the values of the doubt's columns (labels by canonical name), all of them known, are doubtful.
        dated: Whether it also needs the date, as its first argument.
        placed: Whether it also needs the code changes besides the library's, as its first argument.
        distinct: Whether nearly every subject has values of its own, so that remembering them is no use.
    """

    doubt: Doubt
    subjects: frozenset[type[Subject]]
    doubtful: Callable[..., bool]
    dated: bool = False
    placed: bool = False
    distinct: bool = False

    def raised(
        self,
        values: Sequence[Any],
        on: datetime.date | None,
        changes: tuple[CodeChange, ...] = (),
    ) -> bool:
        """Whether the values of the doubt's columns raise it; unknown ones never do."""
        if None in values or (self.dated and on is None):
            return False
        if self.dated:
            return self.doubtful(on, *values)
        return self.doubtful(changes, *values) if self.placed else self.doubtful(*values)


AGES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "preschool": (1, 8),
        "primary": (4, 18),
        "junior": (9, 21),
        "senior": (12, 26),
        "vocational": (12, 60),  # farmers and soldiers come back to school
        "preparatory": (13, 40),
        "higher_vocational": (13, 65),
        "undergraduate": (13, 65),
        "postgraduate": (16, 75),
    }
)
"""The youngest and the oldest of each stage about whom nobody would wonder."""


@functools.lru_cache(maxsize=8192)  # pure: the table never changes
def known_county(code: str) -> bool:
    """Whether the table of county codes has the county of a place code, be it old or new."""
    from stdnum import numdb

    return any("county" in found for _, found in numdb.get("cn/loc").info(code[:6]))


NEW_ID: Final = 18
_ID: Final = re.compile(r"\d{17}[\dXx]|\d{15}", re.ASCII)
"""Eighteen characters, or the fifteen of numbers given before October 1999."""


def _shaped(number: str) -> bool:
    return _ID.fullmatch(number) is not None


def _born(number: str) -> datetime.date | None:
    digits = number[6:14] if len(number) == NEW_ID else "19" + number[6:12]
    try:
        return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _wrong_form(number: str) -> bool:
    return not _shaped(number)


def _wrong_check_digit(number: str) -> bool:
    from stdnum.cn import ric

    new = len(number) == NEW_ID and _shaped(number)
    return new and ric.calc_check_digit(number) != number[-1].upper()


def _wrong_area(number: str) -> bool:
    return _shaped(number) and not known_county(number[:6])


def _no_birth(number: str) -> bool:
    return _shaped(number) and _born(number) is None


def _other_birth(number: str, birth: datetime.date) -> bool:
    return _shaped(number) and (born := _born(number)) is not None and born != birth


def _wrong_age(on: datetime.date, stage: str, birth: datetime.date) -> bool:
    low, high = AGES[stage]
    return not low <= age(birth, on) <= high


def _outside(changes: tuple[CodeChange, ...], township: str, county: str) -> bool:
    return not township.startswith(codes_of(county, changes))


def _strange_place(changes: tuple[CodeChange, ...], code: str) -> bool:
    named = any(code.startswith((change.old, change.new)) for change in changes)
    return not named and not known_county(code)


def _both(one: bool, other: bool) -> bool:
    return one and other


def _none_though(hardship: str, ground: bool) -> bool:
    return hardship == "none" and ground


def _urban_though(hukou: str, ground: bool) -> bool:
    return hukou == "urban" and ground


def _rural_though(hukou: str, ground: bool) -> bool:
    return hukou == "rural" and ground


def _category_though(category: str, registered: bool) -> bool:
    return bool(category) and not registered


def _more(part: int, whole: int) -> bool:
    return part > whole


def _check(
    code: DoubtCode,
    columns: str,
    zh: str,
    en: str,
    doubtful: Callable[..., bool],
    *subjects: type[Subject],
    dated: bool = False,
    distinct: bool = False,
) -> Comparison:
    doubt = Doubt(code, tuple(columns.split()), Text(zh, en))
    placed = doubtful in {_outside, _strange_place}
    return Comparison(doubt, frozenset(subjects), doubtful, dated, placed, distinct)


_COUNTY = ("代码表中没有这个县", "the table of codes has no such county")
_TOWNSHIP = ("乡镇代码不属于该县", "the township's code is not of the county")
_HARDSHIP = (
    "困难等级为“不困难”，却有困难依据（以依据为准）",
    "no financial difficulty, yet a ground for it (the ground counts)",
)
_RURAL = ("户籍类别为城市，却享受农村救助", "an urban household, yet rural assistance")
_PART = ("部分人数大于总数", "a part is greater than the whole")

CHECKS: Final = (
    _check(
        DoubtCode.ID_FORM,
        "id_number",
        "不是居民身份证号码的格式（是否为其他证件？）",
        "not of the form of a resident's identity number (another document?)",
        _wrong_form,
        Student,
        distinct=True,
    ),
    _check(
        DoubtCode.ID_CHECK_DIGIT,
        "id_number",
        "证件号码的校验码不符",
        "the check character of the identity number does not fit",
        _wrong_check_digit,
        Student,
        distinct=True,
    ),
    _check(
        DoubtCode.ID_AREA,
        "id_number",
        "证件号码的地区码不在代码表中",
        "the table of codes has no such area as the identity number names",
        _wrong_area,
        Student,
        distinct=True,
    ),
    _check(
        DoubtCode.ID_BIRTH_DATE,
        "id_number",
        "证件号码中的出生日期不是日历上的日期",
        "the birth date in the identity number is no calendar date",
        _no_birth,
        Student,
        distinct=True,
    ),
    _check(
        DoubtCode.ID_BIRTH_DATE,
        "id_number birth_date",
        "证件号码中的出生日期与出生日期不一致",
        "the birth date in the identity number differs from the date of birth",
        _other_birth,
        Student,
        distinct=True,
    ),
    _check(
        DoubtCode.AGE_AND_STAGE,
        "stage birth_date",
        "年龄与学段不相称",
        "the age hardly fits the stage of schooling",
        _wrong_age,
        Student,
        dated=True,
    ),
    _check(
        DoubtCode.UNKNOWN_COUNTY,
        "home_county",
        *_COUNTY,
        _strange_place,
        Student,
        Household,
        Farmer,
    ),
    _check(DoubtCode.UNKNOWN_COUNTY, "home_township", *_COUNTY, _strange_place, Student, Household),
    _check(
        DoubtCode.UNKNOWN_COUNTY,
        "school_county",
        *_COUNTY,
        _strange_place,
        Student,
        Teacher,
        School,
    ),
    _check(DoubtCode.UNKNOWN_COUNTY, "township", *_COUNTY, _strange_place, School),
    _check(
        DoubtCode.TOWNSHIP_AND_COUNTY,
        "home_township home_county",
        *_TOWNSHIP,
        _outside,
        Student,
        Household,
    ),
    _check(DoubtCode.TOWNSHIP_AND_COUNTY, "township school_county", *_TOWNSHIP, _outside, School),
    _check(
        DoubtCode.REGISTERED_AND_MARGINAL,
        "registered marginal",
        "既是建档立卡户又是边缘户",
        "both a registered and a marginal household",
        _both,
        Household,
    ),
    _check(
        DoubtCode.CATEGORY_AND_REGISTERED,
        "category registered",
        "有贫困户属性，却不是建档立卡户",
        "a category of poor household, yet not registered",
        _category_though,
        Household,
    ),
    _check(
        DoubtCode.HARDSHIP_AND_GROUNDS, "hardship registered", *_HARDSHIP, _none_though, Student
    ),
    _check(
        DoubtCode.HARDSHIP_AND_GROUNDS, "hardship rural_dibao", *_HARDSHIP, _none_though, Student
    ),
    _check(
        DoubtCode.HARDSHIP_AND_GROUNDS, "hardship rural_tekun", *_HARDSHIP, _none_though, Student
    ),
    _check(
        DoubtCode.HARDSHIP_AND_GROUNDS, "hardship urban_dibao", *_HARDSHIP, _none_though, Student
    ),
    _check(DoubtCode.HARDSHIP_AND_GROUNDS, "hardship monitored", *_HARDSHIP, _none_though, Student),
    _check(DoubtCode.RURAL_AND_URBAN, "hukou rural_dibao", *_RURAL, _urban_though, Student),
    _check(DoubtCode.RURAL_AND_URBAN, "hukou rural_tekun", *_RURAL, _urban_though, Student),
    _check(
        DoubtCode.RURAL_AND_URBAN,
        "hukou urban_dibao",
        "户籍类别为农村，却享受城镇低保",
        "a rural household, yet the urban subsistence allowance",
        _rural_though,
        Student,
    ),
    _check(
        DoubtCode.ORPHAN_AND_PARENT,
        "orphan single_parent",
        "既是孤儿又是单亲",
        "both an orphan and the child of a single parent",
        _both,
        Student,
    ),
    _check(DoubtCode.PART_AND_WHOLE, "senior_students students", *_PART, _more, School),
    _check(DoubtCode.PART_AND_WHOLE, "compulsory_students students", *_PART, _more, School),
    _check(DoubtCode.PART_AND_WHOLE, "inclusive_class_pupils students", *_PART, _more, School),
    _check(DoubtCode.PART_AND_WHOLE, "boarders students", *_PART, _more, School),
)
"""Everything that is looked at, in the order doubts are listed."""


def checks(subject: type[Subject]) -> tuple[Comparison, ...]:
    """What is looked at in one kind of subject."""
    return tuple(c for c in CHECKS if subject in c.subjects)


def doubts(
    subject: Subject,
    on: datetime.date | None = None,
    *,
    county_changes: Iterable[CodeChange] = (),
) -> tuple[Doubt, ...]:
    """What is doubtful in one subject's facts.

    Args:
        subject: Whom it is about; unknown facts raise no doubt.
        on: The date that ages are counted on; without it ages are not looked at.
        county_changes: Code changes of counties that the library does not know of, such as a policy's own.
    """
    changes = tuple(county_changes)
    return tuple(
        check.doubt
        for check in checks(type(subject))
        if check.raised(
            [_plain(getattr(subject, name)) for name in check.doubt.columns], on, changes
        )
    )


def doubtful_rows(
    subject: type[Subject],
    columns: Mapping[str, Sequence[Any]],
    on: datetime.date | None = None,
    *,
    county_changes: Iterable[CodeChange] = (),
) -> tuple[tuple[Doubt, tuple[int, ...]], ...]:
    """The same for many subjects: each doubt with the positions of those it concerns.

    Args:
        subject: The kind of subject.
        columns: The values of the facts that are at hand, labels by canonical name; columns of one length.
        on: The date that ages are counted on.
        county_changes: As for `doubts`.
    """
    found = []
    changes = tuple(county_changes)
    for check in checks(subject):
        if (check.dated and on is None) or not all(name in columns for name in check.doubt.columns):
            continue
        rows = zip(*(columns[name] for name in check.doubt.columns), strict=True)
        seen = _Seen(check, on, changes)
        raised = map(seen.look if check.distinct else seen.__getitem__, rows)
        if hits := tuple(itertools.compress(itertools.count(), raised)):
            found.append((check.doubt, hits))
    return tuple(found)


class _Seen(dict[tuple[Any, ...], bool]):
    """Which of the values met so far raise a doubt; each is looked at once."""

    def __init__(
        self, check: Comparison, on: datetime.date | None, changes: tuple[CodeChange, ...]
    ) -> None:
        super().__init__()
        self._check, self._on, self._changes = check, on, changes

    def __missing__(self, values: tuple[Any, ...]) -> bool:
        raised = self[values] = self.look(values)
        return raised

    def look(self, values: tuple[Any, ...]) -> bool:
        """Whether values raise the doubt, without remembering it."""
        return self._check.raised(values, self._on, self._changes)


def _plain(value: object) -> object:
    return value.value if isinstance(value, Label) else value
