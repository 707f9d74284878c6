"""Territories and counties whose code changed."""

import pendulum
import pytest

import jiaoyu_fupin as jf
from jiaoyu_fupin import RuleError, Text
from jiaoyu_fupin.clauses import Label
from jiaoyu_fupin.places import (
    COUNTY_CHANGES,
    CodeChange,
    CountyList,
    Designation,
    PoorCounty,
    Roll,
    Territory,
    codes_of,
    newest,
)
from jiaoyu_fupin.policies.counties import (
    CONTIGUOUS_AREA_COUNTIES,
    GUANGXI_54,
    LUOXIAO_IN_GANZHOU,
    RegionalDesignation,
)
from jiaoyu_fupin.policies.ganzhou_2015.places import GANZHOU
from jiaoyu_fupin.policies.guangxi_2016.places import GUANGXI, GUANGXI_POOR_COUNTIES
from jiaoyu_fupin.policies.town_2020 import ZHENGYANGGUAN

ELEVEN = "赣县 上犹 安远 宁都 于都 兴国 会昌 寻乌 石城 瑞金 南康".split()
CODES = "360721 360724 360726 360730 360731 360732 360733 360734 360735 360781 360782".split()
"""The eleven counties under the codes of 2012, before two of them changed."""


def test_there_are_eleven_luoxiao_counties() -> None:
    assert len(ELEVEN) == len(LUOXIAO_IN_GANZHOU.prefixes) == 11


@pytest.mark.parametrize("code", [*CODES, "360704", "360703"])
def test_the_eleven_by_old_and_new_codes(code: str) -> None:
    assert LUOXIAO_IN_GANZHOU.covers(code)
    assert GANZHOU.covers(code)


@pytest.mark.parametrize(
    "code", ["360702", "360722", "360723", "360725", "360727", "360783", "360728", "360729"]
)
def test_the_other_counties_of_ganzhou(code: str) -> None:
    assert GANZHOU.covers(code)
    assert not LUOXIAO_IN_GANZHOU.covers(code)


@pytest.mark.parametrize("code", ["360800", "450123", "340422", "036078"])
def test_places_elsewhere(code: str) -> None:
    assert not GANZHOU.covers(code)


POOR = """
龙州 451423 龙胜 450328 资源 450329 田阳 451021 田东 451022 西林 451030 富川 451123 金秀 451324 大新 451424 宁明 451422
马山 450124 上林 450125 隆安 450123 融安 450224 凌云 451027 靖西 451081 田林 451029 德保 451024 昭平 451121 东兰 451224
凤山 451223 巴马 451227 环江 451226 忻城 451321 天等 451425 融水 450225 三江 450226 那坡 451026 乐业 451028 隆林 451031
罗城 451225 大化 451229 都安 451228 蒙山 450423 上思 450621 兴业 450924 右江 451002 八步 451102 南丹 451221 苍梧 450421
平果 451023 金城江 451202 天峨 451222 武宣 451323 灌阳 450327 藤县 450422 桂平 450881 博白 450923 钟山 451122 平桂 451103
""".split()
"""33 national and 17 regional poor counties of Guangxi, by the notices that took them off the list; codes of 2016."""


def test_fifty_poor_counties_of_guangxi_are_known_by_name() -> None:
    assert set(POOR[1::2]) == set(GUANGXI_POOR_COUNTIES.prefixes)
    assert len(set(POOR[::2])) == len(GUANGXI_POOR_COUNTIES.prefixes) == 50


@pytest.mark.parametrize("code", [*POOR[1::2], "451025", "451003", "451082"])
def test_poor_counties_of_guangxi_by_old_and_new_codes(code: str) -> None:
    """靖西, 田阳 and 平果 changed their codes."""
    assert GUANGXI_POOR_COUNTIES.covers(code)
    assert GUANGXI.covers(code)


@pytest.mark.parametrize("code", ["450102", "451203", "451281", "450000", "360781", "340422"])
def test_counties_not_on_the_list_of_guangxi(code: str) -> None:
    assert not GUANGXI_POOR_COUNTIES.covers(code)
    assert GUANGXI.covers(code) == code.startswith("45")


@pytest.mark.parametrize(
    ("code", "inside"),
    [
        ("340422104", True),
        ("340422105", False),
        ("340422100", False),
        ("341521104", False),
        ("341522104", False),
    ],
)
def test_the_town_is_one_township(code: str, inside: bool) -> None:
    """The county's older code makes no older code of the township."""
    assert ZHENGYANGGUAN.covers(code) is inside


@pytest.mark.parametrize("change", COUNTY_CHANGES, ids=lambda c: c.name)
def test_old_and_new_code_are_one_county(change: object) -> None:
    old, new = change.old, change.new  # type: ignore[attr-defined]
    assert codes_of(old) == (old, new)
    assert codes_of(new) == (new, old)
    assert Territory(Text("某县", "a county"), (new,)).covers(old)
    assert Territory(Text("某县", "a county"), (old,)).covers(new)


@pytest.mark.parametrize("prefixes", [(), ("3",), ("36a7",), ("3607811234567",)])
def test_a_territory_needs_codes(prefixes: tuple[str, ...]) -> None:
    with pytest.raises(RuleError, match="2 to 12 digits"):
        Territory(Text("某地", "somewhere"), prefixes)


EXITS = {
    (Roll.NATIONAL, 2017): "龙州",
    (Roll.NATIONAL, 2018): "龙胜 资源 田阳 田东 西林 富川 金秀 大新 宁明",
    (Roll.NATIONAL, 2019): (
        "马山 上林 隆安 融安 凌云 靖西 田林 德保 昭平 东兰 凤山 巴马 环江 忻城 天等"
    ),
    (Roll.NATIONAL, 2020): "融水 三江 那坡 乐业 隆林 罗城 大化 都安",
    (Roll.REGIONAL, 2017): "蒙山 上思 兴业 右江 八步 南丹",
    (Roll.REGIONAL, 2018): "苍梧 平果 金城江 天峨 武宣",
    (Roll.REGIONAL, 2019): "灌阳 藤县 桂平 博白 钟山 平桂",
}
"""By the notices of the years in which they were taken off the list."""


@pytest.mark.parametrize(("key", "names"), EXITS.items(), ids=str)
def test_the_year_each_county_left_the_list(key: tuple[Roll, int], names: str) -> None:
    roll, year = key
    assert [c.name for c in GUANGXI_54.on_roll(roll) if c.exit_year == year] == names.split()


def test_thirty_three_and_twenty_one_and_four_that_nobody_names() -> None:
    assert GUANGXI_54.total == 33 + 21
    assert len(GUANGXI_54.on_roll(Roll.NATIONAL)) == 33
    assert len(GUANGXI_54.on_roll(Roll.REGIONAL)) == 21 - 4
    assert GUANGXI_54.unnamed == 4


def test_an_exit_ends_nothing() -> None:
    """龙州 left in 2017; a kindergarten there is still in a poor county for the plan in 2020."""
    school = jf.School(
        "X-1", kind=jf.SchoolKind.KINDERGARTEN, inclusive=True, school_county="451423"
    )
    for year in (2016, 2018, 2020):
        answer = jf.assess(school, jf.policy("guangxi-2016"), on=pendulum.date(year, 9, 1))
        assert answer["GX-1.2"].outcome is jf.Outcome.ENTITLED


ONLY_LISTED, ONLY_KEY = "资源 田阳 融安 大新 宁明".split(), "田东 富川 金秀 昭平".split()


def test_designations_of_the_national_counties() -> None:
    """28 key counties, 29 of the contiguous area, of which five are no key counties."""
    held = {c.name: {h.designation for h in c.held} for c in GUANGXI_54.on_roll(Roll.NATIONAL)}
    key = {name for name, words in held.items() if Designation.KEY in words}
    area = {name for name, words in held.items() if Designation.AREA in words}
    assert (len(key), len(area)) == (28, 29)
    assert area - key == set(ONLY_LISTED)
    assert key - area == set(ONLY_KEY)


def test_how_sure_a_designation_is_stays_with_it() -> None:
    def sure(code: str, designation: Label) -> list[str]:
        county = GUANGXI_54[code]
        assert county is not None
        return [h.certainty.value for h in county.held if h.designation is designation]

    assert sure("450124", Designation.KEY) == ["A"]
    assert sure("450125", Designation.KEY) == ["C"], "上林 follows from a number the list skips"
    assert sure("450329", Designation.AREA) == ["D"]
    assert sure("450124", Designation.AREA) == ["K"]
    assert sure("450421", RegionalDesignation.KEY_OR_SKYLIGHT) == ["A"]
    assert sure("451103", RegionalDesignation.TREATED_AS_KEY) == ["A"]
    assert sure("450423", RegionalDesignation.REGIONAL_KEY) == ["D"]


@pytest.mark.parametrize(
    ("code", "name"), [("451025", "靖西"), ("451081", "靖西"), ("451003", "田阳")]
)
def test_a_county_is_found_by_any_of_its_codes(code: str, name: str) -> None:
    county = GUANGXI_54[code]
    assert county is not None
    assert county.name == name


def test_a_county_that_is_not_named_may_be_one_of_the_four() -> None:
    assert GUANGXI_54["450102"] is None


def test_contiguous_area_counties_are_those_of_two_regions() -> None:
    assert len(CONTIGUOUS_AREA_COUNTIES.prefixes) == 11 + 29
    assert CONTIGUOUS_AREA_COUNTIES.covers("360782")
    assert CONTIGUOUS_AREA_COUNTIES.covers("450124")
    assert not CONTIGUOUS_AREA_COUNTIES.covers("451022")


def test_a_list_of_counties_holds_each_once_and_no_more_than_there_are() -> None:
    jingxi, again = (PoorCounty(c, "靖西", Roll.NATIONAL, 2019, ()) for c in ("451025", "451081"))
    with pytest.raises(RuleError, match="each county once"):
        CountyList(Text("某表", "a list"), 5, (jingxi, again))
    with pytest.raises(RuleError, match="0 at most"):
        CountyList(Text("某表", "a list"), 0, (jingxi,))


# ── changes that a place brings ───────────────────────────────────────────────────────────────────────────────────

MADE_UP = (CodeChange("999901", "999911", "云雾县"), CodeChange("999911", "999921", "云雾区"))
"""A fictional county that changed its code twice; no province has the code 99."""


def test_a_county_has_all_the_codes_of_its_chain_of_changes() -> None:
    assert codes_of("999911", MADE_UP) == ("999911", "999921", "999901")
    assert codes_of("999901", MADE_UP) == ("999901", "999911", "999921")
    assert codes_of("999901") == ("999901",), "nobody else knows of it"
    assert [newest(c, MADE_UP) for c in ("999901", "999911", "999921")] == ["999921"] * 3
    later = (CodeChange("360704", "999931", "赣县"),)
    assert codes_of("360721", later) == ("360721", "360704", "999931"), (
        "after what the library knows"
    )
    assert newest("360721", later) == "999931"


def test_a_territory_covers_its_counties_by_every_code_they_had() -> None:
    county = Territory(Text("云雾县", "Yunwu"), ("999911",), MADE_UP)
    assert [county.covers(c) for c in ("999901", "999911", "999921", "999902")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert not Territory(Text("云雾县", "Yunwu"), ("999911",)).covers("999901")


def test_a_list_of_counties_finds_them_by_every_code_they_had() -> None:
    one = PoorCounty("999901", "云雾县", Roll.REGIONAL)
    known = CountyList(Text("名单", "a list"), 2, (one,), MADE_UP)
    assert [known[c] for c in ("999901", "999911", "999921")] == [one] * 3
    assert known["999902"] is None
    with pytest.raises(RuleError, match="each county once"):
        CountyList(
            Text("名单", "a list"), 2, (one, PoorCounty("999921", "云雾区", Roll.REGIONAL)), MADE_UP
        )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((*MADE_UP, CodeChange("999901", "999999", "某县")), "expected one code after it"),
        ((*MADE_UP, CodeChange("999902", "999911", "某县")), "merged or split"),
        ((*MADE_UP, CodeChange("999921", "999901", "某县")), "lead back"),
        ((CodeChange("360721", "999901", "赣县"),), "360704 and 999901"),
        (("999901",), "to be CodeChange"),
    ],
)
def test_changes_that_contradict_each_other_are_refused(changes: object, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        Territory(Text("云雾县", "Yunwu"), ("9999",), changes)


@pytest.mark.parametrize(
    ("old", "new"), [("99990", "999911"), ("999901", "999901"), (999901, "999911")]
)
def test_a_change_is_from_one_county_code_to_another(old: str, new: str) -> None:
    with pytest.raises(RuleError, match="change of code"):
        CodeChange(old, new, "云雾县")
