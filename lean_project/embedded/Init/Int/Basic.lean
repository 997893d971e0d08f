prelude
import Init.Nat.Bitwise

/-! Integers and their operations. -/

set_option linter.all false
set_option autoImplicit true
set_option relaxedAutoImplicit false
universe u v w

set_option genCtorIdx false in

/-- Integers: `ofNat n` is `n`, `negSucc n` is `-(n + 1)`. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int

protected noncomputable def Int.ctorIdx (n : Int) : Nat := Int.casesOn n (fun _ => 0) (fun _ => 1)
attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc
class IntCast (R : Type u) where intCast : Int → R
instance : IntCast Int where intCast n := n

@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R :=
  IntCast.intCast

instance [IntCast R] : CoeTail Int R where coe := Int.cast
instance [IntCast R] : CoeHTCT Int R where coe := Int.cast
instance instNatCastInt : NatCast Int := ⟨Int.ofNat⟩
instance instOfNat {n : Nat} : OfNat Int n := ⟨Int.ofNat n⟩
namespace Int
instance : Inhabited Int := ⟨ofNat 0⟩
instance instZero : Zero Int := ⟨0⟩
instance instOne : One Int := ⟨1⟩

/-- The negative of a natural number. -/
def negOfNat : Nat → Int | 0 => 0 | .succ m => negSucc m

@[extern "lean_int_neg"] protected def neg (n : @& Int) : Int :=
  match n with | ofNat n => negOfNat n | negSucc n => ofNat (n + 1)

@[default_instance mid] instance instNegInt : Neg Int := ⟨Int.neg⟩

/-- The difference of two natural numbers. -/
def subNatNat (m n : Nat) : Int :=
  match (n - m : Nat) with | 0 => ofNat (m - n) | .succ k => negSucc k

@[extern "lean_int_add"] protected def add (m n : @& Int) : Int := match m, n with
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (n + 1)
  | negSucc m, ofNat n => subNatNat n (m + 1)
  | negSucc m, negSucc n => negSucc (m + n + 1)

instance instAdd : Add Int := ⟨Int.add⟩

@[extern "lean_int_mul"] protected def mul (m n : @& Int) : Int := match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * (n + 1))
  | negSucc m, ofNat n => negOfNat ((m + 1) * n)
  | negSucc m, negSucc n => ofNat ((m + 1) * (n + 1))

instance instMul : Mul Int := ⟨Int.mul⟩
@[extern "lean_int_sub"] protected def sub (m n : @& Int) : Int := m + -n
instance instSub : Sub Int := ⟨Int.sub⟩

/-- Not negative. -/
inductive NonNeg : Int → Prop where | mk (n : Nat) : NonNeg (ofNat n)
protected def le (a b : Int) : Prop := NonNeg (b - a)
instance instLEInt : LE Int := ⟨Int.le⟩
protected def lt (a b : Int) : Prop := (a + 1) ≤ b
instance instLTInt : LT Int := ⟨Int.lt⟩

@[extern "lean_int_dec_eq"] protected def decEq (a b : @& Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b => match decEq a b with
    | isTrue h => isTrue (h ▸ rfl)
    | isFalse h => isFalse fun e => h (by cases e; rfl)
  | ofNat _, negSucc _ => isFalse (fun h => nomatch h)
  | negSucc _, ofNat _ => isFalse (fun h => nomatch h)
  | negSucc a, negSucc b => match decEq a b with
    | isTrue h => isTrue (h ▸ rfl)
    | isFalse h => isFalse fun e => h (by cases e; rfl)

instance : DecidableEq Int := Int.decEq

noncomputable def decNonneg : (m : Int) → Decidable (NonNeg m)
  | ofNat m => isTrue ⟨m⟩
  | negSucc _ => isFalse (fun h => nomatch h)

@[extern "lean_int_dec_le"] instance decLe (a b : @& Int) : Decidable (a ≤ b) := decNonneg (b - a)

@[extern "lean_int_dec_lt"] instance decLt (a b : @& Int) : Decidable (a < b) :=
  decNonneg (b - (a + 1))

/-- The absolute value. -/
@[extern "lean_nat_abs"] def natAbs (m : @& Int) : Nat :=
  match m with | ofNat m => m | negSucc m => m + 1

/-- -1, 0 or 1. -/
def sign : Int → Int | ofNat 0 => 0 | ofNat (_+1) => 1 | negSucc _ => -1

/-- The number itself, or zero if it is negative. -/
def toNat : Int → Nat | ofNat n => n | negSucc _ => 0

/-- Euclidean division: the remainder is not negative, and `x / 0 = 0`. -/
@[extern "lean_int_ediv"] protected def div : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / (n + 1))
  | negSucc _, ofNat 0 => 0
  | negSucc m, ofNat (n+1) => negSucc (m / (n + 1))
  | negSucc m, negSucc n => ofNat (m / (n + 1) + 1)

instance instDiv : Div Int := ⟨Int.div⟩

/-- The remainder of Euclidean division. -/
@[extern "lean_int_emod"] protected def emod : (@& Int) → (@& Int) → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (m % natAbs n + 1)

instance instMod : Mod Int := ⟨Int.emod⟩
instance instDvd : Dvd Int := ⟨fun a b => ∃ c, b = a * c⟩
protected def pow (m : Int) : Nat → Int | 0 => 1 | n+1 => Int.pow m n * m
instance instNatPow : NatPow Int := ⟨Int.pow⟩
instance : Min Int := ⟨fun n m => if n ≤ m then n else m⟩
instance : Max Int := ⟨fun n m => if n ≤ m then m else n⟩
def gcd (m n : Int) : Nat := m.natAbs.gcd n.natAbs

/-- The remainder of least absolute value. -/
def bmod (x : Int) (m : Nat) : Int := let r := x % m; if r < (m + 1) / 2 then r else r - m

/-- The quotient that goes with `bmod`. -/
def bdiv (x : Int) (m : Nat) : Int :=
  if m = 0 then 0 else let q := x / m; let r := x % m; if r < (m + 1) / 2 then q else q + 1
