"""The tasks made of worked solutions, as sources of training items, and nothing else.

Whatever is labelled, or said to be verified, Lean decided: `Checks`. Problems are taken in the
order that the seed draws, until there are enough items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import TypeVar

from formalmath.errors import InputError
from formalmath.informal.prompts import Prompt
from formalmath.informal.verdicts import SolutionVerdict, Status
from training.example import Example
from training.formats import Formats, Origin
from training.solutions.changed import CHANGES
from training.solutions.formal import lean_file, proof_form
from training.solutions.lean_checks import Checks
from training.solutions.mistakes import mistaken
from training.solutions.program import closed, lean_program, program
from training.solutions.worked import Worked, shuffled

CHUNK = 128
"""Problems that are put to Lean together: some seconds of work."""

T = TypeVar("T")


@dataclass(frozen=True)
class Problems:
    """What the sources share.

    Attributes:
        worked: the problems.
        source: where they come from, for `Example.source`.
        checks: Lean's word.
        formats: the wording.
    """

    worked: Sequence[Worked]
    source: str
    checks: Checks
    formats: Formats = field(default_factory=Formats)

    def chunks(self, count: int, seed: int) -> Iterator[list[Worked]]:
        """All problems, in small groups where few items are wanted."""
        order = iter(shuffled(list(self.worked), seed))
        size = min(CHUNK, count + count // 4 + 4) if count else CHUNK
        while chunk := list(islice(order, size)):
            yield chunk

    def verified(self, worked: Sequence[Worked]) -> list[tuple[Worked, SolutionVerdict]]:
        """Those whose solutions Lean verifies."""
        verdicts = self.checks.verdicts([each.solution for each in worked])
        pairs = zip(worked, verdicts, strict=True)
        return [(each, verdict) for each, verdict in pairs if verdict.status is Status.VERIFIED]

    def origin(self, worked: Worked) -> Origin:
        """Of an item made of a problem."""
        return Origin(worked.name, self.source)


@dataclass(frozen=True)
class Solved:
    """Problem to solution.

    Attributes:
        verified: only solutions that Lean verifies; else all, and Lean is not asked.
    """

    problems: Problems
    verified: bool = True
    name: str = "worked solutions"

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return _at_most(count, self._all(count, seed))

    def _all(self, count: int, seed: int) -> Iterator[Example]:
        solve = self.problems.formats.solve
        for chunk in self.problems.chunks(count, seed):
            kept = [w for w, _ in self.problems.verified(chunk)] if self.verified else chunk
            for each in kept:
                yield solve(self.problems.origin(each), each.question, each.solution.text)


@dataclass(frozen=True)
class Rewards:
    """Solutions judged: outcome, process or pairwise.

    Each problem gives its solution, where Lean verifies that, and one with a mistake, where Lean
    refutes exactly the step in which the mistake was made. So half of the labels are `Correct`.
    """

    problems: Problems
    task: Prompt

    def __post_init__(self) -> None:
        if self.task not in (Prompt.ORM, Prompt.PRM, Prompt.PAIRWISE):
            raise InputError(f"{self.task!r} judges no solution; take ORM, PRM or PAIRWISE.")

    @property
    def name(self) -> str:
        """As in a mixture."""
        return self.task.value

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return _at_most(count, self._all(count, seed))

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
            named = Origin(f"{of.name}/{word}", of.source)
            if self.task is Prompt.ORM:
                correct = verdict is right
                yield formats.outcome(named, question, verdict.solution.text, correct)
            else:
                first_wrong = verdict.first_refuted
                stands = len(verdict.steps) if first_wrong is None else first_wrong
                labels = [True] * stands + ([] if first_wrong is None else [False])
                steps = [step.text for step in verdict.solution.steps]
                yield formats.process(named, question, steps, labels)


@dataclass(frozen=True)
class Formal:
    """Verified solutions and Lean.

    `COT_TO_LEAN` and `LEAN_TO_COT`: a file with a theorem a claim. `COT_TO_STATEMENT`: the problem
    in the form of a proof. `STATEMENT_TO_LEAN`, `LEAN_TO_STATEMENT`: all calculations as one
    equation, which Lean proves. `SOLVE_IN_LEAN`: definitions that compute the answer, and its
    proof. Every Lean text was compiled whole.
    """

    problems: Problems
    task: Prompt

    def __post_init__(self) -> None:
        if self.task not in _FORMAL:
            raise InputError(f"{self.task!r} is no task with Lean; take {', '.join(_FORMAL)}.")

    @property
    def name(self) -> str:
        """As in a mixture."""
        return self.task.value

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return _at_most(count, self._all(count, seed))

    def _all(self, count: int, seed: int) -> Iterator[Example]:
        make, needs_lean = _FORMAL[self.task]
        for chunk in self.problems.chunks(count, seed):
            made = []
            for each, verdict in self.problems.verified(chunk):
                text = make(each, verdict)
                if text is not None:
                    made.append((each, verdict, text))
            if needs_lean:
                accepted = self.problems.checks.compiles([text for _, _, text in made])
                made = [item for item, good in zip(made, accepted, strict=True) if good]
            for each, verdict, text in made:
                yield self._item(each, verdict.solution.text, text)

    def _item(self, each: Worked, solution: str, text: str) -> Example:
        of, formats = self.problems.origin(each), self.problems.formats
        match self.task:
            case Prompt.COT_TO_LEAN:
                return formats.cot_to_lean(of, each.question, solution, text)
            case Prompt.LEAN_TO_COT:
                return formats.lean_to_cot(of, text, each.question, solution)
            case Prompt.SOLVE_IN_LEAN:
                return formats.solve_in_lean(of, each.question, text)
            case Prompt.STATEMENT_TO_LEAN | Prompt.LEAN_TO_STATEMENT:
                said = f"Prove that {closed(program(each) or [])[0]}."
                lean = text.removeprefix(_HEADER).replace(_PROOF, ":= by sorry")
                if self.task is Prompt.STATEMENT_TO_LEAN:
                    return formats.statement_to_lean(of, said, lean)
                return formats.lean_to_statement(of, lean, said)
            case _:
                return formats.cot_to_statement(of, each.question, solution, text)


def _file(each: Worked, verdict: SolutionVerdict) -> str | None:
    return lean_file(verdict)


def _computed(each: Worked, verdict: SolutionVerdict) -> str | None:
    steps = program(each)
    return None if steps is None else lean_program(steps)


def _equation(each: Worked, verdict: SolutionVerdict) -> str | None:
    steps = program(each)
    return None if steps is None else _HEADER + closed(steps)[1]


def _proof_form(each: Worked, verdict: SolutionVerdict) -> str | None:
    return proof_form(each.question, each.answer)


_FORMAL: dict[Prompt, tuple[Callable[[Worked, SolutionVerdict], str | None], bool]] = {
    Prompt.COT_TO_LEAN: (_file, True),
    Prompt.LEAN_TO_COT: (_file, True),
    Prompt.SOLVE_IN_LEAN: (_computed, True),
    Prompt.STATEMENT_TO_LEAN: (_equation, True),
    Prompt.LEAN_TO_STATEMENT: (_equation, True),
    Prompt.COT_TO_STATEMENT: (_proof_form, False),
}


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
        return _at_most(count, self._all(count, seed))

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
                of = Origin(f"{old.name}/{self.task}", self.problems.source)
                if self.solved:
                    yield formats.solve(of, new.question, new.solution.text)
                else:
                    yield formats.augment(of, self.task, old.question, new.question)


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


def _at_most(count: int, items: Iterator[T]) -> Iterator[T]:
    return islice(items, count) if count else items
