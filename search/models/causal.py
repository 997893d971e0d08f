"""A causal model that proposes tactics and says how likely given ones are, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from formalmath.errors import InputError
from formalmath.pretrained import CAUSAL, load
from search.models.decoding import Continuation, Decoding, decode
from search.models.prefix import Tokens, batches
from search.models.prompts import TacticPrompts
from search.models.scoring import one_by_one, score

_CLOSE, _CLOSE_IN_HALF = 0.01, 0.5
"""How far log-probabilities of a short tactic may differ by rounding, in float32 and in 16 bits."""
_UNFIT = (
    "The model {!r} cannot rank tactics: asked about several at once, {}.\n"
    "Take one whose attention accepts a mask, as Llama's or Qwen's does."
)

LONGEST = 40
"""Tokens of a given tactic that are looked at, its end included: a longer one goes by these."""


@dataclass(frozen=True)
class Suggestion:
    """A tactic that a model made.

    Attributes:
        tactic: its text.
        log_prob: of its tokens and of its end, at temperature 1.
        tokens: how many they are.
        ended: whether the model ended it; else it was cut.
    """

    tactic: str
    log_prob: float
    tokens: int
    ended: bool


class CausalModel:
    """A causal model of transformers with its tokenizer. Not safe for two threads at once.

    Its attention must take a mask of four dimensions and positions given to it, as that of Llama,
    Qwen, Mistral and nearly all of transformers' models does.
    """

    def __init__(self, tokenizer: Any, model: Any) -> None:
        """Raises InputError for a tokenizer without chat template or end-of-sequence token."""
        self._model = model
        self._prompts = TacticPrompts(tokenizer)
        config = model.config
        limits = [
            getattr(config, "max_position_embeddings", None),
            getattr(config, "sliding_window", None),
            tokenizer.model_max_length,  # astronomic where it is not known
        ]
        self.window = int(min(limit for limit in limits if limit))
        given = getattr(model.generation_config, "eos_token_id", None)
        others = given if isinstance(given, list) else [given]
        self._ends = frozenset({tokenizer.eos_token_id, *others} - {None})

    @classmethod
    def open(cls, name: str) -> CausalModel:
        """The model in a folder, or of that name on the Hub.

        Raises:
            InputError: it cannot be loaded, its tokenizer has no chat template, or `check` fails.
        """
        causal = cls(*load(name, CAUSAL, exact=True))
        causal.check(name)
        return causal

    def check(self, name: str) -> None:
        """Hold the scores of a tree to those of one text at a time.

        Raises:
            InputError: they differ, as the model's attention is of a kind that takes no such mask.
        """
        prompt = self._prompts.prompt("⊢ p", self.window)
        texts = [self._prompts.answer(tactic) for tactic in ("simp", "simp at *", "rfl")]
        try:
            [together] = score(self._model, [prompt], [texts])
            alone = [one_by_one(self._model, prompt, text) for text in texts]
        except (TypeError, ValueError, AttributeError, RuntimeError) as error:
            raise InputError(_UNFIT.format(name, f"it fails at it ({error})")) from error
        off = max(abs(a - b) for a, b in zip(together, alone, strict=True))
        if not off <= (_CLOSE if self._model.dtype.itemsize >= 4 else _CLOSE_IN_HALF):
            raise InputError(_UNFIT.format(name, f"its answers are off by {off:.2g}"))

    def score(
        self, states: Sequence[str], tactics: Sequence[Sequence[str]]
    ) -> list[list[tuple[float, int]]]:
        """For each tactic at each state its log-probability, that it ends included, and its tokens.

        Args:
            states: B pretty-printed states; one too long for the window loses its beginning.
            tactics: B lists. Of a tactic of more than `LONGEST` tokens the first ones count.
        """
        longest = min(LONGEST, self.window // 2)
        prompts = [self._prompts.prompt(state, self.window - longest) for state in states]
        answers = [[self._prompts.answer(each)[:longest] for each in some] for some in tactics]
        return [
            [(value, len(answer)) for value, answer in zip(values, some, strict=True)]
            for values, some in zip(score(self._model, prompts, answers), answers, strict=True)
        ]

    def generate(
        self, states: Sequence[str], how: Decoding, seeds: Sequence[int]
    ) -> list[list[Suggestion]]:
        """Tactics for each of B states, in the order made; the same text may come twice.

        What is drawn for a state depends on the state, its seed and `how`, not on other states,
        as far as rounding in batches of different sizes allows.
        """
        room = self.window - how.tokens
        prompts = [self._prompts.prompt(state, room) for state in states]
        made: list[list[Continuation]] = [[] for _ in prompts]
        for batch in batches([len(prompt) for prompt in prompts], how.samples):
            drawn = decode(
                self._model,
                [prompts[place] for place in batch],
                how,
                self._ends,
                [_seed(prompts[place], seeds[place]) for place in batch],
            )
            for place, some in zip(batch, drawn, strict=True):
                made[place] = some
        return [
            [
                Suggestion(self._prompts.text(c.tokens), c.log_prob, len(c.tokens), c.ended)
                for c in some
            ]
            for some in made
        ]


def _seed(prompt: Tokens, seed: int) -> int:
    digest = hashlib.sha256(repr((seed, prompt)).encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
