"""Problem to worked solution, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from training.example import Example
from training.solutions.problems import Problems, at_most


@dataclass(frozen=True)
class Solved:
    """Problem to solution.

    Attributes:
        verified: only solutions that Lean verifies (their calculations, not whether the problem was
            understood); else all, and Lean is not asked.
    """

    problems: Problems
    verified: bool = True
    name: str = "worked solutions"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return at_most(count, self._all(count, seed))

    def _all(self, count: int, seed: int) -> Iterator[Example]:
        solve = self.problems.formats.solve
        for chunk in self.problems.chunks(count, seed):
            kept = [w for w, _ in self.problems.verified(chunk)] if self.verified else chunk
            for each in kept:
                yield solve(self.problems.origin(each), each.question, each.solution.text)
