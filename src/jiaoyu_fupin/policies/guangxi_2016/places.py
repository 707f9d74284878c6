"""Where the plan holds, and its poor counties."""

from __future__ import annotations

from typing import Final

from ...clauses import Territory, Text
from ..counties import GUANGXI_54

GUANGXI: Final = Territory(Text("广西壮族自治区", "Guangxi"), ("45",))

GUANGXI_POOR_COUNTIES: Final = Territory(
    Text("广西54个贫困县中已知名称的50个", "the 50 of Guangxi's 54 poor counties known by name"),
    GUANGXI_54.codes(),
)
"""An open list: a county that is not on it may still be one of the four. For a plan's whole life it stays as it is."""
