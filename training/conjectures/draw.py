"""What families draw their statements with, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from training.conjectures.conjecture import Conjecture

T = TypeVar("T")


@dataclass(frozen=True)
class Stated:
    """A true statement before it has a family: see `Conjecture`.

    Two of them drawn with one `Draw` share no variable.
    """

    conclusion: str
    binders: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()

    @property
    def closed(self) -> str:
        """It as one proposition, its hypotheses as premises."""
        premises = "".join(f"({text}) → " for text in self.hypotheses)
        given = " ".join(self.binders)
        return f"∀ {given}, {premises}{self.conclusion}" if given else premises + self.conclusion


class Draw:
    """Random choices by a seed, and names that were not used yet."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._numbers = list("abcdkmntuvwxyz")
        self._random.shuffle(self._numbers)

    def number(self, least: int, most: int) -> int:
        """Between the two, both included."""
        return self._random.randint(least, most)

    def one(self, choices: Sequence[T]) -> T:
        """One of them."""
        return self._random.choice(choices)

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """So many different ones, in random order."""
        return self._random.sample(list(choices), count)

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._random.random() < probability

    def variable(self) -> str:
        """A letter for a number that no earlier call gave."""
        return self._numbers.pop()

    def variables(self, count: int) -> list[str]:
        """So many of them."""
        return [self.variable() for _ in range(count)]


Drawn: TypeAlias = Callable[[Draw], Stated]


@dataclass(frozen=True)
class Family:
    """Statements of one kind.

    Attributes:
        name: such as `sums.linear`.
        draw: draws a statement that is true.
        share: how many of its statements come to practise on for one of a family with share 1.
        measured: the same of those that are held out.
    """

    name: str
    draw: Drawn
    share: int = 1
    measured: int = 1

    def conjecture(self, seed: str) -> Conjecture:
        """One statement of the family, the same for the same seed."""
        stated = self.draw(Draw(f"{self.name} {seed}"))
        return Conjecture(self.name, stated.binders, stated.hypotheses, stated.conclusion)


def linear(terms: Sequence[tuple[int, str]], constant: int = 0) -> str:
    """`3 * x + y + 2`: the text of a sum with coefficients above 0; `0` if nothing is left."""
    parts = [name if c == 1 else f"{c} * {name}" for c, name in terms if c]
    return " + ".join([*parts, *([str(constant)] if constant or not parts else [])])
