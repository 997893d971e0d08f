"""Numbers that equations determine: variables put into the goal, floors computed; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from search.certificates.cofactors import cofactors
from search.certificates.context import Context
from search.certificates.elimination import reduced
from search.certificates.levels import PRODUCTS
from search.certificates.proving import Claim, proof
from search.certificates.reading import Polynomial, UnreadableError
from search.symbolic.printing import bare
from search.symbolic.terms import Term

Weighted = tuple[str, float]
_ARITHMETIC = {"+", "-", "*", "/", "^", "neg", "=", "<", "≤", "≥", ">", "≠", "∧", "∨", "¬", "inv"}


def value_steps(context: Context) -> Iterator[Weighted]:
    """Tactics that put the value of a variable or of a floor in its place."""
    yield from _variables(context)
    yield from _floors(context)


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
    """`⌊x⌋` for every x that equations determine."""
    parts = [p for t in context.shape.terms for p in t.walk() if p.head == "floor" and p.args]
    lines: list[str] = []
    names: list[str] = []
    for part in dict.fromkeys(parts):
        name = f"{context.fresh('hfloor')}{len(names) or ''}"
        line = _floor(context, part, name)
        if line is not None:
            lines.append(line)
            names.append(name)
    if lines:
        lines.append(f"simp only [{', '.join(names)}] at *")
        yield "\n".join(context.with_prelude(lines)), 0.0


def _floor(context: Context, part: Term, name: str) -> str | None:
    try:
        inner = context.space.read(part.args[0])
    except UnreadableError:
        return None
    value = determined(context, inner)
    if value is None:
        return None
    whole = floor(Fraction(int(value.numerator), int(value.denominator)))
    ring = context.space.ring
    below = proof(context, Claim("≤", ring(whole), inner), PRODUCTS)
    above = proof(context, Claim("<", inner, ring(whole + 1)), PRODUCTS)
    if not below or not above or len(below) > 1 or len(above) > 1:
        return None
    bounds = f"⟨by push_cast; {below[0]}, by push_cast; {above[0]}⟩"
    text = f"⌊{bare(part.args[0].written)}⌋"
    return f"have {name} : {text} = {whole} := Int.floor_eq_iff.2 {bounds}"


def determined(context: Context, poly: Polynomial) -> Polynomial | None:
    """The rational number that the context's linear equations say a polynomial is."""
    if poly.is_ground:
        return poly.LC if poly else poly.ring.domain.zero
    left = reduced([e.poly for e in context.equations], poly)
    return left.LC if left.is_ground and left else None
