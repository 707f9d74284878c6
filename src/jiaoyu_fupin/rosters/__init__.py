"""Rosters: tables with one row per subject, read from CSV, Parquet or xlsx.

An empty cell is unknown, and so is an absent column; nothing is guessed. Rows are numbered as a spreadsheet numbers
them: the header is row 1, and a quoted line break inside a cell starts no new row.
"""

from .aliases import ALIASES
from .observations import Observations, read_observations
from .read import read_roster
from .rejects import OnError, Rejected, write_rejects
from .roster import Receipt, Roster, RosterDoubt

__all__ = [
    "ALIASES",
    "Observations",
    "OnError",
    "Receipt",
    "Rejected",
    "Roster",
    "RosterDoubt",
    "read_observations",
    "read_roster",
    "write_rejects",
]
