import Mathlib.Order
/-!
# Positive natural numbers

`ℕ+` with its cast to ℕ, arithmetic and order, and nothing else.
-/

/-- The positive natural numbers. -/
def PNat : Type := {n : ℕ // 0 < n}
@[inherit_doc] notation "ℕ+" => PNat

namespace PNat
/-- The value as a natural number. -/
@[coe] def val : ℕ+ → ℕ := Subtype.val
instance coePNatNat : Coe ℕ+ ℕ := ⟨val⟩
@[simp] theorem pos (n : ℕ+) : 0 < (n : ℕ) := n.2
theorem ne_zero (n : ℕ+) : (n : ℕ) ≠ 0 := Nat.ne_of_gt n.2
theorem eq {m n : ℕ+} : (m : ℕ) = n → m = n := Subtype.ext
@[simp] theorem coe_inj {m n : ℕ+} : (m : ℕ) = n ↔ m = n := ⟨eq, congrArg val⟩

instance (n : ℕ) : OfNat ℕ+ (n + 1) := ⟨⟨n + 1, Nat.succ_pos n⟩⟩
instance : One ℕ+ := ⟨⟨1, Nat.succ_pos 0⟩⟩
instance : Add ℕ+ := ⟨fun a b => ⟨(a : ℕ) + b, Nat.lt_of_lt_of_le a.2 (Nat.le_add_right _ _)⟩⟩
instance : Mul ℕ+ := ⟨fun a b => ⟨(a : ℕ) * b, Nat.mul_pos a.2 b.2⟩⟩
instance : NatPow ℕ+ := ⟨fun a n => ⟨(a : ℕ) ^ n, Nat.pow_pos a.2⟩⟩
instance : DecidableEq ℕ+ := fun a b =>
  decidable_of_iff ((a : ℕ) = b) coe_inj
instance : LE ℕ+ := ⟨fun a b => (a : ℕ) ≤ b⟩
instance : LT ℕ+ := ⟨fun a b => (a : ℕ) < b⟩
instance (a b : ℕ+) : Decidable (a ≤ b) := inferInstanceAs (Decidable ((a : ℕ) ≤ b))
instance (a b : ℕ+) : Decidable (a < b) := inferInstanceAs (Decidable ((a : ℕ) < b))
instance : Dvd ℕ+ := ⟨fun a b => ∃ c, b = a * c⟩
@[simp] theorem coe_le_coe (n k : ℕ+) : (n : ℕ) ≤ k ↔ n ≤ k := Iff.rfl
@[simp] theorem coe_lt_coe (n k : ℕ+) : (n : ℕ) < k ↔ n < k := Iff.rfl
@[simp] theorem add_coe (m n : ℕ+) : ((m + n : ℕ+) : ℕ) = m + n := rfl
@[simp] theorem mul_coe (m n : ℕ+) : ((m * n : ℕ+) : ℕ) = m * n := rfl
@[simp] theorem pow_coe (m : ℕ+) (n : ℕ) : ((m ^ n : ℕ+) : ℕ) = (m : ℕ) ^ n := rfl
@[simp] theorem one_coe : ((1 : ℕ+) : ℕ) = 1 := rfl
theorem one_le (n : ℕ+) : 1 ≤ n := n.2
instance : Inhabited ℕ+ := ⟨1⟩
end PNat
