"""Statements that a model wrote, checked and proved by the search; nothing else."""

from __future__ import annotations

import asyncio

from formalmath.closing import Closing
from formalmath.errors import InputError
from formalmath.informal.judge import Judgement
from formalmath.lean.compiled import Compiled
from formalmath.lean.elaborator import Outcome
from formalmath.lean.pool import Pool
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.verify.verdict import Verified
from formalmath.verify.verifier import Verifier
from search.best_first import SearchConfig, SearchOutcome
from search.default import DEFAULT_POLICY, default_policy
from search.prover import Prover

COMPILE_S = 60.0
"""For one text."""

FILE_MB = 64
"""Of what Lean compiles it to."""

CONFIG = SearchConfig(wall_seconds=10.0, minimise_seconds=0.0)
"""A step of a solution is a small thing."""


class SearchedLean(Closing):
    """`formalmath.informal.formal_judge.FormalProver` by the default search. Use `async with`."""

    def __init__(
        self, toolchain: Toolchain, verifier: Verifier, config: SearchConfig = CONFIG
    ) -> None:
        """`verifier` is the caller's to close."""
        self._verifier = verifier
        self._compiler = toolchain.compiler()
        self._compiling = asyncio.Lock()
        self._lean = Pool(toolchain.elaborator, 1)
        policy = default_policy(toolchain)
        self._prover = Prover(toolchain, self._lean, verifier, policy, DEFAULT_POLICY, config)

    async def fault(self, text: str) -> str:
        """Lean's first error in a text; "" if it accepts it."""
        async with self._compiling:
            compiled = await self._compiler.compile(text, COMPILE_S, FILE_MB)
        if compiled.outcome is not Outcome.DONE:
            return f"Lean gave no answer ({compiled.outcome.value}). {compiled.detail}".strip()
        return "" if compiled.accepted else _said(compiled)

    async def prove(self, theorem: Theorem, tactics: str = "") -> Judgement:
        """By the given tactics, or else by what the search finds; the verifier decides."""
        try:
            if tactics and isinstance(await self._verifier.verify(theorem, [tactics]), Verified):
                return Judgement(True, _shown(theorem, [tactics]))
        except InputError as error:
            return Judgement(False, why=f"Lean does not take the statement: {error}")
        attempt = (await self._prover.prove(theorem)).attempt
        if attempt.outcome is SearchOutcome.PROVED:
            return Judgement(True, _shown(theorem, attempt.proof))
        return Judgement(False, why=f"the search found no proof ({attempt.outcome.value})")

    async def close(self) -> None:
        """End all processes. Safe to call twice."""
        await asyncio.gather(self._lean.close(), self._compiler.close())


def _shown(theorem: Theorem, tactics: list[str] | tuple[str, ...]) -> str:
    return render_proof(Theorem(theorem.name, "", theorem.statement), tactics).rstrip()


def _said(compiled: Compiled) -> str:
    return compiled.errors[0].text if compiled.errors else compiled.detail
