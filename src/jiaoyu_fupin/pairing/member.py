"""Members: whoever may stand at an end of a link, with the facts that clauses ask of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias, assert_never

import attrs
import pendulum

from ..clauses.pairing import Party
from ..people import Household, School, Student, Teacher
from ..people.labels import Hardship, Hukou, Ownership, SchoolKind, SchoolLevel
from ..places import CodeChange, CountyList, Designation, newest
from ..values.errors import WITHHELD, Code, DataError, Problem
from ..values.fields import misfits
from ..values.plain import is_digits
from ..values.spans import Span, day, span_problems
from .link import masked_id


@attrs.frozen(kw_only=True)
class Member:
    """Somebody or something that may help or be helped; every fact may be unknown (None).

    Cadres, volunteers, open universities and villages are made directly; schools, teachers, students and households
    are made of their subjects by `member_of`.

    Attributes:
        party: What it is.
        id: Its id among those of its kind.
        kind: A school's kind.
        level: A school's level.
        ownership: A school's ownership.
        county: Its county's code; a student's is that of the home.
        township: Its township's code.
        village: The village a household lies in.
        poor_county: Whether it lies in a poor county.
        in_poor_village: Whether a school, or a teacher's school, lies in a poor village.
        contiguous_area: Whether it lies in the contiguous destitute area.
        good: Whether a school is on the list of good ones.
        weak: Whether a school is on the list of weak ones.
        poor: Whether it is poor: a student in financial difficulty, a registered household, a poor village.
        registered: Whether it is registered as poor, or of a registered household.
        left_behind: Whether it is a left-behind child.
        rural: Whether it is rural.
        unit: The unit a helper works for.
        affiliation: What that unit belongs to.
        opened: Its first day, where it is known to have one.
        closed: Its last day; None where it goes on as far as is known.

    Raises:
        DataError: A fact cannot be represented; every such fact is named.
    """

    party: Party
    id: str = attrs.field(repr=masked_id)
    kind: SchoolKind | None = None
    level: SchoolLevel | None = None
    ownership: Ownership | None = None
    county: str | None = None
    township: str | None = None
    village: str | None = None
    poor_county: bool | None = None
    in_poor_village: bool | None = None
    contiguous_area: bool | None = None
    good: bool | None = None
    weak: bool | None = None
    poor: bool | None = None
    registered: bool | None = None
    left_behind: bool | None = None
    rural: bool | None = None
    unit: str | None = None
    affiliation: str | None = None
    opened: pendulum.Date | None = attrs.field(default=None, converter=day)
    closed: pendulum.Date | None = attrs.field(default=None, converter=day)

    def __attrs_post_init__(self) -> None:
        problems = [attrs.evolve(p, value=WITHHELD) for p in misfits(self)]
        if not problems:
            problems = [
                Problem(Code.BAD_CODE, name, code, f"expected a code of {digits} digits")
                for name, code, digits in (
                    ("county", self.county, 6),
                    ("township", self.township, 9),
                )
                if code is not None and not is_digits(code, digits)
            ]
            if self.opened is not None:
                problems += span_problems(self.opened, self.closed)
        if problems:
            who = f"{self.party.value}" if isinstance(self.party, Party) else "member"
            raise DataError(attrs.evolve(p, where=f"{who} {p.where}".strip()) for p in problems)

    @property
    def key(self) -> tuple[Party, str]:
        """What it is known by."""
        return (self.party, self.id)

    @property
    def life(self) -> Span:
        """The days on which it is there, as far as is known."""
        return Span(self.opened or ALWAYS, self.closed)

    @property
    def county_now(self) -> str | None:
        """The county by its newest code, taken from the township where only that is known."""
        county = self.county or (self.township[:6] if self.township else None)
        return None if county is None else newest(county)

    @property
    def township_now(self) -> str | None:
        """The township's code with its county's newest code in front."""
        code = self.township
        return None if code is None else newest(code[:6]) + code[6:]


ALWAYS: Final = pendulum.date(1900, 1, 1)
"""The first day of whatever is not known to have begun later."""

PairedSubject: TypeAlias = School | Teacher | Student | Household
"""The subjects that pairings are about."""

FURTHER: Final = ("good", "weak", "contiguous_area", "village", "opened", "closed")
"""Facts that subjects carry in `extra`, by these names, where they have no field for them."""


def member_of(subject: PairedSubject | Member) -> Member:
    """A subject as a member.

    What a subject has no field for is taken from its `extra`, by the names in `FURTHER`. A student is poor who is
    registered or in financial difficulty; the county and township of a student and a household are those of the home.

    >>> school = School("S-1", level=SchoolLevel.TOWNSHIP, school_county="451229", extra={"weak": True})
    >>> member_of(school).weak, member_of(school).good
    (True, None)
    """
    if isinstance(subject, Member):
        return subject
    facts: dict[str, object] = {name: subject.extra.get(name) for name in FURTHER}
    match subject:
        case School():
            facts |= {
                "party": Party.SCHOOL,
                "id": subject.school_id,
                "kind": subject.kind,
                "level": subject.level,
                "ownership": subject.ownership,
                "county": subject.school_county,
                "township": subject.township,
                "poor_county": subject.poor_county,
                "in_poor_village": subject.school_in_poor_village,
            }
        case Teacher():
            facts |= {
                "party": Party.TEACHER,
                "id": subject.teacher_id,
                "county": subject.school_county,
                "poor_county": subject.poor_county,
                "in_poor_village": subject.school_in_poor_village,
                "contiguous_area": subject.contiguous_area,
                "unit": subject.school_id,
            }
        case Student():
            facts |= {
                "party": Party.STUDENT,
                "id": subject.student_id,
                "county": subject.home_county,
                "township": subject.home_township,
                "poor": _poor(subject),
                "registered": subject.registered,
                "left_behind": subject.left_behind,
                "rural": None if subject.hukou is None else subject.hukou is Hukou.RURAL,
            }
        case Household():
            facts |= {
                "party": Party.HOUSEHOLD,
                "id": subject.household_id,
                "county": subject.home_county,
                "township": subject.home_township,
                "poor": subject.registered,
                "registered": subject.registered,
            }
        case _:
            assert_never(subject)
    return Member(**facts)  # type: ignore[arg-type]  # the constructor checks each


def with_newest_codes(member: Member, changes: Iterable[CodeChange]) -> Member:
    """A member whose places have the newest codes that some changes besides the library's give their county."""
    changes = tuple(changes)
    county, township = member.county, member.township
    if not changes or (county is None and township is None):
        return member
    return attrs.evolve(
        member,
        county=None if county is None else newest(county, changes),
        township=None if township is None else newest(township[:6], changes) + township[6:],
    )


def _poor(student: Student) -> bool | None:
    hard = None if student.hardship is None else student.hardship is not Hardship.NONE
    if student.registered or hard:
        return True
    return None if student.registered is None or hard is None else False


def in_poor_county(member: Member, counties: CountyList | None) -> bool | None:
    """Whether a member lies in a poor county: as it says itself, else as the list says.

    A list that is not wholly known by name says no of nobody.
    """
    county = member.county_now
    if member.poor_county is not None or counties is None or county is None:
        return member.poor_county
    if counties[county] is not None:
        return True
    return None if counties.unnamed else False


def in_poor_area(member: Member, counties: CountyList | None) -> bool | None:
    """Whether a member lies in a poor area: in a poor county, or as a school or a teacher in a poor village."""
    county = in_poor_county(member, counties)
    if member.party not in {Party.SCHOOL, Party.TEACHER}:
        return county
    if county or member.in_poor_village:
        return True
    return None if county is None or member.in_poor_village is None else False


def lies_in(member: Member, place: str) -> bool | None:
    """Whether a member lies in the province, city or county of a code; None where its county is not known."""
    county = member.county_now
    return None if county is None else county.startswith(newest(place))


def in_contiguous_area(member: Member, counties: CountyList | None) -> bool | None:
    """Whether a member lies in the contiguous area: as it says itself, else yes where its county is designated so."""
    county = member.county_now
    if member.contiguous_area is not None or counties is None or county is None:
        return member.contiguous_area
    found = counties[county]
    designated = found is not None and any(h.designation is Designation.AREA for h in found.held)
    return True if designated else None
