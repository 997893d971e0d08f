prelude
import Init.Data.List

/-! `Fin`, and decidable bounded quantifiers. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Fin
instance : LT (Fin n) := ⟨fun a b => a.val < b.val⟩
instance : LE (Fin n) := ⟨fun a b => a.val ≤ b.val⟩

instance : DecidableEq (Fin n) :=
  fun a b => match decEq a.val b.val with | isTrue h => isTrue (Fin.eq_of_val_eq h) | isFalse h => isFalse fun e => h (e ▸ rfl)

instance decLt (a b : Fin n) : Decidable (a < b) := Nat.decLt _ _
instance decLe (a b : Fin n) : Decidable (a ≤ b) := Nat.decLe _ _

protected def ofNat (n : Nat) [h : NeZero n] (a : Nat) : Fin n :=
  ⟨a % n, Nat.mod_lt _ (Nat.pos_of_ne_zero h.out)⟩

instance instOfNat {n : Nat} [NeZero n] {i : Nat} : OfNat (Fin n) i := ⟨Fin.ofNat n i⟩

instance (p : Fin n → Prop) [h : DecidablePred p] : Decidable (∀ i, p i) :=
  @decidable_of_iff _ (∀ k (hk : k < n), p ⟨k, hk⟩) ⟨fun h i => h i.1 i.2, fun h k hk => h ⟨k, hk⟩⟩ (@Nat.decidableBallLT n (fun k hk => p ⟨k, hk⟩) (fun k hk => h ⟨k, hk⟩))
theorem val_congr {n : Nat} {a b : Fin n} (h : a = b) : a.val = b.val := h ▸ rfl
@[ext] protected theorem ext {a b : Fin n} (h : a.val = b.val) : a = b := eq_of_val_eq h

end Fin

/- bounded quantifiers -/

instance Nat.decidableForallLT (n : Nat) (p : Nat → Prop) [DecidablePred p] : Decidable
    (∀ x, x < n → p x) :=
  Nat.decidableBallLT n (fun k _ => p k)

instance Nat.decidableForallLE (n : Nat) (p : Nat → Prop) [DecidablePred p] : Decidable
    (∀ x, x ≤ n → p x) :=
  decidable_of_iff (∀ x, x < n + 1 → p x) ⟨fun h x hx => h x (Nat.lt_succ_of_le hx), fun h x hx => h x (Nat.le_of_lt_succ hx)⟩

instance Nat.decidableExistsLT' (n : Nat) (p : Nat → Prop) [DecidablePred p] : Decidable
    (∃ x, x < n ∧ p x) :=
  decidable_of_iff (¬ ∀ x, x < n → ¬ p x) ⟨fun h => Decidable.byContradiction' h, fun ⟨x, hx, hp⟩ h => h x hx hp⟩
where Decidable.byContradiction' {n : Nat} {p : Nat → Prop} (h : ¬ ∀ x, x < n → ¬ p x) : ∃ x, x < n ∧ p x := Classical.byContradiction fun h' => h fun x hx hp => h' ⟨x, hx, hp⟩
