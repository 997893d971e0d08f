"""Whole numbers as products of primes, found by division, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from random import Random

from sympy import isprime, prime

from training.abilities.item import Item, final, worded

_FORMS = (
    "Factor {n} into primes.",
    "What is the prime factorization of {n}?",
    "Write {n} as a product of prime numbers.",
    "Find all prime factors of {n}, with their multiplicities.",
)
_FACTOR = re.compile(r"(\d{1,12})(?:\s*(?:\^|\*\*)\s*(\d{1,3}))?")
_TIMES = re.compile(r"\s*[×*·]\s*")


@dataclass(frozen=True)
class Factors:
    """The primes whose product is `number`."""

    number: int

    def accepts(self, answer: str) -> bool:
        """Whether it is a product of primes (with `^` for powers) that gives the number."""
        found = [_FACTOR.fullmatch(each) for each in _TIMES.split(final(answer))]
        powers = [(int(m[1]), int(m[2] or 1)) for m in found if m is not None]
        if len(powers) < len(found) or not all(isprime(p) and e > 0 for p, e in powers):
            return False
        return sum(e for _, e in powers) < 64 and prod(p**e for p, e in powers) == self.number


@dataclass(frozen=True)
class Factoring:
    """Numbers up to `most` of which most have several small primes.

    Every answer is held to the definition: its factors are prime and multiply to the number.
    """

    name: str = "factoring"
    weight: int = 11_000
    most: int = 200_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        n = 1
        if random.random() < 0.2:
            n = random.randint(2, 5_000)
        else:
            while n < 30:
                n = 1
                for _ in range(random.randint(2, 7)):
                    p = prime(random.randint(1, random.choice((2, 6, 25))))
                    n = n * p if n * p <= self.most else n
        lines, factors = _divided(n)
        counts = Counter(factors)
        answer = " × ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in sorted(counts.items()))
        if len(factors) > 1:
            lines.append(f"So {n} = {' × '.join(map(str, factors))}{_short(factors, answer)}.")
        return Item(worded(_FORMS, n=n), tuple(lines), answer, Factors(n))


def _divided(n: int) -> tuple[list[str], list[int]]:
    lines: list[str] = []
    factors: list[int] = []
    rest, p, failed = n, 2, list[int]()
    while p * p <= rest:
        if rest % p == 0:
            if failed:
                lines.append(_none(failed, rest))
                failed = []
            lines.append(f"{rest} ÷ {p} = {rest // p}")
            factors.append(p)
            rest //= p
        else:
            failed.append(p)
            p += 1
            while not isprime(p):
                p += 1
    if failed:
        lines.append(_none(failed, rest))
    lines.append(f"{p}^2 = {p * p} is more than {rest}, so {rest} is prime.")
    return lines, [*factors, rest]


def _none(failed: Sequence[int], rest: int) -> str:
    if len(failed) == 1:
        return f"{rest} is not divisible by {failed[0]}."
    return f"{rest} is divisible by none of {', '.join(map(str, failed))}."


def _short(factors: Sequence[int], answer: str) -> str:
    return f" = {answer}" if len(set(factors)) < len(factors) else ""
