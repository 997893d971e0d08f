prelude
import Init.Nat.Pow

/-! Division and remainder: the lemmas that people cite. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Nat

/-! ### Remainders -/

theorem mod_def (m k : Nat) : m % k = m - k * (m / k) := by have := mod_add_div m k; omega
protected theorem div_add_mod' (a b : Nat) : a / b * b + a % b = a := by rw [Nat.mul_comm]; exact div_add_mod a b
theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 := by omega
@[simp] theorem mod_two_ne_zero {n : Nat} : n % 2 ≠ 0 ↔ n % 2 = 1 := by omega
@[simp] theorem mod_two_ne_one {n : Nat} : n % 2 ≠ 1 ↔ n % 2 = 0 := by omega
theorem mod_two_not_eq_zero {n : Nat} : ¬n % 2 = 0 ↔ n % 2 = 1 := by omega
theorem mod_two_not_eq_one {n : Nat} : ¬n % 2 = 1 ↔ n % 2 = 0 := by omega

@[simp] theorem add_mul_mod_self_right (x y z : Nat) : (x + y * z) % z = x % z := by
  rw [Nat.mul_comm]
  exact add_mul_mod_self_left x z y

@[simp] theorem mul_mod_left (m n : Nat) : m * n % n = 0 := by rw [Nat.mul_comm]; exact mul_mod_right n m

@[simp] theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  have := add_mul_mod_self_right x 1 z
  rwa [Nat.one_mul] at this

@[simp] theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by rw [Nat.add_comm]; exact add_mod_right z x

@[simp] theorem mod_add_mod (m n k : Nat) : (m % n + k) % n = (m + k) % n := by
  rw [add_mod, mod_mod, ← add_mod]

@[simp] theorem add_mod_mod (m n k : Nat) : (m + n % k) % k = (m + n) % k := by
  rw [add_mod, mod_mod, ← add_mod]

@[simp] theorem mod_mul_mod (a b n : Nat) : a % n * b % n = a * b % n := by
  rw [mul_mod, mod_mod, ← mul_mod]

@[simp] theorem mul_mod_mod (a b n : Nat) : a * (b % n) % n = a * b % n := by
  rw [mul_mod, mod_mod, ← mul_mod]

theorem mod_eq_sub_mod {a b : Nat} (h : a ≥ b) : a % b = (a - b) % b := by
  conv => lhs; rw [← Nat.sub_add_cancel h]
  exact add_mod_right _ _

@[simp] theorem mod_mod_of_dvd (a : Nat) {b c : Nat} (h : c ∣ b) : a % b % c = a % c := by
  obtain ⟨d, rfl⟩ := h
  conv => rhs; rw [← mod_add_div a (c * d), Nat.mul_assoc]
  rw [add_mul_mod_self_left]

theorem mul_mod_mul_left (z x y : Nat) : z * x % (z * y) = z * (x % y) := by
  rcases Nat.eq_zero_or_pos (z * y) with h | h
  · rcases Nat.mul_eq_zero.1 h with e | e
    · subst e; simp
    · subst e; simp
  · refine (div_mod_eq_of_eq (q := x / y) ?_ ?_).2
    · rw [Nat.mul_assoc, ← Nat.mul_add, div_add_mod]
    · exact (Nat.mul_lt_mul_left (Nat.pos_and_pos_of_mul_pos h).1).2 (mod_lt x (Nat.pos_and_pos_of_mul_pos h).2)

theorem mul_mod_mul_right (z x y : Nat) : x * z % (y * z) = x % y * z := by
  rw [Nat.mul_comm x, Nat.mul_comm y, Nat.mul_comm _ z]
  exact mul_mod_mul_left z x y

/-- Quotient and remainder are what they should be, and nothing else is. -/
protected theorem div_mod_unique {n k m d : Nat} (h : 0 < k) : n / k = d ∧ n % k = m ↔ m + k * d = n ∧ m < k := by
  constructor
  · rintro ⟨rfl, rfl⟩
    exact ⟨mod_add_div n k, mod_lt n h⟩
  · rintro ⟨h₁, h₂⟩
    exact div_mod_eq_of_eq (by rw [Nat.add_comm]; exact h₁) h₂

/-! ### Quotients -/

theorem add_mul_div_left (x z : Nat) {y : Nat} (H : 0 < y) : (x + y * z) / y = x / y + z := by
  refine (div_mod_eq_of_eq (r := x % y) ?_ (mod_lt x H)).1
  rw [Nat.mul_add, Nat.add_right_comm, div_add_mod]

theorem add_mul_div_right (x y : Nat) {z : Nat} (H : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm]
  exact add_mul_div_left x y H

@[simp] theorem add_div_right (x : Nat) {z : Nat} (H : 0 < z) : (x + z) / z = x / z + 1 := by
  have := add_mul_div_right x 1 H
  rwa [Nat.one_mul] at this

@[simp] theorem add_div_left (x : Nat) {z : Nat} (H : 0 < z) : (z + x) / z = x / z + 1 := by
  rw [Nat.add_comm]
  exact add_div_right x H

protected theorem mul_div_right (m : Nat) {n : Nat} (H : 0 < n) : n * m / n = m := mul_div_cancel_left m H
protected theorem mul_div_left (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := by
  rw [Nat.mul_comm]
  exact mul_div_cancel_left m H
protected theorem mul_div_cancel (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := Nat.mul_div_left m H
@[simp] protected theorem div_self {n : Nat} (h : 0 < n) : n / n = 1 := by
  have := Nat.mul_div_left 1 h
  rwa [Nat.one_mul] at this

protected theorem mul_div_cancel' {n m : Nat} (H : n ∣ m) : n * (m / n) = m := by
  have := mod_add_div m n
  rw [mod_eq_zero_of_dvd H] at this
  omega

protected theorem div_mul_cancel {n m : Nat} (H : n ∣ m) : m / n * n = m := by
  rw [Nat.mul_comm]
  exact Nat.mul_div_cancel' H

protected theorem mul_div_assoc {k n : Nat} (m : Nat) (H : k ∣ n) : m * n / k = m * (n / k) := by
  rcases Nat.eq_zero_or_pos k with e | e
  · subst e; simp
  · obtain ⟨d, rfl⟩ := H
    rw [Nat.mul_left_comm, Nat.mul_div_right _ e, Nat.mul_div_right _ e]

theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := by have := mod_add_div m n; omega
theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m := by rw [Nat.mul_comm]; exact mul_div_le m n
theorem lt_mul_div_succ (a : Nat) {b : Nat} (h : 0 < b) : a < b * (a / b + 1) := by
  have h1 := mod_add_div a b
  have h2 := mod_lt a h
  rw [Nat.mul_add_one]
  omega

theorem le_div_iff_mul_le {x y k : Nat} (k0 : 0 < k) : x ≤ y / k ↔ x * k ≤ y := by
  constructor
  · intro h
    exact Nat.le_trans (mul_le_mul_right k h) (div_mul_le_self y k)
  · intro h
    refine Nat.le_of_not_lt fun hlt => ?_
    have h1 := mul_le_mul_left k (show y / k + 1 ≤ x from hlt)
    have h2 := lt_mul_div_succ y k0
    rw [Nat.mul_comm k x] at h1
    omega

theorem div_lt_iff_lt_mul {x y k : Nat} (Hk : 0 < k) : x / k < y ↔ x < y * k := by
  rw [← Nat.not_le, ← Nat.not_le]
  exact not_congr (le_div_iff_mul_le Hk)

theorem div_le_of_le_mul {m n k : Nat} (h : m ≤ k * n) : m / k ≤ n := by
  rcases Nat.eq_zero_or_pos k with e | e
  · subst e; simp
  · refine Nat.le_of_not_lt fun hlt => ?_
    have h1 := (le_div_iff_mul_le e).1 (show n + 1 ≤ m / k from hlt)
    rw [Nat.add_one_mul, Nat.mul_comm n] at h1
    omega

theorem div_lt_of_lt_mul {m n k : Nat} (h : m < n * k) : m / n < k := by
  have hn : 0 < n := Nat.pos_of_ne_zero fun e => by rw [e, Nat.zero_mul] at h; omega
  rw [div_lt_iff_lt_mul hn, Nat.mul_comm]
  exact h

theorem div_le_self (n k : Nat) : n / k ≤ n := by
  rcases Nat.eq_zero_or_pos k with e | e
  · subst e; simp
  · exact div_le_of_le_mul (Nat.le_mul_of_pos_left n e)

theorem div_lt_self {n k : Nat} (hLtN : 0 < n) (hLtK : 1 < k) : n / k < n := by
  rw [div_lt_iff_lt_mul (by omega)]
  have := (Nat.mul_lt_mul_left (b := 1) (c := k) hLtN).2 hLtK
  omega

protected theorem div_le_div_right {a b : Nat} (h : a ≤ b) (c : Nat) : a / c ≤ b / c := by
  rcases Nat.eq_zero_or_pos c with e | e
  · subst e; simp
  · exact (le_div_iff_mul_le e).2 (Nat.le_trans (div_mul_le_self a c) h)

theorem div_pos (hba : b ≤ a) (hb : 0 < b) : 0 < a / b :=
  (le_div_iff_mul_le hb).2 (by rw [Nat.one_mul]; exact hba)

protected theorem div_eq_of_eq_mul_left {m n k : Nat} (H1 : 0 < n) (H2 : m = k * n) : m / n = k := by
  rw [H2, Nat.mul_div_left _ H1]

protected theorem div_eq_of_eq_mul_right {m n k : Nat} (H1 : 0 < n) (H2 : m = n * k) : m / n = k := by
  rw [H2, Nat.mul_div_right _ H1]

protected theorem eq_mul_of_div_eq_right {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Nat.mul_div_cancel' H1]

protected theorem eq_mul_of_div_eq_left {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) : a = c * b := by
  rw [Nat.mul_comm, Nat.eq_mul_of_div_eq_right H1 H2]

protected theorem div_eq_iff_eq_mul_right {a b c : Nat} (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Nat.eq_mul_of_div_eq_right H', Nat.div_eq_of_eq_mul_right H⟩

protected theorem div_eq_iff_eq_mul_left {a b c : Nat} (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = c * b :=
  ⟨Nat.eq_mul_of_div_eq_left H', Nat.div_eq_of_eq_mul_left H⟩

theorem div_eq_of_lt_le {m n k : Nat} (lo : k * n ≤ m) (hi : m < (k + 1) * n) : m / n = k := by
  have hn : 0 < n := Nat.pos_of_ne_zero fun e => by rw [e, Nat.mul_zero] at hi; omega
  exact Nat.le_antisymm (le_of_lt_add_one ((div_lt_iff_lt_mul hn).2 hi)) ((le_div_iff_mul_le hn).2 lo)

protected theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) := by
  rcases Nat.eq_zero_or_pos n with e | hn
  · subst e; simp
  rcases Nat.eq_zero_or_pos k with e | hk
  · subst e; simp
  apply Nat.le_antisymm
  · rw [le_div_iff_mul_le (Nat.mul_pos hn hk), Nat.mul_comm n, ← Nat.mul_assoc, ← le_div_iff_mul_le hn]
    exact div_mul_le_self _ _
  · rw [le_div_iff_mul_le hk, le_div_iff_mul_le hn, Nat.mul_assoc, Nat.mul_comm k]
    exact div_mul_le_self _ _

protected theorem mul_div_mul_left {m : Nat} (n k : Nat) (H : 0 < m) : m * n / (m * k) = n / k := by
  rw [← Nat.div_div_eq_div_mul, Nat.mul_div_right _ H]

protected theorem mul_div_mul_right {m : Nat} (n k : Nat) (H : 0 < m) : n * m / (k * m) = n / k := by
  rw [Nat.mul_comm, Nat.mul_comm k]
  exact Nat.mul_div_mul_left n k H

theorem div_eq_zero_iff : a / b = 0 ↔ b = 0 ∨ a < b := by
  constructor
  · intro h
    rcases Nat.eq_zero_or_pos b with e | e
    · exact .inl e
    · right
      have := lt_mul_div_succ a e
      rwa [h, Nat.zero_add, Nat.mul_one] at this
  · rintro (h | h)
    · rw [h, Nat.div_zero]
    · exact div_eq_of_lt h

theorem pow_div {x m n : Nat} (h : n ≤ m) (hx : 0 < x) : x ^ m / x ^ n = x ^ (m - n) := by
  obtain ⟨k, rfl⟩ := le.dest h
  rw [Nat.pow_add, Nat.mul_div_right _ (Nat.pow_pos hx), Nat.add_sub_cancel_left]

end Nat
