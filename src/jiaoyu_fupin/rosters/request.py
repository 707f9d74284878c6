"""What is asked of a roster, checked before any file is opened."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

import attrs

from ..clauses.brought import header_problems
from ..people import Subject, key_of, subject_name
from ..people.fact import FactSpec, Kind, specs
from ..places import CodeChange
from ..rules.facts import Handle
from ..values.errors import CallError, Code, Problem, did_you_mean
from ..values.given import day_given
from ..values.label import Label
from .cells import Fault, parse, parse_typed
from .headers import headers_of


@attrs.frozen(kw_only=True)
class Wanted:
    """What is to be read of a table, whatever its rows are about.

    Attributes:
        key: The fact that every row has to have a column of.
        unique: Whether the key may stand in one row only.
        on: The assessment date.
        known: Every fact a column may hold, by name.
        wanted: The names of the facts to be read.
        kept: The headers of unknown columns to be handed back.
        blank_is_no: The names of the facts whose empty cells mean no.
    """

    key: FactSpec
    unique: bool = True
    on: datetime.date | None = None
    known: Mapping[str, FactSpec]
    wanted: tuple[str, ...]
    kept: tuple[str, ...] = ()
    blank_is_no: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Request(Wanted):
    """What is asked of a roster.

    Attributes:
        subject: The kind of subject.
        assuming: What unknown cells are filled in with, by name, as the frame has it.
        own: Those of the facts to be read that only a policy declares.
        county_changes: Code changes of counties besides those that the library knows.
    """

    subject: type[Subject]
    assuming: Mapping[str, object]
    own: tuple[FactSpec, ...]
    county_changes: tuple[CodeChange, ...] = ()


def request_of(
    subject: type[Subject],
    on: datetime.date | None,
    columns: Collection[str] | None,
    blank_is_no: Collection[str],
    assuming: Mapping[str, object],
    own: Sequence[Handle],
    keep: Collection[str],
    county_changes: Iterable[CodeChange] = (),
) -> Request:
    """The arguments of `read_roster` as a request.

    Raises:
        CallError: A name is not known, or a value fits no such column; every one is named.
    """
    further = tuple(handle.spec for handle in own if handle.own and handle.subject is subject)
    known = specs(subject, further)
    problems = list(header_problems(handle for handle in own if handle.spec in further))
    by_name = {header: spec for spec in known.values() for header in (spec.name, spec.text.zh)}

    def resolve(argument: str, names: Collection[str]) -> list[FactSpec]:
        if isinstance(names, str):
            problems.append(Problem(Code.WRONG_CALL, argument, names, "expected a list of names"))
            return []
        what = f"expected a column of a {subject_name(subject)} roster"
        problems.extend(
            Problem(Code.UNKNOWN_NAME, argument, name, what, did_you_mean(name, by_name))
            for name in names
            if name not in by_name
        )
        return [by_name[name] for name in names if name in by_name]

    default = [name for name, spec in known.items() if spec.required or not spec.identity]
    asked = default if columns is None else [spec.name for spec in resolve("columns", columns)]
    blanks = resolve("blank_is_no", blank_is_no)
    problems += [
        Problem(Code.WRONG_CALL, "blank_is_no", spec.name, "expected a yes-or-no column")
        for spec in blanks
        if spec.kind is not Kind.FLAG
    ]
    values: dict[str, object] = {}
    for name, value in assuming.items():
        for spec in resolve("assuming", [name]):
            answer = _assumed(spec, value, on)
            if spec.name in values:
                answer = Problem(
                    Code.DUPLICATE,
                    f"assuming {spec.where}",
                    None,
                    "expected one value for a column",
                )
            if isinstance(answer, Problem):
                problems.append(answer)
            else:
                values[spec.name] = answer
    problems += [
        Problem(
            Code.WRONG_CALL,
            "keep",
            name,
            "expected the header of an unknown column",
            "use columns=",
        )
        for name in keep
        if name in headers_of(known.values())
    ]
    if problems:
        raise CallError(problems)
    key = key_of(subject)
    wanted = (key, *(name for name in known if name in set(asked) and name != key))
    return Request(
        subject=subject,
        key=known[key],
        on=None if on is None else day_given("on", on),
        known=MappingProxyType(known),
        wanted=wanted,
        kept=tuple(keep),
        blank_is_no=frozenset(spec.name for spec in blanks),
        assuming=MappingProxyType(values),
        own=tuple(spec for spec in further if spec.name in wanted),
        county_changes=tuple(county_changes),
    )


def _assumed(spec: FactSpec, value: object, on: datetime.date | None) -> object:
    """The value that unknown cells are filled in with, as the frame has it; or what is wrong with it."""
    where = f"assuming {spec.where}"
    if spec.required:
        return Problem(
            Code.WRONG_CALL, where, None, "expected another column: every row has a key of its own"
        )
    given = value.value if isinstance(value, Label) else value
    answer = (
        parse(given, spec, on=on) if isinstance(given, str) else parse_typed(given, spec, on=on)
    )
    if answer is None:
        return Problem(Code.WRONG_CALL, where, None, "expected a known value")
    if isinstance(answer, Fault):
        return answer.at(where, value, identity=spec.identity)
    return stored(answer)


def stored(value: object) -> object:
    """A value as the frame has it: labels by canonical name."""
    return value.value if isinstance(value, Label) else value
