"""How large a file may be: what a table of an office never reaches, and a file made to exhaust a machine does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from ..values.errors import CallError, Code, DataError, FupinError, Problem, unknown_name
from ..values.plain import is_digits, is_whole


@attrs.frozen(kw_only=True)
class Limits:
    """What a reader refuses to go beyond; looked at before anything is unpacked, as far as a file says it itself.

    Attributes:
        rows: Rows below the header.
        columns: Columns.
        cells: Cells: of xlsx those that are written, of Parquet rows times columns that are read.
        characters: Characters of one cell.
        unpacked: Bytes that the parts of an xlsx file, or the pages of a Parquet file, have once they are unpacked.
        texts: Texts that the cells of an xlsx file share.
        styles: Styles that the cells of an xlsx file have.
        problems: Problems that are named one by one where reading stops at any; more are counted.
        rejects: Rows that may be set aside; where there are more, the file is not what it is taken for.
    """

    rows: int = 5_000_000
    columns: int = 1_000
    cells: int = 100_000_000
    characters: int = 131_072
    unpacked: int = 1 << 30
    texts: int = 5_000_000
    styles: int = 65_536
    problems: int = 10_000
    rejects: int = 100_000

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(Code.WRONG_CALL, f"limits.{name}", value, "expected a whole number from 1")
            for name, value in attrs.asdict(self).items()
            if not is_whole(value) or value < 1
        ]
        if problems:
            raise CallError(problems)


LIMITS: Final = Limits()
"""The limits that hold where none are given."""

LIMIT_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "rows": "数据行",
        "columns": "列",
        "cells": "单元格",
        "characters": "单个单元格的字符",
        "unpacked": "解压后的字节",
        "texts": "xlsx共享文本",
        "styles": "xlsx样式",
        "problems": "逐条列出的问题",
        "rejects": "可剔除的行",
    }
)
"""Every limit by name, in Chinese words."""


def limits_of(given: object) -> Limits:
    """The limits given in a call.

    Raises:
        CallError: They are none.
    """
    if isinstance(given, Limits):
        return given
    shown = type(given).__name__
    raise CallError(Problem(Code.WRONG_TYPE, "limits", shown, "expected Limits(...)"))


def limits_from(written: Iterable[str]) -> Limits:
    """Limits as they are written on a command line: ``rows=20000000``.

    Raises:
        CallError: Something is no limit; every such thing is named.
    """
    found: dict[str, int] = {}
    problems = []
    for text in written:
        name, _, number = (part.strip() for part in text.partition("="))
        if name not in LIMIT_NAMES:
            problems.append(unknown_name("limit", name, LIMIT_NAMES))
        elif not (is_digits(number, *range(1, 19)) and int(number)):
            expected = f"expected {name}=N, with N from 1"
            problems.append(Problem(Code.WRONG_CALL, "--limit", text, expected))
        elif name in found:
            expected = f"expected one limit for {name}"
            problems.append(Problem(Code.DUPLICATE, "--limit", text, expected))
        else:
            found[name] = int(number)
    if problems:
        raise CallError(problems)
    return Limits(**found)


def beyond(where: str, limits: Limits, name: str, what: str) -> FupinError:
    """The error of a file that goes beyond a limit.

    Args:
        where: The file, and the row where it is known.
        limits: The limits.
        name: The one that is passed.
        what: What there are too many of, in words.
    """
    most = getattr(limits, name)
    expected = f"expected at most {most} {what}"
    hint = f"if the file is right, say --limit {name}=N (in Python limits=Limits({name}=N))"
    return DataError(Problem(Code.TOO_LARGE, where, None, expected, hint))
