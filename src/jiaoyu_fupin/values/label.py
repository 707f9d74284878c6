"""Labels: closed lists of words, each with its Chinese one."""

from __future__ import annotations

from enum import Enum

from .text import Text


class Label(Enum):
    """A closed list of labels, each a canonical name and its Chinese word.

    Attributes:
        text: The label in words; the canonical name gives the English ones.
        zh: The Chinese word, by which tables of offices know it.
    """

    text: Text
    zh: str

    # members are singletons: the identity hash is exact and needs no Python call
    __hash__ = object.__hash__

    def __new__(cls, value: str, zh: str) -> Label:
        member = object.__new__(cls)
        member._value_ = value
        member.zh = zh
        member.text = Text(zh, value.replace("_", " "))
        return member
