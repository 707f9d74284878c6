"""Columns answer, link by link and member by member, what single links and members are answered."""

import importlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pendulum
import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import jiaoyu_fupin as jf
from jiaoyu_fupin import CallError, DataError
from jiaoyu_fupin.clauses.target import CoveredSet
from jiaoyu_fupin.pairing.checks import Verdict, check_pairing
from jiaoyu_fupin.pairing.coverage import TakesPart, pairing_coverage
from jiaoyu_fupin.pairing.frames.checks import CHECK_COLUMNS, check_pairing_frame
from jiaoyu_fupin.pairing.frames.columns import NO, UNKNOWN, YES
from jiaoyu_fupin.pairing.frames.coverage import counts, pairing_coverage_frame
from jiaoyu_fupin.pairing.network import Network
from jiaoyu_fupin.values.errors import Code
from support.pairing_frames import ENGINES, as_rows, days, link_frame, member_frame, networks
from support.pairing_networks import network_of
from support.pairing_rules import RULES
from support.policy_cases import read_cases

STATES = {Verdict.BROKEN: NO, Verdict.UNDETERMINED: UNKNOWN}
EXAMPLES = {"polars": 80, "polars lazy": 25, "pandas": 15, "duckdb": 12}
SETTINGS: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],  # a network shrinks slowly
}


def states(network: Network, caps: dict[str, int]) -> dict[str, dict[str, int]]:
    """The state of each link under each check, read from the issues of the single checks."""
    found = {f"L{n}": dict.fromkeys(CHECK_COLUMNS, YES) for n in range(len(network.links))}
    places = {id(link): f"L{n}" for n, link in enumerate(network.links)}
    for issue in check_pairing(network, caps=caps).issues:
        for link in issue.links:
            row = found[places[id(link)]]
            row[issue.check.value] = max(row[issue.check.value], STATES[issue.verdict])
    return found


@pytest.mark.parametrize("engine", list(ENGINES))
def test_checks_of_columns_are_the_checks_of_links(engine: str) -> None:
    @settings(max_examples=EXAMPLES[engine], **SETTINGS)
    @given(networks(), st.data())
    def law(network: Network, data: st.DataObject) -> None:
        used = sorted({link.rule.id for link in network.links})
        caps = {id_: data.draw(st.integers(1, 2)) for id_ in used if data.draw(st.booleans())}
        make = ENGINES[engine]
        answered = check_pairing_frame(
            make(link_frame(network)),
            make(member_frame(network)),
            RULES.values(),
            poor_counties=network.poor_counties,
            caps=caps,
        )
        rows: list[dict[str, Any]] = as_rows(answered)
        assert {r.pop("link_id"): r for r in rows} == states(network, caps)

    law()


PERIODS = {"a day": 0, "a week": 6, "a month": 30}


@pytest.mark.parametrize("engine", list(ENGINES))
def test_coverage_of_columns_is_the_coverage_of_members(engine: str) -> None:
    @settings(max_examples=EXAMPLES[engine], **SETTINGS)
    @given(
        networks(),
        st.sampled_from([of for of in CoveredSet if of is not CoveredSet.COUNTIES]),
        st.none() | st.sampled_from(TakesPart),
        days(),
        st.sampled_from(sorted(PERIODS.values())),
        st.fixed_dictionaries(
            {
                "place": st.sampled_from([None, "45", "4512", "451081", "451025"]),
                "poor_areas": st.booleans(),
            }
        ),
    )
    def law(
        network: Network,
        of: CoveredSet,
        part: TakesPart | None,
        since: pendulum.Date,
        length: int,
        where: dict[str, Any],
    ) -> None:
        until = since.add(days=length)
        make = ENGINES[engine]
        answered = pairing_coverage_frame(
            make(link_frame(network)),
            make(member_frame(network)),
            RULES.values(),
            of,
            since=since,
            until=until,
            part=part,
            poor_counties=network.poor_counties,
            **where,
        )
        single = pairing_coverage(network, of, since=since, until=until, part=part, **where)
        answer = {True: YES, None: UNKNOWN, False: NO}
        assert sorted((r["id"], r["belongs"], r["reached"]) for r in as_rows(answered)) == sorted(
            (i.id, answer[i.belongs], answer[i.reached]) for i in single.items
        )
        found = counts(answered)
        assert (found.covered, found.uncovered, found.unknown, found.total, found.share) == (
            len(single.covered),
            len(single.uncovered),
            len(single.unknown),
            single.total,
            single.share,
        )

    law()


FOLDER = Path(__file__).parent
CHECKED = [
    (f"{name}: {case['en']}", case)
    for name, case in read_cases(FOLDER / "cases", [jf.policy(id_) for id_ in jf.policy_ids()])
]
COVERED = tomllib.loads((FOLDER / "coverage.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize("case", [c for _, c in CHECKED], ids=[name for name, _ in CHECKED])
def test_hand_made_checks_hold_of_columns(engine: str, case: dict[str, Any]) -> None:
    network, make = network_of(case), ENGINES[engine]
    answered = check_pairing_frame(
        make(link_frame(network)),
        make(member_frame(network)),
        RULES.values(),
        poor_counties=network.poor_counties,
        caps=case.get("caps", {}),
    )
    expected = {f"L{n}": dict.fromkeys(CHECK_COLUMNS, YES) for n in range(len(network.links))}
    for verdict, state in STATES.items():
        for row in case.get(verdict.value, ()):
            for place in row["links"]:
                expected[f"L{place}"][row["check"]] = state
    assert {r.pop("link_id"): r for r in as_rows(answered)} == expected


@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize("case", COVERED, ids=[case["says"] for case in COVERED])
def test_hand_made_coverage_holds_of_columns(engine: str, case: dict[str, Any]) -> None:
    network, make = network_of(case), ENGINES[engine]
    if "rules" in case:
        network = network.only(case["rules"])
    sets: dict[str, CoveredSet] = {of.value: of for of in CoveredSet}
    answered = pairing_coverage_frame(
        make(link_frame(network)),
        make(member_frame(network)),
        RULES.values(),
        sets[case["of"]],
        since=case["since"],
        until=case.get("until"),
        poor_counties=network.poor_counties,
    )
    found: dict[str, list[str]] = {"covered": [], "uncovered": [], "unknown": []}
    for row in as_rows(answered):
        settled = {YES: "covered", NO: "uncovered"}.get(row["reached"], "unknown")
        found[settled if row["belongs"] == YES else "unknown"].append(row["id"])
    assert {name: sorted(ids) for name, ids in found.items()} == {n: sorted(case[n]) for n in found}


def small() -> tuple[pl.DataFrame, pl.DataFrame]:
    """One cadre and one household, paired."""
    links = pl.DataFrame(
        {
            "link_id": ["L1"],
            "rule": ["VL-5"],
            "helper_party": ["cadre"],
            "helper": ["C-0001"],
            "recipient_party": ["household"],
            "recipient": ["H-0001"],
            "since": [pendulum.date(2018, 1, 1)],
            "until": pl.Series([None], dtype=pl.Date),
        }
    )
    return links, pl.DataFrame({"party": ["cadre", "household"], "id": ["C-0001", "H-0001"]})


@pytest.mark.parametrize("people_of", ["polars", "pandas"])
def test_absent_columns_are_unknown_throughout(people_of: str) -> None:
    links, people = small()
    if people_of == "pandas":  # with the types that pandas has of its own
        links, people = in_pandas(links), people.to_pandas()
    (row,) = as_rows(check_pairing_frame(links, people, RULES.values()))
    assert row["recipient"] == UNKNOWN
    assert row["helper"] == row["unknown_end"] == YES


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        ({"until": pendulum.date(2017, 12, 31)}, Code.OUT_OF_RANGE, "links, until"),
        ({"helper_party": "household", "helper": "H-0001"}, Code.CONFLICT, "links, ends"),
        ({"helper_party": "teacher"}, Code.CONFLICT, "links, VL-5"),
        ({"helper_party": "干部"}, Code.BAD_LABEL, "links, helper_party"),
        ({"recipient": None}, Code.REQUIRED, "links, recipient empty"),
    ],
)
def test_rows_that_can_be_no_link_are_refused(
    change: dict[str, Any], code: Code, where: str
) -> None:
    links, people = small()
    bad = links.with_columns(**{name: pl.lit(value) for name, value in change.items()})
    with pytest.raises(DataError) as caught:
        check_pairing_frame(bad, people, RULES.values())
    assert (code, where) in [(p.code, p.where) for p in caught.value.problems]
    assert "0001" not in str(caught.value)


def test_levels_that_do_not_descend_are_refused_in_columns_too() -> None:
    links, people = small()
    schools = links.with_columns(
        rule=pl.lit("GX-2.4/county_rural"),
        helper_party=pl.lit("school"),
        recipient_party=pl.lit("school"),
        helper_level=pl.lit("village"),
        recipient_level=pl.lit("village"),
    )
    with pytest.raises(DataError, match=r"GX-2\.4/county_rural"):
        check_pairing_frame(schools, people, RULES.values())


def test_calls_that_make_no_sense() -> None:
    links, people = small()
    calls: tuple[Callable[[], Any], ...] = (
        lambda: check_pairing_frame(links.drop("rule"), people, RULES.values()),
        lambda: check_pairing_frame(links.with_columns(since=pl.lit("2018")), people, RULES.values()),
        lambda: check_pairing_frame(links, people, [RULES["TN-3"]]),
        lambda: check_pairing_frame(links, people, RULES.values(), caps={"TN-33": 1}),
        lambda: check_pairing_frame(links, people, "VL-5"),  # type: ignore[arg-type]
        lambda: check_pairing_frame(None, people, RULES.values()),
        lambda: pairing_coverage_frame(links, people, RULES.values(), "teachers", since=pendulum.date(2018, 1, 1)),  # type: ignore[arg-type]
        lambda: pairing_coverage_frame(links, people, RULES.values(), CoveredSet.COUNTIES, since=pendulum.date(2018, 1, 1)),
    )  # fmt: skip
    for call in calls:
        with pytest.raises(CallError):
            call()
    repeated: tuple[Callable[[], Any], ...] = (
        lambda: check_pairing_frame(pl.concat([links, links]), people, RULES.values()),
        lambda: check_pairing_frame(links, pl.concat([people, people]), RULES.values()),
    )
    for twice in repeated:
        with pytest.raises(DataError, match="once"):
            twice()


def in_pandas(links: pl.DataFrame, **columns: Any) -> Any:
    """Links as a pandas frame of pandas' own types, its rows not numbered from 0, with some columns as given."""
    pd = importlib.import_module("pandas")

    frame = pd.DataFrame(links.to_dicts(), index=[7])
    for name, cells in columns.items():
        frame[name] = pd.Series(cells, index=frame.index)
    return frame


def test_dates_as_pandas_has_them() -> None:
    """Moments at midnight, Python dates as objects, and last days that are all empty."""
    import datetime

    import numpy as np

    pd = importlib.import_module("pandas")
    links, people = small()
    day = datetime.date(2018, 1, 1)
    for since in ([pd.Timestamp(day)], np.array([day], dtype=object)):
        for until in (
            [None],
            [float("nan")],
            [pd.NaT],
            [pd.Timestamp("2018-12-31")],
            np.array([datetime.date(2018, 12, 31)], dtype=object),
        ):
            frame = in_pandas(links, since=since, until=until)
            (row,) = as_rows(check_pairing_frame(frame, people.to_pandas(), RULES.values()))
            assert row["unknown_end"] == row["outlives"] == YES
    early = people.to_pandas().assign(opened=[pd.Timestamp("2018-01-02"), pd.NaT])
    (row,) = as_rows(check_pairing_frame(in_pandas(links), early, RULES.values()))
    assert row["outlives"] == NO


@pytest.mark.parametrize("engine", list(ENGINES))
def test_moments_are_dates_at_midnight_only(engine: str) -> None:
    make = ENGINES[engine]
    links, people = small()
    at_midnight = links.with_columns(pl.col("since").cast(pl.Datetime("us")), until=pl.lit(None))
    (row,) = as_rows(check_pairing_frame(make(at_midnight), make(people), RULES.values()))
    assert row["unknown_end"] == YES
    later = at_midnight.with_columns(pl.col("since") + pl.duration(microseconds=1))
    with pytest.raises(DataError) as caught:
        check_pairing_frame(make(later), make(people), RULES.values())
    assert [p.where for p in caught.value.problems] == ["links, since"]


def test_objects_that_are_no_dates_are_refused() -> None:
    import datetime

    import numpy as np

    links, people = small()
    for cell in (datetime.datetime(2018, 1, 1, 9), 20180101):
        frame = in_pandas(links, since=np.array([cell], dtype=object))
        with pytest.raises((CallError, DataError), match="links, since"):
            check_pairing_frame(frame, people.to_pandas(), RULES.values())


@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize(
    ("table", "change", "code", "where"),
    [
        ("members", {"id": " "}, Code.REQUIRED, "members, id"),
        ("members", {"id": "\u3000"}, Code.REQUIRED, "members, id"),
        ("members", {"county": "12"}, Code.BAD_CODE, "members, county"),
        ("members", {"county": "45122８"}, Code.BAD_CODE, "members, county"),
        ("members", {"township": "451228"}, Code.BAD_CODE, "members, township"),
        (
            "members",
            {"opened": pendulum.date(2018, 1, 2), "closed": pendulum.date(2018, 1, 1)},
            Code.OUT_OF_RANGE,
            "members, closed",
        ),
        ("links", {"helper": ""}, Code.REQUIRED, "links, helper"),
        ("links", {"recipient": "\t"}, Code.REQUIRED, "links, recipient"),
        ("links", {"helper_level": "county"}, Code.CONFLICT, "links, helper_level"),
    ],
)
def test_columns_refuse_what_members_and_partners_refuse(
    engine: str, table: str, change: dict[str, Any], code: Code, where: str
) -> None:
    make = ENGINES[engine]
    links, people = small()
    people = people.head(1)
    cells = {name: pl.lit(value) for name, value in change.items()}
    if table == "links":
        links = links.with_columns(**cells)
    else:
        people = people.with_columns(**cells)
    with pytest.raises(DataError) as caught:
        check_pairing_frame(make(links), make(people), RULES.values())
    (problem,) = caught.value.problems
    assert (problem.code, problem.where, problem.suggestion) == (code, where, "in 1 rows")
