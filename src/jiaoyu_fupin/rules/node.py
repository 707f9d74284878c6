"""What all parts of a rule have in common: they stand for a value that is not there before the rule is evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from ..values.content import ByContent
from ..values.errors import clip

_WRITE = (
    "write Is(fact, label, …) for == and in, Equals(fact, number) for ==, AtLeast(fact, low) for >=,"
    " AtMost(fact, high) for <=, Between(fact, low, high) for low <= fact <= high, AllOf(a, b) for a and b,"
    " AnyOf(a, b) for a or b, Not(a) for not a and for !=, Cases((condition, amount), otherwise=amount) for if and"
    " else, Plus(a, b) for a + b, Times(number, amount) for number * amount"
)


class Node(ByContent):
    """A part of a rule: a fact, a condition or an expression.

    Python's operators would settle at once what only a subject can settle, and mostly wrongly: each of them raises and
    says what to write. Two parts of rules may be compared; they are equal when they say the same.

    Raises:
        TypeError: It is used as a yes or no, or compared or reckoned with anything but a part of a rule.
    """

    __slots__ = ()

    def _refusal(self, used: str) -> TypeError:
        return TypeError(
            f"{used} of {clip(repr(self))} means nothing before a rule is evaluated: {_WRITE}"
        )

    def _refuse(self, used: str) -> NoReturn:
        raise self._refusal(used)

    def __bool__(self) -> NoReturn:
        raise self._refusal("yes or no")

    if not TYPE_CHECKING:  # to type checkers there are no such operators

        def __eq__(self, other: object) -> bool:
            if isinstance(other, Node):
                return type(other) is type(self) and super().__eq__(other)
            return self._refuse("==")

        def __ne__(self, other: object) -> bool:
            return not self == other if isinstance(other, Node) else self._refuse("!=")

        __hash__ = ByContent.__hash__

        def _refuser(used: str):  # noqa: ANN202, N805 - makes the methods below
            return lambda self, *_: self._refuse(used)

        __lt__, __le__, __gt__, __ge__ = map(_refuser, ("<", "<=", ">", ">="))
        __and__, __rand__, __or__, __ror__ = map(_refuser, ("&", "&", "|", "|"))
        __xor__, __rxor__, __invert__ = map(_refuser, ("^", "^", "~"))
        __add__, __radd__, __sub__, __rsub__ = map(_refuser, ("+", "+", "-", "-"))
        __mul__, __rmul__, __truediv__, __rtruediv__ = map(_refuser, ("*", "*", "/", "/"))
        __floordiv__, __rfloordiv__, __mod__, __rmod__ = map(_refuser, ("//", "//", "%", "%"))
        __neg__, __contains__ = map(_refuser, ("-", "in"))
        del _refuser
