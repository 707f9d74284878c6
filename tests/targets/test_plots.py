"""Charts: what is drawn, in a font that has the signs or with a clear word that none has."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pendulum
import pytest

from jiaoyu_fupin import CallError, Observation, Progress, Scope, progress, progress_everywhere
from jiaoyu_fupin.targets import plots
from jiaoyu_fupin.targets.plots import CHINESE_FONTS, chart, small_multiples
from jiaoyu_fupin.values.ranges import Range
from support.progress_cases import COMPLETION, GUANGXI, KINDERGARTENS, observed

importlib.import_module("matplotlib")  # the charts are tested, not skipped

LAST = GUANGXI[4]
ON = pendulum.date(2018, 12, 31)


def standing() -> Progress:
    found = observed(COMPLETION, {2016: "88.4", 2018: "89.8"}, scope=Scope.POOR_AREAS)
    return progress(LAST, found, on=ON)


def data_of(line: Any) -> list[tuple[float, float]]:
    return [(float(x), round(float(y), 6)) for x, y in zip(*line.get_data(), strict=True)]


@pytest.fixture
def font(tmp_path: Path) -> Path:
    """A font with an empty outline for every sign of the labels."""
    builder: Any = importlib.import_module("fontTools.fontBuilder")
    pen: Any = importlib.import_module("fontTools.pens.ttGlyphPen")
    signs = sorted(
        {ord(s) for t in plots._LINES.values() for s in t.zh + t.en} | set(range(32, 127))
    )
    signs += sorted({ord(s) for s in LAST.title.zh + "落后按此进度可达到不明"} - set(signs))
    names = {sign: f"uni{sign:04X}" for sign in signs}
    order = [".notdef", *names.values()]
    made = builder.FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(names)
    made.setupGlyf({name: pen.TTGlyphPen(None).glyph() for name in order})
    made.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Made Up", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    path = tmp_path / "made-up.ttf"
    made.save(path)
    return path


def test_a_chart_shows_the_observed_the_projected_and_the_target() -> None:
    (axes,) = chart(standing(), among=GUANGXI, lang="en").figure.axes
    drawn = {str(line.get_label()): data_of(line) for line in axes.lines}
    assert set(drawn) == {"observed", "projected", "target"}
    assert drawn["observed"] == [(2016, 88.4), (2018, 89.8)]
    assert drawn["projected"] == [(2018, 89.8), (2020, 91.2)]
    assert drawn["target"] == [(2017, 90), (2020, 92)]
    assert axes.get_ylabel() == "%"


def test_values_known_in_part_are_bars() -> None:
    found = [
        Observation(
            indicator=COMPLETION,
            place="450123",
            year=2018,
            value=Range(88, 91),
            scope=Scope.POOR_AREAS,
        )
    ]
    (axes,) = chart(progress(LAST, found, on=ON), lang="en").figure.axes
    assert [data_of(line) for line in axes.lines] == [
        [],
        [(2018, 88), (2018, 91)],
        [(2020, 92)],
    ]


def test_a_page_of_small_charts_has_one_for_each_place() -> None:
    found = [
        o
        for k in range(8)
        for o in observed(
            COMPLETION, {2016: 85 + k, 2018: 86 + k}, f"4501{k:02}", scope=Scope.POOR_AREAS
        )
    ]
    page = small_multiples(
        progress_everywhere([LAST], found, on=ON), columns=3, lang="en", names={"450100": "A"}
    )
    titles = [axes.get_title() for axes in page.figure.axes]
    # 86 to 93 in 2018 and half a point a year: 91 reaches 92 in 2020, 92 and 93 are there
    assert titles == [
        "A behind",
        *(f"4501{k:02} behind" for k in range(1, 5)),
        "450105 on track",
        "450106 met",
        "450107 met",
        "",
    ]
    assert page.png().startswith(b"\x89PNG")
    assert "<svg" in page.svg()
    assert page._repr_png_().startswith(b"\x89PNG")


def test_chinese_labels_in_a_font_that_has_them(font: Path) -> None:
    drawn = chart(standing(), font=font)
    (axes,) = drawn.figure.axes
    assert axes.get_title() == "九年义务教育巩固率 450123"
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [  # type: ignore[union-attr]
        "观测值",
        "直线推算",
        "目标",
    ]
    assert drawn.png().startswith(
        b"\x89PNG"
    )  # a sign that is lacking would be a warning, and so an error
    with pytest.raises(CallError, match=r"lacks .*县"):
        chart(standing(), font=font, name="某县")


def test_without_a_chinese_font_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    font_manager: Any = importlib.import_module("matplotlib.font_manager")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    with pytest.raises(CallError) as caught:
        chart(standing())
    (problem,) = caught.value.problems
    assert all(name in problem.expected for name in CHINESE_FONTS)
    assert 'lang="en"' in problem.suggestion


def test_an_installed_chinese_font_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    font_manager: Any = importlib.import_module("matplotlib.font_manager")
    entry = font_manager.FontEntry(name="SimHei")
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [entry])
    found = plots._font(["目标"], None)
    assert found is not None
    assert found.get_family() == ["SimHei"]
    assert plots._font(["target"], None) is None


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: small_multiples([]), "one or more places"),
        (lambda: small_multiples([standing()], columns=0), "at least one column"),
        (
            lambda: chart(progress(KINDERGARTENS, [], on=ON), lang="en"),
            "met by a judgement",
        ),
        (lambda: chart(standing(), font="no-such.ttf"), "that can be read"),
    ],
    ids=["nothing", "no column", "judgement", "no font"],
)
def test_what_cannot_be_drawn(call: Any, named: str) -> None:
    with pytest.raises(CallError, match=named):
        call()


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(CallError, match=r"jiaoyu_fupin\[plots\]"):
        chart(standing(), lang="en")


def test_nothing_is_loaded_before_a_chart_is_drawn() -> None:
    code = "import jiaoyu_fupin.targets.plots, sys; print('matplotlib' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
