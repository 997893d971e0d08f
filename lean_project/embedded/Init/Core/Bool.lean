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
