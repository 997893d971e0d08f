"""A candidate through all layers behind the source gate, and nothing else.

No layer believes printed text. Lean's messages only tell a candidate that does not compile from one
that does; what it proves is read from the compiled file and put to the kernel again.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formalmath.errors import FormalMathError, InputError, LeanProtocolError
from formalmath.lean.compiled import Compiled
from formalmath.lean.elaborator import Outcome
from formalmath.lean.toolchain import LibraryFiles, Toolchain
from formalmath.lean.workers import Workers
from formalmath.paths import cache_dir
from formalmath.verify.audit import (
    check_axioms,
    check_names,
    check_statement,
    proof_closure,
)
from formalmath.verify.checker import CheckerProgram
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.module import Module
from formalmath.verify.names import Name, parse, show
from formalmath.verify.olean import TESTED, OleanError
from formalmath.verify.replay import Kernel, Replayer, replayer_command
from formalmath.verify.trusted import ReadProgress, Trusted, trusted_library
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

_CHALLENGES = 64
"""Compiled challenges that are kept, a few KiB each."""

_NO_VERDICT = {
    Outcome.TIMEOUT: Cause.TIMEOUT,
    Outcome.OUT_OF_MEMORY: Cause.OOM,
    Outcome.CRASHED: Cause.CRASH,
}


class Stop(Exception):
    """A layer has decided."""

    def __init__(self, verdict: Rejected | Inconclusive) -> None:
        self.verdict = verdict


@dataclass(frozen=True)
class Trust:
    """What belongs to one set of imports: the library's declarations and a way to the kernel."""

    trusted: Trusted
    kernel: Kernel | None


class Layers:
    """The layers on one toolchain. Any number of tasks may share them; `close` at the end."""

    def __init__(
        self,
        toolchain: Toolchain,
        limits: VerifyLimits,
        off: Mapping[Layer, str],
        jobs: int,
        progress: ReadProgress | None = None,
    ) -> None:
        """For `jobs` candidates at a time. `off`: layers to leave out, with the reason.

        `progress`: called while the library is read for the first time.
        """
        self._progress = progress
        self._toolchain, self._limits, self._off, self._jobs = toolchain, limits, off, jobs
        self._compilers = Workers(toolchain.compiler, jobs)
        self._challenges: OrderedDict[str, Module] = OrderedDict()
        self._trusts: dict[tuple[str, ...], Trust] = {}
        self._loading = asyncio.Lock()

    async def challenge(self, text: str) -> Module:
        """The compiled challenge.

        Raises:
            InputError: it does not compile.
            Stop: nothing can be said at present.
        """
        if text in self._challenges:
            self._challenges.move_to_end(text)
            return self._challenges[text]
        compiled = await self._compile(text)
        if compiled.outcome is not Outcome.DONE:  # that is not the candidate's doing
            why = f"the challenge: {compiled.outcome}: {compiled.detail}"
            raise Stop(Inconclusive(Cause.INFRA, why))
        if not compiled.accepted or not compiled.parts:
            why = compiled.errors[0].text if compiled.errors else compiled.detail
            raise InputError(f"The statement itself does not compile: {why}")
        try:
            module = self._challenges[text] = Module(*compiled.parts)
        except OleanError as error:
            why = f"what this Lean compiles cannot be read: {error}"
            raise Stop(Inconclusive(Cause.INFRA, why)) from error
        if len(self._challenges) > _CHALLENGES:
            self._challenges.popitem(last=False)
        return module

    async def trust(self, wanted: Module) -> Trust:
        """What the challenge's imports bring.

        Raises:
            ToolchainError: the library cannot be read.
        """
        modules = tuple(show(each.module) for each in wanted.imports)
        async with self._loading:
            if modules not in self._trusts:
                library = self._toolchain.library
                trusted = await trusted_library(
                    library.lean_path, modules, cache_dir() / "trusted", self._progress
                )
                self._trusts[modules] = Trust(trusted, self._kernel(library, modules))
            return self._trusts[modules]

    async def judge(self, trust: Trust, wanted: Module, candidate: str, target: str) -> Verdict:
        """Whether the file `candidate` proves `target` as `wanted` states it.

        Raises:
            InputError: the challenge has no such theorem.
        """
        run = _Run(self.evidence())
        try:
            run.passed(Layer.SOURCE)
            run.passed(Layer.SANDBOX)  # what compiles is confined from its start
            parts = await self._compiled(candidate)
            run.passed(Layer.COMPILE)
            await self._read(run, wanted, parts, _declared(wanted, target), trust)
            run.passed(Layer.CANARY)  # before the run came here
        except Stop as stop:
            return replace(self._fair(stop.verdict), evidence=run.evidence)
        except InputError:
            raise
        except LeanProtocolError as error:
            return Inconclusive(Cause.CRASH, str(error), run.evidence)
        except (FormalMathError, OSError) as error:
            return Inconclusive(Cause.INFRA, str(error), run.evidence)
        return Verified(run.evidence)

    def evidence(self) -> Evidence:
        """Of a candidate at its start."""
        return Evidence(environment_hash=self._toolchain.environment_hash, off=self._off)

    async def close(self) -> None:
        """End all processes. Safe to call twice."""
        kernels = [trust.kernel for trust in self._trusts.values() if trust.kernel is not None]
        await asyncio.gather(self._compilers.close(), *(kernel.close() for kernel in kernels))

    def _kernel(self, library: LibraryFiles, modules: Sequence[str]) -> Kernel | None:
        if Layer.REPLAY in self._off:
            return None
        if library.shared is None:
            return CheckerProgram(library.checker, self._jobs) if library.checker else None
        command = replayer_command(library.shared, library.lean_path, modules)
        return Replayer(self._toolchain.confined(command), self._jobs)

    def _fair(self, verdict: Rejected | Inconclusive) -> Rejected | Inconclusive:
        """What the reader cannot read of another Lean's files may be the reader's own fault."""
        tested = self._toolchain.version == TESTED
        if tested or not isinstance(verdict, Rejected) or verdict.reason is not Reason.MALFORMED:
            return verdict
        why = f"cannot be read: {verdict.detail}; the reader is tested with Lean {TESTED}"
        return Inconclusive(Cause.INFRA, why)

    async def _compiled(self, candidate: str) -> tuple[bytes, ...]:
        compiled = await self._compile(candidate)
        if compiled.outcome is not Outcome.DONE:
            raise Stop(Inconclusive(_NO_VERDICT[compiled.outcome], compiled.detail))
        if Layer.COMPILE not in self._off and not compiled.accepted:
            first = compiled.errors[0].text if compiled.errors else "Lean reports failure"
            raise Stop(Rejected(Reason.COMPILE, first))
        if not compiled.parts:
            raise Stop(Rejected(Reason.COMPILE, "Lean wrote no compiled file"))
        return compiled.parts

    async def _read(
        self, run: _Run, wanted: Module, parts: tuple[bytes, ...], target: Name, trust: Trust
    ) -> None:
        """All layers from the compiled file on."""
        try:
            given = Module(*parts)
        except OleanError as error:
            raise Stop(Rejected(Reason.MALFORMED, str(error))) from error
        if Layer.READ not in self._off:
            _refuse(check_names(wanted, given, trust.trusted))
            run.passed(Layer.READ)
        if Layer.STATEMENT not in self._off:
            _refuse(check_statement(wanted, given, target))
            run.passed(Layer.STATEMENT)
        proof = proof_closure(given, target)
        if isinstance(proof, Rejected):
            raise Stop(proof)
        if Layer.AXIOMS not in self._off:
            axioms = check_axioms(proof, trust.trusted)
            if isinstance(axioms, Rejected):
                raise Stop(axioms)
            run.evidence = replace(run.evidence, axioms=axioms)
            run.passed(Layer.AXIOMS)
        if trust.kernel is not None:
            _refuse(await trust.kernel.replay(given, proof, self._limits.kernel))
            run.passed(Layer.REPLAY)

    async def _compile(self, text: str) -> Compiled:
        async with self._compilers.one() as compiler:
            return await compiler.compile(text, self._limits.compile_s, self._limits.compiled_mb)


@dataclass
class _Run:
    """One candidate on its way through the layers."""

    evidence: Evidence
    since: float = 0.0

    def __post_init__(self) -> None:
        self.since = time.perf_counter()

    def passed(self, layer: Layer) -> None:
        """Note that a layer said yes, and the time since the one before."""
        now = time.perf_counter()
        if layer not in self.evidence.off:
            self.evidence = self.evidence.after(layer, now - self.since)
        self.since = now


def _declared(challenge: Module, name: str) -> Name:
    """The name of a theorem in the compiled challenge: a private one has more to it.

    Raises:
        InputError: there is none.
    """
    found = challenge.find(parse(name))
    if found is None:
        raise InputError(f"The challenge declares no theorem `{name}`.")
    return found


def _refuse(outcome: object) -> None:
    if isinstance(outcome, Rejected | Inconclusive):
        raise Stop(outcome)
