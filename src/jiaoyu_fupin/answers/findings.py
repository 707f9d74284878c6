"""The answers: a finding for each benefit, an assessment of one subject."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs
import pendulum

from ..people import Subject
from ..people.fact import FrozenMap
from ..rules.benefit import Basis, Per
from ..rules.forms import Outcome, Reading
from ..values.errors import CallError, unknown_name
from ..values.money import Bounds
from ..values.text import Text


@attrs.frozen
class Source:
    """Which rules an answer rests on.

    Attributes:
        policy: The policy's id.
        version: Its version.
        fingerprint: The digest of its content.
        on: The date the question was asked of.
        reading: The reading of its figures.
        answers: The open questions answered, by name.
    """

    policy: str
    version: str
    fingerprint: str
    on: pendulum.Date
    reading: Reading
    answers: FrozenMap = attrs.field(converter=FrozenMap)


@attrs.frozen
class Finding:
    """The answer for one subject, one benefit, one date: a calculation, not an administrative decision.

    Attributes:
        benefit: The id of the benefit.
        citation: Where the plan grants it.
        outcome: Entitled, not entitled, undetermined or not applicable.
        basis: How the amount is fixed; None unless entitled or undetermined.
        lower: Yuan; None where no bound is known.
        upper: Yuan; None where no bound is known.
        average: Yuan, for the basis `average` only.
        per: What one amount is for.
        missing: The unknown facts and open questions that decide; empty unless undetermined.
        amount_missing: The unknown facts that the bounds hang on.
        notes: What a reader has to know besides.
        source: The rules the answer rests on.
    """

    benefit: str
    citation: Text = attrs.field(repr=False)
    outcome: Outcome
    basis: Basis | None
    lower: Decimal | None
    upper: Decimal | None
    average: Decimal | None
    per: Per
    missing: tuple[str, ...]
    amount_missing: tuple[str, ...]
    notes: tuple[Text, ...] = attrs.field(repr=False)
    source: Source = attrs.field(repr=False)

    @property
    def bounds(self) -> Bounds:
        """The bounds of the amount, in yuan."""
        return Bounds(self.lower, self.upper)

    def __bool__(self) -> bool:
        msg = "a finding has four outcomes, not two: compare finding.outcome with Outcome.ENTITLED and the others"
        raise TypeError(msg)


BY_A_PERSON = Text("须由人工确认。", "To be confirmed by a person.")
"""What every refusal carries."""


@attrs.frozen
class Assessment:
    """All findings for one subject, in the order of the policy's benefits.

    Attributes:
        subject: Whom it is about.
        findings: One for each benefit.
        assumed: The unknown facts that were filled in on the caller's word.
    """

    subject: Subject = attrs.field(repr=False)
    findings: tuple[Finding, ...]
    assumed: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __getitem__(self, benefit: str) -> Finding:
        """The finding for one benefit.

        Raises:
            CallError: The policy has no such benefit for this kind of subject.
        """
        for finding in self.findings:
            if finding.benefit == benefit:
                return finding
        raise CallError(unknown_name("benefit", str(benefit), [f.benefit for f in self.findings]))

    def having(self, outcome: Outcome) -> tuple[Finding, ...]:
        """The findings with one outcome."""
        return tuple(f for f in self.findings if f.outcome is outcome)

    @property
    def entitled(self) -> tuple[Finding, ...]:
        """The findings of what is due."""
        return self.having(Outcome.ENTITLED)

    @property
    def undetermined(self) -> tuple[Finding, ...]:
        """The findings that wait for facts."""
        return self.having(Outcome.UNDETERMINED)

    def questions(self) -> tuple[str, ...]:
        """The facts and questions still needed, those that most money waits for first."""
        waiting: dict[str, Decimal] = {}
        for finding in self.undetermined:
            for name in finding.missing:
                waiting[name] = waiting.get(name, Decimal(0)) + (
                    finding.upper or finding.average or Decimal(0)
                )
        return tuple(sorted(waiting, key=lambda name: (-waiting[name], name)))
