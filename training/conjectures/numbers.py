"""True statements about whole numbers that take one idea each, and nothing else.

Common divisors, roots between bounds, recurrences and their periods, least elements: for each of
these the symbolic rules have a tactic of their own, and it is of no use anywhere else.
"""

from __future__ import annotations

import math

from training.conjectures.draw import Draw, Family, Stated, linear


def _coprime(draw: Draw) -> Stated:
    """The common divisor of two linear terms whose determinant is small."""
    n = draw.variable()
    k, s, t = draw.number(1, 6), draw.number(1, 5), draw.number(1, 4)
    first, second = (1, k), (s, s * k + 1)  # of determinant 1, and adding rows leaves it so
    first = (first[0] + t * second[0], first[1] + t * second[1])
    if draw.chance(0.3):
        constant = draw.number(2, 9)
        goal = f"Nat.gcd ({linear([(s, n)], constant)}) {n} ≤ {constant}"
    else:
        one, other = (linear([(a, n)], b) for a, b in draw.some([first, second], 2))
        goal = f"Nat.gcd ({one}) ({other}) = 1"
    return Stated(goal, (f"({n} : ℕ)",), (f"0 < {n}",) if draw.chance(0.5) else ())


def _common(draw: Draw) -> Stated:
    """A number from its greatest common divisor and least common multiple with another."""
    m, n = draw.variables(2)
    u, v, k = draw.number(4, 60), draw.number(4, 60), draw.number(2, 9)
    gcd, lcm = math.gcd(u, v), math.lcm(u, v)
    goal = draw.one([f"{n} = {v}", f"{n} % {k} = {v % k}", f"{n} + {gcd} = {v + gcd}"])
    given = draw.chance(0.5)
    first = str(u) if given else m
    facts = (f"Nat.gcd {first} {n} = {gcd}", f"Nat.lcm {first} {n} = {lcm}")
    if given:
        return Stated(goal, (f"({n} : ℕ)",), facts)
    return Stated(goal, (f"({m} {n} : ℕ)",), (f"{m} = {u}", *facts))


def _root(draw: Draw) -> Stated:
    """The whole roots of a quadratic equation, and what lies between two of them."""
    x = draw.variable()
    r, s = draw.number(1, 12), draw.number(1, 9)
    goal, kind, fact = draw.one(
        [
            (f"{x} = {r}", "ℕ", f"{x} ^ 2 + {s} * {x} = {r * r + s * r}"),
            (f"{x} = {r}", "ℕ", f"{x} * ({x} + {s}) = {r * (r + s)}"),
            (f"{x} = {r} ∨ {x} = -{s}", "ℤ", f"({x} - {r}) * ({x} + {s}) = 0"),
            (f"{x} ≤ {r}", "ℕ", f"{x} ^ 2 + {s} * {x} < {(r + 1) * (r + 1 + s)}"),
            (
                f"{x} = {r} ∨ {x} = {r + s}",
                "ℤ",
                f"{x} ^ 2 - {2 * r + s} * {x} + {r * (r + s)} = 0",
            ),
            (f"{x} < {r + s}", "ℤ", f"{x} ^ 2 - {2 * r + s} * {x} + {r * (r + s)} < 0"),
        ]
    )
    return Stated(goal, (f"({x} : {kind})",), (fact,))


def _periodic(draw: Draw) -> Stated:
    """Values of a linear recurrence far out: by its period, or by that of its remainders."""
    first, second = draw.number(0, 9), draw.number(1, 9)
    far = draw.number(40, 2500)
    if draw.chance(0.5):
        values = [first, second]
        while len(values) < 6:
            values.append(values[-1] - values[-2])
        facts = (f"u 0 = {first}", f"u 1 = {second}", "∀ n, u (n + 2) = u (n + 1) - u n")
        return Stated(f"u {far} = {values[far % 6]}", ("(u : ℕ → ℤ)",), facts)
    m = draw.number(2, 8)
    a, b = draw.number(1, 3), draw.number(1, 3)
    one, other = first, second
    for _ in range(far):
        one, other = other, (a * other + b * one) % m
    rule = linear([(a, "u (n + 1)"), (b, "u n")])
    facts = (f"u 0 = {first}", f"u 1 = {second}", f"∀ n, u (n + 2) = {rule}")
    goal = draw.one([f"u {far} % {m} = {one % m}", f"u {far} ≡ {one % m} [MOD {m}]"])
    return Stated(goal, ("(u : ℕ → ℕ)",), facts)


def _recursive(draw: Draw) -> Stated:
    """The first values of a function that is defined by recursion."""
    a, b, start = draw.number(1, 4), draw.number(0, 5), draw.number(0, 6)
    place, kind = draw.number(3, 7), draw.one("ℕℤ")
    grows = draw.chance(0.3) and kind == "ℕ"
    values = [start]
    for n in range(place):
        values.append(a * values[-1] + b * (n if grows else 1))
    last, before = values[-1], values[-2]
    if kind == "ℤ":
        goal = f"f {place} - f {place - 1} = {last - before}"
    else:
        goal = draw.one([f"f {place} = {last}", f"f {place} + f {place - 1} = {last + before}"])
    rule = linear([(a, "f n"), (b, "n")]) if grows else linear([(a, "f n")], b)
    return Stated(goal, (f"(f : ℕ → {kind})",), (f"f 0 = {start}", f"∀ n, f (n + 1) = {rule}"))


def _least(draw: Draw) -> Stated:
    """The least number with given remainders, which a fact names."""
    x = draw.variable()
    m, k = draw.some([2, 3, 4, 5, 7, 9, 11], 2)
    r, low = draw.number(0, m - 1), draw.number(0, 20)
    described, least = draw.one(
        [
            (f"{low} < n ∧ n % {m} = {r}", low + 1 + (r - low - 1) % m),
            (f"{low} < n ∧ {m} ∣ n ∧ {k} ∣ n", (low // math.lcm(m, k) + 1) * math.lcm(m, k)),
            (f"{low} < n ^ 2 ∧ {k} ∣ n", (math.isqrt(low) // k + 1) * k),
        ]
    )
    goal = draw.one([f"{x} = {least}", f"{x} % {k} = {least % k}", f"{x} ^ 2 = {least**2}"])
    return Stated(goal, (f"({x} : ℕ)",), (f"IsLeast {{n : ℕ | {described}}} {x}",))


def _factored(draw: Draw) -> Stated:
    """Two whole numbers from an equation with their product in it."""
    x, y = draw.variables(2)
    u, v = draw.number(1, 7), draw.number(1, 7)
    a, b = draw.number(1, 5), draw.number(1, 5)
    kind = draw.one("ℕℤ")
    rest = linear([(a, x), (b, y)])
    pairs = [
        (p, q)
        for p in range(1, 80)
        for q in range(1, 80)
        if p * q + a * p + b * q == u * v + a * u + b * v
    ]
    fact = f"{x} * {y} + {rest} = {u * v + a * u + b * v}"
    goal = f"{x} + {y} ≤ {max(p + q for p, q in pairs)}"
    if len({p + q for p, q in pairs}) == 1:
        goal = f"{x} + {y} = {u + v}"
    return Stated(goal, (f"({x} {y} : {kind})",), (f"0 < {x}", f"0 < {y}", fact))


def _chained(draw: Draw) -> Stated:
    """Natural numbers of which each is given by those before it."""
    x, y, z = draw.variables(3)
    u, a, b, m = draw.number(2, 30), draw.number(2, 9), draw.number(0, 9), draw.number(3, 12)
    v = a * u + b
    w = u * v
    goal = draw.one(
        [
            f"{z} % {m} = {w % m}",
            f"({y} + {z}) % {m} = {(v + w) % m}",
            f"{x} ^ 2 + {y} = {u * u + v}",
            f"Nat.gcd {x} {z} = {u}",
            f"{z} - {y} = {max(0, w - v)}",
        ]
    )
    facts = (f"{x} = {u}", f"{y} = {linear([(a, x)], b)}", f"{z} = {x} * {y}")
    return Stated(goal, (f"({x} {y} {z} : ℕ)",), facts)


FAMILIES = (
    Family("numbers.coprime", _coprime),
    Family("numbers.common", _common),
    Family("numbers.root", _root),
    Family("numbers.periodic", _periodic),
    Family("numbers.recursive", _recursive),
    Family("numbers.least", _least),
    Family("numbers.factored", _factored),
    Family("numbers.chained", _chained),
)
