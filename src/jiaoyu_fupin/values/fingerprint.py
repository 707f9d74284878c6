"""A digest of a frozen value's whole content."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from .label import Label


def fingerprint(value: object) -> str:
    """A digest of all a value is made of: two values that differ in anything differ here.

    Raises:
        TypeError: It is made of something that has no fixed content.
    """
    digest = hashlib.sha256()
    _feed(value, lambda text: digest.update(text.encode()))
    return digest.hexdigest()[:16]


def _feed(value: Any, put: Callable[[str], None]) -> None:
    """Feed a value's content to a digest, each part marked with what it is."""
    match value:
        case None | bool() | int() | str():
            put(f"{value!r};")
        case Decimal():
            put(f"Decimal {value.normalize()};")
        case Fraction():
            put(f"Fraction {value};")
        case datetime.date():
            put(f"date {value.isoformat()};")
        case Label():  # by what it is in documents too, not by its name in Python
            put(f"{type(value).__name__}.{value.value!r} {value.zh!r};")
        case Enum():
            put(f"{type(value).__name__}.{value.name};")
        case type() if issubclass(value, Label):
            put(f"labels {value.content!r};")
        case type():
            put(f"class {value.__name__};")
        case tuple():
            put(f"({len(value)};")
            for item in value:
                _feed(item, put)
        case _ if attrs.has(type(value)):
            put(f"{type(value).__name__}{{")
            for field in attrs.fields(type(value)):
                put(f"{field.name}=")
                _feed(getattr(value, field.name), put)
        case _:
            msg = f"a {type(value).__name__} has no fixed content to take a digest of"
            raise TypeError(msg)
