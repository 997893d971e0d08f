"""What people see of Lean's side: builds, downloads, checked files, findings. Decides nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from formalmath.lean.elaborator import Outcome

if TYPE_CHECKING:
    from formalmath.doctor import Finding
    from formalmath.file_check import FileCheck
    from formalmath.lean.embedded_build import BuildProgress


def _console(*, stderr: bool = False) -> Console:
    """Breaks lines between words where somebody reads, and nowhere else."""
    made = Console(highlight=False, stderr=stderr)
    made.soft_wrap = not made.is_terminal
    return made


console = _console()
"""Where all reports go: standard output."""

notes = _console(stderr=True)
"""Where progress goes: standard error, so that output can be piped."""


def bar(*columns: ProgressColumn) -> Progress:
    """A bar on standard error that leaves nothing behind; none where nobody watches."""
    return Progress(*columns, console=notes, transient=True, disable=not notes.is_terminal)


@contextmanager
def build_progress() -> Iterator[Callable[[BuildProgress], None]]:
    """A bar for the first build of the embedded Lean; shows nothing if there is none."""
    columns = (  # within 80 characters: Ctrl-C leaves a line that is full behind
        TextColumn("Building Lean (once)"),
        BarColumn(bar_width=12),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with bar(*columns) as shown:
        task = None

        def show(progress: BuildProgress) -> None:
            nonlocal task
            if task is None:
                task = shown.add_task("", total=None)
            shown.update(
                task, total=progress.total, completed=progress.done, description=progress.now[:28]
            )

        yield show


@contextmanager
def download_progress(what: str = "the benchmark") -> Iterator[Callable[[int, int], None]]:
    """A bar for a download: call it with the bytes that came and the bytes in all (0: unknown)."""
    columns = (TextColumn(f"Downloading {what}"), BarColumn(), DownloadColumn())
    with bar(*columns) as shown:
        task = None

        def show(done: int, total: int) -> None:
            nonlocal task
            if task is None:
                task = shown.add_task("", total=None)
            shown.update(task, total=total or None, completed=done)

        yield show


@contextmanager
def reading_progress() -> Iterator[Callable[[int, int], None]]:
    """A bar for the first reading of a library: call it with the modules read, and all."""
    columns = (
        TextColumn("Reading the library (once)"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with bar(*columns) as shown:
        task = None

        def show(done: int, total: int) -> None:
            nonlocal task
            if task is None:
                task = shown.add_task("", total=total)
            shown.update(task, completed=done, visible=done < total)

        yield show


def print_file_check(file: Path, answer: FileCheck) -> None:
    """One line a message, then the axioms of each theorem, then the verdict."""
    for message in answer.compiled.messages:
        colour = "red" if message.is_error else "yellow"
        place = f"{file}:{message.start.line}:{message.start.column}"
        console.print(f"{escape(place)}: [{colour}]{message.severity}[/]: {escape(message.text)}")
    for name, axioms in answer.axioms.items():
        foreign = set(answer.foreign.get(name, ()))
        shown = ", ".join(f"[red]{escape(a)}[/]" if a in foreign else escape(a) for a in axioms)
        console.print(f"{escape(name)}: {shown or 'no axioms'}")
    console.print(_verdict(answer))


def _verdict(answer: FileCheck) -> str:
    compiled = answer.compiled
    if compiled.outcome is not Outcome.DONE:
        mend = " Give it more with --seconds." if compiled.outcome is Outcome.TIMEOUT else ""
        return f"[yellow]Undecided[/]: Lean gave no answer ({escape(compiled.detail)}).{mend}"
    if not compiled.accepted:
        return f"[red]Not accepted[/]: {_count(len(compiled.errors), 'error')}."
    if answer.foreign:
        rests = _count(len(answer.foreign), "theorem rests", "theorems rest")
        on = ", ".join(sorted({axiom for axioms in answer.foreign.values() for axiom in axioms}))
        return f"[red]Not proved[/]: it compiles, but {rests} on {escape(on)}."
    if answer.sorries:
        lines = ", ".join(str(message.start.line) for message in answer.sorries)
        return f"[red]Not proved[/]: it compiles, but with `sorry` (line {lines})."
    if not answer.axioms:
        return "[green]Accepted[/] by a fresh Lean; it holds no theorem."
    count = _count(len(answer.axioms), "theorem")
    return f"[green]Accepted[/] by a fresh Lean: {count}, standard axioms only."


def print_findings(findings: Sequence[Finding]) -> None:
    """A line a finding, and under it the mend."""
    for finding in findings:
        mark = "[green]✓[/]" if finding.good else ("[red]✗[/]" if finding.needed else "[dim]–[/]")
        console.print(f"{mark} {escape(finding.what)}")
        if finding.mend:
            console.print(escape(textwrap.indent(finding.mend, "    ")))


def print_error(what: object) -> None:
    """What keeps a command from its work."""
    notes.print(Text.assemble(("Error: ", "bold red"), str(what)))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
