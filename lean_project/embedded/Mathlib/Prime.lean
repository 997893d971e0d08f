import Mathlib.Order
/-!
# Prime numbers

`Nat.Prime` with Mathlib's meaning (irreducible in the monoid ℕ), decided by trial division up to
the square root (`Nat.minFac`), and nothing else.
-/
universe u

/-- `a` has an inverse. -/
def IsUnit {M : Type u} [Monoid M] (a : M) : Prop := ∃ b : M, a * b = 1 ∧ b * a = 1

/-- `p` is not a unit, and one factor of every factorization of `p` is a unit. -/
structure Irreducible {M : Type u} [Monoid M] (p : M) : Prop where
  not_isUnit : ¬IsUnit p
  isUnit_or_isUnit : ∀ ⦃a b : M⦄, p = a * b → IsUnit a ∨ IsUnit b

namespace Nat

@[simp] theorem isUnit_iff {n : ℕ} : IsUnit n ↔ n = 1 := by
  constructor
  · rintro ⟨b, h, _⟩
    exact Nat.le_antisymm (Nat.le_of_not_lt fun h1 => by
      cases b with
      | zero => simp at h
      | succ b => rw [Nat.mul_add_one] at h; omega) (Nat.pos_of_ne_zero fun e => by simp [e] at h)
  · rintro rfl; exact ⟨1, rfl, rfl⟩

/-- `p` is a prime number. -/
def Prime (p : ℕ) : Prop := Irreducible p

theorem irreducible_iff_nat_prime (a : ℕ) : Irreducible a ↔ Nat.Prime a := Iff.rfl

theorem prime_def {p : ℕ} : Nat.Prime p ↔ 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p := by
  constructor
  · rintro ⟨h1, h2⟩
    rw [isUnit_iff] at h1
    have h0 : p ≠ 0 := fun e => by
      have := @h2 0 2 (by rw [e, Nat.zero_mul])
      simp at this
    refine ⟨by omega, fun m hm => ?_⟩
    obtain ⟨k, hk⟩ := hm
    have := h2 hk
    rw [isUnit_iff, isUnit_iff] at this
    refine this.imp id fun e => ?_
    rw [hk, e, Nat.mul_one]
  · rintro ⟨h1, h2⟩
    refine ⟨by rw [isUnit_iff]; omega, fun a b hab => ?_⟩
    rw [isUnit_iff, isUnit_iff]
    refine (h2 a ⟨b, hab⟩).imp id fun e => ?_
    refine Nat.eq_of_mul_eq_mul_left (a := a) (by omega) ?_
    rw [← hab, Nat.mul_one, e]

theorem prime_def_lt {p : ℕ} : Nat.Prime p ↔ 2 ≤ p ∧ ∀ m, m < p → m ∣ p → m = 1 := by
  rw [prime_def]
  refine and_congr_right fun h => ⟨fun H m hm hd => (H m hd).resolve_right (by omega), fun H m hd => ?_⟩
  rcases Nat.eq_or_lt_of_le (Nat.le_of_dvd (by omega) hd) with e | e
  · exact .inr e
  · exact .inl (H m e hd)

theorem prime_def_lt' {p : ℕ} : Nat.Prime p ↔ 2 ≤ p ∧ ∀ m, 2 ≤ m → m < p → ¬m ∣ p := by
  rw [prime_def_lt]
  refine and_congr_right fun h => ⟨fun H m h2 hm hd => by have := H m hm hd; omega, fun H m hm hd => ?_⟩
  refine Classical.byContradiction fun hn => H m ?_ hm hd
  rcases Nat.eq_zero_or_pos m with e | e
  · subst e; obtain ⟨k, hk⟩ := hd; rw [Nat.zero_mul] at hk; omega
  · omega

/-- Trial division of an odd `n` by `k`, `k + 2`, ... up to the square root of `n`. -/
def minFacAux (n : ℕ) : ℕ → ℕ → ℕ
  | 0, _ => n
  | fuel + 1, k => if n < k * k then n else if n % k = 0 then k else minFacAux n fuel (k + 2)

/-- The smallest prime factor of `n`, 1 for `n = 1` and 2 for `n = 0`. -/
def minFac (n : ℕ) : ℕ := if n % 2 = 0 then 2 else minFacAux n n 3

private theorem minFacAux_spec {n : ℕ} (hn : 2 ≤ n) (ho : n % 2 = 1) : ∀ fuel k, k % 2 = 1 → 2 ≤ k →
    n < k + 2 * fuel → (∀ m, 2 ≤ m → m ∣ n → k ≤ m) →
    2 ≤ minFacAux n fuel k ∧ minFacAux n fuel k ∣ n ∧ ∀ m, 2 ≤ m → m ∣ n → minFacAux n fuel k ≤ m
  | 0, k, _, _, hf, H => by
    have := H n hn (Nat.dvd_refl n)
    omega
  | fuel + 1, k, hk, hk2, hf, H => by
    unfold minFacAux
    split
    · rename_i hlt
      refine ⟨hn, Nat.dvd_refl n, fun m hm hd => ?_⟩
      obtain ⟨c, hc⟩ := hd
      match c, hc with
      | 0, hc => rw [Nat.mul_zero] at hc; omega
      | 1, hc => rw [Nat.mul_one] at hc; omega
      | c + 2, hc =>
        have h1 := H m hm ⟨_, hc⟩
        have h2 := H (c + 2) (by omega) ⟨m, by rw [hc, Nat.mul_comm]⟩
        have := Nat.mul_le_mul h1 h2
        omega
    · split
      · rename_i hd
        exact ⟨hk2, Nat.dvd_of_mod_eq_zero hd, H⟩
      · rename_i hd
        refine minFacAux_spec hn ho fuel (k + 2) (by omega) (by omega) (by omega) fun m hm hmd => ?_
        have h1 := H m hm hmd
        have h2 : m ≠ k := fun e => hd (Nat.mod_eq_zero_of_dvd (e ▸ hmd))
        have h3 : m ≠ k + 1 := fun e => by
          obtain ⟨c, hc⟩ := hmd
          rw [hc, Nat.mul_mod, show m % 2 = 0 by omega, Nat.zero_mul] at ho
          exact absurd ho (by decide)
        omega

private theorem minFac_spec {n : ℕ} (hn : 2 ≤ n) :
    2 ≤ minFac n ∧ minFac n ∣ n ∧ ∀ m, 2 ≤ m → m ∣ n → minFac n ≤ m := by
  unfold minFac
  split
  · exact ⟨Nat.le_refl 2, Nat.dvd_of_mod_eq_zero ‹_›, fun m hm _ => hm⟩
  · refine minFacAux_spec hn (by omega) n 3 rfl (by omega) (by omega) fun m hm hd => ?_
    have : m ≠ 2 := fun e => by have := Nat.mod_eq_zero_of_dvd (e ▸ hd); omega
    omega

theorem minFac_dvd (n : ℕ) : minFac n ∣ n := by
  match n with
  | 0 => exact Nat.dvd_zero _
  | 1 => exact Nat.dvd_refl 1
  | n + 2 => exact (minFac_spec (by omega)).2.1

theorem minFac_le_of_dvd {n : ℕ} : ∀ {m : ℕ}, 2 ≤ m → m ∣ n → minFac n ≤ m := by
  intro m hm hd
  match n with
  | 0 => exact hm
  | 1 => have := Nat.le_of_dvd (by omega) hd; omega
  | n + 2 => exact (minFac_spec (by omega)).2.2 m hm hd

theorem minFac_prime {n : ℕ} (n1 : n ≠ 1) : Nat.Prime (minFac n) := by
  have key : ∀ n, 2 ≤ n → Nat.Prime (minFac n) := fun n hn => by
    obtain ⟨h1, h2, h3⟩ := minFac_spec hn
    rw [prime_def_lt']
    refine ⟨h1, fun m hm hlt hd => ?_⟩
    have := h3 m hm (Nat.dvd_trans hd h2)
    omega
  match n with
  | 0 => exact key 2 (Nat.le_refl 2)
  | 1 => exact absurd rfl n1
  | n + 2 => exact key _ (by omega)

theorem prime_def_minFac {p : ℕ} : Nat.Prime p ↔ 2 ≤ p ∧ minFac p = p := by
  constructor
  · intro h
    rw [prime_def] at h
    have := minFac_spec h.1
    refine ⟨h.1, (h.2 _ this.2.1).resolve_left (by omega)⟩
  · rintro ⟨h1, h2⟩
    rw [← h2]; exact minFac_prime (by omega)

instance decidablePrime (p : ℕ) : Decidable (Nat.Prime p) :=
  decidable_of_iff (2 ≤ p ∧ minFac p = p) prime_def_minFac.symm

theorem prime_two : Nat.Prime 2 := by decide
theorem prime_three : Nat.Prime 3 := by decide
theorem prime_five : Nat.Prime 5 := by decide
theorem prime_seven : Nat.Prime 7 := by decide
theorem prime_eleven : Nat.Prime 11 := by decide
@[simp] theorem not_prime_zero : ¬Nat.Prime 0 := by decide
@[simp] theorem not_prime_one : ¬Nat.Prime 1 := by decide

theorem exists_prime_and_dvd {n : ℕ} (hn : n ≠ 1) : ∃ p, Nat.Prime p ∧ p ∣ n :=
  ⟨minFac n, minFac_prime hn, minFac_dvd n⟩

theorem not_prime_mul {a b : ℕ} (a1 : a ≠ 1) (b1 : b ≠ 1) : ¬Nat.Prime (a * b) := fun h => by
  have := h.isUnit_or_isUnit rfl
  rw [isUnit_iff, isUnit_iff] at this
  exact this.elim a1 b1

theorem prime_dvd_prime_iff_eq {p q : ℕ} (pp : Nat.Prime p) (qp : Nat.Prime q) : p ∣ q ↔ p = q := by
  constructor
  · intro h
    rw [prime_def] at pp qp
    exact (qp.2 p h).resolve_left (by omega)
  · rintro rfl; exact Nat.dvd_refl p

namespace Prime
variable {p : ℕ}

theorem two_le (hp : Nat.Prime p) : 2 ≤ p := (prime_def.1 hp).1
theorem one_lt (hp : Nat.Prime p) : 1 < p := hp.two_le
theorem one_le (hp : Nat.Prime p) : 1 ≤ p := Nat.le_of_lt hp.one_lt
theorem pos (hp : Nat.Prime p) : 0 < p := hp.one_le
theorem ne_zero (hp : Nat.Prime p) : p ≠ 0 := fun e => by have := hp.two_le; omega
theorem ne_one (hp : Nat.Prime p) : p ≠ 1 := fun e => by have := hp.two_le; omega
theorem eq_one_or_self_of_dvd (pp : Nat.Prime p) (a : ℕ) (h : a ∣ p) : a = 1 ∨ a = p :=
  (prime_def.1 pp).2 a h
theorem not_dvd_one (pp : Nat.Prime p) : ¬p ∣ 1 := fun h => by
  have := Nat.le_of_dvd (by omega) h; have := pp.two_le; omega
theorem eq_two_or_odd (hp : Nat.Prime p) : p = 2 ∨ p % 2 = 1 := by
  rcases (by omega : p % 2 = 1 ∨ p % 2 = 0) with h | h
  · exact .inr h
  · exact .inl ((hp.eq_one_or_self_of_dvd 2 (Nat.dvd_of_mod_eq_zero h)).resolve_left (by omega)).symm

/-- Euclid's lemma. -/
theorem dvd_mul {m n : ℕ} (pp : Nat.Prime p) : p ∣ m * n ↔ p ∣ m ∨ p ∣ n := by
  constructor
  · intro h
    refine Classical.byCases (p := p ∣ m) .inl fun hm => .inr ?_
    -- Euclid's algorithm on `p` and `a`: every remainder `r` keeps `p ∣ r * n` and `¬p ∣ r`.
    have key : ∀ bound a, a < bound → a < p → ¬p ∣ a → p ∣ a * n → p ∣ n := by
      intro bound
      induction bound with
      | zero => intro a h; exact absurd h (Nat.not_lt_zero a)
      | succ bound ih =>
        intro a hb hap hpa hpn
        have ha : 0 < a := Nat.pos_of_ne_zero fun e => hpa (e ▸ Nat.dvd_zero p)
        have hr := Nat.mod_lt p ha
        by_cases h0 : p % a = 0
        · rcases pp.eq_one_or_self_of_dvd a (Nat.dvd_of_mod_eq_zero h0) with e | e
          · rw [e, Nat.one_mul] at hpn; exact hpn
          · omega
        · refine ih (p % a) (by omega) (by omega) (fun hd => ?_) ?_
          · have := Nat.le_of_dvd (by omega) hd; omega
          · obtain ⟨c, hc⟩ := hpn
            refine ⟨n - p / a * c, ?_⟩
            have e1 := congrArg (· * n) (Nat.div_add_mod p a)
            simp only [Nat.add_mul] at e1
            rw [show a * (p / a) * n = p * (p / a * c) by
              rw [Nat.mul_comm a, Nat.mul_assoc, hc, Nat.mul_left_comm]] at e1
            rw [Nat.mul_sub]; omega
    have hpp := pp.pos
    refine key p (m % p) (Nat.mod_lt m hpp) (Nat.mod_lt m hpp) (fun hd => hm ?_) ?_
    · have := Nat.dvd_add (Nat.dvd_mul_right p (m / p)) hd
      rw [Nat.div_add_mod] at this; exact this
    · obtain ⟨c, hc⟩ := h
      refine ⟨c - m / p * n, ?_⟩
      have e1 := congrArg (· * n) (Nat.div_add_mod m p)
      simp only [Nat.add_mul] at e1
      rw [Nat.mul_sub, ← hc, ← e1, Nat.mul_assoc]; omega
  · rintro (⟨c, hc⟩ | ⟨c, hc⟩)
    · exact ⟨c * n, by rw [hc, Nat.mul_assoc]⟩
    · exact ⟨m * c, by rw [hc, Nat.mul_left_comm]⟩

theorem dvd_of_dvd_pow (pp : Nat.Prime p) {m : ℕ} : ∀ {n : ℕ}, p ∣ m ^ n → p ∣ m
  | 0, h => absurd h pp.not_dvd_one
  | n + 1, h => by
    rw [Nat.pow_succ] at h
    exact (pp.dvd_mul.1 h).elim pp.dvd_of_dvd_pow id

end Prime
end Nat
