prelude
import Init.Nat.Basic

/-! The order of `Nat`. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Nat

theorem succ_inj : succ a = succ b ↔ a = b := ⟨congrArg pred, congrArg succ⟩
@[simp] theorem succ_ne_zero (n : Nat) : succ n ≠ 0 := fun h => Nat.noConfusion h
@[simp] theorem add_one_ne_zero (n : Nat) : n + 1 ≠ 0 := fun h => Nat.noConfusion h

theorem ne_of_gt {a b : Nat} (h : b < a) : a ≠ b :=
  fun e => absurd (e ▸ h : a < a) (Nat.lt_irrefl a)

theorem ne_of_lt {a b : Nat} (h : a < b) : a ≠ b :=
  fun he => absurd (he ▸ h : b < b) (Nat.lt_irrefl b)

theorem lt_succ_self (n : Nat) : n < succ n := Nat.le.refl
theorem lt_add_one (n : Nat) : n < n + 1 := Nat.le.refl
protected theorem le_of_lt {n m : Nat} (h : n < m) : n ≤ m := Nat.le_trans (Nat.le_succ n) h
protected theorem le_of_eq {n m : Nat} (h : n = m) : n ≤ m := h ▸ Nat.le_refl n
@[simp] protected theorem le_rfl {n : Nat} : n ≤ n := Nat.le_refl n
protected theorem le_total (m n : Nat) : m ≤ n ∨ n ≤ m := (Nat.lt_or_ge m n).imp Nat.le_of_lt id

protected theorem not_le_of_gt {n m : Nat} (h : n > m) : ¬n ≤ m :=
  fun h₁ => absurd (Nat.lt_of_lt_of_le h h₁) (Nat.lt_irrefl m)

protected theorem not_lt_of_ge {n m : Nat} (h : n ≥ m) : ¬n < m := fun h₁ => Nat.not_le_of_gt h₁ h

protected theorem lt_of_not_le {a b : Nat} (h : ¬a ≤ b) : b < a :=
  (Nat.lt_or_ge b a).resolve_right h

protected theorem le_of_not_lt {a b : Nat} (h : ¬a < b) : b ≤ a := (Nat.lt_or_ge a b).resolve_left h
protected theorem not_le {n m : Nat} : ¬n ≤ m ↔ m < n := ⟨Nat.lt_of_not_le, Nat.not_le_of_gt⟩
protected theorem not_lt {n m : Nat} : ¬n < m ↔ m ≤ n := ⟨Nat.le_of_not_lt, Nat.not_lt_of_ge⟩
theorem not_le_eq (a b : Nat) : (¬a ≤ b) = (b + 1 ≤ a) := propext Nat.not_le
theorem not_ge_eq (a b : Nat) : (¬a ≥ b) = (a + 1 ≤ b) := not_le_eq b a
theorem not_lt_eq (a b : Nat) : (¬a < b) = (b ≤ a) := propext Nat.not_lt
theorem not_gt_eq (a b : Nat) : (¬a > b) = (a ≤ b) := not_lt_eq b a

protected theorem lt_or_gt_of_ne {a b : Nat} (h : a ≠ b) : a < b ∨ a > b :=
  (Nat.lt_or_ge a b).imp id fun h' => Nat.lt_of_le_of_ne h' h.symm

protected theorem pos_of_ne_zero {n : Nat} : n ≠ 0 → 0 < n :=
  fun h => (Nat.eq_or_lt_of_le (Nat.zero_le n)).elim (fun e => absurd e.symm h) id

theorem pos_iff_ne_zero : 0 < n ↔ n ≠ 0 := ⟨ne_of_gt, Nat.pos_of_ne_zero⟩
theorem eq_zero_of_le_zero {n : Nat} (h : n ≤ 0) : n = 0 := Nat.le_antisymm h (Nat.zero_le _)

@[simp] theorem le_zero_eq (a : Nat) : (a ≤ 0) = (a = 0) :=
  propext ⟨eq_zero_of_le_zero, fun h => h ▸ Nat.le_refl _⟩

attribute [simp] Nat.zero_le Nat.le_refl Nat.lt_irrefl Nat.not_lt_zero Nat.zero_lt_succ

theorem le_add_right : ∀ (n k : Nat), n ≤ n + k
  | n, 0 => Nat.le_refl n
  | n, k+1 => Nat.le.step (le_add_right n k)

theorem le_add_left (n m : Nat) : n ≤ m + n := Nat.add_comm n m ▸ le_add_right n m

theorem le.dest : ∀ {n m : Nat}, n ≤ m → ∃ k, n + k = m
  | n, _, Nat.le.refl => ⟨0, rfl⟩
  | n, m+1, Nat.le.step h => let ⟨k, hk⟩ := le.dest h; ⟨k+1, congrArg succ hk⟩

theorem le.intro {n m k : Nat} (h : n + k = m) : n ≤ m := h ▸ le_add_right n k

protected theorem add_le_add_left {n m : Nat} (h : n ≤ m) (k : Nat) : k + n ≤ k + m :=
  let ⟨w, hw⟩ := le.dest h; le.intro (k := w) (by rw [Nat.add_assoc, hw])

protected theorem add_le_add_right {n m : Nat} (h : n ≤ m) (k : Nat) : n + k ≤ m + k := by
  rw [Nat.add_comm n k, Nat.add_comm m k]
  exact Nat.add_le_add_left h k

protected theorem add_le_add {a b c d : Nat} (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Nat.le_trans (Nat.add_le_add_right h₁ c) (Nat.add_le_add_left h₂ b)

protected theorem le_of_add_le_add_left {a b c : Nat} (h : a + b ≤ a + c) : b ≤ c :=
  let ⟨k, hk⟩ := le.dest h; le.intro (k := k) (Nat.add_left_cancel (by rw [← Nat.add_assoc, hk]))

protected theorem le_of_add_le_add_right {a b c : Nat} (h : a + b ≤ c + b) : a ≤ c :=
  Nat.le_of_add_le_add_left (a := b) (by rw [Nat.add_comm b a, Nat.add_comm b c]; exact h)

@[simp] protected theorem add_le_add_iff_left {n : Nat} : n + m ≤ n + k ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_left, fun h => Nat.add_le_add_left h _⟩

@[simp] protected theorem add_le_add_iff_right {n : Nat} : m + n ≤ k + n ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_right, fun h => Nat.add_le_add_right h _⟩


theorem mul_le_mul_left {m n : Nat} (k : Nat) (h : m ≤ n) : k * m ≤ k * n :=
  let ⟨l, hl⟩ := le.dest h; le.intro (k := k * l) (by rw [← Nat.mul_add, hl])

theorem mul_le_mul_right {m n : Nat} (k : Nat) (h : m ≤ n) : m * k ≤ n * k := by
  rw [Nat.mul_comm m, Nat.mul_comm n]
  exact mul_le_mul_left k h

protected theorem mul_le_mul {p q m n : Nat} (h₁ : p ≤ m) (h₂ : q ≤ n) : p * q ≤ m * n :=
  Nat.le_trans (mul_le_mul_right q h₁) (mul_le_mul_left m h₂)

protected theorem mul_pos : 0 < m → 0 < n → 0 < m * n :=
  fun h1 h2 => Nat.mul_le_mul (p := 1) (q := 1) h1 h2

theorem pow_pos {b : Nat} {n : Nat} (h : 0 < b) : 0 < b ^ n := by
  induction n with | zero => exact Nat.le_refl 1 | succ n ih => exact Nat.mul_pos ih h

theorem pos_pow_of_pos {b : Nat} (n : Nat) (h : 0 < b) : 0 < b ^ n := pow_pos h

protected theorem eq_of_mul_eq_mul_left {a b c : Nat} (ha : 0 < a) (h : a * b = a * c) : b = c := by
  have key : ∀ b c : Nat, a * b = a * c → ¬ b < c := fun b c h hlt => by
    have h1 := mul_le_mul_left a hlt
    rw [mul_succ, h] at h1
    exact absurd (Nat.le_of_add_le_add_left (a := a * c) (c := 0) h1) (Nat.not_le_of_gt ha)
  exact Nat.le_antisymm (Nat.le_of_not_lt (key c b h.symm)) (Nat.le_of_not_lt (key b c h))

end Nat
