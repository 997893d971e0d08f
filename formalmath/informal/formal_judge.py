"""Goals that a model stated in Lean, put to a prover; all others to another judge; nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Protocol

from formalmath.informal.claims import LeanStatement
from formalmath.informal.judge import Goal, Judge, Judgement
from formalmath.lean.theorem import Theorem

HEADER = "import Mathlib\n\n"
"""What stands before a model's statement."""

JOBS = 2
"""Goals at work at a time."""


class FormalProver(Protocol):
    """Lean with a search for proofs."""

    async def fault(self, text: str) -> str:
        """What is wrong with a whole Lean text, in Lean's words; "" if it accepts it. `sorry` is
        no fault."""
        ...

    async def prove(self, theorem: Theorem, tactics: str = "") -> Judgement:
        """Whether the verifier accepts `tactics` as a proof, or what the search finds."""
        ...


class FormalJudge:
    """Judges what a model stated by a prover, and all else by `plain`."""

    def __init__(self, plain: Judge, prover: FormalProver) -> None:
        self._plain, self._prover = plain, prover

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        """One judgement a goal, in their order."""
        read = [goal for goal in goals if not isinstance(goal.statement, LeanStatement)]
        judged = iter(await self._plain.judge(read) if read else ())
        free = asyncio.Semaphore(JOBS)

        async def one(goal: Goal, statement: LeanStatement) -> Judgement:
            theorem = Theorem("stated", HEADER, statement.theorem("stated", goal.negated))
            async with free:
                return await self._prover.prove(theorem, "" if goal.negated else statement.proof)

        proved = iter(
            await asyncio.gather(
                *(one(g, g.statement) for g in goals if isinstance(g.statement, LeanStatement))
            )
        )
        return [
            next(proved if isinstance(goal.statement, LeanStatement) else judged) for goal in goals
        ]
