"""Equations that follow from others by multiplication and addition, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from search.certificates.facts import Equation
from search.certificates.linear import Column, combination
from search.certificates.products import degree, multiples, occurs
from search.certificates.reading import Polynomial, Space

Cofactors = list[tuple[Polynomial, Equation]]


def cofactors(
    space: Space,
    target: Polynomial,
    equations: Sequence[Equation],
    top: int = 2,
    seconds: float = 1.0,
) -> Cofactors | None:
    """Cofactors with which equations sum to the target; multipliers have at most degree `top`.

    Each equation of the answer has a proof and comes once; the sum is checked exactly.
    """
    if not target:
        return []
    atoms = [space.generator(atom) for atom in space.atoms]
    used = [a for a in atoms if any(occurs(a, p) for p in (target, *(e.poly for e in equations)))]
    for limit in range(top + 1):
        grown = max((degree(e.poly) for e in equations), default=0) + limit
        found = multiples(equations, space, used, grown) if limit else None
        chosen = (
            [m for m in found if degree(m[0]) <= limit]
            if found is not None
            else [(space.ring.one, e) for e in equations]
        )
        columns = [Column(by * e.poly, free=True, cost=1 + degree(by)) for by, e in chosen]
        solution = combination(columns, target, seconds=seconds)
        if solution is not None:
            merged: dict[Equation, Polynomial] = {}
            for x, (by, equation) in zip(solution, chosen, strict=True):
                for cofactor, proved in equation.multiple(by * x) if x else ():
                    merged[proved] = merged.get(proved, space.ring.zero) + cofactor
            answer = [(by, e) for e, by in merged.items() if by]
            if not sum((by * e.poly for by, e in answer), space.ring.zero) - target:
                return answer
    return None
