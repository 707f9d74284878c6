"""Decision diagrams: functions of facts that ask each fact at most once.

A diagram is a node or a leaf, named by a number: leaves are negative, nodes are not. A node asks one
variable and has one child for each class of the variable's values. Equal diagrams have equal numbers,
and a node whose children are all one diagram is that diagram: so a variable stands in a diagram exactly
when the function depends on it.

GZ-5b, "a registered boarder in primary or junior school", as a diagram; a class is a set of values that no rule
tells apart, and the county is left out here::

                      stage
       primary, junior │ │ any other
                ┌──────┘ └───────────┐
            boarding                 │
          yes │  │ no                │
       ┌──────┘  └────────────┐      │
    registered                │      │
    yes │  │ no               │      │
        │  └──────────┐       │      │
    entitled        not entitled ◄───┘   one leaf, shared

Three readings of it:

- All known, a primary boarder who is registered: three steps to *entitled*.
- Whether the child boards is unknown, it is not registered: fill in what is known, and both ways out of *boarding*
  end in *not entitled*. A node with equal children goes: the outcome is settled and nothing is missing.
- The child boards, whether it is registered is unknown: what is left is the node *registered* with two different
  leaves. The outcome is undetermined, and *registered* is missing: no fact that is left could be dropped.

Three-valued logic gets it wrong where a fact is asked twice: "boards, or does not board" is true of every child, yet
unknown or unknown is unknown.

>>> diagrams = Diagrams()
>>> yes, no = diagrams.leaf(True), diagrams.leaf(False)
>>> boards = diagrams.node(0, [no, yes])
>>> diagrams.any_of([boards, diagrams.choose(boards, no, yes)]) == yes
True
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Diagram: TypeAlias = int


class Diagrams:
    """A growing store of diagrams over numbered variables; nothing in it ever changes once it is there."""

    def __init__(self) -> None:
        self._nodes: list[tuple[int, tuple[Diagram, ...]]] = []
        self._leaves: list[Hashable] = []
        self._node_ids: dict[tuple[int, tuple[Diagram, ...]], Diagram] = {}
        self._leaf_ids: dict[tuple[type, Hashable], Diagram] = {}

    def leaf(self, value: Hashable) -> Diagram:
        """The function that is `value` everywhere."""
        key = (type(value), value)
        if key not in self._leaf_ids:
            self._leaves.append(value)
            self._leaf_ids[key] = -len(self._leaves)
        return self._leaf_ids[key]

    def node(self, variable: int, children: Sequence[Diagram]) -> Diagram:
        """The function that asks a variable and goes on with the child of its class."""
        kids = tuple(children)
        first = kids[0]
        if all(kid == first for kid in kids):
            return first
        key = (variable, kids)
        if key not in self._node_ids:
            self._node_ids[key] = len(self._nodes)
            self._nodes.append(key)
        return self._node_ids[key]

    def value(self, leaf: Diagram) -> Hashable:
        """The value of a leaf."""
        return self._leaves[-leaf - 1]

    def parts(self, node: Diagram) -> tuple[int, tuple[Diagram, ...]]:
        """The variable and the children of a node."""
        return self._nodes[node]

    def walk(self, root: Diagram) -> Iterator[Diagram]:
        """Every node and leaf below and including `root`, each once, parents before children."""
        order: list[Diagram] = []
        seen: set[Diagram] = set()

        def visit(diagram: Diagram) -> None:
            if diagram in seen:
                return
            seen.add(diagram)
            if diagram >= 0:
                for kid in self._nodes[diagram][1]:
                    visit(kid)
            order.append(diagram)

        visit(root)
        return reversed(order)

    def variables(self, root: Diagram) -> set[int]:
        """The variables the function depends on."""
        return {self._nodes[d][0] for d in self.walk(root) if d >= 0}

    def values_left(self, root: Diagram, place_of: Sequence[int | None]) -> set[Any]:
        """The values the function may still take once the known variables are filled in."""
        found: set[Any] = set()
        pending, seen = [root], {root}
        while pending:
            diagram = pending.pop()
            if diagram < 0:
                found.add(self.value(diagram))
                continue
            variable, kids = self._nodes[diagram]
            place = place_of[variable]
            for kid in kids if place is None else (kids[place],):
                if kid not in seen:
                    seen.add(kid)
                    pending.append(kid)
        return found

    def combine(
        self,
        value: Callable[..., Hashable],
        *operands: Diagram,
        shortcut: Callable[[tuple[Diagram, ...]], Diagram | None] | None = None,
    ) -> Diagram:
        """The function whose value is `value` of the operands' values; `shortcut` may know it early."""
        known: dict[tuple[Diagram, ...], Diagram] = {}

        def go(ops: tuple[Diagram, ...]) -> Diagram:
            if ops in known:
                return known[ops]
            result = shortcut(ops) if shortcut else None
            if result is None:
                inner = [self._nodes[d][0] for d in ops if d >= 0]
                if inner:
                    top = min(inner)
                    size = next(
                        len(self._nodes[d][1]) for d in ops if d >= 0 and self._nodes[d][0] == top
                    )
                    result = self.node(
                        top,
                        [go(tuple(self._child(d, top, k) for d in ops)) for k in range(size)],
                    )
                else:
                    result = self.leaf(value(*(self.value(d) for d in ops)))
            known[ops] = result
            return result

        return go(operands)

    def _child(self, diagram: Diagram, variable: int, place: int) -> Diagram:
        if diagram >= 0 and self._nodes[diagram][0] == variable:
            return self._nodes[diagram][1][place]
        return diagram

    def all_of(self, operands: Iterable[Diagram]) -> Diagram:
        """Whether all of some true-or-false functions are true."""
        return self._fold(operands, unit=True)

    def any_of(self, operands: Iterable[Diagram]) -> Diagram:
        """Whether any of some true-or-false functions is true."""
        return self._fold(operands, unit=False)

    def _fold(self, operands: Iterable[Diagram], *, unit: bool) -> Diagram:
        neutral, absorbing = self.leaf(unit), self.leaf(not unit)

        def shortcut(ops: tuple[Diagram, ...]) -> Diagram | None:
            left, right = ops
            if absorbing in ops:
                return absorbing
            if left in {neutral, right}:
                return right
            return left if right == neutral else None

        result = neutral
        for operand in operands:
            result = self.combine(
                lambda a, b: a and b if unit else a or b, result, operand, shortcut=shortcut
            )
        return result

    def choose(self, condition: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """`then` where the condition is true, `otherwise` where it is false."""
        yes, no = self.leaf(True), self.leaf(False)

        def shortcut(ops: tuple[Diagram, ...]) -> Diagram | None:
            if ops[0] == yes or ops[1] == ops[2]:
                return ops[1]
            return ops[2] if ops[0] == no else None

        return self.combine(
            lambda c, a, b: a if c else b, condition, then, otherwise, shortcut=shortcut
        )

    # What a fact decides by itself: the function with the fact fixed to each of its classes, side by side.
    # Where all sides agree whatever the other facts are, the fact decides nothing, and it is not missing.

    def fixed(self, root: Diagram, variable: int, place: int) -> Diagram:
        """The function with one variable fixed to one class."""
        known: dict[Diagram, Diagram] = {}

        def go(diagram: Diagram) -> Diagram:
            if diagram < 0:
                return diagram
            if diagram not in known:
                asked, kids = self._nodes[diagram]
                known[diagram] = (
                    kids[place]
                    if asked == variable
                    else self.node(asked, [go(kid) for kid in kids])
                )
            return known[diagram]

        return go(root)

    def across(self, root: Diagram, variable: int, size: int) -> Diagram:
        """The set of values the function takes when only this variable changes (leaves are frozensets)."""
        sides = [self.fixed(root, variable, place) for place in range(size)]
        return self.combine(lambda *values: frozenset(values), *sides)


def restrict(
    diagrams: Diagrams, root: Diagram, place_of: Mapping[int, int | None] | Sequence[int | None]
) -> set[int]:
    """The variables that a function still depends on once the known ones are filled in.

    Args:
        diagrams: Where the function is stored.
        root: The function.
        place_of: The class of each variable, None where it is unknown.
    """
    left: dict[tuple[int, tuple[int, ...]], int] = {}
    memo: dict[Diagram, int] = {}

    def go(diagram: Diagram) -> int:
        if diagram < 0:
            return diagram
        if diagram not in memo:
            variable, kids = diagrams.parts(diagram)
            place = place_of[variable]
            if place is not None:
                memo[diagram] = go(kids[place])
            else:
                children = tuple(map(go, kids))
                memo[diagram] = (
                    children[0]
                    if all(child == children[0] for child in children)
                    else left.setdefault((variable, children), len(left))
                )
        return memo[diagram]

    top = go(root)
    nodes = list(left)
    variables: set[int] = set()
    pending, seen = [top], {top}
    while pending:
        current = pending.pop()
        if current < 0:
            continue
        variable, children = nodes[current]
        variables.add(variable)
        for child in children:
            if child not in seen:
                seen.add(child)
                pending.append(child)
    return variables
