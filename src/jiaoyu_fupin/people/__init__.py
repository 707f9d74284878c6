"""The people and institutions the policies speak of, each fact of which may be unknown (None)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from .farmer import Farmer
from .household import Household
from .school import School
from .student import Student
from .teacher import Teacher

Subject: TypeAlias = Student | Teacher | School | Household | Farmer
"""Whoever a benefit may be granted to."""

SUBJECTS: Mapping[str, type[Subject]] = {
    "student": Student,
    "teacher": Teacher,
    "school": School,
    "household": Household,
    "farmer": Farmer,
}
"""The kinds of subject by the name they have on the command line."""


def subject_name(subject: type[Subject]) -> str:
    """The name of a kind of subject, such as ``"student"``."""
    return subject.__name__.lower()


def key_of(subject: type[Subject]) -> str:
    """The name of the column that holds a subject's own id."""
    return f"{subject_name(subject)}_id"


__all__ = [
    "SUBJECTS",
    "Farmer",
    "Household",
    "School",
    "Student",
    "Subject",
    "Teacher",
    "key_of",
    "subject_name",
]
