"""A pairing rule: which helpers a clause pairs with which recipients."""

from __future__ import annotations

import attrs

from ..people.labels import Ownership, SchoolKind, SchoolLevel
from ..values.errors import Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.label import Label
from ..values.text import Text
from .marks import Hedge


class Party(Label):
    """结对的一方"""

    SCHOOL = "school", "学校"
    OPEN_UNIVERSITY = "open_university", "开放大学"
    TEACHER = "teacher", "校长、教师"
    UNIVERSITY_VOLUNTEER = "university_volunteer", "大学生志愿者"
    SOCIAL_VOLUNTEER = "social_volunteer", "社会志愿者"
    SOCIAL_FORCE = "social_force", "社会力量"
    CADRE = "cadre", "帮扶干部"
    STUDENT = "student", "学生"
    HOUSEHOLD = "household", "贫困户"
    VILLAGE = "village", "贫困村"


class SameArea(Label):
    """双方同在"""

    ANYWHERE = "anywhere", "不限"
    CITY = "city", "同一设区市"
    COUNTY = "county", "同一县"
    TOWNSHIP = "township", "同一乡镇"


@attrs.frozen(kw_only=True)
class End:
    """One end of a pairing: who may stand there. What is empty or None is not limited by the clause.

    Attributes:
        party: What it is.
        kinds: Kinds of school, where it is a school.
        levels: Levels of school.
        ownership: Ownership of the school, where only one will do.
        good: Whether the clause asks for a good one (优质); such schools are known from a list.
        weak: Whether it asks for a weak one (薄弱).
        poor_county: Whether it has to lie in a poor county.
        contiguous_area: Whether it has to be of the contiguous destitute area (片区).
        poor: Whether it has to be of a poor family.
        left_behind: Whether it has to be a left-behind child.
        rural: Whether it has to be rural.
    """

    party: Party
    kinds: tuple[SchoolKind, ...] = attrs.field(default=(), converter=listed)
    levels: tuple[SchoolLevel, ...] = attrs.field(default=(), converter=listed)
    ownership: Ownership | None = None
    good: bool = False
    weak: bool = False
    poor_county: bool = False
    contiguous_area: bool = False
    poor: bool = False
    left_behind: bool = False
    rural: bool = False

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems and (self.kinds or self.levels) and self.party is not Party.SCHOOL:
            problems = [
                Problem(
                    Code.CONFLICT, "", self.party.value, "expected kinds and levels of schools only"
                )
            ]
        refuse("end of a pairing", problems)


@attrs.frozen(kw_only=True)
class PairingRule:
    """One tier of pairing help.

    Attributes:
        id: The clause's id, with the tier's name after a slash where the clause has several.
        title: What it is, in words.
        helpers: Who may help; any of these.
        recipients: Who is helped; any of these.
        within: Where both ends have to lie together.
        one_to_one: Whether a recipient has at most one such helper at a time, and a helper one recipient.
        hedges: How firmly it is set.
        cap: How many recipients a helper may have at one time; None where none is printed.
    """

    id: str
    title: Text
    helpers: tuple[End, ...] = attrs.field(converter=listed)
    recipients: tuple[End, ...] = attrs.field(converter=listed)
    within: SameArea = SameArea.ANYWHERE
    one_to_one: bool = False
    hedges: tuple[Hedge, ...] = attrs.field(default=(), converter=listed)
    cap: int | None = None

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems and not (self.helpers and self.recipients):
            problems = [Problem(Code.REQUIRED, "", None, "expected helpers and recipients")]
        if not problems and self.cap is not None and self.cap < 1:
            problems = [Problem(Code.OUT_OF_RANGE, "", self.cap, "expected a cap from 1")]
        refuse(f"pairing rule {self.id}", problems)
