"""What rounds and arms came to: figures, tables and a plot; nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from training.rounds.arms import ArmResult


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


_ARM_HEADS = (
    "arm", "solved", "expansions", "a solved one", "tactics a solved one",
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
    """A picture: for each set of statements and arm, what is solved and what a solved one costs."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(2, len(rows), figsize=(5 * len(rows), 7), squeeze=False)
    for column, (what, some) in enumerate(rows.items()):
        names = [row.name for row in some]
        for axis, values, title in (
            (axes[0][column], [row.solved for row in some], f"solved, {what}"),
            (axes[1][column], [row.per_solved for row in some], "expansions a solved one"),
        ):
            bars = axis.bar(range(len(names)), values, color="#4477aa")
            axis.bar_label(bars, fmt="%.4g")
            axis.set_xticks(range(len(names)), names, rotation=40, ha="right")
            axis.set_title(title)
            axis.margins(y=0.15)  # room for the labels
    figure.tight_layout()
    figure.savefig(file, dpi=110)
    plt.close(figure)


def _markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *("---:" for _ in heads[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in [list(heads), rule, *rows])
