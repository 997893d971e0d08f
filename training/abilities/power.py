"""Powers of integers and fractions by repeated multiplication or squaring, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from training.abilities.item import Item, worded
from training.abilities.numerals import plain, product_chain, signed
from training.abilities.value_question import Value

_FORMS = (
    "Calculate {e}.",
    "What is {e}?",
    "Work out the value of {e}.",
    "Find {e}.",
)
_MOST = 10**9


@dataclass(frozen=True)
class Power:
    """A base, which may be negative or a fraction, to an exponent from -4 to 12.

    Every answer is computed a second time from the expression as text, by the checker's grammar.
    """

    name: str = "power"
    weight: int = 4_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        kind = random.choice(("integer", "integer", "negative base", "fraction", "negative"))
        while True:
            top, exponent = random.randint(2, 99), random.randint(2, 12)
            bottom = random.randint(2, 12) if kind == "fraction" else 1
            base = Fraction(-top if kind == "negative base" else top, bottom)
            if kind == "negative":
                exponent = random.randint(1, 4)
            if top**exponent <= _MOST and bottom**exponent <= _MOST and base != 1:
                break
        if base.denominator > 1:
            return _fraction(base, exponent)
        whole = int(base)
        if kind == "negative":
            power = whole**exponent
            lines = [f"{whole}^(-{exponent}) = 1/{whole}^{exponent}."]
            lines += _integer(whole, exponent)
            lines.append(f"So {whole}^(-{exponent}) = 1/{power}.")
            return _item(f"{whole}^(-{exponent})", lines, Fraction(1, power))
        return _item(f"{signed(whole)}^{exponent}", _integer(whole, exponent), base**exponent)


def _item(text: str, lines: list[str], result: Fraction) -> Item:
    return Item(worded(_FORMS, e=text), tuple(lines), plain(result), Value(text))


def _integer(base: int, exponent: int) -> list[str]:
    """By squares: x^5 from x^2 and x^4."""
    if exponent == 1:
        return []
    half = exponent // 2
    lines = _integer(base, half)
    root, even = base**half, base ** (2 * half)
    lines.append(f"{signed(base)}^{2 * half} = {_product(root, root)}.")
    if exponent % 2:
        lines.append(f"{signed(base)}^{exponent} = {_product(even, base)}.")
    return lines


def _product(a: int, b: int) -> str:
    text = product_chain(a, b)
    return f"({a}){text.removeprefix(str(a))}" if a < 0 else text


def _fraction(base: Fraction, exponent: int) -> Item:
    a, b = base.numerator, base.denominator
    lines = [f"({a}/{b})^{exponent} = {a}^{exponent}/{b}^{exponent}."]
    lines += _integer(a, exponent) if a > 1 else [f"1^{exponent} = 1."]
    lines += _integer(b, exponent)
    result = base**exponent
    lines.append(f"So ({a}/{b})^{exponent} = {result}.")
    return _item(f"({a}/{b})^{exponent}", lines, result)
