"""A policy learns to put the tactics that help before those that do not, and nothing else.

The loss is the negative logarithm of the probability that `search.models.policy.RankedPolicy`
gives to the helpful ones among all that were tried at a goal: a softmax over what a causal model
thinks of each tactic after the same state (a listwise loss, Cao et al. 2007, section 4, with
several right answers). A tactic is worth its mean log-probability a token, divided by a
temperature, so that long tactics start with no handicap; `ranking.json` in the model's folder tells
the search so. What fine-tuning on the helpful ones alone teaches is kept in sight by a share of its
own loss.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formalmath.errors import InputError
from search.models.causal import LONGEST
from search.models.policy import Ranking
from search.models.prompts import TacticPrompts
from training.learning.checkpoints import identity
from training.learning.conversations import records
from training.learning.course import Course
from training.learning.held_out import held_out_names
from training.learning.loop import LoopConfig, accelerator_for, train
from training.learning.model_folder import WORK, finished_before, loaded, save_model
from training.learning.objective import Measured
from training.learning.renaming import renamed
from training.learning.summary import TrainingSummary

_FORM = '{"state": STATE, "good": [TACTIC, ..], "bad": [TACTIC, ..], "name": THEOREM}'


@dataclass(frozen=True)
class RankingConfig:
    """How to train on choices.

    Attributes:
        loop: how to optimise.
        epochs: how often every choice is seen.
        choices: tactics looked at in one choice, at most.
        copies: of each choice, with other names of variables and other tactics that failed.
        prompt: tokens of a state at most; a longer one loses its first lines.
        length: a micro-batch has as many tokens as `rows` rows of this length.
        rows: see `length`.
        batch: the same of an optimiser's step.
        ranking: how the search is to use the model.
        imitation: weight of the loss of fine-tuning on the best tactic, a token.
        held_out: share of the theorems whose choices are kept to measure on.
        seed: of order, choice and what is held out.
    """

    loop: LoopConfig = field(
        default_factory=lambda: LoopConfig(learning_rate=1e-3, weight_decay=0.1)
    )
    epochs: float = 3.0
    choices: int = 8
    copies: int = 3
    prompt: int = 256
    length: int = 512
    rows: int = 4
    batch: int = 4
    ranking: Ranking = field(default_factory=lambda: Ranking(temperature=0.2, length_exponent=1.0))
    imitation: float = 0.1
    held_out: float = 0.05
    seed: int = 0


@dataclass(frozen=True)
class Choice:
    """One state and the tactics tried there, as tokens.

    Attributes:
        ids: [T] int64: the prompt, then one tactic after the other.
        positions: [T] int64: each tactic goes on where the prompt ends.
        blocks: [T] int32: 0 the prompt, then the number of the tactic, from 1.
        sources: [T - prompt] int64: which token each token of a tactic comes after.
        good: how many of the tactics help; these come first.
    """

    ids: NDArray[np.int64]
    positions: NDArray[np.int64]
    blocks: NDArray[np.int32]
    sources: NDArray[np.int64]
    good: int

    @classmethod
    def of(cls, prompt: Sequence[int], tactics: Sequence[Sequence[int]], good: int) -> Choice:
        """Of tokens; the first `good` tactics help."""
        ids, positions = list(prompt), list(range(len(prompt)))
        blocks, sources = [0] * len(prompt), list[int]()
        for number, tactic in enumerate(tactics, start=1):
            sources += [len(prompt) - 1, *range(len(ids), len(ids) + len(tactic) - 1)]
            positions += range(len(prompt), len(prompt) + len(tactic))
            ids += tactic
            blocks += [number] * len(tactic)
        return cls(
            np.array(ids), np.array(positions), np.array(blocks, np.int32), np.array(sources), good
        )

    @property
    def tactics(self) -> int:
        """How many there are."""
        return int(self.blocks[-1])


@dataclass(frozen=True)
class ChoiceBatch:
    """Some choices, which the model reads as the rows of one call."""

    choices: Sequence[Choice]

    @property
    def count(self) -> int:
        """Choices."""
        return len(self.choices)


class Listwise:
    """The objective: the probability of the helpful tactics among those tried."""

    def __init__(
        self, choices: Sequence[Choice], held_out: Sequence[Choice], config: RankingConfig, pad: int
    ) -> None:
        """`pad`: a token that stands where there is none."""
        self._choices, self._config, self._pad = choices, config, pad
        self._course = _course(choices, config)
        self.steps = self._course.steps
        aside = _course(held_out, config).once() if held_out else []
        self._held_out = [ChoiceBatch([held_out[n] for (n,) in rows]) for rows in aside]

    def step(self, number: int) -> list[ChoiceBatch]:
        """As `Objective`."""
        return [
            ChoiceBatch([self._choices[n] for (n,) in rows]) for rows in self._course.step(number)
        ]

    def held_out(self) -> list[ChoiceBatch]:
        """As `Objective`."""
        return self._held_out

    def loss(self, model: Any, batch: ChoiceBatch) -> Measured:
        """As `Objective`; a choice is right if the likeliest tactic helps."""
        import torch

        logits = model(**self._inputs(model, batch)).logits.float()
        loss, right = logits.new_zeros(()), 0
        for row, choice in enumerate(batch.choices):
            said = choice.blocks > 0
            token = torch.from_numpy(choice.ids[said]).to(logits.device)
            source = torch.from_numpy(choice.sources).to(logits.device)
            owner = torch.from_numpy(choice.blocks[said] - 1).long().to(logits.device)
            steps = logits[row, source].log_softmax(-1).gather(-1, token[:, None])[:, 0]
            scores = logits.new_zeros(choice.tactics).index_add(0, owner, steps)
            scores = scores / self._shrinking(choice, scores)
            best = scores[: choice.good].logsumexp(0)
            loss = loss + scores.logsumexp(0) - best
            loss = loss - self._config.imitation * steps[owner == 0].mean()
            right += int(scores.argmax()) < choice.good
        return Measured(loss, torch.tensor(right, device=logits.device))

    def _shrinking(self, choice: Choice, like: Any) -> Any:
        """What the sum of each tactic's log-probabilities is divided by: [tactics]."""
        ranking = self._config.ranking
        tokens = like.new_tensor(np.bincount(choice.blocks)[1:])
        return tokens**ranking.length_exponent * ranking.temperature

    def _inputs(self, model: Any, batch: ChoiceBatch) -> dict[str, Any]:
        """Ids and positions [B, T], and what each token sees [B, 1, T, T]."""
        import torch

        device = next(model.parameters()).device
        shape = (batch.count, max(len(choice.ids) for choice in batch.choices))
        ids, positions = np.full(shape, self._pad, np.int64), np.zeros(shape, np.int64)
        blocks = np.full(shape, -1, np.int32)
        for row, choice in enumerate(batch.choices):
            size = len(choice.ids)
            ids[row, :size], positions[row, :size] = choice.ids, choice.positions
            blocks[row, :size] = choice.blocks
        same = blocks[:, :, None] == blocks[:, None, :]
        sees = np.tril(same | (blocks[:, None, :] == 0))
        return {
            "input_ids": torch.from_numpy(ids).to(device),
            "position_ids": torch.from_numpy(positions).to(device),
            "attention_mask": torch.from_numpy(sees[:, None]).to(device),
            "use_cache": False,
        }


def _course(choices: Sequence[Choice], config: RankingConfig) -> Course:
    return Course.of([len(choice.ids) for choice in choices], config)


def train_ranking(
    data: Path, start: str | Path, out: Path, config: RankingConfig, *, resume: bool = False
) -> TrainingSummary:
    """Train a causal model on choices and save it as a Hugging Face folder.

    Args:
        data: JSON Lines with `state`, `good`, `bad` and `name`.
        start: the name or folder of a causal model.
        out: a new folder, or, with `resume`, that of a training that was stopped.
        config: how.
        resume: go on after the last checkpoint; a finished training is left as it is.

    Raises:
        InputError: data, model or folder cannot be used.
        FormalMathError: a checkpoint cannot be written.
        KeyboardInterrupt: Ctrl-C, after a checkpoint; its text says how to go on.
    """
    from transformers import AutoModelForCausalLM

    if (finished := finished_before(out, resume)) is not None:
        return finished
    accelerator = accelerator_for(config.loop.precision)
    model, tokenizer = loaded(
        start, partial(AutoModelForCausalLM.from_pretrained, attn_implementation="sdpa")
    )
    texts = _read(data)
    prompts = TacticPrompts(tokenizer)
    aside = held_out_names((record["name"] for record in texts), config.held_out, config.seed)
    learnt = [
        _choice(prompts, record, config, copy)
        for copy in range(config.copies)
        for record in texts
        if record["name"] not in aside
    ]
    measured = [_choice(prompts, record, config, 0) for record in texts if record["name"] in aside]
    objective = Listwise(learnt, measured, config, tokenizer.pad_token_id)
    who = identity(asdict(config), (c.ids.tobytes() + bytes([c.good]) for c in learnt))
    loop = replace(config.loop, seed=config.seed)
    model, summary = train(accelerator, model, objective, out / WORK, loop, who, "Policy")
    summary = replace(summary, examples=len(learnt))
    config.ranking.save(out)
    save_model(accelerator, model, tokenizer, out, summary)
    return summary


def _read(file: Path) -> list[dict[str, Any]]:
    found = []
    for number, record in enumerate(records(file), start=1):
        if not (record.get("state") and record.get("good") and "bad" in record):
            raise InputError(f"{file}, record {number} is no choice: {_FORM}.")
        found.append(dict(record))
    if not found:
        raise InputError(f"{file} holds no choice. A record is {_FORM}.")
    return found


def _choice(
    prompts: TacticPrompts, record: dict[str, Any], config: RankingConfig, copy: int
) -> Choice:
    """The first helpful tactics, and of the others as many as there is room for, drawn.

    `copy`: 0 has the names as they are.
    """
    draw = random.Random(f"{config.seed} {copy} {record['state']}")
    good = list(record["good"])[: config.choices // 3]
    room = config.choices - len(good)
    bad = draw.sample(record["bad"], min(room, len(record["bad"])))
    state, texts = record["state"], [*good, *bad]
    if copy:
        state, texts = renamed(state, texts, draw)
    tactics = [prompts.answer(text)[:LONGEST] for text in texts]
    return Choice.of(prompts.prompt(state, config.prompt), tactics, len(good))
