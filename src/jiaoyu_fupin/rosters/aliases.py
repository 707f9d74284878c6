"""Words that offices write and that mean exactly one label; this table is the whole list.

A word that could mean two labels is no alias: it is an error, and `AMBIGUOUS` says between which labels to choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ..clauses.indicators import INDICATORS, Indicator
from ..clauses.pairing import Party
from ..people.labels import (
    Education,
    Hardship,
    HouseholdCategory,
    Hukou,
    Major,
    Occupation,
    Ownership,
    PovertyCause,
    SchoolKind,
    SchoolLevel,
    Stage,
)
from ..values.label import Label

ALIASES: Final[Mapping[type[Label], Mapping[str, Label]]] = MappingProxyType(
    {
        Stage: {
            "学前教育": Stage.PRESCHOOL,
            "幼儿园": Stage.PRESCHOOL,
            "初级中学": Stage.JUNIOR,
            "普通初中": Stage.JUNIOR,
            "普通高中": Stage.SENIOR,
            "中等职业": Stage.VOCATIONAL,
            "中等职业教育": Stage.VOCATIONAL,
            "中等职业学校": Stage.VOCATIONAL,
            "职业高中": Stage.VOCATIONAL,
            "技工学校": Stage.VOCATIONAL,
            "大学预科": Stage.PREPARATORY,
            "高等职业": Stage.HIGHER_VOCATIONAL,
            "高等职业教育": Stage.HIGHER_VOCATIONAL,
            "大学本科": Stage.UNDERGRADUATE,
            "普通本科": Stage.UNDERGRADUATE,
            "硕士": Stage.POSTGRADUATE,
            "硕士研究生": Stage.POSTGRADUATE,
            "博士": Stage.POSTGRADUATE,
            "博士研究生": Stage.POSTGRADUATE,
        },
        Major: {
            "涉农专业": Major.AGRICULTURE,
            "艺术类相关表演专业": Major.PERFORMING_ARTS,
            "其它": Major.OTHER,
        },
        Hukou: {
            "农村户口": Hukou.RURAL,
            "县镇户口": Hukou.COUNTY_TOWN,
            "城市户口": Hukou.URBAN,
        },
        Hardship: {
            "家庭经济不困难": Hardship.NONE,
            "家庭经济一般困难": Hardship.ORDINARY,
            "家庭经济特别困难": Hardship.SPECIAL,
        },
        SchoolLevel: {
            "乡镇级": SchoolLevel.TOWNSHIP,
            "村级": SchoolLevel.VILLAGE,
            "村小": SchoolLevel.VILLAGE,
        },
        Ownership: {
            "公办学校": Ownership.PUBLIC,
            "公立": Ownership.PUBLIC,
            "民办学校": Ownership.PRIVATE,
            "私立": Ownership.PRIVATE,
        },
        SchoolKind: {
            "初级中学": SchoolKind.JUNIOR,
            "九年一贯制": SchoolKind.NINE_YEAR,
            "九年一贯制学校": SchoolKind.NINE_YEAR,
            "普高": SchoolKind.SENIOR,
            "高级中学": SchoolKind.SENIOR,
            "完中": SchoolKind.COMPLETE,
            "中等职业学校": SchoolKind.VOCATIONAL,
            "高等职业学校": SchoolKind.HIGHER_VOCATIONAL,
            "特殊教育学校": SchoolKind.SPECIAL,
        },
        HouseholdCategory: {
            "特困供养贫困户": HouseholdCategory.WUBAO,  # the later name of the same class
        },
        PovertyCause: {
            "因病致贫": PovertyCause.ILLNESS,
            "因残致贫": PovertyCause.DISABILITY,
            "因学致贫": PovertyCause.SCHOOLING,
            "因灾致贫": PovertyCause.DISASTER,
            "缺劳动力": PovertyCause.NO_LABOUR,
            "其他": PovertyCause.OTHER,
        },
        Education: {
            "文盲或半文盲": Education.NONE,
            "普通高中": Education.SENIOR,
            "大专": Education.COLLEGE,
            "大专以上": Education.COLLEGE,
            "本科": Education.COLLEGE,
        },
        Occupation: {"其它": Occupation.OTHER},
        Indicator: {alias: one for one, entry in INDICATORS.items() for alias in entry.aliases},
        Party: {
            "校长": Party.TEACHER,
            "教师": Party.TEACHER,
            "干部": Party.CADRE,
            "帮扶责任人": Party.CADRE,
            "村": Party.VILLAGE,
        },
    }
)
"""By kind of label: words besides the canonical and the Chinese name of a label."""

FLAG_WORDS: Final[Mapping[str, Mapping[str, bool]]] = MappingProxyType(
    {"boarding": {"住校": True, "住校生": True, "寄宿生": True, "走读": False, "走读生": False}}
)
"""By column: words for yes and no that only this column takes."""

AMBIGUOUS: Final[Mapping[type[Label], Mapping[str, str]]] = MappingProxyType(
    {
        Hardship: {
            "特困": "特困供养 (write 是 under 农村特困, rural_tekun) or 特别困难 (special)?",
            "特困供养": "write 是 under 农村特困 (rural_tekun)",
            "家庭经济困难": "一般困难 (ordinary), 困难 (hard) or 特别困难 (special)?",
        },
        Stage: {
            "高中": "普高 (senior) or 中职 (vocational)?",
            "中学": "初中 (junior) or 普高 (senior)?",
            "大学": "高职 (higher_vocational) or 本科 (undergraduate)?",
            "大专": "高职 (higher_vocational)?",
            "专科": "高职 (higher_vocational)?",
        },
        Hukou: {
            "城镇": "县镇 (county_town) or 城市 (urban)?",
            "非农业户口": "县镇 (county_town) or 城市 (urban)?",
            "农业户口": "农村 (rural)?",
        },
        HouseholdCategory: {
            "特困": "五保贫困户 (wubao)?",
            "一般": "一般贫困户 (general)?",
            "低保户": "低保贫困户 (dibao)?",
            "五保户": "五保贫困户 (wubao)?",
        },
        Indicator: {
            word: f"{one.zh} ({one.value})?"
            for one, entry in INDICATORS.items()
            for word in entry.unclear
        },
    }
)
"""By kind of label: words that could mean more than one thing, each with the question to ask."""
