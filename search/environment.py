"""The seam between the search and whatever runs tactics, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticRun, TacticState


class Environment(Protocol):
    """Runs tactics at proof states; `formalmath.lean.dojo.Dojo` is one."""

    async def run_tacs(
        self, attempts: Sequence[tuple[TacticState, str]], within_s: float = 0.0
    ) -> list[TacticRun]:
        """Run each tactic at its state; one result an attempt, in the same order.

        A candidate that Lean rejects, that exceeds a limit or that kills Lean costs that
        candidate only. A tactic may be several lines. What is not done `within_s` seconds from
        now counts as timed out; 0 means no limit.

        Raises:
            LeanProcessError: Lean cannot be started at all.
        """
        ...
