"""From a theorem to a proof that Lean accepted on its own: search, verdict, a shorter proof."""

from __future__ import annotations

import dataclasses
from contextlib import suppress
from dataclasses import dataclass

from lean_dojo import DojoInitError

from formalmath.errors import InputError, LeanProcessError, PolicyError
from formalmath.lean.dojo import Dojo
from formalmath.lean.elaborator import Elaborator
from formalmath.lean.proof_text import render_proof
from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain, sandbox_name
from formalmath.limits import Limits
from formalmath.verify.verdict import Inconclusive, Rejected, Verified, verdict_to_json
from formalmath.verify.verifier import Verifier
from search.attempt import Attempt, Provenance
from search.best_first import Search, SearchConfig, SearchOutcome, SearchResult
from search.critic import Critic
from search.minimise import minimised
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
        critic: Critic | None = None,
        critic_name: str = "",
    ) -> None:
        """`policy_name`, `critic_name`: in records; other weights need another name.

        Raises InputError if the order is by values, and there is no critic.
        """
        self._lean, self._verifier, self._policy = lean, verifier, policy
        self._config, self._limits = config or SearchConfig(), limits or Limits()
        self._critic = critic
        self._config.order.check(critic)
        self.provenance = Provenance(
            toolchain.name,
            toolchain.version,
            toolchain.environment_hash,
            sandbox_name(toolchain),
            policy_name,
            self._config,
            self._limits,
            critic_name,
        )

    async def prove(self, theorem: Theorem) -> Proving:
        """Try to prove one theorem. Never raises for what Lean, the policy or the search does."""
        proving = await self.begin(theorem).go_on()
        assert proving is not None  # it was not told to pause
        return proving

    def begin(self, theorem: Theorem) -> Pursuit:
        """An attempt on a theorem, not yet at work."""
        return Pursuit(self, theorem)

    async def searching(self, theorem: Theorem) -> tuple[Search, Dojo]:
        """The search for a proof of the theorem, and where it tries tactics.

        Raises:
            DojoInitError, PrefixError, LeanProcessError: as `Dojo.__aenter__`.
        """
        dojo = Dojo(theorem, self._lean, self._limits)
        _, state = await dojo.__aenter__()  # it holds nothing that would need an end
        return Search(state, dojo, self._policy, self._config, critic=self._critic), dojo

    async def ended(self, theorem: Theorem, result: SearchResult, dojo: Dojo | None) -> Proving:
        """The record of a search. What it found is a candidate; the verifier decides."""
        if result.outcome is not SearchOutcome.PROVED:
            return Proving(self._attempt(theorem, result), tree=result.tree)
        verdict = await self._verifier.verify(theorem, result.proof)
        match verdict:
            case Verified():
                proof = result.proof
                if dojo is not None and result.tree is not None:
                    proof, verdict = await self._shorter(theorem, result.tree, dojo, proof, verdict)
                attempt = self._attempt(theorem, dataclasses.replace(result, proof=proof))
                return Proving(
                    dataclasses.replace(attempt, verdict=verdict_to_json(verdict)),
                    render_proof(theorem, proof),
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

    async def _shorter(
        self,
        theorem: Theorem,
        tree: SearchTree,
        dojo: Dojo,
        proof: tuple[str, ...],
        verdict: Verified,
    ) -> tuple[tuple[str, ...], Verified]:
        """A shorter proof, if one is found in time and the verifier accepts it too."""
        root, seconds = tree.root.focus.state, self._config.minimise_seconds
        shorter = proof
        with suppress(LeanProcessError):  # it was proved before
            shorter = await minimised(root, dojo, proof, seconds)
        if shorter != proof:
            again = await self._verifier.verify(theorem, shorter)
            if isinstance(again, Verified):
                return shorter, again
        return proof, verdict

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


class Pursuit:
    """The attempt on one theorem, which may pause in its search and go on."""

    def __init__(self, prover: Prover, theorem: Theorem) -> None:
        """Nothing is started yet."""
        self._prover, self.theorem = prover, theorem
        self._search: Search | None = None
        self._dojo: Dojo | None = None

    async def go_on(self, seconds: float = 0.0) -> Proving | None:
        """Work on it; None if it paused, after `seconds` of search (0: it does not).

        Never raises for what Lean, the policy or the search does.
        """
        result: SearchResult | None
        try:
            if self._search is None:
                self._search, self._dojo = await self._prover.searching(self.theorem)
            result = await self._search.go_on(seconds)
            if result is None:
                return None
            return await self._prover.ended(self.theorem, result, self._dojo)
        except (DojoInitError, InputError) as error:
            result = SearchResult(SearchOutcome.UNSUPPORTED, detail=str(error))
        except (LeanProcessError, PolicyError) as error:
            result = SearchResult(SearchOutcome.ERROR, detail=str(error))
        return await self._prover.ended(self.theorem, result, None)

    async def stop(self) -> Proving:
        """End it where it is."""
        search = self._search
        result = search.stopped() if search else SearchResult(SearchOutcome.RUN_TIME)
        return await self._prover.ended(self.theorem, result, None)
