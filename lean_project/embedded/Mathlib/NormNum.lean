import Mathlib.Ring.Decimal
import Mathlib.Ring.Sign
import Mathlib.Abs
/-!
# Arithmetic on literals

The equations with which `norm_num` evaluates sums, products, quotients, powers and comparisons of
literals in any field of characteristic zero, and nothing else.

A literal is an integer `n` or `-n`, or a fraction `a / n` or `-(a / n)`. Instance search recognises
literals; results are computed on ℤ and ℕ by `simp`'s own evaluation there.
-/
universe u

namespace Mathlib.NormNum
open Mathlib.Tactic.Ring

/-- `a` is a literal with the value `z`. On ℤ itself `simp` computes without these equations. -/
class IsInt {R : Type u} [Field R] (a : R) (z : outParam ℤ) : Prop where
  eq : a = z

/-- `a` is a literal `n ≥ 2`. -/
class IsLit {K : Type u} [Field K] (a : K) (n : outParam ℕ) : Prop where
  two_le : 2 ≤ n
  eq : a = n

/-- `a` is a fraction `x / d` of literals. -/
class IsFrac {K : Type u} [Field K] (a : K) (x : outParam ℤ) (d : outParam ℕ) : Prop where
  ne : (d : K) ≠ 0
  eq : a = x / d

/-- `a` is an integer or a fraction. -/
class IsRat {K : Type u} [Field K] (a : K) (x : outParam ℤ) (d : outParam ℕ) : Prop where
  ne : (d : K) ≠ 0
  eq : a = x / d

section Instances
variable {R : Type u} [Field R] {a : R} {z : ℤ}
instance IsInt.zero : IsInt (0 : R) 0 := ⟨Int.cast_zero.symm⟩
instance IsInt.one : IsInt (1 : R) 1 := ⟨Int.cast_one.symm⟩
instance IsInt.ofNat {n : ℕ} [Nat.AtLeastTwo n] : IsInt (no_index (OfNat.ofNat n : R)) (OfNat.ofNat n) :=
  ⟨(Int.cast_ofNat n).symm⟩
instance IsInt.rat {n : ℕ} : IsInt (no_index (OfNat.ofNat n : ℚ)) (OfNat.ofNat n) := ⟨rfl⟩
instance IsLit.ofNat {n : ℕ} [Nat.AtLeastTwo n] : IsLit (no_index (OfNat.ofNat n : R)) (OfNat.ofNat n) :=
  ⟨Nat.AtLeastTwo.prop, rfl⟩
instance IsLit.rat {n : ℕ} [Nat.AtLeastTwo n] : IsLit (no_index (OfNat.ofNat n : ℚ)) (OfNat.ofNat n) :=
  ⟨Nat.AtLeastTwo.prop, rfl⟩
instance IsInt.neg [IsInt a z] : IsInt (-a) (-z) := ⟨by rw [Int.cast_neg, IsInt.eq (a := a)]⟩

variable {K : Type u} [Field K] [CharZero K] {b c : K} {x y : ℤ} {n : ℕ}
private theorem IsLit.ne {c : K} {n : ℕ} [IsLit c n] : (n : K) ≠ 0 :=
  Nat.cast_ne_zero.2 fun e => by
    have := IsLit.two_le (a := c) (n := n)
    omega
instance IsFrac.div [IsInt b x] [IsLit c n] : IsFrac (b / c) x n :=
  ⟨IsLit.ne (c := c), by rw [← IsInt.eq (a := b), ← IsLit.eq (a := c)]⟩
instance IsFrac.inv [IsLit c n] : IsFrac c⁻¹ 1 n :=
  ⟨IsLit.ne (c := c), by rw [Int.cast_one, one_div, ← IsLit.eq (a := c)]⟩
instance IsFrac.neg {d : ℕ} [IsFrac b x d] : IsFrac (-b) (-x) d :=
  ⟨IsFrac.ne b, by rw [Int.cast_neg, neg_div, ← IsFrac.eq (a := b)]⟩
instance IsRat.int [IsInt b x] : IsRat b x 1 :=
  ⟨by rw [Nat.cast_one]; exact one_ne_zero, by rw [Nat.cast_one, div_one, ← IsInt.eq (a := b)]⟩
instance IsRat.frac {d : ℕ} [IsFrac b x d] : IsRat b x d := ⟨IsFrac.ne b, IsFrac.eq⟩
end Instances

section Ring
variable {R : Type u} [Field R] {a b : R} {x y : ℤ}
theorem add_int [IsInt a x] [IsInt b y] : a + b = ((x + y : ℤ) : R) := by
  rw [Int.cast_add, ← IsInt.eq (a := a), ← IsInt.eq (a := b)]
theorem sub_int [IsInt a x] [IsInt b y] : a - b = ((x - y : ℤ) : R) := by
  rw [Int.cast_sub, ← IsInt.eq (a := a), ← IsInt.eq (a := b)]
theorem mul_int [IsInt a x] [IsInt b y] : a * b = ((x * y : ℤ) : R) := by
  rw [Int.cast_mul, ← IsInt.eq (a := a), ← IsInt.eq (a := b)]
/-- The side condition holds of literals, as they are compared, and of nothing else. -/
theorem pow_int [IsInt a x] {n : ℕ} (_ : n ≤ 4096) : a ^ n = ((x ^ n : ℤ) : R) := by
  rw [Int.cast_pow, ← IsInt.eq (a := a)]
theorem eq_int [CharZero R] [IsInt a x] [IsInt b y] : a = b ↔ x = y := by
  rw [IsInt.eq (a := a), IsInt.eq (a := b), Int.cast_inj]
theorem le_int [PartialOrder R] [IsStrictOrderedRing R] [IsInt a x] [IsInt b y] : a ≤ b ↔ x ≤ y := by
  rw [IsInt.eq (a := a), IsInt.eq (a := b), Int.cast_le]
theorem lt_int [PartialOrder R] [IsStrictOrderedRing R] [IsInt a x] [IsInt b y] : a < b ↔ x < y := by
  rw [IsInt.eq (a := a), IsInt.eq (a := b), Int.cast_lt]
end Ring

section Field
variable {K : Type u} [Field K] {a b : K} {x y : ℤ} {d e : ℕ}

theorem add_rat [IsRat a x d] [IsRat b y e] :
    a + b = ((x * e + d * y : ℤ) : K) / ((d * e : ℕ) : K) := by
  have ha := IsRat.eq (a := a)
  have hb := IsRat.eq (a := b)
  rw [ha, hb, div_add_div _ _ (IsRat.ne a) (IsRat.ne b)]
  rw [Int.cast_add, Int.cast_mul, Int.cast_mul, Int.cast_natCast, Int.cast_natCast, Nat.cast_mul]
theorem sub_rat [IsRat a x d] [IsRat b y e] :
    a - b = ((x * e - d * y : ℤ) : K) / ((d * e : ℕ) : K) := by
  have ha := IsRat.eq (a := a)
  have hb := IsRat.eq (a := b)
  rw [ha, hb, div_sub_div _ _ (IsRat.ne a) (IsRat.ne b)]
  rw [Int.cast_sub, Int.cast_mul, Int.cast_mul, Int.cast_natCast, Int.cast_natCast, Nat.cast_mul]
theorem mul_rat [IsRat a x d] [IsRat b y e] :
    a * b = ((x * y : ℤ) : K) / ((d * e : ℕ) : K) := by
  have ha := IsRat.eq (a := a)
  have hb := IsRat.eq (a := b)
  rw [ha, hb, div_mul_div_comm, Int.cast_mul, Nat.cast_mul]
theorem pow_frac [IsFrac a x d] {n : ℕ} (_ : n ≤ 4096) :
    a ^ n = ((x ^ n : ℤ) : K) / ((d ^ n : ℕ) : K) := by
  have ha := IsFrac.eq (a := a)
  rw [ha, div_pow, Int.cast_pow, Nat.cast_pow]
/-- A fraction over an integer. -/
theorem div_int [IsFrac a x d] [IsInt b y] : a / b = (x : K) / ((d * y : ℤ) : K) := by
  have ha := IsFrac.eq (a := a)
  have hb := IsInt.eq (a := b)
  rw [ha, hb, div_div, Int.cast_mul, Int.cast_natCast]
/-- Anything over a fraction. -/
theorem div_frac [IsRat a x d] [IsFrac b y e] :
    a / b = ((x * e : ℤ) : K) / ((d * y : ℤ) : K) := by
  have ha := IsRat.eq (a := a)
  have hb := IsFrac.eq (a := b)
  rw [ha, hb, div_div_div_eq, Int.cast_mul, Int.cast_mul, Int.cast_natCast, Int.cast_natCast]
theorem inv_frac [IsFrac a x d] : a⁻¹ = (d : K) / (x : K) := by
  have ha := IsFrac.eq (a := a)
  rw [ha, inv_div]
theorem inv_int [IsInt a x] : a⁻¹ = 1 / a := inv_eq_one_div a
theorem eq_rat [CharZero K] [IsRat a x d] [IsRat b y e] : a = b ↔ x * e = y * d := by
  have ha := IsRat.eq (a := a)
  have hb := IsRat.eq (a := b)
  rw [ha, hb, div_eq_div_iff (IsRat.ne a) (IsRat.ne b), ← Int.cast_natCast e, ← Int.cast_natCast d,
    ← Int.cast_mul, ← Int.cast_mul, Int.cast_inj]
end Field

section OrderedField
variable {K : Type u} [Field K] [LinearOrder K] [IsStrictOrderedRing K] {a b : K} {x y : ℤ} {d e : ℕ}

private theorem pos_of_ne {d : ℕ} (h : (d : K) ≠ 0) : 0 < (d : K) :=
  Nat.cast_pos.2 (Nat.pos_of_ne_zero (Nat.cast_ne_zero.1 h))
theorem le_rat [IsRat a x d] [IsRat b y e] : a ≤ b ↔ x * e ≤ y * d := by
  have ha := IsRat.eq (a := a)
  have hb := IsRat.eq (a := b)
  rw [ha, hb, div_le_div_iff_of_pos (pos_of_ne (IsRat.ne a)) (pos_of_ne (IsRat.ne b)),
    ← Int.cast_natCast e, ← Int.cast_natCast d, ← Int.cast_mul, ← Int.cast_mul, Int.cast_le]
theorem lt_rat [IsRat a x d] [IsRat b y e] : a < b ↔ x * e < y * d := by
  have ha := IsRat.eq (a := a)
  have hb := IsRat.eq (a := b)
  rw [ha, hb, div_lt_div_iff_of_pos (pos_of_ne (IsRat.ne a)) (pos_of_ne (IsRat.ne b)),
    ← Int.cast_natCast e, ← Int.cast_natCast d, ← Int.cast_mul, ← Int.cast_mul, Int.cast_lt]
theorem abs_frac [IsFrac a x d] : |a| = ((|x| : ℤ) : K) / (d : K) := by
  have ha := IsFrac.eq (a := a)
  rw [ha, abs_div, Int.cast_abs, Nat.abs_cast]
end OrderedField

/-- A fraction in lowest terms; the side condition says that it is not yet. -/
theorem lowest {K : Type u} [Field K] [CharZero K] {a b : K} {m n : ℕ} [IsLit a m] [IsLit b n]
    (_ : Nat.gcd m n ≠ 1) :
    a / b = ((m / Nat.gcd m n : ℕ) : K) / ((n / Nat.gcd m n : ℕ) : K) := by
  rw [IsLit.eq (a := a), IsLit.eq (a := b)]
  have hn := IsLit.two_le (a := b) (n := n)
  have hg : 0 < Nat.gcd m n := Nat.gcd_pos_of_pos_right m (by omega)
  have e₁ := Nat.div_mul_cancel (Nat.gcd_dvd_left m n)
  have e₂ := Nat.div_mul_cancel (Nat.gcd_dvd_right m n)
  conv => lhs; rw [← e₁]; rhs; rw [← e₂]
  rw [Nat.cast_mul, Nat.cast_mul, mul_div_mul_right _ _ (Nat.cast_ne_zero.2 (by omega))]

theorem decimal_lit {K : Type u} [Field K] [CharZero K] (m e : ℕ) :
    (no_index (OfScientific.ofScientific m true e) : K) =
      ((OfNat.ofNat m : ℕ) : K) / 10 ^ (OfNat.ofNat e : ℕ) := decimal m e

/-! Closed goals, by reflection. -/

section Closed
variable {R : Type u} [CommRing R] {field : Bool} [Inverses R field] {a b : R}

theorem closed_eq (r s : RExpr) [Reify a [] [] r] [Reify b [] [] s] (h : checkEq field r s = true)
    (hv : value [] r = a ∧ value [] s = b) : a = b := ring_eq [] [] r s h hv

variable [LinearOrder R] [IsStrictOrderedRing R]

theorem closed_lt (r s : RExpr) [Reify a [] [] r] [Reify b [] [] s]
    (h : checkNeg field false (.sub r s) = true) (hv : value [] r = a ∧ value [] s = b) : a < b := by
  rw [← hv.1, ← hv.2]
  exact sub_neg.1 ((checkNeg_ok [] false (.sub r s) h).resolve_right fun h => nomatch h.1)
theorem closed_le (r s : RExpr) [Reify a [] [] r] [Reify b [] [] s]
    (h : checkNeg field true (.sub r s) = true) (hv : value [] r = a ∧ value [] s = b) : a ≤ b := by
  rw [← hv.1, ← hv.2]
  exact sub_nonpos.1 ((checkNeg_ok [] true (.sub r s) h).elim le_of_lt fun h => le_of_eq h.2)
end Closed

end Mathlib.NormNum
