"""A policy: everything one document lays down."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

import attrs

from ..people import Subject
from ..people.fact import FactSpec, specs
from ..places import Territory
from ..rules.ast import Question, Standard, handles_in, nodes_in
from ..rules.benefit import Benefit
from ..rules.facts import Handle
from ..values.content import content
from ..values.errors import CallError, Code, Problem, RuleError, unknown_name
from ..values.fields import check_fields, listed
from ..values.fingerprint import fingerprint
from ..values.label import Label
from ..values.spans import Span
from ..values.text import Text
from .marks import AssistancePlan, ClauseKind, Document, Precision
from .measure import Effect, Measure
from .target import Target
from .units import unit_of

_E = TypeVar("_E", bound=Effect)
_L = TypeVar("_L", bound=Label)


@attrs.frozen(kw_only=True, cache_hash=True)
class Policy:
    """Everything one document lays down; a value, with a version and a fingerprint of its content.

    Attributes:
        id: The name it is asked for by.
        version: Raised whenever the content changes.
        title: The document, in words.
        life: From when to when it is in force; None where it prints no date, which only one that grants nothing may.
        territory: Where it holds; None where it names no place of its own.
        documents: The documents it carries out.
        measures: Its clauses, in the order they are listed.
        questions: The points it leaves open.
        facts: Facts of subjects that only it knows.
        standards: Dated figures that it sets.
    """

    id: str
    version: str
    title: Text
    life: Span | None
    measures: tuple[Measure, ...] = attrs.field(converter=listed)
    territory: Territory | None = None
    documents: tuple[Document, ...] = attrs.field(default=(), converter=listed)
    questions: tuple[Question, ...] = attrs.field(default=(), converter=listed)
    facts: tuple[Handle, ...] = attrs.field(default=(), converter=listed, eq=content)
    standards: tuple[Standard, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self, f"policy {self.id}")
        problems = [
            Problem(Code.DUPLICATE, f"policy {self.id}", name, f"expected each {what} once")
            for what, names in (
                ("measure", [m.id for m in self.measures]),
                ("effect", [e.id for m in self.measures for e in m.effects]),
                ("question", [q.name for q in self.questions]),
                ("fact of its own", [f"{f.subject.__name__}.{f.name}" for f in self.facts]),
                ("standard", [s.id for s in self.standards]),
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
        problems += [
            Problem(
                Code.REQUIRED,
                f"policy {self.id}, benefit {b.id}",
                None,
                "expected a life of the policy, the measure or the benefit",
            )
            for b in self.benefits()
            if (b.life or self[b.clause].life or self.life) is None
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
            CallError: The policy has no clause of that id.
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
        return tuple(b for b in self.effects(Benefit) if subject in {None, b.subject})

    def effects(self, kind: type[_E]) -> tuple[_E, ...]:
        """Its effects of one kind in order, such as all targets."""
        return tuple(e for m in self.measures for e in m.effects if isinstance(e, kind))

    def own_facts(self, subject: type[Subject]) -> Mapping[str, FactSpec]:
        """The facts of a kind of subject that only this policy knows, by name."""
        return {f.name: f.spec for f in self.facts if f.subject is subject}

    def facts_of(self, subject: type[Subject]) -> Mapping[str, FactSpec]:
        """The facts that a kind of subject may have under this policy, by name: the library's, then its own."""
        return specs(subject, self.own_facts(subject).values())

    @property
    def last_target_year(self) -> int | None:
        """The last year it sets itself a target for, None where it has no target; a later answer says so."""
        return max((target.due for target in self.effects(Target)), default=None)

    def find(
        self,
        *,
        kind: ClauseKind | str | None = None,
        unit: str | None = None,
        leads: str | None = None,
        plan: AssistancePlan | str | None = None,
        precision: Precision | str | None = None,
    ) -> tuple[Measure, ...]:
        """The measures that fit everything that is asked, in order.

        Labels may be given by their canonical or their Chinese name; a unit by any of the ways it is printed.

        Args:
            kind: The sort of clause.
            unit: A unit that is among the responsible ones.
            leads: A unit that is in the lead.
            plan: The assistance plan it belongs to.
            precision: The precision it serves.

        Raises:
            CallError: A name nobody knows; every such name with its nearest ones.
        """
        problems: list[Problem] = []
        wanted = (
            _label("kind", ClauseKind, kind, problems),
            _label("plan", AssistancePlan, plan, problems),
            _label("precision", Precision, precision, problems),
        )
        some_unit, lead = _written(unit, problems), _written(leads, problems)
        if problems:
            raise CallError(problems)
        of_kind, of_plan, of_precision = wanted
        return tuple(
            m
            for m in self.measures
            if of_kind in {None, m.kind}
            and of_plan in {None, m.plan}
            and (of_precision is None or of_precision in m.precisions)
            and (some_unit is None or some_unit & set(m.units))
            and (lead is None or m.lead in lead)
        )

    def life_of(self, benefit: Benefit) -> Span:
        """When a benefit is granted: its own life, else its measure's, else the policy's.

        Raises:
            CallError: The policy has no such benefit.
        """
        life = benefit.life or self[benefit.clause].life or self.life
        if life is None:  # the constructor saw to it that each benefit of the policy's own has one
            raise CallError(
                unknown_name(f"benefit of {self.id}", benefit.id, [b.id for b in self.benefits()])
            )
        return life

    @functools.cached_property
    def fingerprint(self) -> str:
        """A digest of the whole content: two policies that differ in anything differ here."""
        return fingerprint(self)


def _label(
    what: str, labels: type[_L], name: _L | str | None, problems: list[Problem]
) -> _L | None:
    if name is None or isinstance(name, labels):
        return name
    by_word = {word: member for member in labels for word in (str(member.value), member.zh)}
    if name not in by_word:
        problems.append(unknown_name(f"{what} ({labels.__doc__})", str(name), by_word))
        return None
    return by_word[str(name)]


def _written(unit: str | None, problems: list[Problem]) -> frozenset[str] | None:
    if unit is None:
        return None
    try:
        return frozenset(unit_of(unit).written)
    except CallError as error:
        problems += error.problems
        return None


def _undeclared(benefit: Benefit, policy: Policy) -> Iterable[tuple[str, str]]:
    rules = (benefit.place, benefit.when, benefit.amount)
    for node in nodes_in(rules):
        if isinstance(node, Question) and node not in policy.questions:
            yield "question", node.name
    declared = content(policy.facts)
    for fact in handles_in(rules):
        if fact.own and content(fact) not in declared:
            yield "fact of its own", fact.name
