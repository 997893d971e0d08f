"""Tiny models with tokenizers, and conversations, for what trains."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)

PLAIN = (
    "{% for m in messages %}{% if m['role'] == 'assistant' %}{{ ' ' + m['content'] + '\n' }}"
    "{% else %}{{ 'Q: ' + m['content'] + '\nA:' }}{% endif %}{% endfor %}"
)
"""A template that asks without more ado, and does not end what the assistant says."""


def tiny_tokenizer(template: str = CHATML) -> Any:
    """One token a byte, and those of ChatML."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokens = Tokenizer(models.BPE({each: n for n, each in enumerate(alphabet)}, []))
    tokens.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokens.decoder = decoders.ByteLevel()
    tokens.add_special_tokens(["<|pad|>", "<|im_start|>", "<|im_end|>"])
    return PreTrainedTokenizerFast(
        tokenizer_object=tokens,
        pad_token="<|pad|>",
        eos_token="<|im_end|>",
        chat_template=template,
        clean_up_tokenization_spaces=False,
    )


def tiny_model(attention: str = "sdpa", vocabulary: int = 259, positions: int = 256) -> Any:
    """A Llama of two layers, by a fixed seed."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        vocab_size=vocabulary,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        max_position_embeddings=positions,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=258,
        pad_token_id=256,
        attn_implementation=attention,
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return LlamaForCausalLM(config)


def tiny_folder(folder: Path) -> Path:
    """The two, saved."""
    tiny_model().save_pretrained(folder)
    tiny_tokenizer().save_pretrained(folder)
    return folder


def conversation(prompt: str, answer: str) -> dict[str, Any]:
    """A record of one turn."""
    return {
        "messages": [
            {"role": "user", "content": prompt},
            {"role": "assistant", "content": answer},
        ]
    }


def write_conversations(file: Path, count: int, seed: int = 0) -> Path:
    """Letters to be written again after their number."""
    draw = random.Random(seed)
    records = []
    for _ in range(count):
        letter, times = draw.choice("abc"), draw.randrange(1, 12)
        records.append(conversation(f"{letter} {times}", letter * times))
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return file


def write_pairs(file: Path, count: int, seed: int = 0) -> Path:
    """Pairs of theorems of three pairs each: a state is the better, the fewer `h` it has."""
    draw = random.Random(seed)
    lines = []
    for number in range(count):
        few, many = sorted(draw.sample(range(8), 2))
        better, worse = ("h " * few + "⊢ p", "h " * many + "⊢ p")
        record = {"better": better, "worse": worse, "kind": "path", "name": f"t{number // 3}"}
        lines.append(json.dumps(record) + "\n")
    file.write_text("".join(lines), "utf-8")
    return file
