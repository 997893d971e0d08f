prelude
import Init.Grind.Classes

/-! What `grind` says about booleans, equality tests and lawful casts. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Lean.Grind

namespace Bool
variable {a b : _root_.Bool}

theorem and_eq_of_eq_true_left (h : a = true) : (a && b) = b := by cases h; rfl
theorem and_eq_of_eq_true_right (h : b = true) : (a && b) = a := by cases h; cases a <;> rfl
theorem and_eq_of_eq_false_left (h : a = false) : (a && b) = false := by cases h; rfl
theorem and_eq_of_eq_false_right (h : b = false) : (a && b) = false := by cases h; cases a <;> rfl
theorem eq_true_of_and_eq_true_left (h : (a && b) = true) : a = true := by cases a <;> first | rfl | exact h
theorem eq_true_of_and_eq_true_right (h : (a && b) = true) : b = true := by
  cases a <;> first | exact h | exact _root_.Bool.noConfusion h
theorem or_eq_of_eq_true_left (h : a = true) : (a || b) = true := by cases h; rfl
theorem or_eq_of_eq_true_right (h : b = true) : (a || b) = true := by cases h; cases a <;> rfl
theorem or_eq_of_eq_false_left (h : a = false) : (a || b) = b := by cases h; rfl
theorem or_eq_of_eq_false_right (h : b = false) : (a || b) = a := by cases h; cases a <;> rfl
theorem eq_false_of_or_eq_false_left (h : (a || b) = false) : a = false := by cases a <;> first | rfl | exact h
theorem eq_false_of_or_eq_false_right (h : (a || b) = false) : b = false := by
  cases a <;> first | exact h | exact _root_.Bool.noConfusion h
theorem not_eq_of_eq_true (h : a = true) : (!a) = false := h ▸ rfl
theorem not_eq_of_eq_false (h : a = false) : (!a) = true := h ▸ rfl
theorem eq_false_of_not_eq_true (h : (!a) = true) : a = false := by
  cases a <;> first | rfl | exact _root_.Bool.noConfusion h
theorem eq_true_of_not_eq_false (h : (!a) = false) : a = true := by
  cases a <;> first | rfl | exact _root_.Bool.noConfusion h
theorem eq_false_of_not_eq_true' (h : ¬a = true) : a = false := eq_false_of_ne_true h
theorem eq_true_of_not_eq_false' (h : ¬a = false) : a = true := eq_true_of_ne_false h
theorem false_of_not_eq_self (h : (!a) = a) : False := by cases a <;> exact _root_.Bool.noConfusion h
theorem ne_of_eq_true_of_eq_false (h₁ : a = true) (h₂ : b = false) : (a = b) = False :=
  eq_false fun h => _root_.Bool.noConfusion (h₁.symm.trans (h.trans h₂))

end Bool

theorem beq_eq_false_of_diseq {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : ¬a = b) :
    (a == b) = false :=
  eq_false_of_ne_true fun e => h (eq_of_beq e)

theorem ne_of_beq_eq_false {α : Type u} {_ : BEq α} {_ : LawfulBEq α} {a b : α} (h : (a == b) = false) :
    (a = b) = False :=
  eq_false fun e => _root_.Bool.noConfusion (h.symm.trans (beq_iff_eq.2 e))

theorem iff_eq (p q : Prop) : (p ↔ q) = (p = q) := propext ⟨propext, fun h => h ▸ Iff.rfl⟩
theorem ite_true_false {_ : Decidable p} : (ite p True False) = p := by
  by_cases h : p
  · rw [if_pos h]; exact (eq_true h).symm
  · rw [if_neg h]; exact (eq_false h).symm
theorem ite_false_true {_ : Decidable p} : (ite p False True) = ¬p := by
  by_cases h : p
  · rw [if_pos h]; exact (eq_false (not_not_intro h)).symm
  · rw [if_neg h]; exact (eq_true h).symm
theorem cond_eq_ite (c : _root_.Bool) (a b : α) : cond c a b = ite (c = true) a b := by cases c <;> rfl
theorem ge_eq [LE α] (a b : α) : (a ≥ b) = (b ≤ a) := rfl
theorem gt_eq [LT α] (a b : α) : (a > b) = (b < a) := rfl
theorem Nat.lt_eq (a b : _root_.Nat) : (a < b) = (a + 1 ≤ b) := rfl
theorem Int.lt_eq (a b : _root_.Int) : (a < b) = (a + 1 ≤ b) := rfl
theorem beq_eq_decide_eq {_ : BEq α} [LawfulBEq α] [DecidableEq α] (a b : α) : (a == b) = decide (a = b) := by
  by_cases h : a = b
  · rw [beq_iff_eq.2 h, _root_.decide_eq_true h]
  · rw [_root_.decide_eq_false h]; exact @beq_eq_false_of_diseq α _ inferInstance a b h
theorem bne_eq_decide_not_eq {_ : BEq α} [LawfulBEq α] [DecidableEq α] (a b : α) :
    (a != b) = decide (¬a = b) := by
  by_cases h : a = b
  · rw [_root_.decide_eq_false (not_not_intro h), bne, beq_iff_eq.2 h]; rfl
  · rw [_root_.decide_eq_true h, bne]; exact congrArg (!·) (@beq_eq_false_of_diseq α _ inferInstance a b h)

theorem forall_or_forall {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a : α, p a ∨ ∀ b : β a, q a b) = (∀ (a : α) (b : β a), p a ∨ q a b) :=
  propext ⟨fun h a b => (h a).imp id fun hq => hq b, fun h a =>
    (Classical.em (p a)).elim .inl fun hp => .inr fun b => (h a b).resolve_left hp⟩

theorem forall_forall_or {α : Sort u} {β : α → Sort v} (p : α → Prop) (q : (a : α) → β a → Prop) :
    (∀ a : α, (∀ b : β a, q a b) ∨ p a) = (∀ (a : α) (b : β a), q a b ∨ p a) :=
  propext ⟨fun h a b => (h a).imp (fun hq => hq b) id, fun h a =>
    (Classical.em (p a)).elim .inr fun hp => .inl fun b => (h a b).resolve_right hp⟩

end Lean.Grind
