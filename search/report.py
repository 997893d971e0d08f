"""What people see of a search: a live display, the summary, the tree. Decides nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import RenderableType
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from formalmath.errors import InputError
from formalmath.report import console, notes
from search.attempt import Attempt
from search.best_first import SearchOutcome
from search.evaluation import PROOFS, TREES, Results, file_name

_COLOURS = {
    SearchOutcome.PROVED: "green",
    SearchOutcome.UNSUPPORTED: "dim",
    SearchOutcome.ERROR: "red",
}


class Display:
    """A progress bar with live counts on standard error; a line for each proof above it."""

    def __init__(self, total: int, known: Sequence[Attempt] = ()) -> None:
        """`known`: attempts of an earlier run that count as done."""
        self.attempts = list(known)
        self._resumed = len(known)
        self._bar = Progress(
            TextColumn("Proving"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=notes,
            transient=True,
        )
        self._task = self._bar.add_task(self._counts(), total=total, completed=len(known))

    def __enter__(self) -> Display:
        if self._resumed:
            notes.print(f"Resumed: {self._resumed} results are here already.")
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def add(self, attempt: Attempt) -> None:
        """Show the end of one attempt."""
        self.attempts.append(attempt)
        stats = attempt.stats
        if attempt.outcome is not SearchOutcome.UNSUPPORTED:
            colour = _COLOURS.get(attempt.outcome, "yellow")
            notes.print(
                f"[{colour}]{attempt.outcome:>17}[/]  {escape(attempt.name)}  "
                f"[dim]{stats.candidates} candidates, {stats.wall_seconds:.1f} s[/]"
            )
        self._bar.update(self._task, advance=1, description=self._counts())

    def _counts(self) -> str:
        counts = Counter(attempt.outcome for attempt in self.attempts)
        proved, unsupported = counts[SearchOutcome.PROVED], counts[SearchOutcome.UNSUPPORTED]
        return f"[green]{proved} proved[/], {unsupported} unsupported"


def print_summary(sources: Sequence[str], attempts: Sequence[Attempt], results: Results) -> None:
    """Counts by outcome and split. The denominator is every theorem asked for (`sources`)."""
    console.print(_summary_table(sources, attempts))
    proved = [a for a in attempts if a.outcome is SearchOutcome.PROVED]
    console.print(
        f"Proved {len(proved)} of {len(sources)} ({_percent(len(proved), len(sources))}), each "
        "compiled alone in a fresh Lean with standard axioms only."
    )
    console.print(f"Results: {escape(str(results.file))}")
    if proved:
        console.print(f"Proofs:  {escape(str(results.folder / PROOFS))}")


def print_results(folder: Path) -> None:
    """The summary of a results folder, and its attempts."""
    if not (folder / TREES).is_dir():
        raise InputError(f"{folder} is no results folder: it has no {TREES}/. Name one of --out.")
    results = Results(folder)
    attempts = list(results.attempts.values())
    results.close()
    for attempt in attempts:
        colour = _COLOURS.get(attempt.outcome, "yellow")
        console.print(f"[{colour}]{attempt.outcome:>17}[/]  {escape(attempt.name)}")
    print_summary([attempt.source for attempt in attempts], attempts, results)


def print_proof(attempt: Attempt) -> None:
    """The tactics of a proof, or why there is none."""
    if attempt.outcome is SearchOutcome.PROVED:
        for tactic in attempt.proof:
            console.print(Text(tactic))
    else:
        console.print(f"[yellow]Not proved[/]: {attempt.outcome}. {escape(attempt.detail)}")


def print_tree(result: Path, name: str, failed: bool) -> None:
    """The search tree of one theorem.

    Raises:
        InputError: there is no such tree.
    """
    file = result / TREES / f"{file_name(name)}.json" if name else result
    try:
        tree = json.loads(file.read_text(encoding="utf-8"))
        nodes, edges = tree["nodes"], tree["edges"]
    except OSError as error:
        raise InputError(
            f"{file}: {error.strerror}. `formalmath show RESULTS_FOLDER` lists what there is."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{file} is not a search tree. Name one in {TREES}/.") from error
    console.print(_rendered(nodes, edges, failed))


def _rendered(
    nodes: Sequence[dict[str, Any]], edges: Sequence[dict[str, Any]], failed: bool
) -> RenderableType:
    """The graph as a tree: a goal that is met again is shown once and then referred to."""
    by_source: dict[int, list[dict[str, Any]]] = {}
    for edge in edges:
        by_source.setdefault(edge["source"], []).append(edge)
    shown: set[int] = set()

    def grow(branch: Tree, node: dict[str, Any]) -> None:
        shown.add(node["id"])
        mine = by_source.get(node["id"], [])
        rejected = [e for e in mine if not (e["in_proof"] or e["children"])]
        for edge in mine:
            if edge in rejected and not failed:
                continue
            style = "bold green" if edge["in_proof"] else "dim"
            label = Text(edge["tactic"], style)
            if not edge["in_proof"]:
                label.append(f"  {edge['status']}", "red" if edge in rejected else "dim")
            twig = branch.add(label)
            for child in edge["children"]:
                if child in shown:
                    twig.add(Text(f"goal {child}, shown above", "dim"))
                else:
                    grow(twig.add(_goal(nodes[child])), nodes[child])
        if rejected and not failed:
            branch.add(Text(f"{len(rejected)} rejected tactics (--failed shows them)", "dim"))

    root = Tree(_goal(nodes[0]))
    grow(root, nodes[0])
    return root


def _goal(node: dict[str, Any]) -> Text:
    style = {"proved": "green", "failed": "red"}.get(node["status"], "yellow")
    label = Text(f"goal {node['id']} ", "dim")
    label.append(node["status"], style)
    return label.append(f"\n{node['goal']}", "default")


def _summary_table(sources: Sequence[str], attempts: Sequence[Attempt]) -> Table:
    splits = sorted({_split(source) for source in sources})
    table = Table(title="Outcomes", title_justify="left")
    table.add_column("outcome")
    for split in splits:
        table.add_column(split, justify="right")
    if len(splits) > 1:
        table.add_column("all", justify="right")
    by_split = {s: Counter(a.outcome for a in attempts if _split(a.source) == s) for s in splits}
    asked = Counter(map(_split, sources))

    def row(label: str, counts: Sequence[int]) -> None:
        total = [sum(counts)] if len(splits) > 1 else []
        table.add_row(label, *map(str, [*counts, *total]))

    for outcome in SearchOutcome:
        counts = [by_split[s][outcome] for s in splits]
        if any(counts) or outcome is SearchOutcome.PROVED:
            row(outcome, counts)
    missing = [asked[s] - by_split[s].total() for s in splits]
    if any(missing):
        row("not attempted", missing)
    table.add_section()
    row("asked for", [asked[s] for s in splits])
    return table


def _split(source: str) -> str:
    """`test` of `minif2f/test/NAME`; else the file."""
    parts = source.split("/")
    return parts[1] if len(parts) == 3 and parts[1] in ("valid", "test") else "theorems"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"
