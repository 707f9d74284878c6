"""Hypothesis strategies for whoever tests software that works with this library, or a policy of their own.

Each gives any value that the library accepts; facts may be unknown. All data are plainly fictional: ids such as
S-0001, and identity numbers whose area code is assigned to no place. With hypothesis installed, `st.from_type`
knows the library's subjects and pendulum's dates without a word.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .policies import from_policy as from_policy
    from .strategies import codes as codes
    from .strategies import dates as dates
    from .strategies import farmers as farmers
    from .strategies import households as households
    from .strategies import id_numbers as id_numbers
    from .strategies import money as money
    from .strategies import schools as schools
    from .strategies import students as students
    from .strategies import teachers as teachers

_ON_USE = {
    "codes": "strategies",
    "dates": "strategies",
    "farmers": "strategies",
    "from_policy": "policies",
    "households": "strategies",
    "id_numbers": "strategies",
    "money": "strategies",
    "schools": "strategies",
    "students": "strategies",
    "teachers": "strategies",
}
"""What is loaded when it is first asked for, so that hypothesis's start costs nobody more than it has to."""


def __getattr__(name: str) -> object:
    if name not in _ON_USE:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    try:
        importlib.import_module("hypothesis")
    except ModuleNotFoundError:
        missing = True
    else:
        missing = False
    if missing:
        msg = f"{__name__} needs hypothesis, which is not installed.\nInstall it with: pip install hypothesis"
        raise ModuleNotFoundError(msg, name="hypothesis")
    return getattr(importlib.import_module(f".{_ON_USE[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_ON_USE})


def _hypothesis_setup_hook() -> None:
    """Tell hypothesis how to make our types; it calls this itself when it starts (entry point ``hypothesis``)."""
    import pendulum
    from hypothesis import strategies as st

    from ..people import KINDS

    def on_use(found: type, name: str) -> None:
        st.register_type_strategy(
            found, lambda _: getattr(importlib.import_module(__name__), name)()
        )

    on_use(pendulum.Date, "dates")
    for kind in KINDS:
        on_use(kind.of, kind.plural)


__all__ = [
    "codes",
    "dates",
    "farmers",
    "from_policy",
    "households",
    "id_numbers",
    "money",
    "schools",
    "students",
    "teachers",
]
