"""Territories and counties whose code changed."""

import pytest

from jiaoyu_fupin import RuleError, Text
from jiaoyu_fupin.places import COUNTY_CHANGES, GANZHOU, LUOXIAO_IN_GANZHOU, Territory, codes_of

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
