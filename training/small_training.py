"""A policy and a critic from what was proved so far, and nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from training.critic import CriticConfig, train_critic
from training.loop import LoopConfig
from training.sft import SFTConfig, train_policy
from training.small_model import SmallModelConfig, make_small_model


@dataclass(frozen=True)
class TrainingPlan:
    """How policy and critic are trained in a round.

    Attributes:
        start: name or folder of a causal model that both begin with; empty for a small one that
            is made of the round's own data.
        policy_minutes: of training at most; 0: no limit.
        critic_minutes: the same.
        epochs: how often the data are seen, if there is time.
        model: the size of the small one.
    """

    start: str = ""
    policy_minutes: float = 3.0
    critic_minutes: float = 1.5
    epochs: float = 8.0
    model: SmallModelConfig = SmallModelConfig(vocabulary=2048, hidden=192, layers=4)


def train_models(
    data: Path, pairs: Path, out: Path, plan: TrainingPlan, seed: int
) -> Mapping[str, Any]:
    """Train `out/policy` and `out/critic`. What is there and whole is left as it is.

    Args:
        data: conversations as JSON Lines.
        pairs: value pairs as JSON Lines.
        out: an existing folder.
        plan: how.
        seed: of the small model and of all orders.

    Returns:
        Figures for the record.

    Raises:
        InputError: there is nothing to learn from, or the start model cannot be used.
        KeyboardInterrupt: Ctrl-C, after a checkpoint.
    """
    if not data.stat().st_size or not pairs.stat().st_size:
        raise InputError(
            f"Nothing in {data.parent} was proved, so there is nothing to learn from. "
            "Take more --practice or more --seconds."
        )
    start = plan.start or str(_small(data, out / "start", plan, seed))
    fresh = SFTConfig.from_scratch() if not plan.start else SFTConfig()
    policy = train_policy(
        data,
        start,
        out / "policy",
        replace(
            fresh, epochs=plan.epochs, seed=seed, loop=_loop(fresh.loop, plan.policy_minutes)
        ),
        resume=(out / "policy").exists(),
    )
    valued = CriticConfig.from_scratch() if not plan.start else CriticConfig()
    # A critic from the policy's weights has seen such states before.
    critic = train_critic(
        pairs,
        out / "policy",
        out / "critic",
        replace(valued, seed=seed, loop=_loop(valued.loop, plan.critic_minutes)),
        resume=(out / "critic").exists(),
    )
    return {"policy": policy.to_json(), "critic": critic.to_json()}


def _loop(loop: LoopConfig, minutes: float) -> LoopConfig:
    return replace(loop, max_minutes=minutes, save_seconds=60.0)


def _small(data: Path, out: Path, plan: TrainingPlan, seed: int) -> Path:
    """The start model, made once."""
    if (out / "config.json").is_file():
        return out
    shutil.rmtree(out, ignore_errors=True)
    return make_small_model(_texts(data), out, replace(plan.model, seed=seed))


def _texts(data: Path) -> Iterator[str]:
    with data.open(encoding="utf-8") as lines:
        for line in lines:
            for message in json.loads(line)["messages"]:
                yield message["content"]
