"""Obligations: what somebody has to do, how often, and where that stands on a date."""

from .calendar import Period, periods
from .obligation import Every, Obligation
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
