"""The reading of rules that tells why: a tree of what was asked, what is known and what follows."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from math import prod
from operator import itemgetter
from typing import Any, assert_never

import attrs

from ..values.errors import WITHHELD
from ..values.text import COLON, Lang, Text
from .ast import (
    Aged,
    AllOf,
    AnyOf,
    Between,
    Condition,
    During,
    Given,
    InMonths,
    Is,
    Named,
    Not,
    Question,
    Within,
)
from .domain import Choices
from .evaluate import Program, Raw
from .facts import Flag
from .normal import Normaliser
from .prose import condition_text, value_text


@attrs.frozen
class Ground:
    """What a reason is about, the same for every subject.

    Attributes:
        condition: What was asked.
        citation: The clause that asks.
        fact: The name of the fact or question it asks; None where it is made of parts.
    """

    condition: Condition
    citation: Text
    fact: str | None = None


@attrs.frozen
class Reason:
    """Why a condition holds, does not hold, or cannot be told.

    Attributes:
        asked: What was asked, and by which clause.
        verdict: True, False, or None where unknown facts leave it open.
        value: The fact's value; None where unknown, `WITHHELD` where it identifies a person.
        parts: The reasons it is made of.
    """

    asked: Ground
    verdict: bool | None
    value: object = None
    parts: tuple[Reason, ...] = ()

    @property
    def condition(self) -> Condition:
        """What was asked."""
        return self.asked.condition

    @property
    def fact(self) -> str | None:
        """The name of the fact or question it asks; None where it is made of parts."""
        return self.asked.fact

    @property
    def citation(self) -> Text:
        """The clause that asks."""
        return self.asked.citation

    def text(self, lang: Lang) -> str:
        """The reason in one line, without its parts."""
        said = condition_text(self.condition, lang)
        if self.fact is None:
            return said
        value = "…" if self.value is WITHHELD else value_text(self.value, lang)
        if isinstance(self.condition, Question):
            value = _OPEN(lang) if self.value is None else _ANSWERED(lang, value=value)
        return COLON(lang, name=said, said=value)

    def walk(self) -> Iterator[tuple[int, Reason]]:
        """This reason and all below it, each with its depth."""
        yield 0, self
        for part in self.parts:
            for depth, reason in part.walk():
                yield depth + 1, reason


_ANSWERED = Text("已答：{value}", "answered: {value}")
_OPEN = Text("待答", "open")


Why = Callable[[Raw], Reason]
"""Gives the reason for the facts of one subject."""


_MOST_KEPT = 1024
"""The reasons of a condition are kept where closed lists of values allow at most so many."""


def _kept(why: Why, slots: tuple[int, ...]) -> Why:
    """The same function, which makes each of its few reasons once."""
    values_of = itemgetter(*slots)
    kept: dict[object, Reason] = {}

    def remembered(raw: Raw) -> Reason:
        values = values_of(raw)
        found = kept.get(values)
        if found is None:
            found = kept[values] = why(raw)
        return found

    return remembered


class Reasoner:
    """Makes the reasons of conditions for the facts as a plan reads them."""

    def __init__(self, normaliser: Normaliser, plan: Program[Any], citation: Text) -> None:
        self._normaliser = normaliser
        self._plan = plan
        self._citation = citation

    def why(self, condition: Condition) -> Why:
        """The function from a subject's facts to the reason why a condition holds or does not."""
        made, slots = self._why(condition), self._closed(condition)
        return _kept(made, tuple(slots)) if slots and prod(slots.values()) <= _MOST_KEPT else made

    def _closed(self, condition: Condition) -> dict[int, int] | None:
        """The slots that a condition of parts asks, each with how many values it has; None where these are open."""
        match condition:
            case AllOf() | AnyOf():
                parts: tuple[Condition, ...] = condition.parts
            case Not():
                parts = (condition.part,)
            case Named():
                parts = (condition.condition,)
            case Given():
                inner = self._closed(condition.otherwise)
                own = {self._plan.slot(condition.fact.name): 3}
                return None if inner is None else own | inner
            case _:
                return None
        slots: dict[int, int] = {}
        for part in parts:
            if isinstance(part, Flag | Question | Is):
                found = self._normaliser.classes(part)
                if isinstance(found, bool):
                    continue
                domain = None if found is None else self._plan.normal.variables[found[0]].domain
                if found is None or not isinstance(domain, Choices) or domain.open:
                    return None
                slots[self._plan.slots[found[0]]] = domain.size + 1
            elif (inner := self._closed(part)) is not None:
                slots |= inner
            else:
                return None
        return slots

    def _why(self, condition: Condition) -> Why:
        asked = Ground(condition, self._citation)
        match condition:
            case Flag() | Question() | Is() | Between() | Aged() | Within():
                return self._test(condition)
            case AllOf():
                return _group(asked, [self.why(part) for part in condition.parts], decides=False)
            case AnyOf():
                return _group(asked, [self.why(part) for part in condition.parts], decides=True)
            case Not():
                negated = self.why(condition.part)

                def opposite(raw: Raw) -> Reason:
                    part = negated(raw)
                    return Reason(
                        asked, None if part.verdict is None else not part.verdict, None, (part,)
                    )

                return opposite
            case Named():
                return _group(asked, [self.why(condition.condition)], decides=False)
            case Given():
                slot = self._plan.slot(condition.fact.name)
                if condition.otherwise == AnyOf():
                    known = Ground(condition, self._citation, condition.fact.name)
                    counted = {v: Reason(known, bool(v), v) for v in (False, True, None)}
                    return lambda raw: counted[raw[slot]]
                otherwise = self.why(condition.otherwise)
                flag = Ground(condition.fact, self._citation, condition.fact.name)
                given = {value: Reason(flag, value, value) for value in (False, True)}

                def known_or(raw: Raw) -> Reason:
                    part = otherwise(raw) if raw[slot] is None else given[raw[slot]]
                    return Reason(asked, part.verdict, None, (part,))

                return known_or
            case During() | InMonths():
                settled = Reason(asked, self._normaliser.within_period(condition))
                return lambda _: settled
            case _:
                assert_never(condition)

    def _test(self, test: Flag | Question | Is | Between | Aged | Within) -> Why:
        source = (
            test
            if isinstance(test, Flag | Question)
            else test.birth
            if isinstance(test, Aged)
            else test.fact
        )
        name = source.name
        asked = Ground(test, self._citation, name)
        hidden = not isinstance(source, Question) and source.spec.identity
        found = self._normaliser.classes(test)
        if isinstance(found, bool):
            settled = Reason(asked, found, self._normaliser.setting.answers.get(name))
            return lambda _: settled
        if found is None:
            slot = self._plan.slot(name)
            return lambda raw: Reason(asked, None, raw[slot])
        variable, classes = found
        slot, locate = self._plan.slots[variable], self._plan.locators[variable]

        def reason(value: object) -> Reason:
            place = locate(value)
            shown = WITHHELD if hidden and value is not None else value
            return Reason(asked, None if place is None else place in classes, shown)

        domain = self._plan.normal.variables[variable].domain
        if isinstance(domain, Choices) and not domain.open:
            ready = {value: reason(value) for value in (*domain.values, None)}
            return lambda raw: ready[raw[slot]]
        if not isinstance(test, Within):
            return lambda raw: reason(raw[slot])
        # places come again and again, and are no secret; births are
        again = functools.lru_cache(maxsize=1024)(reason)
        return lambda raw: again(raw[slot])


def _group(asked: Ground, inner: list[Why], *, decides: bool) -> Why:
    """The reason of several: one part with the verdict `decides` settles it, else any open part leaves it open."""

    def group(raw: Raw) -> Reason:
        verdict: bool | None = not decides
        parts = tuple([why(raw) for why in inner])
        for part in parts:
            if part.verdict is decides:
                verdict = decides
                break
            if part.verdict is None:
                verdict = None
        return Reason(asked, verdict, None, parts)

    return group
