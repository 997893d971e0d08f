prelude
import Init.Nat.Bitwise

/-! Optional values. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Option

@[macro_inline] def getD (opt : Option α) (dflt : α) : α :=
  match opt with
  | some x => x
  | none => dflt

@[inline] def isSome : Option α → Bool
  | some _ => true
  | none => false

@[inline] def isNone : Option α → Bool
  | some _ => false
  | none => true

@[inline] def get {α : Type u} : (o : Option α) → isSome o = true → α
  | some x, _ => x

@[inline] protected def map (f : α → β) : Option α → Option β
  | some x => some (f x)
  | none => none

@[inline] protected def bind : Option α → (α → Option β) → Option β
  | none, _ => none
  | some a, f => f a

@[inline] protected def filter (p : α → Bool) : Option α → Option α
  | some a => if p a then some a else none
  | none => none

@[inline] protected def all (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => true

@[inline] protected def any (p : α → Bool) : Option α → Bool
  | some a => p a
  | none => false

@[inline] protected def elim (o : Option α) (b : β) (f : α → β) : β :=
  match o with
  | some a => f a
  | none => b

@[macro_inline] protected def orElse : Option α → (Unit → Option α) → Option α
  | some a, _ => some a
  | none, b => b ()

@[macro_inline] protected def or : Option α → Option α → Option α
  | some a, _ => some a
  | none, b => b

protected def merge (f : α → α → α) : Option α → Option α → Option α
  | none, none => none
  | some x, none => some x
  | none, some y => some y
  | some x, some y => some (f x y)

instance : Functor Option where map := Option.map
instance : Monad Option where
  pure := some
  bind := Option.bind
instance : OrElse (Option α) := ⟨Option.orElse⟩

protected def decEq [DecidableEq α] (a b : Option α) : Decidable (a = b) :=
  match a, b with
  | none, none => isTrue rfl
  | none, some _ => isFalse fun h => nomatch h
  | some _, none => isFalse fun h => nomatch h
  | some a, some b => match decEq a b with
    | isTrue h => isTrue (h ▸ rfl)
    | isFalse h => isFalse fun e => h (by cases e; rfl)

instance instDecidableEq [DecidableEq α] : DecidableEq (Option α) := Option.decEq

instance : Membership α (Option α) := ⟨fun b a => b = some a⟩
@[simp] theorem mem_def {a : α} {b : Option α} : a ∈ b ↔ b = some a := Iff.rfl

@[simp] theorem getD_none (d : α) : getD none d = d := rfl
@[simp] theorem getD_some (a d : α) : getD (some a) d = a := rfl
@[simp] theorem isSome_none : @isSome α none = false := rfl
@[simp] theorem isSome_some (a : α) : isSome (some a) = true := rfl
@[simp] theorem isNone_none : @isNone α none = true := rfl
@[simp] theorem isNone_some (a : α) : isNone (some a) = false := rfl
@[simp] theorem get_some (x : α) (h : isSome (some x) = true) : (some x).get h = x := rfl
@[simp] theorem some_get {x : Option α} (h : isSome x = true) : some (x.get h) = x := by
  cases x <;> first | rfl | cases h
@[simp] theorem map_none (f : α → β) : none.map f = none := rfl
@[simp] theorem map_some (f : α → β) (a : α) : (some a).map f = some (f a) := rfl
@[simp] theorem none_bind (f : α → Option β) : none.bind f = none := rfl
@[simp] theorem some_bind (a : α) (f : α → Option β) : (some a).bind f = f a := rfl
@[simp] theorem or_none (o : Option α) : o.or none = o := by cases o <;> rfl
@[simp] theorem none_or (o : Option α) : none.or o = o := rfl
@[simp] theorem some_or (a : α) (o : Option α) : (some a).or o = some a := rfl
@[simp] theorem some_ne_none (x : α) : some x ≠ none := nofun
@[simp] theorem reduceCtorEq_none_some (x : α) : (none = some x) = False := eq_false nofun
theorem some_inj {a b : α} : some a = some b ↔ a = b := ⟨fun h => by cases h; rfl, fun h => h ▸ rfl⟩
theorem ne_none_iff_exists {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by
  cases o with
  | none => exact ⟨fun h => absurd rfl h, fun ⟨_, h⟩ => nomatch h⟩
  | some x => exact ⟨fun _ => ⟨x, rfl⟩, fun _ => nofun⟩
theorem ne_none_iff_exists' {o : Option α} : o ≠ none ↔ ∃ x, o = some x := by
  cases o with
  | none => exact ⟨fun h => absurd rfl h, fun ⟨_, h⟩ => nomatch h⟩
  | some x => exact ⟨fun _ => ⟨x, rfl⟩, fun _ => nofun⟩
theorem isSome_iff_exists {x : Option α} : x.isSome = true ↔ ∃ a, x = some a := by
  cases x with
  | none => exact ⟨nofun, fun ⟨_, h⟩ => nomatch h⟩
  | some a => exact ⟨fun _ => ⟨a, rfl⟩, fun _ => rfl⟩
theorem eq_none_iff_forall_ne_some {o : Option α} : o = none ↔ ∀ a, o ≠ some a := by
  cases o with
  | none => exact ⟨fun _ _ => nofun, fun _ => rfl⟩
  | some a => exact ⟨nofun, fun h => absurd rfl (h a)⟩
protected theorem «forall» {p : Option α → Prop} : (∀ x, p x) ↔ p none ∧ ∀ x, p (some x) :=
  ⟨fun h => ⟨h _, fun _ => h _⟩, fun h x => match x with | none => h.1 | some a => h.2 a⟩
protected theorem «exists» {p : Option α → Prop} : (∃ x, p x) ↔ p none ∨ ∃ x, p (some x) :=
  ⟨fun ⟨x, h⟩ => match x, h with | none, h => .inl h | some a, h => .inr ⟨a, h⟩,
    fun h => h.elim (fun h => ⟨none, h⟩) fun ⟨a, h⟩ => ⟨some a, h⟩⟩
theorem map_map (h : β → γ) (g : α → β) (x : Option α) : (x.map g).map h = x.map (h ∘ g) := by cases x <;> rfl
theorem map_eq_some_iff {x : Option α} {f : α → β} {b : β} : x.map f = some b ↔ ∃ a, x = some a ∧ f a = b := by
  cases x with
  | none => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | some a =>
    exact ⟨fun h => ⟨a, rfl, some_inj.1 h⟩, fun ⟨c, h₁, h₂⟩ => by cases h₁; exact congrArg some h₂⟩
theorem bind_eq_some_iff {x : Option α} {f : α → Option β} {b : β} :
    x.bind f = some b ↔ ∃ a, x = some a ∧ f a = some b := by
  cases x with
  | none => exact ⟨nofun, fun ⟨_, h, _⟩ => nomatch h⟩
  | some a => exact ⟨fun h => ⟨a, rfl, h⟩, fun ⟨c, h₁, h₂⟩ => by cases h₁; exact h₂⟩
@[ext] theorem ext : ∀ {o₁ o₂ : Option α}, (∀ a, o₁ = some a ↔ o₂ = some a) → o₁ = o₂
  | none, none, _ => rfl
  | some a, _, h => ((h a).1 rfl).symm
  | none, some a, h => (h a).2 rfl

end Option
