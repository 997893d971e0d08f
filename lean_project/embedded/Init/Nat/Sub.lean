prelude
import Init.Nat.Order

/-! Truncated subtraction. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Nat

@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl
theorem sub_succ (n m : Nat) : n - succ m = pred (n - m) := rfl

@[simp] theorem succ_sub_succ (n : Nat) : ∀ m, succ n - succ m = n - m
  | 0 => rfl
  | m+1 => congrArg pred (succ_sub_succ n m)

theorem succ_sub_succ_eq_sub (n m : Nat) : succ n - succ m = n - m := succ_sub_succ n m

@[simp] protected theorem sub_self : ∀ n : Nat, n - n = 0
  | 0 => rfl
  | n+1 => (succ_sub_succ n n).trans (Nat.sub_self n)

@[simp] protected theorem zero_sub : ∀ n : Nat, 0 - n = 0
  | 0 => rfl
  | n+1 => congrArg pred (Nat.zero_sub n)

@[simp] protected theorem add_sub_cancel (n : Nat) : ∀ m, n + m - m = n
  | 0 => rfl
  | m+1 => (succ_sub_succ (n+m) m).trans (Nat.add_sub_cancel n m)

@[simp] protected theorem add_sub_cancel_left (n m : Nat) : n + m - n = m := by
  rw [Nat.add_comm]
  exact Nat.add_sub_cancel m n

protected theorem add_sub_add_right (n : Nat) : ∀ k m : Nat, (n + k) - (m + k) = n - m
  | 0, _ => rfl
  | k+1, m => (succ_sub_succ _ _).trans (Nat.add_sub_add_right n k m)

protected theorem add_sub_add_left (k n m : Nat) : (k + n) - (k + m) = n - m := by
  rw [Nat.add_comm k n, Nat.add_comm k m]
  exact Nat.add_sub_add_right n k m

theorem pred_le : ∀ n : Nat, pred n ≤ n
  | 0 => Nat.le_refl _
  | n + 1 => Nat.le_succ n

theorem sub_le (n m : Nat) : n - m ≤ n := by
  induction m with | zero => exact Nat.le_refl _ | succ m ih => exact Nat.le_trans (pred_le _) ih

theorem sub_lt : ∀ {n m : Nat}, 0 < n → 0 < m → n - m < n
  | n+1, m+1, _, _ => by rw [show n + 1 - (m + 1) = n - m from succ_sub_succ n m]; exact Nat.lt_succ_of_le (sub_le n m)

theorem sub_eq_zero_of_le {n m : Nat} (h : n ≤ m) : n - m = 0 := by
  obtain ⟨k, rfl⟩ := le.dest h
  have := Nat.add_sub_add_left n 0 k
  rw [Nat.add_zero, Nat.zero_sub] at this; exact this

protected theorem sub_add_cancel {n m : Nat} (h : m ≤ n) : n - m + m = n := by
  obtain ⟨k, rfl⟩ := le.dest h
  rw [Nat.add_sub_cancel_left, Nat.add_comm]

protected theorem add_sub_of_le {a b : Nat} (h : a ≤ b) : a + (b - a) = b := by
  rw [Nat.add_comm, Nat.sub_add_cancel h]

protected theorem sub_pos_of_lt (h : m < n) : 0 < n - m := by
  obtain ⟨k, rfl⟩ := le.dest h
  rw [Nat.succ_add, ← Nat.add_succ, Nat.add_sub_cancel_left]
  exact Nat.succ_pos k

protected theorem le_of_sub_eq_zero : n - m = 0 → n ≤ m :=
  fun h => Nat.le_of_not_lt fun h' => Nat.ne_of_gt (Nat.sub_pos_of_lt h') h

protected theorem sub_sub (n m k : Nat) : n - m - k = n - (m + k) := by
  induction k with | zero => rfl | succ k ih => exact congrArg pred ih

theorem pred_lt : ∀ {n : Nat}, n ≠ 0 → pred n < n
  | 0, h => absurd rfl h
  | n+1, _ => Nat.lt_succ_self n

theorem sub_succ_lt_self {a i : Nat} (h : i < a) : a - (i + 1) < a - i := by
  rw [Nat.add_comm, ← Nat.sub_sub, Nat.sub_sub, Nat.add_comm]
  exact pred_lt (Nat.ne_of_gt (Nat.sub_pos_of_lt h))

theorem sub_one_lt {n : Nat} (h : n ≠ 0) : n - 1 < n := pred_lt h

theorem pred_lt_of_lt {n m : Nat} (h : m < n) : pred n < n :=
  pred_lt (ne_of_gt (Nat.lt_of_le_of_lt (Nat.zero_le m) h))

end Nat
