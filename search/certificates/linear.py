"""Linear systems whose columns are polynomials: solved by floats, made exact, and nothing else.

HiGHS finds which columns a solution needs; the system with these columns alone is then solved over
the rationals. A float error can lose a solution, never make one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    found = _support(columns, target, weight, seconds)
    if found is None:
        return None
    exact = _exact([columns[i] for i in found], target, weight)
    if exact is None:
        return None
    solution = [QQ(0)] * len(columns)
    for i, value in zip(found, exact, strict=True):
        if value < 0 and not columns[i].free:
            return None
        solution[i] = value
    return solution


def _support(
    columns: Sequence[Column], target: Polynomial, weight: int, seconds: float
) -> list[int] | None:
    rows: dict[tuple[int, ...], int] = {}
    entries: list[tuple[int, int, float]] = []
    costs: list[float] = []
    owners: list[int] = []
    for number, column in enumerate(columns):
        for sign in (1, -1) if column.free else (1,):
            at = len(owners)
            owners.append(number)
            costs.append(column.cost)
            for exponents, value in column.poly.items():
                row = rows.setdefault(exponents, len(rows))
                entries.append((row, at, sign * float(value)))
    if len(entries) > MAX_ENTRIES or any(m not in rows for m in target):
        return None
    last = len(rows)
    weights = [(last, at, float(columns[i].weight)) for at, i in enumerate(owners)]
    entries += [entry for entry in weights if entry[2]]
    right = np.zeros(last + 1)
    for exponents, value in target.items():
        right[rows[exponents]] = float(value)
    right[last] = weight
    if not entries:
        return [] if not right.any() else None
    where = np.array([(row, at) for row, at, _ in entries]).T
    matrix = csr_matrix(([value for *_, value in entries], where), (last + 1, len(owners)))
    answer = linprog(
        costs,
        A_eq=matrix,
        b_eq=right,
        bounds=(0, None),
        method="highs",
        options={"time_limit": seconds},
    )
    if answer.status != 0:
        return None
    return sorted({owners[j] for j, x in enumerate(answer.x) if x > _TOLERANCE})


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
