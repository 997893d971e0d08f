"""Fractions added, subtracted, multiplied and divided, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from random import Random

from training.abilities.expression import Expression, Operation, value, written
from training.abilities.item import Item, worded
from training.abilities.numerals import plain, signed
from training.abilities.value_question import Value

_FORMS = (
    "Calculate {e}.",
    "What is {e}?",
    "Simplify {e} to a single fraction.",
    "Work out {e}.",
)


@dataclass(frozen=True)
class Fractions:
    """One or two operations on fractions, from left to right.

    Every answer is computed a second time from the expression as text, by the checker's grammar.
    """

    name: str = "arithmetic with fractions"
    weight: int = 35_000
    most_bottom: int = 20

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        first = self._number(random)
        signs = [random.choice("+-×÷") for _ in range(random.randint(1, 2))]
        if signs[0] in "+-":
            signs[1:] = [sign for sign in signs[1:] if sign in "+-"]  # else not left to right
        tree: Expression = first
        lines: list[str] = []
        done = first
        for sign in signs:
            number = self._number(random)
            tree = Operation(sign, tree, number)
            lines += _operation(sign, done, number)
            done = value(Operation(sign, done, number))
        text = written(tree, plain)
        return Item(worded(_FORMS, e=text), tuple(lines), plain(done), Value(text))

    def _number(self, random: Random) -> Fraction:
        bottom = random.randint(2, self.most_bottom)
        return Fraction(random.randint(1, 2 * bottom - 1), bottom)


def _operation(sign: str, left: Fraction, right: Fraction) -> list[str]:
    said = written(Operation(sign, left, right), plain)
    if sign in "+-":
        return _sum(said, sign, left, right)
    first = ""
    if sign == "÷":
        right = 1 / right
        turned = written(Operation("×", left, right), plain)
        first = f"To divide by a fraction, multiply by its reciprocal: {said} = {turned}."
        said = turned
    top, bottom = left.numerator * right.numerator, left.denominator * right.denominator
    signs = (left.numerator, right.numerator, left.denominator, right.denominator)
    a, b, c, d = map(signed, signs)
    line = f"{said} = ({a} × {b})/({c} × {d}) = {top}/{bottom}{_reduced(top, bottom)}"
    return [first, line] if first else [line]


def _sum(said: str, sign: str, left: Fraction, right: Fraction) -> list[str]:
    bottom = lcm(left.denominator, right.denominator)
    a, b = int(left * bottom), int(right * bottom)
    both = a + b if sign == "+" else a - b
    inside = f"{a} {sign} {signed(b)}"
    if left.denominator == right.denominator:
        return [f"{said} = ({inside})/{bottom} = {both}/{bottom}{_reduced(both, bottom)}"]
    found = f"The common denominator of {left.denominator} and {right.denominator} is {bottom}."
    same = f"{a}/{bottom} {sign} {f'({b}/{bottom})' if b < 0 else f'{b}/{bottom}'}"
    line = f"{said} = {same} = ({inside})/{bottom} = {both}/{bottom}{_reduced(both, bottom)}"
    return [found, line]


def _reduced(top: int, bottom: int) -> str:
    common = gcd(top, bottom)
    return "." if common == 1 else f" = {Fraction(top, bottom)}."
