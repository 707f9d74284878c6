"""Columns answer, link by link and member by member, what single links and members are answered."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jiaoyu_fupin.pairing.check_frame import CHECK_COLUMNS, check_frame
from jiaoyu_fupin.pairing.checks import Verdict, check
from jiaoyu_fupin.pairing.columns import NO, UNKNOWN, YES
from jiaoyu_fupin.pairing.network import Network
from pairing_frames import ENGINES, as_rows, link_frame, member_frame, networks
from pairing_rules import RULES

STATES = {Verdict.BROKEN: NO, Verdict.UNDETERMINED: UNKNOWN}
EXAMPLES = {"polars": 150, "polars lazy": 40, "pandas": 25, "duckdb": 20}
SETTINGS: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],  # a network shrinks slowly
}


def states(network: Network, caps: dict[str, int]) -> dict[str, dict[str, int]]:
    """The state of each link under each check, read from the issues of the single checks."""
    found = {f"L{n}": dict.fromkeys(CHECK_COLUMNS, YES) for n in range(len(network.links))}
    places = {id(link): f"L{n}" for n, link in enumerate(network.links)}
    for issue in check(network, caps=caps).issues:
        for link in issue.links:
            row = found[places[id(link)]]
            row[issue.check.value] = max(row[issue.check.value], STATES[issue.verdict])
    return found


@pytest.mark.parametrize("engine", list(ENGINES))
def test_checks_of_columns_are_the_checks_of_links(engine: str) -> None:
    @settings(max_examples=EXAMPLES[engine], **SETTINGS)
    @given(networks(), st.data())
    def law(network: Network, data: st.DataObject) -> None:
        used = sorted({link.rule.id for link in network.links})
        caps = {id_: data.draw(st.integers(1, 2)) for id_ in used if data.draw(st.booleans())}
        make = ENGINES[engine]
        answered = check_frame(
            make(link_frame(network)),
            make(member_frame(network)),
            RULES.values(),
            poor_counties=network.poor_counties,
            caps=caps,
        )
        rows: list[dict[str, Any]] = as_rows(answered)
        assert {r.pop("link_id"): r for r in rows} == states(network, caps)

    law()
