"""Products of two linear factors hidden in an equation, and nothing else.

`a * u * v + b * u + c * v + d = 0` says `(a * u + c) * (a * v + b) = b * c - a * d`, so that one
factor divides a number and is bounded by it. Here u and v are powers of two variables.
"""

from __future__ import annotations

from collections.abc import Iterator

from search.symbolic.arithmetic import is_integer
from search.symbolic.expansion import expansion
from search.symbolic.polynomials import Monomial, polynomial
from search.symbolic.shapes import Hypothesis, Shape

Weighted = tuple[str, float]


def factoring_steps(shape: Shape) -> Iterator[Weighted]:
    """For each such equation over ℤ: the divisibility and the bound of either factor."""
    if any(h.name.startswith("hfac") for h in shape.facts):
        return
    for fact in shape.facts:
        yield from _factored(fact, shape)


def _factored(fact: Hypothesis, shape: Shape) -> Iterator[Weighted]:
    integers = frozenset(shape.integers)
    if fact.term.head != "=" or not is_integer(fact.term, integers):
        return
    left, right = (polynomial(a, lambda t: not is_integer(t, integers)) for a in fact.term.args)
    if left is None or right is None:
        return
    terms = dict((left - right).terms)
    mixed = [m for m in terms if len(m) == 2]
    if len(mixed) != 1 or len((left - right).names) != 2:
        return
    u, v = ((part,) for part in mixed[0])
    if not terms.keys() <= {mixed[0], u, v, ()}:
        return
    a, b, c, d = (terms.get(m, 0) for m in (mixed[0], u, v, ()))
    if a < 0:
        a, b, c, d = -a, -b, -c, -d
    number = b * c - a * d
    if number <= 0:
        return
    first, second = _linear(a, _text(u), c), _linear(a, _text(v), b)
    for one, other, weight in ((first, second, -0.4), (second, first, -0.6)):
        multiple = "\n".join("  " + line for line in expansion(f"{fact.name} ⊢", True))
        yield (
            f"have hfac : {one} ∣ {number} := by\n"
            f"  refine ⟨{other}, ?_⟩\n"
            f"{multiple}\n"
            "  omega\n"
            "have hfacl := Int.le_of_dvd (by decide) hfac",
            weight,
        )


def _text(monomial: Monomial) -> str:
    [(name, exponent)] = monomial
    return f"{name} ^ {exponent}" if exponent > 1 else name


def _linear(factor: int, text: str, constant: int) -> str:
    product = text if factor == 1 else f"{factor} * {text}"
    sign = "-" if constant < 0 else "+"
    return f"({product} {sign} {abs(constant)})"
