"""Tables of rounds and arms, on the screen and as files, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from formalmath.asked import asked_for
from formalmath.cores import cores
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.report import console, download_progress
from search.evaluation import write_whole
from training.rounds.arms import Arm, ArmResult, Budget, Models, Prospector
from training.rounds.practice import benchmark_forms, drawn
from training.rounds.table import ArmRow, arm_row, arm_table, plot, round_table, row_record

SETS = ("held out", "unseen")


def report(stages: Mapping[str, Mapping[str, Any]], folder: Path) -> None:
    """Write table.md, table.json and plot.png of a run into its folder, and print the tables.

    Args:
        stages: the records of the run's stages, by name.
        folder: the run's.
    """
    rows = {what: _rows(stages, what) for what in SETS}
    rounds = round_table(stages)
    texts = [rounds, *(f"{what}:\n\n{arm_table(some)}" for what, some in rows.items())]
    keep(folder, texts, rows)


def keep(folder: Path, texts: Sequence[str], rows: Mapping[str, Sequence[ArmRow]]) -> None:
    """Print tables and write them as table.md, the figures as table.json and plot.png."""
    text = "\n\n".join(texts) + "\n"
    write_whole(folder / "table.md", text)
    records = {what: [row_record(row) for row in some] for what, some in rows.items()}
    write_whole(folder / "table.json", json.dumps(records, indent=1, ensure_ascii=False))
    plot(rows, folder / "plot.png")
    console.print(text, markup=False, highlight=False, soft_wrap=True)


def measure(
    target: str,
    toolchain: Toolchain,
    models: Models,
    arms: Sequence[Arm],
    budget: Budget,
    chosen: tuple[str, int],
    jobs: int,
    out: Path,
) -> None:
    """Compare arms on theorems; print the table and keep it in `out`.

    Args:
        target: `heldout` or `unseen` for statements drawn with the budget's seed, else as
            `formalmath prove` takes it.
        chosen: a regular expression for names, and how many; 0 stands for all of a benchmark.

    Raises:
        InputError: the target names no theorems, or a model cannot be loaded.
    """
    jobs = jobs or cores()
    theorems = _theorems(target, toolchain, budget.seed, chosen, jobs)
    prospector = Prospector(toolchain, jobs, models)
    results: dict[Arm, ArmResult] = {}
    for arm in arms:
        results[arm] = prospector.compare(arm, theorems, budget, out / arm.value)
    rows = [arm_row(each.arm, each, results[Arm.UNTRAINED]) for each in results.values()]
    keep(
        out, [f"{target}, {len(theorems)} theorems:", arm_table(rows), _names(rows)], {target: rows}
    )


def _theorems(
    target: str, toolchain: Toolchain, seed: int, chosen: tuple[str, int], jobs: int
) -> Sequence[Theorem]:
    match, count = chosen
    with download_progress() as progress:
        if target not in ("heldout", "unseen"):
            return asked_for(target, None, None, None, progress).selected(match, count).theorems
        known = benchmark_forms(progress)
    most = count or 200
    held_out = most if target == "heldout" else most * 5
    found = drawn(toolchain, (0, held_out), seed, jobs, known)
    group = found.held_out if target == "heldout" else found.unseen
    return [each.theorem() for each in group[:most]]


def _names(rows: Sequence[ArmRow]) -> str:
    lines = [
        f"{row.name} {what}: {', '.join(name.rpartition(' ')[2] for name in names)}"
        for row in rows
        for what, names in (("gained", row.gained), ("lost", row.lost))
        if names
    ]
    return "\n".join(lines)


def _rows(stages: Mapping[str, Mapping[str, Any]], what: str) -> list[ArmRow]:
    """The untrained arm, then every round's."""
    untrained = ArmResult.from_json(stages[f"round 0 {Arm.UNTRAINED} {what}"]["result"])
    rows = [arm_row(Arm.UNTRAINED.value, untrained, untrained)]
    for stage, record in stages.items():
        if stage.endswith(f" {what}") and not stage.startswith("round 0"):
            result = ArmResult.from_json(record["result"])
            rows.append(arm_row(stage.removesuffix(f" {what}"), result, untrained))
    return rows
