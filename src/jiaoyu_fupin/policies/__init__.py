"""The policies, each a module or a package of literals, loaded when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType

from ..clauses.policy import Policy
from ..values.errors import CallError, unknown_name

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
"""The module or package of each policy by its id."""


def policy(id_: str) -> Policy:
    """The policy of an id, such as ``"ganzhou-2015"``.

    Raises:
        CallError: There is none of that id; the nearest ids are named.
    """
    if id_ not in REGISTRY:
        raise CallError(unknown_name("policy", str(id_), REGISTRY))
    module = importlib.import_module(f".{REGISTRY[id_]}", __name__)
    found: Policy = module.POLICY
    return found


def policy_ids() -> tuple[str, ...]:
    """The ids of all policies."""
    return tuple(REGISTRY)
