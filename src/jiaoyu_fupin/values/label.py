"""Labels: closed lists of words, each with its Chinese one."""

from __future__ import annotations

from enum import Enum


class Label(Enum):
    """A closed list of labels; the value is the canonical name, `zh` the Chinese label."""

    zh: str

    # members are singletons: the identity hash is exact and needs no Python call
    __hash__ = object.__hash__

    def __new__(cls, value: str, zh: str) -> Label:
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        return member

    @property
    def en(self) -> str:
        """The canonical name as English words."""
        return str(self.value).replace("_", " ")
