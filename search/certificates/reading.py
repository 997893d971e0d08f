"""Terms as polynomials over the rationals, and nothing else.

What is no sum, product, power or quotient becomes an atom: a generator of the polynomial ring that
can be written back as Lean text. The inverse of a sum is an atom too; it may have an equation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

from sympy import QQ
from sympy.polys.rings import ring

from search.certificates.kinds import Kind
from search.symbolic.printing import argument
from search.symbolic.terms import Term

Polynomial: TypeAlias = Any
"""A `sympy.polys.rings.PolyElement` over QQ: a dict from exponents to coefficients."""

MAX_EXPONENT = 12
MAX_TERMS = 300
MAX_ATOMS = 24


class UnreadableError(Exception):
    """The term is no polynomial of a bearable size in what this space knows."""


class Space:
    """The polynomials in the atoms of given terms.

    Attributes:
        kind: the number system that all the terms are in.
        atoms: the terms that became generators, in order of appearance; those that are inverses
            have the head `inv`.
        ring: sympy's polynomial ring, its generators in the order of `atoms`.
    """

    def __init__(self, terms: Iterable[Term], kind: Kind) -> None:
        """Raises UnreadableError if there are too many atoms."""
        self.kind = kind
        self.atoms: tuple[Term, ...] = tuple(
            dict.fromkeys(atom for term in terms for atom in self._atoms(term))
        )
        if len(self.atoms) > MAX_ATOMS:
            raise UnreadableError(f"{len(self.atoms)} atoms")
        names = [f"a{i}" for i in range(len(self.atoms))] or ["none"]
        self.ring, *generators = ring(names, QQ)
        self._generators = dict(zip(self.atoms, generators, strict=False))

    def generator(self, atom: Term) -> Polynomial:
        """The atom as a polynomial."""
        return self._generators[atom]

    def read(self, term: Term) -> Polynomial:
        """The polynomial that a term stands for.

        Raises UnreadableError for an atom that the space was not made with, for a division by
        zero, and for what gets too large.
        """
        poly = self._read(term)
        if len(poly) > MAX_TERMS:
            raise UnreadableError("too many terms")
        return poly

    def _read(self, term: Term) -> Polynomial:
        value = numeral(term)
        if value is not None:
            return self.ring(QQ(value.numerator, value.denominator))
        args = term.args
        match term.head:
            case "+":
                return self._read(args[0]) + self._read(args[1])
            case "-":
                return self._read(args[0]) - self._read(args[1])
            case "neg":
                return -self._read(args[0])
            case "*":
                return self._product(self._read(args[0]), self._read(args[1]))
            case "/" if self.kind.is_field:
                return self._product(self._read(args[0]), self._inverse(args[1]))
            case "inv" if self.kind.is_field and term not in self._generators:
                return self._inverse(args[0])
            case "^" if (power := exponent(args[1])) is not None:
                return self._power(self._read(args[0]), power)
        if term not in self._generators:
            raise UnreadableError(term.written or term.head)
        return self._generators[term]

    def _inverse(self, term: Term) -> Polynomial:
        match term.head:
            case "*":
                return self._product(self._inverse(term.args[0]), self._inverse(term.args[1]))
            case "/":
                return self._product(self._inverse(term.args[0]), self._read(term.args[1]))
            case "neg":
                return -self._inverse(term.args[0])
            case "inv":
                return self._read(term.args[0])
            case "^" if (power := exponent(term.args[1])) is not None:
                return self._power(self._inverse(term.args[0]), power)
        atom = inverse(term)
        if atom in self._generators:
            return self._generators[atom]
        value = self._read(term)
        if not value or not value.is_ground:
            raise UnreadableError(f"1 / {term.written}")
        return self.ring(1 / value.LC)

    def _product(self, left: Polynomial, right: Polynomial) -> Polynomial:
        if len(left) * len(right) > 20 * MAX_TERMS:
            raise UnreadableError("too many terms")
        return left * right

    def _power(self, base: Polynomial, power: int) -> Polynomial:
        if len(base) > 1 and len(base) ** power > 20 * MAX_TERMS:
            raise UnreadableError("too many terms")
        return base**power

    def _atoms(self, term: Term) -> Iterator[Term]:
        if numeral(term) is not None:
            return
        match term.head:
            case "+" | "-" | "*" | "neg":
                for arg in term.args:
                    yield from self._atoms(arg)
            case "/" if self.kind.is_field:
                yield from self._atoms(term.args[0])
                yield from self._atoms_below(term.args[1])
            case "inv" if self.kind.is_field:
                yield from self._atoms_below(term.args[0])
            case "^" if exponent(term.args[1]) is not None:
                yield from self._atoms(term.args[0])
            case _:
                yield term

    def _atoms_below(self, term: Term) -> Iterator[Term]:
        """The atoms of the inverse of a term."""
        match term.head:
            case "*":
                for arg in term.args:
                    yield from self._atoms_below(arg)
            case "/":
                yield from self._atoms_below(term.args[0])
                yield from self._atoms(term.args[1])
            case "neg":
                yield from self._atoms_below(term.args[0])
            case "inv":
                yield from self._atoms(term.args[0])
            case "^" if exponent(term.args[1]) is not None:
                yield from self._atoms_below(term.args[0])
            case _:
                below = list(self._atoms(term))
                yield from below
                if below:
                    yield inverse(term)


def inverse(term: Term) -> Term:
    """The atom that stands for the inverse of a term."""
    return Term("inv", (term,), written=f"{argument(term.written)}⁻¹")


def numeral(term: Term) -> Fraction | None:
    """The value of a numeral, a decimal one included; else None."""
    if term.args or not term.head[:1].isdecimal():
        return None
    return Fraction(term.head)


def exponent(term: Term) -> int | None:
    """The value of a small natural numeral; else None."""
    return term.number if term.number is not None and term.number <= MAX_EXPONENT else None
