"""Tasks made of worked solutions, and files of labels, in a mixture; nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from formalmath.informal.prompts import Prompt
from formalmath.informal.solution import Solution
from formalmath.informal.verdicts import SolutionVerdict
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.paths import cache_dir
from formalmath.report import build_progress
from formalmath.sandbox.find import AUTO, find_sandbox
from training.example import Example
from training.formats import CODE_INTERPRETER, Formats
from training.options import Options
from training.solutions.changed import CHANGES
from training.solutions.changed_source import Changed
from training.solutions.formal import Formal
from training.solutions.interpreted import Interpreted
from training.solutions.labelled_file import LabelledFile
from training.solutions.lean_checks import LeanChecks
from training.solutions.problems import Problems
from training.solutions.rewards import Rewards
from training.solutions.solved import Solved
from training.solutions.worked import Worked, read_worked
from training.source import Source

_REWARDS = (Prompt.ORM, Prompt.PRM, Prompt.PAIRWISE)
_FORMAL = (
    Prompt.SOLVE_IN_LEAN,
    Prompt.COT_TO_LEAN,
    Prompt.LEAN_TO_COT,
    Prompt.COT_TO_STATEMENT,
    Prompt.STATEMENT_TO_LEAN,
    Prompt.LEAN_TO_STATEMENT,
)
TASKS = (Prompt.SOLVE, *_FORMAL, *_REWARDS, *CHANGES, CODE_INTERPRETER)
"""What can be made of a problem with its worked solution."""


@dataclass(frozen=True)
class WorkedSolutions:
    """A task made of a file in GSM8K's form, which is read when the first item is wanted.

    Attributes:
        file: the problems.
        task: one of `TASKS`.
        formats: how an item is worded.
        verified: of the task `solve`: only solutions that Lean verifies.
        solved: of a task that changes problems: the new problem with its solution instead.
    """

    file: Path
    task: str
    formats: Formats
    verified: bool = True
    solved: bool = False
    name: str = "worked solutions"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all), in an order drawn by the seed."""
        return self._source().examples(count, seed)

    def _source(self) -> Source:
        worked, source = _worked(self.file), self.file.name
        if self.task == CODE_INTERPRETER:
            return Interpreted(worked, source, find_sandbox(AUTO), self.formats)
        problems, task = Problems(worked, source, _Checks(), self.formats), Prompt(self.task)
        if task is Prompt.SOLVE:
            return Solved(problems, self.verified)
        if task in _REWARDS:
            return Rewards(problems, task)
        return Formal(problems, task) if task in _FORMAL else Changed(problems, task, self.solved)


class _Checks:
    """Lean's word from the embedded toolchain, kept in the user's cache between builds."""

    def verdicts(self, solutions: Sequence[Solution]) -> list[SolutionVerdict]:
        with _lean_checks() as checks:
            return checks.verdicts(solutions)

    def compiles(self, files: Sequence[str]) -> list[bool]:
        with _lean_checks() as checks:
            return checks.compiles(files)


def _lean_checks() -> LeanChecks:
    with build_progress() as building:
        toolchain = EmbeddedToolchain.ready(progress=building)
    return LeanChecks(toolchain, cache_dir() / "training" / "solutions.jsonl")


@lru_cache(maxsize=2)
def _worked(file: Path) -> list[Worked]:
    return read_worked(file)


def build(options: Options) -> WorkedSolutions:
    """`path`: a file in GSM8K's form; `task`: one of `TASKS`; `verified`, `solved`: see there."""
    task = options.text("task", Prompt.SOLVE, TASKS)
    file = options.file("path")
    verified, solved = options.flag("verified", True), options.flag("solved", False)
    return WorkedSolutions(file, task, options.formats, verified, solved)


def build_labelled(options: Options) -> LabelledFile:
    """`path`: what `formalmath solution label` wrote, or steps with the index of a mistake."""
    return LabelledFile(options.file("path"), options.formats)
