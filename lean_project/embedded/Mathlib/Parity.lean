import Mathlib.Algebra
/-!
# Parity

`Even` and `Odd`, decidable on ℕ and ℤ, with Mathlib's lemmas about them, and nothing else.
-/
universe u

/-- `a = r + r` for some `r`. -/
def Even {α : Type u} [Add α] (a : α) : Prop := ∃ r, a = r + r

/-- `a = 2 * m + 1` for some `m`. -/
def Odd {α : Type u} [Add α] [Mul α] [OfNat α 1] [OfNat α 2] (a : α) : Prop := ∃ m, a = 2 * m + 1

namespace Nat

theorem even_iff {n : ℕ} : Even n ↔ n % 2 = 0 :=
  ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
theorem odd_iff {n : ℕ} : Odd n ↔ n % 2 = 1 :=
  ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩

instance instDecidablePredEven : DecidablePred (Even : ℕ → Prop) :=
  fun _ => decidable_of_iff _ even_iff.symm
instance instDecidablePredOdd : DecidablePred (Odd : ℕ → Prop) :=
  fun _ => decidable_of_iff _ odd_iff.symm

theorem not_even_iff {n : ℕ} : ¬Even n ↔ n % 2 = 1 := by rw [even_iff]; omega
theorem not_odd_iff {n : ℕ} : ¬Odd n ↔ n % 2 = 0 := by rw [odd_iff]; omega
@[simp] theorem not_even_iff_odd {n : ℕ} : ¬Even n ↔ Odd n := by rw [even_iff, odd_iff]; omega
@[simp] theorem not_odd_iff_even {n : ℕ} : ¬Odd n ↔ Even n := by rw [even_iff, odd_iff]; omega
theorem even_or_odd (n : ℕ) : Even n ∨ Odd n := by rw [even_iff, odd_iff]; omega
theorem even_or_odd' (n : ℕ) : ∃ k, n = 2 * k ∨ n = 2 * k + 1 := ⟨n / 2, by omega⟩
theorem even_add {m n : ℕ} : Even (m + n) ↔ (Even m ↔ Even n) := by
  rw [even_iff, even_iff, even_iff]; omega
theorem even_add_one {n : ℕ} : Even (n + 1) ↔ ¬Even n := by rw [even_iff, even_iff]; omega
theorem odd_add {m n : ℕ} : Odd (m + n) ↔ (Odd m ↔ Even n) := by
  rw [odd_iff, odd_iff, even_iff]; omega
theorem even_sub {m n : ℕ} (h : n ≤ m) : Even (m - n) ↔ (Even m ↔ Even n) := by
  rw [even_iff, even_iff, even_iff]; omega
theorem even_mul {m n : ℕ} : Even (m * n) ↔ Even m ∨ Even n := by
  rw [even_iff, even_iff, even_iff, Nat.mul_mod]
  rcases (by omega : m % 2 = 0 ∨ m % 2 = 1) with h | h <;>
    rcases (by omega : n % 2 = 0 ∨ n % 2 = 1) with h' | h' <;> simp [h, h']
theorem odd_mul {m n : ℕ} : Odd (m * n) ↔ Odd m ∧ Odd n := by
  rw [← not_even_iff_odd, ← not_even_iff_odd, ← not_even_iff_odd, even_mul, not_or]
theorem even_pow {m n : ℕ} : Even (m ^ n) ↔ Even m ∧ n ≠ 0 := by
  induction n with
  | zero => rw [Nat.pow_zero, even_iff]; simp
  | succ n ih =>
    rw [pow_succ, even_mul, ih]
    constructor
    · rintro (h | h)
      · exact ⟨h.1, by omega⟩
      · exact ⟨h, by omega⟩
    · rintro ⟨h, _⟩; exact .inr h
theorem even_two_mul (n : ℕ) : Even (2 * n) := ⟨n, by omega⟩

end Nat

namespace Int

theorem even_iff {n : ℤ} : Even n ↔ n % 2 = 0 :=
  ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
theorem odd_iff {n : ℤ} : Odd n ↔ n % 2 = 1 :=
  ⟨fun ⟨r, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩

instance instDecidablePredEven : DecidablePred (Even : ℤ → Prop) :=
  fun _ => decidable_of_iff _ even_iff.symm
instance instDecidablePredOdd : DecidablePred (Odd : ℤ → Prop) :=
  fun _ => decidable_of_iff _ odd_iff.symm

theorem not_even_iff {n : ℤ} : ¬Even n ↔ n % 2 = 1 := by rw [even_iff]; omega
theorem not_odd_iff {n : ℤ} : ¬Odd n ↔ n % 2 = 0 := by rw [odd_iff]; omega
@[simp] theorem not_even_iff_odd {n : ℤ} : ¬Even n ↔ Odd n := by rw [even_iff, odd_iff]; omega
@[simp] theorem not_odd_iff_even {n : ℤ} : ¬Odd n ↔ Even n := by rw [even_iff, odd_iff]; omega
theorem even_or_odd (n : ℤ) : Even n ∨ Odd n := by rw [even_iff, odd_iff]; omega
theorem even_or_odd' (n : ℤ) : ∃ k, n = 2 * k ∨ n = 2 * k + 1 := ⟨n / 2, by omega⟩
theorem even_add {m n : ℤ} : Even (m + n) ↔ (Even m ↔ Even n) := by
  rw [even_iff, even_iff, even_iff]; omega
theorem even_sub {m n : ℤ} : Even (m - n) ↔ (Even m ↔ Even n) := by
  rw [even_iff, even_iff, even_iff]; omega
theorem even_add_one {n : ℤ} : Even (n + 1) ↔ ¬Even n := by rw [even_iff, even_iff]; omega
theorem odd_add {m n : ℤ} : Odd (m + n) ↔ (Odd m ↔ Even n) := by
  rw [odd_iff, odd_iff, even_iff]; omega
theorem even_mul {m n : ℤ} : Even (m * n) ↔ Even m ∨ Even n := by
  constructor
  · intro h
    rcases even_or_odd' m with ⟨k, hk | hk⟩
    · exact .inl ⟨k, by omega⟩
    · refine .inr ?_
      rw [hk, Int.add_mul, Int.mul_assoc, Int.one_mul, even_iff] at h
      rw [even_iff]; omega
  · rintro (⟨k, rfl⟩ | ⟨k, rfl⟩)
    · exact ⟨k * n, Int.add_mul ..⟩
    · exact ⟨m * k, Int.mul_add ..⟩
theorem odd_mul {m n : ℤ} : Odd (m * n) ↔ Odd m ∧ Odd n := by
  rw [← not_even_iff_odd, ← not_even_iff_odd, ← not_even_iff_odd, even_mul, not_or]
@[simp] theorem even_coe_nat (n : ℕ) : Even (n : ℤ) ↔ Even n := by
  rw [even_iff, Nat.even_iff]; omega
@[simp] theorem odd_coe_nat (n : ℕ) : Odd (n : ℤ) ↔ Odd n := by
  rw [odd_iff, Nat.odd_iff]; omega

end Int

theorem even_iff_exists_two_mul {n : ℕ} : Even n ↔ ∃ m, n = 2 * m :=
  ⟨fun ⟨m, h⟩ => ⟨m, by omega⟩, fun ⟨m, h⟩ => ⟨m, by omega⟩⟩
theorem even_iff_two_dvd {n : ℕ} : Even n ↔ 2 ∣ n := by rw [Nat.even_iff]; omega
theorem Even.two_dvd {n : ℕ} (h : Even n) : 2 ∣ n := even_iff_two_dvd.1 h
theorem Int.even_iff_two_dvd {n : ℤ} : Even n ↔ 2 ∣ n := by rw [Int.even_iff]; omega

section Monoid
variable {α : Type u}
theorem Even.add [AddCommMonoid α] {m n : α} : Even m → Even n → Even (m + n)
  | ⟨a, ha⟩, ⟨b, hb⟩ => ⟨a + b, by rw [ha, hb, add_add_add_comm]⟩
theorem Even.mul_left [Semiring α] {m : α} (h : Even m) (n : α) : Even (n * m) :=
  let ⟨a, ha⟩ := h; ⟨n * a, by rw [ha, mul_add]⟩
theorem Even.mul_right [Semiring α] {m : α} (h : Even m) (n : α) : Even (m * n) :=
  let ⟨a, ha⟩ := h; ⟨a * n, by rw [ha, add_mul]⟩
@[simp] theorem Even.zero : Even (0 : ℕ) := ⟨0, rfl⟩
end Monoid
