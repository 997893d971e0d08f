import Mathlib.NumberTheory
import Mathlib.ModEq
/-!
# Binomial coefficients, divisors and square roots, continued

Sums and quotients of binomial coefficients, bounds on divisors, squares between squares, and nothing
else.
-/
namespace Nat
theorem choose_eq_choose_pred_add {n k : ℕ} (hn : 0 < n) (hk : 0 < k) :
    choose n k = choose (n - 1) (k - 1) + choose (n - 1) k := by
  obtain ⟨n, rfl⟩ : ∃ m, n = m + 1 := ⟨n - 1, by omega⟩
  obtain ⟨k, rfl⟩ : ∃ m, k = m + 1 := ⟨k - 1, by omega⟩
  exact choose_succ_succ n k
theorem add_one_mul_choose_eq (n k : ℕ) : (n + 1) * choose n k = choose (n + 1) (k + 1) * (k + 1) :=
  succ_mul_choose_eq n k
theorem choose_eq_factorial_div_factorial {n k : ℕ} (hk : k ≤ n) : choose n k = n ! / (k ! * (n - k)!) := by
  rw [← choose_mul_factorial_mul_factorial hk, Nat.mul_assoc]
  exact (Nat.mul_div_cancel _ (Nat.mul_pos (factorial_pos _) (factorial_pos _))).symm
theorem choose_two_right (n : ℕ) : choose n 2 = n * (n - 1) / 2 := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [choose_succ_succ, choose_one_right, ih, Nat.add_sub_cancel]
    have h : (n + 1) * n = n * (n - 1) + 2 * n := by
      cases n with
      | zero => rfl
      | succ n => rw [Nat.add_sub_cancel, Nat.mul_comm (n + 1) n, ← Nat.add_mul]
    rw [h]; omega
theorem sum_range_choose (n : ℕ) : ∑ m ∈ Finset.range (n + 1), choose n m = 2 ^ n := by
  induction n with
  | zero => rfl
  | succ n ih =>
    have h : ∑ m ∈ Finset.range (n + 1), choose n (m + 1) + 1 = 2 ^ n := by
      have h1 := Finset.sum_range_succ' (fun m => choose n m) (n + 1)
      rw [Finset.sum_range_succ, ih, choose_succ_self, choose_zero_right] at h1
      omega
    rw [Finset.sum_range_succ', Finset.sum_congr rfl fun m _ => choose_succ_succ n m,
      Finset.sum_add_distrib, ih, choose_zero_right, Nat.pow_succ]
    omega
theorem factorial_lt {n m : ℕ} (hn : 0 < n) : n ! < m ! ↔ n < m := by
  constructor
  · intro h; exact Nat.lt_of_not_le fun h' => Nat.not_lt_of_le (factorial_le h') h
  · intro h
    have h1 := factorial_le (show n + 1 ≤ m from h)
    rw [factorial_succ] at h1
    have := factorial_pos n
    have := Nat.mul_le_mul_right (n !) (show 2 ≤ n + 1 by omega)
    omega
theorem pos_of_mem_divisors {m n : ℕ} (h : m ∈ divisors n) : 0 < m := by
  obtain ⟨h1, h2⟩ := mem_divisors.1 h
  exact Nat.pos_of_ne_zero fun e => h2 (by subst e; exact Nat.zero_dvd.1 h1)
theorem divisor_le {m n : ℕ} (h : m ∈ divisors n) : m ≤ n := by
  obtain ⟨h1, h2⟩ := mem_divisors.1 h; exact Nat.le_of_dvd (by omega) h1
theorem divisors_subset_of_dvd {m n : ℕ} (hzero : n ≠ 0) (h : m ∣ n) : divisors m ⊆ divisors n := by
  intro d hd; rw [mem_divisors] at *; exact ⟨Nat.dvd_trans hd.1 h, hzero⟩
theorem eq_of_dvd_of_lt_two_mul {a b : ℕ} (ha : a ≠ 0) (hdvd : b ∣ a) (hlt : a < 2 * b) : a = b := by
  obtain ⟨k, rfl⟩ := hdvd
  match k with
  | 0 => rw [Nat.mul_zero] at ha; omega
  | 1 => rw [Nat.mul_one]
  | k + 2 => rw [Nat.mul_add] at hlt; omega
theorem sqrt_lt' {m n : ℕ} : sqrt m < n ↔ m < n ^ 2 := by rw [Nat.pow_two, sqrt_lt]
theorem le_sqrt' {m n : ℕ} : m ≤ sqrt n ↔ m ^ 2 ≤ n := by rw [Nat.pow_two, le_sqrt]
theorem eq_sqrt {n a : ℕ} : a = sqrt n ↔ a * a ≤ n ∧ n < (a + 1) * (a + 1) := by
  rw [← le_sqrt, ← sqrt_lt]; omega
/-- No square lies strictly between two successive squares. -/
theorem not_exists_sq {n m : ℕ} (hl : m * m < n) (hr : n < (m + 1) * (m + 1)) : ¬∃ t, t * t = n := by
  rintro ⟨t, rfl⟩
  have h1 : m < t := Nat.lt_of_not_le fun h => by have := Nat.mul_le_mul h h; omega
  have h2 : t < m + 1 := Nat.lt_of_not_le fun h => by have := Nat.mul_le_mul h h; omega
  omega
theorem not_exists_sq' {n m : ℕ} (hl : m ^ 2 < n) (hr : n < (m + 1) ^ 2) : ¬∃ t, t ^ 2 = n := by
  rw [Nat.pow_two] at hl hr
  rintro ⟨t, rfl⟩
  exact not_exists_sq hl hr ⟨t, (Nat.pow_two t).symm⟩
theorem sub_mod_eq_zero_of_mod_eq {m n k : ℕ} (h : m % k = n % k) : (m - n) % k = 0 := by
  rcases Nat.le_total n m with e | e
  · exact Nat.mod_eq_zero_of_dvd ((modEq_iff_dvd' e).1 (Eq.symm h))
  · rw [Nat.sub_eq_zero_of_le e, Nat.zero_mod]
theorem Coprime.eq_one_of_dvd {k n : ℕ} (H : Coprime k n) (d : k ∣ n) : k = 1 := by
  rw [← show gcd k n = k from Nat.gcd_eq_left d]; exact H
end Nat
