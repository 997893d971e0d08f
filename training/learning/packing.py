"""Sequences of many lengths as rows of few tokens that pad, and nothing else.

`packed` puts several sequences in a row, best fit in decreasing order of length within a window of
shuffled sequences; `bucketed` puts sequences of about one length in the rows of a batch. Both are
functions of their seed. `Batch` is what a model is given: positions count from 0 in each sequence,
and no sequence sees another.

How that is said depends on the attention: to torch's own and the eager one by an explicit 4D mask,
block-diagonal and causal, which rows of one sequence do without; to FlashAttention 2 by one row
with all sequences, their positions and where each begins (`cu_seq_lens`), without a mask, as in
transformers' `DataCollatorWithFlattening`.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.learning.chat_tokens import Tokens

WINDOW = 1024
"""Sequences among which those are chosen that go together; a larger one pads less, mixes less."""

IGNORED = -100
"""The target of a position that the loss is not on."""

Row = tuple[int, ...]
"""The sequences, by number, of one row."""


def packed(lengths: Sequence[int], capacity: int, seed: Sequence[int]) -> list[Row]:
    """Rows of at most `capacity` tokens that hold every sequence once.

    Best fit decreasing: the longest first, each in the row with the least room that takes it.

    Raises:
        ValueError: a sequence is longer than that.
    """
    if max(lengths, default=0) > capacity:
        raise ValueError(f"a sequence of {max(lengths)} tokens in rows of {capacity}")
    rows: list[list[int]] = []
    for window in _windows(lengths, seed):
        open_rows: list[tuple[int, int]] = []  # room and row, in order
        for item in window[::-1]:
            place = bisect.bisect_left(open_rows, (lengths[item], -1))
            if place < len(open_rows):
                room, row = open_rows.pop(place)
            else:
                room, row = capacity, len(rows)
                rows.append([])
            rows[row].append(item)
            bisect.insort(open_rows, (room - lengths[item], row))
    order = np.random.default_rng([*seed, 1]).permutation(len(rows))
    return [tuple(rows[number]) for number in order]


def bucketed(lengths: Sequence[int], capacity: int, seed: Sequence[int]) -> list[list[Row]]:
    """Batches of rows of one sequence each; rows times the longest is at most `capacity` tokens.

    A sequence that is longer than that is a batch of its own.
    """
    batches: list[list[Row]] = []
    for window in _windows(lengths, seed):
        batch: list[Row] = []
        for item in window:  # in increasing order of length
            if batch and (len(batch) + 1) * lengths[item] > capacity:
                batches.append(batch)
                batch = []
            batch.append((item,))
        batches.append(batch)
    order = np.random.default_rng([*seed, 1]).permutation(len(batches))
    return [batches[number] for number in order]


def _windows(lengths: Sequence[int], seed: Sequence[int]) -> list[list[int]]:
    """All sequences, shuffled, in windows each of which is sorted by length."""
    order = np.random.default_rng([*seed]).permutation(len(lengths)).tolist()
    return [
        sorted(order[start : start + WINDOW], key=lambda item: lengths[item])
        for start in range(0, len(order), WINDOW)
    ]


@dataclass(frozen=True)
class Batch:
    """Rows of sequences.

    Attributes:
        ids: [B, T] int64, 0 where a row is padded.
        targets: [B, T] int64, the token after each, `IGNORED` where the loss is not on it.
        positions: [B, T] int64, from 0 in each sequence; the last one's go on where it is padded.
        blocks: [B, T] int32, the number of the sequence in its row, -1 where it is padded.
    """

    ids: NDArray[np.int64]
    targets: NDArray[np.int64]
    positions: NDArray[np.int64]
    blocks: NDArray[np.int32]

    @property
    def count(self) -> int:
        """Tokens that the loss is on."""
        return int((self.targets != IGNORED).sum())


def batch_of(items: Sequence[Tokens], rows: Sequence[Row], flat: bool = False) -> Batch:
    """Put sequences together; `flat`: all in one row, as FlashAttention takes them."""
    if flat:
        rows = [tuple(item for row in rows for item in row)]
    width = max(sum(len(items[item].ids) for item in row) for row in rows)
    shape = (len(rows), width)
    ids, positions = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    targets, blocks = np.full(shape, IGNORED, np.int64), np.full(shape, -1, np.int32)
    for place, row in enumerate(rows):
        start = 0
        for block, item in enumerate(row):
            tokens = items[item]
            end = start + len(tokens.ids)
            ids[place, start:end] = tokens.ids
            targets[place, start : end - 1] = np.where(tokens.learnt, tokens.ids, IGNORED)[1:]
            positions[place, start:] = np.arange(width - start)
            blocks[place, start:end] = block
            start = end
    return Batch(ids, targets, positions, blocks)


def model_inputs(batch: Batch, attention: str, device: Any) -> dict[str, Any]:
    """The keyword arguments of a causal model: ids and positions [B, T], and the mask.

    `attention` is the model's `config._attn_implementation`. The mask is [B, 1, T, T]: bool and
    true where a token is seen for `sdpa`, 0 or the least float32 to be added for `eager`. For
    FlashAttention the batch is one row, and `cu_seq_lens_q` and `_k` are [sequences + 1] int32.
    Rows of one sequence each need no mask: what pads them stands behind it, where none looks.
    """
    import torch

    inputs: dict[str, Any] = {
        "input_ids": torch.from_numpy(batch.ids).to(device),
        "position_ids": torch.from_numpy(batch.positions).to(device),
    }
    if "flash" in attention:
        starts = np.flatnonzero(batch.positions[0] == 0)
        bounds = np.append(starts, batch.ids.shape[1]).astype(np.int32)
        longest = int(np.diff(bounds).max())
        places = torch.from_numpy(bounds).to(device)
        return inputs | {
            "attention_mask": None,
            "cu_seq_lens_q": places,
            "cu_seq_lens_k": places,
            "max_length_q": longest,
            "max_length_k": longest,
        }
    if batch.blocks.max() == 0:
        return inputs | {"attention_mask": None}
    blocks = torch.from_numpy(batch.blocks).to(device)
    seen = (blocks[:, None, :, None] == blocks[:, None, None, :]).tril()
    if attention == "eager":
        least = torch.finfo(torch.float32).min
        seen = torch.zeros(seen.shape, device=device).masked_fill(~seen, least)
    return inputs | {"attention_mask": seen}
