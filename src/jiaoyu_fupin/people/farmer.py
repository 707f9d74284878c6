"""A farmer who may be admitted to vocational education."""

from __future__ import annotations

import attrs
import pendulum

from .fact import FrozenMap, check, code, date, extra, label, words
from .labels import Education, Occupation


@attrs.frozen
class Farmer:
    """A farmer; every fact but the id may be unknown (None).

    Raises:
        DataError: A value cannot be represented; every such value is named.
    """

    farmer_id: str = words("编号", "number", key=True)
    birth_date: pendulum.Date | None = date("出生日期", "date of birth", past=True)
    education: Education | None = label(Education, "文化程度", "schooling completed")
    occupation: Occupation | None = label(Occupation, "职业", "occupation")
    home_county: str | None = code(6, "户籍县代码", "home county")
    extra: FrozenMap = extra()

    def __attrs_post_init__(self) -> None:
        check(self)
