"""Conditions that several plans have the same word for."""

from __future__ import annotations

from typing import Final

from ..people.labels import Hardship
from ..rules.ast import AnyOf, Is, Named
from ..rules.facts import student
from ..text import Text

IN_HARDSHIP: Final = Named(
    Text("家庭经济困难", "in financial difficulty"),
    AnyOf(
        student.registered,
        Is(student.hardship, Hardship.ORDINARY, Hardship.HARD, Hardship.SPECIAL),
    ),
)
