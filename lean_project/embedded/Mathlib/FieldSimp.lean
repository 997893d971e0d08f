import Mathlib.Positivity
/-!
# `field_simp`

Denominators are cleared from equations and inequalities of fields, and nothing else.
-/
universe u

namespace Mathlib.Tactic.FieldSimp
section
variable {K : Type u} [Field K] {a b c d : K}
theorem eq_div_iff_eq (hc : c ≠ 0) : a = b / c ↔ a * c = b := eq_div_iff hc
theorem ne_div_iff (hc : c ≠ 0) : a ≠ b / c ↔ a * c ≠ b := not_congr (eq_div_iff hc)
theorem div_ne_iff (hb : b ≠ 0) : a / b ≠ c ↔ a ≠ c * b := not_congr (div_eq_iff hb)
end
end Mathlib.Tactic.FieldSimp

/-- Proves that a denominator is positive or not 0. -/
macro "field_simp_discharge" : tactic => `(tactic|
  first | assumption | positivity_ne | positivity_pos)

open Lean.Parser.Tactic in
/-- `field_simp [h₁] at h`: clear denominators that are not 0, as hypotheses or `positivity` show; in
inequalities, those that are positive. -/
syntax (name := fieldSimp) "field_simp" optConfig (&" only")? (simpArgs)? (location)? : tactic
open Lean in
@[macro fieldSimp] def expandFieldSimp : Macro := fun stx => do
  let base ← `(tactic| simp (disch := field_simp_discharge) only [div_add_div, div_sub_div, div_add', add_div', div_sub', sub_div',
    div_add_div_same, div_sub_div_same, mul_div_assoc', div_mul_eq_mul_div, div_div, div_div_eq_mul_div, neg_div', div_pow,
    inv_eq_one_div, one_div_div, div_eq_iff, eq_div_iff, div_eq_div_iff, div_le_iff₀, le_div_iff₀,
    div_lt_iff₀, lt_div_iff₀, div_le_div_iff_of_pos, div_lt_div_iff_of_pos, ne_eq, not_false_eq_true, mul_one, one_mul, div_one, div_zero,
    zero_div, Mathlib.Tactic.FieldSimp.ne_div_iff, Mathlib.Tactic.FieldSimp.div_ne_iff])
  return Mathlib.NormNum.likeSimp base stx

/-- `field` proves an equality in a field: `field_simp`, then `ring1`. -/
macro "field" : tactic => `(tactic| first | ring1 | (field_simp <;> ring1))
