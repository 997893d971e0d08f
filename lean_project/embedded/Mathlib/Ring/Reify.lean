import Mathlib.Ring.Expr
/-!
# Reification and `ring1`

Instance search translates a term into a reflected expression and collects its atoms, and the kernel
compares normal forms; nothing else.

The classes below have no ring instances as arguments: whether an instance of `+` is the ring's own is
left to the last step, which compares the expression's value with the term.
-/
universe u

namespace Mathlib.Tactic.Ring

/-- `a` is entry `i` of `l`. -/
class Entry {α : Type u} (a : α) (l : List α) (i : outParam Nat) : Prop
instance (priority := high) Entry.here {α : Type u} {a : α} {l : List α} : Entry a (a :: l) 0 := ⟨⟩
instance Entry.there {α : Type u} {a b : α} {l : List α} {i : Nat} [Entry a l i] :
    Entry a (b :: l) (i + 1) := ⟨⟩

/-- `l'` is `l` with `a` at its end, as entry `i`. -/
class Snoc {α : Type u} (l : List α) (a : α) (l' : outParam (List α)) (i : outParam Nat) : Prop
instance Snoc.nil {α : Type u} {a : α} : Snoc [] a [a] 0 := ⟨⟩
instance Snoc.cons {α : Type u} {a b : α} {l l' : List α} {i : Nat} [Snoc l a l' i] :
    Snoc (b :: l) a (b :: l') (i + 1) := ⟨⟩

/-- The type has a subtraction that is a ring's. -/
class HasSub (α : Type u) : Prop
/-- The type has a division that is a field's. -/
class HasDiv (α : Type u) : Prop
instance {α : Type u} [Ring α] : HasSub α := ⟨⟩
instance {α : Type u} [Field α] : HasDiv α := ⟨⟩

/-- `e` is the value of `r` over `l'`, which extends `l` by the new atoms of `e`. -/
class Reify {α : Type u} (e : α) (l : List α) (l' : outParam (List α)) (r : outParam RExpr) : Prop

/-- The same for a term that is inverted: sums are atoms. -/
class ReifyInv {α : Type u} (e : α) (l : List α) (l' : outParam (List α)) (r : outParam RExpr) : Prop

section
variable {α : Type u} {a b e : α} {l l₁ l₂ : List α} {r s : RExpr} {i n : Nat}

instance (priority := 1) Reify.new [Snoc l e l₁ i] : Reify e l l₁ (.var i) := ⟨⟩
instance (priority := 10) Reify.old [Entry e l i] : Reify e l l (.var i) := ⟨⟩
instance (priority := 100) Reify.num {o : OfNat α (n + 1)} :
    Reify (no_index (@OfNat.ofNat α (n + 1) o)) l l (.num (n + 1)) := ⟨⟩
instance (priority := 100) Reify.zero {o : OfNat α 0} :
    Reify (no_index (@OfNat.ofNat α 0 o)) l l (.num 0) := ⟨⟩
instance Reify.add {o : HAdd α α α} [Reify a l l₁ r] [Reify b l₁ l₂ s] :
    Reify (@HAdd.hAdd α α α o a b) l l₂ (.add r s) := ⟨⟩
instance Reify.mul {o : HMul α α α} [Reify a l l₁ r] [Reify b l₁ l₂ s] :
    Reify (@HMul.hMul α α α o a b) l l₂ (.mul r s) := ⟨⟩
instance Reify.sub {o : HSub α α α} [HasSub α] [Reify a l l₁ r] [Reify b l₁ l₂ s] :
    Reify (@HSub.hSub α α α o a b) l l₂ (.sub r s) := ⟨⟩
instance Reify.neg {o : Neg α} [Reify a l l₁ r] : Reify (@Neg.neg α o a) l l₁ (.neg r) := ⟨⟩
/-- The exponent must be a literal. -/
class Literal (n : Nat) : Prop
instance Literal.succ : Literal (no_index (OfNat.ofNat (n + 1))) := ⟨⟩
instance Literal.zero : Literal (no_index (OfNat.ofNat 0)) := ⟨⟩
instance Reify.pow {o : HPow α Nat α} [Literal n] [Reify a l l₁ r] :
    Reify (@HPow.hPow α Nat α o a n) l l₁ (.pow r n) := ⟨⟩
instance Reify.sci {o : OfScientific α} [HasDiv α] {m : Nat} :
    Reify (@OfScientific.ofScientific α o m true n) l l (.sci m n) := ⟨⟩
instance Reify.inv {o : Inv α} [HasDiv α] [ReifyInv a l l₁ r] :
    Reify (@Inv.inv α o a) l l₁ (.inv r) := ⟨⟩
instance Reify.div {o : HDiv α α α} [HasDiv α] [Reify a l l₁ r] [ReifyInv b l₁ l₂ s] :
    Reify (@HDiv.hDiv α α α o a b) l l₂ (.div r s) := ⟨⟩

/-! Sums and products in exponents, and casts, are split; that this keeps the value is left to `simp`. -/
instance (priority := high) Reify.powAdd {m : Nat} {o : HPow α Nat α}
    [Reify (@HPow.hPow α Nat α o a m) l l₁ r] [Reify (@HPow.hPow α Nat α o a n) l₁ l₂ s] :
    Reify (@HPow.hPow α Nat α o a (m + n)) l l₂ (.mul r s) := ⟨⟩
instance (priority := high) Reify.powMul {m : Nat} {o : HPow α Nat α} [Literal m]
    [Reify (@HPow.hPow α Nat α o a n) l l₁ r] :
    Reify (@HPow.hPow α Nat α o a (m * n)) l l₁ (.pow r m) := ⟨⟩
instance (priority := high) Reify.powMul' {m : Nat} {o : HPow α Nat α} [Literal n]
    [Reify (@HPow.hPow α Nat α o a m) l l₁ r] :
    Reify (@HPow.hPow α Nat α o a (m * n)) l l₁ (.pow r n) := ⟨⟩
instance (priority := low) Reify.mulPow {o : HPow α Nat α} {p : HMul α α α}
    [Reify (@HPow.hPow α Nat α o a n) l l₁ r] [Reify (@HPow.hPow α Nat α o b n) l₁ l₂ s] :
    Reify (@HPow.hPow α Nat α o (@HMul.hMul α α α p a b) n) l l₂ (.mul r s) := ⟨⟩
section
variable {x y : Nat} {c : NatCast α}
instance Reify.natAdd [Reify (@Nat.cast α c x) l l₁ r]
    [Reify (@Nat.cast α c y) l₁ l₂ s] :
    Reify (@Nat.cast α c (x + y)) l l₂ (.add r s) := ⟨⟩
instance Reify.natMul [Reify (@Nat.cast α c x) l l₁ r]
    [Reify (@Nat.cast α c y) l₁ l₂ s] :
    Reify (@Nat.cast α c (x * y)) l l₂ (.mul r s) := ⟨⟩
instance Reify.natPow [HPow α Nat α] [Reify (@Nat.cast α c x ^ y) l l₁ r] :
    Reify (@Nat.cast α c (x ^ y)) l l₁ r := ⟨⟩
instance (priority := 100) Reify.natNum :
    Reify (@Nat.cast α c (no_index (OfNat.ofNat (n + 1)))) l l (.num (n + 1)) := ⟨⟩
instance (priority := 100) Reify.natZero :
    Reify (@Nat.cast α c (no_index (OfNat.ofNat 0))) l l (.num 0) := ⟨⟩
end
section
variable {x y : Int} {c : IntCast α}
instance Reify.intAdd [Reify (@Int.cast α c x) l l₁ r]
    [Reify (@Int.cast α c y) l₁ l₂ s] :
    Reify (@Int.cast α c (x + y)) l l₂ (.add r s) := ⟨⟩
instance Reify.intSub [Reify (@Int.cast α c x) l l₁ r]
    [Reify (@Int.cast α c y) l₁ l₂ s] :
    Reify (@Int.cast α c (x - y)) l l₂ (.sub r s) := ⟨⟩
instance Reify.intMul [Reify (@Int.cast α c x) l l₁ r]
    [Reify (@Int.cast α c y) l₁ l₂ s] :
    Reify (@Int.cast α c (x * y)) l l₂ (.mul r s) := ⟨⟩
instance Reify.intNeg [Reify (@Int.cast α c x) l l₁ r] :
    Reify (@Int.cast α c (-x)) l l₁ (.neg r) := ⟨⟩
instance Reify.intPow {y : Nat} [HPow α Nat α]
    [Reify (@Int.cast α c x ^ y) l l₁ r] :
    Reify (@Int.cast α c (x ^ y)) l l₁ r := ⟨⟩
instance Reify.intNat {z : Nat} {d : NatCast Int} [NatCast α] [Reify (z : α) l l₁ r] :
    Reify (@Int.cast α c (@Nat.cast Int d z)) l l₁ r := ⟨⟩
instance (priority := 100) Reify.intNum {o : OfNat Int (n + 1)} :
    Reify (@Int.cast α c (no_index (@OfNat.ofNat Int (n + 1) o))) l l (.num (n + 1)) := ⟨⟩
instance (priority := 100) Reify.intZero :
    Reify (@Int.cast α c (no_index (OfNat.ofNat 0))) l l (.num 0) := ⟨⟩
end

instance (priority := 1) ReifyInv.new [Snoc l e l₁ i] : ReifyInv e l l₁ (.var i) := ⟨⟩
instance (priority := 10) ReifyInv.old [Entry e l i] : ReifyInv e l l (.var i) := ⟨⟩
instance (priority := 100) ReifyInv.num {o : OfNat α (n + 1)} :
    ReifyInv (no_index (@OfNat.ofNat α (n + 1) o)) l l (.num (n + 1)) := ⟨⟩
instance (priority := 100) ReifyInv.zero {o : OfNat α 0} :
    ReifyInv (no_index (@OfNat.ofNat α 0 o)) l l (.num 0) := ⟨⟩
instance ReifyInv.mul {o : HMul α α α} [ReifyInv a l l₁ r] [ReifyInv b l₁ l₂ s] :
    ReifyInv (@HMul.hMul α α α o a b) l l₂ (.mul r s) := ⟨⟩
instance ReifyInv.neg {o : Neg α} [ReifyInv a l l₁ r] : ReifyInv (@Neg.neg α o a) l l₁ (.neg r) := ⟨⟩
instance ReifyInv.pow {o : HPow α Nat α} [Literal n] [ReifyInv a l l₁ r] :
    ReifyInv (@HPow.hPow α Nat α o a n) l l₁ (.pow r n) := ⟨⟩
instance ReifyInv.sci {o : OfScientific α} {m : Nat} :
    ReifyInv (@OfScientific.ofScientific α o m true n) l l (.sci m n) := ⟨⟩
instance ReifyInv.inv {o : Inv α} [ReifyInv a l l₁ r] : ReifyInv (@Inv.inv α o a) l l₁ (.inv r) := ⟨⟩
instance ReifyInv.div {o : HDiv α α α} [ReifyInv a l l₁ r] [ReifyInv b l₁ l₂ s] :
    ReifyInv (@HDiv.hDiv α α α o a b) l l₂ (.div r s) := ⟨⟩
end

/-- What a ring's reflected expressions mean by inverse and quotient; `field` says whether there are
any. -/
class Inverses (α : Type u) [CommRing α] (field : outParam Bool) where
  iv : α → α
  dv : α → α → α
  sc : Nat → Nat → α
  ok : field = true → InvOk iv dv sc

/-- In a ring that is no field of characteristic zero: nothing. -/
instance (priority := low) Inverses.none {α : Type u} [CommRing α] : Inverses α false where
  iv x := x
  dv x _ := x
  sc _ _ := 0
  ok h := nomatch h

/-- In a field of characteristic zero; `sc` is the meaning of decimals, where there are any. -/
@[reducible] def Inverses.ofDecimals {α : Type u} [Field α] [CharZero α] (sc : Nat → Nat → α)
    (h : ∀ m e, sc m e * ((10 ^ e : Nat) : α) = m) : Inverses α true where
  iv x := x⁻¹
  dv x y := x / y
  sc := sc
  ok _ := {
    sci := h
    div := div_eq_mul_inv
    zero := inv_zero
    one := inv_one
    mul := mul_inv
    inv := inv_inv
    neg := fun _ => inv_neg
    nat := fun n => mul_inv_cancel₀ (Nat.cast_ne_zero.2 (Nat.succ_ne_zero n)) }

instance (priority := mid) Inverses.ofField {α : Type u} [Field α] [CharZero α] : Inverses α true :=
  .ofDecimals (fun m e => m / ((10 ^ e : Nat) : α)) fun _ e =>
    div_mul_cancel₀ _ (Nat.cast_ne_zero.2 (Nat.pos_iff_ne_zero.1 (Nat.pow_pos (by decide))))

/-- The value of a reflected expression in a ring. -/
abbrev value {α : Type u} [CommRing α] {field : Bool} [Inverses α field] (ρ : List α) (r : RExpr) :
    α := r.ev Inverses.iv Inverses.dv Inverses.sc ρ

theorem ring_eq {α : Type u} [CommRing α] {field : Bool} [Inverses α field] {a b : α}
    (l₁ l₂ : List α) (r s : RExpr)
    [Reify a [] l₁ r] [Reify b l₁ l₂ s] (h : checkEq field r s = true)
    (hv : value l₂ r = a ∧ value l₂ s = b) : a = b := by
  rw [← hv.1, ← hv.2]; exact checkEq_ok Inverses.ok l₂ r s h

/-! Natural numbers are compared as integers. -/

/-- Whether an expression has neither subtraction nor inverses. -/
def RExpr.semi : RExpr → Bool
  | num _ => true
  | var _ => true
  | add a b => a.semi && b.semi
  | mul a b => a.semi && b.semi
  | pow a _ => a.semi
  | _ => false

/-- Entry `i` of a list; 0 beyond its end. -/
def lookNat : List ℕ → ℕ → ℕ
  | [], _ => 0
  | x :: _, 0 => x
  | _ :: l, i + 1 => lookNat l i

/-- The value of an expression without subtraction and inverses. -/
def RExpr.evNat (ρ : List ℕ) : RExpr → ℕ
  | num n => n
  | var i => lookNat ρ i
  | add a b => a.evNat ρ + b.evNat ρ
  | mul a b => a.evNat ρ * b.evNat ρ
  | pow a n => a.evNat ρ ^ n
  | _ => 0

theorem cast_lookNat : ∀ (ρ : List ℕ) (i : ℕ), (lookNat ρ i : ℤ) = look (ρ.map Int.ofNat) i
  | [], _ => rfl
  | _ :: _, 0 => rfl
  | _ :: l, i + 1 => cast_lookNat l i

theorem cast_evNat (ρ : List ℕ) (e : RExpr) :
    e.semi = true → ((e.evNat ρ : ℕ) : ℤ) = value (ρ.map Int.ofNat) e := by
  have both : ∀ {a b : Bool}, (a && b) = true → a = true ∧ b = true := fun h => by
    rw [Bool.and_eq_true] at h; exact h
  induction e with
  | num n => exact fun _ => (lit_eq n).symm
  | var i => exact fun _ => cast_lookNat ρ i
  | add a b ha hb =>
    exact fun h => (Int.natCast_add _ _).trans (congr (congrArg _ (ha (both h).1)) (hb (both h).2))
  | mul a b ha hb =>
    exact fun h => (Int.natCast_mul _ _).trans (congr (congrArg _ (ha (both h).1)) (hb (both h).2))
  | pow a n ha => exact fun h => (Int.natCast_pow _ _).trans (congrArg (· ^ n) (ha h))
  | _ => intro h; cases h

theorem ring_nat {a b : ℕ} (l₁ l₂ : List ℕ) (r s : RExpr) [Reify a [] l₁ r] [Reify b l₁ l₂ s]
    (h : (r.semi && s.semi && checkEq false r s) = true)
    (hv : r.evNat l₂ = a ∧ s.evNat l₂ = b) : a = b := by
  rw [Bool.and_eq_true, Bool.and_eq_true] at h
  rw [← hv.1, ← hv.2]
  exact Int.natCast_inj.1 (by
    rw [cast_evNat l₂ r h.1.1, cast_evNat l₂ s h.1.2]
    exact checkEq_ok (field := false) (fun h => nomatch h) _ r s h.2)

end Mathlib.Tactic.Ring

/-- Runs `refine` with room for the reification of large terms. -/
macro "reify_refine " t:term : tactic => `(tactic|
  set_option synthInstance.maxHeartbeats 400000 in set_option synthInstance.maxSize 10000 in
    refine $t)

theorem Mathlib.Tactic.Ring.pow_numeral_mul {M : Type u} [Monoid M] (a : M) (k n : ℕ) :
    a ^ (no_index (OfNat.ofNat k) * n) = (a ^ n) ^ (OfNat.ofNat k : ℕ) := by
  rw [← pow_mul, Nat.mul_comm]
theorem Mathlib.Tactic.Ring.pow_mul_numeral {M : Type u} [Monoid M] (a : M) (k n : ℕ) :
    a ^ (n * no_index (OfNat.ofNat k)) = (a ^ n) ^ (OfNat.ofNat k : ℕ) := pow_mul a n k

/-- Proves that a reflected expression has the value of the term that it was made from. -/
macro "reify_value" : tactic => `(tactic|
  simp only [Mathlib.Tactic.Ring.value, Mathlib.Tactic.Ring.RExpr.ev, Mathlib.Tactic.Ring.RExpr.evNat,
    Mathlib.Tactic.Ring.look, Mathlib.Tactic.Ring.lookNat, Mathlib.Tactic.Ring.lit_eq,
    Mathlib.Tactic.Ring.Inverses.iv, Mathlib.Tactic.Ring.Inverses.dv, Mathlib.Tactic.Ring.Inverses.sc,
    pow_add, mul_pow, pow_one, Mathlib.Tactic.Ring.pow_numeral_mul, Mathlib.Tactic.Ring.pow_mul_numeral,
    Nat.cast_add, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat, Nat.cast_one, Nat.cast_zero,
    Int.cast_add, Int.cast_sub, Int.cast_mul, Int.cast_neg, Int.cast_pow, Int.cast_natCast,
    Int.cast_ofNat, Int.cast_one, Int.cast_zero, Nat.reduceAdd, Nat.cast_id])

/-- `ring1` proves an equality in a commutative ring, a field of characteristic zero, or ℕ, by comparing
normal forms. -/
macro "ring1" : tactic => `(tactic|
  first
    | (reify_refine Mathlib.Tactic.Ring.ring_eq _ _ _ _ ?_ ?_) <;>
        first | exact And.intro rfl rfl | decide +kernel | (refine And.intro ?_ ?_ <;> reify_value)
    | (reify_refine Mathlib.Tactic.Ring.ring_nat _ _ _ _ ?_ ?_) <;>
        first | exact And.intro rfl rfl | decide +kernel | (refine And.intro ?_ ?_ <;> reify_value))

/-- `ring` is `ring1`, if need be after it has written powers with sums or products in the exponent, or of
products, as products of powers. -/
macro "ring" : tactic => `(tactic|
  first
    | ring1
    | (simp only [pow_add, Mathlib.Tactic.Ring.pow_numeral_mul,
        Mathlib.Tactic.Ring.pow_mul_numeral, mul_pow, pow_one, inv_pow, div_pow, zpow_natCast, zpow_ofNat,
        zpow_neg, zpow_one, zpow_zero] <;> ring1)
    | fail "ring failed: the two sides have different normal forms; a division by what is not a number \
        needs field_simp first")
