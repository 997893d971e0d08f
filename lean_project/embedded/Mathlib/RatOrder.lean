import Mathlib.Rat
/-!
# The order of the rational numbers

`ℚ` is linearly ordered, and its order respects the operations, and nothing else.
-/

namespace Rat

private theorem den_pos' (q : ℚ) : (0 : ℤ) < q.den := Int.ofNat_lt.2 q.den_pos
private theorem zero_eq : (0 : ℚ) = normalize 0 1 := rfl

section Fractions
variable {n m : ℤ} {d e : ℕ} {hd : d ≠ 0} {he : e ≠ 0}

private theorem cross_le {a b x y d e : ℤ} (hb : 0 < b) (hy : 0 < y) (hd : 0 < d) (he : 0 < e)
    (h₁ : a * d = n * b) (h₂ : x * e = m * y) : a * y ≤ x * b ↔ n * e ≤ m * d := by
  have k₁ : a * y * (d * e) = n * e * (b * y) := by
    rw [show a * y * (d * e) = (a * d) * (y * e) by ring, h₁]; ring
  have k₂ : x * b * (d * e) = m * d * (b * y) := by
    rw [show x * b * (d * e) = (x * e) * (b * d) by ring, h₂]; ring
  constructor
  · intro h
    have := Int.mul_le_mul_of_nonneg_right h (Int.le_of_lt (Int.mul_pos hd he))
    rw [k₁, k₂] at this
    exact Int.le_of_mul_le_mul_right this (Int.mul_pos hb hy)
  · intro h
    have := Int.mul_le_mul_of_nonneg_right h (Int.le_of_lt (Int.mul_pos hb hy))
    rw [← k₁, ← k₂] at this
    exact Int.le_of_mul_le_mul_right this (Int.mul_pos hd he)

theorem normalize_le_normalize : normalize n d hd ≤ normalize m e he ↔ n * e ≤ m * d :=
  cross_le (den_pos' _) (den_pos' _) (by omega) (by omega) (normalize_spec n d hd) (normalize_spec m e he)

end Fractions

protected theorem le_refl (a : ℚ) : a ≤ a := Int.le_refl _
protected theorem le_total (a b : ℚ) : a ≤ b ∨ b ≤ a := Int.le_total _ _
protected theorem le_antisymm {a b : ℚ} (h : a ≤ b) (h' : b ≤ a) : a = b :=
  Rat.eq_iff_mul_eq_mul.2 (Int.le_antisymm h h')
protected theorem le_trans {a b c : ℚ} (h : a ≤ b) (h' : b ≤ c) : a ≤ c := by
  have h₁ := Int.mul_le_mul_of_nonneg_right h (Int.le_of_lt c.den_pos')
  have h₂ := Int.mul_le_mul_of_nonneg_right h' (Int.le_of_lt a.den_pos')
  refine Int.le_of_mul_le_mul_right (c := b.den) ?_ b.den_pos'
  rw [show a.num * c.den * b.den = a.num * b.den * c.den by ring,
    show c.num * a.den * b.den = c.num * b.den * a.den by ring]
  rw [show b.num * a.den * c.den = b.num * c.den * a.den by ring] at h₁
  exact Int.le_trans h₁ h₂
protected theorem not_le {a b : ℚ} : ¬a ≤ b ↔ b < a := Int.not_le
protected theorem add_le_add_left (a b : ℚ) : a ≤ b → ∀ c : ℚ, c + a ≤ c + b := by
  revert a b; refine normalize_ind ?_; intro n d h; refine normalize_ind ?_; intro n' d' h' hab
  refine normalize_ind ?_; intro n'' d'' h''
  rw [normalize_add_normalize, normalize_add_normalize, normalize_le_normalize]
  have key := Int.mul_le_mul_of_nonneg_right (normalize_le_normalize.1 hab)
    (Int.le_of_lt (Int.mul_pos (show (0 : ℤ) < d'' by omega) (show (0 : ℤ) < d'' by omega)))
  have := Int.add_le_add_left key ((n'' * d * d' * d'' : ℤ))
  rw [Int.natCast_mul, Int.natCast_mul]
  rw [show (n'' * d + n * d'') * (d'' * d' : ℤ) = n'' * d * d' * d'' + n * d' * (d'' * d'') by ring,
    show (n'' * d' + n' * d'') * (d'' * d : ℤ) = n'' * d * d' * d'' + n' * d * (d'' * d'') by ring]
  exact this
theorem num_nonneg {q : ℚ} : 0 ≤ q.num ↔ 0 ≤ q := by
  show _ ↔ (0 : ℤ) * q.den ≤ q.num * 1
  rw [Int.zero_mul, Int.mul_one]
theorem num_pos {q : ℚ} : 0 < q.num ↔ 0 < q := by
  show _ ↔ (0 : ℤ) * q.den < q.num * 1
  rw [Int.zero_mul, Int.mul_one]
protected theorem mul_nonneg {a b : ℚ} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  rw [zero_eq, Rat.mul_def, normalize_le_normalize, Int.zero_mul, show ((1 : ℕ) : ℤ) = 1 from rfl,
    Int.mul_one]
  exact Int.mul_nonneg (num_nonneg.2 ha) (num_nonneg.2 hb)

instance linearOrder : LinearOrder ℚ where
  le_refl := Rat.le_refl
  le_trans _ _ _ := Rat.le_trans
  lt_iff_le_not_ge a b :=
    ⟨fun h => ⟨Int.le_of_lt h, Rat.not_le.2 h⟩, fun h => Rat.not_le.1 h.2⟩
  le_antisymm _ _ := Rat.le_antisymm
  max a b := if a ≤ b then b else a
  min a b := if a ≤ b then a else b
  le_sup_left a b := by
    show a ≤ if a ≤ b then b else a
    split
    · assumption
    · exact Rat.le_refl a
  le_sup_right a b := by
    show b ≤ if a ≤ b then b else a
    split
    · exact Rat.le_refl b
    · exact (Rat.le_total a b).resolve_left ‹_›
  sup_le a b c ha hb := by
    show (if a ≤ b then b else a) ≤ c
    split <;> assumption
  inf_le_left a b := by
    show (if a ≤ b then a else b) ≤ a
    split
    · exact Rat.le_refl a
    · exact (Rat.le_total a b).resolve_left ‹_›
  inf_le_right a b := by
    show (if a ≤ b then a else b) ≤ b
    split
    · assumption
    · exact Rat.le_refl b
  le_inf a b c ha hb := by
    show a ≤ if b ≤ c then b else c
    split <;> assumption
  le_total := Rat.le_total
  toDecidableLE := inferInstance
  toDecidableEq := inferInstance
  toDecidableLT := inferInstance

protected theorem mul_pos {a b : ℚ} (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  rw [← Rat.not_le, zero_eq, Rat.mul_def, normalize_le_normalize, Int.zero_mul, Int.not_le,
    show ((1 : ℕ) : ℤ) = 1 from rfl, Int.mul_one]
  exact Int.mul_pos (num_pos.2 ha) (num_pos.2 hb)
protected theorem inv_pos {a : ℚ} (ha : 0 < a) : 0 < a⁻¹ := by
  have h := num_pos.2 ha
  refine num_pos.1 ?_
  show 0 < (Rat.inv a).num
  unfold Rat.inv
  rw [dif_neg (by omega), dif_pos h]
  exact a.den_pos'

instance instIsStrictOrderedRing : IsStrictOrderedRing ℚ :=
  .of_mul_pos Rat.add_le_add_left (by decide) fun _ _ => Rat.mul_pos

end Rat
