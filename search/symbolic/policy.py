"""A policy with no model: tactics from the shape of the goal, and nothing else."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from search.policy import Candidate, normalised
from search.symbolic.closers import closing_steps
from search.symbolic.divisors import divisor_steps
from search.symbolic.enumerate import enumeration
from search.symbolic.extremes import extreme_steps
from search.symbolic.factoring import factoring_steps
from search.symbolic.finsets import finset_steps
from search.symbolic.induction import induction_steps
from search.symbolic.periods import period_steps
from search.symbolic.recursion import recursion_steps
from search.symbolic.reduction import reduction_steps
from search.symbolic.residues import residue_steps
from search.symbolic.rewriting import rewriting_steps
from search.symbolic.roots import root_steps
from search.symbolic.shapes import Shape
from search.symbolic.shifting import shifting_steps
from search.symbolic.sieve import sieve_steps
from search.symbolic.structure import structural_steps

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState

Rule = Callable[[Shape], Iterator[tuple[str, float]]]

RULES: tuple[Rule, ...] = (
    structural_steps,
    closing_steps,
    rewriting_steps,
    enumeration,
    residue_steps,
    induction_steps,
    divisor_steps,
    finset_steps,
    root_steps,
    period_steps,
    recursion_steps,
    extreme_steps,
    shifting_steps,
    reduction_steps,
    factoring_steps,
    sieve_steps,
)
"""What the policy asks, each for tactics with log-weights; 0 is a good step, -5 a last resort."""


DECISIVE = 2.0
"""A step of this weight makes all others at the goal a waste, or worse: they would never end."""


class SymbolicPolicy:
    """Proposes what the shape of the first goal suggests.

    With seed 0 the order is the rules' own. Any other seed shakes the weights a little, so that a
    second search goes another way.
    """

    def __init__(self, rules: Sequence[Rule] = RULES) -> None:
        self._rules = tuple(rules)

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`."""
        return [self._candidates(state, limit, seed) for state in states]

    def _candidates(self, state: TacticState, limit: int, seed: int) -> list[Candidate]:
        if not state.goals:
            return []
        shape = Shape(state.goals[0])
        weights = [pair for rule in self._rules for pair in rule(shape)]
        if decisive := [pair for pair in weights if pair[1] >= DECISIVE]:
            weights = decisive
        if seed:
            weights = [(tactic, weight + _noise(seed, tactic)) for tactic, weight in weights]
        return normalised(weights, limit)


def _noise(seed: int, tactic: str) -> float:
    """Gumbel noise, so that the best of the noisy weights is a sample of the policy."""
    uniform = random.Random(f"{seed} {tactic}").random()
    return -math.log(-math.log(max(uniform, 1e-12))) / 2
