"""The answer for one subject: a finding for each benefit of a policy."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs
import pendulum

from ..clauses.policy import Policy
from ..people import Subject, key_of, subject_name
from ..people.fact import NO_EXTRA, FrozenMap, specs
from ..rules.benefit import Basis, Benefit
from ..rules.evaluate import Make, Program, Raw
from ..rules.forms import Normal, NormalBenefit, Outcome, Reading, Setting
from ..rules.normal import Normaliser
from ..values.errors import CallError, Code, DataError, Problem, unknown_name
from ..values.given import day_given
from ..values.terms import Term
from ..values.text import Text
from .calls import check_answers, check_call, reading_of
from .findings import BY_A_PERSON, Assessment, Finding, Source

if TYPE_CHECKING:  # loaded when an explanation is asked for
    from ..rules.reasons import Reason, Reasoner
    from .explanations import Explanation

_CITATION = Text("{policy}，{at}（{clause}）", "{policy}, {at} ({clause})")


_POLICY_KNOWN_TO: Final = Text(
    "本政策的规定和标准查核到{day}，其后有无调整不详。",
    "The rules and figures of this policy are known up to {day}; whether they changed later is not known.",
)
_STANDARD_KNOWN_TO: Final = Text(
    "{standard}：查核到{day}，其后有无调整不详。",
    "{standard}: known up to {day}; whether it changed later is not known.",
)

_LATE: Final = Text(
    "所问日期晚于本方案最后目标年份{last}年。",
    "The date asked about is later than {last}, the plan's last target year.",
)


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
            self.benefits, alive=lambda benefit: policy.life_of(benefit).holds(setting.on)
        )
        self._plan = Program(self.normal, self._maker)
        self._normaliser = normaliser
        self._past = tuple(name for name, spec in specs(subject).items() if spec.past)
        self._sealed = True

    def __setattr__(self, name: str, value: object) -> None:
        if "_sealed" in self.__dict__:
            msg = "a prepared policy cannot change: prepare another"
            raise AttributeError(msg)
        object.__setattr__(self, name, value)

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

    def explain(self, subject: Subject, assumed: tuple[str, ...] = ()) -> tuple[Explanation, ...]:
        """Each finding for one subject with its reasons, in the order of `benefits`.

        `assumed` names the facts that were filled in on the caller's word; the explanations say so.

        Raises:
            CallError: As for `findings`.
            DataError: As for `findings`.
        """
        self._check(subject)
        explanation, shown_id = self._telling
        raw, policy, shown = self._plan.read(subject), self.policy, shown_id(subject)
        answers = zip(self._plan.answers(raw), self.benefits, self._whys, strict=True)
        return tuple(
            [
                explanation(finding, policy, benefit, shown, place(raw), when(raw), assumed)
                for finding, benefit, (place, when) in answers
            ]
        )

    @functools.cached_property
    def _telling(self) -> tuple[type[Explanation], Callable[[Subject], str]]:
        """What makes explanations, loaded when the first is asked for."""
        from .explanations import Explanation, shown_id

        return Explanation, shown_id

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
        own = self.policy.own_facts(self.subject)
        known = self.policy.facts_of(self.subject).keys() - {key_of(self.subject)}
        problems = [
            unknown_name(f"fact of a {subject_name(self.subject)}", n, known)
            for n in assuming
            if n not in known
        ]
        problems += [
            Problem(Code.WRONG_CALL, f"assuming[{n}]", None, "expected a value to assume")
            for n, value in assuming.items()
            if value is None
        ]
        if problems:
            raise CallError(problems)
        fields = {n: v for n, v in assuming.items() if n not in own and getattr(subject, n) is None}
        extra = {n: v for n, v in assuming.items() if n in own and subject.extra.get(n) is None}
        changed = {**fields, **({"extra": {**subject.extra, **extra}} if extra else {})}
        kind: Any = subject  # which facts it has, its own specs have said
        filled: Subject = attrs.evolve(kind, **changed)
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
        if subject.extra is not NO_EXTRA:
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
        own = self.policy.own_facts(self.subject)
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

    @functools.cached_property
    def _whys(
        self,
    ) -> tuple[tuple[Callable[[Raw], Reason | None], Callable[[Raw], Reason | None]], ...]:
        """For each benefit the functions that give the reasons of place and condition."""
        from ..rules.reasons import Reasoner

        return tuple(
            self._reasons(
                Reasoner(self._normaliser, self._plan, self._citation(rule.benefit)), rule
            )
            for rule in self.normal.benefits
        )

    def _reasons(
        self, reasoner: Reasoner, rule: NormalBenefit
    ) -> tuple[Callable[[Raw], Reason | None], Callable[[Raw], Reason | None]]:
        """The functions that give the reasons of place and condition; none outside the benefit's life."""
        if not self.policy.life_of(rule.benefit).holds(self.setting.on):
            return (lambda _: None, lambda _: None)
        return reasoner.why(rule.benefit.place), reasoner.why(rule.benefit.when)

    def _citation(self, benefit: Benefit) -> Text:
        at = self.policy[benefit.clause].at
        return _CITATION.filled(policy=self.policy.title, at=at, clause=benefit.clause)

    def _maker(self, rule: NormalBenefit) -> Make[Finding]:
        """The function that makes one benefit's findings; what they share is made once."""
        id_, citation, per, source = (
            rule.benefit.id,
            self._citation(rule.benefit),
            rule.benefit.per,
            self.source,
        )
        late = (*self._late(), *self._out_of_date(rule))
        refused = (*rule.notes, BY_A_PERSON, *late)
        granted = (*rule.notes, *late)
        notes_of = {Outcome.NOT_APPLICABLE: rule.notes, Outcome.NOT_ENTITLED: refused}

        def make(
            outcome: Outcome,
            basis: Basis | None = None,
            lower: Decimal | None = None,
            upper: Decimal | None = None,
            average: Decimal | None = None,
            missing: tuple[str, ...] = (),
            amount_missing: tuple[str, ...] = (),
        ) -> Finding:
            notes = notes_of.get(outcome, granted)
            return Finding(
                id_,
                citation,
                outcome,
                basis,
                lower,
                upper,
                average,
                per,
                missing,
                amount_missing,
                notes,
                source,
            )

        return make

    def _late(self) -> tuple[Text, ...]:
        """The note on a date later than the last year the policy sets itself a target for."""
        last = self.policy.last_target_year
        if last is None or self.setting.on.year <= last:
            return ()
        return (_LATE.filled(last=last),)

    def _out_of_date(self, rule: NormalBenefit) -> tuple[Text, ...]:
        """The note on a date up to which the policy, or a standard that it points to, has not been followed."""
        known_to = self.policy.known_to
        if known_to is not None and known_to < self.setting.on:
            return (_POLICY_KNOWN_TO.filled(day=known_to),)
        return tuple(_STANDARD_KNOWN_TO.filled(standard=s, day=s.known_to) for s in rule.beyond)


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
                "it has: " + ", ".join(having) if having else "it grants nothing to anyone",
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
    check_call(policy, subject, answers)
    day = day_given("on", on)
    check_answers(policy, answers)
    kind: Any = subject
    ready: Prepared = _prepared(
        policy, kind, day, reading_of(reading), tuple(sorted(answers.items()))
    )
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
    filled, assumed = ready.fill(subject, assuming)
    for explanation in ready.explain(filled, assumed):
        if explanation.benefit.id == benefit:
            return explanation
    raise CallError(unknown_name("benefit", benefit, [b.id for b in ready.benefits]))
