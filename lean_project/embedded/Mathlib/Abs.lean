import Mathlib.OrderedField
/-!
# Absolute value

Lemmas about `|a|` in linearly ordered rings and fields under Mathlib's names, and nothing else.
-/
universe u

set_option linter.unusedSectionVars false

section Ring
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R] {a b c : R}

theorem abs_of_nonneg (h : 0 ≤ a) : |a| = a := max_eq_left (le_trans (neg_nonpos.2 h) h)
theorem abs_of_pos (h : 0 < a) : |a| = a := abs_of_nonneg (le_of_lt h)
theorem abs_of_nonpos (h : a ≤ 0) : |a| = -a := max_eq_right (le_trans h (neg_nonneg.2 h))
theorem abs_of_neg (h : a < 0) : |a| = -a := abs_of_nonpos (le_of_lt h)
theorem abs_choice (a : R) : |a| = a ∨ |a| = -a :=
  (le_total 0 a).elim (fun h => .inl (abs_of_nonneg h)) fun h => .inr (abs_of_nonpos h)
theorem abs_cases (a : R) : |a| = a ∧ 0 ≤ a ∨ |a| = -a ∧ a < 0 :=
  (lt_or_ge a 0).elim (fun h => .inr ⟨abs_of_neg h, h⟩) fun h => .inl ⟨abs_of_nonneg h, h⟩
theorem abs_eq_max_neg : |a| = max a (-a) := rfl
@[simp] theorem abs_zero : |(0 : R)| = 0 := abs_of_nonneg (le_refl 0)
@[simp] theorem abs_one : |(1 : R)| = 1 := abs_of_pos zero_lt_one
@[simp] theorem Nat.abs_cast (n : ℕ) : |(n : R)| = n := abs_of_nonneg (Nat.cast_nonneg n)
@[simp] theorem Nat.abs_ofNat (n : ℕ) [Nat.AtLeastTwo n] :
    |(no_index (OfNat.ofNat n) : R)| = OfNat.ofNat n := Nat.abs_cast n
theorem le_abs_self (a : R) : a ≤ |a| := le_max_left a (-a)
theorem neg_le_abs (a : R) : -a ≤ |a| := le_max_right a (-a)
@[simp] theorem abs_nonneg (a : R) : 0 ≤ |a| :=
  (le_total 0 a).elim (fun h => le_trans h (le_abs_self a)) fun h =>
    le_trans (neg_nonneg.2 h) (neg_le_abs a)
@[simp] theorem abs_neg (a : R) : |-a| = |a| := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h, abs_of_nonpos (neg_nonpos.2 h), neg_neg]
  · rw [abs_of_nonpos h, abs_of_nonneg (neg_nonneg.2 h)]
@[simp] theorem abs_abs (a : R) : |(|a|)| = |a| := abs_of_nonneg (abs_nonneg a)
theorem neg_abs_le (a : R) : -|a| ≤ a := by
  have := neg_le_neg (neg_le_abs a)
  rw [neg_neg] at this; exact this
@[simp] theorem abs_eq_zero : |a| = 0 ↔ a = 0 := by
  rcases abs_choice a with h | h <;> rw [h]
  exact neg_eq_zero
@[simp] theorem abs_pos : 0 < |a| ↔ a ≠ 0 :=
  ⟨fun h e => lt_irrefl (0 : R) (by rw [e, abs_zero] at h; exact h),
    fun h => lt_of_le_of_ne (abs_nonneg a) fun e => h (abs_eq_zero.1 e.symm)⟩
theorem abs_ne_zero : |a| ≠ 0 ↔ a ≠ 0 := not_congr abs_eq_zero
@[simp] theorem abs_nonpos_iff : |a| ≤ 0 ↔ a = 0 :=
  ⟨fun h => abs_eq_zero.1 (le_antisymm h (abs_nonneg a)), fun h => by rw [h, abs_zero]; exact le_refl 0⟩
theorem abs_pos_of_pos (h : 0 < a) : 0 < |a| := abs_pos.2 (ne_of_gt h)
@[simp] theorem abs_eq_self : |a| = a ↔ 0 ≤ a := ⟨fun h => h ▸ abs_nonneg a, abs_of_nonneg⟩
@[simp] theorem abs_eq_neg_self : |a| = -a ↔ a ≤ 0 :=
  ⟨fun h => neg_nonneg.1 (h ▸ abs_nonneg a), abs_of_nonpos⟩
theorem abs_le' : |a| ≤ b ↔ a ≤ b ∧ -a ≤ b := max_le_iff
theorem abs_le : |a| ≤ b ↔ -b ≤ a ∧ a ≤ b := by
  rw [abs_le', and_comm, neg_le]
theorem abs_lt : |a| < b ↔ -b < a ∧ a < b := by
  constructor
  · intro h
    refine ⟨?_, lt_of_le_of_lt (le_abs_self a) h⟩
    have := neg_lt_neg (lt_of_le_of_lt (neg_le_abs a) h)
    rw [neg_neg] at this; exact this
  · intro h
    rcases abs_choice a with e | e <;> rw [e]
    · exact h.2
    · have := neg_lt_neg h.1
      rw [neg_neg] at this; exact this
theorem le_abs : a ≤ |b| ↔ a ≤ b ∨ a ≤ -b := le_max_iff
theorem le_abs' : a ≤ |b| ↔ b ≤ -a ∨ a ≤ b := by
  rw [le_abs, or_comm, le_neg]
theorem lt_abs : a < |b| ↔ a < b ∨ a < -b := by
  constructor
  · intro h; rcases abs_choice b with e | e <;> rw [e] at h
    · exact .inl h
    · exact .inr h
  · exact fun h => h.elim (fun h => lt_of_lt_of_le h (le_abs_self b))
      fun h => lt_of_lt_of_le h (neg_le_abs b)
theorem abs_eq (hb : 0 ≤ b) : |a| = b ↔ a = b ∨ a = -b := by
  constructor
  · intro h
    rcases abs_choice a with e | e <;> rw [e] at h
    · exact .inl h
    · exact .inr (neg_eq_iff_eq_neg.1 h)
  · rintro (rfl | rfl)
    · exact abs_of_nonneg hb
    · rw [abs_neg]; exact abs_of_nonneg hb
theorem abs_eq_abs : |a| = |b| ↔ a = b ∨ a = -b := by
  rw [abs_eq (abs_nonneg b)]
  constructor
  · rcases abs_choice b with e | e <;> rw [e]
    · exact id
    · rw [neg_neg]; exact Or.symm
  · rcases abs_choice b with e | e <;> rw [e]
    · exact id
    · rw [neg_neg]; exact Or.symm
theorem abs_sub_comm (a b : R) : |a - b| = |b - a| := by rw [← abs_neg, neg_sub]
theorem abs_add_le (a b : R) : |a + b| ≤ |a| + |b| := abs_le.2
  ⟨by rw [neg_add]; exact add_le_add (neg_abs_le a) (neg_abs_le b),
    add_le_add (le_abs_self a) (le_abs_self b)⟩
theorem abs_add (a b : R) : |a + b| ≤ |a| + |b| := abs_add_le a b
theorem abs_sub_le (a b c : R) : |a - c| ≤ |a - b| + |b - c| := by
  rw [← sub_add_sub_cancel a b c]; exact abs_add_le _ _
theorem abs_sub_abs_le_abs_sub (a b : R) : |a| - |b| ≤ |a - b| := by
  rw [sub_le_iff_le_add]
  have := abs_add_le (a - b) b
  rw [sub_add_cancel] at this; exact this
theorem abs_sub_lt_iff : |a - b| < c ↔ a - b < c ∧ b - a < c := by
  rw [abs_lt, and_comm, neg_lt, neg_sub]
theorem abs_sub_le_iff : |a - b| ≤ c ↔ a - b ≤ c ∧ b - a ≤ c := by rw [abs_le', neg_sub]
theorem abs_mul (a b : R) : |a * b| = |a| * |b| := by
  rcases le_total 0 a with ha | ha <;> rcases le_total 0 b with hb | hb
  · rw [abs_of_nonneg ha, abs_of_nonneg hb, abs_of_nonneg (mul_nonneg ha hb)]
  · rw [abs_of_nonneg ha, abs_of_nonpos hb, abs_of_nonpos (mul_nonpos_of_nonneg_of_nonpos ha hb),
      mul_neg]
  · rw [abs_of_nonpos ha, abs_of_nonneg hb, abs_of_nonpos (mul_nonpos_of_nonpos_of_nonneg ha hb),
      neg_mul]
  · rw [abs_of_nonpos ha, abs_of_nonpos hb, abs_of_nonneg (mul_nonneg_of_nonpos_of_nonpos ha hb),
      neg_mul_neg]
theorem abs_mul_abs_self (a : R) : |a| * |a| = a * a := by
  rw [← abs_mul, abs_of_nonneg (mul_self_nonneg a)]
@[simp] theorem sq_abs (a : R) : |a| ^ 2 = a ^ 2 := by rw [pow_two, pow_two, abs_mul_abs_self]
@[simp] theorem abs_sq (a : R) : |a ^ 2| = a ^ 2 := abs_of_nonneg (sq_nonneg a)
theorem abs_pow (a : R) : ∀ n : ℕ, |a ^ n| = |a| ^ n
  | 0 => by rw [pow_zero, pow_zero, abs_one]
  | n + 1 => by rw [pow_succ, pow_succ, abs_mul, abs_pow a n]
theorem abs_le_abs (h₀ : a ≤ b) (h₁ : -a ≤ b) : |a| ≤ |b| :=
  le_trans (abs_le'.2 ⟨h₀, h₁⟩) (le_abs_self b)
theorem sq_lt_sq : a ^ 2 < b ^ 2 ↔ |a| < |b| := by
  rw [← sq_abs a, ← sq_abs b]
  exact ⟨lt_of_pow_lt_pow_left₀ 2 (abs_nonneg b), fun h => pow_lt_pow_left₀ h (abs_nonneg a) 2 (by decide)⟩
theorem sq_le_sq : a ^ 2 ≤ b ^ 2 ↔ |a| ≤ |b| := by
  rw [← sq_abs a, ← sq_abs b]
  exact ⟨fun h => le_of_sq_le_sq h (abs_nonneg b), fun h => pow_le_pow_left₀ (abs_nonneg a) h 2⟩
theorem sq_lt_sq' (h₁ : -b < a) (h₂ : a < b) : a ^ 2 < b ^ 2 :=
  sq_lt_sq.2 (lt_of_lt_of_le (abs_lt.2 ⟨h₁, h₂⟩) (le_abs_self b))
theorem sq_le_sq' (h₁ : -b ≤ a) (h₂ : a ≤ b) : a ^ 2 ≤ b ^ 2 :=
  sq_le_sq.2 (le_trans (abs_le.2 ⟨h₁, h₂⟩) (le_abs_self b))
theorem abs_lt_of_sq_lt_sq (h : a ^ 2 < b ^ 2) (hb : 0 ≤ b) : |a| < b := by
  rw [← abs_of_nonneg hb]; exact sq_lt_sq.1 h
theorem abs_le_of_sq_le_sq (h : a ^ 2 ≤ b ^ 2) (hb : 0 ≤ b) : |a| ≤ b := by
  rw [← abs_of_nonneg hb]; exact sq_le_sq.1 h
theorem abs_lt_of_sq_lt_sq' (h : a ^ 2 < b ^ 2) (hb : 0 ≤ b) : -b < a ∧ a < b :=
  abs_lt.1 (abs_lt_of_sq_lt_sq h hb)
theorem abs_le_of_sq_le_sq' (h : a ^ 2 ≤ b ^ 2) (hb : 0 ≤ b) : -b ≤ a ∧ a ≤ b :=
  abs_le.1 (abs_le_of_sq_le_sq h hb)
end Ring

theorem sq_eq_sq_iff_abs_eq_abs {R : Type u} [CommRing R] [LinearOrder R] [IsStrictOrderedRing R]
    (a b : R) : a ^ 2 = b ^ 2 ↔ |a| = |b| := by rw [sq_eq_sq_iff_eq_or_eq_neg, abs_eq_abs]

section Field
variable {K : Type u} [Field K] [LinearOrder K] [IsStrictOrderedRing K]
theorem abs_inv (a : K) : |a⁻¹| = |a|⁻¹ := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h, abs_of_nonneg (inv_nonneg.2 h)]
  · rw [abs_of_nonpos h, abs_of_nonpos (inv_nonpos.2 h), neg_inv]
theorem abs_div (a b : K) : |a / b| = |a| / |b| := by
  rw [div_eq_mul_inv, abs_mul, abs_inv, ← div_eq_mul_inv]
theorem abs_one_div (a : K) : |1 / a| = 1 / |a| := by rw [abs_div, abs_one]
end Field

/-! Absolute values of integers and of natural numbers. -/

theorem Int.abs_def (a : ℤ) : |a| = max a (-a) := rfl
theorem Int.abs_eq_natAbs (a : ℤ) : |a| = (a.natAbs : ℤ) := by rw [Int.abs_def]; omega
@[simp] theorem Int.natCast_natAbs (a : ℤ) : (a.natAbs : ℤ) = |a| := (Int.abs_eq_natAbs a).symm
@[simp] theorem Int.natAbs_abs (a : ℤ) : |a|.natAbs = a.natAbs := by rw [Int.abs_def]; omega
@[simp, norm_cast] theorem Int.cast_abs {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R]
    {a : ℤ} : ((|a| : ℤ) : R) = |(a : R)| := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h, abs_of_nonneg (Int.cast_nonneg.2 h)]
  · rw [abs_of_nonpos h, abs_of_nonpos (Int.cast_nonpos.2 h), Int.cast_neg]
