"""A kind of subject is one entry of a table; what else it needs is told here, with the file to write it in."""

import importlib
from typing import get_args

import attrs
import pytest

from jiaoyu_fupin import people, testing
from jiaoyu_fupin.people import KINDS, Subject, SubjectKind
from jiaoyu_fupin.people.fact import specs


def test_every_class_of_subject_is_in_the_table() -> None:
    assert {kind.of for kind in KINDS} == set(get_args(Subject)), (
        "people/__init__.py: write the class into Subject and an entry into KINDS"
    )


@pytest.mark.parametrize("field", ["name", "plural", "key", "letter", "of"])
def test_no_two_kinds_share(field: str) -> None:
    told = [getattr(kind, field) for kind in KINDS]
    assert len(set(told)) == len(told), f"people/__init__.py: give each kind a {field} of its own"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_a_kind_needs_is_there(kind: SubjectKind) -> None:
    keys = [name for name, spec in specs(kind.of).items() if spec.required]
    assert keys == [kind.key], f"people/{kind.name}.py: declare {kind.key} with words(…, key=True)"
    assert kind.of.__name__ in people.__all__, "people/__init__.py: write it into __all__"
    assert attrs.has(kind.of)
    assert kind.plural in testing.__all__, (
        "testing/__init__.py: write its strategy into _ON_USE and __all__"
    )
    assert callable(
        getattr(importlib.import_module("jiaoyu_fupin.testing.strategies"), kind.plural)
    )
    rules = importlib.import_module("jiaoyu_fupin.rules.facts")
    assert hasattr(rules, kind.name), (
        f"rules/facts.py: write {kind.name} = …, the handles of its facts"
    )
