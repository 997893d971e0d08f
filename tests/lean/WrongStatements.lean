import Mathlib
/-!
Statements of miniF2F that are wrong or say nothing, each with a proof of that. The text of a
statement is the benchmark's, with its binders moved behind a `∀`.
-/
open BigOperators Real Nat Topology Rat

/-- The exponent `1/3` is a natural number, 0. -/
theorem mathd_algebra_208_is_false : ¬ (Real.sqrt 1000000 - 1000000^(1/3) = 900) := by
  have h : Real.sqrt 1000000 = 1000 := by
    rw [show (1000000 : ℝ) = 1000 ^ 2 by norm_num]
    exact Real.sqrt_sq (by norm_num)
  rw [h]
  norm_num

/-- The exponent `1 / 4` is a natural number, 0, so that the hypothesis says `1 = 1 / 5`. -/
theorem mathd_algebra_275_is_vacuous (x : ℝ) (h : ((11:ℝ)^(1 / 4))^(3 * x - 3) = 1 / 5) : False := by
  norm_num at h

/-- `a = 1480` and `x = 37` do as well as `a = 8` and `x = 5`. -/
theorem mathd_numbertheory_126_is_false : ¬ ∀ (x a : ℕ) (_ : 0 < x ∧ 0 < a)
    (_ : Nat.gcd a 40 = x + 3) (_ : Nat.lcm a 40 = x * (x + 3))
    (_ : ∀ b : ℕ, 0 < b → Nat.gcd b 40 = x + 3 ∧ Nat.lcm b 40 = x * (x + 3) → a ≤ b), a = 8 := by
  intro h
  have := h 37 1480 (by decide) (by decide +kernel) (by decide +kernel) (by
    intro b _ ⟨h₁, h₂⟩
    have h₃ := Nat.gcd_mul_lcm b 40
    rw [h₁, h₂] at h₃
    omega)
  exact absurd this (by decide)

/-- The recursion begins at `n = 2`, so that `u 2` is free. -/
theorem amc12a_2002_p21_is_false : ¬ ∀ (u : ℕ → ℕ) (_ : u 0 = 4) (_ : u 1 = 7)
    (_ : ∀ n ≥ 2, u (n + 2) = (u n + u (n + 1)) % 10),
    ∀ n, (∑ k ∈ Finset.range n, u k) > 10000 → 1999 ≤ n := by
  intro h
  let pair : ℕ → ℕ × ℕ := Nat.rec (20000, 0) (fun _ p => (p.2, (p.1 + p.2) % 10))
  let u : ℕ → ℕ := fun n => match n with
    | 0 => 4
    | 1 => 7
    | n + 2 => (pair n).1
  have := h u rfl rfl (fun n hn => by
    match n, hn with
    | n + 2, _ => rfl) 3 (by decide +kernel)
  exact absurd this (by decide)

/-- `f 8` is 1. -/
theorem mathd_algebra_433_is_false : ¬ ∀ (f : ℝ → ℝ) (_ : ∀ x, f x = 3 * Real.sqrt (2 * x - 7) - 8),
    f 8 = 19 := by
  intro h
  have h₁ := h _ (fun x => rfl)
  have h₂ : Real.sqrt (2 * 8 - 7) = 3 := by
    rw [show (2 * 8 - 7 : ℝ) = 3 ^ 2 by norm_num]
    exact Real.sqrt_sq (by norm_num)
  rw [h₂] at h₁
  norm_num at h₁
