"""The nation's standards: from which day on, how much, by which document, and how sure that is; one reading only."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

import attrs
import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.policies.national import POLICY, STANDARDS
from jiaoyu_fupin.rules.ast import AtStandard, Const, Printed, Since, Standard, Table, nodes_in
from jiaoyu_fupin.values.label import Label
from support.policy_cases import CASES, Case, load_cases

ROWS = """
living/boarder                  2007-09-01  primary 500, junior 625    -                  B
living/boarder                  2008-03-01  primary 500, junior 750    -                  B
living/boarder                  2010-09-01  primary 750, junior 1000   -                  D
living/boarder                  2011-09-01  primary 1000, junior 1250  -                  B
living/boarder                  2024-03-01  primary 1250, junior 1500  -                  B
living/day-pupil                2019-09-01  primary 500, junior 625    -                  B
living/day-pupil                2024-03-01  primary 625, junior 750    -                  B
nutrition/day                   2011-09-01  3                          国办发〔2011〕54号   C
nutrition/day                   2014-11-01  4                          -                  B
nutrition/day                   2021-09-01  5                          -                  B
running-funds/central-and-west  2016-03-01  primary 600, junior 800    -                  B
running-funds/east              2016-03-01  primary 650, junior 850    -                  B
running-funds/special           2016-03-01  6000                       -                  B
textbooks                       2008-03-01  primary 90, junior 180     -                  B
grant/senior                    2010-09-01  1500                       -                  B
grant/senior                    2015-03-01  2000                       -                  B
grant/senior                    2025-03-01  2300                       -                  B
grant/vocational                2007-09-01  1500                       -                  K
grant/vocational                2015-03-01  2000                       -                  B
grant/vocational                2025-03-01  2300                       -                  B
yulu/study                      2015-06-01  3000                       国开办发〔2015〕19号 B
loan/undergraduate              2002-09-01  6000                       -                  B
loan/undergraduate              2014-09-01  8000                       -                  B
loan/undergraduate              2021-09-01  12000                      -                  B
loan/undergraduate              2023-09-01  16000                      -                  B
loan/undergraduate              2024-09-01  20000                      -                  B
loan/postgraduate               2002-09-01  6000                       -                  B
loan/postgraduate               2014-09-01  12000                      -                  B
loan/postgraduate               2021-09-01  16000                      -                  B
loan/postgraduate               2023-09-01  20000                      -                  B
loan/postgraduate               2024-09-01  25000                      -                  B
grant/university                2019-09-01  3300                       -                  K
grant/university                2024-09-01  3700                       -                  B
scholarship/national            2007-09-01  8000                       -                  K
scholarship/national            2024-09-01  10000                      -                  B
scholarship/encouragement       2007-09-01  5000                       -                  K
scholarship/encouragement       2024-09-01  6000                       -                  B
entry-travel/in-province        2012-09-01  500                        -                  D
entry-travel/elsewhere          2012-09-01  1000                       -                  D
"""
"""Standard, first day, yuan, document, certainty (A official … B press … C mirror, D derived, K background)."""

DOCUMENTS = {
    "CN-1": {
        ("国发〔2015〕67号", "A"),
        ("国发〔2005〕43号", "K"),
        ("国发〔2008〕25号", "K"),
        ("财教〔2021〕56号", "K"),
    },
    "CN-2": {("国办发〔2011〕54号", "C"), ("财教〔2021〕174号", "K")},
    "CN-3": {("财教〔2016〕292号", "B")},
    "CN-4": set(),
    "CN-5": {("国开办发〔2015〕19号", "B"), ("国乡振发〔2022〕6号", "B")},
    "CN-6": set(),
    "CN-7": {("国办发〔2025〕27号", "B")},
}
"""The documents behind each measure, and how sure their numbers are."""

LIVES = {
    "CN-1/fees": ("2007-09-01", None),
    "CN-1/books": ("2007-09-01", None),
    "CN-1/living": ("2007-09-01", None),
    "CN-1/living_day": ("2019-09-01", None),
    "CN-2": ("2011-09-01", None),
    "CN-3/grant": ("2010-09-01", None),
    "CN-3/fees": ("2016-09-01", None),
    "CN-4/fees": ("2012-09-01", None),
    "CN-4/grant": ("2007-09-01", None),
    "CN-5": ("2015-06-01", "2025-12-31"),
    "CN-6/loan": ("2007-09-01", None),
    "CN-6/interest": ("2007-09-01", None),
    "CN-7": ("2025-09-01", None),
}
"""The first and last day of each benefit."""

WORKED_OUT = load_cases(CASES / "national", POLICY)


def written(row: Since) -> str:
    """A row's figure as the table above writes it."""
    match row.value:
        case Const(yuan):
            return str(yuan)
        case Table():
            figures: Mapping[object, object] = dict(row.value.rows)
            assert all(isinstance(figure, Const) for figure in figures.values())
            return ", ".join(
                f"{label.value if isinstance(label, Label) else label} {figure.value}"
                for label, figure in row.value.rows
                if isinstance(figure, Const)
            )
        case other:
            raise AssertionError(other)


def split(line: str) -> tuple[str, ...]:
    """A line of the table; only the yuan have spaces inside."""
    id_, first, *yuan, document, sure = line.split()
    return id_, first, " ".join(yuan), "" if document == "-" else document, sure


def test_every_row_of_every_standard_is_as_it_was_looked_up() -> None:
    found = [
        (
            standard.id,
            row.first_day.isoformat(),
            written(row),
            row.document,
            row.certainty.value,
        )
        for standard in STANDARDS
        for row in standard.rows
    ]
    assert sorted(found) == sorted(map(split, ROWS.strip().splitlines()))


def test_only_the_yulu_subsidy_ends_without_a_successor() -> None:
    ends = {s.id: row.until for s in STANDARDS for row in s.rows if row.until is not None}
    assert ends == {"yulu/study": datetime.date(2025, 12, 31)}


@pytest.mark.parametrize("standard", STANDARDS, ids=[s.id for s in STANDARDS])
def test_each_row_holds_from_its_first_day_to_the_day_before_the_next(
    standard: Standard,
) -> None:
    earlier: Since | None = None
    for row in standard.rows:
        assert standard.on(row.first_day) is row
        assert standard.on(row.first_day.subtract(days=1)) is earlier
        earlier = row


def test_the_allowance_of_day_pupils_is_half_that_of_boarders() -> None:
    by_id = {standard.id: standard for standard in STANDARDS}
    for row in by_id["living/day-pupil"].rows:
        whole = by_id["living/boarder"].on(row.first_day)
        assert whole is not None
        assert isinstance(whole.value, Table)
        assert isinstance(row.value, Table)
        halves = {label: figure.value * 2 for label, figure in row.value.rows}  # type: ignore[union-attr]
        assert halves == {label: figure.value for label, figure in whole.value.rows}  # type: ignore[union-attr]


def test_measures_name_their_documents() -> None:
    found = {m.id: {(d.number, d.certainty.value) for d in m.documents} for m in POLICY.measures}
    assert found == DOCUMENTS


def test_the_life_of_each_benefit() -> None:
    lives = {benefit.id: POLICY.life_of(benefit) for benefit in POLICY.benefits()}
    assert {
        id_: (life.since.isoformat(), None if life.until is None else life.until.isoformat())
        for id_, life in lives.items()
    } == LIVES


def test_a_benefit_has_a_figure_on_every_day_of_its_life() -> None:
    """The figures of a standard begin no later than the benefit that points to it."""
    for benefit in POLICY.benefits():
        life = POLICY.life_of(benefit)
        for node in nodes_in(benefit.amount):
            if isinstance(node, AtStandard):
                row = node.standard.on(life.since)
                assert row is not None, benefit.id
                last = node.standard.rows[-1]
                assert last.until is None or life.until == last.until


def test_no_figure_is_printed_beside_the_standards() -> None:
    """The nation's own figures are the standards themselves, so both readings say the same."""
    rows = {id(n) for s in STANDARDS for row in s.rows for n in nodes_in(row)}
    for benefit in POLICY.benefits():
        for node in nodes_in(benefit.amount):
            assert not isinstance(node, Printed)
            assert not isinstance(node, Const) or id(node) in rows, benefit.id


@pytest.mark.parametrize("case", WORKED_OUT, ids=[case.name.en for case in WORKED_OUT])
def test_both_readings_answer_the_same(case: Case) -> None:
    assert case.reading is jf.Reading.AS_WRITTEN
    in_force = attrs.evolve(case, reading=jf.Reading.IN_FORCE)
    assert in_force.found(POLICY) == case.expected


def carried_out_of(plan: Policy) -> set[tuple[str, str]]:
    return {(b.id, b.carries_out) for b in plan.benefits() if b.carries_out is not None}


@pytest.mark.parametrize("id_", jf.policy_ids())
def test_what_a_plan_carries_out_is_a_national_benefit_of_the_same_period(id_: str) -> None:
    national = {benefit.id: benefit for benefit in POLICY.benefits()}
    for lower, higher in carried_out_of(jf.policy(id_)):
        assert higher in national
        benefit = next(b for b in jf.policy(id_).benefits() if b.id == lower)
        assert benefit.per is national[higher].per
        assert benefit.subject is national[higher].subject


def test_the_reported_figures_of_ganzhou() -> None:
    """December 2015: what the city's 500 yuan were added to."""
    for stage, yuan in ((jf.Stage.PRIMARY, 1000), (jf.Stage.JUNIOR, 1250)):
        boarder = jf.Student("S-0001", stage=stage, boarding=True, registered=True)
        found = jf.assess(boarder, POLICY, on=datetime.date(2015, 12, 30))["CN-1/living"]
        assert (found.lower, found.upper) == (Decimal(yuan), Decimal(yuan))


def test_an_answer_later_than_the_figures_are_known_says_so() -> None:
    """Nobody followed the nation's figures beyond 2025: an answer of 2042 may not pass for one of that year."""
    pupil = jf.Student(student_id="S-0001", stage=jf.Stage.PRIMARY, boarding=True, registered=True)
    last, late = (
        {f.benefit: f for f in jf.assess(pupil, POLICY, on=day)}["CN-1/living"]
        for day in (pendulum.date(2025, 12, 31), pendulum.date(2042, 10, 1))
    )
    assert last.outcome is late.outcome is jf.Outcome.ENTITLED
    assert last.notes == ()
    assert [("2025-12-31" in note.en, "2025-12-31" in note.zh) for note in late.notes] == [
        (True, True)
    ]
