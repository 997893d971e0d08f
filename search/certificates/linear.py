"""Linear systems whose columns are polynomials: solved by floats, made exact, and nothing else.

HiGHS finds which columns a solution needs; the system with these columns alone is then solved over
the rationals. A float error can lose a solution, never make one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix
from sympy import QQ
from sympy.polys.matrices import DomainMatrix

from search.certificates.reading import Polynomial

MAX_ENTRIES = 60_000
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Column:
    """An unknown of the system.

    Attributes:
        poly: what it multiplies.
        free: whether it may be negative.
        weight: what it counts in the normalisation; 0 if it does not.
        cost: what one unit of it costs; solutions are as cheap as the solver finds them.
    """

    poly: Polynomial
    free: bool = False
    weight: int = 0
    cost: float = 1.0


def combination(
    columns: Sequence[Column], target: Polynomial, weight: int = 0, seconds: float = 1.0
) -> list[Polynomial] | None:
    """Rationals x with sum x_i poly_i = target, sum x_i weight_i = `weight`; x_i >= 0 if not free.

    None if there are none, or if none was found in time or within `MAX_ENTRIES`. Columns outside
    the solution's support have 0.
    """
    program = _Program(columns, target, weight)
    answer = program.solved(seconds)
    if answer is None:
        return None
    found = sorted({program.owners[j] for j, x in enumerate(answer.x) if x > _TOLERANCE})
    exact = _exact([columns[i] for i in found], target, weight)
    if exact is None:
        return None
    solution = [QQ(0)] * len(columns)
    for i, value in zip(found, exact, strict=True):
        if value < 0 and not columns[i].free:
            return None
        solution[i] = value
    return solution


def violation(
    columns: Sequence[Column], target: Polynomial, weight: int = 0, seconds: float = 1.0
) -> tuple[float, dict[tuple[int, ...], float]] | None:
    """How far the system is from having a solution, and a functional on monomials that shows it.

    The functional is at most 0 on every column's polynomial, up to what the normalisation takes;
    a column on which it is positive can bring the system nearer to a solution. None if the solver
    gives up.
    """
    program = _Program(columns, target, weight, slack=True)
    answer = program.solved(seconds)
    if answer is None:
        return None
    dual = dict(zip(program.rows, map(float, answer.eqlin.marginals), strict=False))
    return float(answer.fun), dual


class _Program:
    """The system as a linear program in floats."""

    def __init__(
        self, columns: Sequence[Column], target: Polynomial, weight: int, slack: bool = False
    ) -> None:
        """With `slack`, equations may be missed, and by how much they are is what is minimised."""
        self.rows: dict[tuple[int, ...], int] = {}
        self.owners: list[int] = []
        self._costs: list[float] = []
        self._entries: list[tuple[int, int, float]] = []
        for number, column in enumerate(columns):
            for sign in (1, -1) if column.free else (1,):
                at = self._unknown(number, 0.0 if slack else column.cost)
                for exponents, value in column.poly.items():
                    row = self.rows.setdefault(exponents, len(self.rows))
                    self._entries.append((row, at, sign * float(value)))
        self.fits = len(self._entries) <= MAX_ENTRIES and all(m in self.rows for m in target)
        last = len(self.rows)
        weights = [(last, at, float(columns[i].weight)) for at, i in enumerate(self.owners)]
        self._entries += [entry for entry in weights if entry[2]]
        if slack:
            for at in range(last):
                for way in (1.0, -1.0):
                    self._entries.append((at, self._unknown(-1, 1.0), way))
        self._right = np.zeros(last + 1)
        for exponents, value in target.items():
            self._right[self.rows.get(exponents, last)] = float(value)
        self._right[last] = weight

    def _unknown(self, owner: int, cost: float) -> int:
        self.owners.append(owner)
        self._costs.append(cost)
        return len(self.owners) - 1

    def solved(self, seconds: float) -> Any:
        """scipy's answer, or None if there is none."""
        if not self.fits or not self._entries:
            return None
        where = np.array([(row, at) for row, at, _ in self._entries]).T
        shape = (len(self._right), len(self.owners))
        matrix = csr_matrix(([value for *_, value in self._entries], where), shape)
        answer = linprog(
            self._costs,
            A_eq=matrix,
            b_eq=self._right,
            bounds=(0, None),
            method="highs",
            options={"time_limit": seconds},
        )
        return answer if answer.status == 0 else None


def _exact(columns: Sequence[Column], target: Polynomial, weight: int) -> list[Polynomial] | None:
    """The system over the rationals; where it leaves a choice, unknowns are 0."""
    rows: dict[tuple[int, ...], dict[int, Polynomial]] = {}
    for number, poly in enumerate([*(c.poly for c in columns), target]):
        for exponents, value in poly.items():
            rows.setdefault(exponents, {})[number] = value
    weights = {i: QQ(column.weight) for i, column in enumerate(columns) if column.weight}
    if weight:
        weights[len(columns)] = QQ(weight)
    entries = dict(enumerate([*rows.values(), *([weights] if weights else [])]))
    shape = (len(entries), len(columns) + 1)
    reduced, pivots = DomainMatrix(entries, shape, QQ).rref()
    if len(columns) in pivots:
        return None
    solution = [QQ(0)] * len(columns)
    for row, pivot in enumerate(pivots):
        solution[pivot] = reduced[row, len(columns)].element
    return solution
