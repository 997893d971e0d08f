"""What people see of a data set: tables and samples. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.markup import escape
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from formalmath.report import bar, console
from training.example import Example

_EVERY = 64
_SHOWN = 2
_WIDE = 80


@contextmanager
def build_progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for a build: call it with what is done, how many items are done, and all."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.completed:,} items"),
        TimeElapsedColumn(),
    )
    with bar(*columns) as shown:
        task = shown.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            # The bar is slower than a step of the work.
            if done % _EVERY == 0 or done == total:
                shown.update(task, description=what, completed=done, total=total or None)

        yield show


def print_stats(manifest: Mapping[str, Any]) -> None:
    """Counts by task and source, what was removed and why, what it was made of."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for column in ("task", "source"):
        table.add_column(column, overflow="fold")
    for column in ("read", "near-dup.", "bench.", "written", "kchars"):
        table.add_column(column, justify="right", no_wrap=True)
    rows: Sequence[Mapping[str, Any]] = manifest["counts"]
    for row in rows:
        table.add_row(escape(row["task"]), escape(row["source"]), *_figures([row]))
    table.add_section()
    table.add_row("all", "", *_figures(rows), style="bold")
    console.print(table)
    shown = sum(row["few_shot"] for row in rows)
    console.print(f"In few-shot form: {shown:,} of what is written.")
    reasons: dict[str, int] = {}
    for row in rows:
        for reason, count in row["benchmark"].items():
            reasons[reason] = reasons.get(reason, 0) + count
    if reasons:
        told = ", ".join(f"{count:,} by {reason}" for reason, count in sorted(reasons.items()))
        console.print(f"Kept out for benchmarks: {told}.")
    for each in manifest["mixture"]["skipped"]:
        console.print(f"[yellow]Left out[/]: {escape(each)}")


def print_removed(removed: Iterable[Mapping[str, Any]]) -> None:
    """Two of each reason, and what they repeat or hold."""
    told: dict[str, list[Mapping[str, Any]]] = {}
    for each in removed:
        first = told.setdefault(each["reason"], [])
        if len(first) < _SHOWN:
            first.append(each)
    for reason, some in sorted(told.items()):
        console.print(f"\nFor example, {reason}:")
        for each in some:
            of = each["of"]["name"] if "of" in each else each["benchmark"]
            how = f"Jaccard {each['jaccard']:.2f}" if "of" in each else each["match"]
            line = f"  {each['name']} ({each['task']}): {of}, {' '.join(how.split())[:_WIDE]}"
            console.print(Text(line))


def _figures(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    total = {key: sum(row[key] for row in rows) for key in _COUNTS}
    benchmark = sum(sum(row["benchmark"].values()) for row in rows)
    figures = (total["read"], total["duplicates"], benchmark, total["written"])
    return [f"{figure:,}" for figure in figures] + [f"{total['characters'] / 1000:,.0f}"]


_COUNTS = ("read", "duplicates", "written", "characters")


def print_example(example: Example) -> None:
    """One item: what it is, then each message under its role."""
    console.print(
        Text.assemble((example.task, "bold"), f"  {example.name}  ", (example.source, "dim"))
    )
    for message in example.messages:
        console.print(Text(f"[{message.role}]", style="cyan"))
        console.print(Text(message.content))
    console.print()
