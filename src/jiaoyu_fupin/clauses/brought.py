"""What a policy brings besides its clauses, and where that contradicts itself: units, labels, headers, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..people import Subject, subject_name
from ..people.fact import FactSpec, specs
from ..places import CodeChange, CountyList, Territory
from ..rules.ast import Within, nodes_in
from ..rules.benefit import Benefit
from ..rules.facts import Handle
from ..values.errors import Code, Problem, did_you_mean
from .measure import Measure
from .units import Unit


def unit_problems(units: Sequence[Unit], measures: Iterable[Measure]) -> Iterator[Problem]:
    """Words that stand for two units, and units behind a clause that the policy does not declare."""
    first: dict[str, Unit] = {}
    for unit in units:
        for word in unit.written:
            one = first.setdefault(word, unit)
            if one is not unit:
                expected = (
                    f"expected one unit for it; {one.name.zh} and {unit.name.zh} both have it"
                )
                yield Problem(Code.DUPLICATE, "units", word, expected)
    for measure in measures:
        for printed in measure.units:
            if printed not in first:
                expected = "expected a unit that the policy declares in its units"
                hint = did_you_mean(printed, first) if first else ""
                where = f"measure {measure.id}"
                yield Problem(Code.UNKNOWN_NAME, where, printed, expected, hint)


def label_problems(measures: Iterable[Measure]) -> Iterator[Problem]:
    """Plans, or precisions, out of two lists of labels."""
    kept = tuple(measures)
    for field, members in (
        ("plan", [m.plan for m in kept if m.plan is not None]),
        ("precisions", [p for m in kept for p in m.precisions]),
    ):
        lists = list(dict.fromkeys(type(member) for member in members))
        if len(lists) > 1:
            shown = ", ".join(f"{one.__name__} ({one.__doc__})" for one in lists)
            expected = f"expected labels of one list in all clauses; these are of {shown}"
            yield Problem(Code.CONFLICT, field, None, expected)


def header_problems(facts: Iterable[Handle]) -> Iterator[Problem]:
    """Names, and headers of a roster, under which two facts would be found, an own one and another."""
    by_subject: dict[type[Subject], list[FactSpec]] = {}
    for fact in facts:
        by_subject.setdefault(fact.subject, []).append(fact.spec)
    for subject, own in by_subject.items():
        library = {h: spec for spec in specs(subject).values() for h in spec.headers}
        seen: dict[str, FactSpec] = {}
        for spec in own:
            told: list[FactSpec] = []
            for header in spec.headers:  # the name is the first of them
                other, whose = (
                    (seen[header], "another fact of the policy's own")
                    if header in seen
                    else (library.get(header), f"a column of every {subject_name(subject)} roster")
                )
                seen.setdefault(header, spec)
                if other is None or other == spec or other in told:
                    continue
                told.append(other)
                what = "name" if header == spec.name else "header"
                expected = (
                    f"expected a {what} of its own: {other.where}, {whose}, is found under it"
                )
                yield Problem(Code.DUPLICATE, f"fact {spec.where}", header, expected)


def territories_of(
    benefits: Iterable[Benefit], territory: Territory | None
) -> tuple[Territory, ...]:
    """The territories that a policy and the rules of its benefits speak of, each once."""
    found = [] if territory is None else [territory]
    for benefit in benefits:
        rules = (benefit.place, benefit.when, benefit.amount)
        found += [node.territory for node in nodes_in(rules) if isinstance(node, Within)]
    return tuple(dict.fromkeys(found))


def changes_of(
    territories: Iterable[Territory], counties: CountyList | None
) -> tuple[CodeChange, ...]:
    """The code changes that they bring, each once."""
    found = [c for t in territories for c in t.changes]
    found += [] if counties is None else counties.changes
    return tuple(dict.fromkeys(found))


def change_problems(
    territories: Iterable[Territory], counties: CountyList | None
) -> Iterator[Problem]:
    """Territories that hold a county by one of its codes only, since they lack a change that another one has."""
    known = tuple(territories)
    for change in changes_of(known, counties):
        expected = (
            f"expected the change of {change.name} from {change.old} to {change.new},"
            " which another place of the policy has"
        )
        for territory in known:
            if territory.covers(change.old) is not territory.covers(change.new):
                where = f"territory {territory.name.en}"
                yield Problem(Code.REQUIRED, where, None, expected)
        if counties is not None and counties[change.old] is not counties[change.new]:
            yield Problem(Code.REQUIRED, f"list {counties.name.en}", None, expected)
