"""Poor counties that several policies speak of: Guangxi's 54 and Ganzhou's part of the Luoxiao area."""

from __future__ import annotations

from typing import Final

from ..clauses import (
    Certainty,
    CountyDesignation,
    CountyList,
    Designation,
    Label,
    PoorCounty,
    Roll,
    Territory,
    Text,
)


class RegionalDesignation(Label):
    """自治区贫困县称谓"""

    REGIONAL_KEY = "regional_key", "自治区扶贫开发工作重点县"
    KEY_OR_SKYLIGHT = "key_or_skylight", "自治区重点县或“天窗县”（通知将两者并列）"
    TREATED_AS_KEY = "treated_as_key", "享受国家扶贫开发工作重点县待遇县"


_KEY_AND_AREA: Final = (
    CountyDesignation(Designation.KEY, Certainty.OFFICIAL),
    CountyDesignation(Designation.AREA, Certainty.BACKGROUND),
)
_SHANGLIN: Final = (
    # the list that is known names 27 and skips a number, which can only be this county's
    CountyDesignation(Designation.KEY, Certainty.MIRROR),
    CountyDesignation(Designation.AREA, Certainty.BACKGROUND),
)
_ONLY_KEY: Final = (CountyDesignation(Designation.KEY, Certainty.OFFICIAL),)
_ONLY_AREA: Final = (CountyDesignation(Designation.AREA, Certainty.DERIVED),)
_REGIONAL: Final = (CountyDesignation(RegionalDesignation.REGIONAL_KEY, Certainty.DERIVED),)
_KEY_OR_SKYLIGHT: Final = (
    CountyDesignation(RegionalDesignation.KEY_OR_SKYLIGHT, Certainty.OFFICIAL),
)
_TREATED_AS_KEY: Final = (
    CountyDesignation(RegionalDesignation.TREATED_AS_KEY, Certainty.OFFICIAL),
)

GUANGXI_54: Final = CountyList(
    Text(
        "广西54个贫困县（国家级33个、自治区级21个）",
        "Guangxi's 54 poor counties, 33 national and 21 regional",
    ),
    54,
    (
        PoorCounty("451423", "龙州", Roll.NATIONAL, 2017, _KEY_AND_AREA),
        PoorCounty("450328", "龙胜", Roll.NATIONAL, 2018, _KEY_AND_AREA),
        PoorCounty("450329", "资源", Roll.NATIONAL, 2018, _ONLY_AREA),
        PoorCounty("451021", "田阳", Roll.NATIONAL, 2018, _ONLY_AREA),
        PoorCounty("451022", "田东", Roll.NATIONAL, 2018, _ONLY_KEY),
        PoorCounty("451030", "西林", Roll.NATIONAL, 2018, _KEY_AND_AREA),
        PoorCounty("451123", "富川", Roll.NATIONAL, 2018, _ONLY_KEY),
        PoorCounty("451324", "金秀", Roll.NATIONAL, 2018, _ONLY_KEY),
        PoorCounty("451424", "大新", Roll.NATIONAL, 2018, _ONLY_AREA),
        PoorCounty("451422", "宁明", Roll.NATIONAL, 2018, _ONLY_AREA),
        PoorCounty("450124", "马山", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("450125", "上林", Roll.NATIONAL, 2019, _SHANGLIN),
        PoorCounty("450123", "隆安", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("450224", "融安", Roll.NATIONAL, 2019, _ONLY_AREA),
        PoorCounty("451027", "凌云", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451081", "靖西", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451029", "田林", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451024", "德保", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451121", "昭平", Roll.NATIONAL, 2019, _ONLY_KEY),
        PoorCounty("451224", "东兰", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451223", "凤山", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451227", "巴马", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451226", "环江", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451321", "忻城", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("451425", "天等", Roll.NATIONAL, 2019, _KEY_AND_AREA),
        PoorCounty("450225", "融水", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("450226", "三江", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("451026", "那坡", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("451028", "乐业", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("451031", "隆林", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("451225", "罗城", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("451229", "大化", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("451228", "都安", Roll.NATIONAL, 2020, _KEY_AND_AREA),
        PoorCounty("450423", "蒙山", Roll.REGIONAL, 2017, _REGIONAL),
        PoorCounty("450621", "上思", Roll.REGIONAL, 2017, _REGIONAL),
        PoorCounty("450924", "兴业", Roll.REGIONAL, 2017, _REGIONAL),
        PoorCounty("451002", "右江", Roll.REGIONAL, 2017, _REGIONAL),
        PoorCounty("451102", "八步", Roll.REGIONAL, 2017, _REGIONAL),
        PoorCounty("451221", "南丹", Roll.REGIONAL, 2017, _REGIONAL),
        PoorCounty("450421", "苍梧", Roll.REGIONAL, 2018, _KEY_OR_SKYLIGHT),
        PoorCounty("451023", "平果", Roll.REGIONAL, 2018, _KEY_OR_SKYLIGHT),
        PoorCounty("451202", "金城江", Roll.REGIONAL, 2018, _KEY_OR_SKYLIGHT),
        PoorCounty("451222", "天峨", Roll.REGIONAL, 2018, _KEY_OR_SKYLIGHT),
        PoorCounty("451323", "武宣", Roll.REGIONAL, 2018, _KEY_OR_SKYLIGHT),
        PoorCounty("450327", "灌阳", Roll.REGIONAL, 2019, _TREATED_AS_KEY),
        PoorCounty("450422", "藤县", Roll.REGIONAL, 2019, _TREATED_AS_KEY),
        PoorCounty("450881", "桂平", Roll.REGIONAL, 2019, _TREATED_AS_KEY),
        PoorCounty("450923", "博白", Roll.REGIONAL, 2019, _TREATED_AS_KEY),
        PoorCounty("451122", "钟山", Roll.REGIONAL, 2019, _TREATED_AS_KEY),
        PoorCounty("451103", "平桂", Roll.REGIONAL, 2019, _TREATED_AS_KEY),
    ),
)
"""Four of the 21 regional ones are not known by name; they had left the list before 2018."""

LUOXIAO_IN_GANZHOU: Final = Territory(
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

CONTIGUOUS_AREA_COUNTIES: Final = Territory(
    Text("已知名称的集中连片特困地区县", "contiguous-area counties known by name"),
    (*LUOXIAO_IN_GANZHOU.prefixes, *GUANGXI_54.codes(Designation.AREA)),
)
"""An open list of the counties in the plans' regions: one that is not on it may still be such a county."""
