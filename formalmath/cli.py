"""The command line: it composes the packages, and imports each only when a command needs it."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from formalmath.cli_options import (
    CriticOption,
    JobsOption,
    LeanOption,
    NoSandboxOption,
    OrderOption,
    PolicyOption,
    ResumeOption,
)
from formalmath.errors import FormalMathError, InputError
from formalmath.informal.command import app as solution

if TYPE_CHECKING:
    from formalmath.lean.toolchain import Toolchain
    from formalmath.verify.verifier import Verifier
    from search.formal import SearchedLean

EXIT_UNPROVED = 1
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130


class _Commands(TyperGroup):
    """Turns what a person can mend into one or two lines and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except FormalMathError as error:
            _fail(error)
        except KeyboardInterrupt as stopped:  # with what is kept, where something is
            _interrupted(*stopped.args[:1])
        except BrokenPipeError:
            # `formalmath .. | head`: the reader has gone; the interpreter's last flush would fail.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(EXIT_ERROR) from None
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            mend = _OS_MENDS.get(error.errno or 0, "Mend that, and try again.")
            _fail(f"{where}{error.strerror or error}. {mend}")


_OS_MENDS = {
    errno.ENOSPC: "Make room on that disk, and try again.",
    errno.EDQUOT: "Make room on that disk, and try again.",
    errno.EACCES: "Change its permissions, or name another place.",
    errno.EROFS: "Name another place.",
}

app = typer.Typer(
    name="formalmath",
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(solution, name="solution")


def main() -> None:
    """The entry point. Exit codes: 0 done, 1 not (all) proved, 2 error, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that has no ℕ still works
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # `nohup` means it
            signal.signal(number, _interrupt)
    app()


def _interrupt(*_: object) -> None:
    """Whoever ends us wants what was finished kept and no Lean left behind, as with Ctrl-C."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's job in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.raise_signal(signal.SIGINT)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"formalmath {version('formalmath')}")
        raise typer.Exit


def prover(toolchain: Toolchain, verifier: Verifier) -> SearchedLean:
    """What proves the statements of a model; `formalmath solution` gets it as the root's object."""
    from search.formal import SearchedLean

    return SearchedLean(toolchain, verifier)


@app.callback()
def formalmath(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say it and end.")
    ] = False,
) -> None:
    """Prove Lean 4 theorems by search.

    Lean judges: what is called proved was compiled in a fresh process,
    and rests on Lean's standard axioms only.
    """
    context.obj = prover


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
            toolchain = _toolchain(lean, no_sandbox)
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


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE.lean", help="A Lean file.")],
    lean: LeanOption = "auto",
    seconds: Annotated[
        float, typer.Option(min=0, metavar="S", help="Wall seconds for the file; 0: no limit.")
    ] = 300.0,
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Compile a file in a fresh Lean; name its errors, `sorry`s and axioms.

    Exit code 0: accepted, and all rests on standard axioms only; 1: not;
    2: error.
    """
    from formalmath.file_check import check_text
    from formalmath.lean.source import read_source
    from formalmath.report import print_file_check, reading_progress

    text = read_source(file)
    toolchain = _toolchain(lean, no_sandbox)
    with reading_progress() as progress:
        answer = asyncio.run(check_text(toolchain, text, seconds, progress))
    print_file_check(file, answer)
    raise typer.Exit(0 if answer.stands else EXIT_UNPROVED)


@app.command()
def verify(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.lean|FILE.jsonl", help="What to verify.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="CHALLENGE", help="Statements, with `sorry` for proofs.")
    ] = None,
    theorem: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this one, by its full name.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    self_test: Annotated[bool, typer.Option("--self-test", help="Try the known attacks.")] = False,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="Of a batch: where the verdicts go.")
    ] = Path("verdicts.jsonl"),
    jobs: JobsOption = 0,
    resume: ResumeOption = False,
    lean: LeanOption = "auto",
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Verify the theorems of a file as if an adversary had written it.

    Each is held to its own statement, or with --against to the challenge's.
    A .jsonl file is a batch of {"statement": .., "proof": ..}; see docs/trust.md.
    Exit code 0: all verified; 1: not all; 2: error; 130: interrupted.
    """
    batch = file is not None and file.suffix == ".jsonl"
    if (file is None) != self_test or ((self_test or batch) and (against or theorem)):
        raise InputError("Give one file, or --self-test; --against and --theorem with a .lean.")
    from formalmath.verify import batch_command, command

    if file is None:
        good = command.self_test(_toolchain(lean, no_sandbox), as_json)
    elif batch:
        given = batch_command.Asked(file, out, jobs, resume, as_json)
        good = batch_command.verify_batch(lambda: _toolchain(lean, no_sandbox), given)
    else:
        good = command.verify_files(_toolchain(lean, no_sandbox), file, against, theorem, as_json)
    raise typer.Exit(0 if good else EXIT_UNPROVED)


@app.command()
def expand(
    file: Annotated[Path, typer.Argument(metavar="FILE.lean", help="A Lean file.")],
    write: Annotated[bool, typer.Option("--write", help="Change the file itself.")] = False,
    lean: LeanOption = "auto",
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="S", help="Seconds for one goal.")
    ] = 10.0,
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Replace `linarith` and `nlinarith` in a file by certificates that prove the same.

    Prints the new text, or with --write puts it in the file's place.
    Exit code 0: all replaced; 1: some stay; 2: error.
    """
    from formalmath.lean.source import read_source
    from search.certificates.expansion import expand as expanded

    result = asyncio.run(expanded(_toolchain(lean, no_sandbox), read_source(file), seconds))
    if write:
        file.write_text(result.text, encoding="utf-8", newline="")
    else:
        typer.echo(result.text, nl=False)
    for line, why in result.left:
        typer.echo(f"{file}:{line}: stays, as {why}.", err=True)
    raise typer.Exit(EXIT_UNPROVED if result.left else 0)


@app.command()
def show(
    result: Annotated[
        Path, typer.Argument(metavar="DIR", help="A results folder, or a file in its trees/.")
    ],
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="A theorem in the folder.")] = "",
    failed: Annotated[bool, typer.Option("--failed", help="Show rejected tactics too.")] = False,
) -> None:
    """Show what a search tried: a folder's results, or the proof tree of one theorem."""
    from search.report import print_attempt, print_results, print_tree

    if name:
        print_attempt(result, name, failed)
    elif result.is_dir():
        print_results(result)
    else:
        print_tree(result, failed)


@app.command()
def doctor(lean: LeanOption = "auto") -> None:
    """Say what was found on this machine, and how to mend what is missing."""
    from formalmath.doctor import examine
    from formalmath.report import print_findings

    findings = examine(lean)
    print_findings(findings)
    raise typer.Exit(0 if all(finding.good or not finding.needed for finding in findings) else 1)


def _toolchain(choice: str, no_sandbox: bool) -> Toolchain:
    from formalmath.lean.toolchain import find_toolchain
    from formalmath.report import build_progress
    from formalmath.sandbox.find import AUTO, OFF

    with build_progress() as progress:
        return find_toolchain(choice, progress, OFF if no_sandbox else AUTO)


def _fail(what: object) -> NoReturn:
    from formalmath.report import print_error

    print_error(what)
    raise typer.Exit(EXIT_ERROR) from None


def _interrupted(kept: str = "") -> NoReturn:
    typer.echo(f"Interrupted. {kept}".strip(), err=True)
    raise typer.Exit(EXIT_INTERRUPTED) from None


if __name__ == "__main__":
    main()
