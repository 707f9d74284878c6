"""Cases worked out by hand: TOML files that say of a subject on a date what each benefit has to answer.

A file holds `[[case]]` tables: name, on, why, reading and answers where they matter, one table named after the
kind of subject (`[case.student]`) with the facts that are known, and `[[case.expect]]` tables. Text stands for
labels, codes and yuan; facts that only the policy declares stand under `extra`. What an expectation does not
mention is empty.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from jiaoyu_fupin.answers.prepared import prepare
from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.people import SUBJECTS, Subject, key_of
from jiaoyu_fupin.people.fact import FactSpec, FrozenMap, Kind, specs
from jiaoyu_fupin.rules.forms import Reading

CASES = Path(__file__).parent / "cases"

_MONEY = ("lower", "upper", "average")
_NAMES = ("missing", "amount_missing")
_EXPECTED = {"benefit", "outcome", "basis", "per", *_MONEY, *_NAMES}


@attrs.frozen(kw_only=True)
class Case:
    """One case: a subject, a date, and what the benefits named have to answer."""

    name: str
    on: datetime.date
    reading: Reading
    answers: Mapping[str, bool | int]
    subject: Subject
    expected: tuple[Mapping[str, Any], ...]

    def found(self, policy: Policy) -> tuple[Mapping[str, Any], ...]:
        """What the library answers, in the form of `expected`."""
        ready = prepare(
            policy, type(self.subject), on=self.on, reading=self.reading, answers=self.answers
        )
        by_id = {finding.benefit: finding for finding in ready.findings(self.subject)}
        return tuple(
            {
                "benefit": benefit,
                "outcome": by_id[benefit].outcome.value,
                "basis": None if (basis := by_id[benefit].basis) is None else basis.value,
                "per": by_id[benefit].per.value,
                **{name: getattr(by_id[benefit], name) for name in (*_MONEY, *_NAMES)},
            }
            for benefit in (expected["benefit"] for expected in self.expected)
        )


def load_cases(folder: Path, policy: Policy) -> list[Case]:
    """All cases of a folder, in the order of the files; each name stands once."""
    cases = [
        _case(raw, policy)
        for path in sorted(folder.glob("*.toml"))
        for raw in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]
    names = [case.name for case in cases]
    assert sorted(names) == sorted(set(names)), [n for n in set(names) if names.count(n) > 1]
    return cases


def _case(raw: Mapping[str, Any], policy: Policy) -> Case:
    (kind,) = set(raw) & set(SUBJECTS)
    assert set(raw) <= {"name", "on", "why", "reading", "answers", kind, "expect"}, raw["name"]
    return Case(
        name=raw["name"],
        on=raw["on"],
        reading=Reading(raw.get("reading", "as-written")),
        answers=raw.get("answers", {}),
        subject=subject_of(SUBJECTS[kind], raw[kind], policy),
        expected=tuple(_expected(expectation) for expectation in raw["expect"]),
    )


def subject_of(kind: type[Subject], raw: Mapping[str, Any], policy: Policy) -> Subject:
    """The subject of a case; the policy says which facts stand under `extra`."""
    known = specs(kind)
    own = {handle.name: handle.spec for handle in policy.facts if handle.subject is kind}
    facts: dict[str, Any] = {key_of(kind): "S-0001"}
    facts |= {name: _fact(known[name], value) for name, value in raw.items() if name != "extra"}
    extra = {name: _fact(own[name], value) for name, value in raw.get("extra", {}).items()}
    return kind(**facts, extra=FrozenMap(extra))


def _fact(spec: FactSpec, value: Any) -> Any:
    if spec.kind is Kind.LABEL:
        assert spec.labels is not None
        (member,) = (m for m in spec.labels if m.value == value)
        return member
    return Decimal(value) if spec.kind is Kind.MONEY else value


def _expected(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    assert set(raw) <= _EXPECTED, raw
    return {
        "benefit": raw["benefit"],
        "outcome": raw["outcome"],
        "basis": raw.get("basis"),
        "per": raw["per"],
        **{name: None if (yuan := raw.get(name)) is None else Decimal(yuan) for name in _MONEY},
        **{name: tuple(raw.get(name, ())) for name in _NAMES},
    }
