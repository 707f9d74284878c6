"""Data files that come with the package."""

from __future__ import annotations

import importlib.resources
from pathlib import Path


def example_roster() -> Path:
    """The roster of a made-up county: 300 students of all stages, some cells empty, six rows wrong on purpose.

    Nobody in it exists; identity numbers, where there are any, begin with an area code that was never assigned.
    """
    return Path(str(importlib.resources.files(__name__).joinpath("example_county.csv")))
