"""Conditions that several plans have the same word for."""

from __future__ import annotations

from typing import Final

from ..clauses import AnyOf, Hardship, Is, Named, Stage, Text, student

IN_HARDSHIP: Final = Named(
    Text("家庭经济困难", "in financial difficulty"),
    AnyOf(
        student.registered,
        Is(student.hardship, Hardship.ORDINARY, Hardship.HARD, Hardship.SPECIAL),
    ),
)

COMPULSORY: Final = Named(
    Text("义务教育阶段", "at the compulsory stage"), Is(student.stage, Stage.PRIMARY, Stage.JUNIOR)
)

FOUR_GROUPS: Final = Named(
    Text("四类家庭经济困难学生", "one of the four groups in difficulty"),
    AnyOf(student.registered, student.disabled, student.rural_dibao, student.rural_tekun),
)
