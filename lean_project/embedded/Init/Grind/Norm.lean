prelude
import Init.Grind.Bool
import Init.Int.Modular

/-! The rewriting rules that bring a goal of `grind` to normal form. -/

set_option linter.all false
set_option autoImplicit true

namespace Lean.Grind

init_grind_norm
  not_and not_or not_ite not_forall not_exists
  Nat.not_ge_eq Nat.not_le_eq
  |
  Classical.not_not
  ne_eq iff_eq eq_self heq_eq_eq
  forall_or_forall forall_forall_or
  eq_true_eq eq_false_eq not_eq_prop
  not_true
  not_false_eq_true
  true_imp_eq false_imp_eq imp_true_eq imp_false_eq imp_self_eq
  and_true true_and and_false false_and and_assoc
  or_true true_or or_false false_or or_assoc
  ite_true ite_false ite_true_false ite_false_true
  dite_eq_ite
  forall_and forall_false forall_true
  forall_imp_eq_or
  exists_const exists_or exists_prop exists_and_left exists_and_right
  cond_eq_ite
  Bool.or_false Bool.or_true Bool.false_or Bool.true_or Bool.or_eq_true
  Bool.and_false Bool.and_true Bool.false_and Bool.true_and Bool.and_eq_true
  Bool.not_not
  beq_iff_eq beq_eq_decide_eq beq_self_eq_true
  bne_eq_decide_not_eq
  Bool.not_eq_true Bool.not_eq_false
  decide_eq_true_eq
  Nat.le_zero_eq Nat.lt_eq Nat.succ_eq_add_one
  Nat.add_eq Nat.sub_eq Nat.mul_eq Nat.zero_eq Nat.le_eq
  Nat.div_zero Nat.mod_zero Nat.div_one Nat.mod_one
  Nat.sub_sub Nat.pow_zero Nat.pow_one Nat.sub_self
  Int.lt_eq
  Int.emod_neg Int.ediv_neg
  Int.ediv_zero Int.emod_zero
  Int.ediv_one Int.emod_one
  Int.negSucc_eq
  Int.pow_zero Int.pow_one
  ge_eq gt_eq
  Int.ofNat_eq_coe
  Int.one_dvd Int.zero_dvd

end Lean.Grind
