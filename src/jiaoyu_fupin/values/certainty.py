"""How sure a fact from outside the plans is."""

from __future__ import annotations

from enum import Enum


class Certainty(Enum):
    """How sure a fact from outside the plans is."""

    OFFICIAL = "A"
    PRESS = "B"
    MIRROR = "C"
    DERIVED = "D"
    BACKGROUND = "K"
