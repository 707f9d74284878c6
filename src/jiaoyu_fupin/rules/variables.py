"""The variables of a set of rules, gathered before any diagram is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import pendulum

from ..places import Territory
from ..values.content import content
from ..values.errors import Code, Problem, RuleError
from . import domain
from .ast import Answers, Question
from .domain import Domain
from .facts import Flag, Handle, Labelled, PlaceCode, Words
from .forms import Ask, Variable

_Key: TypeAlias = tuple[Ask, str]


class Gathered:
    """What a set of rules asks, so far; settled once all is gathered, so that each variable has all its classes."""

    def __init__(self, on: pendulum.Date) -> None:
        self._on = on
        self._handles: dict[_Key, Handle | Question] = {}
        self._cuts: dict[str, set[Any]] = {}
        self._words: dict[str, dict[str, None]] = {}
        self._territories: dict[str, dict[Territory, None]] = {}
        self._reaching: dict[str, dict[str, None]] = {}

    def meet(self, ask: Ask, source: Handle | Question) -> None:
        """Something is asked."""
        known = self._handles.setdefault((ask, source.name), source)
        if content(known) != content(source):
            raise RuleError(
                Problem(
                    Code.BAD_RULE,
                    source.name,
                    None,
                    "expected one declaration of a fact or question",
                )
            )

    def cut(self, fact: Handle, *cuts: object) -> None:
        """A fact is asked whether it reaches these values."""
        self.meet(Ask.FACT, fact)
        self._cuts.setdefault(fact.name, set()).update(c for c in cuts if c is not None)

    def reach(self, fact: Handle, question: Question) -> None:
        """A whole number is asked whether it reaches a question's answer that nobody has given."""
        self.meet(Ask.QUESTION, question)
        self.cut(fact)
        self._reaching.setdefault(question.name, {})[fact.name] = None

    def word(self, fact: Words, words: Iterable[str]) -> None:
        """A text is asked whether it is one of these words."""
        self.meet(Ask.FACT, fact)
        self._words.setdefault(fact.name, {}).update(dict.fromkeys(words))

    def territory(self, fact: PlaceCode, territory: Territory) -> None:
        """A code is asked whether it lies in a territory."""
        self.meet(Ask.FACT, fact)
        self._territories.setdefault(fact.name, {})[territory] = None

    def settle(self) -> tuple[Variable, ...]:
        """The variables, those of places first."""
        made = [
            Variable(
                ask,
                name,
                not isinstance(source, Question) and source.own,
                self._domain(ask, source),
            )
            for (ask, name), source in self._handles.items()
        ]
        return tuple(sorted(made, key=lambda v: v.domain.__class__ is not domain.Places))

    def _domain(self, ask: Ask, source: Handle | Question) -> Domain:
        if ask is Ask.GIVEN:
            return domain.Choices((False, True, None))
        if isinstance(source, Question):
            if source.takes is Answers.YES_NO:
                return domain.Choices((False, True))
            # any class of a number it bounds may be the first that reaches it, or none
            facts = [self._handles[Ask.FACT, name] for name in self._reaching[source.name]]
            most = max(self._domain(Ask.FACT, fact).size for fact in facts)
            return domain.Ordered(tuple(range(1, most + 1)), 0)
        match source:
            case PlaceCode():
                return domain.places(self._territories[source.name], source.spec.digits)
            case Words():
                return domain.Choices(tuple(self._words[source.name]), open=True)
            case Flag() | Labelled():
                return domain.labels(source.spec)
            case _:
                cuts = self._cuts[source.name]
                if any(source.name in facts for facts in self._reaching.values()):
                    # of two values in one class an answer may lie between: the first is a class of its own
                    cuts = cuts | {cut + 1 for cut in cuts} | {source.spec.least + 1}
                return domain.ordered(source.spec, cuts, self._on)
