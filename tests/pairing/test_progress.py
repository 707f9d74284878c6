"""GX-T2 through progress: what a network covers is measured, and stands where any other target would."""

from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.pairing import End
from jiaoyu_fupin.clauses.target import Coverage, Judgement, Ledger, Target
from jiaoyu_fupin.values.ranges import Range
from jiaoyu_fupin.values.text import Text

GUANGXI = jf.policy("guangxi-2016")
TARGETS = {t.id: t for t in GUANGXI.effects(jf.Target)}
RULE = jf.PairingRule(
    id="GX-7.6c",
    title=Text("结对", "pairing"),
    helpers=(End(party=jf.Party.TEACHER),),
    recipients=(End(party=jf.Party.STUDENT),),
)
DAY = pendulum.date


def link(
    teacher: str, child: str, since: pendulum.Date, until: pendulum.Date | None = None
) -> jf.PairingLink:
    return jf.PairingLink(
        rule=RULE,
        helper=jf.Partner(jf.Party.TEACHER, teacher),
        recipient=jf.Partner(jf.Party.STUDENT, child),
        since=since,
        until=until,
    )


def child(number: int, registered: bool | None) -> jf.Student:
    return jf.Student(f"S-{number:04}", registered=registered, home_county="450123")


NETWORK = jf.Network(
    [
        link("T-0001", "S-0001", DAY(2016, 9, 1)),
        link("T-0001", "S-0002", DAY(2017, 3, 1)),
        link("T-0002", "S-0003", DAY(2016, 9, 1), DAY(2017, 6, 30)),
        link("T-0002", "S-0004", DAY(2017, 9, 1)),
    ],
    [
        jf.Teacher("T-0001", school_county="450123", poor_county=True),
        jf.Teacher("T-0002", school_county="450123", poor_county=True),
        jf.Teacher("T-0003", school_county="450123", poor_county=True),
        *(child(n, registered=True) for n in (1, 2, 3)),
        child(4, registered=None),
        child(5, registered=False),
    ],
)
"""Three registered children, one of whom that is unknown, one who is not; three teachers, one without anybody."""

ENDS_OF_YEARS = [DAY(2016, 12, 31), DAY(2017, 12, 31)]


def test_every_teacher_in_two_years() -> None:
    """Both who help are covered in each year: two of three."""
    found = jf.pairing_progress(
        TARGETS["GX-T2/teachers"], NETWORK, dates=ENDS_OF_YEARS, on=DAY(2018, 1, 1), place="450123"
    )
    assert [p.value for p in found.points] == [Range.of(Fraction(200, 3))] * 2
    assert found.status.value == "missed"
    assert found.gap == Range.of(Fraction(100, 3))
    assert found.gap_in_heads == (1, 1)


def test_a_child_of_whom_it_is_unknown_makes_the_share_a_range() -> None:
    """End of 2017: of the three S-0001 and S-0002 are reached, S-0003 no longer; S-0004 is, and may belong: 2/3 to 3/4."""
    found = jf.pairing_progress(
        TARGETS["GX-T2/registered_children"],
        NETWORK,
        dates=ENDS_OF_YEARS,
        on=DAY(2017, 12, 31),
        place="450123",
    )
    assert [p.value for p in found.points] == [
        # end of 2016: two of the three; S-0004 not yet, so it can only lower the share
        Range(Fraction(50), Fraction(200, 3)),
        Range(Fraction(200, 3), Fraction(75)),
    ]
    assert found.status.value == "behind"
    assert found.gap_in_heads is None, "how many belong is not known"


def test_a_hedged_aim_that_is_missed_is_a_shortfall_not_a_breach() -> None:
    found = jf.pairing_progress(
        TARGETS["GX-T2/teachers"], NETWORK, dates=ENDS_OF_YEARS, on=DAY(2018, 1, 1), place="450123"
    )
    assert "基本" in found.text("zh")
    assert "a shortfall, not a breach" in found.text("en")


def test_nobody_to_cover_is_unknown_not_zero() -> None:
    found = jf.pairing_progress(
        TARGETS["GX-T2/schools"], NETWORK, dates=ENDS_OF_YEARS, on=DAY(2018, 1, 1), place="450123"
    )
    assert found.status.value == "unknown"


def test_the_coverage_of_a_whole_year_is_measured_too() -> None:
    """Throughout 2017 only S-0001 is reached: one of three, or of four with S-0004."""
    whole = jf.pairing_coverage(
        NETWORK,
        jf.CoveredSet.REGISTERED_CHILDREN,
        since=DAY(2017, 1, 1),
        until=DAY(2017, 12, 31),
    )
    found = jf.measured_coverage(TARGETS["GX-T2/registered_children"], whole, place="450123")
    assert (found.year, found.value) == (2017, Range(Fraction(25), Fraction(100, 3)))


def test_only_a_target_that_a_network_is_read_for_is_answered() -> None:
    with pytest.raises(jf.CallError, match="such as GX-T2/schools"):
        jf.pairing_progress(
            TARGETS["GX-T3/compulsory_completion"], NETWORK, dates=ENDS_OF_YEARS, on=DAY(2018, 1, 1)
        )
    teachers = jf.pairing_coverage(NETWORK, jf.CoveredSet.TEACHERS, since=DAY(2017, 12, 31))
    with pytest.raises(jf.CallError, match="expected the coverage of schools"):
        jf.measured_coverage(TARGETS["GX-T2/schools"], teachers)
    unsaid = attrs.evolve(
        TARGETS["GX-T2/teachers"],
        aim=Coverage(Text("教师", "teachers"), Text("结对", "paired"), Ledger.NETWORK),
    )
    with pytest.raises(jf.CallError, match="network_set=CoveredSet"):
        jf.measured_coverage(unsaid, teachers)
    judged = Target(
        id="GX-T2/teachers",
        title=Text("某", "x"),
        aim=Judgement(Text("某", "x")),
        since=2016,
        due=2017,
    )
    with pytest.raises(jf.CallError, match="such as GX-T2/schools"):
        jf.measured_coverage(judged, teachers)


def test_the_set_is_the_aims_whatever_the_target_is_called() -> None:
    """Its id says schools, its aim teachers: the aim counts."""
    renamed = attrs.evolve(TARGETS["GX-T2/teachers"], id="GX-T2/schools")
    teachers = jf.pairing_coverage(NETWORK, jf.CoveredSet.TEACHERS, since=DAY(2017, 12, 31))
    assert jf.measured_coverage(renamed, teachers).target == "GX-T2/schools"


def test_only_a_share_read_from_a_network_has_a_set_of_one() -> None:
    of, by = Text("学校", "schools"), Text("达标", "up to standard")
    with pytest.raises(jf.RuleError, match="read from another ledger"):
        Coverage(of, by, Ledger.LIST, network_set=jf.CoveredSet.SCHOOLS)


def test_two_dates_of_one_year_are_refused() -> None:
    with pytest.raises(jf.DataError):
        jf.pairing_progress(
            TARGETS["GX-T2/teachers"],
            NETWORK,
            dates=[DAY(2017, 6, 30), DAY(2017, 12, 31)],
            on=DAY(2018, 1, 1),
            place="450123",
        )


def test_only_who_lies_in_the_place_and_in_a_poor_area_counts() -> None:
    """Of four teachers one is elsewhere, one is of no poor area and one may be anywhere: T-0001 is one of one or two."""
    poor: Any = {"poor_county": True, "school_in_poor_village": False}
    network = jf.Network(
        NETWORK.links,
        [
            jf.Teacher("T-0001", school_county="450123", **poor),
            jf.Teacher("T-0003", school_county="450124", **poor),
            jf.Teacher("T-0004", school_county="450123", poor_county=False, school_in_poor_village=False),
            jf.Teacher("T-0005", **poor),
            child(1, registered=True),
        ],
    )  # fmt: skip
    found = jf.pairing_progress(
        TARGETS["GX-T2/teachers"],
        network,
        dates=[DAY(2016, 12, 31)],
        on=DAY(2016, 12, 31),
        place="450123",
    )
    assert [p.value for p in found.points] == [Range(Fraction(50), Fraction(100))]
    with pytest.raises(jf.CallError, match="place"):
        jf.pairing_coverage(
            network, jf.CoveredSet.TEACHERS, since=DAY(2016, 12, 31), place="4501231"
        )


def test_a_date_after_the_one_that_is_asked_about_is_refused() -> None:
    with pytest.raises(jf.CallError, match="2017-12-31"):
        jf.pairing_progress(
            TARGETS["GX-T2/teachers"], NETWORK, dates=ENDS_OF_YEARS, on=DAY(2017, 6, 30)
        )
