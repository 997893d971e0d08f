"""Facts freed of inverses: multiplied by denominators whose sign is known, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.certificates.facts import Equation, Inequality, Parts, product
from search.certificates.reading import Polynomial, Space


@dataclass(frozen=True, eq=False)
class Denominator:
    """An inverse among the atoms of a space, with what is known of it.

    Attributes:
        index: of the atom that is the inverse.
        base: what it is the inverse of; mentions no cleared inverse.
        equation: base times the atom is 1.
        positive: of a multiple of base with a known sign: base itself, its negative or its square.
        factor: that multiple divided by base.
    """

    index: int
    base: Polynomial
    equation: Equation
    positive: Inequality | None
    factor: Polynomial


class Clearing:
    """Clears some denominators of a space."""

    def __init__(self, space: Space, denominators: Sequence[Denominator]) -> None:
        self._space = space
        self._denominators = tuple(denominators)

    def __bool__(self) -> bool:
        return bool(self._denominators)

    def powers(self, poly: Polynomial) -> list[int]:
        """How often each denominator occurs in a polynomial."""
        return [
            max((exponents[d.index] for exponents in poly), default=0) for d in self._denominators
        ]

    def equation(self, equation: Equation) -> Equation:
        """The equation times its denominators, without inverses."""
        powers = self.powers(equation.poly)
        if not any(powers):
            return equation
        common, cleared, parts = self._cleared(equation.poly, powers)
        return Equation(cleared, parts=(*equation.multiple(common), *parts))

    def inequality(self, inequality: Inequality) -> Inequality | None:
        """The inequality times its denominators; None if the sign of one is not known."""
        result = inequality
        powers = self.powers(inequality.poly)
        extra = self._space.ring.one
        for denominator, power in zip(self._denominators, powers, strict=True):
            for _ in range(power):
                if denominator.positive is None:
                    return None
                result = product(denominator.positive, result)
                extra *= denominator.factor
        if result is inequality:
            return inequality
        _, cleared, parts = self._cleared(inequality.poly, powers)
        parts = tuple((by * extra, e) for by, e in parts)
        return Inequality(
            cleared * extra,
            result.strict,
            result.proof,
            result.sign,
            (*result.parts, *parts),
            inequality.rank,
        )

    def goal(self, poly: Polynomial) -> tuple[Polynomial, Polynomial, Parts]:
        """(cleared, by, parts) with poly = by * cleared + parts.

        So `poly` is 0 if `cleared` is.
        """
        powers = self.powers(poly)
        if not any(powers):
            return poly, self._space.ring.one, ()
        _, cleared, parts = self._cleared(poly, powers)
        # poly = U (D poly) + poly (1 - U D), and D poly = cleared - parts.
        inverses = self._space.ring.one
        for denominator, power in zip(self._denominators, powers, strict=True):
            inverses *= self._space.ring.gens[denominator.index] ** power
        whole = self._telescope(powers)
        back = tuple((-poly * by, e) for by, e in whole)
        return cleared, inverses, (*((-by * inverses, e) for by, e in parts), *back)

    def _cleared(
        self, poly: Polynomial, powers: Sequence[int]
    ) -> tuple[Polynomial, Polynomial, Parts]:
        """(common, cleared, parts) with common * poly + parts = cleared, and no inverses in it."""
        ring = self._space.ring
        common = self._bases(powers)
        cleared = ring.zero
        parts: list[tuple[Polynomial, Equation]] = []
        for exponents, coefficient in poly.items():
            mine = [exponents[d.index] for d in self._denominators]
            rest = list(exponents)
            for denominator in self._denominators:
                rest[denominator.index] = 0
            left = [whole - part for whole, part in zip(powers, mine, strict=True)]
            outer = ring({tuple(rest): coefficient}) * self._bases(left)
            cleared += outer
            parts += [(-outer * by, equation) for by, equation in self._telescope(mine)]
        merged: dict[Equation, Polynomial] = {}
        for by, equation in parts:
            merged[equation] = merged.get(equation, ring.zero) + by
        return common, cleared, tuple((by, e) for e, by in merged.items() if by)

    def _bases(self, powers: Sequence[int]) -> Polynomial:
        result = self._space.ring.one
        for denominator, power in zip(self._denominators, powers, strict=True):
            result *= denominator.base**power
        return result

    def _telescope(self, powers: Sequence[int]) -> Parts:
        """Multiples of the equations base * atom - 1 that sum to the product of powers of
        base * atom, less 1."""
        ring = self._space.ring
        before = ring.one
        parts: list[tuple[Polynomial, Equation]] = []
        for denominator, power in zip(self._denominators, powers, strict=True):
            pair = denominator.base * ring.gens[denominator.index]
            for _ in range(power):
                parts.append((before, denominator.equation))
                before *= pair
        return tuple(parts)
