"""Dates, ages, terms and school years."""

import datetime

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiaoyu_fupin import DataError, SchoolYear, Term
from jiaoyu_fupin.values.terms import age, as_date, parse_date, years_before

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2012-09-01", "2015-08-31", 2),
        ("2012-09-01", "2015-09-01", 3),
        ("2012-02-29", "2015-02-28", 2),
        ("2012-02-29", "2015-03-01", 3),
        ("2012-02-29", "2016-02-28", 3),
        ("2012-02-29", "2016-02-29", 4),
        ("2016-09-01", "2016-09-01", 0),
    ],
)
def test_age_in_full_years(born: str, on: str, years: int) -> None:
    assert age(datetime.date.fromisoformat(born), datetime.date.fromisoformat(on)) == years


@given(DAYS, DAYS, st.integers(0, 60))
def test_years_before_is_the_last_birth_date_of_that_age(
    born: datetime.date, on: datetime.date, years: int
) -> None:
    assert (age(born, on) >= years) == (born <= years_before(on, years))


@pytest.mark.parametrize("text", ["2016-09-01", "20160901", "2016年9月1日", "2016年09月01日"])
def test_dates_as_people_write_them(text: str) -> None:
    assert parse_date(text) == pendulum.date(2016, 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2016-9-1",
        "2016/09/01",
        "20160931",
        "2016-02-30",
        "0000-01-01",
        "２０１６0901",
        "16年9月1日",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("on", "term", "school_year"),
    [
        ("2015-01-01", "2014秋", 2014),
        ("2015-02-28", "2014秋", 2014),
        ("2015-03-01", "2015春", 2014),
        ("2015-08-31", "2015春", 2014),
        ("2015-09-01", "2015秋", 2015),
        ("2016-02-29", "2015秋", 2015),
    ],
)
def test_the_term_of_a_date(on: str, term: str, school_year: int) -> None:
    day = datetime.date.fromisoformat(on)
    assert str(Term.of(day)) == term
    assert Term.parse(term) == Term.of(day)
    assert SchoolYear.of(day) == SchoolYear(school_year)
    assert Term.of(Term.parse(term).first_day) == Term.parse(term)


def test_terms_by_their_long_names() -> None:
    assert Term.parse("2016-2017学年第一学期") == Term.autumn(2016)
    assert Term.parse("2016-2017学年第二学期") == Term.spring(2017)
    assert Term.autumn(2016).first_day == pendulum.date(2016, 9, 1)
    assert Term.spring(2017).first_day == pendulum.date(2017, 3, 1)
    assert str(SchoolYear(2016)) == "2016-2017学年"


@pytest.mark.parametrize(
    "text", ["", "2016", "2016夏", "2016-2018学年第一学期", "16秋", "2016-2017学年第三学期"]
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="2016秋"):
        Term.parse(text)


def test_a_moment_has_no_one_date() -> None:
    with pytest.raises(DataError, match="calendar date"):
        as_date(datetime.datetime(2016, 9, 1, 8, 0))
    assert as_date(datetime.date(2016, 9, 1)) == pendulum.date(2016, 9, 1)


def test_terms_come_in_order() -> None:
    assert sorted([Term.autumn(2016), Term.spring(2016), Term.spring(2017)]) == [
        Term.spring(2016),
        Term.autumn(2016),
        Term.spring(2017),
    ]
    with pytest.raises(DataError, match="expected a year"):
        Term.autumn(0)
