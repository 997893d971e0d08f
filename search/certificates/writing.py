"""Polynomials and combinations of proofs as Lean text, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from search.certificates.kinds import type_of
from search.certificates.reading import Polynomial, Space
from search.symbolic.printing import argument
from search.symbolic.terms import Term

_ARITHMETIC = {"+", "-", "*", "/", "%", "^", "neg"}


class Writer:
    """Writes the polynomials of a space. `types` gives the types of the goal's variables."""

    def __init__(self, space: Space, types: Mapping[str, str]) -> None:
        self._space = space
        self._types = types
        self._names = [self.atom(atom) for atom in space.atoms]

    def atom(self, term: Term) -> str:
        """An atom as it can stand in a product or under a power."""
        if term.head == "↑":
            return self._cast(term.args[0])
        return argument(term.written or term.head)

    def _cast(self, inner: Term) -> str:
        text = inner.written
        if inner.head in _ARITHMETIC or inner.number is not None:
            # Without its own type the elaborator would move the cast to the leaves.
            text = f"({text} : {type_of(inner, self._types) or 'ℕ'})"
        return f"({text} : {self._space.kind.name})"

    def polynomial(self, poly: Polynomial) -> str:
        """A sum of monomials."""
        text = ""
        for exponents, coefficient in poly.terms():
            monomial = self._monomial(exponents)
            text = joined(text, coefficient, monomial)
        return text or "0"

    def factor(self, poly: Polynomial) -> str:
        """A polynomial as it can stand in a product or as an argument."""
        return argument(self.polynomial(poly))

    def zero(self, number: int = 0) -> str:
        """A numeral with its type."""
        return f"({number} : {self._space.kind.name})"

    def sum(self, summands: Iterable[tuple[Polynomial, str]]) -> str:
        """Proofs with polynomials before them, as `linear_combination` takes them."""
        text = ""
        for poly, proof in summands:
            if not poly:
                continue
            if poly.is_ground:
                text = joined(text, poly.LC, proof)
            elif len(poly) == 1:
                sign = -1 if poly.LC < 0 else 1
                text = joined(text, sign, f"{self.polynomial(poly * sign)} * {proof}")
            else:
                text = joined(text, 1, f"({self.polynomial(poly)}) * {proof}")
        return text

    def _monomial(self, exponents: Iterable[int]) -> str:
        powers = zip(self._names, exponents, strict=False)
        return " * ".join(n if e == 1 else f"{n} ^ {e}" for n, e in powers if e)


def joined(text: str, coefficient: Any, rest: str) -> str:
    """`text` with `coefficient * rest` added to it."""
    size = abs(coefficient)
    number = str(size.numerator)
    if size.denominator != 1:
        number += f" / {size.denominator}"
    term = number if not rest else rest if size == 1 else f"{number} * {rest}"
    if not text:
        return f"-{term}" if coefficient < 0 else term
    return f"{text} {'-' if coefficient < 0 else '+'} {term}"


def applied(function: str, *proofs: str) -> str:
    """A lemma applied to proofs; an argument that is more than a name gets parentheses."""
    return " ".join([function, *map(argument, proofs)])
