"""One subject under several policies: what is the same money is due once.

A plan that carries out a national benefit grants the same money, not money besides; its own top-ups are money besides.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from ..clauses.policy import Policy
from ..people import SUBJECTS, Subject, subject_name
from ..rules.benefit import Basis, Per
from ..rules.forms import Outcome, Reading
from ..values.errors import CallError, Code, Problem, unknown_name
from ..values.given import is_several, not_several, strays
from ..values.money import Bounds
from ..values.terms import Term
from .findings import Assessment, Finding
from .prepared import Prepared, prepare
from .same_money import roots_of

if TYPE_CHECKING:  # loaded when an explanation is asked for
    from .explanations import Explanation

_RANK = (
    Outcome.ENTITLED,
    Outcome.UNDETERMINED,
    Outcome.NOT_ENTITLED,
    Outcome.NOT_APPLICABLE,
)


@attrs.frozen
class Due:
    """One sum of money, or one thing in kind, under whichever policies grant it.

    Attributes:
        id: The id of the benefit that the others carry out, or of the only one.
        findings: The findings of each policy that speaks of it, in the order the policies were given.
        repayable: Whether it has to be paid back.
    """

    id: str
    findings: tuple[Finding, ...]
    repayable: bool = False

    @property
    def outcome(self) -> Outcome:
        """Entitled where any policy grants it; else undetermined where any may; a refusal only where all refuse."""
        return min((f.outcome for f in self.findings), key=_RANK.index)

    @property
    def per(self) -> Per:
        """What one amount is for: one period for all findings, those that state none aside."""
        return next((f.per for f in self.findings if f.per is not Per.UNSTATED), Per.UNSTATED)

    @property
    def missing(self) -> tuple[str, ...]:
        """The unknown facts and questions that may still change whether it is due; empty unless undetermined."""
        if self.outcome is not Outcome.UNDETERMINED:
            return ()
        return tuple(sorted({name for f in self._open for name in f.missing}))

    @property
    def amount_missing(self) -> tuple[str, ...]:
        """The unknown facts that the amount may hang on, and those that decide whether another policy adds to it."""
        if self._granted:
            adding = tuple(f for f in self._open if self._adds(f))
        else:
            own = {(f.bounds, f.average, _is_silent(f)) for f in self._open}
            adding = self._open if len(own) > 1 else ()
        names = {name for f in adding for name in f.missing}
        counted = (*self._granted, *(adding if self._granted else self._open))
        return tuple(sorted(names | {name for f in counted for name in f.amount_missing}))

    @property
    def bounds(self) -> Bounds:
        """Between which yuan it lies once it is due: no policy that grants it gives less than it says.

        A policy that states no amount sets no bound beside one that states its own.

        - The nation grants 1000, the plan the same money at 1250: the child is due 1250, [1250, 1250].
        - The nation grants 1000, the plan may grant 1250 once a fact is known: at least what is granted, [1000, 1250].
        - Neither is settled, one would be 1000 and the other 1250: whichever comes true, [1000, 1250]; were one of them
          silent on its amount, either end could be missed, so there would be no bounds.
        """
        # what is granted sets the least; what may yet be granted can only raise the most
        stated = self.stated
        if not stated:
            return Bounds(None, None)
        lows = [f.lower for f in stated if f.lower is not None]
        if self._granted:
            lower = max(lows) if lows else None
            stated = (*stated, *_stated(self._open))
        else:
            lower = min(lows) if len(lows) == len(self._open) else None
        highs = [f.upper for f in stated if f.upper is not None]
        whole = len(highs) == len(stated) and (self._granted or len(stated) == len(self._open))
        return Bounds(lower, max(highs) if whole else None)

    @property
    def basis(self) -> Basis | None:
        """How its amount is fixed; None where nothing is due, or where the policies that count differ."""
        bases = {f.basis for f in self.stated or self._granted or self._open}
        return bases.pop() if len(bases) == 1 else None

    @property
    def policies(self) -> tuple[str, ...]:
        """The ids of the policies that speak of it."""
        return tuple(f.source.policy for f in self.findings)

    @property
    def stated(self) -> tuple[Finding, ...]:
        """The findings whose own amounts count: of those that grant it, or where none does of those that may."""
        return _stated(self._granted or self._open)

    @property
    def average(self) -> Decimal | None:
        """The highest average of the policies that grant it (or may, where none does yet); nobody's own amount."""
        held = [f.average for f in self._granted or self._open if f.average is not None]
        return max(held) if held else None

    @property
    def _granted(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.outcome is Outcome.ENTITLED)

    @property
    def _open(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.outcome is Outcome.UNDETERMINED)

    def _adds(self, other: Finding) -> bool:
        """Whether a policy that may grant it can change what is granted already."""
        if other.basis is Basis.AVERAGE:
            held = self.average
            if other.average is None or held is None or other.average > held:
                return True
        if _is_silent(other):
            return False
        granted = _stated(self._granted)
        if not granted:
            return True
        lows = [f.lower for f in granted if f.lower is not None]
        if any(f.amount_missing for f in (*granted, other)):
            return other.upper is None or not lows or other.upper > max(lows)
        highs = [f.upper for f in granted if f.upper is not None]
        raises_least = other.lower is not None and (not lows or other.lower > max(lows))
        raises_most = len(highs) == len(granted) and (
            other.upper is None or other.upper > max(highs)
        )
        return raises_least or raises_most


def _is_silent(finding: Finding) -> bool:
    """Whether it says nothing of one subject's amount; an average does so by its tiers alone."""
    if finding.basis is Basis.AVERAGE:
        return finding.lower is None and finding.upper is None
    return finding.basis in {Basis.UNSTATED, Basis.IN_KIND}


def _stated(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if not _is_silent(f))


@attrs.frozen
class Sum:
    """What all dues of one period come to.

    Attributes:
        per: The period; nothing of another period is in it.
        bounds: Yuan; a due that is undetermined adds nothing to the lower bound.
        left_out: The ids of dues of this period that are not added: averages, goods, amounts not stated, loans.
    """

    per: Per
    bounds: Bounds
    left_out: tuple[str, ...]


@attrs.frozen
class Together:
    """One subject's assessments under several policies.

    Attributes:
        assessments: One for each policy that has benefits for such a subject, in the order the policies were given.
        dues: What is granted, each sum of money once.
        silent: The ids of the policies that have no benefits for such a subject.
    """

    assessments: tuple[Assessment, ...] = attrs.field(repr=False)
    dues: tuple[Due, ...]
    silent: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Due]:
        return iter(self.dues)

    def __getitem__(self, id_: str) -> Due:
        """The due that a benefit belongs to, by the id of any of its benefits.

        Raises:
            CallError: No policy has such a benefit.
        """
        known = {f.benefit: due for due in self.dues for f in due.findings}
        known.update({due.id: due for due in self.dues})
        if id_ not in known:
            raise CallError(unknown_name("benefit", str(id_), known))
        return known[id_]

    @property
    def entitled(self) -> tuple[Due, ...]:
        """What is due."""
        return tuple(d for d in self.dues if d.outcome is Outcome.ENTITLED)

    @property
    def undetermined(self) -> tuple[Due, ...]:
        """What waits for facts."""
        return tuple(d for d in self.dues if d.outcome is Outcome.UNDETERMINED)

    @property
    def open(self) -> tuple[Due, ...]:
        """What is due or may be."""
        return tuple(d for d in self.dues if d.outcome in {Outcome.ENTITLED, Outcome.UNDETERMINED})

    @property
    def periods(self) -> tuple[Per, ...]:
        """The periods of what is due or may be, in the order of the dues."""
        return tuple(dict.fromkeys(d.per for d in self.open))

    def total(self, per: Per) -> Sum:
        """What the dues of one period come to, each sum of money once."""
        lower, upper = Decimal(0), Decimal(0)
        bounded = True
        left_out = []
        for due in self.dues:
            if due.per is not per or due.outcome not in {Outcome.ENTITLED, Outcome.UNDETERMINED}:
                continue
            if due.repayable or not due.stated:
                left_out.append(due.id)
                continue
            bounds = due.bounds
            if due.outcome is Outcome.ENTITLED:
                lower += bounds.lower or 0
            if bounds.upper is None:
                bounded = False
            else:
                upper += bounds.upper
        return Sum(per, Bounds(lower, upper if bounded else None), tuple(left_out))


def assess_together(
    subject: Subject,
    policies: Iterable[Policy],
    *,
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
    assuming: Mapping[str, object] = MappingProxyType({}),
) -> Together:
    """What several policies grant one subject on a date, with money that is the same counted once.

    Args:
        subject: Whom it is about.
        policies: The policies, such as the nation's and a city's.
        on: The date the question is asked of; a term stands for its first day.
        reading: Which of two figures counts.
        answers: Open questions answered, by name; each policy takes those it asks.
        assuming: Values for facts that are unknown; each policy takes those it knows.

    Raises:
        CallError: A policy is given twice, or none; a name that none of them knows; none has benefits for the subject;
            a benefit carries itself out by way of others, or one of another period; two policies mean different
            things by one name.
        DataError: A fact cannot be, such as a birth after the date.
    """
    policies = _checked(type(subject), policies, answers, assuming)
    _check(type(subject), policies, answers, (*assuming, *getattr(subject, "extra", ())))
    return _joint(type(subject), policies, on, reading, answers).assess(subject, assuming=assuming)


@attrs.frozen(kw_only=True)
class Joint:
    """Several policies made ready for one kind of subject and one date, to be assessed together.

    Attributes:
        readies: Each policy that has benefits for such a subject, made ready, in the order they were given.
        silent: The ids of the policies that have none.
        roots: For each benefit's id the id of the money it is.
        loans: The ids of money that has to be paid back.
    """

    readies: tuple[Prepared, ...]
    silent: tuple[str, ...]
    roots: Mapping[str, str]
    loans: frozenset[str]

    def assess(
        self, subject: Subject, *, assuming: Mapping[str, object] = MappingProxyType({})
    ) -> Together:
        """What the policies grant one subject; `assuming` fills in facts that are unknown, and only those.

        Raises:
            CallError: It is another kind of subject.
            DataError: A fact cannot be, such as a birth after the date.
        """
        groups: dict[str, list[Finding]] = {}
        assessments = []
        for ready in self.readies:
            known = _known(ready.policy, type(subject))
            assessment = ready.assess(
                _narrowed(subject, ready.policy),
                assuming={name: value for name, value in assuming.items() if name in known},
            )
            assessments.append(assessment)
            for benefit, finding in zip(ready.benefits, assessment, strict=True):
                groups.setdefault(self.roots[benefit.id], []).append(finding)
        return Together(
            tuple(assessments),
            tuple(Due(id_, tuple(found), id_ in self.loans) for id_, found in groups.items()),
            self.silent,
        )

    def explain(self, subject: Subject) -> tuple[Explanation, ...]:
        """Each policy's findings for one subject with their reasons, in the order of the policies.

        Raises:
            CallError: As for `assess`.
            DataError: As for `assess`.
        """
        return tuple(
            explanation
            for ready in self.readies
            for explanation in ready.explain(_narrowed(subject, ready.policy))
        )


def prepare_together(
    policies: Iterable[Policy],
    subject: type[Subject],
    *,
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
) -> Joint:
    """Several policies made ready to be asked about many subjects of one kind, as `assess_together` asks of one.

    Raises:
        CallError: As for `assess_together`, the names of what is assumed aside.
    """
    policies = _checked(subject, policies, answers, {})
    _check(subject, policies, answers, ())
    return _joint(subject, policies, on, reading, answers)


def _joint(
    kind: type[Subject],
    policies: tuple[Policy, ...],
    on: datetime.date | Term,
    reading: Reading,
    answers: Mapping[str, bool | int],
) -> Joint:
    speaking = [p for p in policies if p.benefits(kind)]
    benefits = [b for p in speaking for b in p.benefits(kind)]
    roots = roots_of(benefits)
    return Joint(
        readies=tuple(
            prepare(
                policy,
                kind,
                on=on,
                reading=reading,
                answers={q.name: answers[q.name] for q in policy.questions if q.name in answers},
            )
            for policy in speaking
        ),
        silent=tuple(p.id for p in policies if p not in speaking),
        roots=MappingProxyType(roots),
        loans=frozenset(roots[b.id] for b in benefits if b.repayable),
    )


def _known(policy: Policy, kind: type[Subject]) -> set[str]:
    return set(policy.facts_of(kind))


def _narrowed(subject: Subject, policy: Policy) -> Subject:
    """The subject without the further facts that only other policies know."""
    known = _known(policy, type(subject))
    if all(name in known for name in subject.extra):
        return subject
    whole: Any = subject
    kept: Subject = attrs.evolve(
        whole, extra={name: value for name, value in subject.extra.items() if name in known}
    )
    return kept


def _checked(kind: type, policies: object, answers: object, assuming: object) -> tuple[Policy, ...]:
    """The policies, once all that was given is of the kind it has to be."""
    problems = []
    if kind not in SUBJECTS.values():
        kinds = ", ".join(one.__name__ for one in SUBJECTS.values())
        shown = getattr(kind, "__name__", "?")
        problems.append(Problem(Code.WRONG_TYPE, "subject", shown, f"expected one of {kinds}"))
    given = tuple(policies) if is_several(policies) else None
    problems += (
        [not_several("policies", policies)] if given is None else strays("policies", given, Policy)
    )
    problems += [
        Problem(Code.WRONG_TYPE, name, type(names).__name__, "expected a mapping from names")
        for name, names in (("answers", answers), ("assuming", assuming))
        if not isinstance(names, Mapping)
    ]
    if problems or given is None:
        raise CallError(problems)
    return given


def _check(
    kind: type[Subject],
    policies: Iterable[Policy],
    answers: Mapping[str, object],
    facts: Iterable[str],
) -> None:
    ids = [p.id for p in policies]
    problems = [
        Problem(Code.DUPLICATE, "policies", id_, "expected each policy once")
        for id_ in dict.fromkeys(ids)
        if ids.count(id_) > 1
    ]
    if not policies:
        problems.append(Problem(Code.WRONG_CALL, "policies", None, "expected at least one policy"))
    elif not any(p.benefits(kind) for p in policies):
        problems.append(
            Problem(
                Code.WRONG_CALL,
                "policies",
                subject_name(kind),
                "expected a policy that has benefits for such a subject",
            )
        )
    problems += _clashes(kind, policies)
    asked = {q.name for p in policies for q in p.questions}
    known = {name for p in policies for name in _known(p, kind)}
    problems += [
        unknown_name("question of these policies", str(name), asked)
        for name in answers
        if name not in asked
    ]
    problems += [
        unknown_name(f"fact of a {subject_name(kind)}", str(name), known)
        for name in facts
        if name not in known
    ]
    if problems:
        raise CallError(problems)


def _clashes(kind: type[Subject], policies: Iterable[Policy]) -> Iterator[Problem]:
    """Names by which two policies mean different things: a value or an answer would reach both, money would be merged.

    Two benefits are never one, whatever they say; a question or a fact that both declare alike is one.
    """
    first: dict[tuple[str, str], tuple[object, Policy]] = {}
    for policy in dict.fromkeys(policies):
        named: list[tuple[str, str, object]] = [
            *(("benefit", b.id, policy.id) for b in policy.benefits(kind)),
            *(("question", q.name, q) for q in policy.questions),
            *(("fact", name, spec) for name, spec in policy.own_facts(kind).items()),
        ]
        for what, name, meaning in named:
            other, owner = first.setdefault((what, name), (meaning, policy))
            if other != meaning and owner.id != policy.id:
                expected = f"expected one {what} of this name; {owner.id} and {policy.id} mean different ones by it"
                yield Problem(Code.CONFLICT, "policies", name, expected, "rename one of them")
