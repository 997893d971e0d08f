"""Inequalities that cannot all hold: multipliers that show it, checked exactly, and nothing else.

Farkas' lemma (Motzkin's form): linear constraints are contradictory if and only if some sum of them
with nonnegative multipliers says 0 > 0. Products of constraints and squares are handed in as
further constraints, which makes it Positivstellensatz certificates of the degrees handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.certificates.facts import Equation, Inequality
from search.certificates.linear import Column, combination
from search.certificates.reading import Polynomial, Space

Multiple = tuple[Polynomial, Equation]
"""A monomial and the equation that it multiplies."""


@dataclass(frozen=True)
class Refutation:
    """sum of multiplier * inequality + sum of cofactor * equation + slack = 0.

    Attributes:
        inequalities: with positive rational multipliers.
        equations: with cofactors; each equation has a proof and comes once.
        slack: a nonnegative rational, positive if no inequality is strict.
    """

    inequalities: tuple[tuple[Polynomial, Inequality], ...]
    equations: tuple[tuple[Polynomial, Equation], ...]
    slack: Polynomial

    def holds(self) -> bool:
        """Whether it refutes: by exact arithmetic, on what the proofs prove."""
        total = sum(c * i.proved for c, i in self.inequalities)
        total += sum(c * e.poly for c, e in self.equations)
        strict = self.slack > 0 or any(i.strict for _, i in self.inequalities)
        nonnegative = self.slack >= 0 and all(c > 0 for c, _ in self.inequalities)
        return bool(not total + self.slack and strict and nonnegative)


def refutation(
    space: Space,
    inequalities: Sequence[Inequality],
    multiples: Sequence[Multiple],
    seconds: float = 1.0,
) -> Refutation | None:
    """Multipliers for the inequalities and multiples of equations that show a contradiction."""
    columns = columns_of(space, inequalities, multiples)
    found = combination(columns, space.ring.zero, weight=1, seconds=seconds)
    if found is None:
        return None
    slack, rest = found[0], found[1:]
    used = [(c, i) for c, i in zip(rest, inequalities, strict=False) if c]
    cofactors: dict[Equation, Polynomial] = {}

    def add(by: Polynomial, equation: Equation) -> None:
        cofactors[equation] = cofactors.get(equation, space.ring.zero) + by

    for c, (by, equation) in zip(rest[len(inequalities) :], multiples, strict=True):
        for part in equation.multiple(by * c) if c else ():
            add(*part)
    for c, inequality in used:
        for by, equation in inequality.parts:
            add(by * c, equation)
    result = Refutation(tuple(used), tuple((c, e) for e, c in cofactors.items() if c), slack)
    return result if result.holds() else None


def columns_of(
    space: Space, inequalities: Sequence[Inequality], multiples: Sequence[Multiple]
) -> list[Column]:
    """The unknowns of a refutation: the slack, the inequalities, the multiples of equations."""
    return [
        Column(space.ring.one, weight=1, cost=0.5),
        *(
            Column(i.poly, weight=int(i.strict), cost=(1 + i.rank) * _size(i.poly))
            for i in inequalities
        ),
        *(Column(by * e.poly, free=True, cost=len(by) * 0.5) for by, e in multiples),
    ]


def _size(poly: Polynomial) -> float:
    """The sum of the coefficients' sizes, as far as it is a fair price."""
    return min(1000.0, sum(abs(float(c)) for c in poly.values()))
