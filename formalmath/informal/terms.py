"""Arithmetic terms and relations read from text, and their exact values; nothing else.

Numbers are exact rationals: `0.1` is 1/10. Values are bounded (`MAX_BITS`, `MAX_EXPONENT`), so that
no text can ask for more work than it has characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from formalmath.informal.solution import Span

MAX_BITS = 8_192
"""Of a numerator or denominator: about 2,500 decimal digits."""

MAX_EXPONENT = 4_096


class NoReading(Exception):
    """A text makes no claim that can be stated; `str` says why, for people."""


class OutOfBounds(NoReading):
    """A number in it is too large to be computed."""


@dataclass(frozen=True)
class Number:
    """A literal. `decimals` is the count of digits behind its point."""

    value: Fraction
    span: Span
    decimals: int = 0
    digits: int = 0


@dataclass(frozen=True)
class Variable:
    """A named quantity."""

    name: str
    span: Span


@dataclass(frozen=True)
class Negation:
    """Unary minus."""

    of: Term
    span: Span


@dataclass(frozen=True)
class Percent:
    """`of` hundredths."""

    of: Term
    span: Span


@dataclass(frozen=True)
class Binary:
    """`left sign right`, the sign one of + - * / ^."""

    sign: str
    left: Term
    right: Term
    span: Span


Term = Number | Variable | Negation | Percent | Binary

NEGATED = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}


@dataclass(frozen=True)
class Relation:
    """`left sign right`, the sign one of = ≠ < ≤ > ≥ ≈.

    `≈` means that the two differ by less than `within`.
    """

    sign: str
    left: Term
    right: Term
    within: Fraction = Fraction(0)

    @property
    def span(self) -> Span:
        """From the first to the last character of both sides."""
        spans = (self.left.span, self.right.span)
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def leaves(term: Term) -> Iterator[Number | Variable]:
    """Its numbers and variables, from left to right."""
    match term:
        case Number() | Variable():
            yield term
        case Negation() | Percent():
            yield from leaves(term.of)
        case Binary():
            yield from leaves(term.left)
            yield from leaves(term.right)


def variables(*terms: Term) -> list[str]:
    """Names in the terms, in order of first occurrence."""
    names = (leaf.name for term in terms for leaf in leaves(term) if isinstance(leaf, Variable))
    return list(dict.fromkeys(names))


def at_values(relation: Relation, known: Mapping[str, Fraction]) -> Relation:
    """A relation with numbers for all its variables."""
    left, right = (_at(side, known) for side in (relation.left, relation.right))
    return Relation(relation.sign, left, right, relation.within)


def _at(term: Term, known: Mapping[str, Fraction]) -> Term:
    match term:
        case Number():
            return term
        case Variable():
            return Number(known[term.name], term.span)
        case Negation():
            return Negation(_at(term.of, known), term.span)
        case Percent():
            return Percent(_at(term.of, known), term.span)
        case Binary():
            return Binary(term.sign, _at(term.left, known), _at(term.right, known), term.span)


def same(a: Term, b: Term) -> bool:
    """Whether two terms are the same but for where they stand and percent signs."""
    match a, b:
        case Percent(), _:
            return same(a.of, b)
        case _, Percent():
            return same(a, b.of)
        case Number(), Number():
            return a.value == b.value
        case Variable(), Variable():
            return a.name == b.name
        case Negation(), Negation():
            return same(a.of, b.of)
        case Binary(), Binary():
            return a.sign == b.sign and same(a.left, b.left) and same(a.right, b.right)
        case _:
            return False


def value(term: Term, known: Mapping[str, Fraction] | None = None) -> Fraction:
    """Its exact value.

    Raises:
        NoReading: it divides by zero, is too large, takes a root, or has a variable not `known`.
    """
    match term:
        case Number():
            return _bounded(term.value)
        case Variable():
            if known is None or term.name not in known:
                raise NoReading(f"nothing says what {term.name} is")
            return known[term.name]
        case Negation():
            return -value(term.of, known)
        case Percent():
            return value(term.of, known) / 100
        case Binary():
            left, right = value(term.left, known), value(term.right, known)
            return _bounded(_applied(term.sign, left, right))


def holds(relation: Relation, known: Mapping[str, Fraction] | None = None) -> bool:
    """Whether it holds exactly.

    Raises:
        NoReading: as `value`.
    """
    left, right = value(relation.left, known), value(relation.right, known)
    match relation.sign:
        case "=":
            return left == right
        case "≠":
            return left != right
        case "<":
            return left < right
        case "≤":
            return left <= right
        case ">":
            return left > right
        case "≥":
            return left >= right
        case "≈":
            return abs(left - right) < relation.within
        case _:
            raise ValueError(f"no relation: {relation.sign}")


def _applied(sign: str, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            if right == 0:
                raise NoReading("it divides by zero")
            return left / right
        case "^":
            return _power(left, right)
        case _:
            raise ValueError(f"no operation: {sign}")


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        raise NoReading("a power with a fraction as exponent is a root, and need not be rational")
    if base == 0 and exponent < 0:
        raise NoReading("it divides by zero")
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if abs(exponent) > MAX_EXPONENT or bits * abs(exponent) > 2 * MAX_BITS:
        raise OutOfBounds("it holds a power that is too large to be computed")
    return base ** int(exponent)


def _bounded(number: Fraction) -> Fraction:
    if max(number.numerator.bit_length(), number.denominator.bit_length()) > MAX_BITS:
        raise OutOfBounds(f"it holds numbers of more than {MAX_BITS * 3 // 10:,} digits")
    return number
