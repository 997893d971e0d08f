"""A synchronous `Dojo` with LeanDojo's own calls, for provers written against it.

A prover that says `from lean_dojo import Dojo` runs on this one after `from formalmath.lean.sync
import Dojo`: the same context manager, `run_tac`, result types and errors.
Everything is done by the asynchronous `formalmath.lean.dojo.Dojo`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType

from formalmath.lean import dojo as core
from formalmath.lean.dojo import TacticResult, TacticRun, TacticState
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain, find_toolchain
from formalmath.limits import Limits


class Dojo:
    """`with Dojo(theorem) as (dojo, state)`: one theorem, one Lean, no event loop to care for."""

    def __init__(
        self,
        entry: Theorem,
        timeout: float = 600.0,
        toolchain: Toolchain | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Nothing is started yet.

        Args:
            entry: the theorem.
            timeout: wall seconds that one tactic may take, as in LeanDojo.
            toolchain: the Lean; `find_toolchain()`'s if None.
            limits: all other limits.
        """
        self.entry = entry
        self.timeout = timeout
        self._toolchain = toolchain
        self._limits = replace(limits or Limits(), wall_s=timeout)
        self._runner = asyncio.Runner()

    def __enter__(self) -> tuple[Dojo, TacticState]:
        """See `core.Dojo.__aenter__`, also for what it raises."""
        toolchain = self._toolchain or find_toolchain()
        self._lean = toolchain.elaborator()
        self._core = core.Dojo(self.entry, self._lean, self._limits)
        try:
            _, state = self._runner.run(self._core.__aenter__())
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self, state

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the Lean."""
        self._runner.run(self._lean.close())
        self._runner.close()

    def run_tac(self, state: TacticState, tactic: str) -> TacticResult:
        """See `core.Dojo.run_tac`, also for what it raises."""
        return self._runner.run(self._core.run_tac(state, tactic))

    def run_tacs(self, attempts: Sequence[tuple[TacticState, str]]) -> list[TacticRun]:
        """See `core.Dojo.run_tacs`."""
        return self._runner.run(self._core.run_tacs(attempts))
