"""An obligation: what somebody has to do, how often, for each of what."""

from __future__ import annotations

import attrs

from ..values.errors import Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.label import Label
from ..values.text import Text
from .marks import Hedge


class Every(Label):
    """频次"""

    ONCE = "once", "一次"
    MONTH = "month", "每月"
    TERM = "term", "每学期"
    YEAR = "year", "每年"
    ALWAYS = "always", "持续"
    EACH_TIME = "each_time", "每逢其事"
    UNSTATED = "unstated", "未载明频次"


@attrs.frozen(kw_only=True)
class Obligation:
    """Something that has to be done.

    Attributes:
        id: The clause's id, with a part's name after a slash where the clause has several.
        title: What has to be done.
        each: For each of what; None where the clause names no such unit.
        every: How often.
        at_least: How many times in each such period.
        visits: Whether it is done by visiting whom one is paired with, so that visits to them keep it.
        hedges: How firmly it is set.
    """

    id: str
    title: Text
    each: Text | None = None
    every: Every
    at_least: int = 1
    visits: bool = False
    hedges: tuple[Hedge, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems and self.at_least < 1:
            problems = [Problem(Code.OUT_OF_RANGE, "", self.at_least, "expected one time or more")]
        refuse(f"obligation {self.id}", problems)
