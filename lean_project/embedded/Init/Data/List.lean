prelude
import Init.Data.String

/-! Lists. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace List

inductive Mem (a : α) : List α → Prop where
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)

instance : Membership α (List α) := ⟨fun l a => Mem a l⟩
@[simp] theorem not_mem_nil {a : α} : ¬ a ∈ ([] : List α) := fun h => nomatch h

@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun h => match h with | .head _ => .inl rfl | .tail _ h => .inr h, fun h => match h with | .inl e => e ▸ .head _ | .inr h => .tail _ h⟩

instance [DecidableEq α] (a : α) : ∀ l : List α, Decidable (a ∈ l)
  | [] => isFalse not_mem_nil
  | b :: l => match decEq a b, instDecidableMemOfDecidableEq' a l with
    | isTrue h, _ => isTrue (mem_cons.2 (.inl h))
    | _, isTrue h => isTrue (mem_cons.2 (.inr h))
    | isFalse h, isFalse h' => isFalse fun hm => (mem_cons.1 hm).elim h h'
where instDecidableMemOfDecidableEq' (a : α) : ∀ l : List α, Decidable (a ∈ l)
  | [] => isFalse not_mem_nil
  | b :: l => match decEq a b, instDecidableMemOfDecidableEq' a l with
    | isTrue h, _ => isTrue (mem_cons.2 (.inl h))
    | _, isTrue h => isTrue (mem_cons.2 (.inr h))
    | isFalse h, isFalse h' => isFalse fun hm => (mem_cons.1 hm).elim h h'

protected def append : List α → List α → List α
  | [], bs => bs
  | a :: as, bs => a :: List.append as bs

instance : Append (List α) := ⟨List.append⟩
@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append (a : α) (as bs : List α) : a :: as ++ bs = a :: (as ++ bs) := rfl

@[simp] theorem append_nil : ∀ as : List α, as ++ [] = as
  | [] => rfl
  | a :: as => congrArg (a :: ·) (append_nil as)

@[simp] theorem append_assoc : ∀ as bs cs : List α, as ++ bs ++ cs = as ++ (bs ++ cs)
  | [], _, _ => rfl
  | a :: as, bs, cs => congrArg (a :: ·) (append_assoc as bs cs)

@[simp] theorem length_nil : ([] : List α).length = 0 := rfl
@[simp] theorem length_cons (a : α) (as : List α) : (a :: as).length = as.length + 1 := rfl

@[simp] theorem length_append : ∀ as bs : List α, (as ++ bs).length = as.length + bs.length
  | [], _ => (Nat.zero_add _).symm
  | a :: as, bs => by show (as ++ bs).length + 1 = _; rw [length_append as bs, length_cons, Nat.add_right_comm]

@[simp] theorem map_nil (f : α → β) : [].map f = [] := rfl

@[simp] theorem map_cons (f : α → β) (a : α) (as : List α) : (a :: as).map f = f a :: as.map f :=
  rfl

@[simp] theorem length_map (f : α → β) : ∀ as : List α, (as.map f).length = as.length
  | [] => rfl
  | _ :: as => congrArg (· + 1) (length_map f as)

def foldr (f : α → β → β) (init : β) : List α → β | [] => init | a :: l => f a (foldr f init l)

def filter (p : α → Bool) : List α → List α
  | [] => []
  | a :: l => if p a then a :: filter p l else filter p l

def reverseAux : List α → List α → List α | [], r => r | a :: l, r => reverseAux l (a :: r)
def reverse (as : List α) : List α := reverseAux as []
def range' : Nat → Nat → List Nat | _, 0 => [] | s, n+1 => s :: range' (s+1) n
def range (n : Nat) : List Nat := range' 0 n
def sum [Add α] [Zero α] : List α → α := foldr (· + ·) Zero.zero

def all : List α → (α → Bool) → Bool | [], _ => true | a :: l, p => p a && all l p
end List

instance [DecidableEq α] : DecidableEq (Option α) := fun
  | none, none => isTrue rfl
  | some a, some b => match decEq a b with | isTrue h => isTrue (h ▸ rfl) | isFalse h => isFalse fun e => h (by cases e; rfl)
  | none, some _ => isFalse fun h => nomatch h
  | some _, none => isFalse fun h => nomatch h
