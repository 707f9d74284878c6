"""Labels: closed lists of words, each with its Chinese one."""

from __future__ import annotations

import weakref
from enum import Enum, EnumMeta
from typing import Any, TypeAlias

from .text import Text

Content: TypeAlias = tuple[str, str, tuple[tuple[str, str], ...]]
"""The name of a list, what it is in Chinese, and its labels: canonical and Chinese name of each."""


class LabelType(EnumMeta):
    """The type of lists of labels: two lists with the same content are one.

    So a list that a document carries is the very list of the module that wrote it, where that one is loaded: facts,
    policies and labels that come from either are equal.
    """

    def __new__(metacls, cls: str, bases: tuple[type, ...], classdict: Any, **settings: Any) -> Any:
        made: Any = super().__new__(metacls, cls, bases, classdict, **settings)
        return _LISTS.setdefault(made.content, made) if len(made) else made

    @property
    def content(cls) -> Content:
        """All that makes the list what it is."""
        own = vars(cls).get("__doc__")
        members: Any = cls
        return (cls.__name__, own or "", tuple((str(m.value), m.zh) for m in members))


_LISTS: weakref.WeakValueDictionary[Content, Any] = weakref.WeakValueDictionary()
"""The lists that there are, as a table of interned values: whoever asks for the same content gets the same list."""


class Label(Enum, metaclass=LabelType):
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


def list_of(content: Content) -> type[Label]:
    """The list of labels with such a content.

    Raises:
        ValueError: A name cannot be one of a label.
    """
    name, zh, labels = content
    upper = [value.upper() for value, _ in labels]
    names = upper if len(set(upper)) == len(upper) else [value for value, _ in labels]
    parts: Any = LabelType.__prepare__(name, (Label,))
    for key, pair in zip(names, labels, strict=True):
        parts[key] = pair
    if zh:
        parts["__doc__"] = zh
    parts["__module__"] = __name__
    found: type[Label] = LabelType(name, (Label,), parts)
    return found
