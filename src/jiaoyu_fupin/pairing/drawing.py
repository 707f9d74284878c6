"""A drawing of a county's tiers: its schools level by level, and who helps whom among them on a day."""

from __future__ import annotations

import datetime
import html
from typing import Final

import attrs
import pendulum

from ..clauses.pairing import Party
from ..people.labels import SchoolLevel
from ..places import newest
from ..values.given import code_given, day_given, require
from ..values.terms import as_date
from .link import HEIGHTS, PairingLink, masked_id
from .member import Member
from .network import Network

_ROW, _COLUMN, _MARGIN, _BOX = 34, 220, 20, 150
_TIP: Final = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
    ' orient="auto"><path d="M0,0L8,4L0,8z" fill="#555"/></marker></defs>'
)
_UNPLACED: Final = "层级不详 level unknown"


@attrs.frozen
class TierDrawing:
    """A county's schools in a column for each level, with an arrow for each link that holds on a day.

    An arrow is drawn whole where both ends are there on the day, and broken where one is not known or has gone. A
    school from outside the county is drawn when it helps one inside. Ids are masked.

    Attributes:
        network: The network.
        county: The county's code; older and newer codes are one county.
        on: The day.
    """

    network: Network = attrs.field(repr=False)
    county: str
    on: pendulum.Date = attrs.field(converter=as_date)

    def svg(self) -> str:
        """The drawing as SVG, complete in itself."""
        links = self._links()
        columns = self._columns(links)
        places = {
            key: (_MARGIN + _COLUMN * x, 2 * _MARGIN + _ROW * (y + 1))
            for x, (_, keys) in enumerate(columns)
            for y, key in enumerate(keys)
        }
        height = 3 * _MARGIN + _ROW * (1 + max((len(keys) for _, keys in columns), default=0))
        width = 2 * _MARGIN + _COLUMN * max(len(columns), 1)
        title = html.escape(f"{self.county} {self.on}")
        parts = [
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
                f' font-size="12" font-family="sans-serif"><title>{title}</title>{_TIP}'
            )
        ]
        parts += [
            f'<text x="{_MARGIN + _COLUMN * x}" y="{_MARGIN + 8}" font-weight="bold">{html.escape(name)}</text>'
            for x, (name, _) in enumerate(columns)
        ]
        parts += [
            _arrow(places[k.helper.id], places[k.recipient.id], whole=self._stands(k))
            for k in links
        ]
        parts += [_box(*places[key], masked_id(key)) for _, keys in columns for key in keys]
        return "".join((*parts, "</svg>"))

    def _repr_svg_(self) -> str:
        return self.svg()

    def _stands(self, link: PairingLink) -> bool:
        standing = self.network.standing(link)
        return standing is not None and standing.holds(self.on)

    def _inside(self, member: Member | None) -> bool:
        place = None if member is None else member.county_now
        return place is not None and place == newest(self.county, self.network.county_changes)

    def _links(self) -> tuple[PairingLink, ...]:
        return tuple(
            link
            for link in self.network.on(self.on)
            if link.helper.party is link.recipient.party is Party.SCHOOL
            and self._inside(self.network.member(link.recipient))
        )

    def _columns(self, links: tuple[PairingLink, ...]) -> list[tuple[str, list[str]]]:
        """The levels that there are, highest first, with the ids of their schools."""
        level: dict[str, SchoolLevel | None] = {
            m.id: m.level
            for m in self.network.members
            if m.party is Party.SCHOOL and self._inside(m) and m.life.holds(self.on)
        }
        for link in links:
            for partner in (link.helper, link.recipient):
                member = self.network.member(partner)
                own = None if member is None else member.level
                level[partner.id] = own or partner.level
        columns = [
            (at.text.abreast, [id_ for id_, own in level.items() if own is at])
            for at in sorted(HEIGHTS, key=lambda at: -HEIGHTS[at])
        ]
        columns.append((_UNPLACED, [id_ for id_, own in level.items() if own is None]))
        return [(name, ids) for name, ids in columns if ids]


def draw_tiers(network: Network, county: str, on: datetime.date) -> TierDrawing:
    """A county's tiers on a day; a notebook shows it as a picture.

    Raises:
        CallError: It is no network, no county's code or no calendar date.
    """
    require(network=(network, Network))
    return TierDrawing(network, code_given("county", county, 6), day_given("on", on))


def _arrow(start: tuple[int, int], end: tuple[int, int], *, whole: bool) -> str:
    dashes = "" if whole else ' stroke-dasharray="4 3"'
    return (
        f'<line x1="{start[0] + _BOX}" y1="{start[1] - 4}" x2="{end[0]}" y2="{end[1] - 4}"'
        f' stroke="#555"{dashes} marker-end="url(#tip)"/>'
    )


def _box(x: int, y: int, text: str) -> str:
    return (
        f'<rect x="{x}" y="{y - 18}" width="{_BOX}" height="26" rx="4" fill="#eef3f8" stroke="#89a"/>'
        f'<text x="{x + 8}" y="{y}">{html.escape(text)}</text>'
    )
