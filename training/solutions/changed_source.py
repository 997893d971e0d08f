"""Problem to changed problem, or the changed problem solved; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from formalmath.errors import InputError
from formalmath.informal.prompts import Prompt
from training.data.formats import Origin
from training.example import Example
from training.solutions.changed import CHANGES
from training.solutions.problems import Problems, at_most


@dataclass(frozen=True)
class Changed:
    """Problems made of problems, where Lean verifies the old solution and the new.

    Attributes:
        task: a key of `CHANGES`.
        solved: give the new problem with its solution, instead of the old with the new.
    """

    problems: Problems
    task: Prompt
    solved: bool = False

    def __post_init__(self) -> None:
        if self.task not in CHANGES:
            raise InputError(f"{self.task!r} has no rule; take one of {', '.join(CHANGES)}.")

    @property
    def name(self) -> str:
        """As in a mixture."""
        return f"{self.task.value}, solved" if self.solved else self.task.value

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return at_most(count, self._all(count, seed))

    def _all(self, count: int, seed: int) -> Iterator[Example]:
        change, formats = CHANGES[self.task], self.problems.formats
        # About every second problem has a change that stays right.
        for chunk in self.problems.chunks(2 * count, seed):
            pairs = [(w, change(w, Random(f"{seed}/{self.task}/{w.name}"))) for w in chunk]
            kept = [(old, new) for old, new in pairs if new is not None]
            good = {w.name for w, _ in self.problems.verified([old for old, _ in kept])}
            kept = [(old, new) for old, new in kept if old.name in good]
            good = {w.name for w, _ in self.problems.verified([new for _, new in kept])}
            for old, new in kept:
                if new.name not in good:
                    continue
                of = Origin(f"{old.name}#{self.task}", self.problems.source)
                if self.solved:
                    yield formats.solve(of, new.question, new.solution.text)
                else:
                    yield formats.augment(of, self.task, old.question, new.question)
