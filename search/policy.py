"""What a policy is: tactics worth trying at a state, with their log-probabilities."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState


@dataclass(frozen=True)
class Candidate:
    """A tactic and the natural logarithm of the probability that the policy gives it."""

    tactic: str
    log_prob: float


class Policy(Protocol):
    """Proposes tactics. A pure function of the states, the limit and the seed."""

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """At most `limit` candidates for the first goal of each state, likeliest first.

        The probabilities of one state's candidates sum to at most 1, and no tactic comes
        twice. States are given together so that a model can answer them in one batch.
        """
        ...


def normalised(weights: Iterable[tuple[str, float]], limit: int) -> list[Candidate]:
    """Turn tactics with log-weights into at most `limit` sorted candidates.

    A tactic that comes twice keeps its larger weight. Equal weights keep their order.
    The probabilities sum to 1 before the cut, so that a cut list sums to less.
    """
    best: dict[str, float] = {}
    for tactic, weight in weights:
        best[tactic] = max(weight, best.get(tactic, -math.inf))
    if not best:
        return []
    top = max(best.values())
    total = top + math.log(sum(math.exp(w - top) for w in best.values()))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    return [Candidate(tactic, weight - total) for tactic, weight in ranked[:limit]]
