"""Cells of CSV files that a spreadsheet would take for a formula: written with an apostrophe, and read without it.

The two are inverse to each other: a cell that begins with apostrophes and then like a formula gets one more.
"""

from __future__ import annotations

import re
from typing import Final

STARTS: Final = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""What a formula may begin with, as a set of a regular expression; in Chinese editions the full-width signs too."""

FORMULA: Final = f"^'*[{STARTS}]"
"""Cells that would be taken for a formula, apostrophes at their start or not."""

NUMBER: Final = r"^[+-]?[0-9]+(?:\.[0-9]+)?$"
"""Of these the cells that are plain numbers, which do no harm and which programs read."""

_FORMULA: Final = re.compile(FORMULA)
_NUMBER: Final = re.compile(NUMBER.replace("$", r"\Z"))


def defused(cell: str) -> str:
    """A cell as it is written.

    >>> defused("=1+1"), defused("-0.25"), defused("'=1"), defused("S-1")
    ("'=1+1", '-0.25', "''=1", 'S-1')
    """
    return "'" + cell if _FORMULA.match(cell) and not _NUMBER.match(cell) else cell


def restored(cell: str) -> str:
    """A cell as it was before it was written.

    >>> restored("'=1+1"), restored("''=1"), restored("'S-1"), restored("'-0.25")
    ('=1+1', "'=1", "'S-1", "'-0.25")
    """
    if cell[:1] == "'" and _FORMULA.match(cell) and not _NUMBER.match(cell[1:]):
        return cell[1:]
    return cell
