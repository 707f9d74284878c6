"""The tiers of the plans' pairing clauses by id, and one for visits to a village, for the tests of pairing."""

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.pairing import End, Party

VILLAGE = jf.PairingRule(
    id="VL-0",
    title=jf.Text("结对帮扶村", "paired villages"),
    helpers=(End(party=Party.CADRE),),
    recipients=(End(party=Party.VILLAGE),),
)
"""VL-0 names an office and no person, so the report itself declares an obligation and no tier."""

RULES = {
    rule.id: rule
    for rule in (
        *(r for id_ in jf.policy_ids() for r in jf.policy(id_).effects(jf.PairingRule)),
        VILLAGE,
    )
}
"""By id."""
