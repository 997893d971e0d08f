import Mathlib.ModEq
import Mathlib.Prime
import Mathlib.Parity
/-!
# Congruences, continued

Cancellation in congruences, change of the modulus, parities of powers and products, and primes that
divide products of integers, and nothing else.
-/

namespace Int
theorem even_pow {m : ℤ} {n : ℕ} : Even (m ^ n) ↔ Even m ∧ n ≠ 0 := by
  induction n with
  | zero => rw [Int.pow_zero, Int.even_iff]; simp
  | succ n ih =>
    rw [Int.pow_succ, Int.even_mul, ih]
    exact ⟨fun h => ⟨h.elim (·.1) id, by omega⟩, fun h => .inr h.1⟩
theorem odd_pow {m : ℤ} {n : ℕ} : Odd (m ^ n) ↔ Odd m ∨ n = 0 := by
  rw [← not_even_iff_odd, ← not_even_iff_odd, even_pow]
  by_cases h : Even m <;> simp [h]
theorem even_mul_succ_self (n : ℤ) : Even (n * (n + 1)) := by
  rw [even_mul, even_add_one]; by_cases h : Even n <;> simp [h]
end Int
namespace Nat
theorem odd_pow {m n : ℕ} : Odd (m ^ n) ↔ Odd m ∨ n = 0 := by
  rw [← not_even_iff_odd, ← not_even_iff_odd, even_pow]
  by_cases h : Even m <;> simp [h]
theorem even_mul_succ_self (n : ℕ) : Even (n * (n + 1)) := by
  rw [even_mul, even_add_one]; by_cases h : Even n <;> simp [h]
theorem even_mul_pred_self : ∀ n : ℕ, Even (n * (n - 1))
  | 0 => by decide
  | n + 1 => by rw [Nat.add_sub_cancel, Nat.mul_comm]; exact even_mul_succ_self n
theorem odd_sub {m n : ℕ} (h : n ≤ m) : Odd (m - n) ↔ (Odd m ↔ Even n) := by
  rw [odd_iff, odd_iff, even_iff]; omega
theorem even_add' {m n : ℕ} : Even (m + n) ↔ (Odd m ↔ Odd n) := by
  rw [odd_iff, odd_iff, even_iff]; omega
theorem odd_add' {m n : ℕ} : Odd (m + n) ↔ (Odd n ↔ Even m) := by
  rw [odd_iff, odd_iff, even_iff]; omega
theorem even_sub' {m n : ℕ} (h : n ≤ m) : Even (m - n) ↔ (Odd m ↔ Odd n) := by
  rw [odd_iff, odd_iff, even_iff]; omega
end Nat

namespace Int
variable {n a b c d m : ℤ}
theorem modEq_one : a ≡ b [ZMOD 1] := by show a % 1 = b % 1; omega
theorem ModEq.eq (h : a ≡ b [ZMOD n]) : a % n = b % n := h
theorem ModEq.of_dvd (hd : m ∣ n) (h : a ≡ b [ZMOD n]) : a ≡ b [ZMOD m] :=
  modEq_iff_dvd.2 (Int.dvd_trans hd h.dvd)
theorem ModEq.of_mul_left (m : ℤ) (h : a ≡ b [ZMOD m * n]) : a ≡ b [ZMOD n] :=
  h.of_dvd (Int.dvd_mul_left m n)
theorem ModEq.of_mul_right (m : ℤ) (h : a ≡ b [ZMOD n * m]) : a ≡ b [ZMOD n] :=
  h.of_dvd (Int.dvd_mul_right n m)
theorem natCast_modEq_iff {a b n : ℕ} : (a : ℤ) ≡ b [ZMOD n] ↔ a ≡ b [MOD n] := by
  rw [Int.modEq_iff_dvd, Nat.modEq_iff_dvd]
theorem ModEq.add_left_cancel' (c : ℤ) (h : c + a ≡ c + b [ZMOD n]) : a ≡ b [ZMOD n] := by
  rw [modEq_iff_dvd] at *; rw [show b - a = c + b - (c + a) by omega]; exact h
theorem ModEq.add_right_cancel' (c : ℤ) (h : a + c ≡ b + c [ZMOD n]) : a ≡ b [ZMOD n] := by
  rw [modEq_iff_dvd] at *; rw [show b - a = b + c - (a + c) by omega]; exact h
theorem ModEq.sub_left (c : ℤ) (h : a ≡ b [ZMOD n]) : c - a ≡ c - b [ZMOD n] := .sub .rfl h
theorem ModEq.sub_right (c : ℤ) (h : a ≡ b [ZMOD n]) : a - c ≡ b - c [ZMOD n] := .sub h .rfl
theorem emod_emod_eq (a n : ℤ) : a % n % n = a % n := Int.emod_emod_of_dvd a (Int.dvd_refl n)
end Int
namespace Nat
variable {a b c n m : ℕ}
theorem modEq_one : a ≡ b [MOD 1] := by show a % 1 = b % 1; omega
theorem modEq_sub (h : b ≤ a) : a ≡ b [MOD a - b] := by
  have := (modEq_iff_dvd' h).2 (Nat.dvd_refl (a - b)); exact this.symm
theorem ModEq.of_mul_left (m : ℕ) (h : a ≡ b [MOD m * n]) : a ≡ b [MOD n] :=
  h.of_dvd (Nat.dvd_mul_left n m)
theorem ModEq.of_mul_right (m : ℕ) (h : a ≡ b [MOD n * m]) : a ≡ b [MOD n] :=
  h.of_dvd (Nat.dvd_mul_right n m)
theorem ModEq.add_left_cancel {c d : ℕ} (h₁ : a ≡ b [MOD n]) (h₂ : a + c ≡ b + d [MOD n]) : c ≡ d [MOD n] := by
  rw [modEq_iff_dvd] at *
  rw [show (d : ℤ) - c = ((b + d : ℕ) : ℤ) - (a + c : ℕ) - (b - a) by omega]
  exact Int.dvd_sub h₂ h₁
theorem ModEq.add_right_cancel {c d : ℕ} (h₁ : c ≡ d [MOD n]) (h₂ : a + c ≡ b + d [MOD n]) : a ≡ b [MOD n] := by
  rw [Nat.add_comm a, Nat.add_comm b] at h₂; exact h₁.add_left_cancel h₂
theorem ModEq.mul_left' (c : ℕ) (h : a ≡ b [MOD n]) : c * a ≡ c * b [MOD c * n] := by
  show c * a % (c * n) = c * b % (c * n)
  rw [Nat.mul_mod_mul_left, Nat.mul_mod_mul_left, show a % n = b % n from h]
theorem ModEq.mul_right' (c : ℕ) (h : a ≡ b [MOD n]) : a * c ≡ b * c [MOD n * c] := by
  rw [Nat.mul_comm a, Nat.mul_comm b, Nat.mul_comm n]; exact h.mul_left' c
theorem ModEq.eq_of_lt_of_lt (h : a ≡ b [MOD n]) (ha : a < n) (hb : b < n) : a = b := by
  rw [← Nat.mod_eq_of_lt ha, ← Nat.mod_eq_of_lt hb]; exact h
theorem ModEq.dvd_iff {d : ℕ} (h : a ≡ b [MOD n]) (hd : d ∣ n) : d ∣ a ↔ d ∣ b := by
  rw [← modEq_zero_iff_dvd, ← modEq_zero_iff_dvd]
  exact ⟨fun H => (h.of_dvd hd).symm.trans H, fun H => (h.of_dvd hd).trans H⟩
theorem ModEq.cancel_left_of_coprime (hmc : gcd n c = 1) (h : c * a ≡ c * b [MOD n]) : a ≡ b [MOD n] := by
  rw [modEq_iff_dvd] at *
  rw [Int.natCast_mul, Int.natCast_mul, ← Int.mul_sub, ← Int.natAbs_dvd_natAbs, Int.natAbs_mul,
    Int.natAbs_natCast, Int.natAbs_natCast] at h
  rw [← Int.natAbs_dvd_natAbs, Int.natAbs_natCast]
  exact Nat.Coprime.dvd_of_dvd_mul_left hmc h
theorem ModEq.cancel_right_of_coprime (hmc : gcd n c = 1) (h : a * c ≡ b * c [MOD n]) : a ≡ b [MOD n] := by
  rw [Nat.mul_comm a, Nat.mul_comm b] at h; exact h.cancel_left_of_coprime hmc
theorem modEq_and_modEq_iff_modEq_mul (hmn : Coprime m n) :
    a ≡ b [MOD m] ∧ a ≡ b [MOD n] ↔ a ≡ b [MOD m * n] := by
  constructor
  · rintro ⟨h1, h2⟩
    rw [modEq_iff_dvd, ← Int.natAbs_dvd_natAbs, Int.natAbs_natCast] at *
    exact hmn.mul_dvd_of_dvd_of_dvd h1 h2
  · exact fun h => ⟨h.of_mul_right n, h.of_mul_left m⟩
end Nat

/-! Primes that divide integers. -/

theorem Int.Prime.dvd_mul {m n : ℤ} {p : ℕ} (hp : Nat.Prime p) (h : (p : ℤ) ∣ m * n) :
    p ∣ m.natAbs ∨ p ∣ n.natAbs := by
  rw [← hp.dvd_mul, ← Int.natAbs_mul]; rw [← Int.natAbs_dvd_natAbs, Int.natAbs_natCast] at h; exact h
theorem Int.Prime.dvd_mul' {m n : ℤ} {p : ℕ} (hp : Nat.Prime p) (h : (p : ℤ) ∣ m * n) :
    (p : ℤ) ∣ m ∨ (p : ℤ) ∣ n := by
  rw [← Int.natAbs_dvd_natAbs, ← Int.natAbs_dvd_natAbs (b := n), Int.natAbs_natCast]
  exact Int.Prime.dvd_mul hp h
theorem Int.Prime.dvd_pow' {n : ℤ} {k p : ℕ} (hp : Nat.Prime p) (h : (p : ℤ) ∣ n ^ k) : (p : ℤ) ∣ n := by
  induction k with
  | zero =>
    rw [Int.pow_zero, ← Int.natAbs_dvd_natAbs, Int.natAbs_natCast] at h
    exact absurd h hp.not_dvd_one
  | succ k ih => rw [Int.pow_succ] at h; exact (Int.Prime.dvd_mul' hp h).elim ih id
theorem Int.Prime.dvd_pow {n : ℤ} {k p : ℕ} (hp : Nat.Prime p) (h : (p : ℤ) ∣ n ^ k) : p ∣ n.natAbs := by
  have := Int.Prime.dvd_pow' hp h
  rw [← Int.natAbs_dvd_natAbs, Int.natAbs_natCast] at this; exact this
