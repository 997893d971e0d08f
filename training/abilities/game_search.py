"""The game of k numbers searched backward from its target, and searched through; nothing else.

Any way to make a target of several numbers ends with an operation. If one of its sides is a single
number, undoing the operation leaves a smaller game (`24 = 5 + 19`: make 19 of the others). If both
sides take two numbers or more, the values of the smaller side are tried. So the search misses none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import combinations

from training.abilities.expression import Expression, Operation, applied, written
from training.abilities.numerals import plain

Numbers = tuple[Fraction, ...]
"""In ascending order."""


@dataclass(frozen=True)
class Split:
    """`target = left sign right`: one side known, the other to be made of `rest`.

    Attributes:
        known: the expression of the side that is known.
        known_left: whether that is the left one.
        needed: the other side's value.
    """

    sign: str
    known: Expression
    known_left: bool
    needed: Fraction
    rest: Numbers

    def joined(self, other: Expression) -> Operation:
        """The whole, with the other side made."""
        sides = (self.known, other) if self.known_left else (other, self.known)
        return Operation(self.sign, *sides)


def undone(target: Fraction, known: Fraction) -> Iterator[tuple[str, bool, Fraction]]:
    """The operations with `known` on one side that give the target: sign, side, other value."""
    yield "+", True, target - known
    yield "-", False, target + known
    yield "-", True, known - target
    if known:
        yield "×", True, target / known
        yield "÷", False, target * known
        if target:
            yield "÷", True, known / target


def splits(target: Fraction, numbers: Numbers) -> Iterator[Split]:
    """All last operations, those with a whole number left to make first."""
    found: dict[tuple[str, bool, Fraction, Numbers], Split] = {}
    for i, number in enumerate(numbers):
        if i and numbers[i - 1] == number:
            continue
        rest = numbers[:i] + numbers[i + 1 :]
        for sign, left, needed in undone(target, number):
            found.setdefault((sign, left, number, rest), Split(sign, number, left, needed, rest))
    for size in range(2, len(numbers) // 2 + 1):
        for group in set(combinations(numbers, size)):
            rest = without(numbers, group)
            for value, how in sorted(made(group).items()):
                for sign, left, needed in undone(target, value):
                    key = (sign, left, value, rest)
                    found.setdefault(key, Split(sign, how, left, needed, rest))
    yield from sorted(found.values(), key=_promise)


def _promise(split: Split) -> tuple[int, ...]:
    needed = split.needed
    number = isinstance(split.known, Fraction)
    return (not number, needed.denominator != 1, needed < 0, "×÷+-".index(split.sign))


def without(numbers: Numbers, group: Sequence[Fraction]) -> Numbers:
    """The numbers less those of a group."""
    left = list(numbers)
    for number in group:
        left.remove(number)
    return tuple(left)


@cache
def made(numbers: Numbers) -> dict[Fraction, Expression]:
    """Every value that all of the numbers make, with one way each; small games only."""
    if len(numbers) == 1:
        return {numbers[0]: numbers[0]}
    out: dict[Fraction, Expression] = {}
    for size in range(1, len(numbers)):
        for group in sorted(set(combinations(numbers, size))):
            for a, left in made(group).items():
                for b, right in made(without(numbers, group)).items():
                    for sign in "+-×÷" if b else "+-×":
                        out.setdefault(applied(sign, a, b), Operation(sign, left, right))
    return out


@dataclass
class Search:
    """A search with what it tried, a line each; stops at `most` lines."""

    most: int
    lines: list[str] = field(default_factory=list)
    dead: set[tuple[Fraction, Numbers]] = field(default_factory=set)

    def solve(self, target: Fraction, numbers: Numbers, depth: int = 0) -> Expression | None:
        """A way to make the target; None if there is none, or the lines ran out (`full`)."""
        if len(numbers) <= 2:
            return made(numbers).get(target)
        if len(numbers) == 3:
            return self._three(target, numbers, depth)
        for split in splits(target, numbers):
            if self.full:
                return None
            if (split.needed, split.rest) in self.dead:
                continue
            self._say(depth, f"{self._equation(target, split)}: make {plain(split.needed)} "
                      f"of {listed(split.rest)}.")  # fmt: skip
            if (other := self.solve(split.needed, split.rest, depth + 1)) is not None:
                return split.joined(other)
            if not self.full:
                self.dead.add((split.needed, split.rest))
                if len(split.rest) < 3:
                    self._say(depth + 1, f"{_makes(split.rest)}. Dead end.")
        return None

    @property
    def full(self) -> bool:
        """Whether the lines have run out."""
        return len(self.lines) >= self.most

    def _three(self, target: Fraction, numbers: Numbers, depth: int) -> Expression | None:
        """One line for each last number: what it leaves to the two others, and what they make."""
        for i, number in enumerate(numbers):
            if self.full or (i and numbers[i - 1] == number):
                continue
            pair = numbers[:i] + numbers[i + 1 :]
            leaves = [Split(s, number, left, n, pair) for s, left, n in undone(target, number)]
            hit = next((split for split in leaves if split.needed in made(pair)), None)
            if hit is not None:
                how = made(pair)[hit.needed]
                said = f"{written(how, plain)} = {plain(hit.needed)}"
                self._say(depth, f"{self._equation(target, hit)}, and {said}. Found.")
                return hit.joined(how)
            needed = dict.fromkeys(plain(split.needed) for split in leaves)
            self._say(depth, f"With {plain(number)} last, {listed(pair)} must make "
                      f"{' or '.join(needed)}; {_makes(pair)}. Dead end.")  # fmt: skip
        return None

    def _equation(self, target: Fraction, split: Split) -> str:
        return f"{plain(target)} = {written(split.joined(split.needed), plain)}"

    def _say(self, depth: int, line: str) -> None:
        self.lines.append("  " * depth + line)


def _makes(numbers: Numbers) -> str:
    """What they make, in a few words; the values only."""
    values = sorted(made(numbers), key=lambda v: (v.denominator, -v))
    if len(numbers) == 1:
        return f"only {plain(numbers[0])} is left"
    return f"they make only {', '.join(map(plain, values))}"


def listed(numbers: Sequence[Fraction]) -> str:
    """`3, 7 and 8`."""
    texts = [plain(number) for number in numbers]
    return f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else texts[0]
