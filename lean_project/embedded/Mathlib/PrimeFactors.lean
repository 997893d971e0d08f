import Mathlib.Fermat
import Mathlib.GeomSum
import Mathlib.Congruence
/-!
# Products and powers that are prime or not

When a product, a Mersenne number or a binomial coefficient is prime or divisible by a prime, and
Fermat's little theorem as a congruence, and nothing else.
-/
namespace Nat
theorem prime_mul_iff {a b : ℕ} : Nat.Prime (a * b) ↔ Nat.Prime a ∧ b = 1 ∨ Nat.Prime b ∧ a = 1 := by
  constructor
  · intro h
    rcases h.eq_one_or_self_of_dvd a (Nat.dvd_mul_right a b) with e | e
    · subst e; rw [Nat.one_mul] at h; exact .inr ⟨h, rfl⟩
    · have hb : b = 1 := by
        have h0 : 0 < a := by
          rcases Nat.eq_zero_or_pos a with z | z
          · subst z; rw [Nat.zero_mul] at h; exact absurd h (by decide)
          · exact z
        exact Nat.eq_of_mul_eq_mul_left h0 (by rw [Nat.mul_one]; exact e.symm)
      subst hb; rw [Nat.mul_one] at h; exact .inl ⟨h, rfl⟩
  · rintro (⟨h, rfl⟩ | ⟨h, rfl⟩)
    · rw [Nat.mul_one]; exact h
    · rw [Nat.one_mul]; exact h
theorem not_prime_of_mul_eq {a b n : ℕ} (h : a * b = n) (h₁ : a ≠ 1) (h₂ : b ≠ 1) : ¬Nat.Prime n := by
  subst h; rw [prime_mul_iff]; rintro (⟨_, e⟩ | ⟨_, e⟩)
  · exact h₂ e
  · exact h₁ e
theorem exists_dvd_of_not_prime2 {n : ℕ} (n2 : 2 ≤ n) (np : ¬Nat.Prime n) : ∃ m, m ∣ n ∧ 2 ≤ m ∧ m < n := by
  refine ⟨minFac n, minFac_dvd n, (minFac_prime (by omega)).two_le, ?_⟩
  have h1 := Nat.le_of_dvd (by omega) (minFac_dvd n)
  rcases Nat.eq_or_lt_of_le h1 with e | e
  · exact absurd (e ▸ minFac_prime (n := n) (by omega)) np
  · exact e
theorem exists_dvd_of_not_prime {n : ℕ} (n2 : 2 ≤ n) (np : ¬Nat.Prime n) : ∃ m, m ∣ n ∧ m ≠ 1 ∧ m ≠ n := by
  obtain ⟨m, h1, h2, h3⟩ := exists_dvd_of_not_prime2 n2 np
  exact ⟨m, h1, by omega, by omega⟩
theorem not_prime_iff_exists_mul_eq {n : ℕ} (h : 2 ≤ n) : ¬Nat.Prime n ↔ ∃ a b, a < n ∧ b < n ∧ a * b = n := by
  constructor
  · intro hn
    obtain ⟨m, ⟨k, hk⟩, h2, h3⟩ := exists_dvd_of_not_prime2 h hn
    refine ⟨m, k, h3, ?_, hk.symm⟩
    have := Nat.mul_le_mul_right k h2
    have : 0 < k := Nat.pos_of_ne_zero fun e => by subst e; rw [Nat.mul_zero] at hk; omega
    omega
  · rintro ⟨a, b, ha, hb, e⟩
    refine not_prime_of_mul_eq e ?_ ?_
    · rintro rfl; omega
    · rintro rfl; omega
theorem coprime_or_dvd_of_prime {p : ℕ} (pp : Nat.Prime p) (i : ℕ) : Coprime p i ∨ p ∣ i := by
  rw [pp.coprime_iff_not_dvd]; exact (Classical.em _).symm
theorem eq_prime_of_dvd {p : ℕ} (pp : Nat.Prime p) {q : ℕ} (hq : Nat.Prime q) (h : q ∣ p) : p = q :=
  ((prime_dvd_prime_iff_eq hq pp).1 h).symm
theorem sub_one_dvd_pow_sub_one (a n : ℕ) : a - 1 ∣ a ^ n - 1 := by
  have := Nat.sub_dvd_pow_sub_pow a 1 n; rw [Nat.one_pow] at this; exact this
theorem pow_sub_one_dvd_pow_sub_one (a : ℕ) {m n : ℕ} (h : m ∣ n) : a ^ m - 1 ∣ a ^ n - 1 := by
  obtain ⟨k, rfl⟩ := h; rw [Nat.pow_mul]; exact sub_one_dvd_pow_sub_one _ _
theorem prime_of_pow_sub_one_prime {a n : ℕ} (hn1 : n ≠ 1) (hP : Nat.Prime (a ^ n - 1)) :
    a = 2 ∧ Nat.Prime n := by
  have hn0 : n ≠ 0 := fun e => by subst e; rw [Nat.pow_zero] at hP; exact absurd hP (by decide)
  have ha : 2 ≤ a := by
    match a with
    | 0 => rw [Nat.zero_pow (by omega)] at hP; exact absurd hP (by decide)
    | 1 => rw [Nat.one_pow] at hP; exact absurd hP (by decide)
    | a + 2 => omega
  have lt : ∀ {m k}, m < k → a ^ m - 1 < a ^ k - 1 := fun {m k} h => by
    have h1 := Nat.pow_lt_pow_right (show 1 < a by omega) h
    have h2 := Nat.pow_pos (n := m) (show 0 < a by omega)
    omega
  constructor
  · rcases hP.eq_one_or_self_of_dvd _ (sub_one_dvd_pow_sub_one a n) with e | e
    · omega
    · have := lt (show 1 < n by omega); rw [Nat.pow_one] at this; omega
  · rw [prime_def_lt]
    refine ⟨by omega, fun m hm hd => ?_⟩
    rcases hP.eq_one_or_self_of_dvd _ (pow_sub_one_dvd_pow_sub_one a hd) with e | e
    · match m with
      | 0 => obtain ⟨k, hk⟩ := hd; rw [Nat.zero_mul] at hk; omega
      | 1 => rfl
      | m + 2 =>
        have := lt (show 1 < m + 2 by omega); rw [Nat.pow_one] at this; omega
    · have := lt hm; omega
theorem Prime.dvd_choose_self {p k : ℕ} (hp : Nat.Prime p) (hk : k ≠ 0) (hkp : k < p) : p ∣ choose p k := by
  obtain ⟨q, rfl⟩ : ∃ q, p = q + 1 := ⟨p - 1, by omega⟩
  obtain ⟨j, rfl⟩ : ∃ j, k = j + 1 := ⟨k - 1, by omega⟩
  have h := succ_mul_choose_eq q j
  rcases hp.dvd_mul.1 ⟨_, h.symm⟩ with e | e
  · exact e
  · have := Nat.le_of_dvd (by omega) e; omega
theorem ModEq.pow_prime_eq_self {p a : ℕ} (hp : Nat.Prime p) : a ^ p ≡ a [MOD p] := by
  have := Fact.mk hp
  have h := ZMod.pow_card (p := p) (a : ZMod p)
  rw [← Nat.cast_pow, ZMod.natCast_eq_natCast_iff'] at h
  exact h
end Nat
theorem ZMod.natCast_eq_natCast_iff (a b c : ℕ) : (a : ZMod c) = (b : ZMod c) ↔ a ≡ b [MOD c] :=
  natCast_eq_natCast_iff' a b c
theorem Int.ModEq.pow_card_sub_one_eq_one {p : ℕ} (hp : Nat.Prime p) {n : ℤ} (hpn : ¬(p : ℤ) ∣ n) :
    n ^ (p - 1) ≡ 1 [ZMOD p] := by
  obtain ⟨k, hk⟩ : ∃ k : ℕ, (k : ℤ) ≡ n [ZMOD p] :=
    ⟨(n % p).toNat, by
      rw [Int.toNat_of_nonneg (Int.emod_nonneg n (by have := hp.pos; omega))]; exact Int.mod_modEq n p⟩
  refine (hk.symm.pow (p - 1)).trans ?_
  have hd : ¬p ∣ k := fun h => hpn <| by
    have h1 := (Int.modEq_zero_iff_dvd (n := (p : ℤ)) (a := k)).2 (Int.natCast_dvd_natCast.2 h)
    exact Int.modEq_zero_iff_dvd.1 (hk.symm.trans h1)
  have := Fact.mk hp
  have h := ZMod.pow_card_sub_one_eq_one (p := p) (a := (k : ZMod p)) (by rw [Ne, ZMod.natCast_eq_zero_iff]; exact hd)
  have h := (ZMod.natCast_eq_natCast_iff' (k ^ (p - 1)) 1 p).1 (by rw [Nat.cast_pow, Nat.cast_one]; exact h)
  have h2 := (Int.modEq_iff_dvd (n := (p : ℤ)) (a := ((k ^ (p - 1) : ℕ) : ℤ)) (b := ((1 : ℕ) : ℤ))).2 (Nat.ModEq.dvd h)
  rw [Int.natCast_pow] at h2; exact h2
