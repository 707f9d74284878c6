"""The answers for a whole frame of subjects, in the dataframe engine it comes in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import narwhals.stable.v2 as nw

from .errors import WITHHELD, CallError, Code, DataError, Problem, did_you_mean
from .measures import Policy
from .people import Subject, key_of, subject_name
from .people.fact import FactSpec, Kind, specs
from .prepared import Prepared, prepare
from .rules.columns import OUTCOMES, Frame, columns, mask_names
from .rules.forms import Reading
from .terms import FIRST_BIRTH_YEAR, Term

_MASKED = ("missing", "amount_missing")


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
    _check_names(frame, ready, kept)
    _check_values(
        frame, ready, {n: s for n, s in facts.items() if n in frame.collect_schema().names()}
    )
    shaped = _shaped(frame, facts)
    return columns(shaped, ready.normal, keep=kept, masks=masks)


def _facts(ready: Prepared) -> dict[str, FactSpec]:
    """The facts the rules ask, by name."""
    every = _known(ready)
    return {name: every[name] for name in ready.asked}


def _known(ready: Prepared) -> dict[str, FactSpec]:
    own = {f.name: f.spec for f in ready.policy.facts if f.subject is ready.subject}
    return {**specs(ready.subject), **own}


def _check_names(frame: Frame, ready: Prepared, keep: Iterable[str]) -> None:
    names, known = frame.collect_schema().names(), _known(ready)
    where = f"frame of {subject_name(ready.subject)}s"
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


def _check_values(frame: Frame, ready: Prepared, facts: Mapping[str, FactSpec]) -> None:
    """Refuse types and values that do not fit; one pass over the frame counts the latter."""
    schema = frame.collect_schema()
    problems = [
        Problem(Code.WRONG_TYPE, spec.where, str(schema[name]), _FITTING[spec.kind][1])
        for name, spec in facts.items()
        if _FITTING[spec.kind][0] not in _sort(schema[name])
    ]
    if problems:
        raise CallError(problems)
    tests = {name: _wrong(nw.col(name), spec, ready.setting.on) for name, spec in facts.items()}
    wrong = {name: test for name, test in tests.items() if test is not None}
    if not wrong:
        return
    counted = _rows(
        frame.select(*(test.fill_null(False).sum().alias(name) for name, test in wrong.items()))
    )
    for name, count in counted[0].items() if counted else ():
        if count:
            problems.append(_bad_value(frame, facts[name], wrong[name], count, ready))
    if problems:
        raise DataError(problems)


def _bad_value(frame: Frame, spec: FactSpec, test: nw.Expr, count: int, ready: Prepared) -> Problem:
    shown: object = WITHHELD
    suggestion = f"{count} rows"
    if not spec.identity:
        examples = _rows(frame.filter(test).select(nw.col(spec.name)).head(1))
        shown = examples[0][spec.name] if examples else WITHHELD
        if spec.labels is not None and isinstance(shown, str):
            suggestion += "; " + did_you_mean(shown, [str(m.value) for m in spec.labels])
    expected = spec.expected()
    if spec.past:
        expected += f" to {ready.setting.on}"
    return Problem(
        Code.OUT_OF_RANGE if spec.labels is None else Code.BAD_LABEL,
        spec.where,
        shown,
        expected,
        suggestion,
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
            low = value < spec.least
            return low if spec.most is None else low | (value > spec.most)
        case Kind.MONEY:
            cents = value * 100
            return (value < 0) | (cents != cents.cast(nw.Int64))
        case Kind.DATE:
            early = value < datetime.date(FIRST_BIRTH_YEAR, 1, 1)
            return early | (value > on) if spec.past else early
        case Kind.CODE:
            return ~value.str.contains(rf"^[0-9]{{{spec.digits}}}$")
        case Kind.FLAG | Kind.WORDS:
            return None


def _shaped(frame: Frame, facts: Mapping[str, FactSpec]) -> Frame:
    """Every asked fact as a column of the type that rules are evaluated on; absent ones as null."""
    present = set(frame.collect_schema().names())
    as_type: Mapping[Kind, Any] = {Kind.FLAG: nw.Boolean, Kind.WHOLE: nw.Int64, Kind.DATE: nw.Date}
    shaped = []
    for name, spec in facts.items():
        value = nw.col(name) if name in present else nw.lit(None)
        if spec.kind is Kind.MONEY and name in present:
            value = value * 100
        kind = nw.Int64 if spec.kind is Kind.MONEY else as_type.get(spec.kind, nw.String)
        shaped.append(value.cast(kind).alias(name))
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

    Returns:
        The columns of `LONG`: in the order of the rows, then of the benefits; amounts in yuan as text, lists of facts
        joined by a semicolon, what does not apply null.
    """
    frame = nw.from_native(wide, eager_only=True).with_row_index("__row")
    masks = mask_names(ready.normal)
    chosen = [r for r in ready.normal.benefits if names is None or r.benefit.id in names]
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


_WITH_AMOUNT = frozenset({"entitled", "undetermined"})


def _yuan(fen: nw.Expr) -> nw.Expr:
    """Whole fen as yuan with two decimals."""
    cents = (fen % 100).cast(nw.String)
    padded = nw.when(fen % 100 < 10).then(nw.concat_str(nw.lit("0"), cents)).otherwise(cents)
    return nw.concat_str((fen // 100).cast(nw.String), nw.lit("."), padded)


def _listed(frame: nw.DataFrame[Any], column: str, names: tuple[str, ...]) -> nw.Expr:
    """The facts that a mask stands for, joined by a semicolon; null for none."""
    masks = frame[column].unique().to_list()
    texts = [";".join(n for k, n in enumerate(names) if mask >> k & 1) or None for mask in masks]
    return nw.col(column).replace_strict(masks, texts, return_dtype=nw.String)
