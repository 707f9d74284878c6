"""What goes to standard error: one thing a line, and never who a row is about."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pendulum

from ..answers.prepared import Prepared
from ..clauses.policy import Policy
from ..people.fact import FactSpec
from ..values.errors import Problem, clip
from ..values.text import Text

if TYPE_CHECKING:
    from ..rosters import Receipt, Roster

_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def one_line(text: str) -> str:
    r"""Text that stays on its line and cannot steer a terminal: control signs of foreign cells are replaced.

    >>> one_line("a\x1b[2Jb")
    'a�[2Jb'
    """
    if text.isprintable():
        return text
    return "".join("�" if unicodedata.category(sign) in _UNSHOWN else sign for sign in text)


def say(line: str) -> None:
    """Write one line to standard error."""
    print(one_line(line), file=sys.stderr)


def say_problems(problems: Iterable[Problem]) -> None:
    """Write problems to standard error, one a line."""
    for problem in problems:
        say(str(problem))


def say_notice(notice: Text) -> None:
    """Write a notice to standard error, in both languages."""
    say(f"notice: {notice.abreast}")


# a notice is said in all languages one after the other: what is named is named once, at its end
_ABSENT = Text(
    "文件没有这些列，按未知处理：{names:-}",
    "the file has no column for these facts, so they are unknown: {names}.",
)
_LATER = Text(
    "所问日期{on}晚于本方案最后目标年份{last}年。",
    "{on} is later than {last}, the plan's last target year.",
)


def say_roster(
    roster: Roster,
    asked: Iterable[str],
    known: Mapping[str, FactSpec],
    assuming: Mapping[str, str],
) -> None:
    """Write what a reader of the answers has to know of the roster: doubts, notices, what was filled in.

    Args:
        roster: The roster as it was read.
        asked: The facts that the rules ask; of these it is said when the file has no column.
        known: All facts by name.
        assuming: What unknown cells were taken to be, as written.
    """
    for line in doubt_lines(roster, known):
        say(line)
    for notice in roster.notices:
        say_notice(notice)
    filled = {*roster.receipt.assumed, *roster.receipt.blank_is_no}
    absent = [n for n in asked if n in roster.receipt.absent and n not in filled]
    if absent:
        names = ", ".join(known[name].where for name in absent)
        say_notice(_ABSENT.filled(names=names))
    for line in filled_in(roster.receipt, known, assuming):
        say(f"notice: {line}")


def doubt_lines(roster: Roster, known: Mapping[str, FactSpec]) -> list[str]:
    """The doubts about a roster, one line for each kind, with the first rows it concerns."""
    lines = []
    for doubt in roster.doubts:
        where = ", ".join(known[name].where for name in doubt.columns)
        rows = ", ".join(map(str, doubt.first_rows))
        more = " …" if doubt.count > len(doubt.first_rows) else ""
        lines.append(
            f"doubt: [{doubt.code.value}] {where}: {doubt.message.abreast};"
            f" {doubt.count} 行 rows: {rows}{more}"
        )
    return lines


def filled_in(
    receipt: Receipt, known: Mapping[str, FactSpec], assuming: Mapping[str, str]
) -> list[str]:
    """What was filled in on the caller's word, one line for each column."""
    lines = [
        f"空白按否 blank is no: {known[name].where}: {count} 行 rows"
        + ("（缺此列 the file has no such column）" if name in receipt.absent else "")
        for name, count in receipt.blank_is_no.items()
    ]
    lines += [
        f"假定 assumed: {known[name].where} = "
        f"{'…' if known[name].identity else clip(assuming[name])}: {count} 行 rows"
        for name, count in receipt.assumed.items()
    ]
    return lines


def say_late(ready: Prepared) -> None:
    """Say so when the date is later than the policy looked."""
    say_later(ready.policy, ready.setting.on)


def say_later(policy_: Policy, on: pendulum.Date) -> None:
    """Say so when a date is later than a policy looked."""
    last = policy_.last_target_year
    if last is not None and on.year > last:
        say_notice(_LATER.filled(on=on, last=last))
