prelude
import Init.Int.Div

/-! Minimum, maximum, absolute value, natural part. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Int

protected theorem min_def (n m : Int) : min n m = if n ≤ m then n else m := rfl
protected theorem max_def (n m : Int) : max n m = if n ≤ m then m else n := rfl

protected theorem min_le_left (a b : Int) : min a b ≤ a := by
  rw [Int.min_def]
  split
  exact Int.le_refl _
  exact Int.le_of_lt (Int.not_le.1 ‹_›)

protected theorem min_le_right (a b : Int) : min a b ≤ b := by
  rw [Int.min_def]
  split
  assumption
  exact Int.le_refl _

protected theorem le_max_left (a b : Int) : a ≤ max a b := by
  rw [Int.max_def]
  split
  assumption
  exact Int.le_refl _

protected theorem le_max_right (a b : Int) : b ≤ max a b := by
  rw [Int.max_def]
  split
  exact Int.le_refl _
  exact Int.le_of_lt (Int.not_le.1 ‹_›)

theorem negSucc_lt_zero (n : Nat) : negSucc n < 0 := by
  have h := diff_neg 0 n
  rw [Nat.zero_add] at h
  rw [← h, zero_diff, diff_lt]
  exact Nat.succ_pos _

theorem toNat_eq_max : ∀ a : Int, (toNat a : Int) = max a 0
  | ofNat n => by
    rw [Int.max_def]; split
    · have h : ofNat n ≤ 0 := ‹_›
      exact Int.le_antisymm h (natCast_nonneg n)
    · rfl
  | negSucc n => by rw [Int.max_def, if_pos (Int.le_of_lt (negSucc_lt_zero n))]; rfl

theorem toNat_of_nonneg {a : Int} (h : 0 ≤ a) : (toNat a : Int) = a := by
  obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le h
  rfl

theorem le_natAbs {a : Int} : a ≤ natAbs a :=
  match a with
  | ofNat _ => Int.le_refl _
  | negSucc n => Int.le_of_lt (Int.lt_of_lt_of_le (negSucc_lt_zero n) (natCast_nonneg _))

theorem natAbs_dichotomy (a : Int) : 0 ≤ a ∧ (natAbs a : Int) = a ∨ a < 0 ∧ (natAbs a : Int) = -a :=
  match a with
  | ofNat n => .inl ⟨natCast_nonneg n, rfl⟩
  | negSucc n => .inr ⟨negSucc_lt_zero n, rfl⟩

@[simp] theorem natAbs_natCast (n : Nat) : natAbs (n : Int) = n := rfl
end Int
