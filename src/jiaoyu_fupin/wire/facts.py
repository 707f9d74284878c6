"""How facts, further facts and handles of facts are read and written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal

import attrs

from ..people import SUBJECTS, Household, Subject, subject_name
from ..people.fact import FactSpec, FrozenMap, Kind, specs
from ..rules.facts import Handle, handle_of
from ..values.errors import Code, DataError, Problem, did_you_mean
from ..values.label import Label
from ..values.plain import is_whole
from .faults import Faults, fault, step_to, unknown_key
from .names import FACT
from .shapes import (
    DAY,
    DECIMAL,
    FLAG,
    TEXT,
    WHOLE,
    Shape,
    an_object,
    member_of,
    name_of,
    read_day,
    read_decimal,
    withheld,
    write_day,
    write_yuan,
)


def fact(spec: FactSpec) -> Shape:
    """A fact's values, as its declaration has them."""
    match spec.kind:
        case Kind.FLAG:
            return Shape(_read_flag, FLAG.write)
        case Kind.LABEL if spec.labels:
            return member_of(spec.labels)
        case Kind.MONEY:
            shape = Shape(_read_yuan, write_yuan)
        case Kind.DATE:
            shape = DAY
        case Kind.WHOLE:
            shape = WHOLE
        case _:
            shape = TEXT

    def read(value: object) -> object:
        found = shape.read(value)
        if (problem := spec.problem(found)) is not None:
            raise fault(problem.code, value, problem.expected)
        return found

    checked = Shape(read, shape.write)
    return withheld(checked) if spec.identity else checked


def _read_flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {0: "write false", 1: "write true", "true": "write true", "false": "write false"}
    hint = words.get(value, "") if isinstance(value, int | str) else ""
    raise fault(Code.BAD_BOOLEAN, value, "expected true or false", hint)


_A_YUAN = re.compile(r"\d{1,40}(\.\d{1,2})?", re.ASCII)


def _read_yuan(value: object) -> Decimal:
    if isinstance(value, str) and _A_YUAN.fullmatch(value):
        return Decimal(value)
    hint = f'write "{value:.2f}"' if is_whole(value) else ""
    raise fault(
        Code.BAD_MONEY,
        value,
        'expected yuan as text with at most two decimals, such as "12.50"',
        hint,
    )


# ── further facts ─────────────────────────────────────────────────────────────────────────────────────────────────


class Scalars:
    """Values without a declaration: null, true, numbers and text as they are, the others in an object that says which.

    `{"yuan": "12.50"}` is an amount, `{"date": "2016-09-01"}` a date, `{"label": "Stage.primary"}` a label.
    """

    def __init__(self, labels: Mapping[str, type[Label]]) -> None:
        self._labels = labels
        self.names = name_of(
            labels,
            "a list of labels that the converter knows",
            "configure_converter(converter, labels=[{}])",
        )
        # nobody has said which further facts identify a person
        self.mapping = withheld(Shape(self._read_map, self._write_map))

    def read(self, value: object) -> object:
        """A value of no declared kind."""
        if value is None or isinstance(value, bool | int | str):
            return value
        if not isinstance(value, dict):
            raise fault(
                Code.WRONG_TYPE,
                value,
                "expected true, false, a whole number, text or a tagged value",
            )
        tagged = an_object(value)
        readers = {"yuan": read_decimal, "date": read_day, "label": self._read_label}
        if len(tagged) != 1 or not readers.keys() >= tagged.keys():
            raise fault(Code.WRONG_TYPE, None, "expected one of the keys yuan, date, label")
        faults = Faults()
        found = [faults.part(f".{key}", readers[key], part) for key, part in tagged.items()]
        faults.stop()
        return found[0]

    def write(self, value: object) -> object:
        """A value of no declared kind, written down."""
        match value:
            case None | bool() | int() | str():
                return value
            case Decimal():
                return {"yuan": DECIMAL.write(value)}
            case Label():
                return {"label": f"{self.names.write(type(value))}.{value.value}"}
            case datetime.date():
                return {"date": write_day(value)}
            case _:
                raise fault(Code.WRONG_TYPE, type(value).__name__, "expected a fact's value")

    def _read_label(self, value: object) -> Label:
        name, _, label = value.partition(".") if isinstance(value, str) else ("", "", "")
        if name not in self._labels:
            raise fault(
                Code.BAD_LABEL,
                value,
                'expected a label such as "Stage.primary"',
                did_you_mean(name, self._labels),
            )
        found: Label = member_of(self._labels[name]).read(label)
        return found

    def _read_map(self, value: object) -> FrozenMap:
        faults = Faults()
        found = {
            key: faults.part(step_to(key), self.read, part)
            for key, part in an_object(value).items()
        }
        faults.stop()
        return FrozenMap(found)

    def _write_map(self, value: FrozenMap) -> dict[str, object]:
        return {key: self.write(part) for key, part in value.items()}


# ── handles ───────────────────────────────────────────────────────────────────────────────────────────────────────


def handle(classes: tuple[type, ...], own_spec: Shape) -> Shape:
    """A handle of one of some classes: `{"fact": "student.stage"}`; a policy's own fact with its whole declaration.

    Args:
        classes: The handles that will do.
        own_spec: How the declaration of a policy's own fact is read and written; its name stands before it.
    """
    expected = f"expected a fact: {', '.join(c.__name__ for c in classes)}"

    def read(value: object) -> Handle:
        given = an_object(value)
        faults = Faults()
        faults.found = [unknown_key(key, (FACT, OWN)) for key in given if key not in {FACT, OWN}]
        if FACT not in given:
            faults.found.append(
                Problem(Code.REQUIRED, f"$.{FACT}", None, 'expected a fact such as "student.stage"')
            )
        named = faults.part(f".{FACT}", _read_name, given.get(FACT)) if FACT in given else None
        spec = faults.part(f".{OWN}", own_spec.read, given[OWN]) if OWN in given else None
        faults.stop()
        subject, name = named or (Household, "")
        if spec is not None:
            found = handle_of(subject, attrs.evolve(spec, name=name), own=True)
        elif name in specs(subject):
            found = handle_of(subject, specs(subject)[name])
        else:
            hint = did_you_mean(name, specs(subject))
            raise DataError(
                Problem(
                    Code.UNKNOWN_NAME,
                    f"$.{FACT}",
                    name,
                    f"expected a fact of a {subject_name(subject)}",
                    hint,
                )
            )
        if not isinstance(found, classes):
            raise DataError(Problem(Code.WRONG_TYPE, f"$.{FACT}", given[FACT], expected))
        return found

    def write(value: Handle) -> dict[str, object]:
        if not isinstance(value, classes):
            raise fault(Code.WRONG_TYPE, value, expected)
        named: dict[str, object] = {FACT: f"{subject_name(value.subject)}.{value.name}"}
        if value.own:
            return {**named, OWN: own_spec.write(value.spec)}
        if specs(value.subject).get(value.name) != value.spec:
            raise fault(
                Code.UNKNOWN_NAME,
                named[FACT],
                "expected a fact that its subject declares, or a policy's own",
            )
        return named

    return Shape(read, write)


OWN = "own"
"""The key of a handle that holds the declaration of a policy's own fact."""


def _read_name(value: object) -> tuple[type[Subject], str]:
    subject, _, name = value.partition(".") if isinstance(value, str) else ("", "", "")
    if subject not in SUBJECTS or not name:
        hint = did_you_mean(subject, SUBJECTS) if subject else ""
        raise fault(
            Code.UNKNOWN_NAME, value, 'expected a subject and a fact, such as "student.stage"', hint
        )
    return SUBJECTS[subject], name
