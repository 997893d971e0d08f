import Mathlib
set_option maxHeartbeats 400000
open BigOperators Real Nat Topology Rat

theorem heldout_algebra_linear_1 (x y : ℝ) (h₀ : 3 * x + 2 * y = 16) (h₁ : x - y = 2) :
    x = 4 ∧ y = 2 := by sorry

theorem heldout_algebra_linear_2 (a b c : ℝ) (h₀ : a + b = 11) (h₁ : b + c = 17) (h₂ : a + c = 14) :
    a + b + c = 21 := by sorry

theorem heldout_algebra_linear_3 (x : ℝ) (h₀ : 5 * (x - 3) = 2 * x + 6) : x = 7 := by sorry

theorem heldout_algebra_linear_4 (p q : ℚ) (h₀ : p / 3 + q / 4 = 5) (h₁ : p / 3 - q / 4 = 1) :
    p = 9 ∧ q = 8 := by sorry

theorem heldout_algebra_quadratic_1 (x : ℝ) (h₀ : 0 < x) (h₁ : x ^ 2 - 5 * x - 14 = 0) :
    x = 7 := by sorry

theorem heldout_algebra_quadratic_2 (x : ℝ) (h₀ : x ^ 2 + 9 = 6 * x) : x = 3 := by sorry

theorem heldout_algebra_quadratic_3 (x : ℝ) : x ^ 2 - 4 * x + 7 ≥ 3 := by sorry

theorem heldout_algebra_quadratic_4 (a b : ℝ) (h₀ : a + b = 9) (h₁ : a * b = 18) :
    a ^ 2 + b ^ 2 = 45 := by sorry

theorem heldout_algebra_quadratic_5 (a b : ℝ) (h₀ : a - b = 4) (h₁ : a ^ 2 - b ^ 2 = 40) :
    a = 7 ∧ b = 3 := by sorry

theorem heldout_algebra_function_1 (f : ℝ → ℝ) (h₀ : ∀ x, f x = 4 * x - 9) : f (f 3) = 3 := by sorry

theorem heldout_algebra_function_2 (f g : ℝ → ℝ) (h₀ : ∀ x, f x = x ^ 2 + 1)
    (h₁ : ∀ x, g x = 2 * x - 3) : f (g 4) - g (f 4) = -5 := by sorry

theorem heldout_algebra_function_3 (f : ℝ → ℝ) (a : ℝ) (h₀ : ∀ x, f x = a * x ^ 2 + 3)
    (h₁ : f 2 = 23) : a = 5 := by sorry

theorem heldout_algebra_function_4 (f : ℕ → ℕ) (h₀ : f 1 = 2) (h₁ : ∀ n, f (n + 1) = 3 * f n + 1) :
    f 4 = 67 := by sorry

theorem heldout_algebra_identity_1 (a b c : ℝ) :
    (a + b + c) ^ 2 - (a ^ 2 + b ^ 2 + c ^ 2) = 2 * (a * b + b * c + c * a) := by sorry

theorem heldout_algebra_identity_2 (x y : ℂ) :
    x ^ 3 + y ^ 3 = (x + y) * (x ^ 2 - x * y + y ^ 2) := by sorry

theorem heldout_algebra_identity_3 (x : ℝ) (h₀ : x ≠ 2) :
    (x ^ 2 - 4) / (x - 2) = x + 2 := by sorry

theorem heldout_algebra_identity_4 (x y : ℝ) (h₀ : x ≠ 0) (h₁ : y ≠ 0) (h₂ : 1 / x + 1 / y = 1 / 2)
    (h₃ : x + y = 10) : x * y = 20 := by sorry

theorem heldout_algebra_fraction_1 (x : ℝ) (h₀ : x ≠ 1) (h₁ : (3 * x + 1) / (x - 1) = 5) :
    x = 3 := by sorry

theorem heldout_algebra_fraction_2 (x : ℚ) (h₀ : x ≠ 0) (h₁ : 2 / x = 3 / 7) : x = 14 / 3 := by sorry

theorem heldout_algebra_abs_1 (x : ℝ) (h₀ : |x - 4| = 9) (h₁ : x < 0) : x = -5 := by sorry

theorem heldout_algebra_abs_2 (x : ℝ) (h₀ : |2 * x + 1| < 5) : -3 < x ∧ x < 2 := by sorry

theorem heldout_algebra_sqrt_1 (x : ℝ) (h₀ : 0 ≤ x) (h₁ : Real.sqrt x = 6) : x = 36 := by sorry

theorem heldout_algebra_sqrt_2 : Real.sqrt 144 + Real.sqrt 25 = 17 := by sorry

theorem heldout_algebra_sqrt_3 (x : ℝ) (h₀ : 0 ≤ x + 7) (h₁ : Real.sqrt (x + 7) = 4) :
    x = 9 := by sorry

theorem heldout_algebra_complex_1 : (3 + 2 * Complex.I) * (1 - Complex.I) = 5 - Complex.I := by sorry

theorem heldout_algebra_complex_2 (z w : ℂ) (h₀ : z + w = 6) (h₁ : z - w = 4 * Complex.I) :
    z = 3 + 2 * Complex.I := by sorry

theorem heldout_algebra_system_1 (x y z : ℝ) (h₀ : x + y = 8) (h₁ : y + z = 5) (h₂ : x * z = 0)
    (h₃ : 0 < x) : y = 5 := by sorry

theorem heldout_algebra_percent_1 (x : ℝ) (h₀ : 0.15 * x = 48) : x = 320 := by sorry

theorem heldout_algebra_sequence_1 (a d : ℝ) (h₀ : a + 3 * d = 14) (h₁ : a + 8 * d = 34) :
    a + 19 * d = 78 := by sorry

theorem heldout_algebra_sequence_2 (a r : ℝ) (h₀ : a * r = 6) (h₁ : a * r ^ 4 = 162) (h₂ : a ≠ 0) :
    r ^ 3 = 27 := by sorry

theorem heldout_inequality_1 (a b : ℝ) : a * b ≤ (a + b) ^ 2 / 4 := by sorry

theorem heldout_inequality_2 (a b c : ℝ) : a * b + b * c + c * a ≤ a ^ 2 + b ^ 2 + c ^ 2 := by sorry

theorem heldout_inequality_3 (x y : ℝ) (h₀ : 0 < x) (h₁ : 0 < y) : 2 ≤ x / y + y / x := by sorry

theorem heldout_inequality_4 (x : ℝ) (h₀ : 0 < x) : 6 ≤ x + 9 / x := by sorry

theorem heldout_inequality_5 (a b c : ℝ) (h₀ : 0 ≤ a) (h₁ : 0 ≤ b) (h₂ : 0 ≤ c) :
    8 * a * b * c ≤ (a + b) * (b + c) * (c + a) := by sorry

theorem heldout_inequality_6 (a b : ℝ) (h₀ : 0 ≤ a) (h₁ : 0 ≤ b) (h₂ : a + b = 2) :
    a ^ 2 + b ^ 2 ≥ 2 := by sorry

theorem heldout_inequality_7 (x y : ℝ) (h₀ : x ^ 2 + y ^ 2 = 1) : x + y ≤ 3 / 2 := by sorry

theorem heldout_inequality_8 (a b : ℝ) (h₀ : a < b) (h₁ : 0 < a) : a ^ 2 < b ^ 2 := by sorry

theorem heldout_inequality_9 (a b c d : ℝ) :
    (a * c + b * d) ^ 2 ≤ (a ^ 2 + b ^ 2) * (c ^ 2 + d ^ 2) := by sorry

theorem heldout_inequality_10 (x : ℝ) : x ^ 4 - 2 * x ^ 2 + 1 ≥ 0 := by sorry

theorem heldout_numbertheory_1 : 7 ^ 100 % 10 = 1 := by sorry

theorem heldout_numbertheory_2 : (∑ k ∈ Finset.Icc 1 50, k) % 7 = 1 := by sorry

theorem heldout_numbertheory_3 (n : ℕ) (h₀ : n % 12 = 7) : (5 * n) % 12 = 11 := by sorry

theorem heldout_numbertheory_4 (n : ℕ) (h₀ : n % 3 = 2) (h₁ : n % 5 = 3) : n % 15 = 8 := by sorry

theorem heldout_numbertheory_5 : Nat.gcd 252 198 = 18 := by sorry

theorem heldout_numbertheory_6 : Nat.lcm 84 90 = 1260 := by sorry

theorem heldout_numbertheory_7 : (Nat.divisors 72).card = 12 := by sorry

theorem heldout_numbertheory_8 : (∑ d ∈ Nat.divisors 28, d) = 56 := by sorry

theorem heldout_numbertheory_9 (n : ℤ) : (n ^ 2 + n) % 2 = 0 := by sorry

theorem heldout_numbertheory_10 (n : ℤ) : n ^ 2 % 4 = 0 ∨ n ^ 2 % 4 = 1 := by sorry

theorem heldout_numbertheory_11 (n : ℕ) : 6 ∣ n * (n + 1) * (2 * n + 1) := by sorry

theorem heldout_numbertheory_12 (a b : ℤ) (h₀ : Odd a) (h₁ : Odd b) : Even (a * b + 1) := by sorry

theorem heldout_numbertheory_13 (x y : ℤ) : 4 * x + 6 * y ≠ 9 := by sorry

theorem heldout_numbertheory_14 (x y : ℤ) : x ^ 2 - 3 * y ^ 2 ≠ 2 := by sorry

theorem heldout_numbertheory_15 (n : ℕ) (h₀ : 0 < n) (h₁ : n ∣ 30) (h₂ : n ∣ 42) : n ≤ 6 := by sorry

theorem heldout_numbertheory_16 (x y : ℕ) (h₀ : x * y = 35) (h₁ : 1 < x) (h₂ : x < y) :
    x = 5 ∧ y = 7 := by sorry

theorem heldout_numbertheory_17 : Nat.Prime 1009 := by sorry

theorem heldout_numbertheory_18 (p : ℕ) (h₀ : Nat.Prime p) (h₁ : Even p) : p = 2 := by sorry

theorem heldout_numbertheory_19 : ∃ n : ℕ, 0 < n ∧ n ^ 2 + (n + 1) ^ 2 = 61 := by sorry

theorem heldout_numbertheory_20 :
    ((Finset.Icc 1 100).filter (fun n => n % 6 = 0 ∨ n % 10 = 0)).card = 23 := by sorry

theorem heldout_numbertheory_21 (a : ℕ) (h₀ : a ≡ 4 [MOD 9]) : a ^ 3 ≡ 1 [MOD 9] := by sorry

theorem heldout_numbertheory_22 (n : ℕ) (h₀ : n < 100) (h₁ : n % 10 + n / 10 = 12)
    (h₂ : n % 10 = n / 10 + 4) : n = 48 := by sorry

theorem heldout_induction_1 (n : ℕ) : ∑ k ∈ Finset.range n, (2 * k + 1) = n ^ 2 := by sorry

theorem heldout_induction_2 (n : ℕ) : ∑ k ∈ Finset.range (n + 1), k ^ 3 * 4 = (n * (n + 1)) ^ 2 := by
  sorry

theorem heldout_induction_3 (n : ℕ) : 7 ∣ 8 ^ n - 1 := by sorry

theorem heldout_induction_4 (n : ℕ) : n < 3 ^ n := by sorry

theorem heldout_induction_5 (n : ℕ) (h₀ : 4 ≤ n) : 2 ^ n ≥ n ^ 2 := by sorry

theorem heldout_induction_6 (n : ℕ) : (∑ k ∈ Finset.range (n + 1), 2 ^ k) + 1 = 2 ^ (n + 1) := by sorry

theorem heldout_induction_7 (n : ℕ) : (3 ^ (2 * n) - 1) % 8 = 0 := by sorry

theorem heldout_competition_1 (x y : ℝ) (h₀ : x + y = 7) (h₁ : x * y = 10) (h₂ : y < x) :
    x = 5 ∧ y = 2 := by sorry

theorem heldout_competition_2 (a b c : ℕ) (h₀ : 0 < a) (h₁ : a < b) (h₂ : b < c)
    (h₃ : a * b * c = 30) (h₄ : a + b + c = 10) : a = 2 ∧ b = 3 ∧ c = 5 := by sorry

theorem heldout_competition_3 (x : ℝ) (h₀ : x + 1 / x = 3) (h₁ : x ≠ 0) :
    x ^ 2 + 1 / x ^ 2 = 7 := by sorry

theorem heldout_competition_4 (f : ℝ → ℝ) (h₀ : ∀ x y, f (x + y) = f x + f y) : f 0 = 0 := by sorry

theorem heldout_competition_5 (f : ℤ → ℤ) (h₀ : ∀ n, f (n + 2) = f n + 4) (h₁ : f 1 = 3) :
    f 9 = 19 := by sorry

theorem heldout_competition_6 (a b : ℕ) (h₀ : 0 < a) (h₁ : 0 < b) (h₂ : a ^ 2 = b ^ 2 + 15)
    (h₃ : a < 6) : a = 4 ∧ b = 1 := by sorry

theorem heldout_competition_7 (x y z : ℝ) (h₀ : x + y + z = 0) :
    x ^ 3 + y ^ 3 + z ^ 3 = 3 * x * y * z := by sorry

theorem heldout_competition_8 (a b c : ℝ) (h₀ : 0 < a) (h₁ : 0 < b) (h₂ : 0 < c)
    (h₃ : c < a + b) (h₄ : b < a + c) (h₅ : a < b + c) :
    a ^ 2 + b ^ 2 + c ^ 2 < 2 * (a * b + b * c + c * a) := by sorry
