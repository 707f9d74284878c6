"""PairingCoverage: hand-computed cases, counties, and the bounds against every completion."""

import itertools
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import CallError, DataError, Text
from jiaoyu_fupin.clauses.target import CoveredSet
from jiaoyu_fupin.pairing.coverage import (
    PairingCoverage,
    TakesPart,
    bounds,
    pairing_coverage,
)
from jiaoyu_fupin.pairing.network import Network
from jiaoyu_fupin.places import CountyList
from jiaoyu_fupin.policies.counties import GUANGXI_54
from support.pairing_networks import network_of

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "coverage.toml").read_text(encoding="utf-8")
)["case"]
DAY = pendulum.date(2017, 12, 31)


def asked(case: dict[str, Any]) -> PairingCoverage:
    sets: dict[str, CoveredSet] = {of.value: of for of in CoveredSet}
    return pairing_coverage(
        network_of(case),
        sets[case["of"]],
        since=case["since"],
        until=case.get("until"),
        rules=case.get("rules"),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_coverage_is_what_the_case_says(case: dict[str, Any]) -> None:
    found = asked(case)
    for state in ("covered", "uncovered", "unknown"):
        assert [item.id for item in getattr(found, state)] == case[state]
    share = case.get("share")
    assert found.share == (None if share is None else tuple(map(Fraction, share)))
    assert found.total == sum(len(case[s]) for s in ("covered", "uncovered", "unknown"))
    gaps = {item.id: [str(gap) for gap in item.gaps] for item in found.items}
    for id_, expected in case.get("gaps", {}).items():
        assert gaps[id_] == expected


def test_counties_are_covered_by_helping_somebody_in_them() -> None:
    """Du'an is helped; 49 more are named and not helped; four are not named, so nothing is known of them."""
    network = network_of(
        {
            "members": {
                "A": {"party": "school", "kind": "higher_vocational"},
                "B": {"party": "school", "kind": "vocational", "county": "451228"},
            },
            "links": [{"rule": "GX-4.5", "helper": "A", "recipient": "B"}],
        }
    )
    found = pairing_coverage(network, CoveredSet.COUNTIES, since=DAY, rules=["GX-4.5"])
    assert [item.id for item in found.covered] == ["451228"]
    assert (len(found.uncovered), len(found.unknown), found.unlisted, found.total) == (49, 0, 4, 54)
    assert found.share == (Fraction(1, 54), Fraction(5, 54))


def test_a_recipient_without_a_county_may_lie_in_any_of_them() -> None:
    network = network_of(
        {
            "members": {"A": {"party": "school"}, "B": {"party": "school"}},
            "links": [{"rule": "GX-4.5", "helper": "A", "recipient": "B"}],
        }
    )
    found = pairing_coverage(network, CoveredSet.COUNTIES, since=DAY)
    assert (len(found.covered), len(found.unknown), found.unlisted) == (0, 50, 4)
    assert found.share == (Fraction(0), Fraction(1))


def test_a_county_of_an_old_code_is_the_county_of_the_new_one() -> None:
    network = network_of(
        {
            "members": {"A": {"party": "school"}, "B": {"party": "school", "county": "451003"}},
            "links": [{"rule": "GX-4.5", "helper": "A", "recipient": "B"}],
        }
    )
    found = pairing_coverage(network, CoveredSet.COUNTIES, since=DAY)
    assert [item.id for item in found.covered] == ["451021"]


def test_a_list_of_counties_may_be_given_and_has_to_be_somewhere() -> None:
    one = CountyList(Text("一县", "one county"), 1, (GUANGXI_54.counties[0],))
    assert pairing_coverage(Network(), CoveredSet.COUNTIES, since=DAY, counties=one).total == 1
    with pytest.raises(CallError, match="list of counties"):
        pairing_coverage(Network(), CoveredSet.COUNTIES, since=DAY)


def test_on_which_end_one_has_to_stand_may_be_said() -> None:
    case = CASES[0]
    network = network_of(case)
    helped = pairing_coverage(network, CoveredSet.SCHOOLS, since=DAY, part=TakesPart.RECIPIENT)
    helping = pairing_coverage(network, CoveredSet.SCHOOLS, since=DAY, part=TakesPart.HELPER)
    assert [[i.id for i in c.covered] for c in (helped, helping)] == [["B"], ["A"]]


def test_reversed_days_are_refused() -> None:
    with pytest.raises(DataError, match="until"):
        pairing_coverage(Network(), CoveredSet.SCHOOLS, since=DAY, until=DAY.subtract(days=1))


def test_the_line_says_counts_and_share_in_both_languages() -> None:
    line = asked(CASES[2]).text()
    assert (
        line.en == "registered children: 1 covered, 1 uncovered, 2 unknown; share 33.33% … 66.67%"
    )
    assert line.zh == "建档立卡贫困户子女：已覆盖1，未覆盖1，不明2；覆盖率 33.33% … 66.67%"


answers = st.sampled_from([True, False, None])


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([True, None]), answers), max_size=7),
    st.integers(0, 2),
)
def test_bounds_are_the_least_and_greatest_share_over_all_completions(
    items: list[tuple[bool | None, bool | None]], unlisted: int
) -> None:
    """Every way of filling in what is unknown that leaves anybody in the set."""
    both = (True, False)
    every: list[tuple[bool | None, bool | None]] = [*items, *[(True, None)] * unlisted]
    choices = [
        [
            (b, r)
            for b in ((belongs,) if belongs else both)
            for r in (both if reached is None else (reached,))
        ]
        for belongs, reached in every
    ]
    shares = {
        Fraction(sum(1 for b, r in filled if b and r), sum(1 for b, _ in filled if b))
        for filled in itertools.product(*choices)
        if any(b for b, _ in filled)
    }
    expected = (min(shares), max(shares)) if shares else None
    assert bounds(items, unlisted=unlisted) == expected


def test_counties_not_known_by_name_may_lie_in_a_place() -> None:
    """Of Baise's poor counties, 4510, twelve are known by name; the four unnamed ones may lie there or not."""
    found = pairing_coverage(
        Network([], []),
        CoveredSet.COUNTIES,
        since=pendulum.date(2017, 12, 31),
        counties=GUANGXI_54,
        place="4510",
    )
    assert (len(found.items), found.unlisted, found.unlisted_may) == (12, 0, 4)
    assert found.total == 16
    # nothing is known of the four, not even that no help reaches them: none of twelve, to four of sixteen
    assert found.share == (Fraction(0), Fraction(1, 4))
