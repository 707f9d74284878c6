"""Values in and out as JSON, without loss, through cattrs.

A document says what it is: `{"schema": 1, "kind": "student", "value": {...}}`. Unknown facts are left out; money is
text such as ``"1000.00"``, dates are ISO 8601, labels canonical names. Where one of several types may stand, an
object's ``type`` names it; a fact in a rule is ``{"fact": "student.stage"}``. Reading is strict: true is not a number,
1 is no flag, an unknown key is an error with a suggestion, and all faults are told at once.

>>> from jiaoyu_fupin.values.text import Text
>>> print(dumps(Text("小学", "primary school")))
{"schema": 1, "kind": "text", "value": {"zh": "小学", "en": "primary school"}}
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, overload

import pendulum
from cattrs import BaseConverter
from cattrs.errors import StructureHandlerNotFoundError
from cattrs.preconf import json as preconf

from ..values.errors import CallError, Code, DataError, Problem, did_you_mean, unknown_name
from ..values.label import Label
from .faults import Faults, problems, unknown_key
from .names import ENUMS, FACT, HANDLES, LABELS, RECORDS
from .records import NAME_OF, Catalogue, members_of
from .shapes import an_object, pairs, read_day

T = TypeVar("T")

SCHEMA: int = 1
"""The number of the form in which documents are written; it is raised whenever a reader of the old form would err."""


def configure_converter(converter: BaseConverter, *, labels: Iterable[type[Label]] = ()) -> None:
    """Teach a converter to read and write this library's values and pendulum's dates; it keeps all else it knows.

    Args:
        converter: The converter, changed in place.
        labels: Further lists of labels, those that facts of a policy's own take.

    Raises:
        CallError: Two lists of labels have one name.
    """
    catalogue = Catalogue(converter, _by_name(labels))

    # By class, for cattrs looks there first and would find the hook of datetime.date, whose result is no pendulum date.
    def read(value: object, cl: type) -> pendulum.Date:
        if cl is not pendulum.Date:
            raise StructureHandlerNotFoundError(f"no way to read a {cl.__name__} is known", cl)
        return read_day(value)

    converter.register_structure_hook(pendulum.Date, read)
    converter.register_unstructure_hook(pendulum.Date, lambda value: value.isoformat())

    shape_of = functools.cache(catalogue.shape)

    def reader(hint: Any) -> Any:
        read = shape_of(hint).read
        return lambda value, _: read(value)

    def writer(hint: Any) -> Any:
        return shape_of(hint).write

    converter.register_structure_hook_factory(catalogue.knows, reader)
    converter.register_unstructure_hook_factory(catalogue.knows, writer)


def _by_name(labels: Iterable[type[Label]]) -> Mapping[str, type[Label]]:
    found: dict[str, type[Label]] = {}
    for one in (*LABELS, *labels):
        if found.setdefault(one.__name__, one) is not one:
            raise CallError(
                Problem(
                    Code.DUPLICATE,
                    "labels",
                    one.__name__,
                    "expected lists of labels with different names",
                )
            )
    return found


def make_converter(*, labels: Iterable[type[Label]] = ()) -> preconf.JsonConverter:
    """A cattrs converter for JSON that knows this library's values; see `configure_converter`."""
    converter = preconf.make_converter()
    configure_converter(converter, labels=labels)
    return converter


@functools.cache
def _plain() -> BaseConverter:
    return make_converter()


def dumps(value: object, *, converter: BaseConverter | None = None) -> str:
    """A value as a JSON document, on one line.

    Args:
        value: A subject, a finding, an assessment, a policy or any part of one of these.
        converter: A converter that `configure_converter` has been given; by default a new one.

    Raises:
        CallError: It is of a class that has no kind of document.
        DataError: It holds what could not be read back.
    """
    kind = _kind_of(type(value))
    if kind is None:
        raise CallError(
            unknown_name(
                "kind of value", type(value).__name__, [c.__name__ for c in RECORDS.values()]
            )
        )
    written = (converter or _plain()).unstructure(value)
    document = {"schema": SCHEMA, "kind": kind, "value": written}
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


@overload
def loads(text: str, cl: type[T], *, converter: BaseConverter | None = None) -> T: ...
@overload
def loads(text: str, cl: Any, *, converter: BaseConverter | None = None) -> Any: ...
def loads(text: str, cl: Any, *, converter: BaseConverter | None = None) -> Any:
    """The value of a JSON document.

    Args:
        text: The document.
        cl: The class that is expected, or a union of classes such as `Subject` or `Condition`.
        converter: A converter that `configure_converter` has been given; by default a new one.

    Raises:
        CallError: No document holds such a class.
        DataError: The document does not fit; one problem for each fault, its place a path in which ``$`` is the
            document's value. Values of facts that identify a person are not shown.
    """
    wanted = {kind: one for one in members_of(cl) or (cl,) if (kind := _kind_of(one)) is not None}
    if not wanted:
        raise CallError(
            unknown_name(
                "kind of value",
                getattr(cl, "__name__", str(cl)),
                [c.__name__ for c in RECORDS.values()],
            )
        )
    document = _parsed(text)
    kind, content = _opened(document, wanted)
    hint = cl if kind == FACT else wanted[kind]
    faults = Faults()
    try:
        value = faults.part("", lambda part: (converter or _plain()).structure(part, hint), content)
    except RecursionError:
        faults.found = [_too_deep()]
        value = None
    faults.stop()
    return value


def _kind_of(cl: Any) -> str | None:
    if cl in HANDLES:
        return FACT
    return NAME_OF.get(cl) or next((name for name, one in ENUMS.items() if one is cl), None)


def _too_deep() -> Problem:
    return Problem(Code.BAD_DOCUMENT, "$", None, "expected less nesting")


def _parsed(text: str) -> object:
    """What a text says in JSON; an error tells its place and never the text."""
    try:
        return json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        problem = Problem(
            Code.BAD_DOCUMENT,
            f"line {error.lineno}, column {error.colno}",
            None,
            "expected JSON",
            error.msg,
        )
    except RecursionError:
        problem = _too_deep()
    except ValueError:  # a number of thousands of digits
        problem = Problem(
            Code.BAD_DOCUMENT, "$", None, "expected JSON with numbers of a usual size"
        )
    raise DataError(problem)


def _opened(document: object, wanted: Mapping[str, type]) -> tuple[str, object]:
    """The kind and the value of a document, once it is known to be one that is wanted."""
    envelope = an_object(document)
    keys = ("schema", "kind", "value")
    found = [
        Problem(
            Code.REQUIRED, key, None, "expected a document with the keys schema, kind and value"
        )
        for key in keys
        if key not in envelope
    ]
    found += [unknown_key(key, keys) for key in envelope if key not in keys]
    schema, kind = envelope.get("schema", SCHEMA), envelope.get("kind")
    if type(schema) is not int or schema != SCHEMA:
        shown = schema if isinstance(schema, int | str) else None
        found.append(
            Problem(
                Code.BAD_DOCUMENT,
                "schema",
                shown,
                f"expected a document of schema {SCHEMA}",
                "another version of this library wrote it",
            )
        )
    if "kind" in envelope and (not isinstance(kind, str) or kind not in wanted):
        name = kind if isinstance(kind, str) else ""
        code = Code.BAD_DOCUMENT if name in RECORDS else Code.UNKNOWN_NAME
        found.append(
            Problem(
                code,
                "kind",
                name or None,
                f"expected a document of kind {' or '.join(wanted)}",
                did_you_mean(name, wanted) if code is Code.UNKNOWN_NAME else "",
            )
        )
    if found:
        raise DataError(found)
    return str(kind), envelope["value"]


__all__ = ["SCHEMA", "configure_converter", "dumps", "loads", "make_converter", "problems"]
