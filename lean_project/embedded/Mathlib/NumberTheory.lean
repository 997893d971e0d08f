import Mathlib.Prime
import Mathlib.Parity
import Mathlib.Factorial
import Mathlib.Divisors
/-!
# Number theory

Facts that join primes, parity, coprimality, factorials, divisors and sums, under Mathlib's names, and
nothing else.
-/
namespace Nat

/-- Induction from `m` upwards. -/
@[elab_as_elim] theorem le_induction {m : ℕ} {P : ∀ n, m ≤ n → Prop} (base : P m (Nat.le_refl m))
    (succ : ∀ n (hmn : m ≤ n), P n hmn → P (n + 1) (Nat.le_succ_of_le hmn)) :
    ∀ n (hmn : m ≤ n), P n hmn := by
  intro n hmn
  obtain ⟨k, rfl⟩ := Nat.le.dest hmn
  induction k with
  | zero => exact base
  | succ k ih => exact succ (m + k) (Nat.le_add_right m k) (ih (Nat.le_add_right m k))

theorem le_self_pow {n : ℕ} (hn : n ≠ 0) (m : ℕ) : m ≤ m ^ n := by
  rcases Nat.eq_zero_or_pos m with rfl | hm
  · exact Nat.zero_le _
  · have := Nat.pow_le_pow_right hm (show 1 ≤ n by omega)
    rw [Nat.pow_one] at this; exact this

namespace Prime
variable {p q n m : ℕ}

theorem coprime_iff_not_dvd (pp : Nat.Prime p) : Coprime p n ↔ ¬p ∣ n := by
  constructor
  · intro h hd
    have := Nat.dvd_gcd (Nat.dvd_refl p) hd
    rw [show gcd p n = 1 from h] at this
    exact pp.not_dvd_one this
  · intro h
    exact (pp.eq_one_or_self_of_dvd _ (Nat.gcd_dvd_left p n)).resolve_right fun e =>
      h (e ▸ Nat.gcd_dvd_right p n)
theorem dvd_iff_not_coprime (pp : Nat.Prime p) : p ∣ n ↔ ¬Coprime p n := by
  rw [pp.coprime_iff_not_dvd, Classical.not_not]
theorem eq_two_or_odd' (hp : Nat.Prime p) : p = 2 ∨ Odd p := by
  rw [Nat.odd_iff]; exact hp.eq_two_or_odd
theorem odd_of_ne_two (hp : Nat.Prime p) (h : p ≠ 2) : Odd p := hp.eq_two_or_odd'.resolve_left h
theorem even_iff (hp : Nat.Prime p) : Even p ↔ p = 2 := by
  have := hp.eq_two_or_odd
  rw [Nat.even_iff]; omega
theorem dvd_factorial (hp : Nat.Prime p) : ∀ {n : ℕ}, p ∣ n ! ↔ p ≤ n
  | 0 => ⟨fun h => absurd h hp.not_dvd_one, fun h => by have := hp.two_le; omega⟩
  | n + 1 => by
    rw [factorial_succ, hp.dvd_mul, dvd_factorial hp]
    constructor
    · rintro (h | h)
      · exact Nat.le_of_dvd (Nat.succ_pos n) h
      · omega
    · intro h
      rcases Nat.eq_or_lt_of_le h with e | e
      · exact .inl (e ▸ Nat.dvd_refl _)
      · exact .inr (by omega)
theorem pow_dvd_of_dvd_mul_left (hp : Nat.Prime p) (n : ℕ) (h : ¬p ∣ m) (hpn : p ^ n ∣ m * q) :
    p ^ n ∣ q :=
  Nat.Coprime.dvd_of_dvd_mul_left ((hp.coprime_iff_not_dvd.2 h).pow_left n) hpn

end Prime

theorem coprime_primes {p q : ℕ} (pp : Nat.Prime p) (pq : Nat.Prime q) : Coprime p q ↔ p ≠ q := by
  rw [pp.coprime_iff_not_dvd, prime_dvd_prime_iff_eq pp pq]
theorem coprime_of_dvd {m n : ℕ} (H : ∀ k, Nat.Prime k → k ∣ m → ¬k ∣ n) : Coprime m n := by
  refine Classical.byContradiction fun h => ?_
  have hp := minFac_prime h
  have hd := minFac_dvd (gcd m n)
  exact H _ hp (Nat.dvd_trans hd (Nat.gcd_dvd_left m n)) (Nat.dvd_trans hd (Nat.gcd_dvd_right m n))
theorem prime_of_coprime (n : ℕ) (h1 : 1 < n) (h : ∀ m, m < n → m ≠ 0 → Coprime n m) :
    Nat.Prime n := by
  rw [prime_def_lt]
  refine ⟨h1, fun m hm hd => ?_⟩
  have := h m hm fun e => by obtain ⟨k, hk⟩ := hd; rw [e, Nat.zero_mul] at hk; omega
  rw [← show gcd n m = m from Nat.gcd_eq_right hd]; exact this

/-- There is a prime above every bound. -/
theorem exists_infinite_primes (n : ℕ) : ∃ p, n ≤ p ∧ Nat.Prime p := by
  have h1 : n ! + 1 ≠ 1 := by have := factorial_pos n; omega
  refine ⟨minFac (n ! + 1), Nat.le_of_not_lt fun h => ?_, minFac_prime h1⟩
  have hp := minFac_prime h1
  have h2 := hp.dvd_factorial.2 (Nat.le_of_lt h)
  have h3 := Nat.dvd_sub (minFac_dvd (n ! + 1)) h2
  rw [Nat.add_sub_cancel_left] at h3
  exact hp.not_dvd_one h3

theorem sum_divisors_eq_sum_properDivisors_add_self {n : ℕ} (h : n ≠ 0) :
    ∑ i ∈ divisors n, i = ∑ i ∈ properDivisors n, i + n := by
  have e : divisors n = insert n (properDivisors n) := Finset.ext fun d => by
    rw [mem_divisors, Finset.mem_insert, mem_properDivisors]
    constructor
    · rintro ⟨hd, _⟩
      rcases Nat.eq_or_lt_of_le (Nat.le_of_dvd (Nat.pos_of_ne_zero h) hd) with e | e
      · exact .inl e
      · exact .inr ⟨hd, e⟩
    · rintro (rfl | ⟨hd, _⟩)
      · exact ⟨Nat.dvd_refl _, h⟩
      · exact ⟨hd, h⟩
  rw [e, Finset.sum_insert (fun hm => by rw [mem_properDivisors] at hm; omega), Nat.add_comm]

theorem Prime.divisors {p : ℕ} (pp : Nat.Prime p) : Nat.divisors p = {1, p} :=
  Finset.ext fun d => by
    rw [mem_divisors, Finset.mem_insert, Finset.mem_singleton]
    constructor
    · exact fun h => pp.eq_one_or_self_of_dvd d h.1
    · rintro (rfl | rfl)
      · exact ⟨⟨p, (Nat.one_mul p).symm⟩, pp.ne_zero⟩
      · exact ⟨Nat.dvd_refl _, pp.ne_zero⟩

end Nat

namespace Finset

theorem sum_range_id_mul_two (n : ℕ) : (∑ i ∈ range n, i) * 2 = n * (n - 1) := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_range_succ, Nat.add_mul, ih, Nat.add_sub_cancel]
    cases n with
    | zero => rfl
    | succ n => rw [Nat.add_sub_cancel, ← Nat.mul_add, Nat.mul_comm]
theorem sum_range_id (n : ℕ) : ∑ i ∈ range n, i = n * (n - 1) / 2 := by
  have := sum_range_id_mul_two n; omega
theorem prod_range_add_one_eq_factorial : ∀ n : ℕ, ∏ x ∈ range n, (x + 1) = n !
  | 0 => rfl
  | n + 1 => by rw [prod_range_succ, prod_range_add_one_eq_factorial n, Nat.factorial_succ, Nat.mul_comm]
theorem prod_Icc_id_eq_factorial : ∀ n : ℕ, ∏ x ∈ Icc 1 n, x = n !
  | 0 => rfl
  | n + 1 => by
    rw [prod_Icc_succ_top (by omega), prod_Icc_id_eq_factorial n, Nat.factorial_succ, Nat.mul_comm]
theorem dvd_sum {ι : Type _} {s : Finset ι} {a : ℕ} {f : ι → ℕ} :
    (∀ x, x ∈ s → a ∣ f x) → a ∣ ∑ x ∈ s, f x := by
  induction s using Finset.cons_induction with
  | empty => intro _; exact Nat.dvd_zero a
  | cons b s hb ih =>
    intro h
    rw [sum_cons]
    exact Nat.dvd_add (h b (mem_cons.2 (.inl rfl))) (ih fun x hx => h x (mem_cons.2 (.inr hx)))
theorem sum_nat_mod {ι : Type _} (s : Finset ι) (n : ℕ) (f : ι → ℕ) :
    (∑ i ∈ s, f i) % n = (∑ i ∈ s, f i % n) % n := by
  induction s using Finset.cons_induction with
  | empty => rfl
  | cons a s ha ih => rw [sum_cons, sum_cons, Nat.add_mod, ih, Nat.add_mod_mod]
theorem prod_nat_mod {ι : Type _} (s : Finset ι) (n : ℕ) (f : ι → ℕ) :
    (∏ i ∈ s, f i) % n = (∏ i ∈ s, f i % n) % n := by
  induction s using Finset.cons_induction with
  | empty => rfl
  | cons a s ha ih => rw [prod_cons, prod_cons, Nat.mul_mod, ih, Nat.mul_mod_mod]

end Finset
