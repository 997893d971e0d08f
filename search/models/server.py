"""A policy that is a model behind a server, such as vLLM's, and nothing else."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from formalmath.informal.chat import user
from formalmath.informal.openai_model import ModelLimits, OpenAIModel, ScoredReply
from formalmath.informal.prompts import PROMPTS, Prompt, filled
from search.models.policy import usable
from search.policy import Candidate

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState

LIMITS = ModelLimits(tokens=128, temperature=1.0)
"""Of one request: a tactic is short, and at temperature 1 the samples are the model's own."""

_FENCED = re.compile(r"\A```\w*\n(.*?)\n?```\Z", re.DOTALL)


class OpenAIPolicy:
    """Samples of a model behind any server that speaks OpenAI's chat protocol.

    A tactic's log-probability is the sum over its tokens where the server gives them; else it is
    that of the tactic's share of the samples. Seeds are the server's own business.
    """

    def __init__(self, model: OpenAIModel, samples: int = 16) -> None:
        """`samples`: replies asked for at a state."""
        self._model, self._samples = model, samples

    async def candidates(
        self, states: Sequence[TacticState], limit: int, seed: int
    ) -> list[list[Candidate]]:
        """See `Policy.candidates`. Raises ModelError if the server gives no reply."""
        return list(await asyncio.gather(*(self._candidates(state, limit) for state in states)))

    async def _candidates(self, state: TacticState, limit: int) -> list[Candidate]:
        prompt = filled(PROMPTS[Prompt.TACTIC], STATE=state.pp)
        replies = await self._model.scored_replies([user(prompt)], self._samples)
        return usable(_weighed(replies), limit)


def _weighed(replies: Sequence[ScoredReply]) -> list[tuple[str, float]]:
    """Tactics with log-probabilities, all of them the server's or all of them frequencies."""
    tactics = [_tactic(reply.text) for reply in replies]
    log_probs = [reply.log_prob for reply in replies]
    given = [log_prob for log_prob in log_probs if log_prob is not None]
    if len(given) == len(replies):
        return list(zip(tactics, given, strict=True))
    return [(tactic, math.log(tactics.count(tactic) / len(tactics))) for tactic in tactics]


def _tactic(reply: str) -> str:
    """The text of a reply, out of its fence if it stands in one."""
    text = reply.strip()
    fenced = _FENCED.match(text)
    return (fenced[1] if fenced else text).strip()
