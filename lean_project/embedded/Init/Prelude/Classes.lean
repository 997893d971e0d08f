prelude
import Init.Prelude.Logic

/-! The classes behind notation: literals, order, arithmetic, membership. -/

set_option linter.all false
set_option autoImplicit false
set_option bootstrap.inductiveCheckResultingUniverse false
set_option bootstrap.genMatcherCode false
set_option genSizeOf false
set_option genInjectivity false
set_option linter.defProp false
universe u v w u1 u2 u3 u4

class OfNat (α : Type u) (_ : Nat) where
  ofNat : α

@[default_instance 100] instance instOfNatNat : (n : Nat) → OfNat Nat n := fun n => ⟨n⟩
class LE (α : Type u) where le : α → α → Prop
class LT (α : Type u) where lt : α → α → Prop
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a
abbrev DecidableLT (α : Type u) [LT α] := DecidableRel (LT.lt : α → α → Prop)
abbrev DecidableLE (α : Type u) [LE α] := DecidableRel (LE.le : α → α → Prop)
class Max (α : Type u) where max : α → α → α
class Min (α : Type u) where min : α → α → α
export Max (max)
export Min (min)

class Trans.{a, b, c, a1, a2, a3} {α : Sort a1} {β : Sort a2} {γ : Sort a3} (r : α → β → Sort a)
    (s : β → γ → Sort b) (t : outParam (α → γ → Sort c)) where
  trans {a : α} {b : β} {c : γ} : r a b → s b c → t a c

export Trans (trans)

instance {α : Sort u1} {γ : Sort u2} (r : α → γ → Sort u) : Trans (@Eq α) r r where
  trans heq h' := Eq.ndrec (motive := fun x => r x _) h' (Eq.symm heq)

instance {α : Sort u1} {β : Sort u2} (r : α → β → Sort u) : Trans r Eq r where
  trans h' heq := Eq.ndrec h' heq

class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAdd : α → β → γ
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where hMul : α → β → γ
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where hSub : α → β → γ
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where hDiv : α → β → γ
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where hMod : α → β → γ
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where hPow : α → β → γ
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where hSMul : α → β → γ
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAppend : α → β → γ
class HOrElse (α : Type u) (β : Type v) (γ : outParam (Type w)) where hOrElse : α → (Unit → β) → γ
class HAndThen (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAndThen : α → (Unit → β) → γ
class HAnd (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAnd : α → β → γ
class HXor (α : Type u) (β : Type v) (γ : outParam (Type w)) where hXor : α → β → γ
class HOr (α : Type u) (β : Type v) (γ : outParam (Type w)) where hOr : α → β → γ
class HShiftLeft (α : Type u) (β : Type v) (γ : outParam (Type w)) where hShiftLeft : α → β → γ
class HShiftRight (α : Type u) (β : Type v) (γ : outParam (Type w)) where hShiftRight : α → β → γ
class Zero (α : Type u) where zero : α
class One (α : Type u) where one : α
class Add (α : Type u) where add : α → α → α
class Mul (α : Type u) where mul : α → α → α
class Sub (α : Type u) where sub : α → α → α
class Div (α : Type u) where div : α → α → α
class Mod (α : Type u) where mod : α → α → α
class Neg (α : Type u) where neg : α → α
class Inv (α : Type u) where inv : α → α
class Dvd (α : Type u) where dvd : α → α → Prop
class Pow (α : Type u) (β : Type v) where pow : α → β → α
class NatPow (α : Type u) where pow : α → Nat → α
class HomogeneousPow (α : Type u) where pow : α → α → α
class SMul (M : Type u) (α : Type v) where smul : M → α → α
class Append (α : Type u) where append : α → α → α
class OrElse (α : Type u) where orElse : α → (Unit → α) → α
class AndThen (α : Type u) where andThen : α → (Unit → α) → α
class AndOp (α : Type u) where and : α → α → α
class XorOp (α : Type u) where xor : α → α → α
class OrOp (α : Type u) where or : α → α → α
class ShiftLeft (α : Type u) where shiftLeft : α → α → α
class ShiftRight (α : Type u) where shiftRight : α → α → α
class Complement (α : Type u) where complement : α → α

@[default_instance] instance instHAdd {α : Type u} [Add α] : HAdd α α α where
  hAdd a b := Add.add a b

@[default_instance] instance instHMul {α : Type u} [Mul α] : HMul α α α where
  hMul a b := Mul.mul a b

@[default_instance] instance instHSub {α : Type u} [Sub α] : HSub α α α where
  hSub a b := Sub.sub a b

@[default_instance] instance instHDiv {α : Type u} [Div α] : HDiv α α α where
  hDiv a b := Div.div a b

@[default_instance] instance instHMod {α : Type u} [Mod α] : HMod α α α where
  hMod a b := Mod.mod a b

instance instHPow {α : Type u} {β : Type v} [Pow α β] : HPow α β α where hPow a b := Pow.pow a b

@[default_instance] instance instPowNat {α : Type u} [NatPow α] : Pow α Nat where
  pow a n := NatPow.pow a n

@[default_instance] instance instHSMul {M : Type u} {α : Type v} [SMul M α] : HSMul M α α where
  hSMul a b := SMul.smul a b

@[default_instance] instance instHAppendOfAppend {α : Type u} [Append α] : HAppend α α α where
  hAppend a b := Append.append a b

@[default_instance] instance instHOrElseOfOrElse {α : Type u} [OrElse α] : HOrElse α α α where
  hOrElse a b := OrElse.orElse a b

@[default_instance] instance instHAndThenOfAndThen {α : Type u} [AndThen α] : HAndThen α α α where
  hAndThen a b := AndThen.andThen a b

@[default_instance] instance instHAndOfAndOp {α : Type u} [AndOp α] : HAnd α α α where
  hAnd a b := AndOp.and a b

@[default_instance] instance instHXorOfXorOp {α : Type u} [XorOp α] : HXor α α α where
  hXor a b := XorOp.xor a b

@[default_instance] instance instHOrOfOrOp {α : Type u} [OrOp α] : HOr α α α where
  hOr a b := OrOp.or a b

@[default_instance] instance instHShiftLeftOfShiftLeft {α : Type u} [ShiftLeft α] :
    HShiftLeft α α α where
  hShiftLeft a b := ShiftLeft.shiftLeft a b

@[default_instance] instance instHShiftRightOfShiftRight {α : Type u} [ShiftRight α] :
    HShiftRight α α α where
  hShiftRight a b := ShiftRight.shiftRight a b

class Membership (α : outParam (Type u)) (γ : Type v) where
  mem : γ → α → Prop

attribute [match_pattern] Add.add HAdd.hAdd Neg.neg Mul.mul HMul.hMul
