"""`formalmath trace`: verified proofs written down step by step; it composes, lazily."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formalmath.cli_options import (
    EXIT_UNPROVED,
    JobsOption,
    LeanOption,
    NoSandboxOption,
    ResumeOption,
    chosen_toolchain,
)
from formalmath.cores import cores
from formalmath.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from formalmath.lean.toolchain import Toolchain
    from formalmath.recorder import Skipped
    from formalmath.traces import Traces
    from search.trace_run import Work

app = typer.Typer(add_completion=False)

_SHOWN = 5


@app.command()
def trace(
    targets: Annotated[
        list[Path],
        typer.Argument(metavar="DIR|FILE.lean...", help="Results folders of `prove`, Lean files."),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the traces go.")] = Path(
        "traces.jsonl"
    ),
    pairs: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also write pairs of states for a critic there."),
    ] = None,
    jobs: JobsOption = 0,
    resume: ResumeOption = False,
    lean: LeanOption = "auto",
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Write down verified proofs step by step: states, tactics, premises, what failed.

    Of a results folder what was proved, of a Lean file each theorem with a proof;
    what the verifier does not accept is skipped, and counted.
    Exit code 0: all traced; 1: some skipped; 2: error; 130: interrupted.
    """
    from formalmath.report import notes
    from formalmath.traces import Traces

    for target in targets:
        if not target.exists():
            raise InputError(f"{target} does not exist. Give Lean files or results folders.")
    with Traces(out) as traces:
        if len(traces) and not resume:
            raise InputError(
                f"{out} holds {len(traces)} traces already. "
                "Go on with them by --resume, or name another file with --out."
            )
        try:
            skipped = _run(targets, traces, jobs, chosen_toolchain(lean, no_sandbox))
        except KeyboardInterrupt:
            kept = f"{len(traces)} traces are kept. Go on with --out {out} --resume."
            raise KeyboardInterrupt(kept) from None
        _report(traces, skipped)
        if pairs is not None:
            from search.trace_run import pairs_in, pairs_of, write_pairs

            folders = (target for target in targets if target.is_dir())
            searched = (pair for folder in folders for pair in pairs_in(folder))
            count = write_pairs(pairs, chain(searched, pairs_of(traces.all)))
            notes.print(f"{pairs}: {count} pairs of states.", markup=False)
    raise typer.Exit(EXIT_UNPROVED if skipped else 0)


def _run(
    targets: Sequence[Path], traces: Traces, jobs: int, toolchain: Toolchain
) -> list[tuple[Work, Skipped]]:
    import asyncio
    import time

    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn

    from formalmath.recorder import Recorder
    from formalmath.report import bar, notes
    from search.trace_run import trace_all, waiting, work_in

    jobs = jobs or cores()
    environment = toolchain.environment_hash
    work = [each for target in targets for each in work_in(target, environment)]
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    known, since = traces.all, time.monotonic()
    with bar(*columns) as shown:
        task = shown.add_task("Tracing", total=len(waiting(work, traces, environment)))
        library = shown.add_task("Reading the library (once)", total=None, visible=False)

        def reading(done: int, total: int) -> None:
            shown.update(library, total=total, completed=done, visible=done < total)

        async def run() -> list[tuple[Work, Skipped]]:
            async with Recorder(toolchain, jobs, reading) as recorder:
                return await trace_all(
                    work, recorder, traces, environment, jobs, lambda *_: shown.advance(task)
                )

        skipped = asyncio.run(run())
    seconds = time.monotonic() - since
    steps = sum(len(each.steps) for each in traces.all[len(known) :])
    new = len(traces) - len(known)
    notes.print(f"{new} proofs, {steps} steps in {seconds:.1f} s.", markup=False)
    return skipped


def _report(traces: Traces, skipped: Sequence[tuple[Work, Skipped]]) -> None:
    from collections import Counter

    from formalmath.report import console, notes

    steps = [step for each in traces.all for step in each.steps]
    failures = sum(len(step.failures) for step in steps)
    console.print(
        f"{traces.path}: {len(traces)} traces with {len(steps)} steps and {failures} failures.",
        markup=False,
    )
    for reason, count in Counter(why.reason for _, why in skipped).most_common():
        console.print(f"Skipped, {reason}: {count}.", markup=False)
    for work, why in skipped[:_SHOWN]:
        detail = (why.detail or why.reason).splitlines()[0]
        notes.print(f"  {work.name}: {detail}", markup=False)
