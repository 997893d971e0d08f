"""The untrained start: another policy's candidates, none likelier than another; nothing else.

It is what learning is measured against. What a model ranks and what this shuffles are the same
tactics, so the difference between the two searches is the model's knowledge alone. `SymbolicPolicy`
leaves out all but a `DECISIVE` step where it has one; that is part of its rules, and stays.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from search.policy import Candidate, Policy

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState

WHOLE = 4096
"""A limit that no policy of rules reaches: so many are asked for where all are wanted."""


class UniformPolicy:
    """The whole candidate set of `base`, in an order drawn from the seed and the state."""

    def __init__(self, base: Policy) -> None:
        self._base = base

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`. Each has the probability 1/N, where `base` knows N tactics."""
        answers = await self._base.candidates(states, WHOLE, 0)
        return [
            _shuffled(answer, f"{seed} {state.pp}", limit)
            for state, answer in zip(states, answers, strict=True)
        ]


def _shuffled(candidates: Sequence[Candidate], seed: str, limit: int) -> list[Candidate]:
    tactics = sorted(candidate.tactic for candidate in candidates)
    random.Random(seed).shuffle(tactics)
    return [Candidate(tactic, -math.log(len(tactics))) for tactic in tactics[:limit]]
