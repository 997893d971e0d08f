prelude
import Init.Nat.Quotient

/-! Divisibility. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

namespace Nat

attribute [simp] Nat.dvd_refl Nat.dvd_zero Nat.dvd_mul_right Nat.dvd_mul_left

instance : Trans (α := Nat) (· ∣ ·) (· ∣ ·) (· ∣ ·) := ⟨Nat.dvd_trans⟩

protected theorem dvd_rfl {a : Nat} : a ∣ a := Nat.dvd_refl a
theorem dvd_of_eq {a b : Nat} (h : a = b) : a ∣ b := h ▸ Nat.dvd_refl a
@[simp] protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩
theorem eq_zero_of_zero_dvd {a : Nat} (h : 0 ∣ a) : a = 0 := by
  obtain ⟨c, hc⟩ := h
  rw [hc, Nat.zero_mul]
@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 := ⟨eq_zero_of_zero_dvd, fun h => h ▸ Nat.dvd_refl 0⟩

protected theorem dvd_mul_left_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ c * b :=
  Nat.dvd_trans h (Nat.dvd_mul_left b c)

protected theorem dvd_mul_right_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ b * c :=
  Nat.dvd_trans h (Nat.dvd_mul_right b c)

theorem le_of_dvd {m n : Nat} (h1 : 0 < n) : m ∣ n → m ≤ n := by
  rintro ⟨k, rfl⟩
  exact Nat.le_mul_of_pos_right m (Nat.pos_and_pos_of_mul_pos h1).2

theorem pos_of_dvd_of_pos {m n : Nat} (H1 : m ∣ n) (H2 : 0 < n) : 0 < m := by
  obtain ⟨k, rfl⟩ := H1
  exact (Nat.pos_and_pos_of_mul_pos H2).1

protected theorem dvd_antisymm : ∀ {m n : Nat}, m ∣ n → n ∣ m → m = n
  | 0, _, h₁, _ => (eq_zero_of_zero_dvd h₁).symm
  | _ + 1, 0, _, h₂ => eq_zero_of_zero_dvd h₂
  | _ + 1, _ + 1, h₁, h₂ => Nat.le_antisymm (le_of_dvd (succ_pos _) h₁) (le_of_dvd (succ_pos _) h₂)

protected theorem eq_one_of_dvd_one {n : Nat} (h : n ∣ 1) : n = 1 := Nat.dvd_antisymm h (Nat.one_dvd n)
@[simp] protected theorem dvd_one {n : Nat} : n ∣ 1 ↔ n = 1 :=
  ⟨Nat.eq_one_of_dvd_one, fun h => h ▸ Nat.dvd_refl 1⟩

protected theorem dvd_sub {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := by
  obtain ⟨a, rfl⟩ := h₁
  obtain ⟨b, rfl⟩ := h₂
  exact ⟨a - b, (Nat.mul_sub k a b).symm⟩

protected theorem dvd_add_right {m k : Nat} (h : k ∣ m) : k ∣ m + n ↔ k ∣ n :=
  ⟨fun h' => by have := Nat.dvd_sub h' h; rwa [Nat.add_sub_cancel_left] at this, Nat.dvd_add h⟩

protected theorem dvd_add_left {m k : Nat} (h : k ∣ m) : k ∣ n + m ↔ k ∣ n := by
  rw [Nat.add_comm]
  exact Nat.dvd_add_right h

protected theorem dvd_add_iff_right {k m : Nat} (h : k ∣ m) : k ∣ n ↔ k ∣ m + n := (Nat.dvd_add_right h).symm
protected theorem dvd_add_iff_left {k m : Nat} (h : k ∣ m) : k ∣ n ↔ k ∣ n + m := (Nat.dvd_add_left h).symm

theorem dvd_mod_iff {k m n : Nat} (h : k ∣ n) : k ∣ m % n ↔ k ∣ m := by
  have h1 := Nat.dvd_add_left (n := m % n) (Nat.dvd_mul_right_of_dvd h (m / n))
  rw [mod_add_div] at h1
  exact h1.symm

theorem dvd_sub_mod (k : Nat) : n ∣ k - k % n :=
  ⟨k / n, by have := mod_add_div k n; omega⟩

protected theorem mul_dvd_mul {a b c d : Nat} : a ∣ b → c ∣ d → a * c ∣ b * d := by
  rintro ⟨e, rfl⟩ ⟨f, rfl⟩
  exact ⟨e * f, Nat.mul_mul_mul_comm a e c f⟩

protected theorem mul_dvd_mul_left {b c : Nat} (a : Nat) (h : b ∣ c) : a * b ∣ a * c :=
  Nat.mul_dvd_mul (Nat.dvd_refl a) h

protected theorem mul_dvd_mul_right {a b : Nat} (h : a ∣ b) (c : Nat) : a * c ∣ b * c :=
  Nat.mul_dvd_mul h (Nat.dvd_refl c)

protected theorem dvd_of_mul_dvd_mul_left {k m n : Nat} (kpos : 0 < k) (H : k * m ∣ k * n) : m ∣ n := by
  obtain ⟨c, hc⟩ := H
  exact ⟨c, Nat.mul_left_cancel kpos (by rw [hc, Nat.mul_assoc])⟩

protected theorem dvd_of_mul_dvd_mul_right {k m n : Nat} (kpos : 0 < k) (H : m * k ∣ n * k) : m ∣ n := by
  rw [Nat.mul_comm m, Nat.mul_comm n] at H
  exact Nat.dvd_of_mul_dvd_mul_left kpos H

theorem dvd_of_mul_left_dvd {a b c : Nat} (h : a * b ∣ c) : b ∣ c := Nat.dvd_trans (Nat.dvd_mul_left b a) h
theorem dvd_of_mul_right_dvd {a b c : Nat} (h : a * b ∣ c) : a ∣ c := Nat.dvd_trans (Nat.dvd_mul_right a b) h

theorem pow_dvd_pow {m n : Nat} (a : Nat) (h : m ≤ n) : a ^ m ∣ a ^ n := by
  obtain ⟨k, rfl⟩ := le.dest h
  rw [Nat.pow_add]
  exact Nat.dvd_mul_right _ _

theorem pow_dvd_pow_of_dvd {a b : Nat} (h : a ∣ b) (n : Nat) : a ^ n ∣ b ^ n := by
  obtain ⟨c, rfl⟩ := h
  rw [Nat.mul_pow]
  exact Nat.dvd_mul_right _ _

theorem dvd_pow_self (a : Nat) {n : Nat} (h : n ≠ 0) : a ∣ a ^ n := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => exact Nat.dvd_mul_left a (a ^ n)

theorem div_dvd_of_dvd {n m : Nat} (h : n ∣ m) : m / n ∣ m := ⟨n, (Nat.div_mul_cancel h).symm⟩

theorem dvd_div_of_mul_dvd {a b c : Nat} (h : a * b ∣ c) : b ∣ c / a := by
  rcases Nat.eq_zero_or_pos a with e | e
  · subst e; rw [Nat.div_zero]; exact Nat.dvd_zero b
  · obtain ⟨d, rfl⟩ := h
    rw [Nat.mul_assoc, Nat.mul_div_right _ e]
    exact Nat.dvd_mul_right b d

theorem mod_eq_zero_iff_dvd {k n : Nat} : n % k = 0 ↔ k ∣ n := dvd_iff_mod_eq_zero.symm

theorem eq_zero_of_dvd_of_lt {a b : Nat} (w : a ∣ b) (h : b < a) : b = 0 := by
  rcases Nat.eq_zero_or_pos b with e | e
  · exact e
  · have := le_of_dvd e w; omega

end Nat
