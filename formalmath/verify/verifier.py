"""From a statement and a candidate to a verdict: every layer in its order, and nothing else.

No layer believes printed text. Lean's messages only tell a candidate that does not compile from one
that does; what it proves is read from the compiled file and put to the kernel again.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from formalmath.errors import FormalMathError, InputError, LeanProtocolError
from formalmath.lean.compile import Compiled, compile_file
from formalmath.lean.elaborator import Outcome
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.paths import cache_dir
from formalmath.verify.audit import (
    check_axioms,
    check_names,
    check_statement,
    proof_closure,
)
from formalmath.verify.gate import file_fault, proof_fault
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.module import Module
from formalmath.verify.names import Name, parse, show
from formalmath.verify.olean import OleanError
from formalmath.verify.replay import Replayer, replayer_command
from formalmath.verify.trusted import Trusted, load_trusted
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

_NO_VERDICT = {
    Outcome.TIMEOUT: Cause.TIMEOUT,
    Outcome.OUT_OF_MEMORY: Cause.OOM,
    Outcome.CRASHED: Cause.CRASH,
}


class _Stop(Exception):
    """A layer has decided."""

    def __init__(self, verdict: Rejected | Inconclusive) -> None:
        self.verdict = verdict


@dataclass(frozen=True)
class _Trust:
    """What belongs to one set of imports: the library's declarations and a warm replayer."""

    trusted: Trusted
    replayer: Replayer


class Verifier:
    """Verifies candidates on the embedded Lean. May be shared by tasks; `close` at the end."""

    def __init__(
        self,
        toolchain: EmbeddedToolchain,
        limits: VerifyLimits | None = None,
        off: frozenset[Layer] = frozenset(),
    ) -> None:
        """`off`: layers to leave out; a verdict names them. For tests of the other layers."""
        if Layer.SANDBOX in off:
            toolchain = replace(toolchain, sandbox=None)
        self._toolchain = toolchain
        self._limits = limits or VerifyLimits()
        self._off = off
        self._challenges: dict[str, Module] = {}
        self._trusts: dict[tuple[str, ...], _Trust] = {}
        self._loading = asyncio.Lock()

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
            return Rejected(Reason.SOURCE, str(error), self._evidence())
        return await self._verify(challenge, candidate, theorem.name, fault)

    async def verify_file(self, challenge: str, candidate: str, target: str) -> Verdict:
        """Whether the file `candidate` proves the theorem `target` as the file `challenge` states
        it. An Inconclusive is tried once more.

        Raises:
            InputError: the challenge does not compile or has no such theorem.
        """
        return await self._verify(challenge, candidate, target, file_fault(candidate))

    async def close(self) -> None:
        """End the replayers. Safe to call twice."""
        await asyncio.gather(*(trust.replayer.close() for trust in self._trusts.values()))

    async def __aenter__(self) -> Verifier:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _verify(
        self, challenge: str, candidate: str, target: str, fault: str | None
    ) -> Verdict:
        if fault and Layer.SOURCE not in self._off:
            return Rejected(Reason.SOURCE, fault, self._evidence())
        try:
            compiled = await self._challenge(challenge)
        except _Stop as stop:
            return replace(stop.verdict, evidence=self._evidence())
        verdict = await self._judge(compiled, candidate, target)
        if isinstance(verdict, Inconclusive):
            verdict = await self._judge(compiled, candidate, target)
        return verdict

    async def _challenge(self, text: str) -> Module:
        if text not in self._challenges:
            compiled, content = await self._compile(text)
            if compiled.outcome is not Outcome.DONE:  # that is not the candidate's doing
                why = f"the challenge: {compiled.outcome}: {compiled.detail}"
                raise _Stop(Inconclusive(Cause.INFRA, why))
            if not compiled.accepted or content is None:
                why = compiled.errors[0].text if compiled.errors else compiled.detail
                raise InputError(f"The statement itself does not compile: {why}")
            self._challenges[text] = Module(content)
        return self._challenges[text]

    async def _judge(self, wanted: Module, candidate: str, target: str) -> Verdict:
        run = _Run(self._evidence())
        try:
            run.passed(Layer.SOURCE)
            run.passed(Layer.SANDBOX)  # what compiles is confined from its start
            content = await self._compiled(candidate)
            run.passed(Layer.COMPILE)
            trust = await self._trust(wanted)
            await self._read(run, wanted, content, parse(target), trust)
        except _Stop as stop:
            return replace(stop.verdict, evidence=run.evidence)
        except InputError:
            raise
        except LeanProtocolError as error:
            return Inconclusive(Cause.CRASH, str(error), run.evidence)
        except (FormalMathError, OSError) as error:
            return Inconclusive(Cause.INFRA, str(error), run.evidence)
        return Verified(run.evidence)

    async def _compiled(self, candidate: str) -> bytes:
        compiled, content = await self._compile(candidate)
        if compiled.outcome is not Outcome.DONE:
            raise _Stop(Inconclusive(_NO_VERDICT[compiled.outcome], compiled.detail))
        if Layer.COMPILE not in self._off and not compiled.accepted:
            first = compiled.errors[0].text if compiled.errors else "Lean reports failure"
            raise _Stop(Rejected(Reason.COMPILE, first))
        if content is None:
            raise _Stop(Rejected(Reason.COMPILE, "Lean wrote no compiled file"))
        return content

    async def _read(
        self, run: _Run, wanted: Module, content: bytes, target: Name, trust: _Trust
    ) -> None:
        """All layers from the compiled file on."""
        try:
            given = Module(content)
        except OleanError as error:
            raise _Stop(Rejected(Reason.MALFORMED, str(error))) from error
        if Layer.READ not in self._off:
            _refuse(check_names(wanted, given, trust.trusted))
            run.passed(Layer.READ)
        if Layer.STATEMENT not in self._off:
            if target not in wanted:
                raise InputError(f"The challenge declares no theorem `{show(target)}`.")
            _refuse(check_statement(wanted, given, target))
            run.passed(Layer.STATEMENT)
        proof = proof_closure(given, target)
        if isinstance(proof, Rejected):
            raise _Stop(proof)
        if Layer.AXIOMS not in self._off:
            axioms = check_axioms(proof, trust.trusted)
            if isinstance(axioms, Rejected):
                raise _Stop(axioms)
            run.evidence = replace(run.evidence, axioms=axioms)
            run.passed(Layer.AXIOMS)
        if Layer.REPLAY not in self._off:
            _refuse(await trust.replayer.replay(given, proof, self._limits.kernel))
            run.passed(Layer.REPLAY)

    async def _compile(self, text: str) -> tuple[Compiled, bytes | None]:
        """Compile a text in a fresh Lean; the compiled file, if there is one to be read."""
        with tempfile.TemporaryDirectory(prefix="formalmath-") as folder:
            source, made = Path(folder) / "in" / "Candidate.lean", Path(folder) / "out"
            source.parent.mkdir()
            made.mkdir()
            source.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
            file = made / "Candidate.olean"
            compiled = await compile_file(
                self._toolchain, source, self._limits.compile_s, olean=file
            )
            # The sandbox let the candidate write here: a link or a pipe is nothing to be opened.
            regular = file.is_file() and not file.is_symlink()
            if not regular or file.stat().st_size > self._limits.compiled_mb << 20:
                return compiled, None
            return compiled, file.read_bytes()

    async def _trust(self, wanted: Module) -> _Trust:
        modules = tuple(show(each.module) for each in wanted.imports)
        async with self._loading:
            if modules not in self._trusts:
                build = self._toolchain.build
                path = [build.lean_path]
                folder = cache_dir() / "trusted"
                trusted = await asyncio.to_thread(
                    load_trusted, path, modules, build.environment_hash, folder
                )
                replayer = Replayer(replayer_command(build.library, path, modules))
                self._trusts[modules] = _Trust(trusted, replayer)
            return self._trusts[modules]

    def _evidence(self) -> Evidence:
        off = {layer: "switched off" for layer in self._off}
        if self._toolchain.sandbox is None and Layer.SANDBOX not in off:
            off[Layer.SANDBOX] = "no sandbox was asked for"
        return Evidence(environment_hash=self._toolchain.environment_hash, off=off)


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


def _refuse(outcome: object) -> None:
    if isinstance(outcome, Rejected | Inconclusive):
        raise _Stop(outcome)
