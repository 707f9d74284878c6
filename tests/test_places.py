"""Territories and counties whose code changed."""

import pytest

from jiaoyu_fupin import RuleError, Text
from jiaoyu_fupin.places import (
    COUNTY_CHANGES,
    GANZHOU,
    GUANGXI,
    GUANGXI_POOR_COUNTIES,
    LUOXIAO_IN_GANZHOU,
    ZHENGYANGGUAN,
    Territory,
    codes_of,
)

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
