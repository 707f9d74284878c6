"""A student: whoever is taught, from kindergarten to university."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pendulum

from .fact import FrozenMap, check, code, date, extra, flag, label, money, whole, words
from .labels import Hardship, Hukou, Major, Ownership, SchoolLevel, Stage


@attrs.frozen
class Student:
    """A student as an aid office knows one; every fact but the id may be unknown (None).

    Fees are yuan per school year. `public_school_fee` is what the like public school charges for what is waived; at
    the compulsory stage, where it charges nothing, the running funds that a public pupil is given. `monitored` is of
    a household that is watched against falling (back) into poverty, the risk not yet lifted. Names and numbers of
    persons are never printed.

    Raises:
        DataError: A value cannot be represented; every such value is named.
    """

    student_id: str = words("学籍号", "student number", key=True)
    id_number: str | None = words("证件号码", "identity number", identity=True)
    name: str | None = words("姓名", "name", identity=True)
    birth_date: pendulum.Date | None = date("出生日期", "date of birth", past=True)
    stage: Stage | None = label(Stage, "学段", "stage of schooling")
    grade: int | None = whole("年级", "grade within the stage", least=1)
    full_time: bool | None = flag("全日制", "full-time")
    formal_roll: bool | None = flag("正式学籍", "on the formal roll")
    boarding: bool | None = flag("寄宿", "boards at school")
    major: Major | None = label(Major, "专业类别", "kind of major")
    hukou: Hukou | None = label(Hukou, "户籍类别", "kind of household registration")
    hardship: Hardship | None = label(Hardship, "困难等级", "level of financial difficulty")
    registered: bool | None = flag("建档立卡", "of a registered household")
    household_id: str | None = words("户编号", "household number", identity=True)
    poor_village: bool | None = flag("贫困村", "from a poor village")
    rural_dibao: bool | None = flag("农村低保", "of a rural subsistence-allowance household")
    rural_tekun: bool | None = flag("农村特困", "in rural destitute support")
    urban_dibao: bool | None = flag("城镇低保", "of an urban subsistence-allowance household")
    monitored: bool | None = flag(
        "监测对象", "of a household under watch against falling into poverty"
    )
    home_county: str | None = code(6, "户籍县代码", "home county")
    home_township: str | None = code(9, "户籍乡镇代码", "home township")
    orphan: bool | None = flag("孤儿", "orphan")
    martyr_child: bool | None = flag("烈士子女", "child of a martyr")
    disabled: bool | None = flag("残疾", "disabled")
    left_behind: bool | None = flag("留守", "left behind by migrant parents")
    single_parent: bool | None = flag("单亲", "of a single parent")
    minority: bool | None = flag("少数民族", "of an ethnic minority")
    wants_vocational: bool | None = flag("职教意愿", "wants vocational education")
    admitted_year: int | None = whole("录取年份", "year of admission")
    entry_grant_eligible: bool | None = flag("符合入学资助条件", "eligible for the entrance grant")
    school_id: str | None = words("学校标识码", "school code")
    school_county: str | None = code(6, "学校县代码", "county of the school")
    school_in_poor_village: bool | None = flag("学校在贫困村", "school in a poor village")
    school_level: SchoolLevel | None = label(SchoolLevel, "学校层级", "level of the school")
    ownership: Ownership | None = label(Ownership, "办学性质", "ownership of the school")
    inclusive: bool | None = flag("普惠", "inclusive (low-fee) school")
    school_approved: bool | None = flag("县级审批", "school approved by the county")
    school_days: int | None = whole("在校天数", "days at school in the school year", most=366)
    tuition: Decimal | None = money("学费", "tuition")
    misc_fee: Decimal | None = money("杂费", "miscellaneous fees")
    care_fee: Decimal | None = money("保教费", "childcare and education fee")
    lodging: Decimal | None = money("住宿费", "lodging fee")
    public_school_fee: Decimal | None = money(
        "同类公办学校收费标准", "what the like public school charges"
    )
    extra: FrozenMap = extra()

    def __attrs_post_init__(self) -> None:
        check(self)
