"""A household with those of its members who are at school."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ..values.errors import WITHHELD, Code, DataError, Problem
from .fact import FrozenMap, check, code, extra, flag, label, whole, words
from .labels import HouseholdCategory, PovertyCause
from .student import Student


def _listed(members: Iterable[Student]) -> tuple[Student, ...]:
    return tuple(members)


@attrs.frozen
class Household:
    """A household; every fact but the id may be unknown (None).

    `members` are the students known to live in it; it may be empty.

    Raises:
        DataError: A value cannot be represented, a member is listed twice or belongs to another household.
    """

    household_id: str = words("户编号", "household number", key=True)
    home_county: str | None = code(6, "户籍县代码", "home county")
    home_township: str | None = code(9, "户籍乡镇代码", "home township")
    registered: bool | None = flag("建档立卡", "registered household")
    marginal: bool | None = flag("边缘户", "marginal household")
    house_unsafe: bool | None = flag("危房户", "house rated unsafe")
    loan_conditions_met: bool | None = flag(
        "符合小额信贷条件", "meets the conditions of a small loan"
    )
    category: HouseholdCategory | None = label(
        HouseholdCategory, "贫困户属性", "category of poor household"
    )
    main_cause: PovertyCause | None = label(PovertyCause, "主要致贫原因", "main cause of poverty")
    people: int | None = whole("人数", "people")
    members: tuple[Student, ...] = attrs.field(default=(), converter=_listed, kw_only=True)
    extra: FrozenMap = extra()

    def __attrs_post_init__(self) -> None:
        check(self)
        problems = []
        seen: set[str] = set()
        for place, member in enumerate(self.members):
            where = f"成员 (members)[{place}]"
            if not isinstance(member, Student):
                problems.append(
                    Problem(Code.WRONG_TYPE, where, type(member).__name__, "expected a Student")
                )
                continue
            if member.student_id in seen:
                problems.append(
                    Problem(Code.DUPLICATE, where, WITHHELD, "expected each member once")
                )
            seen.add(member.student_id)
            if member.household_id not in {None, self.household_id}:
                problems.append(
                    Problem(
                        Code.CONFLICT,
                        where,
                        WITHHELD,
                        "expected a member of this household (户编号)",
                    )
                )
        if problems:
            raise DataError(problems)
