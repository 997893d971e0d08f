"""Further inequalities that follow from given ones, and multiples of equations, and nothing else.

What is offered is what a person would hint to `nlinarith`: products of two facts, squares of
differences, facts times squares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, combinations_with_replacement

from search.certificates.facts import Equation, Inequality, product
from search.certificates.reading import Polynomial, Space
from search.certificates.refutation import Multiple
from search.certificates.writing import Writer, applied

MAX_PRODUCTS = 160
MAX_SQUARES = 240
MAX_MULTIPLES = 600
_SHIFTS = (1, -1, 2, -2, 3, -3)


def degree(poly: Polynomial) -> int:
    """Total degree; 0 for the zero polynomial."""
    return max((sum(exponents) for exponents in poly), default=0)


def occurs(atom: Polynomial, poly: Polynomial) -> bool:
    """Whether a generator occurs in a polynomial."""
    [exponents] = atom
    index = exponents.index(1)
    return any(other[index] for other in poly)


def pairs(inequalities: Sequence[Inequality], limit: int) -> Iterator[Inequality]:
    """Products of two, up to a degree."""
    for left, right in combinations_with_replacement(inequalities, 2):
        if degree(left.poly) + degree(right.poly) <= limit:
            yield product(left, right)


def triples(inequalities: Sequence[Inequality], limit: int) -> Iterator[Inequality]:
    """Products of three that are not all the same, up to a degree."""
    for first, second, third in combinations_with_replacement(inequalities, 3):
        total = sum(degree(i.poly) for i in (first, second, third))
        if total <= limit and first is not third:
            yield product(product(first, second), third)


def square(base: Polynomial, writer: Writer, rank: int = 1) -> Inequality:
    """The square of a polynomial is not negative."""
    proof = f"sq_nonneg {writer.factor(base)}"
    return Inequality(base**2, False, proof, proof, rank=rank)


def bases(space: Space, atoms: Sequence[Polynomial]) -> Iterator[Polynomial]:
    """Polynomials of degree 1 and 2 whose squares are often of use, the likely ones first."""
    for x, y in combinations(atoms, 2):
        yield x - y
    yield from atoms
    for x, y in combinations(atoms, 2):
        yield x + y
    for x in atoms:
        for shift in _SHIFTS:
            yield x - shift
    for x, y in combinations(atoms, 2):
        for shift in _SHIFTS[:4]:
            yield x + y - shift
            yield x - y - shift
        yield x - 2 * y
        yield 2 * x - y
    for x, y, z in combinations(atoms, 3):
        yield from (x + y - 2 * z, x + z - 2 * y, y + z - 2 * x)
        yield from (x + y - z, x + z - y, y + z - x, x + y + z)
    for x, y in combinations(atoms, 2):
        yield from (x * y, x * y - 1, x * y + 1)
    for x in atoms:
        for shift in (1, -1):
            yield 2 * x - shift
            yield x * x - shift


def quadratic_bases(atoms: Sequence[Polynomial]) -> Iterator[Polynomial]:
    """Differences and sums of monomials of degree 2, and of those with atoms."""
    twos = [x * y for x, y in combinations_with_replacement(atoms, 2)]
    for x, y in combinations(twos, 2):
        yield x - y
        yield x + y
    for x in twos:
        yield x
        for y in atoms:
            yield x - y


def squares(found: Iterable[Polynomial], writer: Writer, limit: int) -> Iterator[Inequality]:
    """The squares of at most `MAX_SQUARES` different polynomials, up to a degree."""
    seen: set[Polynomial] = set()
    for base in found:
        if len(seen) >= MAX_SQUARES:
            return
        if base and 2 * degree(base) <= limit and base not in seen and -base not in seen:
            seen.add(base)
            yield square(base, writer, rank=len(base) + (degree(base) - 1))


def with_squares(
    inequalities: Sequence[Inequality],
    bases: Sequence[Polynomial],
    writer: Writer,
    limit: int,
) -> Iterator[Inequality]:
    """Inequalities times squares, up to a degree."""
    for base in bases:
        for inequality in inequalities:
            if degree(inequality.poly) + 2 * degree(base) <= limit:
                yield product(inequality, square(base, writer))


def nonzero_square(poly: Polynomial, nonzero: str) -> Inequality:
    """The square of what is not 0 by the proof `nonzero`."""
    text = applied("mul_self_pos.2", nonzero)
    return Inequality(poly**2, True, text, text)


def monomials(atoms: Sequence[Polynomial], one: Polynomial, top: int) -> Iterator[Polynomial]:
    """All monomials up to a degree, the low ones first."""
    yield one
    for d in range(1, top + 1):
        for chosen in combinations_with_replacement(atoms, d):
            result = one
            for atom in chosen:
                result = result * atom
            yield result


def multiples(
    equations: Sequence[Equation], space: Space, atoms: Sequence[Polynomial], limit: int
) -> list[Multiple]:
    """Equations times monomials, up to a degree of the product; each equation at least once."""
    found: list[Multiple] = [(space.ring.one, e) for e in equations]
    for d in range(1, limit + 1):
        layer = [m for m in monomials(atoms, space.ring.one, d) if degree(m) == d]
        more = [(m, e) for e in equations if degree(e.poly) + d <= limit for m in layer]
        if len(found) + len(more) > MAX_MULTIPLES:
            break
        found += more
    return found
