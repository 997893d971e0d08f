"""Bounds for a variable that a polynomial equation or inequality ties down, and nothing else.

A polynomial in `x` whose coefficients have one sign when written in `k = x - B` vanishes for no
`x ≥ B`: after that substitution the fact is refuted by linear arithmetic on the powers of `k`.
"""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.arithmetic import is_integer
from search.symbolic.bounds import ranges
from search.symbolic.expansion import expansion
from search.symbolic.polynomials import polynomial, shifted
from search.symbolic.shapes import Hypothesis, Shape

Weighted = tuple[str, float]
LARGEST = 5_000


def root_steps(shape: Shape) -> Iterator[Weighted]:
    """For each variable that a nonlinear fact is about alone: its bounds as new facts."""
    for fact in shape.facts:
        lines = list(_bounds(fact, shape))
        if lines:
            yield "\n".join(lines), 0.2


def _bounds(fact: Hypothesis, shape: Shape) -> Iterator[str]:
    if fact.term.head not in ("=", "<", "≤", ">", "≥"):
        return
    integers = frozenset(shape.integers)
    sides = [polynomial(a, lambda t: not is_integer(t, integers)) for a in fact.term.args]
    left, right = sides
    if left is None or right is None:
        return
    difference = left - right
    if difference.degree < 2 or len(difference.names) != 1:
        return
    [name] = difference.names
    if name in ranges(shape):
        return
    coefficients = difference.coefficients(name)
    if name in shape.naturals:
        high = _beyond(coefficients, fact.term.head)
        if high is not None:
            integral = is_integer(fact.term, integers)
            yield from _upper(name, high, len(coefficients), fact, shape, integral)
    elif name in shape.integers:
        high = _beyond(coefficients, fact.term.head)
        mirrored = [c * (-1) ** e for e, c in enumerate(coefficients)]
        low = _beyond(mirrored, fact.term.head)
        if high is not None and low is not None:
            yield from _upper(name, high, len(coefficients), fact, shape, True)
            yield from _lower(name, low, len(coefficients), fact, shape)


def _beyond(coefficients: list[int], relation: str) -> int | None:
    """The least B such that the fact visibly fails at all `x ≥ B`; None if there is none."""

    def fails(at: int) -> bool:
        moved = shifted(coefficients, at)
        above = all(c >= 0 for c in moved)
        below = all(c <= 0 for c in moved)
        match relation:
            case "=":
                return moved[0] != 0 and (above or below)
            case "<":
                return above
            case "≤":
                return above and moved[0] > 0
            case ">":
                return below
            case _:
                return below and moved[0] < 0

    step = 1
    while not fails(step):
        step *= 2
        if step > LARGEST:
            return None
    low, high = step // 2, step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fails(middle) else (middle, high)
    return high


def _upper(
    name: str, high: int, size: int, fact: Hypothesis, shape: Shape, integral: bool
) -> Iterator[str]:
    k, bound = shape.fresh("k"), shape.fresh(f"hu_{name}")
    natural = name in shape.naturals
    yield f"have {bound} : {name} < {high} := by"
    yield "  refine Classical.byContradiction fun hc => ?_"
    if natural:
        yield f"  obtain ⟨{k}, rfl⟩ : ∃ k : ℕ, {name} = k + {high} := ⟨{name} - {high}, by omega⟩"
    else:
        yield (
            f"  obtain ⟨{k}, rfl⟩ : ∃ k : ℕ, {name} = (k : ℤ) + {high} := "
            f"⟨({name} - {high}).toNat, by omega⟩"
        )
    yield from _refutation(k, size, fact, integral)


def _lower(name: str, low: int, size: int, fact: Hypothesis, shape: Shape) -> Iterator[str]:
    k, bound = shape.fresh("k"), shape.fresh(f"hl_{name}")
    yield f"have {bound} : -{low} < {name} := by"
    yield "  refine Classical.byContradiction fun hc => ?_"
    yield (
        f"  obtain ⟨{k}, rfl⟩ : ∃ k : ℕ, {name} = -((k : ℤ) + {low}) := "
        f"⟨(-{name} - {low}).toNat, by omega⟩"
    )
    yield from _refutation(k, size, fact, True)


def _refutation(k: str, size: int, fact: Hypothesis, integral: bool) -> Iterator[str]:
    yield from ("  " + line for line in expansion(fact.name, integral))
    if integral:
        yield f"  have h1 : 0 ≤ ({k} : ℤ) := Int.natCast_nonneg {k}"
        power = f"({k} : ℤ)"
        for exponent in range(2, size):
            power += f" * {k}"
            yield f"  have h{exponent} : 0 ≤ {power} := Int.mul_nonneg h{exponent - 1} h1"
    yield "  omega"
