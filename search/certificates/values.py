"""Numbers that equations determine: variables put into the goal, floors computed; nothing else."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator

from search.certificates.cofactors import cofactors
from search.certificates.context import Context
from search.certificates.elimination import reduced
from search.certificates.levels import PRODUCTS
from search.certificates.proving import Claim, proof
from search.certificates.reading import Polynomial, UnreadableError, numeral
from search.symbolic.terms import Term

Weighted = tuple[str, float]
_ROUNDINGS: dict[str, tuple[tuple[str, str], str, Callable[[float], int]]] = {
    "floor": (("≤", "<"), "Int.floor_eq_iff.2", math.floor),
    "ceil": (("<", "≤"), "Int.ceil_eq_iff.2", math.ceil),
}
_FUNCTIONS: dict[str, Callable[..., float]] = {
    **{"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv},
    **{"neg": operator.neg, "abs": abs, "sqrt": math.sqrt, "^": math.pow},
}
_ARITHMETIC = {"+", "-", "*", "/", "^", "neg", "=", "<", "≤", "≥", ">", "≠", "∧", "∨", "¬", "inv"}


def value_steps(context: Context) -> Iterator[Weighted]:
    """Tactics that put the value of a variable or of a floor in its place."""
    yield from _variables(context)
    yield from _floors(context)
    yield from _roots(context)


def _variables(context: Context) -> Iterator[Weighted]:
    """Variables with one possible value that occur where arithmetic does not reach."""
    conclusion = context.shape.conclusion
    hidden = {
        name
        for part in conclusion.walk()
        if part.head not in _ARITHMETIC and part.args
        for name in part.names
    }
    for atom in context.space.atoms:
        if atom.args or atom.head not in hidden:
            continue
        value = determined(context, context.space.generator(atom))
        if value is None:
            continue
        target = context.space.generator(atom) - value
        found = cofactors(context.space, target, context.equations, 0, context.seconds)
        if found:
            name = context.fresh("hval")
            text = context.writer.sum((by, e.proof) for by, e in found)
            number = context.writer.polynomial(context.space.ring(value))
            lines = [
                f"have {name} : {atom.head} = {number} := by linear_combination {text}",
                f"subst {name}",
            ]
            yield "\n".join(context.with_prelude(lines)), 0.0


def _floors(context: Context) -> Iterator[Weighted]:
    """`⌊x⌋` and `⌈x⌉` for every x that is a number, or that equations determine."""
    parts = [p for t in context.shape.terms for p in t.walk() if p.head in _ROUNDINGS and p.args]
    lines: list[str] = []
    names: list[str] = []
    for part in dict.fromkeys(parts):
        name = f"{context.fresh('hround')}{len(names) or ''}"
        line = _rounded(context, part, name)
        if line is not None:
            lines.append(line)
            names.append(name)
    if lines:
        lines.append(f"simp only [{', '.join(names)}] at *")
        yield "\n".join(context.with_prelude(lines)), 0.0


def _rounded(context: Context, part: Term, name: str) -> str | None:
    try:
        inner = context.space.read(part.args[0])
    except UnreadableError:
        return None
    value = determined(context, inner)
    near = estimate(part.args[0]) if value is None else value.numerator / value.denominator
    if near is None:
        return None
    ring = context.space.ring
    signs, lemma, function = _ROUNDINGS[part.head]
    whole = function(near)
    low, high = (whole, whole + 1) if part.head == "floor" else (whole - 1, whole)
    below = proof(context, Claim(signs[0], ring(low), inner), PRODUCTS)
    above = proof(context, Claim(signs[1], inner, ring(high)), PRODUCTS)
    if not below or not above:
        return None
    bounds = ", ".join(f"by push_cast; ({'; '.join(lines)})" for lines in (below, above))
    text = part.written
    if inner.is_ground:  # numerals alone would be natural numbers
        text = f"{text[0]}({text[1:-1]} : {context.kind.name}){text[-1]}"
    return f"have {name} : {text} = {whole} := {lemma} ⟨{bounds}⟩"


def _roots(context: Context) -> Iterator[Weighted]:
    """Roots of squares of rational numbers, as far as they are not known to be numbers."""
    for atom in context.space.atoms:
        if atom.head != "sqrt" or not context.kind.is_ordered:
            continue
        value = determined(context, context.space.read(atom.args[0]))
        if value is None or value < 0:
            continue
        above, below = math.isqrt(int(value.numerator)), math.isqrt(int(value.denominator))
        root = context.space.ring.domain(above, below)
        generator = context.space.generator(atom)
        if root**2 != value or determined(context, generator) is not None:
            continue
        lines = proof(context, Claim("=", generator, context.space.ring(root)), PRODUCTS)
        if lines:
            name = context.fresh("hroot")
            number = context.writer.polynomial(context.space.ring(root))
            text = f"have {name} : {atom.written} = {number} := by"
            body = [text, *(f"  {line}" for line in lines)]
            yield "\n".join(context.with_prelude(body)), 0.3


def estimate(term: Term) -> float | None:
    """The value of a term without variables, about."""
    number = numeral(term)
    if number is not None:
        return float(number)
    values = [estimate(arg) for arg in term.args]
    known = [value for value in values if value is not None]
    if not values or len(known) < len(values) or term.head not in _FUNCTIONS:
        return None
    try:
        return float(_FUNCTIONS[term.head](*known))
    except (ArithmeticError, ValueError, TypeError):
        return None


def determined(context: Context, poly: Polynomial) -> Polynomial | None:
    """The rational number that the context's linear equations say a polynomial is."""
    if poly.is_ground:
        return poly.LC if poly else poly.ring.domain.zero
    left = reduced([e.poly for e in context.equations], poly)
    return left.LC if left.is_ground and left else None
