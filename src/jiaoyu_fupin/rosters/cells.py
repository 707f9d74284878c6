"""From a cell to a value: what the text or the typed value of one cell says of one fact.

Nothing is repaired but white space at the ends. Functions are pure and know no place in a file.
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from ..people.fact import FactSpec, Kind
from ..values.errors import WITHHELD, Code, Problem, did_you_mean
from ..values.label import Label
from ..values.money import MOST_YUAN
from ..values.plain import is_digits
from ..values.terms import FIRST_BIRTH_YEAR, as_date, parse_date
from .aliases import ALIASES, AMBIGUOUS, FLAG_WORDS

UNKNOWN_WORDS: Final = frozenset({"", "不详", "未知", "待核"})
"""Cells that say the fact is not known."""

NO_MARKS: Final = frozenset({"无", "/", "-", "／", "－", "—", "–", "−", "--", "——"})
"""Cells that may mean no, none or unknown; they are errors."""

TICK: Final = "√"

_FLAGS: Final[Mapping[str, bool]] = {
    "是": True,
    "否": False,
    TICK: True,
    "true": True,
    "false": False,
    "1": True,
    "0": False,
}
_PRESENCE: Final[Mapping[str, bool]] = {"有": True, "无": False}
_ASKS_PRESENCE: Final = "是否有"

_SPREADSHEET_ERROR: Final = re.compile(r"#(?:N/A|GETTING_DATA|[A-Z][A-Z0-9_/]{0,20}[!?]|#{0,300})")
_CUT_NUMBER: Final = re.compile(r"\d(\.\d+)?[Ee]\+\d+", re.ASCII)
_WHOLE: Final = re.compile(r"-?\d+", re.ASCII)
_MONEY: Final = re.compile(r"\d+(\.\d{1,2})?", re.ASCII)
_LOOSE_DATE: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_EXACT_DIGITS: Final = 15
"""A spreadsheet keeps no more digits of a number than these."""


@attrs.frozen
class Fault:
    """What is wrong with a cell, before its place is known."""

    code: Code
    expected: str
    hint: str | Callable[[], str] = ""
    """What to do, or how to find out: looking for a word that is near takes its time, and not every fault is shown."""

    @property
    def suggestion(self) -> str:
        """The likeliest remedy; may be empty."""
        return self.hint if isinstance(self.hint, str) else self.hint()

    def at(self, where: str, value: object, *, identity: bool) -> Problem:
        """The problem of a cell in its place; a value that identifies a person is withheld."""
        shown = WITHHELD if identity and value is not None else value
        return Problem(self.code, where, shown, self.expected, self.suggestion)


Value: TypeAlias = "bool | Label | int | Decimal | datetime.date | str"


def parse(
    text: str, spec: FactSpec, *, header: str = "", on: datetime.date | None = None
) -> Value | Fault | None:
    """The value that a cell's text has for a fact; None for unknown, a `Fault` where it fits nothing.

    Args:
        text: The cell as written; white space at its ends does not count.
        spec: The fact.
        header: The column's header as written: 有 and 无 are answers only to 是否有….
        on: The assessment date; a date that has to be past may not lie after it.
    """
    cell = text.strip()
    if cell in UNKNOWN_WORDS:
        return None
    value = _value(cell, spec, header, on)
    # last, for under 是否有 and in a policy's own labels 无 is an answer
    return _no_mark(spec) if isinstance(value, Fault) and cell in NO_MARKS else value


def _value(cell: str, spec: FactSpec, header: str, on: datetime.date | None) -> Value | Fault:
    match spec.kind:
        case Kind.FLAG:
            return _flag(cell, spec, header)
        case Kind.LABEL:
            return _label(cell, spec)
        case Kind.WHOLE:
            return _whole(cell, spec)
        case Kind.MONEY:
            return _money(cell, spec)
        case Kind.DATE:
            return _date(cell, spec, on)
        case Kind.CODE:
            return _code(cell, spec)
        case Kind.WORDS:
            return _words(cell, spec)


def parse_typed(
    value: object, spec: FactSpec, *, header: str = "", on: datetime.date | None = None
) -> Value | Fault | None:
    """The same for a cell that may hold more than text: a number, a date or a truth value of a typed table."""
    match value:
        case None:
            return None
        case str():
            return parse(value, spec, header=header, on=on)
        case bool():
            return value if spec.kind is Kind.FLAG else _fault(spec, Code.WRONG_TYPE)
        case int():
            return parse(str(value), spec, header=header, on=on)
        case Decimal() if value.is_finite():
            plain = value.normalize()
            return parse(f"{plain:f}", spec, header=header, on=on)
        case float() if math.isfinite(value) and abs(value) < 10**_EXACT_DIGITS:
            plain_text = str(int(value)) if value.is_integer() else repr(value)
            return parse(plain_text, spec, header=header, on=on)
        case float() if spec.kind in {Kind.WORDS, Kind.CODE}:
            hint = f"a number cell keeps {_EXACT_DIGITS} digits: store the column as text"
            return _fault(spec, Code.WRONG_TYPE, hint)
        case datetime.datetime():
            midnight = value.time() == datetime.time()
            return (
                parse_typed(value.date(), spec, on=on)
                if midnight
                else _fault(spec, Code.WRONG_TYPE)
            )
        case datetime.date():
            fits = spec.kind is Kind.DATE
            return (
                _in_time(value, spec, on)
                if fits
                else _fault(spec, Code.WRONG_TYPE, "it is a date cell")
            )
        case _:
            return _fault(spec, _CODES[spec.kind], "leave the cell empty for unknown")


_CODES: Final[Mapping[Kind, Code]] = {
    Kind.FLAG: Code.BAD_BOOLEAN,
    Kind.LABEL: Code.BAD_LABEL,
    Kind.WHOLE: Code.BAD_NUMBER,
    Kind.MONEY: Code.BAD_MONEY,
    Kind.DATE: Code.BAD_DATE,
    Kind.CODE: Code.BAD_CODE,
    Kind.WORDS: Code.WRONG_TYPE,
}


def _fault(
    spec: FactSpec, code: Code, hint: str | Callable[[], str] = "", *, header: str = ""
) -> Fault:
    return Fault(code, _expected(spec, header), hint)


def _expected(spec: FactSpec, header: str) -> str:
    match spec.kind:
        case Kind.FLAG:
            more = [
                f"{w} for {'yes' if b else 'no'}" for w, b in FLAG_WORDS.get(spec.name, {}).items()
            ]
            more += ["有 or 无"] if header.startswith(_ASKS_PRESENCE) else []
            return "expected " + ", ".join(["是 or 否", "√, true, false, 1, 0", *more])
        case Kind.LABEL:
            return "expected " + ", ".join(f"{m.zh} ({m.value})" for m in spec.labels or ())
        case Kind.MONEY:
            return "expected yuan such as 1000 or 1000.50, not negative, at most two decimals"
        case Kind.DATE:
            return f"expected a date from {FIRST_BIRTH_YEAR}-01-01, such as 2016-09-01, 20160901 or 2016年9月1日"
        case Kind.WHOLE | Kind.CODE | Kind.WORDS:
            return spec.expected()


def _no_mark(spec: FactSpec) -> Fault:
    if spec.kind is Kind.FLAG:
        hint = (
            f"for no write 否, or leave such cells empty and say --blank-is-no {spec.name};"
            f" for unknown leave the cell empty, and say --assume {spec.name}=VALUE to fill in unknown cells"
        )
    else:
        hint = (
            "for unknown leave the cell empty"
            + (
                ""
                if spec.required
                else f", and say --assume {spec.name}=VALUE to fill in unknown cells"
            )
            + " (--blank-is-no is for yes-or-no columns)"
        )
    return Fault(Code.NO_MARK, _expected(spec, ""), hint)


def _flag(cell: str, spec: FactSpec, header: str) -> bool | Fault:
    found = _FLAGS.get(cell.lower())
    if found is None:
        found = FLAG_WORDS.get(spec.name, {}).get(cell)
    if found is None and header.strip().startswith(_ASKS_PRESENCE):
        found = _PRESENCE.get(cell)
    if found is not None:
        return found
    hint = (
        f"有 counts only under a header that starts with {_ASKS_PRESENCE}" if cell == "有" else ""
    )
    return _fault(spec, Code.BAD_BOOLEAN, hint, header=header)


def _label(cell: str, spec: FactSpec) -> Label | Fault:
    labels = spec.labels or Label
    for member in labels:
        if cell in {member.value, member.zh}:
            return member
    if (alias := ALIASES.get(labels, {}).get(cell)) is not None:
        return alias

    def hint() -> str:
        near = AMBIGUOUS.get(labels, {}).get(cell) or did_you_mean(
            cell, [m.value for m in labels] + [m.zh for m in labels]
        )
        return "" if near.startswith("known:") else near

    return _fault(spec, Code.BAD_LABEL, hint)


def _whole(cell: str, spec: FactSpec) -> int | Fault:
    if not _WHOLE.fullmatch(cell):
        return _fault(spec, Code.BAD_NUMBER)
    digits = cell.lstrip("-0")
    number = int(cell) if len(digits) <= 9 and len(cell) <= 100 else None  # as FactSpec has it
    inside = (
        number is not None and number >= spec.least and (spec.most is None or number <= spec.most)
    )
    return number if number is not None and inside else _fault(spec, Code.OUT_OF_RANGE)


def _money(cell: str, spec: FactSpec) -> Decimal | Fault:
    if _MONEY.fullmatch(cell):
        amount = Decimal(cell)
        return (
            amount
            if amount < MOST_YUAN
            else _fault(spec, Code.OUT_OF_RANGE, f"expected less than {MOST_YUAN} yuan")
        )
    hint = ""
    if re.fullmatch(r"\d{1,3}([,，]\d{3})+(\.\d{1,2})?", cell, re.ASCII):
        hint = "write it without a thousands separator"
    elif re.fullmatch(r"[¥￥]?\s*\d+(\.\d{1,2})?\s*元?", cell, re.ASCII):
        hint = "write the number alone, in yuan"
    elif re.fullmatch(r"\d+\.\d{3,}", cell, re.ASCII):
        hint = "there is nothing smaller than a fen: round it where it comes from"
    return _fault(spec, Code.BAD_MONEY, hint)


def _date(cell: str, spec: FactSpec, on: datetime.date | None) -> datetime.date | Fault:
    if (day := parse_date(cell)) is not None:
        return _in_time(day, spec, on)
    if found := _LOOSE_DATE.fullmatch(cell):
        year, month, day_ = (int(part) for part in found.groups())
        meant = parse_date(f"{year:04}-{month:02}-{day_:02}")
        return _fault(spec, Code.BAD_DATE, f"write {meant}" if meant else "there is no such day")
    return _fault(spec, Code.BAD_DATE)


def _in_time(day: datetime.date, spec: FactSpec, on: datetime.date | None) -> datetime.date | Fault:
    if day.year < FIRST_BIRTH_YEAR:
        return _fault(spec, Code.OUT_OF_RANGE)
    if spec.past and on is not None and day > on:
        return Fault(Code.DATE_IN_FUTURE, f"expected a date up to {on}, the date asked about")
    return as_date(day)


def _code(cell: str, spec: FactSpec) -> str | Fault:
    if not is_digits(cell):
        return _fault(spec, Code.BAD_CODE)
    if len(cell) == spec.digits:
        return cell
    hint = (
        f"a longer place code starts with it: {cell[: spec.digits]}?"
        if len(cell) > spec.digits
        else ""
    )
    return _fault(spec, Code.BAD_CODE, hint)


FREE_TEXT: Final = frozenset({"name", "what"})
"""Facts that are free text, by name; what the other words say is compared sign by sign, as ids are."""

_LINE_ENDS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_WHITE: Final = frozenset("\t\n\r")
_UNSEEN: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")
"""Signs that show nothing although they count as letters, symbols or marks."""


def _words(cell: str, spec: FactSpec) -> str | Fault:
    if cell in NO_MARKS or _SPREADSHEET_ERROR.fullmatch(cell):
        return _fault(spec, Code.WRONG_TYPE, "it is a spreadsheet's error mark")
    if _CUT_NUMBER.fullmatch(cell):
        hint = "a spreadsheet has cut the number: store the column as text and fill it in anew"
        return _fault(spec, Code.WRONG_TYPE, hint)
    if cell.isascii() and cell.isprintable():
        return cell
    hint = _strange(cell, free=spec.name in FREE_TEXT)
    return _fault(spec, Code.BAD_TEXT, hint) if hint else cell


def _strange(cell: str, *, free: bool) -> str:
    """What of a text cannot be seen, so that two texts that look the same would not be the same; may be nothing."""
    signs = set(cell)
    if signs & (_LINE_ENDS - {"\n", "\r"} if free else _LINE_ENDS):
        return "it holds a line break: two lone quotation marks join rows in that way"
    unseen = {"Cc", "Cs"} if free else {"Cc", "Cf", "Cs"}
    if any(unicodedata.category(sign) in unseen for sign in signs - _WHITE) or (
        not free and signs & _UNSEEN
    ):
        return "it holds a sign that cannot be seen: write the cell anew"
    if not free and unicodedata.normalize("NFKC", cell).isascii():
        return "it holds full-width signs: write it in half-width ones"
    return ""
