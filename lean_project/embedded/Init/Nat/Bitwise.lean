prelude
import Init.Nat.Gcd

/-! Shifts, bitwise operations and the binary logarithm. The kernel computes these by name. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

namespace Nat

protected theorem min_def {n m : Nat} : Min.min n m = if n ≤ m then n else m := rfl

/-- `n * 2 ^ m`. The kernel computes it by name. -/
@[extern "lean_nat_shiftl"] def shiftLeft : (@& Nat) → (@& Nat) → Nat
  | n, 0 => n
  | n, m+1 => shiftLeft (2*n) m

/-- `n / 2 ^ m`. The kernel computes it by name. -/
@[extern "lean_nat_shiftr"] def shiftRight : (@& Nat) → (@& Nat) → Nat
  | n, 0 => n
  | n, m+1 => shiftRight n m / 2

instance : ShiftLeft Nat := ⟨Nat.shiftLeft⟩
instance : ShiftRight Nat := ⟨Nat.shiftRight⟩

/-- The bits of two numbers combined by `f`, in at most as many steps as the first number argument says. -/
def bitwiseAux (f : Bool → Bool → Bool) : Nat → Nat → Nat → Nat
  | 0, _, m => if f false true then m else 0
  | fuel+1, n, m =>
    if n = 0 then (if f false true then m else 0)
    else if m = 0 then (if f true false then n else 0)
    else
      let r := bitwiseAux f fuel (n / 2) (m / 2)
      if f (decide (n % 2 = 1)) (decide (m % 2 = 1)) then r + r + 1 else r + r

def bitwise (f : Bool → Bool → Bool) (n m : Nat) : Nat := bitwiseAux f n n m

/-- Bitwise and. The kernel computes it by name. -/
@[extern "lean_nat_land"] def land (n m : @& Nat) : Nat := bitwise and n m

/-- Bitwise or. The kernel computes it by name. -/
@[extern "lean_nat_lor"] def lor (n m : @& Nat) : Nat := bitwise or n m

/-- Bitwise exclusive or. The kernel computes it by name. -/
@[extern "lean_nat_lxor"] def xor (n m : @& Nat) : Nat := bitwise bne n m
instance : AndOp Nat := ⟨land⟩
instance : OrOp Nat := ⟨lor⟩
instance : XorOp Nat := ⟨xor⟩

/-- The binary logarithm by halving, in at most as many steps as the first argument says. -/
def log2Aux : Nat → Nat → Nat
  | 0, _ => 0
  | fuel+1, n => if 2 ≤ n then log2Aux fuel (n / 2) + 1 else 0

/-- The binary logarithm, rounded down, with `log2 0 = 0`. The kernel computes it by name. -/
@[extern "lean_nat_log2"] def log2 (n : @& Nat) : Nat := log2Aux n n

/-- Try all numbers below `n`. -/
instance decidableBallLT : ∀ (n : Nat) (P : ∀ k, k < n → Prop) [∀ n h, Decidable (P n h)], Decidable
    (∀ n h, P n h)
  | 0, _, _ => isTrue fun _ h => absurd h (Nat.not_lt_zero _)
  | n+1, P, H => match @decidableBallLT n (fun k h => P k (Nat.le.step h)) (fun k h => H k _) with
    | isFalse h => isFalse fun hn => h fun k hk => hn k _
    | isTrue h =>
      if hp : P n (Nat.lt_succ_self n) then
        isTrue fun k hk => (Nat.eq_or_lt_of_le (Nat.le_of_lt_succ hk)).elim (fun e => by subst e; exact hp) (h k)
      else isFalse fun hn => hp (hn _ _)
end Nat

instance Nat.instNeZeroSucc {n : Nat} : NeZero (n + 1) := ⟨Nat.succ_ne_zero n⟩
