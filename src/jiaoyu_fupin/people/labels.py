"""The labels that facts may take, each with the word used in Chinese offices."""

from __future__ import annotations

from ..values.label import Label


class Stage(Label):
    """学段"""

    PRESCHOOL = "preschool", "学前"
    PRIMARY = "primary", "小学"
    JUNIOR = "junior", "初中"
    SENIOR = "senior", "普高"
    VOCATIONAL = "vocational", "中职"
    PREPARATORY = "preparatory", "预科"
    HIGHER_VOCATIONAL = "higher_vocational", "高职"
    UNDERGRADUATE = "undergraduate", "本科"
    POSTGRADUATE = "postgraduate", "研究生"


class Major(Label):
    """专业类别"""

    AGRICULTURE = "agriculture", "涉农"
    PERFORMING_ARTS = "performing_arts", "艺术表演"
    OTHER = "other", "其他"


class Hukou(Label):
    """户籍类别"""

    RURAL = "rural", "农村"
    COUNTY_TOWN = "county_town", "县镇"
    URBAN = "urban", "城市"


class Hardship(Label):
    """困难等级"""

    NONE = "none", "不困难"
    ORDINARY = "ordinary", "一般困难"
    HARD = "hard", "困难"
    SPECIAL = "special", "特别困难"


class SchoolLevel(Label):
    """学校层级"""

    CITY = "city", "市级"
    COUNTY = "county", "县城"
    TOWNSHIP = "township", "乡镇"
    VILLAGE = "village", "村"
    TEACHING_POINT = "teaching_point", "教学点"


class Ownership(Label):
    """办学性质"""

    PUBLIC = "public", "公办"
    PRIVATE = "private", "民办"


class SchoolKind(Label):
    """办学类型"""

    KINDERGARTEN = "kindergarten", "幼儿园"
    PRIMARY = "primary", "小学"
    JUNIOR = "junior", "初中"
    NINE_YEAR = "nine_year", "九年一贯"
    SENIOR = "senior", "普通高中"
    COMPLETE = "complete", "完全中学"
    VOCATIONAL = "vocational", "中职"
    HIGHER_VOCATIONAL = "higher_vocational", "高职"
    UNIVERSITY = "university", "本科院校"
    SPECIAL = "special", "特殊教育"


class HouseholdCategory(Label):
    """贫困户属性"""

    GENERAL = "general", "一般贫困户"
    DIBAO = "dibao", "低保贫困户"
    WUBAO = "wubao", "五保贫困户"


class PovertyCause(Label):
    """主要致贫原因"""

    ILLNESS = "illness", "因病"
    DISABILITY = "disability", "因残"
    SCHOOLING = "schooling", "因学"
    DISASTER = "disaster", "因灾"
    NO_LAND = "no_land", "缺土地"
    NO_WATER = "no_water", "缺水"
    NO_SKILLS = "no_skills", "缺技术"
    NO_LABOUR = "no_labour", "缺劳力"
    NO_CAPITAL = "no_capital", "缺资金"
    TRANSPORT = "transport", "交通条件落后"
    MOTIVATION = "motivation", "自身发展动力不足"
    OTHER = "other", "其它"


class Education(Label):
    """文化程度"""

    NONE = "none", "文盲"
    PRIMARY = "primary", "小学"
    JUNIOR = "junior", "初中"
    SENIOR = "senior", "高中"
    COLLEGE = "college", "大专及以上"


class Occupation(Label):
    """职业"""

    FARMER = "farmer", "务农"
    NEW_RURAL_LABOUR = "new_rural_labour", "农村新增劳动力"
    OTHER = "other", "其他"
