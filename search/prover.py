"""From a theorem to a proof that Lean accepted on its own: search, then a verdict."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from lean_dojo import DojoInitError

from formalmath.errors import LeanProcessError, PrefixError
from formalmath.lean.dojo import Dojo
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain, sandbox_name
from formalmath.limits import Limits
from formalmath.verify.verdict import Inconclusive, Rejected, Verified, verdict_to_json
from formalmath.verify.verifier import Verifier
from search.attempt import Attempt, Provenance
from search.best_first import SearchConfig, SearchOutcome, SearchResult, best_first
from search.policy import Policy
from search.tree import SearchTree


@dataclass(frozen=True)
class Proving:
    """The end of one attempt.

    Attributes:
        attempt: the record.
        text: for PROVED, the file that was verified; else empty.
        tree: what was tried; None if the search could not begin.
    """

    attempt: Attempt
    text: str = ""
    tree: SearchTree | None = None


class Prover:
    """Proves theorems one by one; may be shared by tasks, as `lean` may be a pool."""

    def __init__(
        self,
        toolchain: Toolchain,
        lean: Elaborator,
        verifier: Verifier,
        policy: Policy,
        policy_name: str,
        config: SearchConfig | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._lean, self._verifier, self._policy = lean, verifier, policy
        self._config, self._limits = config or SearchConfig(), limits or Limits()
        self.provenance = Provenance(
            toolchain.name,
            toolchain.version,
            toolchain.environment_hash,
            sandbox_name(toolchain),
            policy_name,
            self._config,
            self._limits,
        )

    async def prove(self, theorem: Theorem) -> Proving:
        """Try to prove one theorem. Never raises for what Lean or the search does."""
        try:
            async with Dojo(theorem, self._lean, self._limits) as (dojo, state):
                result = await best_first(state, dojo, self._policy, self._config)
            if result.outcome is SearchOutcome.PROVED:
                return await self._judged(theorem, result)
        except (DojoInitError, PrefixError) as error:
            result = SearchResult(SearchOutcome.UNSUPPORTED, detail=str(error))
        except LeanProcessError as error:
            result = SearchResult(SearchOutcome.ERROR, detail=str(error))
        return Proving(self._attempt(theorem, result), tree=result.tree)

    async def _judged(self, theorem: Theorem, result: SearchResult) -> Proving:
        """The found proof is a candidate; the verifier decides."""
        verdict = await self._verifier.verify(theorem, result.proof)
        match verdict:
            case Verified():
                attempt = self._attempt(theorem, result)
                text = render_proof(theorem, result.proof)
                return Proving(
                    dataclasses.replace(attempt, verdict=verdict_to_json(verdict)),
                    text,
                    result.tree,
                )
            case Rejected():
                outcome = SearchOutcome.REFUSED
                why = f"rejected ({verdict.reason.value}): {verdict.detail}"
            case Inconclusive():
                outcome = SearchOutcome.UNDECIDED
                why = f"inconclusive ({verdict.cause.value}): {verdict.detail}"
        end = dataclasses.replace(
            result, outcome=outcome, proof=(), detail=f"the proof that was found: {why}"
        )
        attempt = dataclasses.replace(self._attempt(theorem, end), verdict=verdict_to_json(verdict))
        return Proving(attempt, tree=result.tree)

    def _attempt(self, theorem: Theorem, result: SearchResult) -> Attempt:
        return Attempt(
            key=self.provenance.key(theorem),
            name=theorem.name,
            source=theorem.source,
            outcome=result.outcome,
            proof=result.proof,
            detail=result.detail,
            stats=result.stats,
            provenance=dataclasses.asdict(self.provenance),
        )
