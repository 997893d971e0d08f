"""Models so small that a test can make them: a Llama and a tokenizer learned on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    LlamaConfig,
    LlamaForCausalLM,
    LlamaForSequenceClassification,
    PreTrainedTokenizerFast,
)

TEMPLATE = (
    "{% for m in messages %}<|{{ m['role'] }}|>{{ m['content'] }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)
TEXTS = (
    "Given the Lean 4 tactic state, suggest a next tactic:\nx y : ℝ\nh₀ : x + y = 1\n⊢ x = 1 - y",
    "n : ℕ\nh : 0 < n\n⊢ n + 0 = n",
    "p q : Prop\nh : p ∧ q\n⊢ q ∧ p",
    "norm_num",
    "norm_num [h]",
    "simp",
    "simp only [h]",
    "constructor",
    "exact h.1",
    "exact h.2",
    "linarith",
    "nlinarith [sq_nonneg x]",
)
SHAPE = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "max_position_embeddings": 256,
}


def make_tokenizer() -> Any:
    tokens = Tokenizer(models.BPE())
    tokens.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokens.decoder = decoders.ByteLevel()
    special = ["<|pad|>", "<|end|>", "<|user|>", "<|assistant|>"]
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokens.train_from_iterator(
        TEXTS,
        trainers.BpeTrainer(
            vocab_size=360,
            special_tokens=special,
            initial_alphabet=alphabet,
            show_progress=False,
        ),
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokens,
        pad_token="<|pad|>",
        eos_token="<|end|>",
        chat_template=TEMPLATE,
        model_max_length=SHAPE["max_position_embeddings"],
        clean_up_tokenization_spaces=False,
    )


def make_causal(tokenizer: Any, seed: int = 0, **shape: int) -> Any:
    """A random Llama in float32. Its weights are large, so that its opinions differ."""
    torch.manual_seed(seed)
    config = LlamaConfig(
        **{**SHAPE, **shape},
        vocab_size=len(tokenizer),
        initializer_range=0.2,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    return LlamaForCausalLM(config).eval()


def make_scorer(tokenizer: Any, seed: int = 0) -> Any:
    """A random critic."""
    torch.manual_seed(seed)
    config = LlamaConfig(
        **SHAPE,
        vocab_size=len(tokenizer),
        initializer_range=0.2,
        num_labels=1,
        pad_token_id=tokenizer.pad_token_id,
    )
    return LlamaForSequenceClassification(config).eval()


def save(folder: Path, tokenizer: Any, model: Any) -> str:
    """A folder as training leaves one."""
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)
    return str(folder)


def plain_log_prob(model: Any, prompt: Sequence[int], tokens: Sequence[int]) -> float:
    """What a forward pass over one prompt and one continuation says, with nothing shared."""
    with torch.inference_mode():
        logits = model(input_ids=torch.tensor([[*prompt, *tokens]])).logits[0].double()
    steps = logits.log_softmax(-1)[len(prompt) - 1 : -1]
    return float(steps.gather(-1, torch.tensor(tokens)[:, None]).sum()) if tokens else 0.0


def overfit(model: Any, pairs: Sequence[tuple[Sequence[int], Sequence[int]]], steps: int) -> None:
    """Teach it to answer each prompt with its answer."""
    model.train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for _ in range(steps):
        for prompt, answer in pairs:
            ids = torch.tensor([[*prompt, *answer]])
            labels = torch.tensor([[-100] * len(prompt) + list(answer)])
            optimizer.zero_grad()
            model(input_ids=ids, labels=labels).loss.backward()
            optimizer.step()
    model.eval()
