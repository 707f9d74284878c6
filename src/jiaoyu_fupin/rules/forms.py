"""What the normal form of rules is made of, and the answers it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

import attrs
import pendulum

from ..values.text import Text
from .ast import Standard
from .benefit import Basis, Benefit
from .diagram import Diagram, Diagrams
from .domain import Domain
from .facts import Money, Whole
from .figures import Figure


class Reading(Enum):
    """Which of two figures counts."""

    AS_WRITTEN = "as-written"
    """The figure the plan prints."""
    IN_FORCE = "in-force"
    """The national standard in force in the term of the date, where it is higher than the printed figure."""


class Outcome(Enum):
    """The four answers to whether a benefit is due; no other value stands for any of them."""

    ENTITLED = "entitled"
    NOT_ENTITLED = "not_entitled"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


class NoRow(Enum):
    """What a table says of a label it does not list."""

    NO_ROW = "no row"


NO_ROW: Final = NoRow.NO_ROW


@attrs.frozen
class Figures:
    """The figures of an amount in one case; None where it has none."""

    lower: Figure | None = None
    upper: Figure | None = None
    average: Figure | None = None

    def facts(self) -> set[str]:
        """The facts that have a say in them."""
        return {
            n for f in (self.lower, self.upper, self.average) if f is not None for n in f.facts()
        }


NO_FIGURES: Final = Figures()


class Ask(Enum):
    """What a variable stands for."""

    FACT = "fact"
    GIVEN = "given"  # whether a fact is known, and which; itself always known
    QUESTION = "question"


@attrs.frozen
class Variable:
    """Something a rule asks: a fact, whether a fact is given, or an open question.

    Attributes:
        ask: Which of these.
        name: The name of the fact or question.
        own: Whether the fact is one of the policy's own.
        domain: Its values, by class.
    """

    ask: Ask
    name: str
    own: bool
    domain: Domain


@attrs.frozen
class NormalBenefit:
    """One benefit in normal form.

    Attributes:
        benefit: The benefit it was made from.
        verdict: The diagram of its outcome once everything is known.
        due: The diagram of whether it is due.
        basis: How its amount is fixed, in this reading on this date.
        amount: The diagram of its figures.
        notes: What the date brings with it.
        beyond: The standards its figures rest on that have not been followed up to the date.
    """

    benefit: Benefit
    verdict: Diagram
    due: Diagram
    basis: Basis
    amount: Diagram
    notes: tuple[Text, ...]
    beyond: tuple[Standard, ...] = ()


@attrs.frozen
class Normal:
    """All benefits of one kind of subject in normal form.

    Attributes:
        diagrams: Where the diagrams are.
        variables: What they ask, by number.
        numbers: The facts that amounts are computed from.
        benefits: The benefits.
    """

    diagrams: Diagrams
    variables: tuple[Variable, ...]
    numbers: tuple[Money | Whole, ...]
    benefits: tuple[NormalBenefit, ...]


@attrs.frozen
class Setting:
    """What is fixed before any subject is looked at: the date, the reading, the answers."""

    on: pendulum.Date
    reading: Reading
    answers: Mapping[str, bool | int]
