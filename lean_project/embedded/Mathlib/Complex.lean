import Mathlib.RealSqrt
/-!
# Complex numbers

`ℂ` as pairs of real numbers, its field structure, `Complex.I`, `Complex.normSq`, conjugation, the absolute
value `‖z‖`, casts, and nothing else.
-/
universe u
noncomputable section

/-- A complex number. -/
structure Complex where
  /-- The real part. -/
  re : ℝ
  /-- The imaginary part. -/
  im : ℝ

@[inherit_doc] notation "ℂ" => Complex

/-- A type with an absolute value or norm, written `‖x‖`. -/
class Norm (E : Type u) where
  /-- The norm of `x`, written `‖x‖`. -/
  norm : E → ℝ
export Norm (norm)
/-- `‖x‖` is the norm of `x`. -/
macro:max atomic("‖" noWs) a:term noWs "‖" : term => `(norm $a)

/-- Print `‖x‖`. -/
@[app_unexpander Norm.norm] def unexpandNorm : Lean.PrettyPrinter.Unexpander
  | `($_ $x) => `(‖$x‖)
  | _ => throw ()

instance Real.norm : Norm ℝ := ⟨fun x => |x|⟩
theorem Real.norm_eq_abs (x : ℝ) : ‖x‖ = |x| := rfl

namespace Complex

@[ext] protected theorem ext : ∀ {z w : ℂ}, z.re = w.re → z.im = w.im → z = w
  | ⟨_, _⟩, ⟨_, _⟩, rfl, rfl => rfl
/-- A real number as a complex number. -/
@[coe] def ofReal (r : ℝ) : ℂ := ⟨r, 0⟩
instance : Coe ℝ ℂ := ⟨ofReal⟩
/-- The imaginary unit. -/
def I : ℂ := ⟨0, 1⟩

instance : Zero ℂ := ⟨((0 : ℝ) : ℂ)⟩
instance : One ℂ := ⟨((1 : ℝ) : ℂ)⟩
instance : NatCast ℂ := ⟨fun n => ((n : ℝ) : ℂ)⟩
instance : IntCast ℂ := ⟨fun n => ((n : ℝ) : ℂ)⟩
instance : Add ℂ := ⟨fun z w => ⟨z.re + w.re, z.im + w.im⟩⟩
instance : Sub ℂ := ⟨fun z w => ⟨z.re - w.re, z.im - w.im⟩⟩
instance : Neg ℂ := ⟨fun z => ⟨-z.re, -z.im⟩⟩
instance : Mul ℂ := ⟨fun z w => ⟨z.re * w.re - z.im * w.im, z.re * w.im + z.im * w.re⟩⟩
/-- The square of the absolute value. -/
@[pp_nodot] def normSq (z : ℂ) : ℝ := z.re * z.re + z.im * z.im
instance : Inv ℂ := ⟨fun z => ⟨z.re / normSq z, -z.im / normSq z⟩⟩
instance : Div ℂ := ⟨fun z w => z * w⁻¹⟩
/-- The power with a natural exponent; written `z ^ n`. -/
protected def pow (z : ℂ) : ℕ → ℂ
  | 0 => 1
  | n + 1 => Complex.pow z n * z
instance : NatPow ℂ := ⟨Complex.pow⟩

@[simp] theorem ofReal_re (r : ℝ) : (r : ℂ).re = r := rfl
@[simp] theorem ofReal_im (r : ℝ) : (r : ℂ).im = 0 := rfl
@[simp] theorem zero_re : (0 : ℂ).re = 0 := rfl
@[simp] theorem zero_im : (0 : ℂ).im = 0 := rfl
@[simp] theorem one_re : (1 : ℂ).re = 1 := rfl
@[simp] theorem one_im : (1 : ℂ).im = 0 := rfl
@[simp] theorem I_re : I.re = 0 := rfl
@[simp] theorem I_im : I.im = 1 := rfl
@[simp] theorem add_re (z w : ℂ) : (z + w).re = z.re + w.re := rfl
@[simp] theorem add_im (z w : ℂ) : (z + w).im = z.im + w.im := rfl
@[simp] theorem sub_re (z w : ℂ) : (z - w).re = z.re - w.re := rfl
@[simp] theorem sub_im (z w : ℂ) : (z - w).im = z.im - w.im := rfl
@[simp] theorem neg_re (z : ℂ) : (-z).re = -z.re := rfl
@[simp] theorem neg_im (z : ℂ) : (-z).im = -z.im := rfl
@[simp] theorem mul_re (z w : ℂ) : (z * w).re = z.re * w.re - z.im * w.im := rfl
@[simp] theorem mul_im (z w : ℂ) : (z * w).im = z.re * w.im + z.im * w.re := rfl
@[simp] theorem inv_re (z : ℂ) : (z⁻¹).re = z.re / normSq z := rfl
@[simp] theorem inv_im (z : ℂ) : (z⁻¹).im = -z.im / normSq z := rfl
@[simp] theorem natCast_re (n : ℕ) : (n : ℂ).re = n := rfl
@[simp] theorem natCast_im (n : ℕ) : (n : ℂ).im = 0 := rfl
@[simp] theorem intCast_re (n : ℤ) : (n : ℂ).re = n := rfl
@[simp] theorem intCast_im (n : ℤ) : (n : ℂ).im = 0 := rfl
@[simp] theorem re_ofNat (n : ℕ) [n.AtLeastTwo] : (no_index (OfNat.ofNat n) : ℂ).re = OfNat.ofNat n := rfl
@[simp] theorem im_ofNat (n : ℕ) [n.AtLeastTwo] : (no_index (OfNat.ofNat n) : ℂ).im = 0 := rfl

theorem normSq_apply (z : ℂ) : normSq z = z.re * z.re + z.im * z.im := rfl
theorem normSq_nonneg (z : ℂ) : 0 ≤ normSq z := add_nonneg (mul_self_nonneg _) (mul_self_nonneg _)
theorem normSq_eq_zero {z : ℂ} : normSq z = 0 ↔ z = 0 := by
  constructor
  · intro h
    have h' : z.re * z.re + z.im * z.im = 0 := h
    have a := mul_self_nonneg z.re
    have b := mul_self_nonneg z.im
    refine Complex.ext (mul_self_eq_zero.1 (le_antisymm ?_ a)) (mul_self_eq_zero.1 (le_antisymm ?_ b))
    · rw [← h']; exact Mathlib.Certify.le_of_sub b (by ring)
    · rw [← h']; exact Mathlib.Certify.le_of_sub a (by ring)
  · rintro rfl
    show (0 : ℝ) * 0 + 0 * 0 = 0
    ring
theorem normSq_pos {z : ℂ} : 0 < normSq z ↔ z ≠ 0 :=
  ⟨fun h e => ne_of_gt h (normSq_eq_zero.2 e),
    fun h => lt_of_le_of_ne (normSq_nonneg z) fun e => h (normSq_eq_zero.1 e.symm)⟩

instance commRing : CommRing ℂ where
  add_assoc a b c := Complex.ext (add_assoc _ _ _) (add_assoc _ _ _)
  zero_add a := Complex.ext (zero_add _) (zero_add _)
  add_zero a := Complex.ext (add_zero _) (add_zero _)
  add_comm a b := Complex.ext (add_comm _ _) (add_comm _ _)
  sub_eq_add_neg a b := Complex.ext (sub_eq_add_neg _ _) (sub_eq_add_neg _ _)
  neg_add_cancel a := Complex.ext (neg_add_cancel _) (neg_add_cancel _)
  mul_assoc a b c := Complex.ext (by simp only [mul_re, mul_im]; ring) (by simp only [mul_re, mul_im]; ring)
  one_mul a := Complex.ext (by simp only [mul_re, one_re, one_im]; ring)
    (by simp only [mul_im, one_re, one_im]; ring)
  mul_one a := Complex.ext (by simp only [mul_re, one_re, one_im]; ring)
    (by simp only [mul_im, one_re, one_im]; ring)
  mul_comm a b := Complex.ext (by simp only [mul_re]; ring) (by simp only [mul_im]; ring)
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib a b c := Complex.ext (by simp only [mul_re, add_re, add_im]; ring)
    (by simp only [mul_im, add_re, add_im]; ring)
  right_distrib a b c := Complex.ext (by simp only [mul_re, add_re, add_im]; ring)
    (by simp only [mul_im, add_re, add_im]; ring)
  zero_mul a := Complex.ext (by simp only [mul_re, zero_re, zero_im]; ring)
    (by simp only [mul_im, zero_re, zero_im]; ring)
  mul_zero a := Complex.ext (by simp only [mul_re, zero_re, zero_im]; ring)
    (by simp only [mul_im, zero_re, zero_im]; ring)
  natCast_zero := Complex.ext Nat.cast_zero rfl
  natCast_succ n := Complex.ext (Nat.cast_add_one n) (add_zero 0).symm
  intCast_ofNat n := Complex.ext (Int.cast_natCast n) rfl
  intCast_negSucc n := Complex.ext (Int.cast_negSucc n) neg_zero.symm

instance instField : Field ℂ where
  exists_pair_ne := ⟨0, 1, fun h => zero_ne_one (R := ℝ) (congrArg re h)⟩
  div_eq_mul_inv _ _ := rfl
  mul_inv_cancel z hz := by
    have h : normSq z ≠ 0 := fun e => hz (normSq_eq_zero.1 e)
    refine Complex.ext ?_ ?_
    · show z.re * (z.re / normSq z) - z.im * (-z.im / normSq z) = 1
      rw [neg_div, mul_neg, sub_neg_eq_add, mul_div_assoc', mul_div_assoc', div_add_div_same,
        ← normSq_apply, div_self h]
    · show z.re * (-z.im / normSq z) + z.im * (z.re / normSq z) = 0
      rw [neg_div, mul_neg, mul_div_assoc', mul_div_assoc', mul_comm z.im, neg_add_cancel]
  inv_zero := Complex.ext (zero_div _) (by show -(0 : ℝ) / _ = 0; rw [neg_zero, zero_div])

instance instCharZero : CharZero ℂ := ⟨fun h => Nat.cast_injective (R := ℝ) (congrArg re h)⟩

@[simp] theorem I_mul_I : I * I = -1 := Complex.ext (by simp) (by simp)
@[simp] theorem I_sq : I ^ 2 = -1 := by rw [pow_two, I_mul_I]
@[simp] theorem I_ne_zero : I ≠ 0 := fun h => zero_ne_one (R := ℝ) (congrArg im h).symm
@[simp] theorem inv_I : I⁻¹ = -I := inv_eq_of_mul_eq_one_right (by rw [mul_neg, I_mul_I, neg_neg])

@[simp, norm_cast] theorem ofReal_inj {z w : ℝ} : (z : ℂ) = w ↔ z = w := ⟨congrArg re, congrArg _⟩
@[simp, norm_cast] theorem ofReal_zero : ((0 : ℝ) : ℂ) = 0 := rfl
@[simp, norm_cast] theorem ofReal_one : ((1 : ℝ) : ℂ) = 1 := rfl
@[simp, norm_cast] theorem ofReal_natCast (n : ℕ) : ((n : ℝ) : ℂ) = n := rfl
@[simp, norm_cast] theorem ofReal_intCast (n : ℤ) : ((n : ℝ) : ℂ) = n := rfl
@[simp, norm_cast] theorem ofReal_ofNat (n : ℕ) [n.AtLeastTwo] :
    ((no_index (OfNat.ofNat n) : ℝ) : ℂ) = OfNat.ofNat n := rfl
@[simp, norm_cast] theorem ofReal_add (r s : ℝ) : ((r + s : ℝ) : ℂ) = r + s :=
  Complex.ext rfl (add_zero 0).symm
@[simp, norm_cast] theorem ofReal_neg (r : ℝ) : ((-r : ℝ) : ℂ) = -r := Complex.ext rfl neg_zero.symm
@[simp, norm_cast] theorem ofReal_sub (r s : ℝ) : ((r - s : ℝ) : ℂ) = r - s :=
  Complex.ext rfl (sub_self 0).symm
@[simp, norm_cast] theorem ofReal_mul (r s : ℝ) : ((r * s : ℝ) : ℂ) = r * s :=
  Complex.ext (by simp) (by simp)
@[simp, norm_cast] theorem ofReal_pow (r : ℝ) : ∀ n : ℕ, ((r ^ n : ℝ) : ℂ) = (r : ℂ) ^ n
  | 0 => by rw [pow_zero, pow_zero, ofReal_one]
  | n + 1 => by rw [pow_succ, pow_succ, ofReal_mul, ofReal_pow r n]
@[simp] theorem ofReal_eq_zero {z : ℝ} : (z : ℂ) = 0 ↔ z = 0 := ofReal_inj
theorem ofReal_ne_zero {z : ℝ} : (z : ℂ) ≠ 0 ↔ z ≠ 0 := not_congr ofReal_eq_zero
@[simp, norm_cast] theorem ofReal_inv (r : ℝ) : ((r⁻¹ : ℝ) : ℂ) = (r : ℂ)⁻¹ := by
  rcases Classical.em (r = 0) with rfl | h
  · rw [inv_zero, ofReal_zero, inv_zero]
  · exact (inv_eq_of_mul_eq_one_right (by rw [← ofReal_mul, mul_inv_cancel₀ h, ofReal_one])).symm
@[simp, norm_cast] theorem ofReal_div (r s : ℝ) : ((r / s : ℝ) : ℂ) = r / s := by
  rw [div_eq_mul_inv, ofReal_mul, ofReal_inv, ← div_eq_mul_inv]
theorem re_add_im (z : ℂ) : ((z.re : ℂ) + z.im * I) = z := Complex.ext (by simp) (by simp)

@[simp] theorem normSq_mul (z w : ℂ) : normSq (z * w) = normSq z * normSq w := by
  simp only [normSq_apply, mul_re, mul_im]; ring
@[simp] theorem normSq_I : normSq I = 1 := by simp [normSq_apply]
@[simp] theorem normSq_ofReal (r : ℝ) : normSq r = r * r := by simp [normSq_apply]
@[simp] theorem normSq_zero : normSq 0 = 0 := normSq_eq_zero.2 rfl
@[simp] theorem normSq_one : normSq 1 = 1 := by simp [normSq_apply]

instance instNorm : Norm ℂ := ⟨fun z => √(normSq z)⟩
theorem norm_def (z : ℂ) : ‖z‖ = √(normSq z) := rfl
theorem normSq_eq_norm_sq (z : ℂ) : normSq z = ‖z‖ ^ 2 := (Real.sq_sqrt (normSq_nonneg z)).symm
theorem sq_norm (z : ℂ) : ‖z‖ ^ 2 = normSq z := Real.sq_sqrt (normSq_nonneg z)
@[simp] protected theorem norm_nonneg (z : ℂ) : 0 ≤ ‖z‖ := Real.sqrt_nonneg _
@[simp] protected theorem norm_mul (z w : ℂ) : ‖z * w‖ = ‖z‖ * ‖w‖ := by
  rw [norm_def, normSq_mul, Real.sqrt_mul (normSq_nonneg z)]; rfl
@[simp] theorem norm_I : ‖I‖ = 1 := by rw [norm_def, normSq_I, Real.sqrt_one]
@[simp] theorem norm_real (r : ℝ) : ‖(r : ℂ)‖ = ‖r‖ := by
  rw [norm_def, normSq_ofReal, Real.sqrt_mul_self_eq_abs]; rfl

end Complex

/-- A type with a conjugation `star`. -/
class Star (R : Type u) where
  /-- The conjugate. -/
  star : R → R
export Star (star)
/-- Conjugation, as a function; written `conj` after `open ComplexConjugate`. -/
def starRingEnd (R : Type u) [Star R] : R → R := star
namespace ComplexConjugate
@[inherit_doc] scoped notation "conj" => starRingEnd _
end ComplexConjugate

namespace Complex
instance : Star ℂ := ⟨fun z => ⟨z.re, -z.im⟩⟩
@[simp] theorem conj_re (z : ℂ) : (starRingEnd ℂ z).re = z.re := rfl
@[simp] theorem conj_im (z : ℂ) : (starRingEnd ℂ z).im = -z.im := rfl
@[simp] theorem conj_I : starRingEnd ℂ I = -I := Complex.ext neg_zero.symm rfl
@[simp] theorem conj_ofReal (r : ℝ) : starRingEnd ℂ r = r := Complex.ext rfl neg_zero
theorem mul_conj (z : ℂ) : z * starRingEnd ℂ z = normSq z :=
  Complex.ext (by simp only [mul_re, conj_re, conj_im, ofReal_re, normSq_apply]; ring)
    (by simp only [mul_im, conj_re, conj_im, ofReal_im]; ring)
end Complex
