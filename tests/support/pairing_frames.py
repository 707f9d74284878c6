"""Random networks, and networks as frames of an engine, for the tests that compare columns with single links."""

from collections.abc import Callable, Iterable
from typing import Any

import pendulum
import polars as pl
from hypothesis import strategies as st

from jiaoyu_fupin import DataError, Ownership, SchoolKind, SchoolLevel
from jiaoyu_fupin.clauses.pairing import Party
from jiaoyu_fupin.pairing.frames.columns import LINK_COLUMNS, MEMBER_COLUMNS
from jiaoyu_fupin.pairing.link import PairingLink, Partner
from jiaoyu_fupin.pairing.member import Member
from jiaoyu_fupin.pairing.network import Network
from jiaoyu_fupin.places import CountyList
from jiaoyu_fupin.policies.counties import GUANGXI_54
from jiaoyu_fupin.values.label import Label
from jiaoyu_fupin.values.text import Text
from support.pairing_rules import RULES

TYPES: dict[str, Any] = {"text": pl.String, "boolean": pl.Boolean, "date": pl.Date}
FIRST = pendulum.date(2017, 12, 20)
COUNTIES = ("451228", "451025", "451081", "450103", "451021", None)
WHOLE = CountyList(
    Text("两县", "two counties"),
    2,
    tuple(c for c in GUANGXI_54.counties if c.code in {"451228", "451081"}),
)
LISTS = (None, GUANGXI_54, WHOLE)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def days() -> st.SearchStrategy[pendulum.Date]:
    return st.integers(0, 16).map(lambda n: FIRST.add(days=n))


@st.composite
def members(draw: st.DrawFn, party: Party, id_: str) -> Member:
    county = draw(st.sampled_from(COUNTIES))
    township = draw(st.sampled_from([None, f"{county or '451228'}101", f"{county or '451228'}102"]))
    facts: dict[str, Any] = {
        name: draw(maybe(st.booleans()))
        for name, kind in MEMBER_COLUMNS.items()
        if kind == "boolean"
    }
    if party is Party.SCHOOL:
        facts |= {
            "kind": draw(maybe(st.sampled_from(SchoolKind))),
            "level": draw(maybe(st.sampled_from(SchoolLevel))),
            "ownership": draw(maybe(st.sampled_from(Ownership))),
        }
    opened, closed = draw(maybe(days())), draw(maybe(days()))
    if opened and closed and closed < opened:
        opened, closed = closed, opened
    return Member(
        party=party, id=id_, county=county, township=township, opened=opened, closed=closed, **facts
    )


@st.composite
def links(draw: st.DrawFn, tiers: list[str], ids: str) -> PairingLink | None:
    """A link of one of some tiers; None where the drawn ends make none."""
    rule = RULES[draw(st.sampled_from(tiers))]

    def partner(ends: Iterable[Any]) -> Partner:
        end = draw(st.sampled_from(list(ends)))
        level = draw(maybe(st.sampled_from(end.levels))) if end.levels else None
        return Partner(end.party, draw(st.sampled_from(ids)), level)

    since = draw(days())
    try:
        return PairingLink(
            rule=rule,
            helper=partner(rule.helpers),
            recipient=partner(rule.recipients),
            since=since,
            until=draw(maybe(st.integers(0, 5).map(lambda n: since.add(days=n)))),
        )
    except DataError:
        return None


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to a dozen links of few tiers between few, so that they meet; of each kind only D is never known."""
    tiers = draw(st.lists(st.sampled_from(sorted(RULES)), min_size=1, max_size=4, unique=True))
    some = links(tiers, draw(st.sampled_from(["AB", "ABC", "ABCD"])))
    made = [link for link in draw(st.lists(some, max_size=12)) if link is not None]
    keys = sorted(
        {p.key for k in made for p in (k.helper, k.recipient)}
        | {(draw(st.sampled_from(Party)), "A") for _ in range(3)},
        key=str,
    )
    known = [draw(members(*key)) for key in keys if key[1] != "D"]
    return Network(made, known, poor_counties=draw(st.sampled_from(LISTS)))


def word(value: Any) -> Any:
    return value.value if isinstance(value, Label) else value


def link_frame(network: Network) -> pl.DataFrame:
    """A row per link; its id is its place."""
    rows = [
        {
            "link_id": f"L{place}",
            "rule": k.rule.id,
            "helper_party": word(k.helper.party),
            "helper": k.helper.id,
            "recipient_party": word(k.recipient.party),
            "recipient": k.recipient.id,
            "since": k.since,
            "until": k.until,
            "helper_level": word(k.helper.level),
            "recipient_level": word(k.recipient.level),
        }
        for place, k in enumerate(network.links)
    ]
    return pl.DataFrame(rows, schema={name: TYPES[kind] for name, kind in LINK_COLUMNS.items()})


def member_frame(network: Network) -> pl.DataFrame:
    rows = [{name: word(getattr(m, name)) for name in MEMBER_COLUMNS} for m in network.members]
    return pl.DataFrame(rows, schema={name: TYPES[kind] for name, kind in MEMBER_COLUMNS.items()})


def _pandas(frame: pl.DataFrame) -> Any:
    return frame.to_pandas(use_pyarrow_extension_array=True)


def _duckdb(frame: pl.DataFrame) -> Any:
    import duckdb

    return duckdb.from_arrow(frame.to_arrow())


ENGINES: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pandas": _pandas,
    "duckdb": _duckdb,
}


def as_rows(native: Any) -> list[dict[str, Any]]:
    """The rows of any engine's frame."""
    import narwhals.stable.v2 as nw

    frame: Any = nw.from_native(native)
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    found: list[dict[str, Any]] = eager.rows(named=True)
    return found
