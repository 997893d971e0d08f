"""`formalmath solution`: worked solutions checked and ranked; it composes, lazily."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formalmath.errors import InputError

if TYPE_CHECKING:
    from formalmath.informal.solution import Solution
    from formalmath.informal.verdicts import SolutionVerdict

EXIT_NOT_ALL = 1

app = typer.Typer(no_args_is_help=True, help="Check worked solutions, step by step, in Lean.")

File = Annotated[
    str, typer.Argument(metavar="FILE|-", help="A solution as text, or records as JSON Lines.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a solution.")]
LeanOption = Annotated[
    str,
    typer.Option(
        "--lean",
        metavar="auto|embedded|PATH",
        help="Which Lean: the embedded one, or the Lake project in PATH (Mathlib).",
    ),
]
NoSandbox = Annotated[bool, typer.Option("--no-sandbox", help="Let Lean run with your rights.")]


@app.command()
def check(
    file: File,
    problem: Annotated[
        str, typer.Option(metavar="TEXT", help="The problem, where the file does not say it.")
    ] = "",
    as_json: Json = False,
    show_lean: Annotated[
        bool, typer.Option("--show-lean", help="Print the Lean that shows each verdict.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as one HTML page.")
    ] = None,
    lean: LeanOption = "auto",
    no_sandbox: NoSandbox = False,
) -> None:
    """Check the calculations of solutions: verified, refuted or unknown.

    Verified: every claim was read and proved, and a step computes the answer;
    whether the problem was understood is not checked.
    Refuted: the negation of a claim was proved. Unknown: neither.
    Exit code 0: all verified; 1: not; 2: error.
    """
    from formalmath.informal.page import page
    from formalmath.informal.reading import read_solutions
    from formalmath.informal.records import verdict_record
    from formalmath.informal.report import print_counts, print_verdict
    from formalmath.informal.verdicts import Status
    from formalmath.report import console, notes

    verdicts = _verdicts(read_solutions(file, problem), lean, no_sandbox)
    if as_json:
        for verdict in verdicts:
            typer.echo(json.dumps(verdict_record(verdict), ensure_ascii=False))
    elif html is None:
        for i, verdict in enumerate(verdicts):
            if i:
                console.print()
            print_verdict(console, verdict, show_lean)
        if len(verdicts) > 1:
            print_counts(console, verdicts)
    if html is not None:
        html.write_text(page(verdicts), encoding="utf-8")
        print_counts(notes, verdicts)
    if any(verdict.status is not Status.VERIFIED for verdict in verdicts):
        raise typer.Exit(EXIT_NOT_ALL)


@app.command()
def rank(
    file: File, as_json: Json = False, lean: LeanOption = "auto", no_sandbox: NoSandbox = False
) -> None:
    """Choose among several solutions of a problem: by majority, and by verified majority.

    In a verified majority only verified solutions vote; if there is none, those
    that are not refuted. Records with the same problem belong together.
    """
    from formalmath.informal.ranking import Vote, ranked
    from formalmath.informal.reading import read_groups
    from formalmath.informal.records import group_record
    from formalmath.informal.report import print_ranking
    from formalmath.report import console

    groups = read_groups(file)
    verdicts = iter(_verdicts([each for group in groups for each in group], lean, no_sandbox))
    for group in groups:
        judged = [next(verdicts) for _ in group]
        plain, verified = ranked(judged, Vote.PLAIN), ranked(judged, Vote.VERIFIED)
        if as_json:
            record = {
                "problem": group[0].problem,
                "statuses": [verdict.status.value for verdict in judged],
                "plain": [group_record(each) for each in plain],
                "verified": [group_record(each) for each in verified],
            }
            typer.echo(json.dumps(record, ensure_ascii=False))
        else:
            print_ranking(console, group[0].problem, plain, verified)


def _verdicts(solutions: Sequence[Solution], lean: str, no_sandbox: bool) -> list[SolutionVerdict]:
    from formalmath.lean.toolchain import find_toolchain
    from formalmath.report import build_progress
    from formalmath.sandbox.find import AUTO, OFF

    if not solutions:
        raise InputError("There is no solution to check.")
    with build_progress() as progress:
        toolchain = find_toolchain(lean, progress, OFF if no_sandbox else AUTO)

    async def run() -> list[SolutionVerdict]:
        from formalmath.informal.checker import Checker
        from formalmath.informal.lean_judge import LeanJudge
        from formalmath.verify.verifier import Verifier

        async with Verifier(toolchain) as verifier:
            return await Checker(LeanJudge(verifier)).check(solutions)

    return asyncio.run(run())
