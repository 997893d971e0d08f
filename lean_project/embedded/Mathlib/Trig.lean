import Mathlib.Cis
/-!
# Trigonometric functions

`Real.cos`, `Real.sin` and `Real.tan` with the addition formulas, `Real.pi` as twice the least positive zero of
`cos`, the values at simple parts of `π`, and nothing else.
-/
noncomputable section
open Mathlib.Certify (lt_of_sub le_of_sub)

namespace Real

/-- The cosine: the real part of `exp (i x)`. -/
@[irreducible, pp_nodot] def cos (x : ℝ) : ℝ := (Complex.cis x).re
/-- The sine: the imaginary part of `exp (i x)`. -/
@[irreducible, pp_nodot] def sin (x : ℝ) : ℝ := (Complex.cis x).im
/-- The tangent. -/
@[irreducible, pp_nodot] def tan (x : ℝ) : ℝ := sin x / cos x

variable {x y : ℝ}
private theorem cis_eq (x : ℝ) : Complex.cis x = ⟨cos x, sin x⟩ := by unfold cos sin; rfl

theorem tan_eq_sin_div_cos (x : ℝ) : tan x = sin x / cos x := by unfold tan; rfl
@[simp] theorem cos_zero : cos 0 = 1 := by unfold cos; rw [Complex.cis_zero]; rfl
@[simp] theorem sin_zero : sin 0 = 0 := by unfold sin; rw [Complex.cis_zero]; rfl
@[simp] theorem cos_neg (x : ℝ) : cos (-x) = cos x := by unfold cos; rw [Complex.cis_neg]; rfl
@[simp] theorem sin_neg (x : ℝ) : sin (-x) = -sin x := by unfold sin; rw [Complex.cis_neg]; rfl
@[simp] theorem tan_zero : tan 0 = 0 := by rw [tan_eq_sin_div_cos, sin_zero, zero_div]
@[simp] theorem tan_neg (x : ℝ) : tan (-x) = -tan x := by
  rw [tan_eq_sin_div_cos, sin_neg, cos_neg, neg_div, ← tan_eq_sin_div_cos]
theorem cos_add (x y : ℝ) : cos (x + y) = cos x * cos y - sin x * sin y := by
  have h := congrArg Complex.re (Complex.cis_add x y)
  rw [cis_eq, cis_eq, cis_eq] at h; exact h
theorem sin_add (x y : ℝ) : sin (x + y) = sin x * cos y + cos x * sin y := by
  have h := congrArg Complex.im (Complex.cis_add x y)
  rw [cis_eq, cis_eq, cis_eq] at h
  rw [add_comm (sin x * cos y)]; exact h
theorem cos_sub (x y : ℝ) : cos (x - y) = cos x * cos y + sin x * sin y := by
  rw [sub_eq_add_neg, cos_add, cos_neg, sin_neg]; ring
theorem sin_sub (x y : ℝ) : sin (x - y) = sin x * cos y - cos x * sin y := by
  rw [sub_eq_add_neg, sin_add, cos_neg, sin_neg]; ring
@[simp] theorem cos_sq_add_sin_sq (x : ℝ) : cos x ^ 2 + sin x ^ 2 = 1 := by
  have h := cos_sub x x
  rw [sub_self, cos_zero] at h
  rw [h]; ring
@[simp] theorem sin_sq_add_cos_sq (x : ℝ) : sin x ^ 2 + cos x ^ 2 = 1 := by
  rw [add_comm, cos_sq_add_sin_sq]
theorem sin_sq (x : ℝ) : sin x ^ 2 = 1 - cos x ^ 2 := by rw [← cos_sq_add_sin_sq x]; ring
theorem cos_sq' (x : ℝ) : cos x ^ 2 = 1 - sin x ^ 2 := by rw [← cos_sq_add_sin_sq x]; ring
theorem abs_cos_le_one (x : ℝ) : |cos x| ≤ 1 := abs_le_of_sq_le_sq
  (le_of_sub (sq_nonneg (sin x)) (by rw [sin_sq]; ring)) zero_le_one
theorem abs_sin_le_one (x : ℝ) : |sin x| ≤ 1 := abs_le_of_sq_le_sq
  (le_of_sub (sq_nonneg (cos x)) (by rw [cos_sq']; ring)) zero_le_one
theorem cos_le_one (x : ℝ) : cos x ≤ 1 := (abs_le.1 (abs_cos_le_one x)).2
theorem neg_one_le_cos (x : ℝ) : -1 ≤ cos x := (abs_le.1 (abs_cos_le_one x)).1
theorem sin_le_one (x : ℝ) : sin x ≤ 1 := (abs_le.1 (abs_sin_le_one x)).2
theorem neg_one_le_sin (x : ℝ) : -1 ≤ sin x := (abs_le.1 (abs_sin_le_one x)).1
theorem cos_two_mul (x : ℝ) : cos (2 * x) = 2 * cos x ^ 2 - 1 := by
  rw [two_mul, cos_add, ← pow_two (sin x), sin_sq]; ring
theorem cos_two_mul' (x : ℝ) : cos (2 * x) = cos x ^ 2 - sin x ^ 2 := by rw [two_mul, cos_add]; ring
theorem sin_two_mul (x : ℝ) : sin (2 * x) = 2 * sin x * cos x := by rw [two_mul, sin_add]; ring
theorem cos_sq (x : ℝ) : cos x ^ 2 = 1 / 2 + cos (2 * x) / 2 := by
  rw [cos_two_mul, div_add_div_same, eq_div_iff two_ne_zero]; ring
theorem cos_three_mul (x : ℝ) : cos (3 * x) = 4 * cos x ^ 3 - 3 * cos x := by
  rw [show 3 * x = 2 * x + x by ring, cos_add, cos_two_mul, sin_two_mul,
    show 2 * sin x * cos x * sin x = 2 * sin x ^ 2 * cos x by ring, sin_sq]; ring
theorem sin_three_mul (x : ℝ) : sin (3 * x) = 3 * sin x - 4 * sin x ^ 3 := by
  rw [show 3 * x = 2 * x + x by ring, sin_add, cos_two_mul, sin_two_mul,
    show 2 * sin x * cos x * cos x = 2 * sin x * cos x ^ 2 by ring, cos_sq']; ring

/-! Small arguments. -/
private theorem abs_cos_sub_one_le (h : |x| ≤ 1) : |cos x - 1| ≤ 4 * x ^ 2 := by
  have := le_trans (Complex.abs_re_le_norm _) (Complex.norm_cis_sub_le h)
  rw [cis_eq] at this; exact this
/-- For `|x| ≤ 1` the sine is close to `x`. -/
theorem abs_sin_sub_self_le (h : |x| ≤ 1) : |sin x - x| ≤ 4 * x ^ 2 := by
  have := le_trans (Complex.abs_im_le_norm _) (Complex.norm_cis_sub_le h)
  rw [cis_eq] at this; exact this
private theorem eighth_le_one (h₀ : 0 ≤ x) (h : x ≤ 1 / 8) : |x| ≤ 1 := by
  rw [abs_of_nonneg h₀]
  exact le_trans h ((div_le_one (by rw [show (8 : ℝ) = 4 + 4 by ring]; exact add_pos four_pos four_pos)).2
    (by rw [show (8 : ℝ) = 1 + 7 by ring]; exact le_of_sub (Nat.ofNat_nonneg 7) (by ring)))
private theorem eight_mul_le (h : x ≤ 1 / 8) : 8 * x ≤ 1 := by
  have := mul_le_mul_of_nonneg_left h (Nat.ofNat_nonneg (R := ℝ) 8)
  rw [mul_one_div, div_self (OfNat.ofNat_ne_zero 8)] at this; exact this
private theorem sin_pos_of_small (h₀ : 0 < x) (h : x ≤ 1 / 8) : 0 < sin x := by
  have := (abs_le.1 (abs_sin_sub_self_le (eighth_le_one h₀.le h))).1
  exact lt_of_sub (add_pos_of_pos_of_nonneg (mul_pos h₀ (half_pos zero_lt_one)) (add_nonneg
    (sub_nonneg.2 this) (mul_nonneg h₀.le (div_nonneg (sub_nonneg.2 (eight_mul_le h)) two_pos.le)))) (by ring)
private theorem cos_pos_of_small (h₀ : 0 ≤ x) (h : x ≤ 1 / 8) : 0 < cos x := by
  have := (abs_le.1 (abs_cos_sub_one_le (eighth_le_one h₀ h))).1
  have h8 := sub_nonneg.2 (eight_mul_le h)
  exact lt_of_sub (add_pos_of_pos_of_nonneg (half_pos zero_lt_one) (add_nonneg (sub_nonneg.2 this)
    (div_nonneg (add_nonneg (mul_nonneg h8 (add_nonneg h₀ zero_le_one)) (mul_nonneg h₀
      (show (0 : ℝ) ≤ 7 from Nat.ofNat_nonneg 7))) two_pos.le))) (by ring)

private theorem abs_cos_add_sub_le (x : ℝ) {h : ℝ} (hh : |h| ≤ 1) : |cos (x + h) - cos x| ≤ 9 * |h| := by
  have h₁ := abs_cos_sub_one_le hh
  have h₂ := abs_sin_sub_self_le hh
  have h₃ : |sin h| ≤ |h| + 4 * h ^ 2 := by
    rw [show sin h = h + (sin h - h) by ring]
    exact le_trans (abs_add_le _ _) (add_le_add_left h₂ _)
  have h₄ : h ^ 2 ≤ |h| := by
    rw [← sq_abs]
    exact le_of_sub (mul_nonneg (abs_nonneg h) (sub_nonneg.2 hh)) (by ring)
  rw [cos_add, show cos x * cos h - sin x * sin h - cos x = cos x * (cos h - 1) + -(sin x * sin h) by ring]
  refine le_trans (abs_add_le _ _) ?_
  rw [abs_neg, abs_mul, abs_mul]
  have h₅ := mul_le_mul (abs_cos_le_one x) h₁ (abs_nonneg _) zero_le_one
  have h₆ := mul_le_mul (abs_sin_le_one x) h₃ (abs_nonneg _) zero_le_one
  exact le_of_sub (add_nonneg (add_nonneg (sub_nonneg.2 h₅) (sub_nonneg.2 h₆)) (mul_nonneg
    (show (0 : ℝ) ≤ 8 from Nat.ofNat_nonneg 8) (sub_nonneg.2 h₄))) (by ring)

/-- Multiples of 1/8 satisfy two-step recurrences; so `cos` cannot stay positive on them. -/
private theorem exists_cos_nonpos : ∃ x : ℝ, 0 ≤ x ∧ cos x ≤ 0 := by
  refine Classical.byContradiction fun hn => ?_
  have pos : ∀ x : ℝ, 0 ≤ x → 0 < cos x := fun x hx => not_le.1 fun h => hn ⟨x, hx, h⟩
  have hd : (0 : ℝ) < 1 / 8 := one_div_pos.2 (Nat.ofNat_pos (n := 8))
  have hσ := sin_pos_of_small hd (le_refl _)
  generalize (1 / 8 : ℝ) = d at hd hσ
  have s₂ : ∀ k : ℕ, sin ((k + 2 : ℕ) * d) = sin (k * d) + 2 * cos ((k + 1 : ℕ) * d) * sin d := fun k => by
    have e₁ : ((k + 2 : ℕ) : ℝ) * d = (k + 1 : ℕ) * d + d := by
      rw [show k + 2 = k + 1 + 1 from rfl, Nat.cast_add_one (k + 1)]; ring
    have e₂ : (k : ℝ) * d = (k + 1 : ℕ) * d - d := by rw [Nat.cast_add_one]; ring
    rw [e₁, e₂, sin_add, sin_sub]; ring
  have c₂ : ∀ k : ℕ, cos ((k + 2 : ℕ) * d) = cos (k * d) - 2 * sin ((k + 1 : ℕ) * d) * sin d := fun k => by
    have e₁ : ((k + 2 : ℕ) : ℝ) * d = (k + 1 : ℕ) * d + d := by
      rw [show k + 2 = k + 1 + 1 from rfl, Nat.cast_add_one (k + 1)]; ring
    have e₂ : (k : ℝ) * d = (k + 1 : ℕ) * d - d := by rw [Nat.cast_add_one]; ring
    rw [e₁, e₂, cos_add, cos_sub]; ring
  have hc : ∀ k : ℕ, 0 < cos (k * d) := fun k => pos _ (mul_nonneg (Nat.cast_nonneg k) hd.le)
  have hs : ∀ k : ℕ, sin d ≤ sin ((2 * k + 1 : ℕ) * d) := fun k => by
    induction k with
    | zero => rw [Nat.mul_zero, Nat.zero_add, Nat.cast_one, one_mul]; exact le_refl _
    | succ k ih =>
      rw [show 2 * (k + 1) + 1 = 2 * k + 1 + 2 by omega, s₂]
      exact le_of_sub (add_nonneg (sub_nonneg.2 ih) (mul_nonneg (mul_nonneg two_pos.le
        (hc (2 * k + 1 + 1)).le) hσ.le)) (by ring)
  have hb : ∀ k : ℕ, cos ((2 * k : ℕ) * d) ≤ 1 - k * (2 * (sin d * sin d)) := fun k => by
    induction k with
    | zero =>
      rw [Nat.mul_zero, Nat.cast_zero, zero_mul, zero_mul, cos_zero, sub_zero]; exact le_refl _
    | succ k ih =>
      rw [show 2 * (k + 1) = 2 * k + 2 by omega, c₂, Nat.cast_add_one k]
      have := mul_le_mul_of_nonneg_right (hs k) hσ.le
      exact le_of_sub (add_nonneg (sub_nonneg.2 ih) (mul_nonneg two_pos.le (sub_nonneg.2 this))) (by ring)
  have hq : 0 < 2 * (sin d * sin d) := mul_pos two_pos (mul_pos hσ hσ)
  obtain ⟨n, h⟩ := exists_nat_gt (1 / (2 * (sin d * sin d)))
  rw [div_lt_iff₀ hq] at h
  exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg (add_pos (hc (2 * n)) (sub_pos.2 h))
    (sub_nonneg.2 (hb n))) (by ring))

/-- The least positive zero of `cos`. -/
private def quarter : ℝ := sInf {x | 0 ≤ x ∧ cos x ≤ 0}
private theorem quarter_isGLB : IsGLB {x : ℝ | 0 ≤ x ∧ cos x ≤ 0} quarter :=
  isGLB_sInf exists_cos_nonpos ⟨0, fun _ h => h.1⟩
private theorem eighth_le_quarter : 1 / 8 ≤ quarter := quarter_isGLB.2 fun _ ⟨h₀, h₁⟩ =>
  not_lt.1 fun h => not_le_of_gt (cos_pos_of_small h₀ h.le) h₁
private theorem quarter_pos : 0 < quarter :=
  lt_of_lt_of_le (one_div_pos.2 (Nat.ofNat_pos (n := 8))) eighth_le_quarter
private theorem cos_pos_of_lt_quarter (h₀ : 0 ≤ x) (h : x < quarter) : 0 < cos x :=
  not_le.1 fun h' => not_le_of_gt h (quarter_isGLB.1 ⟨h₀, h'⟩)
private theorem cos_quarter : cos quarter = 0 := by
  have h9 : (0 : ℝ) < 9 := Nat.ofNat_pos (n := 9)
  have bound : ∀ c : ℝ, |c| ≤ 1 → |c / 18| ≤ 1 ∧ 9 * |c / 18| = |c| / 2 := fun c hc => by
    have h18 : (0 : ℝ) < 18 := Nat.ofNat_pos (n := 18)
    rw [abs_div, abs_of_pos h18]
    refine ⟨(div_le_one h18).2 (le_trans hc ?_), ?_⟩
    · exact le_of_sub (show (0 : ℝ) ≤ 17 from Nat.ofNat_nonneg 17) (by ring)
    · rw [mul_div_assoc', div_eq_div_iff (ne_of_gt h18) two_ne_zero]; ring
  obtain ⟨b₁, b₂⟩ := bound _ (abs_cos_le_one quarter)
  refine le_antisymm (not_lt.1 fun h => ?_) (not_lt.1 fun h => ?_)
  · -- positive: then `cos` is positive a little further, too
    rw [abs_of_pos h] at b₂
    have h18 : 0 < cos quarter / 18 := div_pos h (show (0 : ℝ) < 18 from Nat.ofNat_pos)
    refine not_lt_of_ge (show quarter + cos quarter / 18 ≤ quarter from
      quarter_isGLB.2 fun x ⟨h₀, h₁⟩ => not_lt.1 fun hx => ?_) (lt_of_sub h18 (by ring))
    have hq : quarter ≤ x := not_lt.1 fun h' => not_le_of_gt (cos_pos_of_lt_quarter h₀ h') h₁
    have hd : 0 ≤ x - quarter := sub_nonneg.2 hq
    have hd' : x - quarter ≤ |cos quarter / 18| := by
      rw [abs_of_pos h18]
      exact le_of_sub (sub_nonneg.2 hx.le) (by ring)
    have := (abs_le.1 (abs_cos_add_sub_le quarter (h := x - quarter) (by
      rw [abs_of_nonneg hd]; exact le_trans hd' b₁))).1
    rw [add_sub_cancel, abs_of_nonneg hd] at this
    have h₂ := mul_le_mul_of_nonneg_left hd' h9.le
    rw [b₂] at h₂
    exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg (half_pos h) (add_nonneg (add_nonneg
      (sub_nonneg.2 this) (sub_nonneg.2 h₂)) (sub_nonneg.2 h₁))) (by ring))
  · -- negative: then `cos` is negative a little earlier, too
    have hc := neg_pos.2 h
    rw [abs_of_neg h] at b₂
    have hsm : cos quarter / 18 < 0 := div_neg_of_neg_of_pos h (Nat.ofNat_pos (n := 18))
    have := (abs_le.1 (abs_cos_add_sub_le quarter b₁)).2
    rw [b₂] at this
    have hneg : cos (quarter + cos quarter / 18) ≤ 0 :=
      le_of_sub (add_nonneg (sub_nonneg.2 this) (half_pos hc).le) (by ring)
    have h₀ : 0 ≤ quarter + cos quarter / 18 := by
      have h₁ := neg_one_le_cos quarter
      refine le_trans (sub_nonneg.2 eighth_le_quarter) (le_of_sub (div_nonneg (add_nonneg (sub_nonneg.2 h₁)
        (show (0 : ℝ) ≤ 5 / 4 from div_nonneg (Nat.ofNat_nonneg 5) four_pos.le))
        (Nat.ofNat_nonneg (R := ℝ) 18)) (b := quarter + cos quarter / 18) ?_)
      ring
    exact not_lt_of_ge (quarter_isGLB.1 ⟨h₀, hneg⟩) (lt_of_sub (neg_pos.2 hsm) (by ring))
private theorem sin_pos_of_le_quarter : ∀ (n : ℕ) (x : ℝ), 0 < x → x ≤ quarter → x ≤ 2 ^ n / 8 → 0 < sin x
  | 0, x, h₀, _, h => sin_pos_of_small h₀ (by rw [pow_zero] at h; exact h)
  | n + 1, x, h₀, h₁, h => by
    have hh := half_pos h₀
    have hlt := half_lt_self h₀
    rw [← mul_div_cancel₀ x (two_ne_zero (R := ℝ)), sin_two_mul]
    refine mul_pos (mul_pos two_pos (sin_pos_of_le_quarter n (x / 2) hh (le_trans hlt.le h₁) ?_))
      (cos_pos_of_lt_quarter hh.le (lt_of_lt_of_le hlt h₁))
    rw [div_le_iff₀ two_pos]
    rw [pow_succ] at h
    exact le_trans h (le_of_eq (by rw [div_mul_eq_mul_div]))
private theorem sin_quarter : sin quarter = 1 := by
  have pos : 0 < sin quarter := by
    obtain ⟨n, hn⟩ := exists_nat_gt (quarter * 8)
    refine sin_pos_of_le_quarter n _ quarter_pos (le_refl _) ?_
    rw [le_div_iff₀ (Nat.ofNat_pos (n := 8))]
    have := Nat.lt_two_pow_self (n := n)
    rw [← Nat.cast_lt (R := ℝ), Nat.cast_pow] at this
    exact (lt_trans hn this).le
  have h := sin_sq_add_cos_sq quarter
  rw [cos_quarter, zero_pow (by decide), add_zero] at h
  exact (pow_left_inj₀ pos.le zero_le_one (show 2 ≠ 0 by decide)).1 (by rw [h, one_pow])

/-- The number π: twice the least positive zero of `cos`. -/
@[irreducible] protected def pi : ℝ := 2 * quarter
@[inherit_doc] scoped notation "π" => Real.pi

private theorem pi_eq : π = 2 * quarter := by unfold Real.pi; rfl
private theorem pi_div_two : π / 2 = quarter := by rw [pi_eq, mul_div_cancel_left₀ _ two_ne_zero]
theorem pi_pos : 0 < π := by rw [pi_eq]; exact mul_pos two_pos quarter_pos
theorem pi_nonneg : 0 ≤ π := pi_pos.le
theorem pi_ne_zero : π ≠ 0 := ne_of_gt pi_pos
@[simp] theorem cos_pi_div_two : cos (π / 2) = 0 := by rw [pi_div_two, cos_quarter]
@[simp] theorem sin_pi_div_two : sin (π / 2) = 1 := by rw [pi_div_two, sin_quarter]
@[simp] theorem cos_pi : cos π = -1 := by rw [pi_eq, cos_two_mul, cos_quarter]; ring
@[simp] theorem sin_pi : sin π = 0 := by rw [pi_eq, sin_two_mul, cos_quarter, mul_zero]
@[simp] theorem cos_two_pi : cos (2 * π) = 1 := by rw [cos_two_mul, cos_pi]; ring
@[simp] theorem sin_two_pi : sin (2 * π) = 0 := by rw [sin_two_mul, sin_pi, mul_zero, zero_mul]
theorem cos_add_pi (x : ℝ) : cos (x + π) = -cos x := by rw [cos_add, cos_pi, sin_pi]; ring
theorem sin_add_pi (x : ℝ) : sin (x + π) = -sin x := by rw [sin_add, cos_pi, sin_pi]; ring
theorem cos_add_two_pi (x : ℝ) : cos (x + 2 * π) = cos x := by rw [cos_add, cos_two_pi, sin_two_pi]; ring
theorem sin_add_two_pi (x : ℝ) : sin (x + 2 * π) = sin x := by rw [sin_add, cos_two_pi, sin_two_pi]; ring
theorem cos_sub_pi (x : ℝ) : cos (x - π) = -cos x := by rw [cos_sub, cos_pi, sin_pi]; ring
theorem sin_sub_pi (x : ℝ) : sin (x - π) = -sin x := by rw [sin_sub, cos_pi, sin_pi]; ring
theorem cos_pi_sub (x : ℝ) : cos (π - x) = -cos x := by rw [cos_sub, cos_pi, sin_pi]; ring
theorem sin_pi_sub (x : ℝ) : sin (π - x) = sin x := by rw [sin_sub, cos_pi, sin_pi]; ring
theorem cos_pi_div_two_sub (x : ℝ) : cos (π / 2 - x) = sin x := by
  rw [cos_sub, cos_pi_div_two, sin_pi_div_two]; ring
theorem sin_pi_div_two_sub (x : ℝ) : sin (π / 2 - x) = cos x := by
  rw [sin_sub, cos_pi_div_two, sin_pi_div_two]; ring
theorem cos_add_pi_div_two (x : ℝ) : cos (x + π / 2) = -sin x := by
  rw [cos_add, cos_pi_div_two, sin_pi_div_two]; ring
theorem sin_add_pi_div_two (x : ℝ) : sin (x + π / 2) = cos x := by
  rw [sin_add, cos_pi_div_two, sin_pi_div_two]; ring
theorem sin_nat_mul_pi (n : ℕ) : sin (n * π) = 0 := by
  induction n with
  | zero => rw [Nat.cast_zero, zero_mul, sin_zero]
  | succ n ih => rw [Nat.cast_add_one, add_mul, one_mul, sin_add_pi, ih, neg_zero]
theorem cos_nat_mul_pi (n : ℕ) : cos (n * π) = (-1) ^ n := by
  induction n with
  | zero => rw [Nat.cast_zero, zero_mul, cos_zero, pow_zero]
  | succ n ih => rw [Nat.cast_add_one, add_mul, one_mul, cos_add_pi, ih, pow_succ, mul_neg_one]

theorem cos_pos_of_mem_Ioo {x : ℝ} (hx : x ∈ Set.Ioo (-(π / 2)) (π / 2)) : 0 < cos x := by
  rw [pi_div_two] at hx
  rcases le_total 0 x with h | h
  · exact cos_pos_of_lt_quarter h hx.2
  · rw [← cos_neg]
    exact cos_pos_of_lt_quarter (neg_nonneg.2 h) (neg_lt.1 hx.1)
theorem sin_pos_of_pos_of_lt_pi {x : ℝ} (h0x : 0 < x) (hxp : x < π) : 0 < sin x := by
  rw [← cos_pi_div_two_sub]
  have e : π / 2 + π / 2 = π := add_halves π
  refine cos_pos_of_mem_Ioo ⟨?_, lt_of_sub h0x (by ring)⟩
  rw [← e] at hxp
  exact lt_of_sub (sub_pos.2 hxp) (by ring)
theorem cos_pi_div_three : cos (π / 3) = 1 / 2 := by
  have e : 3 * (π / 3) = π := mul_div_cancel₀ π three_ne_zero
  have h := cos_three_mul (π / 3)
  rw [e, cos_pi] at h
  have hp : 0 < cos (π / 3) := cos_pos_of_mem_Ioo ⟨lt_trans (neg_lt_zero.2 (half_pos pi_pos))
    (div_pos pi_pos three_pos), (div_lt_div_iff_of_pos three_pos two_pos).2
      (mul_lt_mul_of_pos_left (by rw [show (3 : ℝ) = 2 + 1 by ring]; exact lt_of_sub one_pos (by ring)) pi_pos)⟩
  generalize cos (π / 3) = c at *
  have h₁ : (c + 1) * ((2 * c - 1) * (2 * c - 1)) = 0 := by
    rw [show (c + 1) * ((2 * c - 1) * (2 * c - 1)) = 4 * c ^ 3 - 3 * c - -1 by ring, ← h]; ring
  have h₂ := mul_self_eq_zero.1 ((mul_eq_zero.1 h₁).resolve_left (ne_of_gt (add_pos hp one_pos)))
  rw [eq_div_iff two_ne_zero, mul_comm]
  exact sub_eq_zero.1 h₂
theorem sin_pi_div_three : sin (π / 3) = √3 / 2 := by
  have h := sin_sq (π / 3)
  rw [cos_pi_div_three] at h
  have hp : 0 < sin (π / 3) := sin_pos_of_pos_of_lt_pi (div_pos pi_pos three_pos)
    (by rw [div_lt_iff₀ three_pos]; exact lt_of_sub (mul_pos two_pos pi_pos) (by ring))
  rw [eq_div_iff two_ne_zero]
  refine (sqrt_eq_of_mul_self_eq (mul_nonneg hp.le two_pos.le) ?_).symm
  rw [show sin (π / 3) * 2 * (sin (π / 3) * 2) = 4 * sin (π / 3) ^ 2 by ring, h]; ring
theorem cos_pi_div_six : cos (π / 6) = √3 / 2 := by
  rw [← sin_pi_div_three, ← cos_pi_div_two_sub]
  congr 1; ring
theorem sin_pi_div_six : sin (π / 6) = 1 / 2 := by
  rw [← cos_pi_div_three, ← sin_pi_div_two_sub]
  congr 1; ring
theorem cos_pi_div_four : cos (π / 4) = √2 / 2 := by
  have e : 2 * (π / 4) = π / 2 := by ring
  have h := cos_two_mul (π / 4)
  rw [e, cos_pi_div_two] at h
  have hp : 0 < cos (π / 4) := cos_pos_of_mem_Ioo ⟨lt_trans (neg_lt_zero.2 (half_pos pi_pos))
    (div_pos pi_pos four_pos), lt_of_sub (div_pos pi_pos four_pos) (by ring)⟩
  rw [eq_div_iff two_ne_zero]
  refine (sqrt_eq_of_mul_self_eq (mul_nonneg hp.le two_pos.le) ?_).symm
  rw [show cos (π / 4) * 2 * (cos (π / 4) * 2) = 2 * (2 * cos (π / 4) ^ 2 - 1) + 2 by ring, ← h]; ring
theorem sin_pi_div_four : sin (π / 4) = √2 / 2 := by
  rw [← cos_pi_div_four, ← sin_pi_div_two_sub]
  congr 1; ring

end Real
