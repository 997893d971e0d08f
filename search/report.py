"""What people see of a search: a live display, the summary, the tree. Decides nothing."""

from __future__ import annotations

import dataclasses
import difflib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from formalmath.benchmarks import BENCHMARKS
from formalmath.errors import InputError
from formalmath.lean.theorem import Theorem
from formalmath.report import bar, console, notes
from formalmath.sandbox.find import OFF
from search.attempt import Attempt, Provenance
from search.best_first import SearchOutcome
from search.evaluation import PROOFS, TREES, Saved

_COLOURS = {
    SearchOutcome.PROVED: "green",
    SearchOutcome.UNSUPPORTED: "dim",
    SearchOutcome.REFUSED: "red",
    SearchOutcome.ERROR: "red",
}

_MENDS = {
    SearchOutcome.QUEUE_EMPTY: "Every tactic proposed was tried; --samples asks for more of them.",
    SearchOutcome.EXPANSIONS: "--expansions allows more goals.",
    SearchOutcome.LEAN_TIME: "--lean-seconds allows more.",
    SearchOutcome.WALL_TIME: "--seconds allows more.",
    SearchOutcome.RUN_TIME: "--total allows more; --resume goes on with it.",
}
"""What to do about an outcome that has no detail of its own."""


class Display:
    """A progress bar with live counts on standard error, and above it a line for each end."""

    def __init__(self, total: int, known: Sequence[Attempt] = (), every: bool = True) -> None:
        """`known`: attempts of an earlier run; `every`: show the unsupported theorems too."""
        self.attempts = list(known)
        self._resumed = len(known)
        self._every = every
        self._bar = bar(
            TextColumn("Proving"),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
        )
        self._task = self._bar.add_task(self._counts(), total=total, completed=len(known))

    def __enter__(self) -> Display:
        if self._resumed:
            notes.print(f"Resumed: {self._resumed} of the results are here already.")
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def add(self, attempt: Attempt) -> None:
        """Show the end of one attempt."""
        self.attempts.append(attempt)
        if self._every or attempt.outcome is not SearchOutcome.UNSUPPORTED:
            notes.print(_line(attempt))
        self._bar.update(self._task, advance=1, description=self._counts())

    def reading(self, done: int, total: int) -> None:
        """Lean's library is read for the first time: so many of its modules are."""
        now = f"reading the library, {done}/{total}" if done < total else self._counts()
        self._bar.update(self._task, description=now)

    def _counts(self) -> str:
        counts = Counter(attempt.outcome for attempt in self.attempts)
        proved, unsupported = counts[SearchOutcome.PROVED], counts[SearchOutcome.UNSUPPORTED]
        failed = len(self.attempts) - proved - unsupported
        return f"[green]{proved} proved[/], {failed} not, {unsupported} unsupported"


def _line(attempt: Attempt, width: int = 17) -> str:
    """The end of an attempt: its outcome, name, and why or at what cost."""
    colour = _COLOURS.get(attempt.outcome, "yellow")
    stats = attempt.stats
    cost = f"{stats.candidates} candidates, {stats.wall_seconds:.1f} s"
    what = attempt.detail.partition("\n")[0] or cost
    return (
        f"[{colour}]{attempt.outcome:>{width}}[/]  {escape(attempt.name)}  [dim]{escape(what)}[/]"
    )


def print_stale(theorems: Iterable[Theorem], now: Provenance, results: Saved) -> None:
    """Say so if earlier results on these theorems do not count, and why."""
    conditions = dataclasses.asdict(now)
    asked = {(t.source, t.name) for t in theorems if now.key(t) not in results.attempts}
    stale = [
        attempt
        for attempt in results.latest
        if attempt.provenance != conditions and (attempt.source, attempt.name) in asked
    ]
    if stale:
        changes = ", ".join(_differences(stale[0].provenance, conditions))
        results_here = "result does" if len(stale) == 1 else "results do"
        notes.print(
            f"{len(stale)} earlier {results_here} not count, because of other conditions: "
            f"{escape(changes)}."
        )


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name, value in new.items():
        if isinstance(value, Mapping):
            yield from _differences(old.get(name, {}), value)
        elif old.get(name) != value:
            yield f"{name} was {old.get(name)}, is {value}"


def print_summary(
    sources: Sequence[str],
    attempts: Sequence[Attempt],
    results: Saved,
    completed: Path | None = None,
    whole: str = "asked for",
) -> None:
    """Counts by outcome and split. The denominator is every theorem in `sources`, named `whole`."""
    console.print(_summary_table(sources, attempts, whole))
    counts = Counter(attempt.outcome for attempt in attempts)
    proved = counts[SearchOutcome.PROVED]
    share = _percent(proved, len(sources))
    console.print(f"\nProved {proved} of the {len(sources)} {whole} ({share}).")
    if proved:
        console.print("Each proof is VERIFIED; docs/trust.md says what that promises.")
    if any(attempt.provenance.get("sandbox") == OFF for attempt in attempts):
        console.print("Lean ran without a sandbox (--no-sandbox), also where candidates spoke.")
    if counts[SearchOutcome.UNSUPPORTED]:
        console.print(
            "Unsupported: this Lean does not understand the statement; "
            f"`formalmath show {escape(str(results.folder))} NAME` says why."
        )
    console.print(f"Results: {escape(str(results.file))}")
    if proved:
        console.print(f"Proofs:  {escape(str(results.folder / PROOFS))}")
    if completed is not None:
        console.print(f"Your file with these proofs in place: {escape(str(completed))}")


def print_results(folder: Path) -> None:
    """The attempts in a results folder, and their summary.

    Raises:
        InputError: it is no results folder.
    """
    saved = Saved.load(folder)
    for attempt in saved.latest:
        console.print(_line(attempt))
    console.print()
    sources = [attempt.source for attempt in saved.latest]
    print_summary(sources, saved.latest, saved, whole="on record")


def print_proof(attempt: Attempt) -> None:
    """The tactics of a proof, or why there is none."""
    if attempt.outcome is SearchOutcome.PROVED:
        for tactic in attempt.proof:
            console.print(Text(tactic), soft_wrap=True)  # to be copied
    else:
        why = attempt.detail or _MENDS.get(attempt.outcome, "")
        console.print(f"[yellow]Not proved[/]: {attempt.outcome}. {escape(why)}")


def print_attempt(folder: Path, name: str, failed: bool) -> None:
    """How the search for one theorem ended, and its tree.

    Raises:
        InputError: there is no such result.
    """
    saved = Saved.load(folder)
    found = [attempt for attempt in saved.latest if attempt.name == name]
    if not found:
        close = difflib.get_close_matches(name, [attempt.name for attempt in saved.latest], 1)
        mend = f"Did you mean {close[0]}?" if close else f"`formalmath show {folder}` lists them."
        raise InputError(f"{folder} holds no result on {name}. {mend}")
    for attempt in found:
        console.print(_line(attempt, width=0))
        why = attempt.detail.partition("\n")[2] or _MENDS.get(attempt.outcome, "")
        if why:
            console.print(escape(why))
        if attempt.outcome is SearchOutcome.PROVED:
            console.print(f"Proof: {escape(str(saved.proof_file(attempt)))}")
        if (file := saved.tree_file(attempt)).is_file():
            print_tree(file, failed)


def print_tree(file: Path, failed: bool) -> None:
    """The search tree in a file.

    Raises:
        InputError: there is no such tree.
    """
    try:
        tree = json.loads(file.read_text(encoding="utf-8"))
        rendered = _rendered(tree["nodes"], tree["edges"], failed)
    except OSError as error:
        raise InputError(
            f"{file} cannot be read: {error.strerror}. Give a results folder, or a file in its "
            f"{TREES}/."
        ) from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(
            f"{file} is not a search tree. Give a results folder, or a file in its {TREES}/."
        ) from error
    console.print(rendered)


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
            if edge["in_proof"]:
                label = Text(f"{edge['tactic']}  ✓", "bold green")
            else:
                colour = "red" if edge in rejected else "dim"
                label = Text.assemble((edge["tactic"], "dim"), ("  " + edge["status"], colour))
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
    return Text.assemble(
        (f"goal {node['id']} ", "dim"), (node["status"], style), f"\n{node['goal']}"
    )


def _summary_table(sources: Sequence[str], attempts: Sequence[Attempt], whole: str) -> Table:
    splits = list(dict.fromkeys(map(_split, sources)))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
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
    row(whole, [asked[s] for s in splits])
    return table


def _split(source: str) -> str:
    """`test` of `minif2f/test/NAME`; files have no splits."""
    benchmark, _, rest = source.partition("/")
    in_benchmark = benchmark in BENCHMARKS and not source.endswith(".lean")
    return rest.partition("/")[0] if in_benchmark else "theorems"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none"
