"""True statements on divisors, parity, remainders, powers and primes, and nothing else."""

from __future__ import annotations

import math

from training.conjectures.draw import Draw, Family, Stated, linear


def _polynomial(draw: Draw, name: str) -> tuple[str, list[int]]:
    """A polynomial of degree 2 or 3 with its coefficients, constant first."""
    coefficients = [draw.number(0, 6) for _ in range(draw.number(2, 3))] + [draw.number(1, 4)]
    powers = ["", name, f"{name} ^ 2", f"{name} ^ 3"]
    terms = [(c, powers[i]) for i, c in enumerate(coefficients) if i]
    return linear(terms[::-1], coefficients[0]), coefficients


def _value(coefficients: list[int], x: int) -> int:
    return sum(c * x**i for i, c in enumerate(coefficients))


def _remainder(draw: Draw) -> Stated:
    """The remainder of a polynomial where that of its variable is known."""
    kind = draw.one("ℕℤ")
    n = draw.variable()
    modulus = draw.number(3, 12)
    r = draw.number(0, modulus - 1)
    text, coefficients = _polynomial(draw, n)
    goal = f"({text}) % {modulus} = {_value(coefficients, r) % modulus}"
    return Stated(goal, (f"({n} : {kind})",), (f"{n} % {modulus} = {r}",))


def _residues(draw: Draw) -> Stated:
    """Which remainders a polynomial can have at all."""
    kind = draw.one("ℕℤ")
    n = draw.variable()
    modulus = draw.number(3, 8)
    text, coefficients = _polynomial(draw, n)
    values = sorted({_value(coefficients, x) % modulus for x in range(modulus)})
    if len(values) > 3:
        left_out = next((v for v in range(modulus) if v not in values), None)
        goal = (
            f"({text}) % {modulus} < {modulus}"
            if left_out is None
            else f"({text}) % {modulus} ≠ {left_out}"
        )
    else:
        goal = " ∨ ".join(f"({text}) % {modulus} = {v}" for v in values)
    return Stated(goal, (f"({n} : {kind})",))


def _always(draw: Draw) -> Stated:
    """A number that divides all values of a product or a difference."""
    n = draw.variable()
    a, b = draw.number(1, 5), draw.number(0, 4)
    goal, kind = draw.one(
        [
            (f"({n} * ({n} + {2 * a - 1})) % 2 = 0", draw.one("ℕℤ")),
            (f"({n} * ({n} + {3 * b + 1}) * ({n} + {3 * a - 1})) % 3 = 0", draw.one("ℕℤ")),
            (f"6 ∣ {n} ^ 3 + {6 * a - 1} * {n}", draw.one("ℕℤ")),
            (f"3 ∣ {n} ^ 3 - {n}", "ℤ"),
            (f"5 ∣ {n} ^ 5 + {5 * a - 1} * {n}", draw.one("ℕℤ")),
            (f"Even ({n} ^ 2 + {2 * a - 1} * {n})", draw.one("ℕℤ")),
            (f"¬ {3 if a % 2 else 4} ∣ {n} ^ 2 + {1 if a % 2 else 2}", draw.one("ℕℤ")),
        ]
    )
    return Stated(goal, (f"({n} : {kind})",))


def _parity(draw: Draw) -> Stated:
    """Even and odd through sums and products, over ℕ or ℤ."""
    kind = draw.one("ℕℤ")
    x, y = draw.variables(2)
    odd_x, odd_y = draw.chance(0.5), draw.chance(0.5)
    a, b, c = draw.number(1, 6), draw.number(1, 6), draw.number(0, 5)
    body, odd = draw.one(
        [
            (linear([(a, x), (b, y)], c), (a * odd_x + b * odd_y + c) % 2),
            (linear([(1, f"{x} * {y}")], c), (odd_x * odd_y + c) % 2),
            (linear([(1, f"{x} ^ 2"), (b, y)], c), (odd_x + b * odd_y + c) % 2),
            (linear([(a, f"{x} * {y}"), (1, y)], c), (a * odd_x * odd_y + odd_y + c) % 2),
        ]
    )
    facts = tuple(f"{'Odd' if o else 'Even'} {v}" for o, v in ((odd_x, x), (odd_y, y)))
    return Stated(f"{'Odd' if odd else 'Even'} ({body})", (f"({x} {y} : {kind})",), facts)


def _common(draw: Draw) -> Stated:
    """A common divisor divides what the two are combined to."""
    kind = draw.one("ℕℤ")
    x, y = draw.variables(2)
    d = draw.variable() if draw.chance(0.5) else str(draw.number(2, 12))
    a, b = draw.number(1, 6), draw.number(1, 6)
    goal = draw.one(
        [
            f"{d} ∣ {linear([(a, x), (b, y)])}",
            f"{d} ∣ {x} * {y}",
            f"{d} ∣ {x} ^ 2 + {linear([(b, y)])}",
            f"{d} * {d} ∣ {x} * {y}",
        ]
    )
    names = [x, y] if d.isdecimal() else [x, y, d]
    return Stated(goal, (f"({' '.join(names)} : {kind})",), (f"{d} ∣ {x}", f"{d} ∣ {y}"))


def _power(draw: Draw) -> Stated:
    """A power's remainder for every exponent: by induction."""
    n = draw.variable()
    modulus = draw.number(3, 9)
    k = draw.number(1, 3)
    goal = draw.one(
        [
            f"({k * modulus + 1}) ^ {n} % {modulus} = 1",
            f"{modulus} ∣ {k * modulus + 1} ^ {n} + {modulus * draw.number(1, 3) - 1}",
            f"{modulus} ∣ {k * modulus + 1} ^ {n} - 1",
            f"{modulus} ^ ({n} + 1) % {modulus} = 0",
            f"({modulus * modulus} ^ {n} - 1) % {modulus - 1} = 0",
        ]
    )
    return Stated(goal, (f"({n} : ℕ)",))


def _number(draw: Draw) -> Stated:
    """Numerals alone: remainders of powers, gcd, lcm, primes, counts of divisors."""
    a, b, m = draw.number(10, 400), draw.number(10, 300), draw.number(3, 25)
    base, exponent = draw.number(2, 19), draw.number(10, 120)
    prime = draw.one([p for p in range(50, 400) if all(p % q for q in range(2, 20))])
    divisors = [d for d in range(1, a + 1) if a % d == 0]
    goal = draw.one(
        [
            f"{base} ^ {exponent} % {m} = {pow(base, exponent, m)}",
            f"Nat.gcd {a} {b} = {math.gcd(a, b)}",
            f"Nat.lcm {a} {b} = {math.lcm(a, b)}",
            f"Nat.Prime {prime}",
            f"(Nat.divisors {a}).card = {len(divisors)}",
            f"∑ d ∈ Nat.divisors {a}, d = {sum(divisors)}",
            f"¬ Nat.Prime {a * b}",
        ]
    )
    return Stated(goal)


def _equation(draw: Draw) -> Stated:
    """An equation with no solution for its remainders."""
    x, y = draw.variables(2)
    goal = draw.one(
        [
            f"{2 * draw.number(1, 5)} * {x} + {2 * draw.number(1, 5)} * {y} "
            f"≠ {2 * draw.number(0, 20) + 1}",
            f"{x} ^ 2 - {4 * draw.number(1, 4)} * {y} ≠ {4 * draw.number(0, 5) + draw.one([2, 3])}",
            f"{x} ^ 2 - {3 * draw.number(1, 4)} * {y} ≠ {3 * draw.number(0, 5) + 2}",
            f"{x} ^ 2 + {y} ^ 2 ≠ {4 * draw.number(0, 9) + 3}",
        ]
    )
    return Stated(goal, (f"({x} {y} : ℤ)",))


FAMILIES = (
    Family("divisibility.remainder", _remainder),
    Family("divisibility.residues", _residues),
    Family("divisibility.always", _always),
    Family("divisibility.parity", _parity),
    Family("divisibility.common", _common),
    Family("divisibility.power", _power),
    Family("divisibility.number", _number),
    Family("divisibility.equation", _equation),
)
