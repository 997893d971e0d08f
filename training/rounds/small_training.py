"""A policy and a critic from what was proved so far, and nothing else.

The policy first imitates, by fine-tuning on the tactics that helped; then it learns to put these
before those that failed beside them, from the same states.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from formalmath.errors import InputError
from training.learning.critic import CriticConfig, train_critic
from training.learning.loop import LoopConfig
from training.learning.ranking import RankingConfig, train_ranking
from training.learning.sft import SFTConfig, train_policy
from training.learning.small_model import SmallModelConfig, make_small_model


@dataclass(frozen=True)
class TrainingPlan:
    """How policy and critic are trained in a round.

    Attributes:
        start: name or folder of a causal model that both begin with; empty for a small one that
            is made of the round's own data.
        policy_minutes: of training at most, of which the second half is for ranking; 0: no limit.
        critic_minutes: the same for the critic.
        epochs: how often the data are seen in the first half, if there is time.
        ranking_epochs: the same in the second, where each goal has copies.
        critic_epochs: how often the critic sees its pairs, if there is time.
        model: the size of the small one.
    """

    start: str = ""
    policy_minutes: float = 3.0
    critic_minutes: float = 1.0
    epochs: float = 16.0
    ranking_epochs: float = 4.0
    critic_epochs: float = 3.0
    model: SmallModelConfig = field(
        default_factory=lambda: SmallModelConfig(vocabulary=2048, hidden=128, layers=3)
    )


@dataclass(frozen=True)
class Material:
    """Files of JSON Lines to learn from: conversations, choices and value pairs."""

    data: Path
    choices: Path
    pairs: Path

    def __iter__(self) -> Iterator[Path]:
        return iter((self.data, self.choices, self.pairs))


def train_models(material: Material, out: Path, plan: TrainingPlan, seed: int) -> Mapping[str, Any]:
    """Train `out/policy` and `out/critic`. What is there and whole is left as it is.

    Args:
        material: what to learn from.
        out: an existing folder.
        plan: how.
        seed: of the small model and of all orders.

    Returns:
        Figures for the record.

    Raises:
        InputError: there is nothing to learn from, or the start model cannot be used.
        KeyboardInterrupt: Ctrl-C, after a checkpoint.
    """
    if not all(file.stat().st_size for file in material):
        raise InputError(
            f"Too little in {out} was proved, so there is nothing to learn from. "
            "Take more --practice or more --seconds."
        )
    start = plan.start or str(_small(material.choices, out / "start", plan, seed))
    half = plan.policy_minutes / 2
    imitation = SFTConfig() if plan.start else SFTConfig.from_scratch()
    ranking, value = RankingConfig(), CriticConfig.from_scratch()
    if plan.start:
        ranking, value = replace(ranking, loop=LoopConfig()), CriticConfig()
    imitating, policy, critic = out / "imitating", out / "policy", out / "critic"
    taught = train_policy(
        material.data,
        start,
        imitating,
        replace(imitation, epochs=plan.epochs, seed=seed, loop=_loop(imitation.loop, half)),
        resume=imitating.exists(),
    )
    ranked = train_ranking(
        material.choices,
        imitating,
        policy,
        replace(ranking, epochs=plan.ranking_epochs, seed=seed, loop=_loop(ranking.loop, half)),
        resume=policy.exists(),
    )
    # From the policy's weights, which have read such states before.
    valued = train_critic(
        material.pairs,
        policy,
        critic,
        replace(
            value,
            epochs=plan.critic_epochs,
            seed=seed,
            loop=_loop(value.loop, plan.critic_minutes),
        ),
        resume=critic.exists(),
    )
    return {
        "imitating": taught.to_json(), "policy": ranked.to_json(), "critic": valued.to_json()
    }  # fmt: skip


def _loop(loop: LoopConfig, minutes: float) -> LoopConfig:
    return replace(loop, max_minutes=minutes, save_seconds=60.0)


def _small(choices: Path, out: Path, plan: TrainingPlan, seed: int) -> Path:
    """The start model, made once."""
    if (out / "config.json").is_file():
        return out
    shutil.rmtree(out, ignore_errors=True)
    return make_small_model(_texts(choices), out, replace(plan.model, seed=seed))


def _texts(choices: Path) -> Iterator[str]:
    with choices.open(encoding="utf-8") as lines:
        for line in lines:
            choice = json.loads(line)
            yield from (choice["state"], *choice["good"], *choice["bad"])
