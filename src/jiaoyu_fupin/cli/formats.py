"""The answers as files carry them: JSON lines, CSV and Parquet, a batch of subjects at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ..answers.prepared import Prepared
from ..frames.wide import to_long
from ..rosters.defuse import FORMULA, NUMBER

if TYPE_CHECKING:
    import polars as pl

_BATCH: Final = 20_000
_MONEY: Final = ("lower", "upper", "average")
_LISTS: Final = ("amount_missing", "missing", "policies", "benefits")


def batches(wide: pl.DataFrame, ready: Prepared) -> Iterator[pl.DataFrame]:
    """The answers as rows, one per subject and benefit, so many subjects at a time; at least one batch."""
    for start in range(0, max(wide.height, 1), _BATCH):
        yield to_long(wide.slice(start, _BATCH), ready)


def jsonl(batches: Iterable[pl.DataFrame]) -> Iterator[bytes]:
    """One JSON object a line: every key always there, lists as arrays, money as text."""
    import polars as pl

    for rows in batches:
        lists = [
            pl.when(pl.col(name).is_null())
            .then(pl.lit([], dtype=pl.List(pl.String)))
            .otherwise(pl.col(name).str.split(";"))
            .alias(name)
            for name in _LISTS
            if name in rows.columns
        ]
        stream = io.BytesIO()
        rows.with_columns(*lists).write_ndjson(stream)
        yield stream.getvalue()


def csv(batches: Iterable[pl.DataFrame]) -> Iterator[bytes]:
    """Comma-separated, with a header; lists joined by semicolons, ids that a spreadsheet would reckon out defused."""
    import polars as pl

    # only the ids come from the file that was read; all else is of closed lists
    id_ = pl.col("subject_id")
    risky = id_.str.contains(FORMULA) & ~id_.str.contains(NUMBER)
    safe = pl.when(risky).then(pl.concat_str(pl.lit("'"), id_)).otherwise(id_).alias("subject_id")
    for place, rows in enumerate(batches):
        stream = io.BytesIO()
        rows.with_columns(safe).write_csv(stream, include_header=place == 0)
        yield stream.getvalue()


def parquet(batches: Iterable[pl.DataFrame]) -> Iterator[bytes]:
    """Parquet: amounts as decimals with two places, lists as text joined by semicolons."""
    import polars as pl

    rows = pl.concat(
        [batch.with_columns(pl.col(_MONEY).cast(pl.Decimal(38, 2))) for batch in batches]
    )
    stream = io.BytesIO()
    rows.write_parquet(stream)
    yield stream.getvalue()


WRITERS: Final[Mapping[str, Callable[[Iterable[pl.DataFrame]], Iterator[bytes]]]] = (
    MappingProxyType({"jsonl": jsonl, "csv": csv, "parquet": parquet})
)
"""The writers of files by the name of their format."""
