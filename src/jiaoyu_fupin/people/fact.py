"""How a subject's facts are declared: one attrs field says name, words, kind and domain of a fact."""

from __future__ import annotations

import datetime
import functools
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, NoReturn, cast

import attrs

from ..values.errors import WITHHELD, Code, DataError, Problem, did_you_mean
from ..values.fields import MAY_BE_BLANK, Limits, check_fields, refuse
from ..values.label import Label
from ..values.money import as_yuan, is_yuan
from ..values.plain import is_day, is_digits, is_whole
from ..values.terms import FIRST_BIRTH_YEAR, as_date, parse_date
from ..values.text import Text, masked

MOST_WHOLE = 1_000_000_000
"""No whole number that counts people, days, years or grades reaches this."""


class Kind(Enum):
    """What sort of value a fact takes."""

    FLAG = "flag"  # True or False
    LABEL = "label"  # a member of a Label
    WHOLE = "whole"  # a whole number
    MONEY = "money"  # yuan
    DATE = "date"  # a calendar date
    CODE = "code"  # digits of a fixed number
    WORDS = "words"  # free text


@attrs.frozen
class FactSpec:
    """What is known of a fact before any value of it is.

    Attributes:
        name: Its canonical name, the name of field and column.
        text: Its name in words; the Chinese one is the column's header.
        kind: What sort of value it takes.
        labels: The labels it may take, where the kind is LABEL.
        least: The smallest whole number.
        most: The largest whole number, where there is one.
        digits: How many digits a code has.
        identity: Whether it identifies a person: such a value is never shown.
        required: Whether it must be known.
        past: Whether a date lies before any date a question is asked of, as a birth does.
    """

    name: str = attrs.field(metadata={MAY_BE_BLANK: True})
    text: Text
    kind: Kind
    labels: type[Label] | None = None
    least: Annotated[int, Limits(-MOST_WHOLE, MOST_WHOLE)] = 0
    most: Annotated[int, Limits(-MOST_WHOLE, MOST_WHOLE)] | None = None
    digits: Annotated[int, Limits(0, 12)] = 0
    identity: bool = False
    required: bool = False
    past: bool = False

    def __attrs_post_init__(self) -> None:
        where = f"fact {self.name}".strip()
        check_fields(self, where)
        problems = []
        if (self.kind is Kind.LABEL) != bool(self.labels and len(self.labels)):
            expected = "expected a list of labels for a fact of labels, and for no other"
            problems.append(Problem(Code.BAD_RULE, "", self.labels, expected))
        if self.most is not None and self.most < self.least:
            shown = f"{self.least} … {self.most}"
            expected = "expected the smallest number first"
            problems.append(Problem(Code.OUT_OF_RANGE, "", shown, expected))
        refuse(where, problems)

    @property
    def where(self) -> str:
        """The fact as a place in a message, in both languages."""
        return f"{self.text.zh} ({self.name})"

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers that a column of it may have: name and Chinese name; of a flag also 是否X and 是否有X."""
        zh = self.text.zh
        asked = (f"是否{zh}", f"是否有{zh}") if self.kind is Kind.FLAG else ()
        return (self.name, zh, *asked)

    def expected(self) -> str:
        """What a value of the fact looks like, as a message says it."""
        return f"expected {self.described()}"

    def described(self) -> str:
        """What a value of the fact looks like, in words."""
        match self.kind:
            case Kind.FLAG:
                return "True or False"
            case Kind.LABEL:
                return f"a {self.labels.__name__ if self.labels else 'label'}"
            case Kind.WHOLE:
                upper = "" if self.most is None else f" to {self.most}"
                return f"a whole number from {self.least}{upper}"
            case Kind.MONEY:
                return "yuan as Decimal or int, not negative, below ten thousand million, at most two decimals"
            case Kind.DATE:
                return f"a date from {FIRST_BIRTH_YEAR}-01-01"
            case Kind.CODE:
                return f"a code of {self.digits} digits as text"
            case Kind.WORDS:
                return "text"

    def problem(self, value: object) -> Problem | None:
        """What is wrong with a value of this fact, None when nothing is; unknown (None) is right unless required."""
        if value is None:
            return (
                Problem(Code.REQUIRED, self.where, None, self.expected()) if self.required else None
            )
        code = self._fault(value)
        if code is None:
            return None
        shown = WITHHELD if self.identity else value
        return Problem(code, self.where, shown, self.expected(), self._remedy(value))

    def _fault(self, value: object) -> Code | None:
        match self.kind:
            case Kind.FLAG:
                return None if isinstance(value, bool) else Code.WRONG_TYPE
            case Kind.LABEL:
                return None if self.labels and isinstance(value, self.labels) else Code.BAD_LABEL
            case Kind.WHOLE:
                if not is_whole(value):
                    return Code.WRONG_TYPE
                inside = value >= self.least and (self.most is None or value <= self.most)
                return None if inside and value < MOST_WHOLE else Code.OUT_OF_RANGE
            case Kind.MONEY:
                return None if is_yuan(value) else Code.BAD_MONEY
            case Kind.DATE:
                if not is_day(value):
                    return Code.WRONG_TYPE
                return None if value.year >= FIRST_BIRTH_YEAR else Code.OUT_OF_RANGE
            case Kind.CODE:
                if not isinstance(value, str):
                    return Code.WRONG_TYPE
                return None if is_digits(value, self.digits) else Code.BAD_CODE
            case Kind.WORDS:
                return None if isinstance(value, str) and value.strip() else Code.WRONG_TYPE

    def _remedy(self, value: object) -> str:
        if self.kind is Kind.LABEL and self.labels and isinstance(value, str) and not self.identity:
            by_word = {m.value: m for m in self.labels} | {m.zh: m for m in self.labels}
            member = by_word.get(value)
            return f"use {member}" if member else did_you_mean(value, by_word)
        if self.kind is Kind.DATE and isinstance(value, str):
            day = parse_date(value)
            written = "y, m, d" if day is None else f"{day.year}, {day.month}, {day.day}"
            return f"this is text: write pendulum.date({written})"
        if self.kind is Kind.MONEY and isinstance(value, str):
            return "this is text, no number: write Decimal(…)"
        if self.kind is Kind.MONEY and isinstance(value, float):
            return 'a float is never exact money: write Decimal("12.50")'
        return ""


def _date(value: object) -> object:
    return as_date(value) if is_day(value) else value


_KEPT_AS: Mapping[Kind, Callable[[object], object]] = {Kind.MONEY: as_yuan, Kind.DATE: _date}
"""The one form in which a value is stored, where several are accepted."""


def _fact(spec: FactSpec) -> Any:
    return attrs.field(
        default=attrs.NOTHING if spec.required else None,
        kw_only=not spec.required,
        repr=masked if spec.required else not spec.identity,
        converter=_KEPT_AS.get(spec.kind),
        metadata={FactSpec: spec},
    )


def flag(zh: str, en: str) -> Any:
    """A fact that is so or is not."""
    return _fact(FactSpec("", Text(zh, en), Kind.FLAG))


def label(labels: type[Label], zh: str, en: str) -> Any:
    """A fact that is one of a closed list of labels."""
    return _fact(FactSpec("", Text(zh, en), Kind.LABEL, labels))


def whole(zh: str, en: str, *, least: int = 0, most: int | None = None) -> Any:
    """A whole number."""
    return _fact(FactSpec("", Text(zh, en), Kind.WHOLE, least=least, most=most))


def money(zh: str, en: str) -> Any:
    """An amount in yuan; for a fee, of one school year."""
    return _fact(FactSpec("", Text(zh, en), Kind.MONEY))


def date(zh: str, en: str, *, past: bool = False) -> Any:
    """A calendar date; `past` where it cannot lie after the date a question is asked of."""
    return _fact(FactSpec("", Text(zh, en), Kind.DATE, past=past))


def code(digits: int, zh: str, en: str) -> Any:
    """A place as a code of so many digits."""
    return _fact(FactSpec("", Text(zh, en), Kind.CODE, digits=digits))


def words(zh: str, en: str, *, identity: bool = False, key: bool = False) -> Any:
    """Free text; `key` where it is the subject's own id, `identity` where it must not be shown."""
    spec = FactSpec("", Text(zh, en), Kind.WORDS, identity=identity or key, required=key)
    return _fact(spec)


class FrozenMap(Mapping[str, object]):
    """A mapping that cannot change: the further facts that a policy of its own declares."""

    __slots__ = ("_items",)

    _items: Mapping[str, object]

    def __init__(self, items: Mapping[str, object] | Iterable[tuple[str, object]] = ()) -> None:
        ordered = types.MappingProxyType(dict(sorted(dict(items).items())))
        object.__setattr__(self, "_items", ordered)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        msg = "a FrozenMap cannot change"
        raise AttributeError(msg)

    def __getitem__(self, key: str) -> object:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({', '.join(self._items)})"


NO_EXTRA = FrozenMap()
"""No further facts."""


_PLAIN = (bool, int, str, Decimal, datetime.date, Label, type(None))
_EXTRA_FAULT = Problem(
    Code.WRONG_TYPE,
    "extra",
    None,
    "expected a mapping from names to flags, numbers, yuan, dates, labels or text",
)


def _extra(items: Mapping[str, object] | Iterable[tuple[str, object]]) -> FrozenMap:
    try:
        found = items if isinstance(items, FrozenMap) else FrozenMap(items)
    except (TypeError, ValueError):
        raise DataError(_EXTRA_FAULT) from None
    plain = all(isinstance(n, str) and isinstance(v, _PLAIN) for n, v in found.items())
    if not plain:
        raise DataError(_EXTRA_FAULT)
    return found if len(found) else NO_EXTRA


def extra() -> Any:
    """The field that holds a subject's further facts, those that only some policy declares."""
    return attrs.field(default=NO_EXTRA, converter=_extra, kw_only=True)


def specs(subject: type[Any], own: Iterable[FactSpec] = ()) -> Mapping[str, FactSpec]:
    """The facts a subject may have, by name, in the order of its columns; a policy's own after the library's."""
    known, further = _specs(cast("Any", subject)), {spec.name: spec for spec in own}
    return types.MappingProxyType({**known, **further}) if further else known


@functools.cache
def _specs(subject: Any) -> Mapping[str, FactSpec]:
    return types.MappingProxyType(
        {
            field.name: attrs.evolve(field.metadata[FactSpec], name=field.name)
            for field in attrs.fields(subject)
            if FactSpec in field.metadata
        }
    )


def check(subject: object) -> None:
    """Refuse a subject any of whose facts cannot be represented.

    Raises:
        DataError: With one problem for each such fact.
    """
    problems = [
        problem
        for name, spec in specs(type(subject)).items()
        if ((value := getattr(subject, name)) is not None or spec.required)
        and (problem := spec.problem(value)) is not None
    ]
    if problems:
        raise DataError(problems)
