"""What linear equations between unknowns imply, decided over the rationals; nothing else.

It only proposes: what it finds is stated in Lean, and Lean decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from formalmath.informal.solution import Span
from formalmath.informal.terms import (
    Binary,
    Negation,
    NoReading,
    Number,
    Percent,
    Relation,
    Term,
    Variable,
    value,
)

MAX_UNKNOWNS = 30
_NOWHERE = Span(0, 0)

Form = dict[str, Fraction]
"""Coefficients of unknowns; that of "" is the constant."""


def form(term: Term) -> Form:
    """A term as a linear form.

    Raises:
        NoReading: it is not linear, or is no bounded number.
    """
    match term:
        case Number():
            return _clean({"": value(term)})
        case Variable():
            return {term.name: Fraction(1)}
        case Negation():
            return _scaled(form(term.of), Fraction(-1))
        case Percent():
            return _scaled(form(term.of), Fraction(1, 100))
        case Binary():
            return _combined(term)


def _combined(term: Binary) -> Form:
    left, right = form(term.left), form(term.right)
    match term.sign:
        case "+":
            return _sum(left, right)
        case "-":
            return _sum(left, _scaled(right, Fraction(-1)))
        case "*" if set(left) <= {""}:
            return _scaled(right, left.get("", Fraction(0)))
        case "*" if set(right) <= {""}:
            return _scaled(left, right.get("", Fraction(0)))
        case "/" if set(right) <= {""}:
            below = right.get("", Fraction(0))
            if below == 0:
                raise NoReading("it divides by zero")
            return _scaled(left, 1 / below)
        case _ if set(left) | set(right) <= {""}:
            return _clean({"": value(term)})
        case _:
            raise NoReading("it is not linear in its unknowns")


def _sum(a: Form, b: Form) -> Form:
    keys = dict.fromkeys([*a, *b])
    return _clean({k: a.get(k, Fraction(0)) + b.get(k, Fraction(0)) for k in keys})


def _scaled(a: Form, by: Fraction) -> Form:
    return _clean({k: v * by for k, v in a.items()})


def _clean(a: Form) -> Form:
    for number in a.values():
        value(Number(number, _NOWHERE))  # raises if it is too large
    return {k: v for k, v in a.items() if v != 0}


def difference(relation: Relation) -> Form:
    """Left side minus right side.

    Raises:
        NoReading: it is not linear.
    """
    return _sum(form(relation.left), _scaled(form(relation.right), Fraction(-1)))


@dataclass(frozen=True)
class Reduced:
    """A form with every solved unknown put in.

    Attributes:
        rest: what is left of it.
        factors: by which each equation was multiplied and taken off, by its number.
    """

    rest: Form
    factors: dict[int, Fraction]

    @property
    def constant(self) -> Fraction | None:
        """The number that is left; None if unknowns are left."""
        return None if set(self.rest) - {""} else self.rest.get("", Fraction(0))


@dataclass
class System:
    """Linear equations `form = 0`, numbered from 0 and solved for one unknown each."""

    rows: dict[str, Reduced] = field(default_factory=dict)
    count: int = 0

    def reduced(self, a: Form) -> Reduced:
        """Put the solved unknowns in: `rest` is the form less `factors` times the equations."""
        factors: dict[int, Fraction] = {}
        for name, row in self.rows.items():
            if name in a:
                by = a[name]
                a = _sum(a, _scaled(row.rest, -by))
                factors = _added(factors, row.factors, by)
        return Reduced(a, factors)

    def add(self, a: Form) -> None:
        """Take `a = 0` as true, as the next equation.

        Raises:
            NoReading: there are too many unknowns.
        """
        number = self.count
        new = self.reduced(a)
        self.count += 1
        name = next((key for key in new.rest if key), None)
        if name is None:
            return
        if len(self.rows) >= MAX_UNKNOWNS:
            raise NoReading(f"it has more than {MAX_UNKNOWNS} unknowns")
        by = 1 / new.rest[name]
        factors = {k: -v * by for k, v in new.factors.items()} | {number: by}
        row = Reduced(_scaled(new.rest, by), factors)
        for other, each in self.rows.items():
            if name in each.rest:
                times = -each.rest[name]
                self.rows[other] = Reduced(
                    _sum(each.rest, _scaled(row.rest, times)),
                    _added(each.factors, row.factors, times),
                )
        self.rows[name] = row

    def solution(self, names: Iterable[str]) -> dict[str, Fraction]:
        """Values of the names that satisfy all; an unknown that is free gets 0."""
        return {
            name: -self.rows[name].rest.get("", Fraction(0)) if name in self.rows else Fraction(0)
            for name in names
        }


def _added(a: dict[int, Fraction], b: dict[int, Fraction], by: Fraction) -> dict[int, Fraction]:
    keys = dict.fromkeys([*a, *b])
    return {k: a.get(k, Fraction(0)) + by * b.get(k, Fraction(0)) for k in keys}
