"""The territories of the plans that are shipped."""

from __future__ import annotations

from ..values.text import Text
from .poor_counties import GUANGXI_54, Designation
from .territories import Territory

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

GEZHAI = Territory(
    Text(
        "伊川县葛寨镇（2018年以前为葛寨乡）", "Gezhai Town, Yichuan County (a township until 2018)"
    ),
    (
        "410329205",  # 葛寨乡
        "410329112",  # 葛寨镇
    ),
)
"""One town, by its nine-digit code as a township and as a town; villages keep either in their longer codes."""

GUANGXI = Territory(Text("广西壮族自治区", "Guangxi"), ("45",))

ZHENGYANGGUAN = Territory(Text("寿县正阳关镇", "Zhengyangguan Town, Shou County"), ("340422104",))
"""One town, by its nine-digit code; codes given to townships have no history here."""

CONTIGUOUS_AREA_COUNTIES = Territory(
    Text("已知名称的集中连片特困地区县", "contiguous-area counties known by name"),
    (
        *LUOXIAO_IN_GANZHOU.prefixes,
        *(
            county.code
            for county in GUANGXI_54.counties
            if Designation.AREA in {held.designation for held in county.held}
        ),
    ),
)
"""An open list of the counties in the plans' regions: one that is not on it may still be such a county."""
