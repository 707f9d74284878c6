"""Networks written down in case files."""

from typing import Any

import pendulum

from jiaoyu_fupin import Ownership, SchoolKind, SchoolLevel
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.pairing.link import PairingLink, Partner
from jiaoyu_fupin.pairing.member import Member
from jiaoyu_fupin.pairing.network import Network
from jiaoyu_fupin.policies.counties import GUANGXI_54
from support.pairing_rules import RULES

LABELS: dict[str, Any] = {
    "party": Party,
    "kind": SchoolKind,
    "level": SchoolLevel,
    "ownership": Ownership,
}


def network_of(case: dict[str, Any]) -> Network:
    """The members and links of a case; a link starts on 2017-01-01 where it says nothing else."""
    facts = {
        name: {key: LABELS[key](value) if key in LABELS else value for key, value in given.items()}
        for name, given in case["members"].items()
    }
    members = [Member(id=name, **given) for name, given in facts.items()]

    def partner(row: dict[str, Any], end: str) -> Partner:
        name = row[end]
        stated = {
            key: LABELS[key](row[f"{end}_{key}"])
            for key in ("party", "level")
            if f"{end}_{key}" in row
        }
        party = stated.get("party") or facts[name]["party"]
        return Partner(party, name, stated.get("level"))

    links = [
        PairingLink(
            rule=RULES[row["rule"]],
            helper=partner(row, "helper"),
            recipient=partner(row, "recipient"),
            since=row.get("since", pendulum.date(2017, 1, 1)),
            until=row.get("until"),
        )
        for row in case["links"]
    ]
    return Network(links, members, poor_counties=GUANGXI_54)
