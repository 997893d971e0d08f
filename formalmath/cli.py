"""The command line: it composes the packages, and imports each only when a command needs it."""

from __future__ import annotations

import asyncio
import errno
import importlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from formalmath.cli_options import (
    EXIT_UNPROVED,
    JobsOption,
    LeanOption,
    NoSandboxOption,
    ResumeOption,
    chosen_toolchain,
)
from formalmath.errors import FormalMathError, InputError
from formalmath.informal.command import app as solution

if TYPE_CHECKING:
    from formalmath.lean.toolchain import Toolchain
    from formalmath.verify.verifier import Verifier
    from search.formal import SearchedLean

EXIT_ERROR = 2
EXIT_INTERRUPTED = 130


class _Commands(TyperGroup):
    """Turns what a person can mend into one or two lines and an exit code.

    Commands of the packages above this one are imported when they are asked for.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        return [*_ELSEWHERE, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, name: str) -> Any:
        if name not in _ELSEWHERE:
            return super().get_command(ctx, name)
        command = typer.main.get_command(importlib.import_module(_ELSEWHERE[name]).app)
        command.name = name
        return command

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


_ELSEWHERE = {
    "prove": "search.prove_command",
    "show": "search.show_command",
    "expand": "search.expand_command",
    "trace": "search.trace_command",
    "data": "training.data.command",
    "train": "training.learning.command",
    "improve": "training.rounds.command",
}
"""Commands, each with the module whose `app` it is, a `typer.Typer(add_completion=False)`."""

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
    """Prove Lean 4 theorems, check solutions, train on what Lean accepted.

    Lean judges: what is called proved was compiled in a fresh process,
    and rests on Lean's standard axioms only.
    """
    context.obj = prover


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
    toolchain = chosen_toolchain(lean, no_sandbox)
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
        good = command.self_test(chosen_toolchain(lean, no_sandbox), as_json)
    elif batch:
        given = batch_command.Asked(file, out, jobs, resume, as_json)
        good = batch_command.verify_batch(lambda: chosen_toolchain(lean, no_sandbox), given)
    else:
        good = command.verify_files(
            chosen_toolchain(lean, no_sandbox), file, against, theorem, as_json
        )
    raise typer.Exit(0 if good else EXIT_UNPROVED)


@app.command()
def doctor(lean: LeanOption = "auto") -> None:
    """Say what was found on this machine, and how to mend what is missing."""
    from formalmath.doctor import examine
    from formalmath.report import print_findings

    findings = examine(lean)
    print_findings(findings)
    raise typer.Exit(0 if all(finding.good or not finding.needed for finding in findings) else 1)


def _fail(what: object) -> NoReturn:
    from formalmath.report import print_error

    print_error(what)
    raise typer.Exit(EXIT_ERROR) from None


def _interrupted(kept: str = "") -> NoReturn:
    # What an impatient second Ctrl-C cut short complains while it is torn down.
    sys.unraisablehook = lambda _: None
    typer.echo(f"Interrupted. {kept}".strip(), err=True)
    raise typer.Exit(EXIT_INTERRUPTED) from None


if __name__ == "__main__":
    main()
