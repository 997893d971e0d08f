import Mathlib.Ring.Sign
/-!
# `linear_combination`

Linear combinations of equalities and inequalities as data, what they prove, and the tactic that writes
them down; nothing else.

`linear_combination e` reads `e` as a combination of proofs with scalars. That a leaf of `e` is a proof or
a scalar is found out by coercion to the type `Comb`. The difference of the goal's sides and the sum of the
combination's differences are compared by reflection.
-/
universe u

namespace Mathlib.Tactic.LinearCombination
open Mathlib.Tactic.Ring

/-- What a combination proves about its value. -/
inductive Kind
  | scalar
  | eq
  | le
  | lt
  | bad

namespace Kind
def add : Kind → Kind → Kind
  | scalar, scalar => scalar
  | eq, eq => eq
  | eq, le => le
  | le, eq => le
  | le, le => le
  | eq, lt => lt
  | le, lt => lt
  | lt, eq => lt
  | lt, le => lt
  | lt, lt => lt
  | _, _ => bad

def sub : Kind → Kind → Kind
  | scalar, scalar => scalar
  | eq, eq => eq
  | le, eq => le
  | lt, eq => lt
  | _, _ => bad

def neg : Kind → Kind
  | scalar => scalar
  | eq => eq
  | _ => bad

def mul : Kind → Kind → Kind
  | scalar, k => k
  | k, scalar => k
  | _, _ => bad

/-- The scalars that must not be negative (with `true`: that must be positive) for a product. -/
def signs {β : Type u} : Kind → β → Kind → β → List (Bool × β)
  | scalar, v, le, _ => [(false, v)]
  | scalar, v, lt, _ => [(true, v)]
  | le, _, scalar, v => [(false, v)]
  | lt, _, scalar, v => [(true, v)]
  | _, _, _, _ => []

def isEq : Kind → Bool
  | eq => true
  | _ => false

/-- Whether a combination of the kind proves `a ≤ b` or `a < b`; then how `a - b` minus its value must
compare with 0: `true` for `≤`. -/
def allows (strict : Bool) : Kind → Option Bool
  | eq => some (!strict)
  | le => some (!strict)
  | lt => some true
  | _ => none
end Kind

/-- A combination of proofs and scalars in `R`; `P` is the relation behind inequalities, `P true` the
strict one. -/
inductive Comb (R : Type u) (P : Bool → R → R → Prop)
  | scalar (c : R)
  | eq {a b : R} (h : a = b)
  | rel (strict : Bool) {a b : R} (h : P strict a b)
  | add (x y : Comb R P)
  | sub (x y : Comb R P)
  | mul (x y : Comb R P)
  | neg (x : Comb R P)

/-- No inequalities: for goals that are equalities. -/
def NoRel (R : Type u) (_ : Bool) (_ _ : R) : Prop := False

/-- The inequalities of an order. -/
def OrderRel (R : Type u) [LE R] [LT R] : Bool → R → R → Prop
  | true, a, b => a < b
  | false, a, b => a ≤ b

theorem OrderRel.of_le {R : Type u} [LE R] [LT R] {a b : R} (h : a ≤ b) : OrderRel R false a b := h
theorem OrderRel.of_lt {R : Type u} [LE R] [LT R] {a b : R} (h : a < b) : OrderRel R true a b := h

section Coercions
variable {R : Type u} {P : Bool → R → R → Prop} {a b : R}
instance : Coe R (Comb R P) := ⟨.scalar⟩
instance [NatCast R] : Coe ℕ (Comb R P) := ⟨fun n => .scalar n⟩
instance [IntCast R] : Coe ℤ (Comb R P) := ⟨fun n => .scalar n⟩
instance (h : a = b) : CoeDep (a = b) h (Comb R P) := ⟨.eq h⟩
instance [LE R] [LT R] (h : a ≤ b) : CoeDep (a ≤ b) h (Comb R (OrderRel R)) := ⟨.rel false (.of_le h)⟩
instance [LE R] [LT R] (h : a < b) : CoeDep (a < b) h (Comb R (OrderRel R)) := ⟨.rel true (.of_lt h)⟩
instance {a b : ℕ} {P : Bool → ℤ → ℤ → Prop} (h : a = b) : CoeDep (a = b) h (Comb ℤ P) :=
  ⟨.eq (congrArg Nat.cast h : (a : ℤ) = b)⟩
instance {a b : ℕ} (h : a ≤ b) : CoeDep (a ≤ b) h (Comb ℤ (OrderRel ℤ)) :=
  ⟨.rel false (.of_le (Int.ofNat_le.2 h : (a : ℤ) ≤ b))⟩
instance {a b : ℕ} (h : a < b) : CoeDep (a < b) h (Comb ℤ (OrderRel ℤ)) :=
  ⟨.rel true (.of_lt (Int.ofNat_lt.2 h : (a : ℤ) < b))⟩
end Coercions

namespace Comb
variable {R : Type u} [CommRing R] {P : Bool → R → R → Prop}

/-- A scalar's value; the difference of the sides of what is proved. -/
def val : Comb R P → R
  | scalar c => c
  | @eq _ _ a b _ => a - b
  | @rel _ _ _ a b _ => a - b
  | add x y => x.val + y.val
  | sub x y => x.val - y.val
  | mul x y => x.val * y.val
  | neg x => -x.val

def kind : Comb R P → Kind
  | scalar _ => .scalar
  | eq _ => .eq
  | rel true _ => .lt
  | rel false _ => .le
  | add x y => x.kind.add y.kind
  | sub x y => x.kind.sub y.kind
  | mul x y => x.kind.mul y.kind
  | neg x => x.kind.neg

/-- The scalars whose signs matter. -/
def signs : Comb R P → List (Bool × R)
  | add x y => x.signs ++ y.signs
  | sub x y => x.signs ++ y.signs
  | mul x y => x.kind.signs x.val y.kind y.val ++ (x.signs ++ y.signs)
  | neg x => x.signs
  | _ => []

theorem val_eq_zero : ∀ C : Comb R P, C.kind = .eq → C.val = 0
  | scalar _, h => nomatch h
  | eq h, _ => sub_eq_zero.2 h
  | rel true _, h => nomatch h
  | rel false _, h => nomatch h
  | add x y, h => by
    change x.kind.add y.kind = .eq at h
    cases hx : x.kind <;> cases hy : y.kind <;> rw [hx, hy] at h <;> cases h
    show x.val + y.val = 0
    rw [val_eq_zero x hx, val_eq_zero y hy, add_zero]
  | sub x y, h => by
    change x.kind.sub y.kind = .eq at h
    cases hx : x.kind <;> cases hy : y.kind <;> rw [hx, hy] at h <;> cases h
    show x.val - y.val = 0
    rw [val_eq_zero x hx, val_eq_zero y hy, sub_self]
  | mul x y, h => by
    change x.kind.mul y.kind = .eq at h
    show x.val * y.val = 0
    cases hx : x.kind <;> cases hy : y.kind <;> rw [hx, hy] at h <;> cases h
    · rw [val_eq_zero y hy, mul_zero]
    · rw [val_eq_zero x hx, zero_mul]
  | neg x, h => by
    change x.kind.neg = .eq at h
    cases hx : x.kind <;> rw [hx] at h <;> cases h
    show -x.val = 0
    rw [val_eq_zero x hx, neg_zero]
end Comb

/-- `C` has the value `r`, the kind `k` and the signs `s` over `l'`. -/
class ReifyComb {R : Type u} {P : Bool → R → R → Prop} (C : Comb R P) (l : List R)
    (l' : outParam (List R)) (r : outParam RExpr) (k : outParam Kind)
    (s : outParam (List (Bool × RExpr))) : Prop

section Reify
variable {R : Type u} {P : Bool → R → R → Prop} {x y : Comb R P} {a b c : R} {l l₁ l₂ : List R}
  {r r' : RExpr} {k k' : Kind} {s s' : List (Bool × RExpr)}
instance [Reify c l l₁ r] : ReifyComb (.scalar (P := P) c) l l₁ r .scalar [] := ⟨⟩
instance {h : a = b} [Reify a l l₁ r] [Reify b l₁ l₂ r'] :
    ReifyComb (.eq (P := P) h) l l₂ (.sub r r') .eq [] := ⟨⟩
instance {h : P true a b} [Reify a l l₁ r] [Reify b l₁ l₂ r'] :
    ReifyComb (.rel true h) l l₂ (.sub r r') .lt [] := ⟨⟩
instance {h : P false a b} [Reify a l l₁ r] [Reify b l₁ l₂ r'] :
    ReifyComb (.rel false h) l l₂ (.sub r r') .le [] := ⟨⟩
instance [ReifyComb x l l₁ r k s] [ReifyComb y l₁ l₂ r' k' s'] :
    ReifyComb (.add x y) l l₂ (.add r r') (k.add k') (s ++ s') := ⟨⟩
instance [ReifyComb x l l₁ r k s] [ReifyComb y l₁ l₂ r' k' s'] :
    ReifyComb (.sub x y) l l₂ (.sub r r') (k.sub k') (s ++ s') := ⟨⟩
instance [ReifyComb x l l₁ r k s] [ReifyComb y l₁ l₂ r' k' s'] :
    ReifyComb (.mul x y) l l₂ (.mul r r') (k.mul k') (k.signs r k' r' ++ (s ++ s')) := ⟨⟩
instance [ReifyComb x l l₁ r k s] : ReifyComb (.neg x) l l₁ (.neg r) k.neg s := ⟨⟩
end Reify

/-- The proposition `Q`, to be proved by the combination `C`. -/
def By {R : Type u} {P : Bool → R → R → Prop} (_ : Comb R P) (Q : Prop) : Prop := Q

theorem start_eq {R : Type u} {a b : R} (C : Comb R (NoRel R)) (h : By C (a = b)) : a = b := h
theorem start_le {R : Type u} [LE R] [LT R] {a b : R} (C : Comb R (OrderRel R)) (h : By C (a ≤ b)) :
    a ≤ b := h
theorem start_lt {R : Type u} [LE R] [LT R] {a b : R} (C : Comb R (OrderRel R)) (h : By C (a < b)) :
    a < b := h
/-! Natural numbers are compared as integers. -/
theorem start_nat_eq {a b : ℕ} (C : Comb ℤ (NoRel ℤ)) (h : By C ((a : ℤ) = b)) : a = b :=
  Int.natCast_inj.1 h
theorem start_nat_le {a b : ℕ} (C : Comb ℤ (OrderRel ℤ)) (h : By C ((a : ℤ) ≤ b)) : a ≤ b :=
  Int.ofNat_le.1 h
theorem start_nat_lt {a b : ℕ} (C : Comb ℤ (OrderRel ℤ)) (h : By C ((a : ℤ) < b)) : a < b :=
  Int.ofNat_lt.1 h

section Equality
variable {R : Type u} [CommRing R] {field : Bool} [Inverses R field]

theorem eq_of_comb {C : Comb R (NoRel R)} {a b : R} (l₁ l₂ l₃ : List R) (ra rb r : RExpr) (k : Kind)
    (s : List (Bool × RExpr)) [Reify a [] l₁ ra] [Reify b l₁ l₂ rb] [ReifyComb C l₂ l₃ r k s]
    (h : (k.isEq && checkEq field (.sub ra rb) r) = true)
    (hv : value l₃ ra = a ∧ value l₃ rb = b ∧ value l₃ r = C.val ∧ k = C.kind) : By C (a = b) := by
  show a = b
  rw [Bool.and_eq_true] at h
  have hk : C.kind = .eq := by
    rw [← hv.2.2.2]
    cases k <;> first | rfl | exact absurd h.1 (by decide)
  have e := checkEq_ok Inverses.ok l₃ (.sub ra rb) r h.2
  rw [← hv.1, ← hv.2.1]
  exact sub_eq_zero.1 (e.trans (hv.2.2.1.trans (C.val_eq_zero hk)))
end Equality

section Order
variable {R : Type u} [CommRing R] [LinearOrder R]

/-- The kind's statement about a value. -/
def Kind.Holds (v : R) : Kind → Prop
  | eq => v = 0
  | le => v ≤ 0
  | lt => v < 0
  | _ => True

/-- The signs are as they must be. -/
def Good : List (Bool × R) → Prop
  | [] => True
  | (true, v) :: s => 0 < v ∧ Good s
  | (false, v) :: s => 0 ≤ v ∧ Good s

theorem good_append : ∀ {s t : List (Bool × R)}, Good (s ++ t) → Good s ∧ Good t
  | [], _, h => ⟨trivial, h⟩
  | (true, _) :: _, _, h => ⟨⟨h.1, (good_append h.2).1⟩, (good_append h.2).2⟩
  | (false, _) :: _, _, h => ⟨⟨h.1, (good_append h.2).1⟩, (good_append h.2).2⟩

variable [IsStrictOrderedRing R]

private theorem add_nonpos' {a b : R} (ha : a ≤ 0) (hb : b ≤ 0) : a + b ≤ 0 := by
  have := add_le_add ha hb; rw [add_zero] at this; exact this
private theorem add_neg' {a b : R} (ha : a < 0) (hb : b ≤ 0) : a + b < 0 := by
  have := add_lt_add_of_lt_of_le ha hb; rw [add_zero] at this; exact this

theorem Comb.holds : ∀ C : Comb R (OrderRel R), Good C.signs → C.kind.Holds C.val
  | scalar _, _ => trivial
  | eq h, _ => sub_eq_zero.2 h
  | rel true h, _ => sub_neg.2 h
  | rel false h, _ => sub_nonpos.2 h
  | add x y, h => by
    have hx := x.holds (good_append h).1
    have hy := y.holds (good_append h).2
    show (x.kind.add y.kind).Holds (x.val + y.val)
    revert hx hy
    generalize x.val = v
    generalize y.val = w
    cases x.kind <;> cases y.kind <;> intro hx hy <;> first | exact trivial | skip
    · show v + w = 0; rw [show v = 0 from hx, show w = 0 from hy, add_zero]
    · show v + w ≤ 0; exact add_nonpos' (le_of_eq hx) hy
    · show v + w < 0; rw [add_comm]; exact add_neg' hy (le_of_eq hx)
    · show v + w ≤ 0; exact add_nonpos' hx (le_of_eq hy)
    · show v + w ≤ 0; exact add_nonpos' hx hy
    · show v + w < 0; rw [add_comm]; exact add_neg' hy hx
    · show v + w < 0; exact add_neg' hx (le_of_eq hy)
    · show v + w < 0; exact add_neg' hx hy
    · show v + w < 0; exact add_neg' hx (le_of_lt hy)
  | sub x y, h => by
    have hx := x.holds (good_append h).1
    have hy := y.holds (good_append h).2
    show (x.kind.sub y.kind).Holds (x.val - y.val)
    revert hx hy
    generalize x.val = v
    generalize y.val = w
    cases x.kind <;> cases y.kind <;> intro hx hy <;> first | exact trivial | skip
    · show v - w = 0; rw [show v = 0 from hx, show w = 0 from hy, sub_zero]
    · show v - w ≤ 0; rw [show w = 0 from hy, sub_zero]; exact hx
    · show v - w < 0; rw [show w = 0 from hy, sub_zero]; exact hx
  | mul x y, h => by
    have hs := (good_append h).1
    have hx := x.holds (good_append (good_append h).2).1
    have hy := y.holds (good_append (good_append h).2).2
    show (x.kind.mul y.kind).Holds (x.val * y.val)
    revert hs hx hy
    generalize x.val = v
    generalize y.val = w
    cases x.kind <;> cases y.kind <;> intro hs hx hy <;> first | exact trivial | skip
    · show v * w = 0; rw [show w = 0 from hy, mul_zero]
    · exact mul_nonpos_of_nonneg_of_nonpos hs.1 hy
    · exact mul_neg_of_pos_of_neg hs.1 hy
    · show v * w = 0; rw [show v = 0 from hx, zero_mul]
    · exact mul_nonpos_of_nonpos_of_nonneg hx hs.1
    · exact mul_neg_of_neg_of_pos hx hs.1
  | neg x, h => by
    have hx := x.holds h
    show x.kind.neg.Holds (-x.val)
    revert hx
    generalize x.val = v
    cases x.kind <;> intro hx <;> first | exact trivial | skip
    show -v = 0
    rw [show v = 0 from hx, neg_zero]

variable {field : Bool} [Inverses R field]

/-- Whether all signs are those of constants. -/
def checkSigns (field : Bool) : List (Bool × RExpr) → Bool
  | [] => true
  | (strict, r) :: s => checkNeg field (!strict) (.neg r) && checkSigns field s

theorem checkSigns_ok (ρ : List R) : ∀ s : List (Bool × RExpr), checkSigns field s = true →
    Good (s.map fun p => (p.1, value ρ p.2))
  | [], _ => trivial
  | (strict, r) :: s, h => by
    have h' : (checkNeg field (!strict) (.neg r) && checkSigns field s) = true := h
    rw [Bool.and_eq_true] at h'
    have key := checkNeg_ok ρ _ (.neg r) h'.1
    change -value ρ r < 0 ∨ _ ∧ -value ρ r = 0 at key
    cases strict with
    | true => exact ⟨neg_lt_zero.1 (key.resolve_right fun h => nomatch h.1), checkSigns_ok ρ s h'.2⟩
    | false =>
      exact ⟨key.elim (fun h => le_of_lt (neg_lt_zero.1 h)) fun h => le_of_eq (neg_eq_zero.1 h.2).symm,
        checkSigns_ok ρ s h'.2⟩

/-- Whether a combination proves `a ≤ b`, or `a < b`. -/
def checkOrder (field strict : Bool) (ra rb r : RExpr) (k : Kind) (s : List (Bool × RExpr)) : Bool :=
  checkSigns field s &&
    match k.allows strict with
    | none => false
    | some eq => checkNeg field eq (.sub (.sub ra rb) r)

private theorem of_check {C : Comb R (OrderRel R)} {a b : R} {l : List R} {ra rb r : RExpr} {k : Kind}
    {s : List (Bool × RExpr)} {strict : Bool} (h : checkOrder field strict ra rb r k s = true)
    (hv : value l ra = a ∧ value l rb = b ∧ value l r = C.val ∧ k = C.kind ∧
      s.map (fun p => (p.1, value l p.2)) = C.signs) : a < b ∨ strict = false ∧ a = b := by
  obtain ⟨ha, hb, hr, rfl, hs⟩ := hv
  unfold checkOrder at h
  rw [Bool.and_eq_true] at h
  have hC := C.holds (hs ▸ checkSigns_ok l s h.1)
  have h' := h.2
  clear h
  have sum : a - b = (a - b - C.val) + C.val := (sub_add_cancel _ _).symm
  revert hC h'
  cases C.kind <;> intro hC h' <;> first
    | exact Bool.noConfusion (show false = true from h')
    | skip
  all_goals
    have key := checkNeg_ok l _ _ h'
    change value l ra - value l rb - value l r < 0 ∨ _ ∧ value l ra - value l rb - value l r = 0 at key
    rw [ha, hb, hr] at key
  · rw [show C.val = 0 from hC, sub_zero] at key
    exact key.elim (fun h => .inl (sub_neg.1 h)) fun h =>
      .inr ⟨by cases strict <;> first | rfl | exact absurd h.1 (by decide), sub_eq_zero.1 h.2⟩
  · rcases key with key | key
    · exact .inl (sub_neg.1 (by rw [sum]; exact add_neg' key hC))
    · have hs : strict = false := by cases strict <;> first | rfl | exact absurd key.1 (by decide)
      rw [key.2, zero_add] at sum
      rcases eq_or_lt_of_le (show a - b ≤ 0 by rw [sum]; exact hC) with e | e
      · exact .inr ⟨hs, sub_eq_zero.1 e⟩
      · exact .inl (sub_neg.1 e)
  · refine .inl (sub_neg.1 ?_)
    rw [sum, add_comm]
    exact add_neg' hC (key.elim le_of_lt fun h => le_of_eq h.2)

theorem le_of_comb {C : Comb R (OrderRel R)} {a b : R} (l₁ l₂ l₃ : List R) (ra rb r : RExpr)
    (k : Kind) (s : List (Bool × RExpr)) [Reify a [] l₁ ra] [Reify b l₁ l₂ rb]
    [ReifyComb C l₂ l₃ r k s] (h : checkOrder field false ra rb r k s = true)
    (hv : value l₃ ra = a ∧ value l₃ rb = b ∧ value l₃ r = C.val ∧ k = C.kind ∧
      s.map (fun p => (p.1, value l₃ p.2)) = C.signs) : By C (a ≤ b) :=
  (of_check h hv).elim le_of_lt fun h => le_of_eq h.2

theorem lt_of_comb {C : Comb R (OrderRel R)} {a b : R} (l₁ l₂ l₃ : List R) (ra rb r : RExpr)
    (k : Kind) (s : List (Bool × RExpr)) [Reify a [] l₁ ra] [Reify b l₁ l₂ rb]
    [ReifyComb C l₂ l₃ r k s] (h : checkOrder field true ra rb r k s = true)
    (hv : value l₃ ra = a ∧ value l₃ rb = b ∧ value l₃ r = C.val ∧ k = C.kind ∧
      s.map (fun p => (p.1, value l₃ p.2)) = C.signs) : By C (a < b) :=
  (of_check h hv).resolve_right fun h => nomatch h.1
end Order

end Mathlib.Tactic.LinearCombination

/-- `reify_value` for combinations. -/
macro "comb_value" : tactic => `(tactic|
  ((try simp only [Mathlib.Tactic.LinearCombination.Comb.val]) <;> first | rfl | reify_value))

open Lean in
/-- The combination that a term of `linear_combination` means. -/
partial def Mathlib.Tactic.LinearCombination.combine (t : Term) : MacroM Term :=
  match t with
  | `(($e)) => combine e
  | `($e₁ + $e₂) => do `(Comb.add $(← combine e₁) $(← combine e₂))
  | `($e₁ - $e₂) => do `(Comb.sub $(← combine e₁) $(← combine e₂))
  | `($e₁ * $e₂) => do `(Comb.mul $(← combine e₁) $(← combine e₂))
  | `($e₁ / $e₂) => do `(Comb.mul $(← combine e₁) (Comb.scalar (1 / $e₂)))
  | `(-$e) => do `(Comb.neg $(← combine e))
  | `($e₁ ^ $e₂) => `(Comb.scalar ($e₁ ^ $e₂))
  | `($e⁻¹) => `(Comb.scalar ($e⁻¹))
  | `($n:num) => `(Comb.scalar $n)
  | e => `((↑$e))

open Mathlib.Tactic.LinearCombination in
/-- `linear_combination e` proves `a = b`, `a ≤ b` or `a < b` if `a - b` minus the combination `e` of
hypotheses is 0 (for inequalities: a constant that is not positive) by `ring1`. -/
syntax "linear_combination" (ppSpace colGt term)? : tactic
open Mathlib.Tactic.LinearCombination in
macro_rules
  | `(tactic| linear_combination $[$e]?) => do
    let c ← match e with
      | some e => combine e
      | none => `(Comb.eq (Eq.refl 0))
    `(tactic|
      first
        | first
            | refine start_nat_eq ?C ?_
            | refine start_nat_lt ?C ?_
            | refine start_nat_le ?C ?_
            | refine start_eq ?C ?_
            | refine start_lt ?C ?_
            | refine start_le ?C ?_
          case' C => exact $c
          first
            | (reify_refine eq_of_comb _ _ _ _ _ _ _ _ ?_ ?_) <;>
                first
                  | exact ⟨rfl, rfl, rfl, rfl⟩
                  | decide +kernel
                  | (refine ⟨?_, ?_, ?_, rfl⟩ <;> comb_value)
            | (reify_refine le_of_comb _ _ _ _ _ _ _ _ ?_ ?_) <;>
                first
                  | exact ⟨rfl, rfl, rfl, rfl, rfl⟩
                  | decide +kernel
                  | (refine ⟨?_, ?_, ?_, rfl, ?_⟩ <;> first | rfl | comb_value)
            | (reify_refine lt_of_comb _ _ _ _ _ _ _ _ ?_ ?_) <;>
                first
                  | exact ⟨rfl, rfl, rfl, rfl, rfl⟩
                  | decide +kernel
                  | (refine ⟨?_, ?_, ?_, rfl, ?_⟩ <;> first | rfl | comb_value)
            | fail "linear_combination failed: the combination does not prove the goal; the sides differ, \
                or a factor of an inequality is not a positive number")
