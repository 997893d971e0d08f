"""Supervised fine-tuning of a causal model on conversations, whole or by LoRA, and nothing else.

The defaults for a large model are those of LEAN-GITHUB (arXiv 2407.17227): learning rate 1e-5, 3 %
warm-up, cosine, 2 epochs; `SFTConfig.from_scratch` are those for a small one that knows nothing.
LoRA is Hu et al. 2021 (arXiv 2106.09685), by peft.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from formalmath.errors import InputError
from training.chat_tokens import Tokens, tokenised
from training.conversations import conversations
from training.course import Course
from training.loop import LoopConfig, accelerator_for, train
from training.model_folder import WORK, attention_here, finished_before, loaded, save_model
from training.objective import Measured
from training.packing import IGNORED, Batch, batch_of, model_inputs
from training.summary import TrainingSummary

_HELD_OUT = 1000


@dataclass(frozen=True)
class LoRAConfig:
    """Low-rank adapters.

    Attributes:
        rank: of the two factors.
        alpha: the adapter is scaled by `alpha / rank`.
        dropout: of the adapter's input.
        targets: modules that get one; `all-linear`: all but the head.
        merge: save the whole model with the adapters added, not the adapters alone.
    """

    rank: int = 16
    alpha: int = 32
    dropout: float = 0.05
    targets: str = "all-linear"
    merge: bool = False


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
    seed: int = 0

    @classmethod
    def from_scratch(cls) -> SFTConfig:
        """For a model of a few million parameters on a CPU, which knows nothing yet."""
        return cls(
            loop=LoopConfig(learning_rate=1e-3, weight_decay=0.1), length=512, rows=4, batch=4
        )


class NextToken:
    """The objective: the negative log-likelihood of each token that the assistant says."""

    def __init__(
        self, items: Sequence[Tokens], held_out: Sequence[Tokens], config: SFTConfig, attention: str
    ) -> None:
        """`attention`: what the model has, which says how sequences are kept apart."""
        self._items, self._attention, self._flat = items, attention, "flash" in attention
        sizes = {"layout": config.layout, "length": config.length, "rows": config.rows}
        self._course = Course(
            [len(item.ids) for item in items],
            **sizes,
            batch=config.batch,
            epochs=config.epochs,
            seed=config.seed,
        )
        self._held_out: list[Batch] = []
        if held_out:
            aside = Course(
                [len(item.ids) for item in held_out], **sizes, batch=config.rows, epochs=1, seed=0
            )
            self._held_out = [batch_of(held_out, rows, self._flat) for rows in aside.once()]

    @property
    def steps(self) -> int:
        """As `Objective`."""
        return self._course.steps

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
        start: the name or folder of a causal model.
        out: a new folder, or, with `resume`, that of a training that was stopped.
        config: how.
        resume: go on after the last checkpoint; a finished training is left as it is.

    Raises:
        InputError: data, model or folder cannot be used.
        FormalMathError: a checkpoint cannot be written.
        KeyboardInterrupt: Ctrl-C, after a checkpoint; its text says how to go on.
    """
    if (finished := finished_before(out, resume)) is not None:
        return finished
    accelerator = accelerator_for(config.loop.precision)
    messages = conversations(data)
    model, tokenizer = _start(start, config, accelerator)
    tokens = tokenised(tokenizer, messages, config.length)
    items = [item for item in tokens if item is not None]
    if not items:
        raise InputError(
            f"None of the {len(tokens)} conversations of {data} fits {config.length} tokens. "
            "Give more with --length."
        )
    learnt, aside = _split(items, config)
    objective = NextToken(learnt, aside, config, model.config._attn_implementation)
    loop = replace(config.loop, seed=config.seed)
    model, summary = train(
        accelerator, model, objective, out / WORK, loop, _identity(items, config)
    )
    summary = replace(summary, examples=len(learnt), left_out=len(tokens) - len(items))
    merge = config.lora is not None and config.lora.merge
    save_model(accelerator, model, tokenizer, out, summary, merge)
    return summary


def _start(start: str | Path, config: SFTConfig, accelerator: Any) -> tuple[Any, Any]:
    """The model to train, with its adapters, and the tokenizer."""
    import torch
    from transformers import AutoModelForCausalLM

    attention = attention_here(config.attention, accelerator)
    # What is trained stays in float32; what adapters leave as it is need not.
    small = config.lora is not None and accelerator.mixed_precision == "bf16"
    dtype = torch.bfloat16 if small else torch.float32
    model, tokenizer = loaded(
        start,
        lambda name: AutoModelForCausalLM.from_pretrained(
            name, torch_dtype=dtype, attn_implementation=attention
        ),
    )
    longest = getattr(model.config, "max_position_embeddings", None)
    if longest is not None and config.length > longest and config.layout == "padded":
        raise InputError(f"The model takes {longest} tokens at most. Give --length {longest}.")
    if config.recompute:
        model.gradient_checkpointing_enable()
        model.enable_input_require_grads()
    if config.lora is not None:
        torch.manual_seed(config.seed)
        model = _with_adapters(model, config.lora)
    return model, tokenizer


def _with_adapters(model: Any, lora: LoRAConfig) -> Any:
    from peft import LoraConfig, TaskType, get_peft_model

    return get_peft_model(
        model,
        LoraConfig(
            task_type=TaskType.CAUSAL_LM,
            r=lora.rank,
            lora_alpha=lora.alpha,
            lora_dropout=lora.dropout,
            target_modules=lora.targets,
        ),
    )


def _split(items: Sequence[Tokens], config: SFTConfig) -> tuple[list[Tokens], list[Tokens]]:
    """What is trained on, and what is held out."""
    aside = min(round(len(items) * config.held_out), _HELD_OUT, len(items) - 1)
    order = np.random.default_rng([config.seed, 2]).permutation(len(items))
    return [items[n] for n in sorted(order[aside:])], [items[n] for n in sorted(order[:aside])]


def _identity(items: Sequence[Tokens], config: SFTConfig) -> str:
    """Of what must be the same to go on: the tokens, and the settings that say what is learnt."""
    settings = asdict(config)
    for free in (
        "max_minutes",
        "save_steps",
        "save_seconds",
        "keep",
        "evaluate_steps",
        "log_steps",
    ):
        del settings["loop"][free]
    seen = hashlib.sha256(repr(sorted(settings.items())).encode())
    for item in items:
        seen.update(item.ids.tobytes() + item.learnt.tobytes())
    return seen.hexdigest()[:16]
