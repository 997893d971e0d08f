"""True inequalities between naturals or integers, and nothing else."""

from __future__ import annotations

from training.conjectures.draw import Draw, Family, Stated, linear


def _combined(draw: Draw) -> Stated:
    """A sum of multiples of two inequalities, perhaps weakened."""
    kind = draw.one("ℕℤ")
    names = draw.variables(draw.number(2, 3))
    rows = [[draw.number(0, 5) for _ in names] for _ in range(2)]
    bounds = [draw.number(3, 40) for _ in rows]
    by = [draw.number(1, 4) for _ in rows]
    total = [sum(m * row[i] for m, row in zip(by, rows, strict=True)) for i in range(len(names))]
    bound = sum(m * b for m, b in zip(by, bounds, strict=True)) + draw.number(0, 3)
    facts = [
        f"{linear(list(zip(row, names, strict=True)))} ≤ {b}"
        for row, b in zip(rows, bounds, strict=True)
    ]
    goal = f"{linear(list(zip(total, names, strict=True)))} ≤ {bound}"
    return Stated(goal, (f"({' '.join(names)} : {kind})",), tuple(facts))


def _split(draw: Draw) -> Stated:
    """Below or above, with a premise on the other side."""
    kind = draw.one("ℕℤ")
    x, y = draw.variables(2)
    low, gap = draw.number(2, 20), draw.number(1, 6)
    facts = (f"{x} < {low} ∨ {x} > {low + gap}", f"{y} = {x} + {gap}")
    goal = f"{y} < {low + gap} ∨ {y} > {low + 2 * gap}"
    return Stated(goal, (f"({x} {y} : {kind})",), facts)


def _between(draw: Draw) -> Stated:
    """A number between two near ones is one of few."""
    x = draw.variable()
    low = draw.number(0, 30)
    values = [low + 1 + i for i in range(draw.number(2, 4))]
    square = draw.chance(0.5)
    goal = " ∨ ".join(f"{x} = {v}" for v in values)
    if square and low < 9:
        facts: tuple[str, ...] = (f"{low**2} < {x} ^ 2", f"{x} ^ 2 < {(values[-1] + 1) ** 2}")
    else:
        facts = (f"{low} < {x}", f"{x} < {values[-1] + 1}")
    return Stated(goal, (f"({x} : ℕ)",), facts)


def _product(draw: Draw) -> Stated:
    """Two naturals multiplied."""
    x, y = draw.variables(2)
    a, b = draw.number(2, 9), draw.number(2, 9)
    goal, facts = draw.one(
        [
            (f"{a * b} ≤ {x} * {y}", (f"{a} ≤ {x}", f"{b} ≤ {y}")),
            (f"{x} * {y} ≤ {a * b}", (f"{x} ≤ {a}", f"{y} ≤ {b}")),
            (f"{x} * {x} < {y} * {y}", (f"{x} < {y}",)),
            (f"{a} * {x} ≤ {y} * {x}", (f"{a} ≤ {y}",)),
            (f"{x} ^ 2 < {y} ^ 2", (f"{x} + {a} ≤ {y}",)),
            (f"0 < {x} * {y} + {b}", (f"{a} ≤ {x}",)),
        ]
    )
    return Stated(goal, (f"({x} {y} : ℕ)",), facts)


def _witness(draw: Draw) -> Stated:
    """There is a number with bounds or with an equation."""
    kind = draw.one("ℕℤ")
    x, y = draw.variables(2)
    a, b, c = draw.number(2, 9), draw.number(0, 4), draw.number(1, 9)
    goal = draw.one(
        [
            f"∃ {x} : {kind}, {a} * {x} + {c} = {a * b + c}",
            f"∃ {x} : {kind}, {b} < {x} ∧ {x} * {x} < {(b + 2) ** 2}",
            f"∀ {y} : {kind}, ∃ {x}, {y} < {x} ∧ {x} < {y} + {c + 1}",
            f"∃ {x} : {kind}, {x} + {c} = {b + c} ∧ {x} < {b + a}",
            f"∃ {x} : {kind}, {x} ^ 2 = {b * b} ∧ {x} + {a} = {b + a}",
        ]
    )
    return Stated(goal)


FAMILIES = (
    Family("order.combined", _combined),
    Family("order.split", _split),
    Family("order.between", _between),
    Family("order.product", _product),
    Family("order.witness", _witness),
)
