"""Problems solved with the code interpreter: what the code printed is what it printed when run.

Nothing else. The conversation's form: `formalmath.informal.conversation`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from formalmath.informal.conversation import Runs
from formalmath.informal.equivalence import equivalent
from formalmath.informal.interpreter import Interpreter
from formalmath.sandbox import Sandbox, find_sandbox
from training.data.formats import CODE_INTERPRETER, Formats, Origin
from training.example import Example
from training.solutions.problems import at_most
from training.solutions.program import Defined, needs_fractions, program, python_program
from training.solutions.worked import Worked, shuffled

_FIRST = (
    "Let us compute this step by step.",
    "I will work this out with Python.",
    "We can compute the quantities one after another.",
)
_THEN = ("From this the rest follows.", "Now go on with these values.", "With that, the last part.")
_SPLIT_FROM = 4
"""Calculations from which on there are two turns of code."""


@dataclass(frozen=True)
class Interpreted:
    """Problem to text, Python and its results; kept where the last result is the answer.

    Attributes:
        read: gives the problems, when they are first needed.
        source: where they come from.
        find: gives the sandbox, or None to go without; the code is this module's own.
    """

    read: Callable[[], Sequence[Worked]]
    source: str
    find: Callable[[], Sandbox | None] = find_sandbox
    formats: Formats = field(default_factory=Formats)
    name: str = CODE_INTERPRETER

    def examples(self, count: int, seed: int) -> Iterator[Example]:
        """At most `count` items (0: all).

        Raises:
            InputError: the packages of the interpreter are missing.
            ToolchainError: its kernel does not start.
        """
        return at_most(count, self._all(seed))

    def _all(self, seed: int) -> Iterator[Example]:
        with asyncio.Runner() as runner:
            interpreter = Interpreter(self.find())
            try:
                for each in shuffled(self.read(), seed):
                    random = Random(f"{seed}/{each.name}")
                    steps = program(each)
                    turns = steps and runner.run(_turns(steps, interpreter, random))
                    if turns and equivalent(turns[-1][2].splitlines()[-1], each.answer):
                        of = Origin(each.name, self.source)
                        answer = f"The answer is {each.answer}."
                        yield self.formats.code_interpreter(of, each.question, turns, answer)
            finally:
                runner.run(interpreter.close())


async def _turns(
    steps: list[Defined], interpreter: Runs, random: Random
) -> list[tuple[str, str, str]] | None:
    """Text, code and result of each turn; None if a run fails."""
    half = len(steps) // 2
    parts = [steps[:half], steps[half:]] if len(steps) >= _SPLIT_FROM else [steps]
    turns = []
    for i, part in enumerate(parts):
        code = python_program(part)
        if i == 0 and needs_fractions(steps):
            code = f"from fractions import Fraction\n\n{code}"
        code += f"\nprint({part[-1].name})"
        ran = await interpreter.run(code)
        if not ran.succeeded:
            return None
        turns.append((random.choice(_THEN if i else _FIRST), code, ran.shown.strip()))
    return turns
