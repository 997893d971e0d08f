"""Sequences that facts define by first values and a recurrence, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.symbolic.arithmetic import UnknownValueError, evaluate
from search.symbolic.polynomials import polynomial
from search.symbolic.printing import text_of
from search.symbolic.shapes import Hypothesis, Shape
from search.symbolic.terms import Term

MAX_ORDER = 8


@dataclass(frozen=True)
class Sequence:
    """`f` on ℕ with `f i` given for `start ≤ i < start + order`, and a rule for larger `i`.

    Attributes:
        name: of the function.
        integral: whether its values are integers.
        first: the given values, that of `start` first.
        start: where they begin.
        fact: the name of the rule.
        variable: that the rule binds.
        lead: the rule is about `f (variable + lead)`.
        premises: how many hypotheses the rule has.
        value: the rule's right side.
    """

    name: str
    integral: bool
    first: tuple[int, ...]
    start: int
    fact: str
    variable: str
    lead: int
    premises: int
    value: Term

    @property
    def order(self) -> int:
        """How many values the rule looks back."""
        return len(self.first)

    def values(self, count: int) -> list[int]:
        """The first `count` values from `start` on. Raises UnknownValueError."""
        found = list(self.first)

        def at(index: object) -> int:
            place = int(str(index)) - self.start
            if not 0 <= place < len(found):
                raise UnknownValueError(self.name)
            return found[place]

        functions = {self.name: at}
        integers = frozenset({self.name} if self.integral else ())
        while len(found) < count:
            index = self.start + len(found) - self.lead
            value = evaluate(self.value, {self.variable: index}, integers, functions)
            if isinstance(value, tuple):
                raise UnknownValueError(self.name)
            found.append(int(value))
        return found[:count]

    def right(self, base: str, index: int, remainder: str = "") -> str:
        """What the rule says of `f (base + index)`, as Lean reads it.

        `remainder`, such as ` % 5`, is put behind each value.
        """

        def written(term: Term) -> str:
            if term.head == self.name:
                shift = _offset(term.args[0], self.variable) or 0
                value = f"{self.name} ({base} + {index - self.lead + shift})"
                return f"({value}{remainder})" if remainder else value
            if not term.args:
                return term.head
            if term.head == "neg":
                return f"(-{written(term.args[0])})"
            left, right = (written(arg) for arg in term.args)
            return f"({left} {term.head} {right})"

        return written(self.value)

    def instance(self, base: str) -> str:
        """A proof of the rule for `f (base + start + order)`."""
        argument = f"({base} + {self.start + self.order - self.lead})"
        proof = f"{self.fact} {argument}{' (by omega)' * self.premises}"
        return f"by first | exact {proof} | simpa using {proof}"

    def looks_back(self) -> list[int]:
        """How far, for each value that the rule uses."""
        shifts = {
            _offset(part.args[0], self.variable) or 0
            for part in self.value.walk()
            if part.head == self.name
        }
        return sorted(self.lead - shift for shift in shifts)


def sequences(shape: Shape) -> Iterator[Sequence]:
    """All sequences of which the facts give a rule and enough values."""
    kinds = {h.name: h.text for h in shape.hypotheses}
    for fact in shape.facts:
        found = _rule(fact)
        if found is None or not kinds.get(found.name, "").startswith("ℕ → "):
            continue
        integral = kinds[found.name].endswith("ℤ")
        given = dict(_given(shape, found.name))
        order = _order(found, integral)
        if order is None:
            continue
        for start in sorted(given):
            first = [given[i] for i in range(start, start + order) if i in given]
            if len(first) == order:
                yield Sequence(
                    found.name,
                    integral,
                    tuple(first),
                    start,
                    fact.name,
                    found.variable,
                    found.lead,
                    found.premises,
                    found.value,
                )
                break


@dataclass(frozen=True)
class _Rule:
    name: str
    variable: str
    lead: int
    premises: int
    value: Term


def _rule(fact: Hypothesis) -> _Rule | None:
    """`∀ n, premises → f (n + lead) = value`."""
    term = fact.term
    if term.head != "∀" or len(term.bound) != 1:
        return None
    body, premises = term.args[-1], len(term.args) - 1
    while body.head == "→":
        body, premises = body.args[1], premises + 1
    if body.head != "=" or len(body.args[0].args) != 1:
        return None
    left, value = body.args
    lead = _offset(left.args[0], term.bound[0])
    if lead is None or lead < 0:
        return None
    return _Rule(left.head, term.bound[0], lead, premises, value)


def _order(rule: _Rule, integral: bool) -> int | None:
    """How far the rule looks back, if it is linear; over ℕ, without subtraction."""
    shifts = [
        _offset(part.args[0], rule.variable)
        for part in rule.value.walk()
        if part.head == rule.name and len(part.args) == 1
    ]
    known = [shift - rule.lead for shift in shifts if shift is not None]
    if not known or len(known) < len(shifts) or not -MAX_ORDER <= min(known) <= max(known) < 0:
        return None
    flat = _flat(rule.value, rule.name)
    linear = polynomial(flat, lambda _: not integral)
    if linear is None or linear.degree > 1 or rule.variable in linear.names:
        return None
    return -min(known)


def _flat(term: Term, name: str) -> Term:
    """The term with every value of the function as one atom."""
    if term.head == name and len(term.args) == 1:
        return Term(f"{name} {text_of(term.args[0])}")
    return Term(term.head, tuple(_flat(arg, name) for arg in term.args), term.bound)


def _offset(term: Term, variable: str) -> int | None:
    """The number c of `variable + c` or `variable - c`."""
    if term == Term(variable):
        return 0
    if term.head in ("+", "-") and term.args[0] == Term(variable):
        number = term.args[1].number
        return number if number is None or term.head == "+" else -number
    return None


def _given(shape: Shape, name: str) -> Iterator[tuple[int, int]]:
    for part in shape.parts():
        if part.head != "=" or part.args[0].head != name or len(part.args[0].args) != 1:
            continue
        index = part.args[0].args[0].number
        try:
            value = evaluate(part.args[1], {}, frozenset())
        except UnknownValueError:
            continue
        if index is not None and not isinstance(value, tuple):
            yield index, int(value)
