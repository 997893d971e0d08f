prelude
import Init.Prelude.Nat

/-! `Fin`, machine words, `Char`, `Option`, `List`, `Array`, `String`. -/

set_option linter.all false
set_option autoImplicit false
set_option bootstrap.inductiveCheckResultingUniverse false
set_option bootstrap.genMatcherCode false
set_option genSizeOf false
set_option genInjectivity false
set_option linter.defProp false
universe u v w u1 u2 u3 u4

/-- Natural numbers below `n`. -/
structure Fin (n : Nat) where
  mk ::
  val : Nat
  isLt : LT.lt val n

theorem Fin.eq_of_val_eq {n} : {i j : Fin n} → Eq i.val j.val → Eq i j
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

/-- Bit strings of length `w`, as numbers below `2 ^ w`. -/
structure BitVec (w : Nat) where
  ofFin ::
  toFin : Fin (HPow.hPow 2 w)

structure UInt8 where ofBitVec :: toBitVec : BitVec 8
structure UInt16 where ofBitVec :: toBitVec : BitVec 16
structure UInt32 where ofBitVec :: toBitVec : BitVec 32
structure UInt64 where ofBitVec :: toBitVec : BitVec 64
structure USize where ofBitVec :: toBitVec : BitVec 64
noncomputable def UInt64.default : UInt64 := ⟨⟨⟨0, Nat.le_of_ble_eq_true rfl⟩⟩⟩
instance : Nonempty UInt64 := ⟨UInt64.default⟩

abbrev Nat.isValidChar (n : Nat) : Prop :=
  Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))

/-- Unicode scalar values. -/
structure Char where
  val : UInt32
  valid : Nat.isValidChar val.toBitVec.toFin.val

theorem isValidChar_lt {n : Nat} (h : n.isValidChar) : LT.lt n (HPow.hPow 2 32) :=
  match h with
  | Or.inl h => Nat.lt_trans h (Nat.le_of_ble_eq_true rfl)
  | Or.inr ⟨_, h⟩ => Nat.lt_trans h (Nat.le_of_ble_eq_true rfl)

@[extern "lean_uint32_of_nat"] def Char.ofNatAux (n : @& Nat) (h : n.isValidChar) : Char :=
  ⟨⟨⟨⟨n, isValidChar_lt h⟩⟩⟩, h⟩

@[noinline] def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar (fun h => Char.ofNatAux n h) (fun _ => Char.ofNatAux 0 (Or.inl (Nat.le_of_ble_eq_true rfl)))

inductive Option (α : Type u) where
  | none : Option α
  | some (val : α) : Option α

attribute [unbox] Option
export Option (none some)
instance {α} : Inhabited (Option α) := ⟨none⟩

inductive List (α : Type u) where
  | nil : List α
  | cons (head : α) (tail : List α) : List α

instance {α} : Inhabited (List α) := ⟨List.nil⟩

def List.length {α : Type u} : List α → Nat
  | nil => 0
  | cons _ as => HAdd.hAdd (length as) 1

protected def List.hasDecEq {α : Type u} [DecidableEq α] : (a b : List α) → Decidable (Eq a b)
  | nil, nil => isTrue rfl
  | cons _ _, nil => isFalse (fun h => nomatch h)
  | nil, cons _ _ => isFalse (fun h => nomatch h)
  | cons a as, cons b bs =>
    match decEq a b with
    | isTrue hab => match List.hasDecEq as bs with
      | isTrue habs => isTrue (hab ▸ habs ▸ rfl)
      | isFalse nabs => isFalse (fun h => match h with | rfl => nabs rfl)
    | isFalse nab => isFalse (fun h => match h with | rfl => nab rfl)

instance {α : Type u} [DecidableEq α] : DecidableEq (List α) := List.hasDecEq

def List.foldl {α : Type u} {β : Type v} (f : α → β → α) : (init : α) → List β → α
  | a, nil => a
  | a, cons b l => foldl f (f a b) l

structure Array (α : Type u) where
  mk ::
  toList : List α

attribute [extern "lean_array_to_list"] Array.toList
attribute [extern "lean_array_mk"] Array.mk

@[extern "lean_mk_empty_array_with_capacity"] def Array.mkEmpty {α : Type u} (c : @& Nat) :
    Array α :=
  ⟨List.nil⟩

def Array.empty {α : Type u} : Array α := mkEmpty 0

@[extern "lean_array_get_size"] def Array.size {α : Type u} (a : @& Array α) : Nat :=
  a.toList.length

def List.concat {α : Type u} : List α → α → List α
  | nil, b => cons b nil
  | cons a as, b => cons a (concat as b)

@[extern "lean_array_push"] def Array.push {α : Type u} (a : Array α) (v : α) : Array α :=
  ⟨a.toList.concat v⟩

instance {α} : Inhabited (Array α) := ⟨Array.empty⟩

structure ByteArray where
  mk ::
  data : Array UInt8

/-- Texts: lists of characters. The kernel turns a literal into `String.ofList` of its characters. -/
structure String where
  ofList ::
  toList : List Char

attribute [extern "lean_string_mk"] String.ofList
attribute [extern "lean_string_data"] String.toList
instance : Inhabited String := ⟨""⟩
@[extern "lean_string_dec_eq"] opaque String.decEqImpl (a b : @& String) : Bool

@[extern "lean_string_append"] def String.append (a : String) (b : @& String) : String :=
  ⟨b.toList.foldl (fun l c => l.concat c) a.toList⟩

structure String.Pos.Raw where
  byteIdx : Nat := 0

instance : Inhabited String.Pos.Raw := ⟨⟨0⟩⟩

structure Substring.Raw where
  str : String
  startPos : String.Pos.Raw
  stopPos : String.Pos.Raw

instance : Inhabited Substring.Raw := ⟨⟨"", ⟨0⟩, ⟨0⟩⟩⟩
@[extern "x"] opaque String.toRawSubstring' (s : String) : Substring.Raw
@[extern "x"] opaque String.toRawSubstring (s : String) : Substring.Raw
@[extern "lean_uint64_mix_hash"] opaque mixHash (u₁ u₂ : UInt64) : UInt64
@[extern "lean_string_hash"] opaque String.hash (s : @& String) : UInt64

class Hashable (α : Sort u) where
  hash : α → UInt64

export Hashable (hash)
