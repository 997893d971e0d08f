import Mathlib.RatOrder
/-!
# Casts of rational numbers, decimals

The cast of ℚ into a field, which respects its operations and its order, and decimal literals (`1.5`) in
every field, and nothing else.
-/
universe u

/-- Rational numbers are cast into `K`. -/
class RatCast (K : Type u) where
  protected ratCast : ℚ → K

/-- The cast of a rational number; written `(q : K)`. -/
@[coe, reducible] protected def Rat.cast {K : Type u} [RatCast K] : ℚ → K := RatCast.ratCast

instance Rat.instCoeTail {K : Type u} [RatCast K] : CoeTail ℚ K := ⟨Rat.cast⟩
instance Rat.instCoeHTCT {K : Type u} [RatCast K] : CoeHTCT ℚ K := ⟨Rat.cast⟩

/-- In a field, the cast of `n / d` is the quotient of the casts. -/
instance Field.toRatCast {K : Type u} [Field K] : RatCast K := ⟨fun q => (q.num : K) / (q.den : K)⟩

namespace Rat
section Field
variable {K : Type u} [Field K]

theorem cast_def (q : ℚ) : (q : K) = (q.num : K) / (q.den : K) := rfl
@[simp, norm_cast] theorem cast_intCast (n : ℤ) : ((n : ℚ) : K) = n := by
  rw [cast_def, num_intCast, den_intCast, Nat.cast_one, div_one]
@[simp, norm_cast] theorem cast_natCast (n : ℕ) : ((n : ℚ) : K) = n := by
  rw [cast_def, num_natCast, den_natCast, Nat.cast_one, div_one, Int.cast_natCast]
@[simp, norm_cast] theorem cast_zero : ((0 : ℚ) : K) = 0 := (cast_natCast 0).trans Nat.cast_zero
@[simp, norm_cast] theorem cast_one : ((1 : ℚ) : K) = 1 := (cast_natCast 1).trans Nat.cast_one
@[simp, norm_cast] theorem cast_ofNat (n : ℕ) [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : ℚ) : K) = OfNat.ofNat n := cast_natCast n
@[simp, norm_cast] theorem cast_neg (q : ℚ) : ((-q : ℚ) : K) = -q := by
  rw [cast_def, cast_def, num_neg_eq_neg_num, den_neg_eq_den, Int.cast_neg, neg_div]

variable [CharZero K]
private theorem den_ne (q : ℚ) : (q.den : K) ≠ 0 := Nat.cast_ne_zero.2 q.den_nz

/-- A fraction need not be in lowest terms to be cast. -/
theorem cast_normalize (n : ℤ) (d : ℕ) (h : d ≠ 0) : ((normalize n d h : ℚ) : K) = (n : K) / (d : K) := by
  have e := (Rat.eq_iff_mul_eq_mul (p := normalize n d h) (q := normalize n d h)).1 rfl
  rw [cast_def, div_eq_div_iff (den_ne _) (Nat.cast_ne_zero.2 h), ← Int.cast_natCast d, ← Int.cast_mul,
    ← Int.cast_natCast (normalize n d h).den, ← Int.cast_mul, Int.cast_inj]
  exact normalize_spec n d h
@[simp, norm_cast] theorem cast_add (p q : ℚ) : ((p + q : ℚ) : K) = p + q := by
  rw [Rat.add_def, cast_normalize, cast_def p, cast_def q, div_add_div _ _ (den_ne p) (den_ne q),
    Int.cast_add, Int.cast_mul, Int.cast_mul, Int.cast_natCast, Int.cast_natCast, Nat.cast_mul,
    mul_comm (q.num : K)]
@[simp, norm_cast] theorem cast_mul (p q : ℚ) : ((p * q : ℚ) : K) = p * q := by
  rw [Rat.mul_def, cast_normalize, cast_def p, cast_def q, div_mul_div_comm, Int.cast_mul, Nat.cast_mul]
@[simp, norm_cast] theorem cast_sub (p q : ℚ) : ((p - q : ℚ) : K) = p - q := by
  rw [sub_eq_add_neg, cast_add, cast_neg, ← sub_eq_add_neg]
@[simp, norm_cast] theorem cast_inj {p q : ℚ} : (p : K) = q ↔ p = q := by
  rw [cast_def, cast_def, div_eq_div_iff (den_ne p) (den_ne q), Rat.eq_iff_mul_eq_mul,
    ← Int.cast_natCast p.den, ← Int.cast_natCast q.den, ← Int.cast_mul, ← Int.cast_mul, Int.cast_inj]
@[simp, norm_cast] theorem cast_eq_zero {q : ℚ} : (q : K) = 0 ↔ q = 0 := by
  rw [← cast_zero, cast_inj]
theorem cast_ne_zero {q : ℚ} : (q : K) ≠ 0 ↔ q ≠ 0 := not_congr cast_eq_zero
@[simp, norm_cast] theorem cast_inv (q : ℚ) : ((q⁻¹ : ℚ) : K) = (q : K)⁻¹ := by
  rcases Classical.em (q = 0) with rfl | h
  · rw [inv_zero, cast_zero, inv_zero]
  · exact (inv_eq_of_mul_eq_one_right (by rw [← cast_mul, mul_inv_cancel₀ h, cast_one])).symm
@[simp, norm_cast] theorem cast_div (p q : ℚ) : ((p / q : ℚ) : K) = p / q := by
  rw [div_eq_mul_inv, cast_mul, cast_inv, ← div_eq_mul_inv]
@[simp, norm_cast] theorem cast_pow (q : ℚ) : ∀ n : ℕ, ((q ^ n : ℚ) : K) = (q : K) ^ n
  | 0 => by rw [pow_zero, pow_zero, cast_one]
  | n + 1 => by rw [pow_succ, pow_succ, cast_mul, cast_pow q n]
end Field

@[simp] theorem cast_id (q : ℚ) : (Rat.cast q : ℚ) = q := by
  have h : ((q.den : ℕ) : ℚ) ≠ 0 := den_ne q
  rw [cast_def, div_eq_iff h]
  rw [Rat.mul_def, ← normalize_self (q.num : ℚ), normalize_eq_iff]
  show q.num * ((q.den * 1 : ℕ) : ℤ) = q.num * q.den * 1
  rw [Nat.mul_one, Int.mul_one]
@[simp] theorem num_div_den (q : ℚ) : (q.num : ℚ) / (q.den : ℚ) = q := cast_id q

section Order
variable {K : Type u} [Field K] [LinearOrder K] [IsStrictOrderedRing K] {p q : ℚ}
private theorem den_cast_pos (q : ℚ) : (0 : K) < q.den := Nat.cast_pos.2 q.den_pos
@[simp, norm_cast] theorem cast_le : (p : K) ≤ q ↔ p ≤ q := by
  rw [cast_def, cast_def, div_le_div_iff_of_pos (den_cast_pos p) (den_cast_pos q), Rat.le_iff,
    ← Int.cast_natCast p.den, ← Int.cast_natCast q.den, ← Int.cast_mul, ← Int.cast_mul, Int.cast_le]
@[simp, norm_cast] theorem cast_lt : (p : K) < q ↔ p < q := by
  rw [← not_le, cast_le, not_le]
@[simp, norm_cast] theorem cast_nonneg : 0 ≤ (q : K) ↔ 0 ≤ q := by rw [← cast_zero, cast_le]
@[simp, norm_cast] theorem cast_pos : 0 < (q : K) ↔ 0 < q := by rw [← cast_zero, cast_lt]
@[simp, norm_cast] theorem cast_nonpos : (q : K) ≤ 0 ↔ q ≤ 0 := by rw [← cast_zero, cast_le]
@[simp, norm_cast] theorem cast_lt_zero : (q : K) < 0 ↔ q < 0 := by rw [← cast_zero, cast_lt]
end Order

/-- `m * 10 ^ (-e)` for `s = true`, otherwise `m * 10 ^ e`: what a decimal literal stands for. -/
protected def ofScientific (m : ℕ) (s : Bool) (e : ℕ) : ℚ :=
  if s then normalize m (10 ^ e) (Nat.ne_of_gt (Nat.pow_pos (by decide))) else (m * 10 ^ e : ℕ)

instance instOfScientific : OfScientific ℚ := ⟨Rat.ofScientific⟩
end Rat

/-- Decimal literals in a field. -/
instance (priority := low) Field.toOfScientific {K : Type u} [Field K] : OfScientific K :=
  ⟨fun m s e => ((OfScientific.ofScientific m s e : ℚ) : K)⟩

namespace Rat
theorem ofScientific_def (m : ℕ) (s : Bool) (e : ℕ) : (OfScientific.ofScientific m s e : ℚ) =
    if s then (m : ℚ) / 10 ^ e else (m : ℚ) * 10 ^ e := by
  cases s with
  | true =>
    have h : 10 ^ e ≠ 0 := Nat.ne_of_gt (Nat.pow_pos (by decide))
    show normalize m (10 ^ e) h = _
    rw [← cast_id (normalize m (10 ^ e) h), cast_normalize, Int.cast_natCast, Nat.cast_pow]; rfl
  | false =>
    show ((m * 10 ^ e : ℕ) : ℚ) = _
    rw [Nat.cast_mul, Nat.cast_pow]; rfl
@[simp, norm_cast] theorem cast_ofScientific {K : Type u} [Field K] (m : ℕ) (s : Bool) (e : ℕ) :
    ((no_index (OfScientific.ofScientific m s e) : ℚ) : K) = OfScientific.ofScientific m s e := rfl
end Rat

/-- A decimal literal is the quotient of a natural number by a power of ten. -/
theorem Mathlib.NormNum.decimal {K : Type u} [Field K] [CharZero K] (m e : ℕ) :
    (no_index (OfScientific.ofScientific m true e) : K) = (m : K) / 10 ^ e := by
  show ((OfScientific.ofScientific m true e : ℚ) : K) = _
  rw [Rat.ofScientific_def, if_pos rfl, Rat.cast_div, Rat.cast_pow, Rat.cast_natCast]
  exact congrArg (fun x => (m : K) / x ^ e) (Rat.cast_ofNat 10)
