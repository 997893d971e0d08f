prelude
import Init.Core.Classical

/-! Booleans. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
set_option genSizeOf false
universe u v w u1 u2

@[simp] theorem Bool.not_true : (!true) = false := rfl
@[simp] theorem Bool.not_false : (!false) = true := rfl
@[simp] theorem Bool.not_not : ∀ b : Bool, (!!b) = b | true => rfl | false => rfl
@[simp] theorem Bool.and_true : ∀ b : Bool, (b && true) = b | true => rfl | false => rfl
@[simp] theorem Bool.true_and (b : Bool) : (true && b) = b := rfl
@[simp] theorem Bool.and_false : ∀ b : Bool, (b && false) = false | true => rfl | false => rfl
@[simp] theorem Bool.false_and (b : Bool) : (false && b) = false := rfl
@[simp] theorem Bool.or_true : ∀ b : Bool, (b || true) = true | true => rfl | false => rfl
@[simp] theorem Bool.true_or (b : Bool) : (true || b) = true := rfl
@[simp] theorem Bool.or_false : ∀ b : Bool, (b || false) = b | true => rfl | false => rfl
@[simp] theorem Bool.false_or (b : Bool) : (false || b) = b := rfl

@[simp] theorem Bool.and_eq_true (a b : Bool) : ((a && b) = true) = (a = true ∧ b = true) := by
  cases a <;> cases b <;> simp

@[simp] theorem Bool.or_eq_true (a b : Bool) : ((a || b) = true) = (a = true ∨ b = true) := by
  cases a <;> cases b <;> simp

@[simp] theorem Bool.not_eq_true (b : Bool) : (¬(b = true)) = (b = false) := by cases b <;> simp
@[simp] theorem Bool.not_eq_false (b : Bool) : (¬(b = false)) = (b = true) := by cases b <;> simp
@[simp] theorem Bool.not_eq_true' (b : Bool) : ((!b) = true) = (b = false) := by cases b <;> simp
@[simp] theorem Bool.not_eq_false' (b : Bool) : ((!b) = false) = (b = true) := by cases b <;> simp
@[simp] theorem Bool.false_eq_true : (false = true) = False := eq_false Bool.noConfusion
@[simp] theorem Bool.true_eq_false : (true = false) = False := eq_false Bool.noConfusion
theorem Bool.of_not_eq_true {b : Bool} : ¬(b = true) → b = false := eq_false_of_ne_true
theorem Bool.of_not_eq_false {b : Bool} : ¬(b = false) → b = true := eq_true_of_ne_false

/-! ### Laws -/

namespace Bool

protected abbrev xor : Bool → Bool → Bool := bne

protected theorem eq_iff_iff {a b : Bool} : a = b ↔ (a = true ↔ b = true) := by cases a <;> cases b <;> simp
theorem eq_false_iff {b : Bool} : b = false ↔ b ≠ true := ⟨fun h => h ▸ nofun, eq_false_of_ne_true⟩
theorem ne_false_iff {b : Bool} : b ≠ false ↔ b = true := ⟨eq_true_of_ne_false, fun h => h ▸ nofun⟩
theorem and_comm : ∀ x y : Bool, (x && y) = (y && x) := by intro x y; cases x <;> cases y <;> rfl
theorem or_comm : ∀ x y : Bool, (x || y) = (y || x) := by intro x y; cases x <;> cases y <;> rfl
theorem and_assoc : ∀ x y z : Bool, (x && y && z) = (x && (y && z)) := by intro x y z; cases x <;> rfl
theorem or_assoc : ∀ x y z : Bool, (x || y || z) = (x || (y || z)) := by intro x y z; cases x <;> rfl
@[simp] theorem and_self : ∀ b : Bool, (b && b) = b := by intro b; cases b <;> rfl
@[simp] theorem or_self : ∀ b : Bool, (b || b) = b := by intro b; cases b <;> rfl
@[simp] theorem not_and : ∀ x y : Bool, (!(x && y)) = (!x || !y) := by intro x y; cases x <;> rfl
@[simp] theorem not_or : ∀ x y : Bool, (!(x || y)) = (!x && !y) := by intro x y; cases x <;> rfl
@[simp] theorem not_eq_not {a b : Bool} : ¬a = !b ↔ a = b := by cases a <;> cases b <;> simp
instance : Std.Commutative (α := Bool) (· && ·) := ⟨and_comm⟩
instance : Std.Commutative (α := Bool) (· || ·) := ⟨or_comm⟩
instance : Std.Associative (α := Bool) (· && ·) := ⟨and_assoc⟩
instance : Std.Associative (α := Bool) (· || ·) := ⟨or_assoc⟩

end Bool

@[simp] theorem decide_not {p : Prop} [h : Decidable p] : decide (¬p) = !decide p := by cases h <;> rfl
@[simp] theorem not_decide_eq_true {p : Prop} [h : Decidable p] : ((!decide p) = true) = ¬p := by
  cases h with
  | isTrue h => simp [h]
  | isFalse h => simp [h]
@[simp] theorem bne_iff_ne {α : Type u} [BEq α] [LawfulBEq α] {a b : α} : a != b ↔ a ≠ b := by
  show (!(a == b)) = true ↔ ¬a = b
  rw [← beq_iff_eq (a := a) (b := b)]
  cases a == b <;> simp
