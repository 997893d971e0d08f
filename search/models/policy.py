"""Policies that are causal models: one makes tactics, one puts others' in order; nothing else."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from formalmath.errors import InputError
from formalmath.lean.tactic_text import tactic_fault
from search.models.batcher import Batcher
from search.models.causal import CausalModel, Suggestion
from search.models.decoding import Decoding
from search.policy import Candidate, Policy, normalised
from search.uniform import WHOLE

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState

RANKING = "ranking.json"
"""In a model's folder: how its numbers become those of candidates."""
MOST_CHARACTERS = 2000
"""Of a tactic that a model makes; a longer one is dropped."""


def usable(tactics: Iterable[tuple[str, float]], limit: int) -> list[Candidate]:
    """Made tactics as candidates, likeliest first: each once, and none that is no tactic at all.

    A text that was made in several ways keeps its largest log-probability.
    """
    best: dict[str, float] = {}
    for tactic, log_prob in tactics:
        if len(tactic) > MOST_CHARACTERS or (tactic not in best and tactic_fault(tactic)):
            continue
        best[tactic] = max(log_prob, best.get(tactic, -math.inf))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    return [Candidate(tactic, log_prob) for tactic, log_prob in ranked[:limit]]


class ModelPolicy:
    """The tactics that a model makes at a state, with its own log-probabilities."""

    def __init__(self, model: CausalModel, how: Decoding | None = None) -> None:
        self.how = how or Decoding()
        self._model = model
        self._batcher = Batcher(self._generated)

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`. What was cut for its length is left out."""
        made = await self.suggestions(states, seed)
        return [usable(((s.tactic, s.log_prob) for s in some), limit) for some in made]

    async def suggestions(self, states: Sequence[TacticState], seed: int) -> list[list[Suggestion]]:
        """All that the model made and ended, at each state."""
        made = await self._batcher.ask([(state.pp, seed) for state in states])
        return [[each for each in some if each.ended] for some in made]

    def _generated(self, asked: Sequence[tuple[str, int]]) -> list[list[Suggestion]]:
        states, seeds = zip(*asked, strict=True)
        return self._model.generate(states, self.how, seeds)


@dataclass(frozen=True)
class Ranking:
    """How log-probabilities of tactics become those of candidates.

    Attributes:
        temperature: they are divided by it before the softmax; more makes all more alike.
        length_exponent: 0 takes a tactic's log-probability, 1 its mean a token.
        share: of the probability that all candidates get alike, so that none has hardly any.
    """

    temperature: float = 1.0
    length_exponent: float = 0.0
    share: float = 0.05

    def save(self, folder: Path) -> None:
        """Write it into the folder of the model that it is for."""
        (folder / RANKING).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")

    @classmethod
    def of(cls, model: str) -> Ranking:
        """That of a model's folder; the defaults if it has none, or is no folder.

        Raises:
            InputError: what is there is none.
        """
        file = Path(model) / RANKING
        if not file.is_file():
            return cls()
        try:
            return cls(**json.loads(file.read_text("utf-8")))
        except (OSError, TypeError, ValueError) as error:
            raise InputError(f"{file} cannot be read: {error}. Delete it, or train anew.") from None

    def ranked(self, tactics: Sequence[tuple[str, float, int]], limit: int) -> list[Candidate]:
        """Texts with log-probability and number of tokens as candidates, likeliest first."""
        weights = (
            (tactic, log_prob / max(1, tokens) ** self.length_exponent / self.temperature)
            for tactic, log_prob, tokens in tactics
        )
        sharp = normalised(weights, WHOLE)
        even = self.share / max(1, len(sharp))
        return [
            Candidate(c.tactic, math.log((1 - self.share) * math.exp(c.log_prob) + even))
            for c in sharp[:limit]
        ]


class RankedPolicy:
    """Another policy's whole candidate set in the order of a model's log-probabilities.

    What the other policy thinks of its candidates does not count. Candidates that the model makes
    itself join in, if it is asked to make any.
    """

    def __init__(
        self,
        base: Policy,
        model: CausalModel,
        ranking: Ranking | None = None,
        own: ModelPolicy | None = None,
    ) -> None:
        """`own`: makes candidates too; by the same model, or its numbers mean something else."""
        self._base, self._own, self._ranking = base, own, ranking or Ranking()
        self._model = model
        self._batcher = Batcher(self._scored)

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`."""
        ranked, made = await asyncio.gather(self._ranked(states), self._made(states, seed))
        return [
            self._ranking.ranked([*ours, *theirs], limit)
            for ours, theirs in zip(ranked, made, strict=True)
        ]

    async def _ranked(self, states: Sequence[TacticState]) -> list[list[tuple[str, float, int]]]:
        answers = await self._base.candidates(states, WHOLE, 0)
        tactics = [[candidate.tactic for candidate in answer] for answer in answers]
        asked = [(state.pp, some) for state, some in zip(states, tactics, strict=True)]
        scores = await self._batcher.ask(asked)
        return [
            [(tactic, *pair) for tactic, pair in zip(some, pairs, strict=True)]
            for some, pairs in zip(tactics, scores, strict=True)
        ]

    def _scored(self, asked: Sequence[tuple[str, Sequence[str]]]) -> list[list[tuple[float, int]]]:
        states, tactics = zip(*asked, strict=True)
        return self._model.score(states, tactics)

    async def _made(
        self, states: Sequence[TacticState], seed: int
    ) -> list[list[tuple[str, float, int]]]:
        if self._own is None:
            return [[] for _ in states]
        made = await self._own.suggestions(states, seed)
        tokens = [{s.tactic: s.tokens for s in some} for some in made]
        return [
            [
                (c.tactic, c.log_prob, sizes[c.tactic])
                for c in usable(((s.tactic, s.log_prob) for s in some), WHOLE)
            ]
            for some, sizes in zip(made, tokens, strict=True)
        ]
