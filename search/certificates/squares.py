"""Sums of squares without semidefinite programming: squares that a linear program asks for.

A linear program over the squares at hand either has a solution or gives a functional on monomials
that is not negative on any of them. Where that functional's moment matrix has a negative
eigenvalue, the square of the eigenvector's polynomial is what is missing; rounded to small
rationals it joins the squares at hand. (Cutting planes for semidefinite programs; the rounded
squares are exact, so the certificate is.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from sympy import QQ

from search.certificates.facts import Inequality, product
from search.certificates.linear import violation
from search.certificates.products import degree, square
from search.certificates.reading import Polynomial, Space
from search.certificates.refutation import Multiple, columns_of
from search.certificates.writing import Writer

ROUNDS = 24
MAX_BASIS = 21
_DENOMINATORS = (1, 2, 3, 4, 6, 12, 30)
_NEGATIVE = -1e-6


def missing_squares(
    space: Space,
    writer: Writer,
    inequalities: Sequence[Inequality],
    multiples: Sequence[Multiple],
    factors: Sequence[Inequality],
    basis: Sequence[Polynomial],
    limit: int,
    seconds: float,
) -> list[Inequality] | None:
    """Squares, and squares times `factors`, with which the inequalities can be refuted.

    None if rounds or time run out. Polynomials in `basis` are independent; products go up to the
    degree `limit`.
    """
    found: list[Inequality] = []
    per_round = seconds / ROUNDS
    for _ in range(ROUNDS):
        columns = columns_of(space, [*inequalities, *found], multiples)
        answer = violation(columns, space.ring.zero, 1, max(per_round, 0.05))
        if answer is None:
            return None
        missed, functional = answer
        scale = max(map(abs, functional.values()), default=1.0) or 1.0
        functional = {m: y / scale for m, y in functional.items()}
        if missed < 1e-9:
            return found
        known = {i.poly for i in found}
        new = [
            candidate
            for factor in (None, *factors)
            for root in _roots(space, functional, factor, basis, limit)
            for candidate in [_joined(root, factor, writer)]
            if candidate.poly not in known
        ]
        if not new:
            return None
        found += list({candidate.poly: candidate for candidate in new}.values())
    return None


def _joined(root: Polynomial, factor: Inequality | None, writer: Writer) -> Inequality:
    plain = square(root, writer)
    return plain if factor is None else product(factor, plain)


def _roots(
    space: Space,
    functional: Mapping[tuple[int, ...], float],
    factor: Inequality | None,
    basis: Sequence[Polynomial],
    limit: int,
) -> list[Polynomial]:
    """Polynomials on whose squares (times the factor) the functional is of the wrong sign."""
    weight = space.ring.one if factor is None else factor.poly
    usable = [m for m in basis if 2 * degree(m) + degree(weight) <= limit][:MAX_BASIS]
    if not usable:
        return []
    size = len(usable)
    moments = np.zeros((size, size))
    for i in range(size):
        for j in range(i, size):
            value = 0.0
            for exponents, coefficient in (weight * usable[i] * usable[j]).items():
                if exponents not in functional:
                    # No constraint mentions it: the functional may be as good as it likes there.
                    continue
                value -= float(coefficient) * functional[exponents]
            moments[i, j] = moments[j, i] = value
    values, vectors = np.linalg.eigh(moments)
    roots: list[Polynomial] = []
    for value, vector in zip(values[:3], vectors.T[:3], strict=False):
        if value < _NEGATIVE:
            roots += _rounded(space, vector, usable, moments)
    return roots


def _rounded(
    space: Space, vector: np.ndarray, basis: Sequence[Polynomial], moments: np.ndarray
) -> list[Polynomial]:
    """The vector's polynomial with small rational coefficients, in up to two ways."""
    unit = vector / vector[np.argmax(np.abs(vector))]
    found: list[Polynomial] = []
    for denominator in _DENOMINATORS:
        near = [Fraction(float(x)).limit_denominator(denominator) for x in unit]
        numbers = np.array([float(x) for x in near])
        if numbers @ moments @ numbers < _NEGATIVE:
            terms = (m * QQ(x.numerator, x.denominator) for m, x in zip(basis, near, strict=True))
            root = sum(terms, space.ring.zero).clear_denoms()[1].primitive()[1]
            if root not in found:
                found.append(root)
        if len(found) == 2:
            break
    return found
