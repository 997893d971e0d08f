prelude
import Init.Data.Fin
import Init.WellFounded.Fix

/-! Strings, as lists of characters, and digits of numbers. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace String

instance : Append String := ⟨String.append⟩

@[extern "lean_string_dec_eq"] def decEq (s₁ s₂ : @& String) : Decidable (s₁ = s₂) :=
  match s₁, s₂ with
  | ⟨a⟩, ⟨b⟩ => if h : a = b then isTrue (h ▸ rfl) else isFalse fun e => h (by cases e; rfl)

theorem ofList_injective {l₁ l₂ : List Char} (h : String.ofList l₁ = String.ofList l₂) : l₁ = l₂ := by
  cases h; rfl

/-- The number of characters. -/
@[extern "lean_string_length"] def length (s : @& String) : Nat := s.toList.length

/-- The text as Lean would read it: in quotes, with escapes. -/
@[extern "x"] opaque quote (s : String) : String

end String

instance instDecidableEqString : DecidableEq String := String.decEq

/-- The text as Lean would read it: in quotes, with escapes. -/
@[extern "x"] opaque Char.quote (c : Char) : String

namespace Nat

/-- The digit for a number below 16, as people write it. -/
def digitChar (n : Nat) : Char :=
  ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'].getD n '*'

def toDigitsCore (base : Nat) : (fuel : Nat) → Nat → List Char → List Char
  | 0, _, ds => ds
  | fuel + 1, n, ds =>
    let ds := digitChar (n % base) :: ds
    if n / base = 0 then ds else toDigitsCore base fuel (n / base) ds

def toDigits (base : Nat) (n : Nat) : List Char := toDigitsCore base (n + 1) n []

/-- The compiled decimal digits. -/
@[extern "x"] opaque reprFast (n : Nat) : String

@[implemented_by reprFast] protected def repr (n : Nat) : String := String.ofList (toDigits 10 n)

end Nat

protected def Int.repr : Int → String
  | Int.ofNat m => Nat.repr m
  | Int.negSucc m => String.append "-" (Nat.repr (m + 1))
