"""A critic: a model that values proof states, learnt from pairs of a better and a worse one.

Nothing else. The loss is Bradley and Terry's: -log sigmoid(V(better) - V(worse)), as in
InternLM2.5-StepProver (arXiv 2410.15700, section on the critic). Its pairs are a later state of a
path that led to a proof and an earlier one of it (`path`), and a state on such a path and one that
was left aside there (`sibling`). V is the linear head of transformers' models for sequence
classification, at the last token of the state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formalmath.errors import InputError
from formalmath.informal.chat import Message
from training.learning.checkpoints import identity
from training.learning.conversations import records
from training.learning.course import Course
from training.learning.held_out import held_out_names
from training.learning.loop import LoopConfig, accelerator_for, train
from training.learning.model_folder import (
    WORK,
    LoRAConfig,
    finished_before,
    loaded,
    save_model,
    with_adapters,
)
from training.learning.objective import Measured
from training.learning.start import start_model
from training.learning.summary import TrainingSummary

_FORM = '{"better": STATE, "worse": STATE, "kind": "path" or "sibling", "name": THEOREM}'


@dataclass(frozen=True)
class CriticConfig:
    """How to train a critic.

    Attributes:
        loop: how to optimise.
        epochs: how often every pair is seen.
        length: tokens of a state at most; a longer one loses its beginning.
        rows: states of `length` tokens, or as many tokens of shorter ones, at once in a process.
        batch: the same of an optimiser's step, over all processes.
        held_out: share of the theorems whose pairs are kept to measure on.
        lora: adapters, which are added to the weights in the end; None: train all weights.
        seed: of order, head, dropout and what is held out.
    """

    loop: LoopConfig = field(default_factory=LoopConfig)
    epochs: float = 1.0
    length: int = 1024
    rows: int = 4
    batch: int = 32
    held_out: float = 0.05
    lora: LoRAConfig | None = None
    seed: int = 0

    @classmethod
    def from_scratch(cls) -> CriticConfig:
        """For a model of a few million parameters on a CPU."""
        loop = LoopConfig(learning_rate=3e-4, weight_decay=0.1)
        return cls(loop=loop, epochs=2, length=512, rows=8, batch=8)


@dataclass(frozen=True)
class Pair:
    """Two states as tokens, each [T] int32."""

    better: NDArray[np.int32]
    worse: NDArray[np.int32]

    @property
    def longest(self) -> int:
        """Tokens of the longer one."""
        return max(len(self.better), len(self.worse))


@dataclass(frozen=True)
class PairBatch:
    """Some pairs.

    Attributes:
        ids: [2 N, T] int64: the N better ones, then the worse; padded at the end.
        mask: [2 N, T] int64, 1 where there is a token.
    """

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]

    @property
    def count(self) -> int:
        """Pairs."""
        return len(self.ids) // 2


class Preference:
    """The objective: that the better state of a pair has the higher value."""

    def __init__(
        self, pairs: Sequence[Pair], held_out: Sequence[Pair], config: CriticConfig, pad: int
    ) -> None:
        """`pad`: the token that the model takes for padding."""
        self._pairs, self._pad = pairs, pad
        self._course = _course(pairs, config)
        self.steps = self._course.steps
        aside = _course(held_out, config).once() if held_out else []
        self._held_out = [self._batch([held_out[n] for (n,) in rows]) for rows in aside]

    def step(self, number: int) -> list[PairBatch]:
        """As `Objective`."""
        return [self._batch([self._pairs[n] for (n,) in r]) for r in self._course.step(number)]

    def held_out(self) -> list[PairBatch]:
        """As `Objective`."""
        return self._held_out

    def loss(self, model: Any, batch: PairBatch) -> Measured:
        """As `Objective`."""
        import torch

        device = next(model.parameters()).device
        values = model(
            input_ids=torch.from_numpy(batch.ids).to(device),
            attention_mask=torch.from_numpy(batch.mask).to(device),
            use_cache=False,
        ).logits
        better, worse = values.float().view(2, batch.count)
        loss = -torch.nn.functional.logsigmoid(better - worse).sum()
        return Measured(loss, (better > worse).sum())

    def _batch(self, pairs: Sequence[Pair]) -> PairBatch:
        states = [pair.better for pair in pairs] + [pair.worse for pair in pairs]
        shape = (len(states), max(map(len, states)))
        ids, mask = np.full(shape, self._pad, np.int64), np.zeros(shape, np.int64)
        for row, state in enumerate(states):
            ids[row, : len(state)], mask[row, : len(state)] = state, 1
        return PairBatch(ids, mask)


def _course(pairs: Sequence[Pair], config: CriticConfig) -> Course:
    return Course.of([2 * pair.longest for pair in pairs], config)


def train_critic(
    pairs: Path, start: str | Path, out: Path, config: CriticConfig, *, resume: bool = False
) -> TrainingSummary:
    """Train a critic and save it as a Hugging Face folder.

    The folder's `training/` has the log, the summary and, while it goes on, checkpoints.

    Args:
        pairs: JSON Lines with `better`, `worse` and `name`.
        start: the name or folder of a model, causal or for sequence classification. One that has a
            config and a tokenizer but no weights gets random ones. Or `small` or `smollm2`, as in
            `training.learning.start`.
        out: a new folder, or, with `resume`, that of a training that was stopped.
        config: how.
        resume: go on after the last checkpoint; a finished training is left as it is.

    Raises:
        InputError: pairs, model or folder cannot be used.
        FormalMathError: a checkpoint cannot be written.
        KeyboardInterrupt: Ctrl-C, after a checkpoint; its text says how to go on.
    """
    accelerator = accelerator_for(config.loop.precision)
    if (finished := finished_before(out, resume)) is not None:
        return finished
    accelerator.wait_for_everyone()  # none may write there before all have looked
    texts = _read(pairs)
    half = config.lora is not None and accelerator.mixed_precision == "bf16"
    load = partial(_load, seed=config.seed, half=half)
    with accelerator.main_process_first():
        states = ([Message("user", better), Message("user", worse)] for better, worse, _ in texts)
        name = start_model(start, states, out / WORK)
    model, tokenizer = loaded(name, load)
    longest = getattr(model.config, "max_position_embeddings", None) or config.length
    tokenizer.model_max_length = min(config.length, longest)  # whoever truncates cuts as we do
    tokenizer.truncation_side, tokenizer.padding_side = "left", "right"
    model.config.pad_token_id = tokenizer.pad_token_id
    coded = _coded(tokenizer, texts)
    aside = held_out_names((name for _, _, name in texts), config.held_out, config.seed)
    learnt = [pair for pair, (_, _, name) in zip(coded, texts, strict=True) if name not in aside]
    measured = [pair for pair, (_, _, name) in zip(coded, texts, strict=True) if name in aside]
    objective = Preference(learnt, measured, config, tokenizer.pad_token_id)
    if config.lora is not None:
        model = with_adapters(model, config.lora, "SEQ_CLS")
    loop = replace(config.loop, seed=config.seed)
    who = identity(asdict(config), (p.better.tobytes() + p.worse.tobytes() for p in coded))
    model, summary = train(accelerator, model, objective, out / WORK, loop, who, "Critic")
    summary = replace(summary, examples=len(learnt))
    base = partial(load, name) if config.lora is not None else None
    save_model(accelerator, model, tokenizer, out, summary, base)
    return summary


def _read(file: Path) -> list[tuple[str, str, str]]:
    """The better state, the worse one and the theorem, of each pair."""
    found = []
    for number, record in enumerate(records(file), start=1):
        pair = tuple(record.get(part) for part in ("better", "worse", "name"))
        if not all(isinstance(part, str) for part in pair) or not (pair[0] and pair[1]):
            raise InputError(f"{file}, record {number} is no pair: {_FORM}.")
        found.append((str(pair[0]), str(pair[1]), str(pair[2])))
    if not found:
        raise InputError(f"{file} holds no pair. A record is {_FORM}.")
    return found


def _coded(tokenizer: Any, texts: Sequence[tuple[str, str, str]]) -> list[Pair]:
    """The pairs as tokens; a state that several pairs have is tokenised once."""
    states = list(dict.fromkeys(state for better, worse, _ in texts for state in (better, worse)))
    coded = tokenizer(states, truncation=True)["input_ids"]
    ids = {state: np.array(each, np.int32) for state, each in zip(states, coded, strict=True)}
    return [Pair(ids[better], ids[worse]) for better, worse, _ in texts]


def _load(name: str, seed: int, half: bool) -> Any:
    """The model with one output; its head is drawn by the seed where the start has none."""
    import torch
    from transformers import AutoConfig, AutoModelForSequenceClassification

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        if Path(name).is_dir() and not any(
            file.suffix in (".safetensors", ".bin") for file in Path(name).iterdir()
        ):
            config = AutoConfig.from_pretrained(name, num_labels=1)
            model = AutoModelForSequenceClassification.from_config(config)
        else:
            model = AutoModelForSequenceClassification.from_pretrained(name, num_labels=1)
    return model.to(torch.bfloat16 if half else torch.float32)
