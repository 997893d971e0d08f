import Mathlib.RealSqrt
/-!
# Nonnegative real numbers

`NNReal`, also written `ℝ≥0`, as a subtype of ℝ with its arithmetic, order and square root, and nothing else.
-/
noncomputable section

/-- The nonnegative real numbers. -/
def NNReal : Type := {r : ℝ // 0 ≤ r}

namespace NNReal
@[inherit_doc] scoped notation "ℝ≥0" => NNReal

/-- The value as a real number. -/
@[coe] def toReal : ℝ≥0 → ℝ := Subtype.val
instance : Coe ℝ≥0 ℝ := ⟨toReal⟩
theorem coe_nonneg (r : ℝ≥0) : 0 ≤ (r : ℝ) := r.2
protected theorem eq {m n : ℝ≥0} : (m : ℝ) = n → m = n := Subtype.ext
@[simp, norm_cast] theorem coe_inj {m n : ℝ≥0} : (m : ℝ) = n ↔ m = n := ⟨NNReal.eq, congrArg toReal⟩
theorem ne_iff {x y : ℝ≥0} : (x : ℝ) ≠ y ↔ x ≠ y := not_congr coe_inj

instance : Zero ℝ≥0 := ⟨⟨0, le_refl 0⟩⟩
instance : One ℝ≥0 := ⟨⟨1, zero_le_one⟩⟩
instance : NatCast ℝ≥0 := ⟨fun n => ⟨n, Nat.cast_nonneg n⟩⟩
instance : Add ℝ≥0 := ⟨fun a b => ⟨(a : ℝ) + b, add_nonneg a.2 b.2⟩⟩
instance : Mul ℝ≥0 := ⟨fun a b => ⟨(a : ℝ) * b, mul_nonneg a.2 b.2⟩⟩
instance : Inv ℝ≥0 := ⟨fun a => ⟨(a : ℝ)⁻¹, inv_nonneg.2 a.2⟩⟩
instance : Div ℝ≥0 := ⟨fun a b => ⟨(a : ℝ) / b, div_nonneg a.2 b.2⟩⟩
instance : Sub ℝ≥0 := ⟨fun a b => ⟨max ((a : ℝ) - b) 0, le_max_right _ _⟩⟩
instance : NatPow ℝ≥0 := ⟨fun a n => ⟨(a : ℝ) ^ n, pow_nonneg a.2 n⟩⟩

@[simp, norm_cast] theorem coe_zero : ((0 : ℝ≥0) : ℝ) = 0 := rfl
@[simp, norm_cast] theorem coe_one : ((1 : ℝ≥0) : ℝ) = 1 := rfl
@[simp, norm_cast] theorem coe_natCast (n : ℕ) : ((n : ℝ≥0) : ℝ) = n := rfl
@[simp, norm_cast] theorem coe_ofNat (n : ℕ) [n.AtLeastTwo] :
    ((no_index (OfNat.ofNat n) : ℝ≥0) : ℝ) = OfNat.ofNat n := rfl
@[simp, norm_cast] theorem coe_add (a b : ℝ≥0) : ((a + b : ℝ≥0) : ℝ) = a + b := rfl
@[simp, norm_cast] theorem coe_mul (a b : ℝ≥0) : ((a * b : ℝ≥0) : ℝ) = a * b := rfl
@[simp, norm_cast] theorem coe_inv (a : ℝ≥0) : ((a⁻¹ : ℝ≥0) : ℝ) = (a : ℝ)⁻¹ := rfl
@[simp, norm_cast] theorem coe_div (a b : ℝ≥0) : ((a / b : ℝ≥0) : ℝ) = a / b := rfl
@[simp, norm_cast] theorem coe_pow (a : ℝ≥0) (n : ℕ) : ((a ^ n : ℝ≥0) : ℝ) = (a : ℝ) ^ n := rfl
theorem coe_sub_def {a b : ℝ≥0} : ((a - b : ℝ≥0) : ℝ) = max ((a : ℝ) - b) 0 := rfl

instance instCommSemiring : CommSemiring ℝ≥0 where
  add_assoc _ _ _ := NNReal.eq (add_assoc _ _ _)
  zero_add _ := NNReal.eq (zero_add _)
  add_zero _ := NNReal.eq (add_zero _)
  add_comm _ _ := NNReal.eq (add_comm _ _)
  mul_assoc _ _ _ := NNReal.eq (mul_assoc _ _ _)
  one_mul _ := NNReal.eq (one_mul _)
  mul_one _ := NNReal.eq (mul_one _)
  mul_comm _ _ := NNReal.eq (mul_comm _ _)
  pow_zero _ := NNReal.eq (pow_zero _)
  pow_succ _ _ := NNReal.eq (pow_succ _ _)
  left_distrib _ _ _ := NNReal.eq (mul_add _ _ _)
  right_distrib _ _ _ := NNReal.eq (add_mul _ _ _)
  zero_mul _ := NNReal.eq (zero_mul _)
  mul_zero _ := NNReal.eq (mul_zero _)
  natCast_zero := NNReal.eq Nat.cast_zero
  natCast_succ n := NNReal.eq (Nat.cast_add_one n)

instance : LE ℝ≥0 := ⟨fun a b => (a : ℝ) ≤ b⟩
instance : LT ℝ≥0 := ⟨fun a b => (a : ℝ) < b⟩
@[simp, norm_cast] theorem coe_le_coe {a b : ℝ≥0} : (a : ℝ) ≤ b ↔ a ≤ b := Iff.rfl
@[simp, norm_cast] theorem coe_lt_coe {a b : ℝ≥0} : (a : ℝ) < b ↔ a < b := Iff.rfl
@[simp, norm_cast] theorem coe_pos {a : ℝ≥0} : (0 : ℝ) < a ↔ 0 < a := Iff.rfl
@[simp] theorem zero_le_coe {a : ℝ≥0} : 0 ≤ (a : ℝ) := a.2
@[simp] theorem coe_eq_zero {a : ℝ≥0} : (a : ℝ) = 0 ↔ a = 0 := coe_inj (n := 0)
theorem coe_ne_zero {a : ℝ≥0} : (a : ℝ) ≠ 0 ↔ a ≠ 0 := ne_iff (y := 0)

open Classical in
instance instLinearOrder : LinearOrder ℝ≥0 where
  le_refl a := le_refl (a : ℝ)
  le_trans _ _ _ h h' := le_trans (α := ℝ) h h'
  lt_iff_le_not_ge _ _ := lt_iff_le_not_ge (α := ℝ)
  le_antisymm _ _ h h' := NNReal.eq (le_antisymm h h')
  max a b := ⟨max (a : ℝ) b, le_trans a.2 (le_max_left _ _)⟩
  min a b := ⟨min (a : ℝ) b, le_min a.2 b.2⟩
  le_sup_left a b := le_max_left (a : ℝ) b
  le_sup_right a b := le_max_right (a : ℝ) b
  sup_le _ _ _ h h' := max_le (α := ℝ) h h'
  inf_le_left a b := min_le_left (a : ℝ) b
  inf_le_right a b := min_le_right (a : ℝ) b
  le_inf _ _ _ h h' := le_min (α := ℝ) h h'
  le_total a b := le_total (a : ℝ) b
  toDecidableLE _ _ := propDecidable _
  toDecidableEq _ _ := propDecidable _
  toDecidableLT _ _ := propDecidable _

instance instIsStrictOrderedRing : IsStrictOrderedRing ℝ≥0 where
  add_le_add_left _ _ h c := add_le_add_left (R := ℝ) h c
  le_of_add_le_add_left _ _ _ h := le_of_add_le_add_left (R := ℝ) h
  zero_lt_one := zero_lt_one (R := ℝ)
  mul_lt_mul_of_pos_left _ _ _ h hc := mul_lt_mul_of_pos_left (R := ℝ) h hc
  mul_lt_mul_of_pos_right _ _ _ h hc := mul_lt_mul_of_pos_right (R := ℝ) h hc

@[simp] protected theorem zero_le (a : ℝ≥0) : 0 ≤ a := a.2

/-- The square root. -/
@[pp_nodot] def sqrt (x : ℝ≥0) : ℝ≥0 := ⟨√(x : ℝ), Real.sqrt_nonneg x⟩
@[simp] theorem sq_sqrt (x : ℝ≥0) : sqrt x ^ 2 = x := NNReal.eq (Real.sq_sqrt x.2)
@[simp] theorem sqrt_sq (x : ℝ≥0) : sqrt (x ^ 2) = x := NNReal.eq (Real.sqrt_sq x.2)
@[simp] theorem mul_self_sqrt (x : ℝ≥0) : sqrt x * sqrt x = x := NNReal.eq (Real.mul_self_sqrt x.2)
@[simp] theorem sqrt_mul_self (x : ℝ≥0) : sqrt (x * x) = x := NNReal.eq (Real.sqrt_mul_self x.2)
theorem sqrt_mul (x y : ℝ≥0) : sqrt (x * y) = sqrt x * sqrt y := NNReal.eq (Real.sqrt_mul x.2 y)
theorem sqrt_eq_iff_eq_sq {x y : ℝ≥0} : sqrt x = y ↔ x = y ^ 2 :=
  ⟨fun h => by rw [← h, sq_sqrt], fun h => by rw [h, sqrt_sq]⟩
@[simp, norm_cast] theorem _root_.Real.coe_sqrt {x : ℝ≥0} : ((sqrt x : ℝ≥0) : ℝ) = √(x : ℝ) := rfl
end NNReal

/-- `x` as a nonnegative real number, 0 for negative `x`. -/
def Real.toNNReal (x : ℝ) : NNReal := ⟨max x 0, le_max_right x 0⟩
@[simp] theorem Real.coe_toNNReal (x : ℝ) (h : 0 ≤ x) : (x.toNNReal : ℝ) = x := max_eq_left h
