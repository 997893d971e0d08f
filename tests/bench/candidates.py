"""600 candidates for the driver benchmark: 12 theorems, each with 5 states and 10 tactics."""

from __future__ import annotations

from dataclasses import dataclass

from formalmath.lean.theorem import Theorem

THEOREMS = (
    "(n m : ℕ) (h : n < m) : n + 1 ≤ m ∧ n ≤ m",
    "(p q r : Prop) (h : p ∧ (q ∨ r)) : (p ∧ q) ∨ (p ∧ r)",
    "(a b c : ℤ) (h₀ : a + b = 3) (h₁ : b + c = 5) : c = a + 2",
    "(n : ℕ) (h : n % 4 = 3) : n % 2 = 1",
    "(f : ℕ → ℕ) (h : ∀ n, f (n + 1) = f n + 2) (h₀ : f 0 = 1) : f 3 = 7",
    "(x : ℤ) (h₀ : 3 * x + 2 = 17) : x = 5",
    "(a b : ℕ) (h₀ : a ∣ b) (h₁ : 0 < b) : a ≤ b",
    "(n : ℕ) : n ∣ n * n",
    "(s : List ℕ) : (s ++ []).length = s.length",
    "(n : ℕ) (h₀ : 2 ≤ n) (h₁ : n ≤ 4) (h₂ : n % 3 = 1) : n = 4",
    "(p q : Prop) : ¬(p ∨ q) ↔ ¬p ∧ ¬q",
    "(a b : ℤ) (h : a ≤ b) : a - b ≤ 0 ∧ 0 ≤ b - a",
)

PATHS = (
    (),
    ("skip",),
    ("have extra : 1 + 1 = 2 := rfl",),
    ("have extra : 1 + 1 = 2 := rfl", "have more : 2 + 2 = 4 := rfl"),
    ("exfalso",),
)

TACTICS = (
    "omega",
    "simp",
    "simp_all",
    "constructor",
    "rfl",
    "intro k",
    "exact absurd rfl id",
    "rw [Nat.add_comm]",
    "refine ⟨?_, ?_⟩ <;> assumption",
    "cases h",
)


@dataclass(frozen=True)
class Case:
    """A tactic to be tried after a path on a theorem."""

    theorem: Theorem
    path: tuple[str, ...]
    tactic: str


def cases(header: str) -> list[Case]:
    """All of them, theorem by theorem."""
    theorems = [Theorem(f"t{i}", header, f"theorem t{i} {t}") for i, t in enumerate(THEOREMS)]
    return [Case(t, path, tactic) for t in theorems for path in PATHS for tactic in TACTICS]
