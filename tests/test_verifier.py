"""Verdicts on proofs of single theorems: what is accepted, what is refused, and in which words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from formalmath.errors import CanaryError, InputError
from formalmath.lean.embedded_toolchain import EmbeddedToolchain
from formalmath.lean.theorem import Theorem
from formalmath.verify import canary
from formalmath.verify.limits import VerifyLimits
from formalmath.verify.verdict import (
    Cause,
    Inconclusive,
    Layer,
    Reason,
    Rejected,
    Verdict,
    Verified,
)
from formalmath.verify.verifier import Verifier

AND = Theorem("t", "", "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q")
AXIOM = "axiom oracle (p : Prop) : p\n\n"


def judged(
    toolchain: EmbeddedToolchain,
    theorem: Theorem,
    tactics: Sequence[str],
    limits: VerifyLimits | None = None,
    off: Sequence[Layer] = (),
) -> Verdict:
    async def run() -> Verdict:
        async with Verifier(toolchain, limits, frozenset(off)) as verifier:
            return await verifier.verify(theorem, tactics)

    return asyncio.run(run())


def test_a_proof_is_verified_with_its_evidence(toolchain: EmbeddedToolchain) -> None:
    verdict = judged(toolchain, AND, ["constructor", "exact hp", "exact hq"])
    assert isinstance(verdict, Verified)
    assert verdict.evidence.axioms == ()
    assert verdict.evidence.environment_hash == toolchain.environment_hash
    assert verdict.evidence.off == {Layer.SANDBOX: "no sandbox was asked for"}
    assert set(verdict.evidence.layers) == set(Layer) - {Layer.SANDBOX}
    assert all(seconds >= 0 for seconds in verdict.evidence.seconds.values())


def test_with_a_sandbox_no_layer_is_off(confined: EmbeddedToolchain) -> None:
    verdict = judged(confined, AND, ["exact ⟨hp, hq⟩"])
    assert isinstance(verdict, Verified), verdict
    assert verdict.evidence.layers == tuple(Layer)
    assert not verdict.evidence.off


def test_the_standard_axioms_are_named_and_allowed(toolchain: EmbeddedToolchain) -> None:
    theorem = Theorem("t", "", "theorem t (p : Prop) : p ∨ ¬p")
    verdict = judged(toolchain, theorem, ["exact Classical.em p"])
    assert isinstance(verdict, Verified)
    assert "Classical.choice" in (verdict.evidence.axioms or ())


@pytest.mark.parametrize(
    ("tactics", "reason", "why"),
    [
        (["constructor", "exact hp"], Reason.COMPILE, "unsolved goals"),
        (["exact hp"], Reason.COMPILE, "mismatch"),
        (["exact ⟨hp, hq⟩", "exact hp"], Reason.COMPILE, "No goals"),
        (["exact ⟨hp, hq"], Reason.SOURCE, "is not closed"),
        (["sorry"], Reason.SORRY, "it rests on `sorryAx`"),
        (["exact ⟨hp, sorry⟩"], Reason.SORRY, "it rests on `sorryAx`"),
        (["exact oracle _"], Reason.AXIOM, "its own axiom `oracle`"),
        ([], Reason.SOURCE, "at least one tactic"),
        (["native_decide"], Reason.COMPILE, ""),
    ],
)
def test_a_proof_that_does_not_stand_is_rejected_with_the_reason(
    toolchain: EmbeddedToolchain, tactics: list[str], reason: Reason, why: str
) -> None:
    verdict = judged(toolchain, Theorem("t", AXIOM, AND.statement), tactics)
    assert isinstance(verdict, Rejected)
    assert verdict.reason is reason
    assert why in verdict.detail


@pytest.mark.parametrize("name", ["propext", "Classical.choice", "Quot.sound"])
def test_an_axiom_that_prints_like_a_standard_one_is_told_apart(
    toolchain: EmbeddedToolchain, name: str
) -> None:
    prefix = f"namespace Foo\naxiom {name} : False\nend Foo\n\nopen Foo\n\n"
    verdict = judged(
        toolchain, Theorem("t", prefix, "theorem t : 1 = 2"), [f"exact Foo.{name}.elim"]
    )
    assert isinstance(verdict, Rejected)
    assert verdict.detail == f"it rests on its own axiom `Foo.{name}`"


@pytest.mark.parametrize(
    "before", ["theorem t : True := trivial\n\nnamespace A\n", "private ", "namespace A\nprivate "]
)
def test_a_theorem_is_found_by_the_name_that_it_has_where_it_stands(
    toolchain: EmbeddedToolchain, before: str
) -> None:
    theorem = Theorem("t", f"axiom bad : False\n\n{before}", "theorem t : 2 + 2 = 4")
    assert isinstance(judged(toolchain, theorem, ["rfl"]), Verified)
    verdict = judged(toolchain, theorem, ["exact bad.elim"])
    assert isinstance(verdict, Rejected)
    assert verdict.reason is Reason.AXIOM


def test_a_statement_that_does_not_compile_is_the_askers_fault(
    toolchain: EmbeddedToolchain,
) -> None:
    with pytest.raises(InputError, match="statement itself does not compile"):
        judged(toolchain, Theorem("t", "", "theorem t : nope"), ["trivial"])


def test_a_proof_that_comes_to_no_end_is_inconclusive(toolchain: EmbeddedToolchain) -> None:
    prefix = "set_option maxHeartbeats 0\n\n"
    theorem = Theorem("t", prefix, "theorem t : False")
    limits = VerifyLimits(compile_s=2)
    verdict = judged(toolchain, theorem, ["repeat (have := trivial)"], limits)
    assert isinstance(verdict, Inconclusive)
    assert (verdict.cause, verdict.detail) == (Cause.TIMEOUT, "no end after 2 s")


@pytest.mark.parametrize("layer", [Layer.COMPILE, Layer.READ, Layer.STATEMENT, Layer.AXIOMS])
def test_there_is_a_canary_for_every_layer_that_a_candidate_can_deceive(layer: Layer) -> None:
    assert any(each.layer is layer for each in canary.CANARIES)


@pytest.mark.parametrize("layer", [Layer.READ, Layer.STATEMENT, Layer.AXIOMS, Layer.REPLAY])
def test_a_checker_of_which_a_layer_is_broken_gives_itself_away(
    toolchain: EmbeddedToolchain, layer: Layer
) -> None:
    with pytest.raises(CanaryError, match=f"`{layer.value}` must refuse"):
        judged(toolchain, AND, ["exact ⟨hp, hq⟩"], off=[layer])
    unwatched = judged(toolchain, AND, ["exact ⟨hp, hq⟩"], off=[layer, Layer.CANARY])
    assert isinstance(unwatched, Verified)
