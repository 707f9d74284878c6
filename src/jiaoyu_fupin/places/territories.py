"""Places as codes: territories, and the counties whose code changed."""

from __future__ import annotations

import re

import attrs

from ..values.errors import Code, Problem, RuleError
from ..values.fields import check_fields, listed
from ..values.text import Text
from .coordinates import CalendarYear


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
    year: CalendarYear | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self, "change of code")
        wrong = [c for c in (self.old, self.new) if not re.fullmatch(r"\d{6}", c, re.ASCII)]
        if wrong or self.old == self.new:
            expected = "expected two different codes of 6 digits"
            shown = wrong or self.old
            raise RuleError(Problem(Code.BAD_CODE, "change of code", shown, expected))


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

    >>> ganxian = Territory(Text("赣县", "Ganxian"), ("360704",))
    >>> ganxian.covers("360721"), ganxian.covers("360704")
    (True, True)
    """

    name: Text
    prefixes: tuple[str, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self, "territory")
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
