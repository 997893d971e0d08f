"""True statements about values that can be computed, as competitions ask for them; nothing else."""

from __future__ import annotations

import math
from fractions import Fraction

from training.conjectures.draw import Draw, Family, Stated, linear


def _arithmetic(draw: Draw) -> Stated:
    """Remainders, divisors, sums and products of numbers that are given."""
    a, b, c = (draw.number(11, 120) for _ in range(3))
    m, k = draw.number(3, 13), draw.number(4, 40)
    base, top = draw.number(2, 12), draw.number(4, 12)
    goal = draw.one(
        [
            f"({a} * {b} + {c}) % {m} = {(a * b + c) % m}",
            f"{base} ^ {k} % {m} = {base**k % m}",
            f"({base} ^ {top} + {a} ^ 2) % {m} = {(base**top + a * a) % m}",
            f"{a} * {b} * {c} % {m} = {a * b * c % m}",
            f"(∑ d ∈ Finset.range {top}, ({a} + d)) % {m} = {sum(a + d for d in range(top)) % m}",
            f"Nat.gcd {a * base} {b * base} = {math.gcd(a * base, b * base)}",
            f"Nat.lcm {a} {k} = {math.lcm(a, k)}",
            f"∑ d ∈ Finset.Icc 1 {top}, d ^ 2 = {sum(d * d for d in range(1, top + 1))}",
            f"(Nat.divisors {k}).card = {len([d for d in range(1, k + 1) if k % d == 0])}",
            f"∏ d ∈ Finset.Icc 1 {base // 2 + 1}, (d + 1) = {math.factorial(base // 2 + 2)}",
        ]
    )
    return Stated(goal)


def _fractions(draw: Draw) -> Stated:
    """Sums, products and powers of fractions."""
    kind = draw.one("ℚℝ")
    a, b, c, d = draw.number(1, 9), draw.number(2, 9), draw.number(1, 9), draw.number(2, 9)
    left, right = Fraction(a, b), Fraction(c, d)
    text, value = draw.one(
        [
            (f"({a} : {kind}) / {b} + {c} / {d}", left + right),
            (f"({a} : {kind}) / {b} * ({c} / {d})", left * right),
            (f"({a} : {kind}) / {b} / ({c} / {d})", left / right),
            (f"(({a} : {kind}) / {b}) ^ 2 + {c}", left**2 + c),
            (f"{a} * (({c} : {kind}) / {d} + {b})", a * (right + b)),
        ]
    )
    return Stated(f"{text} = {value}")


def _function(draw: Draw) -> Stated:
    """Values of a function that a hypothesis describes."""
    kind = draw.one("ℤℝℝ")
    a, b, c = draw.number(1, 9), draw.number(1, 9), draw.number(0, 9)
    u, v = draw.number(0, 9), draw.number(0, 9)

    def square(x: int) -> int:
        return a * x * x + b * x + c

    binder, fact, goal = draw.one(
        [
            ("(f : K → K)", f"∀ x, f x = {linear([(a, 'x')], b)}", f"f {u} = {a * u + b}"),
            (
                "(f : K → K)",
                f"∀ x, f x = {linear([(a, 'x ^ 2'), (b, 'x')], c)}",
                f"f {u} = {square(u)}",
            ),
            (
                "(f : K → K)",
                f"∀ x, f x = {linear([(a, 'x')], b)}",
                f"f (f {u}) = {a * (a * u + b) + b}",
            ),
            (
                "(f : K → K → K)",
                f"∀ x y, f x y = {linear([(a, 'x'), (b, 'y')], c)}",
                f"f {u} {v} = {a * u + b * v + c}",
            ),
            (
                "(f : K → K → K)",
                f"∀ x y, f x y = x * y + {linear([(a, 'x')], b)}",
                f"f {u} {v} = {u * v + a * u + b}",
            ),
            (
                "(f : K → K)",
                f"∀ x, f x = {linear([(a, 'x ^ 2')], c)}",
                f"f {u} - f {v} = {a * (u * u - v * v)}",
            ),
        ]
    )
    return Stated(goal, (binder.replace("K", kind),), (fact,))


def _substituted(draw: Draw) -> Stated:
    """An expression in numbers of which each is given, over ordered fields and integers."""
    kind = draw.one("ℤℚℝℝ")
    x, y, z = draw.variables(3)
    u, v, w = (draw.number(-9, 9) for _ in range(3))
    text, value = draw.one(
        [
            (f"{x} * {y} - {z}", u * v - w),
            (f"{x} ^ 2 + {y} ^ 2 + {z} ^ 2", u * u + v * v + w * w),
            (f"({x} - {y}) * ({y} - {z})", (u - v) * (v - w)),
            (f"{x} ^ 3 - {y} * {z}", u**3 - v * w),
            (f"({x} + {y} + {z}) ^ 2", (u + v + w) ** 2),
        ]
    )
    facts = (f"{x} = {u}", f"{y} = {v}", f"{z} = {w}")
    return Stated(f"{text} = {value}", (f"({x} {y} {z} : {kind})",), facts)


def _members(draw: Draw) -> Stated:
    """How many numbers a finite set has that a hypothesis describes, and what is their sum."""
    x = draw.variable()
    low, top, m, r = draw.number(1, 9), draw.number(12, 40), draw.number(2, 6), draw.number(0, 1)
    text, found = draw.one(
        [
            (f"{low} ≤ {x} ∧ {x} < {top}", range(low, top)),
            (
                f"{low} < {x} ∧ {x} < {top} ∧ {x} % {m} = {r}",
                [n for n in range(low + 1, top) if n % m == r],
            ),
            (f"0 < {x} ∧ {x} ^ 2 < {top}", range(1, math.isqrt(top - 1) + 1)),
            (f"0 < {x} ∧ {x} ∣ {top}", [n for n in range(1, top + 1) if top % n == 0]),
        ]
    )
    goal = draw.one([f"S.card = {len(found)}", f"∑ n ∈ S, n = {sum(found)}"])
    return Stated(goal, ("(S : Finset ℕ)",), (f"∀ {x} : ℕ, {x} ∈ S ↔ {text}",))


FAMILIES = (
    Family("evaluation.arithmetic", _arithmetic),
    Family("evaluation.fractions", _fractions),
    Family("evaluation.function", _function),
    Family("evaluation.substituted", _substituted),
    Family("evaluation.members", _members),
)
