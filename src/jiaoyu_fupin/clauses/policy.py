"""A policy: everything one document lays down."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeVar

import attrs
import pendulum

from ..people import Subject
from ..people.fact import FactSpec, specs
from ..places import CodeChange, CountyList, Territory
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
from .brought import (
    change_problems,
    changes_of,
    header_problems,
    label_problems,
    territories_of,
    unit_problems,
)
from .marks import ClauseKind, Document
from .measure import Effect, Measure
from .target import Target
from .units import Unit

_E = TypeVar("_E", bound=Effect)


@attrs.frozen(kw_only=True, cache_hash=True)
class Policy:
    """Everything one document lays down; a value, with a version and a fingerprint of its content.

    Attributes:
        id: The name it is asked for by.
        version: Raised whenever the content changes.
        title: The document, in words.
        life: From when to when it is in force; None where it prints no date, which only one that grants nothing may.
        territory: Where it holds; None where it names no place of its own.
        poor_counties: Its list of poor counties, by which a pairing's place is a poor one; None where it has none.
        known_to: Up to and including which day its rules have been followed, where they go on changing; a later
            answer says that it may be out of date.
        documents: The documents it carries out.
        measures: Its clauses, in the order they are listed.
        questions: The points it leaves open.
        facts: Facts of subjects that only it knows.
        standards: Dated figures that it sets.
        units: The units that it makes responsible, each with the ways in which it prints them.

    Raises:
        RuleError: Something comes twice, is not declared, contradicts the rest or has a name that is taken; all of it.
    """

    id: str
    version: str
    title: Text
    life: Span | None
    measures: tuple[Measure, ...] = attrs.field(converter=listed)
    territory: Territory | None = None
    poor_counties: CountyList | None = None
    known_to: pendulum.Date | None = None
    documents: tuple[Document, ...] = attrs.field(default=(), converter=listed)
    questions: tuple[Question, ...] = attrs.field(default=(), converter=listed)
    facts: tuple[Handle, ...] = attrs.field(default=(), converter=listed, eq=content)
    standards: tuple[Standard, ...] = attrs.field(default=(), converter=listed)
    units: tuple[Unit, ...] = attrs.field(default=(), converter=listed)

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
                "expected a fact of the policy's own, made by own_flag, own_label and the like",
            )
            for f in self.facts
            if not f.own
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
        territories = territories_of(self.benefits(), self.territory)
        problems += [
            attrs.evolve(p, where=f"policy {self.id}, {p.where}")
            for found in (
                unit_problems(self.units, self.measures),
                label_problems(self.measures),
                header_problems(self.facts),
                change_problems(territories, self.poor_counties),
            )
            for p in found
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
        plan: Label | str | None = None,
        precision: Label | str | None = None,
    ) -> tuple[Measure, ...]:
        """The measures that fit everything that is asked, in order; see `find_measures`.

        Raises:
            CallError: A name that the policy does not know; every such name with its nearest ones.
        """
        asked = find_measures(
            (self,), kind=kind, unit=unit, leads=leads, plan=plan, precision=precision
        )
        return tuple(measure for _, measure in asked)

    def unit_of(self, printed: str) -> Unit:
        """The unit that the policy prints so.

        Raises:
            CallError: It prints no such unit; the nearest ones are named.
        """
        found = self.unit_by_word.get(printed)
        if found is None:
            raise CallError(unknown_name("unit", str(printed), self.unit_by_word))
        return found

    @functools.cached_property
    def unit_by_word(self) -> Mapping[str, Unit]:
        """Its units by every way in which it prints them."""
        return MappingProxyType({word: unit for unit in self.units for word in unit.written})

    @functools.cached_property
    def county_changes(self) -> tuple[CodeChange, ...]:
        """The code changes that its territories and its list of poor counties bring."""
        return changes_of(territories_of(self.benefits(), self.territory), self.poor_counties)

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


def find_measures(
    policies: Iterable[Policy],
    *,
    kind: ClauseKind | str | None = None,
    unit: str | None = None,
    leads: str | None = None,
    plan: Label | str | None = None,
    precision: Label | str | None = None,
) -> tuple[tuple[Policy, Measure], ...]:
    """The measures of policies that fit everything that is asked, each with its policy, in order.

    Labels may be given by their canonical or their Chinese name; a unit by any of the ways it is printed. A name that
    some policy knows finds nothing in those that do not.

    Args:
        policies: Where to look.
        kind: The sort of clause.
        unit: A unit that is among the responsible ones.
        leads: A unit that is in the lead.
        plan: The plan it belongs to, out of the policy's own list.
        precision: The precision it serves, out of the policy's own list.

    Raises:
        CallError: A name that none of them knows; every such name with its nearest ones.
    """
    policies = tuple(policies)
    asked = {"kind": kind, "unit": unit, "leads": leads, "plan": plan, "precision": precision}
    found = [(p, m) for p in policies for m in p.measures]
    problems: list[Problem] = []
    for criterion in _CRITERIA:
        name = asked[criterion.argument]
        if name is None:
            continue
        word = str(name.value) if isinstance(name, Label) else str(name)
        meant = {id(p): criterion.words(p) for p in policies}
        if not any(word in words for words in meant.values()):
            known = {w for words in meant.values() for w in words}
            problems.append(unknown_name(criterion.what, word, known))
            continue
        found = [
            (p, m)
            for p, m in found
            if word in meant[id(p)] and meant[id(p)][word] in criterion.held(p, m)
        ]
    if problems:
        raise CallError(problems)
    return tuple(found)


@attrs.frozen
class _Criterion:
    """Something by which measures are found.

    Attributes:
        argument: The argument that names it.
        what: What it is, in messages.
        words: The names that a policy has for what may be asked, each with what it stands for.
        held: What of it a measure has.
    """

    argument: str
    what: str
    words: Callable[[Policy], Mapping[str, object]]
    held: Callable[[Policy, Measure], Sequence[object]]


def _words(members: Iterable[Label]) -> Mapping[str, Label]:
    """The labels of all lists that some labels are of, by their canonical and Chinese names."""
    lists = dict.fromkeys(type(member) for member in members)
    every = [member for one in lists for member in one]
    return {word: member for member in every for word in (str(member.value), member.zh)}


def _units(policy: Policy, printed: Iterable[str]) -> Sequence[Unit]:
    return [policy.unit_of(word) for word in printed]


_CRITERIA: Final = (
    _Criterion(
        "kind",
        f"kind ({ClauseKind.__doc__})",
        lambda _: _words(ClauseKind),
        lambda _, m: (m.kind,),
    ),
    _Criterion(
        "plan",
        "plan",
        lambda p: _words(m.plan for m in p.measures if m.plan is not None),
        lambda _, m: (m.plan,),
    ),
    _Criterion(
        "precision",
        "precision",
        lambda p: _words(label for m in p.measures for label in m.precisions),
        lambda _, m: m.precisions,
    ),
    _Criterion("unit", "unit", lambda p: p.unit_by_word, lambda p, m: _units(p, m.units)),
    _Criterion("leads", "unit", lambda p: p.unit_by_word, lambda p, m: _units(p, m.units[:1])),
)


def _undeclared(benefit: Benefit, policy: Policy) -> Iterable[tuple[str, str]]:
    rules = (benefit.place, benefit.when, benefit.amount)
    for node in nodes_in(rules):
        if isinstance(node, Question) and node not in policy.questions:
            yield "question", node.name
    declared = content(policy.facts)
    for fact in handles_in(rules):
        if fact.own and content(fact) not in declared:
            yield "fact of its own", fact.name
