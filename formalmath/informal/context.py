"""What earlier steps have settled: definitions, claimed values, equations; nothing else.

A later step is held to what earlier steps claim, not to what is true: so the step that errs is
refuted, and those that build on it are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from formalmath.informal.claims import Certificate, Hypothesis, Statement
from formalmath.informal.linear import Form, Reduced, System, difference
from formalmath.informal.solution import Span
from formalmath.informal.terms import (
    NoReading,
    Number,
    Relation,
    Term,
    Variable,
    at_values,
    holds,
    value,
    variables,
)

MAX_HYPOTHESES = 40
"""Of one statement."""

_POINTS = (Fraction(3, 7), Fraction(-5, 3), Fraction(11, 2), Fraction(13, 5))
"""Where a nonlinear equation is tried, before it is taken for an identity and put to Lean."""


@dataclass(frozen=True)
class _Settled:
    """A variable's value, the term that gives it, and the step that does."""

    term: Term
    value: Fraction
    step: int


@dataclass
class Context:
    """The state of reading one solution, from its first step on."""

    settled: dict[str, _Settled] = field(default_factory=dict)
    system: System = field(default_factory=System)
    equations: list[tuple[Relation, int]] = field(default_factory=list)
    spoiled: dict[str, str] = field(default_factory=dict)
    restricted: set[str] = field(default_factory=set)

    @property
    def values(self) -> Mapping[str, Fraction]:
        """The variables that have a value."""
        return {name: each.value for name, each in self.settled.items()}

    def define(self, relation: Relation, step: int, explicit: bool) -> str:
        """Take `v = term` as the definition of v, if it can be one: in words; "" if it cannot.

        `explicit`: it says so (`let`). A second one with another value spoils the variable.
        """
        name, term = _definition(relation)
        if name is None or name in self.spoiled or name in self.restricted:
            return ""
        if name in variables(term) or any(v not in self.settled for v in variables(term)):
            return ""
        number = value(term, self.values)
        if name not in self.settled:
            self.settled[name] = _Settled(term, number, step)
            return f"defines {name}"
        if explicit and number != self.settled[name].value:
            old = self.settled.pop(name).value
            self.spoiled[name] = f"{name} is defined twice, as {shown(old)} and as {shown(number)}"
            return self.spoiled[name]
        return ""

    def claim(self, name: str, number: Fraction, span: Span, step: int) -> None:
        """From now on `name` is the number that a step ends up with."""
        if name not in self.spoiled:
            self.settled[name] = _Settled(Number(number, span), number, step)

    def release(self, names: Iterable[str]) -> None:
        """Forget what the names were: they are supposed anew."""
        gone = set(names)
        for name in gone:
            self.settled.pop(name, None)
        self.restricted -= gone
        self._keep([e for e in self.equations if not gone & set(variables(e[0].left, e[0].right))])

    def state(self, relation: Relation, step: int, given: bool = True) -> Statement | str:
        """The relation as a statement under what it needs; or, in words, what it assumes.

        `given`: it is read clearly enough to be taken as given, if nothing says otherwise.

        Raises:
            NoReading: it cannot be stated.
        """
        names = variables(relation.left, relation.right)
        for name in names:
            if name in self.spoiled:
                raise NoReading(self.spoiled[name])
        if all(name in self.settled for name in names):
            return Statement(relation, self._hypotheses(names), holds(relation, self.values))
        return self._unknowns(relation, names, step, given)

    def rests_on(self, statement: Statement) -> tuple[int, ...]:
        """The steps that gave the hypotheses of a statement."""
        steps = {
            self.settled[h.defines].step for h in statement.hypotheses if h.defines in self.settled
        }
        given = [h.relation for h in statement.hypotheses if not h.defines]
        steps |= {step for relation, step in self.equations if relation in given}
        return tuple(sorted(steps))

    def _hypotheses(self, names: Iterable[str]) -> tuple[Hypothesis, ...]:
        """Each variable's own equation, after those of the variables in it."""
        out: dict[str, Hypothesis] = {}

        def need(name: str) -> None:
            if name in out or name not in self.settled:
                return
            each = self.settled[name]
            for inner in variables(each.term):
                need(inner)
            out[name] = Hypothesis(Relation("=", Variable(name, each.term.span), each.term), name)

        for name in names:
            need(name)
        if len(out) > MAX_HYPOTHESES:
            raise NoReading(f"it rests on more than {MAX_HYPOTHESES} definitions")
        return tuple(out.values())

    def _unknowns(
        self, relation: Relation, names: list[str], step: int, given: bool
    ) -> Statement | str:
        if relation.sign == "≈":
            raise NoReading("`≈` between unknowns does not say how near")
        try:
            gap = self._known_out(difference(relation))
        except NoReading as error:
            if "linear" not in str(error):
                raise
            return self._nonlinear(relation, names)
        reduced = self.system.reduced(gap)
        if reduced.constant is not None:
            stated = self._entailed(relation, names, reduced)
            if relation.sign == "=" and not stated.likely and given:
                # From now on it is what the solution claims; what it contradicts is gone.
                against = {h.relation for h in stated.hypotheses}
                self._keep([e for e in self.equations if e[0] not in against])
                self._assume(relation, step)
            return stated
        if not given:
            raise NoReading("an equation in words is not taken as given")
        if relation.sign == "=":
            self._assume(relation, step)
        return self._assumed(names)

    def _assume(self, relation: Relation, step: int) -> None:
        self.system.add(self._known_out(difference(relation)))
        self.equations.append((relation, step))

    def _keep(self, equations: list[tuple[Relation, int]]) -> None:
        """Only these equations from now on."""
        self.system, self.equations = System(), []
        for relation, step in equations:
            self._assume(relation, step)

    def _known_out(self, gap: Form) -> Form:
        constant = gap.get("", Fraction(0))
        rest = {}
        for name, factor in gap.items():
            if name in self.settled:
                constant += factor * self.settled[name].value
            elif name:
                rest[name] = factor
        return {**rest, "": constant} if constant else rest

    def _entailed(self, relation: Relation, names: list[str], reduced: Reduced) -> Statement:
        """A statement under the equations that it follows from, or that contradict it.

        Raises:
            NoReading: they contradict what the variables in them have been said to be.
        """
        constant = reduced.constant or Fraction(0)
        gap = Relation(relation.sign, Number(constant, relation.span), _ZERO, relation.within)
        used = {i: factor for i, factor in reduced.factors.items() if factor}
        given = [self.equations[i][0] for i in used]
        inside = [n for e in given for n in variables(e.left, e.right)]
        hypotheses = self._hypotheses(dict.fromkeys([*names, *inside]))
        free = [n for n in dict.fromkeys([*names, *inside]) if n not in self.settled]
        known = {**self.system.solution(free), **self.values}
        if not all(holds(each, known) for each in given):
            raise NoReading("what the steps before say of its variables is contradictory")
        return Statement(
            relation,
            (*hypotheses, *(Hypothesis(each) for each in given)),
            holds(gap),
            certificate=Certificate(tuple(used.values()), constant),
            support=tuple(at_values(each, known) for each in given),
        )

    def _nonlinear(self, relation: Relation, names: list[str]) -> Statement | str:
        for i in range(len(_POINTS)):
            at = {n: _POINTS[(i + k) % len(_POINTS)] + k for k, n in enumerate(names)}
            if not holds(relation, {**at, **self.values}):
                return self._assumed(names)
        return Statement(relation, self._hypotheses(names))

    def _assumed(self, names: list[str]) -> str:
        self.restricted.update(names)
        return f"assumes a relation of {' and '.join(names)}"


_ZERO = Number(Fraction(0), Span(0, 0))


def _definition(relation: Relation) -> tuple[str | None, Term]:
    """The variable that stands alone on the left, or else on the right, and the other side."""
    if relation.sign == "=" and isinstance(relation.left, Variable):
        return relation.left.name, relation.right
    if relation.sign == "=" and isinstance(relation.right, Variable):
        return relation.right.name, relation.left
    return None, relation.left


def shown(number: Fraction) -> str:
    """A number for people: a decimal where it has one of few digits, else a fraction."""
    if number.denominator == 1:
        return str(number.numerator)
    twos_and_fives = number.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives == 1 and number.denominator <= 10**6:
        return f"{float(number):.12g}"
    return f"{number.numerator}/{number.denominator}"
