"""Where the plan holds."""

from __future__ import annotations

from typing import Final

from ...clauses import Territory, Text
from ..counties import LUOXIAO_IN_GANZHOU

GANZHOU: Final = Territory(Text("赣州市", "Ganzhou"), ("3607",))

__all__ = ["GANZHOU", "LUOXIAO_IN_GANZHOU"]
