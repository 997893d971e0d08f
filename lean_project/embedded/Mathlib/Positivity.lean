import Mathlib.Abs
import Mathlib.Factorial
import Mathlib.Rpow
import Mathlib.Trig
import Mathlib.Tactic
/-!
# `positivity`

The sign of an expression from the signs of its parts, and nothing else.

`positivity` goes by the form of the expression: sums, products, quotients, powers, casts, absolute values
and the real functions. For atoms it looks for a hypothesis. The three tactics below it serve `0 < e`,
`0 ≤ e` and `e ≠ 0`; other modules can add
rules to each with `macro_rules`.
-/
universe u

namespace Mathlib.Tactic.Positivity

section
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R] {a b : R}
theorem even_pow_nonneg {n : ℕ} (h : n % 2 = 0) : 0 ≤ a ^ n := by
  rw [show n = 2 * (n / 2) by omega, pow_mul]; exact pow_nonneg (sq_nonneg a) _
theorem even_pow_pos {n : ℕ} (ha : a ≠ 0) (h : n % 2 = 0) : 0 < a ^ n := by
  rw [show n = 2 * (n / 2) by omega, pow_mul]; exact pow_pos (sq_pos_of_ne_zero ha) _
theorem pos_of_nonneg_of_ne (ha : 0 ≤ a) (h : a ≠ 0) : 0 < a := lt_of_le_of_ne ha h.symm
theorem pos_of_nonneg_of_ne' (ha : 0 ≤ a) (h : 0 ≠ a) : 0 < a := lt_of_le_of_ne ha h
theorem pos_of_one_le (h : 1 ≤ a) : 0 < a := lt_of_lt_of_le zero_lt_one h
theorem pos_of_one_lt (h : 1 < a) : 0 < a := lt_trans zero_lt_one h
theorem pos_of_lit_le {n : ℕ} [Nat.AtLeastTwo n] (h : no_index (OfNat.ofNat n) ≤ a) : 0 < a :=
  lt_of_lt_of_le Nat.ofNat_pos h
theorem pos_of_lit_lt {n : ℕ} [Nat.AtLeastTwo n] (h : no_index (OfNat.ofNat n) < a) : 0 < a :=
  lt_trans Nat.ofNat_pos h
theorem add_pos_right (hb : 0 < b) (ha : 0 ≤ a) : 0 < a + b := add_pos_of_nonneg_of_pos ha hb
theorem add_pos_left (hb : 0 ≤ b) (ha : 0 < a) : 0 < a + b := add_pos_of_pos_of_nonneg ha hb
end
theorem nat_pos {n : ℕ} (h : n ≠ 0) : 0 < n := Nat.pos_of_ne_zero h

section Casts
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R]
theorem natCast_pos {n : ℕ} (h : 0 < n) : 0 < (n : R) := Nat.cast_pos.2 h
theorem intCast_pos {n : ℤ} (h : 0 < n) : 0 < (n : R) := Int.cast_pos.2 h
theorem intCast_nonneg {n : ℤ} (h : 0 ≤ n) : 0 ≤ (n : R) := Int.cast_nonneg.2 h
theorem natCast_ne {n : ℕ} (h : n ≠ 0) : (n : R) ≠ 0 := Nat.cast_ne_zero.2 h
theorem intCast_ne {n : ℤ} (h : n ≠ 0) : (n : R) ≠ 0 := Int.cast_ne_zero.2 h
theorem neg_ne {a : R} (h : a ≠ 0) : -a ≠ 0 := neg_ne_zero.2 h
theorem abs_ne {a : R} (h : a ≠ 0) : |a| ≠ 0 := abs_ne_zero.2 h
theorem abs_pos_of_ne {a : R} (h : a ≠ 0) : 0 < |a| := abs_pos.2 h
theorem mul_self_pos_of_ne {a : R} (h : a ≠ 0) : 0 < a * a := mul_self_pos.2 h
end Casts

section Field
variable {K : Type u} [Field K] [LinearOrder K] [IsStrictOrderedRing K] {a : K}
theorem inv_nonneg_of_nonneg (h : 0 ≤ a) : 0 ≤ a⁻¹ := inv_nonneg.2 h
end Field
theorem sqrt_pos {x : ℝ} (h : 0 < x) : 0 < √x := Real.sqrt_pos.2 h

end Mathlib.Tactic.Positivity

/-- Proves `0 < e` by the form of `e`. -/
syntax "positivity_pos" : tactic
/-- Proves `0 ≤ e` by the form of `e`. -/
syntax "positivity_nonneg" : tactic
/-- Proves `e ≠ 0` by the form of `e`. -/
syntax "positivity_ne" : tactic

macro_rules | `(tactic| positivity_ne) => `(tactic|
  with_reducible first
    | assumption
    | apply OfNat.ofNat_ne_zero
    | apply one_ne_zero
    | apply mul_ne_zero <;> positivity_ne
    | apply div_ne_zero <;> positivity_ne
    | apply pow_ne_zero <;> positivity_ne
    | apply inv_ne_zero <;> positivity_ne
    | apply Mathlib.Tactic.Positivity.neg_ne <;> positivity_ne
    | apply Mathlib.Tactic.Positivity.natCast_ne <;> positivity_ne
    | apply Mathlib.Tactic.Positivity.intCast_ne <;> positivity_ne
    | apply Mathlib.Tactic.Positivity.abs_ne <;> positivity_ne
    | (apply sub_ne_zero_of_ne; assumption)
    | (apply sub_ne_zero_of_ne; apply Ne.symm; assumption)
    | apply Nat.succ_ne_zero
    | apply Nat.factorial_ne_zero
    | (apply ne_of_gt; positivity_pos)
    | (apply ne_of_lt; assumption)
    | (apply Ne.symm; assumption))

macro_rules | `(tactic| positivity_nonneg) => `(tactic|
  with_reducible first
    | assumption
    | (apply le_of_lt; assumption)
    | apply Nat.zero_le
    | apply le_rfl
    | apply zero_le_one
    | apply Nat.ofNat_nonneg
    | apply sq_nonneg
    | apply mul_self_nonneg
    | apply abs_nonneg
    | apply Nat.cast_nonneg
    | apply Real.sqrt_nonneg
    | apply add_nonneg <;> positivity_nonneg
    | apply mul_nonneg <;> positivity_nonneg
    | apply div_nonneg <;> positivity_nonneg
    | (apply Mathlib.Tactic.Positivity.even_pow_nonneg; omega)
    | (apply pow_nonneg; positivity_nonneg)
    | (apply Mathlib.Tactic.Positivity.inv_nonneg_of_nonneg; positivity_nonneg)
    | (apply Mathlib.Tactic.Positivity.intCast_nonneg; positivity_nonneg)
    | (apply Real.rpow_nonneg; positivity_nonneg)
    | (apply le_max_of_le_left; positivity_nonneg)
    | (apply le_max_of_le_right; positivity_nonneg)
    | apply le_min <;> positivity_nonneg
    | (apply le_of_lt; apply Real.exp_pos)
    | (apply le_of_lt; apply Real.pi_pos)
    | (apply le_of_lt; apply Mathlib.Tactic.Positivity.pos_of_one_le; assumption)
    | (apply le_of_lt; apply Mathlib.Tactic.Positivity.pos_of_one_lt; assumption)
    | (apply le_of_lt; apply Mathlib.Tactic.Positivity.pos_of_lit_le; assumption)
    | (apply le_of_lt; apply Mathlib.Tactic.Positivity.pos_of_lit_lt; assumption)
    | omega)

macro_rules | `(tactic| positivity_pos) => `(tactic|
  with_reducible first
    | assumption
    | apply zero_lt_one
    | apply Nat.ofNat_pos
    | apply mul_pos <;> positivity_pos
    | apply div_pos <;> positivity_pos
    | (apply pow_pos; positivity_pos)
    | apply Mathlib.Tactic.Positivity.even_pow_pos <;> first | omega | positivity_ne
    | (apply Mathlib.Tactic.Positivity.mul_self_pos_of_ne; positivity_ne)
    | (apply Mathlib.Tactic.Positivity.add_pos_right
       · positivity_pos
       · positivity_nonneg)
    | (apply Mathlib.Tactic.Positivity.add_pos_left
       · positivity_nonneg
       · positivity_pos)
    | (apply inv_pos_of_pos; positivity_pos)
    | (apply Mathlib.Tactic.Positivity.abs_pos_of_ne; positivity_ne)
    | (apply Mathlib.Tactic.Positivity.natCast_pos; positivity_pos)
    | (apply Mathlib.Tactic.Positivity.intCast_pos; positivity_pos)
    | apply Nat.succ_pos
    | apply Nat.factorial_pos
    | apply Real.exp_pos
    | apply Real.pi_pos
    | (apply Mathlib.Tactic.Positivity.sqrt_pos; positivity_pos)
    | (apply Real.rpow_pos_of_pos; positivity_pos)
    | apply lt_min <;> positivity_pos
    | (apply lt_max_of_lt_left; positivity_pos)
    | (apply lt_max_of_lt_right; positivity_pos)
    | (apply Mathlib.Tactic.Positivity.pos_of_one_le; assumption)
    | (apply Mathlib.Tactic.Positivity.pos_of_one_lt; assumption)
    | (apply Mathlib.Tactic.Positivity.pos_of_lit_le; assumption)
    | (apply Mathlib.Tactic.Positivity.pos_of_lit_lt; assumption)
    | apply Mathlib.Tactic.Positivity.pos_of_nonneg_of_ne <;> assumption
    | apply Mathlib.Tactic.Positivity.pos_of_nonneg_of_ne' <;> assumption
    | (apply Mathlib.Tactic.Positivity.nat_pos; assumption)
    | omega)

/-- `positivity` proves `0 < e`, `0 ≤ e` or `e ≠ 0` by the form of `e`. -/
macro "positivity" : tactic => `(tactic|
  first
    | (with_reducible show 0 < _
       positivity_pos)
    | (with_reducible show 0 ≤ _
       positivity_nonneg)
    | (with_reducible show _ ≠ 0
       positivity_ne)
    | (with_reducible show 0 ≠ _
       refine Ne.symm ?_
       positivity_ne)
    | fail "positivity failed: the sign does not follow from the form of the expression and the hypotheses")
