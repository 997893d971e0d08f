"""The same search with and without what was learnt, on the same theorems; nothing else.

Every arm tries the same tactics, those of the symbolic rules, within the same budgets. Only the
order differs: of the tactics at a goal, by chance or by the policy, and of the goals, by the path's
probability, by the critic or by both in turn.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from formalmath.asked import Asked
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.limits import Limits
from search.agenda import Order
from search.attempt import Attempt
from search.best_first import SearchConfig, SearchOutcome
from search.evaluation import Results
from search.policies import NamedCritic, NamedPolicy, open_critic, open_policy
from search.run import Run
from search.uniform import WHOLE


class Arm(StrEnum):
    """What guides a search."""

    UNTRAINED = "untrained"
    POLICY = "policy"
    CRITIC = "critic"
    BOTH = "both"

    @property
    def order(self) -> Order:
        """Which goal comes next."""
        return {Arm.CRITIC: Order.CRITIC, Arm.BOTH: Order.BOTH}.get(self, Order.LOG_PROB)


LEARNT = (Arm.POLICY, Arm.CRITIC, Arm.BOTH)
"""The arms that need a model."""


@dataclass(frozen=True)
class Models:
    """Folders of what was trained; None where no arm asks for it."""

    policy: Path | None
    critic: Path | None


@dataclass(frozen=True)
class Budget:
    """What a search may use up, and its seed; the same in every arm.

    Attributes:
        seconds: of wall time a theorem.
        expansions: goals that the policy may be asked about.
        tactic_seconds: of wall time for one tactic: a case split without end must not have it all.
        wave: tactics tried at a goal before the search decides again; see `SearchConfig`.
        seed: of the untrained order.
    """

    seconds: float = 4.0
    expansions: int = 64
    tactic_seconds: float = 2.0
    wave: int = 2
    seed: int = 0

    def more(self, factor: int) -> Budget:
        """A deeper one."""
        return replace(self, seconds=self.seconds * factor, expansions=self.expansions * factor)

    def config(self, order: Order) -> SearchConfig:
        """Of a search that may choose among all candidates."""
        return SearchConfig(
            samples=WHOLE,
            wave=self.wave,
            width=1,
            max_expansions=self.expansions,
            wall_seconds=self.seconds,
            seed=self.seed,
            minimise_seconds=0.0,
            order=order,
        )


@dataclass(frozen=True)
class Spent:
    """What became of one theorem.

    Attributes:
        solved: its proof has the verdict VERIFIED.
        expansions, candidates, lean_seconds, model_seconds, wall_seconds: see `SearchStats`.
    """

    solved: bool
    expansions: int
    candidates: int
    lean_seconds: float
    model_seconds: float
    wall_seconds: float

    @classmethod
    def of(cls, attempt: Attempt) -> Spent:
        """From the record of an attempt."""
        stats = attempt.stats
        return cls(
            attempt.outcome is SearchOutcome.PROVED,
            stats.expansions,
            stats.candidates,
            stats.lean_seconds,
            stats.model_seconds,
            stats.wall_seconds,
        )


@dataclass(frozen=True)
class ArmResult:
    """What an arm came to.

    Attributes:
        arm: its name.
        spent: on each theorem, by its source and name: a file has many.
        clock: seconds from start to end, of the last sitting where there were several.
    """

    arm: str
    spent: Mapping[str, Spent]
    clock: float

    def to_json(self) -> dict[str, Any]:
        """A JSON object; `from_json` reads it back."""
        return asdict(self)

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> ArmResult:
        """Read a record. Raises KeyError or TypeError if it is not one."""
        spent = {name: Spent(**each) for name, each in record["spent"].items()}
        return cls(record["arm"], spent, record["clock"])


@dataclass(frozen=True)
class Prospector:
    """Proves theorems as an arm does, into results folders that can be gone on with."""

    toolchain: Toolchain
    jobs: int
    models: Models | None = None

    def prove(
        self, arm: Arm, theorems: Sequence[Theorem], budget: Budget, out: Path
    ) -> Sequence[Attempt]:
        """An attempt on each theorem; those that `out` has already are not made again.

        Raises:
            InputError: a model cannot be loaded, or `out` is in use.
            KeyboardInterrupt: with what is kept as its text.
        """
        policy, critic = self._guides(arm)
        asked = Asked(theorems, "practice", benchmark=True)
        with Results(out) as results:
            limits = Limits(wall_s=budget.tactic_seconds)
            config = budget.config(arm.order)
            run = Run(asked, self.toolchain, results, policy, critic, config, limits)
            return run.prove(self.jobs, 0.0, " and kept")

    def compare(
        self, arm: Arm, theorems: Sequence[Theorem], budget: Budget, out: Path
    ) -> ArmResult:
        """As `prove`; and what it took."""
        started = time.monotonic()
        attempts = self.prove(arm, theorems, budget, out)
        clock = time.monotonic() - started
        return ArmResult(arm.value, {f"{a.source} {a.name}": Spent.of(a) for a in attempts}, clock)

    def _guides(self, arm: Arm) -> tuple[NamedPolicy, NamedCritic | None]:
        models = self.models
        policy, critic = "uniform", None
        if models and arm in (Arm.POLICY, Arm.BOTH):
            policy = f"ranked:{models.policy}"
        if models and arm.order.wants_critic:
            critic = open_critic(str(models.critic))
        return open_policy(policy, self.toolchain), critic
