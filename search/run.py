"""One run of the prover: theorems, conditions, and where the results go; nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from formalmath.asked import Asked
from formalmath.cores import cores
from formalmath.lean.pool import Pool
from formalmath.lean.toolchain import Toolchain
from formalmath.limits import Limits
from formalmath.verify.verifier import Verifier
from search.attempt import Attempt
from search.best_first import SearchConfig
from search.evaluation import Results, evaluate
from search.models.threads import beside
from search.policies import NamedCritic, NamedPolicy
from search.prover import Prover
from search.report import Display, print_proof, print_stale, print_summary


@dataclass(frozen=True)
class Run:
    """Theorems to be proved under given conditions, and where the results go.

    `critic`: None if no search asks one.
    """

    asked: Asked
    toolchain: Toolchain
    results: Results
    policy: NamedPolicy
    critic: NamedCritic | None
    config: SearchConfig
    limits: Limits

    def prove(self, jobs: int, total_s: float, kept: str) -> Sequence[Attempt]:
        """Prove them with a live display: an attempt on each. What ended is kept at any time.

        Raises:
            KeyboardInterrupt: with the number of attempts that ended, and `kept`, as its text.
        """
        theorems, results = self.asked.theorems, self.results
        jobs = jobs or cores()
        lean = Pool(self.toolchain.elaborator, jobs)
        verifier = Verifier(
            self.toolchain, jobs=jobs, progress=lambda done, total: display.reading(done, total)
        )
        prover = Prover(
            self.toolchain,
            lean,
            verifier,
            self.policy.policy,
            self.policy.name,
            self.config,
            self.limits,
            self.critic.critic if self.critic else None,
            self.critic.name if self.critic else "",
        )
        print_stale(theorems, prover.provenance, results)
        keys = [prover.provenance.key(theorem) for theorem in theorems]
        known = [results.settled[key] for key in keys if key in results.settled]

        async def run(display: Display) -> Sequence[Attempt]:
            try:
                # One more than Leans: while one is being verified or thought about, no Lean waits.
                tasks = jobs + 1
                return await evaluate(theorems, prover, results, tasks, display.add, total_s)
            finally:
                await asyncio.gather(lean.close(), verifier.close())

        every = not self.asked.benchmark
        with Display(len(theorems), known, every=every) as display, beside(jobs):
            try:
                return asyncio.run(run(display))
            except KeyboardInterrupt:
                done = f"{len(display.attempts)} of {len(theorems)} theorems are done"
                raise KeyboardInterrupt(f"{done}{kept}.") from None

    def report(self, attempts: Sequence[Attempt]) -> None:
        """Print what came of it: the proof of a statement, else a summary."""
        asked = self.asked
        if not asked.benchmark and asked.text is None:
            print_proof(*attempts)
            return
        copy = None
        if asked.text is not None:
            copy = self.results.complete(Path(asked.what), asked.text, asked.theorems, attempts)
        print_summary([theorem.source for theorem in asked.theorems], attempts, self.results, copy)
