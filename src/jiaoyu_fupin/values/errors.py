"""What can go wrong, said so that whoever reads it can put it right.

A `Problem` is one thing wrong in one place; an exception carries all the problems that were found, not the first.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from enum import Enum

import attrs


class Code(Enum):
    """Stable names of what can be wrong; programs may rely on them."""

    # a cell, a field or a key that does not fit
    WRONG_TYPE = "wrong_type"
    BAD_LABEL = "bad_label"
    BAD_BOOLEAN = "bad_boolean"
    BAD_NUMBER = "bad_number"
    BAD_MONEY = "bad_money"
    BAD_DATE = "bad_date"
    BAD_CODE = "bad_code"
    BAD_TEXT = "bad_text"
    OUT_OF_RANGE = "out_of_range"
    DATE_IN_FUTURE = "date_in_future"
    NO_MARK = "no_mark"  # 无, / or - where empty or 否 is wanted
    REQUIRED = "required"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    # a file or a frame that does not fit
    NOT_A_ROSTER = "not_a_roster"
    BAD_ENCODING = "bad_encoding"
    RAGGED_ROW = "ragged_row"
    DUPLICATE_COLUMN = "duplicate_column"
    TOO_LARGE = "too_large"
    # a call that does not fit
    UNKNOWN_NAME = "unknown_name"
    WRONG_CALL = "wrong_call"
    # a rule or a policy that cannot mean anything
    BAD_RULE = "bad_rule"
    OVERLAP = "overlap"
    # a document that cannot be read back
    BAD_DOCUMENT = "bad_document"
    # a place that is full or fails
    NOT_WRITTEN = "not_written"


class _Withheld(Enum):
    VALUE = "withheld"

    def __repr__(self) -> str:
        return "WITHHELD"


WITHHELD = _Withheld.VALUE
"""Stands for a value that is not shown because it identifies a person."""


@attrs.frozen
class Problem:
    """One thing wrong in one place.

    Attributes:
        code: The stable name of the kind of problem.
        where: The place, in words for both readers, such as ``第 7 行 row 7, 学段 (stage)``.
        value: The value as it was found, or `WITHHELD` where the column identifies a person;
            None where no value is at fault.
        expected: What would have been accepted.
        suggestion: The likeliest remedy; may be empty.
        item: Which of the items that a call was given it is about, counted from 0; None where it is about no
            single one.
    """

    code: Code
    where: str
    value: object
    expected: str
    suggestion: str = ""
    item: int | None = None

    def __str__(self) -> str:
        shown = ""
        if self.value is WITHHELD:
            shown = " (value not shown)"
        elif self.value is not None:
            shown = f" {clip(self.value)}"
        hint = f"; {self.suggestion}" if self.suggestion else ""
        place = f"{self.where}: " if self.where else ""
        return (
            f"[{self.code.value}] {place}{self.expected}, not{shown}{hint}"
            if shown
            else (f"[{self.code.value}] {place}{self.expected}{hint}")
        )


def in_row(file: str, row: int) -> str:
    """A row of a file as the place of a problem; the header is row 1.

    >>> in_row("花名册.csv", 7)
    '花名册.csv, 第 7 行 row 7'
    """
    return f"{file}, 第 {row} 行 row {row}"


class FupinError(ValueError):
    """Base of all errors of this library; `problems` holds everything that was found.

    Its text is one problem a line.
    """

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (
            (problems,) if isinstance(problems, Problem) else tuple(problems)
        )
        super().__init__("\n".join(map(str, self.problems)))


class DataError(FupinError):
    """Facts, cells or documents that do not fit."""


class CallError(FupinError):
    """A call that cannot be carried out: an unknown name, a wrong combination of arguments."""


class OutputError(FupinError):
    """What was worked out could not be written: the place is full, or fails. Neither data nor call are at fault."""


class RuleError(FupinError):
    """A rule or policy that cannot be represented, or contradicts itself."""


_NUMBER_OF_A_PERSON = re.compile(r"[A-Z]?\d{11,}[Xx]?")
"""Digits as long as a telephone or identity number, wherever they turn up."""


def clip(value: object, most: int = 60) -> str:
    """A value as it is shown in a message: quoted, on one line, cut when long."""
    text = value if isinstance(value, str) else repr(value)
    text = _NUMBER_OF_A_PERSON.sub(lambda found: f"{found[0][:3]}…{found[0][-2:]}", text)
    text = text.replace("\r", "␍").replace("\n", "␊")
    text = "".join(sign if sign.isprintable() else "�" for sign in text)
    if len(text) > most:
        text = text[: most - 1] + "…"
    return f"“{text}”" if isinstance(value, str) else text


def nearest(name: str, known: Iterable[str], *, most: int = 3) -> Sequence[str]:
    """The known names that look most like `name`, best first."""
    names = list(known)
    folded = {n.casefold(): n for n in names}
    hits = difflib.get_close_matches(name.casefold(), folded, n=most, cutoff=0.5)
    return [folded[h] for h in hits]


_SHORT_LIST = 8


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A suggestion for a name nobody knows: the nearest ones, or all of a short list."""
    names = sorted(known)
    close = nearest(name, names)
    if close:
        return "did you mean " + " or ".join(close) + "?"
    if 0 < len(names) <= _SHORT_LIST:
        return "known: " + ", ".join(names)
    return ""


def unknown_name(what: str, name: str, known: Iterable[str]) -> Problem:
    """The problem of a name that nothing is known by."""
    return Problem(
        Code.UNKNOWN_NAME, what, name, f"expected a known {what}", did_you_mean(name, known)
    )
