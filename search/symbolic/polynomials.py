"""Terms as polynomials with integer coefficients, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from search.symbolic.terms import Term

Monomial: TypeAlias = tuple[tuple[str, int], ...]
"""Names with their exponents, in alphabetical order."""
MAX_DEGREE = 12


@dataclass(frozen=True)
class Polynomial:
    """Monomials with their coefficients, none of which is 0."""

    terms: tuple[tuple[Monomial, int], ...]

    @staticmethod
    def of(terms: dict[Monomial, int]) -> Polynomial:
        """From a dictionary, which may hold zeros."""
        return Polynomial(tuple(sorted((m, c) for m, c in terms.items() if c)))

    @property
    def names(self) -> list[str]:
        """The variables, in alphabetical order."""
        return sorted({name for monomial, _ in self.terms for name, _ in monomial})

    @property
    def degree(self) -> int:
        """The largest sum of exponents; 0 for a constant."""
        return max((sum(e for _, e in monomial) for monomial, _ in self.terms), default=0)

    def __add__(self, other: Polynomial) -> Polynomial:
        total = dict(self.terms)
        for monomial, coefficient in other.terms:
            total[monomial] = total.get(monomial, 0) + coefficient
        return Polynomial.of(total)

    def __mul__(self, other: Polynomial) -> Polynomial:
        total: dict[Monomial, int] = {}
        for m, c in self.terms:
            for n, d in other.terms:
                exponents = dict(m)
                for name, e in n:
                    exponents[name] = exponents.get(name, 0) + e
                monomial = tuple(sorted(exponents.items()))
                total[monomial] = total.get(monomial, 0) + c * d
        return Polynomial.of(total)

    def __neg__(self) -> Polynomial:
        return Polynomial(tuple((m, -c) for m, c in self.terms))

    def __sub__(self, other: Polynomial) -> Polynomial:
        return self + -other

    def coefficients(self, name: str) -> list[int]:
        """Those of a polynomial in one variable, from the constant one on."""
        by_exponent = {dict(m).get(name, 0): c for m, c in self.terms}
        return [by_exponent.get(e, 0) for e in range(max(by_exponent, default=0) + 1)]


def constant(value: int) -> Polynomial:
    """A number as a polynomial."""
    return Polynomial.of({(): value})


def variable(name: str) -> Polynomial:
    """A name as a polynomial."""
    return Polynomial.of({((name, 1),): 1})


def polynomial(term: Term, truncated: Callable[[Term], bool]) -> Polynomial | None:
    """The polynomial that a term is, casts left out; None if it is none.

    Args:
        term: of type ℕ or ℤ.
        truncated: whether a difference is one of natural numbers, which is no polynomial.
    """
    if (number := term.number) is not None:
        return constant(number)
    if not term.args:
        return variable(term.head)
    if term.head in ("+", "*", "-"):
        left, right = (polynomial(arg, truncated) for arg in term.args)
        if left is None or right is None or (term.head == "-" and truncated(term)):
            return None
        result = {"+": left.__add__, "*": left.__mul__, "-": left.__sub__}[term.head](right)
        return result if result.degree <= MAX_DEGREE else None
    if term.head in ("↑", "neg"):
        inner = polynomial(term.args[0], truncated)
        return -inner if inner is not None and term.head == "neg" else inner
    if term.head == "^" and (exponent := term.args[1].number) is not None:
        base = polynomial(term.args[0], truncated)
        if base is None or base.degree * exponent > MAX_DEGREE or exponent > 40:
            return None
        result = constant(1)
        for _ in range(exponent):
            result = result * base
        return result
    return None


def shifted(coefficients: list[int], by: int) -> list[int]:
    """Coefficients of `p (k + by)` from those of `p k`."""
    result = [0] * len(coefficients)
    for coefficient in reversed(coefficients):
        # Horner: result * (k + by) + coefficient
        result = [by * c + (result[i - 1] if i else 0) for i, c in enumerate(result)]
        result[0] += coefficient
    return result
