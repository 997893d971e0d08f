import Mathlib.Algebra
/-!
# Congruences

`a ≡ b [MOD n]` on ℕ and `a ≡ b [ZMOD n]` on ℤ, with Mathlib's lemmas about them, and nothing else.
-/

/-- `Nat.ModEq n a b`, written `a ≡ b [MOD n]`: `a` and `b` leave the same remainder modulo `n`. -/
def Nat.ModEq (n a b : ℕ) : Prop := a % n = b % n
/-- `Int.ModEq n a b`, written `a ≡ b [ZMOD n]`: `a` and `b` leave the same remainder modulo `n`. -/
def Int.ModEq (n a b : ℤ) : Prop := a % n = b % n

@[inherit_doc] notation:50 a " ≡ " b " [MOD " n "]" => Nat.ModEq n a b
@[inherit_doc] notation:50 a " ≡ " b " [ZMOD " n "]" => Int.ModEq n a b

instance (n a b : ℕ) : Decidable (Nat.ModEq n a b) := inferInstanceAs (Decidable (_ = _))
instance (n a b : ℤ) : Decidable (Int.ModEq n a b) := inferInstanceAs (Decidable (_ = _))

namespace Nat.ModEq
variable {n a b c d : ℕ}

@[refl] protected theorem refl (a : ℕ) : a ≡ a [MOD n] := rfl
protected theorem rfl : a ≡ a [MOD n] := rfl
@[symm] protected theorem symm (h : a ≡ b [MOD n]) : b ≡ a [MOD n] := Eq.symm h
protected theorem trans (h₁ : a ≡ b [MOD n]) (h₂ : b ≡ c [MOD n]) : a ≡ c [MOD n] := Eq.trans h₁ h₂
protected theorem comm : a ≡ b [MOD n] ↔ b ≡ a [MOD n] := ⟨.symm, .symm⟩
instance : Trans (Nat.ModEq n) (Nat.ModEq n) (Nat.ModEq n) := ⟨.trans⟩

protected theorem add (h₁ : a ≡ b [MOD n]) (h₂ : c ≡ d [MOD n]) : a + c ≡ b + d [MOD n] := by
  show (a + c) % n = (b + d) % n
  rw [Nat.add_mod, show a % n = b % n from h₁, show c % n = d % n from h₂, ← Nat.add_mod]
protected theorem add_left (c : ℕ) (h : a ≡ b [MOD n]) : c + a ≡ c + b [MOD n] :=
  Nat.ModEq.add (.refl c) h
protected theorem add_right (c : ℕ) (h : a ≡ b [MOD n]) : a + c ≡ b + c [MOD n] :=
  Nat.ModEq.add h (.refl c)
protected theorem mul (h₁ : a ≡ b [MOD n]) (h₂ : c ≡ d [MOD n]) : a * c ≡ b * d [MOD n] := by
  show (a * c) % n = (b * d) % n
  rw [Nat.mul_mod, show a % n = b % n from h₁, show c % n = d % n from h₂, ← Nat.mul_mod]
protected theorem mul_left (c : ℕ) (h : a ≡ b [MOD n]) : c * a ≡ c * b [MOD n] :=
  Nat.ModEq.mul (.refl c) h
protected theorem mul_right (c : ℕ) (h : a ≡ b [MOD n]) : a * c ≡ b * c [MOD n] :=
  Nat.ModEq.mul h (.refl c)
protected theorem pow (m : ℕ) (h : a ≡ b [MOD n]) : a ^ m ≡ b ^ m [MOD n] := by
  show a ^ m % n = b ^ m % n
  rw [Nat.pow_mod, show a % n = b % n from h, ← Nat.pow_mod]

end Nat.ModEq

namespace Nat
variable {n a b : ℕ}
theorem mod_modEq (a n : ℕ) : a % n ≡ a [MOD n] := Nat.mod_mod a n
theorem modEq_zero_iff_dvd : a ≡ 0 [MOD n] ↔ n ∣ a := by
  show a % n = 0 % n ↔ _
  rw [Nat.zero_mod, Nat.dvd_iff_mod_eq_zero]
theorem modEq_iff_dvd : a ≡ b [MOD n] ↔ (n : ℤ) ∣ b - a := by
  show a % n = b % n ↔ _
  constructor
  · intro h
    refine ⟨(b / n : ℕ) - (a / n : ℕ), ?_⟩
    have h1 := congrArg (Nat.cast (R := ℤ)) (Nat.div_add_mod a n)
    have h2 := congrArg (Nat.cast (R := ℤ)) (Nat.div_add_mod b n)
    rw [Int.natCast_add, Int.natCast_mul] at h1 h2
    rw [Int.mul_sub]
    omega
  · rintro ⟨c, hc⟩
    have key : ∀ x y : ℕ, ∀ k : ℕ, y = x + n * k → x % n = y % n := fun x y k h => by
      rw [h, Nat.add_mul_mod_self_left]
    obtain ⟨k, rfl | rfl⟩ : ∃ k : ℕ, c = k ∨ c = -(k : ℤ) := ⟨c.natAbs, by omega⟩
    · refine key a b k ?_
      rw [← Int.natCast_mul] at hc; omega
    · refine (key b a k ?_).symm
      rw [Int.mul_neg, ← Int.natCast_mul] at hc; omega
theorem ModEq.dvd (h : a ≡ b [MOD n]) : (n : ℤ) ∣ b - a := modEq_iff_dvd.1 h
theorem modEq_iff_dvd' (h : a ≤ b) : a ≡ b [MOD n] ↔ n ∣ b - a := by
  rw [modEq_iff_dvd, ← Int.natCast_dvd_natCast]
  rw [show ((b - a : ℕ) : ℤ) = b - a by omega]
theorem ModEq.gcd_eq (h : a ≡ b [MOD n]) : gcd a n = gcd b n := by
  rw [gcd_comm a, gcd_comm b, gcd_rec n a, gcd_rec n b, show a % n = b % n from h]
theorem ModEq.of_dvd {m : ℕ} (d : m ∣ n) (h : a ≡ b [MOD n]) : a ≡ b [MOD m] := by
  rw [modEq_iff_dvd] at *
  exact Int.dvd_trans (Int.natCast_dvd_natCast.2 d) h
theorem ModEq.add_left_cancel' (c : ℕ) (h : c + a ≡ c + b [MOD n]) : a ≡ b [MOD n] := by
  rw [modEq_iff_dvd] at *
  rw [show (b : ℤ) - a = ((c + b : ℕ) : ℤ) - (c + a : ℕ) by omega]; exact h
theorem ModEq.add_right_cancel' (c : ℕ) (h : a + c ≡ b + c [MOD n]) : a ≡ b [MOD n] := by
  rw [Nat.add_comm a, Nat.add_comm b] at h; exact h.add_left_cancel' c
end Nat

namespace Int
variable {n a b c d : ℤ}

theorem modEq_iff_dvd : a ≡ b [ZMOD n] ↔ n ∣ b - a := by
  show a % n = b % n ↔ _
  constructor
  · intro h
    refine ⟨b / n - a / n, ?_⟩
    have h1 := Int.emod_add_mul_ediv a n
    have h2 := Int.emod_add_mul_ediv b n
    rw [Int.mul_sub]; omega
  · rintro ⟨k, hk⟩
    by_cases hn : n = 0
    · subst hn; rw [Int.zero_mul] at hk; rw [show a = b by omega]
    · have key : ∀ m : ℤ, 0 < m → ∀ k, b - a = m * k → a % m = b % m := fun m hm k hk => by
        have h1 := Int.emod_add_mul_ediv a m
        refine (Int.ediv_emod_eq_of_eq (q := a / m + k) hm ?_ (Int.emod_nonneg a (by omega))
          (Int.emod_lt_of_pos a hm)).2.symm
        rw [Int.mul_add]; omega
      rcases Int.lt_or_gt_of_ne hn with h | h
      · have := key (-n) (by omega) (-k) (by rw [Int.neg_mul, Int.mul_neg, Int.neg_neg]; exact hk)
        have e : ∀ x : ℤ, x % -n = x % n := fun x => by
          rw [Int.emod_def, Int.emod_def, Int.ediv_neg, Int.neg_mul, Int.mul_neg, Int.neg_neg]
        rw [e, e] at this; exact this
      · exact key n h k hk
theorem modEq_zero_iff_dvd : a ≡ 0 [ZMOD n] ↔ n ∣ a := by
  rw [modEq_iff_dvd, Int.zero_sub]
  exact ⟨fun ⟨k, h⟩ => ⟨-k, by rw [Int.mul_neg]; omega⟩, fun ⟨k, h⟩ => ⟨-k, by rw [Int.mul_neg]; omega⟩⟩

namespace ModEq
@[refl] protected theorem refl (a : ℤ) : a ≡ a [ZMOD n] := rfl
protected theorem rfl : a ≡ a [ZMOD n] := rfl
@[symm] protected theorem symm (h : a ≡ b [ZMOD n]) : b ≡ a [ZMOD n] := Eq.symm h
protected theorem trans (h₁ : a ≡ b [ZMOD n]) (h₂ : b ≡ c [ZMOD n]) : a ≡ c [ZMOD n] :=
  Eq.trans h₁ h₂
protected theorem comm : a ≡ b [ZMOD n] ↔ b ≡ a [ZMOD n] := ⟨.symm, .symm⟩
instance : Trans (Int.ModEq n) (Int.ModEq n) (Int.ModEq n) := ⟨.trans⟩
theorem dvd (h : a ≡ b [ZMOD n]) : n ∣ b - a := modEq_iff_dvd.1 h

protected theorem add (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a + c ≡ b + d [ZMOD n] := by
  obtain ⟨x, hx⟩ := h₁.dvd
  obtain ⟨y, hy⟩ := h₂.dvd
  exact modEq_iff_dvd.2 ⟨x + y, by rw [Int.mul_add]; omega⟩
protected theorem add_left (c : ℤ) (h : a ≡ b [ZMOD n]) : c + a ≡ c + b [ZMOD n] :=
  Int.ModEq.add (.refl c) h
protected theorem add_right (c : ℤ) (h : a ≡ b [ZMOD n]) : a + c ≡ b + c [ZMOD n] :=
  Int.ModEq.add h (.refl c)
protected theorem neg (h : a ≡ b [ZMOD n]) : -a ≡ -b [ZMOD n] := by
  obtain ⟨x, hx⟩ := h.dvd
  exact modEq_iff_dvd.2 ⟨-x, by rw [Int.mul_neg]; omega⟩
protected theorem sub (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a - c ≡ b - d [ZMOD n] :=
  Int.ModEq.add h₁ h₂.neg
protected theorem mul_left (c : ℤ) (h : a ≡ b [ZMOD n]) : c * a ≡ c * b [ZMOD n] := by
  obtain ⟨x, hx⟩ := h.dvd
  exact modEq_iff_dvd.2 ⟨c * x, by rw [← Int.mul_sub, hx, Int.mul_left_comm]⟩
protected theorem mul_right (c : ℤ) (h : a ≡ b [ZMOD n]) : a * c ≡ b * c [ZMOD n] := by
  rw [Int.mul_comm a, Int.mul_comm b]; exact h.mul_left c
protected theorem mul (h₁ : a ≡ b [ZMOD n]) (h₂ : c ≡ d [ZMOD n]) : a * c ≡ b * d [ZMOD n] :=
  (h₁.mul_right c).trans (h₂.mul_left b)
protected theorem pow (m : ℕ) (h : a ≡ b [ZMOD n]) : a ^ m ≡ b ^ m [ZMOD n] := by
  induction m with
  | zero => exact .rfl
  | succ m ih => rw [Int.pow_succ, Int.pow_succ]; exact ih.mul h
end ModEq

theorem mod_modEq (a n : ℤ) : a % n ≡ a [ZMOD n] :=
  modEq_iff_dvd.2 ⟨a / n, by have := Int.emod_add_mul_ediv a n; omega⟩

end Int
