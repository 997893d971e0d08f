"""Whole numbers with brackets, computed an operation at a time, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from training.abilities.expression import (
    Expression,
    Operation,
    next_operation,
    replaced,
    value,
    written,
)
from training.abilities.item import Item, worded
from training.abilities.numerals import plain, product_chain
from training.abilities.value_question import Value

_MOST = 100_000
"""No value on the way is larger."""

_FORMS = (
    "Calculate {e}.",
    "What is {e}?",
    "Work out the value of {e}.",
    "Evaluate the expression {e} step by step.",
    "{e} =",
)


@dataclass(frozen=True)
class Brackets:
    """Three to six operations on whole numbers, the result whole as well.

    Every answer is computed a second time from the expression as text, by the checker's grammar.
    """

    name: str = "arithmetic with brackets"
    weight: int = 40_000
    fewest: int = 3
    most: int = 6

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        while True:
            tree = _tree(random, random.randint(self.fewest, self.most))
            if isinstance(tree, Operation) and (steps := _steps(tree, random.random() < 0.5)):
                break
        text = written(tree, plain)
        answer = plain(value(tree))
        return Item(worded(_FORMS, e=text), steps, answer, Value(text))


def _tree(random: Random, operations: int) -> Expression:
    if operations == 0:
        number = random.randint(1, 99 if random.random() < 0.3 else 12)
        return Fraction(-number if random.random() < 0.1 else number)
    left = random.randint(0, operations - 1)
    sign = random.choice("++--××÷")
    return Operation(sign, _tree(random, left), _tree(random, operations - 1 - left))


def _steps(tree: Operation, chained: bool) -> tuple[str, ...]:
    """A line an operation; () if a value on the way is no whole number, or too large."""
    lines = []
    whole: Expression = tree
    chain = [written(tree, plain)]
    while isinstance(whole, Operation):
        now = next_operation(whole)
        if now.sign == "÷" and value(now.right) == 0:
            return ()
        result = value(now)
        if result.denominator != 1 or abs(result) > _MOST:
            return ()
        said = f"{written(now, plain)} = {plain(result)}"
        if now.sign == "×" and min(value(now.left), value(now.right)) >= 0:
            said = product_chain(int(value(now.left)), int(value(now.right)))
        whole = replaced(whole, now, result)
        rest = written(whole, plain)
        chain.append(rest)
        if isinstance(whole, Operation):
            said += f", which leaves {rest}"
        lines.append(f"{said}.")
    if chained:
        return ("We compute one operation at a time.", "\n= ".join(chain))
    return tuple(lines)
