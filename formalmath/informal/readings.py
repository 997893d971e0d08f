"""The ways in which one written equation may be meant, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from formalmath.informal.grammar import is_number
from formalmath.informal.links import Link, first_leaf
from formalmath.informal.terms import (
    Binary,
    Negation,
    NoReading,
    Number,
    Percent,
    Relation,
    Term,
    leaves,
    same,
)

ROUNDED = "right to the last digit written"
PERCENT = "percent signs read as plain numbers"
WHOLE_PART = "right but for a fraction of one"
THEN = "the sign read as `and then`, up to the first number behind it"

_DOUBLE_DIGITS = 15
"""A decimal with so many digits is a machine's floating point number."""


def plain(link: Link) -> Relation:
    """The link as it stands.

    Raises:
        NoReading: it is `≈` between two expressions.
    """
    if link.sign != "≈":
        return Relation(link.sign, link.left.term, link.right.term)
    within = precision(link.right.term)
    if within is None:
        raise NoReading("`≈` between two expressions does not say how near")
    return Relation("≈", link.left.term, link.right.term, within)


def others(link: Link) -> Iterator[tuple[Relation, str]]:
    """Other readings of an equation, each with its label. A refutation must refute them all."""
    if link.sign != "=":
        return
    left, right = link.left.term, link.right.term
    pairs = [(left, right, "")]
    if "%" in (*link.left.units, *link.right.units):
        bare = (without_percent(left), without_percent(right))
        yield Relation("=", *bare), PERCENT
        pairs.append((*bare, f"{PERCENT}, "))
    for a, b, label in pairs:
        within = precision(b)
        if within is not None and (_decimals(b) or link.noted):
            yield Relation("≈", a, b, within), label + ROUNDED
    if link.whole and _divides(left) and precision(right) == 1:
        yield Relation("≈", left, right, Fraction(1)), WHOLE_PART
    if (link.words or link.noted) and not same(first_leaf(right), right):
        yield Relation("=", left, first_leaf(right)), THEN


def _divides(term: Term) -> bool:
    match term:
        case Binary():
            return term.sign == "/" or _divides(term.left) or _divides(term.right)
        case Negation() | Percent():
            return _divides(term.of)
        case _:
            return False


def precision(term: Term) -> Fraction | None:
    """One unit of the last digit written, or a little more for a floating point number."""
    match term:
        case Number():
            unit = Fraction(1, 10**term.decimals)
            if term.digits >= _DOUBLE_DIGITS and term.decimals:
                return max(unit, abs(term.value) / 2**50)
            return unit
        case Negation():
            return precision(term.of)
        case Percent():
            within = precision(term.of)
            return None if within is None else within / 100
        case _:
            return None


def _decimals(term: Term) -> bool:
    return any(isinstance(leaf, Number) and leaf.decimals for leaf in leaves(term))


def without_percent(term: Term) -> Term:
    """The term with all percent signs left out."""
    match term:
        case Percent():
            return without_percent(term.of)
        case Negation():
            return Negation(without_percent(term.of), term.span)
        case Binary():
            left, right = without_percent(term.left), without_percent(term.right)
            return Binary(term.sign, left, right, term.span)
        case _:
            return term


def operands(term: Term) -> tuple[Fraction, ...]:
    """The numbers in a term, in order; a tight fraction counts as one."""
    match term:
        case Number():
            return (term.value,)
        case Negation():
            inner = operands(term.of)
            return (-inner[0],) if is_number(term) and len(inner) == 1 else inner
        case Percent():
            return operands(term.of)
        case Binary():
            if is_number(term):
                parts = [leaf.value for leaf in leaves(term) if isinstance(leaf, Number)]
                return (parts[0] / parts[1],) if parts[1] else ()
            return (*operands(term.left), *operands(term.right))
        case _:
            return ()
