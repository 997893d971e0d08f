"""Expressions of exact numbers: written with the brackets they need, and reduced a step at a time.

Nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Written: TypeAlias = Callable[[Fraction], str]
"""How a number is written."""

_LEVEL = {"+": 1, "-": 1, "×": 3, "÷": 3}


@dataclass(frozen=True)
class Operation:
    """`left sign right`, the sign one of + - × ÷."""

    sign: str
    left: Expression
    right: Expression


Expression: TypeAlias = Fraction | Operation


def applied(sign: str, left: Fraction, right: Fraction) -> Fraction:
    """One operation. Raises ZeroDivisionError."""
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "×":
            return left * right
        case _:
            return left / right


def value(expression: Expression) -> Fraction:
    """Its exact value. Raises ZeroDivisionError."""
    if isinstance(expression, Fraction):
        return expression
    return applied(expression.sign, value(expression.left), value(expression.right))


def written(expression: Expression, number: Written, level: int = 0) -> str:
    """It as text; brackets stand where another order or sign would be read without them."""
    if isinstance(expression, Fraction):
        text = number(expression)
        inside = (text[0] == "-" and level > 1) or ("/" in text and level >= 3)
        return f"({text})" if inside else text
    own = _LEVEL[expression.sign]
    left = written(expression.left, number, own)
    if expression.sign == "÷" == getattr(expression.left, "sign", ""):
        left = f"({left})"  # a ÷ b ÷ c is read in two ways
    right = written(expression.right, number, own + 1)
    text = f"{left} {expression.sign} {right}"
    return text if own >= level else f"({text})"


def numbers(expression: Expression) -> list[Fraction]:
    """Its numbers, from left to right."""
    if isinstance(expression, Fraction):
        return [expression]
    return [*numbers(expression.left), *numbers(expression.right)]


def next_operation(expression: Operation) -> Operation:
    """The one to be computed first: both sides are numbers; the deepest, and of these the left."""
    return _deepest(expression)[1]


def _deepest(expression: Operation, depth: int = 0) -> tuple[int, Operation]:
    inner = [
        _deepest(side, depth + 1)
        for side in (expression.left, expression.right)
        if isinstance(side, Operation)
    ]
    return max(inner, key=lambda found: found[0], default=(depth, expression))


def replaced(expression: Expression, done: Operation, result: Fraction) -> Expression:
    """The expression with the first occurrence of `done` computed (told by identity)."""
    if expression is done:
        return result
    if isinstance(expression, Fraction):
        return expression
    left = replaced(expression.left, done, result)
    if left is not expression.left:
        return Operation(expression.sign, left, expression.right)
    right = replaced(expression.right, done, result)
    return expression if right is expression.right else Operation(expression.sign, left, right)
