"""How classes and unions are read and written: from the types of their fields, with what differs in tables."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Union

import attrs
import pendulum
from cattrs import BaseConverter

from ..clauses.measure import Measure
from ..clauses.policy import Policy
from ..people import SUBJECTS
from ..people.fact import FactSpec, FrozenMap, specs
from ..rules import ast, benefit, facts
from ..rules.facts import Handle
from ..values.errors import WITHHELD, Code, DataError, Problem, did_you_mean
from ..values.label import Label
from ..values.terms import Term
from . import shapes
from .facts import Scalars, fact, handle
from .faults import Faults, fault, unknown_key
from .lists import any_label, lists
from .names import ENUMS, FACT, HANDLES, RECORDS, TYPE
from .shapes import Shape, an_object

NAME_OF: Mapping[type, str] = types.MappingProxyType({cl: name for name, cl in RECORDS.items()})
"""The name of each class that is written as an object."""


@attrs.frozen
class _Field:
    shape: Shape
    default: object = attrs.NOTHING


def members_of(union: object) -> tuple[Any, ...]:
    """The members of a union as classes, None left out; empty for what is no union."""
    if not isinstance(union, types.UnionType) and typing.get_origin(union) is not Union:
        return ()
    members = (typing.get_origin(m) or m for m in typing.get_args(union))
    return tuple(m for m in members if m is not types.NoneType)


def is_tagged(union: object) -> bool:
    """Whether a type is a union of classes that are told apart by their names."""
    members = members_of(union)
    return bool(members) and all(m in NAME_OF or m in HANDLES for m in members)


class Catalogue:
    """The shapes of all types that can be written down, made when they are first asked for.

    What is inside of something goes through the converter again, so that a hook that the caller puts in place of ours
    holds everywhere.
    """

    def __init__(self, converter: BaseConverter, labels: Mapping[str, type[Label]]) -> None:
        self._converter = converter
        self._scalars = Scalars(labels)
        self._lists = lists(labels)
        self._any_label = any_label(labels)

    # ── whole types ───────────────────────────────────────────────────────────────────────────────────────────────

    def knows(self, hint: object) -> bool:
        """Whether a type is one of those that are written here."""
        if isinstance(hint, type):
            return (
                hint in NAME_OF
                or hint in HANDLES
                or hint in ENUMS.values()
                or issubclass(hint, Label | FrozenMap)
            )
        return is_tagged(hint)

    def shape(self, hint: Any) -> Shape:
        """How the values of such a type are read and written."""
        if is_tagged(hint):
            union = self._union(members_of(hint))
            return shapes.optional(union) if types.NoneType in typing.get_args(hint) else union
        if hint in HANDLES:
            return handle((hint,), self._own_spec())
        if hint is FrozenMap:
            return self._scalars.mapping
        if hint is Label:
            return self._any_label
        if issubclass(hint, Enum):
            return shapes.member_of(hint)
        return self._record(hint, _FIELDS.get(hint, {}), _BUILD.get(hint, hint))

    def _record(
        self,
        cl: type,
        special: Mapping[str, Callable[[Catalogue], Shape]],
        build: Callable[..., object],
    ) -> Shape:
        hints = typing.get_type_hints(cl, localns=_NAMESPACE.get(cl))
        declared = specs(cl)
        fields = {
            field.name: _Field(
                special[field.name](self)
                if field.name in special
                else _fact_or_unknown(declared[field.name])
                if field.name in declared
                else self._inside(hints[field.name]),
                _default(field),
            )
            for field in attrs.fields(cl)
            if field.name not in _LEFT_OUT.get(cl, ())
        }
        return record(fields, build)

    def _union(self, members: tuple[type, ...]) -> Shape:
        handles = tuple(m for m in members if m in HANDLES)
        one_fact = handle(handles, self._own_spec()) if handles else None
        named = {NAME_OF[m]: m for m in members if m not in HANDLES}
        if one_fact and not named:
            return one_fact

        def read(value: object) -> object:
            given = an_object(value)
            if one_fact and FACT in given and TYPE not in given:
                return one_fact.read(given)
            tag = given.get(TYPE)
            if not isinstance(tag, str) or tag not in named:
                code = Code.UNKNOWN_NAME if TYPE in given else Code.REQUIRED
                hint = did_you_mean(tag if isinstance(tag, str) else "", named)
                shown = tag if isinstance(tag, str) else None
                raise DataError(
                    Problem(code, f"$.{TYPE}", shown, "expected the name of a known type", hint)
                )
            rest = {key: part for key, part in given.items() if key != TYPE}
            return self._converter.structure(rest, named[tag])

        def write(value: object) -> object:
            cl = type(value)
            if one_fact and cl in HANDLES:
                return one_fact.write(value)
            if NAME_OF.get(cl) not in named:
                raise fault(Code.WRONG_TYPE, cl.__name__, f"expected one of {', '.join(named)}")
            return {TYPE: NAME_OF[cl], **self._converter.unstructure(value)}

        return Shape(read, write)

    def _own_spec(self) -> Shape:
        labels = shapes.optional(self._lists)

        def build(**values: Any) -> FactSpec:
            made = FactSpec(name="", **values)
            if (made.labels is None) == (made.kind.value == "label"):
                raise DataError(
                    Problem(
                        Code.CONFLICT,
                        "$.labels",
                        None,
                        "expected a list of labels for the kind label only",
                    )
                )
            return made

        return self._record(FactSpec, {"labels": lambda _: labels}, build)

    # ── what is inside of them ────────────────────────────────────────────────────────────────────────────────────

    def _inside(self, hint: Any) -> Shape:
        if hint in _LEAVES:
            return _LEAVES[hint]
        members = members_of(hint)
        if members and types.NoneType in typing.get_args(hint):
            known = tuple(m for m in typing.get_args(hint) if m is not types.NoneType)
            return shapes.optional(self._inside(Union[known]))  # noqa: UP007 - of members known only here
        if set(members) == {Term, pendulum.Date}:
            return self._moment()
        if typing.get_origin(hint) is tuple:
            items = typing.get_args(hint)
            if items[-1] is Ellipsis:
                return shapes.tuple_of(self._inside(items[0]))
            return shapes.row_of(*map(self._inside, items))
        if typing.get_origin(hint) is type:
            return shapes.name_of(SUBJECTS, "a kind of subject")
        if self.knows(hint):
            return self.through(hint)
        msg = f"nothing is known of how to write a {hint}"
        raise TypeError(msg)

    def through(self, hint: Any) -> Shape:
        """A type as the converter reads and writes it."""
        converter = self._converter
        return Shape(
            lambda value: converter.structure(value, hint),
            lambda value: converter.unstructure(value, unstructure_as=hint),
        )

    def _moment(self) -> Shape:
        """A date as text, or a term as an object."""
        term = self.through(Term)
        return Shape(
            lambda value: shapes.DAY.read(value) if isinstance(value, str) else term.read(value),
            lambda value: term.write(value) if isinstance(value, Term) else shapes.DAY.write(value),
        )

    def effects(self) -> Shape:
        """What a measure does: always with its name, so that further kinds of effect change nothing."""
        (one, _) = typing.get_args(typing.get_type_hints(Measure)["effects"])
        return shapes.tuple_of(self._union(members_of(one) or (one,)))

    def bound(self) -> Shape:
        """What a number, an amount or a date is compared with."""
        nodes = self._union(
            (ast.ThisYear, ast.ThisSchoolYear, ast.DayOf, ast.YearsAgo, ast.Question)
        )

        def read(value: object) -> object:
            return (
                nodes.read(value)
                if isinstance(value, Mapping) and TYPE in value
                else self._scalars.read(value)
            )

        def write(value: object) -> object:
            return nodes.write(value) if type(value) in NAME_OF else self._scalars.write(value)

        return Shape(read, write)

    def shown(self) -> Shape:
        """The value that a problem shows; one that a fact cannot have is written as it would be shown."""
        withheld = {"withheld": True}

        def read(value: object) -> object:
            if value == withheld:
                return WITHHELD
            return value if isinstance(value, float) else self._scalars.read(value)

        def write(value: object) -> object:
            if value is WITHHELD:
                return withheld
            if isinstance(value, float) and value - value == 0:
                return value
            if value is None or isinstance(
                value, bool | int | str | Decimal | datetime.date | Label
            ):
                return self._scalars.write(value)
            return repr(value)

        return Shape(read, write)


def _fact_or_unknown(spec: FactSpec) -> Shape:
    return fact(spec) if spec.required else shapes.optional(fact(spec))


def _default(field: Any) -> object:
    default = field.default
    if not isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return default
    # what depends on the other fields is always written
    return attrs.NOTHING if default.takes_self else default.factory()


def record(fields: Mapping[str, _Field], build: Callable[..., object]) -> Shape:
    """An object with such keys; those with a default may be left out, and are where the value is the default."""

    def read(value: object) -> object:
        given = an_object(value)
        faults = Faults()
        faults.found = [unknown_key(key, fields) for key in given if key not in fields]
        values = {}
        for name, field in fields.items():
            if name in given:
                values[name] = faults.part(f".{name}", field.shape.read, given[name])
            elif field.default is attrs.NOTHING:
                faults.found.append(Problem(Code.REQUIRED, f"$.{name}", None, "expected a value"))
        faults.stop()
        made = faults.part("", lambda given: build(**given), values)
        faults.stop()
        return made

    def write(value: object) -> dict[str, object]:
        written = {}
        for name, field in fields.items():
            part = getattr(value, name)
            if not _same(part, field.default):
                written[name] = field.shape.write(part)
        return written

    return Shape(read, write)


def _same(value: object, default: object) -> bool:
    """Whether a value is its default to the letter: Decimal 1.00 is not Decimal 1."""
    if value is None or default is None or default is attrs.NOTHING:
        return value is default
    return type(value) is type(default) and value == default and repr(value) == repr(default)


# ── what does not follow from the types ───────────────────────────────────────────────────────────────────────────

_LEAVES: Mapping[Any, Shape] = {
    str: shapes.TEXT,
    int: shapes.WHOLE,
    bool: shapes.FLAG,
    Decimal: shapes.YUAN,
    Fraction: shapes.FRACTION,
    pendulum.Date: shapes.DAY,
}

_LABEL_OR_WORD = Shape(
    shapes.TEXT.read,
    lambda value: value.value if isinstance(value, Label) else shapes.TEXT.write(value),
)
"""A label by its canonical name; which list it is of, the fact beside it says."""

_EXACT: Mapping[str, Callable[[Catalogue], Shape]] = {
    "value": lambda _: shapes.DECIMAL,
    "to": lambda _: shapes.DECIMAL,
}

_FIELDS: Mapping[type, Mapping[str, Callable[[Catalogue], Shape]]] = {
    ast.Is: {"values": lambda _: shapes.tuple_of(_LABEL_OR_WORD)},
    ast.Table: {
        "rows": lambda all_: shapes.tuple_of(shapes.row_of(_LABEL_OR_WORD, all_.through(ast.Expr))),
    },
    ast.Between: {"low": Catalogue.bound, "high": Catalogue.bound},
    ast.Const: _EXACT,
    ast.Rounded: _EXACT,
    Measure: {"effects": Catalogue.effects},
    Problem: {"value": Catalogue.shown},
}
"""Fields that are not read and written as their types say."""

_NAMESPACE: Mapping[type, dict[str, Any]] = {Policy: dict(vars(facts))}
"""Names that stand in types of fields and that the class's own module lacks: `Handle` is an alias of such."""

_LEFT_OUT: Mapping[type, tuple[str, ...]] = {FactSpec: ("name",)}
"""Fields that stand elsewhere: a fact's name is in front of its declaration."""


def _values(of: Handle, words: tuple[str, ...], where: str) -> tuple[Any, ...]:
    """Labels of a fact out of their names; words as they are."""
    labels = of.spec.labels
    if labels is None:
        return words
    faults = Faults()
    shape = shapes.member_of(labels)
    found = tuple(faults.part(where.format(k), shape.read, word) for k, word in enumerate(words))
    faults.stop()
    return found


def _is(fact: Any, values: tuple[str, ...]) -> ast.Is:
    return ast.Is(fact, *_values(fact, values, ".values[{}]"))


def _table(fact: Any, rows: tuple[tuple[str, ast.Expr], ...]) -> ast.Table:
    words = tuple(word for word, _ in rows)
    twice = [k for k, word in enumerate(words) if word in words[:k]]
    if twice:
        raise DataError(
            Problem(Code.DUPLICATE, f"$.rows[{k}][0]", words[k], "expected each label once")
            for k in twice
        )
    keys = _values(fact, words, ".rows[{}][0]")
    return ast.Table(fact, dict(zip(keys, (value for _, value in rows), strict=True)))


_BUILD: Mapping[type, Callable[..., object]] = {
    ast.Is: _is,
    ast.Table: _table,
    ast.AllOf: lambda parts: ast.AllOf(*parts),
    ast.AnyOf: lambda parts: ast.AnyOf(*parts),
    ast.Plus: lambda parts: ast.Plus(*parts),
    ast.Least: lambda parts: ast.Least(*parts),
    ast.Greatest: lambda parts: ast.Greatest(*parts),
    ast.Cases: lambda cases, otherwise: ast.Cases(*cases, otherwise=otherwise),
    benefit.Average: lambda average, tiers: benefit.Average(average, *tiers),
}
"""Constructors that do not take their fields by name."""
