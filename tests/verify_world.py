"""Compiled challenges and candidates for the tests of `formalmath.verify`, and nothing else."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.process import Command, run_to_end
from formalmath.limits import Limits
from formalmath.verify.audit import check_axioms, check_names, check_statement, proof_closure
from formalmath.verify.closure import Closure
from formalmath.verify.module import Module
from formalmath.verify.names import Name, parse
from formalmath.verify.olean import OleanError
from formalmath.verify.replay import Accepted, Replayer, replayer_command
from formalmath.verify.trusted import Trusted, load_trusted
from formalmath.verify.verdict import Inconclusive, Reason, Rejected

TARGET = ("T",)
COMPILE_S = 120.0


@dataclass
class World:
    """The embedded Lean, what it trusts, and everything compiled so far."""

    toolchain: EmbeddedToolchain
    cache: Path
    modules: tuple[str, ...] = ("Init",)
    _compiled: dict[str, bytes] = field(default_factory=dict)
    _trusted: Trusted | None = None
    _runner: asyncio.Runner = field(default_factory=asyncio.Runner)
    _replayer: Replayer | None = None

    @property
    def trusted(self) -> Trusted:
        if self._trusted is None:
            build = self.toolchain.build
            self._trusted = load_trusted([build.lean_path], self.modules, self.cache)
        return self._trusted

    def compile(self, text: str, *, errors: bool = False) -> bytes:
        """The compiled file for a text. With `errors` it is wanted although Lean complains."""
        if text not in self._compiled:
            self._compiled[text] = asyncio.run(_compile(self.toolchain, text, errors))
        return self._compiled[text]

    def replayer(self) -> Replayer:
        build = self.toolchain.build
        return Replayer(replayer_command(build.library, [build.lean_path], self.modules))

    def read_checks(
        self, challenge: bytes, candidate: bytes, target: Name = TARGET
    ) -> Rejected | tuple[Module, Closure, tuple[str, ...]]:
        """All layers that only read compiled files."""
        wanted = Module(challenge)
        try:
            given = Module(candidate)
        except OleanError as error:
            return Rejected(Reason.MALFORMED, str(error))
        if rejected := check_names(wanted, given, self.trusted):
            return rejected
        if rejected := check_statement(wanted, given, target):
            return rejected
        proof = proof_closure(given, target)
        if isinstance(proof, Rejected):
            return proof
        axioms = check_axioms(proof, self.trusted)
        return axioms if isinstance(axioms, Rejected) else (given, proof, axioms)

    async def judge(
        self,
        replayer: Replayer,
        challenge: bytes,
        candidate: bytes,
        target: Name = TARGET,
        limits: Limits | None = None,
    ) -> tuple[str, ...] | Rejected | Inconclusive:
        """The axioms of an accepted proof, after reading and replay."""
        checked = self.read_checks(challenge, candidate, target)
        if isinstance(checked, Rejected):
            return checked
        module, proof, axioms = checked
        outcome = await replayer.replay(module, proof, limits or Limits())
        return outcome if isinstance(outcome, Rejected | Inconclusive) else axioms

    def verdict(
        self, challenge: str, candidate: str, target: str = "T"
    ) -> tuple[str, ...] | Rejected | Inconclusive:
        """`judge` of two texts, by one replayer for all calls."""
        compiled = self.compile(challenge), self.compile(candidate)
        return self._runner.run(self.judge(self._shared(), *compiled, parse(target)))

    def replay(
        self, module: Module, proof: Closure, limits: Limits
    ) -> Accepted | Rejected | Inconclusive:
        """One replay, by the same replayer for all calls."""
        return self._runner.run(self._shared().replay(module, proof, limits))

    def _shared(self) -> Replayer:
        if self._replayer is None:
            self._replayer = self.replayer()
        return self._replayer

    def close(self) -> None:
        if self._replayer is not None:
            self._runner.run(self._replayer.close())
        self._runner.close()


async def _compile(toolchain: EmbeddedToolchain, text: str, errors: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "Candidate.lean", Path(folder) / "Candidate.olean"
        source.write_text(text, encoding="utf-8")
        command = toolchain.lean("-o", str(made), str(source))
        command = Command(command.argv, command.env, Path(folder))
        code, out, _ = await run_to_end(command, COMPILE_S)
        if code and not errors:
            raise AssertionError(f"does not compile:\n{text}\n{out.decode()}")
        return made.read_bytes()
