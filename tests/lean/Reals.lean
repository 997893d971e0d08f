import Mathlib
/-! Rational, real and complex numbers of the embedded Mathlib layer: what they mean and what they do not. -/

set_option maxHeartbeats 0

open BigOperators Real Nat Topology Rat

-- ℚ: lowest terms, exact computation in the kernel
example : (21 / 12 : ℚ).num = 7 ∧ (21 / 12 : ℚ).den = 4 ∧ (-6 / 4 : ℚ).num = -3 := by decide +kernel
example : (1 / 3 + 1 / 6 : ℚ) = 1 / 2 ∧ (2 / 3 : ℚ) < 3 / 4 ∧ ¬(2 / 3 : ℚ) < 2 / 3 := by decide +kernel
example : (3 / 0 : ℚ) = 0 ∧ (0 : ℚ)⁻¹ = 0 ∧ (-2 / 3 : ℚ)⁻¹ = -3 / 2 := by decide +kernel
example : ∑ k ∈ Finset.range 100, (1 / (k + 1) : ℚ) < 6 := by decide +kernel
example : (1.5 : ℚ) = 3 / 2 ∧ (0.25 : ℚ) = 1 / 4 ∧ (2e2 : ℚ) = 200 := by decide +kernel
example : (2 / 3 : ℚ) ^ 3 = 8 / 27 ∧ (2 / 3 : ℚ) ^ (-2 : ℤ) = 9 / 4 := by decide +kernel
example : max (1 / 3 : ℚ) (1 / 2) = 1 / 2 ∧ |(-1 / 3 : ℚ)| = 1 / 3 := by decide +kernel
example : Rat.divInt 3 (-6) = -1 / 2 ∧ mkRat 4 6 = 2 / 3 := by decide +kernel
example (n : ℕ) (h₀ : 0 < n) (h : n ≤ 50) (h₁ : ((1 / 2 + 1 / 3 + 1 / 7 + 1 / n) : ℚ).den = 1) : n = 42 := by
  have key : ∀ n ∈ Finset.Icc (1 : ℕ) 50, ((1 / 2 + 1 / 3 + 1 / 7 + 1 / n) : ℚ).den = 1 → n = 42 := by
    decide +kernel
  exact key n (Finset.mem_Icc.2 ⟨h₀, h⟩) h₁
example (q : ℚ) : (q.num : ℚ) / q.den = q := by simp
example (a b c : ℚ) (h : a + 2 * b = c) (h' : a - b = 0) : 3 * a = c := by linear_combination h + 2 * h'

-- ℝ: an ordered field that is complete
example (a b : ℝ) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by ring
example (a : ℝ) (h : a ≠ 0) : a * a⁻¹ = 1 := mul_inv_cancel₀ h
example : (1 : ℝ) / 0 = 0 := by simp
example (a b : ℝ) (h' : b < a + 1) : b - a < 1 := by linear_combination h'
example (a b : ℝ) : a * b ≤ (a ^ 2 + b ^ 2) / 2 := by linear_combination sq_nonneg (a - b) / 2
example (x : ℝ) : ∃ n : ℕ, x < n := exists_nat_gt x
example (s : Set ℝ) (h : s.Nonempty) (h' : BddAbove s) : IsLUB s (sSup s) := Real.isLUB_sSup h h'
example : sSup (Set.Icc (0 : ℝ) 1) = 1 := by
  refine le_antisymm (csSup_le ⟨0, by norm_num⟩ fun _ h => h.2) (le_csSup ⟨1, fun _ h => h.2⟩ ?_)
  norm_num
example : (1.5 : ℝ) = 3 / 2 ∧ (2 : ℝ) ≠ 3 ∧ (1 / 3 : ℝ) < 1 / 2 := by norm_num
example : ¬∃ x : ℝ, x ^ 2 < 0 := fun ⟨x, h⟩ => not_lt_of_ge (sq_nonneg x) h
example (x y : ℝ) (h : |x - y| = 0) : x = y := sub_eq_zero.1 (abs_eq_zero.1 h)
example : CharZero ℝ ∧ CharZero ℂ ∧ NoZeroDivisors ℂ := ⟨inferInstance, inferInstance, inferInstance⟩
example (x : ℝ) : 0 < x ∨ x = 0 ∨ x < 0 := (lt_trichotomy 0 x).imp id (Or.imp Eq.symm id)

-- Casts agree with the literals
example (n : ℕ) (h : (n : ℝ) = 3) : n = 3 := by exact_mod_cast h
example (z : ℤ) (h : (z : ℚ) < 3) : z < 3 := by exact_mod_cast h
example (p q : ℚ) (h : (p : ℝ) ≤ q) : p ≤ q := by exact_mod_cast h
example (p q : ℚ) : ((p * q + p / q : ℚ) : ℝ) = p * q + p / q := by push_cast; rfl
example (m n : ℕ) : ((m * n : ℕ) : ℝ) = m * n := by push_cast; rfl
example : ((3 / 2 : ℚ) : ℝ) = 3 / 2 := by norm_num

-- Sums and products
example (n : ℕ) : (∑ k ∈ Finset.range n, (1 : ℝ) / ((k + 1) * (k + 2))) = n / (n + 1) := by
  induction n with
  | zero => norm_num
  | succ n ih =>
    have h₁ := Nat.cast_add_one_ne_zero (R := ℝ) n
    have h₂ : (n : ℝ) + 2 ≠ 0 := ne_of_gt (add_pos_of_nonneg_of_pos (Nat.cast_nonneg n) two_pos)
    rw [Finset.sum_range_succ, ih, Nat.cast_add_one, show (n : ℝ) + 1 + 1 = n + 2 by ring,
      div_add_div _ _ h₁ (mul_ne_zero h₁ h₂), div_eq_div_iff (mul_ne_zero h₁ (mul_ne_zero h₁ h₂)) h₂]
    ring
example (f g : ℕ → ℝ) (h : ∀ i, f i ≤ g i) : ∑ i ∈ Finset.range 9, f i ≤ ∑ i ∈ Finset.range 9, g i :=
  Finset.sum_le_sum fun i _ => h i
example (a : ℕ → NNReal) : 0 ≤ ∏ i ∈ Finset.range 9, a i := Finset.prod_nonneg fun i _ => (a i).zero_le
example (n : ℕ) : ((∑ i ∈ Finset.range n, i : ℕ) : ℝ) = ∑ i ∈ Finset.range n, (i : ℝ) := by push_cast; rfl

-- Square roots
example : Real.sqrt 4 = 2 := by rw [Real.sqrt_eq_iff_mul_self_eq_of_pos] <;> norm_num
example : √(-1) = 0 := Real.sqrt_eq_zero_of_nonpos (by norm_num)
example (y : ℝ) (h₀ : 0 ≤ 19 + 3 * y) (h₁ : Real.sqrt (19 + 3 * y) = 7) : y = 10 := by
  have h := Real.sq_sqrt h₀
  rw [h₁] at h
  linear_combination -h / 3
example (x y : ℝ) (hx : 0 ≤ x) (hxy : x < y) : √x < √y := Real.sqrt_lt_sqrt hx hxy
example (x : ℝ) : √(x ^ 2) = |x| := Real.sqrt_sq_eq_abs x
example : √2 * √3 = √6 := by rw [← Real.sqrt_mul (by norm_num)]; norm_num
example : (1.41 : ℝ) < √2 := (Real.lt_sqrt (by norm_num)).2 (by norm_num)

-- Rounding
example : ⌊(7 / 2 : ℚ)⌋ = 3 ∧ ⌈(7 / 2 : ℚ)⌉ = 4 ∧ ⌊(-7 / 2 : ℚ)⌋ = -4 ∧ Int.fract (7 / 2 : ℚ) = 1 / 2 := by
  decide +kernel
example : ⌊(7 / 2 : ℚ)⌋₊ = 3 ∧ ⌊(-7 / 2 : ℚ)⌋₊ = 0 ∧ ⌈(7 / 2 : ℚ)⌉₊ = 4 := by decide +kernel
example : ⌊(3.7 : ℝ)⌋ = 3 := by rw [Int.floor_eq_iff]; norm_num
example : ⌈√27⌉ - ⌊√26⌋ = 1 := by
  have h₁ : ⌈√27⌉ = 6 := by
    rw [Int.ceil_eq_iff]
    exact ⟨(Real.lt_sqrt (by norm_num)).2 (by norm_num), (Real.sqrt_le_left (by norm_num)).2 (by norm_num)⟩
  have h₂ : ⌊√26⌋ = 5 := by
    rw [Int.floor_eq_iff]
    exact ⟨(Real.le_sqrt' (by norm_num)).2 (by norm_num), (Real.sqrt_lt' (by norm_num)).2 (by norm_num)⟩
  rw [h₁, h₂]; rfl
example (x : ℝ) : (⌊x⌋ : ℝ) ≤ x ∧ x < ⌊x⌋ + 1 := ⟨Int.floor_le x, Int.lt_floor_add_one x⟩
example (x : ℝ) (n : ℤ) : ⌊x + n⌋ = ⌊x⌋ + n := Int.floor_add_intCast x n

-- Complex numbers
example : Complex.I ^ 2 = -1 := Complex.I_sq
example : (Complex.I / 2) ^ 2 = -(1 / 4) := by linear_combination Complex.I_sq / 4
example (z w : ℂ) : z = w ↔ z.re = w.re ∧ z.im = w.im := Complex.ext_iff
example (z : ℂ) : z * z⁻¹ = 1 ↔ z ≠ 0 :=
  ⟨fun h e => by rw [e, zero_mul] at h; exact zero_ne_one h, mul_inv_cancel₀⟩
example : Complex.normSq (3 + 4 * Complex.I) = 25 := by simp [Complex.normSq_apply]; norm_num
example (z : ℂ) : ‖z‖ ^ 2 = Complex.normSq z := Complex.sq_norm z
example (z w : ℂ) : ‖z * w‖ = ‖z‖ * ‖w‖ ∧ ‖z + w‖ ≤ ‖z‖ + ‖w‖ :=
  ⟨Complex.norm_mul z w, Complex.norm_add_le z w⟩
example (x : ℝ) : ((x ^ 2 + 1 : ℝ) : ℂ) = (x : ℂ) ^ 2 + 1 := by push_cast; rfl
example (z : ℂ) : z * starRingEnd ℂ z = Complex.normSq z := Complex.mul_conj z

-- Nonnegative reals, bijections
example (a b : NNReal) (h : a ^ 2 = b ^ 2) : a = b := by rw [← NNReal.sqrt_sq a, h, NNReal.sqrt_sq]
example (a : NNReal) : (NNReal.sqrt a : ℝ) = √a := rfl
example (a b : NNReal) (h : a ≤ b) : ((a - b : NNReal) : ℝ) = 0 := max_eq_right (sub_nonpos.2 h)
example (σ : Equiv ℝ ℝ) (h : σ.1 2 = σ.2 2) : σ.1 (σ.1 2) = 2 := by rw [h]; exact σ.right_inv 2
example (σ : ℝ ≃ ℝ) (x : ℝ) : σ.symm (σ x) = x := by simp

-- Logarithm, exponential, real powers
example (x y : ℝ) : Real.exp (x + y) = Real.exp x * Real.exp y := Real.exp_add x y
example : Real.log 1 = 0 ∧ Real.log 0 = 0 ∧ Real.log (-1) = 0 := by simp
example (x y : ℝ) (hx : 0 < x) (hy : 0 < y) : Real.log (x * y) = Real.log x + Real.log y :=
  Real.log_mul (ne_of_gt hx) (ne_of_gt hy)
example (x : ℝ) (hx : 0 < x) : Real.exp (Real.log x) = x := Real.exp_log hx
example (x : ℝ) : x + 1 ≤ Real.exp x := Real.add_one_le_exp x
example (x : ℝ) (hx : 0 < x) : Real.log x ≤ x - 1 := Real.log_le_sub_one_of_pos hx
example : Real.logb 2 8 = 3 := by
  rw [show (8 : ℝ) = 2 ^ (3 : ℝ) by norm_num, Real.logb_rpow] <;> norm_num
example : (8 : ℝ) ^ (1 / 3 : ℝ) = 2 := by
  rw [show (8 : ℝ) = 2 ^ (3 : ℝ) by norm_num, ← Real.rpow_mul (by norm_num)]; norm_num
example (x : ℝ) : x ^ (2 : ℝ) = x ^ 2 ∧ √x = x ^ (1 / 2 : ℝ) := ⟨Real.rpow_two x, Real.sqrt_eq_rpow x⟩
example : (-8 : ℝ) ^ (1 / 3 : ℝ) = 1 := by
  have h8 : (-8 : ℝ) < 0 := by norm_num
  rw [Real.rpow_def_of_neg h8, Real.log_neg_eq_log, ← Real.rpow_def_of_pos (by norm_num),
    show (8 : ℝ) = 2 ^ (3 : ℝ) by norm_num, ← Real.rpow_mul (by norm_num),
    show 1 / 3 * π = π / 3 by ring, Real.cos_pi_div_three]
  norm_num
example : ¬∀ x : ℝ, x ^ (1 / 2 : ℝ) * x ^ (1 / 2 : ℝ) = x := fun h => by
  have := h (-1)
  rw [← Real.sqrt_eq_rpow, Real.sqrt_eq_zero_of_nonpos (by norm_num)] at this
  norm_num at this

-- Trigonometry
example (x : ℝ) : Real.sin x ^ 2 + Real.cos x ^ 2 = 1 := Real.sin_sq_add_cos_sq x
example (x y : ℝ) : Real.sin (x + y) = Real.sin x * Real.cos y + Real.cos x * Real.sin y := Real.sin_add x y
example : Real.cos π = -1 ∧ Real.sin (π / 2) = 1 ∧ Real.cos (π / 3) = 1 / 2 ∧ Real.sin (π / 4) = √2 / 2 :=
  ⟨Real.cos_pi, Real.sin_pi_div_two, Real.cos_pi_div_three, Real.sin_pi_div_four⟩
example : (3.14 : ℝ) < π ∧ π < 3.15 := ⟨Real.pi_gt_d2, Real.pi_lt_d2⟩
example (x : ℝ) (h₀ : 0 < x) (h₁ : x < π) : 0 < Real.sin x := Real.sin_pos_of_pos_of_lt_pi h₀ h₁
example : Real.tan (π / 4) = 1 := by
  rw [Real.tan_eq_sin_div_cos, Real.sin_pi_div_four, Real.cos_pi_div_four]
  exact div_self (div_ne_zero (ne_of_gt (Real.sqrt_pos.2 two_pos)) two_ne_zero)

-- Limits, irrational numbers
example : Filter.Tendsto (fun n : ℕ => 1 / (n + 1 : ℝ)) Filter.atTop (𝓝 0) := by
  rw [Real.tendsto_atTop_iff]
  intro ε hε
  obtain ⟨N, hN⟩ := exists_nat_gt (1 / ε)
  refine ⟨N, fun n hn => ?_⟩
  have hn' : (N : ℝ) ≤ n := Nat.cast_le.2 hn
  have hp : (0 : ℝ) < n + 1 := Nat.cast_add_one_pos n
  rw [div_lt_iff₀ hε] at hN
  rw [sub_zero, abs_of_pos (div_pos one_pos hp), div_lt_iff₀ hp]
  have := mul_le_mul_of_nonneg_right hn' hε.le
  linear_combination hN + this + hε
example : ¬Filter.Tendsto (fun n : ℕ => (n : ℝ)) Filter.atTop (𝓝 0) := fun h => by
  obtain ⟨N, hN⟩ := Real.tendsto_atTop_iff.1 h 1 one_pos
  have := hN (N + 1) (Nat.le_succ N)
  rw [sub_zero, abs_of_nonneg (Nat.cast_nonneg _), Nat.cast_add_one] at this
  exact not_le_of_gt this (by linear_combination Nat.cast_nonneg (R := ℝ) N)
example : ¬Irrational (3 / 4) := fun h => h ⟨3 / 4, by norm_num⟩
example (x : ℝ) (h : Irrational x) : x ≠ 2 := fun e => h ⟨2, by rw [e]; norm_num⟩
