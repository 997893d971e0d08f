"""60 proofs for the benchmark of the verifier, and how long their verdicts take; nothing else."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from formalmath.lean.theorem import Theorem
from formalmath.lean.toolchain import Toolchain
from formalmath.verify.batch import Batch, Verdicts
from formalmath.verify.candidates import Candidate
from formalmath.verify.trial import Proof
from formalmath.verify.verdict import Layer, Verified
from formalmath.verify.verifier import Verifier

_PREFIX = "import Mathlib\n"
_PROOFS = {
    "(n m : ℕ) (h : n < m) : n + 1 ≤ m ∧ n ≤ m": "omega",
    "(p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r)": (
        "cases h.2 with\n| inl hq => exact Or.inl ⟨h.1, hq⟩\n| inr hr => exact Or.inr ⟨h.1, hr⟩"
    ),
    "(a b c : ℤ) (h₀ : a + b = 3) (h₁ : b + c = 5) : c = a + 2": "omega",
    "(n : ℕ) (h : n % 4 = 3) : n % 2 = 1": "omega",
    "(f : ℕ → ℕ) (h : ∀ n, f (n + 1) = f n + 2) (h₀ : f 0 = 1) : f 3 = 7": (
        "have h1 := h 0\nhave h2 := h 1\nhave h3 := h 2\nsimp at h1 h2 h3\nomega"
    ),
    "(x : ℤ) (h₀ : 3 * x + 2 = 17) : x = 5": "omega",
    "(n : ℕ) : n ∣ n * n": "exact ⟨n, rfl⟩",
    "(s : List ℕ) : (s ++ []).length = s.length": "simp",
    "(n : ℕ) (h₀ : 2 ≤ n) (h₁ : n ≤ 4) (h₂ : n % 3 = 1) : n = 4": "omega",
    "(p q : Prop) : ¬(p ∨ q) ↔ ¬p ∧ ¬q": (
        "exact ⟨fun h => ⟨fun hp => h (Or.inl hp), fun hq => h (Or.inr hq)⟩,\n"
        "  fun h o => o.elim h.1 h.2⟩"
    ),
    "(a b : ℤ) (h : a ≤ b) : a - b ≤ 0 ∧ 0 ≤ b - a": "omega",
    "(n : ℕ) : n + 0 = n": "induction n with\n| zero => rfl\n| succ n ih => simp",
}
_TIMES = 5


@dataclass(frozen=True)
class Verifying:
    """How long a batch took.

    Attributes:
        proofs: how many, all of them verified.
        seconds: wall seconds for all.
        layers: seconds in each layer, summed over the proofs.
    """

    proofs: int
    seconds: float
    layers: Counter[Layer]


def candidates() -> list[Candidate]:
    """Twelve theorems, each with five texts of a proof."""
    return [
        Candidate(f"t{i}.{n}", Proof(Theorem(f"t{i}", _PREFIX, f"theorem t{i} {stated}"), tactics))
        for n in range(_TIMES)
        for i, (stated, proof) in enumerate(_PROOFS.items())
        for tactics in [("skip",) * n + (proof,)]
    ]


def verified(toolchain: Toolchain, jobs: int) -> Verifying:
    """Verify them all as `formalmath verify BATCH.jsonl` does, with warm processes."""
    todo = candidates()

    async def run(folder: Path) -> Verifying:
        async with Verifier(toolchain, jobs=jobs) as verifier:
            warm = [each.trial.put_to(verifier) for each in todo[:1] * jobs]
            await asyncio.gather(*warm)
            with Verdicts(folder / "verdicts.jsonl") as verdicts:
                batch = Batch(todo, verifier, verdicts)
                start = time.perf_counter()
                await batch.verify(jobs)
                seconds = time.perf_counter() - start
                layers: Counter[Layer] = Counter()
                for ending in batch.endings:
                    assert isinstance(ending, Verified), ending
                    layers.update(ending.evidence.seconds)
        return Verifying(len(todo), seconds, layers)

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(Path(folder)))
