"""Places as codes: territories, and the counties whose code changed."""

from __future__ import annotations

import re

import attrs

from .errors import Code, Problem, RuleError
from .text import Text


@attrs.frozen
class CodeChange:
    """A county that changed its code: both codes are the one county.

    Attributes:
        old: The code before.
        new: The code after.
        name: The county's name after the change.
        year: The year of the change, where known.
    """

    old: str
    new: str
    name: str
    year: int | None = None


COUNTY_CHANGES = (
    CodeChange("360782", "360703", "南康区", 2013),
    CodeChange("360721", "360704", "赣县区", 2016),
    CodeChange("360727", "360783", "龙南市", 2020),
    CodeChange("451025", "451081", "靖西市", 2015),
    CodeChange("451281", "451203", "宜州区", 2016),
    CodeChange("451021", "451003", "田阳区"),
    CodeChange("451023", "451082", "平果市"),
    CodeChange("341521", "340422", "寿县", 2015),
)
"""Code changes that matter to the plans' territories (GB/T 2260)."""

_OTHER_CODE = {c.old: c.new for c in COUNTY_CHANGES} | {c.new: c.old for c in COUNTY_CHANGES}


def codes_of(county: str) -> tuple[str, ...]:
    """All codes of the county that has this code, the given one first."""
    other = _OTHER_CODE.get(county)
    return (county,) if other is None else (county, other)


@attrs.frozen
class Territory:
    """A place or a list of places, by the first digits of their codes.

    A county belongs when its code, or the code it had before or after a change, starts with one of `prefixes`.

    >>> LUOXIAO_IN_GANZHOU.covers("360721"), LUOXIAO_IN_GANZHOU.covers("360704")
    (True, True)
    """

    name: Text
    prefixes: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        bad = [p for p in self.prefixes if not re.fullmatch(r"\d{2,12}", p, re.ASCII)]
        if bad or not self.prefixes:
            raise RuleError(
                Problem(
                    Code.BAD_CODE,
                    f"territory {self.name.en}",
                    bad or None,
                    "expected codes of 2 to 12 digits",
                )
            )

    def covers(self, code: str) -> bool:
        """Whether the place with this code lies in the territory."""
        return any(c.startswith(self.prefixes) for c in codes_of(code))


GANZHOU = Territory(Text("赣州市", "Ganzhou"), ("3607",))

LUOXIAO_IN_GANZHOU = Territory(
    Text("赣州市11个罗霄山片区县", "the 11 Luoxiao-area counties of Ganzhou"),
    (
        "360704",  # 赣县
        "360724",  # 上犹
        "360726",  # 安远
        "360730",  # 宁都
        "360731",  # 于都
        "360732",  # 兴国
        "360733",  # 会昌
        "360734",  # 寻乌
        "360735",  # 石城
        "360781",  # 瑞金
        "360703",  # 南康
    ),
)
"""National contiguous-area counties in Ganzhou; a county's older code counts too."""

GUANGXI = Territory(Text("广西壮族自治区", "Guangxi"), ("45",))

GUANGXI_POOR_COUNTIES = Territory(
    Text("广西54个贫困县中已知名称的50个", "the 50 of Guangxi's 54 poor counties known by name"),
    (
        # national, out of poverty in 2017
        "451423",  # 龙州
        # 2018
        "450328",  # 龙胜
        "450329",  # 资源
        "451021",  # 田阳
        "451022",  # 田东
        "451030",  # 西林
        "451123",  # 富川
        "451324",  # 金秀
        "451424",  # 大新
        "451422",  # 宁明
        # 2019
        "450124",  # 马山
        "450125",  # 上林
        "450123",  # 隆安
        "450224",  # 融安
        "451027",  # 凌云
        "451081",  # 靖西
        "451029",  # 田林
        "451024",  # 德保
        "451121",  # 昭平
        "451224",  # 东兰
        "451223",  # 凤山
        "451227",  # 巴马
        "451226",  # 环江
        "451321",  # 忻城
        "451425",  # 天等
        # 2020
        "450225",  # 融水
        "450226",  # 三江
        "451026",  # 那坡
        "451028",  # 乐业
        "451031",  # 隆林
        "451225",  # 罗城
        "451229",  # 大化
        "451228",  # 都安
        # regional, out of poverty in 2017
        "450423",  # 蒙山
        "450621",  # 上思
        "450924",  # 兴业
        "451002",  # 右江
        "451102",  # 八步
        "451221",  # 南丹
        # 2018
        "450421",  # 苍梧
        "451023",  # 平果
        "451202",  # 金城江
        "451222",  # 天峨
        "451323",  # 武宣
        # 2019
        "450327",  # 灌阳
        "450422",  # 藤县
        "450881",  # 桂平
        "450923",  # 博白
        "451122",  # 钟山
        "451103",  # 平桂
    ),
)
"""An open list: the names of four more are not known, so a county that is not on it may still be a poor one.

The years are those in which the counties were taken off the list of poor counties; for the plan they stay on it."""

ZHENGYANGGUAN = Territory(Text("寿县正阳关镇", "Zhengyangguan Town, Shou County"), ("340422104",))
"""One town, by its nine-digit code; codes given to townships have no history here."""
