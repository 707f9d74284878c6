"""What a link refuses, what members are made of, and that no message names anybody."""

from typing import Any

import pendulum
import pytest

from jiaoyu_fupin import (
    DataError,
    Hardship,
    Household,
    Hukou,
    RuleError,
    School,
    SchoolLevel,
    Student,
    Teacher,
)
from jiaoyu_fupin.clauses.pairing import End, PairingRule, Party
from jiaoyu_fupin.pairing.link import PairingLink, Partner
from jiaoyu_fupin.pairing.member import Member, in_contiguous_area, in_poor_county, member_of
from jiaoyu_fupin.people.fact import FrozenMap
from jiaoyu_fupin.places import CountyList
from jiaoyu_fupin.policies.counties import GUANGXI_54
from jiaoyu_fupin.values.errors import Code
from jiaoyu_fupin.values.text import Text
from support.pairing_rules import RULES

SINCE = pendulum.date(2017, 1, 1)
CADRE, HOUSEHOLD = Partner(Party.CADRE, "C-0001"), Partner(Party.HOUSEHOLD, "H-0001")


def refused(**fields: Any) -> list[tuple[Code, str]]:
    given: dict[str, Any] = {
        "rule": RULES["VL-5"],
        "helper": CADRE,
        "recipient": HOUSEHOLD,
        "since": SINCE,
    }
    with pytest.raises(DataError) as caught:
        PairingLink(**given | fields)
    assert not any(id_ in str(caught.value) for id_ in ("C-0001", "H-0001", "S-0001"))
    return [(p.code, p.where.rpartition(", ")[2]) for p in caught.value.problems]


def test_dates_are_in_order() -> None:
    assert refused(until=pendulum.date(2016, 12, 31)) == [(Code.OUT_OF_RANGE, "止 (until)")]
    one_day = PairingLink(
        rule=RULES["VL-5"], helper=CADRE, recipient=HOUSEHOLD, since=SINCE, until=SINCE
    )
    assert one_day.holds(SINCE)
    assert one_day.life.days == 1


def test_nobody_helps_himself() -> None:
    rule = PairingRule(
        id="X-1",
        title=Text("互助", "mutual"),
        helpers=(End(party=Party.SCHOOL),),
        recipients=(End(party=Party.SCHOOL),),
    )
    same = Partner(Party.SCHOOL, "S-0001")
    assert refused(rule=rule, helper=same, recipient=same) == [(Code.CONFLICT, "结对 (link) X-1")]


def test_only_ends_that_the_tier_allows() -> None:
    volunteer = Partner(Party.SOCIAL_VOLUNTEER, "V-0001")
    student = Partner(Party.STUDENT, "S-0001")
    assert refused(helper=volunteer, recipient=student) == [
        (Code.CONFLICT, "帮扶方 (helper)"),
        (Code.CONFLICT, "对象 (recipient)"),
    ]


@pytest.mark.parametrize(
    ("helper", "recipient", "fault"),
    [
        ("county", "township", None),
        ("county", "teaching_point", None),
        ("county", "county", "对象 (recipient)"),
        ("township", "village", "帮扶方 (helper)"),
        ("county", None, None),
        (None, "city", "对象 (recipient)"),
    ],
)
def test_levels_descend_as_the_clause_says(
    helper: str | None, recipient: str | None, fault: str | None
) -> None:
    levels: dict[str | None, SchoolLevel] = {level.value: level for level in SchoolLevel}
    ends: dict[str, Any] = {
        "rule": RULES["GX-2.4/county_rural"],
        "helper": Partner(Party.SCHOOL, "S-0001", levels.get(helper)),
        "recipient": Partner(Party.SCHOOL, "S-0002", levels.get(recipient)),
    }
    if fault is None:
        assert PairingLink(**ends, since=SINCE).clause == "GX-2.4"
    else:
        assert (Code.CONFLICT, fault) in refused(**ends)


def test_a_tier_that_lists_several_levels_still_descends() -> None:
    """Each end may be of two levels here, but not so that they are the same or the recipient's is higher."""
    rule = PairingRule(
        id="X-2",
        title=Text("县乡以下", "county and township downwards"),
        helpers=(End(party=Party.SCHOOL, levels=(SchoolLevel.COUNTY, SchoolLevel.TOWNSHIP)),),
        recipients=(End(party=Party.SCHOOL, levels=(SchoolLevel.TOWNSHIP, SchoolLevel.VILLAGE)),),
    )
    even = Partner(Party.SCHOOL, "S-0001", SchoolLevel.TOWNSHIP)
    other = Partner(Party.SCHOOL, "S-0002", SchoolLevel.TOWNSHIP)
    assert refused(rule=rule, helper=even, recipient=other) == [(Code.CONFLICT, "结对 (link) X-2")]


def test_everything_wrong_is_said_at_once() -> None:
    student = Partner(Party.STUDENT, "S-0001")
    faults = refused(recipient=student, until=pendulum.date(2016, 1, 1))
    assert [code for code, _ in faults] == [Code.CONFLICT, Code.OUT_OF_RANGE]


@pytest.mark.parametrize(
    "fields",
    [{"rule": "VL-5"}, {"helper": "C-0001"}, {"since": "2017-01-01"}, {"unit": 7}, {"until": 2018}],
)
def test_a_value_of_another_type_is_refused(fields: dict[str, Any]) -> None:
    (fault,) = refused(**fields)
    assert fault[0] is Code.WRONG_TYPE


def test_ids_and_levels_of_partners() -> None:
    assert "C-0001" not in repr(CADRE)
    with pytest.raises(DataError):
        Partner(Party.CADRE, "")
    with pytest.raises(DataError, match="level of a school"):
        Partner(Party.CADRE, "C-1", SchoolLevel.CITY)
    with pytest.raises(RuleError, match="cap"):
        PairingRule(
            id="X", title=Text("无", "none"), helpers=RULES["VL-5"].helpers,
            recipients=RULES["VL-5"].recipients, cap=0,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("student", "poor"),
    [
        ({}, None),
        ({"registered": True}, True),
        ({"hardship": Hardship.HARD}, True),
        ({"registered": False}, None),
        ({"hardship": Hardship.NONE}, None),
        ({"registered": False, "hardship": Hardship.NONE}, False),
    ],
)
def test_a_student_is_poor_who_is_registered_or_in_difficulty(
    student: dict[str, Any], poor: bool | None
) -> None:
    assert member_of(Student("S-0001", **student)).poor is poor


def test_members_are_made_of_subjects() -> None:
    closed = pendulum.date(2018, 8, 31)
    school = School(
        "S-1", level=SchoolLevel.TOWNSHIP, extra=FrozenMap({"good": True, "closed": closed})
    )
    assert member_of(school) == Member(
        party=Party.SCHOOL, id="S-1", level=SchoolLevel.TOWNSHIP, good=True, closed=closed
    )
    child = Student("S-2", hukou=Hukou.COUNTY_TOWN, home_county="451228", school_county="450103")
    assert (member_of(child).county, member_of(child).rural) == ("451228", False)
    home = Household(
        "H-1", registered=True, home_township="451228101", extra=FrozenMap({"village": "南坪村"})
    )
    assert (member_of(home).poor, member_of(home).county_now, member_of(home).village) == (
        True,
        "451228",
        "南坪村",
    )
    assert member_of(Teacher("T-1", school_id="S-1", school_county="451228")).unit == "S-1"


def test_a_member_refuses_what_cannot_be() -> None:
    with pytest.raises(DataError) as caught:
        Member(party=Party.SCHOOL, id="S-0001", county="4512", township="abc", opened=SINCE,
               closed=pendulum.date(2016, 1, 1))  # fmt: skip
    assert [p.code for p in caught.value.problems] == [
        Code.BAD_CODE,
        Code.BAD_CODE,
        Code.OUT_OF_RANGE,
    ]


def test_poor_counties_and_the_area_are_told_by_the_list_only_as_far_as_it_goes() -> None:
    """Du'an is on it with both designations, Pingguo only as a regional one; a whole list can also say no."""
    duan, pingguo, other = (
        Member(party=Party.SCHOOL, id=c, county=c) for c in ("451228", "451023", "450103")
    )
    assert [in_poor_county(m, GUANGXI_54) for m in (duan, pingguo, other)] == [True, True, None]
    assert [in_contiguous_area(m, GUANGXI_54) for m in (duan, pingguo, other)] == [True, None, None]
    whole = CountyList(
        Text("一县", "one"), 1, tuple(c for c in GUANGXI_54.counties if c.code == "451228")
    )
    assert [in_poor_county(m, whole) for m in (duan, other)] == [True, False]
    assert in_poor_county(duan, None) is None


def test_stated_levels_descend_where_one_of_the_ends_lists_none_too() -> None:
    """GX-4.5 lists no level of colleges; one of a county's level is none above a county's vocational school."""
    college = Partner(Party.SCHOOL, "S-0001", SchoolLevel.COUNTY)
    school = Partner(Party.SCHOOL, "S-0002", SchoolLevel.COUNTY)
    assert refused(rule=RULES["GX-4.5"], helper=college, recipient=school) == [
        (Code.CONFLICT, "结对 (link) GX-4.5")
    ]


def test_a_tier_that_pairs_equal_levels_on_purpose_pairs_them() -> None:
    end = End(party=Party.SCHOOL, levels=(SchoolLevel.COUNTY,))
    rule = PairingRule(id="X-3", title=Text("互助", "mutual"), helpers=(end,), recipients=(end,))
    one, other = (Partner(Party.SCHOOL, f"S-000{n}", SchoolLevel.COUNTY) for n in (1, 2))
    assert PairingLink(rule=rule, helper=one, recipient=other, since=SINCE).holds(SINCE)
