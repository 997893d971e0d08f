"""How long a small model takes to rank the candidates of one state, on one thread.

    python -m tests.bench.score_states [--vocabulary 4096] [--prompt 200] [--shared 0]

`--shared`: of each continuation's tokens, how many are those of all others, at the beginning.
"""

from __future__ import annotations

import argparse
import time

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from search.models.scoring import score


def main() -> None:
    """Print the model's size and the times, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (
        ("vocabulary", 4096), ("hidden", 256), ("layers", 4), ("prompt", 200),
        ("continuations", 40), ("tokens", 12), ("shared", 0), ("states", 1), ("rounds", 20),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=asked.vocabulary,
            hidden_size=asked.hidden,
            intermediate_size=-(-asked.hidden * 8 // 3 // 16) * 16,
            num_hidden_layers=asked.layers,
            num_attention_heads=4,
            num_key_value_heads=4,
            tie_word_embeddings=True,
        )
    ).eval()
    prompts = [drawn(asked, asked.prompt) for _ in range(asked.states)]
    common = drawn(asked, asked.shared)
    answers = [
        [common + drawn(asked, asked.tokens - asked.shared) for _ in range(asked.continuations)]
        for _ in prompts
    ]
    wall, cpu = [], []
    for _ in range(asked.rounds):
        since, since_cpu = time.perf_counter(), time.process_time()
        score(model, prompts, answers)
        wall.append((time.perf_counter() - since) * 1000 / asked.states)
        cpu.append((time.process_time() - since_cpu) * 1000 / asked.states)
    print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.1f} million parameters")
    print(f"wall ms/state: least {min(wall):.1f}, median {sorted(wall)[len(wall) // 2]:.1f}")
    print(f"CPU ms/state: least {min(cpu):.1f}, median {sorted(cpu)[len(cpu) // 2]:.1f}")


def drawn(asked: argparse.Namespace, count: int) -> tuple[int, ...]:
    """Random tokens."""
    return tuple(torch.randint(asked.vocabulary, (count,)).tolist())


if __name__ == "__main__":
    main()
