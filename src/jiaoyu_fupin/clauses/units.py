"""Responsible units: one table of the ways in which one unit is printed."""

from __future__ import annotations

from typing import Final

import attrs

from ..values.errors import CallError, unknown_name
from ..values.fields import check_fields, listed
from ..values.text import Text


@attrs.frozen
class Unit:
    """A unit that plans make responsible.

    Attributes:
        name: What it is called.
        aliases: The other ways in which plans print it.
    """

    name: Text
    aliases: tuple[str, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def written(self) -> tuple[str, ...]:
        """All ways in which it is printed."""
        return (self.name.zh, *self.aliases)

    def as_printed(self, printed: str) -> Text:
        """Its name where a plan prints it in one of these ways; the Chinese is what is printed."""
        return attrs.evolve(self.name, zh=printed)


UNITS: Final = (
    Unit(Text("教育厅", "education department"), ("自治区教育厅",)),
    Unit(Text("财政厅", "finance department")),
    Unit(Text("国土资源厅", "land and resources department")),
    Unit(Text("住房城乡建设厅", "housing and construction department"), ("自治区住房城乡建设厅",)),
    Unit(Text("人力资源社会保障厅", "human resources and social security department")),
    Unit(Text("扶贫办", "poverty relief office"), ("自治区扶贫办",)),
    Unit(Text("编办", "staffing office"), ("自治区编办",)),
    Unit(Text("发展改革委", "development and reform commission")),
    Unit(Text("民委", "ethnic affairs commission")),
    Unit(Text("文化厅", "culture department")),
    Unit(Text("残联", "disabled persons' federation")),
    Unit(Text("团区委", "regional Youth League committee")),
    Unit(
        Text(
            "工业和信息化委等行业主管部门",
            "industry and information commission with other industry authorities",
        )
    ),
    Unit(Text("各市、县人民政府", "people's governments of cities and counties")),
    Unit(Text("各市人民政府", "people's governments of cities")),
    Unit(Text("各县人民政府", "people's governments of counties")),
    Unit(Text("全区各高校", "all universities of the region")),
)
"""Every unit that a plan prints behind a clause; cities, counties, and both together are three entries, as printed."""

_BY_WORD: Final = {word: unit for unit in UNITS for word in unit.written}


def unit_of(printed: str) -> Unit:
    """The unit that is printed so.

    Raises:
        CallError: No plan prints such a unit; the nearest ones are named.
    """
    found = _BY_WORD.get(printed)
    if found is None:
        raise CallError(unknown_name("unit", str(printed), _BY_WORD))
    return found
