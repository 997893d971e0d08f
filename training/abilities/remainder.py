"""Remainders: of long division, of sums and products, of powers; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from training.abilities.item import Item, worded
from training.abilities.value_question import Whole

_FORMS = (
    "What is the remainder when {n} is divided by {m}?",
    "Find the remainder of {n} on division by {m}.",
    "Compute {n} modulo {m}.",
    "{n} is divided by {m}. What remains?",
)


@dataclass(frozen=True)
class Remainder:
    """Long division in most items; else a product with a summand, or a power.

    Every answer is computed a second time, at once, by Python's integers.
    """

    name: str = "remainder"
    weight: int = 15_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        kind = random.choice(("division", "division", "sum", "power"))
        if kind == "division":
            return _division(random)
        return _sum(random) if kind == "sum" else _power(random)


def _division(random: Random) -> Item:
    m = random.randint(3, random.choice((12, 99, 999)))
    n = random.randint(m, 10 ** random.randint(3, 7) + m)
    lines = ["Divide digit by digit from the left."]
    rest = 0
    digits = str(n)
    for i, digit in enumerate(digits):
        taken, rest = rest * 10 + int(digit), (rest * 10 + int(digit)) % m
        if taken >= m or i == len(digits) - 1:
            lines.append(f"{taken} = {m} × {taken // m} + {rest}")
    lines.append(f"In all, {n} = {m} × {n // m} + {n % m}, and {n % m} < {m}.")
    return Item(worded(_FORMS, n=n, m=m), tuple(lines), str(n % m), Whole(Fraction(n % m)))


def _sum(random: Random) -> Item:
    m = random.randint(3, 30)
    a, b, c = (random.randint(10, 999) for _ in range(3))
    ra, rb, rc = a % m, b % m, c % m
    total = ra * rb + rc
    lines = [
        "Only the remainders of the numbers count.",
        *(f"{n} = {m} × {n // m} + {n % m}" for n in (a, b, c)),
        f"With them, {ra} × {rb} + {rc} = {ra * rb} + {rc} = {total}.",
        f"{total} = {m} × {total // m} + {total % m}",
    ]
    forms = worded(_FORMS, n=f"{a} × {b} + {c}", m=m)
    return Item(forms, tuple(lines), str(total % m), Whole(Fraction((a * b + c) % m)))


def _power(random: Random) -> Item:
    """By repeated squaring."""
    base, exponent = random.randint(2, 30), random.randint(5, 100)
    m = random.choice([m for m in range(5, 61) if base % m > 1])
    lines = [f"Square again and again, and keep the remainders by {m}."]
    powers, rest, at = {1: base % m}, base % m, 1
    lines.append(f"{base} = {m} × {base // m} + {base % m}, so {base}^1 leaves {base % m}.")
    while 2 * at <= exponent:
        square = rest * rest
        at, rest = 2 * at, square % m
        powers[at] = rest
        line = f"{powers[at // 2]} × {powers[at // 2]} = {square} = {m} × {square // m} + {rest}"
        lines.append(f"{line}, so {base}^{at} leaves {rest}.")
    used = [at for at in powers if exponent & at]
    lines.append(f"{exponent} = {' + '.join(map(str, used))}.")
    done = powers[used[0]]
    for at in used[1:]:
        both = done * powers[at]
        lines.append(f"{done} × {powers[at]} = {both} = {m} × {both // m} + {both % m}")
        done = both % m
    forms = worded(_FORMS, n=f"{base}^{exponent}", m=m)
    return Item(forms, tuple(lines), str(done), Whole(Fraction(pow(base, exponent, m))))
