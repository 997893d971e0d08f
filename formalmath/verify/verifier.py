"""From a statement and a candidate to a verdict: gate, canaries and layers, and nothing else."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from formalmath.closing import Closing
from formalmath.cores import cores
from formalmath.errors import CanaryError, FormalMathError, InputError, LeanProcessError
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.tasks import run_all
from formalmath.verify import canary
from formalmath.verify.gate import file_fault, proof_fault
from formalmath.verify.layers import Layers, Stop, Trust
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.targets import declared
from formalmath.verify.trusted import ReadProgress
from formalmath.verify.verdict import (
    Cause,
    Evidence,
    Inconclusive,
    Layer,
    Reason,
    Rejected,
    Verdict,
    Verified,
)

CANARY_EVERY = 200
"""Candidates of one set of imports between two rounds of canaries."""


class Verifier(Closing):
    """Verifies candidates. May be shared by any number of tasks; `close` at the end."""

    def __init__(
        self,
        toolchain: Toolchain,
        limits: VerifyLimits | None = None,
        off: frozenset[Layer] = frozenset(),
        jobs: int | None = None,
        progress: ReadProgress | None = None,
    ) -> None:
        """For `jobs` candidates at a time (None: one for each processor).

        `progress`: called while the library is read for the first time.
        `off`: layers to leave out, for tests of the others. A verdict names them, and those that
        the toolchain cannot offer.
        """
        self._missing = {}
        if toolchain.sandbox is None:
            self._missing[Layer.SANDBOX] = "no sandbox was asked for"
        library = toolchain.library
        if library.shared is None and library.checker is None:
            self._missing[Layer.REPLAY] = library.why_not_shared
        self._off = {**self._missing, **dict.fromkeys(off, "switched off")}
        jobs = jobs or cores()
        self._layers = Layers(toolchain, limits or VerifyLimits(), self._off, jobs, progress)
        self._given: Counter[tuple[str, ...]] = Counter()
        self._canaries = asyncio.Lock()

    @property
    def evidence(self) -> Evidence:
        """Of a candidate of which nothing is known yet: the environment, and the layers off."""
        return self._layers.evidence()

    async def verify(self, theorem: Theorem, tactics: Sequence[str]) -> Verdict:
        """Whether `tactics` prove `theorem`. An Inconclusive is tried once more.

        Raises:
            InputError: the theorem itself does not compile, with `sorry` for a proof.
        """
        fault = proof_fault("\n".join(tactics))
        challenge = render_proof(theorem, ["sorry"])
        try:
            candidate = render_proof(theorem, tactics)
        except ValueError as error:  # there is no text to be compiled, gate or no gate
            return Rejected(Reason.SOURCE, str(error), self.evidence)
        stated = declared(challenge)
        if not stated:
            raise InputError("The statement is no theorem, with the text that stands before it.")
        return await self._verify(challenge, candidate, stated[-1].name, fault)

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        """Whether the file `candidate` proves the theorem `target` as the file `challenge` states
        it. An Inconclusive is tried once more.

        Raises:
            InputError: the challenge does not compile or has no such theorem.
        """
        return await self._verify(challenge, candidate, target, file_fault(candidate))

    async def close(self) -> None:
        """End all processes. Safe to call twice."""
        await self._layers.close()

    async def _verify(
        self, challenge: str, candidate: str, target: str, fault: str | None
    ) -> Verdict:
        if fault and Layer.SOURCE not in self._off:
            return Rejected(Reason.SOURCE, fault, self.evidence)
        verdict = await self._judge(challenge, candidate, target)
        if isinstance(verdict, Inconclusive):
            verdict = await self._judge(challenge, candidate, target)
        return verdict

    async def _judge(self, challenge: str, candidate: str, target: str) -> Verdict:
        try:
            wanted = await self._layers.challenge(challenge)
            trust = await self._layers.trust(wanted)
            await self._put_canaries(trust)
        except Stop as stop:
            return replace(stop.verdict, evidence=self.evidence)
        except (InputError, CanaryError):
            raise
        except (FormalMathError, OSError) as error:
            return Inconclusive(Cause.INFRA, str(error), self.evidence)
        return await self._layers.judge(trust, wanted, candidate, target)

    async def _put_canaries(self, trust: Trust) -> None:
        """Before the first candidate, and now and then: does the checker tell right from wrong?

        Raises:
            CanaryError: it accepts a canary, and nothing that it said counts.
            LeanProcessError: a canary came to no end, or an honest one was refused.
        """
        if Layer.CANARY in self._off:
            return
        modules = trust.trusted.modules
        async with self._canaries:
            if self._given[modules] % CANARY_EVERY == 0:
                imports = "".join(f"import {module}\n" for module in modules)
                known = [each for each in canary.CANARIES if each.layer not in self._missing]
                for text in {each.challenge for each in known}:
                    await self._layers.challenge(imports + text)
                await run_all(self._put_canary(trust, imports, each) for each in known)
            self._given[modules] += 1

    async def _put_canary(self, trust: Trust, imports: str, each: canary.Canary) -> None:
        wanted = await self._layers.challenge(imports + each.challenge)
        verdict = await self._layers.judge(trust, wanted, imports + each.candidate, canary.TARGET)
        if isinstance(verdict, Verified) == (each.layer is None) and not isinstance(
            verdict, Inconclusive
        ):
            return
        if isinstance(verdict, Verified) and each.layer is not None:
            raise CanaryError(
                f"The checker accepted a proof that the layer `{each.layer.value}` must refuse: no "
                "verdict of this run counts. Run `formalmath verify --self-test`."
            )
        raise LeanProcessError(f"A known proof was not judged as it should be: {verdict}")
