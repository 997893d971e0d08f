"""Multipliers that a number system has, and nothing else: between integers there is no half."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from search.certificates.kinds import Kind
from search.certificates.reading import Polynomial

T = TypeVar("T")


def integral(
    kind: Kind, summands: Sequence[tuple[Polynomial, T]], scaled: bool = False
) -> list[tuple[Polynomial, T]] | None:
    """The summands, with multipliers that can be written in `kind`.

    Where they are not integers and have to be, None, or if `scaled` all times one number.
    """
    if kind.is_field:
        return list(summands)
    denominators = [c.denominator for by, _ in summands for c in by.values()]
    common = math.lcm(*map(int, denominators))
    if common == 1:
        return list(summands)
    return [(by * common, of) for by, of in summands] if scaled else None
