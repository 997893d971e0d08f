"""Several policies as one, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from search.policy import Candidate, Policy, normalised

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState


class MixedPolicy:
    """Asks every policy; what each proposes is weighed by the trust in it.

    A tactic's probability is the sum over the policies, trust times what the policy gives it.
    Policies that know nothing of a state leave their trust to the others.
    """

    def __init__(self, policies: Sequence[tuple[Policy, float]]) -> None:
        """`policies`: each with a positive number, the trust in it."""
        self._policies = tuple(policies)

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`."""
        answers = [await policy.candidates(states, limit, seed) for policy, _ in self._policies]
        return [self._mixed(lists, limit) for lists in zip(*answers, strict=True)]

    def _mixed(self, lists: Sequence[list[Candidate]], limit: int) -> list[Candidate]:
        mass: dict[str, float] = {}
        for candidates, (_, trust) in zip(lists, self._policies, strict=True):
            for candidate in candidates:
                weight = trust * math.exp(candidate.log_prob)
                mass[candidate.tactic] = mass.get(candidate.tactic, 0.0) + weight
        return normalised(((t, math.log(m)) for t, m in mass.items() if m > 0), limit)
