prelude
import Init.Nat.Mod
import Init.Nat.Linear

/-! Linear lemmas on `Int` under the names that people cite; `omega` proves most of them. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Int

/-! ### Ring -/

attribute [simp] Int.add_left_neg Int.add_right_neg Int.neg_mul Int.mul_neg

@[simp] protected theorem neg_inj {a b : Int} : -a = -b ↔ a = b := by omega
@[simp] protected theorem neg_eq_zero {a : Int} : -a = 0 ↔ a = 0 := by omega
protected theorem neg_ne_zero {a : Int} : -a ≠ 0 ↔ a ≠ 0 := by omega
protected theorem eq_neg_comm {a b : Int} : a = -b ↔ b = -a := by omega
protected theorem neg_eq_comm {a b : Int} : -a = b ↔ -b = a := by omega
@[simp] protected theorem neg_add_cancel_left (a b : Int) : -a + (a + b) = b := by omega
@[simp] protected theorem add_neg_cancel_left (a b : Int) : a + (-a + b) = b := by omega
@[simp] protected theorem add_neg_cancel_right (a b : Int) : a + b + -b = a := by omega
@[simp] protected theorem neg_add_cancel_right (a b : Int) : a + -b + b = a := by omega
protected theorem add_right_cancel {a b c : Int} (h : a + b = c + b) : a = c := by omega
@[simp] protected theorem add_left_inj {i j : Int} (k : Int) : i + k = j + k ↔ i = j := by omega
@[simp] protected theorem add_right_inj {i j : Int} (k : Int) : k + i = k + j ↔ i = j := by omega
protected theorem add_neg_eq_sub {a b : Int} : a + -b = a - b := rfl
@[simp] protected theorem sub_neg (a b : Int) : a - -b = a + b := by omega
protected theorem neg_sub_neg (a b : Int) : -a - -b = b - a := by omega
protected theorem sub_sub (a b c : Int) : a - b - c = a - (b + c) := by omega
protected theorem sub_sub_self (a b : Int) : a - (a - b) = b := by omega
protected theorem add_sub_assoc (a b c : Int) : a + b - c = a + (b - c) := by omega
protected theorem sub_add_comm {a b c : Int} : a + b - c = a - c + b := by omega
protected theorem add_comm_sub (a b c : Int) : a - b + c = a + (c - b) := by omega
@[simp] protected theorem add_sub_cancel_left (a b : Int) : a + b - a = b := by omega
protected theorem add_sub_add_right (n k m : Int) : n + k - (m + k) = n - m := by omega
protected theorem add_sub_add_left (n k m : Int) : k + n - (k + m) = n - m := by omega
protected theorem sub_sub_sub_cancel_right (a b c : Int) : a - c - (b - c) = a - b := by omega
protected theorem eq_sub_iff_add_eq {a b c : Int} : a = b - c ↔ a + c = b := by omega
protected theorem sub_eq_iff_eq_add {a b c : Int} : a - b = c ↔ a = c + b := by omega
protected theorem sub_eq_iff_eq_add' {a b c : Int} : a - b = c ↔ a = b + c := by omega
protected theorem eq_add_of_sub_eq {a b c : Int} (h : a - c = b) : a = b + c := by omega
protected theorem sub_eq_of_eq_add {a b c : Int} (h : a = b + c) : a - c = b := by omega
protected theorem two_mul (n : Int) : 2 * n = n + n := by omega
protected theorem mul_two (n : Int) : n * 2 = n + n := by omega
protected theorem neg_mul_neg (a b : Int) : -a * -b = a * b := by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]
protected theorem neg_mul_comm (a b : Int) : -a * b = a * -b := by rw [Int.neg_mul, Int.mul_neg]
protected theorem mul_right_comm (a b c : Int) : a * b * c = a * c * b := by
  rw [Int.mul_assoc, Int.mul_comm b, ← Int.mul_assoc]
protected theorem mul_mul_mul_comm (a b c d : Int) : a * b * (c * d) = a * c * (b * d) := by
  rw [Int.mul_assoc, Int.mul_assoc, Int.mul_left_comm b]
protected theorem mul_ne_zero {a b : Int} (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := fun h =>
  (Int.mul_eq_zero.1 h).elim ha hb

protected theorem eq_of_mul_eq_mul_left {a b c : Int} (ha : a ≠ 0) (h : a * b = a * c) : b = c := by
  have h1 : a * (b - c) = 0 := by rw [Int.mul_sub, h, Int.sub_self]
  rcases Int.mul_eq_zero.1 h1 with e | e
  · exact absurd e ha
  · omega

protected theorem eq_of_mul_eq_mul_right {a b c : Int} (ha : a ≠ 0) (h : b * a = c * a) : b = c := by
  rw [Int.mul_comm b, Int.mul_comm c] at h
  exact Int.eq_of_mul_eq_mul_left ha h

protected theorem mul_eq_mul_left_iff {a b c : Int} (h : c ≠ 0) : c * a = c * b ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_left h, fun e => e ▸ rfl⟩

protected theorem mul_eq_mul_right_iff {a b c : Int} (h : c ≠ 0) : a * c = b * c ↔ a = b :=
  ⟨Int.eq_of_mul_eq_mul_right h, fun e => e ▸ rfl⟩

/-! ### Order -/

attribute [simp] Int.not_le Int.not_lt

protected theorem le_rfl {a : Int} : a ≤ a := Int.le_refl a
protected theorem le_of_eq {a b : Int} (h : a = b) : a ≤ b := h ▸ Int.le_refl a
protected theorem lt_iff_le_not_le {a b : Int} : a < b ↔ a ≤ b ∧ ¬b ≤ a := by omega
protected theorem lt_iff_le_and_ne {a b : Int} : a < b ↔ a ≤ b ∧ a ≠ b := by omega
protected theorem lt_asymm {a b : Int} (h : a < b) : ¬b < a := by omega
protected theorem lt_trichotomy (a b : Int) : a < b ∨ a = b ∨ b < a := by omega
protected theorem lt_or_ge (a b : Int) : a < b ∨ b ≤ a := by omega
protected theorem le_or_gt (a b : Int) : a ≤ b ∨ b < a := by omega
protected theorem lt_or_eq_of_le {a b : Int} (h : a ≤ b) : a < b ∨ a = b := by omega
protected theorem le_iff_lt_or_eq {a b : Int} : a ≤ b ↔ a < b ∨ a = b := by omega
protected theorem lt_of_not_ge {a b : Int} (h : ¬b ≥ a) : b < a := by omega
protected theorem lt_of_not_le {a b : Int} (h : ¬a ≤ b) : b < a := by omega
protected theorem le_of_not_gt {a b : Int} (h : ¬b > a) : b ≤ a := by omega
protected theorem le_of_not_lt {a b : Int} (h : ¬a < b) : b ≤ a := by omega
protected theorem not_le_of_gt {a b : Int} (h : b < a) : ¬a ≤ b := by omega
protected theorem not_lt_of_ge {a b : Int} (h : b ≤ a) : ¬a < b := by omega
protected theorem lt_of_le_of_ne {a b : Int} (h₁ : a ≤ b) (h₂ : a ≠ b) : a < b := by omega
protected theorem eq_iff_le_and_ge {x y : Int} : x = y ↔ x ≤ y ∧ y ≤ x := by omega
protected theorem zero_lt_one : (0 : Int) < 1 := by decide
theorem lt_add_one_of_le {a b : Int} (h : a ≤ b) : a < b + 1 := by omega
theorem le_of_lt_add_one {a b : Int} (h : a < b + 1) : a ≤ b := by omega
theorem lt_succ (a : Int) : a < a + 1 := by omega
theorem le_add_one {a b : Int} (h : a ≤ b) : a ≤ b + 1 := by omega
theorem le_sub_one_of_lt {a b : Int} (h : a < b) : a ≤ b - 1 := by omega
theorem le_sub_one_iff {a b : Int} : a ≤ b - 1 ↔ a < b := by omega
theorem add_one_le_iff {a b : Int} : a + 1 ≤ b ↔ a < b := Iff.rfl
instance : Trans (α := Int) (· < ·) (· < ·) (· < ·) := ⟨Int.lt_trans⟩
instance : Trans (α := Int) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Int.le_trans⟩
instance : Trans (α := Int) (· < ·) (· ≤ ·) (· < ·) := ⟨Int.lt_of_lt_of_le⟩
instance : Trans (α := Int) (· ≤ ·) (· < ·) (· < ·) := ⟨Int.lt_of_le_of_lt⟩
instance : Trans (α := Int) (· > ·) (· > ·) (· > ·) := ⟨fun h₁ h₂ => Int.lt_trans h₂ h₁⟩
instance : Trans (α := Int) (· ≥ ·) (· ≥ ·) (· ≥ ·) := ⟨fun h₁ h₂ => Int.le_trans h₂ h₁⟩
instance : Trans (α := Int) (· > ·) (· ≥ ·) (· > ·) := ⟨fun h₁ h₂ => Int.lt_of_le_of_lt h₂ h₁⟩
instance : Trans (α := Int) (· ≥ ·) (· > ·) (· > ·) := ⟨fun h₁ h₂ => Int.lt_of_lt_of_le h₂ h₁⟩

protected theorem add_lt_add_left {a b : Int} (h : a < b) (c : Int) : c + a < c + b := by omega
protected theorem add_lt_add_right {a b : Int} (h : a < b) (c : Int) : a + c < b + c := by omega
protected theorem add_lt_add {a b c d : Int} (h₁ : a < b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_le_of_lt {a b c d : Int} (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_lt_of_le {a b c d : Int} (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d := by omega
protected theorem le_of_add_le_add_left {a b c : Int} (h : a + b ≤ a + c) : b ≤ c := by omega
protected theorem le_of_add_le_add_right {a b c : Int} (h : a + b ≤ c + b) : a ≤ c := by omega
protected theorem lt_of_add_lt_add_left {a b c : Int} (h : a + b < a + c) : b < c := by omega
protected theorem lt_of_add_lt_add_right {a b c : Int} (h : a + b < c + b) : a < c := by omega
@[simp] protected theorem add_le_add_iff_left {b c : Int} (a : Int) : a + b ≤ a + c ↔ b ≤ c := by omega
@[simp] protected theorem add_le_add_iff_right {a b : Int} (c : Int) : a + c ≤ b + c ↔ a ≤ b := by omega
@[simp] protected theorem add_lt_add_iff_left {b c : Int} (a : Int) : a + b < a + c ↔ b < c := by omega
@[simp] protected theorem add_lt_add_iff_right {a b : Int} (c : Int) : a + c < b + c ↔ a < b := by omega
protected theorem add_nonneg {a b : Int} (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a + b := by omega
protected theorem add_pos {a b : Int} (ha : 0 < a) (hb : 0 < b) : 0 < a + b := by omega
protected theorem add_pos_of_pos_of_nonneg {a b : Int} (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by omega
protected theorem add_pos_of_nonneg_of_pos {a b : Int} (ha : 0 ≤ a) (hb : 0 < b) : 0 < a + b := by omega
protected theorem neg_lt_neg {a b : Int} (h : a < b) : -b < -a := by omega
@[simp] protected theorem neg_le_neg_iff {a b : Int} : -a ≤ -b ↔ b ≤ a := by omega
@[simp] protected theorem neg_lt_neg_iff {a b : Int} : -a < -b ↔ b < a := by omega
protected theorem le_of_neg_le_neg {a b : Int} (h : -b ≤ -a) : a ≤ b := by omega
protected theorem lt_of_neg_lt_neg {a b : Int} (h : -b < -a) : a < b := by omega
protected theorem neg_nonneg_of_nonpos {a : Int} (h : a ≤ 0) : 0 ≤ -a := by omega
protected theorem neg_nonpos_of_nonneg {a : Int} (h : 0 ≤ a) : -a ≤ 0 := by omega
protected theorem neg_pos_of_neg {a : Int} (h : a < 0) : 0 < -a := by omega
protected theorem neg_neg_of_pos {a : Int} (h : 0 < a) : -a < 0 := by omega
protected theorem sub_pos_of_lt {a b : Int} (h : b < a) : 0 < a - b := by omega
protected theorem lt_of_sub_pos {a b : Int} (h : 0 < a - b) : b < a := by omega
protected theorem sub_pos {a b : Int} : 0 < a - b ↔ b < a := by omega
protected theorem sub_neg_of_lt {a b : Int} (h : a < b) : a - b < 0 := by omega
protected theorem sub_nonpos_of_le {a b : Int} (h : a ≤ b) : a - b ≤ 0 := by omega
protected theorem sub_left_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - b ≤ c := by omega
protected theorem sub_right_le_of_le_add {a b c : Int} (h : a ≤ b + c) : a - c ≤ b := by omega
protected theorem le_add_of_sub_left_le {a b c : Int} (h : a - b ≤ c) : a ≤ b + c := by omega
protected theorem sub_le_iff_le_add {a b c : Int} : a - c ≤ b ↔ a ≤ b + c := by omega
protected theorem le_sub_iff_add_le {a b c : Int} : a ≤ c - b ↔ a + b ≤ c := by omega
protected theorem sub_lt_iff_lt_add {a b c : Int} : a - c < b ↔ a < b + c := by omega
protected theorem lt_sub_iff_add_lt {a b c : Int} : a < c - b ↔ a + b < c := by omega
protected theorem sub_le_sub {a b c d : Int} (hab : a ≤ b) (hcd : c ≤ d) : a - d ≤ b - c := by omega
protected theorem sub_le_sub_left {a b : Int} (h : a ≤ b) (c : Int) : c - b ≤ c - a := by omega
protected theorem sub_le_sub_right {a b : Int} (h : a ≤ b) (c : Int) : a - c ≤ b - c := by omega
protected theorem sub_le_self (a : Int) {b : Int} (h : 0 ≤ b) : a - b ≤ a := by omega
protected theorem sub_lt_self (a : Int) {b : Int} (h : 0 < b) : a - b < a := by omega
protected theorem lt_add_of_pos_right (a : Int) {b : Int} (h : 0 < b) : a < a + b := by omega
protected theorem lt_add_of_pos_left (a : Int) {b : Int} (h : 0 < b) : a < b + a := by omega
protected theorem le_add_of_nonneg_right {a b : Int} (h : 0 ≤ b) : a ≤ a + b := by omega
protected theorem le_add_of_nonneg_left {a b : Int} (h : 0 ≤ b) : a ≤ b + a := by omega

/-! ### Products and order -/

protected theorem mul_le_mul_of_nonneg_right {a b c : Int} (h : a ≤ b) (hc : 0 ≤ c) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_le_mul_of_nonneg_left h hc

protected theorem mul_le_mul {a b c d : Int} (hac : a ≤ c) (hbd : b ≤ d) (nn_b : 0 ≤ b) (nn_c : 0 ≤ c) :
    a * b ≤ c * d :=
  Int.le_trans (Int.mul_le_mul_of_nonneg_right hac nn_b) (Int.mul_le_mul_of_nonneg_left hbd nn_c)

protected theorem mul_lt_mul_of_pos_left {a b c : Int} (h : a < b) (hc : 0 < c) : c * a < c * b := by
  have := Int.mul_pos hc (Int.sub_pos_of_lt h)
  rw [Int.mul_sub] at this
  omega

protected theorem mul_lt_mul_of_pos_right {a b c : Int} (h : a < b) (hc : 0 < c) : a * c < b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_lt_mul_of_pos_left h hc

protected theorem mul_lt_mul {a b c d : Int} (h₁ : a < c) (h₂ : b ≤ d) (h₃ : 0 < b) (h₄ : 0 ≤ c) : a * b < c * d :=
  Int.lt_of_lt_of_le (Int.mul_lt_mul_of_pos_right h₁ h₃) (Int.mul_le_mul_of_nonneg_left h₂ h₄)

protected theorem le_of_mul_le_mul_left {a b c : Int} (w : a * b ≤ a * c) (h : 0 < a) : b ≤ c :=
  Int.not_lt.1 fun hlt => by have := Int.mul_lt_mul_of_pos_left hlt h; omega

protected theorem le_of_mul_le_mul_right {a b c : Int} (w : a * c ≤ b * c) (h : 0 < c) : a ≤ b :=
  Int.not_lt.1 fun hlt => by have := Int.mul_lt_mul_of_pos_right hlt h; omega

protected theorem lt_of_mul_lt_mul_left {a b c : Int} (w : a * b < a * c) (h : 0 ≤ a) : b < c :=
  Int.not_le.1 fun hle => by have := Int.mul_le_mul_of_nonneg_left hle h; omega

protected theorem lt_of_mul_lt_mul_right {a b c : Int} (w : a * c < b * c) (h : 0 ≤ c) : a < b :=
  Int.not_le.1 fun hle => by have := Int.mul_le_mul_of_nonneg_right hle h; omega

protected theorem mul_nonneg_of_nonpos_of_nonpos {a b : Int} (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  have := Int.mul_nonneg (Int.neg_nonneg_of_nonpos ha) (Int.neg_nonneg_of_nonpos hb)
  rwa [Int.neg_mul_neg] at this

protected theorem mul_pos_of_neg_of_neg {a b : Int} (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  have := Int.mul_pos (Int.neg_pos_of_neg ha) (Int.neg_pos_of_neg hb)
  rwa [Int.neg_mul_neg] at this

protected theorem mul_neg_of_pos_of_neg {a b : Int} (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := Int.mul_pos ha (Int.neg_pos_of_neg hb)
  rw [Int.mul_neg] at this
  omega

protected theorem mul_neg_of_neg_of_pos {a b : Int} (ha : a < 0) (hb : 0 < b) : a * b < 0 := by
  rw [Int.mul_comm]
  exact Int.mul_neg_of_pos_of_neg hb ha

protected theorem mul_self_nonneg (a : Int) : 0 ≤ a * a := by
  rcases Int.le_total 0 a with h | h
  · exact Int.mul_nonneg h h
  · exact Int.mul_nonneg_of_nonpos_of_nonpos h h

protected theorem mul_le_mul_of_nonpos_left {a b c : Int} (h : b ≤ a) (hc : c ≤ 0) : c * a ≤ c * b := by
  have := Int.mul_nonneg_of_nonpos_of_nonpos hc (show b - a ≤ 0 by omega)
  rw [Int.mul_sub] at this
  omega

protected theorem mul_le_mul_of_nonpos_right {a b c : Int} (h : b ≤ a) (hc : c ≤ 0) : a * c ≤ b * c := by
  rw [Int.mul_comm a, Int.mul_comm b]
  exact Int.mul_le_mul_of_nonpos_left h hc

/-! ### Minimum, maximum, natural part -/

protected theorem min_comm (a b : Int) : min a b = min b a := by omega
protected theorem max_comm (a b : Int) : max a b = max b a := by omega
protected theorem min_eq_left {a b : Int} (h : a ≤ b) : min a b = a := by omega
protected theorem min_eq_right {a b : Int} (h : b ≤ a) : min a b = b := by omega
protected theorem max_eq_left {a b : Int} (h : b ≤ a) : max a b = a := by omega
protected theorem max_eq_right {a b : Int} (h : a ≤ b) : max a b = b := by omega
@[simp] protected theorem min_self (a : Int) : min a a = a := by omega
@[simp] protected theorem max_self (a : Int) : max a a = a := by omega
protected theorem le_min {a b c : Int} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c := by omega
protected theorem max_le {a b c : Int} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c := by omega
@[simp] theorem toNat_natCast (n : Nat) : toNat (n : Int) = n := rfl
@[simp] theorem toNat_zero : (0 : Int).toNat = 0 := rfl
@[simp] theorem toNat_one : (1 : Int).toNat = 1 := rfl
theorem toNat_of_nonpos {z : Int} (h : z ≤ 0) : z.toNat = 0 := by omega
theorem toNat_le {m : Int} {n : Nat} : toNat m ≤ n ↔ m ≤ n := by omega
theorem lt_toNat {n : Nat} {m : Int} : n < toNat m ↔ (n : Int) < m := by omega
theorem toNat_le_toNat {a b : Int} (h : a ≤ b) : toNat a ≤ toNat b := by omega
theorem self_le_toNat (a : Int) : a ≤ toNat a := by omega
theorem toNat_eq_zero {n : Int} : n.toNat = 0 ↔ n ≤ 0 := by omega

end Int
