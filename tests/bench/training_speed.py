"""How many tokens a second a small model is trained on, by layout, attention and precision.

    OMP_NUM_THREADS=1 python tests/bench/training_speed.py [STEPS]

Lengths are drawn log-normal, as proof states' are: 106 tokens in the mean, 12 of them learnt.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from training.learning.chat_tokens import Tokens
from training.learning.sft import NextToken, SFTConfig

VOCABULARY = 4096


def drawn(count: int, seed: int = 0) -> list[Tokens]:
    """Conversations of 20 to 500 tokens."""
    draw = np.random.default_rng(seed)
    items = []
    for length in np.clip(draw.lognormal(np.log(90), 0.6, count).astype(int), 20, 500):
        learnt = np.zeros(length, np.bool_)
        learnt[-int(draw.integers(4, 20)) :] = True
        items.append(Tokens(draw.integers(0, VOCABULARY, length).astype(np.int32), learnt))
    return items


def model(attention: str) -> Any:
    """4.2 million parameters."""
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=256,
        intermediate_size=688,
        num_hidden_layers=4,
        num_attention_heads=4,
        num_key_value_heads=4,
        max_position_embeddings=1024,
        tie_word_embeddings=True,
        attn_implementation=attention,
    )
    return LlamaForCausalLM(config)


def measure(
    name: str, items: Sequence[Tokens], config: SFTConfig, steps: int, attention: str, half: bool
) -> None:
    """Print the tokens a second of wall time and of CPU time, padding left out."""
    trained = model(attention)
    optimizer = torch.optim.AdamW(trained.parameters(), lr=1e-3)
    objective = NextToken(items, (), config, attention)
    tokens = 0
    for number in range(steps + 1):
        if number == 1:  # the first one warms up
            wall, cpu, tokens = time.perf_counter(), time.process_time(), 0
        for batch in objective.step(number):
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                loss = objective.loss(trained, batch).loss
            loss.backward()
            tokens += int((batch.blocks >= 0).sum())
        optimizer.step()
        optimizer.zero_grad()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{name:24} {tokens / wall:8,.0f} a second {tokens / cpu:8,.0f} a CPU second", flush=True)


def main() -> None:
    """All of them, one after the other."""
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    items = drawn(4000)
    base = replace(SFTConfig.from_scratch(), layout="packed")
    longer = replace(base, length=1024, rows=2, batch=2)
    measure("padded", items, replace(base, layout="padded"), steps, "sdpa", False)
    measure("packed, rows of 512", items, base, steps, "sdpa", False)
    measure("packed, rows of 1,024", items, longer, steps, "sdpa", False)
    measure("packed, eager attention", items, base, steps, "eager", False)
    measure("packed, bf16", items, base, steps, "sdpa", True)


if __name__ == "__main__":
    main()
