"""Checks of a network: one file of hand-made cases for each clause, and calls that make no sense."""

from pathlib import Path
from typing import Any

import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin import CallError, DataError, School
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.pairing.checks import Verdict, check_pairing
from jiaoyu_fupin.pairing.link import PairingLink, Partner
from jiaoyu_fupin.pairing.network import Network
from support.pairing_networks import network_of
from support.pairing_rules import RULES
from support.policy_cases import read_cases

CASES = read_cases(Path(__file__).parent / "cases", [jf.policy(id_) for id_ in jf.policy_ids()])


def found(network: Network, case: dict[str, Any], verdict: Verdict) -> list[Any]:
    places = {id(link): place for place, link in enumerate(network.links)}
    return sorted(
        (
            issue.check.value,
            sorted(places[id(link)] for link in issue.links),
            sorted(issue.facts),
        )
        for issue in check_pairing(network, caps=case.get("caps", {})).issues
        if issue.verdict is verdict
    )


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=[f"{name}: {case['en']}" for name, case in CASES]
)
def test_what_the_checks_find_is_what_the_case_says(name: str, case: dict[str, Any]) -> None:
    network = network_of(case)
    for verdict in Verdict:
        expected = sorted(
            (row["check"], row["links"], sorted(row["facts"]))
            for row in case.get(verdict.value, ())
        )
        assert found(network, case, verdict) == expected


def test_there_are_cases_of_every_pairing_clause() -> None:
    asked = {row["rule"].partition("/")[0] for _, case in CASES for row in case["links"]}
    assert asked == {rule.partition("/")[0] for rule in RULES}


def test_an_issue_says_why_in_both_languages_and_names_nobody() -> None:
    case = next(c for n, c in CASES if n == "GX-3.3" and "nobody knows" in c["en"])
    for issue in check_pairing(network_of(case)).issues:
        assert issue.reason.zh
        assert issue.reason.en
        assert issue.clauses == ("GX-3.3",)
        assert "helper" in issue.reason.en or "territory" in issue.check.value


def test_a_network_says_how_much_was_checked_and_what_passed_is_not_listed() -> None:
    case = next(c for n, c in CASES if n == "GX-2.4" and c["en"].startswith("all three"))
    checked = check_pairing(network_of(case))
    assert (checked.links, checked.issues) == (5, ())


def test_caps_are_refused_that_are_none_or_for_no_tier_of_the_network() -> None:
    network = network_of(next(c for n, c in CASES if n == "VL-5"))
    with pytest.raises(CallError) as caught:
        check_pairing(network, caps={"VL-5": 0, "VL-9": 3})
    assert sorted(p.code.value for p in caught.value.problems) == ["out_of_range", "unknown_name"]
    with pytest.raises(CallError, match="one of the clause's tiers"):
        check_pairing(network, caps={"GX-1.3": 2}, rules=RULES.values())
    assert check_pairing(network, caps={"TN-3": 1}, rules=RULES.values()).links


def test_members_come_from_subjects_and_each_only_once() -> None:
    with pytest.raises(DataError) as caught:
        Network((), [School("S-1"), School("S-2"), School("S-1")])
    (problem,) = caught.value.problems
    assert problem.where == "members[2]"
    assert "S-1" not in str(caught.value)


def test_a_circle_of_three_counts_only_while_all_three_hold() -> None:
    rule = RULES["GX-2.4/county_rural"]

    def link(helper: str, recipient: str, since: int, until: int | None) -> PairingLink:
        return PairingLink(
            rule=rule,
            helper=Partner(Party.SCHOOL, helper),
            recipient=Partner(Party.SCHOOL, recipient),
            since=pendulum.date(since, 1, 1),
            until=None if until is None else pendulum.date(until, 12, 31),
        )

    apart = [link("A", "B", 2016, 2016), link("B", "C", 2016, 2018), link("C", "A", 2017, 2018)]
    together = [link("A", "B", 2016, 2017), *apart[1:]]
    assert not [i for i in check_pairing(Network(apart)).broken if i.check.value == "cycle"]
    (circle,) = [i for i in check_pairing(Network(together)).broken if i.check.value == "cycle"]
    assert set(map(id, circle.links)) == set(map(id, together))
