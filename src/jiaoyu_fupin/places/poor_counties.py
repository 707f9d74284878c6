"""Guangxi's 54 poor counties: those known by name, their designations, the year each left the list."""

from __future__ import annotations

import re
from typing import Annotated, Final

import attrs

from ..values.certainty import Certainty
from ..values.errors import Code, Problem, RuleError
from ..values.fields import Limits, check_fields, listed
from ..values.label import Label
from ..values.text import Text
from .coordinates import CalendarYear
from .territories import Territory, codes_of


class Roll(Label):
    """名册"""

    NATIONAL = "national", "国家级"
    REGIONAL = "regional", "自治区级"


class Designation(Label):
    """贫困县称谓"""

    KEY = "key", "国家扶贫开发工作重点县"
    AREA = "area", "滇桂黔石漠化片区县"
    REGIONAL_KEY = "regional_key", "自治区扶贫开发工作重点县"
    KEY_OR_SKYLIGHT = "key_or_skylight", "自治区重点县或“天窗县”（通知将两者并列）"
    TREATED_AS_KEY = "treated_as_key", "享受国家扶贫开发工作重点县待遇县"


@attrs.frozen
class Held:
    """A designation that a county holds, and how sure that is."""

    designation: Designation
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
        exit_year: The year whose notice took it off the list: a fact that ends nothing a plan grants.
        held: The designations it held.
        exit_certainty: How sure the year is.
    """

    code: str
    name: str
    roll: Roll
    exit_year: CalendarYear
    held: tuple[Held, ...] = attrs.field(converter=listed)
    exit_certainty: Certainty = Certainty.OFFICIAL

    def __attrs_post_init__(self) -> None:
        check_fields(self, f"poor county {self.code}")
        if not re.fullmatch(r"\d{6}", self.code, re.ASCII):
            expected = "expected a code of 6 digits"
            raise RuleError(Problem(Code.BAD_CODE, "poor county", self.code, expected))


@attrs.frozen
class CountyList:
    """A list of counties that is longer than what of it is known by name.

    Attributes:
        name: What the list is.
        total: How many counties are on it.
        counties: Those known by name.

    Raises:
        RuleError: A county stands twice, or more are named than there are.
    """

    name: Text
    total: Annotated[int, Limits(0)]
    counties: tuple[PoorCounty, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        codes = [code for county in self.counties for code in codes_of(county.code)]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice or len(self.counties) > self.total:
            raise RuleError(
                Problem(
                    Code.DUPLICATE if twice else Code.OUT_OF_RANGE,
                    f"list {self.name.en}",
                    twice or len(self.counties),
                    f"expected each county once, {self.total} at most",
                )
            )

    @property
    def unnamed(self) -> int:
        """How many are on the list whose names are not known: an open remainder, never filled."""
        return self.total - len(self.counties)

    def of(self, roll: Roll) -> tuple[PoorCounty, ...]:
        """The named counties that the nation, or the region, listed."""
        return tuple(c for c in self.counties if c.roll is roll)

    def __getitem__(self, code: str) -> PoorCounty | None:
        """The named county that has this code, or had it, or None: it may still be one of the unnamed."""
        own = set(codes_of(code))
        return next((c for c in self.counties if c.code in own), None)


_KEY_AND_AREA: Final = (
    Held(Designation.KEY, Certainty.OFFICIAL),
    Held(Designation.AREA, Certainty.BACKGROUND),
)
_SHANGLIN: Final = (
    # the list that is known names 27 and skips a number, which can only be this county's
    Held(Designation.KEY, Certainty.MIRROR),
    Held(Designation.AREA, Certainty.BACKGROUND),
)
_ONLY_KEY: Final = (Held(Designation.KEY, Certainty.OFFICIAL),)
_ONLY_AREA: Final = (Held(Designation.AREA, Certainty.DERIVED),)
_REGIONAL: Final = (Held(Designation.REGIONAL_KEY, Certainty.DERIVED),)
_KEY_OR_SKYLIGHT: Final = (Held(Designation.KEY_OR_SKYLIGHT, Certainty.OFFICIAL),)
_TREATED_AS_KEY: Final = (Held(Designation.TREATED_AS_KEY, Certainty.OFFICIAL),)

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


GUANGXI_POOR_COUNTIES: Final = Territory(
    Text("广西54个贫困县中已知名称的50个", "the 50 of Guangxi's 54 poor counties known by name"),
    tuple(county.code for county in GUANGXI_54.counties),
)
"""An open list: a county that is not on it may still be one of the four. For a plan's whole life it stays as it is."""
