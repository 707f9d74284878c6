"""Calls that are given something else than they ask for: each is refused with a name, none covers nobody in silence."""

import itertools
from collections.abc import Callable
from typing import Any

import pendulum
import pytest

from jiaoyu_fupin import CallError, DataError
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.clauses.target import CoveredSet
from jiaoyu_fupin.pairing.checks import check_pairing
from jiaoyu_fupin.pairing.coverage import pairing_coverage
from jiaoyu_fupin.pairing.handover import hand_over, leave
from jiaoyu_fupin.pairing.link import Partner
from jiaoyu_fupin.pairing.network import Network
from jiaoyu_fupin.policies.counties import GUANGXI_54
from support.pairing_networks import network_of
from support.pairing_rules import RULES

DAY = pendulum.date(2017, 12, 31)
NETWORK = network_of(
    {
        "members": {"C": {"party": "cadre", "closed": pendulum.date(2017, 6, 30)}},
        "links": [
            {"rule": "VL-5", "helper": "C", "recipient": "H", "recipient_party": "household"}
        ],
    }
)
LINK = NETWORK.links[0]
ANY: Any = None
SCHOOLS = CoveredSet.SCHOOLS


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: pairing_coverage(ANY, SCHOOLS, since=DAY), "network"),
        (lambda: pairing_coverage(NETWORK, "schools", since=DAY), "of"),  # type: ignore[arg-type]
        (lambda: pairing_coverage(NETWORK, SCHOOLS, since="2017"), "since"),  # type: ignore[arg-type]
        (lambda: pairing_coverage(NETWORK, SCHOOLS, since=DAY, part="helper"), "part"),  # type: ignore[arg-type]
        (lambda: pairing_coverage(NETWORK, SCHOOLS, since=DAY, rules="VL-5"), "rules"),
        (
            lambda: pairing_coverage(NETWORK, SCHOOLS, since=DAY, rules=["VL-6"]),
            "did you mean VL-5",
        ),
        (lambda: pairing_coverage(NETWORK, SCHOOLS, since=DAY, rules=[7]), r"rules\[0\]"),  # type: ignore[list-item]
        (lambda: pairing_coverage(NETWORK, SCHOOLS, since=DAY, place="巴马"), "place"),
        (lambda: NETWORK.only(["VL5"]), "did you mean VL-5"),
        (lambda: check_pairing(ANY), "network"),
        (lambda: check_pairing(NETWORK, rules="VL-5"), "rules"),  # type: ignore[arg-type]
        (lambda: check_pairing(NETWORK, caps={"VL-55": 1}), "did you mean VL-5"),
        (lambda: NETWORK.on("2017"), "day"),  # type: ignore[arg-type]
        (lambda: LINK.holds(ANY), "on"),
        (lambda: hand_over(NETWORK, LINK, ANY, DAY), "to"),
        (lambda: hand_over(NETWORK, LINK, Partner(Party.CADRE, "D"), LINK.since), "] on: "),
        (lambda: leave(NETWORK, "C", DAY), "who"),  # type: ignore[arg-type]
    ],
    ids=map(str, itertools.count()),
)
def test_what_a_call_does_not_ask_for_is_refused_by_name(
    call: Callable[[], Any], says: str
) -> None:
    with pytest.raises(CallError, match=says):
        call()


@pytest.mark.parametrize("given", [None, "abc", 7])
def test_a_network_is_made_of_several_links_and_members(given: Any) -> None:
    with pytest.raises(DataError) as caught:
        Network(given, given)
    assert [p.where for p in caught.value.problems] == ["links", "members"]


def test_a_tier_itself_may_be_one_that_no_link_carries_out() -> None:
    assert not NETWORK.only([RULES["GX-3.3"]]).links


def test_a_link_whose_known_helper_has_gone_reaches_no_county() -> None:
    """The cadre left in June: whoever it helped, no county is reached by that at the end of the year."""
    found = pairing_coverage(NETWORK, CoveredSet.COUNTIES, since=DAY, counties=GUANGXI_54)
    assert len(found.uncovered) == len(found.items)
