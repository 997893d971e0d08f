prelude
import Init.Data.String

/-! Formats, `Repr`, `ToString`, and the classes that `deriving` fills. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

/-! ### Formats -/

namespace Std

inductive Format.FlattenBehavior
  | allOrNone
  | fill

open Format.FlattenBehavior

/-- A text that knows where it may be broken. The constructors stand in the order of the compiled Lean. -/
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
instance : Inhabited Format := ⟨Format.nil⟩

def bracket (l : String) (x : Format) (r : String) : Format := group (nest 1 (text l ++ x ++ text r))
def paren (f : Format) : Format := bracket "(" f ")"
def sbracket (f : Format) : Format := bracket "[" f "]"
def bracketFill (l : String) (x : Format) (r : String) : Format := fill (nest 1 (text l ++ x ++ text r))
where
  fill (f : Format) : Format := group f (behavior := .fill)
def nestD (f : Format) : Format := nest 2 f

end Format

end Std

export Std (Format)

/-! ### Repr and ToString -/

class Repr (α : Type u) where
  reprPrec : α → Nat → Std.Format

export Repr (reprPrec)

class ReprAtom (α : Type u)

def repr [Repr α] (a : α) : Std.Format := reprPrec a 0
abbrev reprArg [Repr α] (x : α) : Std.Format := reprPrec x 1024

def Repr.addAppParen (f : Std.Format) (prec : Nat) : Std.Format :=
  if prec ≥ 1024 then Std.Format.paren f else f

class ToString (α : Type u) where
  toString : α → String

export ToString (toString)

def Std.Format.joinSep [Repr α] : List α → Std.Format → Std.Format
  | [], _ => .nil
  | [a], _ => repr a
  | a :: as, s => repr a ++ s ++ joinSep as s

instance : Repr Nat := ⟨fun n _ => .text (Nat.repr n)⟩
instance : Repr Int := ⟨fun
  | .ofNat n, _ => .text (Nat.repr n)
  | i, prec => Repr.addAppParen (.text (Int.repr i)) prec⟩
instance : Repr String := ⟨fun s _ => .text (String.quote s)⟩
instance : Repr Char := ⟨fun c _ => .text (Char.quote c)⟩
instance : Repr (Fin n) := ⟨fun f _ => repr f.val⟩
instance : Repr Bool := ⟨fun | true, _ => .text "true" | false, _ => .text "false"⟩
instance : Repr Unit := ⟨fun _ _ => .text "()"⟩
instance [Repr α] : Repr (Option α) :=
  ⟨fun | none, _ => .text "none" | some a, p => Repr.addAppParen (.text "some " ++ reprArg a) p⟩
instance [Repr α] : Repr (List α) := ⟨fun l _ => Std.Format.sbracket (Std.Format.joinSep l (.text "," ++ .line))⟩
instance [Repr α] : Repr (Array α) :=
  ⟨fun a _ => .text "#" ++ Std.Format.sbracket (Std.Format.joinSep a.toList (.text "," ++ .line))⟩
instance [Repr α] [Repr β] : Repr (α × β) := ⟨fun (a, b) _ => Std.Format.paren (repr a ++ .text ", " ++ repr b)⟩
instance [Repr α] [Repr β] : Repr (Sum α β) :=
  ⟨fun
    | .inl a, p => Repr.addAppParen (.text "Sum.inl " ++ reprArg a) p
    | .inr b, p => Repr.addAppParen (.text "Sum.inr " ++ reprArg b) p⟩
instance {p : α → Prop} [Repr α] : Repr (Subtype p) := ⟨fun s prec => reprPrec s.val prec⟩
instance : ReprAtom Nat := ⟨⟩
instance : ReprAtom Bool := ⟨⟩
instance : ReprAtom String := ⟨⟩

instance : ToString Nat := ⟨Nat.repr⟩
instance : ToString Int := ⟨Int.repr⟩
instance : ToString String := ⟨id⟩
instance : ToString Bool := ⟨fun b => match b with | true => "true" | false => "false"⟩

/-! ### Hash, order, equality tests -/

instance : Hashable Nat := ⟨fun n => Lean.Name.hashNat n⟩
instance : Hashable String := ⟨String.hash⟩
instance : Hashable Bool := ⟨fun | true => 11 | false => 13⟩
instance : Hashable Int := ⟨fun i => Lean.Name.hashNat i.natAbs⟩
instance [Hashable α] [Hashable β] : Hashable (α × β) := ⟨fun (a, b) => mixHash (hash a) (hash b)⟩

instance instBEqProd [BEq α] [BEq β] : BEq (α × β) := ⟨fun (a, b) (c, d) => a == c && b == d⟩
instance [BEq α] [BEq β] [LawfulBEq α] [LawfulBEq β] : LawfulBEq (α × β) where
  eq_of_beq {a b} h := by
    have h' : (a.1 == b.1 && a.2 == b.2) = true := h
    rw [Bool.and_eq_true] at h'
    exact Prod.ext (eq_of_beq h'.1) (eq_of_beq h'.2)
  rfl {a} := by
    show (a.1 == a.1 && a.2 == a.2) = true
    rw [beq_self_eq_true, beq_self_eq_true]; rfl

inductive Ordering
  | lt
  | eq
  | gt
deriving DecidableEq, Inhabited

namespace Ordering

def swap : Ordering → Ordering
  | .lt => .gt
  | .eq => .eq
  | .gt => .lt

/-- The first ordering that is not `eq`. -/
def «then» (a b : Ordering) : Ordering :=
  match a with
  | .eq => b
  | a => a

def isLT : Ordering → Bool
  | lt => true
  | _ => false

def isLE : Ordering → Bool
  | gt => false
  | _ => true

end Ordering

class Ord (α : Type u) where
  compare : α → α → Ordering

export Ord (compare)

@[inline] def compareOfLessAndEq {α} (x y : α) [LT α] [Decidable (x < y)] [DecidableEq α] : Ordering :=
  if x < y then Ordering.lt else if x = y then Ordering.eq else Ordering.gt

instance : Ord Nat := ⟨fun x y => compareOfLessAndEq x y⟩
instance : Ord Int := ⟨fun x y => compareOfLessAndEq x y⟩
instance : Ord (Fin n) := ⟨fun x y => compare x.val y.val⟩
instance : Ord Bool := ⟨fun
  | false, true => Ordering.lt
  | true, false => Ordering.gt
  | _, _ => Ordering.eq⟩

/-! ### Inhabited types -/

instance [Inhabited α] [Inhabited β] : Inhabited (α × β) := ⟨(default, default)⟩
instance [Inhabited α] [Inhabited β] : Inhabited (MProd α β) := ⟨⟨default, default⟩⟩
instance Sum.inhabitedLeft [Inhabited α] : Inhabited (Sum α β) := ⟨Sum.inl default⟩
instance Prod.instNonempty [h1 : Nonempty α] [h2 : Nonempty β] : Nonempty (α × β) :=
  h1.elim fun x => h2.elim fun y => ⟨(x, y)⟩
instance : Inhabited PUnit := ⟨⟨⟩⟩
instance : Inhabited True := ⟨trivial⟩
