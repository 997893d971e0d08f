"""Supervised fine-tuning of a causal model on conversations, whole or by LoRA, and nothing else.

The defaults for a large model are those of LEAN-GITHUB (arXiv 2407.17227): learning rate 1e-5, 3 %
warm-up, cosine, 2 epochs; `SFTConfig.from_scratch` are those for a small one that knows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from formalmath.errors import InputError
from training.learning.chat_tokens import Tokens, tokenised
from training.learning.checkpoints import identity
from training.learning.conversations import conversations
from training.learning.course import Course
from training.learning.loop import LoopConfig, accelerator_for, train
from training.learning.model_folder import (
    WORK,
    LoRAConfig,
    attention_here,
    finished_before,
    loaded,
    save_model,
    with_adapters,
)
from training.learning.objective import Measured
from training.learning.packing import IGNORED, Batch, batch_of, model_inputs
from training.learning.start import start_model
from training.learning.summary import TrainingSummary

_HELD_OUT = 1000


@dataclass(frozen=True)
class SFTConfig:
    """How to train on conversations.

    Attributes:
        loop: how to optimise.
        epochs: how often every conversation is seen.
        length: tokens of a row, and of a conversation at most.
        rows: that a model gets at once in a process.
        batch: rows of an optimiser's step, over all processes.
        layout: `packed`, or `padded` (see docs/training.md for which is faster where).
        held_out: share of the conversations that is kept to measure on, but at most 1,000.
        lora: adapters, or None to train all weights.
        attention: `auto`, or transformers' name of an implementation.
        recompute: keep fewer activations in memory, at a third more time.
        prompts: the loss is on every token, those of users too, from which a model that knows
            nothing learns the language sooner. What is held out is measured as without this.
        seed: of order, dropout and what is held out.
    """

    loop: LoopConfig = field(default_factory=LoopConfig)
    epochs: float = 2.0
    length: int = 2048
    rows: int = 1
    batch: int = 32
    layout: str = "packed"
    held_out: float = 0.02
    lora: LoRAConfig | None = None
    attention: str = "auto"
    recompute: bool = False
    prompts: bool = False
    seed: int = 0

    @classmethod
    def from_scratch(cls) -> SFTConfig:
        """For a model of a few million parameters on a CPU, which knows nothing yet."""
        loop = LoopConfig(learning_rate=1e-3, weight_decay=0.1)
        return cls(loop=loop, length=512, rows=4, batch=4, layout="padded")


class NextToken:
    """The objective: the negative log-likelihood of each token that the loss is on."""

    def __init__(
        self, items: Sequence[Tokens], held_out: Sequence[Tokens], config: SFTConfig, attention: str
    ) -> None:
        """`attention`: what the model has, which says how sequences are kept apart."""
        self._items, self._attention, self._flat = items, attention, "flash" in attention
        self._course = _course(items, config)
        self.steps = self._course.steps
        aside = _course(held_out, config).once() if held_out else []
        self._held_out = [batch_of(held_out, rows, self._flat) for rows in aside]

    def step(self, number: int) -> list[Batch]:
        """As `Objective`."""
        return [batch_of(self._items, rows, self._flat) for rows in self._course.step(number)]

    def held_out(self) -> list[Batch]:
        """As `Objective`."""
        return self._held_out

    def loss(self, model: Any, batch: Batch) -> Measured:
        """As `Objective`; the head is applied only where there is something to learn."""
        import torch

        device = next(model.parameters()).device
        targets = torch.from_numpy(batch.targets).to(device)
        wanted = targets != IGNORED
        with _head_only_at(model, wanted):
            logits = model(**model_inputs(batch, self._attention, device), use_cache=False).logits
        logits = logits.reshape(-1, logits.shape[-1]).float()
        targets = targets[wanted]
        loss = torch.nn.functional.cross_entropy(logits, targets, reduction="sum")
        return Measured(loss, (logits.detach().argmax(-1) == targets).sum())


def _course(items: Sequence[Tokens], config: SFTConfig) -> Course:
    return Course.of([len(item.ids) for item in items], config, config.layout)


@contextmanager
def _head_only_at(model: Any, wanted: Any) -> Iterator[None]:
    """Let the output layer see only the positions `wanted` [B, T]: its input becomes [1, N, D].

    Most tokens are prompt, and the logits of one are as many as the vocabulary has entries: with a
    small model they would be most of the work, with a large one most of the memory.
    """
    inner = getattr(model, "module", model)  # as torch's data parallelism wraps it
    head = inner.get_output_embeddings()
    hook = head.register_forward_pre_hook(lambda _, given: (given[0][wanted].unsqueeze(0),))
    try:
        yield
    finally:
        hook.remove()


def train_policy(
    data: Path | str, start: str | Path, out: Path, config: SFTConfig, *, resume: bool = False
) -> TrainingSummary:
    """Fine-tune a model and save it as a Hugging Face folder.

    The folder's `training/` has the log, the summary and, while it goes on, checkpoints.

    Args:
        data: JSON Lines with `messages`, a folder of `formalmath data build`, or a hub data set.
        start: the name or folder of a causal model; or `small` or `smollm2`, as in
            `training.learning.start`.
        out: a new folder, or, with `resume`, that of a training that was stopped.
        config: how.
        resume: go on after the last checkpoint; a finished training is left as it is.

    Raises:
        InputError: data, model or folder cannot be used.
        FormalMathError: a checkpoint cannot be written.
        KeyboardInterrupt: Ctrl-C, after a checkpoint; its text says how to go on.
    """
    accelerator = accelerator_for(config.loop.precision)
    if (finished := finished_before(out, resume)) is not None:
        return finished
    accelerator.wait_for_everyone()  # none may write there before all have looked
    messages = conversations(data)
    attention = attention_here(config.attention, accelerator)
    # What is trained stays in float32; what adapters leave as it is need not.
    half = config.lora is not None and accelerator.mixed_precision == "bf16"
    load = partial(_load, attention=attention, half=half)
    with accelerator.main_process_first():
        name = start_model(start, messages, out / WORK)
    model, tokenizer = loaded(name, load)
    tokens = tokenised(tokenizer, messages, _length(model, config))
    items = [item for item in tokens if item is not None]
    if not items:
        raise InputError(
            f"None of the {len(tokens)} conversations of {data} fits {config.length} tokens. "
            "Give more with --length."
        )
    learnt, aside = _split(items, config)
    if config.prompts:
        learnt = [replace(item, learnt=np.ones_like(item.learnt)) for item in learnt]
    objective = NextToken(learnt, aside, config, model.config._attn_implementation)
    loop = replace(config.loop, seed=config.seed)
    who = identity(asdict(config), (item.ids.tobytes() + item.learnt.tobytes() for item in items))
    model, summary = train(accelerator, _prepared(model, config), objective, out / WORK, loop, who)
    summary = replace(summary, examples=len(learnt), left_out=len(tokens) - len(items))
    merge = config.lora is not None and config.lora.merge
    base = partial(load, name) if merge else None
    save_model(accelerator, model, tokenizer, out, summary, base)
    return summary


def _load(name: str, attention: str, half: bool) -> Any:
    import torch
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(name, attn_implementation=attention)
    return model.to(torch.bfloat16 if half else torch.float32)


def _length(model: Any, config: SFTConfig) -> int:
    """Tokens of a conversation at most.

    Raises:
        InputError: rows are longer than what the model's attention sees, and a mask would hide it.
    """
    window = getattr(model.config, "sliding_window", None)
    slides = getattr(model.config, "use_sliding_window", True)
    if window is not None and slides and config.length > window:
        raise InputError(
            f"The model's attention goes back {window} tokens. Give --length {window} at most."
        )
    longest = getattr(model.config, "max_position_embeddings", None) or config.length
    return int(min(config.length, longest))


def _prepared(model: Any, config: SFTConfig) -> Any:
    """The model with what of it is trained."""
    import torch

    if config.recompute:
        model.gradient_checkpointing_enable()
        model.enable_input_require_grads()
    if config.lora is not None:
        torch.manual_seed(config.seed)
        model = with_adapters(model, config.lora, "CAUSAL_LM")
    return model


def _split(items: Sequence[Tokens], config: SFTConfig) -> tuple[list[Tokens], list[Tokens]]:
    """What is trained on, and what is held out."""
    aside = min(round(len(items) * config.held_out), _HELD_OUT, len(items) - 1)
    order = np.random.default_rng([config.seed, 2]).permutation(len(items))
    return [items[n] for n in sorted(order[aside:])], [items[n] for n in sorted(order[:aside])]
