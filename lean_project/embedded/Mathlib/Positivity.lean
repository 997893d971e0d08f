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
`0 ≤ e` and `e ≠ 0`; each of their rules is one macro, so that other modules can add theirs.
-/
universe u

namespace Mathlib.Tactic.Positivity

section
variable {R : Type u} [Ring R] [LinearOrder R] [IsStrictOrderedRing R] {a b : R}
theorem even_pow_nonneg (a : R) (n : ℕ) : 0 ≤ a ^ (2 * n) := by rw [pow_mul]; exact pow_nonneg (sq_nonneg a) n
theorem even_pow_pos (ha : a ≠ 0) (n : ℕ) : 0 < a ^ (2 * n) := by
  rw [pow_mul]; exact pow_pos (sq_pos_of_ne_zero ha) n
theorem pos_of_nonneg_of_ne (ha : 0 ≤ a) (h : a ≠ 0) : 0 < a := lt_of_le_of_ne ha h.symm
theorem pos_of_nonneg_of_ne' (ha : 0 ≤ a) (h : 0 ≠ a) : 0 < a := lt_of_le_of_ne ha h
end
theorem nat_pos {n : ℕ} (h : n ≠ 0) : 0 < n := Nat.pos_of_ne_zero h

end Mathlib.Tactic.Positivity

/-- Proves `0 < e` by the form of `e`. -/
syntax "positivity_pos" : tactic
/-- Proves `0 ≤ e` by the form of `e`. -/
syntax "positivity_nonneg" : tactic
/-- Proves `e ≠ 0` by the form of `e`. -/
syntax "positivity_ne" : tactic

/-! The rules that are tried last stand first. -/

macro_rules | `(tactic| positivity_ne) => `(tactic|
  first
    | with_reducible refine ne_of_gt ?_
      positivity_pos
    | with_reducible exact ne_of_lt (by assumption)
    | with_reducible exact Ne.symm (by assumption)
    | (intro h; norm_num at h; done))
macro_rules | `(tactic| positivity_ne) => `(tactic|
  with_reducible first
    | assumption
    | exact OfNat.ofNat_ne_zero _
    | exact one_ne_zero
    | refine mul_ne_zero ?_ ?_ <;> positivity_ne
    | refine div_ne_zero ?_ ?_ <;> positivity_ne
    | refine pow_ne_zero _ ?_ <;> positivity_ne
    | refine inv_ne_zero ?_ <;> positivity_ne
    | refine neg_ne_zero.2 ?_ <;> positivity_ne
    | exact sub_ne_zero_of_ne (by assumption)
    | exact sub_ne_zero_of_ne (Ne.symm (by assumption))
    | refine Nat.cast_ne_zero.2 ?_ <;> positivity_ne
    | refine Int.cast_ne_zero.2 ?_ <;> positivity_ne
    | refine abs_ne_zero.2 ?_ <;> positivity_ne
    | exact Nat.succ_ne_zero _
    | exact Nat.factorial_ne_zero _)

macro_rules | `(tactic| positivity_nonneg) => `(tactic|
  first
    | with_reducible refine le_of_lt ?_
      positivity_pos
    | omega)
macro_rules | `(tactic| positivity_nonneg) => `(tactic|
  with_reducible first
    | assumption
    | exact le_of_lt (by assumption)
    | exact Nat.zero_le _
    | exact le_rfl
    | exact zero_le_one
    | exact Nat.ofNat_nonneg _
    | exact sq_nonneg _
    | exact mul_self_nonneg _
    | exact abs_nonneg _
    | exact Nat.cast_nonneg _
    | exact Real.sqrt_nonneg _
    | refine add_nonneg ?_ ?_ <;> positivity_nonneg
    | refine mul_nonneg ?_ ?_ <;> positivity_nonneg
    | refine div_nonneg ?_ ?_ <;> positivity_nonneg
    | refine pow_nonneg ?_ _ <;> positivity_nonneg
    | exact Mathlib.Tactic.Positivity.even_pow_nonneg _ _
    | exact Mathlib.Tactic.Positivity.even_pow_nonneg _ 2
    | exact Mathlib.Tactic.Positivity.even_pow_nonneg _ 3
    | exact Mathlib.Tactic.Positivity.even_pow_nonneg _ 4
    | refine inv_nonneg.2 ?_ <;> positivity_nonneg
    | refine Int.cast_nonneg.2 ?_ <;> positivity_nonneg
    | refine Real.rpow_nonneg ?_ _ <;> positivity_nonneg
    | refine le_max_of_le_left ?_ <;> positivity_nonneg
    | refine le_max_of_le_right ?_ <;> positivity_nonneg
    | refine le_min ?_ ?_ <;> positivity_nonneg)

macro_rules | `(tactic| positivity_pos) => `(tactic|
  with_reducible first
    | (refine Mathlib.Tactic.Positivity.pos_of_nonneg_of_ne (by assumption) ?_; assumption)
    | (refine Mathlib.Tactic.Positivity.pos_of_nonneg_of_ne' (by assumption) ?_; assumption)
    | (refine Mathlib.Tactic.Positivity.nat_pos ?_; assumption)
    | exact lt_of_lt_of_le zero_lt_one (by assumption)
    | exact lt_of_lt_of_le Nat.ofNat_pos (by assumption)
    | exact lt_trans zero_lt_one (by assumption)
    | exact lt_trans Nat.ofNat_pos (by assumption)
    | omega)
macro_rules | `(tactic| positivity_pos) => `(tactic|
  with_reducible first
    | assumption
    | exact zero_lt_one
    | exact Nat.ofNat_pos
    | refine mul_pos ?_ ?_ <;> positivity_pos
    | refine div_pos ?_ ?_ <;> positivity_pos
    | refine sq_pos_of_ne_zero ?_ <;> positivity_ne
    | refine pow_pos ?_ _ <;> positivity_pos
    | refine Mathlib.Tactic.Positivity.even_pow_pos ?_ 2 <;> positivity_ne
    | refine Mathlib.Tactic.Positivity.even_pow_pos ?_ 3 <;> positivity_ne
    | refine mul_self_pos.2 ?_ <;> positivity_ne
    | exact add_pos_of_pos_of_nonneg (by positivity_pos) (by positivity_nonneg)
    | exact add_pos_of_nonneg_of_pos (by positivity_nonneg) (by positivity_pos)
    | refine inv_pos.2 ?_ <;> positivity_pos
    | refine abs_pos.2 ?_ <;> positivity_ne
    | refine Nat.cast_pos.2 ?_ <;> positivity_pos
    | refine Int.cast_pos.2 ?_ <;> positivity_pos
    | exact Nat.succ_pos _
    | exact Nat.factorial_pos _
    | exact Real.exp_pos _
    | exact Real.pi_pos
    | refine Real.sqrt_pos.2 ?_ <;> positivity_pos
    | refine Real.rpow_pos_of_pos ?_ _ <;> positivity_pos
    | refine lt_min ?_ ?_ <;> positivity_pos
    | refine lt_max_of_lt_left ?_ <;> positivity_pos
    | refine lt_max_of_lt_right ?_ <;> positivity_pos)

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
