"""From a theorem and its proof to the record of a verified proof, and nothing else."""

from __future__ import annotations

import asyncio
import dataclasses
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from formalmath.closing import Closing
from formalmath.errors import InputError, LeanProcessError, PrefixError
from formalmath.lean.elaborator import Outcome
from formalmath.lean.mentions import local_names, mentioned, scope_of
from formalmath.lean.pool import Pool
from formalmath.lean.source import without_proofs
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.lean.trace import Step, Trace
from formalmath.lean.tracing import traced
from formalmath.lean.workers import Workers
from formalmath.paths import cache_dir
from formalmath.proved import Proved
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.module import Module
from formalmath.verify.names import as_written, parse, show
from formalmath.verify.olean import OleanError
from formalmath.verify.premises import direct_premises
from formalmath.verify.trusted import ReadProgress, trusted_library
from formalmath.verify.verdict import Inconclusive, Rejected
from formalmath.verify.verifier import Verifier

_KEPT = 16
"""Compiled files that are kept for their other theorems."""


@dataclass(frozen=True)
class Skipped:
    """A proof that was not recorded.

    Attributes:
        reason: in a word or two, for counting.
        detail: what is known.
    """

    reason: str
    detail: str = ""


class Recorder(Closing):
    """Verifies proofs and records them; may be shared by `jobs` tasks. Use `async with`."""

    def __init__(
        self, toolchain: Toolchain, jobs: int = 1, progress: ReadProgress | None = None
    ) -> None:
        """`progress`: called while the library is read for the first time."""
        self._toolchain, self._progress = toolchain, progress
        self._verifier = Verifier(toolchain, jobs=jobs, progress=progress)
        self._lean = Pool(toolchain.elaborator, jobs)
        self._compilers = Workers(toolchain.compiler, jobs)
        self._modules: OrderedDict[str, Module] = OrderedDict()
        self._libraries: dict[tuple[str, ...], Mapping[str, object]] = {}
        self._loading = asyncio.Lock()

    async def record(self, proved: Proved) -> Trace | Skipped:
        """The record of a proof, if it is verified and can be run step by step.

        Raises:
            CanaryError: the verifier accepts what is known to be wrong.
            ToolchainError: the library cannot be read.
        """
        try:
            refused = None if proved.verified else await self._refusal(proved)
            return refused or await self._recorded(proved)
        except (InputError, LeanProcessError, OleanError) as error:
            return Skipped("not traced", str(error))

    async def close(self) -> None:
        """End all processes. Safe to call twice."""
        await asyncio.gather(self._verifier.close(), self._lean.close(), self._compilers.close())

    async def _refusal(self, proved: Proved) -> Skipped | None:
        verifier = self._verifier
        try:
            verdict = await verifier.verify_file(proved.challenge, proved.text, proved.target)
        except InputError as error:
            return Skipped("its file does not compile", str(error))
        match verdict:
            case Rejected():
                return Skipped(f"rejected: {verdict.reason.value}", verdict.detail)
            case Inconclusive():
                return Skipped(f"inconclusive: {verdict.cause.value}", verdict.detail)
        return None

    async def _recorded(self, proved: Proved) -> Trace:
        theorem = proved.theorem
        steps = await self._steps(theorem, proved.proof)
        module = await self._module(proved.text)
        name = module.find(parse(proved.target))
        if name is None:
            raise InputError(f"The compiled file has no theorem `{proved.target}`.")
        library = await self._library(module)
        own = {show(as_written(each)) for each in module.pointers} - {proved.target}
        scope = scope_of(theorem.prefix, theorem.name)

        def with_premises(step: Step) -> Step:
            premises = mentioned(step.tactic, scope, _Either(library, own), local_names(step.state))
            return dataclasses.replace(step, premises=premises)

        return Trace(
            name=proved.target,
            prefix=theorem.prefix,
            statement=theorem.statement,
            source=theorem.source,
            steps=tuple(map(with_premises, steps)),
            premises=direct_premises(module, name),
            lean_version=self._toolchain.version,
            environment_hash=self._toolchain.environment_hash,
            provenance=proved.provenance,
        )

    async def _steps(self, theorem: Theorem, proof: str) -> tuple[Step, ...]:
        """The steps, run behind the theorem's prefix without the proofs in it if Lean takes that.

        What stands there was compiled, and no proof depends on how an earlier theorem was proved.
        """
        bare = dataclasses.replace(theorem, prefix=without_proofs(theorem.prefix))
        try:
            return await traced(bare, proof, self._lean)
        except PrefixError:
            return await traced(theorem, proof, self._lean)

    async def _module(self, text: str) -> Module:
        """The compiled file."""
        if text not in self._modules:
            limits = VerifyLimits()
            async with self._compilers.one() as compiler:
                compiled = await compiler.compile(text, limits.compile_s, limits.compiled_mb)
            if compiled.outcome is not Outcome.DONE or not compiled.parts:
                raise InputError(f"The file does not compile: {compiled.detail}")
            self._modules[text] = Module(*compiled.parts)
            if len(self._modules) > _KEPT:
                self._modules.popitem(last=False)
        return self._modules[text]

    async def _library(self, module: Module) -> Mapping[str, object]:
        """All that the file imports, by full name."""
        modules = tuple(show(each.module) for each in module.imports)
        async with self._loading:
            if modules not in self._libraries:
                paths = self._toolchain.library.lean_path
                cache = cache_dir() / "trusted"
                trusted = await trusted_library(paths, modules, cache, self._progress)
                self._libraries[modules] = trusted.constants
        return self._libraries[modules]


@dataclass(frozen=True)
class _Either:
    """What is in one of the two."""

    library: Mapping[str, object]
    own: frozenset[str] | set[str]

    def __contains__(self, name: object) -> bool:
        return name in self.library or name in self.own
