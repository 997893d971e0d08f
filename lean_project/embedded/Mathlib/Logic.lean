/-!
# Logic

Logical lemmas that simplification of finite statements needs and `Init` does not have, under Lean's
and Mathlib's names, and nothing else.
-/
universe u
variable {α : Sort u} {p q : α → Prop} {a' : α}

@[simp] theorem forall_eq_or_imp : (∀ a, a = a' ∨ q a → p a) ↔ p a' ∧ ∀ a, q a → p a :=
  ⟨fun h => ⟨h a' (.inl rfl), fun a ha => h a (.inr ha)⟩,
    fun h a ha => ha.elim (fun e => e ▸ h.1) (h.2 a)⟩

@[simp] theorem exists_eq_or_imp : (∃ a, (a = a' ∨ q a) ∧ p a) ↔ p a' ∨ ∃ a, q a ∧ p a :=
  ⟨fun ⟨a, h, hp⟩ => h.elim (fun e => .inl (e ▸ hp)) fun h => .inr ⟨a, h, hp⟩,
    fun h => h.elim (fun h => ⟨a', .inl rfl, h⟩) fun ⟨a, h, hp⟩ => ⟨a, .inr h, hp⟩⟩
