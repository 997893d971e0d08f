"""Questions whose answer is a number, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from formalmath.informal.equivalence import answer_value
from training.abilities.item import final


@dataclass(frozen=True)
class Value:
    """What an expression is worth.

    The checker's own grammar (`formalmath.informal`) reads and computes it.
    """

    expression: str

    def accepts(self, answer: str) -> bool:
        """Whether an answer has exactly that value, in any form."""
        given, asked = answer_value(final(answer)), answer_value(self.expression)
        return given is not None and given == asked


@dataclass(frozen=True)
class Whole:
    """A number that arithmetic without an expression gives, such as a remainder."""

    number: Fraction

    def accepts(self, answer: str) -> bool:
        """Whether an answer has exactly that value, in any form."""
        return answer_value(final(answer)) == self.number


@dataclass(frozen=True)
class LowestTerms:
    """A fraction in lowest terms: an equal one that can be reduced is no answer."""

    top: int
    bottom: int

    def accepts(self, answer: str) -> bool:
        """Whether it is `p/q` with q > 1, or an integer; equal; and cannot be reduced."""
        found = re.fullmatch(r"(-?\d{1,30})(?:\s*/\s*(\d{1,30}))?", final(answer))
        if found is None:
            return False
        top, bottom = int(found[1]), int(found[2] or 1)
        whole = found[2] is not None and bottom <= 1
        return not whole and gcd(top, bottom) == 1 and top * self.bottom == self.top * bottom
