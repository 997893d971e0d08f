prelude
import Init.Int.Ring

/-! The order of `Int`. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

/-- Both sides equal up to associativity and commutativity of `Nat`. -/
local macro "nac" : tactic =>
  `(tactic| simp only [Nat.add_assoc, Nat.add_comm, Nat.add_left_comm, Nat.mul_assoc, Nat.mul_comm, Nat.mul_left_comm])

namespace Int

theorem nonneg_diff (a b : Nat) : NonNeg (subNatNat a b) ↔ b ≤ a := by
  rcases rep_nat a b with ⟨k, rfl⟩ | ⟨k, rfl⟩
  · rw [diff_pos]; exact ⟨fun _ => Nat.le_add_right _ _, fun _ => NonNeg.mk k⟩
  · rw [diff_neg]; exact ⟨fun h => (nomatch h), fun h =>
      absurd (Nat.lt_of_lt_of_le (Nat.lt_succ_of_le (Nat.le_add_right a k)) h) (Nat.lt_irrefl _)⟩

theorem diff_le (a b c d : Nat) : subNatNat a b ≤ subNatNat c d ↔ a + d ≤ c + b := by
  show NonNeg (subNatNat c d + -subNatNat a b) ↔ _
  rw [neg_diff, diff_add_diff, nonneg_diff, Nat.add_comm d a]

theorem diff_lt (a b c d : Nat) : subNatNat a b < subNatNat c d ↔ a + d < c + b := by
  show subNatNat a b + 1 ≤ subNatNat c d ↔ _
  rw [one_diff, diff_add_diff, diff_le, Nat.add_zero, Nat.add_right_comm]; exact Iff.rfl

@[simp] protected theorem le_refl (a : Int) : a ≤ a := by
  obtain ⟨a, a', rfl⟩ := rep a
  rw [diff_le]
  exact Nat.le_refl _

protected theorem le_trans {a b c : Int} (h₁ : a ≤ b) (h₂ : b ≤ c) : a ≤ c := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b; obtain ⟨c, c', rfl⟩ := rep c
  rw [diff_le] at *
  have := Nat.add_le_add h₁ h₂
  apply Nat.le_of_add_le_add_right (b := b + b')
  rw [show a + c' + (b + b') = a + b' + (b + c') by nac, show c + a' + (b + b') = b + a' + (c + b') by nac]; exact this

protected theorem le_antisymm {a b : Int} (h₁ : a ≤ b) (h₂ : b ≤ a) : a = b := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b
  rw [diff_le] at *; exact diff_eq (Nat.le_antisymm h₁ h₂)

protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b
  rw [diff_le, diff_le]; exact Nat.le_total _ _

protected theorem not_le {a b : Int} : ¬a ≤ b ↔ b < a := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b
  rw [diff_le, diff_lt]; exact Nat.not_le

protected theorem not_lt {a b : Int} : ¬a < b ↔ b ≤ a := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b
  rw [diff_le, diff_lt]; exact Nat.not_lt

theorem not_le_eq (a b : Int) : (¬a ≤ b) = (b + 1 ≤ a) := propext Int.not_le
theorem not_ge_eq (a b : Int) : (¬a ≥ b) = (a + 1 ≤ b) := not_le_eq b a
theorem not_lt_eq (a b : Int) : (¬a < b) = (b ≤ a) := propext Int.not_lt
theorem not_gt_eq (a b : Int) : (¬a > b) = (a ≤ b) := not_lt_eq b a
@[simp] protected theorem lt_irrefl (a : Int) : ¬a < a := Int.not_lt.2 (Int.le_refl a)

protected theorem le_of_lt {a b : Int} (h : a < b) : a ≤ b := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b
  rw [diff_lt] at h; rw [diff_le]; exact Nat.le_of_lt h

protected theorem lt_of_le_of_lt {a b c : Int} (h₁ : a ≤ b) (h₂ : b < c) : a < c :=
  Int.not_le.1 fun h => Int.not_le.2 h₂ (Int.le_trans h h₁)

protected theorem lt_of_lt_of_le {a b c : Int} (h₁ : a < b) (h₂ : b ≤ c) : a < c :=
  Int.le_trans h₁ h₂

protected theorem lt_trans {a b c : Int} (h₁ : a < b) (h₂ : b < c) : a < c :=
  Int.lt_of_lt_of_le h₁ (Int.le_of_lt h₂)

theorem add_one_le_of_lt {a b : Int} (h : a < b) : a + 1 ≤ b := h
theorem lt_of_add_one_le {a b : Int} (h : a + 1 ≤ b) : a < b := h

theorem lt_add_one_iff {a b : Int} : a < b + 1 ↔ a ≤ b := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b
  rw [one_diff, diff_add_diff, diff_lt, diff_le, Nat.add_zero, Nat.add_right_comm]
  exact ⟨Nat.le_of_lt_succ, Nat.lt_succ_of_le⟩

theorem le_iff_lt_add_one {a b : Int} : a ≤ b ↔ a < b + 1 := lt_add_one_iff.symm

protected theorem add_le_add_left {a b : Int} (h : a ≤ b) (c : Int) : c + a ≤ c + b := by
  obtain ⟨a, a', rfl⟩ := rep a; obtain ⟨b, b', rfl⟩ := rep b; obtain ⟨c, c', rfl⟩ := rep c
  rw [diff_le] at h; rw [diff_add_diff, diff_add_diff, diff_le]
  rw [show c + a + (c' + b') = (c + c') + (a + b') by nac, show c + b + (c' + a') = (c + c') + (b + a') by nac]
  exact Nat.add_le_add_left h _

protected theorem add_le_add_right {a b : Int} (h : a ≤ b) (c : Int) : a + c ≤ b + c := by
  rw [Int.add_comm a, Int.add_comm b]
  exact Int.add_le_add_left h c

protected theorem add_le_add {a b c d : Int} (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Int.le_trans (Int.add_le_add_right h₁ c) (Int.add_le_add_left h₂ b)

protected theorem sub_nonneg_of_le {a b : Int} (h : b ≤ a) : 0 ≤ a - b := by
  have := Int.add_le_add_right h (-b)
  rw [Int.add_right_neg] at this
  exact this

protected theorem le_of_sub_nonneg {a b : Int} (h : 0 ≤ a - b) : b ≤ a := by
  have := Int.add_le_add_right h b
  rw [Int.zero_add, Int.sub_add_cancel] at this
  exact this

protected theorem sub_nonneg {a b : Int} : 0 ≤ a - b ↔ b ≤ a :=
  ⟨Int.le_of_sub_nonneg, Int.sub_nonneg_of_le⟩

protected theorem neg_le_neg {a b : Int} (h : a ≤ b) : -b ≤ -a := by
  apply Int.le_of_sub_nonneg
  rw [Int.sub_eq_add_neg, Int.neg_neg, Int.add_comm]
  exact Int.sub_nonneg_of_le h

protected theorem lt_or_gt_of_ne {a b : Int} (h : a ≠ b) : a < b ∨ a > b := by
  by_cases h1 : a ≤ b
  · left; apply Int.not_le.1; intro h2; exact h (Int.le_antisymm h1 h2)
  · right; exact Int.not_le.1 h1

protected theorem ne_of_gt {a b : Int} (h : b < a) : a ≠ b :=
  fun e => Int.lt_irrefl b (e ▸ h : b < b)

protected theorem ne_of_lt {a b : Int} (h : a < b) : a ≠ b :=
  fun e => Int.lt_irrefl b (e ▸ h : b < b)

theorem natCast_nonneg (n : Nat) : 0 ≤ (n : Int) := by
  show 0 ≤ ofNat n
  rw [← diff_zero, zero_diff, diff_le]
  exact Nat.zero_le _

theorem natCast_le {m n : Nat} : (m : Int) ≤ n ↔ m ≤ n := by
  show ofNat m ≤ ofNat n ↔ _
  rw [← diff_zero, ← diff_zero, diff_le]
  exact Iff.rfl

theorem natCast_lt {m n : Nat} : (m : Int) < n ↔ m < n := by
  show ofNat m < ofNat n ↔ _
  rw [← diff_zero, ← diff_zero, diff_lt]
  exact Iff.rfl

theorem eq_ofNat_of_zero_le {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = n := by
  cases a with
  | ofNat n => exact ⟨n, rfl⟩
  | negSucc n => exact nomatch (show NonNeg (negSucc n) from (Int.sub_zero (negSucc n)) ▸ h)

protected theorem mul_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le ha; obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le hb; exact natCast_nonneg (m * n)

protected theorem mul_le_mul_of_nonneg_left {a b c : Int} (h : a ≤ b) (hc : 0 ≤ c) :
    c * a ≤ c * b := by
  apply Int.le_of_sub_nonneg; rw [← Int.mul_sub]; exact Int.mul_nonneg hc (Int.sub_nonneg_of_le h)

protected theorem mul_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  obtain ⟨m, rfl⟩ := eq_ofNat_of_zero_le (Int.le_of_lt ha); obtain ⟨n, rfl⟩ := eq_ofNat_of_zero_le (Int.le_of_lt hb)
  exact natCast_lt.2 (Nat.mul_pos (natCast_lt.1 ha) (natCast_lt.1 hb))

end Int
