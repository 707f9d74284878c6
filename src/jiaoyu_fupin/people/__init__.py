"""The people and institutions the policies speak of, each fact of which may be unknown (None)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from ..values.text import Text
from .farmer import Farmer
from .household import Household
from .school import School
from .student import Student
from .teacher import Teacher

Subject: TypeAlias = Student | Teacher | School | Household | Farmer
"""Whoever a benefit may be granted to."""


@attrs.frozen(kw_only=True)
class SubjectKind:
    """What is said of a kind of subject, once: a new kind is one more entry of `KINDS`.

    Attributes:
        of: The class of such subjects.
        name: Its name on the command line and in documents.
        plural: The name of its strategy in `jiaoyu_fupin.testing` and of its roster.
        words: Such subjects in words.
        key: The column that holds a subject's own id.
        letter: The letter that made-up ids begin with.
    """

    of: type[Subject]
    name: str
    plural: str
    words: Text
    key: str
    letter: str


def _kind(of: type[Subject], zh: str, letter: str) -> SubjectKind:
    name = of.__name__.lower()
    plural = f"{name}s"
    return SubjectKind(
        of=of, name=name, plural=plural, words=Text(zh, plural), key=f"{name}_id", letter=letter
    )


KINDS: Final = (
    _kind(Student, "学生", "S"),
    _kind(Teacher, "教师", "T"),
    _kind(School, "学校", "X"),
    _kind(Household, "家庭", "H"),
    _kind(Farmer, "务农人员", "F"),
)
"""Every kind of subject, in the order in which they are listed."""

SUBJECTS: Final[Mapping[str, type[Subject]]] = MappingProxyType({k.name: k.of for k in KINDS})
"""The kinds of subject by the name they have on the command line."""

_BY_CLASS: Final = MappingProxyType({kind.of: kind for kind in KINDS})


def kind_of(subject: type[Subject]) -> SubjectKind:
    """What is said of a kind of subject."""
    return _BY_CLASS[subject]


def subject_name(subject: type[Subject]) -> str:
    """The name of a kind of subject, such as ``"student"``."""
    return kind_of(subject).name


def key_of(subject: type[Subject]) -> str:
    """The name of the column that holds a subject's own id."""
    return kind_of(subject).key


__all__ = [
    "KINDS",
    "SUBJECTS",
    "Farmer",
    "Household",
    "School",
    "Student",
    "Subject",
    "SubjectKind",
    "Teacher",
    "key_of",
    "kind_of",
    "subject_name",
]
