"""Prompts that a causal model has read, ready to go on from, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Tokens = tuple[int, ...]

MOST_TOKENS = 8192
"""Of what is read together, the padding included."""
MOST_PADDED = 1.25
"""Times the tokens that they have: a batch of more padding costs more than it saves."""


@dataclass
class Prefix:
    """What B prompts of at most P tokens left in the model.

    Attributes:
        cache: keys and values of all layers, of B rows.
        mask: [B, P] int64; 0 at the padding, which stands on the left.
        lengths: [B] int64, the tokens of each prompt.
        logits: [B, V] float32, of the token that comes next.
    """

    cache: Any
    mask: Any
    lengths: Any
    logits: Any


def read(model: Any, prompts: Sequence[Tokens]) -> Prefix:
    """Have the model read prompts, each of at least one token."""
    import torch
    from transformers import DynamicCache

    longest = max(len(prompt) for prompt in prompts)
    ids = torch.zeros(len(prompts), longest, dtype=torch.int64)
    mask = torch.zeros_like(ids)
    for row, prompt in enumerate(prompts):
        ids[row, longest - len(prompt) :] = torch.tensor(prompt)
        mask[row, longest - len(prompt) :] = 1
    mask = mask.to(model.device)
    answer = model(
        input_ids=ids.to(model.device),
        attention_mask=mask,
        position_ids=(mask.cumsum(-1) - 1).clamp(min=0),
        past_key_values=DynamicCache(),  # whole: no layer forgets what is out of its window
        use_cache=True,
        logits_to_keep=1,
    )
    return Prefix(answer.past_key_values, mask, mask.sum(-1), answer.logits[:, -1].float())


def batches(lengths: Sequence[int], rows: int = 1) -> Iterator[list[int]]:
    """The places of what is read together: of like length, and not too much at once.

    Args:
        lengths: tokens of each.
        rows: of a batch that each will become.
    """
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        padded = (len(batch) + 1) * lengths[place]
        bare = sum(lengths[each] for each in batch) + lengths[place]
        if batch and (padded * rows > MOST_TOKENS or padded > MOST_PADDED * bare):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
