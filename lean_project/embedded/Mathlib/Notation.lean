/-!
# Notation

`lemma`, `ℕ`, `ℤ`, `∃!`, `f^[n]`, and the namespaces that the usual header opens, and nothing else.

`ℕ` and `ℤ` are notations, not abbreviations: tactics that match types by name (`omega`) must see
`Nat` and `Int`.
-/
universe u v

/-- The natural numbers. -/
notation "ℕ" => Nat
/-- The integers. -/
notation "ℤ" => Int

/-- `lemma` means `theorem`. -/
macro mods:declModifiers "lemma " name:declId sig:declSig val:declVal : command =>
  `($mods:declModifiers theorem $name:declId $sig:declSig $val:declVal)

namespace BigOperators end BigOperators
namespace Topology end Topology
namespace Real end Real
namespace Rat end Rat
namespace Nat end Nat
namespace Finset end Finset

/-- `≤` also reads `<=`, and `≥` also reads `>=`; without this the ASCII forms would be ambiguous. -/
@[macro «term_<=_», macro «term_>=_»] def dropAscii : Lean.Macro := fun stx _ s =>
  .error (.error stx "read as ≤ or ≥") s

/-- `∃! x, p x`: there is exactly one `x` with `p x`. -/
def ExistsUnique {α : Sort u} (p : α → Prop) : Prop := ∃ x, p x ∧ ∀ y, p y → y = x

syntax "∃! " Lean.binderIdent ", " term : term
syntax "∃! " Lean.binderIdent " : " term ", " term : term
macro_rules
  | `(∃! $x:ident, $p) => `(ExistsUnique fun $x:ident => $p)
  | `(∃! _, $p) => `(ExistsUnique fun _ => $p)
  | `(∃! $x:ident : $t, $p) => `(ExistsUnique fun $x:ident : $t => $p)
  | `(∃! _ : $t, $p) => `(ExistsUnique fun _ : $t => $p)

theorem ExistsUnique.intro {α : Sort u} {p : α → Prop} (w : α) (h₁ : p w)
    (h₂ : ∀ y, p y → y = w) : ∃! x, p x := ⟨w, h₁, h₂⟩

theorem ExistsUnique.exists {α : Sort u} {p : α → Prop} : (∃! x, p x) → ∃ x, p x
  | ⟨x, h, _⟩ => ⟨x, h⟩

theorem ExistsUnique.unique {α : Sort u} {p : α → Prop} (h : ∃! x, p x) {y₁ y₂ : α}
    (h₁ : p y₁) (h₂ : p y₂) : y₁ = y₂ :=
  match h with | ⟨_, _, hu⟩ => (hu _ h₁).trans (hu _ h₂).symm

namespace Function

/-- Different arguments have different values. -/
def Injective {α : Sort u} {β : Sort v} (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂
/-- Every value is taken. -/
def Surjective {α : Sort u} {β : Sort v} (f : α → β) : Prop := ∀ b, ∃ a, f a = b
/-- Both injective and surjective. -/
def Bijective {α : Sort u} {β : Sort v} (f : α → β) : Prop := Injective f ∧ Surjective f
/-- `g` undoes `f` from the left. -/
def LeftInverse {α : Sort u} {β : Sort v} (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x
/-- `g` undoes `f` from the right. -/
def RightInverse {α : Sort u} {β : Sort v} (g : β → α) (f : α → β) : Prop := LeftInverse f g
/-- `f` is its own inverse. -/
def Involutive {α : Sort u} (f : α → α) : Prop := ∀ x, f (f x) = x

theorem Injective.eq_iff {α : Sort u} {β : Sort v} {f : α → β} (I : Injective f) {a b : α} :
    f a = f b ↔ a = b := ⟨fun h => I h, fun h => h ▸ rfl⟩

theorem LeftInverse.injective {α : Sort u} {β : Sort v} {g : β → α} {f : α → β}
    (h : LeftInverse g f) : Injective f := fun a b e => by rw [← h a, ← h b, e]

theorem Injective.comp {α : Sort u} {β : Sort v} {γ : Sort _} {g : β → γ} {f : α → β}
    (hg : Injective g) (hf : Injective f) : Injective (g ∘ f) := fun _ _ h => hf (hg h)

theorem injective_id {α : Sort u} : Injective (@id α) := fun _ _ h => h

end Function

/-- `Nat.iterate f n x` applies `f` to `x` `n` times; also written `f^[n] x`. -/
def Nat.iterate {α : Sort u} (op : α → α) : Nat → α → α
  | 0, a => a
  | n + 1, a => Nat.iterate op n (op a)

@[inherit_doc Nat.iterate] notation:max f "^["n"]" => Nat.iterate f n

namespace Function

@[simp] theorem iterate_zero {α : Sort u} (f : α → α) : f^[0] = id := rfl
theorem iterate_zero_apply {α : Sort u} (f : α → α) (x : α) : f^[0] x = x := rfl
@[simp] theorem iterate_succ {α : Sort u} (f : α → α) (n : Nat) : f^[n + 1] = f^[n] ∘ f := rfl
theorem iterate_succ_apply {α : Sort u} (f : α → α) (n : Nat) (x : α) :
    f^[n + 1] x = f^[n] (f x) := rfl
theorem iterate_succ_apply' {α : Sort u} (f : α → α) : ∀ (n : Nat) (x : α),
    f^[n + 1] x = f (f^[n] x)
  | 0, _ => rfl
  | n + 1, x => iterate_succ_apply' f n (f x)
theorem iterate_add_apply {α : Sort u} (f : α → α) (m : Nat) : ∀ (n : Nat) (x : α),
    f^[m + n] x = f^[m] (f^[n] x)
  | 0, _ => rfl
  | n + 1, x => iterate_add_apply f m n (f x)

end Function
