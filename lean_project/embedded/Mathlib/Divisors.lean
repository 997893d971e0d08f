import Mathlib.Interval
/-!
# Divisors

`Nat.divisors n` and `Nat.properDivisors n` as finite sets, and nothing else.
-/
namespace Nat

/-- The divisors of `n`; none for `n = 0`. -/
def divisors (n : ℕ) : Finset ℕ := (Finset.Ico 1 (n + 1)).filter (· ∣ n)
/-- The divisors of `n` other than `n`; none for `n = 0`. -/
def properDivisors (n : ℕ) : Finset ℕ := (Finset.Ico 1 n).filter (· ∣ n)

@[simp] theorem mem_divisors {n m : ℕ} : n ∈ divisors m ↔ n ∣ m ∧ m ≠ 0 := by
  unfold divisors
  rw [Finset.mem_filter, Finset.mem_Ico]
  constructor
  · rintro ⟨⟨h1, h2⟩, h3⟩; exact ⟨h3, by omega⟩
  · rintro ⟨h1, h2⟩
    have := Nat.le_of_dvd (by omega) h1
    have : n ≠ 0 := fun e => by obtain ⟨k, hk⟩ := h1; rw [e, Nat.zero_mul] at hk; exact h2 hk
    exact ⟨by omega, h1⟩
@[simp] theorem mem_properDivisors {n m : ℕ} : n ∈ properDivisors m ↔ n ∣ m ∧ n < m := by
  unfold properDivisors
  rw [Finset.mem_filter, Finset.mem_Ico]
  constructor
  · rintro ⟨⟨h1, h2⟩, h3⟩; exact ⟨h3, h2⟩
  · rintro ⟨h1, h2⟩
    have : n ≠ 0 := fun e => by obtain ⟨k, hk⟩ := h1; rw [e, Nat.zero_mul] at hk; omega
    exact ⟨by omega, h1⟩
@[simp] theorem divisors_zero : divisors 0 = ∅ := rfl
@[simp] theorem divisors_one : divisors 1 = {1} := rfl
@[simp] theorem properDivisors_zero : properDivisors 0 = ∅ := rfl
@[simp] theorem properDivisors_one : properDivisors 1 = ∅ := rfl
theorem mem_divisors_self (n : ℕ) (h : n ≠ 0) : n ∈ divisors n := mem_divisors.2 ⟨Nat.dvd_refl n, h⟩
theorem one_mem_divisors {n : ℕ} : 1 ∈ divisors n ↔ n ≠ 0 :=
  mem_divisors.trans ⟨(·.2), fun h => ⟨⟨n, (Nat.one_mul n).symm⟩, h⟩⟩
theorem dvd_of_mem_divisors {n m : ℕ} (h : n ∈ divisors m) : n ∣ m := (mem_divisors.1 h).1

end Nat
