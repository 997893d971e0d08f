"""From a theorem to a proof that Lean accepted on its own: search, then a check in a fresh Lean."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from lean_dojo import DojoInitError

from formalmath.errors import LeanProcessError, PrefixError
from formalmath.lean.dojo import Dojo
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.proof_check import ProofCheck, Standing, check_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain, sandbox_name
from formalmath.limits import Limits
from search.attempt import Attempt, Provenance
from search.best_first import SearchConfig, SearchOutcome, SearchResult, best_first
from search.policy import Policy
from search.tree import SearchTree

_NOT_ACCEPTED = {
    Standing.REFUSED: (SearchOutcome.REFUSED, "a fresh Lean refused the proof that was found"),
    Standing.UNDECIDED: (
        SearchOutcome.UNDECIDED,
        "a fresh Lean came to no end with the proof that was found",
    ),
}


@dataclass(frozen=True)
class Proving:
    """The end of one attempt.

    Attributes:
        attempt: the record.
        text: for PROVED, the file that Lean accepted; else empty.
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
        policy: Policy,
        policy_name: str,
        config: SearchConfig | None = None,
        limits: Limits | None = None,
        check_seconds: float = 120.0,
    ) -> None:
        """`check_seconds`: wall limit of the compile that decides."""
        self._toolchain, self._lean, self._policy = toolchain, lean, policy
        self._config, self._limits = config or SearchConfig(), limits or Limits()
        self._check_seconds = check_seconds
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
        """The found proof is a candidate; a fresh Lean decides."""
        check = await self._check(theorem, result)
        if check.standing is Standing.UNDECIDED:
            check = await self._check(theorem, result)
        if check.standing is Standing.ACCEPTED:
            attempt = dataclasses.replace(self._attempt(theorem, result), axioms=check.axioms)
            return Proving(attempt, check.text, result.tree)
        outcome, what = _NOT_ACCEPTED[check.standing]
        end = dataclasses.replace(
            result, outcome=outcome, proof=(), detail=f"{what}: {check.detail}"
        )
        return Proving(self._attempt(theorem, end), tree=result.tree)

    async def _check(self, theorem: Theorem, result: SearchResult) -> ProofCheck:
        return await check_proof(self._toolchain, theorem, result.proof, self._check_seconds)

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
