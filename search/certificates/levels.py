"""Refutations by ever more material: sums, products, squares, all there is; nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice

from search.certificates.context import Context
from search.certificates.extremal import tight_points
from search.certificates.facts import Equation, Inequality
from search.certificates.products import (
    MAX_PRODUCTS,
    bases,
    degree,
    monomials,
    multiples,
    nonzero_square,
    occurs,
    pairs,
    quadratic_bases,
    squares,
    triples,
    with_squares,
)
from search.certificates.reading import Polynomial
from search.certificates.refutation import Refutation, refutation
from search.certificates.squares import missing_squares

LINEAR, PRODUCTS, SQUARES, DEEP = range(4)
"""How far a proof is looked for: sums of facts; of products of two; of squares; of all known."""


@dataclass(frozen=True)
class _Material:
    """What is known, and what is to be refuted among it.

    Attributes:
        given: inequalities, the negated claim first if there is one, and those freed of inverses.
        equations: with those freed of inverses.
        atoms: generators that occur.
        top: the highest degree that occurs.
    """

    context: Context
    given: list[Inequality]
    equations: list[Equation]
    atoms: list[Polynomial]
    top: int


def refuted(
    context: Context,
    level: int,
    negated: Sequence[Inequality] = (),
    extra: Sequence[Equation] = (),
) -> Refutation | None:
    """A refutation of the context, of what is `negated` and of `extra` equations.

    Raises FalseClaimError at the level DEEP if the claim is seen to be false.
    """
    material = _material(context, level, negated, extra)
    if level == DEEP:
        return _deep(material, bool(negated))
    given, top = material.given, max(material.top, min(level, 1) + 1)
    if level == SQUARES:
        top += top % 2
    found = list(given)
    if level >= PRODUCTS:
        found += islice(pairs(given[:14], top), MAX_PRODUCTS)
    if level == SQUARES:
        guesses = bases(context.space, material.atoms[:6])
        found += squares(guesses, context.writer, top)
    spread = multiples(
        material.equations, context.space, material.atoms, top if level > LINEAR else 0
    )
    return refutation(context.space, found, spread, context.seconds)


def _material(
    context: Context, level: int, negated: Sequence[Inequality], extra: Sequence[Equation]
) -> _Material:
    equations = [*context.equations, *extra]
    given = [*negated, *context.inequalities]
    given += [nonzero_square(d.poly, d.nonzero) for d in context.distincts]
    if context.denominators:
        clearing = context.clearing
        equal = [clearing.equation(e) for e in equations]
        above = [i for i in map(clearing.inequality, given) if i is not None]
        if level == LINEAR:
            equal += [e for e in equations if e not in equal]
            equal += [d.equation for d in context.denominators]
            above += [i for i in given if i not in above]
        equations, given = equal, [i for i in above if not i.poly.is_ground]
    polys = [*(i.poly for i in given), *(e.poly for e in equations)]
    atoms = [context.space.generator(atom) for atom in context.space.atoms]
    present = [a for a in atoms if any(occurs(a, poly) for poly in polys)]
    return _Material(context, given, equations, present, max(map(degree, polys), default=1))


def _deep(material: _Material, has_claim: bool) -> Refutation | None:
    """With squares around points where the claim is tight, and those that a program asks for."""
    context, given = material.context, material.given
    space, atoms = context.space, material.atoms
    top = max(material.top, 4)
    points = list(_points(material)) if has_claim else []
    centred = [[a - p for a, p in zip(space.ring.gens, point, strict=True)] for point in points[:2]]
    guesses = [
        *chain.from_iterable(_around(list(zero)) for zero in centred),
        *bases(space, atoms[:6]),
        *quadratic_bases(atoms[:4]),
    ]
    found = list(given)
    found += islice(pairs(given[:14], top), MAX_PRODUCTS)
    found += squares(guesses, context.writer, top)
    found += islice(triples(given[:6], top), MAX_PRODUCTS)
    differences = [x - y for x, y in combinations(atoms[:4], 2)]
    found += with_squares(given[:6], [*differences, *atoms[:4]], context.writer, top)
    spread = multiples(material.equations, space, atoms, top)
    answer = refutation(space, found, spread, context.seconds)
    if answer is not None or context.late:
        return answer
    small = [i for i in given if degree(i.poly) <= 2][:6]
    known = [i.poly**2 for i in small]
    small += islice((p for p in pairs(small, 2) if p.poly not in known), 8)
    for origin in [*centred[:1], atoms]:
        basis = list(monomials(origin[:5], space.ring.one, top // 2))
        roots = missing_squares(
            space, context.writer, found, spread, small, basis, top, context.seconds / 2
        )
        if roots is not None:
            return refutation(space, [*found, *roots], spread, context.seconds)
        if context.late:
            break
    return None


def _points(material: _Material) -> Iterator[list[Polynomial]]:
    """Where all facts hold and the claim is tight, as far as that can be seen."""
    claim, *facts = material.given
    if material.context.distincts or material.context.denominators:
        return
    polys = [i.poly for i in facts]
    yield from tight_points(
        material.context.space, -claim.poly, [e.poly for e in material.equations], polys
    )


def _around(zero: Sequence[Polynomial]) -> Iterator[Polynomial]:
    """Polynomials that are 0 where all of `zero` are."""
    yield from zero
    for x, y in combinations(zero, 2):
        yield from (x - y, x + y, x - 2 * y, 2 * x - y)
    for x, y in combinations(zero, 2):
        yield x * y
