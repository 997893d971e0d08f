import Mathlib.Prime
import Mathlib.Parity
import Mathlib.Order
import Mathlib.NormNum
/-!
# Tactics

`norm_num`, `use`, `existsi`, `push_neg`, `by_contra`, `simp_rw` as macros over the core tactics, in forms whose
successes Mathlib's own tactics have too, and nothing else.
-/

namespace Mathlib.NormNum

/-! Equations with which `simp` evaluates predicates on literals. The pattern `OfNat.ofNat n` keeps
them off variables. -/

theorem prime_ofNat (n : ℕ) : Nat.Prime (no_index (OfNat.ofNat n)) ↔
    2 ≤ (OfNat.ofNat n : ℕ) ∧ Nat.minFac (OfNat.ofNat n) = OfNat.ofNat n := Nat.prime_def_minFac
theorem minFac_ofNat (n : ℕ) : Nat.minFac (no_index (OfNat.ofNat n)) =
    if (OfNat.ofNat n : ℕ) % 2 = 0 then 2 else Nat.minFacAux (OfNat.ofNat n) (OfNat.ofNat n) 3 := rfl
theorem even_nat (n : ℕ) : Even (no_index (OfNat.ofNat n) : ℕ) ↔ (OfNat.ofNat n : ℕ) % 2 = 0 :=
  Nat.even_iff
theorem odd_nat (n : ℕ) : Odd (no_index (OfNat.ofNat n) : ℕ) ↔ (OfNat.ofNat n : ℕ) % 2 = 1 :=
  Nat.odd_iff
theorem even_int (n : ℕ) : Even (no_index (OfNat.ofNat n) : ℤ) ↔ (OfNat.ofNat n : ℤ) % 2 = 0 :=
  Int.even_iff
theorem coprime_iff (m n : ℕ) : Nat.Coprime m n ↔ Nat.gcd m n = 1 := Iff.rfl
theorem odd_int (n : ℕ) : Odd (no_index (OfNat.ofNat n) : ℤ) ↔ (OfNat.ofNat n : ℤ) % 2 = 1 :=
  Int.odd_iff

end Mathlib.NormNum

open Lean in
/-- `simp lemmas` with the configuration, the `only` (if `base` has none), the arguments and the location
of another tactic that is written `name config only? args? location?`. -/
def Mathlib.NormNum.likeSimp (base stx : Syntax) : Syntax :=
  match base, stx with
  | .node info kind args, .node _ _ given =>
    match args.toList, given.toList with
    | [name, _, discharger, only, lemmas, _], [_, config, only', more, location] =>
      .node info kind [name, config, discharger, either only only', join lemmas more, location].toArray
    | _, _ => base
  | _, _ => base
where
  /-- The optional node `a`, or else `b`. -/
  either (a b : Syntax) : Syntax :=
    match a with
    | .node _ _ xs => if xs.toList.isEmpty then b else a
    | _ => b
  /-- The optional list `a` of simp arguments, followed by those of `b`. -/
  join (a b : Syntax) : Syntax :=
    match a, b with
    | .node i k xs, .node _ _ ys =>
      match xs.toList, ys.toList with
      | [l, .node i₁ k₁ cs, r], [.node _ _ bs] =>
        match bs.toList with
        | [_, .node _ _ ds, _] =>
          let all := match ds.toList with
            | [] => cs.toList
            | ds => cs.toList ++ [Syntax.atom .none ","] ++ ds
          .node i k [l, .node i₁ k₁ all.toArray, r].toArray
        | _ => a
      | _, _ => a
    | _, _ => a

/-- Whether a tactic written like `name config only? args? location?` has no location. -/
def Mathlib.NormNum.atGoal (stx : Lean.Syntax) : Bool :=
  match stx with
  | .node _ _ given =>
    match given.toList with
    | [_, _, _, _, .node _ _ location] => location.toList.isEmpty
    | _ => false
  | _ => false

open Lean.Parser.Tactic in
/-- `norm_num [h₁, h₂] at h`: simplify with literal arithmetic, also of `Nat.Prime`, `Even`, `Odd`. -/
syntax (name := normNum) "norm_num" optConfig (&" only")? (simpArgs)? (location)? : tactic
open Lean in
@[macro normNum] def expandNormNum : Macro := fun stx => do
  let base ← `(tactic| simp [Mathlib.NormNum.prime_ofNat, Mathlib.NormNum.minFac_ofNat,
    Nat.minFacAux, Mathlib.NormNum.even_nat, Mathlib.NormNum.odd_nat, Mathlib.NormNum.even_int,
    Mathlib.NormNum.odd_int, Mathlib.NormNum.coprime_iff, Mathlib.NormNum.add_int,
    Mathlib.NormNum.sub_int, Mathlib.NormNum.mul_int, Mathlib.NormNum.pow_int,
    Mathlib.NormNum.eq_int, Mathlib.NormNum.le_int, Mathlib.NormNum.lt_int,
    Mathlib.NormNum.add_rat, Mathlib.NormNum.sub_rat, Mathlib.NormNum.mul_rat,
    Mathlib.NormNum.pow_frac, Mathlib.NormNum.div_int, Mathlib.NormNum.div_frac,
    Mathlib.NormNum.inv_frac, Mathlib.NormNum.inv_int, Mathlib.NormNum.eq_rat,
    Mathlib.NormNum.le_rat, Mathlib.NormNum.lt_rat, Mathlib.NormNum.abs_frac,
    Mathlib.NormNum.lowest, Mathlib.NormNum.decimal_lit, div_neg, neg_div,
    add_eq_left, add_eq_right, left_eq_add, right_eq_add])
  let simp : TSyntax `tactic := ⟨Mathlib.NormNum.likeSimp base stx⟩
  if Mathlib.NormNum.atGoal stx then
    `(tactic| first
      | refine Mathlib.NormNum.closed_eq _ _ ?_ ?_ <;> first | exact ⟨rfl, rfl⟩ | decide +kernel
      | refine Mathlib.NormNum.closed_lt _ _ ?_ ?_ <;> first | exact ⟨rfl, rfl⟩ | decide +kernel
      | refine Mathlib.NormNum.closed_le _ _ ?_ ?_ <;> first | exact ⟨rfl, rfl⟩ | decide +kernel
      | ($simp:tactic))
  else return simp

namespace Mathlib.Tactic.RingNF
section
variable {R : Type _} [CommRing R]
theorem add_sq (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * (a * b) + b ^ 2 := by ring1
theorem sub_sq (a b : R) : (a - b) ^ 2 = a ^ 2 - 2 * (a * b) + b ^ 2 := by ring1
theorem add_cube (a b : R) : (a + b) ^ 3 = a ^ 3 + 3 * (a ^ 2 * b) + 3 * (a * b ^ 2) + b ^ 3 := by ring1
theorem sub_cube (a b : R) : (a - b) ^ 3 = a ^ 3 - 3 * (a ^ 2 * b) + 3 * (a * b ^ 2) - b ^ 3 := by ring1
end
end Mathlib.Tactic.RingNF

namespace Mathlib.Tactic.Zify
theorem eq_iff (a b : ℕ) : a = b ↔ (a : ℤ) = (b : ℤ) := Int.natCast_inj.symm
theorem le_iff (a b : ℕ) : a ≤ b ↔ (a : ℤ) ≤ (b : ℤ) := Int.ofNat_le.symm
theorem lt_iff (a b : ℕ) : a < b ↔ (a : ℤ) < (b : ℤ) := Int.ofNat_lt.symm
end Mathlib.Tactic.Zify

open Lean.Parser.Tactic in
/-- `ring_nf at h`: prove an equality by `ring1`, or multiply out and compute with literals. -/
syntax (name := ringNF) "ring_nf" optConfig (&" only")? (simpArgs)? (location)? : tactic
open Lean in
@[macro ringNF] def expandRingNF : Macro := fun stx => do
  let base ← `(tactic| simp only [mul_add, add_mul, mul_sub, sub_mul, neg_mul, mul_neg, neg_neg, mul_one,
    one_mul, mul_zero, zero_mul, add_zero, zero_add, sub_zero, pow_zero, pow_one, mul_pow, ← mul_assoc,
    ← add_assoc, sub_self, Mathlib.Tactic.RingNF.add_sq, Mathlib.Tactic.RingNF.sub_sq,
    Mathlib.Tactic.RingNF.add_cube, Mathlib.Tactic.RingNF.sub_cube, Nat.cast_ofNat, Int.cast_ofNat,
    Nat.cast_one, Int.cast_one, Int.cast_neg, Int.cast_zero, Nat.cast_zero, zero_div, div_one, one_pow,
    Int.reduceAdd, Int.reduceSub, Int.reduceMul, Int.reduceNeg, Int.reducePow, Int.reduceEq,
    Nat.reduceAdd, Nat.reduceMul, Nat.reducePow, Nat.reduceGcd, Nat.reduceDiv, Nat.reduceLeDiff,
    Nat.reduceEqDiff, ne_eq, not_false_eq_true,
    Mathlib.NormNum.add_int,
    Mathlib.NormNum.sub_int, Mathlib.NormNum.mul_int, Mathlib.NormNum.pow_int,
    Mathlib.NormNum.eq_int, Mathlib.NormNum.le_int, Mathlib.NormNum.lt_int,
    Mathlib.NormNum.add_rat, Mathlib.NormNum.sub_rat, Mathlib.NormNum.mul_rat,
    Mathlib.NormNum.pow_frac, Mathlib.NormNum.div_int, Mathlib.NormNum.div_frac,
    Mathlib.NormNum.inv_frac, Mathlib.NormNum.inv_int, Mathlib.NormNum.eq_rat,
    Mathlib.NormNum.le_rat, Mathlib.NormNum.lt_rat, Mathlib.NormNum.abs_frac,
    Mathlib.NormNum.lowest, Mathlib.NormNum.decimal_lit, 
    div_neg, neg_div])
  let simp : TSyntax `tactic := ⟨Mathlib.NormNum.likeSimp base stx⟩
  if Mathlib.NormNum.atGoal stx then `(tactic| first | ring1 | ($simp:tactic))
  else return simp

/-- `zify [h] at h`: write a statement about ℕ as one about ℤ. -/
syntax (name := zify) "zify" Lean.Parser.Tactic.optConfig (&" only")? (Lean.Parser.Tactic.simpArgs)? (Lean.Parser.Tactic.location)? : tactic
open Lean in
@[macro zify] def expandZify : Macro := fun stx => do
  let base ← `(tactic| simp only [Mathlib.Tactic.Zify.eq_iff, Mathlib.Tactic.Zify.le_iff, Mathlib.Tactic.Zify.lt_iff, ne_eq,
    Nat.cast_add, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat, Nat.cast_one, Nat.cast_zero])
  return Mathlib.NormNum.likeSimp base stx

/-- `use a, b`: give the witnesses of an existential goal, then try the trivial closing steps. -/
syntax "use " term,+ : tactic
macro_rules
  | `(tactic| use $es,*) =>
    `(tactic| ((first | refine ⟨$es,*, ?_⟩ | refine ⟨$es,*⟩) <;> try with_reducible trivial))

/-- `existsi a, b`: give the witnesses of an existential goal. -/
syntax "existsi " term,+ : tactic
macro_rules
  | `(tactic| existsi $es,*) => `(tactic| refine ⟨$es,*, ?_⟩)

/-- Move negations inwards: `¬(a ≤ b)` becomes `b < a`, `¬∀ x, p x` becomes `∃ x, ¬p x`, and so on. -/
syntax "push_neg" (Lean.Parser.Tactic.location)? : tactic
macro_rules
  | `(tactic| push_neg $[$loc]?) =>
    `(tactic| simp only [not_and, not_or, Classical.not_forall, not_exists, Classical.not_imp,
      Classical.not_not, not_le, not_lt, ne_eq, not_false_eq_true, not_true_eq_false] $[$loc]?)

theorem Mathlib.intro_not {a : Prop} (h : a → False) : ¬a := h

/-- `by_contra h`: assume the negation `h` of the goal, and prove `False`. -/
syntax "by_contra" (ppSpace colGt Lean.binderIdent)? : tactic
macro_rules
  | `(tactic| by_contra) => `(tactic| by_contra this)
  | `(tactic| by_contra $h:ident) =>
    `(tactic| first
      | (with_reducible refine (Mathlib.intro_not ?_ : ¬_); intro $h:ident)
      | refine Classical.byContradiction fun $h:ident => ?_)
  | `(tactic| by_contra _) => `(tactic| by_contra this)
