"""Places as codes: territories."""

from __future__ import annotations

import re

import attrs

from ..values.errors import Code, Problem, RuleError
from ..values.fields import check_fields, listed
from ..values.text import Text
from .changes import CodeChange, clashes, codes_of


@attrs.frozen
class Territory:
    """A place or a list of places, by the first digits of their codes.

    A county belongs when its code, or a code it had before or after a change, starts with one of `prefixes`.

    Attributes:
        name: What the place is called, or what the list is.
        prefixes: The first digits of codes, two to twelve.
        changes: Code changes of its counties besides those that the library knows, `COUNTY_CHANGES`.

    Raises:
        RuleError: A code has other than 2 to 12 digits, there is none, or a county would get two codes after or before
            one.

    >>> ganxian = Territory(Text("赣县", "Ganxian"), ("360704",))
    >>> ganxian.covers("360721"), ganxian.covers("360704")
    (True, True)
    """

    name: Text
    prefixes: tuple[str, ...] = attrs.field(converter=listed)
    changes: tuple[CodeChange, ...] = attrs.field(default=(), converter=listed)

    def __attrs_post_init__(self) -> None:
        check_fields(self, "territory")
        where = f"territory {self.name.en}"
        bad = [p for p in self.prefixes if not re.fullmatch(r"\d{2,12}", p, re.ASCII)]
        problems = []
        if bad or not self.prefixes:
            expected = "expected codes of 2 to 12 digits"
            problems.append(Problem(Code.BAD_CODE, where, bad or None, expected))
        strange = [type(c).__name__ for c in self.changes if not isinstance(c, CodeChange)]
        if strange:
            expected = "expected changes to be a tuple of CodeChange"
            problems.append(Problem(Code.WRONG_TYPE, where, strange, expected))
        else:
            problems += clashes(self.changes, where)
        if problems:
            raise RuleError(problems)

    def covers(self, code: str) -> bool:
        """Whether the place with this code lies in the territory."""
        return any(c.startswith(self.prefixes) for c in codes_of(code, self.changes))
