"""Ledgers: tables that are not about one subject a row, read and written as rosters are.

The pairing ledger has a row for each pairing, the visit ledger for each visit, the table of members for each of those
who may pair and have no roster of their own. Every bad cell is reported; nothing is dropped in silence.
"""

from __future__ import annotations

import csv
import importlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

import attrs

from ..clauses.pairing import End, PairingRule, Party
from ..pairing.link import PairingLink, Partner
from ..pairing.member import Member
from ..pairing.tiers import tier_named
from ..pairing.visits import Visit
from ..people.fact import FactSpec, Kind
from ..people.labels import SchoolLevel
from ..values.drafts import write_whole
from ..values.errors import WITHHELD, CallError, Code, DataError, FupinError, Problem
from ..values.given import several, strays
from ..values.label import Label
from ..values.text import Text
from .cells import Fault, parse
from .csv_sheets import swallows
from .defuse import defused
from .gather import BLANK, gather
from .headers import FIRST_SHEET, find_columns, unknown_column_notices
from .limits import LIMITS, Limits, limits_of
from .request import Wanted
from .tables import EXTRA, open_table
from .xlsx_parts import escaped

T = TypeVar("T")


def _words(
    name: str, zh: str, en: str, *, required: bool = False, identity: bool = False
) -> FactSpec:
    return FactSpec(name, Text(zh, en), Kind.WORDS, identity=identity, required=required)


def _label(name: str, labels: type[Label], zh: str, en: str, *, required: bool = False) -> FactSpec:
    return FactSpec(name, Text(zh, en), Kind.LABEL, labels, required=required)


def _date(name: str, zh: str, en: str, *, required: bool = False) -> FactSpec:
    return FactSpec(name, Text(zh, en), Kind.DATE, required=required)


def _flag(name: str, zh: str, en: str) -> FactSpec:
    return FactSpec(name, Text(zh, en), Kind.FLAG)


PAIRINGS: Final = (
    _words("helper", "帮扶人", "who helps, by id", required=True, identity=True),
    _label("helper_party", Party, "帮扶人类别", "what helps"),
    _label("helper_level", SchoolLevel, "帮扶方层级", "level of the helping school"),
    _words("unit", "单位", "the helper's unit"),
    _words("affiliation", "隶属", "what the unit belongs to"),
    _words("recipient", "对象", "who is helped, by id", required=True, identity=True),
    _label("recipient_party", Party, "对象类别", "what is helped"),
    _label("recipient_level", SchoolLevel, "对象层级", "level of the helped school"),
    _date("since", "起", "first day", required=True),
    _date("until", "止", "last day"),
    _words("rule", "条款", "tier of the clause"),
    _words("responsible", "责任单位", "the unit that answers for it"),
)
"""The columns of the pairing ledger."""

VISITS: Final = (
    _words("helper", "帮扶人", "who came, by id", required=True, identity=True),
    _words("recipient", "对象", "on whom, by id", required=True, identity=True),
    _date("visited_on", "走访日期", "the day", required=True),
    _words("rule", "条款", "tier of the clause"),
    _words("what", "内容", "what was done", identity=True),
    _label("helper_party", Party, "帮扶人类别", "what came"),
    _label("recipient_party", Party, "对象类别", "what was called on"),
)
"""The columns of the visit ledger."""

MEMBERS: Final = (
    _words("id", "编号", "id", required=True, identity=True),
    _label("party", Party, "类别", "what it is", required=True),
    FactSpec("county", Text("县代码", "county"), Kind.CODE, digits=6),
    FactSpec("township", Text("乡镇代码", "township"), Kind.CODE, digits=9),
    _flag("poor_county", "贫困县", "in a poor county"),
    _flag("contiguous_area", "连片特困地区", "in a contiguous destitute area"),
    _flag("poor", "贫困", "poor"),
    _words("unit", "单位", "the unit it works for"),
    _words("affiliation", "隶属", "what the unit belongs to"),
    _date("opened", "起", "first day"),
    _date("closed", "止", "last day"),
)
"""The columns of the table of members: villages, open universities, cadres, volunteers."""

LEDGERS: Final[Mapping[str, tuple[FactSpec, ...]]] = MappingProxyType(
    {"pairings": PAIRINGS, "visits": VISITS, "members": MEMBERS}
)
"""Every ledger by name, with its columns in the order in which they are written."""


@attrs.frozen
class LedgerRows(Generic[T]):
    """What a ledger holds.

    Attributes:
        items: What its good rows say, in order.
        rows: The number of each such row in the file; the header is row 1.
        problems: What is wrong with the other rows; empty where reading stops at any.
        notices: What a reader should know of the file.
    """

    items: tuple[T, ...] = attrs.field(repr=False)
    rows: tuple[int, ...] = attrs.field(repr=False)
    problems: tuple[Problem, ...]
    notices: tuple[Text, ...]


def read_pairings(
    path: str | os.PathLike[str],
    rules: Iterable[PairingRule],
    *,
    rule: str | None = None,
    encoding: str = "utf-8",
    set_aside: bool = False,
    limits: Limits = LIMITS,
) -> LedgerRows[PairingLink]:
    """The links of a pairing ledger.

    An empty last day means that no end is recorded. What stands at an end may be left out where the tier allows one
    kind only, and the tier where there is one only. A clause's id stands for its tier where it has one only.

    Args:
        path: CSV, Parquet or xlsx.
        rules: The tiers that links may carry out.
        rule: The tier of rows that name none.
        encoding: Of a CSV file.
        set_aside: Whether to go on without rows that have a problem.
        limits: How large the file may be.

    Raises:
        CallError: There is no such file, or no such tier.
        DataError: The file is no ledger, damaged or too large;
            or, unless rows are set aside, cells or rows fit nothing: every one is named.
    """
    tiers = several("rules", rules, PairingRule)
    of_all = tier_named(rule, tiers) if rule is not None else None
    if of_all is None and len(tiers) == 1:
        of_all = tiers[0]

    def link(cells: Mapping[str, Any]) -> PairingLink:
        name = cells["rule"]
        tier = of_all if name is None else tier_named(name, tiers)
        if tier is None:
            expected = "expected a tier in every row: " + ", ".join(t.id for t in tiers)
            raise DataError(
                Problem(Code.REQUIRED, "条款 (rule)", None, expected, "or name one for all rows")
            )
        parties = [
            _party(cells[f"{side}_party"], ends, where)
            for side, ends, where in (
                ("helper", tier.helpers, "帮扶人类别 (helper_party)"),
                ("recipient", tier.recipients, "对象类别 (recipient_party)"),
            )
        ]
        return PairingLink(
            rule=tier,
            helper=Partner(parties[0], cells["helper"], cells["helper_level"]),
            recipient=Partner(parties[1], cells["recipient"], cells["recipient_level"]),
            **{n: cells[n] for n in ("since", "until", "unit", "affiliation", "responsible")},
        )

    return _read(_path(path), PAIRINGS, link, encoding=encoding, set_aside=set_aside, limits=limits)


def _party(stated: Party | None, ends: Sequence[End], where: str) -> Party:
    if stated is not None:
        return stated
    parties = {end.party for end in ends}
    if len(parties) == 1:
        return parties.pop()
    known = ", ".join(sorted(f"{p.zh} ({p.value})" for p in parties))
    raise DataError(Problem(Code.REQUIRED, where, None, f"expected one of {known}"))


def read_visits(
    path: str | os.PathLike[str],
    *,
    encoding: str = "utf-8",
    set_aside: bool = False,
    limits: Limits = LIMITS,
) -> LedgerRows[Visit]:
    """The visits of a visit ledger; arguments and errors as for `read_pairings`."""

    def visit(cells: Mapping[str, Any]) -> Visit:
        return Visit(
            on=cells["visited_on"],
            **{
                n: cells[n]
                for n in (
                    "helper",
                    "recipient",
                    "rule",
                    "what",
                    "helper_party",
                    "recipient_party",
                )
            },
        )

    return _read(_path(path), VISITS, visit, encoding=encoding, set_aside=set_aside, limits=limits)


def read_members(
    path: str | os.PathLike[str],
    *,
    encoding: str = "utf-8",
    set_aside: bool = False,
    limits: Limits = LIMITS,
) -> LedgerRows[Member]:
    """The members of a table of members; arguments and errors as for `read_pairings`."""
    return _read(
        _path(path),
        MEMBERS,
        lambda cells: Member(**cells),
        encoding=encoding,
        set_aside=set_aside,
        limits=limits,
    )


def _read(
    path: Path,
    columns: Sequence[FactSpec],
    make: Callable[[Mapping[str, Any]], T],
    *,
    encoding: str,
    set_aside: bool,
    limits: Limits,
) -> LedgerRows[T]:
    table = open_table(path, encoding, limits=limits_of(limits))
    known = {spec.name: spec for spec in columns}
    layout = find_columns(table, columns, columns[0])
    present = {column.spec.name for column in layout.known}
    lacking = [spec for spec in columns if spec.required and spec.name not in present]
    if lacking:
        raise DataError(
            Problem(
                Code.NOT_A_ROSTER,
                f"{table.file}, 第 1 行 row 1",
                None,
                f"expected a column {spec.where}",
            )
            for spec in lacking
        )
    wanted = Wanted(
        key=columns[0], unique=False, known=MappingProxyType(known), wanted=tuple(known)
    )
    found = gather(table, layout, wanted, limits, set_aside=set_aside)
    by_value = {
        spec.name: {member.value: member for member in spec.labels}
        for spec in columns
        if spec.labels is not None
    }
    items, rows = [], []
    for place, row in enumerate(found.rows):
        if row in found.faults:
            continue
        cells = dict.fromkeys(known) | {
            name: _value(by_value.get(name), values[place]) for name, values in found.values.items()
        }
        try:
            items.append(make(cells))
        except FupinError as error:
            for problem in error.problems:
                found.faults.add(row, problem)
        else:
            rows.append(row)
    found.faults.stop()
    notices = unknown_column_notices(layout, columns)
    if table.remark:
        notices = (*notices, FIRST_SHEET.filled(file=table.file, remark=table.remark))
    return LedgerRows(tuple(items), tuple(rows), found.faults.problems(), notices)


def _path(path: object) -> Path:
    if isinstance(path, str | os.PathLike):
        return Path(path)
    expected = "expected the path of a file"
    raise CallError(Problem(Code.WRONG_TYPE, "path", type(path).__name__, expected))


def _items(given: object, name: str, kind: type[T]) -> tuple[T, ...]:
    """What was given, where it is several of one kind."""
    items = several(name, given)
    if problems := strays(name, items, kind):
        raise DataError(problems)
    return items


def _value(labels: Mapping[Any, Label] | None, cell: object) -> object:
    if cell is BLANK or cell is None:
        return None
    return cell if labels is None else labels[cell]


# writing


def write_pairings(links: Iterable[PairingLink], path: str | os.PathLike[str]) -> None:
    """Write links as a pairing ledger that `read_pairings` reads back: CSV, or xlsx where the name ends so.

    The file can be read by its owner only, from its creation on. In CSV a cell that a spreadsheet would take for a
    formula has an apostrophe before it, which reading takes away; xlsx marks cells as text.

    Raises:
        CallError: There can be no such file, or it is of another kind.
        OutputError: The place is full, or fails.
        DataError: Something is no link, or a cell would not be read back as it is; each is named by its place.
    """
    _write(
        _path(path),
        PAIRINGS,
        (
            {
                "helper": k.helper.id,
                "helper_party": k.helper.party,
                "helper_level": k.helper.level,
                "unit": k.unit,
                "affiliation": k.affiliation,
                "recipient": k.recipient.id,
                "recipient_party": k.recipient.party,
                "recipient_level": k.recipient.level,
                "since": k.since,
                "until": k.until,
                "rule": k.rule.id,
                "responsible": k.responsible,
            }
            for k in _items(links, "links", PairingLink)
        ),
    )


def write_visits(visits: Iterable[Visit], path: str | os.PathLike[str]) -> None:
    """Write visits as a visit ledger that `read_visits` reads back; as `write_pairings` does."""
    _write(
        _path(path),
        VISITS,
        (
            {
                "helper": v.helper,
                "recipient": v.recipient,
                "visited_on": v.on,
                "rule": v.rule,
                "what": v.what,
                "helper_party": v.helper_party,
                "recipient_party": v.recipient_party,
            }
            for v in _items(visits, "visits", Visit)
        ),
    )


def _write(path: Path, columns: Sequence[FactSpec], rows: Iterable[Mapping[str, object]]) -> None:
    lines = [[spec.text.zh for spec in columns]]
    lines += [[_written(row[spec.name]) for spec in columns] for row in rows]
    as_xlsx = path.suffix.lower() == ".xlsx"
    problems = [
        problem
        for number, line in enumerate(lines[1:], start=2)
        for problem in _unwritable(number, line, columns, as_xlsx=as_xlsx)
    ]
    makers: Mapping[str, Callable[[list[list[str]]], bytes]] = {".csv": _csv, ".xlsx": _xlsx}
    if path.suffix.lower() not in makers:
        raise CallError(
            Problem(
                Code.WRONG_CALL, "path", path.name, "expected a name that ends in .csv or .xlsx"
            )
        )
    if problems:
        raise DataError(problems)
    write_whole(path, [makers[path.suffix.lower()](lines)], "path")


def _written(value: object) -> str:
    if value is None:
        return ""
    return value.zh if isinstance(value, Label) else str(value)


_MOST_SIGNS: Final = MappingProxyType({True: 32_767, False: 100_000})
"""So many characters a cell of xlsx holds, and one of a CSV file that is read back."""


def _unwritable(
    number: int, line: Sequence[str], columns: Sequence[FactSpec], *, as_xlsx: bool
) -> Iterator[Problem]:
    """What of a row would be cut, or would not be read back as it is."""
    for spec, text in zip(columns, line, strict=True):
        where = f"第 {number} 行 row {number}, {spec.where}"
        if len(text) > _MOST_SIGNS[as_xlsx]:
            expected = f"expected at most {_MOST_SIGNS[as_xlsx]} characters; found {len(text)}"
            yield Problem(Code.TOO_LARGE, where, None, expected)
        elif text:
            found = parse(text, spec)
            if isinstance(found, Fault):
                yield found.at(where, WITHHELD, identity=True)
            elif found is None:
                expected = "expected no word that stands for unknown"
                yield Problem(Code.REQUIRED, where, None, expected)
    if not as_xlsx and any(map(str.splitlines, line)) and swallows(line, len(columns)):
        expected = "expected no cell over several lines with as many commas as whole rows have"
        where = f"第 {number} 行 row {number}"
        yield Problem(
            Code.BAD_TEXT, where, None, expected, "write .xlsx, or other signs for commas"
        )


def _csv(lines: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(lines: list[list[str]]) -> bytes:
    try:
        openpyxl: Any = importlib.import_module("openpyxl")
    except ModuleNotFoundError:
        expected = "expected openpyxl, which writes xlsx"
        raise CallError(Problem(Code.WRONG_CALL, "path", None, expected, EXTRA)) from None
    book = openpyxl.Workbook()
    sheet = book.active
    for number, line in enumerate(lines, start=1):
        for column, text in enumerate(line, start=1):
            if text:
                cell = sheet.cell(number, column, escaped(text))
                cell.data_type = "s"  # text, even where it begins like a formula or a number
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
