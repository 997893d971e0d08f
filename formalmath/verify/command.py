"""`formalmath verify`: files and the self-test put to the verifier, and nothing else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from formalmath.cores import cores
from formalmath.lean.source import read_source
from formalmath.lean.toolchain import Toolchain
from formalmath.report import reading_progress
from formalmath.tasks import run_all
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.self_test import SELF_TEST_LIMITS, Row, blind_spots, put
from formalmath.verify.targets import Target, chosen
from formalmath.verify.trusted import ReadProgress
from formalmath.verify.verdict import Inconclusive, Rejected, Verdict, Verified, verdict_to_json
from formalmath.verify.verifier import Verifier


def verify_files(
    toolchain: Toolchain, file: Path, against: Path | None, name: str | None, as_json: bool
) -> bool:
    """Verify a file and print the verdicts: whether all theorems are verified.

    Raises:
        InputError: a file cannot be read, has no such theorem, or states what does not compile.
    """
    text = read_source(file)
    challenge = read_source(against) if against else None
    wanted = chosen(text, challenge, name, str(against or file))
    with reading_progress() as progress:
        verdicts = asyncio.run(_verdicts(toolchain, text, wanted, progress))
    named = [(each.name, verdict) for each, verdict in zip(wanted, verdicts, strict=True)]
    if as_json:
        theorems = [{"name": each, **verdict_to_json(verdict)} for each, verdict in named]
        typer.echo(json.dumps({"file": str(file), "theorems": theorems}, ensure_ascii=False))
    else:
        for each, verdict in named:
            typer.echo(f"{each}: {_shown(verdict)}")
    return all(isinstance(verdict, Verified) for verdict in verdicts)


async def _verdicts(
    toolchain: Toolchain, text: str, wanted: Sequence[Target], progress: ReadProgress
) -> list[Verdict]:
    async with Verifier(toolchain, VerifyLimits(), progress=progress) as verifier:
        every = (verifier.verify_file(each.challenge, text, each.name) for each in wanted)
        return await run_all(every)


def _shown(verdict: Verdict) -> str:
    off = "".join(f"\n  without {e.value}: {why}" for e, why in verdict.evidence.off.items())
    match verdict:
        case Verified():
            axioms = ", ".join(verdict.evidence.axioms or ()) or "no axioms"
            return f"VERIFIED ({axioms}){off}"
        case Rejected():
            return f"REJECTED ({verdict.reason.value}): {verdict.detail}{off}"
        case Inconclusive():
            return f"INCONCLUSIVE ({verdict.cause.value}): {verdict.detail}{off}"


def self_test(toolchain: Toolchain, as_json: bool) -> bool:
    """Put the catalogue to the verifier and print the table: whether all is as it should be."""
    rows, blind = asyncio.run(_self_test(toolchain, None if as_json else _print_row))
    wrong = [row for row in rows if not row.ok]
    accepted = [row for row in rows if row.false_verified]
    if as_json:
        shown = {"rows": [vars(row) for row in rows], "stubs_not_noticed": blind}
        typer.echo(json.dumps(shown, ensure_ascii=False))
    else:
        typer.echo(
            f"{len(rows)} trials: {len(rows) - len(wrong)} as expected, {len(wrong)} not, "
            f"{len(accepted)} falsely verified."
        )
        noticed = "is not noticed: the catalogue is worthless" if blind else "are noticed"
        typer.echo(f"{', '.join(blind) or 'AlwaysAccept and AlwaysReject'} {noticed}.")
    return not wrong and not blind


async def _self_test(
    toolchain: Toolchain, seen: Callable[[Row], None] | None
) -> tuple[list[Row], list[str]]:
    blind = await blind_spots()
    async with Verifier(toolchain, SELF_TEST_LIMITS) as verifier:
        jobs = cores()
        return await put(verifier, jobs=jobs, seen=seen), blind


def _print_row(row: Row) -> None:
    mark = "ok" if row.ok else "FALSE" if row.false_verified else "WRONG"
    typer.echo(f"{mark:5}  {row.name:48}  expected {row.expected:24}  got {row.got}")
