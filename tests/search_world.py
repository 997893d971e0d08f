"""A made-up Lean for tests of the search: rules instead of mathematics, no process, no clock."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lean_dojo import LeanError, ProofFinished, ProofGivenUp

from formalmath.lean.dojo import TacticRun, TacticState
from formalmath.lean.elaborator import Outcome
from search import Candidate, normalised

Rule = list[str] | Outcome | LeanError | ProofGivenUp


def state_of(goals: Sequence[str], number: int = 0) -> TacticState:
    return TacticState("\n\n".join(goals), number)


@dataclass
class World:
    """`rules[goal][tactic]` says what a tactic makes of a goal; what has no rule is an error."""

    rules: Mapping[str, Mapping[str, Rule]]
    seconds: float = 0.5
    calls: list[list[str]] = field(default_factory=list)
    states: int = 0

    async def run_tacs(
        self, attempts: Sequence[tuple[TacticState, str]], within_s: float = 0.0
    ) -> list[TacticRun]:
        self.calls.append([tactic for _, tactic in attempts])
        return [self._run(state, tactic) for state, tactic in attempts]

    def _run(self, state: TacticState, script: str) -> TacticRun:
        goals = state.pp.split("\n\n")
        if match := re.match(r"rotate_left (\d+)\n", script):
            script, by = script[match.end() :], int(match[1])
            goals = goals[by:] + goals[:by]
        result = self._script(goals, script.split("\n"))
        if isinstance(result, Outcome):
            return TacticRun(None, result, self.seconds, f"the world says {result}")
        if isinstance(result, list):
            self.states += 1
            result = state_of(result, self.states) if result else ProofFinished(self.states)
        return TacticRun(result, Outcome.DONE, self.seconds)

    def _script(self, goals: list[str], lines: list[str]) -> Rule:
        while lines:
            line, *lines = lines
            if line.startswith("· "):
                inner = [line[2:]]
                while lines and lines[0].startswith("  "):
                    inner.append(lines.pop(0)[2:])
                if self._script(goals[:1], inner):
                    return LeanError("a block did not finish its goal")
                goals = goals[1:]
                continue
            if not goals:
                return LeanError("no goals")
            made = self.rules.get(goals[0], {}).get(line, LeanError(f"no rule for {line}"))
            if not isinstance(made, list):
                return made
            goals = made + goals[1:]
        return goals


@dataclass(frozen=True)
class Menu:
    """A policy that proposes the same tactics, each half as likely as the one before."""

    tactics: tuple[str, ...]

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        weights = [(tactic, -0.7 * rank) for rank, tactic in enumerate(self.tactics)]
        return [normalised(weights, limit) for _ in states]
