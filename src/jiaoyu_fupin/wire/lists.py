"""Lists of labels as documents carry them: the library's by name, a policy's own with all that is in them."""

from __future__ import annotations

from collections.abc import Mapping

from ..values.errors import Code, DataError, Problem
from ..values.label import Content, Label, list_of
from .faults import Faults, fault, unknown_key
from .names import LABELS
from .shapes import TEXT, Shape, an_object, array, member_of, name_of

_KEYS = ("name", "zh", "labels")


def _list_of(content: Content) -> type[Label]:
    """The list of labels with such a content.

    Raises:
        DataError: There are no labels, two have one name, or a name cannot be one.
    """
    words = [word for pair in content[2] for word in dict.fromkeys(pair)]
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice or not words:
        expected = "expected labels, each by names of its own"
        code = Code.DUPLICATE if twice else Code.REQUIRED
        raise DataError(Problem(code, "$.labels", twice or None, expected))
    try:
        return list_of(content)
    except ValueError:
        raise fault(Code.BAD_LABEL, words, "expected names that a label may have") from None


def lists(known: Mapping[str, type[Label]]) -> Shape:
    """A list of labels: one of the library's by its name; another as an object that holds all of it.

    Args:
        known: The library's lists and those that the converter was given, by name; an object with the content of one
            is read as that one.
    """
    by_name = name_of(known, "a list of labels of the library, or an object that holds one")

    def read(value: object) -> object:
        if isinstance(value, str):
            return by_name.read(value)
        given = an_object(value)
        faults = Faults()
        faults.found = [unknown_key(key, _KEYS) for key in given if key not in _KEYS]
        faults.found += [
            Problem(Code.REQUIRED, f"$.{key}", None, "expected a value")
            for key in ("name", "labels")
            if key not in given
        ]
        name = faults.part(".name", _name, given["name"]) if "name" in given else ""
        zh = faults.part(".zh", TEXT.read, given.get("zh", ""))
        pairs = faults.part(".labels", _pairs, given["labels"]) if "labels" in given else ()
        faults.stop()
        content: Content = (str(name), str(zh), tuple(pairs or ()))
        one = known.get(content[0])  # a name alone is no list: another one may have it too
        return one if one is not None and one.content == content else _list_of(content)

    def write(value: type[Label]) -> object:
        if value in LABELS:
            return value.__name__
        name, zh, labels = value.content
        named = {"name": name, "zh": zh} if zh else {"name": name}
        return {**named, "labels": [list(pair) for pair in labels]}

    return Shape(read, write)


def _name(value: object) -> str:
    if isinstance(value, str) and value.isidentifier():
        return value
    raise fault(Code.WRONG_TYPE, value, "expected a name such as Grade")


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    faults = Faults()
    found = [faults.part(f"[{k}]", _pair, part) for k, part in enumerate(array(value))]
    faults.stop()
    return tuple(pair for pair in found if pair is not None)


def _pair(value: object) -> tuple[str, str]:
    parts = array(value)
    words = [part for part in parts if isinstance(part, str) and part.strip()]
    if len(parts) != 2 or len(words) != 2:
        raise fault(Code.WRONG_TYPE, None, "expected a label's canonical and its Chinese name")
    return words[0], words[1]


def any_label(known: Mapping[str, type[Label]]) -> Shape:
    """A label of whatever list: `{"list": "Stage", "label": "primary"}`, a policy's own list with all that is in it."""
    shape = lists(known)

    def read(value: object) -> object:
        given = an_object(value)
        keys = ("list", "label")
        faults = Faults()
        faults.found = [unknown_key(key, keys) for key in given if key not in keys]
        faults.found += [
            Problem(Code.REQUIRED, f"$.{key}", None, "expected a value")
            for key in keys
            if key not in given
        ]
        one = faults.part(".list", shape.read, given["list"]) if "list" in given else None
        faults.stop()
        found = faults.part(".label", member_of(one).read, given["label"])  # type: ignore[arg-type]
        faults.stop()
        return found

    def write(value: object) -> object:
        if not isinstance(value, Label):
            raise fault(Code.BAD_LABEL, value, "expected a label")
        return {"list": shape.write(type(value)), "label": value.value}

    return Shape(read, write)
