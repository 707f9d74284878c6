"""What the library says once: an idiom that has a home is written nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "jiaoyu_fupin"


def _types_asked(test: ast.AST) -> set[str]:
    """The types that an `isinstance` asks for, wherever it stands in an expression."""
    if not (
        isinstance(test, ast.Call)
        and isinstance(test.func, ast.Name)
        and test.func.id == "isinstance"
    ):
        return set()
    return {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(test.args[1])
        if isinstance(node, ast.Attribute | ast.Name)
    }


def _whole_and_no_bool(node: ast.AST) -> bool:
    """`isinstance(x, int) and not isinstance(x, bool)`, in either order and either sense."""
    if not isinstance(node, ast.BoolOp):
        return False
    asked = [_types_asked(part) for part in ast.walk(node)]
    return {"bool"} in asked and any("int" in types and "bool" not in types for types in asked)


def _date_and_no_moment(node: ast.AST) -> bool:
    """`isinstance(x, datetime.date) and not isinstance(x, datetime.datetime)`, the same."""
    if not isinstance(node, ast.BoolOp):
        return False
    asked = [_types_asked(part) - {"pendulum"} for part in ast.walk(node)]
    moments = ({"datetime"}, {"DateTime"})
    return any(t in moments for t in asked) and any({"date", "Date"} & types for types in asked)


def _digits(node: ast.AST) -> bool:
    """`text.isascii() and text.isdigit()`."""
    return isinstance(node, ast.Attribute) and node.attr == "isdigit"


def _several_and_no_text(node: ast.AST) -> bool:
    """`isinstance(x, Iterable) and not isinstance(x, str)`, in either order and either sense."""
    if not isinstance(node, ast.BoolOp):
        return False
    asked = [_types_asked(part) for part in ast.walk(node)]
    return any("str" in types for types in asked) and any(
        {"Iterable", "Sequence"} & types for types in asked
    )


def _languages(node: ast.AST) -> bool:
    """The two languages in a list or a set."""
    return isinstance(node, ast.Tuple | ast.List | ast.Set) and [
        item.value for item in node.elts if isinstance(item, ast.Constant)
    ] == ["zh", "en"]


def _no_tier(node: ast.AST) -> bool:
    """The problem of a tier's name that nobody knows."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "unknown_name"
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value == "tier"
    )


def _file_and_row(node: ast.AST) -> bool:
    """A file and a row of it as a place, in both languages."""
    if not isinstance(node, ast.JoinedStr):
        return False
    words = [part.value for part in node.values if isinstance(part, ast.Constant)]
    return ", 第 " in words and " 行 row " in words


def _own_facts(node: ast.AST) -> bool:
    """A policy's own facts, filtered by the kind of subject."""
    if not (isinstance(node, ast.comprehension) and isinstance(node.iter, ast.Attribute)):
        return False
    asked = [
        part.attr for test in node.ifs for part in ast.walk(test) if isinstance(part, ast.Attribute)
    ]
    return node.iter.attr == "facts" and "subject" in asked


IDIOMS = {
    "a whole number that is no bool": (_whole_and_no_bool, "values/plain.py", "is_whole"),
    "a date that is no moment": (_date_and_no_moment, "values/plain.py", "is_day"),
    "text of digits": (_digits, "values/plain.py", "is_digits"),
    "several items and no text": (_several_and_no_text, "values/given.py", "several or is_several"),
    "a file and a row of it as a place": (_file_and_row, "values/errors.py", "in_row"),
    "the facts that only a policy knows": (
        _own_facts,
        "clauses/policy.py",
        "facts_of or own_facts",
    ),
    "the languages": (_languages, "values/text.py", "lang_given or LANGUAGES"),
    "a tier by its name": (_no_tier, "pairing/tiers.py", "tier_named or tiers_named"),
}


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SRC.rglob("*.py")):
        yield path.relative_to(SRC).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("idiom", IDIOMS)
def test_an_idiom_with_a_home_is_written_there_alone(idiom: str) -> None:
    found, home, name = IDIOMS[idiom]
    places = {
        f"{file}:{getattr(node, 'lineno', 0)}"
        for file, tree in _modules()
        for node in ast.walk(tree)
        if found(node)
    }
    assert any(p.startswith(home) for p in places), f"{home} no longer says {idiom}"
    strays = sorted(p for p in places if not p.startswith(home))
    assert strays == [], f"{idiom}: use {name} of {home}"
