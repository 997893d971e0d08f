prelude
import Init.Nat.Order

/-! Recursion on a measure into `Nat`. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

/-- Marks arguments of a recursion while it is compiled. -/
def wfParam {α : Sort u} (a : α) : α := a
opaque Lean.opaqueId {α : Sort u} (x : α) : α := x
namespace WellFounded.Nat
variable {α : Sort u} {motive : α → Sort v} (h : α → Nat)
  (F : (x : α) → ((y : α) → InvImage (· < ·) h y x → motive y) → motive x)

/-- Recursion with a bound on its depth. -/
def fix.go : ∀ (fuel : Nat) (x : α), (h x < fuel) → motive x
  | 0, _, hlt => absurd hlt (Nat.not_lt_zero _)
  | fuel+1, x, hlt => F x (fun y hy => go fuel y (Nat.lt_of_lt_of_le hy (Nat.le_of_lt_succ hlt)))

theorem fix.go_congr (x : α) : ∀ (f1 f2 : Nat) (h₁ : h x < f1) (h₂ : h x < f2), fix.go h F f1 x h₁ =
    fix.go h F f2 x h₂ := by
  intro f1
  induction f1 generalizing x with
  | zero => intro f2 h₁; exact absurd h₁ (Nat.not_lt_zero _)
  | succ f1 ih =>
    intro f2 h₁ h₂
    cases f2 with
    | zero => exact absurd h₂ (Nat.not_lt_zero _)
    | succ f2 =>
      show F x _ = F x _
      congr
      funext y hy
      exact ih y f2 _ _

/-- Recursion on the measure `h`. -/
def fix (x : α) : motive x := fix.go h F (h x + 1) x (Nat.lt_succ_self _)

/-- The equation that the recursion satisfies. -/
theorem fix_eq (x : α) : fix h F x = F x (fun y _ => fix h F y) := by
  show F x _ = F x _
  congr
  funext y hy
  exact fix.go_congr h F y _ _ _ _
end WellFounded.Nat
