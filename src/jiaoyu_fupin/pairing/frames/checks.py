"""The checks of a network for whole frames: the same answers, link by link, in the engine of the frame."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, assert_never

import narwhals.stable.v2 as nw

from ...clauses.pairing import End, PairingRule, Party, SameArea
from ...people.labels import Ownership
from ...places import CodeChange, CountyList
from ...values.given import several
from ..checks import Check, caps_of
from ..cycles import circles
from ..fits import alternatives
from ..link import descends
from .columns import ENDLESS, NO, UNKNOWN, YES, height, links_laid, members_laid, rows, state_of

CHECK_COLUMNS: Final = tuple(str(check.value) for check in Check)
"""The answers' columns: a check each, in the order of `Check`."""

_FACTS: Final = (
    "kind", "level", "ownership", "county", "city", "township", "poor_county", "contiguous_area",
    "good", "weak", "poor", "left_behind", "rural", "opened", "closed",
)  # fmt: skip


def check_pairing_frame(
    links: Any,
    members: Any,
    rules: Iterable[PairingRule],
    *,
    poor_counties: CountyList | None = None,
    county_changes: Iterable[CodeChange] = (),
    caps: Mapping[str, int] = MappingProxyType({}),
) -> Any:
    """What the checks say of each link, in the engine of the frames.

    Args:
        links: One row per link, the columns of `LINK_COLUMNS`: an id of its own, the tier's id, kind and id of both
            ends, first day, and last day or null; labels by canonical name.
        members: One row per member, the columns of `MEMBER_COLUMNS`; null is unknown.
        rules: The tiers.
        poor_counties: The list by which a county is a poor one.
        county_changes: Code changes of counties that the library does not know of, such as a policy's own.
        caps: By tier, how many links a helper may have at once; a tier's own cap counts where none is given here.

    Returns:
        ``link_id`` and a column for each check: 0 passed, 1 undetermined, 2 broken, as `check_pairing` says of the same
        links. A link is broken under a check of several links when it is one of those at fault.

    Raises:
        CallError: A column or a tier nobody knows, or a type that does not fit.
        DataError: Rows that can be no link or no member.
    """
    rules = several("rules", rules, PairingRule)
    frame, used = links_laid(links, rules)
    most = caps_of(used, caps, known=rules)
    people = members_laid(
        members, poor_counties, several("county_changes", county_changes, CodeChange)
    )
    answered: Any = _with_ends(frame, people)
    answered = answered.with_columns(
        nw.max_horizontal(*(_known(side) for side in ("h", "r"))).alias("=unknown_end"),
        nw.max_horizontal(*(_gone(side) for side in ("h", "r"))).alias("=closed_end"),
        nw.max_horizontal(*(_outlived(side) for side in ("h", "r"))).alias("=outlives"),
        _by_rule(used, lambda rule: _some_end("h", "helper", rule.helpers)).alias("=helper"),
        _by_rule(used, lambda rule: _some_end("r", "recipient", rule.recipients)).alias(
            "=recipient"
        ),
        _by_rule(used, lambda rule: _together(rule.within)).alias("=territory"),
    )
    answered = answered.with_columns(_level_with(used).alias("=descent"))
    answered = _at_once(answered, used)
    answered = _over_cap(answered, most)
    answered = _on_circles(answered, frame)
    return nw.to_native(
        answered.select(
            "link_id", *(nw.col(f"={name}").cast(nw.Int8).alias(name) for name in CHECK_COLUMNS)
        )
    )


def _with_ends(frame: Any, people: Any) -> Any:
    """Links with the facts of both ends, those of the helper as ``h_…`` and of the recipient as ``r_…``."""
    for mark, side in (("h", "helper"), ("r", "recipient")):
        facts = people.select(
            nw.col("party").alias(f"{mark}_party"),
            nw.col("id").alias(f"{mark}_id"),
            *(nw.col(name).alias(f"{mark}_{name}") for name in _FACTS),
        )
        frame = frame.join(
            facts,
            how="left",
            left_on=[f"{side}_party", side],
            right_on=[f"{mark}_party", f"{mark}_id"],
        )
    states = [
        n
        for n in _FACTS
        if n not in {"kind", "level", "ownership", "county", "city", "township", "opened", "closed"}
    ]
    return frame.with_columns(
        *(nw.col(f"{m}_{n}").fill_null(UNKNOWN).alias(f"{m}_{n}") for m in "hr" for n in states)
    )


def _known(mark: str) -> nw.Expr:
    return nw.when(nw.col(f"{mark}_opened").is_null()).then(nw.lit(NO)).otherwise(nw.lit(YES))


def _never_there(mark: str) -> nw.Expr:
    late = nw.col(f"{mark}_opened") > nw.col("until")
    return (late | (nw.col(f"{mark}_closed") < nw.col("since"))).fill_null(False)


def _gone(mark: str) -> nw.Expr:
    return nw.when(_never_there(mark)).then(nw.lit(NO)).otherwise(nw.lit(YES))


def _outlived(mark: str) -> nw.Expr:
    early = nw.col(f"{mark}_opened") > nw.col("since")
    beyond = (early | (nw.col(f"{mark}_closed") < nw.col("until"))).fill_null(False)
    return nw.when(beyond & ~_never_there(mark)).then(nw.lit(NO)).otherwise(nw.lit(YES))


def _by_rule(used: Iterable[PairingRule], answer: Any) -> nw.Expr:
    found = nw.lit(YES)
    for rule in used:
        found = nw.when(nw.col("rule") == rule.id).then(answer(rule)).otherwise(found)
    return found


def _some_end(mark: str, side: str, ends: Sequence[End]) -> nw.Expr:
    """Whether any of some ends describes who stands there."""
    ownership, good = nw.col(f"{mark}_ownership"), nw.col(f"{mark}_good")
    direct = _any_end(mark, side, ends, ownership, good)
    if not alternatives(ends):
        return direct
    # ends that take up every answer between them fit whatever the answer is
    filled = [
        _any_end(
            mark,
            side,
            ends,
            nw.when(ownership.is_null()).then(nw.lit(str(owned.value))).otherwise(ownership),
            nw.when(good == UNKNOWN).then(nw.lit(state)).otherwise(good),
        )
        for owned in Ownership
        for state in (YES, NO)
    ]
    return nw.when(nw.max_horizontal(*filled) == YES).then(nw.lit(YES)).otherwise(direct)


def _any_end(
    mark: str, side: str, ends: Sequence[End], ownership: nw.Expr, good: nw.Expr
) -> nw.Expr:
    states = [_one_end(mark, side, end, ownership, good) for end in ends]
    return states[0] if len(states) == 1 else nw.min_horizontal(*states)


def _one_end(mark: str, side: str, end: End, ownership: nw.Expr, good: nw.Expr) -> nw.Expr:
    asked = [
        nw.when(nw.col(f"{side}_party") == end.party.value).then(nw.lit(YES)).otherwise(nw.lit(NO))
    ]
    if end.kinds:
        asked.append(_among(nw.col(f"{mark}_kind"), [k.value for k in end.kinds]))
    if end.levels:
        levels = [lv.value for lv in end.levels]
        own, stated = nw.col(f"{mark}_level"), nw.col(f"{side}_level")
        wrong = nw.max_horizontal(_astray(own, levels), _astray(stated, levels))
        unknown = own.is_null() & stated.is_null()
        asked.append(nw.when(unknown).then(nw.lit(UNKNOWN)).otherwise(wrong))
    if end.ownership is not None:
        asked.append(_among(ownership, [end.ownership.value]))
    if end.good:
        asked.append(good)
    facts = ("weak", "poor_county", "contiguous_area", "poor", "left_behind", "rural")
    asked += [nw.col(f"{mark}_{name}") for name in facts if getattr(end, name)]
    return nw.max_horizontal(*asked)


def _level_with(used: Iterable[PairingRule]) -> nw.Expr:
    """No where a tier descends and its helper is known to stand no higher than the recipient."""
    tiers = [rule.id for rule in used if descends(rule)]
    if not tiers:
        return nw.lit(YES)
    own, stated = height("h_level"), height("helper_level")
    high = nw.when((own < 0) | ((stated >= 0) & (stated < own))).then(stated).otherwise(own)
    low = nw.max_horizontal(height("r_level"), height("recipient_level"))
    wrong = (high >= 0) & (low >= 0) & (high <= low) & nw.col("rule").is_in(tiers)
    # an end of a level that the tier does not allow is at fault already
    wrong &= (nw.col("=helper") != NO) & (nw.col("=recipient") != NO)
    return nw.when(wrong).then(nw.lit(NO)).otherwise(nw.lit(YES))


def _among(value: nw.Expr, labels: list[str]) -> nw.Expr:
    return state_of(value.is_in(labels).fill_null(False), value.is_null())


def _astray(value: nw.Expr, labels: list[str]) -> nw.Expr:
    """No where a known value is not among some labels."""
    wrong = ~value.is_null() & ~value.is_in(labels).fill_null(False)
    return nw.when(wrong).then(nw.lit(NO)).otherwise(nw.lit(YES))


def _same(name: str) -> nw.Expr:
    one, other = nw.col(f"h_{name}"), nw.col(f"r_{name}")
    return state_of((one == other).fill_null(False), one.is_null() | other.is_null())


def _together(within: SameArea) -> nw.Expr:
    match within:
        case SameArea.ANYWHERE:
            return nw.lit(YES)
        case SameArea.CITY:
            return _same("city")
        case SameArea.COUNTY:
            return _same("county")
        case SameArea.TOWNSHIP:
            apart = _same("county") == NO
            return nw.when(apart).then(nw.lit(NO)).otherwise(_same("township"))
        case _:
            assert_never(within)


def _at_once(frame: Any, used: Iterable[PairingRule]) -> Any:
    """One to one and duplicates: links of one key that hold at one time."""
    both = ("rule", "helper_party", "helper", "recipient_party", "recipient")
    frame = _marked(frame, _meeting(frame, both), "=duplicate")
    strict = frame.filter(nw.col("rule").is_in([rule.id for rule in used if rule.one_to_one]))
    frame = _marked(frame, _meeting(strict, both[:3]), "=h_twice")
    frame = _marked(frame, _meeting(strict, ("rule", *both[3:])), "=r_twice")
    return frame.with_columns(nw.max_horizontal("=h_twice", "=r_twice").alias("=one_to_one"))


def _meeting(frame: Any, key: tuple[str, ...]) -> Any:
    """The ids of the links that hold on a day on which another of their key does.

    In order of first days, a link does when an earlier one has not ended before it begins, or the next begins before
    it ends. Only keys of several links are looked at: most have one.
    """
    several = frame.select(*key, "link_id", "since", "until").with_columns(
        nw.len().over(*key).alias("__links")
    )
    several = several.filter(nw.col("__links") > 1)
    order = ("since", "link_id")
    several = several.with_columns(
        nw.col("until").cum_max().over(*key, order_by=order).alias("__last")
    )
    several = several.with_columns(
        nw.col("__last").shift(1).over(*key, order_by=order).alias("__before"),
        nw.col("since").shift(-1).over(*key, order_by=order).alias("__next"),
    )
    meets = (nw.col("__before") >= nw.col("since")).fill_null(False) | (
        nw.col("__next") <= nw.col("until")
    ).fill_null(False)
    return several.filter(meets).select("link_id")


def _marked(frame: Any, at_fault: Any, name: str) -> Any:
    """The links with a state that is no where their id is among some."""
    states = at_fault.with_columns(nw.lit(NO).alias(name))
    return frame.join(states, how="left", on="link_id").with_columns(nw.col(name).fill_null(YES))


def _over_cap(frame: Any, caps: Mapping[str, int]) -> Any:
    """Whether a link begins on a day on which its helper has more than the cap."""
    if not caps:
        return frame.with_columns(nw.lit(YES).alias("=cap"))
    key = ["rule", "helper_party", "helper"]
    capped = frame.filter(nw.col("rule").is_in(list(caps)))
    begun = capped.select(*key, nw.col("since").alias("__day"), nw.lit(1).alias("__step"))
    ended = capped.select(*key, (nw.col("until") + 1).alias("__day"), nw.lit(-1).alias("__step"))
    steps = nw.concat([begun, ended]).group_by(*key, "__day").agg(nw.col("__step").sum())
    counts = steps.with_columns(
        nw.col("__step").cum_sum().over(*key, order_by="__day").alias("__at_once")
    ).select(
        *(nw.col(name).alias(f"__{name}") for name in key),
        nw.col("__day"),
        nw.col("__at_once"),
    )
    frame = frame.join(
        counts, how="left", left_on=[*key, "since"], right_on=[*(f"__{n}" for n in key), "__day"]
    )
    most = functools.reduce(
        lambda found, item: (
            nw.when(nw.col("rule") == item[0]).then(nw.lit(item[1])).otherwise(found)
        ),
        caps.items(),
        nw.lit(ENDLESS),
    )
    over = (nw.col("__at_once") > most).fill_null(False)
    return frame.with_columns(nw.when(over).then(nw.lit(NO)).otherwise(nw.lit(YES)).alias("=cap"))


def _on_circles(answered: Any, frame: Any) -> Any:
    """Whether a link between schools lies on a circle.

    Schools that only help, or only are helped, are taken away until none is left; tiers that descend leave nothing
    after a few rounds. What may be left is looked at one by one.
    """
    school = Party.SCHOOL.value
    left = frame.filter(
        (nw.col("helper_party") == school) & (nw.col("recipient_party") == school)
    ).select("link_id", "helper", "recipient", "since", "until")
    rows_left = None
    while True:
        left = left.lazy().collect() if isinstance(left, nw.LazyFrame) else left
        if left.shape[0] == rows_left or left.shape[0] == 0:
            break
        rows_left = left.shape[0]
        helped = left.select(nw.col("recipient").alias("__id")).unique()
        left = left.join(helped, how="semi", left_on="helper", right_on="__id")
        helping = left.select(nw.col("helper").alias("__id")).unique()
        left = left.join(helping, how="semi", left_on="recipient", right_on="__id")
    suspects = rows(left)
    arrows = [
        (
            r["helper"],
            r["recipient"],
            datetime.date.fromordinal(r["since"]),
            datetime.date.fromordinal(r["until"]),
        )
        for r in suspects
    ]
    ids = sorted({suspects[place]["link_id"] for circle in circles(arrows) for place in circle})
    found = nw.when(nw.col("link_id").is_in(ids)).then(nw.lit(NO)).otherwise(nw.lit(YES))
    return answered.with_columns((found if ids else nw.lit(YES)).alias("=cycle"))
