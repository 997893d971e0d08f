import Mathlib.Interval
import Mathlib.Digits
/-!
# Divisors

`Nat.divisors n` and `Nat.properDivisors n` as finite sets, and nothing else.
-/
namespace Nat

/-- The divisors of `n` up to `s`, falling. By recursion on `s` itself, so that the kernel divides by
numerals and not by sums. -/
private def small (n : ℕ) : ℕ → List ℕ
  | 0 => []
  | d + 1 => match Nat.beq (n % (d + 1)) 0 with
    | true => (d + 1) :: small n d
    | false => small n d

private theorem mem_small {n e : ℕ} : ∀ {s : ℕ}, e ∈ small n s ↔ (1 ≤ e ∧ e < 1 + s) ∧ n % e = 0
  | 0 => ⟨fun h => absurd h List.not_mem_nil, fun h => by omega⟩
  | d + 1 => by
    have ih := mem_small (n := n) (e := e) (s := d)
    rw [small]
    split
    · rename_i h
      have h := Nat.eq_of_beq_eq_true h
      rw [List.mem_cons, ih]
      constructor
      · rintro (rfl | h')
        · exact ⟨by omega, h⟩
        · exact ⟨by omega, h'.2⟩
      · rintro ⟨h1, h2⟩
        by_cases e' : e = d + 1
        · exact .inl e'
        · exact .inr ⟨by omega, h2⟩
    · rename_i h
      have h := Nat.ne_of_beq_eq_false h
      rw [ih]
      constructor
      · rintro ⟨h1, h2⟩; exact ⟨by omega, h2⟩
      · rintro ⟨h1, h2⟩
        refine ⟨⟨h1.1, ?_⟩, h2⟩
        have : e ≠ d + 1 := fun e' => h (by rw [← e']; exact h2)
        omega

private theorem nodup_small (n : ℕ) : ∀ s : ℕ, (small n s).Nodup
  | 0 => List.Pairwise.nil
  | d + 1 => by
    rw [small]
    split
    · exact List.nodup_cons.2 ⟨fun h => by have := mem_small.1 h; omega, nodup_small n d⟩
    · exact nodup_small n d

/-- The divisors of `n` above its square root, as `n / d` for the divisors `d` up to it: this makes
`Nat.divisors 810000` cheap for the kernel. -/
private def large (n : ℕ) : List ℕ :=
  ((small n (sqrt n)).map (n / ·)).filter fun e => sqrt n < e

private theorem mul_div_of_mod {n d : ℕ} (h : n % d = 0) : d * (n / d) = n := by
  have := Nat.div_add_mod n d; omega

private theorem mem_large {n e : ℕ} : e ∈ large n ↔ e ∣ n ∧ n ≠ 0 ∧ sqrt n < e := by
  unfold large
  simp only [List.mem_filter, List.mem_map, mem_small, decide_eq_true_eq]
  have hs := lt_succ_sqrt n
  constructor
  · rintro ⟨⟨d, ⟨⟨h1, h2⟩, h3⟩, rfl⟩, h4⟩
    have := mul_div_of_mod h3
    exact ⟨⟨d, by rw [Nat.mul_comm]; exact this.symm⟩, fun e => by subst e; simp at h4, h4⟩
  · rintro ⟨⟨c, hc⟩, hn, h⟩
    have he : 0 < e := by omega
    have hc0 : c ≠ 0 := fun h0 => by rw [h0, Nat.mul_zero] at hc; exact hn hc
    have hle : c ≤ sqrt n := Nat.le_of_not_lt fun hlt => by
      have := Nat.mul_le_mul (show sqrt n + 1 ≤ e from h) (show sqrt n + 1 ≤ c from hlt)
      rw [succ_eq_add_one, ← hc] at *; omega
    refine ⟨⟨c, ⟨⟨by omega, by omega⟩, ?_⟩, ?_⟩, h⟩
    · exact Nat.mod_eq_zero_of_dvd ⟨e, by rw [hc, Nat.mul_comm]⟩
    · rw [hc, Nat.mul_comm]; exact Nat.mul_div_cancel_left e (by omega)

private theorem nodup_large (n : ℕ) : (large n).Nodup := by
  unfold large
  refine List.Nodup.filter _ (List.Nodup.map_on ?_ (nodup_small n _))
  intro x hx y hy h
  simp only [mem_small] at hx hy
  have h1 := mul_div_of_mod hx.2
  have h2 := mul_div_of_mod hy.2
  rw [h] at h1
  by_cases h0 : n / y = 0
  · have := sqrt_le n
    have : 0 < sqrt n := by omega
    have := Nat.mul_pos this this
    rw [h0, Nat.mul_zero] at h2; omega
  · refine Nat.eq_of_mul_eq_mul_left (a := n / y) (Nat.pos_of_ne_zero h0) ?_
    rw [Nat.mul_comm, h1, Nat.mul_comm, h2]

/-- The divisors of `n`; none for `n = 0`. -/
def divisors (n : ℕ) : Finset ℕ :=
  ⟨Multiset.ofList (small n (sqrt n) ++ large n), by
    refine List.nodup_append.2 ⟨nodup_small n _, nodup_large n, ?_⟩
    intro a ha b hb e
    simp only [mem_small] at ha
    have := (mem_large.1 hb).2.2
    omega⟩

@[simp] theorem mem_divisors {n m : ℕ} : n ∈ divisors m ↔ n ∣ m ∧ m ≠ 0 := by
  show n ∈ _ ++ large m ↔ _
  rw [List.mem_append, mem_large]
  simp only [mem_small]
  constructor
  · rintro (⟨⟨h1, h2⟩, h3⟩ | ⟨h1, h2, _⟩)
    · refine ⟨Nat.dvd_of_mod_eq_zero h3, fun e => ?_⟩
      have := sqrt_le m
      have : 0 < sqrt m := by omega
      have := Nat.mul_pos this this
      omega
    · exact ⟨h1, h2⟩
  · rintro ⟨h1, h2⟩
    have : n ≠ 0 := fun e => by obtain ⟨k, hk⟩ := h1; rw [e, Nat.zero_mul] at hk; exact h2 hk
    rcases Nat.lt_or_ge (sqrt m) n with h | h
    · exact .inr ⟨h1, h2, h⟩
    · exact .inl ⟨⟨by omega, by omega⟩, Nat.mod_eq_zero_of_dvd h1⟩

/-- The divisors of `n` other than `n`; none for `n = 0`. -/
def properDivisors (n : ℕ) : Finset ℕ := (divisors n).filter (· < n)

@[simp] theorem mem_properDivisors {n m : ℕ} : n ∈ properDivisors m ↔ n ∣ m ∧ n < m := by
  unfold properDivisors
  rw [Finset.mem_filter, mem_divisors]
  exact ⟨fun h => ⟨h.1.1, h.2⟩, fun h => ⟨⟨h.1, by omega⟩, h.2⟩⟩
theorem filter_dvd_eq_divisors {n : ℕ} (h : n ≠ 0) :
    (Finset.range n.succ).filter (· ∣ n) = n.divisors :=
  Finset.ext fun d => by
    rw [Finset.mem_filter, Finset.mem_range, mem_divisors]
    constructor
    · rintro ⟨_, h1⟩; exact ⟨h1, h⟩
    · rintro ⟨h1, _⟩
      have := Nat.le_of_dvd (by omega) h1
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
