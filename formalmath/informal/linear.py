"""What linear equations between unknowns imply, decided over the rationals; nothing else.

It only proposes: what it finds is stated in Lean, and Lean decides.
"""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass
class System:
    """Linear equations `form = 0`, solved for one unknown each."""

    rows: dict[str, Form] = field(default_factory=dict)

    def reduced(self, a: Form) -> Form:
        """The form with every solved unknown put in."""
        for name, row in self.rows.items():
            if name in a:
                a = _sum(a, _scaled(row, -a[name]))
        return a

    def add(self, a: Form) -> None:
        """Take `a = 0` as true.

        Raises:
            NoReading: there are too many unknowns.
        """
        a = self.reduced(a)
        name = next((key for key in a if key), None)
        if name is None:
            return
        if len(self.rows) >= MAX_UNKNOWNS:
            raise NoReading(f"it has more than {MAX_UNKNOWNS} unknowns")
        a = _scaled(a, 1 / a[name])
        self.rows = {
            k: _sum(r, _scaled(a, -r.get(name, Fraction(0)))) for k, r in self.rows.items()
        }
        self.rows[name] = a

    def solution(self, names: Mapping[str, object] | list[str]) -> dict[str, Fraction]:
        """Values of the names that satisfy all; an unknown that is free gets 0."""
        out = {}
        for name in names:
            row = self.rows.get(name)
            out[name] = -row.get("", Fraction(0)) if row is not None else Fraction(0)
        return out

    def determined(self, name: str) -> Fraction | None:
        """The only value that an unknown can have."""
        row = self.rows.get(name)
        if row is None or set(row) - {"", name}:
            return None
        return -row.get("", Fraction(0))
