"""`make bench`: seconds a candidate of plain `lean`, of `run_tacs` and of leanclient, in one run.

The same 600 candidates on the same embedded Lean: all in one file of a fresh `lean` (the floor),
through `Dojo.run_tacs` with one worker and with one a core, and through leanclient with one edit a
candidate. Each way is timed `--rounds` times, in turn; the least counts, for noise only adds.
Then verified proofs a second at one job, at two and at one a core, and each layer's share of it.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import platform
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from formalmath.lean.compile import compile_text
from formalmath.lean.dojo import Dojo, TacticState
from formalmath.lean.elaborator import Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.pool import Pool
from formalmath.lean.proof_text import example_chunk
from formalmath.lean.toolchain import find_toolchain
from formalmath.verify.verdict import Layer
from tests.bench.candidates import Case, cases
from tests.bench.verifying import verified


def main() -> None:
    """Time every way and print the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="times each way is timed")
    rounds = parser.parse_args().rounds
    toolchain = EmbeddedToolchain.ready()
    todo = cases("import Mathlib\n")
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        ways: dict[str, Callable[[], float]] = {
            "plain lean (floor)": lambda: plain_lean(toolchain, todo),
            "run_tacs, 1 worker": lambda: run_tacs(toolchain, todo, 1),
            f"run_tacs, {cores} workers": lambda: run_tacs(toolchain, todo, cores),
            "leanclient": lambda: leanclient(toolchain, todo, Path(folder)),
        }
        times = {name: min(run() for _ in range(rounds)) for name, run in ways.items()}
    floor, *_ = times.values()
    *_, client = times.values()
    table = Table(title=f"{len(todo)} candidates, best of {rounds} rounds", title_justify="left")
    for column in ("way", "ms each", "times the floor", "leanclient / this"):
        table.add_column(column, justify="left" if column == "way" else "right")
    for name, seconds in times.items():
        each = f"{1000 * seconds / len(todo):.2f}"
        table.add_row(name, each, f"{seconds / floor:.2f}", f"{client / seconds:.2f}")
    Console().print(table)
    verifying(rounds, cores)
    print(f"Lean {toolchain.version} embedded, {platform.machine()}, {cores} cores")


def verifying(rounds: int, cores: int) -> None:
    """Time verdicts, in the sandbox, and print the table."""
    toolchain = find_toolchain("embedded")
    runs = {
        jobs: min((verified(toolchain, jobs) for _ in range(rounds)), key=lambda run: run.seconds)
        for jobs in sorted({1, 2, cores})
    }
    proofs = runs[1].proofs
    title = f"{proofs} proofs verified, best of {rounds} rounds"
    table = Table(title=title, title_justify="left")
    for column in ("", *(f"{jobs} job{'s' * (jobs > 1)}" for jobs in runs)):
        table.add_column(column, justify="right" if column else "left")
    table.add_row("proofs a second", *(f"{proofs / run.seconds:.1f}" for run in runs.values()))
    for layer in Layer:
        spent = (run.layers[layer] / (jobs * run.seconds) for jobs, run in runs.items())
        table.add_row(f"share of {layer.value}", *(f"{share:.1%}" for share in spent))
    # What is in no layer: compiled challenges, the gate, the journal, waits for another's work.
    spent = (1 - run.layers.total() / (jobs * run.seconds) for jobs, run in runs.items())
    table.add_row("share of all else", *(f"{share:.1%}" for share in spent))
    Console().print(table)


def plain_lean(toolchain: EmbeddedToolchain, todo: Sequence[Case]) -> float:
    """Seconds of a fresh `lean` on one file with every candidate in it, its start included."""
    chunks = [example_chunk(case.theorem, [*case.path, case.tactic]) for case in todo]
    text = "\n".join([todo[0].theorem.prefix, *chunks])
    start = time.perf_counter()
    compiled = asyncio.run(compile_text(toolchain, text, timeout_s=600.0))
    seconds = time.perf_counter() - start
    assert compiled.outcome is Outcome.DONE, compiled.detail
    return seconds


def run_tacs(toolchain: EmbeddedToolchain, todo: Sequence[Case], workers: int) -> float:
    """Seconds for all candidates, one `run_tacs` a theorem, all at once; with warm workers."""

    async def run() -> float:
        pool = Pool(toolchain.elaborator, workers)
        try:
            await asyncio.gather(*(_warm(pool, todo[0]) for _ in range(workers)))
            by_theorem: dict[str, list[Case]] = {}
            for case in todo:
                by_theorem.setdefault(case.theorem.name, []).append(case)
            start = time.perf_counter()
            await asyncio.gather(*(_attempts(pool, group) for group in by_theorem.values()))
            return time.perf_counter() - start
        finally:
            await pool.close()

    return asyncio.run(run())


async def _warm(pool: Pool, case: Case) -> None:
    async with Dojo(case.theorem, pool):
        pass


async def _attempts(pool: Pool, group: Sequence[Case]) -> None:
    dojo = Dojo(group[0].theorem, pool)
    attempts = [(TacticState("", 0, path=case.path), case.tactic) for case in group]
    runs = await dojo.run_tacs(attempts)
    assert all(run.outcome is Outcome.DONE for run in runs)


def leanclient(toolchain: EmbeddedToolchain, todo: Sequence[Case], folder: Path) -> float:
    """Seconds of leanclient that replaces one candidate by the next in an open file; warm."""
    from leanclient import DocumentContentChange, LeanLSPClient

    # Its reader thread complains there when the server is closed.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    scripts = folder / "bin"
    scripts.mkdir(exist_ok=True)
    # leanclient starts `lake serve`; this one is the embedded Lean's language server.
    lake = scripts / "lake"
    lake.write_text(f'#!/bin/sh\nshift 2\nexec "{toolchain.build.lean}" --server "$@"\n')
    lake.chmod(0o755)
    if str(scripts) not in os.environ["PATH"]:
        os.environ["PATH"] = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    header = todo[0].theorem.prefix
    (folder / "Bench.lean").write_text(header)
    (folder / "lakefile.lean").write_text("")
    client = LeanLSPClient(str(folder), prevent_cache_get=True)
    try:
        client.open_file("Bench.lean")
        client.get_diagnostics("Bench.lean")
        line = header.count("\n")
        start = time.perf_counter()
        end = line
        for case in todo:
            chunk = example_chunk(case.theorem, [*case.path, case.tactic]) + "\n"
            change = DocumentContentChange(chunk, (line, 0), (end, 0))
            client.update_file("Bench.lean", [change])
            client.get_diagnostics("Bench.lean")
            end = line + chunk.count("\n")
        return time.perf_counter() - start
    finally:
        client.close()


if __name__ == "__main__":
    main()
