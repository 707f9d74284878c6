"""Lists of poor counties: those known by name, their designations, the year each left the list."""

from __future__ import annotations

from typing import Annotated

import attrs

from ..values.certainty import Certainty
from ..values.errors import Code, Problem, RuleError
from ..values.fields import Limits, check_fields, listed
from ..values.label import Label
from ..values.plain import is_digits
from ..values.text import Text
from .changes import CodeChange, clashes, codes_of
from .coordinates import CalendarYear


class Roll(Label):
    """名册"""

    NATIONAL = "national", "国家级"
    REGIONAL = "regional", "省（自治区、直辖市）级"


class Designation(Label):
    """国家认定的贫困县称谓"""

    KEY = "key", "国家扶贫开发工作重点县"
    AREA = "area", "集中连片特殊困难地区县"


@attrs.frozen
class CountyDesignation:
    """A designation that a county holds, and how sure that is.

    Attributes:
        designation: One of the nation's (`Designation`), or one of a list of the policy's own.
        certainty: How sure it is.
    """

    designation: Label
    certainty: Certainty

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen
class PoorCounty:
    """A county of the list of poor counties.

    Attributes:
        code: Its code when the list was made; its other codes are told by `codes_of`.
        name: Its name.
        roll: Whether the nation or the region listed it.
        exit_year: The year whose notice took it off the list: a fact that ends nothing a plan grants; None where not
            known.
        held: The designations it held.
        exit_certainty: How sure the year is.
    """

    code: str
    name: str
    roll: Roll
    exit_year: CalendarYear | None = None
    held: tuple[CountyDesignation, ...] = attrs.field(default=(), converter=listed)
    exit_certainty: Certainty = Certainty.OFFICIAL

    def __attrs_post_init__(self) -> None:
        check_fields(self, f"poor county {self.code}")
        if not is_digits(self.code, 6):
            expected = "expected a code of 6 digits"
            raise RuleError(Problem(Code.BAD_CODE, "poor county", self.code, expected))


@attrs.frozen
class CountyList:
    """A list of counties that is longer than what of it is known by name, or as long.

    Attributes:
        name: What the list is.
        total: How many counties are on it.
        counties: Those known by name.
        changes: Code changes of its counties that the library does not know of.

    Raises:
        RuleError: A county stands twice, more are named than there are, or changes contradict each other.
    """

    name: Text
    total: Annotated[int, Limits(0)]
    counties: tuple[PoorCounty, ...] = attrs.field(converter=listed)
    changes: tuple[CodeChange, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        where = f"list {self.name.en}"
        problems = clashes(self.changes, where)
        codes = [code for c in self.counties for code in codes_of(c.code, self.changes)]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice or len(self.counties) > self.total:
            problems.append(
                Problem(
                    Code.DUPLICATE if twice else Code.OUT_OF_RANGE,
                    where,
                    twice or len(self.counties),
                    f"expected each county once, {self.total} at most",
                )
            )
        if problems:
            raise RuleError(problems)

    @property
    def unnamed(self) -> int:
        """How many are on the list whose names are not known: an open remainder, never filled."""
        return self.total - len(self.counties)

    def on_roll(self, roll: Roll) -> tuple[PoorCounty, ...]:
        """The named counties that the nation, or the region, listed."""
        return tuple(c for c in self.counties if c.roll is roll)

    def codes(self, designation: Label | None = None) -> tuple[str, ...]:
        """The codes of the named counties, all or those that hold a designation."""
        return tuple(
            county.code
            for county in self.counties
            if designation is None or designation in {held.designation for held in county.held}
        )

    def __getitem__(self, code: str) -> PoorCounty | None:
        """The named county that has this code, or had it, or None: it may still be one of the unnamed."""
        own = set(codes_of(code, self.changes))
        return next((c for c in self.counties if c.code in own), None)
