"""`formalmath verify BATCH.jsonl`: a batch, its progress and its summary, and nothing else."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer
from rich import box
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from formalmath.cores import cores
from formalmath.errors import InputError
from formalmath.lean.toolchain import Toolchain
from formalmath.report import bar, console, notes
from formalmath.verify.batch import Batch, Ending, Invalid, Verdicts
from formalmath.verify.candidates import Candidate, read_candidates
from formalmath.verify.verdict import Inconclusive, Rejected, Verified
from formalmath.verify.verifier import Verifier


@dataclass(frozen=True)
class Asked:
    """What a person asks for.

    Attributes:
        file: the candidates.
        out: where the verdicts go.
        jobs: candidates at a time; 0: one a core.
        resume: go on with the verdicts that `out` has.
        as_json: print the summary as JSON.
    """

    file: Path
    out: Path
    jobs: int
    resume: bool
    as_json: bool


def verify_batch(toolchain: Callable[[], Toolchain], asked: Asked) -> bool:
    """Verify a batch and print a summary: whether all candidates are verified.

    Args:
        toolchain: finds the Lean; called once the files are known to be good.
        asked: what and how.

    Raises:
        InputError: the candidates cannot be read, or the verdicts not be written there.
        CanaryError: the checker is broken.
        KeyboardInterrupt: with what is kept as its text.
    """
    candidates = read_candidates(asked.file)
    if asked.out.exists() and asked.out.samefile(asked.file):
        raise InputError(f"{asked.out} holds the candidates. Name another file with --out.")
    with Verdicts(asked.out) as verdicts:
        if len(verdicts) and not asked.resume:
            raise InputError(
                f"{asked.out} holds {len(verdicts)} verdicts already. "
                "Go on with them by --resume, or name another file with --out."
            )
        try:
            return _run(toolchain(), candidates, verdicts, asked)
        except KeyboardInterrupt:
            kept = f"{len(verdicts)} verdicts are kept. Go on with --out {asked.out} --resume."
            raise KeyboardInterrupt(kept) from None


def _run(
    toolchain: Toolchain, candidates: Sequence[Candidate], verdicts: Verdicts, asked: Asked
) -> bool:
    jobs = asked.jobs or cores()
    verifier = Verifier(toolchain, jobs=jobs)
    batch = Batch(candidates, verifier, verdicts)

    async def run(progress: _Progress) -> None:
        async with verifier:
            await batch.verify(jobs, progress.add)

    since = time.monotonic()
    with _Progress(len(candidates), batch.known) as progress:
        asyncio.run(run(progress))
    here = len(progress.endings) - progress.resumed
    summary = Summary.of(batch.endings, here, time.monotonic() - since)
    if asked.as_json:
        typer.echo(json.dumps(summary.to_json()))
    else:
        summary.show(asked.out)
        for layer, why in verifier.evidence.off.items():
            console.print(escape(f"Without {layer.value}: {why}."))
    return all(isinstance(ending, Verified) for ending in batch.endings)


class _Progress:
    """A bar on standard error with live counts."""

    def __init__(self, total: int, known: Sequence[Ending]) -> None:
        self.endings, self.resumed = list(known), len(known)
        self._bar = bar(
            TextColumn("Verifying"),
            BarColumn(bar_width=16),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
        )
        self._task = self._bar.add_task(self._counts(), total=total, completed=len(known))

    def __enter__(self) -> _Progress:
        if self.resumed:
            notes.print(f"Resumed: {self.resumed} of the verdicts are here already.")
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def add(self, candidate: Candidate, ending: Ending) -> None:
        """Count one more."""
        self.endings.append(ending)
        self._bar.update(self._task, advance=1, description=self._counts())

    def _counts(self) -> str:
        verified = sum(isinstance(ending, Verified) for ending in self.endings)
        return f"[green]{verified} verified[/], {len(self.endings) - verified} not"


@dataclass(frozen=True)
class Summary:
    """Counts of a batch.

    Attributes:
        counts: candidates by kind of ending and, but for `verified` and `invalid`, its reason.
        here: how many were judged in this run.
        seconds: that this run took.
    """

    counts: Counter[tuple[str, str]]
    here: int
    seconds: float

    @classmethod
    def of(cls, endings: Sequence[Ending], here: int, seconds: float) -> Summary:
        """The counts of these endings."""
        return cls(Counter(map(_kind, endings)), here, seconds)

    def to_json(self) -> dict[str, object]:
        """As JSON values."""
        shown: dict[str, object] = {"candidates": self.counts.total()}
        for kind in ("verified", "rejected", "inconclusive", "invalid"):
            every = {why: n for (k, why), n in sorted(self.counts.items()) if k == kind}
            shown[kind] = every.get("", 0) if kind in ("verified", "invalid") else every
        return {**shown, "judged": self.here, "seconds": round(self.seconds, 3)}

    def show(self, out: Path) -> None:
        """Print a table and where the verdicts are."""
        table = Table(box=box.SIMPLE_HEAD)
        table.add_column("verdict")
        table.add_column("why")
        table.add_column("candidates", justify="right")
        for (kind, why), count in sorted(self.counts.items(), reverse=True):
            colour = {"verified": "green", "rejected": "red"}.get(kind, "yellow")
            table.add_row(f"[{colour}]{kind}[/]", why, str(count))
        table.add_row("all", "", str(self.counts.total()))
        console.print(table)
        if self.here:
            rate = self.here / max(self.seconds, 1e-9)
            console.print(f"{self.here} judged in {self.seconds:.1f} s: {rate:.1f} a second.")
        if any(kind == "inconclusive" for kind, _ in self.counts):
            console.print("Inconclusive: nothing is known; --resume tries those again.")
        if any(kind == "invalid" for kind, _ in self.counts):
            console.print("Invalid: the statement itself does not compile.")
        console.print(f"Verdicts: {escape(str(out))}")


def _kind(ending: Ending) -> tuple[str, str]:
    match ending:
        case Verified():
            return "verified", ""
        case Rejected():
            return "rejected", ending.reason.value
        case Inconclusive():
            return "inconclusive", ending.cause.value
        case Invalid():
            return "invalid", ""
