"""The policies: the library's own, each a module or a package of literals, and those that other packages bring.

A package makes a policy known by an entry point in the group ``jiaoyu_fupin.policies``: its name is the policy's id, its
value ``module:NAME``, where the policy stands. A policy is loaded when it is asked for, not before.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from ..clauses.policy import Policy
from ..values.errors import CallError, Code, FupinError, Problem, did_you_mean, unknown_name

REGISTRY: Mapping[str, str] = MappingProxyType(
    {
        "guangxi-2016": "guangxi_2016",
        "ganzhou-2015": "ganzhou_2015",
        "town-2020": "town_2020",
        "villages-2018": "villages_2018",
        "milk-powder": "milk_powder",
        "national": "national",
    }
)
"""The module or package of each of the library's policies by its id."""

GROUP: Final = "jiaoyu_fupin.policies"
"""The group of entry points by which other packages make their policies known."""

_PLACE: Final = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*")
"""``module:NAME``."""


def policy(id_: str) -> Policy:
    """The policy of an id, such as ``"ganzhou-2015"``: one of the library's, or one that an installed package brings.

    Raises:
        CallError: There is none of that id (the nearest ids are named), two packages bring one of that id, or what a
            package brings is not that policy.
    """
    known = _known()
    found = known.get(id_) if isinstance(id_, str) else None
    if found is None:
        raise CallError(unknown_name("policy", str(id_), known))
    if len(found) > 1:
        raise CallError(_twice(id_, found))
    (source,) = found
    if isinstance(source, str):
        own: Policy = importlib.import_module(f".{source}", __name__).POLICY
        return own
    where = f"entry point {id_} = {source.value} of {_package(source)}"
    loaded = _loaded(where, source.value)
    if loaded.id != id_:
        expected = f"expected the policy {id_}, as the entry point is named"
        raise CallError(Problem(Code.CONFLICT, where, loaded.id, expected))
    return loaded


def policy_ids() -> tuple[str, ...]:
    """The ids of all policies: the library's, then those of installed packages by name.

    Raises:
        CallError: Two packages bring a policy of one id; both are named.
    """
    known = _known()
    if twice := [_twice(id_, found) for id_, found in known.items() if len(found) > 1]:
        raise CallError(twice)
    return tuple(known)


def policy_at(place: str) -> Policy:
    """The policy that stands at ``module:NAME``. Its module is imported, which runs it: name none that you do not trust.

    Raises:
        CallError: There is no such module or name, or no policy stands there.
    """
    if not isinstance(place, str) or not _PLACE.fullmatch(place):
        expected = "expected module:NAME, such as my_county.plan:POLICY"
        raise CallError(Problem(Code.WRONG_CALL, "policy", place, expected))
    return _loaded(f"policy {place}", place)


def _known() -> dict[str, list[str | importlib.metadata.EntryPoint]]:
    """What each id stands for: a module of the library's, or entry points of other packages."""
    known: dict[str, list[str | importlib.metadata.EntryPoint]] = {
        id_: [module] for id_, module in REGISTRY.items()
    }
    found = importlib.metadata.entry_points(group=GROUP)
    for entry in sorted(found, key=lambda e: (e.name, e.value, _package(e))):
        known.setdefault(entry.name, []).append(entry)
    return known


def _package(source: str | importlib.metadata.EntryPoint) -> str:
    if isinstance(source, str):
        return __name__.partition(".")[0]
    return source.dist.name if source.dist else "an unnamed package"


def _twice(id_: str, found: list[str | importlib.metadata.EntryPoint]) -> Problem:
    packages = " and ".join(map(_package, found))
    expected = f"expected one policy of this id; {packages} both bring one"
    return Problem(Code.DUPLICATE, f"policy {id_}", None, expected, "uninstall one of them")


def _loaded(where: str, place: str) -> Policy:
    name, _, attribute = place.partition(":")
    try:
        module = importlib.import_module(name)
    except (
        FupinError
    ) as error:  # what is wrong with the policy is told as it is where it is written
        place = f"{where}{_line_of(error)}"
        raise CallError(
            attrs.evolve(p, where=f"{place}: {p.where}" if p.where else place)
            for p in error.problems
        ) from error
    except (
        Exception,
        SystemExit,
    ) as error:  # one that ends the program has brought no policy either
        kind = type(error).__name__
        expected = f"expected a module {name} that can be imported; it raised {kind}: {error}"
        place = f"{where}{_line_of(error)}"
        raise CallError(Problem(Code.WRONG_CALL, place, None, expected)) from error
    if not hasattr(module, attribute):
        names = [n for n, value in vars(module).items() if isinstance(value, Policy)]
        hint = did_you_mean(attribute, names)
        expected = f"expected a policy in {name}"
        raise CallError(Problem(Code.UNKNOWN_NAME, where, attribute, expected, hint))
    found = getattr(module, attribute)
    if not isinstance(found, Policy):
        shown = type(found).__name__
        raise CallError(Problem(Code.WRONG_TYPE, where, shown, "expected a Policy"))
    return found


def _line_of(error: BaseException) -> str:
    """Where an author's line raised an error: the last one that is neither the library's nor Python's own machinery."""
    own, python = str(Path(__file__).parents[1]), str(Path(traceback.__file__).parent)
    lines = [
        f", {Path(frame.filename).name} line {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith((own, "<"))
        and ("site-packages" in frame.filename or not frame.filename.startswith(python))
    ]
    return lines[-1] if lines else ""
