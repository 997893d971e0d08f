import Mathlib.Interval
import Mathlib.OrderedRing
import Mathlib.Parity
/-!
# Telescopes and geometric sums

Sums of differences, geometric sums, and the divisibility of differences of powers, and nothing else.
-/
universe u v

namespace Finset
variable {ι : Type u} {κ : Type v}

theorem add_sum_erase {M : Type v} [AddCommMonoid M] [DecidableEq ι] (s : Finset ι) (f : ι → M) {a : ι}
    (h : a ∈ s) : f a + ∑ x ∈ s.erase a, f x = ∑ x ∈ s, f x := by
  conv => rhs; rw [← insert_erase h]
  rw [sum_insert (notMem_erase a s)]
theorem mul_prod_erase {M : Type v} [CommMonoid M] [DecidableEq ι] (s : Finset ι) (f : ι → M) {a : ι}
    (h : a ∈ s) : f a * ∏ x ∈ s.erase a, f x = ∏ x ∈ s, f x := by
  conv => rhs; rw [← insert_erase h]
  rw [prod_insert (notMem_erase a s)]
theorem sum_comm {M : Type _} [AddCommMonoid M] {s : Finset ι} {t : Finset κ} {f : ι → κ → M} :
    ∑ x ∈ s, ∑ y ∈ t, f x y = ∑ y ∈ t, ∑ x ∈ s, f x y := by
  induction s using Finset.cons_induction with
  | empty => rw [sum_empty]; exact (sum_eq_zero fun _ _ => rfl).symm
  | cons a s ha ih =>
    rw [sum_cons, ih, ← sum_add_distrib]
    exact sum_congr rfl fun y _ => (sum_cons (f := fun x => f x y) ha).symm
theorem sum_Ico_consecutive {M : Type v} [AddCommMonoid M] (f : ℕ → M) {m n k : ℕ} (hmn : m ≤ n)
    (hnk : n ≤ k) : ∑ i ∈ Ico m n, f i + ∑ i ∈ Ico n k, f i = ∑ i ∈ Ico m k, f i := by
  rw [← sum_union fun x hx hx' => by rw [mem_Ico] at hx hx'; omega]
  exact sum_congr (ext fun x => by rw [mem_union, mem_Ico, mem_Ico, mem_Ico]; omega) fun _ _ => rfl
theorem sum_range_add_sum_Ico {M : Type v} [AddCommMonoid M] (f : ℕ → M) {m n : ℕ} (h : m ≤ n) :
    ∑ i ∈ range m, f i + ∑ i ∈ Ico m n, f i = ∑ i ∈ range n, f i := by
  rw [range_eq_Ico, range_eq_Ico, sum_Ico_consecutive f (Nat.zero_le m) h]

section Ring
variable {R : Type v} [Ring R]
@[simp] theorem sum_neg_distrib (s : Finset ι) (f : ι → R) : ∑ i ∈ s, -f i = -∑ i ∈ s, f i := by
  apply add_left_cancel (a := ∑ i ∈ s, f i)
  rw [← sum_add_distrib, add_neg_cancel]
  exact sum_eq_zero fun x _ => add_neg_cancel (f x)
theorem sum_sub_distrib (s : Finset ι) (f g : ι → R) :
    ∑ i ∈ s, (f i - g i) = ∑ i ∈ s, f i - ∑ i ∈ s, g i := by
  rw [sub_eq_add_neg, ← sum_neg_distrib, ← sum_add_distrib]
  exact sum_congr rfl fun x _ => sub_eq_add_neg _ _
theorem sum_range_sub (f : ℕ → R) (n : ℕ) : ∑ i ∈ range n, (f (i + 1) - f i) = f n - f 0 := by
  induction n with
  | zero => rw [sum_range_zero, sub_self]
  | succ n ih =>
    rw [sum_range_succ, ih, add_comm, sub_add_sub_cancel]
end Ring

end Finset

theorem geom_sum_mul {R : Type u} [Ring R] (x : R) (n : ℕ) :
    (∑ i ∈ Finset.range n, x ^ i) * (x - 1) = x ^ n - 1 := by
  induction n with
  | zero => rw [Finset.sum_range_zero, zero_mul, pow_zero, sub_self]
  | succ n ih =>
    rw [Finset.sum_range_succ, add_mul, ih, mul_sub, mul_one, ← pow_succ, add_comm, sub_add_sub_cancel]

theorem Int.sub_dvd_pow_sub_pow (x y : ℤ) : ∀ n : ℕ, x - y ∣ x ^ n - y ^ n
  | 0 => ⟨0, by rw [Int.pow_zero, Int.pow_zero]; omega⟩
  | n + 1 => by
    obtain ⟨k, hk⟩ := Int.sub_dvd_pow_sub_pow x y n
    refine ⟨x ^ n + y * k, ?_⟩
    rw [Int.pow_succ, Int.pow_succ, Int.mul_add, Int.mul_left_comm, ← hk, Int.mul_sub, Int.sub_mul,
      Int.mul_comm x (x ^ n), Int.mul_comm y (x ^ n), Int.mul_comm y (y ^ n)]
    omega

theorem Nat.sub_dvd_pow_sub_pow (x y n : ℕ) : x - y ∣ x ^ n - y ^ n := by
  rcases Nat.le_total y x with h | h
  · have h' := Nat.pow_le_pow_left h n
    have := Int.sub_dvd_pow_sub_pow x y n
    rw [← Int.natCast_dvd_natCast, show ((x - y : ℕ) : ℤ) = x - y by omega,
      show ((x ^ n - y ^ n : ℕ) : ℤ) = ((x ^ n : ℕ) : ℤ) - (y ^ n : ℕ) by omega]
    push_cast; exact this
  · rw [Nat.sub_eq_zero_of_le (Nat.pow_le_pow_left h n)]; exact Nat.dvd_zero _

theorem Odd.add_dvd_pow_add_pow (x y : ℤ) {n : ℕ} (hn : Odd n) : x + y ∣ x ^ n + y ^ n := by
  have h := Int.sub_dvd_pow_sub_pow x (-y) n
  have e : (-y) ^ n = -(y ^ n) := by
    obtain ⟨m, rfl⟩ := hn
    clear h
    induction m with
    | zero => rw [show 2 * 0 + 1 = 1 from rfl, pow_one, pow_one]
    | succ m ih =>
      rw [show 2 * (m + 1) + 1 = 2 * m + 1 + 1 + 1 by omega, Int.pow_succ, Int.pow_succ, ih]
      simp only [Int.pow_succ, Int.neg_mul, Int.mul_neg, Int.neg_neg]
  rw [e, show x - -y = x + y by omega, show x ^ n - -(y ^ n) = x ^ n + y ^ n by omega] at h
  exact h
