prelude
import Init.Core.Ite

/-! Choice, excluded middle, and what follows. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
set_option genSizeOf false
universe u v w u1 u2

namespace Classical

noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : {x // p x} :=
  choice <| let ⟨x, px⟩ := h; ⟨⟨x, px⟩⟩

/-- An element that an existence proof promises. -/
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α :=
  (indefiniteDescription p h).val

theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) :=
  (indefiniteDescription p h).property

/-- Excluded middle, from choice (Diaconescu). -/
theorem em (p : Prop) : p ∨ ¬p :=
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have exU : ∃ x, U x := ⟨True, .inl rfl⟩
  have exV : ∃ x, V x := ⟨False, .inl rfl⟩
  have hu : U (choose exU) := choose_spec exU
  have hv : V (choose exV) := choose_spec exV
  have key : choose exU ≠ choose exV ∨ p := match hu, hv with
    | .inr h, _ => .inr h
    | _, .inr h => .inr h
    | .inl h1, .inl h2 => .inl (by rw [h1, h2]; exact fun h => h ▸ trivial)
  key.elim (fun hne => .inr fun hp =>
    have : U = V := funext fun x => propext ⟨fun _ => .inr hp, fun _ => .inr hp⟩
    hne (by
      have : ∀ (h1 : ∃ x, U x) (h2 : ∃ x, V x), choose h1 = choose h2 := by rw [this]; intros; rfl
      exact this _ _)) .inl

/-- With `open Classical`, every proposition is decidable. -/
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice (match em a with | .inl h => ⟨isTrue h⟩ | .inr h => ⟨isFalse h⟩)
theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬p → q) : q := (em p).elim hpq hnpq

theorem byContradiction {p : Prop} (h : ¬p → False) : p :=
  Decidable.byContradiction (dec := propDecidable _) h

theorem not_not {a : Prop} : ¬¬a ↔ a := ⟨fun h => byContradiction h, not_not_intro⟩

theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x :=
  ⟨fun h => byContradiction fun h1 => h fun x => byContradiction fun h2 => h1 ⟨x, h2⟩, fun ⟨x, hx⟩ h => hx (h x)⟩

theorem not_imp {a b : Prop} : ¬(a → b) ↔ a ∧ ¬b :=
  ⟨fun h => ⟨byContradiction fun ha => h fun h' => absurd h' ha, fun hb => h fun _ => hb⟩, fun ⟨ha, hb⟩ h => hb (h ha)⟩

theorem or_iff_not_imp_left {a b : Prop} : a ∨ b ↔ (¬a → b) :=
  ⟨fun h na => h.resolve_left na, fun h => (em a).elim .inl (.inr ∘ h)⟩
end Classical

export Classical (not_forall not_imp or_iff_not_imp_left)
noncomputable def Exists.choose {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : α := Classical.choose P

theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : p P.choose :=
  Classical.choose_spec P

attribute [simp] Classical.not_not
theorem by_contradiction {p : Prop} (h : ¬p → False) : p := Classical.byContradiction h

theorem Classical.or_iff_not_imp_right {a b : Prop} : a ∨ b ↔ (¬b → a) :=
  or_comm.trans Classical.or_iff_not_imp_left

theorem not_and_or {a b : Prop} : ¬(a ∧ b) ↔ ¬a ∨ ¬b :=
  @Decidable.not_and_iff_or_not_not a b (Classical.propDecidable a)

@[simp] theorem not_iff_self : ¬(¬a ↔ a) :=
  fun h => have : ¬a := fun ha => h.2 ha ha; this (h.1 this)
