import Mathlib.Algebra
/-!
# Casts

The casts of ℕ and ℤ into a ring respect its operations, and nothing else.
-/
universe u

/-- `n ≥ 2`, so that `n` as a literal is neither 0 nor 1. -/
class Nat.AtLeastTwo (n : ℕ) : Prop where
  prop : 2 ≤ n
instance (n : ℕ) : Nat.AtLeastTwo (n + 2) := ⟨by omega⟩
/-- Literals of at least 2 are casts of natural numbers. -/
instance (priority := low) instOfNatAtLeastTwo {R : Type u} [NatCast R] {n : ℕ} [Nat.AtLeastTwo n] :
    OfNat R n := ⟨Nat.cast (OfNat.ofNat n)⟩

namespace Nat
@[simp, norm_cast] theorem cast_ofNat {R : Type u} [NatCast R] {n : ℕ} [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : ℕ) : R) = OfNat.ofNat n := rfl

section Semiring
variable {R : Type u} [Semiring R]
@[simp, norm_cast] theorem cast_zero : ((0 : ℕ) : R) = 0 := Semiring.natCast_zero
theorem cast_succ (n : ℕ) : ((n.succ : ℕ) : R) = n + 1 := Semiring.natCast_succ n
theorem cast_add_one (n : ℕ) : ((n + 1 : ℕ) : R) = n + 1 := Semiring.natCast_succ n
@[simp, norm_cast] theorem cast_one : ((1 : ℕ) : R) = 1 := by
  rw [show 1 = 0 + 1 from rfl, cast_add_one, cast_zero, zero_add]
@[simp, norm_cast] theorem cast_add (m : ℕ) : ∀ n : ℕ, ((m + n : ℕ) : R) = m + n
  | 0 => by rw [Nat.add_zero, cast_zero, add_zero]
  | n + 1 => by rw [← Nat.add_assoc, cast_add_one, cast_add m n, cast_add_one, add_assoc]
@[simp, norm_cast] theorem cast_mul (m : ℕ) : ∀ n : ℕ, ((m * n : ℕ) : R) = m * n
  | 0 => by rw [Nat.mul_zero, cast_zero, mul_zero]
  | n + 1 => by rw [Nat.mul_add_one, cast_add, cast_mul m n, cast_add_one, mul_add, mul_one]
@[simp, norm_cast] theorem cast_pow (m : ℕ) : ∀ n : ℕ, ((m ^ n : ℕ) : R) = (m : R) ^ n
  | 0 => by rw [pow_zero, pow_zero, cast_one]
  | n + 1 => by rw [Nat.pow_succ, cast_mul, cast_pow m n, _root_.pow_succ]
end Semiring
end Nat

@[simp] theorem Nat.cast_id (n : ℕ) : (Nat.cast n : ℕ) = n := rfl
@[simp] theorem Int.cast_id (n : ℤ) : (Int.cast n : ℤ) = n := rfl

namespace Int
section Ring
variable {R : Type u} [Ring R]
@[simp, norm_cast] theorem cast_natCast (n : ℕ) : (((n : ℕ) : ℤ) : R) = n := Ring.intCast_ofNat n
@[simp, norm_cast] theorem cast_ofNat (n : ℕ) [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : ℤ) : R) = OfNat.ofNat n := cast_natCast n
theorem cast_negSucc (n : ℕ) : ((Int.negSucc n : ℤ) : R) = -((n + 1 : ℕ) : R) :=
  Ring.intCast_negSucc n

/-- Every integer is a difference of natural numbers. -/
private theorem exists_sub (z : ℤ) : ∃ m n : ℕ, z = (m : ℤ) - n := ⟨z.toNat, (-z).toNat, by omega⟩

private theorem sub_eq_of_add_eq {a b c : R} (h : c + b = a) : a - b = c := sub_eq_iff_eq_add.2 h.symm

private theorem cast_diff (m n : ℕ) : (((m : ℤ) - n : ℤ) : R) = (m : R) - n := by
  refine (sub_eq_of_add_eq ?_).symm
  rcases Nat.le_total n m with h | h
  · rw [show (m : ℤ) - n = ((m - n : ℕ) : ℤ) by omega, cast_natCast, ← Nat.cast_add,
      Nat.sub_add_cancel h]
  · rcases Nat.eq_or_lt_of_le h with e | e
    · rw [show (m : ℤ) - n = ((0 : ℕ) : ℤ) by omega, cast_natCast, Nat.cast_zero, zero_add, e]
    · rw [show (m : ℤ) - n = Int.negSucc (n - m - 1) by omega, cast_negSucc,
        show n - m - 1 + 1 = n - m by omega]
      have : (n : R) = ((n - m : ℕ) : R) + m := by rw [← Nat.cast_add, Nat.sub_add_cancel h]
      conv => lhs; rhs; rw [this]
      rw [neg_add_cancel_left]

private theorem sub_add_sub (a b c d : R) : (a - b) + (c - d) = (a + c) - (b + d) := by
  refine (sub_eq_of_add_eq ?_).symm
  rw [add_add_add_comm, sub_add_cancel, sub_add_cancel]

@[simp, norm_cast] theorem cast_zero : ((0 : ℤ) : R) = 0 := (cast_natCast 0).trans Nat.cast_zero
@[simp, norm_cast] theorem cast_one : ((1 : ℤ) : R) = 1 := (cast_natCast 1).trans Nat.cast_one
@[simp, norm_cast] theorem cast_add (x y : ℤ) : ((x + y : ℤ) : R) = x + y := by
  obtain ⟨a, b, rfl⟩ := exists_sub x
  obtain ⟨c, d, rfl⟩ := exists_sub y
  rw [show ((a : ℤ) - b) + (c - d) = ((a + c : ℕ) : ℤ) - (b + d : ℕ) by omega, cast_diff, cast_diff,
    cast_diff, Nat.cast_add, Nat.cast_add, sub_add_sub]
@[simp, norm_cast] theorem cast_neg (x : ℤ) : ((-x : ℤ) : R) = -x := by
  apply add_left_cancel (a := (x : R))
  rw [← cast_add, Int.add_right_neg, cast_zero, add_neg_cancel]
@[simp, norm_cast] theorem cast_sub (x y : ℤ) : ((x - y : ℤ) : R) = x - y := by
  rw [Int.sub_eq_add_neg, cast_add, cast_neg, sub_eq_add_neg]
@[simp, norm_cast] theorem cast_mul (x y : ℤ) : ((x * y : ℤ) : R) = x * y := by
  have key : ∀ (m : ℕ) (y : ℤ), (((m : ℤ) * y : ℤ) : R) = m * y := fun m y => by
    induction m with
    | zero => rw [show ((0 : ℕ) : ℤ) = 0 from rfl, Int.zero_mul, cast_zero, Nat.cast_zero, zero_mul]
    | succ m ih =>
      rw [Nat.cast_add_one, Nat.cast_add_one, Int.add_mul, Int.one_mul, cast_add, ih, add_mul, one_mul]
  obtain ⟨a, b, rfl⟩ := exists_sub x
  rw [Int.sub_mul, cast_sub, key, key, cast_diff, sub_mul]
@[simp, norm_cast] theorem cast_pow (x : ℤ) : ∀ n : ℕ, ((x ^ n : ℤ) : R) = (x : R) ^ n
  | 0 => by rw [pow_zero, pow_zero, cast_one]
  | n + 1 => by rw [pow_succ, pow_succ, cast_mul, cast_pow x n]
end Ring
end Int
