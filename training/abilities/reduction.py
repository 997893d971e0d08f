"""Fractions brought to lowest terms by Euclid's algorithm, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from random import Random

from training.abilities.item import Item, worded
from training.abilities.value_question import LowestTerms

_FORMS = (
    "Reduce the fraction {f} to lowest terms.",
    "Simplify {f}.",
    "Write {f} as a fraction in lowest terms.",
    "What is {f} in its simplest form?",
)


@dataclass(frozen=True)
class Reduction:
    """A fraction of numbers below `most`; one in five cannot be reduced.

    Every answer is held to the definition: equal, and with coprime terms.
    """

    name: str = "fraction reduction"
    weight: int = 5_000
    most: int = 2_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        reducible = random.random() < 0.8
        while True:
            factor = random.randint(2, 40) if reducible else 1
            top, bottom = (factor * random.randint(1, self.most // factor) for _ in range(2))
            if bottom > 1 and (gcd(top, bottom) > 1) == reducible:
                break
        common = gcd(top, bottom)
        lines = ["Find the greatest common divisor by Euclid's algorithm.", *_euclid(top, bottom)]
        if common == 1:
            lines.append(f"The greatest common divisor is 1, so {top}/{bottom} is in lowest terms.")
        else:
            a, b = top // common, bottom // common
            end = f"{a}/{b}" if b > 1 else f"{a}/1 = {a}"
            lines += [
                f"The greatest common divisor is {common}.",
                f"{top} ÷ {common} = {a} and {bottom} ÷ {common} = {b}, so {top}/{bottom} = {end}.",
            ]
        answer = f"{top // common}/{bottom // common}".removesuffix("/1")
        forms = worded(_FORMS, f=f"{top}/{bottom}")
        return Item(forms, tuple(lines), answer, LowestTerms(top, bottom))


def _euclid(top: int, bottom: int) -> list[str]:
    lines = []
    a, b = max(top, bottom), min(top, bottom)
    while b:
        lines.append(f"{a} = {a // b} × {b} + {a % b}")
        a, b = b, a % b
    return lines
