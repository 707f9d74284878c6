"""Cases worked out by hand: TOML files that an official can read and sign, each about some clauses of a policy.

A file opens with `[file]`: what its cases are about in Chinese and English, and the clauses with their places as
the policy cites them. `[[case]]` tables follow: a name (zh, en), on, why (zh, en), reading and answers where they
matter, the facts that are known under the kind of subject (`student = { … }`), and `expect`, a line for each benefit.
Text stands for labels, codes and yuan; facts that only the policy declares stand under `extra`. What an expectation
does not mention is empty.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from jiaoyu_fupin.answers.prepared import prepare
from jiaoyu_fupin.clauses.policy import Policy
from jiaoyu_fupin.people import SUBJECTS, Subject, key_of
from jiaoyu_fupin.people.fact import FactSpec, FrozenMap, Kind, specs
from jiaoyu_fupin.rules.forms import Reading
from jiaoyu_fupin.values.text import Text

CASES = Path(__file__).parents[1] / "cases"

_MONEY = ("lower", "upper", "average")
_NAMES = ("missing", "amount_missing")
_ASKED = (("expect", "benefit"), ("due", "id"), ("links", "rule"))
"""Where a case names what it asks for: benefits, what plans give together, and tiers of pairing."""

_CHINESE, _LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]")

_EXPECTED = {"benefit", "outcome", "basis", "per", *_MONEY, *_NAMES}


@attrs.frozen(kw_only=True)
class Case:
    """One case: a subject, a date, and what the benefits named have to answer."""

    name: Text
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
    """All cases of a folder, in the order of the files."""
    return [_case(raw, policy) for _, raw in read_cases(folder, [policy])]


def read_cases(folder: Path, policies: Collection[Policy]) -> list[tuple[str, dict[str, Any]]]:
    """All cases of a folder as they are written, each with the name of its file, in the order of the files.

    Raises:
        ValueError: Listing every file and case that has no name or no reason in a language, or the name of
            another; and every clause that is not where the policies have it, is not named although a case asks
            for it, or is named although none does.
    """
    places = {measure.id: measure.at for policy in policies for measure in policy.measures}
    owner = {
        effect.id: measure.id
        for policy in policies
        for measure in policy.measures
        for effect in measure.effects
    }
    files = {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.toml"))
    }
    heads = [(name, file.get("file", {})) for name, file in files.items()]
    cases = [(name, case) for name, file in files.items() for case in file["case"]]
    problems = [
        *(p for name, file in files.items() for p in _misplaced(name, file, places, owner)),
        *_misnamed([*heads, *cases]),
    ]
    if problems:
        raise ValueError("\n".join(problems))
    return cases


def _misplaced(
    name: str, file: Mapping[str, Any], places: Mapping[str, str], owner: Mapping[str, str]
) -> Iterator[str]:
    named = {clause["id"]: clause["at"] for clause in file.get("file", {}).get("clauses", ())}
    asked = {
        owner.get(row[key], row[key])
        for case in file["case"]
        for table, key in _ASKED
        for row in case.get(table, ())
    }
    for id_, at in named.items():
        if id_ not in places:
            yield f"{name}: no policy has a clause {id_}"
        elif at != places[id_]:
            yield f"{name}: {id_} is at {places[id_]}, not at {at}"
        if id_ not in asked:
            yield f"{name}: clause {id_} is named, and no case asks for it"
    for id_ in sorted(asked - set(named)):
        yield f"{name}: a case asks for {id_}; name that clause in [file]"


def _misnamed(named: Collection[tuple[str, Mapping[str, Any]]]) -> Iterator[str]:
    for lang, letter in (("zh", _CHINESE), ("en", _LATIN)):
        for name, table in named:
            said = table.get("en") or table.get("zh") or "[file]"
            if not letter.search(table.get(lang, "")):
                yield f"{name}: no {lang} name: {said}"
            why = table.get("why")
            if why is not None and (isinstance(why, str) or not why.get(lang, "").strip()):
                yield f"{name}: no {lang} in why = {{ zh = …, en = … }}: {said}"
        times = Counter(table[lang] for _, table in named if lang in table)
        yield from (f"{n} have the {lang} name: {said}" for said, n in times.items() if n > 1)


def _case(raw: Mapping[str, Any], policy: Policy) -> Case:
    (kind,) = set(raw) & set(SUBJECTS)
    assert set(raw) <= {"zh", "en", "on", "why", "reading", "answers", kind, "expect"}, raw["en"]
    return Case(
        name=Text(raw["zh"], raw["en"]),
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
