"""A policy that proposes proofs by certificates, at any state, and nothing else."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from search.policy import Candidate, normalised
from search.symbolic.shapes import Shape

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState


class CertificatePolicy:
    """Proposes `linear_combination` proofs that exact arithmetic found, and steps towards one.

    What it proposes as a proof was checked here over the rationals; Lean has the last word.
    """

    def __init__(self, seconds: float = 2.0) -> None:
        """`seconds`: about the most CPU time that is spent on one state."""
        self._seconds = seconds

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`. The same for every seed."""
        return [await self._candidates(state, limit) for state in states]

    async def _candidates(self, state: TacticState, limit: int) -> list[Candidate]:
        if not state.goals:
            return []
        shape = Shape(state.goals[0])
        if not concerns(shape):
            return []
        found = await asyncio.to_thread(steps_of, shape, self._seconds)
        # What is no proof is one way on of many: nearly all probability is left to others.
        share = 0.0 if any(weight >= CLOSING for _, weight in found) else math.log(0.01)
        return [Candidate(c.tactic, c.log_prob + share) for c in normalised(found, limit)]


CLOSING = 2.0
"""The log-weight of a proof, and of nothing else; next to it, other steps are hardly tried."""

_MARKS = (*"ℝℚℂℤ√⌊⌈↑/|", "Real", "Rat", "Complex", "Int")


def concerns(shape: Shape) -> bool:
    """Whether anything in a goal is, or may be, of a type that certificates are about."""
    texts = [h.text for h in shape.hypotheses] + [shape.goal.conclusion]
    return any(name in text for text in texts for name in _MARKS)


def steps_of(shape: Shape, seconds: float) -> list[tuple[str, float]]:
    """Tactics with log-weights; what weighs `CLOSING` is a proof."""
    from search.certificates.steps import steps  # takes a second: scipy and sympy

    return list(steps(shape, seconds))
