"""`formalmath prove`: theorems through the search; it composes, lazily."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from formalmath.cli_options import (
    EXIT_UNPROVED,
    CriticOption,
    JobsOption,
    LeanOption,
    NoSandboxOption,
    OrderOption,
    PolicyOption,
    ResumeOption,
    chosen_toolchain,
)
from formalmath.errors import InputError

app = typer.Typer(add_completion=False)


@app.command()
def prove(
    target: Annotated[
        str | None,
        typer.Argument(metavar="BENCHMARK|FILE.lean", help="minif2f, heldout, or a file."),
    ] = None,
    statement: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A statement: '(n : ℕ) : n + 0 = n'.")
    ] = None,
    split: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of a benchmark: valid, test or all (the default)."),
    ] = None,
    match: Annotated[
        str, typer.Option(metavar="REGEX", help="Only theorems whose name this finds.")
    ] = "",
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="At most so many theorems; 0: all.")
    ] = 0,
    jobs: JobsOption = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Results folder (default: results).")
    ] = None,
    resume: ResumeOption = False,
    path: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A local copy of the benchmark; no download."),
    ] = None,
    lean: LeanOption = "auto",
    seconds: Annotated[
        float, typer.Option(min=0, metavar="S", help="Wall seconds a theorem; 0: no limit.")
    ] = 30.0,
    total: Annotated[
        float,
        typer.Option(
            min=0,
            metavar="S",
            help="Wall seconds of search in all, shared by the theorems left; 0: no limit.",
        ),
    ] = 0.0,
    lean_seconds: Annotated[
        float, typer.Option(min=0, metavar="S", help="Lean seconds a theorem; 0: no limit.")
    ] = 0.0,
    expansions: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Goals the policy is asked about; 0: no limit."),
    ] = 200,
    samples: Annotated[
        int, typer.Option(min=1, metavar="N", help="Candidates asked for at a goal.")
    ] = 32,
    heartbeats: Annotated[
        int, typer.Option(min=0, metavar="N", help="Lean's maxHeartbeats for one candidate.")
    ] = 40_000,
    minimise: Annotated[
        float,
        typer.Option(min=0, metavar="S", help="Seconds to shorten a proof; 0: leave it as found."),
    ] = 5.0,
    seed: Annotated[int, typer.Option(metavar="N", help="Of the policy.")] = 0,
    policy: PolicyOption = "default",
    critic: CriticOption = "",
    order: OrderOption = "log-prob",
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Prove a benchmark, every `sorry` theorem of a file, or one statement.

    Each theorem first gets 2 seconds; only then do those that are left go on.
    Exit code 0: all proved, or a benchmark run to its end; 1: not all proved;
    2: error; 130: interrupted. What was finished is always kept.
    """
    from formalmath.asked import asked_for
    from formalmath.limits import Limits
    from formalmath.report import download_progress

    with download_progress() as progress:
        asked = asked_for(target, statement, split, path, progress).selected(match, limit)

    from formalmath.scratch import Scratch
    from search.best_first import SearchConfig  # takes seconds: LeanDojo
    from search.evaluation import Results
    from search.policies import open_critic, open_policy, ordered_by
    from search.run import Run

    config = SearchConfig(
        samples=samples,
        max_expansions=expansions,
        lean_seconds=lean_seconds,
        wall_seconds=seconds,
        seed=seed,
        order=ordered_by(order, critic),
    )
    with Scratch() as scratch:
        folder = out or (scratch if statement is not None else Path("results"))
        with Results(folder) as results:
            if results.attempts and not resume:
                raise InputError(
                    f"{folder} holds {len(results.attempts)} results already. "
                    "Go on with them by --resume, or name another folder with --out."
                )
            toolchain = chosen_toolchain(lean, no_sandbox)
            named = open_policy(policy, toolchain, samples)
            valued = open_critic(critic) if critic else None
            bounds = Limits(heartbeats=heartbeats)
            run = Run(asked, toolchain, results, named, valued, config, bounds)
            kept = "" if folder == scratch else f" and kept. Go on with --out {folder} --resume"
            attempts = run.prove(jobs, total, kept)
            run.report(attempts)
    # A benchmark is done when all was tried; whoever names a theorem wants it proved.
    if not asked.benchmark and any(a.outcome != "proved" for a in attempts):
        raise typer.Exit(EXIT_UNPROVED)
