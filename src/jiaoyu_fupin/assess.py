"""The answer for one subject: a finding for each benefit of a policy."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import attrs
import pendulum

from .errors import CallError, Code, DataError, Problem, did_you_mean, unknown_name
from .explanations import Explanation, shown_id
from .findings import BY_A_PERSON, Assessment, Finding, Source
from .measures import Policy
from .people import Subject, key_of, subject_name
from .people.fact import FrozenMap, specs
from .rules.ast import Answers
from .rules.benefit import Basis, Benefit
from .rules.evaluate import Plan, Raw
from .rules.normal import Normal, NormalBenefit, Normaliser, Outcome, Reading, Setting
from .rules.reasons import Reason, Reasoner
from .terms import Term, as_date
from .text import Text


class Prepared:
    """A policy made ready for one kind of subject, one date, one reading and the answers given.

    Prepare once, assess many.

    Attributes:
        policy: The policy.
        subject: The kind of subject.
        setting: The date, the reading and the answers.
        source: The same for a reader of answers.
        benefits: The policy's benefits for this kind of subject, in order.
        normal: Their normal form.
    """

    __slots__ = (
        "_past",
        "_plan",
        "_whys",
        "benefits",
        "normal",
        "policy",
        "setting",
        "source",
        "subject",
    )

    def __init__(self, policy: Policy, subject: type[Subject], setting: Setting) -> None:
        self.policy = policy
        self.subject = subject
        self.setting = setting
        self.source = Source(
            policy.id,
            policy.version,
            policy.fingerprint,
            setting.on,
            setting.reading,
            FrozenMap(setting.answers),
        )
        self.benefits = _benefits(policy, subject)
        normaliser = Normaliser(setting)
        self.normal: Normal = normaliser.normal(
            self.benefits, alive=lambda benefit: policy.life_of(benefit).covers(setting.on)
        )
        self._plan = Plan(self.normal, self._finding)
        self._whys = tuple(self._reasons(normaliser, rule) for rule in self.normal.benefits)
        self._past = tuple(name for name, spec in specs(subject).items() if spec.past)

    @property
    def asked(self) -> tuple[str, ...]:
        """The facts that the rules ask, and the amounts are computed from."""
        return self._plan.names

    def findings(self, subject: Subject) -> tuple[Finding, ...]:
        """The findings for one subject, in the order of `benefits`.

        Raises:
            CallError: It is another kind of subject, or carries facts that the policy does not know.
            DataError: A date that has to be past lies after the assessment date.
        """
        self._check(subject)
        return self._plan(subject)

    def explain(self, subject: Subject) -> tuple[Explanation, ...]:
        """Each finding for one subject with its reasons, in the order of `benefits`.

        Raises:
            CallError: As for `findings`.
            DataError: As for `findings`.
        """
        findings = self.findings(subject)
        raw, shown = self._plan.read(subject), shown_id(subject)
        return tuple(
            [
                Explanation(finding, self.policy, benefit, shown, *(why(raw) for why in whys))
                for finding, benefit, whys in zip(findings, self.benefits, self._whys, strict=True)
            ]
        )

    def assess(
        self, subject: Subject, *, assuming: Mapping[str, object] = MappingProxyType({})
    ) -> Assessment:
        """The assessment of one subject; `assuming` fills in facts that are unknown, and only those."""
        if not assuming:
            return Assessment(subject, self.findings(subject))
        filled, assumed = self.fill(subject, assuming)
        return Assessment(filled, self.findings(filled), assumed)

    def fill(
        self, subject: Subject, assuming: Mapping[str, object]
    ) -> tuple[Subject, tuple[str, ...]]:
        """A subject with its unknown facts filled in where `assuming` has a value, and which these were."""
        own = {f.name for f in self.policy.facts if f.subject is self.subject}
        known = {*specs(self.subject), *own} - {key_of(self.subject)}
        problems = [
            unknown_name(f"fact of a {subject_name(self.subject)}", n, known)
            for n in assuming
            if n not in known
        ]
        if problems:
            raise CallError(problems)
        fields = {n: v for n, v in assuming.items() if n not in own and getattr(subject, n) is None}
        extra = {n: v for n, v in assuming.items() if n in own and subject.extra.get(n) is None}
        changed = {**fields, **({"extra": {**subject.extra, **extra}} if extra else {})}
        filled: Subject = attrs.evolve(subject, **changed)  # type: ignore[arg-type]
        return filled, tuple(sorted({*fields, *extra}))

    def _check(self, subject: Subject) -> None:
        if type(subject) is not self.subject:
            raise CallError(
                Problem(
                    Code.WRONG_CALL,
                    "subject",
                    type(subject).__name__,
                    f"expected a {self.subject.__name__}",
                )
            )
        if subject.extra:
            self._check_extra(subject)
        for name in self._past:
            day = getattr(subject, name)
            if day is not None and day > self.setting.on:
                raise DataError(
                    Problem(
                        Code.DATE_IN_FUTURE,
                        specs(self.subject)[name].where,
                        day,
                        f"expected a date up to {self.setting.on}",
                    )
                )

    def _check_extra(self, subject: Subject) -> None:
        own = {f.name: f.spec for f in self.policy.facts if f.subject is self.subject}
        strange = [
            unknown_name(f"fact of {self.policy.id}'s own", name, own)
            for name in subject.extra
            if name not in own
        ]
        if strange:
            raise CallError(strange)
        wrong = [
            p
            for name, value in subject.extra.items()
            if (p := own[name].problem(value)) is not None
        ]
        if wrong:
            raise DataError(wrong)

    def _reasons(
        self, normaliser: Normaliser, rule: NormalBenefit
    ) -> tuple[Callable[[Raw], Reason | None], ...]:
        """The functions that give the reasons of place and condition; None outside the benefit's life."""
        if not self.policy.life_of(rule.benefit).covers(self.setting.on):
            return (lambda _: None, lambda _: None)
        reasoner = Reasoner(normaliser, self._plan, self._citation(rule.benefit))
        return reasoner.why(rule.benefit.place), reasoner.why(rule.benefit.when)

    def _citation(self, benefit: Benefit) -> Text:
        title, at, id_ = self.policy.title, self.policy[benefit.clause].at, benefit.clause
        return Text(f"{title.zh}，{at}（{id_}）", f"{title.en}, {at} ({id_})")

    def _finding(
        self,
        rule: NormalBenefit,
        outcome: Outcome,
        basis: Basis | None,
        lower: Decimal | None,
        upper: Decimal | None,
        average: Decimal | None,
        missing: tuple[str, ...],
        amount_missing: tuple[str, ...],
    ) -> Finding:
        benefit, policy, on = rule.benefit, self.policy, self.setting.on
        notes = list(rule.notes)
        if outcome is Outcome.NOT_ENTITLED:
            notes.append(BY_A_PERSON)
        last = policy.last_target_year
        if last is not None and on.year > last and outcome is not Outcome.NOT_APPLICABLE:
            notes.append(
                Text(
                    f"所问日期晚于本方案最后目标年份{last}年。",
                    f"The date asked about is later than {last}, the plan's last target year.",
                )
            )
        return Finding(
            benefit=benefit.id,
            citation=self._citation(benefit),
            outcome=outcome,
            basis=basis,
            lower=lower,
            upper=upper,
            average=average,
            per=benefit.per,
            missing=missing,
            amount_missing=amount_missing,
            notes=tuple(notes),
            source=self.source,
        )


def _benefits(policy: Policy, subject: type[Subject]) -> tuple[Benefit, ...]:
    found = policy.benefits(subject)
    if not found:
        having = sorted({subject_name(b.subject) for b in policy.benefits()})
        raise CallError(
            Problem(
                Code.WRONG_CALL,
                f"policy {policy.id}",
                subject_name(subject),
                "expected a kind of subject it has benefits for",
                "it has: " + ", ".join(having),
            )
        )
    return found


def prepare(
    policy: Policy,
    subject: type[Subject],
    *,
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
) -> Prepared:
    """A policy made ready to be asked about many subjects of one kind.

    Args:
        policy: The policy.
        subject: The kind of subject, such as `Student`.
        on: The date the question is asked of; a term stands for its first day.
        reading: Which of two figures counts.
        answers: Open questions answered, by name.

    Raises:
        CallError: The policy has no benefits for such a subject, or lacks a question that is answered.
    """
    day = on.first_day if isinstance(on, Term) else as_date(on)
    _check_answers(policy, answers)
    kind: Any = subject
    ready: Prepared = _prepared(policy, kind, day, Reading(reading), tuple(sorted(answers.items())))
    return ready


@functools.lru_cache(maxsize=64)
def _prepared(
    policy: Policy,
    subject: Any,
    on: pendulum.Date,
    reading: Reading,
    answers: tuple[tuple[str, bool | int], ...],
) -> Prepared:
    return Prepared(policy, subject, Setting(on, reading, MappingProxyType(dict(answers))))


def _check_answers(policy: Policy, answers: Mapping[str, bool | int]) -> None:
    known = {q.name: q for q in policy.questions}
    problems = []
    for name, value in answers.items():
        question = known.get(name)
        if question is None:
            problems.append(
                Problem(
                    Code.UNKNOWN_NAME,
                    "answers",
                    name,
                    f"expected a question that {policy.id} leaves open",
                    did_you_mean(name, known),
                )
            )
        elif question.takes is Answers.YES_NO and not isinstance(value, bool):
            problems.append(
                Problem(Code.BAD_BOOLEAN, f"answers[{name}]", value, "expected True or False")
            )
        elif question.takes is Answers.WHOLE and (
            isinstance(value, bool) or not isinstance(value, int) or value < 0
        ):
            problems.append(
                Problem(
                    Code.BAD_NUMBER, f"answers[{name}]", value, "expected a whole number from 0"
                )
            )
    if problems:
        raise CallError(problems)


def assess(
    subject: Subject,
    policy: Policy,
    *,
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
    assuming: Mapping[str, object] = MappingProxyType({}),
) -> Assessment:
    """What a policy grants one subject on a date.

    Args:
        subject: Whom it is about; unknown facts are None.
        policy: The policy.
        on: The date the question is asked of; a term stands for its first day.
        reading: Which of two figures counts.
        answers: Open questions answered, by name.
        assuming: Values for facts that are unknown; known facts stay.

    Raises:
        CallError: A name nobody knows, or a policy without benefits for such a subject.
        DataError: A fact cannot be, such as a birth after the date.
    """
    ready = prepare(policy, type(subject), on=on, reading=reading, answers=answers)
    return ready.assess(subject, assuming=assuming)


def explain(
    subject: Subject,
    policy: Policy,
    benefit: str,
    *,
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
    assuming: Mapping[str, object] = MappingProxyType({}),
) -> Explanation:
    """Why one benefit is due to one subject on a date, or is not, or cannot be told.

    The arguments are those of `assess`; `benefit` is a benefit's id.

    Raises:
        CallError: As for `assess`, or the policy has no such benefit.
        DataError: As for `assess`.
    """
    ready = prepare(policy, type(subject), on=on, reading=reading, answers=answers)
    filled, _ = ready.fill(subject, assuming)
    for explanation in ready.explain(filled):
        if explanation.benefit.id == benefit:
            return explanation
    raise CallError(unknown_name("benefit", benefit, [b.id for b in ready.benefits]))
