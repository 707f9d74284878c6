"""Subjects as a polars frame, for the tests that compare columns with single cases."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from jiaoyu_fupin import Policy, Subject
from jiaoyu_fupin.people.fact import Kind, specs
from jiaoyu_fupin.values.label import Label

DTYPES: dict[Kind, Any] = {
    Kind.FLAG: pl.Boolean,
    Kind.LABEL: pl.String,
    Kind.WHOLE: pl.Int64,
    Kind.MONEY: pl.Decimal(18, 2),
    Kind.DATE: pl.Date,
    Kind.CODE: pl.String,
    Kind.WORDS: pl.String,
}


def frame_of(subjects: Sequence[Subject], subject: type[Subject], policy: Policy) -> pl.DataFrame:
    """One row per subject, a column per fact, the policy's own facts included."""
    own = {f.name: f.spec for f in policy.facts if f.subject is subject}
    columns = {}
    for name, spec in {**specs(subject), **own}.items():
        values = [s.extra.get(name) if name in own else getattr(s, name) for s in subjects]
        words = [v.value if isinstance(v, Label) else v for v in values]
        columns[name] = pl.Series(name, words, dtype=DTYPES[spec.kind])
    return pl.DataFrame(columns)
