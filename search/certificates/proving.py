"""Relations proved from a context by certificates, as lines of Lean, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations_with_replacement, islice

from search.certificates.cofactors import Cofactors, cofactors
from search.certificates.context import Context
from search.certificates.extremal import FalseClaimError
from search.certificates.facts import Equation, Inequality
from search.certificates.integral import integral
from search.certificates.levels import DEEP, PRODUCTS, SQUARES, refuted
from search.certificates.products import nonzero_square
from search.certificates.reading import Polynomial
from search.certificates.refutation import Refutation
from search.symbolic.printing import argument

NEGATED = "hneg"


@dataclass(frozen=True)
class Claim:
    """`left` and `right` stand in the relation `head`: one of `=`, `≠`, `<`, `≤`."""

    head: str
    left: Polynomial
    right: Polynomial


def proof(context: Context, claim: Claim, effort: int = DEEP) -> list[str] | None:
    """Lines of tactics that prove the claim, without the context's prelude; None if none is found.

    Deterministic as long as no time limit strikes.
    """
    try:
        return None if context.late else _proof(context, claim, effort)
    except FalseClaimError:
        return None


def _proof(context: Context, claim: Claim, effort: int) -> list[str] | None:
    match claim.head:
        case "=":
            return _equality(context, claim, effort)
        case "≠":
            name = context.fresh("heq")
            equation = Equation(claim.left - claim.right, name)
            lines = contradiction(context, effort, [equation])
            return [f"intro {name}", *lines] if lines else None
        case "<" | "≤":
            return _inequality(context, claim, effort) if context.kind.is_ordered else None
    return None


def contradiction(
    context: Context, effort: int = DEEP, extra: Sequence[Equation] = ()
) -> list[str] | None:
    """Lines of tactics that prove False from what the context says."""
    equations = [*context.equations, *extra]
    if equations:
        for distinct in context.distincts:
            found = _cofactors(context, distinct.poly, equations, min(effort, 1))
            if found is not None:
                return [f"exact {distinct.proof} (by {_combined(context, found)})"]
        one = _cofactors(context, context.space.ring.one, equations, min(effort, 1))
        if one is not None and (one := integral(context.kind, one)) is not None:
            text = context.writer.sum((by, e.proof) for by, e in one)
            zero, unit = context.writer.zero(), context.writer.zero(1)
            return [f"exact one_ne_zero (by linear_combination {text} : {unit} = {zero})"]
    if not context.kind.is_ordered:
        return None
    for level in range(effort + 1):
        found_refutation = refuted(context, level, [], extra)
        if found_refutation is not None:
            return _contradicted(context, found_refutation)
        if context.late:
            break
    return None


def _equality(context: Context, claim: Claim, effort: int) -> list[str] | None:
    goal = claim.left - claim.right
    found = _cofactors(context, goal, context.equations, min(effort, 2))
    if found is not None and integral(context.kind, found) == found:
        return [_combined(context, found)]
    if effort >= PRODUCTS:
        for factor, text, proved in _nonzero(context):
            if context.late:
                return None
            found = _cofactors(context, goal * factor, context.equations, 1)
            if found is not None and integral(context.kind, found) == found:
                name, write = context.fresh("hprod"), context.writer.factor
                return [
                    f"have {name} : {text} * {write(goal)} = 0 := by {_combined(context, found)}",
                    f"linear_combination (mul_eq_zero.1 {name}).resolve_left {proved}",
                ]
        found = _cofactors(context, goal**2, context.equations, 2)
        if found is not None and integral(context.kind, found) == found:
            name, text = context.fresh("hsquare"), context.writer.factor(goal)
            return [
                f"have {name} : {text} * {text} = 0 := by {_combined(context, found)}",
                f"linear_combination mul_self_eq_zero.1 {name}",
            ]
    if not context.kind.is_ordered:
        return None
    return _two_sided(context, claim, effort) or _by_square(context, goal, effort)


def _nonzero(context: Context) -> Iterator[tuple[Polynomial, str, str]]:
    """Polynomials that are not 0, each with its text and a proof of `text ≠ 0`."""
    one = [
        (d.poly, argument(d.subject.written), argument(d.nonzero)) for d in context.distincts
    ] + [
        (i.poly, argument(i.subject.written), f"(ne_of_gt {argument(i.sign)})")
        for i in context.inequalities
        if i.strict and i.subject is not None
    ]
    yield from one
    for (p, text, first), (q, other, second) in islice(combinations_with_replacement(one, 2), 10):
        yield p * q, f"({text} * {other})", f"(mul_ne_zero {first} {second})"


def _two_sided(context: Context, claim: Claim, effort: int) -> list[str] | None:
    halves = []
    for left, right in ((claim.left, claim.right), (claim.right, claim.left)):
        lines = _inequality(context, Claim("≤", left, right), min(effort, SQUARES))
        if lines is None:
            return None
        halves += ["· " + lines[0], *("  " + line for line in lines[1:])]
    return ["apply le_antisymm", *halves]


def _by_square(context: Context, goal: Polynomial, effort: int) -> list[str] | None:
    """If the goal is not 0 its square is positive."""
    name = context.fresh(NEGATED)
    negated = nonzero_square(goal, f"sub_ne_zero.2 {name}")
    for level in range(min(effort, SQUARES) + 1):
        found = refuted(context, level, [negated])
        if found is not None:
            opening = f"refine Classical.byContradiction fun {name} => ?_"
            return [opening, *_contradicted(context, found)]
        if context.late:
            break
    return None


def _inequality(context: Context, claim: Claim, effort: int) -> list[str] | None:
    name = context.fresh(NEGATED)
    strict = claim.head == "<"
    gap = claim.left - claim.right
    if context.kind.is_field or strict:
        sign = f"{'sub_nonneg.2' if strict else 'sub_pos.2'} {name}"
        negated = Inequality(gap, not strict, name, sign)
    else:
        stronger = f"Int.add_one_le_of_lt {name}"
        negated = Inequality(gap - 1, False, stronger, f"sub_nonneg.2 ({stronger})")
    for level in range(effort + 1):
        found = refuted(context, level, [negated])
        if found is not None:
            direct = _direct(context, found, negated)
            lemma = "not_le.1" if strict else "not_lt.1"
            return direct or [f"refine {lemma} fun {name} => ?_", *_contradicted(context, found)]
        if context.late:
            break
    return None


def _direct(context: Context, found: Refutation, negated: Inequality) -> list[str] | None:
    """One `linear_combination`, if the negated claim is used once and as it is."""
    scale = next((c for c, i in found.inequalities if i is negated), None)
    others = [(c, i) for c, i in found.inequalities if i is not negated]
    if scale is None or any(negated.proof in i.proof for _, i in others):
        return None
    ring = context.space.ring
    summands = [(ring(c / scale), i.proof) for c, i in others]
    summands += [(-c / scale, e.proof) for c, e in found.equations]
    if integral(context.kind, summands) != summands:
        return None
    return [f"linear_combination {context.writer.sum(summands)}".strip()]


def _contradicted(context: Context, found: Refutation) -> list[str]:
    ring = context.space.ring
    summands = [(ring(c), i.proof) for c, i in found.inequalities]
    summands += [(-c, e.proof) for c, e in found.equations]
    text = context.writer.sum(integral(context.kind, summands, scaled=True) or summands)
    zero = context.writer.zero()
    return [f"exact lt_irrefl {zero} (by linear_combination {text})"]


def _combined(context: Context, found: Cofactors) -> str:
    text = context.writer.sum((by, e.proof) for by, e in found)
    return f"linear_combination {text}" if text else "ring"


def _cofactors(
    context: Context, target: Polynomial, equations: Sequence[Equation], top: int
) -> Cofactors | None:
    """Cofactors for the target, the denominators cleared where there are any."""
    plain = cofactors(context.space, target, equations, 0 if context.denominators else top)
    if plain is not None or not context.denominators:
        return plain
    clearing = context.clearing
    cleared, by, parts = clearing.goal(target)
    found = cofactors(context.space, cleared, [clearing.equation(e) for e in equations], top)
    if found is None:
        return None
    merged: dict[Equation, Polynomial] = {}
    for cofactor, equation in chain(((c * by, e) for c, e in found), parts):
        merged[equation] = merged.get(equation, context.space.ring.zero) + cofactor
    return [(c, e) for e, c in merged.items() if c]
