prelude
import Init.WellFounded.Basic

/-! Injectivity lemmas and sizes of the types that were declared before `Eq`'s lemmas and `SizeOf` existed. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false

theorem Nat.succ.inj {u v : Nat} (h : u.succ = v.succ) : u = v := congrArg Nat.pred h
/-! Written out, as the generated lemma would be used by `simp` and count literals down one by one. -/
theorem Nat.succ.injEq (u v : Nat) : (u.succ = v.succ) = (u = v) :=
  Eq.propIntro Nat.succ.inj (congrArg Nat.succ)
gen_injective_theorems% Prod
gen_injective_theorems% PProd
gen_injective_theorems% MProd
gen_injective_theorems% Subtype
gen_injective_theorems% Fin
gen_injective_theorems% BitVec
gen_injective_theorems% UInt8
gen_injective_theorems% UInt16
gen_injective_theorems% UInt32
gen_injective_theorems% UInt64
gen_injective_theorems% USize
gen_injective_theorems% Char
gen_injective_theorems% Option
gen_injective_theorems% List
gen_injective_theorems% Array
gen_injective_theorems% String
gen_injective_theorems% Except
gen_injective_theorems% Sum
gen_injective_theorems% PSum
gen_injective_theorems% Sigma
gen_injective_theorems% PSigma
gen_injective_theorems% PLift
gen_injective_theorems% ULift
gen_injective_theorems% Lean.Name
gen_injective_theorems% Lean.Syntax

deriving instance SizeOf for Prod
deriving instance SizeOf for PUnit
deriving instance SizeOf for Bool
deriving instance SizeOf for Option
deriving instance SizeOf for List
deriving instance SizeOf for Array
deriving instance SizeOf for Sum
deriving instance SizeOf for PSum
deriving instance SizeOf for Sigma
deriving instance SizeOf for PSigma
deriving instance SizeOf for PProd
deriving instance SizeOf for MProd
deriving instance SizeOf for Subtype
deriving instance SizeOf for Fin
deriving instance SizeOf for BitVec
deriving instance SizeOf for UInt32
deriving instance SizeOf for Char
deriving instance SizeOf for String
deriving instance SizeOf for Except
deriving instance SizeOf for Lean.Name

