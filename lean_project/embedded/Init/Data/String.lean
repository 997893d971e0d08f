prelude
import Init.WellFounded.Fix

/-! `Option` as a monad, strings, formats, `Repr`. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

instance (priority := 300) One.toOfNat1 {α : Type u} [One α] : OfNat α (nat_lit 1) := ⟨One.one⟩
instance (priority := 300) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α (nat_lit 0) := ⟨Zero.zero⟩

instance : Monad Option where
  pure := some
  bind x f := match x with | none => none | some a => f a

theorem Option.noConf' : True := trivial
/- strings, Repr -/
instance : Append String := ⟨String.append⟩

@[extern "lean_string_dec_eq"] noncomputable instance instDecidableEqString (a b : @& String) :
    Decidable (a = b) :=
  Classical.propDecidable _

@[extern "x"] opaque Nat.reprFast (n : Nat) : String
def Nat.repr (n : Nat) : String := Nat.reprFast n
@[extern "x"] opaque Int.repr (n : Int) : String
@[extern "x"] opaque String.quote (s : String) : String
namespace Std
inductive Format.FlattenBehavior | allOrNone | fill
open Format.FlattenBehavior

inductive Format where
  | nil : Format
  | line : Format
  | align (force : Bool) : Format
  | text : String → Format
  | nest (indent : Int) (f : Format) : Format
  | append : Format → Format → Format
  | group : Format → (behavior : Format.FlattenBehavior := allOrNone) → Format
  | tag : Nat → Format → Format

namespace Format
instance : Append Format := ⟨Format.append⟩
instance : Coe String Format := ⟨Format.text⟩

def bracket (l : String) (x : Format) (r : String) : Format :=
  group (nest 1 (text l ++ x ++ text r))

def paren (f : Format) : Format := bracket "(" f ")"

def sbracket (f : Format) : Format := bracket "[" f "]"
end Format
end Std

export Std (Format)
class Repr (α : Type u) where reprPrec : α → Nat → Std.Format
export Repr (reprPrec)
class ReprAtom (α : Type u)
def repr [Repr α] (a : α) : Std.Format := reprPrec a 0
abbrev reprArg [Repr α] (x : α) : Std.Format := reprPrec x 1024

def Repr.addAppParen (f : Std.Format) (prec : Nat) : Std.Format :=
  if prec ≥ 1024 then Std.Format.paren f else f

class ToString (α : Type u) where toString : α → String
export ToString (toString)
instance : Repr Nat := ⟨fun n _ => .text (Nat.repr n)⟩
instance : Repr Int := ⟨fun n _ => .text (Int.repr n)⟩
instance : Repr String := ⟨fun s _ => .text (String.quote s)⟩
instance : ToString Nat := ⟨Nat.repr⟩
instance : ToString Int := ⟨Int.repr⟩
instance : ToString String := ⟨id⟩
instance : Repr Bool := ⟨fun | true, _ => .text "true" | false, _ => .text "false"⟩
instance : Repr Unit := ⟨fun _ _ => .text "()"⟩

instance [Repr α] : Repr (Option α) :=
  ⟨fun | none, _ => .text "none" | some a, p => Repr.addAppParen (.text "some " ++ reprArg a) p⟩

def Std.Format.joinSep [Repr α] : List α → Std.Format → Std.Format
  | [], _ => .nil
  | [a], _ => repr a
  | a :: as, s => repr a ++ s ++ joinSep as s

instance [Repr α] : Repr (List α) :=
  ⟨fun l _ => Std.Format.sbracket (Std.Format.joinSep l (.text "," ++ .line))⟩

instance [Repr α] [Repr β] : Repr (α × β) :=
  ⟨fun (a, b) _ => Std.Format.paren (repr a ++ .text ", " ++ repr b)⟩

instance : Hashable Nat := ⟨fun n => Lean.Name.hashNat n⟩
instance [BEq α] [BEq β] : BEq (α × β) := ⟨fun (a, b) (c, d) => a == c && b == d⟩
inductive Ordering | lt | eq | gt
class Ord (α : Type u) where compare : α → α → Ordering
export Ord (compare)
