prelude
import Init.Nat.Div

/-! Greatest common divisors. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Nat

/-- Euclid's algorithm, in at most as many steps as the first argument says. -/
def gcdAux : Nat → Nat → Nat → Nat
  | 0, _, n => n
  | fuel+1, m, n => if m = 0 then n else gcdAux fuel (n % m) m

/-- The greatest common divisor. The kernel computes it by name. -/
@[extern "lean_nat_gcd"] def gcd (m n : @& Nat) : Nat := gcdAux m m n

theorem gcdAux_dvd : ∀ fuel m n, m ≤ fuel → gcdAux fuel m n ∣ m ∧ gcdAux fuel m n ∣ n := by
  intro fuel
  induction fuel with
  | zero => intro m n h; rw [eq_zero_of_le_zero h]; exact ⟨Nat.dvd_zero _, Nat.dvd_refl _⟩
  | succ k ih =>
    intro m n h
    unfold gcdAux
    by_cases hm : m = 0
    · rw [if_pos hm, hm]; exact ⟨Nat.dvd_zero _, Nat.dvd_refl _⟩
    · rw [if_neg hm]
      have hp := Nat.pos_of_ne_zero hm
      obtain ⟨h1, h2⟩ := ih (n % m) m (Nat.le_of_lt_succ (Nat.lt_of_lt_of_le (mod_lt n hp) h))
      refine ⟨h2, ?_⟩
      have h3 := Nat.dvd_add (Nat.dvd_trans h2 (Nat.dvd_mul_right m (n / m))) h1
      rw [div_add_mod] at h3; exact h3

theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcdAux_dvd m m n (Nat.le_refl _)).1
theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcdAux_dvd m m n (Nat.le_refl _)).2

/-- No common divisor but 1. -/
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1

/-- The least common multiple. -/
def lcm (m n : Nat) : Nat := m * n / gcd m n
@[simp] theorem gcd_zero_left (y : Nat) : gcd 0 y = y := rfl
protected def max (n m : Nat) : Nat := Max.max n m
protected theorem max_def {n m : Nat} : Max.max n m = if n ≤ m then m else n := rfl

end Nat
