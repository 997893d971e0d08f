"""True statements about solutions of equations and values of functions, and nothing else."""

from __future__ import annotations

import math

from training.conjectures.draw import Draw, Family, Stated, linear


def _system(draw: Draw) -> Stated:
    """Two linear equations and their solution."""
    kind = draw.one("ℕℤ")
    x, y = draw.variables(2)
    u, v = draw.number(0, 12), draw.number(0, 12)
    a, b, c, d = (draw.number(1, 6) for _ in range(4))
    if a * d == b * c:
        d += 1
    facts = (
        f"{linear([(a, x), (b, y)])} = {a * u + b * v}",
        f"{linear([(c, x), (d, y)])} = {c * u + d * v}",
    )
    goal = draw.one([f"{x} = {u} ∧ {y} = {v}", f"{x} + {y} = {u + v}", f"{x} * {y} = {u * v}"])
    return Stated(goal, (f"({x} {y} : {kind})",), facts)


def _power(draw: Draw) -> Stated:
    """The root of a perfect power, alone or beside another equation."""
    x, y = draw.variables(2)
    root, exponent, k = draw.number(2, 12), draw.number(2, 3), draw.number(1, 9)
    power = f"{x} ^ {exponent} = {root**exponent}"
    if draw.chance(0.5):
        return Stated(f"{x} = {root}", (f"({x} : ℕ)",), (power,))
    goal = draw.one([f"{y} = {k * root + 1}", f"{x} + {y} = {(k + 1) * root + 1}"])
    return Stated(goal, (f"({x} {y} : ℕ)",), (power, f"{y} = {k} * {x} + 1"))


def _factors(draw: Draw) -> Stated:
    """Two factors of a small number."""
    x, y = draw.variables(2)
    p, q = draw.some([2, 3, 5, 7, 11, 13], 2)
    p, q = min(p, q), max(p, q)
    goal = draw.one([f"{x} = {p} ∧ {y} = {q}", f"{x} + {y} = {p + q}", f"{y} - {x} = {q - p}"])
    return Stated(goal, (f"({x} {y} : ℕ)",), (f"{x} * {y} = {p * q}", f"1 < {x}", f"{x} < {y}"))


def _composed(draw: Draw) -> Stated:
    """Values of linear and quadratic functions put into one another."""
    kind = draw.one("ℕℤℝ")
    a, b, c, d = (draw.number(1, 7) for _ in range(4))
    at = draw.number(0, 6)

    def f(x: int) -> int:
        return a * x + b

    def g(x: int) -> int:
        return c * x * x + d

    facts = (
        f"∀ x, f x = {linear([(a, 'x')], b)}",
        f"∀ x, g x = {linear([(c, 'x ^ 2')], d)}",
    )
    goal = draw.one(
        [
            f"f (g {at}) = {f(g(at))}",
            f"g (f {at}) = {g(f(at))}",
            f"f (f {at}) + g {at} = {f(f(at)) + g(at)}",
            f"f {at} * g {at} = {f(at) * g(at)}",
            f"f {at} = {f(at)} ∧ g {at} = {g(at)}",
        ]
    )
    return Stated(goal, (f"(f g : {kind} → {kind})",), facts)


def _given(draw: Draw) -> Stated:
    """Values put into an expression, over any numbers."""
    kind = draw.one("ℕℤℚℝ")
    x, y = draw.variables(2)
    u, v, a, b = draw.number(1, 9), draw.number(1, 9), draw.number(1, 6), draw.number(1, 6)
    goal, facts = draw.one(
        [
            (f"{a} * {x} ^ 2 + {b} * {y} = {a * u * u + b * v}", (f"{x} = {u}", f"{y} = {v}")),
            (f"{x} * {y} = {u * (a * u + b)}", (f"{x} = {u}", f"{y} = {a} * {x} + {b}")),
            (f"{y} = {a * u + b} ∧ {x} ≤ {u + 1}", (f"{x} = {u}", f"{y} = {a} * {x} + {b}")),
            (f"({x} + {y}) ^ 2 = {(u + v) ** 2}", (f"{x} = {u}", f"{y} = {v}")),
        ]
    )
    return Stated(goal, (f"({x} {y} : {kind})",), facts)


def _digits(draw: Draw) -> Stated:
    """A number from its digits, its remainder and its size."""
    x = draw.variable()
    value = draw.number(11, 400)
    m, k = draw.number(3, 9), draw.number(5, 11)
    step = m * k
    low = (value // step) * step
    first = next(v for v in range(low, low + step) if v % m == value % m and v % k == value % k)
    facts = (f"{low} ≤ {x}", f"{x} < {low + step}", f"{x} % {m} = {value % m}")
    if m * k == math.lcm(m, k):
        return Stated(f"{x} = {first}", (f"({x} : ℕ)",), (*facts, f"{x} % {k} = {value % k}"))
    return Stated(f"({x} * {x}) % {m} = {value * value % m}", (f"({x} : ℕ)",), facts)


FAMILIES = (
    Family("equations.system", _system),
    Family("equations.power", _power),
    Family("equations.factors", _factors),
    Family("equations.composed", _composed),
    Family("equations.given", _given),
    Family("equations.digits", _digits),
)
