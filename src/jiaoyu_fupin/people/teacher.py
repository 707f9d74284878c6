"""A teacher."""

from __future__ import annotations

import attrs

from .fact import FrozenMap, check, code, extra, flag, label, whole, words
from .labels import SchoolLevel


@attrs.frozen
class Teacher:
    """A teacher; every fact but the id may be unknown (None).

    Raises:
        DataError: A value cannot be represented; every such value is named.
    """

    teacher_id: str = words("教师编号", "teacher number", key=True)
    name: str | None = words("姓名", "name", identity=True)
    school_id: str | None = words("学校标识码", "school code")
    school_county: str | None = code(6, "学校县代码", "county of the school")
    school_level: SchoolLevel | None = label(SchoolLevel, "学校层级", "level of the school")
    poor_county: bool | None = flag("贫困县", "in a poor county")
    school_in_poor_village: bool | None = flag("学校在贫困村", "school in a poor village")
    contiguous_area: bool | None = flag("连片特困地区", "in a contiguous destitute area")
    graduate: bool | None = flag("高校毕业生", "university graduate")
    qualified: bool | None = flag("教师资格", "holds a teaching qualification")
    service_years: int | None = whole("乡村任教年限", "years taught in rural schools")
    has_student_loan: bool | None = flag("有助学贷款", "has a student loan")
    applying_for_title: bool | None = flag("申报职称", "applies for a professional title")
    extra: FrozenMap = extra()

    def __attrs_post_init__(self) -> None:
        check(self)
