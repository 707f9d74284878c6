"""A measure: one clause of a document and what it does."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from ..clauses.obligation import Obligation
from ..rules.benefit import Benefit
from ..values.errors import Code, Problem
from ..values.fields import listed, misfits, refuse
from ..values.label import Label
from ..values.spans import Span
from ..values.text import Text
from .delivery import Delivery
from .listing import Listing
from .marks import ClauseKind, Defect, Document, Hedge, clause_of
from .pairing import PairingRule
from .quota import Quota
from .tally import Tally
from .target import Target

Effect: TypeAlias = Benefit | Target | PairingRule | Obligation | Quota | Delivery | Tally | Listing
"""What a clause does."""


@attrs.frozen(kw_only=True)
class Measure:
    """One clause of a plan and what it does.

    Attributes:
        id: The clause's id.
        kind: What sort of clause it is.
        at: Where it stands in the plan, as a citation gives it.
        title: What it is about.
        says: What it says, in the library's own words; None only where its effects say it all.
        units: The responsible units as printed, the lead unit first; empty where none is printed. The policy says
            which units there are.
        plan: Which of the document's plans (帮扶计划) it belongs to, out of a list of the policy's own.
        precisions: Which of the document's precisions (精准) it serves, out of a list of the policy's own.
        hedges: The words that take off from its firmness.
        defects: Where the text that is known cannot be taken as it stands.
        documents: What it rests on besides the plan.
        effects: What it does.
        life: When it differs from the policy's own life.

    Raises:
        RuleError: A field cannot hold its value, or an effect is another clause's.
    """

    id: str
    kind: ClauseKind
    at: str
    title: Text
    says: Text | None = None
    units: tuple[str, ...] = attrs.field(default=(), converter=listed)
    plan: Label | None = None
    precisions: tuple[Label, ...] = attrs.field(default=(), converter=listed)
    hedges: tuple[Hedge, ...] = attrs.field(default=(), converter=listed)
    defects: tuple[Defect, ...] = attrs.field(default=(), converter=listed)
    documents: tuple[Document, ...] = attrs.field(default=(), converter=listed)
    effects: tuple[Effect, ...] = attrs.field(default=(), converter=listed)
    life: Span | None = None

    def __attrs_post_init__(self) -> None:
        problems = misfits(self)
        if not problems:
            strays = [e.id for e in self.effects if clause_of(e.id) != self.id]
            if strays:
                expected = f"expected effects with the id {self.id} or {self.id}/…"
                problems.append(Problem(Code.BAD_RULE, "", strays, expected))
        refuse(f"measure {self.id}", problems)

    @property
    def benefits(self) -> tuple[Benefit, ...]:
        """What it grants."""
        return tuple(e for e in self.effects if isinstance(e, Benefit))

    @property
    def lead(self) -> str | None:
        """The unit in the lead, as printed."""
        return self.units[0] if self.units else None
