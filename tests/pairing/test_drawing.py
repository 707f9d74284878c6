"""The drawing of a county's tiers: complete SVG, schools by level, arrows of the day, nobody named."""

from xml.etree import ElementTree

import pendulum
import pytest

from jiaoyu_fupin import CallError
from jiaoyu_fupin.pairing.drawing import draw_tiers
from jiaoyu_fupin.pairing.network import Network
from support.pairing_networks import network_of

NS = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - it was just drawn


def network() -> Network:
    """A city school helps one of the county town, that one a township's; X is of another county, and Y is unknown."""
    return network_of(
        {
            "members": {
                "S-CITY": {"party": "school", "level": "city", "county": "451202"},
                "S-TOWN": {"party": "school", "level": "county", "county": "451025"},
                "S-RURAL": {"party": "school", "level": "township", "county": "451081", "weak": True},
                "S-OTHER": {"party": "school", "level": "township", "county": "451228"},
                "S-OPEN": {"party": "school", "county": "451081"},
            },
            "links": [
                {"rule": "GX-2.4/city_county", "helper": "S-CITY", "recipient": "S-TOWN"},
                {"rule": "GX-2.4/county_rural", "helper": "S-TOWN", "recipient": "S-RURAL", "since": pendulum.date(2018, 1, 1)},
                {"rule": "GX-2.4/county_rural", "helper": "S-TOWN", "recipient": "S-OTHER"},
                {"rule": "GX-2.4/county_rural", "helper": "S-GONE", "helper_party": "school", "recipient": "S-RURAL"},
            ],
        }
    )  # fmt: skip


def test_levels_and_arrows_of_a_day() -> None:
    """In 2017 the second link does not hold yet; the arrow from a school nobody knows is broken."""
    root = parsed(draw_tiers(network(), "451081", pendulum.date(2017, 6, 1))._repr_svg_())
    heads = [t.text for t in root.iter(f"{NS}text") if t.get("font-weight")]
    assert heads == ["市级 city", "县城 county", "乡镇 township", "层级不详 level unknown"]
    lines = list(root.iter(f"{NS}line"))
    assert [line.get("stroke-dasharray") for line in lines] == [None, "4 3"]
    assert len(list(root.iter(f"{NS}rect"))) == 5
    later = parsed(draw_tiers(network(), "451025", pendulum.date(2018, 6, 1)).svg())
    assert len(list(later.iter(f"{NS}line"))) == 3


def test_ids_are_masked_and_an_empty_county_is_still_a_drawing() -> None:
    text = draw_tiers(network(), "451081", pendulum.date(2018, 6, 1)).svg()
    assert "S-RURAL" not in text
    for wrong in ("<b>", "4510", "巴马"):
        with pytest.raises(CallError, match="6 digits"):
            draw_tiers(Network(), wrong, pendulum.date(2018, 6, 1))
    empty = draw_tiers(Network(), "450103", pendulum.date(2018, 6, 1)).svg()
    assert parsed(empty).tag == f"{NS}svg"
