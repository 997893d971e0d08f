"""`formalmath solution`: worked solutions checked and ranked; it composes, lazily."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formalmath.cli_options import (
    EXIT_UNPROVED,
    LeanOption,
    NoSandboxOption,
    chosen_toolchain,
)
from formalmath.errors import InputError

if TYPE_CHECKING:
    from formalmath.informal.checker import Checker
    from formalmath.informal.formal_judge import FormalProver
    from formalmath.informal.judge import Judge
    from formalmath.informal.solution import Solution
    from formalmath.informal.verdicts import SolutionVerdict
    from formalmath.lean.toolchain import Toolchain
    from formalmath.verify.verifier import Verifier

app = typer.Typer(no_args_is_help=True, help="Check worked solutions, step by step, in Lean.")

File = Annotated[
    str, typer.Argument(metavar="FILE|-", help="A solution as text, or records as JSON Lines.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a solution.")]
ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="URL|NAME",
        envvar="FORMALMATH_MODEL",
        show_envvar=False,
        help="Asked about what cannot be read: a server (OpenAI's protocol; URL#MODEL) or a "
        "transformers model. Key: FORMALMATH_API_KEY.",
    ),
]
SamplesOption = Annotated[
    int, typer.Option("--samples", min=1, max=64, metavar="N", help="Replies to a question.")
]
LegacyOption = Annotated[
    bool, typer.Option("--legacy-prompts", help="InternLM-Math's own, which say Lean 3.")
]


@app.command()
def check(
    context: typer.Context,
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
    model: ModelOption = "",
    samples: SamplesOption = 4,
    legacy: LegacyOption = False,
    lean: LeanOption = "auto",
    no_sandbox: NoSandboxOption = False,
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

    asked = _Asked(model, samples, legacy, context.find_root().obj) if model else None
    verdicts = _verdicts(read_solutions(file, problem), lean, no_sandbox, asked)
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
        raise typer.Exit(EXIT_UNPROVED)


@app.command()
def rank(
    file: File,
    as_json: Json = False,
    lean: LeanOption = "auto",
    no_sandbox: NoSandboxOption = False,
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


@app.command()
def label(
    file: File,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the records go, as JSON Lines.")],
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="orm|prm|sft", help="Only these records (repeat it for several)."),
    ] = None,
    lean: LeanOption = "auto",
    no_sandbox: NoSandboxOption = False,
) -> None:
    """Write training records from what Lean decided: labels, and verified solutions.

    orm: Correct or Incorrect for a solution; prm: the same for each step up to
    the first wrong one; sft: verified solutions. Unknown is no label.
    """
    from collections import Counter

    from formalmath.informal.labels import Kind, labelled
    from formalmath.informal.reading import read_solutions
    from formalmath.informal.report import print_counts
    from formalmath.report import notes

    known = [each.value for each in Kind]
    if wrong := [each for each in kind or [] if each not in known]:
        raise InputError(f"There are no records of kind {wrong[0]!r}; give {', '.join(known)}.")
    solutions = read_solutions(file)
    if not any(solution.problem for solution in solutions):
        raise InputError(
            f"No record of {file} has a `problem`, and every training record needs one."
        )
    verdicts = _verdicts(solutions, lean, no_sandbox)
    kinds = [Kind(each) for each in kind or known]
    records = [record for verdict in verdicts for record in labelled(verdict, kinds)]
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    out.write_text("".join(lines), encoding="utf-8")
    print_counts(notes, verdicts)
    counts = Counter(record["kind"] for record in records)
    written = ", ".join(f"{counts[each]} {each}" for each in kinds)
    notes.print(f"{out}: {len(records)} records ({written}).")


@dataclass(frozen=True)
class _Asked:
    """A model to be asked, and how its statements are proved: see `formalmath.cli.prover`."""

    model: str
    samples: int
    legacy: bool
    prover: Callable[[Toolchain, Verifier], AbstractAsyncContextManager[FormalProver]]

    @contextlib.asynccontextmanager
    async def checker(
        self, judge: Judge, toolchain: Toolchain, verifier: Verifier
    ) -> AsyncIterator[Checker]:
        from formalmath.informal.chat import open_model
        from formalmath.informal.checker import Checker
        from formalmath.informal.formal_judge import FormalJudge
        from formalmath.informal.model_translator import ModelConfig, ModelTranslator
        from formalmath.informal.prompts import LEGACY, PROMPTS

        config = ModelConfig(self.samples, prompts=LEGACY if self.legacy else PROMPTS)
        model = open_model(self.model)
        async with self.prover(toolchain, verifier) as prover:
            yield Checker(FormalJudge(judge, prover), ModelTranslator(model, prover, config))


def _verdicts(
    solutions: Sequence[Solution], lean: str, no_sandbox: bool, asked: _Asked | None = None
) -> list[SolutionVerdict]:
    if not solutions:
        raise InputError("There is no solution to check.")
    toolchain = chosen_toolchain(lean, no_sandbox)

    async def run() -> list[SolutionVerdict]:
        from formalmath.informal.checker import Checker
        from formalmath.informal.lean_judge import LeanJudge
        from formalmath.verify.verifier import Verifier

        async with Verifier(toolchain) as verifier:
            judge = LeanJudge(verifier)
            if asked is None:
                return await Checker(judge).check(solutions)
            async with asked.checker(judge, toolchain, verifier) as checker:
                return await checker.check(solutions)

    return asyncio.run(run())
