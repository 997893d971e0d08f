"""Where a claim is tight, and whether it is false, by numerical minimisation, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from scipy.optimize import minimize
from sympy import QQ

from search.certificates.reading import Polynomial, Space

STARTS = 6
MAX_ATOMS = 8
_NEAR = 1e-5
_DENOMINATOR = 60


class FalseClaimError(Exception):
    """All that is known holds at a point where the claim does not."""


def tight_points(
    space: Space,
    gap: Polynomial,
    equations: Sequence[Polynomial],
    inequalities: Sequence[Polynomial],
) -> list[list[Polynomial]]:
    """Rational points where all is 0 or at least 0 as it should be, and `gap` is exactly 0.

    Raises FalseClaimError if `gap` is clearly negative where all else holds. Deterministic.
    """
    size = len(space.atoms)
    if gap.is_ground or not size <= MAX_ATOMS:
        return []
    objective = _Function(gap)
    equal, above = list(map(_Function, equations)), list(map(_Function, inequalities))
    constraints = [
        {"type": kind, "fun": f, "jac": f.gradient}
        for kind, functions in (("eq", equal), ("ineq", above))
        for f in functions
    ]
    random = np.random.default_rng(0)
    found: list[list[Polynomial]] = []
    for start in range(STARTS):
        begin = np.ones(size) if start == 0 else random.normal(scale=2.0, size=size)
        with np.errstate(all="ignore"):  # a start that runs away is left out below
            answer = minimize(
                objective,
                begin,
                jac=objective.gradient,
                constraints=constraints,
                method="SLSQP",
                options={"maxiter": 80},
            )
        point = answer.x
        if not np.all(np.isfinite(point)) or np.max(np.abs(point)) > 1e6:
            continue
        missed = [abs(f(point)) for f in equal] + [-f(point) for f in above]
        scale = max(1.0, float(np.max(np.abs(point))))
        if max(missed, default=0.0) > _NEAR:
            continue
        value = objective(point)
        if value < -100 * _NEAR * scale:
            raise FalseClaimError
        near = [Fraction(float(x)).limit_denominator(_DENOMINATOR) for x in point]
        exact = [QQ(x.numerator, x.denominator) for x in near]
        if exact not in found and _holds(exact, gap, equations, inequalities):
            found.append(exact)
    return found


def _holds(
    point: list[Polynomial],
    gap: Polynomial,
    equations: Sequence[Polynomial],
    inequalities: Sequence[Polynomial],
) -> bool:
    zero = all(_at(p, point) == 0 for p in (gap, *equations))
    return zero and all(_at(p, point) >= 0 for p in inequalities)


def _at(poly: Polynomial, point: list[Polynomial]) -> Polynomial:
    total = QQ(0)
    for exponents, coefficient in poly.items():
        for value, power in zip(point, exponents, strict=True):
            coefficient *= value**power
        total += coefficient
    return total


class _Function:
    """A polynomial in floats, with its gradient."""

    def __init__(self, poly: Polynomial) -> None:
        self._exponents = np.array(list(poly), dtype=float).reshape(len(poly), -1)
        values = np.array([float(c) for c in poly.values()])
        self._values = values / max(1.0, float(np.max(np.abs(values), initial=0.0)))

    def __call__(self, point: np.ndarray) -> float:
        return float(self._values @ np.prod(point**self._exponents, axis=1))

    def gradient(self, point: np.ndarray) -> np.ndarray:
        """The partial derivatives."""
        result = np.zeros(len(point))
        for i in range(len(point)):
            lowered = self._exponents.copy()
            lowered[:, i] = np.maximum(lowered[:, i] - 1, 0)
            terms = self._values * self._exponents[:, i]
            result[i] = terms @ np.prod(point**lowered, axis=1)
        return result
