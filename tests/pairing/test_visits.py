"""Visits: whose they are, what is refused, and the sheets of helpers and villages."""

from collections.abc import Callable
from typing import Any

import pendulum
import pytest

from jiaoyu_fupin import CallError, DataError, Obligation, Text
from jiaoyu_fupin.clauses.obligation import Every
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.obligations import Standing
from jiaoyu_fupin.pairing.network import Network
from jiaoyu_fupin.pairing.visits import Visit, VisitBook, VisitSheet, visit_book
from jiaoyu_fupin.values.errors import Code
from support.pairing_networks import network_of

MONTHLY = Obligation(id="VL-5", title=Text("每月对接", "a call every month"), every=Every.MONTH)
REGULAR = Obligation(id="VL-0", title=Text("定期走访", "regular calls"), every=Every.UNSTATED)
ON = pendulum.date(2018, 4, 30)


def day(month: int, of_month: int = 10) -> pendulum.Date:
    return pendulum.date(2018, month, of_month)


def network() -> Network:
    """C-1 helps H-1 of Huangling all year; C-2 took H-2 over from C-1 on 1 March; H-3's village is not known."""
    return network_of(
        {
            "members": {
                "C-1": {"party": "cadre"},
                "C-2": {"party": "cadre"},
                "H-1": {"party": "household", "poor": True, "village": "黄岭村"},
                "H-2": {"party": "household", "poor": True, "village": "黄岭村"},
                "H-3": {"party": "household", "poor": True},
                "黄岭村": {"party": "village"},
            },
            "links": [
                {"rule": "VL-5", "helper": "C-1", "recipient": "H-1", "since": day(1, 1)},
                {"rule": "VL-5", "helper": "C-1", "recipient": "H-2", "since": day(1, 1), "until": day(2, 28)},
                {"rule": "VL-5", "helper": "C-2", "recipient": "H-2", "since": day(3, 1)},
                {"rule": "VL-5", "helper": "C-2", "recipient": "H-3", "since": day(4, 20)},
                {"rule": "VL-0", "helper": "C-1", "recipient": "黄岭村", "since": day(1, 1)},
                {"rule": "VL-5", "helper": "C-1", "recipient": "H-3", "since": day(6, 1)},
            ],
        }
    )  # fmt: skip


def visit(helper: str, recipient: str, on: pendulum.Date, **more: Any) -> Visit:
    return Visit(helper=helper, recipient=recipient, on=on, **more)


RECORDED = [
    visit("C-1", "H-1", day(1)),
    visit("C-1", "H-1", day(1, 20)),
    visit("C-1", "H-1", day(3)),
    visit("C-1", "H-2", day(2)),
    visit("C-2", "H-2", day(3, 1)),
    visit("C-2", "H-2", day(4)),
    visit("C-2", "H-3", day(4, 25)),
]


def book(on: pendulum.Date = ON, recorded: list[Visit] = RECORDED) -> VisitBook:
    return visit_book(network(), recorded, MONTHLY, on=on, rules=["VL-5"])


def shown(sheet: VisitSheet) -> dict[tuple[str, str], tuple[str, ...]]:
    _, *rows = sheet.lines("en")
    return {(row[0], row[1]): row[4:] for row in rows}


def test_months_kept_and_missed_of_every_link() -> None:
    """H-3's link has eleven days of April, which are not half of it; the link that starts in June is not there yet."""
    assert shown(book().sheet()) == {
        ("C-1", "H-1"): ("3", "2018-01 2018-03", "", "2018-02", "2018-04"),
        ("C-1", "H-2"): ("1", "2018-02", "", "2018-01", ""),
        ("C-2", "H-2"): ("2", "2018-03 2018-04", "", "", ""),
        ("C-2", "H-3"): ("1", "", "", "", ""),
    }
    assert book().sheet().count(Standing.MISSED) == 2
    assert book(day(5, 1)).sheet().count(Standing.MISSED) == 3


def test_a_helpers_sheet_holds_what_he_handed_over() -> None:
    assert set(shown(book().of_helper("C-1"))) == {("C-1", "H-1"), ("C-1", "H-2")}
    assert book().of_helper("C-9").rows == ()


def test_a_villages_sheet_says_whom_it_cannot_place() -> None:
    sheet = book().of_village("黄岭村")
    assert set(shown(sheet)) == {("C-1", "H-1"), ("C-1", "H-2"), ("C-2", "H-2")}
    assert [link.recipient.id for link in sheet.unplaced] == ["H-3"]


def test_a_village_is_visited_regularly_and_nothing_more_can_be_said() -> None:
    calls = [visit("C-1", "黄岭村", day(1)), visit("C-1", "黄岭村", day(4))]
    found = visit_book(network(), calls, REGULAR, on=ON, rules=["VL-0"]).of_village("黄岭村")
    assert shown(found) == {("C-1", "黄岭村"): ("2", "?", "?", "?", "?")}


def test_every_visit_that_fits_no_link_is_an_error() -> None:
    """Never paired; after the handover; before the link; of a tier on which the two are not paired."""
    strays = [
        visit("C-2", "H-1", day(1)),
        visit("C-1", "H-2", day(3, 1)),
        visit("C-2", "H-3", day(4, 19)),
        visit("C-1", "H-1", day(1), rule="TN-3"),
    ]
    with pytest.raises(DataError) as caught:
        book(recorded=[*RECORDED, *strays])
    assert [(p.code, p.where) for p in caught.value.problems] == [
        (Code.UNKNOWN_NAME, "走访 (visit)[7]"),
        (Code.OUT_OF_RANGE, "走访 (visit)[8]"),
        (Code.OUT_OF_RANGE, "走访 (visit)[9]"),
        (Code.UNKNOWN_NAME, "走访 (visit)[10]"),
    ]
    assert "H-1" not in str(caught.value)


def test_a_visit_counts_for_every_link_of_its_two_that_is_asked_about() -> None:
    both = network_of(
        {
            "members": {"C": {"party": "cadre"}, "H": {"party": "household"}},
            "links": [
                {"rule": "VL-5", "helper": "C", "recipient": "H", "since": day(1, 1)},
                {"rule": "TN-3", "helper": "C", "recipient": "H", "since": day(1, 1)},
            ],
        }
    )
    found = visit_book(both, [visit("C", "H", day(1))], MONTHLY, on=day(1, 31))
    assert [len(row.record.kept) for row in found.rows] == [1, 1]
    one = visit_book(both, [visit("C", "H", day(1), rule="TN-3")], MONTHLY, on=day(1, 31))
    assert [len(row.record.kept) for row in one.rows] == [0, 1]


def test_the_page_of_a_sheet_names_nobody_and_escapes_what_it_shows() -> None:
    page = book().of_helper("C-1")._repr_html_()
    assert page.startswith("<table>")
    assert "H-1" not in page
    assert "2018-02" in page
    odd = VisitSheet(Text("<b>", "&"), ON, ())._repr_html_()
    assert "<b>" not in odd


def test_a_visit_refuses_what_it_cannot_hold() -> None:
    with pytest.raises(DataError):
        visit("", "H-1", day(1))
    with pytest.raises(DataError):
        Visit(helper="C-1", recipient="H-1", on="2018-01-01")
    assert "H-0001" not in repr(visit("C-0001", "H-0001", day(1)))


def test_tiers_that_nobody_knows_are_refused_with_the_nearest() -> None:
    for rules in ("VL-5", 5, ["VL-55"], [5]):
        asked: Any = rules
        with pytest.raises(CallError) as caught:
            visit_book(network(), RECORDED, MONTHLY, on=ON, rules=asked)
        assert caught.value.problems[0].where in {"rules", "rules[0]", "tier"}
    with pytest.raises(CallError, match="did you mean VL-5"):
        visit_book(network(), RECORDED, MONTHLY, on=ON, rules=["VL-55"])


def test_a_visit_of_another_tier_is_no_stray() -> None:
    """C-1 called on the village on VL-0: it fits, and counts for nothing on VL-5."""
    calls = [*RECORDED, visit("C-1", "黄岭村", day(1)), visit("C-1", "黄岭村", day(2), rule="VL-0")]
    found = visit_book(network(), calls, MONTHLY, on=ON, rules=["VL-5"])
    assert shown(found.sheet()) == shown(book().sheet())
    with pytest.raises(DataError, match="expected a tier on which the two are paired: VL-0"):
        book(recorded=[visit("C-1", "黄岭村", day(1), rule="VL-5")])


def lives() -> Network:
    """C-1 left at the end of February and H-1 came on 1 February; H-2 was gone before its link began."""
    return network_of(
        {
            "members": {
                "C-1": {"party": "cadre", "closed": day(2, 28)},
                "H-1": {"party": "household", "opened": day(2, 1)},
                "H-2": {"party": "household", "closed": pendulum.date(2017, 12, 31)},
            },
            "links": [
                {"rule": "VL-5", "helper": "C-1", "recipient": "H-1", "since": day(1, 1)},
                {"rule": "VL-5", "helper": "C-1", "recipient": "H-2", "since": day(1, 1)},
            ],
        }
    )


def test_nothing_is_owed_while_an_end_is_not_there() -> None:
    found = visit_book(lives(), [visit("C-1", "H-1", day(2))], MONTHLY, on=ON)
    assert shown(found.sheet()) == {("C-1", "H-1"): ("1", "2018-02", "", "", "")}
    assert str(found.rows[0].record.life) == "2018-02-01…2018-02-28"
    assert [link.recipient.id for link in found.never] == ["H-2"]


@pytest.mark.parametrize(
    ("who", "on", "there"),
    [
        ("H-1", day(3), "2018-02-01…2018-02-28"),
        ("H-1", day(1, 31), "2018-02-01…2018-02-28"),
        ("H-2", day(2), "none"),
    ],
)
def test_a_visit_of_or_to_somebody_who_is_not_there_is_an_error(
    who: str, on: pendulum.Date, there: str
) -> None:
    with pytest.raises(DataError, match=f"both of the paired are there: {there}"):
        visit_book(lives(), [visit("C-1", who, on)], MONTHLY, on=ON)


def namesakes() -> Network:
    """A teacher and a cadre of one id, paired with a student and a household of one id."""
    ends = {"helper": "1", "recipient": "2", "since": day(1, 1)}
    return network_of(
        {
            "members": {},
            "links": [
                {"rule": "GX-7.6c", "helper_party": "teacher", "recipient_party": "student"} | ends,
                {"rule": "VL-5", "helper_party": "cadre", "recipient_party": "household"} | ends,
            ],
        }
    )


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ({"helper_party": Party.TEACHER}, [1, 0]),
        ({"recipient_party": Party.HOUSEHOLD}, [0, 1]),
        ({"rule": "VL-5"}, [0, 1]),
    ],
)
def test_namesakes_are_told_apart(more: dict[str, Any], kept: list[int]) -> None:
    found = visit_book(namesakes(), [visit("1", "2", day(1), **more)], MONTHLY, on=day(1, 31))
    assert [len(row.record.kept) for row in found.rows] == kept


def test_namesakes_that_a_visit_does_not_tell_apart_are_asked_for() -> None:
    with pytest.raises(DataError) as caught:
        visit_book(namesakes(), [visit("1", "2", day(1))], MONTHLY, on=ON, rules=["VL-5"])
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == (Code.REQUIRED, "走访 (visit)[0]")
    assert "helper_party: 帮扶干部 (cadre), 校长、教师 (teacher)" in problem.expected
    assert "recipient_party: 学生 (student), 贫困户 (household)" in problem.expected
    with pytest.raises(DataError, match="two who are paired"):
        visit_book(
            namesakes(), [visit("1", "2", day(1), helper_party=Party.SCHOOL)], MONTHLY, on=ON
        )


def test_a_helpers_sheet_asks_which_of_two_namesakes() -> None:
    found = visit_book(namesakes(), [], MONTHLY, on=ON)
    with pytest.raises(CallError, match=r"cadre.*teacher"):
        found.of_helper("1")
    assert [row.link.rule.id for row in found.of_helper("1", Party.CADRE).rows] == ["VL-5"]
    assert found.of_helper("1", Party.SCHOOL).rows == ()


def test_calls_of_wrong_types_are_refused_in_words() -> None:
    made: Any = book()
    wrong: Any = visit_book
    calls: tuple[Callable[[], Any], ...] = (
        lambda: wrong(None, [], MONTHLY, on=ON),
        lambda: wrong(network(), None, MONTHLY, on=ON),
        lambda: wrong(network(), [], "monthly", on=ON),
        lambda: wrong(network(), [], MONTHLY, on=ON, least_share=0.5),
        lambda: made.of_helper(1),
        lambda: made.of_helper("C-1", "cadre"),
        lambda: made.of_village(None),
        lambda: made.sheet().lines("fr"),
        lambda: made.sheet().count("missed"),
    )
    for call in calls:
        with pytest.raises(CallError):
            call()
    with pytest.raises(DataError, match=r"走访 \(visit\)\[1\]"):
        wrong(network(), [RECORDED[0], 1], MONTHLY, on=ON)


def test_a_problem_says_which_visit_it_is_about() -> None:
    """The third of three, counted from 0; it is told by the field and read out of no message."""
    with pytest.raises(DataError) as caught:
        book(recorded=[*RECORDED[:2], visit("C-9", "H-9", day(1))])
    assert [p.item for p in caught.value.problems] == [2]
