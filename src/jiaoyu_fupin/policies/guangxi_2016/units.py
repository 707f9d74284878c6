"""The responsible units that the plan prints, with the other ways in which it prints them."""

from __future__ import annotations

from typing import Final

from ...clauses import Text, Unit

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
