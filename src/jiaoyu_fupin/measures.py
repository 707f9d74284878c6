"""What a document lays down: measures, each with its clause, and the policy they make up."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from types import MappingProxyType

import attrs

from .errors import CallError, Code, Problem, RuleError, unknown_name
from .fingerprint import fingerprint
from .people import Subject
from .people.fact import specs
from .rules.ast import Question, handles_in, nodes_in
from .rules.benefit import Benefit, Life
from .rules.facts import Handle
from .text import Text


def _effects(effects: Iterable[Benefit]) -> tuple[Benefit, ...]:
    return tuple(effects)


@attrs.frozen(kw_only=True)
class Measure:
    """One clause of a plan and what it does.

    Attributes:
        id: The clause's id.
        at: Where it stands in the plan, as a citation gives it.
        title: What it is about.
        effects: What it grants.
        life: When it differs from the policy's own life.
    """

    id: str
    at: str
    title: Text
    effects: tuple[Benefit, ...] = attrs.field(default=(), converter=_effects)
    life: Life | None = None

    def __attrs_post_init__(self) -> None:
        strays = [b.id for b in self.effects if b.clause != self.id]
        if strays:
            raise RuleError(
                Problem(
                    Code.BAD_RULE,
                    f"measure {self.id}",
                    strays,
                    f"expected benefits with the id {self.id} or {self.id}/…",
                )
            )


def _measures(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(measures)


@attrs.frozen(kw_only=True, cache_hash=True)
class Policy:
    """Everything one document lays down; a value, with a version and a fingerprint of its content.

    Attributes:
        id: The name it is asked for by.
        version: Raised whenever the content changes.
        title: The document, in words.
        life: From when to when it is in force.
        last_target_year: The last year it sets itself a target for; a later answer says so.
        measures: Its clauses, in the order they are listed.
        questions: The points it leaves open.
        facts: Facts of subjects that only it knows.
    """

    id: str
    version: str
    title: Text
    life: Life
    measures: tuple[Measure, ...] = attrs.field(converter=_measures)
    last_target_year: int | None = None
    questions: tuple[Question, ...] = ()
    facts: tuple[Handle, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(Code.DUPLICATE, f"policy {self.id}", name, f"expected each {what} once")
            for what, names in (
                ("measure", [m.id for m in self.measures]),
                ("benefit", [b.id for b in self.benefits()]),
                ("question", [q.name for q in self.questions]),
                ("fact of its own", [f"{f.subject.__name__}.{f.name}" for f in self.facts]),
            )
            for name in dict.fromkeys(names)
            if names.count(name) > 1
        ]
        problems += [
            Problem(
                Code.BAD_RULE,
                f"policy {self.id}",
                f.name,
                "expected a fact of the policy's own, by a name no roster column has",
            )
            for f in self.facts
            if not f.own or f.name in specs(f.subject)
        ]
        taken = {n for b in self.benefits() for n in specs(b.subject)} | {
            f.name for f in self.facts
        }
        problems += [
            Problem(
                Code.BAD_RULE,
                f"policy {self.id}",
                q.name,
                "expected a question by a name no fact has",
            )
            for q in self.questions
            if q.name in taken
        ]
        problems += [
            Problem(
                Code.BAD_RULE,
                f"policy {self.id}, benefit {b.id}",
                name,
                f"expected a {what} that the policy declares",
            )
            for b in self.benefits()
            for what, name in _undeclared(b, self)
        ]
        if problems:
            raise RuleError(problems)

    def __getitem__(self, id_: str) -> Measure:
        """The measure of a clause.

        Raises:
            CallError: There is none of that id.
        """
        found = self._by_id.get(id_)
        if found is None:
            raise CallError(unknown_name(f"clause of {self.id}", id_, self._by_id))
        return found

    @functools.cached_property
    def _by_id(self) -> MappingProxyType[str, Measure]:
        return MappingProxyType({m.id: m for m in self.measures})

    def benefits(self, subject: type[Subject] | None = None) -> tuple[Benefit, ...]:
        """Its benefits in order, all or those of one kind of subject."""
        return tuple(b for m in self.measures for b in m.effects if subject in {None, b.subject})

    def life_of(self, benefit: Benefit) -> Life:
        """When a benefit is granted: its own life, else its measure's, else the policy's."""
        return benefit.life or self[benefit.clause].life or self.life

    @functools.cached_property
    def fingerprint(self) -> str:
        """A digest of the whole content: two policies that differ in anything differ here."""
        return fingerprint(self)


def _undeclared(benefit: Benefit, policy: Policy) -> Iterable[tuple[str, str]]:
    rules = (benefit.place, benefit.when, benefit.amount)
    for node in nodes_in(rules):
        if isinstance(node, Question) and node not in policy.questions:
            yield "question", node.name
    for fact in handles_in(rules):
        if fact.own and fact not in policy.facts:
            yield "fact of its own", fact.name
