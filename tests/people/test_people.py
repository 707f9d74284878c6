"""Subjects refuse what cannot be represented, and never print whom they are about."""

import datetime
from decimal import Decimal
from typing import Any, get_type_hints

import attrs
import pendulum
import pytest

from jiaoyu_fupin import DataError, Farmer, Household, School, Stage, Student, Teacher
from jiaoyu_fupin.people import SUBJECTS, key_of, subject_name
from jiaoyu_fupin.people.fact import NO_EXTRA, FrozenMap, Kind, specs
from jiaoyu_fupin.rules import facts
from jiaoyu_fupin.values.errors import Code
from jiaoyu_fupin.values.label import Label

BAD: list[tuple[str, Any, Code, str]] = [
    ("stage", "小学", Code.BAD_LABEL, "Stage.PRIMARY"),
    ("stage", "primry", Code.BAD_LABEL, "primary"),
    ("stage", 2, Code.BAD_LABEL, "Stage"),
    ("boarding", 1, Code.WRONG_TYPE, "True or False"),
    ("grade", 0, Code.OUT_OF_RANGE, "from 1"),
    ("grade", True, Code.WRONG_TYPE, "whole number"),
    ("grade", 2.0, Code.WRONG_TYPE, "whole number"),
    ("school_days", -1, Code.OUT_OF_RANGE, "from 0 to 366"),
    ("school_days", 367, Code.OUT_OF_RANGE, "from 0 to 366"),
    ("tuition", float("nan"), Code.BAD_MONEY, "float"),
    ("tuition", 12.5, Code.BAD_MONEY, "float"),
    ("tuition", Decimal("NaN"), Code.BAD_MONEY, "yuan"),
    ("tuition", Decimal(-1), Code.BAD_MONEY, "not negative"),
    ("tuition", Decimal("0.001"), Code.BAD_MONEY, "two decimals"),
    ("tuition", Decimal("1e10"), Code.BAD_MONEY, "ten thousand million"),
    ("birth_date", "2010-01-01", Code.WRONG_TYPE, "date"),
    ("birth_date", datetime.datetime(2010, 1, 1), Code.WRONG_TYPE, "date"),
    ("birth_date", datetime.date(1899, 12, 31), Code.OUT_OF_RANGE, "1900-01-01"),
    ("school_county", "3607", Code.BAD_CODE, "6 digits"),
    ("school_county", "３６０７８１", Code.BAD_CODE, "6 digits"),
    ("school_county", 360781, Code.WRONG_TYPE, "as text"),
    ("home_township", "360781", Code.BAD_CODE, "9 digits"),
    ("school_id", " ", Code.WRONG_TYPE, "text"),
]


@pytest.mark.parametrize(("name", "value", "code", "said"), BAD, ids=lambda x: str(x)[:30])
def test_a_fact_that_cannot_be_is_refused_by_name(
    name: str, value: Any, code: Code, said: str
) -> None:
    with pytest.raises(DataError) as caught:
        Student("S-0001", **{name: value})
    (problem,) = caught.value.problems
    assert problem.code is code
    assert name in problem.where
    assert specs(Student)[name].text.zh in problem.where
    assert said in str(problem)


def test_all_faults_are_reported_at_once() -> None:
    with pytest.raises(DataError) as caught:
        Student("", stage="x", grade=0, tuition=-1)  # type: ignore[arg-type]
    assert [p.where.split("(")[1][:-1] for p in caught.value.problems] == [
        "student_id",
        "stage",
        "grade",
        "tuition",
    ]


def test_values_are_kept_in_one_form() -> None:
    student = Student("S-0001", birth_date=datetime.date(2010, 5, 1), tuition=300)  # type: ignore[arg-type]
    assert type(student.birth_date) is pendulum.Date
    assert student.tuition == Decimal(300)
    assert isinstance(student.tuition, Decimal)
    assert student.extra is NO_EXTRA


def test_unknown_is_the_default_of_every_fact_but_the_id() -> None:
    for subject in SUBJECTS.values():
        nobody = subject("X-0001")
        assert all(
            getattr(nobody, name) is None
            for name, spec in specs(subject).items()
            if not spec.required
        )
        assert [name for name, spec in specs(subject).items() if spec.required] == [key_of(subject)]


SECRETS = {"id_number": "990101201005010018", "name": "张小花花", "household_id": "3607810001"}


def test_identity_is_never_printed() -> None:
    student = Student("G990101201005010018", **SECRETS)  # type: ignore[arg-type]
    household = Household("3607810001", members=(student,))
    teacher = Teacher("T-990101-77", name="李老师师")
    shown = " ".join(map(str, (student, household, teacher, [student], {"a": household})))
    for secret in ("990101201005010018", "张小花花", "3607810001", "T-990101-77", "李老师师"):
        assert secret not in shown
    assert "G990…0018" in shown


def test_identity_is_not_shown_when_it_is_wrong() -> None:
    with pytest.raises(DataError) as caught:
        Student("S-0001", name=990101201005010018, id_number=["张小花花"])  # type: ignore[arg-type]
    assert len(caught.value.problems) == 2
    assert "990101" not in str(caught.value)
    assert "张小花花" not in str(caught.value)


def test_a_household_holds_its_own_members_once() -> None:
    child = Student("S-0001", household_id="H-1")
    assert Household("H-1", members=(child,)).members == (child,)
    with pytest.raises(DataError) as caught:
        Household("H-2", members=(child, Student("S-0001"), "S-3"))  # type: ignore[arg-type]
    assert [p.code for p in caught.value.problems] == [
        Code.CONFLICT,
        Code.DUPLICATE,
        Code.WRONG_TYPE,
    ]
    assert "S-0001" not in str(caught.value)


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=subject_name)
def test_declared_kinds_agree_with_annotations(subject: type) -> None:
    """The field's annotation, which type checkers read, and its declaration, which rules read, say the same."""
    of_kind = {
        Kind.FLAG: bool,
        Kind.WHOLE: int,
        Kind.MONEY: Decimal,
        Kind.DATE: pendulum.Date,
        Kind.CODE: str,
        Kind.WORDS: str,
    }
    hints = get_type_hints(subject)
    for name, spec in specs(subject).items():
        expected: Any = spec.labels if spec.kind is Kind.LABEL else of_kind[spec.kind]
        assert hints[name] == (expected if spec.required else expected | None), name


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=subject_name)
def test_every_fact_has_a_typed_handle(subject: type) -> None:
    handles = getattr(facts, subject_name(subject))
    declared = get_type_hints(type(handles))
    assert list(declared) == list(specs(subject))
    for name, hint in declared.items():
        handle = getattr(handles, name)
        origin = getattr(hint, "__origin__", hint)
        assert type(handle) is origin, name
        if origin is facts.Labelled:
            assert hint.__args__ == (handle.spec.labels,)
    with pytest.raises(AttributeError):
        handles.stage = None


def test_labels_have_words_in_both_languages_and_no_doubles() -> None:
    for labels in Label.__subclasses__():
        words = [member.zh for member in labels]
        assert len(set(words)) == len(words)
        assert all(member.value and member.text.en for member in labels)
    assert Stage.HIGHER_VOCATIONAL.text.en == "higher vocational"


def test_extra_facts_are_a_frozen_mapping() -> None:
    one, other = FrozenMap({"b": 1, "a": True}), FrozenMap([("a", True), ("b", 1)])
    assert one == other
    assert hash(one) == hash(other)
    assert list(one) == ["a", "b"]
    assert repr(one) == "FrozenMap(a, b)"


def test_subjects_are_values() -> None:
    assert School("K-1") == School("K-1")
    assert hash(Farmer("F-1")) == hash(Farmer("F-1"))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        School("K-1").name = "x"  # type: ignore[misc]
