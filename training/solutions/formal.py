"""Verified solutions and Lean, in every direction that has a task; nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from formalmath.errors import InputError
from formalmath.informal.prompts import Prompt
from formalmath.informal.verdicts import SolutionVerdict
from training.data.formats import Formats, Origin
from training.example import Example
from training.solutions.lean_checks import HEADER
from training.solutions.problems import Problems, at_most
from training.solutions.program import closed, lean_program, program
from training.solutions.worked import Worked

_PROOF = " := by\n  decide +kernel\n"


@dataclass(frozen=True)
class Formal:
    """`COT_TO_LEAN` and `LEAN_TO_COT`: a file with a theorem a claim. `COT_TO_STATEMENT`: the
    problem in the form of a proof. `STATEMENT_TO_LEAN`, `LEAN_TO_STATEMENT`: all calculations as
    one equation, without its proof. `SOLVE_IN_LEAN`: definitions that compute the answer, with its
    proof. Lean verified every solution and compiled every Lean text whole, statements with a proof.
    """

    problems: Problems
    task: Prompt

    def __post_init__(self) -> None:
        if self.task not in WITH_LEAN:
            raise InputError(
                f"{self.task!r} is no task with Lean; take one of {', '.join(WITH_LEAN)}."
            )

    @property
    def name(self) -> str:
        """As in a mixture."""
        return self.task.value

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all)."""
        return at_most(count, self._all(count, seed))

    def _all(self, count: int, seed: int) -> Iterator[Example]:
        make, checks = WITH_LEAN[self.task], self.problems.checks
        for chunk in self.problems.chunks(count, seed):
            found = []
            for each, verdict in self.problems.verified(chunk):
                if (made := make(each, verdict)) is not None:
                    found.append((each, made))
            accepted = iter(checks.compiles([made.lean for _, made in found if made.lean]))
            for each, made in found:
                if not made.lean or next(accepted):
                    yield made.item(self.problems.formats, self.problems.origin(each))


@dataclass(frozen=True)
class Made:
    """What is made of a solution: a Lean text to be compiled ("" for none), and the item."""

    lean: str
    item: Callable[[Formats, Origin], Example]


def _cot_to_lean(each: Worked, verdict: SolutionVerdict) -> Made | None:
    lean, text = lean_file(verdict), verdict.solution.text
    return Made(lean, lambda formats, of: formats.cot_to_lean(of, each.question, text, lean))


def _lean_to_cot(each: Worked, verdict: SolutionVerdict) -> Made | None:
    lean, text = lean_file(verdict), verdict.solution.text
    return Made(lean, lambda formats, of: formats.lean_to_cot(of, lean, each.question, text))


def _solve_in_lean(each: Worked, _: SolutionVerdict) -> Made | None:
    steps = program(each)
    if steps is None:
        return None
    lean = lean_program(steps)
    return Made(lean, lambda formats, of: formats.solve_in_lean(of, each.question, lean))


def _statement_to_lean(each: Worked, _: SolutionVerdict) -> Made | None:
    return _equation(
        each, lambda formats, of, said, lean: formats.statement_to_lean(of, said, lean)
    )


def _lean_to_statement(each: Worked, _: SolutionVerdict) -> Made | None:
    return _equation(
        each, lambda formats, of, said, lean: formats.lean_to_statement(of, lean, said)
    )


def _equation(each: Worked, item: Callable[[Formats, Origin, str, str], Example]) -> Made | None:
    steps = program(each)
    if steps is None:
        return None
    text, stated = closed(steps)
    said, lean = f"Prove that {text}.", f"{stated} := by sorry"
    return Made(f"{HEADER}\n{stated}{_PROOF}", lambda formats, of: item(formats, of, said, lean))


def _cot_to_statement(each: Worked, verdict: SolutionVerdict) -> Made | None:
    stated, text = proof_form(each.question, each.answer), verdict.solution.text
    if stated is None:
        return None
    return Made("", lambda formats, of: formats.cot_to_statement(of, each.question, text, stated))


Maker = Callable[[Worked, SolutionVerdict], Made | None]

WITH_LEAN: Mapping[Prompt, Maker] = MappingProxyType(
    {
        Prompt.COT_TO_LEAN: _cot_to_lean,
        Prompt.LEAN_TO_COT: _lean_to_cot,
        Prompt.COT_TO_STATEMENT: _cot_to_statement,
        Prompt.STATEMENT_TO_LEAN: _statement_to_lean,
        Prompt.LEAN_TO_STATEMENT: _lean_to_statement,
        Prompt.SOLVE_IN_LEAN: _solve_in_lean,
    }
)
"""The tasks, with what makes their items."""

_ASKS = re.compile(r"(?:\A|(?<=[.!?])\s+)([^.!?]+(?:[.!?](?=\S)[^.!?]*)*\?)\s*\Z")


def lean_file(verdict: SolutionVerdict) -> str:
    """A theorem a claim, each under the step that makes it, with the proof that was verified."""
    lines = ["import Mathlib"]
    for step in verdict.steps:
        texts = [each.proofs[0].lean for each in step.claims if each.proofs]
        if not texts:
            continue
        lines += ["", f"-- {' '.join(verdict.solution.steps[step.index].text.split())}"]
        for i, text in enumerate(texts, 1):
            part = f"_{i}" if len(texts) > 1 else ""
            lines.append(_renamed(text, f"step{step.index + 1}{part}"))
    return "\n".join([*lines, ""])


def proof_form(question: str, answer: str) -> str | None:
    """The problem as something to be proved; None where its last sentence is no question."""
    asks = _ASKS.search(question)
    if asks is None or question.count("?") > 1:
        return None
    facts = question[: asks.start()].strip()
    asked = asks[1].strip()
    return f"{facts} Prove that the answer to “{asked}” is {answer}.".strip()


def _renamed(theorem: str, name: str) -> str:
    return re.sub(r"\Atheorem \S+", f"theorem {name}", theorem)
