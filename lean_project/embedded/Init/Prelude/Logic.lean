prelude
import Init.Prelude.Bootstrap

/-! Quotients, connectives, decidability, `if`, and the axioms that the elaborator refers to. -/

set_option linter.all false
set_option autoImplicit false
set_option bootstrap.inductiveCheckResultingUniverse false
set_option bootstrap.genMatcherCode false
set_option genSizeOf false
set_option genInjectivity false
set_option linter.defProp false
universe u v w u1 u2 u3 u4

@[macro_inline] def Eq.mpr {α β : Sort u} (h : Eq α β) (b : β) : α :=
  Eq.ndrec (motive := fun x => x) b (Eq.symm h)

@[macro_inline] def Eq.mp {α β : Sort u} (h : Eq α β) (b : α) : β :=
  Eq.ndrec (motive := fun x => x) b h

structure Iff (a b : Prop) : Prop where
  intro ::
  mp : a → b
  mpr : b → a

structure MProd (α β : Type u) where
  fst : α
  snd : β

inductive Or (a b : Prop) : Prop where
  | inl (h : a) : Or a b
  | inr (h : b) : Or a b

structure Subtype {α : Sort u} (p : α → Prop) where
  val : α
  property : p val

@[reducible] def outParam (α : Sort u) : Sort u := α
@[reducible] def semiOutParam (α : Sort u) : Sort u := α
@[reducible] def optParam (α : Sort u) (default : α) : Sort u := α
@[reducible] def namedPattern {α : Sort u} (x a : α) (h : Eq x a) : α := a

/-- What the elaborator puts in place of a term that it could not read. A theorem that uses it is not proved. -/
axiom sorryAx (α : Sort u) (synthetic : Bool) : α

theorem eq_false_of_ne_true : {b : Bool} → Not (Eq b true) → Eq b false
  | true, h => False.elim (h rfl)
  | false, _ => rfl

theorem eq_true_of_ne_false : {b : Bool} → Not (Eq b false) → Eq b true
  | true, _ => rfl
  | false, h => False.elim (h rfl)

theorem ne_false_of_eq_true : {b : Bool} → Eq b true → Not (Eq b false)
  | true, _, h => nomatch h
  | false, h, _ => nomatch h

theorem ne_true_of_eq_false : {b : Bool} → Eq b false → Not (Eq b true)
  | true, h, _ => nomatch h
  | false, _, h => nomatch h

/-- Types with a chosen element. -/
class Inhabited (α : Sort u) where
  default : α

export Inhabited (default)

/-- Types that have an element. -/
class inductive Nonempty (α : Sort u) : Prop where
  | intro (val : α) : Nonempty α

/-- The axiom of choice. -/
axiom Classical.choice {α : Sort u} : Nonempty α → α

theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p :=
  match h₁ with | intro a => h₂ a

instance instNonemptyOfInhabited {α : Sort u} [Inhabited α] : Nonempty α := ⟨default⟩

noncomputable def Classical.ofNonempty {α : Sort u} [Nonempty α] : α :=
  Classical.choice inferInstance

instance {α : Sort u} {β : Sort v} [Nonempty β] : Nonempty (α → β) :=
  Nonempty.intro fun _ => Classical.ofNonempty

instance (α : Sort u) {β : α → Sort v} [(a : α) → Inhabited (β a)] : Inhabited ((a : α) → β a) :=
  ⟨fun _ => default⟩

instance : Inhabited (Sort u) := ⟨PUnit⟩
instance : Inhabited Bool := ⟨false⟩

structure PLift (α : Sort u) : Type u where
  up ::
  down : α

structure ULift.{r, s} (α : Type s) : Type (max s r) where
  up ::
  down : α

structure NonemptyType where
  type : Type u

/-- Propositions that an algorithm decides. -/
class inductive Decidable (p : Prop) where
  | isFalse (h : Not p) : Decidable p
  | isTrue (h : p) : Decidable p

export Decidable (isTrue isFalse)

@[inline_if_reduce, nospecialize] def Decidable.decide (p : Prop) [h : Decidable p] : Bool :=
  h.casesOn (fun _ => false) (fun _ => true)

export Decidable (decide)
abbrev DecidablePred {α : Sort u} (r : α → Prop) := (a : α) → Decidable (r a)

abbrev DecidableRel {α : Sort u} {β : Sort v} (r : α → β → Prop) :=
  (a : α) → (b : β) → Decidable (r a b)

abbrev DecidableEq (α : Sort u) := (a b : α) → Decidable (Eq a b)
def decEq {α : Sort u} [inst : DecidableEq α] (a b : α) : Decidable (Eq a b) := inst a b

theorem decide_eq_true : {p : Prop} → [inst : Decidable p] → p → Eq (decide p) true
  | _, isTrue _, _ => rfl
  | _, isFalse h₁, h₂ => absurd h₂ h₁

theorem decide_eq_false : {p : Prop} → [inst : Decidable p] → Not p → Eq (decide p) false
  | _, isTrue h₁, h₂ => absurd h₁ h₂
  | _, isFalse _, _ => rfl

theorem of_decide_eq_true {p : Prop} [inst : Decidable p] : Eq (decide p) true → p := fun h =>
  match (generalizing := false) inst with
  | isTrue h₁ => h₁
  | isFalse h₁ => absurd h (ne_true_of_eq_false (decide_eq_false h₁))

theorem of_decide_eq_false {p : Prop} [inst : Decidable p] : Eq (decide p) false → Not p := fun h =>
  match (generalizing := false) inst with
  | isTrue h₁ => absurd h (ne_false_of_eq_true (decide_eq_true h₁))
  | isFalse h₁ => h₁

theorem of_decide_eq_self_eq_true {α : Sort u} [inst : DecidableEq α] (a : α) : Eq
    (decide (Eq a a)) true :=
  match inst a a with
  | isTrue _ => rfl
  | isFalse h₁ => absurd rfl h₁

@[inline] def Bool.decEq (a b : Bool) : Decidable (Eq a b) :=
   match a, b with
   | false, false => isTrue rfl
   | false, true => isFalse (fun h => nomatch h)
   | true, false => isFalse (fun h => nomatch h)
   | true, true => isTrue rfl

instance : DecidableEq Bool := Bool.decEq

class BEq (α : Type u) where
  beq : α → α → Bool

open BEq (beq)

instance instBEqOfDecidableEq {α : Type u} [DecidableEq α] : BEq α where
  beq a b := decide (Eq a b)

@[macro_inline] def dite {α : Sort u} (c : Prop) [h : Decidable c] (t : c → α) (e : Not c → α) :
    α :=
  match h with
  | isTrue h => t h
  | isFalse h => e h

@[macro_inline] def ite {α : Sort u} (c : Prop) [h : Decidable c] (t e : α) : α := match h with
  | isTrue _ => t
  | isFalse _ => e

@[macro_inline] def Bool.dcond {α : Sort u} (c : Bool) (x : Eq c true → α) (y : Eq c false → α) :
    α :=
  match c with
  | true => x rfl
  | false => y rfl

@[macro_inline] def Bool.or (x y : Bool) : Bool :=
  match x with
  | true => true
  | false => y

@[macro_inline] def Bool.and (x y : Bool) : Bool :=
  match x with
  | false => false
  | true => y

@[inline] def Bool.not : Bool → Bool
  | true => false
  | false => true

export Bool (or and not)

instance instDecidableAnd {p q} [dp : Decidable p] [dq : Decidable q] : Decidable (And p q) :=
  match dp with
  | isTrue hp => match dq with
    | isTrue hq => isTrue ⟨hp, hq⟩
    | isFalse hq => isFalse (fun h => hq (And.right h))
  | isFalse hp => isFalse (fun h => hp (And.left h))

instance instDecidableOr {p q} [dp : Decidable p] [dq : Decidable q] : Decidable (Or p q) :=
  match dp with
  | isTrue hp => isTrue (Or.inl hp)
  | isFalse hp => match dq with
    | isTrue hq => isTrue (Or.inr hq)
    | isFalse hq => isFalse (fun h => match h with
      | Or.inl h => hp h
      | Or.inr h => hq h)

instance instDecidableNot {p} [dp : Decidable p] : Decidable (Not p) :=
  match dp with
  | isTrue hp => isFalse (absurd hp)
  | isFalse hp => isTrue hp

@[reducible] def Ne {α : Sort u} (a b : α) : Prop := Not (Eq a b)
theorem Ne.intro {α : Sort u} {a b : α} (h : Eq a b → False) : Ne a b := h
theorem Ne.elim {α : Sort u} {a b : α} (h : Ne a b) : Eq a b → False := h
theorem Ne.symm {α : Sort u} {a b : α} (h : Ne a b) : Ne b a := fun h₁ => h (Eq.symm h₁)
theorem Ne.irrefl {α : Sort u} {a : α} (h : Ne a a) : False := h rfl

theorem ne_of_beq_false {α : Type u} [DecidableEq α] {a b : α} (h : Eq (beq a b) false) : Not
    (Eq a b) :=
  of_decide_eq_false h

theorem false_of_ne {α : Sort u} {a : α} : Ne a a → False := Ne.irrefl
instance : Inhabited Nat := ⟨Nat.zero⟩
