"""The command line: it composes the packages, and imports each only when a command needs it."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar

import typer

from formalmath.errors import FormalMathError, InputError

if TYPE_CHECKING:
    from formalmath.lean.theorem import Theorem
    from formalmath.lean.toolchain import Toolchain
    from formalmath.limits import Limits
    from search.attempt import Attempt
    from search.best_first import SearchConfig
    from search.evaluation import Results

EXIT_UNPROVED = 1
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130

app = typer.Typer(
    name="formalmath",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Prove Lean 4 theorems by search. Lean judges: what is called proved was compiled in a "
    "fresh process and rests on Lean's standard axioms only.",
)

T = TypeVar("T")

LeanOption = Annotated[
    str,
    typer.Option(
        "--lean",
        metavar="auto|embedded|PATH",
        help="Which Lean: the embedded one, or the Lake project in PATH (Mathlib).",
    ),
]
SecondsOption = Annotated[float, typer.Option(min=0, help="Wall seconds a theorem; 0: no limit.")]


def main() -> None:
    """The entry point: errors that a person can mend become one or two lines and exit code 2."""
    try:
        app()
    except FormalMathError as error:
        typer.secho(f"Error: {error}", fg=typer.colors.RED, err=True)
        sys.exit(EXIT_ERROR)
    except BrokenPipeError:
        # `formalmath ... | head`: the reader has gone, and the interpreter's last flush would fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(EXIT_ERROR)


@app.command()
def prove(
    target: Annotated[
        str | None, typer.Argument(metavar="minif2f|FILE.lean", help="What to prove.")
    ] = None,
    statement: Annotated[
        str | None, typer.Option(help="A statement, such as '(n : ℕ) : n + 0 = n'.")
    ] = None,
    split: Annotated[str, typer.Option(help="For benchmarks: valid, test or all.")] = "all",
    match: Annotated[str, typer.Option(help="Only theorems whose name this regex finds.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most this many theorems; 0: all.")] = 0,
    jobs: Annotated[int, typer.Option(min=0, help="Leans at work; 0: one a core.")] = 0,
    out: Annotated[
        Path | None, typer.Option(help="Results folder.  [default: results; none for --statement]")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the results in --out.")
    ] = False,
    path: Annotated[
        Path | None, typer.Option(help="A local copy of the benchmark, in place of a download.")
    ] = None,
    lean: LeanOption = "auto",
    seconds: SecondsOption = 60.0,
    lean_seconds: Annotated[
        float, typer.Option(min=0, help="Lean seconds a theorem; 0: no limit.")
    ] = 0.0,
    expansions: Annotated[
        int, typer.Option(min=0, help="Goals that the policy is asked about; 0: no limit.")
    ] = 200,
    samples: Annotated[int, typer.Option(min=1, help="Candidates asked for at a goal.")] = 32,
    heartbeats: Annotated[
        int, typer.Option(min=0, help="Lean's maxHeartbeats for one candidate.")
    ] = 40_000,
    seed: Annotated[int, typer.Option(help="Of the policy.")] = 0,
) -> None:
    """Prove a benchmark, every `sorry` theorem of a file, or one statement."""
    from formalmath.benchmarks import BENCHMARKS
    from formalmath.limits import Limits
    from search.best_first import SearchConfig
    from search.evaluation import Results
    from search.report import print_proof, print_summary

    if (target is None) == (statement is None):
        raise InputError(
            "Say what to prove: a benchmark (`minif2f`), a Lean file, or --statement '...'."
        )
    if target is not None:
        theorems = _selected(_theorems(target, split, path), match, limit, target)
    else:
        assert statement is not None
        theorems = [_statement(statement)]
    toolchain = _toolchain(lean)
    config = SearchConfig(
        samples=samples,
        max_expansions=expansions,
        lean_seconds=lean_seconds,
        wall_seconds=seconds,
        seed=seed,
    )
    limits = Limits(heartbeats=heartbeats)
    with tempfile.TemporaryDirectory(prefix="formalmath-") as scratch:
        folder = out or (Path(scratch) if statement is not None else Path("results"))
        with Results(folder) as results:
            if results.attempts and not resume:
                raise InputError(
                    f"{folder} holds {len(results.attempts)} results already. "
                    "Go on with them by --resume, or name another folder with --out."
                )
            ended = _prove_all(theorems, toolchain, results, config, limits, jobs)
        if statement is not None and not ended.interrupted:
            print_proof(*ended.attempts)
        if statement is None or out is not None:
            print_summary([theorem.source for theorem in theorems], ended.attempts, results)
    if ended.interrupted:
        _interrupted("What was finished is kept; go on with --resume.")
    # A benchmark is done when all was tried; whoever names a theorem wants it proved.
    if target not in BENCHMARKS and not ended.all_proved:
        raise typer.Exit(EXIT_UNPROVED)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A Lean file.")],
    lean: LeanOption = "auto",
    seconds: SecondsOption = 300.0,
) -> None:
    """Compile a file in a fresh Lean; name its errors, `sorry`s and axioms."""
    from formalmath.file_check import check_text
    from formalmath.lean.source import read_source
    from formalmath.report import print_file_check

    text = read_source(file)
    answer = _run(check_text(_toolchain(lean), text, seconds))
    print_file_check(file, answer)
    raise typer.Exit(0 if answer.stands else EXIT_UNPROVED)


@app.command()
def show(
    result: Annotated[Path, typer.Argument(help="A results folder, or a tree in its trees/.")],
    name: Annotated[str, typer.Argument(help="The theorem, for a folder.")] = "",
    failed: Annotated[bool, typer.Option("--failed", help="Show rejected tactics too.")] = False,
) -> None:
    """Show what a search tried: the proof tree of one theorem, or a folder's summary."""
    from search.report import print_results, print_tree

    if result.is_dir() and not name:
        print_results(result)
    else:
        print_tree(result, name, failed)


@app.command()
def doctor(lean: LeanOption = "auto") -> None:
    """Say what was found on this machine, and how to mend what is missing."""
    from formalmath.doctor import examine
    from formalmath.report import print_findings

    findings = examine(lean)
    print_findings(findings)
    raise typer.Exit(0 if all(finding.good or not finding.needed for finding in findings) else 1)


def _toolchain(choice: str) -> Toolchain:
    from formalmath.lean.toolchain import find_toolchain
    from formalmath.report import build_progress

    with build_progress() as progress:
        return find_toolchain(choice, progress)


def _theorems(target: str, split: str, path: Path | None) -> Sequence[Theorem]:
    """The theorems of a benchmark or of a file."""
    from formalmath.benchmarks import BENCHMARKS
    from formalmath.lean.source import read_source, sorry_theorems

    if benchmark := BENCHMARKS.get(target):
        from formalmath.report import download_progress

        with download_progress() as progress:
            problems = benchmark(path, progress)
        splits = {problem.split for problem in problems}
        if split not in {*splits, "all"}:
            raise InputError(f"--split {split}: give {', '.join(sorted(splits))} or all.")
        return [problem.theorem for problem in problems if split in (problem.split, "all")]
    file = Path(target)
    theorems = sorry_theorems(read_source(file), str(file))
    if not theorems:
        raise InputError(
            f"{file} has no theorem whose proof is `sorry`. Write `:= by sorry` where a proof is "
            "wanted; `formalmath check` judges a file as it is."
        )
    return theorems


def _statement(text: str) -> Theorem:
    from formalmath.lean.source import statement_theorem
    from formalmath.lean.toolchain import HEADER

    return statement_theorem(text, HEADER)


def _selected(
    theorems: Sequence[Theorem], match: str, limit: int, target: str
) -> Sequence[Theorem]:
    import re

    try:
        pattern = re.compile(match)
    except re.error as error:
        raise InputError(f"--match {match!r} is not a regular expression: {error}.") from error
    chosen = [theorem for theorem in theorems if pattern.search(theorem.name)]
    if not chosen:
        raise InputError(
            f"--match {match!r} finds none of the {len(theorems)} theorems of {target}, such as "
            f"{theorems[0].name}. Loosen the pattern."
        )
    return chosen[: limit or None]


@dataclass(frozen=True)
class _Ended:
    """What came of a run: the attempts that ended, and whether a person stopped it."""

    attempts: Sequence[Attempt]
    interrupted: bool
    all_proved: bool


def _prove_all(
    theorems: Sequence[Theorem],
    toolchain: Toolchain,
    results: Results,
    config: SearchConfig,
    limits: Limits,
    jobs: int,
) -> _Ended:
    """Prove them with a live display. What ended is kept, whatever happens."""
    from formalmath.lean.pool import Pool
    from search.best_first import SearchOutcome
    from search.evaluation import evaluate
    from search.prover import Prover
    from search.report import Display
    from search.symbolic import SymbolicPolicy

    jobs = jobs or os.cpu_count() or 1
    lean = Pool(toolchain.elaborator, jobs)
    prover = Prover(toolchain, lean, SymbolicPolicy(), "symbolic", config, limits)
    keys = [prover.provenance.key(theorem) for theorem in theorems]
    known = [results.attempts[key] for key in keys if key in results.attempts]

    async def run(display: Display) -> None:
        try:
            await evaluate(theorems, prover, results, jobs, display.add)
        finally:
            await lean.close()

    interrupted = False
    with Display(len(theorems), known) as display:
        try:
            asyncio.run(run(display))
        except KeyboardInterrupt:
            interrupted = True
    attempts = [results.attempts[key] for key in keys if key in results.attempts]
    proved = sum(attempt.outcome is SearchOutcome.PROVED for attempt in attempts)
    return _Ended(attempts, interrupted, proved == len(theorems))


def _run(work: Coroutine[Any, Any, T]) -> T:
    """The one edge between the command line and the asynchronous core."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        _interrupted()


def _interrupted(kept: str = "") -> NoReturn:
    typer.secho(f"Interrupted. {kept}", err=True)
    raise typer.Exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
