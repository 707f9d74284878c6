"""The printed text of a plan, which the caller has: cut by the plan's own numbering, so that a clause can be quoted.

The library ships no plan. Who has the document hands it in; then a clause's words stand beside what is made of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from ..rules.ast import AtStandard, Const
from ..rules.ast import Printed as PrintedFigure
from ..rules.benefit import Benefit
from ..values.errors import CallError, Code, DataError, Problem
from ..values.text import Text
from .delivery import Delivery
from .measure import Measure
from .policy import Policy
from .quota import Quota
from .tally import Tally
from .target import Budget, Count, Rate, Target

Path_: TypeAlias = tuple[tuple[str, str], ...]
"""A place in a plan: its levels with their numbers, from the part down, such as (("part", "三"), ("item", "5"))."""

LARGEST: Final = 16_000_000
"""So many bytes a plan may have: no plan comes near, and what does is another kind of file."""

_NUMERAL: Final = "[一二三四五六七八九十百]+"
_LEVELS: Final = ("part", "article", "chapter", "section", "item")
_OPENINGS: Final = (
    ("part", re.compile(rf"^.{{0,40}}篇({_NUMERAL})$")),
    ("article", re.compile(rf"^第({_NUMERAL})条")),
    ("chapter", re.compile(rf"^({_NUMERAL})、")),
    ("section", re.compile(rf"^[(（]({_NUMERAL})[)）]")),
    ("item", re.compile(r"^([0-9]+)(?:、|[.\uff0e](?![0-9]))")),
)
_STEP: Final = re.compile(
    rf"篇(?P<part>{_NUMERAL})|第(?P<article>{_NUMERAL})条|[(（](?P<section>{_NUMERAL})[)）]"
    rf"|(?P<chapter>{_NUMERAL})|(?P<item>[0-9]+)(?:[–—-](?P<last>[0-9]+))?"
)
_PARAGRAPH: Final = re.compile(rf"^第({_NUMERAL})款$")
_LINE_ENDS: Final = re.compile("\r\n|\r|\n")  # as an editor counts them
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # signs that could steer a terminal
_YEAR: Final = re.compile(r"^[12][0-9]{3}$")
_BY_YEAR: Final = re.compile(r"到[12][0-9]{3}年")
_SENTENCE: Final = re.compile(r"[^。；;]*[。；;]|[^。；;]+$")
_FIGURE: Final = re.compile(r"([0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)\s*(万|亿)?")
_WORDED: Final = re.compile("[一二两三四五六七八九十]+")
_UNITS: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
_DIGITS: Final = {sign: k for k, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


@attrs.frozen
class Passage:
    """Words of a plan as they are printed.

    Attributes:
        text: The words; paragraphs are parted by a line break.
        lines: The first and the last line of the file they stand on, counted from 1.
    """

    text: str = attrs.field(repr=False)
    lines: tuple[int, int]


@attrs.frozen
class _Piece:
    """A numbered piece of a plan, or what stands before the first number: its own lines, not those of pieces below."""

    at: Path_
    lines: tuple[tuple[int, str], ...]


@attrs.frozen
class PlanText:
    """The text of one plan or several, cut by their own numbering.

    Attributes:
        name: The file's name.
        pieces: Its numbered pieces in order.
    """

    name: str
    pieces: tuple[_Piece, ...] = attrs.field(repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The numbers that come more than once: which of the places is meant cannot be told, so none is quoted."""
        places: dict[Path_, list[int]] = {}
        for piece in self.pieces:
            if piece.at and piece.at[-1][0] != "opening":
                places.setdefault(piece.at, []).append(piece.lines[0][0])
        expected = "expected each clause number once"
        return tuple(
            Problem(
                Code.DUPLICATE,
                f"{self.name}, lines {', '.join(map(str, at))}",
                _shown(path),
                expected,
            )
            for path, at in places.items()
            if len(at) > 1
        )

    def passage(self, at: str) -> Passage | None:
        """What is printed at a place; None where there is no such place, or more than one.

        Args:
            at: The place as a measure gives it, such as 篇三 三(二)5, 第一条, 篇一 引言 or 篇一 二(三)1 第二款. Words
                after it narrow it down to the sentences that hold them, a year to what is to be reached by then.
        """
        first, *words = at.split()
        steps = _steps(first)
        if steps is None:
            return None
        if words and (more := _steps(words[0])) is not None and not _YEAR.match(words[0]):
            steps, words = (*steps, *more), words[1:]
        parted = any(piece.at[0][0] == "part" for piece in self.pieces if piece.at)
        if not parted:  # the file holds one plan
            steps = tuple(step for step in steps if step[0] != "part")
        return self._found(steps, words)

    def _found(
        self, steps: tuple[tuple[str, str, str], ...], words: Sequence[str]
    ) -> Passage | None:
        path = tuple((level, number) for level, number, _ in steps)
        last = steps[-1][2] if steps else ""
        opening = bool(words) and words[0] in {"引言", "目标"}
        if last:
            ends = range(int(steps[-1][1]), int(last) + 1)
            paths = [(*path[:-1], ("item", str(k))) for k in ends]
        else:
            paths = [(*path, ("opening", ""))] if opening else [path]
        lines: list[tuple[int, str]] = []
        places = Counter(piece.at for piece in self.pieces)
        for one in paths:
            if one not in places or any(places[one[:k]] > 1 for k in range(1, len(one) + 1)):
                return None
            below = [p for p in self.pieces if p.at[: len(one)] == one]
            lines += [line for piece in below for line in piece.lines]
        for word in words[opening:]:
            lines = _narrowed(lines, word)
        if not lines:
            return None
        return Passage("\n".join(text for _, text in lines), (lines[0][0], lines[-1][0]))

    def of(self, measure: Measure) -> Passage | None:
        """What is printed of a clause; None where it cannot be found, or its number comes twice."""
        return self.passage(measure.at)

    def differing(self, measure: Measure) -> tuple[Decimal, ...]:
        """The figures that the library declares of a clause and its printed words do not hold.

        Where the library knows the words to be damaged, it is its reading of them that counts.
        """
        found = self.of(measure)
        if found is None:
            return ()
        text = found.text
        for defect in measure.defects:
            if defect.reading is not None:
                text += f"\n{defect.reading}"
        printed = figures_in(text)
        if "全" in text:  # all of them: a hundred in a hundred
            printed |= {Decimal(100).normalize()}
        return tuple(f for f in dict.fromkeys(declared(measure)) if f not in printed)

    def belongs_to(self, policy: Policy) -> bool:
        """Whether it is the text of a policy's plan: most of the figures that the library has of it are there."""
        figures = [(m, frozenset(declared(m))) for m in policy.measures]
        held = sum(len(f) - len(self.differing(m)) for m, f in figures if self.of(m) is not None)
        if any(f for _, f in figures):
            return 2 * held > sum(len(f) for _, f in figures)
        return any(self.of(m) is not None for m in policy.measures)

    def check(self, policy: Policy) -> tuple[Problem, ...]:
        """What does not fit between the text and a policy: another plan's text, lost clauses, figures that differ."""
        if not self.belongs_to(policy):
            expected = f"expected the text of the plan that {policy.id} was made from"
            return (*self.problems, Problem(Code.CONFLICT, self.name, None, expected))
        problems = list(self.problems)
        for measure in policy.measures:
            where = f"{self.name}, {measure.id}"
            if self.of(measure) is None:
                expected = "expected a clause that is found once in the text"
                problems.append(Problem(Code.REQUIRED, where, measure.at, expected))
            problems += [
                Problem(Code.CONFLICT, where, f"{f:f}", "expected the figure in the printed clause")
                for f in self.differing(measure)
            ]
        return tuple(problems)

    def said(self, measure: Measure) -> tuple[Text, ...]:
        """What a reader is told of a clause: the printed words with their place, and what does not fit them."""
        found = self.of(measure)
        if found is None:
            return (_LOST.filled(file=self.name, at=measure.at),)
        low, high = found.lines
        at = _LINE.filled(line=low) if low == high else _LINES.filled(low=low, high=high)
        differing = self.differing(measure)
        return (
            _PRINTED.filled(file=self.name, at=at, words=found.text.replace("\n", " ")),
            *(_DIFFERS.filled(figure=f"{figure:,f}") for figure in differing),
        )


_LINE = Text("第{line}行", "line {line}")
_LINES = Text("第{low}—{high}行", "lines {low} to {high}")
_PRINTED = Text("原文（{file}，{at}）：「{words}」", "as printed ({file}, {at}): 「{words}」")
_LOST = Text(
    "所给原文 {file} 中找不到{at}，或该编号出现不止一次，故不引原文。",
    "{at} is not found in {file}, or its number comes more than once, so nothing is quoted.",
)
_DIFFERS = Text(
    "核对：本库此条记为{figure}，所给原文此处没有这个数（由推算或所依据的文件得出的，或两者不同）。",
    "Check: the library has {figure} here, which the printed words do not hold (worked out, out of a document that the"
    " clause rests on, or different).",
)


def read_source(path: str | Path, *, encoding: str = "utf-8") -> PlanText:
    """The text of a plan, cut by its own numbering: 篇一, 一、, (一), 1. or 第一条 at the beginning of a line.

    Args:
        path: A text file.
        encoding: How it is written: utf-8, with or without a mark, or gb18030.

    Raises:
        CallError: There is no such file, or no such encoding.
        DataError: It is no text in that encoding, is too large, or has no numbered clause.
    """
    file = Path(path)
    if encoding.lower().replace("_", "-") not in {"utf-8", "utf8", "gb18030"}:
        expected = "expected utf-8 or gb18030"
        raise CallError(Problem(Code.WRONG_CALL, "encoding", encoding, expected))
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except (OSError, ValueError):
        expected = "expected a file that can be read"
        raise CallError(Problem(Code.WRONG_CALL, "source", str(path), expected)) from None
    if len(raw) > LARGEST:
        expected = f"expected at most {LARGEST} bytes"
        raise DataError(Problem(Code.TOO_LARGE, file.name, None, expected))
    try:
        text = raw.decode("utf-8-sig" if encoding.lower().startswith("utf") else "gb18030")
    except UnicodeDecodeError as error:
        expected = f"expected text in {encoding}; byte {error.start + 1} is not"
        hint = "save it as plain text in UTF-8, or say the encoding"
        raise DataError(Problem(Code.BAD_ENCODING, file.name, None, expected, hint)) from None
    pieces = tuple(_cut(text))
    if not any(level != "opening" for piece in pieces for level, _ in piece.at):
        expected = "expected a plan with numbered clauses: 一、, (一), 1. or 第一条 at the beginning of a line"
        raise DataError(Problem(Code.BAD_DOCUMENT, file.name, None, expected))
    return PlanText(file.name, pieces)


def declared(measure: Measure) -> Iterator[Decimal]:
    """The figures that the library has of a clause: amounts, thresholds, counts; nought and one aside."""
    for effect in measure.effects:
        for figure in _figures(effect):
            if figure is not None and figure > 1:
                yield Decimal(figure).normalize()


def _figures(effect: object) -> Iterator[Decimal | int | None]:
    match effect:
        case Benefit():
            yield from _consts(effect.amount)
        case Target(aim=Rate() as aim):
            yield Decimal(aim.at_least.numerator) / aim.at_least.denominator
        case Target(aim=Count() | Budget() as aim):
            yield aim.at_least
        case Quota():
            yield from (effect.low, effect.high)
        case Delivery():
            yield from (effect.count, effect.yuan, effect.reached)
        case Tally():
            yield effect.total
        case _:
            return


def _consts(value: Any) -> Iterator[Decimal]:
    """The constants of an amount as it is printed."""
    match value:
        case Const():
            yield value.value
        case PrintedFigure():
            yield from _consts(value.figure)
        case AtStandard():
            return  # the figure is another document's
        case tuple():
            for item in value:
                yield from _consts(item)
        case _ if attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                yield from _consts(getattr(value, field.name))
        case _:
            return


def figures_in(text: str) -> frozenset[Decimal]:
    """The figures in a text: with digits, 万 and 亿 reckoned in, and those from one to ninety-nine in words.

    >>> sorted(map(int, figures_in("每年1,250元，两次，共12万元")))
    [2, 1250, 120000]
    """
    found = {
        (Decimal(re.sub("[,，]", "", digits)) * _UNITS[unit]).normalize()
        for digits, unit in _FIGURE.findall(text)
    }
    worded = (_worded(signs) for signs in _WORDED.findall(text))
    return frozenset(found | {Decimal(n).normalize() for n in worded if n is not None})


def _worded(signs: str) -> int | None:
    tens, ten, ones = signs.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return None
    if not ten:
        return _DIGITS[tens]
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)


def _cut(text: str) -> Iterator[_Piece]:
    at: Path_ = ()
    opening: Path_ = (("opening", ""),)
    lines: list[tuple[int, str]] = []
    here: Path_ = opening
    for number, raw in enumerate(_LINE_ENDS.split(text), 1):
        line = "".join(" " if unicodedata.category(c) in _UNSHOWN else c for c in raw).strip()
        if not line:
            continue
        opened = next(((level, m[1]) for level, form in _OPENINGS if (m := form.match(line))), None)
        if opened is not None:
            if lines:
                yield _Piece(here, tuple(lines))
            level, lines = _LEVELS.index(opened[0]), []
            above = tuple(step for step in at if _LEVELS.index(step[0]) < level)
            at = here = (*above, opened)
            if opened[0] == "part":  # what follows its heading is the plan's opening
                yield _Piece(at, ((number, line),))
                here = (*at, ("opening", ""))
                continue
        lines.append((number, line))
    if lines:
        yield _Piece(here, tuple(lines))


def _steps(written: str) -> tuple[tuple[str, str, str], ...] | None:
    """A place's levels with their numbers, and the last of several items; None where it is no numbering."""
    steps, end = [], 0
    while end < len(written):
        step = _STEP.match(written, end)
        if step is None:
            return None
        level = next(name for name in _LEVELS if step[name] is not None)
        steps.append((level, step[level], step["last"] or ""))
        end = step.end()
    return tuple(steps)


def _narrowed(lines: list[tuple[int, str]], word: str) -> list[tuple[int, str]]:
    """The paragraph of a number, what is to be reached by a year, or the sentences that hold a word."""
    if (paragraph := _PARAGRAPH.match(word)) is not None:
        place = _worded(paragraph[1])
        return lines[place - 1 : place] if place is not None else []
    kept = []
    for number, line in lines:
        sentences = _SENTENCE.findall(line)
        by_year = _YEAR.match(word) is not None
        held = [*_by_year(sentences, word)] if by_year else [s for s in sentences if word in s]
        if held:
            kept.append((number, "".join(held)))
    return kept


def _by_year(sentences: Sequence[str], year: str) -> Iterator[str]:
    """The sentences from the one that says “by the year” up to the one that says another."""
    inside = False
    for sentence in sentences:
        if (said := _BY_YEAR.search(sentence)) is not None:
            inside = said[0] == f"到{year}年"
        if inside:
            yield sentence


def _shown(path: Path_) -> str:
    forms = {
        "part": "篇{}",
        "article": "第{}条",
        "chapter": "{}、",
        "section": "({})",
        "item": "{}.",
    }
    return " ".join(forms[level].format(number) for level, number in path if level in forms)
