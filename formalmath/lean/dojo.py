"""Proof states: try tactics on a theorem, from any earlier state, in LeanDojo's own terms.

`async with Dojo(theorem, lean) as (dojo, state)` gives the first state; `run_tac` and `run_tacs`
give new states, finished proofs, Lean's errors or given-up proofs as `lean_dojo` types. A state is
a path of tactics from the theorem, so that any worker can continue from it and none has to remember
it. What is called finished here is a candidate: only a compile in a fresh process proves anything.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import lean_dojo
from lean_dojo import (
    DojoCrashError,
    DojoInitError,
    DojoTacticTimeoutError,
    LeanError,
    ProofFinished,
    ProofGivenUp,
)

from formalmath.errors import LeanProcessError
from formalmath.lean.elaborator import ChunkReport, Elaborator, Outcome
from formalmath.lean.goals import parse_goals
from formalmath.lean.messages import Message, complaints
from formalmath.lean.proof_text import example_chunk, proof_position
from formalmath.lean.tactic_text import tactic_fault
from formalmath.lean.theorem import Theorem
from formalmath.limits import Limits

UNSOLVED = "unsolved goals\n"
"""How Lean's message on the goals that are left begins."""

_SORRY = "declaration uses `sorry`"


@dataclass(frozen=True)
class TacticState(lean_dojo.TacticState):  # type: ignore[misc]
    """A LeanDojo tactic state that also knows the tactics that lead to it from the theorem."""

    path: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "goals", parse_goals(self.pp))


TacticResult: TypeAlias = TacticState | ProofFinished | LeanError | ProofGivenUp


@dataclass(frozen=True)
class TacticRun:
    """One tactic tried on one state.

    Attributes:
        result: what Lean made of it; None unless `outcome` is DONE.
        outcome: DONE, or the limit or crash that kept Lean from an answer.
        seconds: Lean's wall time for it.
        detail: for an outcome other than DONE, what is known.
    """

    result: TacticResult | None
    outcome: Outcome
    seconds: float
    detail: str = ""


class Dojo:
    """The proof states of one theorem. Holds no process: `lean` does, and may be shared."""

    def __init__(self, theorem: Theorem, lean: Elaborator, limits: Limits | None = None) -> None:
        self.theorem = theorem
        self.limits = limits or Limits()
        self._lean = lean
        self._states = 0

    async def __aenter__(self) -> tuple[Dojo, TacticState]:
        """The first state.

        Raises:
            DojoInitError: the statement does not elaborate.
            PrefixError: the text before the theorem does not elaborate.
            LeanProcessError: Lean came to no end with it, which says nothing about the statement.
        """
        [report] = await self._lean.elaborate(
            self.theorem.prefix, [example_chunk(self.theorem, ["skip"])], self.limits
        )
        run = self._read(report, ())
        if run.outcome is not Outcome.DONE:
            raise LeanProcessError(
                f"Lean came to no end with the statement of {self.theorem.name}: "
                f"{run.detail or run.outcome}."
            )
        if not isinstance(run.result, TacticState):
            why = complaints(report.messages)[:1] or ["Lean shows no goals of it"]
            raise DojoInitError(f"the statement does not elaborate: {why[0]}")
        return self, run.result

    async def __aexit__(self, *_: object) -> None:
        """Nothing to release; the elaborator belongs to the caller."""

    async def run_tac(self, state: TacticState, tactic: str) -> TacticResult:
        """Try one tactic.

        Raises:
            DojoTacticTimeoutError: it exceeded `limits.wall_s`.
            DojoCrashError: it killed Lean ("OOM" if by memory).
        """
        [run] = await self.run_tacs([(state, tactic)])
        if run.outcome is Outcome.TIMEOUT:
            raise DojoTacticTimeoutError(run.detail)
        if run.outcome is Outcome.OUT_OF_MEMORY:
            raise DojoCrashError("OOM")
        if run.result is None:
            raise DojoCrashError(run.detail)
        return run.result

    async def run_tacs(
        self, attempts: Sequence[tuple[TacticState, str]], within_s: float = 0.0
    ) -> list[TacticRun]:
        """Try any number of tactics on any number of states: one `TacticRun` each, in order.

        A tactic that exceeds a limit or kills Lean spares the others. What is not done `within_s`
        seconds from now counts as timed out; 0 means no limit.
        """
        limits = self.limits
        if within_s:
            limits = replace(limits, until=time.monotonic() + within_s)
        faults = [tactic_fault(tactic) for _, tactic in attempts]
        sound = [attempt for attempt, fault in zip(attempts, faults, strict=True) if not fault]
        chunks = [example_chunk(self.theorem, [*state.path, tactic]) for state, tactic in sound]
        reports = iter(await self._lean.elaborate(self.theorem.prefix, chunks, limits))
        return [
            TacticRun(LeanError(fault), Outcome.DONE, 0.0)
            if fault
            else self._read(next(reports), (*state.path, tactic))
            for (state, tactic), fault in zip(attempts, faults, strict=True)
        ]

    def _read(self, report: ChunkReport, path: tuple[str, ...]) -> TacticRun:
        """What Lean's messages on the theorem with the tactics `path` mean."""
        if report.outcome is not Outcome.DONE:
            return TacticRun(None, report.outcome, report.seconds, report.detail)
        result: TacticResult
        left = [m for m in report.errors if self._tells_goals(m)]
        faults = [m for m in report.errors if not self._tells_goals(m)]
        if faults:
            result = LeanError("\n".join(m.text for m in faults))
        elif left:
            pp = left[0].text.removeprefix(UNSOLVED)
            result = TacticState(pp, self._new_id(), self._notes(report), path=path)
        elif any(m.text == _SORRY for m in report.messages):
            result = ProofGivenUp()
        else:
            result = ProofFinished(self._new_id(), self._notes(report))
        return TacticRun(result, Outcome.DONE, report.seconds)

    def _tells_goals(self, message: Message) -> bool:
        """Whether it is the theorem's own `by` that has goals left, not a block inside it."""
        at_by = message.start == proof_position(self.theorem)
        return message.is_error and at_by and message.text.startswith(UNSOLVED)

    def _new_id(self) -> int:
        self._states += 1
        return self._states - 1

    @staticmethod
    def _notes(report: ChunkReport) -> str | None:
        return "\n".join(m.text for m in report.messages if not m.is_error) or None
