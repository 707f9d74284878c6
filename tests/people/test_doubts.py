"""Facts that can hardly all be right."""

from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiaoyu_fupin.people import SUBJECTS, Farmer, Household, School, Student, Teacher
from jiaoyu_fupin.people.doubts import AGES, CHECKS, DoubtCode, doubtful_rows, doubts, known_county
from jiaoyu_fupin.people.fact import specs
from jiaoyu_fupin.people.labels import Hardship, HouseholdCategory, Hukou, Stage
from jiaoyu_fupin.values.label import Label

ON = pendulum.date(2016, 9, 1)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def number(area: str, birth: str, serial: str = "001", *, off: int = 0) -> str:
    """An identity number with its check character by the weights of GB 11643, or one `off` it."""
    body = area + birth + serial
    place = sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[(place + off) % 11]


def codes(subject: Any, on: pendulum.Date | None = ON) -> list[DoubtCode]:
    return [doubt.code for doubt in doubts(subject, on)]


def test_unknown_facts_raise_no_doubt() -> None:
    assert [codes(subject("X-1")) for subject in SUBJECTS.values()] == [[]] * 5


# No number here can be a person's: its area is unassigned, or its check character wrong.
@pytest.mark.parametrize(
    ("id_number", "expected"),
    [
        (number("999999", "20120101"), [DoubtCode.ID_AREA]),
        (number("360721", "20120101", off=1), [DoubtCode.ID_CHECK_DIGIT]),
        (
            number("360704", "20120101", off=1),
            [DoubtCode.ID_CHECK_DIGIT],
        ),  # a newer code than the birth
        (number("999999", "20120101", off=3), [DoubtCode.ID_CHECK_DIGIT, DoubtCode.ID_AREA]),
        (number("999999", "20120230"), [DoubtCode.ID_AREA, DoubtCode.ID_BIRTH_DATE]),
        (
            number("999999", "20120102"),
            [DoubtCode.ID_AREA, DoubtCode.ID_BIRTH_DATE],
        ),  # the roster has 1 January
        (
            "999999120101001",
            [DoubtCode.ID_AREA, DoubtCode.ID_BIRTH_DATE],
        ),  # old numbers are of 19xx
        ("G12345678", [DoubtCode.ID_FORM]),
        (number("999999", "20120101")[:-1], [DoubtCode.ID_FORM]),
        ("\uff19\uff19\uff19\uff19\uff19\uff19201201010017", [DoubtCode.ID_FORM]),
    ],
)
def test_identity_numbers(id_number: str, expected: list[DoubtCode]) -> None:
    student = Student("S-1", id_number=id_number, birth_date=pendulum.date(2012, 1, 1))
    assert codes(student) == expected


def test_an_old_number_of_fifteen_digits_is_fine_but_for_its_area() -> None:
    student = Student("S-1", id_number="999999661231001", birth_date=pendulum.date(1966, 12, 31))
    assert codes(student) == [DoubtCode.ID_AREA]


def test_a_small_x_is_a_large_one() -> None:
    ending_in_x = next(
        n for s in range(1000) if (n := number("999999", "20120101", f"{s:03}")).endswith("X")
    )
    assert codes(Student("S-1", id_number=ending_in_x)) == [DoubtCode.ID_AREA]
    assert codes(Student("S-1", id_number=ending_in_x.lower())) == [DoubtCode.ID_AREA]


@pytest.mark.parametrize(
    ("stage", "born", "doubtful"),
    [
        (Stage.PRESCHOOL, 1966, True),
        (Stage.PRESCHOOL, 2012, False),
        (Stage.PRIMARY, 2010, False),
        (Stage.PRIMARY, 1990, True),
        (Stage.UNDERGRADUATE, 2010, True),
        (Stage.UNDERGRADUATE, 1997, False),
        (Stage.VOCATIONAL, 1976, False),  # farmers learn too
    ],
)
def test_age_and_stage(stage: Stage, born: int, doubtful: bool) -> None:
    student = Student("S-1", stage=stage, birth_date=pendulum.date(born, 1, 1))
    assert codes(student) == ([DoubtCode.AGE_AND_STAGE] if doubtful else [])
    assert codes(student, on=None) == []


def test_every_stage_has_its_ages() -> None:
    assert set(AGES) == {stage.value for stage in Stage}
    assert all(low < high for low, high in AGES.values())


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (Household("H-1", registered=True, marginal=True), [DoubtCode.REGISTERED_AND_MARGINAL]),
        (Household("H-1", registered=True, marginal=False), []),
        (
            Household("H-1", registered=False, category=HouseholdCategory.DIBAO),
            [DoubtCode.CATEGORY_AND_REGISTERED],
        ),
        (Household("H-1", registered=True, category=HouseholdCategory.DIBAO), []),
        (Household("H-1", home_county="340422", home_township="340422104"), []),
        (
            Household("H-1", home_county="341521", home_township="340422104"),
            [],
        ),  # the county's older code
        (
            Household("H-1", home_county="360721", home_township="340422104"),
            [DoubtCode.TOWNSHIP_AND_COUNTY],
        ),
        (
            School("K-1", school_county="360721", township="360722101"),
            [DoubtCode.TOWNSHIP_AND_COUNTY],
        ),
        (School("K-1", students=100, senior_students=101), [DoubtCode.PART_AND_WHOLE]),
        (School("K-1", students=100, boarders=100), []),
        (Student("S-1", home_county="360704"), []),
        (Student("S-1", home_county="360721"), []),
        (Student("S-1", home_county="999999"), [DoubtCode.UNKNOWN_COUNTY]),
        (Teacher("T-1", school_county="360799"), [DoubtCode.UNKNOWN_COUNTY]),
        (Farmer("F-1", home_county="000000"), [DoubtCode.UNKNOWN_COUNTY]),
        (Student("S-1", hardship=Hardship.NONE, registered=True), [DoubtCode.HARDSHIP_AND_GROUNDS]),
        (
            Student("S-1", hardship=Hardship.NONE, rural_dibao=True),
            [DoubtCode.HARDSHIP_AND_GROUNDS],
        ),
        (Student("S-1", hardship=Hardship.HARD, registered=True), []),
        (Student("S-1", hardship=Hardship.NONE, registered=False), []),
        (Student("S-1", hukou=Hukou.URBAN, rural_tekun=True), [DoubtCode.RURAL_AND_URBAN]),
        (Student("S-1", hukou=Hukou.RURAL, urban_dibao=True), [DoubtCode.RURAL_AND_URBAN]),
        (Student("S-1", hukou=Hukou.COUNTY_TOWN, urban_dibao=True), []),
        (
            Student("S-1", hardship=Hardship.NONE, urban_dibao=True),
            [DoubtCode.HARDSHIP_AND_GROUNDS],
        ),
        (Student("S-1", hardship=Hardship.NONE, monitored=True), [DoubtCode.HARDSHIP_AND_GROUNDS]),
        (Student("S-1", hardship=Hardship.NONE, monitored=False), []),
        (Student("S-1", orphan=True, single_parent=True), [DoubtCode.ORPHAN_AND_PARENT]),
    ],
)
def test_facts_that_disagree(subject: Any, expected: list[DoubtCode]) -> None:
    assert codes(subject) == expected


def test_old_and_new_county_codes_are_known() -> None:
    assert [known_county(code) for code in ("360721", "360704", "451103", "360721101")] == [
        True
    ] * 4
    assert not known_county("999999")


def test_a_doubt_has_words_in_both_languages_and_names_facts_of_its_subjects() -> None:
    for check in CHECKS:
        assert check.doubt.message.zh
        assert check.doubt.message.en
        assert all(set(check.doubt.columns) <= specs(subject).keys() for subject in check.subjects)


def test_a_doubt_shows_no_value() -> None:
    student = Student("S-1", id_number="G12345678", name="虚构某")
    shown = repr(doubts(student, ON)) + str(doubts(student, ON))
    assert "12345678" not in shown
    assert "虚构某" not in shown


def _or_unknown(values: list[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, *values])


students = st.builds(
    Student,
    st.just("S-1"),
    id_number=_or_unknown(
        [number("999999", "20120101"), number("999999", "20120101", off=1), "G12345678"]
    ),
    birth_date=_or_unknown([pendulum.date(2012, 1, 1), pendulum.date(1966, 1, 1)]),
    stage=_or_unknown(list(Stage)),
    hardship=_or_unknown(list(Hardship)),
    hukou=_or_unknown(list(Hukou)),
    registered=_or_unknown([True, False]),
    rural_dibao=_or_unknown([True, False]),
    orphan=_or_unknown([True, False]),
    single_parent=_or_unknown([True, False]),
    home_county=_or_unknown(["360721", "999999"]),
    home_township=_or_unknown(["360721101", "360722101"]),
)


@settings(deadline=None)
@given(st.lists(students, max_size=8))
def test_a_roster_has_the_doubts_of_its_rows(people: list[Student]) -> None:
    columns: dict[str, list[Any]] = {}
    for name in specs(Student):
        values = [getattr(person, name) for person in people]
        columns[name] = [v.value if isinstance(v, Label) else v for v in values]
    found = {
        (doubt, place) for doubt, places in doubtful_rows(Student, columns, ON) for place in places
    }
    assert found == {
        (doubt, place) for place, person in enumerate(people) for doubt in doubts(person, ON)
    }
