import Mathlib
/-! `ring`, `linear_combination`, `norm_num`, `field_simp`, `positivity` and casts, on every kind of number. -/

set_option maxHeartbeats 400000

open BigOperators Real Nat Topology Rat

section AnyRing
variable {R : Type} [CommRing R]
example (a b : R) : (a + b) * (a - b) = a ^ 2 - b ^ 2 := by ring
example (a b c : R) (h : a = b * c) : a ^ 2 = b ^ 2 * c ^ 2 := by linear_combination (a + b * c) * h
example (a b : R) (n : ℕ) : a ^ (n + 2) * b = b * a ^ n * a ^ 2 := by ring
example (a b : R) (n : ℕ) : (a * b) ^ (2 * n) = (a ^ n) ^ 2 * (b ^ n) ^ 2 := by ring
end AnyRing

section AnyField
variable {K : Type} [Field K] [LinearOrder K] [IsStrictOrderedRing K]
example (a b : K) : (a - b) / 2 + b / 3 = a / 2 - b / 6 := by ring
example (a b : K) : a / b + a / (2 * b) = 3 / 2 * a * b⁻¹ := by ring
example (a b c : K) : a / (b + c) ^ 2 - c * (b + c)⁻¹ ^ 2 = (a - c) / (b + c) ^ 2 := by ring
example (a b c : K) : a * b + b * c + c * a ≤ a ^ 2 + b ^ 2 + c ^ 2 := by
  linear_combination (sq_nonneg (a - b) + sq_nonneg (b - c) + sq_nonneg (c - a)) / 2
example (a b : K) (h : a ≤ b + 1) (h' : b < 3) : 2 * a - 1 < 7 := by linear_combination 2 * h + 2 * h'
example (a b : K) (h : 0 < a) (h' : 0 < b) : 0 < a * b + a := by linear_combination mul_pos h h' + h
example (a b c : K) (h : a = b) (h' : b ≤ c) : 3 * a ≤ 3 * c := by linear_combination 3 * h + 3 * h'
example (a b c : K) (h : a = b) (h' : b ≤ c) : a + b ≤ 2 * c := by linear_combination 2 * h' - (-h)
example (f : K → K) (a : K) (h : ∀ x, f x = 2 * x + a) : f 3 - f 1 = 4 := by
  linear_combination h 3 - h 1
example (a b : K) (h : a < b) : a < b + 1 / 1000 := by linear_combination h
example (a : K) : a ≤ a + 2 := by linear_combination
example (a b : K) (ha : 0 < a) (hb : b ≠ 0) : 1 / a + 1 / b = (a + b) / (a * b) := by
  field_simp
  ring
example (a b : K) (ha : 0 < a) (h : 3 / a ≤ b) : 3 ≤ a * b := by
  field_simp at h
  linear_combination h
example (a b : K) (ha : a ≠ 0) (hb : b ≠ 0) : (a / b) * (b / a) = 1 := by field
example (a b : K) (hb : b ≠ 0) : 0 < a ^ 2 * b ^ 4 + b ^ 2 + |a| := by positivity
example (a b : K) (ha : 1 < a) : a / 2 ≠ 0 := by positivity
end AnyField

-- ℕ and ℤ
example (a b : ℕ) : (a + b) ^ 3 = a ^ 3 + 3 * a ^ 2 * b + 3 * a * b ^ 2 + b ^ 3 := by ring
example (a b : ℕ) (h : a * b = 12) (h' : a + b = 7) : a ^ 2 + b ^ 2 = 25 := by
  linear_combination (a + b + 7) * h' - 2 * h
example (a b : ℕ) (h : a ≤ b) (h' : b ≤ 7) : a < 8 := by linear_combination h + h'
example (a b : ℤ) (h : a - 2 * b = 1) : a ^ 2 - 4 * b ^ 2 = a + 2 * b := by
  linear_combination (a + 2 * b) * h
example (n : ℕ) (h : 2 ^ n = 8) : 2 ^ (n + 1) = 16 := by linear_combination 2 * h
example (n : ℕ) : 0 < (n + 1) * n ! := by positivity
example : ¬(1000 : ℕ) = 999 := by simp

-- ℚ, ℝ, ℂ
example (x y : ℚ) : (x + y / 2) ^ 2 = x ^ 2 + x * y + y ^ 2 / 4 := by ring
example (x y : ℝ) (h : x ≤ y) (h' : y ≤ 3.5) : 2 * x ≤ 7 := by linear_combination 2 * h + 2 * h'
example (x : ℝ) (h : 0 ≤ x) (hs : √x = 3) : x = 9 := by
  linear_combination (√x + 3) * hs - Real.sq_sqrt h
example (z : ℂ) (h : z = 1 + Complex.I) : z ^ 2 = 1 + 2 * Complex.I + Complex.I ^ 2 := by
  linear_combination (z + 1 + Complex.I) * h
example (x y : ℝ) (hx : 0 < x) (hy : 0 < y) : x / y + y / x ≥ 2 := by
  have h : x / y + y / x - 2 = (x - y) ^ 2 / (x * y) := by field
  linear_combination (by positivity : 0 ≤ (x - y) ^ 2 / (x * y)) - h
example (x : ℝ) : 0 < √(x ^ 2 + 1) * Real.exp x := by positivity

-- literals
example : (2 : ℝ) / 3 + 1 / 3 = 1 ∧ (2 : ℝ) / 3 ≠ 1 / 2 ∧ (1 / 2 : ℝ) < 2 / 3 := by norm_num
example : |(-3 / 4 : ℝ)| = 3 / 4 := by norm_num
example : ¬(0.5 : ℝ) ≤ 0.25 := by norm_num
example : (2 : ℚ) ^ 10 - 24 = 1000 ∧ (3 / 6 : ℂ) = 1 / 2 := by norm_num
example (x : ℝ) (h : x = 2 * 3 + 1 / 2) : x = 13 / 2 := by norm_num at h; exact h
example (x : ℝ) (h : x = 6 / 4 - 2) : x = -(1 / 2) := by norm_num at h; exact h
example (x : ℝ) (h : x = (2 / 3) ^ 2 / (4 / 5)) : x = 5 / 9 := by norm_num [h]
example (n : ℕ) (h : (2 : ℝ) ^ n = 4) : (2 : ℝ) ^ n + 3 = 7 := by norm_num [h]

-- casts
example (a b : ℕ) (h : (a : ℝ) * b = 12) : a * b = 12 := by exact_mod_cast h
example (a b : ℕ) (h : a + b ≤ 7) : (a : ℝ) + b ≤ 7 := by exact_mod_cast h
example (a b : ℤ) (h : (a : ℚ) < b) : a < b := by exact_mod_cast h
example (a b : ℤ) : ((a * b + 3 ^ 2 : ℤ) : ℝ) = a * b + 9 := by push_cast; ring
example (n : ℕ) (h : ((2 * n + 1 : ℕ) : ℝ) = 7) : (n : ℝ) = 3 := by
  push_cast at h
  linear_combination h / 2
