"""What rounds and arms came to: figures, tables and a plot; nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from training.rounds.arms import ArmResult, Spent


@dataclass(frozen=True)
class ArmRow:
    """An arm beside the untrained one, on the same theorems.

    Attributes:
        name: such as `round 1 policy`.
        asked: theorems.
        solved: of these, with a VERIFIED proof.
        expansions: on all theorems, solved or not.
        per_solved: these, divided by the number of solved ones.
        tactics_per_solved: tactics that Lean ran, on all theorems, divided likewise.
        needed: expansions of each theorem that was solved, the fewest first.
        as_many: expansions to solve as many as the untrained arm did; see `to_solve`.
        untrained_as_many: the same of the untrained arm.
        both: theorems that this arm and the untrained one solved.
        own, untrained: mean expansions on these, in this arm and in the untrained one.
        gained, lost: theorems that only this arm, or only the untrained one, solved.
        clock: seconds from start to end.
        search_seconds, lean_seconds, model_seconds: summed over theorems, which ran side by side.
    """

    name: str
    asked: int
    solved: int
    expansions: int
    per_solved: float
    tactics_per_solved: float
    needed: Sequence[int]
    as_many: int | None
    untrained_as_many: int | None
    both: int
    own: float
    untrained: float
    gained: Sequence[str]
    lost: Sequence[str]
    clock: float
    search_seconds: float
    lean_seconds: float
    model_seconds: float


def arm_row(name: str, result: ArmResult, untrained: ArmResult) -> ArmRow:
    """The figures of an arm. Both arms must have had the same theorems."""
    spent, base = result.spent, untrained.spent
    solved = {key for key, each in spent.items() if each.solved}
    before = {key for key, each in base.items() if each.solved}
    both = sorted(solved & before)
    expansions = sum(each.expansions for each in spent.values())
    return ArmRow(
        name=name,
        asked=len(spent),
        solved=len(solved),
        expansions=expansions,
        per_solved=expansions / max(1, len(solved)),
        tactics_per_solved=sum(e.candidates for e in spent.values()) / max(1, len(solved)),
        needed=_needed(spent.values()),
        as_many=to_solve(len(before), spent.values()),
        untrained_as_many=to_solve(len(before), base.values()),
        both=len(both),
        own=mean(spent[key].expansions for key in both) if both else 0.0,
        untrained=mean(base[key].expansions for key in both) if both else 0.0,
        gained=sorted(solved - before),
        lost=sorted(before - solved),
        clock=result.clock,
        search_seconds=sum(each.wall_seconds for each in spent.values()),
        lean_seconds=sum(each.lean_seconds for each in spent.values()),
        model_seconds=sum(each.model_seconds for each in spent.values()),
    )


def to_solve(count: int, spent: Collection[Spent]) -> int | None:
    """Expansions on all theorems with the smallest limit a theorem that solves `count` of them.

    Whatever the limit, a search begins as it does without one, so that what was spent without says
    what would be. None: fewer are solved.
    """
    needed = _needed(spent)
    if len(needed) < count:
        return None
    limit = needed[count - 1] if count else 0
    return sum(min(each.expansions, limit) for each in spent)


def _needed(spent: Collection[Spent]) -> list[int]:
    return sorted(each.expansions for each in spent if each.solved)


_ARM_HEADS = (
    "arm", "solved", "expansions", "a solved one", "tactics a solved one", "for as many",
    "both solve", "its mean", "untrained mean", "gained", "lost", "clock s", "Lean s", "model s",
)  # fmt: skip


def arm_table(rows: Sequence[ArmRow]) -> str:
    """Markdown."""
    return _markdown(
        _ARM_HEADS,
        [
            [
                row.name,
                f"{row.solved} of {row.asked}",
                str(row.expansions),
                f"{row.per_solved:.2f}",
                f"{row.tactics_per_solved:.1f}",
                _as_many(row),
                str(row.both),
                f"{row.own:.2f}",
                f"{row.untrained:.2f}",
                str(len(row.gained)),
                str(len(row.lost)),
                f"{row.clock:.0f}",
                f"{row.lean_seconds:.0f}",
                f"{row.model_seconds:.0f}",
            ]
            for row in rows
        ],
    )


def _as_many(row: ArmRow) -> str:
    """What it took, and which part of what the untrained arm took that is."""
    if row.as_many is None or not row.untrained_as_many:
        return "-"
    return f"{row.as_many} ({row.as_many / row.untrained_as_many:.2f})"


_ROUND_HEADS = (
    "round", "asked", "subgoals", "proved", "refuted", "expansions", "Lean s", "model s",
    "practice min", "traces", "examples", "pairs", "policy min", "its accuracy",
    "critic min", "its accuracy",
)  # fmt: skip


def round_table(stages: Mapping[str, Mapping[str, Any]]) -> str:
    """Markdown: what each round practised and learnt, from the records of its stages."""
    rows = []
    number = 1
    while (training := stages.get(f"round {number} training")) is not None:
        practice, data = stages[f"round {number} practice"], stages[f"round {number} data"]
        traces = stages[f"round {number} traces"]
        rows.append(
            [
                str(number),
                *(str(practice[key]) for key in ("asked", "subgoals", "proved", "refuted")),
                str(practice["expansions"]),
                *(f"{practice[key]:.0f}" for key in ("lean_seconds", "model_seconds")),
                f"{practice['seconds'] / 60:.1f}",
                str(traces["traces"]),
                *(str(data[key]) for key in ("examples", "pairs")),
                f"{(training['imitating']['seconds'] + training['policy']['seconds']) / 60:.1f}",
                _share(training["policy"]["accuracy"]),
                f"{training['critic']['seconds'] / 60:.1f}",
                _share(training["critic"]["accuracy"]),
            ]
        )
        number += 1
    return _markdown(_ROUND_HEADS, rows)


def _share(share: float | None) -> str:
    """None: too few were held out to say."""
    return "-" if share is None else f"{share:.2f}"


def row_record(row: ArmRow) -> dict[str, Any]:
    """A JSON object."""
    return asdict(row)


def plot(rows: Mapping[str, Sequence[ArmRow]], file: Path) -> None:
    """A picture: for each set of statements, what every arm solves within so many expansions."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, len(rows), figsize=(6 * len(rows), 4.5), squeeze=False)
    for axis, (what, some) in zip(axes[0], rows.items(), strict=True):
        most = max((row.needed[-1] for row in some if row.needed), default=1)
        for row in some:
            solved = range(len(row.needed) + 1)
            axis.step([0, *row.needed, most], [*solved, row.solved], where="post", label=row.name)
        axis.set_xlabel("expansions a statement, at most")
        axis.set_ylabel(f"solved of {max(row.asked for row in some)}")
        axis.set_ylim(bottom=0)
        axis.set_title(what)
        axis.legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(file, dpi=110)
    plt.close(figure)


def _markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in heads[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in [list(heads), rule, *rows])
