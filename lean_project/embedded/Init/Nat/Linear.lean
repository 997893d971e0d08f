prelude
import Init.Nat.Simproc

/-! Linear lemmas on `Nat` under the names that people cite; `omega` proves them. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Nat

/-! ### Successors -/

theorem succ_lt_succ {n m : Nat} : n < m → succ n < succ m := succ_le_succ
theorem lt_of_succ_lt_succ {n m : Nat} : succ n < succ m → n < m := le_of_succ_le_succ
theorem succ_le_of_lt {n m : Nat} (h : n < m) : succ n ≤ m := h
theorem lt_of_succ_le {n m : Nat} (h : succ n ≤ m) : n < m := h
theorem le_succ_of_le {n m : Nat} (h : n ≤ m) : n ≤ succ m := le_step h
theorem le_add_one_of_le {n m : Nat} (h : n ≤ m) : n ≤ m + 1 := le_step h
theorem le_of_succ_le {n m : Nat} (h : succ n ≤ m) : n ≤ m := Nat.le_of_lt h
theorem lt_of_succ_lt {n m : Nat} : succ n < m → n < m := le_of_succ_le
theorem lt_succ_of_lt {n m : Nat} (h : n < m) : n < succ m := le_succ_of_le h
theorem lt_add_one_of_lt {n m : Nat} (h : n < m) : n < m + 1 := le_succ_of_le h
theorem lt_add_one_of_le {n m : Nat} : n ≤ m → n < m + 1 := succ_le_succ
theorem le_of_lt_add_one {n m : Nat} : n < m + 1 → n ≤ m := le_of_succ_le_succ
theorem lt_succ_iff {m n : Nat} : m < succ n ↔ m ≤ n := ⟨le_of_lt_succ, lt_succ_of_le⟩
theorem lt_add_one_iff {m n : Nat} : m < n + 1 ↔ m ≤ n := ⟨le_of_lt_succ, lt_succ_of_le⟩
theorem add_one_le_iff {n m : Nat} : n + 1 ≤ m ↔ n < m := Iff.rfl
theorem succ_le {n m : Nat} : succ n ≤ m ↔ n < m := Iff.rfl
theorem succ_le_succ_iff {a b : Nat} : succ a ≤ succ b ↔ a ≤ b := ⟨le_of_succ_le_succ, succ_le_succ⟩
theorem succ_lt_succ_iff {a b : Nat} : succ a < succ b ↔ a < b := ⟨lt_of_succ_lt_succ, succ_lt_succ⟩
theorem add_one_inj {a b : Nat} : a + 1 = b + 1 ↔ a = b := succ_inj
@[simp] theorem add_one_pos (n : Nat) : 0 < n + 1 := zero_lt_succ n
@[simp] theorem succ_sub_one (n : Nat) : succ n - 1 = n := rfl
@[simp] protected theorem add_one_sub_one (n : Nat) : n + 1 - 1 = n := rfl
protected theorem sub_one (n : Nat) : n - 1 = pred n := rfl
@[simp] theorem pred_zero : pred 0 = 0 := rfl
@[simp] theorem pred_succ (n : Nat) : pred n.succ = n := rfl
theorem pred_eq_sub_one {n : Nat} : pred n = n - 1 := rfl
theorem succ_pred {a : Nat} (h : a ≠ 0) : a.pred.succ = a := by
  cases a with
  | zero => exact absurd rfl h
  | succ a => rfl
theorem succ_pred_eq_of_pos : ∀ {n : Nat}, 0 < n → succ (pred n) = n
  | _ + 1, _ => rfl
theorem sub_one_add_one {a : Nat} (h : a ≠ 0) : a - 1 + 1 = a := succ_pred h
theorem exists_eq_succ_of_ne_zero : ∀ {n : Nat}, n ≠ 0 → ∃ k, n = succ k
  | _ + 1, _ => ⟨_, rfl⟩
theorem exists_eq_add_one_of_ne_zero : ∀ {n : Nat}, n ≠ 0 → ∃ k, n = k + 1
  | _ + 1, _ => ⟨_, rfl⟩
theorem eq_zero_or_eq_succ_pred : ∀ n : Nat, n = 0 ∨ n = succ (pred n)
  | 0 => .inl rfl
  | _ + 1 => .inr rfl

/-! ### Order -/

attribute [simp] Nat.not_le Nat.not_lt

protected theorem eq_zero_or_pos (n : Nat) : n = 0 ∨ 0 < n := by omega
protected theorem zero_lt_of_ne_zero {a : Nat} (h : a ≠ 0) : 0 < a := Nat.pos_of_ne_zero h
theorem zero_lt_of_lt {a b : Nat} (h : a < b) : 0 < b := by omega
protected theorem zero_lt_one : 0 < (1 : Nat) := zero_lt_succ 0
protected theorem zero_ne_one : 0 ≠ (1 : Nat) := fun h => Nat.noConfusion h
theorem one_le_iff_ne_zero {n : Nat} : 1 ≤ n ↔ n ≠ 0 := pos_iff_ne_zero
theorem ne_zero_of_lt {a b : Nat} (h : b < a) : a ≠ 0 := by omega
theorem one_lt_iff_ne_zero_and_ne_one {n : Nat} : 1 < n ↔ n ≠ 0 ∧ n ≠ 1 := by omega
protected theorem le_of_eq_or_lt {n m : Nat} (h : n = m ∨ n < m) : n ≤ m := by omega
protected theorem lt_of_lt_of_eq {n m k : Nat} (h : n < m) (e : m = k) : n < k := e ▸ h
protected theorem lt_asymm {a b : Nat} (h : a < b) : ¬b < a := by omega
protected theorem lt_iff_le_and_ne {m n : Nat} : m < n ↔ m ≤ n ∧ m ≠ n := by omega
protected theorem lt_iff_le_not_le {m n : Nat} : m < n ↔ m ≤ n ∧ ¬n ≤ m := by omega
protected theorem le_iff_lt_or_eq {n m : Nat} : n ≤ m ↔ n < m ∨ n = m := by omega
protected theorem lt_or_eq_of_le {n m : Nat} (h : n ≤ m) : n < m ∨ n = m := by omega
protected theorem le_antisymm_iff {n m : Nat} : n = m ↔ n ≤ m ∧ m ≤ n := by omega
protected theorem lt_trichotomy (a b : Nat) : a < b ∨ a = b ∨ b < a := by omega
protected theorem ne_iff_lt_or_gt {a b : Nat} : a ≠ b ↔ a < b ∨ a > b := by omega
protected theorem lt_or_gt {a b : Nat} : a ≠ b ↔ a < b ∨ b < a := by omega
protected theorem le_of_not_le {a b : Nat} (h : ¬b ≤ a) : a ≤ b := by omega
protected theorem le_of_not_ge {a b : Nat} (h : ¬a ≥ b) : a ≤ b := by omega
protected theorem lt_of_not_ge {a b : Nat} (h : ¬b ≥ a) : b < a := by omega
protected theorem le_of_not_gt {a b : Nat} (h : ¬b > a) : b ≤ a := by omega
protected theorem not_le_of_lt {a b : Nat} (h : a < b) : ¬b ≤ a := by omega
protected theorem not_lt_of_le {a b : Nat} (h : a ≤ b) : ¬b < a := by omega
protected theorem not_lt_of_gt {a b : Nat} (h : b < a) : ¬a < b := by omega
protected theorem eq_of_le_of_lt_succ {n m : Nat} (h₁ : n ≤ m) (h₂ : m < n + 1) : m = n := by omega
protected theorem ne_of_lt' {a b : Nat} (h : b < a) : a ≠ b := by omega
theorem le_zero {i : Nat} : i ≤ 0 ↔ i = 0 := by omega
theorem eq_zero_of_not_pos {n : Nat} (h : ¬0 < n) : n = 0 := by omega
instance : Trans (α := Nat) (· < ·) (· < ·) (· < ·) := ⟨Nat.lt_trans⟩
instance : Trans (α := Nat) (· ≤ ·) (· ≤ ·) (· ≤ ·) := ⟨Nat.le_trans⟩
instance : Trans (α := Nat) (· < ·) (· ≤ ·) (· < ·) := ⟨Nat.lt_of_lt_of_le⟩
instance : Trans (α := Nat) (· ≤ ·) (· < ·) (· < ·) := ⟨Nat.lt_of_le_of_lt⟩
instance : Trans (α := Nat) (· > ·) (· > ·) (· > ·) := ⟨fun h₁ h₂ => Nat.lt_trans h₂ h₁⟩
instance : Trans (α := Nat) (· ≥ ·) (· ≥ ·) (· ≥ ·) := ⟨fun h₁ h₂ => Nat.le_trans h₂ h₁⟩
instance : Trans (α := Nat) (· > ·) (· ≥ ·) (· > ·) := ⟨fun h₁ h₂ => Nat.lt_of_le_of_lt h₂ h₁⟩
instance : Trans (α := Nat) (· ≥ ·) (· > ·) (· > ·) := ⟨fun h₁ h₂ => Nat.lt_of_lt_of_le h₂ h₁⟩

/-! ### Addition and order -/

protected theorem add_lt_add_left {n m : Nat} (h : n < m) (k : Nat) : k + n < k + m := by omega
protected theorem add_lt_add_right {n m : Nat} (h : n < m) (k : Nat) : n + k < m + k := by omega
protected theorem add_lt_add {a b c d : Nat} (h₁ : a < b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_le_of_lt {a b c d : Nat} (h₁ : a ≤ b) (h₂ : c < d) : a + c < b + d := by omega
protected theorem add_lt_add_of_lt_of_le {a b c d : Nat} (h₁ : a < b) (h₂ : c ≤ d) : a + c < b + d := by omega
protected theorem lt_add_of_pos_left {k n : Nat} (h : 0 < k) : n < k + n := by omega
protected theorem lt_add_of_pos_right {k n : Nat} (h : 0 < k) : n < n + k := by omega
protected theorem lt_add_left {a b : Nat} (c : Nat) (h : a < b) : a < c + b := by omega
protected theorem lt_add_right {a b : Nat} (c : Nat) (h : a < b) : a < b + c := by omega
protected theorem le_add_right_of_le {n m k : Nat} (h : n ≤ m) : n ≤ m + k := by omega
protected theorem le_add_left_of_le {n m k : Nat} (h : n ≤ m) : n ≤ k + m := by omega
protected theorem le_of_add_right_le {n m k : Nat} (h : n + k ≤ m) : n ≤ m := by omega
protected theorem le_of_add_left_le {n m k : Nat} (h : k + n ≤ m) : n ≤ m := by omega
protected theorem lt_of_add_lt_add_left {k n m : Nat} (h : k + n < k + m) : n < m := by omega
protected theorem lt_of_add_lt_add_right {n k m : Nat} (h : k + n < m + n) : k < m := by omega
@[simp] protected theorem add_lt_add_iff_left {k n m : Nat} : k + n < k + m ↔ n < m := by omega
@[simp] protected theorem add_lt_add_iff_right {k n m : Nat} : n + k < m + k ↔ n < m := by omega
protected theorem add_pos_left {m : Nat} (h : 0 < m) (n : Nat) : 0 < m + n := by omega
protected theorem add_pos_right {n : Nat} (m : Nat) (h : 0 < n) : 0 < m + n := by omega
protected theorem add_pos_iff_pos_or_pos {m n : Nat} : 0 < m + n ↔ 0 < m ∨ 0 < n := by omega
@[simp] protected theorem add_eq_zero_iff {m n : Nat} : m + n = 0 ↔ m = 0 ∧ n = 0 := by omega
protected theorem eq_zero_of_add_eq_zero {m n : Nat} (h : n + m = 0) : n = 0 ∧ m = 0 := by omega
protected theorem eq_zero_of_add_eq_zero_left {m n : Nat} (h : n + m = 0) : m = 0 := by omega
protected theorem eq_zero_of_add_eq_zero_right {m n : Nat} (h : n + m = 0) : n = 0 := by omega
@[simp] protected theorem add_eq_left {a b : Nat} : a + b = a ↔ b = 0 := by omega
@[simp] protected theorem add_eq_right {a b : Nat} : a + b = b ↔ a = 0 := by omega
@[simp] protected theorem left_eq_add {a b : Nat} : a = a + b ↔ b = 0 := by omega
@[simp] protected theorem right_eq_add {a b : Nat} : b = a + b ↔ a = 0 := by omega
protected theorem mul_two (n : Nat) : n * 2 = n + n := by omega

/-! ### Subtraction -/

protected theorem sub_le_sub_left {n m : Nat} (h : n ≤ m) (k : Nat) : k - m ≤ k - n := by omega
protected theorem sub_le_sub_right {n m : Nat} (h : n ≤ m) (k : Nat) : n - k ≤ m - k := by omega
protected theorem sub_lt_sub_left {k m n : Nat} (h : k < m) (h' : k < n) : m - n < m - k := by omega
protected theorem sub_lt_sub_right {a b c : Nat} (h : c ≤ a) (h' : a < b) : a - c < b - c := by omega
protected theorem le_sub_of_add_le {a b c : Nat} (h : a + b ≤ c) : a ≤ c - b := by omega
protected theorem add_le_of_le_sub {a b c : Nat} (h : b ≤ c) (h' : a ≤ c - b) : a + b ≤ c := by omega
protected theorem le_sub_iff_add_le {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ x + k ≤ y := by omega
protected theorem le_sub_iff_add_le' {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ k + x ≤ y := by omega
protected theorem sub_le_iff_le_add {a b c : Nat} : a - b ≤ c ↔ a ≤ c + b := by omega
protected theorem sub_le_iff_le_add' {a b c : Nat} : a - b ≤ c ↔ a ≤ b + c := by omega
protected theorem lt_sub_iff_add_lt {a b c : Nat} : a < c - b ↔ a + b < c := by omega
protected theorem lt_sub_iff_add_lt' {a b c : Nat} : a < c - b ↔ b + a < c := by omega
protected theorem lt_sub_of_add_lt {a b c : Nat} (h : a + b < c) : a < c - b := by omega
protected theorem add_lt_of_lt_sub {a b c : Nat} (h : a < c - b) : a + b < c := by omega
protected theorem sub_lt_iff_lt_add {a b c : Nat} (h : b ≤ a) : a - b < c ↔ a < c + b := by omega
protected theorem sub_eq_iff_eq_add {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = c + b := by omega
protected theorem sub_eq_iff_eq_add' {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = b + c := by omega
protected theorem sub_eq_of_eq_add {a b c : Nat} (h : a = c + b) : a - b = c := by omega
protected theorem eq_sub_of_add_eq {a b c : Nat} (h : a + b = c) : a = c - b := by omega
protected theorem sub_eq_zero_iff_le {n m : Nat} : n - m = 0 ↔ n ≤ m := by omega
protected theorem sub_ne_zero_of_lt {a b : Nat} (h : a < b) : b - a ≠ 0 := by omega
protected theorem lt_of_sub_pos {m n : Nat} (h : 0 < n - m) : m < n := by omega
protected theorem sub_pos_iff_lt {m n : Nat} : 0 < n - m ↔ m < n := by omega
protected theorem sub_add_comm {n m k : Nat} (h : k ≤ n) : n + m - k = n - k + m := by omega
protected theorem sub_right_comm (m n k : Nat) : m - n - k = m - k - n := by omega
protected theorem sub_sub_self {n m : Nat} (h : m ≤ n) : n - (n - m) = m := by omega
protected theorem add_sub_cancel' {n m : Nat} (h : m ≤ n) : m + (n - m) = n := by omega
protected theorem sub_add_min_cancel (n m : Nat) : n - m + min n m = n := by omega
protected theorem sub_one_lt_of_lt {n m : Nat} (h : m < n) : n - 1 < n := by omega
protected theorem sub_self_add (n m : Nat) : n - (n + m) = 0 := by omega
theorem le_sub_one_of_lt {n m : Nat} (h : n < m) : n ≤ m - 1 := by omega
theorem sub_one_le (n : Nat) : n - 1 ≤ n := by omega
theorem succ_sub {m n : Nat} (h : n ≤ m) : succ m - n = succ (m - n) := by omega
theorem sub_add_eq (a b c : Nat) : a - (b + c) = a - b - c := by omega

/-! ### Minimum and maximum -/

protected theorem min_comm (a b : Nat) : min a b = min b a := by omega
protected theorem max_comm (a b : Nat) : max a b = max b a := by omega
protected theorem min_assoc (a b c : Nat) : min (min a b) c = min a (min b c) := by omega
protected theorem max_assoc (a b c : Nat) : max (max a b) c = max a (max b c) := by omega
protected theorem min_le_left (a b : Nat) : min a b ≤ a := by omega
protected theorem min_le_right (a b : Nat) : min a b ≤ b := by omega
protected theorem le_max_left (a b : Nat) : a ≤ max a b := by omega
protected theorem le_max_right (a b : Nat) : b ≤ max a b := by omega
protected theorem min_eq_left {a b : Nat} (h : a ≤ b) : min a b = a := by omega
protected theorem min_eq_right {a b : Nat} (h : b ≤ a) : min a b = b := by omega
protected theorem max_eq_left {a b : Nat} (h : b ≤ a) : max a b = a := by omega
protected theorem max_eq_right {a b : Nat} (h : a ≤ b) : max a b = b := by omega
@[simp] protected theorem min_self (a : Nat) : min a a = a := by omega
@[simp] protected theorem max_self (a : Nat) : max a a = a := by omega
@[simp] protected theorem min_zero (a : Nat) : min a 0 = 0 := by omega
@[simp] protected theorem zero_min (a : Nat) : min 0 a = 0 := by omega
@[simp] protected theorem max_zero (a : Nat) : max a 0 = a := by omega
@[simp] protected theorem zero_max (a : Nat) : max 0 a = a := by omega
protected theorem le_min {a b c : Nat} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c := by omega
protected theorem lt_min {a b c : Nat} : a < min b c ↔ a < b ∧ a < c := by omega
protected theorem max_le {a b c : Nat} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c := by omega
protected theorem max_lt {a b c : Nat} : max a b < c ↔ a < c ∧ b < c := by omega
protected theorem le_min_of_le_of_le {a b c : Nat} (h₁ : a ≤ b) (h₂ : a ≤ c) : a ≤ min b c := by omega
protected theorem max_le_of_le_of_le {a b c : Nat} (h₁ : a ≤ c) (h₂ : b ≤ c) : max a b ≤ c := by omega

end Nat
