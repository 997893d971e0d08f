"""Cases that let a certificate go on: factors of a product that is 0, and signs, and nothing else.

An equation is factored as it stands and after the variables that other equations give linearly
are eliminated from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from search.certificates.cofactors import cofactors
from search.certificates.context import Context
from search.certificates.elimination import MAX_DEGREE, eliminated
from search.certificates.integral import integral
from search.certificates.products import degree
from search.certificates.reading import Polynomial
from search.symbolic.printing import argument, bare

Weighted = tuple[str, float]
MAX_FACTORED = 4


def split_steps(context: Context) -> Iterator[Weighted]:
    """Case distinctions, each with its log-weight."""
    yield from _factors(context)
    yield from _signs(context)


def _factors(context: Context) -> Iterator[Weighted]:
    """`p = 0 ∨ q = 0` where an equation says that p * q = 0."""
    clearing = context.clearing
    plain = [clearing.equation(e) for e in context.equations]
    seen: set[Polynomial] = set()
    polys = [e.poly for e in plain]
    polys += eliminated(polys)
    polys += _differences(polys)
    for poly in polys:
        split = factored(poly)
        if split is None or split[0] * split[1] in seen or len(seen) >= MAX_FACTORED:
            continue
        first, rest = split
        seen.add(first * rest)
        found = cofactors(context.space, first * rest, plain, 2, min(0.5, context.seconds))
        if found is None or integral(context.kind, found) != found:
            continue
        name = context.fresh("hprod")
        write = context.writer
        text = write.sum((by, e.proof) for by, e in found)
        lines = [
            f"have {name} : {write.factor(first)} * {write.factor(rest)} = 0 := by",
            f"  linear_combination {text}",
            f"rcases mul_eq_zero.1 {name} with {name} | {name}",
        ]
        yield "\n".join(context.with_prelude(lines)), -0.5


def _differences(polys: Sequence[Polynomial]) -> list[Polynomial]:
    """Differences of equations in which the greatest monomials cancel."""
    monic = [p.monic() for p in polys if degree(p) > 1][:8]
    pairs = combinations(monic, 2)
    found = [p - q for p, q in pairs if degree(p) == degree(q) and _alike(p, q)]
    return [p for p in found if p]


def _alike(left: Polynomial, right: Polynomial) -> bool:
    """Whether two polynomials are one in different variables."""
    return sorted(left.values()) == sorted(right.values())


def factored(poly: Polynomial) -> tuple[Polynomial, Polynomial] | None:
    """(p, q), neither constant, with p * q a multiple of the polynomial; p a simple factor."""
    if degree(poly) > MAX_DEGREE or degree(poly) < 2:
        return None
    _, factors = poly.factor_list()
    if sum(power for _, power in factors) < 2:
        return None
    (first, power), *others = sorted(factors, key=lambda item: (degree(item[0]), str(item[0])))
    rest = first ** (power - 1)
    for factor, power in others:
        rest *= factor**power
    return _whole(first), _whole(rest)


def _whole(poly: Polynomial) -> Polynomial:
    """The polynomial times a number, with integers without common divisor."""
    return poly.clear_denoms()[1].primitive()[1]


def _signs(context: Context) -> Iterator[Weighted]:
    """The two cases of an absolute value or of a root whose argument has no known sign."""
    known = [e.poly for e in context.equations]
    for atom in context.space.atoms:
        if len(atom.args) != 1 or (atom.head != "inv" and not context.kind.is_ordered):
            continue
        value, text = context.space.generator(atom), argument(atom.args[0].written)
        if atom.head == "abs" and not any(_is_value(p, value) for p in known):
            h, v = context.fresh("hsign"), context.fresh("habs")
            yield f"rcases abs_cases {text} with ⟨{v}, {h}⟩ | ⟨{v}, {h}⟩", -1.0
        inside = {part for part in atom.args[0].walk() if part is not atom.args[0]}
        if atom not in context.unsettled or any(u.args[0] in inside for u in context.unsettled):
            continue
        if atom.head == "inv":
            h = context.fresh("hzero")
            yield f"by_cases {h} : {bare(text)} = 0", -1.0
        else:
            h = context.fresh("hsign")
            yield f"rcases le_total {context.writer.zero()} {text} with {h} | {h}", -1.5


def _is_value(poly: Polynomial, value: Polynomial) -> bool:
    """Whether an equation says what `value` is."""
    [exponents] = value
    index = exponents.index(1)
    return degree(poly) == 1 and any(other[index] for other in poly)
