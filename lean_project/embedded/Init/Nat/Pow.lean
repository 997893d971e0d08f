prelude
import Init.Nat.Linear
import Init.Nat.Mod

/-! Products, powers, and their order. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Nat

/-! ### Products -/

protected theorem mul_le_mul_of_nonneg_left {a b c : Nat} (h : a ≤ b) : c * a ≤ c * b := mul_le_mul_left c h
protected theorem mul_le_mul_of_nonneg_right {a b c : Nat} (h : a ≤ b) : a * c ≤ b * c := mul_le_mul_right c h
protected theorem mul_self_le_mul_self {m n : Nat} (h : m ≤ n) : m * m ≤ n * n := Nat.mul_le_mul h h

protected theorem le_of_mul_le_mul_left {a b c : Nat} (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  Nat.le_of_not_lt fun hlt => by
    have h1 := mul_le_mul_left c (show b + 1 ≤ a from hlt)
    rw [Nat.mul_add_one] at h1
    omega

protected theorem le_of_mul_le_mul_right {a b c : Nat} (h : a * c ≤ b * c) (hc : 0 < c) : a ≤ b := by
  rw [Nat.mul_comm a, Nat.mul_comm b] at h
  exact Nat.le_of_mul_le_mul_left h hc

protected theorem lt_of_mul_lt_mul_left {a b c : Nat} (h : a * b < a * c) : b < c :=
  Nat.lt_of_not_le fun hle => Nat.not_le_of_gt h (mul_le_mul_left a hle)

protected theorem lt_of_mul_lt_mul_right {a b c : Nat} (h : b * a < c * a) : b < c :=
  Nat.lt_of_not_le fun hle => Nat.not_le_of_gt h (mul_le_mul_right a hle)

protected theorem mul_lt_mul_of_le_of_lt {a b c d : Nat} (hac : a ≤ c) (hbd : b < d) (hc : 0 < c) :
    a * b < c * d := by
  have h1 := mul_le_mul_right b hac
  have h2 := mul_le_mul_left c (show b + 1 ≤ d from hbd)
  rw [Nat.mul_add_one] at h2
  omega

protected theorem mul_lt_mul_of_lt_of_le {a b c d : Nat} (hac : a < c) (hbd : b ≤ d) (hd : 0 < d) :
    a * b < c * d := by
  rw [Nat.mul_comm a, Nat.mul_comm c]
  exact Nat.mul_lt_mul_of_le_of_lt hbd hac hd

protected theorem mul_lt_mul'' {a b c d : Nat} (hac : a < c) (hbd : b < d) : a * b < c * d :=
  Nat.mul_lt_mul_of_lt_of_le hac (Nat.le_of_lt hbd) (by omega)

protected theorem mul_self_lt_mul_self {m n : Nat} (h : m < n) : m * m < n * n := Nat.mul_lt_mul'' h h

protected theorem mul_lt_mul_left {a b c : Nat} (a0 : 0 < a) : a * b < a * c ↔ b < c :=
  ⟨Nat.lt_of_mul_lt_mul_left, fun h => Nat.mul_lt_mul_of_le_of_lt (Nat.le_refl a) h a0⟩

protected theorem mul_lt_mul_right {a b c : Nat} (a0 : 0 < a) : b * a < c * a ↔ b < c := by
  rw [Nat.mul_comm b, Nat.mul_comm c]
  exact Nat.mul_lt_mul_left a0

protected theorem mul_le_mul_left_iff {n m k : Nat} (w : 0 < k) : k * n ≤ k * m ↔ n ≤ m :=
  ⟨fun h => Nat.le_of_mul_le_mul_left h w, fun h => mul_le_mul_left k h⟩

protected theorem mul_le_mul_right_iff {n m k : Nat} (w : 0 < k) : n * k ≤ m * k ↔ n ≤ m :=
  ⟨fun h => Nat.le_of_mul_le_mul_right h w, fun h => mul_le_mul_right k h⟩

protected theorem mul_left_cancel {n m k : Nat} (np : 0 < n) (h : n * m = n * k) : m = k :=
  Nat.eq_of_mul_eq_mul_left np h

protected theorem mul_right_cancel {n m k : Nat} (mp : 0 < m) (h : n * m = k * m) : n = k := by
  rw [Nat.mul_comm n, Nat.mul_comm k] at h
  exact Nat.eq_of_mul_eq_mul_left mp h

protected theorem eq_of_mul_eq_mul_right {a m b : Nat} (hm : 0 < m) (h : a * m = b * m) : a = b :=
  Nat.mul_right_cancel hm h

protected theorem mul_left_cancel_iff {n : Nat} (p : 0 < n) {m k : Nat} : n * m = n * k ↔ m = k :=
  ⟨Nat.mul_left_cancel p, fun h => h ▸ rfl⟩

protected theorem mul_right_cancel_iff {m : Nat} (p : 0 < m) {n k : Nat} : n * m = k * m ↔ n = k :=
  ⟨Nat.mul_right_cancel p, fun h => h ▸ rfl⟩

protected theorem mul_ne_zero {n m : Nat} (hn : n ≠ 0) (hm : m ≠ 0) : n * m ≠ 0 := fun h =>
  (Nat.mul_eq_zero.1 h).elim hn hm

protected theorem eq_zero_of_mul_eq_zero {n m : Nat} (h : n * m = 0) : n = 0 ∨ m = 0 := Nat.mul_eq_zero.1 h

protected theorem pos_and_pos_of_mul_pos {n m : Nat} (h : 0 < n * m) : 0 < n ∧ 0 < m := by
  constructor
  · exact Nat.pos_of_ne_zero fun e => by rw [e, Nat.zero_mul] at h; exact Nat.lt_irrefl 0 h
  · exact Nat.pos_of_ne_zero fun e => by rw [e, Nat.mul_zero] at h; exact Nat.lt_irrefl 0 h

protected theorem le_mul_of_pos_left (m : Nat) {n : Nat} (h : 0 < n) : m ≤ n * m := by
  have := mul_le_mul_right m (show 1 ≤ n from h)
  rwa [Nat.one_mul] at this

protected theorem le_mul_of_pos_right (n : Nat) {m : Nat} (h : 0 < m) : n ≤ n * m := by
  rw [Nat.mul_comm]
  exact Nat.le_mul_of_pos_left n h

theorem eq_one_of_mul_eq_one_right {a b : Nat} (h : a * b = 1) : a = 1 := by
  cases a with
  | zero => rw [Nat.zero_mul] at h; omega
  | succ a =>
    cases b with
    | zero => rw [Nat.mul_zero] at h; omega
    | succ b => rw [Nat.mul_add_one] at h; omega

theorem eq_one_of_mul_eq_one_left {a b : Nat} (h : a * b = 1) : b = 1 :=
  eq_one_of_mul_eq_one_right (Nat.mul_comm b a ▸ h)

@[simp] theorem mul_eq_one_iff {a b : Nat} : a * b = 1 ↔ a = 1 ∧ b = 1 :=
  ⟨fun h => ⟨eq_one_of_mul_eq_one_right h, eq_one_of_mul_eq_one_left h⟩, fun ⟨h₁, h₂⟩ => by rw [h₁, h₂]⟩

protected theorem mul_sub (k m n : Nat) : k * (m - n) = k * m - k * n := by
  rcases Nat.le_total n m with h | h
  · obtain ⟨d, rfl⟩ := le.dest h
    rw [Nat.add_sub_cancel_left, Nat.mul_add, Nat.add_sub_cancel_left]
  · rw [Nat.sub_eq_zero_of_le h, Nat.sub_eq_zero_of_le (mul_le_mul_left k h), Nat.mul_zero]

protected theorem sub_mul (n m k : Nat) : (n - m) * k = n * k - m * k := by
  rw [Nat.mul_comm, Nat.mul_sub, Nat.mul_comm k n, Nat.mul_comm k m]

protected theorem mul_sub_one (n m : Nat) : n * (m - 1) = n * m - n := by rw [Nat.mul_sub, Nat.mul_one]
protected theorem sub_one_mul (n m : Nat) : (n - 1) * m = n * m - m := by rw [Nat.sub_mul, Nat.one_mul]
protected theorem mul_right_comm (n m k : Nat) : n * m * k = n * k * m := by
  rw [Nat.mul_assoc, Nat.mul_comm m, ← Nat.mul_assoc]
protected theorem mul_mul_mul_comm (a b c d : Nat) : a * b * (c * d) = a * c * (b * d) := by
  rw [Nat.mul_assoc, Nat.mul_assoc, Nat.mul_left_comm b]
protected theorem add_add_add_comm (a b c d : Nat) : a + b + (c + d) = a + c + (b + d) := by omega

protected theorem mul_self_sub_mul_self_eq (a b : Nat) : a * a - b * b = (a + b) * (a - b) := by
  rw [Nat.mul_sub, Nat.add_mul, Nat.add_mul, Nat.mul_comm b a]
  omega

/-! ### Powers -/

protected theorem pow_add_one {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl
protected theorem pow_succ' {m n : Nat} : m ^ (n + 1) = m * m ^ n := Nat.mul_comm _ _
protected theorem pow_two (b : Nat) : b ^ 2 = b * b := by rw [Nat.pow_succ, Nat.pow_one]
protected theorem zero_pow {n : Nat} (H : 0 < n) : 0 ^ n = 0 := by
  cases n with
  | zero => omega
  | succ n => rw [Nat.pow_succ, Nat.mul_zero]

protected theorem mul_pow (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, Nat.pow_succ, Nat.pow_succ, ih, Nat.mul_mul_mul_comm]

protected theorem pow_mul (a m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.mul_add_one, Nat.pow_add, Nat.pow_succ, ih]

protected theorem pow_mul' (a m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by rw [Nat.mul_comm, Nat.pow_mul]

protected theorem pow_right_comm (a m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by
  rw [← Nat.pow_mul, Nat.mul_comm, Nat.pow_mul]

theorem pow_le_pow_left {m n : Nat} (h : m ≤ n) : ∀ i : Nat, m ^ i ≤ n ^ i
  | 0 => Nat.le_refl _
  | i + 1 => Nat.mul_le_mul (pow_le_pow_left h i) h

theorem pow_le_pow_right {n i j : Nat} (h : 0 < n) (hij : i ≤ j) : n ^ i ≤ n ^ j := by
  obtain ⟨k, rfl⟩ := le.dest hij
  rw [Nat.pow_add]
  exact Nat.le_mul_of_pos_right _ (Nat.pow_pos h)

protected theorem pow_lt_pow_left {a b n : Nat} (h : a < b) (hn : n ≠ 0) : a ^ n < b ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n =>
    exact Nat.mul_lt_mul_of_le_of_lt (pow_le_pow_left (Nat.le_of_lt h) n) h (Nat.pow_pos (by omega))

protected theorem pow_lt_pow_right {a m n : Nat} (ha : 1 < a) (h : m < n) : a ^ m < a ^ n := by
  have h1 : 0 < a ^ m := Nat.pow_pos (by omega)
  have h2 : a ^ (m + 1) ≤ a ^ n := pow_le_pow_right (by omega) h
  have h3 := (Nat.mul_lt_mul_left (b := 1) (c := a) h1).2 ha
  rw [Nat.pow_succ] at h2
  omega

protected theorem pow_lt_pow_succ {a n : Nat} (h : 1 < a) : a ^ n < a ^ (n + 1) := Nat.pow_lt_pow_right h (by omega)

protected theorem pow_le_pow_iff_right {a n m : Nat} (h : 1 < a) : a ^ n ≤ a ^ m ↔ n ≤ m :=
  ⟨fun hle => Nat.le_of_not_lt fun hlt => Nat.not_le_of_gt (Nat.pow_lt_pow_right h hlt) hle,
    pow_le_pow_right (by omega)⟩

protected theorem pow_lt_pow_iff_right {a n m : Nat} (h : 1 < a) : a ^ n < a ^ m ↔ n < m :=
  ⟨fun hlt => Nat.lt_of_not_le fun hle => Nat.not_le_of_gt hlt (pow_le_pow_right (by omega) hle),
    Nat.pow_lt_pow_right h⟩

protected theorem pow_lt_pow_iff_left {a b n : Nat} (hn : n ≠ 0) : a ^ n < b ^ n ↔ a < b :=
  ⟨fun hlt => Nat.lt_of_not_le fun hle => Nat.not_le_of_gt hlt (pow_le_pow_left hle n),
    fun h => Nat.pow_lt_pow_left h hn⟩

protected theorem pow_le_pow_iff_left {a b n : Nat} (hn : n ≠ 0) : a ^ n ≤ b ^ n ↔ a ≤ b :=
  ⟨fun hle => Nat.le_of_not_lt fun hlt => Nat.not_le_of_gt (Nat.pow_lt_pow_left hlt hn) hle,
    fun h => pow_le_pow_left h n⟩

protected theorem pow_left_inj {a b n : Nat} (hn : n ≠ 0) : a ^ n = b ^ n ↔ a = b :=
  ⟨fun h => Nat.le_antisymm ((Nat.pow_le_pow_iff_left hn).1 (Nat.le_of_eq h))
    ((Nat.pow_le_pow_iff_left hn).1 (Nat.le_of_eq h.symm)), fun h => h ▸ rfl⟩

protected theorem pow_right_inj {a m n : Nat} (h : 1 < a) : a ^ m = a ^ n ↔ m = n :=
  ⟨fun e => Nat.le_antisymm ((Nat.pow_le_pow_iff_right h).1 (Nat.le_of_eq e))
    ((Nat.pow_le_pow_iff_right h).1 (Nat.le_of_eq e.symm)), fun e => e ▸ rfl⟩

theorem lt_pow_self {n b : Nat} (hb : 1 < b) : n < b ^ n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => have := Nat.pow_lt_pow_succ (n := n) hb; omega

theorem lt_two_pow_self {n : Nat} : n < 2 ^ n := lt_pow_self (by decide)
protected theorem two_pow_pos (w : Nat) : 0 < 2 ^ w := Nat.pow_pos (by decide)
theorem one_le_two_pow {n : Nat} : 1 ≤ 2 ^ n := Nat.two_pow_pos n

protected theorem one_lt_pow {m n : Nat} (hn : n ≠ 0) (hm : 1 < m) : 1 < m ^ n := by
  have := Nat.pow_lt_pow_left hm hn
  rwa [Nat.one_pow] at this

protected theorem pow_eq_zero {a n : Nat} : a ^ n = 0 ↔ a = 0 ∧ n ≠ 0 := by
  constructor
  · intro h
    have ha : a = 0 := by
      rcases Nat.eq_zero_or_pos a with e | e
      · exact e
      · have := Nat.pow_pos (n := n) e; omega
    refine ⟨ha, fun hn => ?_⟩
    rw [hn, Nat.pow_zero] at h
    omega
  · rintro ⟨rfl, hn⟩
    exact Nat.zero_pow (Nat.pos_of_ne_zero hn)

end Nat
