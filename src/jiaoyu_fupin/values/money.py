"""Yuan without loss: Decimal in values, whole fen (hundredths) where numbers are added up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs

from .plain import is_exact, is_whole

MOST_YUAN = Decimal(10_000_000_000)
"""No single amount reaches this: fen times days then always fit 64 bits."""

FEN = Decimal("0.01")
"""One fen, in yuan."""


def is_yuan(value: object) -> bool:
    """Whether a value is an exact amount: a Decimal or int, not negative, no part of a fen."""
    if not is_exact(value):
        return False
    amount = Decimal(value)
    return amount.is_finite() and 0 <= amount < MOST_YUAN and amount == amount.quantize(FEN)


def as_yuan(value: object) -> Any:
    """A whole number as the exact amount it stands for; all else as it is, for a check to accept or refuse."""
    return Decimal(value) if is_whole(value) else value


def to_fen(yuan: Decimal) -> int:
    """Whole fen of an exact amount in yuan."""
    return int(yuan * 100)


def from_fen(fen: int) -> Decimal:
    """Yuan, written with two decimals, of whole fen."""
    return Decimal(fen).scaleb(-2)


@attrs.frozen
class Bounds:
    """Between which amounts in yuan something lies; None where no bound is known.

    >>> str(Bounds(Decimal("500.00"), None))
    '[500.00, ?]'
    """

    lower: Decimal | None
    upper: Decimal | None

    def __str__(self) -> str:
        low = "?" if self.lower is None else f"{self.lower:.2f}"
        high = "?" if self.upper is None else f"{self.upper:.2f}"
        return f"[{low}, {high}]"
