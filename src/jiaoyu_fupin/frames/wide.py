"""The answers for a whole frame of subjects, in the dataframe engine it comes in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import narwhals.stable.v2 as nw

from ..answers.prepared import Prepared, prepare
from ..clauses.policy import Policy
from ..people import Subject, key_of, kind_of
from ..people.fact import MOST_WHOLE, FactSpec, Kind, specs
from ..rules.columns import ANSWER_PARTS, OUTCOMES, Frame, columns, mask_names
from ..rules.forms import Reading
from ..values.errors import (
    WITHHELD,
    CallError,
    Code,
    DataError,
    Problem,
    did_you_mean,
    unknown_name,
)
from ..values.money import MOST_YUAN
from ..values.terms import FIRST_BIRTH_YEAR, Term


def assess_frame(
    frame: Any,
    policy: Policy,
    *,
    subject: type[Subject],
    on: datetime.date | Term,
    reading: Reading = Reading.AS_WRITTEN,
    answers: Mapping[str, bool | int] = MappingProxyType({}),
    keep: Iterable[str] = (),
    masks: bool = False,
) -> Any:
    """What a policy grants each row's subject on a date, wide, in the engine of the frame.

    Args:
        frame: One row per subject: columns by canonical name, null unknown, an absent column unknown throughout; flags
            boolean, labels and codes text, whole numbers integers, amounts yuan as integers or decimals, dates dates.
        policy: The policy.
        subject: The kind of subject.
        on: The date the question is asked of; a term stands for its first day.
        reading: Which of two figures counts.
        answers: Open questions answered, by name.
        keep: Columns to hand on beside the subject's id, also such as the library does not know.
        masks: Whether to say which facts are missing.

    Returns:
        The subject's id and the kept columns, and for each benefit ``outcome:ID`` (0 entitled, 1 not entitled,
        2 undetermined, 3 not applicable), ``lower:ID`` and ``upper:ID`` in fen, ``average:ID`` in fen where the
        benefit has one, and with `masks` ``missing:ID`` and ``amount_missing:ID``, bits as `mask_names` lists them.

    Raises:
        CallError: A column nobody knows, or one of a type that does not fit.
        DataError: A value that cannot be, such as a label nobody knows.
    """
    ready = prepare(policy, subject, on=on, reading=reading, answers=answers)
    return nw.to_native(assess_columns(nw.from_native(frame), ready, keep=keep, masks=masks))


def assess_columns(
    frame: Frame, ready: Prepared, *, keep: Iterable[str] = (), masks: bool = False
) -> Frame:
    """The same for a narwhals frame and a policy made ready."""
    key = key_of(ready.subject)
    kept = tuple(dict.fromkeys((key, *keep)))
    facts = _facts(ready)
    names = frame.collect_schema().names()
    _check_names(names, ready, kept)
    _check_values(frame, ready, {n: s for n, s in facts.items() if n in names}, key)
    # kept columns are put by before facts are brought to the form that rules need
    put_by = {f"{_PUT_BY}{k}": name for k, name in enumerate(kept)}
    laid: Any = frame.with_columns(*(nw.col(name).alias(by) for by, name in put_by.items()))
    return columns(_shaped(laid, facts), ready.normal, keep=put_by, masks=masks)


_PUT_BY = "__kept"


def _facts(ready: Prepared) -> dict[str, FactSpec]:
    """The facts the rules ask, by name."""
    every = ready.policy.facts_of(ready.subject)
    return {name: every[name] for name in ready.asked}


def _check_names(names: list[str], ready: Prepared, keep: Iterable[str]) -> None:
    known = ready.policy.facts_of(ready.subject)
    where = f"frame of {kind_of(ready.subject).plural}"
    problems = [
        Problem(
            Code.UNKNOWN_NAME,
            where,
            name,
            "expected the name of a fact",
            did_you_mean(name, known) or "name it in keep= to hand it on",
        )
        for name in names
        if name not in known and name not in keep
    ]
    problems += [
        Problem(
            Code.UNKNOWN_NAME,
            where,
            name,
            "expected a column of the frame",
            did_you_mean(name, names),
        )
        for name in keep
        if name not in names
    ]
    problems += [
        Problem(Code.WRONG_CALL, where, name, "expected no column by a name that answers have")
        for name in keep
        if name.startswith(("__", *(f"{part}:" for part in ANSWER_PARTS)))
    ]
    if problems:
        raise CallError(problems)


_FITTING: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        Kind.FLAG: ("boolean", "expected a boolean column"),
        Kind.LABEL: ("text", "expected a column of text or categories"),
        Kind.WHOLE: ("integer", "expected an integer column"),
        Kind.MONEY: (
            "exact",
            "expected yuan as a decimal or integer column; a float is never exact money",
        ),
        Kind.DATE: ("date", "expected a column of dates"),
        Kind.CODE: ("text", "expected a column of text: codes keep their leading zeros"),
        Kind.WORDS: ("text", "expected a column of text"),
    }
)


def _sort(dtype: Any) -> set[str]:
    """What a column's type may hold."""
    sorts = set()
    if isinstance(dtype, nw.Boolean):
        sorts.add("boolean")
    if isinstance(dtype, nw.String | nw.Categorical | nw.Enum):
        sorts.add("text")
    if dtype.is_integer():
        sorts |= {"integer", "exact"}
    if isinstance(dtype, nw.Decimal):
        sorts.add("exact")
    if isinstance(dtype, nw.Date):
        sorts.add("date")
    if isinstance(dtype, nw.Unknown):  # a column of nothing but nulls
        sorts |= {fits for fits, _ in _FITTING.values()}
    return sorts


def _check_values(frame: Frame, ready: Prepared, facts: Mapping[str, FactSpec], key: str) -> None:
    """Refuse types and values that do not fit; one pass over the frame counts the latter."""
    schema = frame.collect_schema()
    asked = {key: specs(ready.subject)[key], **facts}
    problems = [
        Problem(Code.WRONG_TYPE, spec.where, str(schema[name]), _FITTING[spec.kind][1])
        for name, spec in asked.items()
        if _FITTING[spec.kind][0] not in _sort(schema[name])
    ]
    if problems:
        raise CallError(problems)
    on = ready.setting.on
    wrong = {n: test for n, s in asked.items() if (test := _wrong(nw.col(n), s, on)) is not None}
    sums = (test.fill_null(False).sum().alias(name) for name, test in wrong.items())
    for name, count in _rows(frame.select(*sums))[0].items():
        if count:
            problems.append(_bad_value(frame.filter(wrong[name]), asked[name], count, on))
    if problems:
        raise DataError(problems)


def _bad_value(bad: Frame, spec: FactSpec, count: int, on: datetime.date) -> Problem:
    """What is wrong with the rows of a column that do not fit, with the first value that does not."""
    rows = f"in {count} row{'s' if count > 1 else ''}"
    if spec.required:
        return Problem(Code.REQUIRED, spec.where, None, "expected an id in every row", rows)
    if spec.identity:
        return Problem(Code.OUT_OF_RANGE, spec.where, WITHHELD, spec.expected(), rows)
    value = _rows(bad.select(nw.col(spec.name)).head(1))[0][spec.name]
    if spec.labels is not None:
        words = {word: m.value for m in spec.labels for word in (m.value, m.zh)}
        hint = f"write {words[value]}" if value in words else did_you_mean(str(value), words)
        return Problem(Code.BAD_LABEL, spec.where, value, spec.expected(), f"{rows}; {hint}")
    late = isinstance(value, datetime.date) and spec.past and value > on
    code = Code.DATE_IN_FUTURE if late else _CODE_OF.get(spec.kind, Code.OUT_OF_RANGE)
    expected = spec.expected() + (f" to {on}" if spec.past else "")
    return Problem(code, spec.where, value, expected, rows)


_CODE_OF: Mapping[Kind, Code] = MappingProxyType(
    {Kind.CODE: Code.BAD_CODE, Kind.MONEY: Code.BAD_MONEY}
)


def _rows(frame: Frame) -> list[dict[str, Any]]:
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return eager.rows(named=True)


def _wrong(value: nw.Expr, spec: FactSpec, on: datetime.date) -> nw.Expr | None:
    """Whether a known value is one that cannot be."""
    match spec.kind:
        case Kind.LABEL:
            return ~value.cast(nw.String).is_in([str(m.value) for m in spec.labels or ()])
        case Kind.WHOLE:
            return (value < spec.least) | (value > (spec.most or MOST_WHOLE - 1))
        case Kind.MONEY:
            outside = (value < 0) | (value >= int(MOST_YUAN))
            fen = nw.when(~outside).then(value).otherwise(nw.lit(0)) * 100
            return outside | (fen != fen.cast(nw.Int64))
        case Kind.DATE:
            early = value < datetime.date(FIRST_BIRTH_YEAR, 1, 1)
            return early | (value > on) if spec.past else early
        case Kind.CODE:
            return ~value.str.contains(rf"^[0-9]{{{spec.digits}}}$")
        case Kind.WORDS if spec.required:
            return value.is_null() | (value.cast(nw.String).str.strip_chars() == "")
        case Kind.FLAG | Kind.WORDS:
            return None


def _shaped(frame: Frame, facts: Mapping[str, FactSpec]) -> Frame:
    """Every asked fact as a column of the type that rules are evaluated on; absent ones as null."""
    schema = frame.collect_schema()
    as_type: Mapping[Kind, Any] = {Kind.FLAG: nw.Boolean, Kind.WHOLE: nw.Int64, Kind.DATE: nw.Date}
    shaped = []
    for name, spec in facts.items():
        value = nw.col(name) if name in schema else nw.lit(None)
        if spec.kind is not Kind.MONEY:
            shaped.append(value.cast(as_type.get(spec.kind, nw.String)).alias(name))
        elif name in schema and schema[name].is_decimal():
            shaped.append((value * 100).cast(nw.Int64).alias(name))
        else:  # widened first: a narrow integer cannot hold the fen of its yuan
            shaped.append((value.cast(nw.Int64) * 100).alias(name))
    laid: Any = frame
    result: Frame = laid.with_columns(*shaped) if shaped else frame
    return result


LONG = (
    "subject_id",
    "benefit",
    "outcome",
    "basis",
    "lower",
    "upper",
    "amount_missing",
    "average",
    "per",
    "missing",
)
"""The columns of the long form, in order."""


def to_long(wide: Any, ready: Prepared, *, names: Iterable[str] | None = None) -> Any:
    """The wide answers with masks as one row per subject and benefit, labels and amounts as text, as files carry them.

    Args:
        wide: What `assess_frame` returned for an eager frame, with its masks.
        ready: The policy as it was made ready for it.
        names: The benefits to list; all in the policy's order when None.

    Raises:
        CallError: A benefit nobody knows, a lazy frame, or answers without masks.

    Returns:
        The columns of `LONG`: in the order of the rows, then of the benefits; amounts in yuan as text, lists of facts
        joined by a semicolon, what does not apply null.
    """
    ids = [r.benefit.id for r in ready.normal.benefits]
    wanted = ids if names is None else [names] if isinstance(names, str) else list(names)
    masks = {r.benefit.id: mask_names(r.benefit) for r in ready.normal.benefits}
    chosen = [r for r in ready.normal.benefits if r.benefit.id in wanted]
    frame = _with_answers(wide, ids, wanted)
    parts = []
    for place, rule in enumerate(chosen):
        id_ = rule.benefit.id
        stated = nw.col(f"outcome:{id_}").is_in(
            [OUTCOMES.index(o) for o in OUTCOMES if o.value in _WITH_AMOUNT]
        )
        average = (
            nw.col(f"average:{id_}")
            if f"average:{id_}" in frame.columns
            else nw.lit(None).cast(nw.Int64)
        )
        bits = masks[id_]
        parts.append(
            frame.select(
                nw.col("__row"),
                nw.lit(place).alias("__benefit"),
                nw.col(key_of(ready.subject)).alias("subject_id"),
                nw.lit(id_).alias("benefit"),
                nw.col(f"outcome:{id_}")
                .replace_strict(
                    list(range(len(OUTCOMES))), [o.value for o in OUTCOMES], return_dtype=nw.String
                )
                .alias("outcome"),
                nw.when(stated).then(nw.lit(rule.basis.value)).alias("basis"),
                _yuan(nw.col(f"lower:{id_}")).alias("lower"),
                _yuan(nw.col(f"upper:{id_}")).alias("upper"),
                _listed(frame, f"amount_missing:{id_}", bits.amount_missing).alias(
                    "amount_missing"
                ),
                _yuan(average).alias("average"),
                nw.lit(rule.benefit.per.value).alias("per"),
                _listed(frame, f"missing:{id_}", bits.missing).alias("missing"),
            )
        )
    return nw.to_native(nw.concat(parts).sort("__row", "__benefit").select(*LONG))


def _with_answers(wide: Any, ids: list[str], wanted: list[str]) -> nw.DataFrame[Any]:
    """A wide frame with row numbers, that has all it takes to be made long."""
    problems = [unknown_name("benefit", name, ids) for name in wanted if name not in ids]
    frame: Any = nw.from_native(wide, pass_through=True)
    if not isinstance(frame, nw.DataFrame):
        problems.append(
            Problem(
                Code.WRONG_CALL,
                "to_long",
                type(wide).__name__,
                "expected an eager frame",
                "collect it first",
            )
        )
    elif lacking := [c for n in wanted if (c := f"missing:{n}") not in frame.columns and n in ids]:
        problems.append(
            Problem(
                Code.WRONG_CALL,
                "to_long",
                lacking[0],
                "expected the answers with their masks",
                "assess_frame(…, masks=True)",
            )
        )
    if problems:
        raise CallError(problems)
    numbered: nw.DataFrame[Any] = frame.with_row_index("__row")
    return numbered


_WITH_AMOUNT = frozenset({"entitled", "undetermined"})


def _yuan(fen: nw.Expr) -> nw.Expr:
    """Whole fen as yuan with two decimals."""
    cents = (fen % 100).cast(nw.String)
    padded = nw.when(fen % 100 < 10).then(nw.concat_str(nw.lit("0"), cents)).otherwise(cents)
    return nw.concat_str((fen // 100).cast(nw.String), nw.lit("."), padded)


def _listed(frame: nw.DataFrame[Any], column: str, names: tuple[str, ...]) -> nw.Expr:
    """The facts that a mask stands for, joined by a semicolon; null for none."""
    masks = frame[column].unique().to_list()
    if not masks:
        return nw.lit(None).cast(nw.String)
    texts = [";".join(n for k, n in enumerate(names) if mask >> k & 1) or None for mask in masks]
    return nw.col(column).replace_strict(masks, texts, return_dtype=nw.String)
