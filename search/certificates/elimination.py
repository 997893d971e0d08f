"""Variables that equations give linearly, put into other polynomials, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from search.certificates.products import degree
from search.certificates.reading import Polynomial

MAX_DEGREE = 8
MAX_TERMS = 60

Substitution = tuple[Polynomial, Polynomial]
"""A generator and what it is equal to."""


def eliminated(polys: Sequence[Polynomial]) -> list[Polynomial]:
    """What equations say of each other after each elimination, in that order."""
    return _elimination(polys)[1]


def reduced(polys: Sequence[Polynomial], target: Polynomial) -> Polynomial:
    """The target after the variables that `polys`, being 0, give linearly are eliminated."""
    for generator, value in _elimination(polys)[0]:
        target = target.compose(generator, value)
    return target


def _elimination(polys: Sequence[Polynomial]) -> tuple[list[Substitution], list[Polynomial]]:
    work = [p for p in polys if p]
    substitutions: list[Substitution] = []
    out: list[Polynomial] = []
    while True:
        pivot = next(((p, i) for p in work if (i := _linear_in(p)) is not None), None)
        if pivot is None:
            return substitutions, out
        poly, index = pivot
        generator = poly.ring.gens[index]
        value = generator - poly * (1 / poly.coeff(generator))
        substitutions.append((generator, value))
        work = [q for p in work if p is not poly and (q := p.compose(generator, value))]
        work = [q for q in work if degree(q) <= MAX_DEGREE and len(q) <= MAX_TERMS]
        out += work


def _linear_in(poly: Polynomial) -> int | None:
    """The index of a generator that occurs once, alone and to the first power."""
    for index, generator in enumerate(poly.ring.gens):
        terms = [exponents for exponents in poly if exponents[index]]
        if len(terms) == 1 and sum(terms[0]) == 1 and poly.coeff(generator):
            return index
    return None
