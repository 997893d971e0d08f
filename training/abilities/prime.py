"""Whether a number is prime, by trial division shown in full, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from random import Random

from sympy import isprime, primerange

from training.abilities.item import Item, final, worded

_FORMS = (
    "Is {n} a prime number?",
    "Decide whether {n} is prime. Answer yes or no.",
    "Is {n} prime or composite? Answer yes if it is prime, and no otherwise.",
    "Check if {n} is a prime.",
)


@dataclass(frozen=True)
class IsPrime:
    """Whether `number` is prime: sympy's test, which divides by nothing, says it."""

    number: int

    def accepts(self, answer: str) -> bool:
        """Whether it is `yes` or `no`, and right."""
        return final(answer).lower() == ("yes" if isprime(self.number) else "no")


@dataclass(frozen=True)
class Primes:
    """Numbers up to `most`, half of them prime, few of the others with a small factor.

    Every answer is confirmed by another test of primality.
    """

    name: str = "prime"
    weight: int = 15_000
    most: int = 10_000

    def draw(self, random: Random) -> Item:
        """An item, drawn by `random` alone."""
        prime, small = random.random() < 0.5, random.random() < 0.2
        while True:
            n = random.randint(2, 10 ** random.randint(2, len(str(self.most)) - 1))
            if bool(isprime(n)) == prime and (prime or small or all(n % p for p in (2, 3, 5))):
                break
        lines, answer = _trial_division(n)
        return Item(worded(_FORMS, n=n), lines, answer, IsPrime(n))


def _trial_division(n: int) -> tuple[tuple[str, ...], str]:
    root = isqrt(n)
    primes = list(primerange(2, root + 1))
    lines = [
        f"{root}^2 = {root * root} and {root + 1}^2 = {(root + 1) ** 2}, so it is enough to divide "
        f"{n} by the primes up to {root}."
    ]
    for p in primes:
        lines.append(f"{n} = {p} × {n // p} + {n % p}")
        if n % p == 0:
            lines.append(f"{n} is divisible by {p}, so it is not prime.")
            return tuple(lines), "no"
    why = "None of them divides it" if primes else "There are none"
    return (*lines, f"{why}, so {n} is prime."), "yes"
