"""The reading of rules that tells why: a tree of what was asked, what is known and what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, assert_never

import attrs

from ..errors import WITHHELD
from ..text import Lang, Text
from .ast import (
    Aged,
    AllOf,
    AnyOf,
    Between,
    Condition,
    During,
    Given,
    Is,
    Named,
    Not,
    Question,
    Within,
)
from .domain import Choices
from .evaluate import Plan, Raw
from .facts import Flag
from .normal import Normaliser
from .prose import condition_text, value_text


@attrs.frozen
class Reason:
    """Why a condition holds, does not hold, or cannot be told.

    Attributes:
        condition: What was asked.
        verdict: True, False, or None where unknown facts leave it open.
        fact: The name of the fact or question it asks; None where it is made of parts.
        value: The fact's value; None where unknown, `WITHHELD` where it identifies a person.
        citation: The clause that asks.
        parts: The reasons it is made of.
    """

    condition: Condition
    verdict: bool | None
    fact: str | None
    value: object
    citation: Text
    parts: tuple[Reason, ...] = ()

    def text(self, lang: Lang) -> str:
        """The reason in one line, without its parts."""
        said = condition_text(self.condition, lang)
        if self.fact is None:
            return said
        value = "…" if self.value is WITHHELD else value_text(self.value, lang)
        if isinstance(self.condition, Question):
            value = (
                ("已答：" if lang == "zh" else "answered: ") + value
                if self.value is not None
                else ("待答" if lang == "zh" else "open")
            )
        return f"{said}：{value}" if lang == "zh" else f"{said}: {value}"

    def walk(self) -> Iterator[tuple[int, Reason]]:
        """This reason and all below it, each with its depth."""
        yield 0, self
        for part in self.parts:
            for depth, reason in part.walk():
                yield depth + 1, reason


Why = Callable[[Raw], Reason]
"""Gives the reason for the facts of one subject."""


def all_hold(verdicts: list[bool | None]) -> bool | None:
    """Whether all hold, as far as is known."""
    return False if False in verdicts else None if None in verdicts else True


def any_holds(verdicts: list[bool | None]) -> bool | None:
    """Whether any holds, as far as is known."""
    return True if True in verdicts else None if None in verdicts else False


class Reasoner:
    """Makes the reasons of conditions for the facts as a plan reads them."""

    def __init__(self, normaliser: Normaliser, plan: Plan[Any], citation: Text) -> None:
        self._normaliser = normaliser
        self._plan = plan
        self._citation = citation

    def why(self, condition: Condition) -> Why:
        """The function from a subject's facts to the reason why a condition holds or does not."""
        citation = self._citation
        match condition:
            case Flag() | Question() | Is() | Between() | Aged() | Within():
                return self._test(condition)
            case AllOf() | AnyOf():
                inner = tuple(map(self.why, condition.parts))
                verdict = all_hold if isinstance(condition, AllOf) else any_holds

                def several(raw: Raw) -> Reason:
                    parts = tuple([part(raw) for part in inner])
                    return Reason(
                        condition, verdict([p.verdict for p in parts]), None, None, citation, parts
                    )

                return several
            case Not():
                negated = self.why(condition.part)

                def opposite(raw: Raw) -> Reason:
                    part = negated(raw)
                    held = None if part.verdict is None else not part.verdict
                    return Reason(condition, held, None, None, citation, (part,))

                return opposite
            case Named():
                named = self.why(condition.condition)

                def wrapped(raw: Raw) -> Reason:
                    part = named(raw)
                    return Reason(condition, part.verdict, None, None, citation, (part,))

                return wrapped
            case Given():
                # the fact itself need not be asked anywhere: only whether it is given, and which
                fact, otherwise = condition.fact, self.why(condition.otherwise)
                place = self._plan.slot(fact.name)

                def known_or(raw: Raw) -> Reason:
                    known = raw[place]
                    part = (
                        otherwise(raw)
                        if known is None
                        else Reason(fact, known, fact.name, known, citation)
                    )
                    return Reason(condition, part.verdict, None, None, citation, (part,))

                return known_or
            case During():
                settled = Reason(
                    condition, self._normaliser.within_period(condition), None, None, citation
                )
                return lambda _: settled
            case _:
                assert_never(condition)

    def _test(self, test: Flag | Question | Is | Between | Aged | Within) -> Why:
        citation = self._citation
        asked = (
            test
            if isinstance(test, Flag | Question)
            else test.birth
            if isinstance(test, Aged)
            else test.fact
        )
        name = asked.name
        hidden = not isinstance(asked, Question) and asked.spec.identity
        found = self._normaliser.classes(test)
        if isinstance(found, bool):
            answer = self._normaliser.setting.answers.get(name)
            settled = Reason(test, found, name, answer, citation)
            return lambda _: settled
        if found is None:
            slot = self._plan.slot(name)
            return lambda raw: Reason(test, None, name, raw[slot], citation)
        variable, classes = found
        slot, locate = self._plan.slots[variable], self._plan.locators[variable]

        def reason(value: object) -> Reason:
            place = locate(value)
            shown = WITHHELD if hidden and value is not None else value
            return Reason(test, None if place is None else place in classes, name, shown, citation)

        domain = self._plan.normal.variables[variable].domain
        if isinstance(domain, Choices) and not domain.open:
            ready = {value: reason(value) for value in (*domain.values, None)}
            return lambda raw: ready[raw[slot]]
        return lambda raw: reason(raw[slot])
