"""A judge without Lean, and short ways to read and check a text; nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from formalmath.informal.checker import Checker
from formalmath.informal.claims import Translation
from formalmath.informal.judge import Goal, Judge, Judgement
from formalmath.informal.lean_text import theorem
from formalmath.informal.solution import Solution
from formalmath.informal.symbolic import read_solution
from formalmath.informal.verdicts import SolutionVerdict


class ExactJudge:
    """Proves what exact arithmetic finds true, and nothing else."""

    def __init__(self) -> None:
        self.goals: list[Goal] = []

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        self.goals += goals
        return [
            Judgement(goal.likely, theorem(goal.statement, "c", goal.negated).text)
            for goal in goals
        ]


class HelplessJudge:
    """Proves nothing."""

    async def judge(self, goals: Sequence[Goal]) -> Sequence[Judgement]:
        return [Judgement(False, why="Lean gave no answer (timeout)") for _ in goals]


def read(text: str, problem: str = "") -> Translation:
    return read_solution(Solution.from_text(text, problem))


def check(text: str, problem: str = "", judge: Judge | None = None) -> SolutionVerdict:
    solution = Solution.from_text(text, problem)
    return asyncio.run(Checker(judge or ExactJudge()).check([solution]))[0]


def said(text: str, problem: str = "") -> list[tuple[str, str]]:
    """Each claim's text with its status, in order."""
    verdict = check(text, problem)
    return [
        (each.claim.span.of(text), each.status.value)
        for step in verdict.steps
        for each in step.claims
    ]


def lean(text: str) -> list[str]:
    """Each claim's plain reading in Lean."""
    return [
        theorem(claim.readings[0], "c").text.removeprefix("theorem c").removeprefix(" : ")
        for step in read(text).steps
        for claim in step.claims
    ]
