"""Values of functions that facts define by cases and recursion, one by one, and nothing else.

`∀ n, 10 ≤ n → f n = n - 3` and `∀ n, n < 10 → f n = f (f (n + 5))` give `f 3` once `f 8` and what
comes of it are known: a list of facts in an order in which each follows from those before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.symbolic.arithmetic import UnknownValueError, Value, evaluate
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term

Weighted = tuple[str, float]
MAX_VALUES = 260
MAX_NUMBER = 10**60


def recursion_steps(shape: Shape) -> Iterator[Weighted]:
    """The values that the goal asks for, each proved from the rule and the values before it."""
    for name in shape.functions:
        rules = [rule for fact in shape.facts if (rule := _rule(fact, name, shape)) is not None]
        asked = _asked(shape.conclusion, name)
        if not rules or not asked or not any(rule.recursive for rule in rules):
            continue
        table = _Table(name, rules, shape)
        try:
            for point in asked:
                table.compute(point)
        except UnknownValueError:
            continue
        if table.lines:
            known = ", ".join(table.label(point) for point in asked)
            yield "\n".join([*table.lines, f"simp [{known}]"]), -0.6
            yield "\n".join([*table.lines, f"simp only [{known}]", "decide"]), -1.4


@dataclass(frozen=True)
class _Rule:
    """`∀ variable, premises → name (variable + lead) = value`; no variable for a given value."""

    fact: str
    variable: str
    lead: int
    premises: tuple[Term, ...]
    value: Term
    recursive: bool


def _rule(fact: Hypothesis, name: str, shape: Shape) -> _Rule | None:
    term, variable, premises = fact.term, "", tuple[Term, ...]()
    if term.head == "∀":
        if len(term.bound) != 1:
            return None
        [variable] = term.bound
        premises = term.args[:-1]
        term = term.args[-1]
    while term.head == "→":
        premises, term = (*premises, term.args[0]), term.args[1]
    if term.head != "=" or term.args[0].head != name or len(term.args[0].args) != 1:
        return None
    index, value = term.args[0].args[0], term.args[1]
    if variable == "":
        if (place := index.number) is None:
            return None
        return _Rule(fact.name, "", place, (), value, False)
    recursive = name in value.names
    if index == Term(variable):
        return _Rule(fact.name, variable, 0, premises, value, recursive)
    if index.head == "+" and index.args[0] == Term(variable) and index.args[1].number is not None:
        return _Rule(fact.name, variable, index.args[1].number, premises, value, recursive)
    return None


def _asked(goal: Term, name: str) -> list[int]:
    points = [
        part.args[0].number
        for part in goal.walk()
        if part.head == name and len(part.args) == 1 and part.args[0].number is not None
    ]
    return list(dict.fromkeys(point for point in points if point is not None))


class _Needed(Exception):
    """The value at `point` has to be known first."""

    def __init__(self, point: int) -> None:
        super().__init__(point)
        self.point = point


class _Table:
    def __init__(self, name: str, rules: list[_Rule], shape: Shape) -> None:
        self._name, self._rules = name, rules
        kind = next(h.text for h in shape.hypotheses if h.name == name)
        domain, _, codomain = kind.partition(" → ")
        self._domain = domain
        integers = {name} if codomain == "ℤ" else set[str]()
        if domain == "ℤ":
            integers |= {rule.variable for rule in rules if rule.variable}
        self._integers = frozenset(integers)
        self._values: dict[int, int] = {}
        self.lines: list[str] = []

    def label(self, point: int) -> str:
        """The name of the fact that gives the value at `point`."""
        return f"hv_{point}" if point >= 0 else f"hv_m{-point}"

    def compute(self, point: int) -> None:
        """Find the value at `point` and all that it needs. Raises UnknownValueError."""
        waiting = [point]
        while waiting:
            if len(waiting) > MAX_VALUES or len(self._values) > MAX_VALUES:
                raise UnknownValueError(self._name)
            try:
                if waiting[-1] not in self._values:
                    self._settle(waiting[-1])
                waiting.pop()
            except _Needed as needed:
                if needed.point in waiting:
                    raise UnknownValueError(self._name) from needed
                waiting.append(needed.point)

    def _settle(self, point: int) -> None:
        used: dict[int, None] = {}

        def at(argument: Value) -> Value:
            if isinstance(argument, tuple):
                raise UnknownValueError(self._name)
            index = int(argument)
            if index not in self._values:
                raise _Needed(index)
            used[index] = None
            return self._values[index]

        for rule in self._rules:
            place = point - rule.lead
            if (not rule.variable and place) or (place < 0 and self._domain == "ℕ"):
                continue
            values: dict[str, Value] = {rule.variable: place} if rule.variable else {}
            if not all(evaluate(p, values, self._integers) for p in rule.premises):
                continue
            value = evaluate(rule.value, values, self._integers, {self._name: at})
            if isinstance(value, tuple) or abs(value) > MAX_NUMBER:
                raise UnknownValueError(self._name)
            self._values[point] = int(value)
            self.lines.append(self._line(point, rule, list(used)))
            return
        raise UnknownValueError(self._name)

    def _line(self, point: int, rule: _Rule, used: list[int]) -> str:
        place = point - rule.lead
        argument = f" ({place})" if rule.variable else ""
        proof = f"{rule.fact}{argument}{' (by decide)' * len(rule.premises)}"
        known = ", ".join(self.label(index) for index in used)
        claim = f"{self._name} ({point}) = {self._values[point]}"
        lines = [
            f"have {self.label(point)} : {claim} := by",
            f"  have h := {proof}",
            f"  simpa [{known}] using h",
        ]
        return "\n".join(lines)
