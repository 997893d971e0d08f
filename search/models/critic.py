"""A critic that is a model of transformers which gives a text one number, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from formalmath.errors import InputError
from formalmath.pretrained import SCORING, load
from search.models.batcher import Batcher
from search.models.prefix import batches

if TYPE_CHECKING:
    from formalmath.lean.dojo import TacticState


class ModelCritic:
    """Reads a pretty-printed state, and nothing around it, and says how near to a proof it is."""

    def __init__(self, tokenizer: Any, model: Any) -> None:
        """`model`: for sequence classification. Raises InputError if it gives not one number, or
        has no token to pad with."""
        if model.config.num_labels != 1:
            raise InputError(
                f"The critic gives {model.config.num_labels} numbers for a state, where one is "
                "wanted. Take a sequence classifier with num_labels=1."
            )
        if model.config.pad_token_id is None:
            model.config.pad_token_id = tokenizer.pad_token_id
        if model.config.pad_token_id is None:
            raise InputError(
                "The critic's tokenizer has no padding token, so where a state ends cannot be "
                "told. Set pad_token in its tokenizer_config.json."
            )
        tokenizer.truncation_side = "left"  # as in training: a state's goal is its end
        self._tokenizer, self._model = tokenizer, model
        limits = (getattr(model.config, "max_position_embeddings", 0), tokenizer.model_max_length)
        self._window = int(min(limit for limit in limits if limit))
        self._batcher = Batcher(self.score, most=128)

    @classmethod
    def open(cls, name: str) -> ModelCritic:
        """The critic in a folder, or of that name on the Hub.

        Raises:
            InputError: it cannot be loaded, or is no critic.
        """
        return cls(*load(name, SCORING, exact=True))

    async def values(self, states: Sequence[TacticState]) -> list[float]:
        """See `Critic.values`."""
        return await self._batcher.ask([state.pp for state in states])

    def score(self, states: Sequence[str]) -> list[float]:
        """A number for each pretty-printed state; one too long loses its beginning."""
        import torch

        found = [0.0] * len(states)
        texts = self._tokenizer(list(states), truncation=True, max_length=self._window)["input_ids"]
        with torch.inference_mode():
            for batch in batches([len(text) for text in texts]):
                longest = max(len(texts[place]) for place in batch)
                ids = torch.full((len(batch), longest), self._model.config.pad_token_id)
                mask = torch.zeros_like(ids)
                for row, place in enumerate(batch):
                    ids[row, : len(texts[place])] = torch.tensor(texts[place])
                    mask[row, : len(texts[place])] = 1
                device = self._model.device
                answer = self._model(input_ids=ids.to(device), attention_mask=mask.to(device))
                for place, value in zip(batch, answer.logits[:, 0].float().tolist(), strict=True):
                    found[place] = value
        return found
