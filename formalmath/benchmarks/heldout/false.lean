import Mathlib
set_option maxHeartbeats 400000
open BigOperators Real Nat Topology Rat

theorem lookalike_algebra_linear (x y : ℝ) (h₀ : 3 * x + 2 * y = 16) (h₁ : x - y = 2) :
    x = 4 ∧ y = 3 := by sorry

theorem lookalike_algebra_quadratic_1 (x : ℝ) (h₁ : x ^ 2 - 5 * x - 14 = 0) : x = 7 := by sorry

theorem lookalike_algebra_quadratic_2 (x : ℝ) : x ^ 2 - 4 * x + 7 ≥ 4 := by sorry

theorem lookalike_algebra_function (f g : ℝ → ℝ) (h₀ : ∀ x, f x = x ^ 2 + 1)
    (h₁ : ∀ x, g x = 2 * x - 3) : f (g 4) - g (f 4) = 5 := by sorry

theorem lookalike_algebra_identity (x : ℝ) : (x ^ 2 - 4) / (x - 2) = x + 2 := by sorry

theorem lookalike_algebra_fraction (x : ℝ) (h₁ : (3 * x + 1) * (x - 1) = 5 * (x - 1) ^ 2) :
    x = 3 := by sorry

theorem lookalike_algebra_abs (x : ℝ) (h₀ : |x - 4| = 9) : x = -5 := by sorry

theorem lookalike_algebra_sqrt (x : ℝ) : Real.sqrt (x ^ 2) = x := by sorry

theorem lookalike_algebra_complex :
    (3 + 2 * Complex.I) * (1 - Complex.I) = 5 + Complex.I := by sorry

theorem lookalike_inequality_1 (a b c : ℝ) (h₀ : 0 ≤ a) (h₁ : 0 ≤ b) (h₂ : 0 ≤ c) :
    9 * a * b * c ≤ (a + b) * (b + c) * (c + a) := by sorry

theorem lookalike_inequality_2 (x y : ℝ) (h₀ : x ^ 2 + y ^ 2 = 1) : x + y ≤ 7 / 5 := by sorry

theorem lookalike_inequality_3 (a b : ℝ) (h₀ : a < b) : a ^ 2 < b ^ 2 := by sorry

theorem lookalike_inequality_4 (x : ℝ) : 6 ≤ x + 9 / x := by sorry

theorem lookalike_numbertheory_1 : 7 ^ 100 % 10 = 7 := by sorry

theorem lookalike_numbertheory_2 (n : ℕ) (h₀ : n % 12 = 7) : (5 * n) % 12 = 1 := by sorry

theorem lookalike_numbertheory_3 (n : ℤ) : n ^ 2 % 4 = 0 ∨ n ^ 2 % 4 = 2 := by sorry

theorem lookalike_numbertheory_4 (x y : ℤ) : 4 * x + 6 * y ≠ 10 := by sorry

theorem lookalike_numbertheory_5 : Nat.Prime 1003 := by sorry

theorem lookalike_numbertheory_6 (n : ℕ) (h₀ : 0 < n) (h₁ : n ∣ 30) (h₂ : n ∣ 42) : n ≤ 5 := by sorry

theorem lookalike_numbertheory_7 (x y : ℕ) (h₀ : x * y = 35) (h₂ : x < y) : x = 5 ∧ y = 7 := by sorry

theorem lookalike_induction_1 (n : ℕ) : ∑ k ∈ Finset.range n, (2 * k + 1) = n ^ 2 + 1 := by sorry

theorem lookalike_induction_2 (n : ℕ) : 2 ^ n ≥ n ^ 2 := by sorry

theorem lookalike_induction_3 (n : ℕ) : 7 ∣ 8 ^ n - n := by sorry

theorem lookalike_competition (a b c : ℝ) (h₀ : 0 < a) (h₁ : 0 < b) (h₂ : 0 < c) :
    a ^ 2 + b ^ 2 + c ^ 2 < 2 * (a * b + b * c + c * a) := by sorry
