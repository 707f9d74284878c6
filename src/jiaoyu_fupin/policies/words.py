"""Conditions that several plans have the same word for."""

from __future__ import annotations

from typing import Final

from ..clauses import (
    AllOf,
    AnyOf,
    Cases,
    Given,
    Hardship,
    Is,
    Least,
    Named,
    Ownership,
    Plus,
    Stage,
    Text,
    student,
)

IN_HARDSHIP: Final = Named(
    Text("家庭经济困难", "in financial difficulty"),
    AnyOf(
        student.registered,
        Is(student.hardship, Hardship.ORDINARY, Hardship.HARD, Hardship.SPECIAL),
        # the recognition of a level covers these four: they count where they are known, and nobody waits for them
        Given(student.rural_dibao),
        Given(student.rural_tekun),
        Given(student.urban_dibao),
        Given(student.monitored),
    ),
)

COMPULSORY: Final = Named(
    Text("义务教育阶段", "at the compulsory stage"), Is(student.stage, Stage.PRIMARY, Stage.JUNIOR)
)

FOUR_GROUPS: Final = Named(
    Text("四类家庭经济困难学生", "one of the four groups in difficulty"),
    AnyOf(
        student.registered,
        student.rural_dibao,
        student.rural_tekun,
        AllOf(student.disabled, IN_HARDSHIP),
    ),
)

_FEES: Final = Plus(student.tuition, student.misc_fee)
_PRIVATE: Final = Is(student.ownership, Ownership.PRIVATE)

FEES_UP_TO_PUBLIC: Final = Cases(
    (_PRIVATE, Least(_FEES, student.public_school_fee)),
    otherwise=_FEES,
)
"""Tuition and miscellaneous fees: at a private school no more than a like public school's, the rest may be charged."""

TUITION_UP_TO_PUBLIC: Final = Cases(
    (_PRIVATE, Least(student.tuition, student.public_school_fee)),
    otherwise=student.tuition,
)
"""Tuition, at a private school no more than a like public school's."""

CARE_FEE_UP_TO_PUBLIC: Final = Cases(
    (_PRIVATE, Least(student.care_fee, student.public_school_fee)),
    otherwise=student.care_fee,
)
"""The childcare and education fee, at a private kindergarten no more than a like public one's."""
