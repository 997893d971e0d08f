prelude

/-! The types that Lean's own inductive machinery needs before it can run: equality, `Bool`, pairs, `Nat`. -/

set_option linter.all false
set_option autoImplicit false
set_option bootstrap.inductiveCheckResultingUniverse false
set_option bootstrap.genMatcherCode false
set_option genSizeOf false
set_option genInjectivity false
set_option linter.defProp false
set_option genCtorIdx false
universe u v w u1 u2 u3 u4

/-- What the compiler writes for a type or proof that it erased. -/
unsafe axiom lcErased : Type

/-- The compiler's type of anything. -/
unsafe axiom lcAny : Type
unsafe axiom lcVoid : Type

/-- A proof that the compiler erased; unsafe, so no theorem can use it. -/
unsafe axiom lcProof {α : Prop} : α
unsafe axiom lcUnreachable {α : Sort u} : α

/-- The identity. -/
@[inline] def id {α : Sort u} (a : α) : α := a

/-- A hint to the kernel: reduce this argument eagerly. -/
def eagerReduce {α : Sort u} (a : α) : α := a

@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) : α →
    δ :=
  fun x => f (g x)

@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α := fun _ => a
set_option checkBinderAnnotations false in
abbrev inferInstance {α : Sort u} [i : α] : α := i
set_option checkBinderAnnotations false in
abbrev «inferInstanceAs» (α : Sort u) [i : α] : α := i

/-- The type with one element, in every universe. -/
inductive PUnit : Sort u where
  | unit : PUnit

abbrev Unit : Type := PUnit
@[match_pattern] abbrev Unit.unit : Unit := PUnit.unit

inductive True : Prop where
  | intro : True

inductive False : Prop
inductive Empty : Type
inductive PEmpty : Sort u
def Not (a : Prop) : Prop := a → False
@[macro_inline] def False.elim {C : Sort u} (h : False) : C := h.rec
@[macro_inline] def absurd {a : Prop} {b : Sort v} (h₁ : a) (h₂ : Not a) : b := (h₂ h₁).rec

/-- Equality. -/
inductive Eq {α : Sort u} : α → α → Prop where
  | refl (a : α) : Eq a a

@[simp] abbrev Eq.ndrec {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : Eq a b) : motive b :=
  h.rec m

/-- Rewriting along an equation read from right to left. -/
@[simp] abbrev Eq.ndrec_symm {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α} (h : Eq b a) :
    motive b :=
  h.rec (motive := fun x _ => motive x → motive b) id m

@[match_pattern] def rfl {α : Sort u} {a : α} : Eq a a := Eq.refl a
@[simp] theorem id_eq {α : Sort u} (a : α) : Eq (id a) a := rfl

theorem Eq.subst {α : Sort u} {motive : α → Prop} {a b : α} (h₁ : Eq a b) (h₂ : motive a) :
    motive b :=
  Eq.ndrec h₂ h₁

@[symm] theorem Eq.symm {α : Sort u} {a b : α} (h : Eq a b) : Eq b a := h.rec rfl
theorem Eq.trans {α : Sort u} {a b c : α} (h₁ : Eq a b) (h₂ : Eq b c) : Eq a c := h₂.rec h₁
@[macro_inline] def cast {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a

theorem congrArg {α : Sort u} {β : Sort v} {a₁ a₂ : α} (f : α → β) (h : Eq a₁ a₂) : Eq (f a₁)
    (f a₂) :=
  h.rec rfl

theorem congr {α : Sort u} {β : Sort v} {f₁ f₂ : α → β} {a₁ a₂ : α} (h₁ : Eq f₁ f₂)
    (h₂ : Eq a₁ a₂) : Eq (f₁ a₁) (f₂ a₂) :=
  h₁.rec (h₂.rec rfl)

theorem congrFun {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : Eq f g) (a : α) : Eq (f a)
    (g a) :=
  h.rec rfl

theorem congrFun' {α : Sort u} {β : Sort v} {f g : (x : α) → β} (h : Eq f g) (a : α) : Eq (f a)
    (g a) :=
  h.rec rfl

/-- Equality between terms whose types need not be the same syntactically. -/
inductive HEq {α : Sort u} : α → {β : Sort u} → β → Prop where
  | refl (a : α) : HEq a a

@[match_pattern] protected def HEq.rfl {α : Sort u} {a : α} : HEq a a := HEq.refl a

theorem eq_of_heq {α : Sort u} {a a' : α} (h : HEq a a') : Eq a a' :=
  (fun (h' : HEq a a') =>
    (HEq.rec (motive := fun {β} b _ => (h₂ : Eq α β) → Eq (cast h₂ a) b) (fun (h₁ : Eq α α) => rfl) h' :
      (h₂ : Eq α α) → Eq (cast h₂ a) a') rfl) h

theorem heq_of_eq {α : Sort u} {a a' : α} (h : Eq a a') : HEq a a' := h.rec (HEq.refl a)

/-- Truth values that programs compute with. -/
inductive Bool : Type where
  | false : Bool
  | true : Bool

export Bool (false true)
@[macro_inline] def cond {α : Sort u} (c : Bool) (x y : α) : α := Bool.casesOn c y x

/-- Pairs, in every universe. -/
structure PProd (α : Sort u) (β : Sort v) where
  fst : α
  snd : β

structure PULift.{r, s} (α : Sort s) : Sort (max s r 1) where
  up ::
  down : α

/-- Pairs. -/
structure Prod (α : Type u) (β : Type v) where
  mk ::
  fst : α
  snd : β

attribute [unbox] Prod

structure And (a b : Prop) : Prop where
  intro ::
  left : a
  right : b

/-- Natural numbers. Literals stand for numerals of this type. -/
inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat

/-- Equality test. The kernel computes it by name. -/
@[extern "lean_nat_dec_eq"] def Nat.beq : (@& Nat) → (@& Nat) → Bool
  | .zero, .zero => true
  | .zero, .succ _ => false
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.beq n m

/-- Test for `≤`. The kernel computes it by name. -/
@[extern "lean_nat_dec_le"] def Nat.ble : @& Nat → @& Nat → Bool
  | .zero, .zero => true
  | .zero, .succ _ => true
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.ble n m

noncomputable section
protected def Nat.ctorIdx (n : Nat) : Nat := Nat.casesOn n Nat.zero (fun _ => Nat.succ Nat.zero)
protected def Bool.ctorIdx (b : Bool) : Nat := Bool.casesOn b Nat.zero (Nat.succ Nat.zero)
end

/-- What two numbers must satisfy for equal constructors: the test on their indices. -/
abbrev noConfusionTypeNat (n m : Nat) : Prop := Bool.rec False True (Nat.beq n m)

theorem Nat.beq_self_rec (n : Nat) : noConfusionTypeNat n n :=
  Nat.rec (motive := fun n => noConfusionTypeNat n n) True.intro (fun _ h => h) n

theorem noConfusion_of_Nat {α : Sort u} (f : α → Nat) {a b : α} (h : Eq a b) : noConfusionTypeNat
    (f a) (f b) :=
  Eq.ndrec (motive := fun b => noConfusionTypeNat (f a) (f b)) (Nat.beq_self_rec (f a)) h

set_option genCtorIdx true
init_quot

/-- What the compiler writes for `Quot.lift`; unsafe, so no theorem can use it. -/
unsafe axiom Quot.lcInv {α : Sort u} {r : α → α → Prop} (q : Quot r) : α
