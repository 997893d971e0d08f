"""Solutions judged by Lean: outcome, process and pairwise rewards; nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from formalmath.errors import InputError
from formalmath.informal.prompts import Prompt
from formalmath.informal.verdicts import SolutionVerdict, Status
from training.data.formats import Origin
from training.example import Example
from training.solutions.mistakes import mistaken
from training.solutions.problems import Problems, at_most
from training.solutions.worked import Worked

JUDGING = (Prompt.ORM, Prompt.PRM, Prompt.PAIRWISE)


@dataclass(frozen=True)
class Rewards:
    """Solutions judged: outcome, process or pairwise.

    Each problem gives its solution, where Lean verifies that, and one with a mistake, where Lean
    refutes exactly the step in which the mistake was made. So half of the labels are `Correct`.
    """

    problems: Problems
    task: Prompt

    def __post_init__(self) -> None:
        if self.task not in JUDGING:
            raise InputError(f"{self.task!r} judges no solution; take ORM, PRM or PAIRWISE.")

    @property
    def name(self) -> str:
        """As in a mixture."""
        return self.task.value

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return at_most(count, self._all(count, seed))

    def _all(self, count: int, seed: int) -> Iterator[Example]:
        # Two items a problem, but for pairs.
        enough = count if self.task is Prompt.PAIRWISE else -(-count // 2)
        for chunk in self.problems.chunks(enough, seed):
            verified = self.problems.verified(chunk)
            for (each, right), wrong in zip(
                verified, self._refuted([w for w, _ in verified], seed), strict=True
            ):
                if wrong is not None:
                    yield from self._items(each, right, wrong, seed)

    def _refuted(self, worked: Sequence[Worked], seed: int) -> list[SolutionVerdict | None]:
        made = [mistaken(each, Random(f"{seed}/{each.name}")) for each in worked]
        verdicts = iter(self.problems.checks.verdicts([m[0].solution for m in made if m]))
        out: list[SolutionVerdict | None] = []
        for each, mistake in zip(worked, made, strict=True):
            verdict = next(verdicts) if mistake else None
            exact = mistake and verdict and _refutes_only(verdict, _step_of(each, mistake[1]))
            out.append(verdict if exact else None)
        return out

    def _items(
        self, each: Worked, right: SolutionVerdict, wrong: SolutionVerdict, seed: int
    ) -> Iterator[Example]:
        of, formats, question = self.problems.origin(each), self.problems.formats, each.question
        if self.task is Prompt.PAIRWISE:
            better = Random(f"{seed}/{each.name}/order").choice((1, 2))
            texts = [right.solution.text, wrong.solution.text]
            first, second = texts if better == 1 else reversed(texts)
            yield formats.pairwise(of, question, first, second, better)
            return
        for verdict, word in ((right, "right"), (wrong, "wrong")):
            named = Origin(f"{of.name}#{word}", of.source)
            if self.task is Prompt.ORM:
                correct = verdict is right
                yield formats.outcome(named, question, verdict.solution.text, correct)
            else:
                first_wrong = verdict.first_refuted
                stands = len(verdict.steps) if first_wrong is None else first_wrong
                labels = [True] * stands + ([] if first_wrong is None else [False])
                steps = [step.text for step in verdict.solution.steps]
                yield formats.process(named, question, steps, labels)


def _refutes_only(verdict: SolutionVerdict, step: int | None) -> bool:
    """Whether that step is refuted and all others stand."""
    return step is not None and all(
        each.status is Status.REFUTED
        if each.index == step
        else each.status is Status.VERIFIED or not (each.claims or each.says.unread)
        for each in verdict.steps
    )


def _step_of(worked: Worked, calculation: int) -> int | None:
    at = worked.calculations[calculation].at
    steps = worked.solution.steps
    return next((s.index for s in steps if s.span.start <= at <= s.span.end), None)
