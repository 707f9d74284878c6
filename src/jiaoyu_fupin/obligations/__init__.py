"""Obligations: what somebody has to do, how often, and where that stands on a date."""

from ..clauses.obligation import Every, Obligation
from .calendar import Period, periods
from .record import Entry, Record, Standing, record

__all__ = [
    "Entry",
    "Every",
    "Obligation",
    "Period",
    "Record",
    "Standing",
    "periods",
    "record",
]
