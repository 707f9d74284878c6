"""The values a variable may take, divided into the classes that a set of rules can tell apart."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from typing import Any, TypeAlias

import attrs
import pendulum

from ..people.fact import FactSpec, Kind
from ..places import Territory, codes_of, every_change
from ..values.label import Label
from ..values.terms import FIRST_BIRTH_YEAR

Ranked: TypeAlias = "int | Decimal | datetime.date"
"""What can be put in order."""


@attrs.frozen
class Choices:
    """A closed list of values, each a class of its own; of an open list, the last class is any other value."""

    values: tuple[Hashable, ...]
    open: bool = False

    @property
    def size(self) -> int:
        """How many classes there are."""
        return len(self.values) + self.open

    def holding(self, values: Iterable[Hashable]) -> frozenset[int]:
        """The classes of some values."""
        return frozenset(self.values.index(v) for v in values)

    def locator(self) -> Callable[[Any], int | None]:
        """The function from a value to its class; None stays None."""
        places: dict[Hashable, int | None] = {v: k for k, v in enumerate(self.values)}
        if not self.open:
            return {None: None, **places}.__getitem__
        other = len(self.values)
        return lambda value: None if value is None else places.get(value, other)


@attrs.frozen
class Ordered:
    """Numbers, amounts or dates from `least` to `most`; each of `cuts` starts a new class."""

    cuts: tuple[Any, ...]
    least: Any
    most: Any = None

    @property
    def size(self) -> int:
        """How many classes there are."""
        return len(self.cuts) + 1

    def holding(self, low: Ranked | None, above: Ranked | None) -> frozenset[int]:
        """The classes from `low` to just below `above`; None where there is no bound."""
        beyond = low is not None and self.most is not None and low > self.most
        if beyond or (above is not None and above <= self.least):
            return frozenset()
        first = 0 if low is None else bisect_right(self.cuts, low)
        last = len(self.cuts) if above is None else bisect_left(self.cuts, above)
        return frozenset(range(first, last + 1))

    def locator(self) -> Callable[[Any], int | None]:
        """The function from a value to its class; None stays None."""
        cuts = self.cuts
        return lambda value: None if value is None else bisect_right(cuts, value)


@attrs.frozen
class Places:
    """Place codes, divided by the territories they lie in; the last class lies in none of them.

    Attributes:
        prefixes: The first digits that decide, each with its class; the longest that fits counts.
        codes: One code of each class.
        inside: For each territory the classes that lie in it.
    """

    prefixes: tuple[tuple[str, int], ...]
    codes: tuple[str, ...]
    inside: tuple[tuple[Territory, frozenset[int]], ...]

    @property
    def size(self) -> int:
        """How many classes there are."""
        return len(self.codes)

    def holding(self, territory: Territory) -> frozenset[int]:
        """The classes that lie in a territory."""
        return dict(self.inside)[territory]

    def locator(self) -> Callable[[Any], int | None]:
        """The function from a code to its class; None stays None."""
        table = dict(self.prefixes)
        lengths = sorted({len(p) for p in table}, reverse=True)
        outside = self.size - 1

        def locate(code: str | None) -> int | None:
            if code is None:
                return None
            for length in lengths:
                if (place := table.get(code[:length])) is not None:
                    return place
            return outside

        return locate


Domain: TypeAlias = Choices | Ordered | Places


def places(territories: Iterable[Territory], digits: int) -> Places:
    """The classes of place codes of so many digits that some territories tell apart."""
    known = tuple(dict.fromkeys(territories))

    def membership(code: str) -> frozenset[Territory]:
        return frozenset(t for t in known if t.covers(code))

    prefixes = {p for t in known for p in t.prefixes}
    whole = {
        c for t in known for p in t.prefixes if len(p) == digits for c in codes_of(p, t.changes)
    }
    if digits == 6:
        changes = every_change(change for t in known for change in t.changes)
        whole |= {c for change in changes for c in (change.old, change.new)}
    decided = {
        p: membership(_code_with(p, digits, prefixes | whole)) for p in prefixes if len(p) < digits
    }
    decided |= {c: membership(c) for c in whole}
    outside: frozenset[Territory] = frozenset()
    kinds = [m for m in dict.fromkeys(decided[p] for p in sorted(decided)) if m != outside] + [
        outside
    ]
    examples = {
        m: _code_with(p, digits, prefixes | whole) for p, m in sorted(decided.items(), reverse=True)
    }
    examples[outside] = _code_with("", digits, prefixes | whole)
    return Places(
        tuple((p, kinds.index(m)) for p, m in sorted(decided.items())),
        tuple(examples[m] for m in kinds),
        tuple((t, frozenset(k for k, m in enumerate(kinds) if t in m)) for t in known),
    )


def _code_with(prefix: str, digits: int, decided: Iterable[str]) -> str:
    """A code with these first digits that no longer entry decides about."""
    if len(prefix) == digits:
        return prefix
    longer = tuple(d for d in decided if len(d) > len(prefix) and d.startswith(prefix))
    free = digits - len(prefix)
    return next(
        code
        for n in range(10**free - 1, -1, -1)
        if not (code := f"{prefix}{n:0{free}d}").startswith(longer or ("x",))
    )


def ordered(spec: FactSpec, cuts: Iterable[Ranked], on: datetime.date) -> Ordered:
    """The classes of a number, an amount or a date; a value the fact cannot take makes no class."""
    least: Any
    most: Any = spec.most
    match spec.kind:
        case Kind.DATE:
            least = pendulum.date(FIRST_BIRTH_YEAR, 1, 1)
            most = on if spec.past else None
        case Kind.MONEY:
            least = Decimal(0)
        case _:
            least = spec.least
    inside = {c for c in cuts if c > least and (most is None or c <= most)}
    return Ordered(tuple(sorted(inside)), least, most)


def labels(spec: FactSpec) -> Choices:
    """The labels of a fact, or no and yes."""
    members: type[Label] | None = spec.labels
    return Choices(tuple(members)) if members else Choices((False, True))
