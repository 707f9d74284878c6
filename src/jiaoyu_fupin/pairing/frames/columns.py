"""Links and members as columns: what the readings for whole frames share.

A state is a small number, `YES`, `UNKNOWN` or `NO` in this order, so that the greatest of some states says whether all
hold, and the smallest whether any does. Days are counted from 1 January of the year 1, as `date.toordinal` counts them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw

from ...clauses.pairing import PairingRule, Party
from ...people.labels import Ownership, SchoolKind, SchoolLevel
from ...places import CodeChange, CountyList, Designation, every_change, newest
from ...values.errors import CallError, Code, DataError, Problem, did_you_mean
from ...values.given import several
from ...values.label import Label
from ..link import HEIGHTS, descends
from ..member import ALWAYS

Frame: TypeAlias = "nw.DataFrame[Any] | nw.LazyFrame[Any]"

YES, UNKNOWN, NO = 0, 1, 2
ENDLESS: Final = datetime.date.max.toordinal()
"""The day number that stands for a link without a last day."""

LINK_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "link_id": "text",
        "rule": "text",
        "helper_party": "text",
        "helper": "text",
        "recipient_party": "text",
        "recipient": "text",
        "since": "date",
        "until": "date",
        "helper_level": "text",
        "recipient_level": "text",
    }
)
"""The columns of a frame of links; the last two may be absent, and then nothing states a level."""

MEMBER_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "party": "text",
        "id": "text",
        "kind": "text",
        "level": "text",
        "ownership": "text",
        "county": "text",
        "township": "text",
        "poor_county": "boolean",
        "in_poor_village": "boolean",
        "contiguous_area": "boolean",
        "good": "boolean",
        "weak": "boolean",
        "poor": "boolean",
        "registered": "boolean",
        "left_behind": "boolean",
        "rural": "boolean",
        "opened": "date",
        "closed": "date",
    }
)
"""The columns of a frame of members; all but the first two may be absent: unknown throughout."""

_TYPES: Final[Mapping[str, Any]] = MappingProxyType(
    {"text": nw.String, "boolean": nw.Boolean, "date": nw.Date}
)
_LABELS: Final[Mapping[str, type[Label]]] = MappingProxyType(
    {
        "helper_party": Party,
        "recipient_party": Party,
        "party": Party,
        "helper_level": SchoolLevel,
        "recipient_level": SchoolLevel,
        "level": SchoolLevel,
        "kind": SchoolKind,
        "ownership": Ownership,
    }
)
_REQUIRED: Final = frozenset(
    {"link_id", "rule", "helper_party", "helper", "recipient_party", "recipient", "since", "party", "id"}
)  # fmt: skip
_MUST_BE_THERE: Final = frozenset({*_REQUIRED, "until"})


def rows(frame: Frame) -> list[dict[str, Any]]:
    """The rows of a small frame."""
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return eager.rows(named=True)


def day_number(day: nw.Expr) -> nw.Expr:
    """A date as the number of its day, in any engine."""
    before = day.dt.year().cast(nw.Int64) - 1
    return (
        before * 365
        + before // 4
        - before // 100
        + before // 400
        + day.dt.ordinal_day().cast(nw.Int64)
    )


def state_of(answer: nw.Expr, unknown: nw.Expr) -> nw.Expr:
    """A state: unknown where that is so, else yes or no."""
    known = nw.when(answer).then(nw.lit(YES)).otherwise(nw.lit(NO))
    return nw.when(unknown).then(nw.lit(UNKNOWN)).otherwise(known)


def laid(frame: Any, what: str, columns: Mapping[str, str]) -> Frame:
    """A caller's frame with every column there, of the type that checks ask.

    Dates may stand in columns of dates, of moments that are all midnight, or, in a frame that is held in memory, of
    objects; a column of nothing but nulls may be of any type.

    Raises:
        CallError: A column is absent that has to be there, or is of a type that does not fit.
        DataError: A cell is empty that has to be filled, holds a label nobody knows, or a moment that is no midnight.
    """
    native: Any = _without_objects(nw.from_native(frame), what, columns)
    schema = native.collect_schema()
    problems = [
        Problem(
            Code.UNKNOWN_NAME,
            what,
            name,
            "expected a column of this name",
            did_you_mean(name, schema),
        )
        for name in columns
        if name in _MUST_BE_THERE and name not in schema
    ]
    doubtful = [n for n, kind in columns.items() if n in schema and not _fits(schema[n], kind)]
    nothing = _all_null(native, doubtful)
    problems += [
        Problem(
            Code.WRONG_TYPE,
            f"{what}, {name}",
            str(schema[name]),
            f"expected a column of {columns[name]}",
        )
        for name in doubtful
        if name not in nothing
    ]
    if problems:
        raise CallError(problems)
    moments = {n: nw.col(n) for n, k in columns.items() if n in schema and _moments(schema[n], k)}
    refuse_rows(
        native,
        what,
        {
            name: (Code.WRONG_TYPE, "expected dates, or moments at midnight", _not_midnight(col))
            for name, col in moments.items()
        },
    )
    shaped: Frame = native.select(
        *(
            (
                nw.col(name).cast(_TYPES[kind])
                if name in schema and name not in nothing
                else _null(kind)
            ).alias(name)
            for name, kind in columns.items()
        )
    )
    _refuse_values(shaped, what, columns)
    return shaped


def _null(kind: str) -> nw.Expr:
    """No value, of a type; pandas would take a null that is made a boolean for no."""
    if kind == "boolean":
        return nw.lit(None).cast(nw.Date) > datetime.date.min
    return nw.lit(None).cast(_TYPES[kind])


def _fits(dtype: Any, kind: str) -> bool:
    if isinstance(dtype, nw.Unknown):  # a column of nothing but nulls
        return True
    sorts: Mapping[str, tuple[Any, ...]] = {
        "text": (nw.String, nw.Categorical, nw.Enum),
        "boolean": (nw.Boolean,),
        "date": (nw.Date,),
    }
    return isinstance(dtype, sorts[kind]) or _moments(dtype, kind)


def _moments(dtype: Any, kind: str) -> bool:
    """Whether a column of dates is one of moments of no time zone, as pandas has them."""
    return kind == "date" and isinstance(dtype, nw.Datetime) and dtype.time_zone is None


def _not_midnight(moment: nw.Expr) -> nw.Expr:
    parts = (moment.dt.hour(), moment.dt.minute(), moment.dt.second(), moment.dt.nanosecond())
    wrong = nw.lit(False)
    for part in parts:
        wrong |= part != 0
    return ~moment.is_null() & wrong


def _all_null(frame: Any, names: Sequence[str]) -> set[str]:
    """Those of some columns that hold nothing but nulls."""
    if not names:
        return set()
    found = rows(frame.select(*((~nw.col(name).is_null()).sum().alias(name) for name in names)))[0]
    return {name for name, held in found.items() if not held}


def _without_objects(frame: Any, what: str, columns: Mapping[str, str]) -> Any:
    """A frame whose columns of Python dates are columns of dates.

    Raises:
        DataError: A cell is neither a date nor a moment at midnight.
    """
    if isinstance(frame, nw.LazyFrame):
        return frame
    made: list[Any] = []
    problems = []
    for name, kind in columns.items():
        if kind != "date" or name not in frame.columns or frame.schema[name] != nw.Object:
            continue
        column = frame[name]
        empty = column.is_null().to_list()
        cells = [None if null else cell for cell, null in zip(column.to_list(), empty, strict=True)]
        wrong = sum(not _is_day(cell) for cell in cells)
        if wrong:
            expected = "expected dates, or moments at midnight"
            where = f"{what}, {name}"
            problems.append(Problem(Code.WRONG_TYPE, where, None, expected, f"in {wrong} rows"))
            continue
        days = [cell.date() if isinstance(cell, datetime.datetime) else cell for cell in cells]
        made.append(nw.new_series(name, days, nw.Date, backend=frame.implementation))
    if problems:
        raise DataError(problems)
    return frame.with_columns(*made) if made else frame


def _is_day(cell: object) -> bool:
    if isinstance(cell, datetime.datetime):
        return cell.tzinfo is None and cell.time() == datetime.time()
    return cell is None or isinstance(cell, datetime.date)


def _refuse_values(frame: Any, what: str, columns: Mapping[str, str]) -> None:
    tests: dict[str, tuple[Code, str, nw.Expr]] = {}
    for name in columns:
        if name in _REQUIRED:
            tests[f"{name} empty"] = (
                Code.REQUIRED,
                "expected a value in every row",
                nw.col(name).is_null(),
            )
        if name in _LABELS:
            known = [str(member.value) for member in _LABELS[name]]
            wrong = ~nw.col(name).is_in(known) & ~nw.col(name).is_null()
            tests[name] = (Code.BAD_LABEL, "expected " + ", ".join(known), wrong)
    refuse_rows(frame, what, tests)


_SPACES: Final = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Every sign that `str.strip` takes away, for engines that each know others."""


def blank(name: str) -> nw.Expr:
    """Whether a cell holds text of spaces only, or none."""
    held = nw.col(name).str.contains(f"[^{_SPACES}]").fill_null(False)
    return ~nw.col(name).is_null() & ~held


def _no_code(name: str, digits: int) -> nw.Expr:
    code = nw.col(name)
    odd = code.str.contains("[^0-9]").fill_null(False)
    return ~code.is_null() & ((code.str.len_chars() != digits) | odd)


def refuse_rows(frame: Any, what: str, tests: Mapping[str, tuple[Code, str, nw.Expr]]) -> None:
    """Refuse a frame any of whose rows fail a test; one pass counts them all.

    Raises:
        DataError: With one problem for each test that is failed, and in how many rows.
    """
    if not tests:
        return
    counted = frame.select(*(t.fill_null(False).sum().alias(n) for n, (_, _, t) in tests.items()))
    problems = [
        Problem(tests[name][0], f"{what}, {name}", None, tests[name][1], f"in {count} rows")
        for name, count in rows(counted)[0].items()
        if count
    ]
    if problems:
        raise DataError(problems)


def _readable(frame: Any, what: str) -> Any:
    """A frame as it was given, once some engine knows it.

    Raises:
        CallError: It is no frame.
    """
    try:
        nw.from_native(frame)
    except TypeError:
        expected = "expected a frame of Polars, pandas or DuckDB"
        raise CallError(Problem(Code.WRONG_TYPE, what, type(frame).__name__, expected)) from None
    return frame


def members_laid(
    members: Any, counties: CountyList | None, changes: tuple[CodeChange, ...] = ()
) -> Frame:
    """Members, one row each: places by their newest code, days as numbers, facts as states.

    Args:
        members: The frame.
        counties: The list of poor counties.
        changes: Code changes besides the library's.

    Raises:
        CallError: A column does not fit.
        DataError: A cell does not fit, or a member is listed twice.
    """
    frame: Any = laid(_readable(members, "members"), "members", MEMBER_COLUMNS)
    refuse_rows(
        frame,
        "members",
        {
            "id": (Code.REQUIRED, "expected an id, not only spaces", blank("id")),
            "county": (Code.BAD_CODE, "expected a code of 6 digits", _no_code("county", 6)),
            "township": (Code.BAD_CODE, "expected a code of 9 digits", _no_code("township", 9)),
            "closed": (
                Code.OUT_OF_RANGE,
                "expected a last day not before the first",
                nw.col("closed") < nw.col("opened"),
            ),
        },
    )
    twice = rows(
        frame.group_by("party", "id")
        .agg(nw.len().alias("n"))
        .filter(nw.col("n") > 1)
        .select(nw.len().alias("n"))
    )
    if twice and twice[0]["n"]:
        expected = f"expected each member once; {twice[0]['n']} are there twice"
        raise DataError(Problem(Code.DUPLICATE, "members", None, expected))
    county = (
        nw.when(nw.col("county").is_null())
        .then(nw.col("township").str.slice(0, 6))
        .otherwise(nw.col("county"))
    )
    frame = frame.with_columns(county.alias("county"))
    township = nw.col("township")
    frame = frame.with_columns(
        _newest(nw.col("county"), changes).alias("county"),
        nw.concat_str(_newest(township.str.slice(0, 6), changes), township.str.slice(6)).alias(
            "township"
        ),
    )
    facts = [n for n, kind in MEMBER_COLUMNS.items() if kind == "boolean"]
    states = {name: state_of(nw.col(name), nw.col(name).is_null()) for name in facts}
    states["poor_county"] = _by_list(
        "poor_county", _poor(counties, changes), whole=counties is not None and not counties.unnamed
    )
    states["contiguous_area"] = _by_list("contiguous_area", _area(counties, changes), whole=False)
    return frame.with_columns(  # type: ignore[no-any-return]  # eager or lazy, as it came
        nw.col("county").str.slice(0, 4).alias("city"),
        *(state.cast(nw.Int8).alias(name) for name, state in states.items()),
        _filled(nw.col("opened"), ALWAYS.toordinal()).alias("opened"),
        _filled(nw.col("closed"), ENDLESS).alias("closed"),
    )


def _newest(code: nw.Expr, changes: tuple[CodeChange, ...]) -> nw.Expr:
    """The newest code of the county that has a code."""
    renamed = code
    for change in every_change(changes):
        now = newest(change.old, changes)
        renamed = nw.when(code == change.old).then(nw.lit(now)).otherwise(renamed)
    return renamed


def _filled(day: nw.Expr, otherwise: int) -> nw.Expr:
    return day_number(day).fill_null(otherwise)


def _poor(counties: CountyList | None, changes: tuple[CodeChange, ...]) -> list[str] | None:
    return None if counties is None else [newest(code, changes) for code in counties.codes()]


def _area(counties: CountyList | None, changes: tuple[CodeChange, ...]) -> list[str] | None:
    if counties is None:
        return None
    return [newest(code, changes) for code in counties.codes(Designation.AREA)]


def _by_list(name: str, codes: list[str] | None, *, whole: bool) -> nw.Expr:
    """A fact as stated, else as a list of counties has it, which says no only where it is wholly known."""
    stated = state_of(nw.col(name), nw.col(name).is_null())
    if codes is None:
        return stated
    listed = nw.col("county").is_in(codes)
    absent = (
        nw.when(nw.col("county").is_null())
        .then(nw.lit(UNKNOWN))
        .otherwise(nw.lit(NO if whole else UNKNOWN))
    )
    by_list = nw.when(listed).then(nw.lit(YES)).otherwise(absent)
    return nw.when(nw.col(name).is_null()).then(by_list).otherwise(stated)


def links_laid(links: Any, rules: Iterable[PairingRule]) -> tuple[Frame, tuple[PairingRule, ...]]:
    """Links, one row each, days as numbers; and the rules that they carry out.

    Raises:
        CallError: A column does not fit, or two rules have one id.
        DataError: A row is one that no link can be: every invariant that rows break is named, with their number.
    """
    frame: Any = laid(_readable(links, "links"), "links", LINK_COLUMNS)
    every = {rule.id: rule for rule in several("rules", rules, PairingRule)}
    found = [row["rule"] for row in rows(frame.select("rule").unique())]
    strange = sorted(set(found) - set(every))
    if strange:
        raise CallError(
            Problem(
                Code.UNKNOWN_NAME,
                "links, rule",
                name,
                "expected the id of a given rule",
                did_you_mean(name, every),
            )
            for name in strange
        )
    used = tuple(rule for id_, rule in every.items() if id_ in set(found))
    same = (nw.col("helper_party") == nw.col("recipient_party")) & (
        nw.col("helper") == nw.col("recipient")
    )
    tests = {
        "ends": (Code.CONFLICT, "expected two ends, not one that helps itself", same),
        "until": (
            Code.OUT_OF_RANGE,
            "expected a last day not before the first",
            nw.col("until") < nw.col("since"),
        ),
    }
    tests |= {
        name: (Code.REQUIRED, "expected an id, not only spaces", blank(name))
        for name in ("helper", "recipient")
    }
    tests |= {
        f"{side}_level": (
            Code.CONFLICT,
            "expected a level of a school only",
            ~nw.col(f"{side}_level").is_null() & (nw.col(f"{side}_party") != Party.SCHOOL.value),
        )
        for side in ("helper", "recipient")
    }
    tests |= {
        f"{rule.id}": (
            Code.CONFLICT,
            "expected ends and levels that the tier allows",
            _not_allowed(rule),
        )
        for rule in used
    }
    refuse_rows(frame, "links", tests)
    repeated = rows(
        frame.select((nw.col("link_id").len() - nw.col("link_id").n_unique()).alias("n"))
    )[0]["n"]
    if repeated:
        raise DataError(
            Problem(
                Code.DUPLICATE,
                "links, link_id",
                None,
                "expected each id once",
                f"{repeated} too many",
            )
        )
    return frame.with_columns(
        day_number(nw.col("since")).alias("since"), _filled(nw.col("until"), ENDLESS).alias("until")
    ), used


def _not_allowed(rule: PairingRule) -> nw.Expr:
    """Whether a link of a rule has an end that it does not allow."""
    wrong = ~_allowed("helper", rule.helpers) | ~_allowed("recipient", rule.recipients)
    if descends(rule):
        high, low = height("helper_level"), height("recipient_level")
        wrong |= (high >= 0) & (low >= 0) & (high <= low)
    return (nw.col("rule") == rule.id) & wrong


def _allowed(side: str, ends: Sequence[Any]) -> nw.Expr:
    fits = nw.lit(False)
    level = nw.col(f"{side}_level")
    for end in ends:
        own = nw.col(f"{side}_party") == end.party.value
        if end.levels:
            own &= level.is_null() | level.is_in([lv.value for lv in end.levels]).fill_null(False)
        fits |= own
    return fits


def height(column: str) -> nw.Expr:
    """How high the level in a column stands; -1 where it is not known."""
    found = nw.lit(-1)
    for level, high in HEIGHTS.items():
        found = nw.when(nw.col(column) == level.value).then(nw.lit(high)).otherwise(found)
    return found
