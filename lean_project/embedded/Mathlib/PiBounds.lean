import Mathlib.Trig
import Mathlib.Ring.Combination
/-!
# Estimates of sine, cosine and π

`sin x ≤ x`, `1 - x ^ 2 / 2 ≤ cos x`, `x - x ^ 3 / 6 ≤ sin x`, and bounds of `π` from them by doubling angles, and
nothing else.
-/

namespace Real
variable {x c : ℝ}

/-- What holds up to `C / 2 ^ n` for every `n` holds. -/
private theorem le_of_forall_le_add {a b C : ℝ} (h : ∀ n : ℕ, a ≤ b + C / 2 ^ n) : a ≤ b := by
  refine not_lt.1 fun hlt => ?_
  obtain ⟨n, hn⟩ := exists_div_two_pow_lt C (sub_pos.2 hlt)
  exact lt_irrefl (0 : ℝ) (by linear_combination h n + hn n (Nat.le_refl n))

private theorem sin_eq_half (x : ℝ) : sin x = 2 * sin (x / 2) * cos (x / 2) := by
  rw [← sin_two_mul, mul_div_cancel₀ x two_ne_zero]
private theorem cos_eq_half (x : ℝ) : cos x = 1 - 2 * sin (x / 2) ^ 2 := by
  have h := cos_two_mul (x / 2)
  rw [mul_div_cancel₀ x two_ne_zero] at h
  have h' := cos_sq_add_sin_sq (x / 2)
  linear_combination h + 2 * h'

private theorem abs_sin_le_add : ∀ (n : ℕ) {x : ℝ}, 0 ≤ x → x ≤ 1 → |sin x| ≤ x + 4 * x ^ 2 / 2 ^ n
  | 0, x, h₀, h₁ => by
    have h := abs_sin_sub_self_le (x := x) (by rw [abs_of_nonneg h₀]; exact h₁)
    have h' := abs_add_le (sin x - x) x
    rw [sub_add_cancel, abs_of_nonneg h₀] at h'
    rw [pow_zero, div_one]
    linear_combination h + h'
  | n + 1, x, h₀, h₁ => by
    have ih := abs_sin_le_add n (x := x / 2) (by linear_combination h₀ / 2) (by linear_combination h₀ / 2 + h₁)
    have h := mul_le_mul_of_nonneg_left (abs_cos_le_one (x / 2)) (abs_nonneg (sin (x / 2)))
    rw [sin_eq_half, abs_mul, abs_mul, abs_of_pos two_pos, pow_succ (2 : ℝ) n, ← div_div]
    rw [show 4 * (x / 2) ^ 2 = x ^ 2 by ring] at ih
    rw [show 4 * x ^ 2 / 2 ^ n / 2 = 2 * (x ^ 2 / 2 ^ n) by ring]
    linear_combination 2 * ih + 2 * h
theorem sin_le (h : 0 ≤ x) : sin x ≤ x := by
  rcases le_total x 1 with h₁ | h₁
  · exact le_trans (le_abs_self _) (le_of_forall_le_add fun n => abs_sin_le_add n h h₁)
  · exact le_trans (sin_le_one x) h₁
private theorem abs_sin_le (h : 0 ≤ x) : |sin x| ≤ x := by
  rcases le_total x 1 with h₁ | h₁
  · exact le_of_forall_le_add fun n => abs_sin_le_add n h h₁
  · exact le_trans (abs_sin_le_one x) h₁
theorem one_sub_sq_div_two_le_cos : 1 - x ^ 2 / 2 ≤ cos x := by
  have key : ∀ x : ℝ, 0 ≤ x → 1 - x ^ 2 / 2 ≤ cos x := fun x hx => by
    have h := pow_le_pow_left₀ (abs_nonneg _) (abs_sin_le (x := x / 2) (by linear_combination hx / 2)) 2
    rw [sq_abs] at h
    rw [cos_eq_half]
    linear_combination 2 * h
  rcases le_total 0 x with h | h
  · exact key x h
  · have := key (-x) (neg_nonneg.2 h)
    rw [cos_neg, neg_sq] at this; exact this

private theorem sub_cube_le_add : ∀ (n : ℕ) {x : ℝ}, 0 ≤ x → x ≤ 1 →
    x - x ^ 3 / 6 ≤ sin x + 4 * x ^ 2 / 2 ^ n
  | 0, x, h₀, h₁ => by
    have h := (abs_le.1 (abs_sin_sub_self_le (x := x) (by rw [abs_of_nonneg h₀]; exact h₁))).1
    have h' := pow_nonneg h₀ 3
    rw [pow_zero, div_one]
    linear_combination h + h' / 6
  | n + 1, x, h₀, h₁ => by
    have ih := sub_cube_le_add n (x := x / 2) (by linear_combination h₀ / 2) (by linear_combination h₀ / 2 + h₁)
    have hc := one_sub_sq_div_two_le_cos (x := x / 2)
    have hc₁ := cos_le_one (x / 2)
    have hc₀ : 0 ≤ cos (x / 2) := by
      have h2 := mul_nonneg h₀ h₀
      have h3 := mul_le_mul h₁ h₁ h₀ zero_le_one
      linear_combination hc + h3 / 8 + 7 / 8 * zero_le_one (R := ℝ)
    have hA : 0 ≤ x / 2 - (x / 2) ^ 3 / 6 := by
      have h3 := mul_le_mul h₁ h₁ h₀ zero_le_one
      have := mul_nonneg h₀ (sub_nonneg.2 h3)
      linear_combination this / 48 + 23 / 48 * h₀
    rw [sin_eq_half, pow_succ (2 : ℝ) n, ← div_div]
    rw [show 4 * (x / 2) ^ 2 = x ^ 2 by ring] at ih
    rw [show 4 * x ^ 2 / 2 ^ n / 2 = 2 * (x ^ 2 / 2 ^ n) by ring]
    have hE : 0 ≤ x ^ 2 / 2 ^ n := div_nonneg (sq_nonneg x) (pow_pos two_pos n).le
    have h₅ := pow_nonneg h₀ 5
    generalize x ^ 2 / 2 ^ n = E at *
    have p₁ := mul_le_mul_of_nonneg_right ih hc₀
    have p₂ := mul_le_mul_of_nonneg_left hc hA
    have p₃ := mul_nonneg hE (sub_nonneg.2 hc₁)
    linear_combination 2 * p₁ + 2 * p₂ + 2 * p₃ + h₅ / 192
/-- The cubic lower bound of the sine. -/
theorem sub_cube_div_six_le_sin (h₀ : 0 ≤ x) (h₁ : x ≤ 1) : x - x ^ 3 / 6 ≤ sin x :=
  le_of_forall_le_add fun n => sub_cube_le_add n h₀ h₁

private theorem le_cos_of_le {a : ℚ} (h₀ : 0 ≤ x) (h : x ≤ a) : ((1 - a ^ 2 / 2 : ℚ) : ℝ) ≤ cos x := by
  refine le_trans ?_ one_sub_sq_div_two_le_cos
  have := mul_le_mul h h h₀ (le_trans h₀ h)
  rw [Rat.cast_sub, Rat.cast_one, Rat.cast_div, Rat.cast_pow, Rat.cast_ofNat]
  linear_combination this / 2
/-- One doubling of the angle, from below. -/
private theorem le_cos_double {c c' : ℚ} (h : (c : ℝ) ≤ cos x) (h₀ : 0 ≤ c) (hc : c' ≤ 2 * c ^ 2 - 1) :
    (c' : ℝ) ≤ cos (2 * x) := by
  have := pow_le_pow_left₀ (Rat.cast_nonneg.2 h₀) h 2
  rw [← Rat.cast_le (K := ℝ), Rat.cast_sub, Rat.cast_mul, Rat.cast_pow, Rat.cast_one, Rat.cast_ofNat] at hc
  rw [cos_two_mul]
  linear_combination 2 * this + hc
private theorem double_half (x : ℝ) : 2 * (x / 2) = x := mul_div_cancel₀ x two_ne_zero

/-- If `x ≤ a`, a cascade of doublings of `x / 16` gives the sign of `cos x`. -/
private theorem cos_pos_of_le {a c₁ c₂ c₃ : ℚ} (h₀ : 0 ≤ x) (h : x ≤ a)
    (h₁ : c₁ ≤ 2 * (1 - (a / 16) ^ 2 / 2) ^ 2 - 1) (h₂ : c₂ ≤ 2 * c₁ ^ 2 - 1) (h₃ : c₃ ≤ 2 * c₂ ^ 2 - 1)
    (h₄ : 0 < 2 * c₃ ^ 2 - 1) (p : 0 ≤ 1 - (a / 16) ^ 2 / 2) (p₁ : 0 ≤ c₁) (p₂ : 0 ≤ c₂) (p₃ : 0 ≤ c₃) :
    0 < cos x := by
  have hb : x / 2 / 2 / 2 / 2 ≤ ((a / 16 : ℚ) : ℝ) := by
    rw [Rat.cast_div, Rat.cast_ofNat]
    linear_combination h / 16
  have b := le_cos_of_le (x := x / 2 / 2 / 2 / 2) (by linear_combination h₀ / 16) hb
  have b₁ := le_cos_double b p h₁
  rw [double_half] at b₁
  have b₂ := le_cos_double b₁ p₁ h₂
  rw [double_half] at b₂
  have b₃ := le_cos_double b₂ p₂ h₃
  rw [double_half] at b₃
  have b₄ := le_cos_double b₃ p₃ (le_refl _)
  rw [double_half] at b₄
  exact lt_of_lt_of_le (Rat.cast_pos.2 h₄) b₄

private theorem rat_lt_pi_div_two {a : ℚ} (h : ∀ x : ℝ, 0 ≤ x → x ≤ a → 0 < cos x) : (a : ℝ) < π / 2 := by
  refine not_le.1 fun h' => ?_
  have := h (π / 2) (half_pos pi_pos).le h'
  rw [cos_pi_div_two] at this
  exact lt_irrefl 0 this
private theorem decimal {q : ℚ} {n d : ℕ} [n.AtLeastTwo] [d.AtLeastTwo]
    (h : q = OfNat.ofNat n / OfNat.ofNat d) : (q : ℝ) = OfNat.ofNat n / OfNat.ofNat d := by
  rw [h, Rat.cast_div, Rat.cast_ofNat, Rat.cast_ofNat]

theorem pi_gt_d2 : 3.14 < π := by
  have h := rat_lt_pi_div_two (a := 157 / 100) fun x h₀ h => cos_pos_of_le (c₁ := 980789 / 1000000)
    (c₂ := 923894 / 1000000) (c₃ := 70716 / 100000) h₀ h (by decide +kernel) (by decide +kernel)
    (by decide +kernel) (by decide +kernel) (by decide +kernel) (by decide +kernel) (by decide +kernel)
    (by decide +kernel)
  rw [show (3.14 : ℝ) = 157 / 50 from decimal (q := 3.14) (by decide +kernel)]
  rw [decimal rfl] at h
  linear_combination 2 * h
theorem pi_gt_three : 3 < π := lt_trans (by
  rw [show (3.14 : ℝ) = 157 / 50 from decimal (q := 3.14) (by decide +kernel)]
  linear_combination 7 / 50 * zero_lt_one (R := ℝ)) pi_gt_d2

theorem pi_lt_d2 : π < 3.15 := by
  rw [show (3.15 : ℝ) = 63 / 20 from decimal (q := 3.15) (by decide +kernel)]
  refine not_le.1 fun h => ?_
  have one := zero_le_one (R := ℝ)
  -- the cosine of 63/40 is negative
  have s := sub_cube_div_six_le_sin (x := 63 / 160) (by linear_combination 63 / 160 * one)
    (by linear_combination 97 / 160 * one)
  have s₂ := pow_le_pow_left₀ (by linear_combination 9 / 25 * one) (le_trans
    (show (383 / 1000 : ℝ) ≤ _ by linear_combination (63 / 160 - (63 / 160) ^ 3 / 6 - 383 / 1000) * one) s) 2
  have d₁ := cos_eq_half (63 / 80)
  rw [show (63 / 80 : ℝ) / 2 = 63 / 160 by ring] at d₁
  have d₂ := cos_two_mul (63 / 80)
  rw [show 2 * (63 / 80 : ℝ) = 63 / 40 by ring] at d₂
  have lower := one_sub_sq_div_two_le_cos (x := 63 / 80)
  have c₀ : 0 ≤ cos (63 / 80) := by linear_combination lower + (1 - (63 / 80) ^ 2 / 2) * one
  have c₁ : cos (63 / 80) ≤ 707 / 1000 := by
    linear_combination d₁ + 2 * s₂ + (707 / 1000 - 1 + 2 * (383 / 1000) ^ 2) * one
  have c₂ := pow_le_pow_left₀ c₀ c₁ 2
  have neg : cos (63 / 40) < 0 := by
    linear_combination d₂ + 2 * c₂ + (1 - 2 * (707 / 1000) ^ 2) * zero_lt_one (R := ℝ)
  have hle : (63 / 40 : ℝ) ≤ π / 2 := by linear_combination h / 2
  rcases eq_or_lt_of_le hle with e | hlt
  · rw [e, cos_pi_div_two] at neg
    exact lt_irrefl 0 neg
  · refine not_lt_of_ge (cos_pos_of_mem_Ioo ⟨?_, hlt⟩).le neg
    linear_combination half_pos pi_pos + 63 / 40 * one
theorem pi_le_four : π ≤ 4 := by
  have h := pi_lt_d2
  rw [show (3.15 : ℝ) = 63 / 20 from decimal (q := 3.15) (by decide +kernel)] at h
  linear_combination h.le + 17 / 20 * zero_le_one (R := ℝ)

end Real
