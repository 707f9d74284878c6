"""A school, kindergartens and universities included."""

from __future__ import annotations

import attrs

from .fact import FrozenMap, check, code, extra, flag, label, whole, words
from .labels import Ownership, SchoolKind, SchoolLevel


@attrs.frozen
class School:
    """A school; every fact but the id may be unknown (None).

    Raises:
        DataError: A value cannot be represented; every such value is named.
    """

    school_id: str = words("学校标识码", "school code", key=True)
    name: str | None = words("学校名称", "name of the school")
    kind: SchoolKind | None = label(SchoolKind, "办学类型", "kind of school")
    level: SchoolLevel | None = label(SchoolLevel, "学校层级", "level of the school")
    school_county: str | None = code(6, "学校县代码", "county of the school")
    township: str | None = code(9, "乡镇代码", "township")
    poor_county: bool | None = flag("贫困县", "in a poor county")
    ownership: Ownership | None = label(Ownership, "办学性质", "ownership of the school")
    inclusive: bool | None = flag("普惠", "inclusive (low-fee) school")
    school_in_poor_village: bool | None = flag("学校在贫困村", "school in a poor village")
    students: int | None = whole("在校生数", "students")
    senior_students: int | None = whole("高中在校生数", "senior-secondary students")
    compulsory_students: int | None = whole("义务教育在校生数", "compulsory-stage students")
    inclusive_class_pupils: int | None = whole(
        "随班就读人数", "disabled pupils in ordinary classes"
    )
    boarders: int | None = whole("寄宿生数", "boarders")
    beds: int | None = whole("床位数", "beds")
    extra: FrozenMap = extra()

    def __attrs_post_init__(self) -> None:
        check(self)
