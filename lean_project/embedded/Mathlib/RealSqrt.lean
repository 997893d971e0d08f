import Mathlib.RealComplete
import Mathlib.RatCast
import Mathlib.Abs
/-!
# Square roots

`Real.sqrt`, also written `√x`, with the lemmas that a proof calls by name, the Archimedean property, and
suprema of sets of real numbers, and nothing else.
-/
universe u
noncomputable section
open Mathlib.Certify (lt_of_sub le_of_sub)

/-- Every element lies below a multiple of every positive element. -/
class Archimedean (R : Type u) [Ring R] [LinearOrder R] : Prop where
  arch : ∀ x : R, ∃ n : ℕ, x < n

theorem exists_nat_gt {R : Type u} [Ring R] [LinearOrder R] [Archimedean R] (x : R) : ∃ n : ℕ, x < n :=
  Archimedean.arch x
theorem exists_nat_ge {R : Type u} [Ring R] [LinearOrder R] [Archimedean R] (x : R) : ∃ n : ℕ, x ≤ n :=
  let ⟨n, h⟩ := exists_nat_gt x; ⟨n, le_of_lt h⟩

instance Real.instArchimedean : Archimedean ℝ := ⟨Real.exists_nat_gt⟩
instance Rat.instArchimedean : Archimedean ℚ := ⟨fun q => by
  obtain ⟨n, h⟩ := Real.exists_nat_gt (q : ℝ)
  exact ⟨n, by rw [← Rat.cast_natCast (K := ℝ), Rat.cast_lt] at h; exact h⟩⟩

namespace Real

/-- A real number whose square is `x ≥ 0`: the supremum of those with a square at most `x`. -/
private theorem exists_root (x : ℝ) (hx : 0 ≤ x) : ∃ y : ℝ, 0 ≤ y ∧ y * y = x := by
  have bound : ∀ s : ℝ, s * s ≤ x → s ≤ x + 1 := fun s hs => by
    refine not_lt.1 fun h => ?_
    have hx' : 0 < x + 1 := add_pos_of_nonneg_of_pos hx zero_lt_one
    exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg (add_pos_of_nonneg_of_pos
      (sq_nonneg (s - (x + 1))) (mul_pos (mul_pos two_pos hx') (sub_pos.2 h)))
      (add_nonneg (sub_nonneg.2 hs) (add_nonneg (sq_nonneg x) (le_of_lt hx')))) (by ring))
  obtain ⟨y, h₁, h₂⟩ := Real.exists_isLUB (s := {s | s * s ≤ x}) ⟨0, by
    show (0 : ℝ) * 0 ≤ x
    rw [mul_zero]; exact hx⟩ ⟨x + 1, fun s hs => bound s hs⟩
  have hy : 0 ≤ y := h₁ (show (0 : ℝ) * 0 ≤ x by rw [mul_zero]; exact hx)
  refine ⟨y, hy, le_antisymm (not_lt.1 fun h => ?_) (not_lt.1 fun h => ?_)⟩
  · -- With `d = (y² - x) / (2 y + 1)` also `y - d` is an upper bound.
    have hk : 0 < 2 * y + 1 := add_pos_of_nonneg_of_pos (mul_nonneg two_pos.le hy) zero_lt_one
    have hd := div_pos (sub_pos.2 h) hk
    have e := div_mul_cancel₀ (y * y - x) (ne_of_gt hk)
    generalize (y * y - x) / (2 * y + 1) = d at hd e
    have e' : x = y * y - d * (2 * y + 1) := by rw [e]; ring
    subst e'
    have hyd : 0 ≤ y - d := Mathlib.Certify.le hk
      (add_nonneg (add_nonneg (mul_nonneg hy hy) hy) hx) (by ring)
    have h₃ : y ≤ y - d := h₂ fun s hs => not_lt.1 fun h₄ => by
      have hs' : s * s ≤ y * y - d * (2 * y + 1) := hs
      have p := sub_pos.2 h₄
      exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg (add_pos_of_pos_of_nonneg
        (add_pos_of_pos_of_nonneg hd (sq_nonneg d)) (sub_nonneg.2 hs'))
        (mul_nonneg p.le (add_nonneg p.le (mul_nonneg two_pos.le hyd)))) (by ring))
    exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg hd (sub_nonneg.2 h₃)) (by ring))
  · -- With `d = t / (2 y + 1 + t)`, where `t = x - y²`, also the square of `y + d` is at most `x`.
    have ht := sub_pos.2 h
    generalize et : x - y * y = t at ht
    have hk : 0 < 2 * y + 1 + t :=
      add_pos (add_pos_of_nonneg_of_pos (mul_nonneg two_pos.le hy) zero_lt_one) ht
    have hd := div_pos ht hk
    have e := div_mul_cancel₀ t (ne_of_gt hk)
    have hd₁ : t / (2 * y + 1 + t) ≤ 1 := (div_le_one hk).2 (le_of_sub
      (add_nonneg (mul_nonneg two_pos.le hy) zero_le_one) (by ring))
    generalize t / (2 * y + 1 + t) = d at hd e hd₁
    have h₃ : y + d ≤ y := h₁ (show (y + d) * (y + d) ≤ x from le_of_sub
      (add_nonneg (mul_nonneg hd.le (sub_nonneg.2 hd₁)) (mul_nonneg hd.le ht.le)) (by
        rw [show x - (y + d) * (y + d) = (x - y * y) - (2 * y * d + d * d) by ring, et]
        conv => lhs; rw [← e]
        ring))
    exact lt_irrefl (0 : ℝ) (lt_of_sub (add_pos_of_pos_of_nonneg hd (sub_nonneg.2 h₃)) (by ring))

open Classical in
/-- The square root of `x`, 0 for negative `x`; also written `√x`. -/
@[irreducible, pp_nodot] def sqrt (x : ℝ) : ℝ := if h : 0 ≤ x then choose (exists_root x h) else 0

@[inherit_doc] prefix:max "√" => Real.sqrt

variable {x y : ℝ}

theorem sqrt_eq_zero_of_nonpos (h : x ≤ 0) : √x = 0 := by
  unfold sqrt
  split
  next h' =>
    obtain ⟨_, e⟩ := Classical.choose_spec (exists_root x h')
    exact mul_self_eq_zero.1 (e.trans (le_antisymm h h'))
  next => rfl
@[simp] theorem sqrt_nonneg (x : ℝ) : 0 ≤ √x := by
  unfold sqrt
  split
  next h => exact (Classical.choose_spec (exists_root x h)).1
  next => exact le_refl 0
@[simp] theorem mul_self_sqrt (h : 0 ≤ x) : √x * √x = x := by
  unfold sqrt
  rw [dif_pos h]
  exact (Classical.choose_spec (exists_root x h)).2
@[simp] theorem sq_sqrt (h : 0 ≤ x) : √x ^ 2 = x := by rw [pow_two, mul_self_sqrt h]
theorem sqrt_eq_of_mul_self_eq (hy : 0 ≤ y) (h : y * y = x) : √x = y := by
  have hx : 0 ≤ x := h ▸ mul_nonneg hy hy
  exact le_antisymm (le_of_mul_self_le_mul_self hy (le_of_eq ((mul_self_sqrt hx).trans h.symm)))
    (le_of_mul_self_le_mul_self (sqrt_nonneg x) (le_of_eq (h.trans (mul_self_sqrt hx).symm)))
@[simp] theorem sqrt_mul_self (h : 0 ≤ x) : √(x * x) = x := sqrt_eq_of_mul_self_eq h rfl
@[simp] theorem sqrt_sq (h : 0 ≤ x) : √(x ^ 2) = x := by rw [pow_two, sqrt_mul_self h]
theorem sqrt_mul_self_eq_abs (x : ℝ) : √(x * x) = |x| :=
  sqrt_eq_of_mul_self_eq (abs_nonneg x) (abs_mul_abs_self x)
theorem sqrt_sq_eq_abs (x : ℝ) : √(x ^ 2) = |x| := by rw [pow_two, sqrt_mul_self_eq_abs]
@[simp] theorem sqrt_zero : √0 = 0 := sqrt_eq_zero_of_nonpos (le_refl 0)
@[simp] theorem sqrt_one : √1 = 1 := sqrt_eq_of_mul_self_eq zero_le_one (mul_one 1)
theorem sqrt_eq_iff_mul_self_eq (hx : 0 ≤ x) (hy : 0 ≤ y) : √x = y ↔ x = y * y :=
  ⟨fun h => by rw [← h, mul_self_sqrt hx], fun h => sqrt_eq_of_mul_self_eq hy h.symm⟩
theorem sqrt_eq_iff_mul_self_eq_of_pos (h : 0 < y) : √x = y ↔ y * y = x := by
  refine ⟨fun e => ?_, sqrt_eq_of_mul_self_eq h.le⟩
  rw [← e]
  refine mul_self_sqrt (le_of_not_gt fun hx => ?_)
  rw [sqrt_eq_zero_of_nonpos hx.le] at e
  exact lt_irrefl _ (e ▸ h)
theorem sqrt_eq_iff_eq_sq (hx : 0 ≤ x) (hy : 0 ≤ y) : √x = y ↔ x = y ^ 2 := by
  rw [pow_two, sqrt_eq_iff_mul_self_eq hx hy]
theorem sqrt_eq_cases : √x = y ↔ y * y = x ∧ 0 ≤ y ∨ x < 0 ∧ y = 0 := by
  constructor
  · rintro rfl
    rcases lt_or_ge x 0 with h | h
    · exact .inr ⟨h, sqrt_eq_zero_of_nonpos h.le⟩
    · exact .inl ⟨mul_self_sqrt h, sqrt_nonneg x⟩
  · rintro (⟨rfl, h⟩ | ⟨h, rfl⟩)
    · exact sqrt_mul_self h
    · exact sqrt_eq_zero_of_nonpos h.le

theorem sqrt_le_sqrt (h : x ≤ y) : √x ≤ √y := by
  rcases lt_or_ge x 0 with hx | hx
  · rw [sqrt_eq_zero_of_nonpos hx.le]; exact sqrt_nonneg y
  · refine le_of_mul_self_le_mul_self (sqrt_nonneg y) ?_
    rw [mul_self_sqrt hx, mul_self_sqrt (le_trans hx h)]; exact h
theorem sqrt_lt_sqrt (hx : 0 ≤ x) (h : x < y) : √x < √y := by
  refine lt_of_mul_self_lt_mul_self₀ (sqrt_nonneg y) ?_
  rw [mul_self_sqrt hx, mul_self_sqrt (le_trans hx h.le)]; exact h
@[simp] theorem sqrt_le_sqrt_iff (hy : 0 ≤ y) : √x ≤ √y ↔ x ≤ y :=
  ⟨fun h => not_lt.1 fun h' => not_le_of_gt (sqrt_lt_sqrt hy h') h, sqrt_le_sqrt⟩
@[simp] theorem sqrt_lt_sqrt_iff (hx : 0 ≤ x) : √x < √y ↔ x < y :=
  ⟨fun h => not_le.1 fun h' => not_le_of_gt h (sqrt_le_sqrt h'), sqrt_lt_sqrt hx⟩
theorem sqrt_le_left (hy : 0 ≤ y) : √x ≤ y ↔ x ≤ y ^ 2 := by
  rw [← sqrt_sq hy, sqrt_le_sqrt_iff (sq_nonneg y), sqrt_sq hy]
theorem sqrt_le_iff : √x ≤ y ↔ 0 ≤ y ∧ x ≤ y ^ 2 :=
  ⟨fun h => have hy := le_trans (sqrt_nonneg x) h; ⟨hy, (sqrt_le_left hy).1 h⟩,
    fun h => (sqrt_le_left h.1).2 h.2⟩
theorem sqrt_le_sqrt_iff' (hx : 0 < x) : √x ≤ √y ↔ x ≤ y := by
  refine ⟨fun h => ?_, sqrt_le_sqrt⟩
  refine not_lt.1 fun h' => ?_
  rcases lt_or_ge y 0 with hy | hy
  · rw [sqrt_eq_zero_of_nonpos hy.le] at h
    have := sqrt_lt_sqrt (le_refl 0) hx
    rw [sqrt_zero] at this
    exact not_le_of_gt this h
  · exact not_le_of_gt (sqrt_lt_sqrt hy h') h
theorem sqrt_lt_sqrt_iff_of_pos (hy : 0 < y) : √x < √y ↔ x < y := by
  rw [← not_le, sqrt_le_sqrt_iff' hy, not_le]
theorem sqrt_lt' (hy : 0 < y) : √x < y ↔ x < y ^ 2 := by
  rw [← sqrt_sq hy.le, sqrt_lt_sqrt_iff_of_pos (pow_pos hy 2), sqrt_sq hy.le]
theorem sqrt_lt (hx : 0 ≤ x) (hy : 0 ≤ y) : √x < y ↔ x < y ^ 2 := by
  rw [← sqrt_lt_sqrt_iff hx, sqrt_sq hy]
theorem le_sqrt (hx : 0 ≤ x) (hy : 0 ≤ y) : x ≤ √y ↔ x ^ 2 ≤ y := by
  rw [← sqrt_le_sqrt_iff hy, sqrt_sq hx]
theorem le_sqrt' (hx : 0 < x) : x ≤ √y ↔ x ^ 2 ≤ y := by
  rw [← sqrt_le_sqrt_iff' (pow_pos hx 2), sqrt_sq hx.le]
theorem lt_sqrt (hx : 0 ≤ x) : x < √y ↔ x ^ 2 < y := by
  rw [← sqrt_lt_sqrt_iff (sq_nonneg x), sqrt_sq hx]
theorem lt_sq_of_sqrt_lt (h : √x < y) : x < y ^ 2 :=
  (sqrt_lt' (lt_of_le_of_lt (sqrt_nonneg x) h)).1 h
theorem abs_le_sqrt (h : x ^ 2 ≤ y) : |x| ≤ √y := by
  rw [← sqrt_sq_eq_abs]; exact sqrt_le_sqrt h

theorem sq_le (h : 0 ≤ y) : x ^ 2 ≤ y ↔ -√y ≤ x ∧ x ≤ √y := by
  rw [← abs_le, le_sqrt (abs_nonneg x) h, sq_abs]
theorem le_sqrt_of_sq_le (h : x ^ 2 ≤ y) : x ≤ √y := ((sq_le (le_trans (sq_nonneg x) h)).1 h).2
theorem neg_sqrt_le_of_sq_le (h : x ^ 2 ≤ y) : -√y ≤ x := ((sq_le (le_trans (sq_nonneg x) h)).1 h).1
theorem sq_lt : x ^ 2 < y ↔ -√y < x ∧ x < √y := by
  rw [← abs_lt, lt_sqrt (abs_nonneg x), sq_abs]
theorem lt_sqrt_of_sq_lt (h : x ^ 2 < y) : x < √y := (sq_lt.1 h).2
theorem neg_sqrt_lt_of_sq_lt (h : x ^ 2 < y) : -√y < x := (sq_lt.1 h).1

@[simp] theorem sqrt_inj (hx : 0 ≤ x) (hy : 0 ≤ y) : √x = √y ↔ x = y :=
  ⟨fun h => by rw [← mul_self_sqrt hx, h, mul_self_sqrt hy], fun h => h ▸ rfl⟩
@[simp] theorem sqrt_eq_zero (h : 0 ≤ x) : √x = 0 ↔ x = 0 := by
  have := sqrt_inj h (le_refl 0)
  rw [sqrt_zero] at this; exact this
theorem sqrt_eq_zero' : √x = 0 ↔ x ≤ 0 :=
  ⟨fun h => not_lt.1 fun h' => ne_of_gt h' ((sqrt_eq_zero h'.le).1 h), sqrt_eq_zero_of_nonpos⟩
@[simp] theorem sqrt_pos : 0 < √x ↔ 0 < x := by
  have := sqrt_lt_sqrt_iff (x := 0) (y := x) (le_refl 0)
  rw [sqrt_zero] at this; exact this
@[simp] theorem one_le_sqrt : 1 ≤ √x ↔ 1 ≤ x := by
  have := sqrt_le_sqrt_iff' (x := 1) (y := x) zero_lt_one
  rw [sqrt_one] at this; exact this
@[simp] theorem sqrt_le_one : √x ≤ 1 ↔ x ≤ 1 := by
  have := sqrt_le_sqrt_iff (x := x) (y := 1) zero_le_one
  rw [sqrt_one] at this; exact this
theorem sqrt_pos_of_pos (h : 0 < x) : 0 < √x := sqrt_pos.2 h
theorem sqrt_ne_zero (h : 0 ≤ x) : √x ≠ 0 ↔ x ≠ 0 := not_congr (sqrt_eq_zero h)
theorem sqrt_ne_zero' : √x ≠ 0 ↔ 0 < x := by rw [Ne, sqrt_eq_zero', not_le]
@[simp] theorem sqrt_eq_one : √x = 1 ↔ x = 1 := by
  rw [sqrt_eq_iff_mul_self_eq_of_pos zero_lt_one, mul_one, eq_comm]

@[simp] theorem sqrt_mul (hx : 0 ≤ x) (y : ℝ) : √(x * y) = √x * √y := by
  rcases lt_or_ge y 0 with hy | hy
  · rw [sqrt_eq_zero_of_nonpos hy.le, mul_zero,
      sqrt_eq_zero_of_nonpos (mul_nonpos_of_nonneg_of_nonpos hx hy.le)]
  · refine sqrt_eq_of_mul_self_eq (mul_nonneg (sqrt_nonneg x) (sqrt_nonneg y)) ?_
    rw [mul_mul_mul_comm, mul_self_sqrt hx, mul_self_sqrt hy]
@[simp] theorem sqrt_mul' (x : ℝ) {y : ℝ} (hy : 0 ≤ y) : √(x * y) = √x * √y := by
  rw [mul_comm, sqrt_mul hy, mul_comm]
@[simp] theorem sqrt_inv (x : ℝ) : √x⁻¹ = (√x)⁻¹ := by
  rcases lt_or_ge x 0 with h | h
  · rw [sqrt_eq_zero_of_nonpos h.le, inv_zero, sqrt_eq_zero_of_nonpos (inv_nonpos.2 h.le)]
  · refine sqrt_eq_of_mul_self_eq (inv_nonneg.2 (sqrt_nonneg x)) ?_
    rw [← mul_inv, mul_self_sqrt h]
@[simp] theorem sqrt_div (hx : 0 ≤ x) (y : ℝ) : √(x / y) = √x / √y := by
  rw [div_eq_mul_inv, sqrt_mul hx, sqrt_inv, div_eq_mul_inv]
@[simp] theorem sqrt_div' (x : ℝ) {y : ℝ} (hy : 0 ≤ y) : √(x / y) = √x / √y := by
  rw [div_eq_mul_inv, sqrt_mul' x (inv_nonneg.2 hy), sqrt_inv, div_eq_mul_inv]
@[simp] theorem div_sqrt : x / √x = √x := by
  rcases lt_or_ge 0 x with h | h
  · rw [div_eq_iff (ne_of_gt (sqrt_pos.2 h)), mul_self_sqrt h.le]
  · rw [sqrt_eq_zero_of_nonpos h, div_zero]
theorem sqrt_div_self' : √x / x = 1 / √x := by
  have := congrArg (·⁻¹) (div_sqrt (x := x))
  rw [inv_div] at this; rw [this, one_div]
theorem sqrt_div_self : √x / x = (√x)⁻¹ := by rw [sqrt_div_self', one_div]

end Real
