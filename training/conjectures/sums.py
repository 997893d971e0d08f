"""True statements about sums, sequences and growth, most of them by induction; nothing else."""

from __future__ import annotations

import math

from training.conjectures.draw import Draw, Family, Stated, linear


def _linear(draw: Draw) -> Stated:
    """A sum of an arithmetic sequence; what would be subtracted stands on the left."""
    n = draw.variable()
    half, b = draw.number(1, 4), draw.number(0, 6)
    term = linear([(2 * half, "i")], b)
    last = linear([(half, f"{n} ^ 2"), (half + b, n)], b)
    goal = draw.one(
        [
            f"∑ i ∈ Finset.range {n}, ({term}) + {half} * {n} "
            f"= {linear([(half, f'{n} ^ 2'), (b, n)])}",
            f"∑ i ∈ Finset.range ({n} + 1), ({term}) = {last}",
        ]
    )
    return Stated(goal, (f"({n} : ℕ)",))


def _squares(draw: Draw) -> Stated:
    """A known sum, with its denominator on the left."""
    n, i = draw.variable(), "i"
    c = draw.number(1, 5)
    factor = "" if c == 1 else f"{c} * "
    goal = draw.one(
        [
            f"6 * ∑ {i} ∈ Finset.range ({n} + 1), {factor}{i} ^ 2 = "
            f"{factor}({n} * ({n} + 1) * (2 * {n} + 1))",
            f"2 * ∑ {i} ∈ Finset.range ({n} + 1), {factor}{i} = {factor}({n} * ({n} + 1))",
            f"4 * ∑ {i} ∈ Finset.range ({n} + 1), {factor}{i} ^ 3 = "
            f"{factor}({n} ^ 2 * ({n} + 1) ^ 2)",
            f"3 * ∑ {i} ∈ Finset.range {n}, {factor}({i} * ({i} + 1) + ({i} + 1)) "
            f"= ∑ {i} ∈ Finset.range {n}, 3 * ({factor}({i} + 1) ^ 2)",
        ]
    )
    return Stated(goal, (f"({n} : ℕ)",))


def _geometric(draw: Draw) -> Stated:
    """Powers summed."""
    n, i = draw.variable(), "i"
    r, c = draw.number(2, 7), draw.number(1, 4)
    if c == 1:
        goal = f"{r - 1} * ∑ {i} ∈ Finset.range {n}, {r} ^ {i} + 1 = {r} ^ {n}"
    else:
        goal = f"{r - 1} * ∑ {i} ∈ Finset.range {n}, {c} * {r} ^ {i} + {c} = {c} * {r} ^ {n}"
    return Stated(goal, (f"({n} : ℕ)",))


def _finite(draw: Draw) -> Stated:
    """A sum or product of numerals."""
    i, top = "i", draw.number(4, 40)
    a, b, e = draw.number(1, 5), draw.number(0, 5), draw.number(1, 3)
    term = f"({linear([(a, f'{i} ^ {e}' if e > 1 else i)], b)})"
    values = [a * k**e + b for k in range(top + 1)]
    m = draw.number(3, 12)
    goal = draw.one(
        [
            f"∑ {i} ∈ Finset.range {top}, {term} = {sum(values[:top])}",
            f"∑ {i} ∈ Finset.Icc 1 {top}, {term} = {sum(values[1:])}",
            f"(∑ {i} ∈ Finset.Icc 1 {top}, {term}) % {m} = {sum(values[1:]) % m}",
            f"(∏ {i} ∈ Finset.Icc 1 {top}, {term}) % {m} = {math.prod(values[1:]) % m}",
        ]
    )
    return Stated(goal)


def _compared(draw: Draw) -> Stated:
    """A sum is bounded, or grows."""
    n, i = draw.variable(), "i"
    a, b = draw.number(1, 4), draw.number(1, 5)
    goal = draw.one(
        [
            f"{n} ≤ ∑ {i} ∈ Finset.range {n}, ({linear([(a, i)], b)})",
            f"∑ {i} ∈ Finset.range {n}, {i} ≤ {n} * {n}",
            f"∑ {i} ∈ Finset.range {n}, {b} ≤ {a + b} * {n}",
            f"∑ {i} ∈ Finset.range {n}, {i} ^ 2 ≤ {n} ^ 3",
            f"∑ {i} ∈ Finset.range {n}, 2 ^ {i} < 2 ^ {n} * {b}",
        ]
    )
    return Stated(goal, (f"({n} : ℕ)",))


def _growth(draw: Draw) -> Stated:
    """Exponentials beat lines and squares from some point on."""
    n = draw.variable()
    r, a, b = draw.number(2, 4), draw.number(1, 6), draw.number(0, 6)
    start = next(k for k in range(40) if all(r**j > a * j + b for j in range(k, k + 20)))
    quadratic = next(k for k in range(40) if all(r**j >= j * j + b for j in range(k, k + 20)))
    goal, least = draw.one(
        [
            (f"{linear([(a, n)], b)} < {r} ^ {n}", start),
            (f"{linear([(1, f'{n} ^ 2')], b)} ≤ {r} ^ {n}", quadratic),
            (f"{n} < {r} ^ {n}", 0),
            (f"1 + {r - 1} * {n} ≤ {r} ^ {n}", 0),
            (f"{r} ^ {n} * 1 ≤ {r} ^ ({n} + {a})", 0),
            (f"2 ^ {n} ≤ ({n} + 1) !", 0),
        ]
    )
    return Stated(goal, (f"({n} : ℕ)",), (f"{least} ≤ {n}",) if least else ())


def _recurrence(draw: Draw) -> Stated:
    """A sequence by its recurrence: a closed form or a value."""
    n = draw.variable()
    c, d, start = draw.number(1, 4), draw.number(0, 5), draw.number(0, 4)
    values = [start]
    for _ in range(12):
        values.append(c * values[-1] + d)
    at = draw.number(3, 7)
    step = linear([(c, f"f {n}")], d)
    m = draw.number(2, 5)
    forms = [f"f {at} = {values[at]}", f"f {at} % {m} = {values[at] % m}"]
    if c == 1:
        forms += [f"∀ {n}, f {n} = {linear([(d, n)], start)}"] * 2
    elif d == 0:
        forms += [f"∀ {n}, f {n} = {start} * {c} ^ {n}"] * 2
    else:
        forms += [f"∀ {n}, {start} ≤ f {n}", f"∀ {n}, f {n} ≤ f ({n} + 1)"]
    facts = (f"f 0 = {start}", f"∀ {n}, f ({n} + 1) = {step}")
    return Stated(draw.one(forms), ("(f : ℕ → ℕ)",), facts)


def _factorial(draw: Draw) -> Stated:
    """Factorials and binomial coefficients."""
    n = draw.variable()
    k, m = draw.number(2, 7), draw.number(3, 9)
    goal, facts = draw.one(
        [
            (f"({n} + 1) ! = ({n} + 1) * {n} !", ()),
            (f"0 < {n} !", ()),
            (f"{n} ! ∣ ({n} + {k}) !", ()),
            (f"{m} ∣ {n} !", (f"{m} ≤ {n}",)),
            (f"{m} ! % {k * 2 + 3} = {math.factorial(m) % (k * 2 + 3)}", ()),
            (f"Nat.choose {m + k} {k} = {math.comb(m + k, k)}", ()),
            (f"{n} ≤ {n} !", ()),
            (f"Nat.choose ({n} + {k}) 1 = {n} + {k}", ()),
        ]
    )
    binders = (f"({n} : ℕ)",) if n in goal.replace("Nat.choose", "") else ()
    return Stated(goal, binders, facts)


FAMILIES = (
    Family("sums.linear", _linear),
    Family("sums.squares", _squares),
    Family("sums.geometric", _geometric),
    Family("sums.finite", _finite),
    Family("sums.compared", _compared),
    Family("sums.growth", _growth),
    Family("sums.recurrence", _recurrence),
    Family("sums.factorial", _factorial),
)
