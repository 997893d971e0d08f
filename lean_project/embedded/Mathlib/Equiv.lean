import Mathlib.Notation
/-!
# Bijections

`α ≃ β`: a function with its inverse, and nothing else.
-/
universe u v w

/-- `α ≃ β`: functions from `α` to `β` and back that undo each other. -/
structure Equiv (α : Sort u) (β : Sort v) where
  /-- The function; `σ x` stands for `σ.toFun x`. -/
  protected toFun : α → β
  /-- The inverse function; `σ.symm x` stands for it. -/
  protected invFun : β → α
  protected left_inv : Function.LeftInverse invFun toFun
  protected right_inv : Function.RightInverse invFun toFun

@[inherit_doc] infix:25 " ≃ " => Equiv

namespace Equiv
variable {α : Sort u} {β : Sort v} {γ : Sort w}

instance : CoeFun (α ≃ β) fun _ => α → β := ⟨Equiv.toFun⟩

/-- The identity. -/
protected def refl (α : Sort u) : α ≃ α := ⟨id, id, fun _ => rfl, fun _ => rfl⟩
/-- The inverse. -/
protected def symm (e : α ≃ β) : β ≃ α := ⟨e.invFun, e.toFun, e.right_inv, e.left_inv⟩
/-- First `e₁`, then `e₂`. -/
protected def trans (e₁ : α ≃ β) (e₂ : β ≃ γ) : α ≃ γ :=
  ⟨e₂.toFun ∘ e₁.toFun, e₁.invFun ∘ e₂.invFun,
    fun x => by show e₁.invFun (e₂.invFun (e₂.toFun (e₁.toFun x))) = x; rw [e₂.left_inv, e₁.left_inv],
    fun x => by show e₂.toFun (e₁.toFun (e₁.invFun (e₂.invFun x))) = x; rw [e₁.right_inv, e₂.right_inv]⟩

@[simp] theorem toFun_as_coe_apply (e : α ≃ β) (x : α) : e.toFun x = e x := rfl
@[simp] theorem invFun_as_coe (e : α ≃ β) : e.invFun = e.symm.toFun := rfl
@[simp] theorem symm_apply_apply (e : α ≃ β) (x : α) : e.symm (e x) = x := e.left_inv x
@[simp] theorem apply_symm_apply (e : α ≃ β) (x : β) : e (e.symm x) = x := e.right_inv x
@[simp] theorem symm_symm (e : α ≃ β) : e.symm.symm = e := rfl
protected theorem injective (e : α ≃ β) : Function.Injective e.toFun := e.left_inv.injective
protected theorem surjective (e : α ≃ β) : Function.Surjective e.toFun := fun b => ⟨e.invFun b, e.right_inv b⟩
protected theorem bijective (e : α ≃ β) : Function.Bijective e.toFun := ⟨e.injective, e.surjective⟩
theorem apply_eq_iff_eq (e : α ≃ β) {x y : α} : e x = e y ↔ x = y := e.injective.eq_iff
theorem symm_apply_eq (e : α ≃ β) {x : β} {y : α} : e.symm x = y ↔ x = e y :=
  ⟨fun h => by rw [← h, apply_symm_apply], fun h => by rw [h, symm_apply_apply]⟩
theorem eq_symm_apply (e : α ≃ β) {x : β} {y : α} : y = e.symm x ↔ e y = x := by
  rw [eq_comm, symm_apply_eq, eq_comm]
theorem apply_eq_iff_eq_symm_apply (e : α ≃ β) {x : α} {y : β} : e x = y ↔ x = e.symm y :=
  (eq_symm_apply e).symm
end Equiv
