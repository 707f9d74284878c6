"""Progress as charts: one target's course, or a page of small ones for many places.

They need the extra ``plots``; nothing of it is loaded before a chart is drawn, and nothing is drawn on a shared canvas.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from ..clauses.target import Judgement, Target
from ..values.errors import CallError, Code, Problem
from ..values.text import Lang, Text
from .milestones import pathway
from .progress import Progress
from .report import STATUS, unit_of
from .standing import Status

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

CHINESE_FONTS: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "SimSun",
    "Droid Sans Fallback",
)
"""Fonts with Chinese signs, by the names they are installed under; the first that is found is taken."""

_COLOURS: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.MET: "#1b7837",
        Status.ON_TRACK: "#5aae61",
        Status.BEHIND: "#d6604d",
        Status.MISSED: "#b2182b",
        Status.UNKNOWN: "#777777",
    }
)
_LINES: Final = MappingProxyType(
    {
        "observed": Text("观测值", "observed"),
        "projected": Text("直线推算", "projected"),
        "target": Text("目标", "target"),
    }
)


@attrs.frozen(eq=False)
class Chart:
    """A chart; a notebook shows it by itself.

    Attributes:
        figure: The figure it is drawn on, for whatever else is to be done to it.
    """

    figure: Figure = attrs.field(repr=False)

    def png(self, *, dpi: int = 150) -> bytes:
        """The chart as a PNG image."""
        return self._saved("png", dpi)

    def svg(self) -> str:
        """The chart as SVG, its letters drawn as shapes."""
        return self._saved("svg", 72).decode()

    def _saved(self, form: str, dpi: int) -> bytes:
        stream = io.BytesIO()
        self.figure.savefig(stream, format=form, dpi=dpi, bbox_inches="tight")
        return stream.getvalue()

    def _repr_png_(self) -> bytes:
        return self.png()


def chart(
    progress: Progress,
    *,
    among: Iterable[Target] = (),
    lang: Lang = "zh",
    font: str | os.PathLike[str] | None = None,
    name: str = "",
) -> Chart:
    """The course of one target: what was observed, where the line leads, what is aimed at.

    Args:
        progress: Where the target stands.
        among: All targets of the plan; those on the way to this one are marked as milestones.
        lang: The language of the labels.
        font: A font file for Chinese labels; one that is installed is looked for when left out.
        name: The place's name; its code when left out.

    Raises:
        CallError: The extra is not installed, no font has Chinese signs, or the target is a judgement, which has no
            figures.
    """
    figure = _figure(6.4, 4.0)
    title = f"{progress.target.title(lang)} {name or progress.place}"
    words = _font([title, *(text(lang) for text in _LINES.values())], font)
    axes = figure.subplots()
    _draw(axes, progress, pathway(progress.target, among), lang)
    axes.set_title(title, fontproperties=words)
    if (unit := unit_of(progress)) is not None:
        axes.set_ylabel(unit(lang), fontproperties=words)
    axes.legend(prop=words, frameon=False)
    return Chart(figure)


def small_multiples(
    progress: Iterable[Progress],
    *,
    among: Iterable[Target] = (),
    columns: int = 6,
    names: Mapping[str, str] = MappingProxyType({}),
    lang: Lang = "zh",
    font: str | os.PathLike[str] | None = None,
) -> Chart:
    """A page of small charts, one for each place, on one scale: no map is needed to see who is behind.

    Args:
        progress: Where one target stands, in each place.
        among: All targets of the plan; those on the way are marked as milestones.
        columns: How many charts stand beside each other.
        names: The places' names by their codes; the code itself where there is none.
        lang: The language of the labels.
        font: A font file for Chinese labels; one that is installed is looked for when left out.

    Raises:
        CallError: As for `chart`; or there is nothing to draw, or it is of more than one target.
    """
    drawn = tuple(progress)
    targets = {p.target for p in drawn}
    if len(targets) != 1 or columns < 1:
        expected = (
            "expected the progress of one target in one or more places, and at least one column"
        )
        shown = ", ".join(sorted(t.id for t in targets)) or None
        raise CallError(Problem(Code.WRONG_CALL, "small_multiples", shown, expected))
    path = pathway(drawn[0].target, among)
    titles = [_panel_title(p, names, lang) for p in drawn]
    heading = drawn[0].target.title(lang)
    rows = ceil(len(drawn) / columns)
    figure = _figure(1.7 * columns, 1.5 * rows + 0.6)
    words = _font([heading, *titles], font)
    grid = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
    panels: list[Axes] = list(grid.flatten())
    for panel, p, title in zip(panels, drawn, titles, strict=False):
        _draw(panel, p, path, lang)
        panel.set_title(title, fontproperties=words, fontsize=8, color=_COLOURS[p.status], pad=2)
        panel.tick_params(labelsize=6)
    for panel in panels[len(drawn) :]:
        panel.set_axis_off()
    figure.suptitle(heading, fontproperties=words)
    return Chart(figure)


def _panel_title(p: Progress, names: Mapping[str, str], lang: Lang) -> str:
    return f"{names.get(p.place, p.place)} {STATUS[p.status](lang)}".strip()


def _draw(axes: Axes, p: Progress, path: Sequence[tuple[int, Fraction]], lang: Lang) -> None:
    if isinstance(p.target.aim, Judgement):
        expected = "expected a target with figures; this one is met by a judgement"
        raise CallError(Problem(Code.WRONG_CALL, "chart", p.target.id, expected))
    from matplotlib.ticker import MaxNLocator

    colour = _COLOURS[p.status]
    known = [
        (point.year, float(point.value.value))
        for point in p.points
        if point.value.value is not None
    ]
    axes.plot(
        [year for year, _ in known],
        [value for _, value in known],
        marker="o",
        markersize=3,
        color=colour,
        label=_LINES["observed"](lang),
    )
    for year, low, high in _bars(p):
        axes.plot([year, year], [low, high], color=colour, linewidth=3, alpha=0.5)
    latest = p.latest.value.value if p.latest is not None else None
    if p.latest is not None and latest is not None and p.projected is not None:
        end = p.projected.value
        if end is not None and p.target.due > p.latest.year:
            axes.plot(
                [p.latest.year, p.target.due],
                [float(latest), float(end)],
                linestyle="--",
                color=colour,
                label=_LINES["projected"](lang),
            )
    axes.plot(
        [year for year, _ in path],
        [float(value) for _, value in path],
        marker="D",
        markersize=4,
        linestyle=":",
        color="#333333",
        label=_LINES["target"](lang),
    )
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=4))
    axes.spines[["top", "right"]].set_visible(False)


def _bars(p: Progress) -> Iterator[tuple[int, float, float]]:
    """The values known only between two bounds."""
    for point in p.points:
        low, high = point.value.low, point.value.high
        if point.value.value is None and low is not None and high is not None:
            yield point.year, float(low), float(high)


def _figure(width: float, height: float) -> Figure:
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        expected = "expected matplotlib, which draws charts"
        hint = "it comes with the extra plots: pip install 'jiaoyu_fupin[plots]'"
        raise CallError(Problem(Code.WRONG_CALL, "plots", None, expected, hint)) from None
    return Figure(figsize=(width, height), layout="constrained")


def _font(texts: Iterable[str], font: str | os.PathLike[str] | None) -> FontProperties | None:
    """A font that has all signs of some texts; None where the usual one does.

    Raises:
        CallError: The font that is asked for lacks a sign, or none that is installed has Chinese ones.
    """
    from matplotlib.font_manager import FontProperties, fontManager, get_font

    signs = {ord(sign) for text in texts for sign in text if not sign.isspace()}
    if font is not None:
        problem = None
        try:
            lacking = sorted(signs - set(get_font(Path(font)).get_charmap()))
        except (OSError, RuntimeError):
            problem, lacking = "expected a font file that can be read", []
        if lacking:
            shown = "".join(map(chr, lacking[:8]))
            problem = f"expected a font that has all signs of the labels; it lacks {shown}"
        if problem is not None:
            raise CallError(Problem(Code.WRONG_CALL, "font", str(font), problem))
        return FontProperties(fname=Path(font))
    if all(sign < _FIRST_OF_CJK for sign in signs):
        return None
    installed = {entry.name for entry in fontManager.ttflist}
    for name in CHINESE_FONTS:
        if name in installed:
            return FontProperties(family=name)
    raise CallError(
        Problem(
            Code.WRONG_CALL,
            "font",
            None,
            f"expected a font with Chinese signs; none of these is installed: {', '.join(CHINESE_FONTS)}",
            'install one, name a font file with font=…, or ask for English labels with lang="en"',
        )
    )


_FIRST_OF_CJK: Final = 0x2E80
