import Mathlib.Trig
import Mathlib.NNReal
/-!
# Real powers and logarithms to any base

`x ^ y` for real `x` and `y`, `Real.logb`, powers of nonnegative numbers, with the lemmas that a proof calls by
name, and nothing else.
-/
noncomputable section

namespace Real

/-- The real power: `exp (log x * y)` for positive `x`; for negative `x` the real part of the complex power;
`0 ^ 0 = 1`, and otherwise `0 ^ y = 0`. -/
@[irreducible] def rpow (x y : ℝ) : ℝ :=
  if x = 0 then if y = 0 then 1 else 0
  else if 0 < x then exp (log x * y) else exp (log x * y) * cos (y * π)

instance : Pow ℝ ℝ := ⟨rpow⟩

variable {x y z : ℝ}

@[simp] theorem rpow_eq_pow (x y : ℝ) : rpow x y = x ^ y := rfl
theorem rpow_def_of_pos (hx : 0 < x) (y : ℝ) : x ^ y = exp (log x * y) := by
  show rpow x y = _
  unfold rpow; rw [if_neg (ne_of_gt hx), if_pos hx]
theorem rpow_def_of_neg (hx : x < 0) (y : ℝ) : x ^ y = exp (log x * y) * cos (y * π) := by
  show rpow x y = _
  unfold rpow; rw [if_neg (ne_of_lt hx), if_neg (not_lt_of_ge hx.le)]
theorem rpow_def_of_nonneg (hx : 0 ≤ x) (y : ℝ) :
    x ^ y = if x = 0 then if y = 0 then 1 else 0 else exp (log x * y) := by
  rcases eq_or_lt_of_le hx with rfl | h
  · show rpow 0 y = _
    unfold rpow; rw [if_pos rfl, if_pos rfl]
  · rw [if_neg (ne_of_gt h), rpow_def_of_pos h]
theorem exp_mul (x y : ℝ) : exp (x * y) = exp x ^ y := by rw [rpow_def_of_pos (exp_pos x), log_exp]
@[simp] theorem exp_one_rpow (x : ℝ) : exp 1 ^ x = exp x := by rw [← exp_mul, one_mul]
@[simp] theorem rpow_zero (x : ℝ) : x ^ (0 : ℝ) = 1 := by
  rcases lt_trichotomy x 0 with h | rfl | h
  · rw [rpow_def_of_neg h, mul_zero, zero_mul, exp_zero, cos_zero, mul_one]
  · rw [rpow_def_of_nonneg (le_refl 0), if_pos rfl, if_pos rfl]
  · rw [rpow_def_of_pos h, mul_zero, exp_zero]
@[simp] theorem zero_rpow (h : y ≠ 0) : (0 : ℝ) ^ y = 0 := by
  rw [rpow_def_of_nonneg (le_refl 0), if_pos rfl, if_neg h]
@[simp] theorem rpow_one (x : ℝ) : x ^ (1 : ℝ) = x := by
  rcases lt_trichotomy x 0 with h | rfl | h
  · rw [rpow_def_of_neg h, mul_one, one_mul, cos_pi, exp_log_eq_abs (ne_of_lt h), abs_of_neg h]; ring
  · rw [zero_rpow one_ne_zero]
  · rw [rpow_def_of_pos h, mul_one, exp_log h]
@[simp] theorem one_rpow (x : ℝ) : (1 : ℝ) ^ x = 1 := by
  rw [rpow_def_of_pos zero_lt_one, log_one, zero_mul, exp_zero]
theorem rpow_pos_of_pos (hx : 0 < x) (y : ℝ) : 0 < x ^ y := by
  rw [rpow_def_of_pos hx]; exact exp_pos _
theorem rpow_nonneg (hx : 0 ≤ x) (y : ℝ) : 0 ≤ x ^ y := by
  rcases eq_or_lt_of_le hx with rfl | h
  · rw [rpow_def_of_nonneg hx, if_pos rfl]
    split
    · exact zero_le_one
    · exact le_refl 0
  · exact (rpow_pos_of_pos h y).le
theorem rpow_add (hx : 0 < x) (y z : ℝ) : x ^ (y + z) = x ^ y * x ^ z := by
  rw [rpow_def_of_pos hx, rpow_def_of_pos hx, rpow_def_of_pos hx, mul_add, exp_add]
theorem rpow_sub (hx : 0 < x) (y z : ℝ) : x ^ (y - z) = x ^ y / x ^ z := by
  rw [rpow_def_of_pos hx, rpow_def_of_pos hx, rpow_def_of_pos hx, mul_sub, exp_sub]
theorem log_rpow (hx : 0 < x) (y : ℝ) : log (x ^ y) = y * log x := by
  rw [rpow_def_of_pos hx, log_exp, mul_comm]
theorem rpow_neg (hx : 0 ≤ x) (y : ℝ) : x ^ (-y) = (x ^ y)⁻¹ := by
  rcases eq_or_lt_of_le hx with rfl | h
  · rcases Classical.em (y = 0) with rfl | hy
    · rw [neg_zero, rpow_zero, inv_one]
    · rw [zero_rpow (neg_ne_zero.2 hy), zero_rpow hy, inv_zero]
  · rw [rpow_def_of_pos h, rpow_def_of_pos h, mul_neg, exp_neg]
theorem rpow_mul (hx : 0 ≤ x) (y z : ℝ) : x ^ (y * z) = (x ^ y) ^ z := by
  rcases eq_or_lt_of_le hx with rfl | h
  · rcases Classical.em (y = 0) with rfl | hy
    · rw [zero_mul, rpow_zero, one_rpow]
    · rcases Classical.em (z = 0) with rfl | hz
      · rw [mul_zero, rpow_zero, rpow_zero]
      · rw [zero_rpow (mul_ne_zero hy hz), zero_rpow hy, zero_rpow hz]
  · rw [rpow_def_of_pos (rpow_pos_of_pos h y), log_rpow h, rpow_def_of_pos h,
      show log x * (y * z) = y * log x * z by ring]
theorem mul_rpow (hx : 0 ≤ x) (hy : 0 ≤ y) : (x * y) ^ z = x ^ z * y ^ z := by
  rcases Classical.em (z = 0) with rfl | hz
  · rw [rpow_zero, rpow_zero, rpow_zero, mul_one]
  rcases eq_or_lt_of_le hx with rfl | hx
  · rw [zero_mul, zero_rpow hz, zero_mul]
  rcases eq_or_lt_of_le hy with rfl | hy
  · rw [mul_zero, zero_rpow hz, mul_zero]
  rw [rpow_def_of_pos (mul_pos hx hy), rpow_def_of_pos hx, rpow_def_of_pos hy,
    log_mul (ne_of_gt hx) (ne_of_gt hy), add_mul, exp_add]
theorem inv_rpow (hx : 0 ≤ x) (y : ℝ) : x⁻¹ ^ y = (x ^ y)⁻¹ := by
  rcases eq_or_lt_of_le hx with rfl | h
  · rw [inv_zero]
    rcases Classical.em (y = 0) with rfl | hy
    · rw [rpow_zero, inv_one]
    · rw [zero_rpow hy, inv_zero]
  · rw [rpow_def_of_pos (inv_pos.2 h), rpow_def_of_pos h, log_inv, neg_mul, exp_neg]
theorem div_rpow (hx : 0 ≤ x) (hy : 0 ≤ y) (z : ℝ) : (x / y) ^ z = x ^ z / y ^ z := by
  rw [div_eq_mul_inv, mul_rpow hx (inv_nonneg.2 hy), inv_rpow hy, ← div_eq_mul_inv]

@[simp, norm_cast] theorem rpow_natCast (x : ℝ) (n : ℕ) : x ^ (n : ℝ) = x ^ n := by
  rcases lt_trichotomy x 0 with h | rfl | h
  · rw [rpow_def_of_neg h, cos_nat_mul_pi, mul_comm (log x), exp_nat_mul, exp_log_eq_abs (ne_of_lt h),
      abs_of_neg h, ← mul_pow, neg_mul_neg, mul_one]
  · rcases Nat.eq_zero_or_pos n with rfl | hn
    · rw [Nat.cast_zero, rpow_zero, pow_zero]
    · rw [zero_rpow (Nat.cast_ne_zero.2 (Nat.ne_of_gt hn)), zero_pow (Nat.ne_of_gt hn)]
  · rw [rpow_def_of_pos h, mul_comm, exp_nat_mul, exp_log h]
@[simp] theorem rpow_ofNat (x : ℝ) (n : ℕ) [n.AtLeastTwo] :
    x ^ (no_index (OfNat.ofNat n) : ℝ) = x ^ (OfNat.ofNat n : ℕ) := rpow_natCast x n
theorem rpow_two (x : ℝ) : x ^ (2 : ℝ) = x ^ 2 := rpow_ofNat x 2
@[simp, norm_cast] theorem rpow_intCast (x : ℝ) : ∀ n : ℤ, x ^ (n : ℝ) = x ^ n
  | .ofNat n => by
    show x ^ (((n : ℕ) : ℤ) : ℝ) = x ^ n
    rw [Int.cast_natCast, rpow_natCast]
  | .negSucc n => by
    rw [Int.cast_negSucc, zpow_negSucc]
    rcases lt_or_ge x 0 with h | h
    · rw [← rpow_natCast, rpow_def_of_neg h, rpow_def_of_neg h, mul_neg, exp_neg, neg_mul, cos_neg,
        cos_nat_mul_pi, mul_inv, ← inv_pow, inv_neg, inv_one]
    · rw [rpow_neg h, rpow_natCast]
theorem rpow_neg_one (x : ℝ) : x ^ (-1 : ℝ) = x⁻¹ := by
  have := rpow_intCast x (-1)
  rw [zpow_neg_one, Int.cast_neg, Int.cast_one] at this; exact this
theorem rpow_add_one (hx : x ≠ 0) (y : ℝ) : x ^ (y + 1) = x ^ y * x := by
  rcases lt_or_gt_of_ne hx with h | h
  · rw [rpow_def_of_neg h, rpow_def_of_neg h, mul_add, mul_one, exp_add, exp_log_eq_abs hx, abs_of_neg h,
      add_mul, one_mul, cos_add_pi]; ring
  · rw [rpow_add h, rpow_one]
theorem rpow_natCast_mul (hx : 0 ≤ x) (n : ℕ) (z : ℝ) : x ^ (n * z) = (x ^ n) ^ z := by
  rw [rpow_mul hx, rpow_natCast]
theorem rpow_mul_natCast (hx : 0 ≤ x) (y : ℝ) (n : ℕ) : x ^ (y * n) = (x ^ y) ^ n := by
  rw [rpow_mul hx, rpow_natCast]
theorem pow_rpow_inv_natCast {n : ℕ} (hx : 0 ≤ x) (hn : n ≠ 0) : (x ^ n) ^ ((n : ℝ)⁻¹) = x := by
  rw [← rpow_natCast, ← rpow_mul hx, mul_inv_cancel₀ (Nat.cast_ne_zero.2 hn), rpow_one]
theorem rpow_inv_natCast_pow {n : ℕ} (hx : 0 ≤ x) (hn : n ≠ 0) : (x ^ ((n : ℝ)⁻¹)) ^ n = x := by
  rw [← rpow_natCast, ← rpow_mul hx, inv_mul_cancel₀ (Nat.cast_ne_zero.2 hn), rpow_one]
theorem sqrt_eq_rpow (x : ℝ) : √x = x ^ (1 / 2 : ℝ) := by
  rcases lt_or_ge x 0 with h | h
  · rw [sqrt_eq_zero_of_nonpos h.le, rpow_def_of_neg h, show 1 / 2 * π = π / 2 by ring, cos_pi_div_two, mul_zero]
  · refine sqrt_eq_of_mul_self_eq (rpow_nonneg h _) ?_
    rw [← pow_two, ← rpow_two, ← rpow_mul h, show (1 / 2 : ℝ) * 2 = 1 by ring, rpow_one]
theorem rpow_div_two_eq_sqrt (r : ℝ) (hx : 0 ≤ x) : x ^ (r / 2) = √x ^ r := by
  rw [sqrt_eq_rpow, ← rpow_mul hx, show 1 / 2 * r = r / 2 by ring]

theorem rpow_lt_rpow (hx : 0 ≤ x) (hxy : x < y) (hz : 0 < z) : x ^ z < y ^ z := by
  rcases eq_or_lt_of_le hx with rfl | h
  · rw [zero_rpow (ne_of_gt hz)]; exact rpow_pos_of_pos hxy z
  · rw [rpow_def_of_pos h, rpow_def_of_pos (lt_trans h hxy), exp_lt_exp]
    exact mul_lt_mul_of_pos_right (log_lt_log h hxy) hz
theorem rpow_le_rpow (h : 0 ≤ x) (h₁ : x ≤ y) (h₂ : 0 ≤ z) : x ^ z ≤ y ^ z := by
  rcases eq_or_lt_of_le h₁ with rfl | h₁
  · exact le_refl _
  rcases eq_or_lt_of_le h₂ with rfl | h₂
  · rw [rpow_zero, rpow_zero]; exact le_refl 1
  exact (rpow_lt_rpow h h₁ h₂).le
theorem rpow_lt_rpow_iff (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z < y ^ z ↔ x < y :=
  ⟨fun h => not_le.1 fun h' => not_le_of_gt h (rpow_le_rpow hy h' hz.le), fun h => rpow_lt_rpow hx h hz⟩
theorem rpow_le_rpow_iff (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z ≤ y ^ z ↔ x ≤ y := by
  rw [← not_lt, rpow_lt_rpow_iff hy hx hz, not_lt]
theorem rpow_left_inj (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : z ≠ 0) : x ^ z = y ^ z ↔ x = y := by
  refine ⟨fun h => ?_, fun h => h ▸ rfl⟩
  rw [← rpow_one x, ← rpow_one y, ← mul_inv_cancel₀ hz, rpow_mul hx, rpow_mul hy, h]
theorem rpow_lt_rpow_of_exponent_lt (hx : 1 < x) (hyz : y < z) : x ^ y < x ^ z := by
  have h := lt_trans zero_lt_one hx
  rw [rpow_def_of_pos h, rpow_def_of_pos h, exp_lt_exp]
  exact mul_lt_mul_of_pos_left hyz (log_pos hx)
theorem rpow_le_rpow_of_exponent_le (hx : 1 ≤ x) (hyz : y ≤ z) : x ^ y ≤ x ^ z := by
  have h := lt_of_lt_of_le zero_lt_one hx
  rw [rpow_def_of_pos h, rpow_def_of_pos h, exp_le_exp]
  exact mul_le_mul_of_nonneg_left hyz (log_nonneg hx)
theorem rpow_lt_rpow_left_iff (hx : 1 < x) : x ^ y < x ^ z ↔ y < z :=
  ⟨fun h => not_le.1 fun h' => not_le_of_gt h (rpow_le_rpow_of_exponent_le hx.le h'),
    rpow_lt_rpow_of_exponent_lt hx⟩
theorem rpow_le_rpow_left_iff (hx : 1 < x) : x ^ y ≤ x ^ z ↔ y ≤ z := by
  rw [← not_lt, rpow_lt_rpow_left_iff hx, not_lt]
theorem rpow_right_inj (hx₀ : 0 < x) (hx₁ : x ≠ 1) : x ^ y = x ^ z ↔ y = z := by
  rw [rpow_def_of_pos hx₀, rpow_def_of_pos hx₀, exp_eq_exp,
    mul_right_inj' (log_ne_zero_of_pos_of_ne_one hx₀ hx₁)]
theorem one_lt_rpow (hx : 1 < x) (hz : 0 < z) : 1 < x ^ z := by
  have := rpow_lt_rpow_of_exponent_lt hx hz; rw [rpow_zero] at this; exact this

/-- The logarithm of `x` to the base `b`. -/
@[irreducible, pp_nodot] def logb (b x : ℝ) : ℝ := log x / log b

variable {b : ℝ}
theorem log_div_log : log x / log b = logb b x := by unfold logb; rfl
@[simp] theorem logb_zero : logb b 0 = 0 := by rw [← log_div_log, log_zero, zero_div]
@[simp] theorem logb_one : logb b 1 = 0 := by rw [← log_div_log, log_one, zero_div]
@[simp] theorem logb_abs (b x : ℝ) : logb b |x| = logb b x := by rw [← log_div_log, log_abs, log_div_log]
theorem logb_mul (hx : x ≠ 0) (hy : y ≠ 0) : logb b (x * y) = logb b x + logb b y := by
  rw [← log_div_log, log_mul hx hy, add_div, log_div_log, log_div_log]
theorem logb_div (hx : x ≠ 0) (hy : y ≠ 0) : logb b (x / y) = logb b x - logb b y := by
  rw [← log_div_log, log_div hx hy, sub_div, log_div_log, log_div_log]
@[simp] theorem logb_inv (b x : ℝ) : logb b x⁻¹ = -logb b x := by
  rw [← log_div_log, log_inv, neg_div, log_div_log]
theorem inv_logb (a b : ℝ) : (logb a b)⁻¹ = logb b a := by rw [← log_div_log, inv_div, log_div_log]
theorem logb_pow (b x : ℝ) (k : ℕ) : logb b (x ^ k) = k * logb b x := by
  rw [← log_div_log, log_pow, mul_div_assoc, log_div_log]
theorem logb_rpow_eq_mul_logb_of_pos (hx : 0 < x) : logb b (x ^ y) = y * logb b x := by
  rw [← log_div_log, log_rpow hx, mul_div_assoc, log_div_log]
private theorem log_b_ne_zero (h0 : 0 < b) (h1 : b ≠ 1) : log b ≠ 0 := log_ne_zero_of_pos_of_ne_one h0 h1
@[simp] theorem logb_rpow (b_pos : 0 < b) (b_ne_one : b ≠ 1) : logb b (b ^ x) = x := by
  rw [← log_div_log, log_rpow b_pos, mul_div_cancel_right₀ _ (log_b_ne_zero b_pos b_ne_one)]
theorem rpow_logb (b_pos : 0 < b) (b_ne_one : b ≠ 1) (hx : 0 < x) : b ^ logb b x = x := by
  rw [rpow_def_of_pos b_pos, ← log_div_log, mul_div_cancel₀ _ (log_b_ne_zero b_pos b_ne_one), exp_log hx]
@[simp] theorem logb_self_eq_one (hb : 1 < b) : logb b b = 1 := by
  rw [← log_div_log, div_self (ne_of_gt (log_pos hb))]
theorem logb_eq_iff_rpow_eq (b_pos : 0 < b) (b_ne_one : b ≠ 1) (hy : 0 < y) : logb b y = x ↔ b ^ x = y :=
  ⟨fun h => by rw [← h, rpow_logb b_pos b_ne_one hy], fun h => by rw [← h, logb_rpow b_pos b_ne_one]⟩
theorem logb_lt_logb (hb : 1 < b) (hx : 0 < x) (hxy : x < y) : logb b x < logb b y := by
  rw [← log_div_log, ← log_div_log]
  exact div_lt_div_of_pos_right (log_lt_log hx hxy) (log_pos hb)
theorem logb_le_logb (hb : 1 < b) (h : 0 < x) (h₁ : 0 < y) : logb b x ≤ logb b y ↔ x ≤ y := by
  rw [← log_div_log, ← log_div_log, div_le_div_iff_of_pos_right (log_pos hb), log_le_log_iff h h₁]
theorem logb_pos (hb : 1 < b) (hx : 1 < x) : 0 < logb b x := by
  rw [← log_div_log]; exact div_pos (log_pos hx) (log_pos hb)
theorem mul_logb {a b c : ℝ} (h₁ : b ≠ 0) (h₂ : b ≠ 1) (h₃ : b ≠ -1) : logb a b * logb b c = logb a c := by
  have hb : log b ≠ 0 := fun h => (log_eq_zero.1 h).elim h₁ fun h => h.elim h₂ h₃
  rw [← log_div_log, ← log_div_log, ← log_div_log, div_mul_div_comm, mul_comm (log b),
    mul_div_mul_right _ _ hb]
theorem div_logb {a b c : ℝ} (h₁ : c ≠ 0) (h₂ : c ≠ 1) (h₃ : c ≠ -1) : logb a c / logb b c = logb a b := by
  rw [div_eq_mul_inv, inv_logb, mul_logb h₁ h₂ h₃]

end Real

namespace NNReal
open scoped NNReal
instance : Pow ℝ≥0 ℝ := ⟨fun x y => ⟨(x : ℝ) ^ y, Real.rpow_nonneg x.2 y⟩⟩
@[simp, norm_cast] theorem coe_rpow (x : ℝ≥0) (y : ℝ) : ((x ^ y : ℝ≥0) : ℝ) = (x : ℝ) ^ y := rfl
@[simp, norm_cast] theorem rpow_natCast (x : ℝ≥0) (n : ℕ) : x ^ (n : ℝ) = x ^ n :=
  NNReal.eq (Real.rpow_natCast x n)
end NNReal
