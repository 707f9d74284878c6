"""The pairing ledger, the visit ledger and the table of members: in, out, and every bad cell reported."""

import stat
from pathlib import Path
from typing import Any

import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiaoyu_fupin import CallError, DataError, SchoolLevel
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.pairing.link import PairingLink, Partner
from jiaoyu_fupin.pairing.visits import Visit
from jiaoyu_fupin.rosters.ledgers import (
    read_members,
    read_pairings,
    read_visits,
    write_pairings,
    write_visits,
)
from jiaoyu_fupin.values.errors import Code
from support.pairing_rules import RULES

TIERS = list(RULES.values())


def file(folder: Path, *lines: str, name: str = "台账.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_ledger_as_offices_keep_it(tmp_path: Path) -> None:
    """Kinds are left out where the tier allows one only; an empty last day is no end."""
    path = file(
        tmp_path,
        "帮扶人,单位,隶属,对象,起,止,条款,帮扶方层级,对象层级",
        "C-0001,扶贫办,县,H-0001,2018-01-01,,VL-5,,",
        "S-0001,,,S-0002,20170901,2018年8月31日,GX-2.4/county_rural,县城,村小",
    )
    ledger = read_pairings(path, TIERS)
    assert ledger.rows == (2, 3)
    assert ledger.items == (
        PairingLink(
            rule=RULES["VL-5"],
            helper=Partner(Party.CADRE, "C-0001"),
            recipient=Partner(Party.HOUSEHOLD, "H-0001"),
            since=pendulum.date(2018, 1, 1),
            unit="扶贫办",
            affiliation="县",
        ),
        PairingLink(
            rule=RULES["GX-2.4/county_rural"],
            helper=Partner(Party.SCHOOL, "S-0001", SchoolLevel.COUNTY),
            recipient=Partner(Party.SCHOOL, "S-0002", SchoolLevel.VILLAGE),
            since=pendulum.date(2017, 9, 1),
            until=pendulum.date(2018, 8, 31),
        ),
    )


def test_a_tier_for_all_rows_may_be_given(tmp_path: Path) -> None:
    path = file(tmp_path, "帮扶人,对象,起", "C-0001,H-0001,2018-01-01")
    (link,) = read_pairings(path, TIERS, rule="TN-3").items
    assert link.rule is RULES["TN-3"]
    with pytest.raises(DataError, match="expected a tier in every row"):
        read_pairings(path, TIERS)
    with pytest.raises(CallError, match="TN-3"):
        read_pairings(path, TIERS, rule="TN-33")


def test_every_bad_cell_and_row_is_reported_and_nobody_is_named(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "帮扶人,帮扶人类别,对象,起,止,条款",
        "C-0001,干部,H-0001,2018-13-01,/,VL-5",
        ",干部,H-0002,2018-01-01,,VL-5",
        "C-0001,领导,H-0003,,,VL-5",
        "C-0001,干部,H-0004,2018-02-01,2018-01-01,VL-5",
        "C-0001,教师,H-0005,2018-02-01,,VL-5",
        "S-0006,,S-0006,2018-02-01,,GX-1.3/township_village",
        "C-0001,,H-0007,2018-02-01,,VL-55",
        "C-0001,干部,H-0008,2018-02-01,,VL-5",
    )
    with pytest.raises(DataError) as caught:
        read_pairings(path, TIERS)
    found = [(p.where.split("row ")[1].split(",")[0], p.code) for p in caught.value.problems]
    assert found == [
        ("2", Code.BAD_DATE),
        ("2", Code.NO_MARK),
        ("3", Code.REQUIRED),
        ("4", Code.BAD_LABEL),
        ("4", Code.REQUIRED),
        ("5", Code.OUT_OF_RANGE),
        ("6", Code.CONFLICT),
        ("7", Code.CONFLICT),
        ("8", Code.UNKNOWN_NAME),
    ]
    text = str(caught.value)
    assert not any(f"{mark}-000{n}" in text for mark in "CHS" for n in range(1, 9))
    aside = read_pairings(path, TIERS, set_aside=True)
    assert (aside.rows, len(aside.problems)) == ((9,), 9)


def test_a_file_without_the_columns_that_make_a_link_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="帮扶人"):
        read_pairings(file(tmp_path, "对象,起", "H-0001,2018-01-01"), TIERS)
    with pytest.raises(DataError) as caught:
        read_pairings(file(tmp_path, "帮扶人,条款", "C-0001,VL-5"), TIERS)
    assert [p.expected for p in caught.value.problems] == [
        "expected a column 对象 (recipient)",
        "expected a column 起 (since)",
    ]


def test_a_clause_stands_for_its_only_tier(tmp_path: Path) -> None:
    """GX-1.3/township_village is given here as the only tier of GX-1.3; GX-2.4 has three."""
    some = [rule for rule in TIERS if rule.id != "GX-1.3/county_township"]
    row = "S-0001,S-0002,2018-01-01"
    clause = file(tmp_path, "帮扶人,对象,起,条款", f"{row},GX-1.3")
    assert read_pairings(clause, some).items[0].rule.id == "GX-1.3/township_village"
    bare = file(tmp_path, "帮扶人,对象,起", row, name="无条款.csv")
    assert read_pairings(bare, some, rule="GX-1.3").items[0].rule.id == "GX-1.3/township_village"
    several = file(tmp_path, "帮扶人,对象,起,条款", f"{row},GX-2.4", name="几层.csv")
    named = r"GX-2\.4/city_county, GX-2\.4/county_rural, GX-2\.4/township_village"
    with pytest.raises(DataError, match=named):
        read_pairings(several, some)
    with pytest.raises(CallError, match=named):
        read_pairings(bare, some, rule="GX-2.4")


def test_a_row_needs_no_tier_where_there_is_one_only(tmp_path: Path) -> None:
    path = file(tmp_path, "帮扶人,对象,起", "C-0001,H-0001,2018-01-01")
    (link,) = read_pairings(path, [RULES["VL-5"]]).items
    assert link.rule is RULES["VL-5"]
    with pytest.raises(DataError, match="VL-5, TN-3"):
        read_pairings(path, [RULES["VL-5"], RULES["TN-3"]])


def test_calls_of_wrong_types_are_refused_in_words(tmp_path: Path) -> None:
    path: Any = file(tmp_path, "帮扶人,对象,起", "C-0001,H-0001,2018-01-01")
    pairings: Any = read_pairings
    none: Any = None
    for call in (
        lambda: pairings(None, TIERS),
        lambda: pairings(path, None),
        lambda: pairings(path, ["VL-5"]),
        lambda: pairings(path, TIERS, rule=5),
        lambda: read_visits(none),
        lambda: read_members(none),
        lambda: write_pairings(none, tmp_path / "out.csv"),
        lambda: write_pairings([], none),
        lambda: write_visits("abc", tmp_path / "out.csv"),  # type: ignore[arg-type]
    ):
        with pytest.raises(CallError):
            call()
    with pytest.raises(DataError, match=r"links\[0\]"):
        write_pairings([1], tmp_path / "out.csv")  # type: ignore[list-item]
    with pytest.raises(DataError, match=r"visits\[0\]"):
        write_visits([1], tmp_path / "out.csv")  # type: ignore[list-item]


def test_which_kind_helps_has_to_be_said_where_the_tier_allows_several(tmp_path: Path) -> None:
    from jiaoyu_fupin import PairingRule, Text
    from jiaoyu_fupin.clauses.pairing import End

    either = PairingRule(
        id="X-1",
        title=Text("志愿者", "volunteers"),
        helpers=(End(party=Party.UNIVERSITY_VOLUNTEER), End(party=Party.SOCIAL_VOLUNTEER)),
        recipients=(End(party=Party.STUDENT),),
    )
    path = file(tmp_path, "帮扶人,对象,起,条款", "V-0001,S-0001,2018-01-01,X-1")
    with pytest.raises(DataError, match="helper_party"):
        read_pairings(path, [either])


def test_a_visit_ledger_in_and_its_bad_cells(tmp_path: Path) -> None:
    good = file(tmp_path, "帮扶人,对象,走访日期,内容", "C-0001,H-0001,2018年3月5日,核对档卡")
    assert read_visits(good).items == (
        Visit(helper="C-0001", recipient="H-0001", on=pendulum.date(2018, 3, 5), what="核对档卡"),
    )
    kinds = file(
        tmp_path,
        "帮扶人,帮扶人类别,对象,对象类别,走访日期",
        "1,帮扶干部,2,household,2018-03-05",
    )
    (told,) = read_visits(kinds).items
    assert (told.helper_party, told.recipient_party) == (Party.CADRE, Party.HOUSEHOLD)
    bad = file(tmp_path, "帮扶人,对象,走访日期", "C-0001,H-0001,三月", ",H-0001,2018-03-05")
    with pytest.raises(DataError) as caught:
        read_visits(bad)
    assert [p.code for p in caught.value.problems] == [Code.BAD_DATE, Code.REQUIRED]


def test_a_table_of_members(tmp_path: Path) -> None:
    path = file(
        tmp_path, "编号,类别,县代码,贫困,止", "南坪村,贫困村,451228,是,", "C-0001,干部,,,2018-12-31"
    )
    village, cadre = read_members(path).items
    assert (village.party, village.county, village.poor) == (Party.VILLAGE, "451228", True)
    assert (cadre.party, cadre.closed) == (Party.CADRE, pendulum.date(2018, 12, 31))


def test_what_is_written_is_for_its_owner_only_and_only_where_it_can_be(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_visits([Visit(helper="C-0001", recipient="H-0001", on=pendulum.date(2018, 3, 5))], path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(CallError, match=r"\.csv or \.xlsx"):
        write_visits([], tmp_path / "out.ods")
    with pytest.raises(CallError, match="can be written"):
        write_pairings([], tmp_path / "nowhere" / "out.csv")


ids = st.from_regex(r"[A-Z]-[0-9]{4}|=A1\+1|00[0-9]{6}|某校[0-9]", fullmatch=True)


@st.composite
def links(draw: st.DrawFn) -> PairingLink:
    rule = draw(st.sampled_from(TIERS))
    helper, recipient = (
        Partner(
            end.party,
            draw(ids),
            draw(st.none() | st.sampled_from(end.levels)) if end.levels else None,
        )
        for end in (draw(st.sampled_from(rule.helpers)), draw(st.sampled_from(rule.recipients)))
    )
    since = draw(st.dates(pendulum.date(2015, 1, 1), pendulum.date(2020, 12, 31)))
    texts: dict[str, Any] = {
        name: draw(st.none() | st.sampled_from(["教育局", "a, b", '“办”"', "+1", "0012"]))
        for name in ("unit", "affiliation", "responsible")
    }
    last = draw(st.none() | st.integers(0, 400))
    until = (
        None if last is None else pendulum.date(since.year, since.month, since.day).add(days=last)
    )
    if helper.key == recipient.key:
        helper = Partner(helper.party, f"{helper.id}x", helper.level)
    return PairingLink(
        rule=rule, helper=helper, recipient=recipient, since=since, until=until, **texts
    )


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=st.lists(links(), max_size=5), data=st.data())
def test_links_and_visits_come_back_as_they_were_written(
    tmp_path: Path, ending: str, made: list[PairingLink], data: st.DataObject
) -> None:
    path = tmp_path / f"台账.{ending}"
    write_pairings(made, path)
    assert read_pairings(path, TIERS).items == tuple(made)
    visits = [
        Visit(
            helper=k.helper.id,
            recipient=k.recipient.id,
            on=k.since,
            rule=k.rule.id,
            what=data.draw(st.none() | st.just("看望，核对")),
            helper_party=data.draw(st.none() | st.just(k.helper.party)),
            recipient_party=data.draw(st.none() | st.just(k.recipient.party)),
        )
        for k in made
    ]
    write_visits(visits, path)
    assert read_visits(path).items == tuple(visits)
