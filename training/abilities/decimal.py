"""Decimals added, subtracted, multiplied and divided by whole numbers' arithmetic; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from training.abilities.expression import (
    Expression,
    Operation,
    next_operation,
    numbers,
    replaced,
    value,
    written,
)
from training.abilities.item import Item, worded
from training.abilities.numerals import decimal, decimals, is_decimal, product_chain
from training.abilities.value_question import Value

_MOST_DECIMALS = 6
_FORMS = (
    "Calculate {e}.",
    "What is {e}?",
    "Find the exact value of {e}.",
    "Compute {e} and give the answer as a decimal.",
)


@dataclass(frozen=True)
class Decimals:
    """One to three operations on decimals; the result has at most six decimals.

    Every answer is computed a second time from the expression as text, by the checker's grammar.
    """

    name: str = "arithmetic with decimals"
    weight: int = 40_000
    most: int = 3

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        while True:
            tree = _tree(random, random.randint(1, self.most))
            whole = all(number.denominator == 1 for number in numbers(tree))
            if not whole and isinstance(tree, Operation) and (steps := _steps(tree)):
                break
        text = written(tree, decimal)
        return Item(worded(_FORMS, e=text), steps, decimal(value(tree)), Value(text))


def _tree(random: Random, operations: int) -> Expression:
    if operations == 0:
        places = random.choice((0, 1, 1, 2, 2, 3))
        return Fraction(random.randint(1, 10 ** random.randint(1, 3)), 10**places)
    left = random.randint(0, operations - 1)
    sign = random.choice("++--××÷")
    return Operation(sign, _tree(random, left), _tree(random, operations - 1 - left))


def _steps(tree: Operation) -> tuple[str, ...]:
    """Lines for each operation; () if a value on the way has no short decimal form."""
    lines: list[str] = []
    whole: Expression = tree
    while isinstance(whole, Operation):
        now = next_operation(whole)
        left, right = value(now.left), value(now.right)
        if now.sign == "÷" and right == 0:
            return ()
        result = value(now)
        if not is_decimal(result) or decimals(result) > _MOST_DECIMALS:
            return ()
        whole = replaced(whole, now, result)
        lines += _operation(now.sign, left, right, result)
        if isinstance(whole, Operation):
            lines[-1] += f" This leaves {written(whole, decimal)}."
    return tuple(lines)


def _operation(sign: str, left: Fraction, right: Fraction, result: Fraction) -> list[str]:
    said = f"{written(Operation(sign, left, right), decimal)} = {decimal(result)}."
    places, more = decimals(left), decimals(right)
    if places + more == 0 or min(left, right) < 0:
        return [said]
    if sign == "×":
        a, b = int(left * 10**places), int(right * 10**more)
        count = places + more
        return [
            f"Without the decimal points: {product_chain(a, b)}.",
            f"The factors have {places} + {more} = {count} decimals, so {said}",
        ]
    if sign == "÷":
        power = 10 ** max(places, more)
        a, b = int(left * power), int(right * power)
        return [
            f"Multiply both numbers by {power}: {decimal(left)} ÷ {decimal(right)} = {a} ÷ {b}.",
            f"{a} ÷ {b} = {decimal(result)}, so {said}",
        ]
    power = 10 ** max(places, more)
    a, b = int(left * power), int(right * power)
    both = a + b if sign == "+" else a - b
    return [f"Count in units of {decimal(Fraction(1, power))}: {a} {sign} {b} = {both}, so {said}"]
